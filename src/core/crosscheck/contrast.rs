//! Whether two unequal values answer one question: one slot of one event, told in two ways. Besides
//! what the slot model sees it counts what the articles tell elsewhere, since a value that the other
//! article tells as well, or that a third tells beside the first, is mostly of something else.

use super::event::logit;
use super::slot::{self, Facing, Setting};
use super::statement::Statement;
use super::term::Key;
use super::value::{Said, Value};
use super::vector::Vector;
use super::weights::{CONTRAST, CONTRAST_FEATURES, SLOT_FEATURES};
use crate::core::fact::Comparison;

/// What two articles, and the others of their story, tell.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub(super) here: &'a Vector,
    pub(super) there: &'a Vector,
    /// The second one may be among them; none where a desk is too large to know them.
    pub(super) others: Option<&'a [&'a Vector]>,
}

/// In how many ways an article tells a value: the number alone, of this thing, of anything.
const LEVELS: usize = 3;
/// How many features tell what the two articles tell elsewhere, and what others tell.
const ELSEWHERE: usize = 2 * LEVELS;
const OTHERS: usize = 2;
/// More articles than these say no more.
const ENOUGH: usize = 3;

impl<'a> Told<'a> {
    /// For each way whether either article tells the other's value elsewhere, and whether both do.
    fn elsewhere(self, x: &Value, y: &Value) -> [f32; ELSEWHERE] {
        let (a, b) = (keys(x), keys(y));
        let mut flags = [0.0; ELSEWHERE];
        for level in 0..LEVELS {
            let there = tells_elsewhere(&self.there.told, a[level], &b);
            let here = tells_elsewhere(&self.here.told, b[level], &a);
            flags[2 * level] = f32::from(here || there);
            flags[2 * level + 1] = f32::from(here && there);
        }
        flags
    }

    /// Whether another article tells both values of one thing or event.
    pub(super) fn are_told_by_others(self, x: &Value, y: &Value) -> bool {
        let ([_, a, _], [_, b, _]) = (keys(x), keys(y));
        self.told_by_others(a, b).next().is_some()
    }

    /// The other articles that tell both.
    fn told_by_others(self, a: Option<Key>, b: Option<Key>) -> impl Iterator<Item = &'a Vector> {
        let others = self.others.into_iter().flatten().copied();
        let knows = |other: &Vector, key: Option<Key>| {
            key.is_some_and(|key| other.told.binary_search(&key).is_ok())
        };
        let third = others.filter(move |other| !std::ptr::eq(*other, self.there));
        third.filter(move |other| knows(other, a) && knows(other, b))
    }

    /// How many other articles tell both numbers, and both of anything.
    fn by_others(self, x: &Value, y: &Value) -> [f32; OTHERS] {
        let ([a, _, any_a], [b, _, any_b]) = (keys(x), keys(y));
        [(a, b), (any_a, any_b)].map(|(a, b)| self.told_by_others(a, b).take(ENOUGH).count() as f32)
    }
}

/// By what a value is told in each way.
fn keys(value: &Value) -> [Option<Key>; LEVELS] {
    let told = value.told();
    [told.map(|[alone, ..]| alone), told.map(|[_, of, _]| of), value.told_of_anything()]
}

/// Whether an article tells this beside what one of its values tells.
fn tells_elsewhere(told: &[Key], key: Option<Key>, own: &[Option<Key>]) -> bool {
    let Some(sought) = key else { return false };
    let from = told.partition_point(|&other| other < sought);
    let times = told[from..].iter().take_while(|&&other| other == sought).count();
    times > usize::from(own.contains(&key))
}

/// The features of two values set against each other, what other articles tell left out.
pub(super) fn features(
    facing: &Facing<'_>,
    setting: Setting<'_>,
    (a, b): (&Statement, &Statement),
) -> [f32; CONTRAST_FEATURES] {
    let mut features = [0.0; CONTRAST_FEATURES];
    features[..SLOT_FEATURES].copy_from_slice(&slot::features(facing, setting));
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

/// Whether two values are of two things whatever is told of them.
fn are_apart(facing: &Facing<'_>, statements: (&Statement, &Statement)) -> bool {
    slot::are_apart(facing) || are_crossed(facing, statements)
}

/// Whether two dates are of two events of which one of the sentences tells both: `charged on Saturday
/// after a shooting`, `charged after a shooting on Friday`.
fn are_crossed(facing: &Facing<'_>, (a, b): (&Statement, &Statement)) -> bool {
    let (x, y) = (facing.x, facing.y);
    let dates = matches!(x.said, Said::Date(_));
    dates && x.role != y.role && (y.classed && a.tells(y.role) || x.classed && b.tells(x.role))
}

/// The same with what other articles tell.
pub(super) fn with_others(
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
    if facing.x.kind() >= CONTRAST.len() || are_apart(facing, statements) {
        return Vec::new();
    }
    let features = features(facing, setting, statements);
    match facing.comparison {
        Comparison::Differs if setting.are_told_by_others(facing) => Vec::new(),
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
) -> Option<f32> {
    let kind = facing.x.kind();
    let table = CONTRAST.get(kind)?;
    if facing.comparison != Comparison::Differs || are_apart(facing, statements) {
        return None;
    }
    let alone = setting.told.is_some_and(|told| told.others.is_none());
    let bar = DIFFERS[kind] + if alone { ALONE } else { 0.0 };
    let features = features(facing, setting, statements);
    let odds = logit(features, table) - bar;
    // What others tell only lowers it, and takes a while to find.
    if odds < 0.0 || setting.are_told_by_others(facing) {
        return None;
    }
    Some(logit(with_others(features, facing, setting), table) - bar)
}

/// From these log odds on figures and dates are said to differ, and how much surer it must be where
/// nobody knows what the others tell.
const DIFFERS: [f32; 2] = [2.2, 2.8];
const ALONE: f32 = 1.0;
