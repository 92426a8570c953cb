//! What stands around panes and dialogs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint;
use super::theme::Theme;
use crate::core::article::width::text_cells;
use crate::state::query::geometry;

/// The head of a pane: its title, and something short at the right.
pub(super) fn header(
    theme: Theme,
    area: Rect,
    focused: bool,
    title: &str,
    right: &str,
    buf: &mut Buffer,
) {
    if area.height < 2 {
        return;
    }
    if area.y > 0 {
        for x in area.left()..area.right() {
            paint::put(buf, x, area.y, 1, theme.lines().1, theme.border());
        }
    }
    let style = theme.header(focused);
    let sign = if focused { theme.pointer() } else { " " };
    let room = area.width.saturating_sub(1);
    paint::put(buf, area.x, area.y, area.width, sign, style);
    let tail = (text_cells(right) as u16).min(room);
    let head = if tail == 0 { room } else { room.saturating_sub(tail + 2) };
    let title = if area.y > 0 { format!("{title} ") } else { title.to_owned() };
    paint::put(buf, area.x + 1, area.y, head, &title, style);
    paint::put(buf, area.right() - tail.min(area.width), area.y, tail, right, theme.dim());
}

/// A box for a dialog, cleared and framed; gives the room inside.
pub(super) fn dialog_box(theme: Theme, area: Rect, title: &str, buf: &mut Buffer) -> Rect {
    paint::fill(buf, area, theme.dialog());
    if area.width < 4 || area.height < 3 {
        return area;
    }
    let ascii = theme.is_ascii();
    let (upright, level) = theme.lines();
    let corners = if ascii { ["+"; 4] } else { ["╭", "╮", "╰", "╯"] };
    let style = theme.dialog().patch(theme.accent());
    let (left, right, top, bottom) = (area.left(), area.right() - 1, area.top(), area.bottom() - 1);
    for x in left..=right {
        paint::put(buf, x, top, 1, level, style);
        paint::put(buf, x, bottom, 1, level, style);
    }
    for y in top..=bottom {
        paint::put(buf, left, y, 1, upright, style);
        paint::put(buf, right, y, 1, upright, style);
    }
    for ((x, y), sign) in
        [(left, top), (right, top), (left, bottom), (right, bottom)].into_iter().zip(corners)
    {
        paint::put(buf, x, y, 1, sign, style);
    }
    paint::put(buf, left + 2, top, area.width.saturating_sub(4), &format!(" {title} "), style);
    geometry::inside(area)
}
