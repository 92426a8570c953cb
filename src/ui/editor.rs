//! Drawing a text being written.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::theme::Theme;
use crate::state::model::editor::Editor;

/// Draws the text area; gives the cell of its cursor.
pub(super) fn draw(
    editor: &Editor,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    draw_in(editor, theme.dialog(), area, buf)
}

fn draw_in(editor: &Editor, style: Style, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let mut shown = editor.area().clone();
    shown.set_style(style);
    shown.set_cursor_line_style(Style::new());
    shown.set_cursor_style(style);
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

/// Draws an editor of one line; gives the cell of its cursor, where it has the focus.
pub(super) fn draw_line(
    editor: &Editor,
    theme: Theme,
    focused: bool,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let style = if focused { theme.input() } else { theme.dialog() };
    if !focused {
        super::paint::put(buf, area.x, area.y, area.width, &editor.text(), style);
        return None;
    }
    draw_in(editor, style, area, buf)
}
