//! Which of the places where a quote may stand is its place.

use crate::core::article::Span;

/// Bytes of context that set borders and places; all of it tells like places apart.
pub(super) const NEXT: usize = 96;
/// A quote without context must have this many bytes and words to be told from others.
const LONE_BYTES: usize = 40;
const LONE_WORDS: usize = 6;
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
    pub(super) fn cuts_words(&self) -> (bool, bool) {
        let joins = |a: &str, b: &str| {
            a.ends_with(char::is_alphanumeric) && b.starts_with(char::is_alphanumeric)
        };
        (joins(&self.prefix, &self.quote), joins(&self.quote, &self.suffix))
    }

    /// What stood right before the quote.
    pub(super) fn next_before(&self) -> &[u8] {
        let prefix = self.prefix.as_bytes();
        &prefix[prefix.len().saturating_sub(NEXT)..]
    }

    /// What stood right after the quote.
    pub(super) fn next_after(&self) -> &[u8] {
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
    pub(super) before: f64,
    pub(super) after: f64,
    /// Whether the figures are those of the quote.
    pub(super) figures: bool,
    /// Like `same`, with all digits alike.
    pub(super) alike: f64,
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
