//! The mouse over the panes: click to focus and choose, wheel to scroll.

use super::{panes, related, select};
use crate::core::article::rows;
use crate::state::model::Model;
use crate::state::model::settings::Pane;
use crate::state::model::signal::{Effect, Mouse, MouseAct};
use crate::state::query::geometry;

/// Carries out what the mouse did.
pub(in crate::state) fn on(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    if mouse.act == MouseAct::Release {
        model.pressed = None;
        return Vec::new();
    }
    let Some((pane, area)) = geometry::screen(model).at(mouse.x, mouse.y) else {
        return Vec::new();
    };
    match mouse.act {
        MouseAct::WheelDown => panes::scroll_by(model, pane, geometry::WHEEL),
        MouseAct::WheelUp => panes::scroll_by(model, pane, -geometry::WHEEL),
        MouseAct::Press => {
            model.focus = pane;
            model.notice = None;
            let row = mouse.y.saturating_sub(geometry::inner(area).y);
            match pane {
                Pane::Articles => click_article(model, row),
                Pane::Text => click_text(model, mouse.x, row),
                Pane::Claim => click_claim(model, row),
            }
        }
        MouseAct::Drag => {
            let row = mouse.y.saturating_sub(geometry::inner(area).y);
            drag_text(model, pane, mouse.x, row)
        }
        MouseAct::Release => Vec::new(),
    }
}

fn click_article(model: &mut Model, row: u16) -> Vec<Effect> {
    let line = model.list.top + usize::from(row / geometry::LIST_ROWS);
    let pane = geometry::screen(model).articles.unwrap_or_default();
    let below = row >= geometry::list_room(model, pane).height;
    if below || line >= model.list.order.len() {
        return Vec::new();
    }
    let visible = geometry::list_lines(model);
    model.list.select(line, visible);
    panes::preview(model)
}

/// Selects the words that the mouse is drawn over.
fn drag_text(model: &mut Model, pane: Pane, x: u16, row: u16) -> Vec<Effect> {
    if let (Some(from), Pane::Text, Some(to)) = (model.pressed, pane, byte_at(model, x, row)) {
        select::drag(model, from, to);
    }
    Vec::new()
}

/// A related claim is gone to, as a link is.
fn click_claim(model: &mut Model, row: u16) -> Vec<Effect> {
    let line = model.reader.claim_top + usize::from(row);
    let index = model.reader.related_rows.iter().position(|rows| rows.contains(&line));
    index.map_or_else(Vec::new, |index| related::open(model, index + 1))
}

fn click_text(model: &mut Model, x: u16, row: u16) -> Vec<Effect> {
    model.selection = None;
    model.pressed = byte_at(model, x, row);
    let Some(at) = model.pressed else { return Vec::new() };
    // Where claims overlap the smaller one is on top.
    let under = model.reader.items.iter().enumerate().filter(|(_, item)| item.span.contains(at));
    if let Some((index, _)) = under.min_by_key(|(_, item)| item.span.len()) {
        model.reader.current = Some(index);
        model.reader.claim_top = 0;
    }
    Vec::new()
}

/// The byte of the text shown at a column of the screen, in this row of the text pane.
fn byte_at(model: &Model, x: u16, row: u16) -> Option<usize> {
    let pane = geometry::screen(model).text?;
    let column = geometry::column(pane, model.settings.column);
    let doc = model.reader.doc.as_ref()?;
    let line = usize::from(row / model.settings.spacing.max(1));
    let width = usize::from(column.width);
    let row = *rows::rows_from(doc, width, model.reader.top, line + 1).get(line)?;
    let cell = usize::from(x.checked_sub(column.x)?);
    Some(rows::byte_at_cell(doc, width, row, cell))
}
