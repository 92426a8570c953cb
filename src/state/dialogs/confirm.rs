//! A question to answer with yes or no.

use std::sync::Arc;

use crate::command::{Command, Context};
use crate::core::annotation::edit::{Change, Edit};
use crate::i18n::messages as say;
use crate::state::act::article::rebuild;
use crate::state::model::desk::{ArticleId, Failure, Presence};
use crate::state::model::history::Step;
use crate::state::model::notice::Notice;
use crate::state::model::signal::{Effect, Unsaved};
use crate::state::model::{Dialog, Model, Out};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// Leave although something is not on disk.
    QuitUnsaved,
    /// Write a notebook again whose file is gone.
    WriteBack(ArticleId),
    /// Drop it instead.
    LetGo(ArticleId),
}

/// Leaves the program, after asking where something could be lost.
pub(in crate::state) fn quit(model: &mut Model) -> Vec<Effect> {
    if model.desk.unsaved().is_empty() {
        return vec![Effect::Quit];
    }
    // What is on its way to the disk is waited for.
    model.leaving = model.desk.failure().is_none();
    if model.leaving {
        return Vec::new();
    }
    model.dialog = Some(Box::new(Question::QuitUnsaved));
    Vec::new()
}

/// Asks somebody who is leaving, and still waits for the disk.
pub(in crate::state) fn ask_to_leave(model: &mut Model) {
    if std::mem::take(&mut model.leaving) {
        model.dialog = Some(Box::new(Question::QuitUnsaved));
    }
}

/// The file of a notebook is gone: until the person says what that means, nothing is saved.
pub(in crate::state) fn gone(model: &mut Model, article: ArticleId) -> Vec<Effect> {
    let name = model.desk.articles.get(article).map_or("", |entry| &entry.listing.name);
    let why = say::FILE_GONE.fill(model.settings.lang, &[&name]);
    if let Some(book) = model.desk.books.get_mut(&article) {
        let failure = Failure { cause: why.clone(), whole: why };
        (book.failed, book.waits) = (Some(failure), false);
        if book.presence == Presence::There {
            book.presence = Presence::Gone;
        }
    }
    if model.leaving { quit(model) } else { Vec::new() }
}

/// Asks what a file that is gone means, once its article is open and nothing lies over it; takes
/// the question back where it has come again.
pub(in crate::state) fn ask(model: &mut Model) {
    if let Some(Question::WriteBack(article) | Question::LetGo(article)) = model.dialog() {
        let book = model.desk.books.get(article);
        if book.is_none_or(|book| book.presence == Presence::There) {
            model.dialog = None;
        }
    }
    let (None, None, Some(article)) = (&model.dialog, &model.selection, model.reader.article)
    else {
        return;
    };
    let Some(book) = model.desk.books.get_mut(&article) else { return };
    if book.presence == Presence::Gone {
        book.presence = Presence::Asked;
        model.dialog = Some(Box::new(Question::WriteBack(article)));
    }
}

impl Dialog for Question {
    fn opened_by(&self) -> Command {
        Command::Quit
    }

    fn context(&self) -> Context {
        Context::Confirm
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        match (*self, command) {
            (Self::QuitUnsaved, Command::Yes) => {
                model.loses = true;
                Out::stay(vec![Effect::Quit])
            }
            (Self::QuitUnsaved, Command::KeepElsewhere) => {
                Out::stay(vec![Effect::KeepElsewhere(unsaved(model))])
            }
            (_, Command::KeepElsewhere) => {
                model.notice = Some(Notice::info(say::NOT_ASKED.to(model.settings.lang)));
                Out::default()
            }
            (Self::WriteBack(article), Command::Yes) => {
                Out::close(vec![Effect::SettleGone(article, true)])
            }
            (Self::WriteBack(article), Command::No) => {
                *self = Self::LetGo(article);
                Out::default()
            }
            (Self::LetGo(article), Command::Yes) => Out::close(let_go(model, article)),
            (_, Command::No) => Out::close(Vec::new()),
            _ => Out::default(),
        }
    }
}

/// The notebooks that are not on disk.
pub(crate) fn unsaved(model: &Model) -> Vec<Unsaved> {
    let book = |article| {
        let book = model.desk.books.get(&article)?;
        Some(Unsaved { article, base: book.base.clone(), now: book.now.clone() })
    };
    model.desk.unsaved().into_iter().filter_map(book).collect()
}

/// What is not on disk is kept elsewhere, and the person leaves; or it could not be kept there
/// either, and the question stays.
pub(in crate::state) fn kept(model: &mut Model, kept: Result<String, String>) -> Vec<Effect> {
    match kept {
        Ok(told) => {
            model.farewell = Some(told);
            vec![Effect::Quit]
        }
        Err(why) => {
            let text = say::NOT_KEPT_EITHER.fill(model.settings.lang, &[&why]);
            model.notice = Some(Notice::warning(text));
            Vec::new()
        }
    }
}

/// Takes the disk's state, which is nothing, as a step that can be taken back.
fn let_go(model: &mut Model, article: ArticleId) -> Vec<Effect> {
    let Some(book) = model.desk.books.get_mut(&article) else { return Vec::new() };
    let annotations = &book.now.annotations;
    let changes = annotations.keys().map(|id| Change {
        id: id.clone(),
        before: annotations.shared(id).cloned(),
        after: None,
    });
    let edit = Edit::of(changes.collect());
    let mut nothing = (*book.now).clone();
    nothing.annotations.clear();
    book.base = Arc::new(nothing);
    (book.now, book.sent, book.failed) = (book.base.clone(), None, None);
    book.presence = Presence::There;
    let at = model.reader.item().map_or(0, |item| item.span.start);
    model.history.push(Step::of(article, edit, at));
    let mut effects = vec![Effect::SettleGone(article, false)];
    effects.extend(rebuild(model, article));
    effects
}
