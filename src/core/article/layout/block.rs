//! Which line ends of a block are only the end of the paper.

use super::line::{Head, LONG, Line, Tail};

/// How a file is wrapped, as far as its head tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    /// The column at which lines are full.
    pub width: usize,
    /// Enough lines agree for single ones to be judged by it.
    pub sure: bool,
    /// Few as they are, nearly all that end no sentence are full, and some go on.
    pub likely: bool,
}

/// What two neighbouring lines say about the line end between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a set of traits, read one by one")]
pub(super) struct Pair {
    /// The next word would not have fitted.
    full: bool,
    /// It would hardly have.
    pub near: bool,
    /// No sentence ends here.
    pub open: bool,
    /// The words themselves show that they go on.
    pub goes_on: bool,
    /// A capital behind words that end no sentence.
    breaks: bool,
    /// A word is divided here.
    divided: bool,
    /// What stands behind begins something new: a list item, a row.
    pub apart: bool,
}

/// Lines at least so wide are prose; verse and lists are narrower.
const PROSE: usize = 50;

/// No column of a newspaper is narrower, unless the whole file has it.
const COLUMN: usize = 28;

/// Whether each line end between the lines of a block goes on; one answer less than lines.
pub(super) fn judge(block: &[Line<'_>], measure: Measure, out: &mut Vec<bool>) {
    out.clear();
    let width = width(block, measure);
    let pairs = pairs(block, width);
    let style = style(block, &pairs, width, measure);
    out.extend(pairs.iter().enumerate().map(|(i, pair)| joins(block, *pair, i, style)));
}

/// The line ends of a block, where `width` is the column at which lines are full.
pub(super) fn pairs(block: &[Line<'_>], width: usize) -> Vec<Pair> {
    (1..block.len()).map(|at| pair(block, at, width)).collect()
}

/// What kind of text a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// Lines that stand for themselves.
    Lines,
    /// Here and there a line of prose was broken.
    Broken,
    /// Wrapped at a column.
    Wrapped,
}

fn width(block: &[Line<'_>], measure: Measure) -> usize {
    let widest = block.iter().map(|line| line.columns).max().unwrap_or_default();
    // A block of its own measure: a quotation, a column.
    if measure.sure && (block.len() < 4 || widest > measure.width) { measure.width } else { widest }
}

fn pair(block: &[Line<'_>], at: usize, width: usize) -> Pair {
    let (a, b) = (&block[at - 1], &block[at]);
    let (tail, head) = (a.tail(), b.head());
    let needed = a.columns + 1 + b.first_word();
    let long = a.columns >= LONG || a.columns > width + width / 4;
    let apart = a.depth != b.depth || a.row || b.row || begins_anew(block, at, needed > width);
    let open = !matches!(tail, Tail::Stop);
    let divided = tail == Tail::Divided && b.text.starts_with(char::is_alphanumeric);
    let goes_on = match (tail, head) {
        (Tail::Stop, _) => false,
        (Tail::Colon, head) => head == Head::Small && needed > width && !long,
        (Tail::Divided, _) => divided,
        (_, Head::Small) | (Tail::Open, _) => true,
        (Tail::Comma, head) => head != Head::Capital,
        (Tail::Plain, _) => false,
    };
    Pair {
        full: needed > width && !long,
        near: needed + width / 8 > width && !long,
        open,
        goes_on,
        breaks: open && head == Head::Capital && tail != Tail::Open,
        divided,
        apart,
    }
}

/// Whether the line at `at` begins with a sign of its own, not a word of the sentence before.
fn begins_anew(block: &[Line<'_>], at: usize, full: bool) -> bool {
    let (a, b) = (&block[at - 1], &block[at]);
    if b.field().is_some() && a.field().is_some() {
        return true;
    }
    if !b.has_margin() {
        // The first line of a paragraph stands in.
        return at > 1 && b.indent > a.indent + 1 && a.tail() == Tail::Stop && !a.has_margin();
    }
    let Some(sign) = ambiguous(b).filter(|_| full) else { return true };
    // A dash, a German day (`am⏎12. April`) or a word with a colon that came to stand
    // at the start of a line; a list has more of the kind.
    let near = &block[at.saturating_sub(8)..block.len().min(at + 8)];
    let listed = near.iter().filter(|line| ambiguous(line) == Some(sign)).count() > 1;
    listed || matches!(a.tail(), Tail::Stop | Tail::Colon)
}

/// What stands before the words of a line, where it may be a part of them.
fn ambiguous(line: &Line<'_>) -> Option<char> {
    if line.is_field() {
        return Some(':');
    }
    match line.text.chars().next().filter(|_| line.has_margin())? {
        c if c.is_ascii_digit() => Some('1'),
        c => matches!(c, '-' | '–' | '—').then_some(c),
    }
}

fn style(block: &[Line<'_>], pairs: &[Pair], width: usize, measure: Measure) -> Style {
    let pairs: Vec<&Pair> = pairs.iter().filter(|pair| !pair.apart).collect();
    let all = pairs.len();
    let count = |test: fn(&Pair) -> bool| pairs.iter().filter(|pair| test(pair)).count();
    let (open, near, full) = (count(|p| p.open), count(|p| p.near), count(|p| p.full));
    let (goes_on, breaks) = (count(|p| p.goes_on), count(|p| p.breaks));
    let narrow = measure.sure && width + 1 < measure.width;
    if all == 0 || open == 0 {
        return if measure.sure && full * 4 >= all * 3 && all > 0 {
            Style::Wrapped
        } else {
            Style::Lines
        };
    }
    // In verse every line has its capital; in prose some do, more in German.
    let verse = breaks * 4 >= open * 3;
    if measure.sure
        && !narrow
        && width >= measure.width
        && full * 4 >= all * 3
        && !(verse && open > 5)
    {
        return Style::Wrapped;
    }
    if verse {
        // Two or three full lines that end in a sentence may be German; and in a file whose lines are cut elsewhere one may have
        // come to begin with a name, another one with a sentence.
        let last = block.last().map(Line::tail);
        let alike = open == all || measure.likely && width + width / 8 >= measure.width;
        let prose = width >= PROSE && near == all && alike && all > 1 && all < 5;
        return if prose && last == Some(Tail::Stop) { Style::Wrapped } else { Style::Lines };
    }
    let divided = count(|p| p.divided && p.goes_on);
    if width < COLUMN && !measure.sure {
        return Style::Lines;
    }
    if goes_on > 0 && (near * 4 >= all * 3 || divided * 4 >= all) {
        return Style::Wrapped;
    }
    if width >= PROSE && goes_on > 0 && near * 2 >= all {
        return Style::Wrapped;
    }
    Style::Broken
}

fn joins(block: &[Line<'_>], pair: Pair, at: usize, style: Style) -> bool {
    if pair.apart {
        return false;
    }
    let columns = block[at].columns;
    match style {
        Style::Lines => false,
        Style::Broken => pair.goes_on && columns >= PROSE && block[at].tail() != Tail::Colon,
        Style::Wrapped => pair.full || pair.goes_on || (pair.near && pair.open && !pair.breaks),
    }
}
