//! Settling what needs a look: stale, ambiguous and lost verdicts, and values in conflict.

use super::{article, verdict};
use crate::core::anchor;
use crate::core::annotation::edit::Edit;
use crate::core::review::Standing;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::query::annotation::refusal;

/// Confirms the verdict of the current claim for the words it stands on now;
/// of values in conflict, the one in force.
pub(in crate::state) fn confirm(model: &mut Model) -> Vec<Effect> {
    if let Some(refusal) = refusal(model) {
        model.notice = Some(refusal);
        return Vec::new();
    }
    let lang = model.settings.lang;
    let Some((item, doc)) = model.reader.item().cloned().zip(model.reader.doc.clone()) else {
        return Vec::new();
    };
    let Some(id) = item.own.filter(|_| item.conflict || item.standing != Standing::Firm) else {
        model.notice = Some(Notice::info(say::NOTHING_TO_CONFIRM.to(lang)));
        return Vec::new();
    };
    if item.span.is_empty() {
        model.notice = Some(Notice::warning(say::NO_WORDS_LEFT.to(lang)));
        return Vec::new();
    }
    let moved = item.standing != Standing::Firm;
    let selector = anchor::select_in(&doc, item.span, model.reader.blob.clone());
    let notebook =
        model.reader.article.and_then(|article| Some(model.desk.books.get(&article)?.now.clone()));
    let Some(notebook) = notebook else { return Vec::new() };
    let edit = Edit::change(&notebook, &id, model.stamp.now, |a| {
        a.conflict.clear();
        if moved {
            a.selector = selector;
        }
    });
    verdict::commit(model, edit, item.span.start)
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
