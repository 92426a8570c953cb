//! A question to answer with yes or no.

use crate::command::{Command, Context};
use crate::state::model::signal::Effect;
use crate::state::model::{Dialog, Model, Out};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Leave although something is not on disk.
    QuitUnsaved,
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

impl Dialog for Question {
    fn opened_by(&self) -> Command {
        Command::Quit
    }

    fn context(&self) -> Context {
        Context::Confirm
    }

    fn run(&mut self, _model: &mut Model, command: Command) -> Out {
        match (*self, command) {
            (Self::QuitUnsaved, Command::Yes) => Out::stay(vec![Effect::Quit]),
            (_, Command::No) => Out::close(Vec::new()),
            _ => Out::default(),
        }
    }
}
