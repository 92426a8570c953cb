//! A list whose lines each do something.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Draw;
use crate::core::article::width::text_cells;
use crate::state::Model;
use crate::state::dialogs::choose::Choose;
use crate::state::query::geometry;
use crate::ui::frame::dialog_box;
use crate::ui::paint::put;
use crate::ui::theme::Theme;

/// The widest column of names, in cells.
const NAMES: usize = 16;

impl Draw for Choose {
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = model.settings.lang;
        let area = geometry::browse(body, self.rows.len());
        let room = dialog_box(theme, area, self.title.to(lang), buf);
        let names = self.rows.iter().map(|row| text_cells(&row.name)).max().unwrap_or(0);
        let names = names.min(NAMES) as u16;
        let mut cursor = None;
        let visible = self.rows.iter().enumerate().skip(self.top);
        for ((index, row), y) in visible.zip(room.y..room.bottom()) {
            if index == self.selected {
                buf.set_style(Rect { y, height: 1, ..room }, theme.selected(true));
                put(buf, room.x, y, 1, theme.pointer(), theme.accent());
                cursor = Some(Position::new(room.x, y));
            }
            let name = names.min(room.width.saturating_sub(2));
            put(buf, room.x + 2, y, name, &row.name, theme.accent());
            let (x, tail) = (room.x + 4 + names, text_cells(&row.detail) as u16);
            let gap = room.right().saturating_sub(tail + 1);
            let wide = tail > 0 && gap > x + 24;
            let end = if wide { gap.saturating_sub(2) } else { room.right() };
            put(buf, x, y, end.saturating_sub(x), &row.text, Theme::text());
            if wide {
                put(buf, gap, y, tail, &row.detail, theme.dim());
            }
        }
        cursor
    }
}
