//! A question to answer with yes or no.

use super::dialog::Dialog;
use super::model::Model;
use super::signal::Effect;
use crate::command::Command;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Leave although something is not on disk.
    QuitUnsaved,
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

/// Carries out a command of the question.
pub(super) fn run(model: &mut Model, question: Question, command: Command) -> Vec<Effect> {
    match (question, command) {
        (Question::QuitUnsaved, Command::Yes) => vec![Effect::Quit],
        (_, Command::No) => {
            model.dialog = None;
            Vec::new()
        }
        _ => Vec::new(),
    }
}
