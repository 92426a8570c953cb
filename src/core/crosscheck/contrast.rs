//! Whether two unequal values answer one question: one slot of one event, told in two ways. Besides
//! what the slot model sees it counts what the articles tell elsewhere, since a value that the other
//! article tells as well, or that a third tells beside the first, is mostly of something else.

use super::apart::{are_apart, are_known_apart};
use super::event::logit;
use super::facing::{self, Facing, Setting};
use super::statement::Statement;
use super::told::{ELSEWHERE, LEVELS, OTHERS};
use super::value::Said;
use super::weights::{CONTRAST, CONTRAST_FEATURES, SLOT_FEATURES};
use crate::core::fact::Comparison;

/// The features of two values set against each other, what other articles tell left out.
fn features(
    facing: &Facing<'_>,
    setting: Setting<'_>,
    (a, b): (&Statement, &Statement),
    slot: &[f32; SLOT_FEATURES],
) -> [f32; CONTRAST_FEATURES] {
    let mut features = [0.0; CONTRAST_FEATURES];
    features[..SLOT_FEATURES].copy_from_slice(slot);
    if let Some(told) = setting.told {
        let (x, y) = (facing.x, facing.y);
        let foreign = [a.is_foreign(x, told.there), b.is_foreign(y, told.here)];
        features[SLOT_FEATURES] = foreign.into_iter().map(f32::from).sum();
        features[SLOT_FEATURES + 1..][..ELSEWHERE].copy_from_slice(&told.elsewhere(x, y));
    }
    let grains = [facing.x, facing.y].map(|value| f32::from(value.is_coarse()));
    features[CONTRAST_FEATURES - OTHERS - 2..CONTRAST_FEATURES - OTHERS]
        .copy_from_slice(&[grains[0] + grains[1], grains[0] * grains[1]]);
    features
}

/// The same with what other articles tell.
fn with_others(
    mut features: [f32; CONTRAST_FEATURES],
    facing: &Facing<'_>,
    setting: Setting<'_>,
) -> [f32; CONTRAST_FEATURES] {
    if let Some(told) = setting.told {
        features[CONTRAST_FEATURES - OTHERS..].copy_from_slice(&told.by_others(facing.x, facing.y));
    }
    features
}

/// The features of two values for the model to learn from. Two equal ones stand for what differs, as if
/// one of them were another: in its whole article, and in this sentence alone.
pub(super) fn lessons(
    facing: &Facing<'_>,
    setting: Setting<'_>,
    statements: (&Statement, &Statement),
) -> Vec<[f32; CONTRAST_FEATURES]> {
    // Hardly an unequal date is left that nothing parts: too few to learn from.
    let apart = match facing.x.said {
        Said::Date(_) => are_known_apart(facing, setting, statements),
        _ => are_apart(facing, setting, statements),
    };
    if facing.x.kind() >= CONTRAST.len() || apart {
        return Vec::new();
    }
    let features = features(facing, setting, statements, &facing::features(facing, setting));
    match facing.comparison {
        Comparison::Differs => vec![with_others(features, facing, setting)],
        Comparison::Meets => Vec::new(),
        Comparison::Same => {
            let (mut article, mut sentence) = (features, features);
            article[SLOT_FEATURES + 1..].fill(0.0);
            (0..LEVELS).for_each(|level| sentence[SLOT_FEATURES + 2 + 2 * level] = 0.0);
            vec![article, sentence]
        }
    }
}

/// The log odds that two unequal figures or dates answer one question, above those from which on that is
/// told; none where it is out of the question.
pub(super) fn odds(
    facing: &Facing<'_>,
    setting: Setting<'_>,
    statements: (&Statement, &Statement),
    slot: &[f32; SLOT_FEATURES],
) -> Option<f32> {
    let kind = facing.x.kind();
    let table = CONTRAST.get(kind)?;
    if facing.comparison != Comparison::Differs || are_apart(facing, setting, statements) {
        return None;
    }
    let alone = setting.told.is_some_and(|told| told.alone);
    let counts = matches!(facing.x.said, Said::Figure(amount) if !amount.is_measure());
    let bar = if counts { COUNTS } else { DIFFERS[kind] } + if alone { ALONE } else { 0.0 };
    let features = features(facing, setting, statements, slot);
    let odds = logit(features, table) - bar;
    // What others tell only lowers it, and takes a while to find.
    if odds < 0.0 {
        return None;
    }
    Some(logit(with_others(features, facing, setting), table) - bar)
}

/// Whether two values are of one thing as far as their words show it, where no rule knows that they answer one question;
/// `explained` are those of which one article tells the other value elsewhere.
pub(super) fn are_of_one_thing(facing: &Facing<'_>, explained: bool) -> bool {
    let Facing { x, y, near, clauses, .. } = facing;
    let role = x.role != 0 && x.role == y.role;
    match &x.said {
        Said::Figure(_) if x.is_age() => true,
        Said::Figure(_) => {
            let known = role && (x.classed && y.classed || x.head != 0 && x.head == y.head);
            !explained && (known || near.before || near.after || clauses.about >= ABOUT)
        }
        // Of one person many things are told, but few with a day.
        _ => clauses.about >= SOME || x.agent != 0 && x.agent == y.agent,
    }
}

/// So much is said of one thing in two clauses that share a rare word and another one, and that share a word.
const ABOUT: f32 = 0.8;
const SOME: f32 = 0.2;
/// From these log odds on figures and dates are said to differ, and how much surer it must be where
/// nobody knows what the others tell.
const DIFFERS: [f32; 2] = [2.2, 1.5];
/// The same of what is counted: what is measured is told of more things at once.
const COUNTS: f32 = 1.5;
const ALONE: f32 = 1.5;
