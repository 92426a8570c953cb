//! Finding a quote again after its article changed, and telling what became of it.
//!
//! With the old text at hand the two versions are compared as a whole
//! (`tie`); without it the quote and its surroundings are searched
//! (`quote`). What differs is then judged by what it is, never by how much
//! (`change`): one figure is as grave as a rewritten sentence.

mod beside;
mod change;
mod diff;
mod distance;
mod edge;
mod entity;
pub(crate) mod fold;
mod gram;
mod markup;
mod point;
mod quote;
mod search;
mod select;
mod slide;
mod tie;
mod token;

use std::cell::OnceCell;

use memchr::memmem;

pub use beside::beside;
use change::Judgement;
pub use change::{Change, What};
pub use point::Points;
pub use select::{select, select_in};

use crate::core::annotation::Selector;
use crate::core::article::Span;
use crate::core::lang::Language;
use edge::{Around, Widened};
use fold::Fold;
use gram::Grams;
use quote::{Found, Hit, Query};
use tie::Ties;

/// What became of a quote. All spans are bytes of the new text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The same words at the same position.
    Exact {
        /// Where.
        span: Span,
    },
    /// The same words at another position.
    Moved {
        /// Where.
        span: Span,
    },
    /// The same words in another typography or spelling: spaces, kinds of quotes, misprints.
    Cosmetic {
        /// Where.
        span: Span,
    },
    /// The same words, but for values said otherwise: `douze mille`, `12 000`.
    SameValue {
        /// Where.
        span: Span,
        /// The values that are said otherwise, in order of place.
        changes: Vec<Change>,
    },
    /// Other words at its place: the verdict was not given for these.
    Material {
        /// Where.
        span: Span,
        /// What differs, in order of place.
        changes: Vec<Change>,
    },
    /// Several places, none better than the others.
    Ambiguous {
        /// The places in order.
        candidates: Vec<Span>,
    },
    /// The words are gone.
    Lost {
        /// What stands in their place, where that can be told.
        there: Option<Span>,
    },
}

impl Outcome {
    /// Where the annotation stands now; none for ambiguous and lost ones.
    pub const fn span(&self) -> Option<Span> {
        match self {
            Self::Exact { span }
            | Self::Moved { span }
            | Self::Cosmetic { span }
            | Self::SameValue { span, .. }
            | Self::Material { span, .. } => Some(*span),
            Self::Ambiguous { .. } | Self::Lost { .. } => None,
        }
    }

    /// Whether the verdict still holds for the words found.
    pub const fn in_force(&self) -> bool {
        matches!(
            self,
            Self::Exact { .. }
                | Self::Moved { .. }
                | Self::Cosmetic { .. }
                | Self::SameValue { .. }
        )
    }

    /// The stable name used in files and on the command line.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Exact { .. } => "exact",
            Self::Moved { .. } => "moved",
            Self::Cosmetic { .. } => "cosmetic",
            Self::SameValue { .. } => "same-value",
            Self::Material { .. } => "material",
            Self::Ambiguous { .. } => "ambiguous",
            Self::Lost { .. } => "lost",
        }
    }
}

/// Finds one quote; for several of one article make a [`Reanchor`] once.
pub fn anchor(old: Option<&str>, new: &str, selector: &Selector) -> Outcome {
    Reanchor::new(old, new).find(selector)
}

/// One pair of versions of an article, compared at most once for all its quotes.
///
/// Nothing is computed before a quote needs it: one that still stands at its
/// position between its neighbours costs a comparison of strings.
pub struct Reanchor<'a> {
    new: &'a str,
    old: Option<Old<'a>>,
    points: OnceCell<Points<'a>>,
    fold: OnceCell<Fold>,
    grams: OnceCell<Grams>,
    language: OnceCell<Language>,
}

/// The old version.
struct Old<'a> {
    text: &'a str,
    points: OnceCell<Points<'a>>,
    fold: OnceCell<Fold>,
    ties: OnceCell<Ties>,
}

/// Below this similarity what stands at a quote's place is something else,
/// unless half of its words are kept.
const SAME_PLACE: f64 = 0.55;
const KEPT: f64 = 0.5;
/// Words moved elsewhere without what surrounded them must be this similar.
const ELSEWHERE: f64 = 0.8;
/// A stretch of more than twice the quote and this many bytes is searched again inside.
const GROWN: usize = 20;
/// Sentences with more than four times themselves and this many bytes between them are no claim.
const APART: usize = 400;
/// Fewer are searched for words this similar to all of them.
const WITHIN: f64 = 0.9;
/// Longer stretches, in bytes, are compared by their words only.
const LONG: usize = 8192;

impl<'a> Reanchor<'a> {
    /// Two versions of an article; without the old one quotes are found by their words.
    pub fn new(old: Option<&'a str>, new: &'a str) -> Self {
        let old = old.map(|text| Old {
            text,
            points: OnceCell::new(),
            fold: OnceCell::new(),
            ties: OnceCell::new(),
        });
        let (points, fold) = (OnceCell::new(), OnceCell::new());
        Self { new, old, points, fold, grams: OnceCell::new(), language: OnceCell::new() }
    }

    /// Finds a quote of the old version in the new one.
    pub fn find(&self, selector: &Selector) -> Outcome {
        if selector.exact.is_empty() {
            return Outcome::Lost { there: None };
        }
        let here = self.points().bytes(selector.start, selector.end);
        if stands(self.new, here, selector) {
            return Outcome::Exact { span: here };
        }
        match self.old.as_ref().and_then(|old| Some((old, old.place(selector)?))) {
            Some((old, place)) if old.text == self.new => {
                self.settle(selector, old.around(place), place)
            }
            Some((old, place)) => self.by_old_text(selector, old, place),
            None => self.by_quote(selector),
        }
    }

    fn by_old_text(&self, selector: &Selector, old: &Old, place: Span) -> Outcome {
        let around = old.around(place);
        let (before, after) = (old.fold(), self.fold());
        let ties = old.ties.get_or_init(|| Ties::new(before, after));
        let span = before.folded(place);
        let quote = span.of(&before.text);
        let mapped = ties.map(before, after, span);
        let words = mapped.of(&after.text);
        let same = if quote.len().max(words.len()) <= LONG {
            distance::similarity(quote.as_bytes(), words.as_bytes())
        } else {
            0.0
        };
        let query = self.query(selector);
        let alike = same >= SAME_PLACE || ties.kept(span, mapped) >= KEPT;
        let in_place =
            !words.is_empty() && alike && (query.is_lone() || ties.is_supported(span, mapped));
        let place = if in_place { self.narrowed(&query, ties, span, mapped) } else { None };
        if let Some(place) = place {
            let found = self.uncontested(&query, old, ties, span, place);
            return self.outcome(selector, around, found);
        }
        let mut free = search::search(after, self.grams(), &query);
        free.retain(|hit| ties.taken(hit.span, span) < 0.5);
        let fits = |hit: &&Hit| {
            hit.same >= ELSEWHERE - (ELSEWHERE - SAME_PLACE) * hit.context()
                && (query.is_lone() || hit.is_placed())
        };
        let fitting: Vec<&Hit> = free.iter().filter(fits).collect();
        let there = if words.is_empty() { ties.instead(before, after, span) } else { Some(mapped) };
        self.outcome(
            selector,
            around,
            match quote::choose(&fitting) {
                Found::One(place) => quote::contested(&query, place, &free),
                Found::Nowhere(_) => Found::Nowhere(there),
                found @ Found::Several(_) => found,
            },
        )
    }

    /// The quote inside the stretch it was mapped to, where that has grown far beyond it: what was
    /// put in between would otherwise count as the claim. Words of several sentences may have
    /// sentences put in between, as long as they are few; those of one are there or not.
    fn narrowed(&self, query: &Query, ties: &Ties, span: Span, mapped: Span) -> Option<Span> {
        if mapped.len() <= 2 * query.quote.len() + GROWN {
            return Some(mapped);
        }
        let one = ties.is_one_sentence(span) || mapped.len() > 4 * query.quote.len() + APART;
        let least = if one { SAME_PLACE } else { WITHIN };
        let hits = search::search_in(self.fold(), query, mapped);
        let inside = hits.iter().filter(|hit| hit.same >= least && mapped.covers(hit.span));
        let best = inside.max_by(|a, b| a.score().total_cmp(&b.score())).map(|hit| hit.span);
        best.or((!one).then_some(mapped))
    }

    /// Looks for rivals of the place a quote was mapped to, in what was put in around it.
    fn uncontested(&self, query: &Query, old: &Old, ties: &Ties, span: Span, place: Span) -> Found {
        let (before, after) = (old.fold(), self.fold());
        let Some(beside) = ties.beside(before, after, span, place) else {
            return Found::One(place);
        };
        let mut hits = search::search_in(after, query, beside);
        hits.retain(|hit| !hit.span.overlaps(place) && ties.taken(hit.span, span) < 0.5);
        hits.push(search::weigh(after, query, place));
        quote::contested(query, place, &hits)
    }

    fn by_quote(&self, selector: &Selector) -> Outcome {
        let query = self.query(selector);
        let found = match search::untouched(self.fold(), self.grams(), &query) {
            Some(place) => Found::One(place),
            None => quote::decide(&query, &search::search(self.fold(), self.grams(), &query)),
        };
        self.outcome(selector, Around::of(selector), found)
    }

    fn outcome(&self, selector: &Selector, around: Around, found: Found) -> Outcome {
        let source = |span| self.fold().source(span);
        match found {
            Found::One(span) => self.settle(selector, around, source(span)),
            Found::Several(spans) => {
                Outcome::Ambiguous { candidates: spans.into_iter().map(source).collect() }
            }
            Found::Nowhere(there) => Outcome::Lost { there: there.map(source) },
        }
    }

    /// Tells by the words what became of a quote that now stands at `span`, and stood between `around`.
    fn settle(&self, selector: &Selector, around: Around, span: Span) -> Outcome {
        let exact = &selector.exact;
        // The search ignores spaces at the ends; the quote may have some.
        let lead = exact.len() - exact.trim_start().len();
        let start = span.start.saturating_sub(lead);
        let span = match self.new.get(start..start + exact.len()) {
            Some(words) if words == exact => Span::new(start, start + exact.len()),
            _ => span,
        };
        let has_link = exact.contains("](");
        let span = if has_link { markup::with_links(self.new, span) } else { span };
        if let Some(outcome) = self.grown(exact, around, span) {
            return outcome;
        }
        let words = span.of(self.new);
        if words == exact {
            if self.points().point(span.start) == selector.start {
                Outcome::Exact { span }
            } else {
                Outcome::Moved { span }
            }
        } else {
            match change::judge(exact, words, true) {
                Judgement::Cosmetic => Outcome::Cosmetic { span },
                Judgement::SameValue(changes) => Outcome::SameValue { span, changes },
                Judgement::Material(changes) => Outcome::Material { span, changes },
            }
        }
    }

    /// What became of a quote whose words or figures no longer end where they ended: `12` in `120`.
    fn grown(&self, exact: &str, around: Around, span: Span) -> Option<Outcome> {
        let Widened { old, span, attached } =
            edge::widened(around, exact, (self.new, span), || self.language())?;
        match change::judge(&old, span.of(self.new), !attached) {
            Judgement::Cosmetic => None,
            Judgement::SameValue(changes) => Some(Outcome::SameValue { span, changes }),
            Judgement::Material(changes) => Some(Outcome::Material { span, changes }),
        }
    }

    fn query(&self, selector: &Selector) -> Query {
        let quote = Fold::words(&selector.exact).text;
        let here = self.points().byte(selector.start);
        Query {
            quote: quote.trim().to_owned(),
            prefix: Fold::words(&selector.prefix).text,
            suffix: Fold::words(&selector.suffix).text,
            opens: selector.prefix.trim().is_empty(),
            closes: selector.suffix.trim().is_empty(),
            hint: self.fold().folded(Span::new(here, here)).start,
        }
    }

    fn points(&self) -> &Points<'a> {
        self.points.get_or_init(|| Points::new(self.new))
    }

    fn fold(&self) -> &Fold {
        self.fold.get_or_init(|| Fold::words(self.new))
    }

    fn language(&self) -> Language {
        *self.language.get_or_init(|| Language::of(self.new))
    }

    fn grams(&self) -> &Grams {
        self.grams.get_or_init(|| Grams::new(self.fold().bytes()))
    }
}

impl<'a> Old<'a> {
    /// Where a quote stood: at its position, or where it and its context are unique.
    fn place(&self, selector: &Selector) -> Option<Span> {
        let points: &Points<'a> = self.points.get_or_init(|| Points::new(self.text));
        let span = points.bytes(selector.start, selector.end);
        if span.of(self.text) == selector.exact {
            return Some(span);
        }
        let (prefix, exact, suffix) = (&selector.prefix, &selector.exact, &selector.suffix);
        let whole = format!("{prefix}{exact}{suffix}");
        let mut all = memmem::find_iter(self.text.as_bytes(), whole.as_bytes());
        let start = all.next()? + prefix.len();
        all.next().is_none().then_some(Span::new(start, start + exact.len()))
    }

    /// What stood around one of its places.
    fn around(&self, place: Span) -> Around<'a> {
        Around { before: &self.text[..place.start], after: &self.text[place.end..] }
    }

    fn fold(&self) -> &Fold {
        self.fold.get_or_init(|| Fold::words(self.text))
    }
}

/// So many bytes on either side of a quote tell its language: of a whole text that takes too long for each quote.
const NEAR: usize = 1024;

/// Whether no word or figure of a quote that stands at `here` goes on beyond its borders, or ends before them,
/// as it did not where it was selected.
pub(in crate::core) fn keeps_its_edges(text: &str, here: Span, selector: &Selector) -> bool {
    let near =
        [here.start.saturating_sub(NEAR), here.end + NEAR].map(|at| text.floor_char_boundary(at));
    let language = || Language::of(&text[near[0]..near[1]]);
    edge::widened(Around::of(selector), &selector.exact, (text, here), language).is_none()
}

/// Whether the quote stands at `here` between its neighbours.
fn stands(text: &str, here: Span, selector: &Selector) -> bool {
    let (before, after) = (&selector.prefix, &selector.suffix);
    here.of(text) == selector.exact
        && text[..here.start].ends_with(before.as_str())
        && text[here.end..].starts_with(after.as_str())
        && (!before.is_empty() || here.start == 0)
        && (!after.is_empty() || here.end == text.len())
        && keeps_its_edges(text, here, selector)
}
