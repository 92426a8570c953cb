//! Word wrapping, and walking through a document row by row.
//!
//! Nothing here lays out a whole article: a row is found from the line it
//! stands in, and lines are bounded in length (see [`Document`]).

use super::document::{Document, Inset};
use super::grapheme::graphemes;
use super::gutter;
use super::span::Span;
use super::width::{cells, fit, text_cells};

/// The rows of one line at a width of `width` cells, in order.
///
/// Every byte belongs to exactly one row; white space at the end of a row may
/// hang over its width. Greedy breaking after spaces, and beside wide (East
/// Asian) letters; French spacing is kept together (`12 000`, `« oui »`, `front :`).
pub fn wrap(text: &str, width: usize) -> Vec<Span> {
    wrap_beside(text, width, |_| 0)
}

/// The rows of a line in which words that are not its own take some cells before these bytes.
fn wrap_beside(text: &str, width: usize, beside: impl Fn(usize) -> usize) -> Vec<Span> {
    let mut rows = Vec::new();
    let mut row = Row::default();
    let mut graphemes = graphemes(text).peekable();
    let mut last = "";
    while let Some((at, grapheme)) = graphemes.next() {
        let next = graphemes.peek().map_or("", |(_, g)| *g);
        let size = cells(grapheme) + beside(at);
        let hangs = is_space(grapheme) && size == cells(grapheme);
        while !hangs && row.used + size > width.max(1) && at > row.start {
            let cut = row.cut(at);
            rows.push(Span::new(row.start, cut.0));
            row = Row { start: cut.0, used: row.used - cut.1, ..Row::default() };
        }
        row.used += size;
        if may_break(last, grapheme, next) {
            let place = Some((at + grapheme.len(), row.used));
            match is_space(grapheme) && is_value(text, at, at + grapheme.len()) {
                true => row.in_value = place,
                false => row.break_at = place,
            }
        }
        if !is_space(grapheme) {
            last = grapheme;
        }
    }
    rows.push(Span::new(row.start, text.len()));
    rows
}

#[derive(Default)]
struct Row {
    start: usize,
    used: usize,
    /// The last place to break at, and the cells before it.
    break_at: Option<(usize, usize)>,
    /// The last one inside a value, for rows that are too narrow for it.
    in_value: Option<(usize, usize)>,
}

impl Row {
    fn cut(&self, at: usize) -> (usize, usize) {
        self.break_at.or(self.in_value).unwrap_or((at, self.used))
    }
}

fn is_space(grapheme: &str) -> bool {
    if let [byte] = grapheme.as_bytes() {
        return matches!(byte, b' ' | b'\n');
    }
    matches!(grapheme, "\u{2003}" | "\u{2002}" | "\u{2009}" | "\u{3000}")
}

/// Whether a row may end after `this`; `last` is the last grapheme with ink before it.
fn may_break(last: &str, this: &str, next: &str) -> bool {
    // Nearly always one letter of ASCII stands before another.
    if let ([this], [_]) = (this.as_bytes(), next.as_bytes())
        && this.is_ascii_graphic()
    {
        return false;
    }
    if next.is_empty() || is_space(next) {
        return false;
    }
    if is_space(this) {
        return !is_glued(last, next);
    }
    let wide = cells(this) == 2 && !is_opening(this);
    (wide || (cells(next) == 2 && !is_opening(this))) && !is_closing(next)
}

fn is_glued(last: &str, next: &str) -> bool {
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    matches!(next, "»" | "”" | ":" | ";" | "!" | "?" | "%" | "€" | "$")
        || matches!(last, "«" | "“")
        || (!last.is_empty() && digits(last) && digits(next))
}

/// Signs of units that stay with their number, and those of hours, which stay with the minutes, too.
const UNITS: [&str; 36] = [
    "h", "H", "min", "s", "km", "m", "cm", "mm", "kg", "g", "mg", "t", "l", "L", "ha", "km²", "m²",
    "m³", "km/h", "kW", "MW", "GW", "kWh", "MWh", "GWh", "°C", "°F", "Hz", "MHz", "GHz", "KB",
    "MB", "GB", "a.m", "p.m", "Uhr",
];
/// The longest of them, and what may stand behind it, in bytes.
const UNIT: usize = 8;

/// Whether the space from `from` to `to` stands inside a value: `30 km`, `15 h 30`.
fn is_value(text: &str, from: usize, to: usize) -> bool {
    let (before, behind) = (&text.as_bytes()[..from], &text.as_bytes()[to..]);
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    if is_digit(before.last()) {
        // Longer words are no units: those of a language are words that a row may begin with.
        let end = behind.iter().take(UNIT + 1).position(u8::is_ascii_whitespace);
        let end = end.unwrap_or(behind.len());
        let word = behind.get(..end).filter(|word| word.len() <= UNIT);
        let word = word.and_then(|word| std::str::from_utf8(word).ok());
        return word.is_some_and(|word| {
            let word = word.trim_end_matches(['.', ',', ';', ':', ')', '»', '”', '!', '?']);
            UNITS.contains(&word) || ["am", "pm"].contains(&word)
        });
    }
    if !is_digit(behind.first()) {
        return false;
    }
    let hour = before.strip_suffix(b"h").or_else(|| before.strip_suffix(b"H"));
    hour.is_some_and(|hour| is_digit(hour.trim_ascii_end().last()))
}

fn is_opening(g: &str) -> bool {
    matches!(g, "「" | "『" | "（" | "《" | "【" | "«" | "“" | "(" | "[")
}

fn is_closing(g: &str) -> bool {
    matches!(
        g,
        "。" | "、"
            | "，"
            | "」"
            | "』"
            | "）"
            | "》"
            | "】"
            | "！"
            | "？"
            | "："
            | "；"
            | "."
            | ","
            | ")"
            | "]"
            | "»"
            | "”"
    )
}

/// The row that holds the byte at `at`.
pub fn row_at(doc: &Document, width: usize, at: usize) -> Span {
    let line = doc.line_at(at);
    let rows = line_rows(doc, width, line);
    let index = index_of(&rows, at);
    rows[index]
}

/// Up to `count` rows beginning with the one that holds the byte at `at`.
pub fn rows_from(doc: &Document, width: usize, at: usize, count: usize) -> Vec<Span> {
    let mut out = Vec::with_capacity(count);
    let mut line = doc.line_at(at);
    let mut rows = line_rows(doc, width, line);
    let mut index = index_of(&rows, at);
    while out.len() < count {
        if let Some(row) = rows.get(index) {
            out.push(*row);
            index += 1;
        } else {
            line += 1;
            if line >= doc.line_count() {
                break;
            }
            rows = line_rows(doc, width, line);
            index = 0;
        }
    }
    out
}

/// The start of the row `by` rows after (or before) the one that holds `at`,
/// held inside the text.
pub fn step(doc: &Document, width: usize, at: usize, by: isize) -> usize {
    let mut line = doc.line_at(at);
    let mut rows = line_rows(doc, width, line);
    let mut index = index_of(&rows, at) as isize + by;
    while index < 0 && line > 0 {
        line -= 1;
        rows = line_rows(doc, width, line);
        index += rows.len() as isize;
    }
    while index >= rows.len() as isize && line + 1 < doc.line_count() {
        index -= rows.len() as isize;
        line += 1;
        rows = line_rows(doc, width, line);
    }
    let index = index.clamp(0, rows.len() as isize - 1);
    rows[index as usize].start
}

/// How many rows lie from the row of `from` to the row of `to`, counted up to
/// `limit` in either direction.
pub fn distance(doc: &Document, width: usize, from: usize, to: usize, limit: usize) -> isize {
    let (low, high, sign) = if from <= to { (from, to, 1) } else { (to, from, -1) };
    let rows = rows_from(doc, width, low, limit + 1);
    let found = rows.iter().position(|row| high < row.end || row.end == doc.text().len());
    sign * found.unwrap_or(limit) as isize
}

/// The byte of a row that is shown at a cell, or behind what is shown there before it; the end of
/// the row where it is shorter.
pub fn byte_at_cell(doc: &Document, width: usize, row: Span, cell: usize) -> usize {
    let mut used = indent(doc, width, row);
    for (at, grapheme) in graphemes(row.of(doc.text())) {
        let at = row.start + at;
        used += cells(grapheme) + beside(doc, width, at);
        if used > cell {
            return at;
        }
    }
    row.end
}

/// The cell at which a byte of a row is shown, behind what stands before it that is not of the text.
pub fn cell_of(doc: &Document, width: usize, row: Span, at: usize) -> usize {
    indent(doc, width, row) + cells_to(doc, width, row, at)
}

/// The cells left free before a row: a paragraph that is read from right to left stands at the right, and
/// what stands in a further column a little to the right.
pub fn indent(doc: &Document, width: usize, row: Span) -> usize {
    let line = doc.line(doc.line_at(row.start));
    if !is_right_to_left(line.of(doc.text())) {
        return if row.start == line.start {
            0
        } else {
            gutter::hang_at(doc, line, row.start, width)
        };
    }
    let end = row.start + row.of(doc.text()).trim_end().len();
    width.saturating_sub(cells_to(doc, width, row, end))
}

/// Letters looked at before a paragraph counts as read from left to right.
const LOOK: usize = 64;

/// Whether the first letter of a paragraph belongs to a script that is read from right to left
/// (rules P2 and P3 of UAX #9, by blocks).
fn is_right_to_left(paragraph: &str) -> bool {
    let first = paragraph.chars().take(LOOK).find(|c| c.is_alphabetic());
    first.is_some_and(|c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

/// The cells from the beginning of a row to a byte, those of words beside the text among them.
fn cells_to(doc: &Document, width: usize, row: Span, at: usize) -> usize {
    let beside: usize = (doc.insets(Span::new(row.start, at + 1)).iter())
        .filter_map(|inset| shown(inset, width))
        .map(|(words, then)| text_cells(&words) + text_cells(then))
        .sum();
    text_cells(Span::new(row.start, at).of(doc.text())) + beside
}

/// What is shown of words beside the text at a width of `width` cells, and what stands behind them:
/// they leave the text half of a row, and give way where it is narrow.
pub fn shown(inset: &Inset, width: usize) -> Option<(String, &'static str)> {
    const NARROW: usize = 16;
    let room = width / 2 - text_cells(inset.then).min(width / 2);
    (width >= NARROW).then(|| (fit(&inset.words, room), inset.then))
}

/// The cells that words take before this byte that are not of the text.
pub fn beside(doc: &Document, width: usize, at: usize) -> usize {
    cells_to(doc, width, Span::new(at, at), at)
}

fn line_rows(doc: &Document, width: usize, line: usize) -> Vec<Span> {
    let span = doc.line(line);
    let mut rows = match (&*gutter::cells(doc, span, width), doc.insets(span)) {
        ([], []) => wrap_at(doc, span, width),
        ([], _) => {
            let beside = |at| beside(doc, width, span.start + at);
            moved(wrap_beside(span.of(doc.text()), width, beside), span.start)
        }
        (cells, _) => {
            let rows = |(number, cell): (usize, &Span)| {
                wrap_at(doc, *cell, width.saturating_sub(gutter::hang(number, width)))
            };
            cells.iter().enumerate().flat_map(rows).collect()
        }
    };
    // The line feed of a paragraph is the empty row behind it: no row without a byte.
    if let Some(last) = rows.last_mut().filter(|_| doc.has_air_behind(line)) {
        last.end -= 1;
        rows.push(Span::new(span.end - 1, span.end));
    }
    rows
}

fn wrap_at(doc: &Document, span: Span, width: usize) -> Vec<Span> {
    moved(wrap(span.of(doc.text()), width), span.start)
}

fn moved(mut rows: Vec<Span>, by: usize) -> Vec<Span> {
    for row in &mut rows {
        *row = Span::new(row.start + by, row.end + by);
    }
    rows
}

fn index_of(rows: &[Span], at: usize) -> usize {
    rows.partition_point(|row| row.start <= at).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_not_broken_unless_there_is_no_room_for_it() {
        let rows = |text: &str, width| -> Vec<String> {
            wrap(text, width).iter().map(|row| row.of(text).trim_end().to_owned()).collect()
        };
        assert_eq!(rows("le match à 15 h 30.", 14), ["le match à", "15 h 30."]);
        assert_eq!(rows("elle pèse 12 kg et", 13), ["elle pèse", "12 kg et"]);
        assert_eq!(rows("at the hall, 6 p.m. on", 15), ["at the hall,", "6 p.m. on"]);
        assert_eq!(rows("elle a 12 hommes", 10), ["elle a 12", "hommes"]);
        assert_eq!(rows("il y a 12 kilos", 10), ["il y a 12", "kilos"]);
        assert_eq!(rows("à 15 h 30", 4), ["à", "15 h", "30"]);
        assert_eq!(rows("12 km", 2), ["12", "km"]);
    }

    #[test]
    fn a_paragraph_read_from_right_to_left_stands_at_the_right() {
        let text = "السلام عليكم 12\nHello\n«שלום»\n12 %\n";
        let doc = Document::new(text.as_bytes().to_vec());
        let rows = rows_from(&doc, 20, 0, 4);
        let indents: Vec<_> = rows.iter().map(|row| indent(&doc, 20, *row)).collect();
        assert_eq!(indents, [5, 0, 14, 0]);
        // There and back, in the order of reading.
        for row in &rows {
            for (at, _) in graphemes(row.of(text).trim_end()) {
                let at = row.start + at;
                let cell = cell_of(&doc, 20, *row, at);
                assert_eq!(byte_at_cell(&doc, 20, *row, cell), at);
            }
        }
    }
    use proptest::prelude::*;

    #[test]
    fn paragraphs_stand_apart_and_lists_together() {
        let long = "mot ".repeat(90).trim().to_owned();
        // As wire copy stands in a file: each paragraph ends, and none is wrapped.
        let text = format!("Titre\n{long}.\n{long} et plus.\n\n- un\n- deux\n{long}");
        let doc = Document::new(text.clone().into_bytes()).with_air(true);
        let rows = rows_from(&doc, 500, 0, 20);
        let shown: Vec<_> = rows.iter().map(|row| row.of(&text).trim_end()).collect();
        let (first, second) = (format!("{long}."), format!("{long} et plus."));
        assert_eq!(shown, ["Titre", "", &first, "", &second, "", "- un", "- deux", "", &long]);
        // Every byte in one row, and every row can be stepped to and from.
        assert!(rows.windows(2).all(|pair| pair[0].end == pair[1].start));
        let tops: Vec<_> = (0..rows.len()).map(|n| step(&doc, 500, 0, n as isize)).collect();
        assert_eq!(tops, rows.iter().map(|row| row.start).collect::<Vec<_>>());
        assert_eq!(step(&doc, 500, tops[3], -1), tops[2]);
    }

    #[track_caller]
    fn check(text: &str, width: usize, expect: &[&str]) {
        let rows: Vec<_> = wrap(text, width).iter().map(|row| row.of(text)).collect();
        assert_eq!(rows, expect);
    }

    #[test]
    fn words_stay_whole_and_french_spacing_together() {
        check("un deux trois", 8, &["un deux ", "trois"]);
        check("un deux trois", 4, &["un ", "deux ", "troi", "s"]);
        check("environ 12 000 soldats", 12, &["environ ", "12 000 ", "soldats"]);
        check("il dit « oui » et", 9, &["il dit ", "« oui » ", "et"]);
        check("le front ukrainien : non", 17, &["le front ", "ukrainien : non"]);
        check("日本語です。", 4, &["日本", "語で", "す。"]);
        check("", 5, &[""]);
        check("a\n", 1, &["a\n"]);
        check("é́é́", 1, &["é́", "é́"]);
    }

    #[test]
    fn words_beside_the_text_take_their_cells() {
        let text = "environ 10 000 soldats en Russie";
        let at = text.find("10 000").unwrap();
        let inset = Inset { at, words: "12 000".to_owned(), then: "→ " };
        let doc = Document::new(text.as_bytes().to_vec()).with_insets(vec![inset]);
        let rows = rows_from(&doc, 24, 0, 9);
        let words: Vec<_> = rows.iter().map(|row| row.of(text)).collect();
        assert_eq!(words, ["environ 10 000 ", "soldats en Russie"]);
        assert_eq!(cell_of(&doc, 24, rows[0], at - 1), 7);
        assert_eq!(cell_of(&doc, 24, rows[0], at), 16);
        for cell in 8..17 {
            assert_eq!(byte_at_cell(&doc, 24, rows[0], cell), at, "{cell}");
        }
        assert_eq!(byte_at_cell(&doc, 24, rows[0], 17), at + 1);
        // A narrow pane shows the text alone.
        assert_eq!(cell_of(&doc, 15, row_at(&doc, 15, at), at), 8);
    }

    proptest! {
        #[test]
        fn every_byte_is_in_one_row(text in "[ a-zé«»:0-9日👨‍👩‍👧\u{301}\n]{0,80}", width in 0usize..20) {
            let rows = wrap(&text, width);
            prop_assert_eq!(rows.iter().map(|r| r.of(&text)).collect::<String>(), text);
        }

        #[test]
        fn no_row_is_wider_than_asked(text in "[ a-zé«»:0-9]{0,80}", width in 2usize..20) {
            for row in wrap(&text, width) {
                prop_assert!(text_cells(row.of(&text).trim_end()) <= width);
            }
        }

        #[test]
        fn stepping_there_and_back(lines in prop::collection::vec("[ a-zé]{0,30}", 1..8), width in 1usize..12, by in 0isize..20) {
            let doc = Document::new(lines.join("\n").into_bytes());
            let down = step(&doc, width, 0, by);
            prop_assert_eq!(distance(&doc, width, 0, down, 1000), by.min(distance(&doc, width, 0, doc.text().len(), 1000)));
            prop_assert_eq!(step(&doc, width, down, -1000), 0);
        }
    }
}
