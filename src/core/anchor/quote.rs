//! Finding a quote by its words and what stood around it, without the old text.

use memchr::memmem;

use super::change::figures;
use super::distance::{Pattern, in_word, similarity};
use super::fold::Fold;
use super::gram::Grams;
use super::point::floor;
use super::tie::trim;
use crate::core::article::Span;

/// Quotes longer than this, in bytes, are not compared letter by letter.
const LONG: usize = 8192;
/// Bytes of context that set borders and places; all of it tells like places apart.
const NEXT: usize = 96;
/// Bytes of context compared letter by letter.
const FAR: usize = 512;
/// Less context than this, in bytes, says nothing.
const LEAST: usize = 4;
/// How many places are weighed for one quote.
const HITS: usize = 48;
/// A quote without context must have this many bytes and words to be told from others.
const LONE_BYTES: usize = 40;
const LONE_WORDS: usize = 6;
/// What it is worth that nothing stands before the first words of an article, or after its
/// last: something always comes first.
const AT_EDGE: f64 = 0.8;
/// Two places whose scores are closer than this are ambiguous.
const NEAR: f64 = 0.15;
/// Other words this similar, where the quote may have stood, make a place uncertain.
const RIVAL: f64 = 0.6;
/// They must be surrounded about as well, give or take this much.
const RIVAL_CONTEXT: f64 = 0.35;

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

impl Query {
    /// Whether the quote is long enough to be told from others without its surroundings.
    pub(super) fn is_lone(&self) -> bool {
        self.quote.len() >= LONE_BYTES && self.quote.split(' ').count() >= LONE_WORDS
    }

    /// Whether the quote begins, or ends, inside a word.
    fn cuts_words(&self) -> (bool, bool) {
        let joins = |a: &str, b: &str| {
            a.ends_with(char::is_alphanumeric) && b.starts_with(char::is_alphanumeric)
        };
        (joins(&self.prefix, &self.quote), joins(&self.quote, &self.suffix))
    }

    /// What stood right before the quote.
    fn next_before(&self) -> &[u8] {
        let prefix = self.prefix.as_bytes();
        &prefix[prefix.len().saturating_sub(NEXT)..]
    }

    /// What stood right after the quote.
    fn next_after(&self) -> &[u8] {
        let suffix = self.suffix.as_bytes();
        &suffix[..suffix.len().min(NEXT)]
    }
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
    /// Like `same`, with all digits alike.
    alike: f64,
}

impl Hit {
    /// How intact the surroundings are: 0 for what chance gives, 1 for both sides whole.
    pub(super) fn context(&self) -> f64 {
        let intact = |side: f64| ((side - 0.5) / 0.4).clamp(0.0, 1.0);
        f64::midpoint(intact(self.before), intact(self.after))
    }

    /// Whether the words are those of the quote, letter by letter when folded.
    fn is_same(&self) -> bool {
        self.same >= 1.0
    }

    /// Whether the words and all that was kept of their surroundings are there.
    fn is_whole(&self) -> bool {
        self.is_same() && self.is_framed()
    }

    /// Whether what stood on one side of it is there.
    fn has_a_side(&self) -> bool {
        self.before.max(self.after) >= 0.9
    }

    /// Whether all that was kept of the surroundings is there.
    fn is_framed(&self) -> bool {
        self.before + self.after > 2.0 - 1e-9
    }

    /// Whether a short quote is where it was, by its surroundings.
    pub(super) fn is_placed(&self) -> bool {
        self.context() >= if self.same < 1.0 { 0.6 } else { 0.4 }
    }

    pub(super) fn score(&self) -> f64 {
        // The words weigh most: what stands between the same neighbours may be others.
        2.0 * self.same + self.context()
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
    let lone = query.is_lone();
    let fits = |hit: &&Hit| {
        let context = hit.context();
        if !lone && !hit.is_placed() {
            return false;
        }
        if context < 0.75 && !hit.figures {
            return false;
        }
        hit.same >= 1.0 - 0.55 * context - 1e-9
    };
    let fitting: Vec<&Hit> = hits.iter().filter(fits).collect();
    match choose(&fitting) {
        Found::One(span) => contested(query, span, hits),
        Found::Nowhere(_) => {
            let there = hits.iter().filter(|hit| hit.context() > 0.75);
            let best = there.max_by(|a, b| a.context().total_cmp(&b.context()));
            Found::Nowhere(best.map(|hit| hit.span))
        }
        found @ Found::Several(_) => found,
    }
}

/// Whether the place of the quote's own words is contested: other, similar words stand where the
/// quote may have stood. An article that corrects itself often cites the old words beside the new
/// ones, and a verdict on those must not be taken for one on the citation.
pub(super) fn contested(query: &Query, span: Span, hits: &[Hit]) -> Found {
    let Some(found) = hits.iter().find(|hit| hit.span == span && hit.is_same()) else {
        return Found::One(span);
    };
    let lone = query.is_lone();
    let surrounded = |hit: &Hit| match found.is_whole() {
        true => hit.is_framed(),
        false => hit.has_a_side() || hit.context() >= found.context() - RIVAL_CONTEXT,
    };
    let told = |hit: &Hit| lone || hit.has_a_side() || hit.is_placed();
    let rival = |hit: &&Hit| !hit.is_same() && hit.alike >= RIVAL && told(hit) && surrounded(hit);
    let mut places: Vec<&Hit> = hits.iter().filter(rival).collect();
    if places.is_empty() {
        return Found::One(span);
    }
    // The place in the sentence first: the correction, unless it is about something else.
    places.push(found);
    let rank = |hit: &Hit| {
        let ahead = if hit.is_same() { 0.0 } else { 2.0 * NEAR };
        2.0 * hit.alike + hit.context() + ahead
    };
    places.sort_by(|a, b| rank(b).total_cmp(&rank(a)));
    Found::Several(places.into_iter().map(|hit| hit.span).collect())
}

/// The best hit unless another is as good.
pub(super) fn choose(hits: &[&Hit]) -> Found {
    let Some(best) = hits.iter().max_by(|a, b| a.score().total_cmp(&b.score())) else {
        return Found::Nowhere(None);
    };
    let mut whole = hits.iter().filter(|hit| hit.is_whole());
    if let (Some(one), None) = (whole.next(), whole.next()) {
        return Found::One(one.span);
    }
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
    let whole = [query.next_before(), quote, query.next_after()].concat();
    let windows = if quote.len() <= LONG { grams.windows(&whole, query.hint) } else { Vec::new() };
    among(fold, query, identical(fold, quote), &windows)
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
    let blurred =
        (quote.len() <= 64 && quote.iter().any(u8::is_ascii_digit)).then(|| without_digits(quote));
    for &window in windows {
        let text = &fold.bytes()[window.range()];
        approximate(text, quote, window.start, &mut places);
        if let Some(quote) = &blurred {
            approximate(&without_digits(text), quote, window.start, &mut places);
        }
        bracketed(fold, query, window, &mut framed);
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
fn identical(fold: &Fold, quote: &[u8]) -> Vec<(u32, Span)> {
    let ends = |at: usize| fold.text.is_char_boundary(at);
    let all = memmem::find_iter(fold.bytes(), quote);
    let spans = all.map(|at| Span::new(at, at + quote.len()));
    spans.filter(|s| ends(s.start) && ends(s.end)).take(HITS).map(|span| (0, span)).collect()
}

/// Local minima of the distance to the quote inside one window, which begins at `from`.
fn approximate(text: &[u8], quote: &[u8], from: usize, places: &mut Vec<(u32, Span)>) {
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
        places.push((cost, Span::new(from + end - len, from + end)));
    }
}

/// What stands between the prefix and the suffix.
fn bracketed(fold: &Fold, query: &Query, window: Span, places: &mut Vec<(u32, Span)>) {
    let text = &fold.bytes()[window.range()];
    let (prefix, suffix) = (query.next_before(), query.next_after());
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
                places.push((before + after, span));
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
