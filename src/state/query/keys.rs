//! The keys in force, by name.

use crate::command::{Action, Command, Context};
use crate::state::model::Model;

/// The first key of a command in a place.
pub(crate) fn in_place(model: &Model, place: Context, command: Command) -> String {
    let keys = model.settings.keymap.keys(place, Action::Do(command));
    keys.first().map(|key| key.label(model.settings.lang)).unwrap_or_default()
}

/// The first key of a command where the person is, once no dialog is open; the
/// palette's where it has none of its own.
pub(crate) fn first(model: &Model, command: Command) -> String {
    let place = match model.selection {
        Some(_) => Context::Select,
        None => model.focus.context(),
    };
    let key = |command| {
        let keys = model.settings.keymap.keys(place, Action::Do(command));
        keys.first().map(|key| key.label(model.settings.lang))
    };
    let named = || Some(format!("{} {}", key(Command::Palette)?, command.entry().name));
    key(command).or_else(named).unwrap_or_default()
}
