//! A list to choose from: differences, facts, what needs a look. Each line may
//! lead to a place; coming back is `back`, as after any jump.

use super::desk::ArticleId;
use super::dialog::Dialog;
use super::list::scrolled;
use super::model::Model;
use super::reader::Target;
use super::signal::Effect;
use super::{geometry, help, related};
use crate::command::Command;
use crate::i18n::Text;

/// How a line looks: the theme decides what that means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Running text.
    Plain,
    /// What may be overlooked.
    Dim,
    /// What needs a look.
    Warning,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The head of a group, with something short at its right.
    Head(String, String),
    /// An entry.
    Entry {
        /// Its words.
        text: String,
        /// More, behind it and less loud.
        detail: String,
        /// How it looks.
        tone: Tone,
        /// Where it leads: an article and a byte of its text.
        target: Option<(ArticleId, usize)>,
    },
    /// Nothing.
    Blank,
}

impl Row {
    /// Whether the selection can stand on it.
    const fn is_entry(&self) -> bool {
        matches!(self, Self::Entry { .. })
    }
}

/// The dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browse {
    /// Its title.
    pub title: Text,
    /// What to say where there is nothing.
    pub empty: Text,
    /// The lines; none while they are being gathered.
    pub rows: Option<Vec<Row>>,
    /// The selected line.
    pub selected: usize,
    /// The first visible line.
    pub top: usize,
}

/// Opens a list.
pub(super) fn open(model: &mut Model, title: Text, empty: Text, rows: Option<Vec<Row>>) {
    let mut browse = Browse { title, empty, rows: None, selected: 0, top: 0 };
    if let Some(rows) = rows {
        browse.fill(rows);
    }
    model.dialog = Some(Dialog::Browse(browse));
}

/// The list that is open, also where the help lies over it.
pub(super) fn shown(model: &mut Model) -> Option<&mut Browse> {
    let dialog = match model.dialog.as_mut()? {
        Dialog::Help(help) => help.under.as_deref_mut()?,
        dialog => dialog,
    };
    match dialog {
        Dialog::Browse(browse) => Some(browse),
        _ => None,
    }
}

impl Browse {
    /// Takes the lines.
    pub(super) fn fill(&mut self, rows: Vec<Row>) {
        self.selected = rows.iter().position(Row::is_entry).unwrap_or_default();
        self.rows = Some(rows);
    }

    fn select(&mut self, line: usize, down: bool, visible: usize) {
        let Some(rows) = &self.rows else { return };
        let line = line.min(rows.len().saturating_sub(1));
        let below = rows.iter().skip(line).position(Row::is_entry).map(|i| i + line);
        let above = rows.iter().take(line + 1).rposition(Row::is_entry);
        let found = if down { below.or(above) } else { above.or(below) };
        self.selected = found.unwrap_or_default();
        // The head of the group stays in sight with its first entry.
        let head = if self.selected == rows.iter().position(Row::is_entry).unwrap_or_default() {
            0
        } else {
            self.selected.saturating_sub(1)
        };
        self.top = scrolled(self.top.min(head), self.selected, visible, rows.len());
    }

    /// Selects an entry; tells whether there is one in this line.
    pub(super) fn choose(&mut self, line: usize) -> bool {
        let entry = self.rows.iter().flatten().nth(line).is_some_and(Row::is_entry);
        self.selected = if entry { line } else { self.selected };
        entry
    }

    fn target(&self) -> Option<(ArticleId, usize)> {
        match self.rows.as_ref()?.get(self.selected)? {
            Row::Entry { target, .. } => *target,
            _ => None,
        }
    }
}

/// Lines that show at once.
pub fn visible(model: &Model) -> usize {
    usize::from(geometry::screen(model).body.height.saturating_sub(2)).max(1)
}

/// Carries out a command of the list.
pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let visible = visible(model);
    let Some(Dialog::Browse(browse)) = &mut model.dialog else { return Vec::new() };
    let at = browse.selected;
    match command {
        Command::Next => browse.select(at + 1, true, visible),
        Command::Previous => browse.select(at.saturating_sub(1), false, visible),
        Command::PageDown => browse.select(at + visible, true, visible),
        Command::PageUp => browse.select(at.saturating_sub(visible), false, visible),
        Command::Top => browse.select(0, true, visible),
        Command::Bottom => browse.select(usize::MAX, false, visible),
        Command::Open => {
            let Some((article, at)) = browse.target() else { return Vec::new() };
            model.dialog = None;
            return related::jump(model, article, Target::Claim(at));
        }
        Command::Help => return help::open(model),
        Command::Cancel => model.dialog = None,
        _ => {}
    }
    Vec::new()
}
