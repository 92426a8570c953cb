//! The line of tags, and the tags in use that fit.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Draw;
use crate::core::article::width::text_cells;
use crate::i18n::messages as say;
use crate::state::Model;
use crate::state::dialogs::tags::TagsDialog;
use crate::state::query::geometry;
use crate::ui::editor;
use crate::ui::frame::dialog_box;
use crate::ui::paint::{put, put_line, wrapped};
use crate::ui::theme::Theme;

/// Widest box, in cells.
const WIDTH: u16 = 64;

impl Draw for TagsDialog {
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = model.settings.lang;
        let dim = theme.dialog().patch(theme.dim());
        let width = WIDTH.min(body.width);
        let hint = wrapped(say::TAGS_HINT.to(lang), width.saturating_sub(4).max(1), dim);
        let area = geometry::centred(body, width, hint.len() as u16 + 6);
        let room = dialog_box(theme, area, say::TAGS.to(lang), buf);
        let line = Rect { height: room.height.min(1), ..room };
        buf.set_style(line, theme.input());
        let cursor = editor::draw_line(&self.editor, theme, true, line, buf);
        completions(self, theme, room, buf);
        for (y, line) in (room.y + 4..room.bottom()).zip(&hint) {
            put_line(buf, room.x, y, room.width, line);
        }
        cursor
    }
}

/// The completions in a row, the one that Tab takes marked; scrolled so that it shows.
fn completions(dialog: &TagsDialog, theme: Theme, room: Rect, buf: &mut Buffer) {
    let y = room.y + 2;
    if y >= room.bottom() {
        return;
    }
    let tags = dialog.completions();
    let size = |tag: &&str| text_cells(tag) + 2;
    let mut from = 0;
    while from < dialog.picked
        && tags[from..=dialog.picked].iter().map(size).sum::<usize>() > usize::from(room.width)
    {
        from += 1;
    }
    let mut x = room.x;
    for (i, tag) in tags.iter().enumerate().skip(from) {
        let style = if i == dialog.picked { theme.accent() } else { theme.dim() };
        let width = room.right().saturating_sub(x);
        x += put(buf, x, y, width, tag, theme.dialog().patch(style)) + 2;
    }
}
