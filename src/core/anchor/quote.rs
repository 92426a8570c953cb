//! Finding a quote by its words and what stood around it, without the old text.

use memchr::memmem;

use super::change::figures;
use super::distance::{Pattern, similarity};
use super::fold::Fold;
use super::gram::Grams;
use super::point::floor;
use super::tie::trim;
use crate::core::text::Span;

/// Quotes longer than this, in bytes, are not compared letter by letter.
const LONG: usize = 8192;
/// How many places are weighed for one quote.
const HITS: usize = 48;
/// A quote without context must have this many bytes and words to be told from others.
const LONE_BYTES: usize = 40;
const LONE_WORDS: usize = 6;
/// Two places whose scores are closer than this are ambiguous.
const NEAR: f64 = 0.12;

/// A folded quote and its surroundings.
pub(super) struct Query {
    pub(super) quote: String,
    pub(super) prefix: String,
    pub(super) suffix: String,
    /// Whether nothing stood before, or after.
    pub(super) opens: bool,
    pub(super) closes: bool,
    /// About where it stood, in bytes.
    pub(super) hint: usize,
}

/// A place where the quote may stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// In folded bytes.
    pub(super) span: Span,
    /// How much of the quote is there, 0 to 1.
    pub(super) same: f64,
    /// How much of what stood before it and after it is there, 0 to 1.
    before: f64,
    after: f64,
    /// Whether the figures are those of the quote.
    figures: bool,
}

impl Hit {
    /// How intact the surroundings are: 0 for what chance gives, 1 for both sides whole.
    fn context(&self) -> f64 {
        let intact = |side: f64| ((side - 0.5) / 0.4).clamp(0.0, 1.0);
        f64::midpoint(intact(self.before), intact(self.after))
    }

    fn score(&self) -> f64 {
        self.same + self.context()
    }
}

/// What a search came to.
pub(super) enum Found {
    One(Span),
    Several(Vec<Span>),
    /// Nowhere; the surroundings may still stand with other words between them.
    Nowhere(Option<Span>),
}

/// Decides among the hits of a text nothing else is known about.
pub(super) fn decide(query: &Query, hits: &[Hit]) -> Found {
    let lone = query.quote.len() >= LONE_BYTES && query.quote.split(' ').count() >= LONE_WORDS;
    let fits = |hit: &&Hit| {
        let context = hit.context();
        if context < 0.4 && !lone {
            return false;
        }
        if context < 0.75 && !hit.figures {
            return false;
        }
        hit.same >= 1.0 - 0.55 * context - 1e-9
    };
    let fitting: Vec<&Hit> = hits.iter().filter(fits).collect();
    match choose(&fitting) {
        Found::Nowhere(_) => {
            let there = hits.iter().filter(|hit| hit.context() > 0.75);
            let best = there.max_by(|a, b| a.context().total_cmp(&b.context()));
            Found::Nowhere(best.map(|hit| hit.span))
        }
        found => found,
    }
}

/// The best hit unless another is as good.
pub(super) fn choose(hits: &[&Hit]) -> Found {
    let Some(best) = hits.iter().max_by(|a, b| a.score().total_cmp(&b.score())) else {
        return Found::Nowhere(None);
    };
    let near = |hit: &&&Hit| hit.score() > best.score() - NEAR;
    let mut places: Vec<Span> = hits.iter().filter(near).map(|hit| hit.span).collect();
    if places.len() == 1 {
        return Found::One(best.span);
    }
    places.sort_unstable();
    Found::Several(places)
}

/// Every place worth weighing, none overlapping a better one.
pub(super) fn search(fold: &Fold, grams: &Grams, query: &Query) -> Vec<Hit> {
    let quote = query.quote.as_bytes();
    if quote.is_empty() || fold.text.is_empty() {
        return Vec::new();
    }
    let mut places = identical(fold, quote);
    let whole = [&query.prefix, &query.quote, &query.suffix].map(String::as_bytes);
    if quote.len() <= LONG {
        for window in grams.windows(&whole.concat(), query.hint) {
            approximate(fold, quote, window, &mut places);
            bracketed(fold, query, window, &mut places);
        }
    }
    places.sort_unstable_by_key(|&(cost, span)| (cost, span));
    places.dedup_by_key(|&mut (_, span)| span);
    let mut hits: Vec<Hit> = Vec::new();
    let mut all: Vec<Hit> =
        places.iter().take(HITS).map(|&(_, span)| weigh(fold, query, span)).collect();
    all.sort_by(|a, b| b.score().total_cmp(&a.score()).then(a.span.cmp(&b.span)));
    for hit in all {
        if hits.iter().all(|better| !better.span.overlaps(hit.span) && better.span != hit.span) {
            hits.push(hit);
        }
    }
    hits
}

/// The quote word for word, at no cost.
fn identical(fold: &Fold, quote: &[u8]) -> Vec<(u32, Span)> {
    let ends = |at: usize| fold.text.is_char_boundary(at);
    let all = memmem::find_iter(fold.bytes(), quote);
    let spans = all.map(|at| Span::new(at, at + quote.len()));
    spans.filter(|s| ends(s.start) && ends(s.end)).take(HITS).map(|span| (0, span)).collect()
}

/// Local minima of the distance to the quote inside one window.
fn approximate(fold: &Fold, quote: &[u8], window: Span, places: &mut Vec<(u32, Span)>) {
    let text = &fold.bytes()[window.range()];
    let pattern = Pattern::new(quote.iter().copied());
    let columns = pattern.floating(text.iter().copied());
    let most = (quote.len() * 11 / 20) as u32;
    let mut minima = minima(&columns, most);
    minima.sort_unstable();
    let backward = Pattern::new(quote.iter().rev().copied());
    for (cost, end) in minima.into_iter().take(HITS) {
        let start = end.saturating_sub(quote.len() + cost as usize);
        let lengths = backward.anchored(text[start..end].iter().rev().copied());
        let len = (0..lengths.len()).min_by_key(|&len| (lengths[len], len)).unwrap_or(0);
        places.push((cost, Span::new(window.start + end - len, window.start + end)));
    }
}

/// What stands between the prefix and the suffix.
fn bracketed(fold: &Fold, query: &Query, window: Span, places: &mut Vec<(u32, Span)>) {
    let text = &fold.bytes()[window.range()];
    let (prefix, suffix) = (query.prefix.as_bytes(), query.suffix.as_bytes());
    if prefix.len() < 8 || suffix.len() < 8 {
        return;
    }
    let columns = Pattern::new(prefix.iter().copied()).floating(text.iter().copied());
    let mut starts = minima(&columns, prefix.len() as u32 * 3 / 10);
    let columns = Pattern::new(suffix.iter().rev().copied()).floating(text.iter().rev().copied());
    let mut ends = minima(&columns, suffix.len() as u32 * 3 / 10);
    for sides in [&mut starts, &mut ends] {
        sides.sort_unstable();
        sides.truncate(HITS / 4);
    }
    let most = query.quote.len() * 2 + 64;
    for &(before, start) in &starts {
        for &(after, back) in &ends {
            let end = text.len() - back;
            if start <= end && end - start <= most {
                let span = Span::new(window.start + start, window.start + end);
                // Early among the places: few have both sides.
                places.push((before + after, span));
            }
        }
    }
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

/// Sets the borders of a place by what stands around it, and weighs it.
fn weigh(fold: &Fold, query: &Query, rough: Span) -> Hit {
    let quote = query.quote.as_bytes();
    let exact = fold.bytes()[rough.range()] == *quote;
    let span = if exact || quote.len() > LONG { rough } else { align(fold, query, rough) };
    let words = &fold.bytes()[span.range()];
    let same = if exact {
        1.0
    } else if quote.len() > LONG {
        0.0
    } else {
        similarity(quote, words)
    };
    let text = fold.bytes();
    let prefix = query.prefix.as_bytes();
    let start = span.start.saturating_sub(prefix.len() + prefix.len() / 4);
    let before = side(prefix.iter().rev(), text[start..span.start].iter().rev());
    let suffix = query.suffix.as_bytes();
    let end = (span.end + suffix.len() + suffix.len() / 4).min(text.len());
    let after = side(suffix.iter(), text[span.end..end].iter());
    let blank = |text: &str| text.trim().is_empty();
    let opens = query.opens && blank(&fold.text[..span.start]);
    let closes = query.closes && blank(&fold.text[span.end..]);
    let same_figures = exact || figures(&query.quote) == figures(span.of(&fold.text));
    Hit {
        span,
        same,
        before: before.unwrap_or(if opens { 1.0 } else { 0.0 }),
        after: after.unwrap_or(if closes { 1.0 } else { 0.0 }),
        figures: same_figures,
    }
}

/// How much of a context is there, read away from the quote; none for an empty one.
fn side<'a>(
    context: impl ExactSizeIterator<Item = &'a u8>,
    text: impl Iterator<Item = &'a u8>,
) -> Option<f64> {
    let len = context.len();
    if len < 4 {
        return None;
    }
    let columns = Pattern::new(context.copied()).anchored(text.copied());
    columns.iter().min().map(|&best| 1.0 - f64::from(best) / len as f64)
}

/// Borders where prefix, quote and suffix together cost least.
fn align(fold: &Fold, query: &Query, rough: Span) -> Span {
    let text = fold.bytes();
    let quote = query.quote.as_bytes();
    let (prefix, suffix) = (query.prefix.as_bytes(), query.suffix.as_bytes());
    let from = rough.start.saturating_sub(prefix.len() + prefix.len() / 4);
    let window = &text[from..rough.end];
    let before = Pattern::new(prefix.iter().copied()).floating(window.iter().copied());
    let after = Pattern::new(quote.iter().rev().copied()).anchored(window.iter().rev().copied());
    let cost = |&j: &usize| before[j] + after[window.len() - j];
    let start = from + (0..=window.len()).rev().min_by_key(cost).unwrap_or(0);
    let to = (rough.end + suffix.len() + suffix.len() / 4).min(text.len());
    let window = &text[start..to];
    let before = Pattern::new(quote.iter().copied()).anchored(window.iter().copied());
    let after = Pattern::new(suffix.iter().rev().copied()).floating(window.iter().rev().copied());
    let cost = |&j: &usize| before[j] + after[window.len() - j];
    let end = start + (0..=window.len()).min_by_key(cost).unwrap_or(0);
    trim(fold, Span::new(floor(&fold.text, start), floor(&fold.text, end)))
}
