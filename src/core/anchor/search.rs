//! Where a quote may stand, and how much of it and of its surroundings is there.

use memchr::memmem;

use super::change::figures;
use super::distance::{Pattern, in_word, similarity};
use super::fold::Fold;
use super::gram::Grams;
use super::point::floor;
use super::quote::{Hit, NEXT, Query};
use super::tie::trim;
use crate::core::article::Span;

/// Quotes longer than this, in bytes, are not compared letter by letter.
const LONG: usize = 8192;
/// Bytes of context compared letter by letter.
const FAR: usize = 512;
/// Less context than this, in bytes, says nothing.
const LEAST: usize = 4;
/// How many places are weighed for one quote.
const HITS: usize = 48;
/// What it is worth that nothing stands before the first words of an article, or after its
/// last: something always comes first.
const AT_EDGE: f64 = 0.8;

/// The one place where the quote stands between all that was kept of its surroundings, unless
/// other words stand so, too. What [`super::quote::decide`] says after a search, at the cost of looking it up.
pub(super) fn untouched(fold: &Fold, grams: &Grams, query: &Query) -> Option<Span> {
    let text = fold.bytes();
    let (quote, prefix, suffix) =
        (query.quote.as_bytes(), query.prefix.as_bytes(), query.suffix.as_bytes());
    if quote.is_empty() || prefix.len().min(suffix.len()) < LEAST {
        return None;
    }
    // Of a long context only so much is compared.
    let prefix = &prefix[prefix.len().saturating_sub(FAR)..];
    let suffix = &suffix[..suffix.len().min(FAR)];
    let starts = grams.places(text, prefix, HITS);
    if starts.len() >= HITS {
        return None;
    }
    let mut framed = starts.into_iter().flat_map(|start| {
        let start = start + prefix.len();
        let end = floor(&fold.text, start + 2 * quote.len() + suffix.len());
        let ends = memmem::find_iter(&text[start..end], suffix);
        ends.map(move |len| Span::new(start, start + len)).take(2)
    });
    let (one, other) = (framed.next()?, framed.next());
    (other.is_none() && &text[one.range()] == quote).then_some(one)
}

/// Every place worth weighing, none overlapping a better one.
pub(super) fn search(fold: &Fold, grams: &Grams, query: &Query) -> Vec<Hit> {
    let quote = query.quote.as_bytes();
    if quote.is_empty() || fold.text.is_empty() {
        return Vec::new();
    }
    let whole = [query.next_before(), quote, query.next_after()].concat();
    let windows = if quote.len() <= LONG { grams.windows(&whole, query.hint) } else { Vec::new() };
    among(fold, query, identical(fold, grams, quote), &windows)
}

/// The same in a stretch of the text only, and in as much around it as tells its place.
pub(super) fn search_in(fold: &Fold, query: &Query, part: Span) -> Vec<Hit> {
    let start = floor(&fold.text, part.start.saturating_sub(NEXT));
    let window = Span::new(start, floor(&fold.text, part.end + NEXT));
    among(fold, query, Vec::new(), &[window])
}

fn among(fold: &Fold, query: &Query, mut places: Vec<(u32, Span)>, windows: &[Span]) -> Vec<Hit> {
    let quote = query.quote.as_bytes();
    let mut framed = Vec::new();
    // A short quote with another figure is hardly similar, yet it is the quote corrected.
    let blurred = (quote.len() <= 64 && quote.iter().any(u8::is_ascii_digit))
        .then(|| BothWays::new(&without_digits(quote)));
    let (words, frame) = (BothWays::new(quote), Frame::new(query));
    for &window in windows {
        let text = &fold.bytes()[window.range()];
        words.approximate(text, window.start, &mut places);
        if let Some(blurred) = &blurred {
            blurred.approximate(&without_digits(text), window.start, &mut places);
        }
        if let Some(frame) = &frame {
            frame.find(text, window.start, &mut framed);
        }
    }
    places.sort_unstable();
    places.dedup_by_key(|&mut (_, span)| span);
    framed.sort_unstable();
    let aligned = places.iter().take(HITS).map(|&(_, span)| align(fold, query, span));
    let framed = framed.iter().take(HITS / 4).map(|&(_, span)| {
        let span = trim(fold, span);
        let whole = ends_alike(quote, &fold.bytes()[span.range()]);
        if whole { span } else { align(fold, query, span) }
    });
    let mut all: Vec<Hit> = aligned.chain(framed).map(|span| weigh(fold, query, span)).collect();
    let mut hits: Vec<Hit> = Vec::new();
    all.sort_by(|a, b| b.score().total_cmp(&a.score()).then(a.span.cmp(&b.span)));
    for hit in all {
        if hits.iter().all(|better| !better.span.overlaps(hit.span) && better.span != hit.span) {
            hits.push(hit);
        }
    }
    hits
}

/// The quote word for word, at no cost.
fn identical(fold: &Fold, grams: &Grams, quote: &[u8]) -> Vec<(u32, Span)> {
    let ends = |at: usize| fold.text.is_char_boundary(at);
    let all = grams.places(fold.bytes(), quote, HITS).into_iter();
    let spans = all.map(|at| Span::new(at, at + quote.len()));
    spans.filter(|s| ends(s.start) && ends(s.end)).map(|span| (0, span)).collect()
}

/// Words to be found in several windows, read forwards and backwards.
struct BothWays {
    len: usize,
    forward: Pattern,
    backward: Pattern,
}

impl BothWays {
    fn new(words: &[u8]) -> Self {
        let forward = Pattern::new(words.iter().copied());
        let backward = Pattern::new(words.iter().rev().copied());
        Self { len: words.len(), forward, backward }
    }

    /// Local minima of the distance to the words inside one window, which begins at `from`.
    fn approximate(&self, text: &[u8], from: usize, places: &mut Vec<(u32, Span)>) {
        let columns = self.forward.floating(text.iter().copied());
        let most = (self.len * 11 / 20) as u32;
        let mut minima = minima(&columns, most);
        minima.sort_unstable();
        for (cost, end) in minima.into_iter().take(HITS) {
            let start = end.saturating_sub(self.len + cost as usize);
            let lengths = self.backward.anchored(text[start..end].iter().rev().copied());
            let len = (0..lengths.len()).min_by_key(|&len| (lengths[len], len)).unwrap_or(0);
            places.push((cost, Span::new(from + end - len, from + end)));
        }
    }
}

/// What stood right before and right after the quote.
struct Frame {
    before: Pattern,
    after: Pattern,
    /// How far each may be changed.
    most: [u32; 2],
    /// How many bytes may stand between the two.
    between: usize,
}

impl Frame {
    /// None where there is too little of it.
    fn new(query: &Query) -> Option<Self> {
        let (prefix, suffix) = (query.next_before(), query.next_after());
        (prefix.len().min(suffix.len()) >= 8).then(|| Self {
            before: Pattern::new(prefix.iter().copied()),
            after: Pattern::new(suffix.iter().rev().copied()),
            most: [prefix, suffix].map(|side| side.len() as u32 * 3 / 10),
            between: query.quote.len() * 2 + 64,
        })
    }

    /// What stands between the two in one window, which begins at `from`.
    fn find(&self, text: &[u8], from: usize, places: &mut Vec<(u32, Span)>) {
        let mut starts = minima(&self.before.floating(text.iter().copied()), self.most[0]);
        let mut ends = minima(&self.after.floating(text.iter().rev().copied()), self.most[1]);
        for sides in [&mut starts, &mut ends] {
            sides.sort_unstable();
            sides.truncate(HITS / 4);
        }
        for &(before, start) in &starts {
            for &(after, back) in &ends {
                let end = text.len() - back;
                if start <= end && end - start <= self.between {
                    places.push((before + after, Span::new(from + start, from + end)));
                }
            }
        }
    }
}

/// Whether two stretches begin and end alike, whatever stands between.
fn ends_alike(a: &[u8], b: &[u8]) -> bool {
    let (n, most) = (a.len().min(b.len()), a.len().max(b.len()));
    if most < 24 {
        return n * 2 >= most;
    }
    let n = n.min(24);
    similarity(&a[..n], &b[..n]) >= 0.7 && similarity(&a[a.len() - n..], &b[b.len() - n..]) >= 0.7
}

/// Ends of falls: `(distance, end)` of every local minimum not above `most`.
fn minima(columns: &[u32], most: u32) -> Vec<(u32, usize)> {
    let mut out = Vec::new();
    let mut falling = true;
    for (at, &here) in columns.iter().enumerate() {
        let next = columns.get(at + 1).copied().unwrap_or(u32::MAX);
        if next > here {
            if falling && here <= most {
                out.push((here, at));
            }
            falling = false;
        } else if next < here {
            falling = true;
        }
    }
    out
}

/// Weighs a place.
pub(super) fn weigh(fold: &Fold, query: &Query, span: Span) -> Hit {
    let quote = query.quote.as_bytes();
    let words = &fold.bytes()[span.range()];
    let exact = words == quote;
    let same = if exact {
        1.0
    } else if quote.len() > LONG {
        0.0
    } else {
        similarity(quote, words)
    };
    let text = fold.bytes();
    let (left, right) = (&text[..span.start], &text[span.end..]);
    let (prefix, suffix) = (query.prefix.as_bytes(), query.suffix.as_bytes());
    let whole = |is: bool| is.then_some(1.0);
    let before = whole(prefix.len() >= LEAST && left.ends_with(prefix))
        .or_else(|| side(prefix.iter().rev(), left.iter().rev()));
    let after = whole(suffix.len() >= LEAST && right.starts_with(suffix))
        .or_else(|| side(suffix.iter(), right.iter()));
    let blank = |text: &str| text.trim().is_empty();
    let opens = query.opens && blank(&fold.text[..span.start]);
    let closes = query.closes && blank(&fold.text[span.end..]);
    let same_figures = exact || figures(&query.quote) == figures(span.of(&fold.text));
    let alike = if same_figures || quote.len() > LONG {
        same
    } else {
        similarity(&without_digits(quote), &without_digits(words))
    };
    Hit {
        span,
        same,
        alike,
        before: before.unwrap_or(if opens { AT_EDGE } else { 0.0 }),
        after: after.unwrap_or(if closes { AT_EDGE } else { 0.0 }),
        figures: same_figures,
    }
}

/// Every digit a zero, so that another figure is no other text.
fn without_digits(text: &[u8]) -> Vec<u8> {
    text.iter().map(|&byte| if byte.is_ascii_digit() { b'0' } else { byte }).collect()
}

/// How much of a context is there, read away from the quote; none for an empty one.
fn side<'a>(
    context: impl ExactSizeIterator<Item = &'a u8>,
    text: impl Iterator<Item = &'a u8>,
) -> Option<f64> {
    let len = context.len().min(FAR);
    if len < LEAST {
        return None;
    }
    let near: Vec<u8> = context.take(len).copied().collect();
    let columns = Pattern::new(near.into_iter()).anchored(text.take(len + len / 4).copied());
    columns.iter().min().map(|&best| 1.0 - f64::from(best) / len as f64)
}

/// The borders where prefix, quote and suffix together cost least.
fn align(fold: &Fold, query: &Query, rough: Span) -> Span {
    let text = fold.bytes();
    let quote = query.quote.as_bytes();
    if without_digits(&text[rough.range()]) == without_digits(quote) {
        return rough;
    }
    let (prefix, suffix) = (query.next_before(), query.next_after());
    let from = rough.start.saturating_sub(prefix.len() + prefix.len() / 4);
    let window = &text[from..rough.end];
    let before = Pattern::new(prefix.iter().copied()).floating(window.iter().copied());
    let after = Pattern::new(quote.iter().rev().copied()).anchored(window.iter().rev().copied());
    let cost = |&j: &usize| before[j] + after[window.len() - j];
    let (cut_start, cut_end) = query.cuts_words();
    let borders = (0..=window.len()).rev().filter(|&j| cut_start || !in_word(text, from + j));
    let start = from + borders.min_by_key(cost).unwrap_or(0);
    let to = (rough.end + suffix.len() + suffix.len() / 4).min(text.len());
    let window = &text[start..to];
    let before = Pattern::new(quote.iter().copied()).anchored(window.iter().copied());
    let after = Pattern::new(suffix.iter().rev().copied()).floating(window.iter().rev().copied());
    let cost = |&j: &usize| before[j] + after[window.len() - j];
    let borders = (0..=window.len()).filter(|&j| cut_end || !in_word(text, start + j));
    let end = start + borders.min_by_key(cost).unwrap_or(0);
    trim(fold, Span::new(floor(&fold.text, start), floor(&fold.text, end)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::quote::{Found, decide};
    use super::*;

    proptest! {
        /// Few words, so that quotes and their surroundings repeat.
        #[test]
        fn what_stands_untouched_is_what_a_search_finds(
            words in prop::collection::vec("(un|deux|trois|mille|12|14|morts|\\.)", 20..60),
            from in 0.0..1.0_f64,
            count in 1..8_usize,
            around in 1..6_usize,
        ) {
            let text = words.join(" ");
            let from = (from * (words.len() - count) as f64) as usize;
            let (start, end) = (from.saturating_sub(around), words.len().min(from + count + around));
            let query = Query {
                quote: words[from..from + count].join(" "),
                prefix: words[start..from].join(" ") + " ",
                suffix: format!(" {}", words[from + count..end].join(" ")),
                opens: false,
                closes: false,
                hint: 0,
            };
            let (fold, grams) = (Fold::words(&text), Grams::new(text.as_bytes()));
            if let Some(place) = untouched(&fold, &grams, &query) {
                let found = decide(&query, &search(&fold, &grams, &query));
                prop_assert!(matches!(found, Found::One(span) if span == place), "{place:?}");
            }
        }
    }
}
