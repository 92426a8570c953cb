//! What a message means before it is carried out: whether articles are only passed by, so that
//! they need not be opened, and whether Alt belongs to a key.

use super::geometry;
use crate::command::{Action, Code, Command, Key};
use crate::state::model::Model;
use crate::state::model::settings::Pane;
use crate::state::model::signal::{Mouse, MouseAct, Msg};

/// Whether the person is looking through the list of articles.
pub(crate) fn is_browsing(model: &Model) -> bool {
    model.focus == Pane::Articles && model.dialog.is_none()
}

/// Whether this only goes on to other articles, so that the one turned to before need not be opened.
pub(crate) fn passes_by(model: &Model, msg: &Msg) -> bool {
    if model.dialog.is_some() || model.selection.is_some() {
        return false;
    }
    match msg {
        Msg::Key(key) => match model.settings.keymap.action(model.context(), *key) {
            Some(Action::Do(Command::NextArticle | Command::PreviousArticle)) => true,
            Some(Action::Do(command)) => model.focus == Pane::Articles && is_motion(command),
            _ => false,
        },
        Msg::Mouse(Mouse { act: MouseAct::WheelDown | MouseAct::WheelUp, x, y }) => {
            geometry::screen(model).at(*x, *y).is_some_and(|(pane, _)| pane == Pane::Articles)
        }
        _ => false,
    }
}

/// Whether a key with Alt means something here, so that the ESC before it was not the Esc key.
pub(crate) fn is_bound(model: &Model, key: Key) -> bool {
    let in_text = model.context().takes_text() && key.code == Code::Backspace;
    in_text || model.settings.keymap.action(model.context(), key).is_some()
}

const fn is_motion(command: Command) -> bool {
    matches!(
        command,
        Command::Next
            | Command::Previous
            | Command::LineDown
            | Command::LineUp
            | Command::PageDown
            | Command::PageUp
            | Command::HalfDown
            | Command::HalfUp
            | Command::Top
            | Command::Bottom
    )
}
