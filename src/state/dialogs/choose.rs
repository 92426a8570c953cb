//! A list whose lines each do something, and close it: reports and exports, links, files to import.

use crate::command::{Command, Context};
use crate::i18n::{Text, messages as say};
use crate::state::model::list::scrolled;
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::model::{Dialog, Model, Out, Overlay};
use crate::state::query::geometry;

/// A line.
#[derive(Debug)]
pub(crate) struct Choice {
    /// Its name or kind, in a word.
    pub name: String,
    /// What it is.
    pub text: String,
    /// More, at the right, where there is room.
    pub detail: String,
    /// What is said once it is chosen.
    pub said: String,
    /// What is done then.
    pub does: Effect,
}

/// The dialog.
#[derive(Debug)]
pub(crate) struct Choose {
    /// The command it was opened by.
    pub by: Command,
    /// Its title.
    pub title: Text,
    /// The lines.
    pub rows: Vec<Choice>,
    /// The selected line.
    pub selected: usize,
    /// The first visible line.
    pub top: usize,
}

/// Opens it.
pub(super) fn open(model: &mut Model, by: Command, title: Text, rows: Vec<Choice>) {
    model.dialog = Some(Box::new(Choose { by, title, rows, selected: 0, top: 0 }));
}

impl Choice {
    /// Does what it is for.
    pub(super) fn done(self, model: &mut Model) -> Vec<Effect> {
        model.notice = Some(Notice::info(self.said));
        vec![self.does]
    }
}

impl Dialog for Choose {
    fn opened_by(&self) -> Command {
        self.by
    }

    fn context(&self) -> Context {
        Context::Browse
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        let (at, last) = (self.selected, self.rows.len().saturating_sub(1));
        let page = visible(model);
        self.selected = match command {
            Command::Next => (at + 1).min(last),
            Command::Previous => at.saturating_sub(1),
            Command::PageDown => (at + page).min(last),
            Command::PageUp => at.saturating_sub(page),
            Command::Top => 0,
            Command::Bottom => last,
            Command::Open if at <= last && !self.rows.is_empty() => {
                return Out::close(self.rows.swap_remove(at).done(model));
            }
            Command::Cancel => return Out::close(Vec::new()),
            _ => at,
        };
        self.top = scrolled(self.top, self.selected, page, self.rows.len());
        Out::default()
    }

    fn overlay(&self, model: &Model) -> Option<Overlay> {
        let area = geometry::browse(geometry::screen(model).body, self.rows.len());
        Some(Overlay { area, list: geometry::inside(area) })
    }

    fn choose(&mut self, _model: &Model, row: usize) -> Option<Command> {
        let line = self.top + row;
        self.selected = if line < self.rows.len() { line } else { self.selected };
        (line < self.rows.len()).then_some(Command::Open)
    }

    fn opening(&self) -> Option<Text> {
        (self.by != Command::OpenLink).then_some(say::CHOOSE)
    }

    fn wheel(&self) -> Option<(Command, Command)> {
        Some((Command::Next, Command::Previous))
    }
}

/// Lines that show at once.
fn visible(model: &Model) -> usize {
    usize::from(geometry::screen(model).body.height.saturating_sub(2)).max(1)
}
