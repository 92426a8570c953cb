//! What is configured: the defaults, then the user's own file, then the
//! desk's `claimdesk.toml`; the environment and the command line come on top
//! in `cli`.
//!
//! A file is walked with its places instead of being deserialised: so every
//! problem is found at once, each with line, column and a hint, and what was
//! understood counts even where something else was not.

mod keys;
mod labels;
mod print;
mod problem;
mod renamed;
mod roster;
mod settings;
mod source;
mod taken;
mod value;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use toml::de::DeTable;

use crate::command::{Action, Code, Context, Key, Keymap, Origin};
use crate::core::annotation::Label;
use crate::core::article::plain;
use crate::core::team::roster::Roster;
use crate::i18n::{Message, line as say};
pub(crate) use keys::Binding;
pub use print::{Set, renamed_line, sample};
pub(crate) use problem::Problem;
use problem::known;
use settings::SETTINGS;
pub(crate) use settings::{Copies, Layout, Links, Theme, Values};
pub(crate) use source::Layer;
use source::{Source, Table, Value, in_order, key_before};
pub(crate) use value::quoted;

/// The desk's file.
pub(crate) const DESK_FILE: &str = "claimdesk.toml";
/// The user's file, below the folder where the system keeps configurations.
pub const USER_FILE: &str = "claimdesk/config.toml";

/// Everything configured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The plain settings.
    pub values: Values,
    /// The verdicts, in order.
    pub labels: Vec<Label>,
    /// The `order` of each label, for printing.
    orders: Vec<u16>,
    /// Who is in the team.
    pub roster: Roster,
    /// The former names of articles, by the names they have now.
    pub renamed: BTreeMap<String, String>,
    /// The keys that files set, the later winning.
    pub keys: Vec<Binding>,
    /// What was not understood.
    pub problems: Vec<Problem>,
    /// Where settings were set, by their dotted name.
    origins: BTreeMap<String, String>,
}

impl Default for Config {
    fn default() -> Self {
        let (labels, orders) = labels::standard().into_iter().unzip();
        Self {
            values: Values::default(),
            labels,
            orders,
            roster: Roster::default(),
            renamed: BTreeMap::new(),
            keys: Vec::new(),
            problems: Vec::new(),
            origins: BTreeMap::new(),
        }
    }
}

impl Config {
    /// Reads the user's file and the desk's; either may be missing.
    pub fn read(user: Option<&Path>, desk: &Path) -> Self {
        let mut config = Self::default();
        let files = [user.map(|path| (Layer::User, path)), Some((Layer::Desk, desk))];
        let mut sources = Vec::new();
        for (layer, path) in files.into_iter().flatten() {
            match Source::read(layer, path) {
                Ok(source) => sources.extend(source),
                Err(problem) => config.problems.push(problem),
            }
        }
        config.take(&sources);
        config
    }

    /// All keys in force.
    pub fn keymap(&self) -> Keymap {
        let mut keymap = Keymap::new(&self.labels);
        if self.values.layout == Layout::Azerty {
            keymap.prefer_azerty();
        }
        for (i, label) in self.labels.iter().enumerate() {
            if self.origin(&format!("labels.{}.key", label.id.0)).is_some() {
                let key = Key::plain(Code::Char(label.key));
                for context in [Context::Desk, Context::Select] {
                    let origin = Origin::File(Layer::Desk.short().to_owned());
                    keymap.bind(context, key, Some(Action::Verdict(i)), origin);
                }
            }
        }
        for binding in &self.keys {
            let origin = Origin::File(binding.layer.short().to_owned());
            keymap.bind(binding.context, binding.key, binding.action, origin);
        }
        keymap
    }

    /// Commands that lost a key to a verdict, which is understood and may not be meant; `last`: only
    /// those that have no other.
    pub(crate) fn taken_keys(&self, last: bool) -> Vec<Problem> {
        taken::find(self, last)
    }

    /// Where a setting was set: `file:line:column`; none for a default.
    pub fn origin(&self, name: &str) -> Option<&str> {
        self.origins.get(name).map(String::as_str)
    }

    fn take(&mut self, sources: &[Source]) {
        let parsed: Vec<_> = sources
            .iter()
            .map(|source| (source, DeTable::parse_recoverable(&source.text)))
            .collect();
        let mut found: Vec<_> = sources.iter().map(|_| Vec::new()).collect();
        for ((source, (table, _)), problems) in parsed.iter().zip(&mut found) {
            self.settings(&mut Reading { source, problems }, table.get_ref());
        }
        // Keys may name verdicts, so they come when all labels are known.
        for ((source, (table, _)), problems) in parsed.iter().zip(&mut found) {
            let mut reading = Reading { source, problems };
            if let Some(keys) =
                table.get_ref().get("keys").and_then(|keys| keys.get_ref().as_table())
            {
                self.keys.extend(keys::read(&mut reading, keys, &self.labels));
            }
        }
        for ((source, (table, errors)), mut problems) in parsed.iter().zip(found) {
            syntax(source, table.get_ref(), errors, &mut problems);
            problems.sort_by_key(|(at, _)| *at);
            self.problems.extend(problems.into_iter().map(|(_, problem)| problem));
        }
    }

    fn settings(&mut self, reading: &mut Reading<'_>, table: &Table<'_>) {
        for (name, at, value) in in_order(table) {
            match (name, value.get_ref().as_table()) {
                ("labels" | "renamed", _) if reading.source.layer == Layer::User => {
                    reading.misplaced(at, name, Layer::Desk);
                }
                ("renamed", Some(names)) => self.renamed = renamed::read(reading, names),
                ("labels", Some(labels)) => {
                    let all = labels::read(reading, labels, &mut self.origins);
                    (self.labels, self.orders) = all.into_iter().unzip();
                }
                ("keys", Some(_)) => {}
                ("renamed", None) => {
                    reading.refuse_value(name, value, say::A_TABLE.with(&[&"renamed"]));
                }
                ("labels" | "keys", None) => {
                    reading.refuse_value(
                        name,
                        value,
                        say::TABLES.with(&[&format_args!("{name}.<name>")]),
                    );
                }
                (group, Some(settings)) if groups().any(|known| known == group) => {
                    for (name, at, value) in in_order(settings) {
                        if (group, name) == ("team", "people") {
                            self.people(reading, at, value);
                            continue;
                        }
                        if group == "team" && matches!(name, "assign" | "due") {
                            self.articles(reading, name, at, value);
                            continue;
                        }
                        self.setting(reading, group, name, at, value);
                    }
                }
                (group, None) if groups().any(|known| known == group) => {
                    reading.refuse_value(name, value, say::A_TABLE.with(&[&group]));
                }
                _ => self.setting(reading, "", name, at, value),
            }
        }
        self.folders(reading, table);
    }

    fn people(&mut self, reading: &mut Reading<'_>, at: Range<usize>, value: &Value<'_>) {
        match value.get_ref().as_table() {
            _ if reading.source.layer == Layer::User => {
                reading.misplaced(at, "team.people", Layer::Desk);
            }
            Some(people) => {
                self.roster.people = roster::read(reading, people, &mut self.origins);
            }
            None => {
                reading.refuse_value("people", value, say::TABLES.with(&[&"team.people.<folder>"]));
            }
        }
    }

    /// What is said of articles by pattern: who checks them, and by when.
    fn articles(
        &mut self,
        reading: &mut Reading<'_>,
        name: &str,
        at: Range<usize>,
        value: &Value<'_>,
    ) {
        match value.get_ref().as_table() {
            _ if reading.source.layer == Layer::User => {
                reading.misplaced(at, &format!("team.{name}"), Layer::Desk);
            }
            Some(table) if name == "due" => self.roster.due = roster::due(reading, table),
            Some(table) => self.roster.assign = roster::assign(reading, table),
            None => reading.refuse_value(
                name,
                value,
                say::A_TABLE.with(&[&format_args!("team.{name}")]),
            ),
        }
    }

    fn setting(
        &mut self,
        reading: &mut Reading<'_>,
        group: &str,
        name: &str,
        at: Range<usize>,
        value: &Value<'_>,
    ) {
        let Some(setting) = SETTINGS.iter().find(|setting| setting.split() == (group, name)) else {
            let own = SETTINGS.iter().map(settings::Setting::split).filter(|(g, _)| *g == group);
            let mut names: Vec<_> = own.map(|(_, name)| name).collect();
            if group.is_empty() {
                names.extend(groups().chain(["labels", "keys", "renamed"]));
            }
            let what = match group {
                "" => say::NO_SETTING.with(&[&name]),
                _ => say::NO_SETTING_IN.with(&[&name, &group]),
            };
            let hint = elsewhere(group, name).unwrap_or_else(|| known(name, names));
            return reading.refuse(at, what, hint);
        };
        if let Some(only) = setting.only.filter(|only| *only != reading.source.layer) {
            return reading.misplaced(at, setting.name, only);
        }
        match (setting.set)(&mut self.values, value.get_ref()) {
            Ok(()) => {
                self.origins.insert(setting.name.to_owned(), reading.source.place(at.start));
            }
            Err(wanted) => reading.refuse_value(name, value, wanted),
        }
    }

    /// Articles and decisions must not lie in one another: files of one would be read as the other's.
    fn folders(&mut self, reading: &mut Reading<'_>, table: &Table<'_>) {
        let (seeds, annotations) = (&self.values.seeds, &self.values.annotations);
        if !seeds.starts_with(annotations) && !annotations.starts_with(seeds) {
            return;
        }
        let at =
            table.iter().find(|(key, _)| key.get_ref() == "folders").map(|(key, _)| key.span());
        reading.refuse(
            at.unwrap_or_default(),
            say::FOLDERS_OVERLAP.with(&[&seeds.display(), &annotations.display()]),
            say::FOLDERS_OVERLAP_HINT,
        );
        let Values { seeds, annotations, .. } = Values::default();
        self.values = Values { seeds, annotations, ..self.values.clone() };
        self.origins.retain(|name, _| !name.starts_with("folders."));
    }
}

/// Where a setting of this name belongs that was written in another table.
fn elsewhere(group: &str, name: &str) -> Option<Message> {
    let mut names = SETTINGS.iter().map(settings::Setting::split);
    let (table, _) = names.find(|(table, known)| *known == name && *table != group)?;
    Some(match table {
        "" => say::WRITE_AT_TOP.with(&[&name]),
        table => say::WRITE_BELOW.with(&[&table]),
    })
}

/// The tables of plain settings.
fn groups() -> impl Iterator<Item = &'static str> {
    let mut last = "";
    SETTINGS.iter().map(|setting| setting.split().0).filter(move |group| {
        let new = *group != last;
        last = group;
        new
    })
}

/// So many problems of a file are told: nobody reads more, and the file may come from anybody.
const MOST_PROBLEMS: usize = 100;

/// A file being read, and what was wrong in it so far, by byte.
struct Reading<'a> {
    source: &'a Source,
    problems: &'a mut Vec<(usize, Problem)>,
}

impl Reading<'_> {
    fn refuse(&mut self, at: Range<usize>, what: impl Into<Message>, hint: impl Into<Message>) {
        if self.problems.len() >= MOST_PROBLEMS {
            return;
        }
        let what = what.into().map(|words| plain(words).into_owned());
        self.problems.push((at.start, Problem::new(self.source.place(at.start), what, hint)));
    }

    fn refuse_value(&mut self, name: &str, value: &Value<'_>, wanted: impl Into<Message>) {
        let words = self.source.words(value.span());
        self.refuse(value.span(), say::CANNOT_BE.with(&[&name, &words]), wanted);
    }

    fn misplaced(&mut self, at: Range<usize>, name: &str, only: Layer) {
        let (what, hint) = match only {
            Layer::User => (say::ONE_PERSONS, say::ONE_PERSONS_HINT),
            Layer::Desk => (say::THE_DESKS, say::THE_DESKS_HINT),
        };
        self.refuse(at, what.with(&[&name]), hint);
    }
}

/// Adds what is no TOML, and drops what only followed from it on the same line.
fn syntax(
    source: &Source,
    table: &Table<'_>,
    errors: &[toml::de::Error],
    problems: &mut Vec<(usize, Problem)>,
) {
    let errors = &errors[..errors.len().min(MOST_PROBLEMS)];
    let lines: Vec<_> =
        errors.iter().filter_map(|error| Some(source.line(error.span()?.start))).collect();
    problems.retain(|(at, _)| !lines.contains(&source.line(*at)));
    let mut told = Vec::new();
    for error in errors {
        let at = error.span().unwrap_or_default();
        if told.contains(&source.line(at.start)) {
            continue;
        }
        told.push(source.line(at.start));
        let name = source.text.get(at.clone()).unwrap_or_default().trim_matches(['"', '\'']);
        let (what, hint) = if error.message() == "duplicate key" {
            let first = key_before(table, name, at.start);
            let what = match first {
                Some(first) => say::SET_TWICE_AT.with(&[&name, &source.place(first)]),
                None => say::SET_TWICE.with(&[&name]),
            };
            (what, say::KEEP_ONE.into())
        } else {
            // What the parser says is its own English.
            (Message::same(error.message()), say::TOML.with(&[&"https://toml.io"]))
        };
        let what = what.map(|words| plain(words).into_owned());
        problems.push((at.start, Problem::new(source.place(at.start), what, hint)));
    }
}
