//! Finding words in quotation marks, in one pass over the text.

use memchr::{memchr, memchr3};

use super::model::{Facts, Quote};
use crate::core::article::Span;
use crate::core::article::border::is_border;

/// Longest stretch taken for one quotation, in bytes.
const LONGEST: usize = 4000;

/// Finds the quotations of a text. A paragraph's end closes none and ends all.
pub(crate) fn find(text: &str, out: &mut Vec<Quote>) {
    let bytes = text.as_bytes();
    let mut open: Option<(usize, char)> = None;
    let mut at = 0;
    // Where the next mark may begin, by its first byte.
    while let Some(next) = memchr3(b'"', 0xC2, 0xE2, &bytes[at..]) {
        if open.is_some() && memchr(b'\n', &bytes[at..at + next]).is_some() {
            open = None;
        }
        at += next;
        let Some(mark) = text[at..].chars().next() else { break };
        let end = at + mark.len_utf8();
        if !(is_border(text, at) && is_border(text, end)) {
            at = end;
            continue;
        }
        match (mark, open) {
            ('«' | '“' | '„' | '"' | '”', None) if mark != '”' || is_spaced(text, at, end) =>
            {
                open = Some((at, mark));
            }
            (_, Some((start, first))) if closes(first, mark) => {
                if end - start <= LONGEST {
                    out.push(Quote { span: Span::new(start, end), speaker: None });
                }
                open = None;
            }
            ('«' | '“', Some((_, first))) if first == mark => open = Some((at, mark)),
            _ => {}
        }
        at = end;
    }
}

/// Farthest that a source may stand from the words it says, in bytes: `, ` and a verb's clitics.
const NEAR: usize = 8;

/// Joins quotations with the sources right beside them. Both lists are in order.
pub(crate) fn find_speakers(facts: &mut Facts) {
    let mut next = 0;
    for quote in &mut facts.quotes {
        while facts.attributions.get(next).is_some_and(|a| a.span.end + NEAR < quote.span.start) {
            next += 1;
        }
        let beside = facts.attributions[next..].iter().take(3).find(|a| {
            let before = a.span.end <= quote.span.start;
            let gap = if before {
                quote.span.start - a.span.end
            } else {
                a.span.start.abs_diff(quote.span.end)
            };
            gap <= NEAR
        });
        quote.speaker = beside.and_then(|a| a.source);
    }
}

/// Whether `mark` closes what `first` opened. `”` opens where marks were set the wrong way round.
const fn closes(first: char, mark: char) -> bool {
    matches!((first, mark), ('«', '»') | ('“' | '„' | '”', '”' | '“') | ('"', '"' | '”'))
}

fn is_spaced(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back().is_none_or(char::is_whitespace);
    before && text[end..].chars().next().is_some_and(|c| c.is_whitespace() || c.is_alphanumeric())
}
