//! From a key in a place to what it does, and back.

use std::collections::HashMap;

use super::context::Context;
use super::key::{Code, Key};
use super::table::{COMMANDS, Command};
use crate::core::annotation::Label;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// A command of the table.
    Do(Command),
    /// The verdict of this place in the list of labels.
    Verdict(usize),
    /// The related claim of this number, from 1.
    Related(usize),
}

/// Who set a key, for the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The table.
    Default,
    /// A label of the desk.
    Label,
    /// A configuration file, by its path as shown.
    File(String),
}

/// All keys in force.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// A key bound to nothing hides what it does in the place's parent.
    bindings: HashMap<(Context, Key), (Option<Action>, Origin)>,
}

impl Keymap {
    /// The default keys, with a key per verdict.
    ///
    /// A verdict's key wins over a command's: the labels are the desk's own
    /// choice and every command is also in the palette.
    pub fn new(labels: &[Label]) -> Self {
        let mut map = Self { bindings: HashMap::new() };
        for entry in COMMANDS {
            for (context, keys) in entry.keys {
                for key in keys.iter().filter_map(|key| key.parse().ok()) {
                    map.bindings.insert(
                        (*context, key),
                        (Some(Action::Do(entry.command)), Origin::Default),
                    );
                }
            }
        }
        for digit in 1..=9u8 {
            let key = Key::plain(Code::Char(char::from(b'0' + digit)));
            map.bindings.insert(
                (Context::Desk, key),
                (Some(Action::Related(usize::from(digit))), Origin::Default),
            );
        }
        for (i, label) in labels.iter().enumerate() {
            let key = Key::plain(Code::Char(label.key));
            for pane in [Context::Articles, Context::Text, Context::Claim] {
                map.bindings.remove(&(pane, key));
            }
            for context in [Context::Desk, Context::Select] {
                map.bindings.insert((context, key), (Some(Action::Verdict(i)), Origin::Label));
            }
        }
        map
    }

    /// Binds a key, replacing what it did there; `None` makes it do nothing.
    pub fn bind(&mut self, context: Context, key: Key, action: Option<Action>, origin: Origin) {
        self.bindings.insert((context, key), (action, origin));
    }

    /// What a key does in a place, looked up there and then in its parents.
    pub fn action(&self, context: Context, key: Key) -> Option<Action> {
        match self.bindings.get(&(context, key)) {
            Some((action, _)) => *action,
            None => self.action(context.parent()?, key),
        }
    }

    /// The keys for an action in a place, its parents included: those of the
    /// table first, in its order.
    pub fn keys(&self, context: Context, action: Action) -> Vec<Key> {
        let default = match action {
            Action::Do(command) => command.entry().keys,
            Action::Verdict(_) | Action::Related(_) => &[],
        };
        let default: Vec<Key> = default
            .iter()
            .flat_map(|(_, keys)| keys.iter())
            .filter_map(|key| key.parse().ok())
            .collect();
        let bound = self
            .bindings
            .iter()
            .filter(|(_, (bound, _))| *bound == Some(action))
            .map(|((_, key), _)| *key);
        let mut keys: Vec<Key> =
            bound.filter(|key| self.action(context, *key) == Some(action)).collect();
        keys.sort_by_key(|key| (default.iter().position(|k| k == key).unwrap_or(usize::MAX), *key));
        keys.dedup();
        keys
    }

    /// What is bound in a place itself, and by whom.
    pub fn bound(&self, context: Context) -> impl Iterator<Item = (Key, Action, &Origin)> {
        self.bindings
            .iter()
            .filter(move |((place, _), _)| *place == context)
            .filter_map(|((_, key), (action, origin))| Some((*key, (*action)?, origin)))
    }
}
