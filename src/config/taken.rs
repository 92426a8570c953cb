//! Keys that verdicts of a desk take from commands.

use super::Config;
use super::problem::Problem;
use crate::command::{Action, COMMANDS, Code, Context, Key};
use crate::core::annotation::Label;
use crate::i18n::line as say;

/// Where a verdict's key is bound before a command's.
const PLACES: [Context; 6] = [
    Context::Desk,
    Context::Articles,
    Context::Text,
    Context::Claim,
    Context::Adjudicate,
    Context::Select,
];

/// The commands that lost a key, each at the label that has it now; `last`: only those that have no other.
pub(super) fn find(config: &Config, last: bool) -> Vec<Problem> {
    let set = |label: &Label| config.origin(&format!("labels.{}.key", label.id.0));
    let mut labels = config.labels.iter().filter(|label| set(label).is_some()).peekable();
    if labels.peek().is_none() {
        return Vec::new();
    }
    let keymap = config.keymap();
    let mut found = Vec::new();
    for label in labels {
        let key = Key::plain(Code::Char(label.key));
        for entry in COMMANDS {
            let action = Action::Do(entry.command);
            let had = |(place, keys): &&(Context, &[&str])| {
                PLACES.contains(place) && keys.iter().any(|name| name.parse().ok() == Some(key))
            };
            let Some((place, _)) = entry.keys.iter().find(had) else { continue };
            let left = keymap.keys(*place, action);
            let what = match left.first() {
                Some(_) if last => continue,
                Some(other) => say::KEY_TAKEN_ONE.with(&[
                    &label.key,
                    &label.id.0,
                    &entry.name,
                    &entry.doc,
                    other,
                ]),
                None => say::KEY_TAKEN.with(&[&label.key, &label.id.0, &entry.name, &entry.doc]),
            };
            let hint = say::KEY_TAKEN_HINT.with(&[&entry.name]);
            found.push(Problem::new(set(label).unwrap_or_default(), what, hint));
        }
    }
    found
}
