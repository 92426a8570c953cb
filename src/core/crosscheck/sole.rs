//! Values that are the only ones of their measure in either of two articles.

use super::facing::{Facing, Setting};
use super::measures::is_told_once;
use super::value::Said;
use crate::core::fact::quantity::Amount;

/// Whether two figures are the only ones that their articles give in a measure, told of one thing, and neither the other
/// one rounded nor a multiple of it; or two days the only ones of a month.
pub(super) fn is_sole_measure(facing: &Facing<'_>, setting: Setting<'_>) -> bool {
    let Facing { x, y, clauses, .. } = facing;
    let apart = match (&x.said, &y.said) {
        (Said::Figure(a), Said::Figure(b)) => {
            let one_thing = clauses.about >= ONE_THING;
            one_thing && !a.is_times(*b, MANY) && !may_be_one((*a, *b))
        }
        _ => true,
    };
    let alike = || match (&x.said, &y.said) {
        (Said::Figure(a), Said::Figure(b)) => !a.is_times(*b, TWICE),
        _ => false,
    };
    apart
        && setting
            .told
            .is_some_and(|told| told.is_sole_measure(x, y) || told.is_sole_sum(x, y) && alike())
}

/// Whether two figures are the only ones of their slot in their articles, so that what else these tell explains neither.
pub(super) fn is_sole_slot(facing: &Facing<'_>, setting: Setting<'_>) -> bool {
    setting.told.is_some_and(|told| told.is_sole(facing.x, facing.y))
}

/// Whether two deeds are the one outcome that either article tells: of what a story has one of, whether there is an appeal,
/// whether a fire was set on purpose; or else of what the clauses surely tell of.
pub(super) fn is_sole_outcome(facing: &Facing<'_>, setting: Setting<'_>) -> bool {
    let Facing { x, y, clauses, .. } = facing;
    // What rises or falls is told of many things.
    let denied = !x.turn || x.denied != y.denied;
    // Nobody was arrested, says one; how many were, says the other.
    let none = x.denied != y.denied && (x.who || y.who);
    let alike = clauses.about >= MUCH || clauses.about >= ONE_THING && clauses.covered >= MOSTLY;
    // What was and what came of it follow each other, unless one denies it.
    let close = setting.close && !x.turn && (!x.passing || x.denied != y.denied);
    let one = is_told_once(x.role) || none || alike && denied || close;
    one && setting.told.is_some_and(|told| told.is_sole_outcome(x, y))
}

/// Whether one of two values may be the other one rounded, or measured by another hand.
fn may_be_one((a, b): (Amount, Amount)) -> bool {
    are_near((a, b), ABOUT_THE_SAME) && (a.is_physical() || a.may_be_rounded(b))
}

/// Whether two single values lie so near, by this share, that one may be the other rounded.
pub(super) fn are_near((a, b): (Amount, Amount), share: f64) -> bool {
    let most = a.single().zip(b.single()).map_or(0.0, |(a, b)| a.abs().max(b.abs()));
    a.gap(b) <= share * most
}

/// This share of a value is no more than rounding.
pub(super) const NEAR: f64 = 0.05;
/// And this one where nothing but the measure ties them.
const ABOUT_THE_SAME: f64 = 0.2;
/// So many times as much is seldom told of one thing.
pub(super) const MANY: f64 = 4.0;
pub(super) const TWICE: f64 = 2.0;
/// So much do two clauses say of one thing, in rare words, and so much where they tell of it in opposite ways.
const ONE_THING: f32 = 0.5;
const MUCH: f32 = 0.8;
/// And so many of the words of the shorter clause where it says less.
const MOSTLY: f32 = 0.6;
