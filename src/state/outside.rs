//! What others changed, told where it touches what is on the screen.

use std::sync::Arc;

use super::act::answer::difference;
use super::dialogs::note::NoteDialog;
use super::model::Model;
use super::model::desk::ArticleId;
use super::model::notice::Notice;
use super::query::{annotation, geometry, names, team};
use crate::core::annotation::edit::Change;
use crate::core::annotation::{Book, Notebook};
use crate::core::review::{Item, is_in_place};
use crate::i18n::messages as say;

/// Tells of a change in the open article since `before`: of the note being
/// written first, then of the current claim, then of one on the page.
pub(super) fn announce(model: &mut Model, article: ArticleId, before: &Notebook, team: &[Book]) {
    if model.reader.article != Some(article) {
        return;
    }
    let notice = note(model, before).or_else(|| seen(model, before)).or_else(|| {
        let item = model.reader.item()?;
        theirs(model, item, team)
    });
    if notice.is_some() {
        model.notice = notice;
    }
}

/// The note being written was changed elsewhere.
fn note(model: &Model, before: &Notebook) -> Option<Notice> {
    let dialog = model.dialog::<NoteDialog>()?;
    let now = annotation::about(model, &dialog.about)?;
    let was = before.annotations.get(annotation::own_id(model, &dialog.about)?)?;
    let text = say::NOTE_CHANGED_OUTSIDE.to(model.settings.lang);
    (now.note != was.note).then(|| Notice::warning(text).about(&now.note))
}

/// A claim on the page, the current one first, was changed elsewhere.
fn seen(model: &Model, before: &Notebook) -> Option<Notice> {
    let doc = model.reader.doc.as_ref()?;
    let now = &model.desk.books.get(&model.reader.article?)?.now;
    // Nearly all stay as they are, and to look at their places takes longest.
    let changes = before.annotations.changes(&now.annotations).filter_map(|id| {
        let shared = |book: &Notebook| book.annotations.shared(id).cloned();
        let (before, after) = (shared(before), shared(now));
        let span = is_in_place(doc, after.as_ref().or(before.as_ref())?)?;
        Some((Change { id: id.clone(), before, after }, span))
    });
    let page = model.reader.page(geometry::page(model));
    let current = model.reader.item().map(|item| item.span).unwrap_or_default();
    let shown = changes.filter(|(_, span)| span.overlaps(page));
    let (change, span) = shown.max_by_key(|(_, span)| span.overlaps(current))?;
    let text = say::CHANGED_OUTSIDE.fill(model.settings.lang, &[&difference(model, &change)]);
    Some(Notice::info(text).about(span.of(doc.text())))
}

/// A teammate decided the current claim, where that may be seen.
fn theirs(model: &Model, item: &Item, before: &[Book]) -> Option<Notice> {
    if team::is_hidden(model, item) {
        return None;
    }
    let doc = model.reader.doc.as_ref()?;
    let book = model.desk.books.get(&model.reader.article?)?;
    book.team.iter().find_map(|now| {
        let was = before.iter().find(|book| book.folder == now.folder);
        if was.is_some_and(|was| Arc::ptr_eq(&was.notebook, &now.notebook)) {
            return None;
        }
        let (_, changed) = now.notebook.annotations.iter().find(|(id, a)| {
            let was = was.and_then(|was| was.notebook.annotations.get(id)?.verdict.as_ref());
            let is_new = a.verdict.is_some() && a.verdict.as_ref() != was;
            is_new && is_in_place(doc, a).is_some_and(|span| span.overlaps(item.span))
        })?;
        let name = names::verdict(model, changed.verdict.as_ref()?);
        let text = say::DECIDED_BY.fill(model.settings.lang, &[&now.notebook.annotator, &name]);
        Some(Notice::info(text).about(item.span.of(doc.text())))
    })
}
