//! A question in the middle of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Draw;
use crate::command::{Command, Context};
use crate::i18n::messages as say;
use crate::state::Model;
use crate::state::dialogs::confirm::Question;
use crate::state::query::{geometry, keys};
use crate::ui::frame::dialog_box;
use crate::ui::paint::{put_line, wrapped};
use crate::ui::theme::Theme;

impl Draw for Question {
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = model.settings.lang;
        let name = |article: usize| model.desk.articles.get(article).map(|a| &*a.listing.name);
        let key = |command| keys::in_place(model, Context::Confirm, command);
        let (yes, no) = (key(Command::Yes), key(Command::No));
        let text = match self {
            Question::WriteBack(article) => {
                say::WRITE_BACK.fill(lang, &[&name(*article).unwrap_or_default(), &yes, &no])
            }
            Question::LetGo(_) => say::LET_GO.fill(lang, &[&yes, &no]),
            Question::QuitUnsaved => {
                let why = model.desk.failure().map(|failure| failure.whole.as_str());
                let why = why.unwrap_or_else(|| say::SAVE_WAITS.to(lang));
                say::QUIT_UNSAVED.fill(lang, &[&why, &key(Command::KeepElsewhere), &yes, &no])
            }
        };
        let width = 64.min(body.width);
        let lines = wrapped(&text, width.saturating_sub(4).max(1), theme.dialog());
        let area = geometry::centred(body, width, lines.len() as u16 + 2);
        let room = dialog_box(theme, area, say::QUESTION.to(lang), buf);
        for (y, line) in (room.y..room.bottom()).zip(&lines) {
            put_line(buf, room.x, y, room.width, line);
        }
        Some(Position::new(room.x, room.y))
    }
}
