//! Tables in a text: what the heads of its row and of its column say of a figure.
//!
//! A table is read where somebody asks about a place in it, and no further than its own lines, so that
//! texts without any cost nothing.

use super::span::Span;

/// Lines looked at above and below a place: the head of a longer table is not known.
const LINES: usize = 200;
/// A longer line is no row of a table, in bytes.
const LONGEST: usize = 400;
/// Rows that make a table where only blanks stand between its cells, its head among them.
const ROWS: usize = 3;

/// What the heads of a place's row and column are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// The head of its column.
    pub column: Option<Span>,
    /// The head of its row.
    pub row: Option<Span>,
}

impl Heads {
    /// Their words, that of the column first; none where no head is known.
    pub fn words(self, text: &str) -> Option<String> {
        let known = [self.column, self.row].into_iter().flatten();
        let words: Vec<_> = known.map(|span| span.of(text)).collect();
        (!words.is_empty()).then(|| words.join(" · "))
    }
}

/// What the heads of the row and the column say of the byte at `at`; nothing where it is in no table,
/// or in one of its heads.
pub fn heads(text: &str, at: usize) -> Heads {
    let own = Row::at(text, line_at(text, at));
    let Some(column) = own.cells.iter().position(|cell| cell.start <= at && at < cell.end) else {
        return Heads::default();
    };
    if !own.may_be_of_a_table() {
        return Heads::default();
    }
    let (above, below) = own.around(text);
    let rows = above.len() + 1 + below.len();
    let Some(first) = above.last().filter(|_| own.has_bars || rows >= ROWS) else {
        return Heads::default();
    };
    let other = above.len().checked_sub(2).map_or(&own, |second| &above[second]);
    let said = own.cells[column].of(text);
    let column_head = first.cell_over(&own, column, text);
    let column_head =
        column_head.filter(|head| is_head_of(head.of(text), said, first, other, text));
    // What stands at the left names the row, unless it is a figure like the others.
    let names = |cell: &Span| has_letters(cell.of(text)) || is_year(cell.of(text));
    let row_head = own.cells.first().copied().filter(|cell| column > 0 && names(cell));
    Heads { column: column_head, row: row_head }
}

/// Whether a cell of the first row is the head of a column with such a cell: it is no figure, or years
/// head the columns of rows that have names.
fn is_head_of(head: &str, said: &str, first: &Row, other: &Row, text: &str) -> bool {
    let is_figure = |words: &str| words.contains(|c: char| c.is_ascii_digit());
    if !is_figure(said) {
        return false;
    }
    let is_named = other.cells.first().is_some_and(|cell| has_letters(cell.of(text)));
    let behind =
        if first.cells.len() < other.cells.len() { &first.cells[..] } else { &first.cells[1..] };
    let are_years = || behind.iter().all(|cell| is_year(cell.of(text)));
    has_letters(head) && !is_figure(head) || is_year(head) && is_named && are_years()
}

fn has_letters(words: &str) -> bool {
    words.contains(char::is_alphabetic)
}

fn is_year(words: &str) -> bool {
    words.len() == 4
        && (words.starts_with("19") || words.starts_with("20"))
        && words.bytes().all(|b| b.is_ascii_digit())
}

/// A line as a row of cells.
struct Row {
    line: Span,
    cells: Vec<Span>,
    /// Whether bars stand between the cells, else two blanks and more.
    has_bars: bool,
}

impl Row {
    fn at(text: &str, line: Span) -> Self {
        let words = line.of(text);
        let has_bars = words.contains('|');
        let cells = match words.len() > LONGEST {
            true => Vec::new(),
            false if has_bars => parted(line, words, "|"),
            false => parted(line, words, "  "),
        };
        Self { line, cells, has_bars }
    }

    fn may_be_of_a_table(&self) -> bool {
        self.cells.len() > 1
    }

    /// The rows of the same table above, the nearest first, and below.
    fn around(&self, text: &str) -> (Vec<Self>, Vec<Self>) {
        let is_like = |row: &Self| row.may_be_of_a_table() && row.has_bars == self.has_bars;
        let (mut above, mut below, mut at) = (Vec::new(), Vec::new(), self.line);
        while let Some(start) = at.start.checked_sub(1).filter(|_| above.len() < LINES) {
            at = line_at(text, start);
            match Self::at(text, at) {
                _ if is_rule(at.of(text)) => {}
                row if is_like(&row) => above.push(row),
                _ => break,
            }
        }
        at = self.line;
        while at.end < text.len() && below.len() < ROWS {
            at = line_at(text, at.end + 1);
            match Self::at(text, at) {
                _ if is_rule(at.of(text)) => {}
                row if is_like(&row) => below.push(row),
                _ => break,
            }
        }
        (above, below)
    }

    /// The cell of this row that stands over one of another: in the same place where both have as many,
    /// before it where the corner is empty, else where it overlaps.
    fn cell_over(&self, other: &Self, column: usize, text: &str) -> Option<Span> {
        match other.cells.len().checked_sub(self.cells.len()) {
            Some(0) => self.cells.get(column).copied(),
            Some(1) => self.cells.get(column.checked_sub(1)?).copied(),
            _ if self.has_bars => self.cells.get(column).copied(),
            _ => {
                let place = |line: Span, cell: Span| {
                    let before = Span::new(line.start, cell.start).of(text).chars().count();
                    before..before + cell.of(text).chars().count()
                };
                let own = place(other.line, other.cells[column]);
                let over = |cell: &&Span| {
                    let place = place(self.line, **cell);
                    place.start < own.end && own.start < place.end
                };
                self.cells.iter().find(over).copied()
            }
        }
    }
}

/// The cells of a line, without the blanks around them; empty ones count between bars alone.
fn parted(line: Span, words: &str, between: &str) -> Vec<Span> {
    let mut at = 0;
    let cells = words.split(between).map(|part| {
        let start = at;
        at += part.len() + between.len();
        let from = start + part.len() - part.trim_start().len();
        Span::new(line.start + from.min(start + part.len()), line.start + from + part.trim().len())
    });
    let all: Vec<Span> = cells.collect();
    let inner = |n: usize, cell: &Span| match between {
        // Bars at the edges part nothing.
        "|" => !cell.is_empty() || (n > 0 && n + 1 < all.len()),
        _ => !cell.is_empty(),
    };
    all.iter().enumerate().filter(|(n, cell)| inner(*n, cell)).map(|(_, cell)| *cell).collect()
}

/// Whether a line only parts others: `|---|---|`, `+----+`, `=====`.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty()
        && line.chars().all(|c| "|-+=: ─│┼━".contains(c))
        && line.contains(['-', '=', '─', '━'])
}

/// The line that holds the byte at `at`, without its end.
fn line_at(text: &str, at: usize) -> Span {
    let bytes = text.as_bytes();
    let start = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |feed| feed + 1);
    let end = memchr::memchr(b'\n', &bytes[start..]).map_or(text.len(), |feed| start + feed);
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, figure: &str, wanted: Option<&str>) {
        let at = text.find(figure).unwrap();
        assert_eq!(heads(text, at).words(text).as_deref(), wanted, "{figure} in {text}");
    }

    #[test]
    fn a_figure_is_told_by_the_heads_of_its_row_and_column() {
        let blanks = "Year   Deaths   Injured\n2021   12       340\n2022   15       410\n2023   9        280\n\nText.";
        check(blanks, "340", Some("Injured · 2021"));
        check(blanks, "15", Some("Deaths · 2022"));
        check(blanks, "2021", Some("Year"));
        check(blanks, "Deaths", None);
        let bars = "| Region | Cases |\n|---|--:|\n| North | 120 |\n| South |  |\n| East | 80 |\n";
        check(bars, "120", Some("Cases · North"));
        check(bars, "80", Some("Cases · East"));
        let years =
            "Region        2022   2023\nNorth-West     120    140\nSouth-East      81     95\n";
        check(years, "140", Some("2023 · North-West"));
        check(years, "81", Some("2022 · South-East"));
        check(years, "2022", None);
        let corner =
            "              2022   2023\nNorth-West     120    140\nSouth-East      81     95\n";
        check(corner, "95", Some("2023 · South-East"));
        let gap = "Pays      Morts   Blessés\nFrance    12      340\nItalie            410\nSuisse    3       17\n";
        check(gap, "410", Some("Blessés · Italie"));
    }

    #[test]
    fn where_no_head_is_known_nothing_is_told() {
        // Two rows apart by blanks are no table yet.
        check("Total  12\nRest  13\n", "13", None);
        check("He paid 12 euros.  It was 2021.\nNobody knew.\n", "2021", None);
        // Without a head, the row alone names it.
        check("North  120  140\nSouth  81  95\nEast  3  4\n", "95", Some("South"));
        check("12  13\n14  15\n16  17\n", "17", None);
        check("", "", None);
    }

    proptest! {
        #[test]
        fn any_place_of_any_text_may_be_asked(text in "[a1|\\- é日\n]{0,60}", at in 0usize..70) {
            let at = text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(at);
            if let Some(at) = at {
                let found = heads(&text, at);
                let _ = found.words(&text);
            }
        }
    }
}
