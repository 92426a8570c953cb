//! Whether two values fill one slot of one event, and what follows from it.

use super::apart;
use super::around::one_holder;
use super::contrast;
use super::event::{chance, logit};
use super::facing::{Facing, Setting, features};
use super::measures::{is_effect, is_of_one, is_told_once};
use super::sole::{MANY, NEAR, are_near, is_sole_measure, is_sole_outcome, is_sole_slot};
use super::statement::Statement;
use super::value::{Said, Value};
use super::weights::SLOT;
use super::{parties, placing};
use crate::core::fact::Comparison;
use crate::core::fact::quantity::Amount;
use crate::core::lang::Measure;

/// Two values set against each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tie {
    /// Their numbers among the values of their statements.
    pub(super) here: usize,
    pub(super) there: usize,
    pub(super) comparison: Comparison,
    /// The chance that they fill one slot.
    pub(super) chance: f32,
    /// Whether their words tell of one thing: only then may they differ.
    pub(super) fit: Fit,
    /// An article tells one of them elsewhere.
    pub(super) explained: bool,
    /// Whether in one story they are of one thing whatever else is told around them.
    pub(super) firm: bool,
    /// The log odds that they answer one question in two ways, above those from which on it is told.
    pub(super) contrast: f32,
}

/// How sure it is by their words alone that two values are of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Of two.
    Other,
    /// It is open.
    Open,
    /// One slot of the lexicon, or nearly the same words.
    One,
}

/// Whether both sentences, and what stands beside the values, are nearly the same.
fn is_alike(facing: &Facing<'_>, setting: Setting<'_>) -> bool {
    let beside = facing.near.before || facing.near.after || matches!(facing.x.said, Said::Act(_));
    setting.covered > ALIKE && setting.cosine > ALIKE_COSINE && beside
}

fn fit(facing: &Facing<'_>, setting: Setting<'_>) -> Fit {
    let Facing { x, y, near, clauses, .. } = facing;
    let other_holder = one_holder(x, y) == Some(false);
    let alike = is_alike(facing, setting);
    let same = facing.comparison != Comparison::Differs;
    let same_event = x.role != 0 && x.role == y.role;
    let known = same_event && x.classed && y.classed;
    let beside = near.before || near.after || near.name_shared || near.rarest > RARE_WORD;
    // What others tell of an event is told of it, whoever is named beside it.
    let odd = || setting.told.is_some_and(|told| told.is_odd(x, y));
    if apart::of_two(facing) {
        return Fit::Other;
    }
    match x.said {
        Said::Figure(amount) => {
            let counted = x.head != 0 && x.head == y.head;
            let open_event = !x.classed && !y.classed || x.role == 0 || y.role == 0;
            // Of whom a sum is asked or paid: another bidder makes another bid.
            let other_agent = amount.is_measure() && clauses.other_agents(x, y);
            // `3,000 tonnes of waste`, `the 3,000 tonnes in the streets`
            let left_out = || (x.head == 0 || y.head == 0) && is_sole_measure(facing, setting);
            // Whose age it is, is told by the name in one and by what they are in the other.
            let age = x.is_age() && same && (x.head == 0 || y.head == 0) && !other_holder;
            let other_head = x.head != y.head && !age && !left_out();
            if other_head || other_agent || (x.fate || y.fate) && !same_event {
                Fit::Other
            } else if alike && !other_holder
                || is_sole_measure(facing, setting)
                || known && (!other_holder || x.fate || is_told_once(x.role) || odd())
                || counted && x.who && (same_event || open_event)
            {
                Fit::One
            } else if age && beside
                || (counted || amount.is_measure() && x.head == 0) && beside && !other_holder
            {
                Fit::Open
            } else {
                Fit::Other
            }
        }
        Said::Date(_) if is_sole_measure(facing, setting) || apart::is_of_one_life(facing) => {
            Fit::One
        }
        Said::Date(_) if x.classed && y.classed && !same_event => Fit::Other,
        Said::Date(_) if near.before && near.after || alike => Fit::One,
        Said::Date(_)
            if known
                && !other_holder
                && !clauses.other_agents(x, y)
                && (setting.covered > HALF
                    || setting.core && setting.covered > LEAST
                    || clauses.named && setting.likely() > LIKELY) =>
        {
            Fit::One
        }
        // Of equal dates it need not be known what happened on them.
        Said::Date(_)
            if known
                || near.before
                || same && (setting.covered > LEAST || setting.likely() > SURELY) =>
        {
            Fit::Open
        }
        // The opposite of one thing is told of the same one.
        Said::Deed(_) => {
            // A release follows an arrest; that neither was denies the other.
            let sole = || are_of_one(facing) || is_sole_outcome(facing, setting);
            let denies = x.denied != y.denied || alike || x.denied && sole();
            // What rises must be what falls.
            let turns = match (x.head, y.head) {
                _ if !x.turn => true,
                // A tree that falls lowers no toll.
                (0, of) | (of, 0) => clauses.measured && !is_effect(of),
                (of, other) => of == other,
            };
            let one = x.classed && y.classed && turns && (denies || !x.passing);
            // Of counted people some die and some live.
            let one = one && (same || !(x.who && y.who));
            let one = one && (!other_holder || is_told_once(x.role)) && !clauses.other_agents(x, y);
            let covered = clauses.covered >= LEAST || alike;
            if one && (clauses.about >= ABOUT && covered || sole()) {
                Fit::One
            } else if one && clauses.about >= RARE_WORD && (clauses.covered >= FEW || alike) {
                Fit::Open
            } else {
                Fit::Other
            }
        }
        Said::Act(_) => Fit::One,
        // What is ruled out is what the other blames, not only called alike.
        Said::Stated(_)
            if setting.cosine >= ALIKE_COSINE
                || clauses.about >= RARE_WORD
                || near.before
                || near.after =>
        {
            Fit::One
        }
        Said::Party(_) if parties::is_of_one_event(facing, setting) => Fit::One,
        // Where one known event happened.
        Said::Place(_)
            if x.classed && y.classed && !other_holder && !clauses.other_agents(x, y) =>
        {
            Fit::One
        }
        Said::Date(_) | Said::Place(_) | Said::Party(_) | Said::Stated(_) => Fit::Other,
    }
}

/// Whether two values are of one thing in one story whatever else is told around them: a figure that a story has once,
/// a number of many digits, opposites of one thing.
fn is_firm(facing: &Facing<'_>, fit: Fit, setting: Setting<'_>) -> bool {
    let Facing { x, y, clauses, comparison, .. } = facing;
    match (&x.said, &y.said) {
        (Said::Figure(a), Said::Figure(b)) => {
            let told_once = x.classed && x.role == y.role && is_told_once(x.role);
            // An article that gives one figure for a slot of the lexicon gives it for the story.
            let sole = || is_sole_slot(facing, setting) && !a.is_times(*b, MANY);
            let once = told_once || sole() || is_sole_measure(facing, setting);
            let who = || x.holder[0] == 0 && y.holder[0] == 0 && x.who && x.head == y.head;
            let one = || one_holder(x, y) == Some(true) || who();
            let age = x.is_age() && y.is_age() && one();
            let whole = !x.part && !y.part && !x.earlier && !y.earlier;
            let known = fit == Fit::One && (once && whole || age);
            // What one measures others round; votes are counted.
            let near = *comparison == Comparison::Differs && a.is_rounded() && !age;
            known && !(near && are_near((*a, *b), NEAR))
                || is_telling((x, *a), (y, *b)) && !apart::of_two(facing)
        }
        (Said::Date(_), Said::Date(_)) => {
            fit == Fit::One && (is_sole_measure(facing, setting) || apart::is_of_one_life(facing))
        }
        (Said::Deed(_), Said::Deed(_)) => {
            *comparison == Comparison::Differs
                && fit == Fit::One
                && (clauses.about >= RARE_WORD && clauses.covered >= COVERED
                    || are_of_one(facing)
                    || is_sole_outcome(facing, setting))
        }
        _ => false,
    }
}

/// Whether two deeds are what became of the one whom both clauses name, and of whom only one can be true: the verdict on
/// one defendant.
fn are_of_one(facing: &Facing<'_>) -> bool {
    let Facing { x, y, .. } = facing;
    x.agent != 0 && x.agent == y.agent && is_of_one(x.role)
}

/// Whether two figures are one number that no other thing of a story is likely to have.
fn is_telling((x, a): (&Value, Amount), (y, b): (&Value, Amount)) -> bool {
    // As many jobs are lost as farms deliver; people are called in many ways.
    let people = |value: &Value| value.head == 0 || value.who;
    let counted = a.is_measure() || x.head == y.head || people(x) && people(y);
    let (.., measure, _) = a.bits();
    let least = match measure {
        None => a.single() >= Some(100.0),
        Some((Measure::Duration | Measure::Rank, _)) => return false,
        Some((Measure::Share | Measure::Points, _)) => a.digits() >= 3,
        Some(_) => true,
    };
    least
        && counted
        && a.digits() >= DIGITS
        && a.is_bound_of(b)
        && a.compare(b) != Some(Comparison::Differs)
}

/// So many digits has a number that no other thing of a story is likely to have.
const DIGITS: usize = 2;
/// So many of the words of the shorter clause stand in the other where both tell opposites of one thing.
const COVERED: f32 = 0.4;
/// So much of the shorter sentence stands in the other where both say nearly the same.
const ALIKE: f32 = 0.7;
const ALIKE_COSINE: f32 = 0.35;
const LEAST: f32 = 0.3;
const FEW: f32 = 0.2;
/// So much is said of one thing in two clauses that share a rare word and another one.
const ABOUT: f32 = 0.8;
/// So telling is a word that few sentences hold.
const RARE_WORD: f32 = 0.5;
/// So much of the shorter sentence stands in the other where both tell one thing.
const HALF: f32 = 0.5;
/// So likely two sentences report one event whatever words they tell it in.
const SURELY: f32 = 0.8;
/// So likely two sentences about one name report one event.
const LIKELY: f32 = 0.6;
/// Log odds that two values of one slot of the lexicon gain: English news, which the table is fitted on,
/// tell them in too many ways to see it.
const ONE_THING: f32 = 2.0;

/// What it adds to the log odds that one slot is told in two ways: for one that is, some fifteen
/// are told in one.
const RARE: f32 = -2.7;

/// Log odds of what leaves no doubt.
const SURE: f32 = 2.2;

/// From here on an equal value explains that another one differs.
const EXPLAINS: f32 = 0.25;

/// `47 cases, nine of which collapsed`, `nine cases`: the whole of one sentence beside what the other tells of its part.
fn is_told_as_part(facing: &Facing<'_>, all: &[Facing<'_>]) -> bool {
    let part = |other: &Facing<'_>| {
        let here = other.there == facing.there && other.x.part && !facing.x.part;
        let there = other.here == facing.here && other.y.part && !facing.y.part;
        other.comparison == Comparison::Same && (here || there)
    };
    matches!(facing.x.said, Said::Figure(_)) && all.iter().any(part)
}

/// Sets two values against each other; `elsewhere` tells that their sentences tell of two places, where nothing but the
/// place differs.
pub(super) fn tie(
    (a, b): (&Statement, &Statement),
    facing: &Facing<'_>,
    all: &[Facing<'_>],
    setting: Setting<'_>,
    elsewhere: bool,
) -> Tie {
    let Facing { here, there, x, y, comparison, .. } = *facing;
    let features = features(facing, setting);
    let differs = comparison == Comparison::Differs;
    let place = matches!(x.said, Said::Place(_));
    let one = || placing::is_of_one_happening(facing, all, setting, (a, b));
    let two = if place { !one() } else { elsewhere };
    let apart = differs
        && (two || is_told_as_part(facing, all) || apart::are_apart(facing, setting, (a, b)));
    let fit = if apart { Fit::Other } else { fit(facing, setting) };
    let firm = is_firm(facing, fit, setting);
    let logit = match x.said {
        _ if firm => {
            if differs {
                SURE
            } else {
                ONE_THING
            }
        }
        // The same the other way round.
        Said::Act(_) if !differs || is_alike(facing, setting) => SURE,
        Said::Party(_) | Said::Stated(_) if fit == Fit::One => SURE,
        Said::Act(_) | Said::Party(_) | Said::Stated(_) => -SURE,
        Said::Place(_) if differs && fit == Fit::One => SURE,
        Said::Place(_) if differs => -SURE,
        _ => {
            let own = logit(features, &SLOT[x.kind()]) + if differs { RARE } else { 0.0 };
            let known = fit == Fit::One && !matches!(x.said, Said::Deed(_));
            own + if !known {
                0.0
            } else if differs {
                2.0 * ONE_THING
            } else {
                ONE_THING
            }
        }
    };
    let sole = || is_sole_slot(facing, setting) || is_sole_outcome(facing, setting);
    let explained = !sole() && setting.is_explained((a, x), (b, y));
    // Where no rule knows that both answer one question, their clauses must tell it.
    let may_contrast = !apart && (fit == Fit::One || contrast::are_of_one_thing(facing, explained));
    let contrast = contrast::odds(facing, setting, (a, b), &features).filter(|_| may_contrast);
    Tie {
        here,
        there,
        comparison,
        chance: chance(logit),
        fit,
        firm,
        explained,
        contrast: contrast.unwrap_or(f32::NEG_INFINITY),
    }
}

/// Sets the values of two statements against each other: what agrees, and what differs without
/// being explained by an equal value.
pub(super) fn ties(
    (a, b): (&Statement, &Statement),
    all: &[Facing<'_>],
    setting: Setting<'_>,
) -> Vec<Tie> {
    // Most sentences have no values that compare.
    if all.is_empty() {
        return Vec::new();
    }
    let elsewhere = placing::are_elsewhere(a, b);
    let tie = |facing| tie((a, b), facing, all, setting, elsewhere);
    let mut ties: Vec<Tie> = all.iter().map(tie).collect();
    let differs = |tie: &Tie| tie.comparison == Comparison::Differs;
    let explains = |tie: &Tie| {
        let bound = || a.values[tie.here].said.is_bound_of(&b.values[tie.there].said);
        tie.comparison == Comparison::Same || tie.comparison == Comparison::Meets && bound()
    };
    ties.sort_by(|x, y| {
        let (equal, surer) = (explains(y).cmp(&explains(x)), y.chance.total_cmp(&x.chance));
        let place = |tie: &Tie| (tie.here + tie.there, tie.here.abs_diff(tie.there));
        equal.then(surer).then_with(|| place(x).cmp(&place(y)))
    });
    // Equal values first, then the surest; each value once. Only what is the same, or its bound, explains
    // another value: twelve thousand are thousands, and yet not fifteen hundred.
    let mut taken = [[0_u32; 2]; 2];
    ties.retain(|tie| {
        let fits = tie.fit > Fit::Other;
        let counts = fits || tie.contrast >= 0.0 || !differs(tie) && tie.chance >= EXPLAINS;
        let (here, there) = (1 << tie.here, 1 << tie.there);
        let sides = if differs(tie) { 1..2 } else { 0..1 };
        let free = taken[sides.clone()].iter().all(|[a, b]| a & here == 0 && b & there == 0);
        if free && counts {
            let sides = if explains(tie) { 0..2 } else { sides };
            taken[sides].iter_mut().for_each(|[a, b]| (*a, *b) = (*a | here, *b | there));
        }
        free && counts
    });
    ties
}
