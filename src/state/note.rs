//! Writing a note on a claim.

use super::desk::ArticleId;
use super::dialog::Dialog;
use super::editor::Editor;
use super::model::{Model, Pane};
use super::notice::Notice;
use super::reader::Target;
use super::signal::{Effect, Unfinished};
use super::{update, verdict};
use crate::command::{Command, Key};
use crate::core::article::Span;
use crate::i18n::messages as say;

/// A note being written.
#[derive(Debug)]
pub struct NoteDialog {
    /// The text.
    pub editor: Editor,
    /// The claim's words.
    pub span: Span,
    /// The note as it was.
    pub before: String,
}

/// Opens the note of the current claim.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if let Some(refusal) = verdict::refusal(model) {
        model.notice = Some(refusal);
        return Vec::new();
    }
    let Some(item) = model.reader.item() else {
        model.notice = Some(Notice::info(say::NO_CLAIM_HERE.to(model.settings.lang)));
        return Vec::new();
    };
    let span = item.span;
    let before = verdict::own(model, item).map(|a| a.note.clone()).unwrap_or_default();
    model.dialog =
        Some(Dialog::Note(Box::new(NoteDialog { editor: Editor::lines(&before), span, before })));
    Vec::new()
}

/// Carries out a command of the editor.
pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Dialog::Note(note)) = &mut model.dialog else { return Vec::new() };
    match command {
        Command::NewLine => note.editor.new_line(),
        Command::Undo => note.editor.undo(),
        Command::Redo => note.editor.redo(),
        Command::Accept => return keep(model),
        Command::Cancel => {
            let changed = note.editor.text() != note.before;
            model.dialog = None;
            if changed {
                model.notice = Some(Notice::info(say::NOTE_DROPPED.to(model.settings.lang)));
            }
            return vec![Effect::Recover(None)];
        }
        _ => return Vec::new(),
    }
    recovery(model)
}

/// Takes a key that is no command.
pub(super) fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(Dialog::Note(note)) = &mut model.dialog else { return Vec::new() };
    note.editor.key(key);
    recovery(model)
}

/// Takes pasted text.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Some(Dialog::Note(note)) = &mut model.dialog else { return Vec::new() };
    note.editor.paste(text);
    recovery(model)
}

fn keep(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Note(note)) = model.dialog.take() else { return Vec::new() };
    let text = note.editor.text().trim_end().to_owned();
    let mut effects = vec![Effect::Recover(None)];
    if text != note.before {
        effects.extend(verdict::set_note(model, note.span, text));
    }
    effects
}

fn recovery(model: &Model) -> Vec<Effect> {
    let (Some(Dialog::Note(note)), Some(article), Some(doc)) =
        (&model.dialog, model.reader.article, &model.reader.doc)
    else {
        return Vec::new();
    };
    let (start, end) = doc.to_points(note.span);
    vec![Effect::Recover(Some(Unfinished { article, start, end, note: note.editor.text() }))]
}

/// Offers a note that an earlier session left unfinished, in the editor.
pub fn offer(
    model: &mut Model,
    article: ArticleId,
    points: (usize, usize),
    text: &str,
) -> Vec<Effect> {
    model.focus = Pane::Text;
    let effects =
        update::open(model, article, Some(Target::Points { at: points.0, top: points.0 }));
    model.offered = Some(Offer { article, points, text: text.to_owned() });
    if model.reader.analysis.is_some() {
        take_offer(model);
    }
    effects
}

/// Opens the editor on an offered note once its article is there.
pub(super) fn take_offer(model: &mut Model) {
    let (Some(offer), Some(doc)) = (&model.offered, &model.reader.doc) else { return };
    if model.reader.article != Some(offer.article) || doc.is_partial() || model.dialog.is_some() {
        return;
    }
    let Some(offer) = model.offered.take() else { return };
    let span =
        model.reader.doc.as_ref().and_then(|doc| doc.from_points(offer.points.0, offer.points.1));
    let Some(span) = span else { return };
    let item = model.reader.items.iter().find(|item| item.span == span);
    let before =
        item.and_then(|item| verdict::own(model, item)).map(|a| a.note.clone()).unwrap_or_default();
    model.notice = Some(Notice::warning(say::NOTE_RECOVERED.to(model.settings.lang)));
    model.dialog = Some(Dialog::Note(Box::new(NoteDialog {
        editor: Editor::lines(&offer.text),
        span,
        before,
    })));
}

/// A note to offer.
#[derive(Clone, Debug)]
pub struct Offer {
    article: ArticleId,
    points: (usize, usize),
    text: String,
}
