//! Drawing a text being written.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::theme::Theme;
use crate::state::editor::Editor;

/// Draws the text area; gives the cell of its cursor.
pub(super) fn draw(
    editor: &Editor,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let mut shown = editor.area().clone();
    shown.set_style(theme.dialog());
    shown.set_cursor_line_style(Style::new());
    shown.set_cursor_style(theme.dialog());
    (&shown).render(area, buf);
    let cursor = shown.screen_cursor();
    let (top, left) = shown.scroll_offset();
    let x = area.x + (cursor.col as u16).saturating_sub(left);
    let y = area.y + (cursor.row as u16).saturating_sub(top);
    Some(Position::new(
        x.min(area.right().saturating_sub(1)),
        y.min(area.bottom().saturating_sub(1)),
    ))
}
