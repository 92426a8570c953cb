//! A question to answer with yes or no.

use std::sync::Arc;

use super::desk::{ArticleId, Presence};
use super::dialog::Dialog;
use super::history::Step;
use super::model::Model;
use super::signal::Effect;
use super::update;
use crate::command::Command;
use crate::core::annotation::edit::{Change, Edit};
use crate::i18n::messages as say;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Leave although something is not on disk.
    QuitUnsaved,
    /// Write a notebook again whose file is gone.
    WriteBack(ArticleId),
    /// Drop it instead.
    LetGo(ArticleId),
}

/// Leaves the program, after asking where something could be lost.
pub(super) fn quit(model: &mut Model) -> Vec<Effect> {
    if model.desk.unsaved().is_empty() {
        return vec![Effect::Quit];
    }
    // What is on its way to the disk is waited for.
    model.leaving = model.desk.failure().is_none();
    if model.leaving {
        return Vec::new();
    }
    model.dialog = Some(Dialog::Confirm(Question::QuitUnsaved));
    Vec::new()
}

/// The file of a notebook is gone: until the person says what that means, nothing is saved.
pub(super) fn gone(model: &mut Model, article: ArticleId) -> Vec<Effect> {
    let name = model.desk.articles.get(article).map_or("", |entry| &entry.listing.name);
    let why = say::FILE_GONE.fill(model.settings.lang, &[&name]);
    if let Some(book) = model.desk.books.get_mut(&article) {
        (book.failed, book.waits) = (Some(why), false);
        if book.presence == Presence::There {
            book.presence = Presence::Gone;
        }
    }
    if model.leaving { quit(model) } else { Vec::new() }
}

/// Asks what a file that is gone means, once its article is open and nothing lies over it; takes
/// the question back where it has come again.
pub(super) fn ask(model: &mut Model) {
    if let Some(Dialog::Confirm(Question::WriteBack(article) | Question::LetGo(article))) =
        model.dialog
    {
        let book = model.desk.books.get(&article);
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
        model.dialog = Some(Dialog::Confirm(Question::WriteBack(article)));
    }
}

/// Carries out a command of the question.
pub(super) fn run(model: &mut Model, question: Question, command: Command) -> Vec<Effect> {
    match (question, command) {
        (Question::QuitUnsaved, Command::Yes) => return vec![Effect::Quit],
        (Question::WriteBack(article), Command::Yes) => {
            model.dialog = None;
            return vec![Effect::SettleGone(article, true)];
        }
        (Question::LetGo(article), Command::Yes) => {
            model.dialog = None;
            return let_go(model, article);
        }
        (Question::WriteBack(article), Command::No) => {
            model.dialog = Some(Dialog::Confirm(Question::LetGo(article)));
        }
        (_, Command::No) => model.dialog = None,
        _ => {}
    }
    Vec::new()
}

/// Takes the disk's state, which is nothing, as a step that can be taken back.
fn let_go(model: &mut Model, article: ArticleId) -> Vec<Effect> {
    let Some(book) = model.desk.books.get_mut(&article) else { return Vec::new() };
    let changes = book.now.annotations.iter().map(|(id, annotation)| Change {
        id: id.clone(),
        before: Some(annotation.clone()),
        after: None,
    });
    let edit = Edit { changes: changes.collect() };
    let mut nothing = (*book.now).clone();
    nothing.annotations.clear();
    book.base = Arc::new(nothing);
    (book.now, book.sent, book.failed) = (book.base.clone(), None, None);
    book.presence = Presence::There;
    let at = model.reader.item().map_or(0, |item| item.span.start);
    model.history.push(Step { article, edit, at });
    let mut effects = vec![Effect::SettleGone(article, false)];
    effects.extend(update::rebuild(model, article));
    effects
}
