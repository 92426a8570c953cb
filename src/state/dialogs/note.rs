//! Writing something: a note on a claim or on the whole article, a claim in a few words, a remark
//! to the team, the reason of a final verdict.

use crate::command::{Command, Context, Key};
use crate::core::annotation::SHORT;
use crate::core::annotation::edit::Edit;
use crate::i18n::{messages as say, team};
use crate::state::act::{follow, talk, verdict};
use crate::state::model::about::About;
use crate::state::model::editor::Editor;
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::model::unfinished::Written;
use crate::state::model::{Dialog, Model, Out, Overlay};
use crate::state::query::team::{last_remark, people};
use crate::state::query::{annotation, geometry};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A note of one's own.
    Note,
    /// The claim in a few words.
    Short,
    /// A note on the whole article.
    Article,
    /// A remark to the team.
    Remark,
    /// Why the team decided so.
    Reason,
}

/// A note being written.
#[derive(Debug)]
pub(crate) struct NoteDialog {
    /// What it will be.
    pub what: What,
    /// The text.
    pub editor: Editor,
    /// The claim; no words of the whole article.
    pub about: About,
    /// The note as it was.
    pub before: String,
    /// The remark that is changed, by its name in one's own notebook.
    pub remark: Option<String>,
}

/// Opens the note, a remark or the reason of the claim on these words.
pub(super) fn open(model: &mut Model, about: About, what: What) {
    let own = annotation::about(model, &about);
    let ruling = own.and_then(|own| own.final_verdict.as_ref());
    let before = match what {
        What::Note => own.map(|own| own.note.clone()),
        What::Short => own.map(|own| own.short.clone()),
        What::Reason => ruling.map(|ruling| ruling.why.clone()),
        What::Article | What::Remark => None,
    };
    if what == What::Reason && ruling.is_none() {
        model.notice = Some(Notice::info(team::DECIDE_FIRST.to(model.settings.lang)));
        return;
    }
    let before = before.unwrap_or_default();
    let editor = match what {
        // It is written by shortening.
        What::Short if before.is_empty() => Editor::line(model.reader.words_of(&about)),
        What::Short => Editor::line(&before),
        _ => Editor::lines(&before),
    };
    let before = if what == What::Short { editor.text() } else { before };
    model.dialog = Some(Box::new(NoteDialog { what, editor, about, before, remark: None }));
}

/// Opens the note on the article that is on the screen, as it is.
pub(super) fn on_article(model: &mut Model, about: About) {
    let Some(notebook) = verdict::notebook(model) else { return };
    let before = notebook.note.clone();
    let editor = Editor::lines(&before);
    let what = What::Article;
    model.dialog = Some(Box::new(NoteDialog { what, editor, about, before, remark: None }));
}

impl Dialog for NoteDialog {
    fn opened_by(&self) -> Command {
        match self.what {
            What::Note => Command::WriteNote,
            What::Short => Command::ShortClaim,
            What::Article => Command::ArticleNote,
            What::Remark => Command::Reply,
            What::Reason => Command::WriteReason,
        }
    }

    fn context(&self) -> Context {
        Context::Note
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        match command {
            Command::NewLine if self.what == What::Short => return self.keep(model),
            Command::NewLine => self.editor.new_line(),
            Command::Undo => self.editor.undo(),
            Command::Redo => self.editor.redo(),
            Command::Accept => return self.keep(model),
            Command::Complete => self.complete(model),
            Command::ExternalEditor => return Out::stay(vec![Effect::Edit]),
            Command::LastRemark => self.take_last_remark(model),
            Command::Cancel => return Out::leave(Vec::new()),
            _ => {}
        }
        Out::default()
    }

    fn key(&mut self, _model: &mut Model, key: Key) -> Out {
        if self.editor.key(key) { Out::default() } else { Out::ignored() }
    }

    fn paste(&mut self, _model: &mut Model, text: &str) -> Out {
        self.editor.paste(text);
        Out::default()
    }

    fn overlay(&self, model: &Model) -> Option<Overlay> {
        let lines = self.editor.text().lines().count();
        Some(Overlay::of(geometry::note(geometry::screen(model).body, lines)))
    }

    fn beside(&self) -> Command {
        Command::Accept
    }

    fn about(&mut self) -> Option<&mut About> {
        Some(&mut self.about)
    }

    fn unsaved(&self) -> Option<About> {
        (self.editor.text() != self.before).then(|| self.about.clone())
    }

    fn written(&self) -> Option<(Written, Written)> {
        let mut now = Written::text(self.editor.text());
        now.texts.extend(self.remark.clone());
        Some((now, Written::text(&*self.before)))
    }

    fn go_on(&mut self, now: Written, before: Written) {
        self.editor.replace(now.at(0));
        self.remark = now.texts.into_iter().nth(1);
        before.at(0).clone_into(&mut self.before);
    }
}

impl NoteDialog {
    fn keep(&self, model: &mut Model) -> Out {
        if follow::is_stranded(model, &self.about) {
            return Out::default();
        }
        let mut text = self.editor.text().trim_end().to_owned();
        match self.what {
            What::Note => {}
            What::Short => return self.keep_short(model, text),
            What::Article => return self.keep_on_article(model, text),
            What::Remark => {
                return Out::close(match &self.remark {
                    Some(id) => talk::change(model, &self.about, id, text),
                    None => talk::say(model, &self.about, text),
                });
            }
            What::Reason => return Out::close(talk::set_reason(model, &self.about, text)),
        }
        let own = annotation::about(model, &self.about);
        if let Some(own) = own.filter(|own| own.note != self.before && own.note != text) {
            // Written elsewhere meanwhile: both are kept.
            text = format!("{text}\n\n{}", own.note);
        }
        let is_new = text != self.before;
        Out::close(if is_new { verdict::set_note(model, &self.about, text) } else { Vec::new() })
    }

    fn keep_short(&self, model: &mut Model, text: String) -> Out {
        if text.chars().count() > SHORT {
            let why = say::SHORT_TOO_LONG.fill(model.settings.lang, &[&SHORT]);
            model.notice = Some(Notice::warning(why));
            return Out::default();
        }
        Out::close(verdict::set(model, &self.about, |a| a.write_short(text)))
    }

    fn keep_on_article(&self, model: &mut Model, mut text: String) -> Out {
        let Some(notebook) = verdict::notebook(model) else { return Out::default() };
        if notebook.note != self.before && notebook.note != text {
            // Written elsewhere meanwhile: both are kept.
            text = format!("{text}\n\n{}", notebook.note);
        }
        Out::close(verdict::commit(model, Edit::note(&notebook, &text), 0))
    }

    /// Takes up what one said last about the claim, where nothing else has been begun.
    fn take_last_remark(&mut self, model: &Model) {
        let known = last_remark(model, &self.about);
        let Some((id, text)) = known.filter(|_| self.editor.text().is_empty()) else { return };
        if self.what == What::Remark {
            (self.editor, self.before, self.remark) = (Editor::lines(&text), text, Some(id));
        }
    }

    /// Completes the name behind an `@`.
    fn complete(&mut self, model: &Model) {
        let text = self.editor.before_cursor();
        let word = text.rsplit_once('@').map(|(_, word)| word.to_lowercase());
        let Some(word) = word.filter(|word| !word.contains(char::is_whitespace)) else { return };
        let people = people(model);
        if let Some(rest) = people.iter().find_map(|person| person.strip_prefix(&word)) {
            self.editor.paste(rest);
        }
    }
}

/// What is written in the open note.
pub(crate) fn written(model: &Model) -> Option<String> {
    model.dialog::<NoteDialog>().map(|note| note.editor.text())
}

/// The person's own editor has ended: the note is what it left, or why it could not run.
pub(in crate::state) fn edited(model: &mut Model, text: Result<String, String>) -> Vec<Effect> {
    let Some(note) = model.dialog_mut::<NoteDialog>() else { return Vec::new() };
    match text {
        Ok(text) => {
            let text = match note.what {
                What::Short => text.split_whitespace().collect::<Vec<_>>().join(" "),
                _ => text.trim_end().to_owned(),
            };
            note.editor.replace(&text);
        }
        Err(why) => {
            model.notice = Some(Notice::warning(why));
        }
    }
    Vec::new()
}
