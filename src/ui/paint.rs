//! Putting words into cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Run};

use crate::core::article::grapheme::graphemes;
use crate::core::article::width::{cells, fit, text_cells};
use crate::core::article::{plain, rows};

/// Writes one line of text, cut with an ellipsis where it is too long; gives the cells used.
pub(super) fn put(buf: &mut Buffer, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
    if width == 0 || !buf.area.contains((x, y).into()) {
        return 0;
    }
    let text = plain(text);
    match text_cells(&text) <= usize::from(width) {
        true => lay(buf, x, y, width, &text, style),
        false => lay(buf, x, y, width, &fit(&text, usize::from(width)), style),
    }
}

/// Writes as much of a text as there is room for, control characters left out; gives the cells used.
///
/// As `Buffer::set_stringn` does, with letters cut and measured as everywhere here.
pub(super) fn lay(buf: &mut Buffer, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
    let room = room.min(buf.area.right().saturating_sub(x));
    let mut used = 0;
    for (_, grapheme) in graphemes(text).filter(|(_, letter)| !is_control(letter)) {
        let size = cells(grapheme) as u16;
        if used + size > room {
            break;
        }
        for at in used..used + size {
            let Some(cell) = buf.cell_mut((x + at, y)) else { return used };
            if at == used {
                cell.set_symbol(grapheme).set_style(style);
            } else {
                // The letter before covers it.
                cell.reset();
            }
        }
        used += size;
    }
    used
}

fn is_control(letter: &str) -> bool {
    match letter.as_bytes() {
        [byte] => byte.is_ascii_control(),
        _ => letter.contains(char::is_control),
    }
}

/// Writes a line of runs, cut where it is too long.
pub(super) fn put_line(buf: &mut Buffer, x: u16, y: u16, width: u16, line: &Line<'_>) {
    let mut used = 0;
    for run in &line.spans {
        used += put(
            buf,
            x + used,
            y,
            width.saturating_sub(used),
            &run.content,
            line.style.patch(run.style),
        );
    }
}

/// Wraps a text to lines of at most `width` cells.
pub(super) fn wrapped(text: &str, width: u16, style: Style) -> Vec<Line<'static>> {
    let mut out = Vec::new();
    for line in plain(text).split('\n') {
        for row in rows::wrap(line, usize::from(width)) {
            out.push(Line::styled(row.of(line).trim_end().to_owned(), style));
        }
    }
    out
}

/// Wraps a text behind a lead (a sign, a bullet) that stands on its first line only.
pub(super) fn hanging(
    lead: (&str, Style),
    text: &str,
    width: u16,
    style: Style,
) -> Vec<Line<'static>> {
    let indent = text_cells(lead.0);
    let mut lines = wrapped(text, width.saturating_sub(indent as u16).max(1), style);
    for (i, line) in lines.iter_mut().enumerate() {
        let run = if i == 0 {
            Run::styled(lead.0.to_owned(), lead.1)
        } else {
            Run::raw(" ".repeat(indent))
        };
        line.spans.insert(0, run);
    }
    lines
}

/// Fills an area with spaces in one style.
pub(super) fn fill(buf: &mut Buffer, area: Rect, style: Style) {
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            if let Some(cell) = buf.cell_mut((x, y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }
}

/// Signs of typography and their neighbours in ASCII, of the same width.
const PLAINER: [(&str, &str); 21] = [
    ("↑", "^"),
    ("↓", "v"),
    ("←", "<"),
    ("→", ">"),
    ("…", ">"),
    ("’", "'"),
    ("‘", "'"),
    ("“", "\""),
    ("”", "\""),
    ("«", "\""),
    ("»", "\""),
    ("–", "-"),
    ("−", "-"),
    ("—", "-"),
    ("·", "-"),
    ("↔", "/"),
    ("≠", "/"),
    ("•", "*"),
    ("\u{a0}", " "),
    ("\u{202f}", " "),
    ("\u{2009}", " "),
];

/// Shows signs that a poor terminal may lack by those that it has.
pub(super) fn plainer(buf: &mut Buffer) {
    for cell in buf.content.iter_mut().filter(|cell| !cell.symbol().is_ascii()) {
        let found = PLAINER.iter().find(|(sign, _)| cell.symbol() == *sign);
        if let Some((_, plain)) = found {
            cell.set_symbol(plain);
        }
    }
}
