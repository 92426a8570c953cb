//! The editor of a note.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::paint::put;
use super::theme::Theme;
use super::{dialog_box, editor};
use crate::i18n::messages as say;
use crate::state::note::NoteDialog;
use crate::state::{Model, geometry};

/// Draws the dialog; gives the cell of the cursor.
pub(super) fn draw(
    model: &Model,
    note: &NoteDialog,
    theme: Theme,
    body: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let area = geometry::note(body, note.editor.text().lines().count());
    let room = dialog_box(theme, area, say::NOTE.to(model.settings.lang), buf);
    let words = model.reader.doc.as_ref().map_or("", |doc| note.span.of(doc.text()));
    let quote = u16::from(room.height > 4) * 2;
    if quote > 0 {
        put(buf, room.x, room.y, room.width, words, theme.dialog().patch(theme.dim()));
    }
    editor::draw(
        &note.editor,
        theme,
        Rect { y: room.y + quote, height: room.height - quote, ..room },
        buf,
    )
}
