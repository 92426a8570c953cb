//! The strip of the lesson, above the foot.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::state::Model;
use crate::state::query::tutor;
use crate::ui::paint::{fill, put_line, wrapped};
use crate::ui::theme::Theme;

/// Draws the strip.
pub(in crate::ui) fn draw(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let Some(lesson) = &model.tutor else { return };
    let style = theme.selected(true);
    fill(buf, area, style);
    let lines = wrapped(&tutor::headed(model, lesson), area.width.saturating_sub(2).max(1), style);
    for (y, line) in (area.y..area.bottom()).zip(&lines) {
        put_line(buf, area.x + 1, y, area.width.saturating_sub(2), line);
    }
}
