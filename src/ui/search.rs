//! The line to search in the article, in the place of the foot.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::paint::{fill, put, put_line};
use super::theme::Theme;
use super::{editor, foot};
use crate::core::article::width::text_cells;
use crate::state::Model;
use crate::state::search::{SearchLine, count};

/// Draws the line; gives the cell of the cursor.
pub(super) fn draw(
    model: &Model,
    line: &SearchLine,
    theme: Theme,
    foot: Option<Rect>,
    buf: &mut Buffer,
) -> Option<Position> {
    let area = foot?;
    fill(buf, area, theme.dialog());
    let sign = put(buf, area.x, area.y, area.width, " /", theme.accent().patch(theme.dialog()));
    let room = Rect { x: area.x + sign, width: area.width.saturating_sub(sign), ..area };
    let input = Rect { width: room.width.min((room.width / 2).max(24)), ..room };
    let cursor = editor::draw(&line.editor, theme, input, buf);
    let x = input.right() + 1;
    let left = room.right().saturating_sub(x);
    let found = model.search.as_ref().map(count).unwrap_or_default();
    let style = theme.accent().patch(theme.dialog());
    let used = put(buf, x, area.y, left, &found, style);
    let at = x + used + 2;
    let left = usize::from(room.right().saturating_sub(at));
    let hints = foot::hints(model, theme, left);
    if left > text_cells("Enter ") {
        put_line(buf, at, area.y, left as u16, &hints);
    }
    cursor
}
