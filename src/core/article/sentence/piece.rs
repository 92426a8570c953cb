//! Where a stretch without an end is cut: behind a clause, else behind a word, and only where nothing
//! else is left in a quotation, a number or a word.

use super::super::border::is_border;
use super::super::span::Span;

/// How good a place is; the last one of the best kind is taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Between two letters.
    Letter,
    /// Behind a mark inside a word or number: `1,200`, `a/b`.
    Mark,
    /// Between the words of a quotation.
    Quoted,
    /// Beside a figure, which may go on or have a unit: `12 000`, `12 km`.
    Figure,
    /// Between two words.
    Word,
    /// Behind a mark that parts clauses.
    Clause,
}

/// Where the piece ends that begins `window`, in the second half of it. `quoted` says whether neutral
/// quotation marks are open where it begins.
pub(super) fn end(text: &str, window: Span, quoted: bool) -> usize {
    let half = window.start + window.len() / 2;
    let (mut depth, mut straight) = (0_u32, quoted);
    let mut best: Option<(Kind, usize)> = None;
    let mut before = ' ';
    for (inside, c) in window.of(text).char_indices() {
        let at = window.start + inside;
        let kind = kind(before, c, text[at..].chars().nth(1));
        let kind =
            kind.map(|kind| if depth > 0 || straight { kind.min(Kind::Quoted) } else { kind });
        if let Some(kind) =
            kind.filter(|kind| at > half && best.is_none_or(|(best, _)| best <= *kind))
            && is_border(text, at)
        {
            best = Some((kind, at));
        }
        match c {
            '«' | '“' | '„' | '(' | '[' => depth += 1,
            '»' | '”' | ')' | ']' => depth = depth.saturating_sub(1),
            '"' => straight = !straight,
            _ => {}
        }
        before = c;
    }
    best.map_or_else(|| next_border(text, window.end), |(_, at)| at)
}

/// What kind of a place the one before `c` is; none where white space stands before it, which ends no
/// sentence.
fn kind(before: char, c: char, next: Option<char>) -> Option<Kind> {
    if before.is_whitespace() {
        return None;
    }
    if !matches!(c, ' ' | '\t') {
        let mark = !before.is_alphanumeric() && c.is_alphanumeric();
        return Some(if mark { Kind::Mark } else { Kind::Letter });
    }
    let figure = before.is_ascii_digit() || next.is_some_and(|next| next.is_ascii_digit());
    Some(match before {
        ',' | ';' | ':' | '–' | '—' => Kind::Clause,
        _ if figure => Kind::Figure,
        _ => Kind::Word,
    })
}

/// Where no letter of a whole window ends: behind the one that goes on through it.
fn next_border(text: &str, from: usize) -> usize {
    let mut places = text[from..].char_indices().map(|(inside, _)| from + inside);
    places.find(|at| is_border(text, *at)).unwrap_or(text.len())
}
