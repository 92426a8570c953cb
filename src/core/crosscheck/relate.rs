//! How two sentences stand to each other, and why.
//!
//! Everything here is symmetric: exchanging the sentences exchanges the two sides of every reason
//! and changes nothing else.

use super::event::{self, Shared, Weighed, chance};
use super::model::{FactKind, Relation, Why};
use super::slot::{Setting, Tie, ties};
use super::statement::Statement;
use super::value::{Said, Value};
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

/// Matches below this score are not shown: of those above, 85 of 100 report one event.
pub const DEFAULT_SCORE: f32 = 0.75;
/// From here on two equal values are said to fill one slot.
const ONE_SLOT: f32 = 0.4;
/// And where their words do not tell of one thing.
const SURELY: f32 = 0.85;
/// The same for two that differ, by kind of value, as in the table of weights: where differences
/// count as sure as not. A place differs only where a gazetteer says so.
const DIFFER: [f32; 4] = [0.2, 0.3, 1.0, 0.75];
/// Outside of one story nothing differs.
const ONE_STORY: f32 = 0.7;
/// Nor where the words, numbers left out, hardly tell of one event.
const ONE_EVENT: f32 = 0.6;
/// From here on two sentences with an equal value agree.
const AGREE: f32 = 0.5;

/// Relates two sentences.
pub(super) fn relate(
    a: &Weighed<'_>,
    b: &Statement,
    (shared, words): &(Shared, Shared),
    story: f32,
    heads: u8,
) -> Finding {
    let event = event::event(shared, story, heads);
    let likely = chance(event);
    let setting = Setting::new(words, story, heads);
    let ties = ties(a, b, setting);
    let one_event = setting.likely() >= ONE_EVENT;
    let values = |tie: &Tie| (&a.statement.values[tie.here], &b.values[tie.there]);
    let surely = |tie: &Tie| differs(tie.chance, DIFFER[values(tie).0.kind()]);
    let differing = |tie: &&Tie| {
        one_event
            && tie.comparison == Comparison::Differs
            && surely(tie) >= DEFAULT_SCORE
            && chance(story) >= ONE_STORY
    };
    let agrees = |tie: &&Tie| {
        let place = matches!(values(tie).0.said, Said::Place(_));
        let surely = tie.chance >= if tie.fits { ONE_SLOT } else { SURELY };
        tie.comparison != Comparison::Differs && surely && !place
    };
    let surest = ties.iter().filter(differing).map(surely).fold(0.0, f32::max);
    let equal: Vec<&Tie> = ties.iter().filter(agrees).collect();
    let confirmed = equal.iter().map(|tie| tie.chance).fold(0.0, f32::max);
    let (relation, score) = if surest > 0.0 {
        (Relation::Differ, surest)
    } else if likely >= AGREE && !equal.is_empty() && !a.statement.unread && !b.unread {
        // One event, or else one slot with one value.
        (Relation::Agree, 1.0 - (1.0 - likely) * (1.0 - confirmed))
    } else {
        (Relation::Related, likely)
    };
    let mut told: Vec<&Tie> = ties.iter().filter(differing).chain(equal).collect();
    told.sort_by_key(|tie| tie.comparison != Comparison::Differs);
    let why = told.into_iter().map(|tie| reason(values(tie), tie)).collect();
    Finding { relation, score, why }
}

/// The chance that two values differ, which is just enough to be shown at `enough`: shifted log odds,
/// since that one slot is told in two ways is rare.
fn differs(one_slot: f32, enough: f32) -> f32 {
    let odds = |p: f32| p / (1.0 - p).max(f32::EPSILON);
    let odds = odds(one_slot) / odds(enough) * odds(DEFAULT_SCORE);
    odds / (1.0 + odds)
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
