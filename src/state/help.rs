//! The page of keys of a place.

use super::dialog::Dialog;
use super::model::Model;
use super::signal::Effect;
use crate::command::{Action, COMMANDS, Command, Context, Origin};
use crate::core::text::rows::wrap;
use crate::i18n::messages as say;

/// The help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// The place it explains.
    pub place: Context,
    /// First visible row.
    pub top: usize,
}

/// A row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The title of a place.
    Title(String),
    /// Nothing.
    Blank,
    /// A command with its keys.
    Key {
        /// Its keys by name, the shortest first.
        keys: Vec<String>,
        /// What it does.
        doc: String,
        /// The file that set a key, where one did.
        origin: String,
    },
}

impl Row {
    /// The keys in one text.
    pub fn keys(&self) -> String {
        match self {
            Self::Key { keys, .. } => keys.join(" "),
            _ => String::new(),
        }
    }
}

/// Opens the help of the place where the person is.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.dialog = Some(Dialog::Help(Help { place: model.context(), top: 0 }));
    Vec::new()
}

/// Carries out a command of the help.
pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let page = usize::from(model.size.1.saturating_sub(4)).max(1);
    let Some(Dialog::Help(help)) = &model.dialog else { return Vec::new() };
    let last = rows(model, help.place).len().saturating_sub(page);
    let Some(Dialog::Help(help)) = &mut model.dialog else { return Vec::new() };
    let top = match command {
        Command::LineDown => help.top + 1,
        Command::LineUp => help.top.saturating_sub(1),
        Command::PageDown => help.top + page,
        Command::PageUp => help.top.saturating_sub(page),
        Command::Top => 0,
        Command::Bottom => last,
        _ => {
            model.dialog = None;
            return Vec::new();
        }
    };
    help.top = top.min(last);
    Vec::new()
}

/// Widest help, in cells, its frame included.
pub const WIDEST: u16 = 92;
/// Cells that frame, margins and gaps take of it.
const AROUND: u16 = 8;

/// Cells for the keys and for what they do.
pub fn columns(model: &Model) -> (u16, u16) {
    let room = model.size.0.min(WIDEST).saturating_sub(AROUND);
    let keys = (room / 4).clamp(1, 22);
    (keys, (room - keys.min(room)).max(1))
}

/// The rows of the help of a place: its own keys, then those of its parents.
/// What a key does goes on in rows without keys where it does not fit into one.
pub fn rows(model: &Model, place: Context) -> Vec<Row> {
    let mut out = Vec::new();
    let mut at = Some(place);
    while let Some(place) = at {
        if !out.is_empty() {
            out.push(Row::Blank);
        }
        out.push(Row::Title(place.title().to(model.settings.lang).to_owned()));
        out.extend(verdicts(model, place));
        let commands = COMMANDS
            .iter()
            .map(|entry| (Action::Do(entry.command), entry.doc.to(model.settings.lang).to_owned()));
        out.extend(commands.filter_map(|(action, doc)| row(model, place, action, doc)));
        at = place.parent();
    }
    let (_, width) = columns(model);
    out.into_iter().flat_map(|row| folded(row, usize::from(width))).collect()
}

fn folded(row: Row, width: usize) -> Vec<Row> {
    let Row::Key { mut keys, doc, mut origin } = row else { return vec![row] };
    let parts = wrap(&doc, width).into_iter().map(|part| part.of(&doc).trim_end().to_owned());
    let row = |doc| Row::Key {
        keys: std::mem::take(&mut keys),
        doc,
        origin: std::mem::take(&mut origin),
    };
    parts.map(row).collect()
}

fn verdicts(model: &Model, place: Context) -> Vec<Row> {
    let lang = model.settings.lang;
    let labels = model.settings.labels.iter().enumerate();
    let named = labels.map(|(i, label)| {
        let name = lang.pick(&label.en, &label.fr);
        (Action::Verdict(i), say::GIVE_VERDICT.fill(lang, &[&name]))
    });
    let related = (1..=9).map(|n| (Action::Related(n), say::OPEN_RELATED.fill(lang, &[&n])));
    named
        .chain(related.take(1))
        .filter_map(|(action, doc)| row(model, place, action, doc))
        .collect()
}

fn row(model: &Model, place: Context, action: Action, doc: String) -> Option<Row> {
    let mut bound: Vec<_> = model
        .settings
        .keymap
        .bound(place)
        .filter(|(_, a, _)| *a == action)
        .map(|(key, _, origin)| (key.to_string(), origin))
        .collect();
    bound.sort_by_key(|(key, _)| (key.chars().count(), key.clone()));
    let origin = bound.iter().find_map(|(_, origin)| match origin {
        Origin::File(file) => Some(file.clone()),
        Origin::Default | Origin::Label => None,
    });
    let keys: Vec<_> = bound.into_iter().map(|(key, _)| key).collect();
    (!keys.is_empty()).then(|| Row::Key { keys, doc, origin: origin.unwrap_or_default() })
}
