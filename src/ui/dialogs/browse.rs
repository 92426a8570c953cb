//! A list to choose from.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Draw;
use crate::core::article::width::text_cells;
use crate::i18n::messages as say;
use crate::state::Model;
use crate::state::dialogs::browse::{Browse, Row, Tone};
use crate::state::query::geometry;
use crate::ui::frame::dialog_box;
use crate::ui::paint::{put, put_line, wrapped};
use crate::ui::theme::Theme;

impl Draw for Browse {
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = model.settings.lang;
        let rows = self.rows.as_deref().unwrap_or_default();
        let area = geometry::browse(body, rows.len());
        let room = dialog_box(theme, area, self.title.to(lang), buf);
        if rows.is_empty() {
            let text = if self.rows.is_some() { self.empty } else { say::READING };
            for (y, line) in
                (room.y..room.bottom()).zip(wrapped(text.to(lang), room.width, theme.dim()))
            {
                put_line(buf, room.x, y, room.width, &line);
            }
            return Some(Position::new(room.x, room.y));
        }
        let mut cursor = None;
        for ((index, row), y) in rows.iter().enumerate().skip(self.top).zip(room.y..room.bottom()) {
            if index == self.selected {
                buf.set_style(Rect { y, height: 1, ..room }, theme.selected(true));
                cursor = Some(Position::new(room.x, y));
            }
            draw_row(theme, row, Rect { y, height: 1, ..room }, buf);
        }
        cursor
    }
}

fn draw_row(theme: Theme, row: &Row, area: Rect, buf: &mut Buffer) {
    match row {
        Row::Blank => {}
        Row::Head(title, right) => {
            let tail = text_cells(right) as u16;
            put(buf, area.x, area.y, area.width.saturating_sub(tail + 2), title, theme.accent());
            put(buf, area.right().saturating_sub(tail), area.y, tail, right, theme.dim());
        }
        Row::All { text, detail } => {
            let tail = text_cells(detail) as u16;
            put(buf, area.x, area.y, area.width.saturating_sub(tail + 2), text, theme.accent());
            put(buf, area.right().saturating_sub(tail), area.y, tail, detail, theme.dim());
        }
        Row::Entry { text, detail, tone, .. } => {
            let style = match tone {
                Tone::Plain => Theme::text(),
                Tone::Dim => theme.dim(),
                Tone::Warning => theme.warning(),
            };
            let used = put(buf, area.x + 2, area.y, area.width.saturating_sub(2), text, style) + 4;
            put(buf, area.x + used, area.y, area.width.saturating_sub(used), detail, theme.dim());
        }
    }
}
