//! Making a selector: the quote and enough around it to find it again.

use memchr::memmem;

use super::point::{Points, floor};
use crate::core::annotation::{BlobId, Selector};
use crate::core::article::{Document, Span};

/// Code points of context on each side, at least, and where a word ends before it, at most.
const LEAST: usize = 32;
const USUAL: usize = 64;
/// No more than this, however often the same words come.
const MOST: usize = 1024;

/// The selector of the stretch `span` (bytes) of `text`.
///
/// Each side gets 32 to 64 code points, ending at a word where one ends, and
/// doubled (up to 1024) while the whole stands in the text more than once.
pub fn select(text: &str, span: Span, blob: Option<BlobId>) -> Selector {
    let start = floor(text, span.start);
    let span = Span::new(start, floor(text, span.end).max(start));
    select_at(text, span, Points::new(text).points(span), blob)
}

/// The selector of a stretch of the shown text. The document knows its code points
/// already; in a large text counting them takes longer than all the rest.
pub fn select_in(doc: &Document, span: Span, blob: Option<BlobId>) -> Selector {
    select_at(doc.original(), doc.to_original_bytes(span), doc.to_points(span), blob)
}

/// Both ends of `span` stand between characters.
fn select_at(text: &str, span: Span, points: (usize, usize), blob: Option<BlobId>) -> Selector {
    let Span { start, end } = span;
    let mut least = LEAST;
    let (mut before, mut after) = around(text, start, end, least);
    while least < MOST && !unique(text, before, after) {
        least *= 2;
        (before, after) = around(text, start, end, least);
    }
    Selector {
        exact: text[start..end].to_owned(),
        prefix: text[before..start].to_owned(),
        suffix: text[end..after].to_owned(),
        start: points.0,
        end: points.1,
        blob,
    }
}

fn around(text: &str, start: usize, end: usize, least: usize) -> (usize, usize) {
    let extra = USUAL - LEAST;
    let mut before = start;
    for (n, (at, _)) in text[..start].char_indices().rev().enumerate().take(least + extra) {
        before = at;
        if n + 1 >= least && text[..at].ends_with(char::is_whitespace) {
            break;
        }
    }
    let mut after = end;
    for (n, (at, c)) in text[end..].char_indices().enumerate().take(least + extra) {
        after = end + at + c.len_utf8();
        if n + 1 >= least && text[after..].starts_with(char::is_whitespace) {
            break;
        }
    }
    (before, after)
}

/// Whether the stretch stands nowhere else in the text.
fn unique(text: &str, before: usize, after: usize) -> bool {
    let finder = memmem::Finder::new(&text[before..after]);
    let elsewhere = finder.find(text.as_bytes()) != Some(before)
        || text.as_bytes().get(before + 1..).is_some_and(|rest| finder.find(rest).is_some());
    !elsewhere
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn repeated_words_get_more_context() {
        let text =
            format!("Un début. {}fin du texte", "Le même passage revient encore. ".repeat(6));
        let at = text.match_indices("passage").nth(2).unwrap().0;
        let selector = select(&text, Span::new(at, at + 7), None);
        assert_eq!(selector.exact, "passage");
        let whole = format!("{}passage{}", selector.prefix, selector.suffix);
        assert_eq!(text.matches(&whole).count(), 1);
        let other = select("un deux trois", Span::new(3, 7), None);
        assert_eq!((other.prefix.as_str(), other.suffix.as_str()), ("un ", " trois"));
        assert_eq!((other.start, other.end), (3, 7));
    }

    proptest! {
        #[test]
        fn any_span_of_any_text(text in "[aé €🙂]{0,200}", a in 0usize..400, b in 0usize..400) {
            let span = Span::new(a.min(b).min(text.len()), a.max(b).min(text.len()));
            let selector = select(&text, span, None);
            let chars: String = text.chars().skip(selector.start).take(selector.end - selector.start).collect();
            prop_assert_eq!(&selector.exact, &chars);
            let whole = format!("{}{}{}", selector.prefix, selector.exact, selector.suffix);
            prop_assert!(text.contains(&whole));
        }
    }
}
