//! What a reader goes through: the detected claims of an article joined with
//! the decisions made on it, in the order of the text.

mod decide;

pub use decide::{amend, confirm, decide};

use crate::core::anchor::{Change, Outcome};
use crate::core::annotation::{Annotation, AnnotationId, VerdictId};
use crate::core::article::{Document, Span, near};
use crate::core::claim::Analysis;

/// How many claims are shown: the setting of `+` and `-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// Lowest scores shown at each level, from few claims to many.
    const FLOORS: [f32; 5] = [0.8, 0.65, 0.5, 0.35, 0.2];
    /// How many levels there are.
    pub const COUNT: usize = Self::FLOORS.len();

    /// A level by number, 0 (fewest) to 4 (most).
    pub fn new(number: u8) -> Self {
        Self(number.min(Self::FLOORS.len() as u8 - 1))
    }

    /// Its number.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// One step towards more claims.
    #[must_use]
    pub fn more(self) -> Self {
        Self::new(self.0 + 1)
    }

    /// One step towards fewer.
    #[must_use]
    pub const fn fewer(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The lowest score that is shown.
    pub fn floor(self) -> f32 {
        Self::FLOORS[usize::from(self.0)]
    }
}

impl Default for Level {
    fn default() -> Self {
        Self(2)
    }
}

/// How strongly a detection speaks: a rank, not a truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Shown on request only.
    Weak,
    /// Worth a look.
    Fair,
    /// What one would have underlined by hand.
    Strong,
}

impl Strength {
    /// The strength of a score.
    pub fn of(score: f32) -> Self {
        match score {
            s if s >= 0.75 => Self::Strong,
            s if s >= 0.5 => Self::Fair,
            _ => Self::Weak,
        }
    }
}

/// Where an annotation stands in today's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// On the words it was given for.
    Firm,
    /// On the same words, but for values that are said otherwise.
    SameValue(Vec<Change>),
    /// On words that changed in this: its author must look.
    Stale(Vec<Change>),
    /// Several places fit: these.
    Ambiguous(Vec<Span>),
    /// Its words are gone; what stands there now, where that can be told.
    Lost(Option<Span>),
}

impl Standing {
    /// Whether the verdict holds for the words that stand there.
    pub const fn is_in_force(&self) -> bool {
        matches!(self, Self::Firm | Self::SameValue(_))
    }
}

/// An annotation with its place in the shown text.
#[derive(Clone, Debug)]
pub struct Placed<'a> {
    /// Its name.
    pub id: &'a AnnotationId,
    /// What was decided.
    pub annotation: &'a Annotation,
    /// Where it stands; for a lost one, where its words once stood.
    pub span: Span,
    /// How it stands there.
    pub standing: Standing,
}

/// One stop on the way through an article: a detected claim, an annotation, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its words.
    pub span: Span,
    /// Its place in [`Analysis::claims`], where it was detected.
    pub detected: Option<usize>,
    /// One's own annotation of it.
    pub own: Option<AnnotationId>,
    /// The verdict in force or stale; none while it is open.
    pub verdict: Option<VerdictId>,
    /// How the annotation stands; firm where there is none.
    pub standing: Standing,
    /// Two machines gave it two values: a choice is due.
    pub conflict: bool,
    /// How strongly it was detected; strong where a person marked it.
    pub strength: Strength,
}

impl Item {
    /// A claim that only a person saw, without a decision yet.
    pub const fn marked(span: Span) -> Self {
        Self {
            span,
            detected: None,
            own: None,
            verdict: None,
            standing: Standing::Firm,
            conflict: false,
            strength: Strength::Strong,
        }
    }

    /// Whether a decision is due.
    pub fn is_open(&self) -> bool {
        self.verdict.is_none() || !self.standing.is_in_force() || self.conflict
    }
}

/// How far a review has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Claims with a verdict in force.
    pub decided: usize,
    /// All claims shown.
    pub all: usize,
    /// Verdicts whose words changed or are gone.
    pub stale: usize,
}

impl Progress {
    /// Counts the stops of one article.
    pub fn of(items: &[Item]) -> Self {
        Self {
            decided: items.iter().filter(|item| !item.is_open()).count(),
            all: items.len(),
            stale: items
                .iter()
                .filter(|item| !item.standing.is_in_force() || item.conflict)
                .count(),
        }
    }
}

/// Whether an annotation's words still stand at the position it remembers, between their
/// neighbours: the everyday case, told without a search.
pub fn is_in_place(doc: &Document, annotation: &Annotation) -> Option<Span> {
    let selector = &annotation.selector;
    let span = doc.from_points(selector.start, selector.end)?;
    let (text, here) = (doc.original(), doc.to_original_bytes(span));
    let stands = !here.is_empty()
        && here.of(text) == selector.exact
        && text[..here.start].ends_with(&selector.prefix)
        && text[here.end..].starts_with(&selector.suffix);
    stands.then_some(span)
}

/// Where an annotation stands in today's text: at its remembered position, else
/// where the search (in the decoded original) found it.
pub fn place<'a>(
    doc: &Document,
    id: &'a AnnotationId,
    annotation: &'a Annotation,
    found: Option<&Outcome>,
) -> Placed<'a> {
    let placed = |span: Option<Span>, standing| {
        let shown = span.and_then(|span| doc.from_original_bytes(span));
        Placed { id, annotation, span: shown.unwrap_or_else(|| hint(doc, annotation)), standing }
    };
    if let Some(span) = is_in_place(doc, annotation) {
        return Placed { id, annotation, span, standing: Standing::Firm };
    }
    match found {
        None | Some(Outcome::Lost { there: None }) => placed(None, Standing::Lost(None)),
        Some(Outcome::Exact { span } | Outcome::Moved { span } | Outcome::Cosmetic { span }) => {
            placed(Some(*span), Standing::Firm)
        }
        Some(Outcome::SameValue { span, changes }) => {
            placed(Some(*span), Standing::SameValue(changes.clone()))
        }
        Some(Outcome::Material { span, changes }) => {
            placed(Some(*span), Standing::Stale(changes.clone()))
        }
        Some(Outcome::Ambiguous { candidates }) => {
            let shown =
                candidates.iter().filter_map(|span| doc.from_original_bytes(*span)).collect();
            placed(candidates.first().copied(), Standing::Ambiguous(shown))
        }
        Some(Outcome::Lost { there: Some(there) }) => {
            placed(Some(*there), Standing::Lost(doc.from_original_bytes(*there)))
        }
    }
}

/// Where the words once stood, held inside the text: a place to look, not a place to stand.
fn hint(doc: &Document, annotation: &Annotation) -> Span {
    let at = doc.from_points(annotation.selector.start, annotation.selector.start);
    let at = at.map_or(doc.text().len(), |span| span.start);
    Span::new(at, at)
}

/// Half of the union: from here on two stretches are the same claim.
const SAME: f64 = 0.5;

/// The stops of an article: annotations, and the detected claims that none of them covers.
///
/// Linear in claims and annotations, apart from sorting.
pub fn items(analysis: &Analysis, placed: &[Placed<'_>], level: Level) -> Vec<Item> {
    let mut items: Vec<Item> = placed.iter().map(own_item).collect();
    items.sort_by_key(order);
    let longest = items.iter().map(|item| item.span.len()).max().unwrap_or_default();
    let own = items.len();
    items.reserve(analysis.claims.len());
    for (index, claim) in analysis.claims.iter().enumerate() {
        let near = near(&items[..own], longest, claim.span, |item| item.span);
        let same = items[near]
            .iter_mut()
            .filter(|item| item.span.iou(claim.span) >= SAME && item.detected.is_none())
            .max_by(|a, b| a.span.iou(claim.span).total_cmp(&b.span.iou(claim.span)));
        match same {
            Some(item) => item.detected = Some(index),
            None if claim.score >= level.floor() => items.push(Item {
                span: claim.span,
                detected: Some(index),
                own: None,
                verdict: None,
                standing: Standing::Firm,
                conflict: false,
                strength: Strength::of(claim.score),
            }),
            None => {}
        }
    }
    items.sort_by_key(order);
    items
}

fn own_item(placed: &Placed<'_>) -> Item {
    Item {
        span: placed.span,
        detected: None,
        own: Some(placed.id.clone()),
        verdict: placed.annotation.verdict.clone(),
        standing: placed.standing.clone(),
        conflict: !placed.annotation.conflict.is_empty(),
        strength: Strength::Strong,
    }
}

/// By place; of two that begin together the longer first.
fn order(item: &Item) -> (usize, std::cmp::Reverse<usize>) {
    (item.span.start, std::cmp::Reverse(item.span.end))
}
