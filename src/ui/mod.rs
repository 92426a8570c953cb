//! What is shown: reads the model, changes nothing. A file per pane or
//! dialog, with the same names as in `state/`.

mod dialogs;
mod editor;
mod frame;
mod link;
mod paint;
mod panes;
mod preview;
mod prose;
mod theme;
mod words;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::state::model::reader::ClaimPage;
use crate::state::query::geometry;
use crate::state::{Model, Pane};
use panes::{articles, claim, foot, select, text, tutor};
use theme::Theme;

/// Draws the whole screen.
///
/// ```text
/// ┌ articles ──────┬ text ──────────────────────────┬ claim ───────────┐
/// │ title      2/7 │    ▌✓ words with claims        │ ✗ disputed       │
/// │ file   ━━───── │     ○ highlighted in place     │ why, note,       │
/// │ …              │                               ┃│ evidence, team   │
/// ├────────────────┴────────────────────────────────┴──────────────────┤
/// │ foot: the keys that work now · messages · what is going on         │
/// └─────────────────────────────────────────────────────────────────────┘
/// ```
///
/// Gives the claim pane's page as it was drawn, where that pane shows: only drawing
/// knows how long it is, so it says where scrolling ends and what a click is on.
pub fn view(model: &Model, frame: &mut Frame<'_>) -> Option<ClaimPage> {
    let area = frame.area();
    // The frame may be smaller than the model thinks for one turn after a resize.
    if area.is_empty() || area.width < model.size.0 || area.height < model.size.1 {
        return None;
    }
    let (cursor, page) = draw(model, frame.buffer_mut());
    if let Some(cursor) = cursor.filter(|at| area.contains(*at)) {
        frame.set_cursor_position(cursor);
    }
    page
}

/// Draws into a buffer and tells where the terminal's cursor belongs: on the
/// current item, where a screen reader looks for it; and the claim pane's page.
fn draw(model: &Model, buf: &mut Buffer) -> (Option<Position>, Option<ClaimPage>) {
    let theme = Theme::new(model.settings.look);
    let screen = geometry::screen(model);
    let (mut cursor, mut page) = (None, None);
    for area in [screen.articles, screen.text]
        .into_iter()
        .flatten()
        .filter(|area| area.right() < screen.body.right())
    {
        border_right(theme, area, buf);
    }
    if let Some(area) = screen.articles {
        cursor = articles::draw(model, theme, area, buf).filter(|_| model.focus == Pane::Articles);
    }
    if let Some(area) = screen.text {
        cursor =
            text::draw(model, theme, area, buf).filter(|_| model.focus == Pane::Text).or(cursor);
    }
    if let Some(area) = screen.claim {
        let at = match &model.selection {
            Some(selection) => select::draw(model, selection, theme, area, buf),
            None => {
                let (at, drawn) = claim::draw(model, theme, area, buf);
                page = Some(drawn);
                Some(at)
            }
        };
        cursor = at.filter(|_| model.focus == Pane::Claim).or(cursor);
    }
    if let (Some(selection), None) = (&model.selection, screen.claim) {
        select::draw_line(model, selection, theme, screen.body, buf);
    }
    if let Some(area) = screen.strip {
        tutor::draw(model, theme, area, buf);
    }
    if let Some(area) = screen.foot {
        foot::draw(model, theme, area, buf);
    }
    if model.dialog.is_some() {
        cursor = dialogs::draw(model, theme, screen.body, buf);
    }
    if theme.is_ascii() {
        paint::plainer(buf);
    }
    (cursor, page)
}

/// The line right of a pane.
fn border_right(theme: Theme, area: Rect, buf: &mut Buffer) {
    for y in area.top()..area.bottom() {
        paint::put(buf, area.right(), y, 1, theme.lines().0, theme.border());
    }
}
