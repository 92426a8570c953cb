//! Lines of columns in a pane that is narrower than the page: what stands in the next column begins a row
//! of its own, a little to the right, so that each column is read down its own edge.

use super::document::Document;
use super::span::Span;
use super::width::text_cells;

/// Cells that each further column stands to the right.
const STEP: usize = 2;
/// No column stands further to the right.
const MOST: usize = 6;
/// A narrower pane has no cell to give away.
const NARROW: usize = 16;

/// The cells of a line that is wider than the pane, each with the blanks behind it; none where it is to be
/// wrapped as any other.
pub(super) fn cells(doc: &Document, line: Span, width: usize) -> Vec<Span> {
    let text = line.of(doc.text());
    if !doc.is_in_columns() || !doc.insets(line).is_empty() || text_cells(text.trim_end()) <= width
    {
        return Vec::new();
    }
    let mut cells = Vec::new();
    let (mut start, mut blanks) = (0, 0);
    for (at, c) in text.char_indices() {
        if c != ' ' && blanks > 1 && !text[start..at].trim().is_empty() {
            cells.push(Span::new(line.start + start, line.start + at));
            start = at;
        }
        blanks = if c == ' ' { blanks + 1 } else { 0 };
    }
    if cells.is_empty() {
        return cells;
    }
    cells.push(Span::new(line.start + start, line.end));
    cells
}

/// How far to the right a cell stands, by its number in the line.
pub(super) fn hang(number: usize, width: usize) -> usize {
    if width < NARROW { 0 } else { (number * STEP).min(MOST) }
}

/// How far to the right the row of a line stands that begins at `at`.
pub(super) fn hang_at(doc: &Document, line: Span, at: usize, width: usize) -> usize {
    let before = cells(doc, line, width).iter().filter(|cell| cell.end <= at).count();
    hang(before, width)
}

#[cfg(test)]
mod tests {
    use super::super::rows::{byte_at_cell, cell_of, indent, rows_from};
    use super::*;

    #[test]
    fn a_column_beside_another_begins_rows_of_its_own() {
        let lines = [
            ("Le préfet a déclaré mardi soir", "vis depuis la galerie du siège."),
            ("que 4 500 entreprises de la", "Les associations de la vallée"),
            ("région avaient été aidées, pour", "ont pourtant demandé un délai"),
            ("un montant de 320 millions.", "plus long, le temps de relire"),
            ("Le conseil a voté la mesure à", "les chiffres, et la commission"),
            ("l’unanimité, après trois heures", "s’est donné deux semaines de"),
        ];
        let text = lines.map(|(left, right)| format!("{left:<36}{right}\n")).concat();
        let doc = Document::new(text.clone().into_bytes());
        assert!(doc.is_in_columns());
        let shown = |width: usize, count: usize| {
            let rows = rows_from(&doc, width, 0, count);
            assert!(rows.windows(2).all(|pair| pair[0].end == pair[1].start));
            for row in &rows {
                let cell = cell_of(&doc, width, *row, row.start);
                assert_eq!(byte_at_cell(&doc, width, *row, cell), row.start);
            }
            let row = |row: &Span| {
                let before = " ".repeat(indent(&doc, width, *row));
                format!("{before}{}", row.of(&text).trim_end())
            };
            rows.iter().map(row).collect::<Vec<_>>()
        };
        assert_eq!(shown(70, 1), [text.lines().next().unwrap()]);
        let narrow = [
            "Le préfet a déclaré mardi soir",
            "  vis depuis la galerie du siège.",
            "que 4 500 entreprises de la",
            "  Les associations de la vallée",
        ];
        assert_eq!(shown(50, 4), narrow);
        assert_eq!(shown(34, 4), narrow);
        let narrower =
            ["Le préfet a déclaré", "mardi soir", "  vis depuis la", "  galerie du siège."];
        assert_eq!(shown(20, 4), narrower);
    }
}
