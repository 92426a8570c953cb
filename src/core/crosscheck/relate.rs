//! How two sentences stand to each other, and why.
//!
//! Everything here is symmetric: exchanging the sentences exchanges the two sides of every reason
//! and changes nothing else.

use super::event::{self, Shared, Weighed, chance};
use super::slot::{Setting, Tie, ties};
use super::statement::Statement;
use super::value::{Said, Value};
use super::{FactKind, Relation, Why};
use crate::core::article::Span;
use crate::core::fact::Comparison;

/// A relation with its chance, 0 to 1, and its reasons, the strongest first.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Finding {
    pub(super) relation: Relation,
    pub(super) score: f32,
    /// Places count from the start of each sentence.
    pub(super) why: Vec<Why>,
}

/// From here on two values are said to fill one slot: where they agree, and where they differ,
/// which is rare, so that a doubt about the slot weighs more.
const ONE_SLOT: f32 = 0.4;
const SURELY_ONE_SLOT: f32 = 0.8;
/// Outside of one story nothing differs.
const ONE_STORY: f32 = 0.5;
/// From here on two sentences with an equal value agree.
const AGREE: f32 = 0.5;

/// Relates two sentences.
pub(super) fn relate(
    a: &Weighed<'_>,
    b: &Statement,
    shared: &Shared,
    story: f32,
    heads: u8,
) -> Finding {
    let event = event::event(shared, story, heads);
    let likely = chance(event);
    let ties = ties(a, b, Setting { event, story, cosine: shared.cosine, covered: shared.covered });
    let values = |tie: &Tie| (&a.statement.values[tie.here], &b.values[tie.there]);
    let differs = |tie: &&Tie| {
        tie.comparison == Comparison::Differs
            && tie.chance >= SURELY_ONE_SLOT
            && chance(story) >= ONE_STORY
    };
    let agrees = |tie: &&Tie| tie.comparison != Comparison::Differs && tie.chance >= ONE_SLOT;
    let surest = ties.iter().filter(differs).map(|tie| tie.chance).fold(0.0, f32::max);
    let equal: Vec<&Tie> = ties.iter().filter(agrees).collect();
    let (relation, score) = if surest > 0.0 {
        (Relation::Differ, surest)
    } else if likely >= AGREE && !equal.is_empty() && !a.statement.unread && !b.unread {
        (Relation::Agree, likely)
    } else {
        (Relation::Related, likely)
    };
    let mut told: Vec<&Tie> = ties.iter().filter(differs).chain(equal).collect();
    told.sort_by_key(|tie| tie.comparison != Comparison::Differs);
    let why = told.into_iter().map(|tie| reason(values(tie), tie)).collect();
    Finding { relation, score, why }
}

fn reason((x, y): (&Value, &Value), tie: &Tie) -> Why {
    let kind = match x.said {
        Said::Figure(_) => FactKind::Figure,
        Said::Date(_) => FactKind::Date,
        Said::Place(_) => FactKind::Place,
        Said::Deed(_) => FactKind::Deed,
    };
    Why { kind, agreement: tie.comparison, here: x.piece.at(0), there: y.piece.at(0) }
}

impl Why {
    /// The same reason, its places moved to where the two sentences start.
    pub(super) fn shifted(self, a: usize, b: usize) -> Self {
        let shift = |span: Span, by: usize| Span::new(span.start + by, span.end + by);
        Self { here: shift(self.here, a), there: shift(self.there, b), ..self }
    }
}
