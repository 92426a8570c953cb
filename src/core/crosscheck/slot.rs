//! Whether two values fill one slot of one event, and what follows from it.

use super::event::{Weighed, chance, logit};
use super::statement::Statement;
use super::term::Term;
use super::value::{NEAR, Said, Value};
use super::weights::{SLOT, SLOT_FEATURES};
use crate::core::fact::Comparison;

/// What is known of the two sentences that two values stand in.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    /// Log odds that they report one event.
    pub(super) event: f32,
    /// Log odds that their articles report one story.
    pub(super) story: f32,
    /// How alike their words are.
    pub(super) cosine: f32,
    pub(super) covered: f32,
}

/// Two values set against each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tie {
    /// Their numbers among the values of their statements.
    pub(super) here: usize,
    pub(super) there: usize,
    pub(super) comparison: Comparison,
    /// The chance that they fill one slot.
    pub(super) chance: f32,
}

/// From here on an equal value explains that another one differs.
const EXPLAINS: f32 = 0.25;

/// The features of two values, without the values themselves.
pub(super) fn features(
    a: &Weighed<'_>,
    b: &Statement,
    (x, y): (&Value, &Value),
    setting: Setting,
) -> [f32; SLOT_FEATURES] {
    let flag = |on: bool| if on { 1.0 } else { 0.0 };
    let same_role = x.role == y.role && x.role != 0;
    let classed = x.classed && y.classed;
    let heads = x.head != 0 && y.head != 0;
    let measured = matches!(x.said, Said::Figure(amount) if amount.is_measure());
    let near = Near::of(a, x, y);
    let rank = |s: &Statement, v: &Value| s.values.iter().filter(|o| o.is_comparable(v)).count();
    let order = |s: &Statement, v: &Value| {
        let before = s.values.iter().take_while(|other| other.piece != v.piece);
        before.filter(|other| other.is_comparable(v)).count()
    };
    let only = flag(rank(a.statement, x) == 1 && rank(b, y) == 1);
    let in_order = flag(order(a.statement, x) == order(b, y));
    let role = flag(same_role);
    let head = flag(heads && x.head == y.head);
    let (cosine, covered) = (setting.cosine, setting.covered);
    let both = flag(near.before && near.after);
    [
        setting.event.clamp(-6.0, 6.0),
        chance(setting.story),
        flag(same_role && classed),
        flag(same_role && !classed),
        flag(!same_role && classed),
        head,
        flag(heads && x.head != y.head),
        flag(measured),
        near.shared,
        flag(near.name_shared),
        flag(near.names && !near.name_shared),
        flag(near.before),
        flag(near.after),
        only,
        in_order,
        flag(x.part != y.part),
        flag(x.earlier != y.earlier),
        cosine,
        covered,
        // What counts only together.
        cosine * cosine,
        near.shared * near.shared,
        both,
        cosine * only,
        cosine * role,
        cosine * in_order,
        covered * only,
        near.shared * only,
        role * only,
        head * only,
    ]
}

/// What the surroundings of two values have in common.
#[derive(Default)]
struct Near {
    /// Weight of the shared words, on average.
    shared: f32,
    name_shared: bool,
    /// Both have a name.
    names: bool,
    /// The nearest words before, and after, are the same.
    before: bool,
    after: bool,
}

impl Near {
    fn of(a: &Weighed<'_>, x: &Value, y: &Value) -> Self {
        fn used(near: &[Term]) -> impl Iterator<Item = &Term> {
            near.iter().filter(|term| term.0 != 0)
        }
        let named = |near: &[Term]| near.iter().any(|term| term.is_name());
        let same = |at: usize| x.near[at].0 != 0 && x.near[at].key() == y.near[at].key();
        let mut near = Self {
            names: named(&x.near) && named(&y.near),
            before: same(0),
            after: same(NEAR / 2),
            ..Self::default()
        };
        for term in used(&x.near) {
            let Some(other) = used(&y.near).find(|other| other.key() == term.key()) else { continue };
            let at = a.statement.terms.binary_search_by_key(&term.key(), |term| term.key());
            near.shared += at.map_or(0.0, |at| a.weights[at]);
            near.name_shared |= term.is_name() && other.is_name();
        }
        near.shared /= used(&x.near).count().min(used(&y.near).count()).max(1) as f32;
        near
    }
}

/// Sets the values of two statements against each other: what agrees, and what differs without
/// being explained by an equal value.
pub(super) fn ties(a: &Weighed<'_>, b: &Statement, setting: Setting) -> Vec<Tie> {
    let mut ties: Vec<Tie> = Vec::new();
    for (here, x) in a.statement.values.iter().enumerate() {
        for (there, y) in b.values.iter().enumerate().filter(|(_, y)| x.is_comparable(y)) {
            let Some(comparison) = x.said.compare(&y.said) else { continue };
            let logit = logit(features(a, b, (x, y), setting), &SLOT[x.kind()]);
            ties.push(Tie { here, there, comparison, chance: chance(logit) });
        }
    }
    ties.sort_by(|x, y| {
        let differs = |tie: &Tie| tie.comparison == Comparison::Differs;
        let (equal, surer) = (differs(x).cmp(&differs(y)), y.chance.total_cmp(&x.chance));
        equal.then(surer)
    });
    // The surest first, equal values before others; each value once.
    let (mut here, mut there) = (0_u32, 0_u32);
    ties.retain(|tie| {
        let free = here & (1 << tie.here) == 0 && there & (1 << tie.there) == 0;
        let counts = tie.comparison == Comparison::Differs || tie.chance >= EXPLAINS;
        if free && counts {
            here |= 1 << tie.here;
            there |= 1 << tie.there;
        }
        free && counts
    });
    ties
}
