//! What stands around two values: their clauses, the words beside them, and of whom they are.

use super::event::Weighed;
use super::measures::is_measured;
use super::statement::{Statement, has};
use super::term::{Term, meet};
use super::value::{NEAR, Said, Value};
use crate::core::fact::Comparison;
use crate::core::fact::quantity::Amount;

/// So much weighs a name that not every sentence holds.
const NAMES: f32 = 0.2;
/// In how many steps a weight is counted.
const STEPS: f32 = 1024.0;

/// What the clauses of two values have in common, their numbers left out.
#[derive(Clone, Default)]
pub(super) struct Clauses {
    /// Weight of the shared words.
    pub(super) shared: f32,
    /// How many of the words of the shorter one stand in the other.
    pub(super) covered: f32,
    /// Weight of the shared words that the lexicon knows.
    pub(super) events: f32,
    /// The same without what was done and without names: of one person many things are told.
    pub(super) about: f32,
    /// One of them is told in figures.
    pub(super) measured: bool,
    /// One of them is a name.
    pub(super) named: bool,
    /// Either sentence names whom the other clause is about.
    know_agents: bool,
}

impl Clauses {
    /// Whether both clauses are about somebody, of whom the other sentence says nothing.
    pub(super) const fn other_agents(&self, x: &Value, y: &Value) -> bool {
        x.agent != 0 && y.agent != 0 && !self.know_agents
    }

    pub(super) fn of(a: &Weighed<'_>, b: &Statement, (x, y): (&Value, &Value)) -> Self {
        let mut clauses = Self::default();
        let mut both = 0.0_f32;
        let terms = &a.statement.terms;
        meet(terms, &b.terms, |i, j| {
            let key = terms[i].key();
            let is_role = key == x.role || key == y.role;
            clauses.know_agents |= key == x.agent || key == y.agent;
            if has(x.clause, i) && has(y.clause, j) {
                both += 1.0;
                // In whole steps, so that the sum is the same from both ends.
                let weight = (a.weights[i] * STEPS).round();
                clauses.shared += weight;
                clauses.about += if is_role || terms[i].is_name() { 0.0 } else { weight };
                let event = terms[i].is_class() && !is_role;
                clauses.events += if event { weight } else { 0.0 };
                clauses.measured |= event && is_measured(key);
                clauses.named |= terms[i].is_name() && a.weights[i] > NAMES;
            }
        });
        let fewer = x.clause.count_ones().min(y.clause.count_ones()).max(1);
        clauses.covered = both / fewer as f32;
        clauses.shared /= STEPS;
        clauses.about /= STEPS;
        clauses.events /= STEPS;
        clauses
    }
}

/// Whether two values are of one holder, where both name one.
pub(super) fn one_holder(x: &Value, y: &Value) -> Option<bool> {
    let named = |v: &Value| v.holder[0] != 0;
    let shared = x.holder.iter().any(|key| *key != 0 && y.holder.contains(key));
    (named(x) && named(y)).then_some(shared)
}

/// The age of one person is told a year or two off; what is further apart is of two.
pub(super) const MOST_YEARS: f64 = 3.0;
/// And where it is not known that it is one.
pub(super) const LEAST_YEARS: f64 = 2.0;

/// How many years lie between two ages, told with the unit or without.
pub(super) fn years_apart(a: Amount, b: Amount) -> f64 {
    const YEAR: f64 = 365.25 * 86_400.0;
    a.gap(b) / if a.is_measure() { YEAR } else { 1.0 }
}

/// Whether two sentences tell of one person, as far as the ages that they tell show it.
pub(super) fn one_person(a: &Statement, b: &Statement) -> Option<bool> {
    fn ages(s: &Statement) -> impl Iterator<Item = &Value> {
        s.values.iter().filter(|value| value.is_age())
    }
    let apart = |x: &Value, y: &Value| match (&x.said, &y.said) {
        (Said::Figure(x), Said::Figure(y)) => Some((x.compare(*y)?, years_apart(*x, *y))),
        _ => None,
    };
    let told = ages(a).flat_map(|x| ages(b).filter_map(move |y| apart(x, y)));
    told.map(|(comparison, gap)| comparison != Comparison::Differs || gap <= MOST_YEARS)
        .reduce(|one, other| one || other)
}

/// What the surroundings of two values have in common.
#[derive(Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "features of a model, not states")]
pub(super) struct Near {
    /// Weight of the shared words, on average.
    pub(super) shared: f32,
    pub(super) name_shared: bool,
    /// Both have a name.
    pub(super) names: bool,
    /// Weight of the most telling word that both have.
    pub(super) rarest: f32,
    /// The nearest words before, and after, are the same.
    pub(super) before: bool,
    pub(super) after: bool,
}

impl Near {
    pub(super) fn of(a: &Weighed<'_>, x: &Value, y: &Value) -> Self {
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
            near.rarest = near.rarest.max(at.map_or(0.0, |at| a.weights[at]));
            near.name_shared |= term.is_name() && other.is_name();
        }
        let fewer = used(&x.near).count().min(used(&y.near).count()).max(1);
        near.shared /= STEPS * fewer as f32;
        near
    }
}
