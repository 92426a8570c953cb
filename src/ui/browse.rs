//! A list to choose from.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::dialog_box;
use super::paint::{put, put_line, wrapped};
use super::theme::Theme;
use crate::core::article::width::text_cells;
use crate::i18n::messages as say;
use crate::state::browse::{Browse, Row, Tone};
use crate::state::{Model, geometry};

/// Draws the dialog; gives the cell of the selected line.
pub(super) fn draw(
    model: &Model,
    browse: &Browse,
    theme: Theme,
    body: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let lang = model.settings.lang;
    let rows = browse.rows.as_deref().unwrap_or_default();
    let area = geometry::browse(body, rows.len());
    let room = dialog_box(theme, area, browse.title.to(lang), buf);
    if rows.is_empty() {
        let text = if browse.rows.is_some() { browse.empty } else { say::READING };
        for (y, line) in
            (room.y..room.bottom()).zip(wrapped(text.to(lang), room.width, theme.dim()))
        {
            put_line(buf, room.x, y, room.width, &line);
        }
        return Some(Position::new(room.x, room.y));
    }
    let mut cursor = None;
    for ((index, row), y) in rows.iter().enumerate().skip(browse.top).zip(room.y..room.bottom()) {
        if index == browse.selected {
            buf.set_style(Rect { y, height: 1, ..room }, theme.selected(true));
            cursor = Some(Position::new(room.x, y));
        }
        draw_row(theme, row, Rect { y, height: 1, ..room }, buf);
    }
    cursor
}

fn draw_row(theme: Theme, row: &Row, area: Rect, buf: &mut Buffer) {
    match row {
        Row::Blank => {}
        Row::Head(title, right) => {
            let tail = text_cells(right) as u16;
            put(buf, area.x, area.y, area.width.saturating_sub(tail + 2), title, theme.accent());
            put(buf, area.right().saturating_sub(tail), area.y, tail, right, theme.dim());
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
