//! Columns that stand side by side, as OCR and `pdftotext -layout` print a newspaper's page: where they
//! are, and how they read one after the other.
//!
//! Rows that share a stretch of blanks make a band; a band is in columns where each of them reads on
//! from line to line. What may be a table, a list of fields or verse beside verse stays as it is.

use std::ops::Range;

use memchr::{memchr, memmem};

use super::span::Span;

/// Blanks between two columns at least.
const GUTTER: usize = 2;
/// So many rows at least have words on both sides of a gutter.
const ROWS: usize = 4;
/// No newspaper sets narrower columns, in code points.
const NARROWEST: usize = 16;
/// More columns than this are a table.
const MOST: usize = 6;

/// A longer line is no row of a page, in bytes.
const LONGEST: usize = 1000;
/// Blanks for a tab, as it is shown.
const TAB: usize = 4;

/// The lines of a text that are in columns: stretches of it, in order.
pub fn beside(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    if !has_gaps(text) {
        return found;
    }
    let mut start = 0;
    for page in text.split('\u{c}') {
        let rows: Vec<Row<'_>> = page.split('\n').map(Row::of).collect();
        let mut lines = rows.iter().scan(start, |at, row| {
            let begin = *at;
            *at += row.text.len() + 1;
            Some(Span::new(begin, begin + row.text.len()))
        });
        for (len, columns) in bands(&rows) {
            let lines: Vec<Span> = lines.by_ref().take(len).collect();
            found.extend(
                reach(&columns).map(|(first, last)| Span::new(lines[first].start, lines[last].end)),
            );
        }
        start += page.len() + 1;
    }
    found
}

/// The first and the last row of a band with words in two columns, and those that stand at them without a
/// blank one between: what is left of a column reads on by itself, and a headline is none.
fn reach(columns: &[Vec<Cell<'_>>]) -> Option<(usize, usize)> {
    let cells = |row: usize| columns.iter().filter(|column| column[row].is_some()).count();
    let rows = columns.first()?.len();
    let first = (0..rows).find(|row| cells(*row) > 1)?;
    let last = (0..rows).rfind(|row| cells(*row) > 1)?;
    let before = (0..first).rev().take_while(|row| cells(*row) > 0).count();
    let behind = (last + 1..rows).take_while(|row| cells(*row) > 0).count();
    Some((first - before, last + behind))
}

/// Whether a byte of the text stands in one of these stretches.
pub fn holds(columns: &[Span], at: usize) -> bool {
    let next = columns.partition_point(|span| span.end <= at);
    columns.get(next).is_some_and(|span| span.start <= at)
}

/// Whether enough lines have blanks inside for columns: hardly any text has.
fn has_gaps(text: &str) -> bool {
    let bytes = text.as_bytes();
    let some = memchr(b'\t', bytes).is_some() || memmem::find(bytes, b"  ").is_some();
    let gap = |line: &&str| line.trim().contains("  ") || line.trim().contains('\t');
    some && text.lines().filter(gap).take(ROWS).count() == ROWS
}

/// The text, with columns one after the other.
pub fn unfold(text: &str) -> String {
    if text.contains('\t') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for (n, page) in text.split('\u{c}').enumerate() {
        if n > 0 {
            out.push('\u{c}');
        }
        let rows: Vec<Row<'_>> = page.split('\n').map(Row::of).collect();
        let mut rest = &rows[..];
        for (len, columns) in bands(&rows) {
            let (band, behind) = rest.split_at(len);
            match columns.is_empty() {
                true => band.iter().for_each(|row| push_line(row.text, &mut out)),
                false => write_columns(&columns, &mut out),
            }
            rest = behind;
        }
        // A page was split at its line ends: the last of them was none.
        out.pop();
    }
    out
}

/// A line of a page.
struct Row<'a> {
    text: &'a str,
    /// Where each of its code points begins, and its end.
    places: Vec<usize>,
    /// The stretches with words, in code points: parted by blanks that may be a gutter.
    words: Vec<Range<usize>>,
}

impl<'a> Row<'a> {
    fn of(text: &'a str) -> Self {
        if text.len() > LONGEST {
            return Self {
                text,
                places: Vec::new(),
                words: std::iter::once(0..usize::MAX).collect(),
            };
        }
        let mut places = Vec::with_capacity(text.len() + 1);
        let mut words: Vec<Range<usize>> = Vec::new();
        for (at, c) in text.char_indices() {
            let column = places.len();
            places.extend(std::iter::repeat_n(at, if c == '\t' { TAB } else { 1 }));
            if c.is_whitespace() {
                continue;
            }
            match words.last_mut() {
                Some(last) if column - last.end < GUTTER => last.end = column + 1,
                _ => words.push(column..column + 1),
            }
        }
        places.push(text.len());
        Self { text, places, words }
    }

    /// Its words between two columns of the page.
    fn between(&self, part: &Range<usize>) -> Option<(usize, &'a str)> {
        let inside = |words: &&Range<usize>| words.start >= part.start && words.end <= part.end;
        let first = self.words.iter().find(inside)?;
        let last = self.words.iter().rfind(inside)?;
        Some((first.start, &self.text[self.places[first.start]..self.places[last.end]]))
    }
}

/// The bands of a page: how many rows each has, and its columns, if it is in columns.
fn bands<'a>(rows: &[Row<'a>]) -> Vec<(usize, Vec<Vec<Cell<'a>>>)> {
    let mut bands = Vec::new();
    let mut rest = rows;
    while !rest.is_empty() {
        let (len, gutters) = band(rest);
        let columns = columns(&rest[..len], &gutters);
        let are = columns.iter().all(|column| is_prose(column)) && read_on(&columns);
        bands.push((len, if are { columns } else { Vec::new() }));
        rest = &rest[len..];
    }
    bands
}

/// How many rows stand together, and the gutters that they share.
fn band(rows: &[Row<'_>]) -> (usize, Vec<Range<usize>>) {
    let mut gutters: Option<Vec<Range<usize>>> = None;
    let mut len = 0;
    for row in rows {
        if row.words.is_empty() {
            len += 1;
            continue;
        }
        let blanks = blanks(row);
        let shared = match &gutters {
            None => blanks,
            Some(gutters) => shared(gutters, &blanks),
        };
        // The margin is at the left, the rest of the page at the right: neither is a gutter.
        let has_words = |range: &Range<usize>| range.start > 0 && range.end < usize::MAX;
        let was_parted = gutters.as_ref().is_some_and(|all| all.iter().any(has_words));
        if len > 0 && was_parted && !shared.iter().any(has_words) {
            break;
        }
        // A row over the whole width ends nothing that has not begun, and begins nothing.
        if len > 0 && !was_parted && row.words.len() > 1 && !shared.iter().any(has_words) {
            break;
        }
        gutters = Some(shared);
        len += 1;
    }
    let gutters = gutters.unwrap_or_default();
    let inner = gutters.into_iter().filter(|range| range.start > 0 && range.end < usize::MAX);
    (len.max(1), inner.collect())
}

/// The stretches of a row without words, that before the first and that behind the last among them.
fn blanks(row: &Row<'_>) -> Vec<Range<usize>> {
    let mut blanks = Vec::with_capacity(row.words.len() + 1);
    let mut at = 0;
    for words in &row.words {
        blanks.push(at..words.start);
        at = words.end;
    }
    blanks.push(at..usize::MAX);
    blanks
}

/// The stretches that are blank in both.
fn shared(a: &[Range<usize>], b: &[Range<usize>]) -> Vec<Range<usize>> {
    let both = a.iter().flat_map(|a| b.iter().map(move |b| a.start.max(b.start)..a.end.min(b.end)));
    both.filter(|range| range.start == 0 && range.end > 0 || range.len() >= GUTTER).collect()
}

/// A line of a column, with the code points before it; none where the column has a blank line.
type Cell<'a> = Option<(usize, &'a str)>;

/// The columns between these gutters; none where one of them is too narrow, or hardly beside another.
fn columns<'a>(rows: &[Row<'a>], gutters: &[Range<usize>]) -> Vec<Vec<Cell<'a>>> {
    if gutters.is_empty() || gutters.len() >= MOST {
        return Vec::new();
    }
    let ends = gutters.iter().map(|gutter| gutter.start).chain([usize::MAX]);
    let starts = [0].into_iter().chain(gutters.iter().map(|gutter| gutter.end));
    let columns: Vec<Vec<Cell<'a>>> = starts
        .zip(ends)
        .map(|(start, end)| rows.iter().map(|row| row.between(&(start..end))).collect())
        .collect();
    let is_beside = |pair: &[Vec<Cell<'_>>]| {
        pair[0].iter().zip(&pair[1]).filter(|(a, b)| a.is_some() && b.is_some()).count() >= ROWS
    };
    if columns.windows(2).all(is_beside) { columns } else { Vec::new() }
}

/// Whether the lines of a column may be prose that was broken at its width.
fn is_prose(column: &[Cell<'_>]) -> bool {
    let lines: Vec<&str> = column.iter().flatten().map(|(_, text)| *text).collect();
    let widths = || lines.iter().map(|line| line.chars().count());
    let widest = widths().max().unwrap_or_default();
    let full = widths().filter(|width| width * 4 >= widest * 3).count();
    let signs = || lines.iter().flat_map(|line| line.chars()).filter(|c| !c.is_whitespace());
    let letters = signs().filter(|c| c.is_alphabetic()).count();
    let words: usize = lines.iter().map(|line| line.split_whitespace().count()).sum();
    lines.len() >= ROWS
        && widest >= NARROWEST
        && full * 2 >= lines.len()
        && letters * 4 >= signs().count() * 3
        && words >= lines.len() * 2
}

/// Whether the lines of these columns go on in the next: of all together a third, of each some,
/// since where nouns have capitals fewer do.
fn read_on(columns: &[Vec<Cell<'_>>]) -> bool {
    let (mut all, mut going, mut each) = (0, 0, true);
    for column in columns {
        let pairs = column.windows(2).filter_map(|pair| Some((pair[0]?.1, pair[1]?.1)));
        let goes: Vec<bool> = pairs.map(|(line, next)| goes_on(line, next)).collect();
        let count = goes.iter().filter(|goes| **goes).count();
        (all, going) = (all + goes.len(), going + count);
        each &= count * 5 >= goes.len();
    }
    columns.len() > 1 && each && going * 3 >= all
}

/// Whether one line goes on in the next, as far as their ends tell.
fn goes_on(line: &str, next: &str) -> bool {
    let is_divided = line.ends_with(['-', '‐', '\u{ad}']);
    let is_over = line.ends_with(['.', '!', '?', '…', ':', '»', '”', '"']);
    is_divided || !is_over && next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
}

fn write_columns(columns: &[Vec<Cell<'_>>], out: &mut String) {
    for column in columns {
        let left = column.iter().flatten().map(|(start, _)| *start).min().unwrap_or_default();
        let (mut is_first, mut blank) = (true, true);
        for cell in column {
            let Some((start, text)) = cell else {
                blank = true;
                continue;
            };
            // The first line of a column may go on with the last of the one before.
            let before = out.lines().next_back().filter(|line| !line.trim().is_empty());
            let joins = is_first && before.is_some_and(|before| goes_on(before, text));
            if blank
                && !joins
                && !out.is_empty()
                && !out.ends_with("\n\n")
                && !out.ends_with('\u{c}')
            {
                out.push('\n');
            }
            out.extend(std::iter::repeat_n(' ', start - left));
            push_line(text, out);
            (is_first, blank) = (false, false);
        }
    }
    out.push('\n');
}

fn push_line(line: &str, out: &mut String) {
    out.push_str(line);
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    /// Columns of these texts side by side, each of so many code points.
    fn beside_text(columns: &[(&str, usize)]) -> String {
        let cells: Vec<Vec<&str>> =
            columns.iter().map(|(text, _)| text.split('\n').collect()).collect();
        let rows = cells.iter().map(Vec::len).max().unwrap_or_default();
        let mut out = String::new();
        for row in 0..rows {
            let mut line = String::new();
            for (cells, (_, width)) in cells.iter().zip(columns) {
                let cell = cells.get(row).copied().unwrap_or_default();
                let _ = write!(line, "{cell:width$}");
            }
            push_line(line.trim_end(), &mut out);
        }
        out
    }

    const LEFT: &str = "Le préfet a déclaré mardi soir\nque 4 500 entreprises de la\nrégion avaient été aidées, pour\nun montant de 320 millions.\n\nLe conseil a voté la mesure à\nl’unanimité, après trois heures\nde débats que le public a sui-";
    const RIGHT: &str = "vis depuis la galerie du siège.\nLes associations de la vallée\nont pourtant demandé un délai\nplus long, le temps de relire\nles chiffres, et la commission\ns’est donné deux semaines de\nplus pour rendre son avis.";

    #[test]
    fn columns_are_read_one_after_the_other() {
        let title = "    UNE AIDE QUI FAIT DÉBAT DANS TOUTE LA VALLÉE DEPUIS LUNDI\n\n";
        let page = format!(
            "{title}{}                                - 3 -\n",
            beside_text(&[(LEFT, 36), (RIGHT, 31)])
        );
        let read = format!("{title}{LEFT}\n{RIGHT}\n\n                                - 3 -\n");
        assert_eq!(unfold(&page), read);
        // The same on each page, and three of them.
        assert_eq!(unfold(&format!("{page}\u{c}{page}")), format!("{read}\u{c}{read}"));
        let three = unfold(&beside_text(&[(LEFT, 34), (RIGHT, 34), (LEFT, 31)]));
        assert_eq!(three, format!("{LEFT}\n{RIGHT}\n\n{LEFT}\n"));
        // Read once, it stays as it is.
        assert_eq!(unfold(&read), read);
    }

    #[test]
    fn the_lines_in_columns_are_known() {
        let columns = beside_text(&[(LEFT, 36), (RIGHT, 31)]);
        let before = "UNE AIDE QUI FAIT DÉBAT\n\nElle date de lundi.\n\n";
        for behind in ["", "\n\nSuite page 3.\n", "\u{c}Elle a été votée.\n"] {
            let text = format!("{before}{columns}{behind}");
            let [found] = beside(&text)[..] else { panic!("one stretch: {text}") };
            assert_eq!(found.of(&text).trim_end(), columns.trim_end());
            assert!(holds(&[found], before.len()) && !holds(&[found], before.len() - 1));
        }
        let long = "a  b".repeat(LONGEST);
        assert!(beside(&format!("{long}\n").repeat(ROWS)).is_empty());
    }

    #[test]
    fn what_may_be_anything_else_stays() {
        let table = "Region               2022       2023\nNorth-West            120        140\nSouth-East             80         95\nOther regions           2          3\nAll of them           202        238\n";
        let fields = beside_text(&[
            ("Nom de la commune\nCode postal\nDépartement\nRégion d’outre-mer", 24),
            ("Saint-Étienne-du-Rouvray\nsoixante-seize mille\nSeine-Maritime\nnon", 24),
        ]);
        let menu = beside_text(&[
            ("pommes de terre\npoires du verger\nabricots secs\nraisins noirs", 24),
            ("pain de seigle\nlait de brebis\nbeurre salé\nfromage blanc", 20),
        ]);
        let verse = "Sous le pont Mirabeau coule la Seine\n        Et nos amours\nFaut-il qu'il m'en souvienne\n";
        for text in [table, &fields, &menu, verse, LEFT, "", "\n", "\u{c}\n\n\u{c}", "a  b\n"] {
            assert_eq!(unfold(text), text);
            assert!(beside(text).is_empty(), "{text}");
        }
    }
}
