//! Report and exports, a line each.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Draw;
use crate::core::article::width::text_cells;
use crate::i18n::messages as say;
use crate::state::Model;
use crate::state::dialogs::results::ResultsDialog;
use crate::state::query::geometry;
use crate::ui::frame::dialog_box;
use crate::ui::paint::put;
use crate::ui::theme::Theme;

impl Draw for ResultsDialog {
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = model.settings.lang;
        let area = geometry::browse(body, self.rows.len());
        let room = dialog_box(theme, area, say::RESULTS.to(lang), buf);
        let mut cursor = None;
        let visible = self.rows.iter().enumerate().skip(self.top);
        for ((index, (id, what, place)), y) in visible.zip(room.y..room.bottom()) {
            if index == self.selected {
                buf.set_style(Rect { y, height: 1, ..room }, theme.selected(true));
                put(buf, room.x, y, 1, theme.pointer(), theme.accent());
                cursor = Some(Position::new(room.x, y));
            }
            put(buf, room.x + 2, y, room.width.saturating_sub(2), id, theme.accent());
            let (x, tail) = (room.x + 18, text_cells(place) as u16);
            let gap = room.right().saturating_sub(tail + 1);
            let wide = gap > x + 24;
            let end = if wide { gap.saturating_sub(2) } else { room.right() };
            put(buf, x, y, end.saturating_sub(x), what.to(lang), Theme::text());
            if wide {
                put(buf, gap, y, tail, place, theme.dim());
            }
        }
        cursor
    }
}
