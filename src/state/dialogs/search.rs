//! The line to search the open article with.

use super::find::Find;
use crate::command::{Command, Context, Key};
use crate::state::act::search;
use crate::state::model::editor::Editor;
use crate::state::model::search::Search;
use crate::state::model::settings::Pane;
use crate::state::model::{Dialog, Model, Out, Overlay};
use crate::state::query::geometry;

/// The line a query is typed in.
#[derive(Clone, Debug)]
pub(crate) struct SearchLine {
    /// What is typed.
    pub editor: Editor,
    /// Where the page began before: a byte of the text.
    top: usize,
    /// The search that was on before.
    before: Option<Search>,
}

/// Opens the line to type in.
pub(super) fn open(model: &mut Model) {
    model.focus = Pane::Text;
    let typed = model.typed.remove(&Command::Search).unwrap_or_default();
    let (mut editor, top, before) = (Editor::line(&typed), model.reader.top, model.search.take());
    editor.select_all();
    model.dialog = Some(Box::new(SearchLine { editor, top, before }));
}

impl Dialog for SearchLine {
    fn opened_by(&self) -> Command {
        Command::Search
    }

    fn context(&self) -> Context {
        Context::Search
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        match command {
            Command::Accept => return self.keep(model),
            Command::Cancel => {
                model.reader.top = self.top;
                model.search = None;
                return Out::leave(Vec::new());
            }
            Command::EraseAll => {
                self.editor.erase();
                return self.typed(model);
            }
            Command::Next | Command::Previous => search::step(model, command == Command::Next),
            Command::SearchDesk => {
                let (find, effects) = Find::begin(&self.editor.text());
                return Out::show(effects, Box::new(find));
            }
            _ => {}
        }
        Out::default()
    }

    fn key(&mut self, model: &mut Model, key: Key) -> Out {
        let before = self.editor.text();
        self.editor.key(key);
        if self.editor.text() == before { Out::default() } else { self.typed(model) }
    }

    fn paste(&mut self, model: &mut Model, text: &str) -> Out {
        self.editor.paste(text);
        self.typed(model)
    }

    fn typed(&self) -> Option<String> {
        Some(self.editor.text())
    }

    fn overlay(&self, model: &Model) -> Option<Overlay> {
        Some(Overlay::of(geometry::screen(model).foot.unwrap_or_default()))
    }

    fn beside(&self) -> Command {
        Command::Accept
    }
}

impl SearchLine {
    /// The search stays on. An empty line takes up the search before it.
    fn keep(&mut self, model: &mut Model) -> Out {
        match self.before.take().filter(|_| self.editor.text().is_empty()) {
            Some(before) => {
                model.search = Some(before);
                search::step(model, true);
            }
            None => search::settle(model),
        }
        Out::close(Vec::new())
    }

    fn typed(&mut self, model: &mut Model) -> Out {
        model.reader.top = self.top;
        Out::stay(search::set(model, &self.editor.text()))
    }
}
