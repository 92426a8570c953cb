//! Settling what needs a look: stale, ambiguous and lost verdicts, and values in conflict.

use super::{article, verdict};
use crate::command::Command;
use crate::core::annotation::edit::Edit;
use crate::core::annotation::{AnnotationId, Selector};
use crate::core::article::Span;
use crate::core::review::{self, Standing, Why};
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::model::work::{Job, Then};
use crate::state::query::annotation::{self, no_words};
use crate::state::query::due;

/// Confirms the verdict of the current claim for the words it stands on now;
/// of values in conflict, the one in force.
pub(in crate::state) fn confirm(model: &mut Model) -> Vec<Effect> {
    let lang = model.settings.lang;
    let Some(item) = verdict::subject(model) else { return Vec::new() };
    if item.own().is_none() || !item.is_contested() && *item.standing() == Standing::Firm {
        model.notice = Some(Notice::info(say::NOTHING_TO_CONFIRM.to(lang)));
        return Vec::new();
    }
    if item.span.is_empty() {
        model.notice = Some(no_words(model));
        return Vec::new();
    }
    let Some((notebook, here)) = verdict::notebook(model).zip(annotation::words(model, item.span))
    else {
        return Vec::new();
    };
    let words = here.exact.clone();
    let edit = review::confirm(&notebook, &item, here, model.stamp.now);
    let effects = verdict::commit(model, edit, item.span.start);
    if !effects.is_empty() && !item.is_contested() {
        confirmed(model, &words);
    }
    effects
}

/// Says that a verdict is for these words now.
fn confirmed(model: &mut Model, words: &str) {
    let text = say::CONFIRMED.to(model.settings.lang);
    model.notice = Some(Notice::info(text).about(words).then(&[(Command::Undo, say::UNDO_IT)]));
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

/// Confirms one's own verdict on changed words that stands at a place, for the words that stand there;
/// none where there is no such verdict.
pub(in crate::state) fn confirm_at(
    model: &Model,
    article: ArticleId,
    span: Span,
) -> Option<Effect> {
    let mut due = due::of(model, article).filter(|due| due.who.is_none() && due.span == span);
    let found = due.find(|due| matches!(due.why, Why::Stale | Why::SameValue))?;
    let (id, is) = (found.id.clone(), found.is.clone());
    Some(Effect::Work(Job::ChangedWords { article, id, is }))
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
    let only = Some(&places[..]).filter(|places| places.len() == 1);
    let words = only.map(|places| places[0].1.exact.clone());
    let changes = places.into_iter().flat_map(|(id, place)| {
        Edit::change(&notebook, &id, now, |annotation| annotation.selector = place).changes
    });
    let edit = Edit::of(changes.collect());
    let mut effects = verdict::commit_in(model, article, edit, at.unwrap_or_default());
    if let Some(words) = words.filter(|_| !effects.is_empty()) {
        confirmed(model, &words);
    }
    // What is open is counted as it is shown.
    let elsewhere = model.reader.article != Some(article);
    effects.extend(elsewhere.then_some(Effect::Renew(article)));
    effects
}

/// Turns to the next candidate of an ambiguous verdict, or to the other value
/// of a conflict; tells whether there was one.
pub(in crate::state) fn turn(model: &mut Model) -> Option<Vec<Effect>> {
    let item = model.reader.item()?.clone();
    let id = item.own()?.clone();
    if let Standing::Ambiguous(places) = item.standing() {
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
    if !item.is_contested() {
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
