//! The page of keys.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::dialog_box;
use super::paint::{put, put_line};
use super::theme::Theme;
use crate::i18n::messages as say;
use crate::state::help::{Help, Row, WIDEST, columns, rows};
use crate::state::{Model, geometry};

/// Draws the dialog.
pub(super) fn draw(
    model: &Model,
    help: &Help,
    theme: Theme,
    body: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let rows = rows(model, help.place);
    let area = geometry::centred(body, WIDEST, rows.len() as u16 + 2);
    let room = dialog_box(theme, area, say::HELP.to(model.settings.lang), buf);
    let (keys, _) = columns(model);
    for (y, row) in (room.y..room.bottom()).zip(rows.iter().skip(help.top)) {
        match row {
            Row::Title(title) => {
                put(buf, room.x, y, room.width, title, theme.dialog().patch(theme.accent()));
            }
            Row::Blank => {}
            Row::Key { doc, origin, .. } => {
                put(buf, room.x + 1, y, keys, &row.keys(), theme.dialog().patch(theme.accent()));
                let x = room.x + keys + 3;
                let used = put(buf, x, y, room.right().saturating_sub(x), doc, theme.dialog());
                let at = x + used + 2;
                put_line(
                    buf,
                    at,
                    y,
                    room.right().saturating_sub(at),
                    &ratatui::text::Line::styled(origin.clone(), theme.dialog().patch(theme.dim())),
                );
            }
        }
    }
    if rows.len() > help.top + usize::from(room.height) && area.height > 2 {
        put(
            buf,
            area.right().saturating_sub(8),
            area.bottom() - 1,
            5,
            " ↓ … ",
            theme.dialog().patch(theme.accent()),
        );
    }
    Some(Position::new(room.x, room.y))
}
