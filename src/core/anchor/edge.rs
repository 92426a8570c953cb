//! What stands across the borders of a quote: a word that went on, a figure with its decimals, scale or unit.
//!
//! `12` in `120` or in `12 million` is not the `12` that was judged, though its bytes are there.

use super::change::Side;
use super::fold::Fold;
use super::point::floor;
use super::token::joins;
use crate::core::annotation::Selector;
use crate::core::article::Span;
use crate::core::lang::Language;

/// How far on either side of a border a word or figure is read, in bytes.
const REACH: usize = 40;
/// Where so many bytes outside a border are what they were, nothing across it changed.
const KEPT: usize = 32;

/// What stood around a quote.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) before: &'a str,
    pub(super) after: &'a str,
}

impl<'a> Around<'a> {
    pub(super) fn of(selector: &'a Selector) -> Self {
        Self { before: &selector.prefix, after: &selector.suffix }
    }
}

/// A quote and the place where it stands, both widened by what stands across their borders.
pub(super) struct Widened {
    pub(super) old: String,
    /// In bytes of the new text.
    pub(super) span: Span,
    /// Whether letters or digits stand where there was the border of a word.
    pub(super) attached: bool,
}

/// Whether words or figures across the borders of a quote at `span` are others than those that
/// stood there; none where they are the same, the everyday case.
pub(super) fn widened(
    around: Around,
    quote: &str,
    (text, span): (&str, Span),
    language: impl FnOnce() -> Language,
) -> Option<Widened> {
    let Around { before, after } = around;
    let (left, right) = (&text[..span.start], &text[span.end..]);
    let keeps_left = kept(before.bytes().rev(), left.bytes().rev())
        || before.is_empty() && begins_a_sentence(left);
    let keeps_right =
        kept(after.bytes(), right.bytes()) || after.is_empty() && ends_a_sentence(right);
    if keeps_left && keeps_right {
        return None;
    }
    let language = language();
    let before = &before[floor(before, before.len().saturating_sub(2 * REACH))..];
    let after = &after[..floor(after, 2 * REACH)];
    let whole = [before, quote, after].concat();
    let was = Span::new(before.len(), before.len() + quote.len());
    let border = |text, at, is_start| Border::new(text, at, is_start, language);
    let (mut old, mut new) = (was, span);
    let (mut changed, mut attached) = (false, false);
    if !keeps_left {
        let (then, now) = (border(&whole, was.start, true), border(text, span.start, true));
        if then.differs(&now) {
            (old.start, new.start, changed) = (then.reach, now.reach, true);
            attached |= now.is_inside() && !then.is_inside();
        }
    }
    if !keeps_right {
        let (then, now) = (border(&whole, was.end, false), border(text, span.end, false));
        if then.differs(&now) {
            (old.end, new.end, changed) = (then.reach, now.reach, true);
            attached |= now.is_inside() && !then.is_inside();
        }
    }
    changed.then(|| Widened { old: old.of(&whole).to_owned(), span: new, attached })
}

/// Whether enough of what stood outside a border stands there, or all of it, to the end of both.
fn kept(mut was: impl Iterator<Item = u8>, mut is: impl Iterator<Item = u8>) -> bool {
    for _ in 0..KEPT {
        match (was.next(), is.next()) {
            (Some(a), Some(b)) if a == b => {}
            (None, None) => return true,
            _ => return false,
        }
    }
    true
}

/// Whether a sentence surely begins behind `left`, so that no word or figure goes on there.
fn begins_a_sentence(left: &str) -> bool {
    let rest = left.trim_end_matches(' ');
    rest.is_empty() || rest.ends_with('\n') || rest.len() < left.len() && rest.ends_with(STOPS)
}

/// The same of its end, before `right`.
fn ends_a_sentence(right: &str) -> bool {
    let rest = right.trim_start_matches(STOPS);
    rest.is_empty() || rest.starts_with('\n') || rest.len() < right.len() && rest.starts_with(' ')
}

/// What ends a sentence.
const STOPS: [char; 4] = ['.', '!', '?', ';'];

/// One border of a quote in a text.
struct Border<'a> {
    text: &'a str,
    at: usize,
    is_start: bool,
    /// Where the word or figure that stands across it begins, or ends; `at` where there is none.
    reach: usize,
    side: Side,
    /// Where the window that was read begins.
    from: usize,
}

impl<'a> Border<'a> {
    fn new(text: &'a str, at: usize, is_start: bool, language: Language) -> Self {
        let from = floor(text, at.saturating_sub(REACH));
        let side = Side::values(&text[from..floor(text, at + REACH)], language);
        let mut border = Self { text, at, is_start, reach: at, side, from };
        if let Some(across) = border.side.across(at - from) {
            border.reach = from + if is_start { across.start } else { across.end };
        }
        if is_joint(border.tail()) {
            border.reach = at;
        }
        border.reach = if is_start { border.joined_before() } else { border.joined_after() };
        border
    }

    /// Whether the border stands inside a word or a row of digits.
    fn is_inside(&self) -> bool {
        let (left, right) = self.text.split_at(self.at);
        left.ends_with(joins) && right.starts_with(joins)
    }

    /// What stands across the border outside the quote.
    fn tail(&self) -> &str {
        &self.text[self.at.min(self.reach)..self.at.max(self.reach)]
    }

    /// Whether what stands across another border is not what stands across this one.
    fn differs(&self, now: &Self) -> bool {
        let (was, is) = (spaced(self.tail()), spaced(now.tail()));
        let longer = if was.len() > is.len() { &was } else { &is };
        // How far a text is read may depend on what else stands there.
        let same = was == is || self.goes_on(longer) && now.goes_on(longer);
        !same && !self.side.tells_more_of_a_date(self.at - self.from, &now.side, now.at - now.from)
    }

    /// Whether so much stands outside the border, and ends where a word does.
    fn goes_on(&self, tail: &str) -> bool {
        let (left, right) = self.text.split_at(self.at);
        if self.is_start {
            let left = spaced(&left[floor(left, left.len().saturating_sub(REACH))..]);
            return left.strip_suffix(tail).is_some_and(|rest| !rest.ends_with(joins));
        }
        let right = spaced(&right[..floor(right, REACH)]);
        right.strip_prefix(tail).is_some_and(|rest| !rest.starts_with(joins))
    }

    /// The end of the word with what is joined to it: `can’t`, `Smith-Jones`, `12.5`, `km/h`.
    fn joined_after(&self) -> usize {
        let mut end = self.reach;
        loop {
            let (word, rest) = self.text.split_at(end);
            let mut next = rest.chars();
            let (Some(last), Some(sign), Some(first)) =
                (word.chars().next_back(), next.next(), next.next())
            else {
                return end;
            };
            let figure = last.is_numeric() && first.is_numeric();
            let joined = matches!(sign, '-' | '‐' | '‑' | '\'' | '’' | '/' | '&')
                || figure && matches!(sign, '.' | ',' | ':' | '–' | '·');
            if !joined || !joins(last) || !joins(first) {
                return end;
            }
            let rest = &rest[sign.len_utf8()..];
            end += sign.len_utf8() + rest.find(|c| !joins(c)).unwrap_or(rest.len());
        }
    }

    /// The same of the beginning: `illegal` has grown, and so have `un-elected`, `-5` and `1.12`.
    fn joined_before(&self) -> usize {
        let mut start = self.reach;
        loop {
            let (rest, word) = self.text.split_at(start);
            let mut back = rest.chars().rev();
            let (Some(first), Some(sign)) = (word.chars().next(), back.next()) else {
                return start;
            };
            let last = back.next();
            let minus = first.is_numeric()
                && matches!(sign, '-' | '−' | '–')
                && last.is_none_or(char::is_whitespace);
            if minus {
                return start - sign.len_utf8();
            }
            let figure = first.is_numeric() && last.is_some_and(char::is_numeric);
            let joined = matches!(sign, '-' | '‐' | '‑' | '/' | '&')
                || figure && matches!(sign, '.' | ',' | ':' | '–' | '·' | '\'' | '’');
            if !joined || !joins(first) || !last.is_some_and(joins) {
                return start;
            }
            let rest = &rest[..rest.len() - sign.len_utf8()];
            let word = rest.chars().rev().take_while(|c| joins(*c)).map(char::len_utf8);
            start = rest.len() - word.sum::<usize>();
        }
    }
}

/// Whether what stands across a border only joins a figure to what it counts: `half of | the`.
fn is_joint(tail: &str) -> bool {
    const JOINTS: [&str; 12] =
        ["the", "of", "a", "an", "de", "des", "du", "le", "la", "les", "der", "die"];
    let apart = tail.starts_with(char::is_whitespace) || tail.ends_with(char::is_whitespace);
    let mut words = tail.split_whitespace();
    apart && words.all(|word| JOINTS.contains(&word.to_lowercase().as_str()))
}

/// A stretch, folded; between words a hyphen is a space.
fn spaced(text: &str) -> String {
    let folded = Fold::of(text);
    let words = folded.contains(char::is_alphabetic) && !folded.contains(char::is_numeric);
    if words { folded.replace('-', " ") } else { folded }
}
