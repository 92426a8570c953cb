//! The mouse: click to focus and choose, wheel to scroll.

use super::dialog::Dialog;
use super::geometry::Overlay;
use super::model::{Model, Pane};
use super::picker::Picker;
use super::signal::{Effect, Mouse, MouseAct};
use super::{geometry, panes, related, select, update};
use crate::command::{Action, Command};
use crate::core::article::rows;

/// Carries out what the mouse did.
pub(super) fn on(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    if model.dialog.is_some() {
        return on_dialog(model, mouse);
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

/// Over a list the wheel goes through its lines and a click takes one. A click
/// beside a dialog closes it, keeping what was written where Esc or Enter keeps
/// it; a form with several fields and a question stay, since a slip of the hand
/// would cost too much there.
fn on_dialog(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    let Some(Overlay { area, list }) = geometry::overlay(model) else { return Vec::new() };
    let at = (mouse.x, mouse.y).into();
    let command = match mouse.act {
        MouseAct::WheelDown | MouseAct::WheelUp => {
            return wheel(model, mouse.act == MouseAct::WheelDown);
        }
        MouseAct::Press if list.contains(at) => take(model, usize::from(mouse.y - list.y)),
        MouseAct::Press if !area.contains(at) => beside(model),
        _ => None,
    };
    command.map_or_else(Vec::new, |command| update::act(model, Action::Do(command)))
}

/// What the wheel does over a dialog: it goes through lines, or scrolls.
fn wheel(model: &mut Model, down: bool) -> Vec<Effect> {
    let (next, previous) = match &model.dialog {
        Some(Dialog::Help(_)) => (Command::LineDown, Command::LineUp),
        Some(
            Dialog::Find(_)
            | Dialog::Palette(_)
            | Dialog::Filter(_)
            | Dialog::Browse(_)
            | Dialog::Overview(_),
        ) => (Command::Next, Command::Previous),
        _ => return Vec::new(),
    };
    let command = if down { next } else { previous };
    (0..geometry::WHEEL).flat_map(|_| update::act(model, Action::Do(command))).collect()
}

/// Selects the line in this row of a list; gives the command that takes it.
fn take(model: &mut Model, row: usize) -> Option<Command> {
    let articles = model.desk.articles.len();
    let choose = |picker: &mut Picker, count: usize| {
        let line = picker.top + row;
        picker.selected = if line < count { line } else { picker.selected };
        line < count
    };
    let (chosen, command) = match model.dialog.as_mut()? {
        Dialog::Find(find) => (choose(&mut find.picker, find.hits.len()), Command::Accept),
        Dialog::Palette(palette) => {
            (choose(&mut palette.picker, palette.found.len()), Command::Accept)
        }
        Dialog::Filter(filter) => {
            (choose(&mut filter.picker, filter.offers.len()), Command::Complete)
        }
        Dialog::Browse(browse) => (browse.choose(browse.top + row), Command::Open),
        Dialog::Overview(overview) => {
            (overview.choose(overview.top + row, articles), Command::Open)
        }
        _ => return None,
    };
    chosen.then_some(command)
}

/// What a click beside the dialog does.
const fn beside(model: &Model) -> Option<Command> {
    match &model.dialog {
        Some(Dialog::Note(_) | Dialog::Search(_) | Dialog::Filter(_)) => Some(Command::Accept),
        Some(_) => Some(Command::Cancel),
        None => None,
    }
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
    let row =
        *rows::rows_from(doc, usize::from(column.width), model.reader.top, line + 1).get(line)?;
    let cell = usize::from(x.checked_sub(column.x)?);
    Some(row.start + rows::byte_at_cell(row.of(doc.text()), cell))
}
