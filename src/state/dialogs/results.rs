//! Report and exports: what can be written, and where it is put.

use crate::command::{Command, Context};
use crate::i18n::Text;
use crate::i18n::messages as say;
use crate::state::model::list::scrolled;
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;
use crate::state::model::{Dialog, Model, Out, Overlay};
use crate::state::query::geometry;

/// The dialog.
#[derive(Clone, Debug)]
pub struct ResultsDialog {
    /// What can be written: id, what it is, and where it is put.
    pub rows: Vec<(&'static str, Text, String)>,
    /// The selected line.
    pub selected: usize,
    /// The first visible line.
    pub top: usize,
}

/// Opens it.
pub(super) fn open(model: &mut Model) {
    let rows = model.settings.exports.clone();
    model.dialog = Some(Box::new(ResultsDialog { rows, selected: 0, top: 0 }));
}

impl Dialog for ResultsDialog {
    fn opened_by(&self) -> Command {
        Command::Results
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
            Command::Open => return self.write(model),
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

    fn wheel(&self) -> Option<(Command, Command)> {
        Some((Command::Next, Command::Previous))
    }
}

impl ResultsDialog {
    fn write(&self, model: &mut Model) -> Out {
        let Some((id, _, _)) = self.rows.get(self.selected) else { return Out::default() };
        let all = model.desk.articles.len();
        model.notice = Some(Notice::info(say::WRITING.fill(model.settings.lang, &[&0, &all])));
        Out::close(vec![Effect::Work(Job::Write(id))])
    }
}

/// Lines that show at once.
fn visible(model: &Model) -> usize {
    usize::from(geometry::screen(model).body.height.saturating_sub(2)).max(1)
}
