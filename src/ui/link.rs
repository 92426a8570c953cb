//! Links that the terminal opens by itself: OSC 8, laid over cells that show them.
//!
//! Each cell is a link of its own, opened and closed in it, so that no frame
//! drawn in part leaves one open; the common id makes them one link again
//! (<https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>). Only
//! words that are the link itself become one: what is clicked is what is read.

use std::fmt::Write as _;
use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::core::article::width::{cells, text_cells};

/// Longest address that is given to the terminal, in bytes: more than about
/// 2,000 some terminals (VTE) do not take.
const LONGEST: usize = 2_000;

/// Makes links of the cells of `room` that show one of `urls`, where the rows
/// `top..` of these lines were drawn.
pub(super) fn lay(lines: &[Line<'_>], top: usize, urls: &[String], room: Rect, buf: &mut Buffer) {
    if urls.is_empty() {
        return;
    }
    let texts: Vec<String> = lines.iter().map(ToString::to_string).collect();
    for (id, url) in urls.iter().enumerate().filter(|(_, url)| url.len() <= LONGEST) {
        let open = format!("\x1b]8;id=claimdesk-{id};{}\x1b\\", escaped(url));
        for piece in pieces(&texts, url) {
            let Some(row) = piece.row.checked_sub(top).filter(|row| *row < room.height.into())
            else {
                continue;
            };
            let (x, y) = (room.x + piece.from, room.y + row as u16);
            link(buf, x..(x + piece.cells).min(room.right()), y, &open);
        }
    }
}

fn link(buf: &mut Buffer, columns: std::ops::Range<u16>, y: u16, open: &str) {
    let mut x = columns.start;
    while x < columns.end {
        let Some(cell) = buf.cell_mut((x, y)) else { return };
        let width = NonZeroU16::new(cells(cell.symbol()) as u16).unwrap_or(NonZeroU16::MIN);
        let linked = format!("{open}{}\x1b]8;;\x1b\\", cell.symbol());
        cell.set_symbol(&linked).set_diff_option(CellDiffOption::ForcedWidth(width));
        x += width.get();
    }
}

/// A part of a link in one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    row: usize,
    /// First cell of the row.
    from: u16,
    cells: u16,
}

/// Where a link stands, also where it is broken over rows, each time it does.
fn pieces(rows: &[String], url: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    for (first, row) in rows.iter().enumerate() {
        let Some(at) = row.find("http") else { continue };
        let mut rest = url;
        let mut own = Vec::new();
        for (number, row) in rows.iter().enumerate().skip(first) {
            let from = if number == first { at } else { row.len() - row.trim_start().len() };
            let part = row[from..].trim_end();
            let Some(left) = rest.strip_prefix(part).filter(|_| !part.is_empty()) else { break };
            let (from, cells) = (text_cells(&row[..from]) as u16, text_cells(part) as u16);
            own.push(Piece { row: number, from, cells });
            rest = left;
            if rest.is_empty() {
                found.append(&mut own);
                break;
            }
        }
    }
    found
}

/// A link as the sequence takes it: what is not printable ASCII in percent.
fn escaped(url: &str) -> String {
    let mut out = String::new();
    for byte in url.bytes() {
        if byte.is_ascii_graphic() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_found_where_it_is_shown_whole() {
        let rows =
            ["- refutes · AFP", "  https://example.org/a-", "  b", "seen", "https://example.org/"];
        let rows = rows.map(str::to_owned);
        let piece = |row, from, cells| Piece { row, from, cells };
        assert_eq!(pieces(&rows, "https://example.org/a-b"), [piece(1, 2, 22), piece(2, 2, 1)]);
        assert_eq!(pieces(&rows, "https://example.org/"), [piece(4, 0, 20)]);
        assert_eq!(pieces(&rows, "https://example.org/a-c"), []);
    }

    #[test]
    fn nothing_leaves_the_sequence() {
        assert_eq!(escaped("https://é.org/\u{1b}\\ \u{7}"), "https://%C3%A9.org/%1B\\%20%07");
    }
}
