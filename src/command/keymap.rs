//! From a key in a place to what it does, and back.

use rustc_hash::FxHashMap;

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

/// The keys of 1 to 9 on an AZERTY keyboard, without Shift.
const AZERTY: [char; 9] = ['&', 'é', '"', '\'', '(', '-', 'è', '_', 'ç'];

/// The desk, and the panes that have keys of their own before it.
const PLACES: [Context; 5] =
    [Context::Desk, Context::Articles, Context::Text, Context::Claim, Context::Adjudicate];

/// All keys in force.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// A key bound to nothing hides what it does in the place's parent.
    bindings: FxHashMap<(Context, Key), (Option<Action>, Origin)>,
    /// The keys that were ever bound to an action, in whatever place: where to look for its keys,
    /// which each frame does for all that it names.
    candidates: FxHashMap<Action, Vec<Key>>,
}

impl Keymap {
    /// The default keys, with a key per verdict.
    ///
    /// A verdict's key wins over a command's: the labels are the desk's own
    /// choice and every command is also in the palette.
    pub(crate) fn new(labels: &[Label]) -> Self {
        let mut map = Self { bindings: FxHashMap::default(), candidates: FxHashMap::default() };
        for entry in COMMANDS {
            for (context, keys) in entry.keys {
                for key in keys.iter().filter_map(|key| key.parse().ok()) {
                    map.bind(*context, key, Some(Action::Do(entry.command)), Origin::Default);
                }
            }
        }
        for digit in 1..=9u8 {
            let key = Key::plain(Code::Char(char::from(b'0' + digit)));
            map.bind_related(key, usize::from(digit));
        }
        for (i, label) in labels.iter().enumerate() {
            let key = Key::plain(Code::Char(label.key));
            for pane in &PLACES[1..] {
                map.bindings.remove(&(*pane, key));
            }
            for context in [Context::Desk, Context::Select] {
                map.bind(context, key, Some(Action::Verdict(i)), Origin::Label);
            }
        }
        for (number, key) in AZERTY.iter().enumerate() {
            let key = Key::plain(Code::Char(*key));
            if PLACES.iter().all(|place| !map.bindings.contains_key(&(*place, key))) {
                map.bind_related(key, number + 1);
            }
        }
        map
    }

    /// Lets all keys of digits on an AZERTY keyboard do without Shift what the digits do,
    /// also where another command has one of them; a verdict keeps its key.
    pub(crate) fn prefer_azerty(&mut self) {
        for (number, key) in AZERTY.iter().enumerate() {
            let key = Key::plain(Code::Char(*key));
            let bound = self.bindings.get(&(Context::Desk, key));
            if !matches!(bound, Some((Some(Action::Verdict(_)), _))) {
                self.bind_related(key, number + 1);
            }
        }
    }

    /// Binds a key, replacing what it did there; `None` makes it do nothing.
    pub fn bind(&mut self, context: Context, key: Key, action: Option<Action>, origin: Origin) {
        if let Some(action) = action {
            self.candidates.entry(action).or_default().push(key);
        }
        self.bindings.insert((context, key), (action, origin));
    }

    /// Lets a key turn to a related claim, as a digit does by default.
    fn bind_related(&mut self, key: Key, number: usize) {
        self.bind(Context::Desk, key, Some(Action::Related(number)), Origin::Default);
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
    pub(crate) fn keys(&self, context: Context, action: Action) -> Vec<Key> {
        let default: Vec<Key> = match action {
            Action::Do(command) => {
                let keys = command.entry().keys.iter().flat_map(|(_, keys)| keys.iter());
                keys.filter_map(|key| key.parse().ok()).collect()
            }
            Action::Related(number) => number.to_string().parse().into_iter().collect(),
            Action::Verdict(_) => Vec::new(),
        };
        let candidates = self.candidates.get(&action).into_iter().flatten().copied();
        let mut keys: Vec<Key> =
            candidates.filter(|key| self.action(context, *key) == Some(action)).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: &str) -> Key {
        key.parse().expect("a key")
    }

    #[test]
    fn azerty_needs_no_shift_for_digits() {
        let mut map = Keymap::new(&Label::defaults());
        let action = |map: &Keymap, name: &str| map.action(Context::Text, key(name));
        for (number, name) in [(1, "&"), (2, "é"), (3, "\""), (5, "("), (8, "_"), (9, "ç")] {
            assert_eq!(action(&map, name), Some(Action::Related(number)), "{name}");
        }
        assert_eq!(map.keys(Context::Text, Action::Related(2)), [key("2"), key("é")]);
        // Taken, unless the person says so.
        assert_eq!(action(&map, "-"), Some(Action::Do(Command::FewerClaims)));
        map.prefer_azerty();
        assert_eq!(action(&map, "-"), Some(Action::Related(6)));
        for (name, label) in [("&", 0), ("-", 1)] {
            let mut labels = Label::defaults();
            labels[label].key = name.chars().next().expect("one");
            let mut map = Keymap::new(&labels);
            map.prefer_azerty();
            assert_eq!(action(&map, name), Some(Action::Verdict(label)), "{name}");
        }
    }
}
