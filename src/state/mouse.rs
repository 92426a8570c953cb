//! The mouse: click to focus and choose, wheel to scroll.

use super::dialog::Dialog;
use super::model::{Model, Pane};
use super::signal::{Effect, Mouse, MouseAct};
use super::{geometry, panes, select, update};
use crate::command::{Action, Command};
use crate::core::text::rows;

/// Carries out what the mouse did.
pub(super) fn on(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    if model.dialog.is_some() {
        return on_picker(model, mouse);
    }
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
                Pane::Claim => Vec::new(),
            }
        }
        MouseAct::Drag => {
            let row = mouse.y.saturating_sub(geometry::inner(area).y);
            drag_text(model, pane, mouse.x, row)
        }
        MouseAct::Release => Vec::new(),
    }
}

/// The wheel goes through the list of a picker, a click takes a line of it.
fn on_picker(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    let body = geometry::screen(model).body;
    let (picker, area, count, take) = match &mut model.dialog {
        Some(Dialog::Find(find)) => {
            (&mut find.picker, geometry::picker(body), find.hits.len(), Command::Accept)
        }
        Some(Dialog::Palette(palette)) => {
            (&mut palette.picker, geometry::picker(body), palette.found.len(), Command::Accept)
        }
        Some(Dialog::Filter(filter)) => {
            (&mut filter.picker, geometry::filter(body), filter.offers.len(), Command::Complete)
        }
        _ => return Vec::new(),
    };
    let list = geometry::picker_list(area);
    let command = match mouse.act {
        MouseAct::WheelDown => Command::Next,
        MouseAct::WheelUp => Command::Previous,
        MouseAct::Press if list.contains((mouse.x, mouse.y).into()) => {
            let line = picker.top + usize::from(mouse.y - list.y);
            if line >= count {
                return Vec::new();
            }
            picker.selected = line;
            take
        }
        _ => return Vec::new(),
    };
    update::act(model, Action::Do(command))
}

fn click_article(model: &mut Model, row: u16) -> Vec<Effect> {
    let line = model.list.top + usize::from(row / geometry::LIST_ROWS);
    if line >= model.list.order.len() {
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
    let row =
        *rows::rows_from(doc, usize::from(column.width), model.reader.top, line + 1).get(line)?;
    let cell = usize::from(x.checked_sub(column.x)?);
    Some(row.start + rows::byte_at_cell(row.of(doc.text()), cell))
}
