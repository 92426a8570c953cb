//! Where everything stands on the screen: pure, for drawing, scrolling and the mouse alike.

use ratatui::layout::Rect;

use super::names::importable;
use super::tutor;
use crate::core::article::width::text_cells;
use crate::state::model::settings::Pane;
use crate::state::model::widths::Widths;
use crate::state::model::{Model, Overlay};

/// From this width on there are three panes side by side, in cells.
const THREE: u16 = 110;
/// From this width on there are two.
const TWO: u16 = 70;
/// From this height on the claim stands under the text on a narrow screen, in rows.
const STRIP: u16 = 18;
/// The wheel's step, in rows.
pub(crate) const WHEEL: isize = 3;
/// Rows of one article in the list: its title, its file.
pub(crate) const LIST_ROWS: u16 = 2;
/// Cells beside the words of a line of the list.
const LIST_MARGIN: usize = 3;

/// The parts of the screen. A pane that has no room has no area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Screen {
    /// The list of articles.
    pub articles: Option<Rect>,
    /// The text.
    pub text: Option<Rect>,
    /// The current claim.
    pub claim: Option<Rect>,
    /// The last row.
    pub foot: Option<Rect>,
    /// The lesson's rows above the foot.
    pub strip: Option<Rect>,
    /// All but the foot and the strip.
    pub body: Rect,
}

impl Screen {
    /// The pane at a cell, with its area.
    pub(crate) fn at(&self, x: u16, y: u16) -> Option<(Pane, Rect)> {
        [(Pane::Articles, self.articles), (Pane::Text, self.text), (Pane::Claim, self.claim)]
            .into_iter()
            .filter_map(|(pane, area)| Some((pane, area?)))
            .find(|(_, area)| area.contains((x, y).into()))
    }
}

/// Divides the screen.
pub(crate) fn screen(model: &Model) -> Screen {
    let (width, height) = model.size;
    let foot = (height >= 3).then(|| Rect::new(0, height - 1, width, 1));
    let above = height - u16::from(foot.is_some());
    let rows = tutor::strip_rows(model);
    let strip = (rows > 0).then(|| Rect::new(0, above - rows, width, rows));
    let body = Rect::new(0, 0, width, above - rows);
    let mut screen = Screen { foot, strip, body, ..Screen::default() };
    match width {
        THREE.. => three(&mut screen, model.widths, model.focus),
        TWO.. => two(&mut screen, model.widths, model.focus),
        _ => one(&mut screen, model.focus),
    }
    screen
}

/// A pane beside the text keeps so many cells, and leaves so much of the screen to the others.
const NARROWEST: u16 = 16;
const WIDEST: (u16, u16) = (2, 5);

/// A pane with so many cells more or fewer than it has by itself.
fn widened(width: u16, by: i16, all: u16) -> u16 {
    width.saturating_add_signed(by).clamp(NARROWEST, all * WIDEST.0 / WIDEST.1)
}

fn three(screen: &mut Screen, widths: Widths, focus: Pane) {
    let body = screen.body;
    let right = widened((body.width * 3 / 10).clamp(34, 48), widths.claim, body.width);
    let left = widened((body.width / 4).clamp(28, 38), widths.list, body.width);
    let shown = !widths.hides_list || focus == Pane::Articles;
    screen.articles = shown.then_some(Rect { width: left, ..body });
    let x = if shown { left + 1 } else { 0 };
    screen.text = Some(Rect { x, width: body.width - x - right - 1, ..body });
    screen.claim = Some(Rect { x: body.width - right, width: right, ..body });
}

fn two(screen: &mut Screen, widths: Widths, focus: Pane) {
    let body = screen.body;
    if focus == Pane::Articles {
        let left = widened((body.width * 2 / 5).clamp(28, 38), widths.list, body.width);
        screen.articles = Some(Rect { width: left, ..body });
        screen.text = Some(Rect { x: left + 1, width: body.width - left - 1, ..body });
    } else {
        above(screen, body.height * 2 / 5);
    }
}

fn one(screen: &mut Screen, focus: Pane) {
    let body = screen.body;
    match focus {
        Pane::Articles => screen.articles = Some(body),
        Pane::Text if body.height >= STRIP => above(screen, 7),
        Pane::Text => screen.text = Some(body),
        Pane::Claim => screen.claim = Some(body),
    }
}

/// The text above, the claim in the `rows` below.
fn above(screen: &mut Screen, rows: u16) {
    let body = screen.body;
    let rows = rows.min(16);
    if body.height < 9 {
        screen.text = Some(body);
        return;
    }
    screen.text = Some(Rect { height: body.height - rows, ..body });
    screen.claim = Some(Rect { y: body.height - rows, height: rows, ..body });
}

/// A pane without its header row.
pub(crate) fn inner(pane: Rect) -> Rect {
    let header = u16::from(pane.height > 1);
    Rect { y: pane.y + header, height: pane.height - header, ..pane }
}

/// Cells left of the text column, for the signs of claims.
pub(crate) const GUTTER: u16 = 3;

/// The column of words inside the text pane: what is left of gutter and scroll bar, centred.
pub(crate) fn column(pane: Rect, widest: u16) -> Rect {
    let inner = inner(pane);
    let room = inner.width.saturating_sub(GUTTER + 2).max(1);
    let width = room.min(widest.max(1));
    let x = inner.x + GUTTER.min(inner.width.saturating_sub(1)) + (room - width) / 2;
    Rect { x, width: width.min(inner.right().saturating_sub(x)).max(1), ..inner }
}

/// Columns and lines of text that the text pane shows.
pub(crate) fn page(model: &Model) -> (usize, usize) {
    let pane = screen(model).text.unwrap_or_default();
    let column = column(pane, model.settings.column);
    let lines = column.height.div_ceil(model.settings.spacing.max(1));
    (usize::from(column.width), usize::from(lines).max(1))
}

/// Articles that the list shows at once.
pub(crate) fn list_lines(model: &Model) -> usize {
    let pane = screen(model).articles.unwrap_or(screen(model).body);
    usize::from(list_room(model, pane).height / LIST_ROWS).max(1)
}

/// The room for articles in the list: its last rows tell of documents of other kinds.
pub(crate) fn list_room(model: &Model, pane: Rect) -> Rect {
    let room = inner(pane);
    let told = importable(model);
    let rows = match text_cells(&told) {
        0 => 0,
        cells if cells + LIST_MARGIN <= usize::from(room.width) => 1,
        _ => 2,
    };
    let rows = if room.height > LIST_ROWS + rows { rows } else { 0 };
    Rect { height: room.height - rows, ..room }
}

/// The room inside a dialog's frame; too small a box has no frame.
pub(crate) fn inside(area: Rect) -> Rect {
    if area.width < 4 || area.height < 3 {
        return area;
    }
    Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
}

/// What is left of an area below so many rows.
pub(crate) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// The box of a note, for a number of lines.
pub(crate) fn note(body: Rect, lines: usize) -> Rect {
    centred(body, 76, (lines as u16).saturating_add(6).clamp(10, 24))
}

/// The box of two places side by side.
pub(crate) fn compare(body: Rect) -> Rect {
    centred(
        body,
        body.width.saturating_sub(4).clamp(1, 150),
        body.height.saturating_sub(2).clamp(1, 34),
    )
}

/// Rows of a verdict for many claims beside the verdicts: which, how many, the first of them.
pub(crate) const BULK_HEAD: u16 = 9;

/// The box of a verdict for many claims.
pub(crate) fn bulk(body: Rect, rows: u16) -> Rect {
    centred(body, 76, rows.saturating_add(2))
}

/// The box of a list, for a number of rows.
pub(crate) fn browse(body: Rect, rows: usize) -> Rect {
    centred(body, 110, (rows as u16).saturating_add(2).max(5))
}

/// A box with a list in it, and a preview below that.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListBox {
    /// All of it.
    pub area: Rect,
    /// The list.
    pub list: Rect,
    /// The preview, where there is room for it.
    pub preview: Option<Rect>,
}

/// The box of a list that stands `head` rows below its top, with a preview below it where one is
/// wanted and there is room for both.
pub(crate) fn list_box(body: Rect, rows: usize, head: u16, previews: bool) -> ListBox {
    let most = body.height.saturating_sub(2 + head);
    // Where no row holds a sentence, a low screen has a list of few rows above one.
    let is_low = most < LIST + PREVIEW.0 && body.width < NARROW;
    let (list, preview) = if is_low { LOW } else { (LIST, PREVIEW) };
    if !previews || most < list + preview.0 {
        let area = browse(body, rows + usize::from(head));
        return ListBox { area, list: below(inside(area), head), preview: None };
    }
    let rows = (rows as u16).clamp(1, most);
    let preview = (rows / 2 + 1).clamp(preview.0, preview.1).min(most - list);
    let area = centred(body, 110, rows.saturating_add(preview + head + 2));
    let room = below(inside(area), head);
    let list = Rect { height: room.height.saturating_sub(preview), ..room };
    ListBox { area, list, preview: Some(below(room, list.height)) }
}

/// The box of a picker, with a preview below its list where one is wanted.
pub(crate) fn picker_box(body: Rect, previews: bool) -> ListBox {
    let area = picker(body);
    let list = picker_list(area);
    let (list, preview) = if previews { with_preview(list) } else { (list, None) };
    // The list stands one cell nearer to the frame than words do.
    let inset = |rect: Rect| Rect { x: rect.x + 1, width: rect.width.saturating_sub(2), ..rect };
    ListBox { area, list, preview: preview.map(inset) }
}

/// The box of a picker: a line to type in, a line about it, a list.
fn picker(body: Rect) -> Rect {
    let (width, height) = (body.width.saturating_sub(4).max(20), body.height.saturating_sub(2));
    centred(body, width.min(110), height.max(6))
}

/// Rows that a list has before there is a preview below it.
const LIST: u16 = 8;
/// The same, and the rows of a preview, on a screen that is low and narrower than this, in cells.
const LOW: (u16, (u16, u16)) = (4, (5, 5));
const NARROW: u16 = 60;
/// Rows of a preview, with the line above it: at least, at most.
const PREVIEW: (u16, u16) = (7, 12);

/// The room of a list, and that of the preview below it where there is enough for both.
fn with_preview(room: Rect) -> (Rect, Option<Rect>) {
    if room.height < LIST + PREVIEW.0 {
        return (room, None);
    }
    let rows = (room.height / 3).clamp(PREVIEW.0, PREVIEW.1);
    let list = Rect { height: room.height - rows, ..room };
    (list, Some(below(room, list.height)))
}

/// Rows of a picker's box that do not belong to its list: frame, line, status.
const PICKER_HEAD: u16 = 4;

/// The list of a picker inside its box.
fn picker_list(area: Rect) -> Rect {
    Rect {
        x: area.x + 1,
        y: area.y + (PICKER_HEAD - 1).min(area.height),
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(PICKER_HEAD),
    }
}

/// Where the mouse meets a box with a list.
pub(crate) fn picking(list: ListBox) -> Overlay {
    Overlay { area: list.area, list: list.list }
}

/// The box of a filter: low, so that one sees what it does.
pub(crate) fn filter_box(body: Rect) -> ListBox {
    let area = picker(body);
    let height = area.height.min(14);
    let area = Rect { y: area.bottom() - height, height, ..area };
    ListBox { area, list: picker_list(area), preview: None }
}

/// Widest help, in cells, its frame included.
pub(crate) const HELP_WIDTH: u16 = 92;

/// The box of the help, for a number of rows.
pub(crate) fn help(body: Rect, rows: usize) -> Rect {
    centred(body, HELP_WIDTH, (rows as u16).saturating_add(2))
}

/// A box in the middle of the screen, as large as asked where there is room.
pub(crate) fn centred(body: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(body.width), height.min(body.height));
    Rect {
        x: body.x + (body.width - width) / 2,
        y: body.y + (body.height - height) / 2,
        width,
        height,
    }
}
