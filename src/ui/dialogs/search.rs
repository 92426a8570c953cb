//! The line to search in the article, in the place of the foot.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Draw;
use crate::core::article::width::text_cells;
use crate::state::Model;
use crate::state::dialogs::search::SearchLine;
use crate::state::model::search::Search;
use crate::state::query::geometry::screen;
use crate::ui::editor;
use crate::ui::paint::{fill, put, put_line};
use crate::ui::panes::foot;
use crate::ui::theme::Theme;

impl Draw for SearchLine {
    fn draw(&self, model: &Model, theme: Theme, _body: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = screen(model).foot?;
        fill(buf, area, theme.dialog());
        let sign = put(buf, area.x, area.y, area.width, " /", theme.accent().patch(theme.dialog()));
        let room = Rect { x: area.x + sign, width: area.width.saturating_sub(sign), ..area };
        let input = Rect { width: room.width.min((room.width / 2).max(24)), ..room };
        let cursor = editor::draw(&self.editor, theme, input, buf);
        let x = input.right() + 1;
        let left = room.right().saturating_sub(x);
        let count = || model.search.as_ref().map(Search::count).unwrap_or_default();
        let notice = model.notice.as_ref().map(|notice| notice.text.clone());
        let found = notice.unwrap_or_else(count);
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
}
