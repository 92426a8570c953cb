//! Writing a note on a claim.

use crate::command::{Command, Context, Key};
use crate::core::article::Span;
use crate::i18n::messages as say;
use crate::state::act::verdict;
use crate::state::model::editor::Editor;
use crate::state::model::notice::Notice;
use crate::state::model::signal::{Effect, Unfinished};
use crate::state::model::{Dialog, Model, Out, Overlay};
use crate::state::query::{annotation, geometry};

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

/// Opens the note of the claim on these words.
pub(super) fn open(model: &mut Model, span: Span) {
    let item = model.reader.items.iter().find(|item| item.span == span);
    let own = item.and_then(|item| annotation::own(model, item));
    let before = own.map(|own| own.note.clone()).unwrap_or_default();
    model.dialog = Some(Box::new(NoteDialog { editor: Editor::lines(&before), span, before }));
}

impl Dialog for NoteDialog {
    fn opened_by(&self) -> Command {
        Command::WriteNote
    }

    fn context(&self) -> Context {
        Context::Note
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        match command {
            Command::NewLine => self.editor.new_line(),
            Command::Undo => self.editor.undo(),
            Command::Redo => self.editor.redo(),
            Command::Accept => return self.keep(model),
            Command::Cancel => {
                // A draft survives a crash as what is being written does.
                let kept = self.unsaved().is_some();
                let effects = if kept { Vec::new() } else { vec![Effect::Recover(None)] };
                return Out::leave(effects);
            }
            _ => return Out::default(),
        }
        self.recovery(model)
    }

    fn key(&mut self, model: &mut Model, key: Key) -> Out {
        if self.editor.key(key) { self.recovery(model) } else { Out::ignored() }
    }

    fn paste(&mut self, model: &mut Model, text: &str) -> Out {
        self.editor.paste(text);
        self.recovery(model)
    }

    fn overlay(&self, model: &Model) -> Option<Overlay> {
        let lines = self.editor.text().lines().count();
        Some(Overlay::of(geometry::note(geometry::screen(model).body, lines)))
    }

    fn beside(&self) -> Command {
        Command::Accept
    }

    fn unsaved(&self) -> Option<Span> {
        (self.editor.text() != self.before).then_some(self.span)
    }
}

impl NoteDialog {
    fn keep(&self, model: &mut Model) -> Out {
        let mut text = self.editor.text().trim_end().to_owned();
        let item = model.reader.items.iter().find(|item| item.span == self.span);
        let own = item.and_then(|item| annotation::own(model, item));
        if let Some(own) = own.filter(|own| own.note != self.before && own.note != text) {
            // Written elsewhere meanwhile: both are kept.
            text = format!("{text}\n\n{}", own.note);
        }
        let mut effects = vec![Effect::Recover(None)];
        if text != self.before {
            effects.extend(verdict::set_note(model, self.span, text));
        }
        Out::close(effects)
    }

    /// What is written so far is kept for the case of a crash.
    fn recovery(&self, model: &Model) -> Out {
        let (Some(article), Some(doc)) = (model.reader.article, &model.reader.doc) else {
            return Out::default();
        };
        let (start, end) = doc.to_points(self.span);
        let note = self.editor.text();
        Out::stay(vec![Effect::Recover(Some(Unfinished { article, start, end, note }))])
    }
}

/// Opens the editor on a note that an earlier session left unfinished.
pub(super) fn recover(model: &mut Model, span: Span, text: &str) {
    open(model, span);
    if let Some(note) = model.dialog_mut::<NoteDialog>() {
        note.editor = Editor::lines(text);
    }
    model.notice = Some(Notice::warning(say::NOTE_RECOVERED.to(model.settings.lang)));
}
