//! Whether two values fill one slot of one event, and what follows from it.

use super::event::{self, Shared, Weighed, chance, logit};
use super::statement::Statement;
use super::term::Term;
use super::value::{NEAR, Said, Value};
use super::weights::{SLOT, SLOT_FEATURES};
use crate::core::fact::Comparison;

/// What is known of the two sentences that two values stand in, their numbers left out.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    /// Log odds that they report one event.
    event: f32,
    /// Log odds that their articles report one story.
    story: f32,
    /// How alike their words are.
    cosine: f32,
    covered: f32,
}

impl Setting {
    pub(super) fn new(words: &Shared, story: f32, heads: u8) -> Self {
        let event = event::event(words, story, heads);
        Self { event, story, cosine: words.cosine, covered: words.covered }
    }

    /// The chance that they report one event.
    pub(super) fn likely(self) -> f32 {
        chance(self.event)
    }
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
    /// Their words tell of one thing: only then may they differ, or be what agrees.
    pub(super) fits: bool,
}

/// Whether two values are of one thing as far as their words tell: one event or measure, or one
/// thing counted, both of the whole, both of one time.
fn fits(a: &Weighed<'_>, b: &Statement, (x, y): (&Value, &Value), setting: Setting) -> bool {
    let same_role = x.role != 0 && x.role == y.role;
    let near = Near::of(a, x, y);
    let one = match x.said {
        Said::Figure(amount) => {
            let same_head = x.head != 0 && x.head == y.head;
            let other_head = x.head != 0 && y.head != 0 && x.head != y.head;
            let ordinal = amount.is_rank();
            (same_role && (x.classed || near.shared > 0.0) || same_head) && !other_head && !ordinal
        }
        Said::Date(_) => same_role || near.before && near.after,
        Said::Place(_) => false,
        // The opposite of one thing is told in nearly the same words.
        Said::Deed(_) => near.before || near.after || near.shared > 0.0 && setting.covered > HALF,
    };
    let others = near.names && !speaks_of(b, x) && !speaks_of(a.statement, y);
    one && !others && x.part == y.part && x.earlier == y.earlier
}

/// So much of the shorter sentence stands in the other where both tell one thing.
const HALF: f32 = 0.5;
/// In how many steps a weight is counted.
const STEPS: f32 = 1024.0;
/// So much shared around two values ties them without a common role.
const ENOUGH: f32 = 0.2;
/// Whether both count things of one class of the lexicon: firefighters and firefighters, deaths and
/// deaths. English news, which the table is fitted on, names them in too many ways to tell.
fn counts_alike(x: &Value, y: &Value) -> bool {
    let figures = matches!((&x.said, &y.said), (Said::Figure(_), Said::Figure(_)));
    figures && x.classed && x.role == y.role && (x.role == x.head || y.role == y.head)
}

/// Log odds that two figures of one class of things gain.
const ONE_THING: f32 = 2.0;

/// Whether a sentence names somebody who is named beside a value of another one.
fn speaks_of(sentence: &Statement, value: &Value) -> bool {
    let named = value.near.iter().filter(|term| term.is_name()).map(|term| term.key());
    named.into_iter().any(|key| sentence.terms.binary_search_by_key(&key, |t| t.key()).is_ok())
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
    let head = flag(heads && x.head == y.head);
    let (cosine, covered) = (setting.cosine, setting.covered);
    let both = flag(near.before && near.after);
    let likely = chance(setting.event);
    let anchored = same_role || head > 0.0 || near.before || near.after || near.shared > ENOUGH;
    let support = flag(anchored);
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
        likely,
        support,
        support * likely,
        only * likely,
        only * support,
        only * support * likely,
        both,
        both * likely,
        cosine * only,
        cosine * in_order,
    ]
}

/// What the surroundings of two values have in common.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "features of a model, not states")]
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
        for (i, term) in used(&x.near).enumerate() {
            let again = used(&x.near).take(i).any(|other| other.key() == term.key());
            let other = used(&y.near).find(|other| other.key() == term.key());
            let Some(other) = other.filter(|_| !again) else { continue };
            let at = a.statement.terms.binary_search_by_key(&term.key(), |term| term.key());
            // In whole steps, so that the sum is the same from both ends.
            near.shared += at.map_or(0.0, |at| (a.weights[at] * STEPS).round());
            near.name_shared |= term.is_name() && other.is_name();
        }
        let fewer = used(&x.near).count().min(used(&y.near).count()).max(1);
        near.shared /= STEPS * fewer as f32;
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
            let mut logit = logit(features(a, b, (x, y), setting), &SLOT[x.kind()]);
            if counts_alike(x, y) {
                logit += ONE_THING;
            }
            let fits = fits(a, b, (x, y), setting);
            ties.push(Tie { here, there, comparison, chance: chance(logit), fits });
        }
    }
    let differs = |tie: &Tie| tie.comparison == Comparison::Differs;
    ties.sort_by(|x, y| {
        let (equal, surer) = (differs(x).cmp(&differs(y)), y.chance.total_cmp(&x.chance));
        let place = |tie: &Tie| (tie.here + tie.there, tie.here.abs_diff(tie.there));
        equal.then(surer).then_with(|| place(x).cmp(&place(y)))
    });
    // The surest first, equal values before others; each value once.
    let (mut here, mut there) = (0_u32, 0_u32);
    ties.retain(|tie| {
        let free = here & (1 << tie.here) == 0 && there & (1 << tie.there) == 0;
        let counts = if differs(tie) { tie.fits } else { tie.fits || tie.chance >= EXPLAINS };
        if free && counts {
            here |= 1 << tie.here;
            there |= 1 << tie.there;
        }
        free && counts
    });
    ties
}
