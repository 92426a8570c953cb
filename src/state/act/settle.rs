//! Settling what needs a look: stale, ambiguous and lost verdicts, and values in conflict.

use super::{article, verdict};
use crate::core::annotation::edit::Edit;
use crate::core::annotation::{AnnotationId, Selector};
use crate::core::review::{self, Standing};
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::model::work::{Job, Then};
use crate::state::query::annotation::{no_words, refusal};
use crate::state::query::due;

/// Confirms the verdict of the current claim for the words it stands on now;
/// of values in conflict, the one in force.
pub(in crate::state) fn confirm(model: &mut Model) -> Vec<Effect> {
    if let Some(refusal) = refusal(model) {
        model.notice = Some(refusal);
        return Vec::new();
    }
    let lang = model.settings.lang;
    let Some(item) = model.reader.item().cloned() else { return Vec::new() };
    if item.own.is_none() || !item.conflict && item.standing == Standing::Firm {
        model.notice = Some(Notice::info(say::NOTHING_TO_CONFIRM.to(lang)));
        return Vec::new();
    }
    if item.span.is_empty() {
        model.notice = Some(no_words(model));
        return Vec::new();
    }
    let Some((notebook, here)) = verdict::notebook(model).zip(verdict::words(model, item.span))
    else {
        return Vec::new();
    };
    let edit = review::confirm(&notebook, &item, here, model.stamp.now);
    verdict::commit(model, edit, item.span.start)
}

/// Confirms all of one's own verdicts on values that are said otherwise, in whatever article.
pub(in crate::state) fn confirm_same_values(model: &Model) -> Vec<Effect> {
    let mut articles: Vec<_> = due::on_desk(model)
        .filter(|(_, due)| due::is_same_value(due))
        .map(|(article, _)| article)
        .collect();
    articles.dedup();
    articles.into_iter().map(|article| Effect::Work(Job::SameValues(article))).collect()
}

/// The words on which those of an article stand now: they are confirmed for these.
pub(in crate::state) fn renew(
    model: &mut Model,
    article: ArticleId,
    places: Vec<(AnnotationId, Selector)>,
) -> Vec<Effect> {
    let Some(book) = model.desk.books.get(&article) else {
        return vec![Effect::Hold(vec![article], Then::Confirm(article, places))];
    };
    if places.is_empty() || book.read_only.is_some() {
        return Vec::new();
    }
    let (notebook, now) = (book.now.clone(), model.stamp.now);
    let at = places.first().and_then(|(_, place)| {
        let doc = model.reader.doc.as_ref()?;
        Some(doc.from_points(place.start, place.end)?.start)
    });
    let changes = places.into_iter().flat_map(|(id, place)| {
        Edit::change(&notebook, &id, now, |annotation| annotation.selector = place).changes
    });
    let edit = Edit::of(changes.collect());
    let mut effects = verdict::commit_in(model, article, edit, at.unwrap_or_default());
    // What is open is counted as it is shown.
    let elsewhere = model.reader.article != Some(article);
    effects.extend(elsewhere.then_some(Effect::Renew(article)));
    effects
}

/// Turns to the next candidate of an ambiguous verdict, or to the other value
/// of a conflict; tells whether there was one.
pub(in crate::state) fn turn(model: &mut Model) -> Option<Vec<Effect>> {
    let item = model.reader.item()?.clone();
    let id = item.own?;
    if let Standing::Ambiguous(places) = &item.standing {
        let next = places
            .iter()
            .position(|place| *place == item.span)
            .map_or(0, |i| (i + 1) % places.len().max(1));
        let place = *places.get(next)?;
        model.reader.chosen.insert(id, place);
        let here = model.reader.article?;
        let mut effects = article::rebuild(model, here);
        effects.extend(article::show_at(model, place.start));
        return Some(effects);
    }
    if !item.conflict {
        return None;
    }
    let notebook = model.desk.books.get(&model.reader.article?)?.now.clone();
    let edit = Edit::change(&notebook, &id, model.stamp.now, |a| {
        let Some(rival) = a.conflict.first().cloned() else { return };
        rival.put(a);
        a.settle(&rival.field);
    });
    Some(verdict::commit(model, edit, item.span.start))
}
