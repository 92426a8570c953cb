//! The strip of the lesson, above the foot.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{fill, put_line, wrapped};
use super::theme::Theme;
use crate::state::{Model, tutor};

/// Draws the strip.
pub(super) fn draw(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let Some(lesson) = &model.tutor else { return };
    let style = theme.selected(true);
    fill(buf, area, style);
    let lines = wrapped(&tutor::headed(model, lesson), area.width.saturating_sub(2).max(1), style);
    for (y, line) in (area.y..area.bottom()).zip(&lines) {
        put_line(buf, area.x + 1, y, area.width.saturating_sub(2), line);
    }
}
