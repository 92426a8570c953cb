//! Writing a note on a claim.

use crate::command::{Command, Context, Key};
use crate::core::article::Span;
use crate::i18n::messages as say;
use crate::state::act::{article, verdict};
use crate::state::model::desk::ArticleId;
use crate::state::model::editor::Editor;
use crate::state::model::note::Offer;
use crate::state::model::notice::Notice;
use crate::state::model::reader::Target;
use crate::state::model::settings::Pane;
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

/// Opens the note of the current claim.
pub(super) fn open(model: &mut Model) {
    let Some((span, _)) = verdict::subject(model) else { return };
    let item = model.reader.item();
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
                if self.editor.text() != self.before {
                    model.notice = Some(Notice::info(say::NOTE_DROPPED.to(model.settings.lang)));
                }
                return Out::close(vec![Effect::Recover(None)]);
            }
            _ => return Out::default(),
        }
        self.recovery(model)
    }

    fn key(&mut self, model: &mut Model, key: Key) -> Out {
        self.editor.key(key);
        self.recovery(model)
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
}

impl NoteDialog {
    fn keep(&self, model: &mut Model) -> Out {
        let text = self.editor.text().trim_end().to_owned();
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

/// Offers a note that an earlier session left unfinished, in the editor.
pub fn offer(
    model: &mut Model,
    article: ArticleId,
    points: (usize, usize),
    text: &str,
) -> Vec<Effect> {
    model.focus = Pane::Text;
    let target = Target::Points { at: points.0, top: points.0 };
    let effects = article::open(model, article, Some(target));
    model.offered = Some(Offer { article, points, text: text.to_owned() });
    if model.reader.analysis.is_some() {
        take_offer(model);
    }
    effects
}

/// Opens the editor on an offered note once its article is there.
pub(in crate::state) fn take_offer(model: &mut Model) {
    let (Some(offer), Some(doc)) = (&model.offered, &model.reader.doc) else { return };
    if model.reader.article != Some(offer.article) || doc.is_partial() || model.dialog.is_some() {
        return;
    }
    let Some(offer) = model.offered.take() else { return };
    let span =
        model.reader.doc.as_ref().and_then(|doc| doc.from_points(offer.points.0, offer.points.1));
    let Some(span) = span else { return };
    let item = model.reader.items.iter().find(|item| item.span == span);
    let own = item.and_then(|item| annotation::own(model, item));
    let before = own.map(|own| own.note.clone()).unwrap_or_default();
    model.notice = Some(Notice::warning(say::NOTE_RECOVERED.to(model.settings.lang)));
    model.dialog = Some(Box::new(NoteDialog { editor: Editor::lines(&offer.text), span, before }));
}
