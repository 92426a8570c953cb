//! `[keys.<place>]`: keys bound, bound otherwise, or taken away.

use std::collections::HashMap;
use std::ops::Range;

use super::Reading;
use super::problem::known;
use super::source::{Layer, Table, in_order};
use crate::command::{Action, COMMANDS, Command, Context, Key};
use crate::core::annotation::Label;
use crate::i18n::{Message, line as say};

/// A key in a place, and what a file wants it to do there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The place.
    pub context: Context,
    /// The key.
    pub key: Key,
    /// What it does; none: nothing.
    pub action: Option<Action>,
    /// Which file says so.
    pub layer: Layer,
    /// `file:line:column`.
    pub place: String,
}

/// Reads `[keys]` of one file.
pub(super) fn read(reading: &mut Reading<'_>, table: &Table<'_>, labels: &[Label]) -> Vec<Binding> {
    let mut all = Vec::new();
    for (name, at, value) in in_order(table) {
        let context = Context::ALL.into_iter().find(|context| context.name() == name);
        match (context, value.get_ref().as_table()) {
            (Some(context), Some(keys)) => place(reading, context, keys, labels, &mut all),
            (Some(_), None) => {
                reading.refuse_value(
                    name,
                    value,
                    say::A_TABLE.with(&[&format_args!("keys.{name}")]),
                );
            }
            (None, _) => {
                let hint = known(name, Context::ALL.map(Context::name));
                reading.refuse(at, say::NO_PLACE.with(&[&name]), hint);
            }
        }
    }
    all
}

/// What an action is called in the file.
pub(super) fn name(action: Option<Action>, labels: &[Label]) -> String {
    match action {
        None => String::new(),
        Some(Action::Do(command)) => command.entry().name.to_owned(),
        Some(Action::Related(number)) => format!("related {number}"),
        Some(Action::Verdict(i)) => {
            format!("verdict {}", labels.get(i).map_or("", |label| label.id.0.as_str()))
        }
    }
}

fn place(
    reading: &mut Reading<'_>,
    context: Context,
    keys: &Table<'_>,
    labels: &[Label],
    all: &mut Vec<Binding>,
) {
    let mut seen: HashMap<Key, Range<usize>> = HashMap::new();
    for (written, at, value) in in_order(keys) {
        let key: Key = match written.parse() {
            Ok(key) => key,
            Err(_) => {
                reading.refuse(at, say::NO_KEY.with(&[&written]), say::NO_KEY_HINT);
                continue;
            }
        };
        if let Some(first) = seen.get(&key) {
            let first = reading.source.place(first.start);
            reading.refuse(
                at,
                say::BOUND_TWICE.with(&[&key, &context.name(), &first]),
                say::KEEP_ONE,
            );
            continue;
        }
        seen.insert(key, at.clone());
        if types(context) && key.typed().is_some() {
            let what = say::TYPES_ITSELF.with(&[&key, &context.name()]);
            reading.refuse(at, what, say::TYPES_ITSELF_HINT);
            continue;
        }
        let action = match (value.get_ref().as_bool(), value.get_ref().as_str()) {
            (Some(false), _) | (_, Some("")) => Ok(None),
            (_, Some(asked)) => action(context, asked, labels).map(Some),
            _ => Err(say::A_COMMAND.into()),
        };
        match action {
            Ok(action) => all.push(Binding {
                context,
                key,
                action,
                layer: reading.source.layer,
                place: reading.source.place(at.start),
            }),
            Err(hint) => reading.refuse_value(&key.to_string(), value, hint),
        }
    }
}

/// Whether letters are words there.
const fn types(context: Context) -> bool {
    matches!(
        context,
        Context::Note
            | Context::Evidence
            | Context::Source
            | Context::Tags
            | Context::Search
            | Context::Palette
            | Context::Filter
    )
}

/// Whether a place is the desk or one of its panes.
const fn on_desk(context: Context) -> bool {
    matches!(context, Context::Desk | Context::Articles | Context::Text | Context::Claim)
}

fn action(context: Context, asked: &str, labels: &[Label]) -> Result<Action, Message> {
    let verdicts = on_desk(context) || context == Context::Select;
    if let Some(id) = asked.strip_prefix("verdict ") {
        return match labels.iter().position(|label| label.id.0 == id) {
            Some(place) if verdicts => Ok(Action::Verdict(place)),
            Some(_) => Err(say::VERDICTS_WHERE.into()),
            None => Err(known(id, labels.iter().map(|label| label.id.0.as_str()))),
        };
    }
    if let Some(number) = asked.strip_prefix("related ") {
        let number =
            number.parse().ok().filter(|number| (1..=9).contains(number) && on_desk(context));
        return number.map(Action::Related).ok_or_else(|| say::RELATED_WHERE.into());
    }
    let Some(command) = Command::named(asked) else {
        return Err(known(asked, COMMANDS.iter().map(|entry| entry.name)));
    };
    let places = || command.entry().keys.iter().map(|(place, _)| *place);
    let works = if on_desk(context) {
        places().next().is_none() || places().any(on_desk)
    } else {
        places().any(|place| place == context)
    };
    let elsewhere: Vec<_> = places().map(|place| format!("[keys.{}]", place.name())).collect();
    works
        .then_some(Action::Do(command))
        .ok_or_else(|| say::WORKS_ELSEWHERE.with(&[&asked, &elsewhere.join(", ")]))
}
