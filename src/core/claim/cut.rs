//! Which claims of an article are pointed out.
//!
//! Pointing out means leaving out: where most of a page is marked, nothing is. Each level has a
//! share of the text that may stand on colour. It is filled in order of score, so that the cut
//! adapts to the article: one dense in figures is cut higher than one with few.

use super::level::Level;
use super::model::{Claim, Kind, Sign};

/// From this score on a stretch is a claim. Where the words of a language are not known, none has
/// less.
pub const LEAST: f32 = 0.05;

/// A text of fewer bytes is a note, in which all scores are low.
const NOTE: usize = 300;

/// What a level lets through.
struct Cut {
    /// The share of the characters of all sentences.
    share: f32,
    /// The lowest [`weight`] of the first ones, and of all behind those.
    floor: f32,
    rest: f32,
    /// So many are the first ones: however much they cover, if there are as many above the floor or that
    /// [stand well](stands_well).
    fill: usize,
    /// So many in any case, if they are founded and [`likely`]; but in a note, from a score of `lowest` on.
    least: usize,
    lowest: f32,
    /// So many in any case, if they say why and are likely.
    any: usize,
}

/// Whether a person would look for a claim where there is no better one. Below .6 that is seldom
/// so, as a reader of such highlights in news found, but in a short text, where
/// all scores are low, a figure is what there is to check: `Il y a 2 morts.`
fn likely(claim: &Claim) -> bool {
    claim.score >= if claim.kinds.contains(&Kind::Quantity) { 0.2 } else { 0.55 }
}

/// What counts in the order of claims.
fn weight(claim: &Claim) -> f32 {
    const ALONE: f32 = 0.12;
    let alone = if claim.thin { ALONE } else { 0.0 };
    sound(claim) - alone
}

/// How well a claim stands, whatever it tells. Half of those that were [a part](Claim::partial) of a quotation were cut
/// wrongly, as readers found.
fn sound(claim: &Claim) -> f32 {
    const PART: f32 = 0.25;
    let part = if claim.partial { PART } else { 0.0 };
    claim.score - part - claim.burden
}

/// From this score on three in five of those that stood on little were worth checking.
const FAIR: f32 = 0.6;

/// The same of those that tell no money, no share and no large number, and name nobody who says so.
const WELL: f32 = 0.66;

/// The same of those that stand on a day alone: below it two in five were not worth checking.
const FIRM: f32 = 0.75;

/// Whether a claim that is not founded may stand beside few better ones: it has a ground, and a fair
/// score. What somebody is named as the source of can be asked of him, though it is only meant.
fn stands_well(claim: &Claim) -> bool {
    let any = |sign: Sign| claim.reasons.iter().any(|reason| reason.sign == sign);
    let (sourced, denied) = (any(Sign::Source), any(Sign::DeniedBy));
    let fair = match claim.thin {
        _ if claim.hard || sourced => FAIR,
        true => FIRM,
        false => WELL,
    };
    (sound(claim) >= fair || denied) && claim.grounded && (sourced || !claim.asks)
}

/// Whether a claim can be among those that are pointed out by default.
pub(super) fn may_be_pointed_out(claim: &Claim) -> bool {
    claim.founded || stands_well(claim)
}

/// From few claims to all; each level lets through what the one before does.
///
/// Who read highlights in news found two in five not worth checking that were thin and scored less than .78, but
/// one in twenty of those on two grounds; and more than half of those that filled an article up to three
/// whatever they stood on. So three are pointed out where there are three that stand well, else fewer. Of
/// those between .66 and .84, one in three was not worth it either: they stand on colour only among the first three.
const CUTS: [Cut; Level::COUNT] = [
    Cut { share: 0.1, floor: 0.74, rest: 0.9, fill: 1, least: 1, lowest: FAIR, any: 0 },
    Cut { share: 0.2, floor: 0.7, rest: 0.87, fill: 2, least: 1, lowest: FAIR, any: 0 },
    Cut { share: 0.3, floor: 0.66, rest: 0.84, fill: 3, least: 1, lowest: FAIR, any: 0 },
    Cut { share: 0.66, floor: 0.35, rest: 0.35, fill: 5, least: 5, lowest: ALL, any: 5 },
    Cut { share: f32::INFINITY, floor: ALL, rest: ALL, fill: 0, least: 0, lowest: ALL, any: 0 },
];

/// A floor that every claim is above.
const ALL: f32 = f32::NEG_INFINITY;

impl Cut {
    /// Whether a claim is let through behind `count` stronger ones, with which it covers this much.
    fn admits(&self, count: usize, covered: usize, size: usize, claim: &Claim) -> bool {
        let fits = covered as f32 <= self.share * size as f32 || count < self.fill;
        // In a note of a few lines each figure is what there is to check.
        let note = size < NOTE;
        let least = if note { self.fill } else { self.least };
        let sound = note || claim.score >= self.lowest;
        let least = count < least && likely(claim) && sound && !claim.asks;
        let floor = if count < self.fill { self.floor } else { self.rest };
        weight(claim) >= floor && fits || least
    }
}

/// Gives each claim of an article its level. `size` is that of all sentences, in bytes.
pub(super) fn cut(claims: &mut [Claim], size: usize) {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    // Of equal weights the first in the text.
    order.sort_by(|a, b| weight(&claims[*b]).total_cmp(&weight(&claims[*a])).then(a.cmp(b)));
    let (mut level, mut covered, mut count) = (Level::FEWEST, 0, 0);
    for index in order {
        let claim = &mut claims[index];
        let with = covered + claim.span.len();
        let admits =
            |level: Level| CUTS[usize::from(level.number())].admits(count, with, size, claim);
        // What is pointed out says why: claims in news that show no reason are seldom worth it. They
        // take no place from others.
        if !claim.founded {
            let fair = Level::default().more();
            claim.level = if level <= fair && admits(fair) { fair } else { Level::ALL };
            continue;
        }
        while level < Level::ALL && !admits(level) {
            level = level.more();
        }
        (covered, count) = (with, count + 1);
        claim.level = level;
    }
    fill(claims);
}

/// Where too few passed: what stands well without being founded, at the levels for which that is enough
/// whatever says why. The next one in order may say little by itself or have no figure, while a weaker
/// one has.
fn fill(claims: &mut [Claim]) {
    for (cut, level) in CUTS.iter().zip(Level::every()) {
        fill_with(claims, level, cut.fill, stands_well);
        fill_with(claims, level, cut.any, |claim| !claim.reasons.is_empty() && likely(claim));
    }
}

/// Lets a level through as many claims of a kind as it lacks.
fn fill_with(claims: &mut [Claim], level: Level, most: usize, kind: impl Fn(&Claim) -> bool) {
    let shown = claims.iter().filter(|claim| claim.level <= level).count();
    let more = |claim: &Claim| claim.level > level && kind(claim);
    let mut rest: Vec<usize> = (0..claims.len()).filter(|i| more(&claims[*i])).collect();
    // What speaks for itself goes first, and what only asks, or tells what ought to be, last.
    rest.sort_by(|a, b| {
        let (a, b) = (&claims[*a], &claims[*b]);
        let founded = b.founded.cmp(&a.founded);
        a.asks.cmp(&b.asks).then(founded).then(weight(b).total_cmp(&weight(a)))
    });
    for index in rest.into_iter().take(most.saturating_sub(shown)) {
        claims[index].level = level;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::article::Span;
    use crate::core::claim::{Reason, Strength};

    /// Claims of these lengths and scores, one behind the other, each for a good reason.
    fn cut_of(claims: &[(usize, f32)], size: usize) -> Vec<Claim> {
        let mut at = 0;
        let claim = |&(len, score): &(usize, f32)| {
            at += len;
            let span = Span::new(at - len, at);
            Claim { span, score, founded: true, ..Claim::default() }
        };
        let mut claims: Vec<Claim> = claims.iter().map(claim).collect();
        cut(&mut claims, size);
        claims
    }

    /// From the least to just below one, in steps: a range of `f32` fails now and then inside proptest itself.
    fn score() -> impl Strategy<Value = f32> {
        const STEPS: u16 = 10_000;
        (0..STEPS).prop_map(|step| LEAST + (1.0 - LEAST) * f32::from(step) / f32::from(STEPS))
    }

    proptest! {
        #[test]
        fn the_strongest_are_pointed_out_three_of_the_strong_and_no_more_than_a_third(
            list in prop::collection::vec((1usize..90, score()), 0..60),
            rest in 0usize..3000,
        ) {
            let size = list.iter().map(|(len, _)| len).sum::<usize>() + rest;
            let claims = cut_of(&list, size);
            let strong: Vec<&Claim> =
                claims.iter().filter(|c| c.level.strength() == Strength::Strong).collect();
            let covered: usize = strong.iter().map(|c| c.span.len()).sum();
            let above = claims.iter().filter(|c| c.score >= CUTS[2].floor).count();
            prop_assert!(strong.len() >= above.min(3));
            let fair = |claim: &Claim| likely(claim) && (size < NOTE || claim.score >= FAIR);
            prop_assert!(strong.len() >= usize::from(claims.iter().any(fair)));
            prop_assert!(strong.len() <= 3 || covered as f32 <= 0.35 * size as f32);
            for claim in &claims {
                for other in claims.iter().filter(|other| other.score > claim.score) {
                    prop_assert!(other.level <= claim.level);
                }
            }
        }
    }

    proptest! {
        #[test]
        fn three_that_stand_well_are_pointed_out_whatever_stands_beside_them(
            list in prop::collection::vec((score(), 0..4_u8, any::<bool>()), 0..20),
        ) {
            let sizes: Vec<_> = list.iter().map(|(score, ..)| (40, *score)).collect();
            let mut claims = cut_of(&sizes, 400);
            for (claim, (_, why, thin)) in claims.iter_mut().zip(&list) {
                claim.founded = *why > 1;
                claim.thin = *thin;
                let sign = if *why == 1 { Sign::Name } else { Sign::Date };
                let reason = Reason::new(sign, Some(claim.span));
                claim.grounded = *why == 1;
                claim.reasons = (*why > 0).then_some(reason).into_iter().collect();
            }
            cut(&mut claims, 400);
            let shown = |level: Level| claims.iter().filter(|c| c.level <= level).count();
            let well = claims.iter().filter(|c| stands_well(c)).count();
            prop_assert!(shown(Level::default()) >= well.min(3));
            let any = claims.iter().filter(|c| likely(c) && !c.reasons.is_empty()).count();
            prop_assert!(shown(Level::default().more()) >= any.min(5));
        }
    }

    /// Which of them are pointed out.
    fn strong(claims: &[Claim]) -> Vec<bool> {
        claims.iter().map(|claim| claim.level <= Level::default()).collect()
    }

    #[test]
    fn what_stands_on_one_ground_only_needs_a_higher_score() {
        let mut claims = cut_of(&[(50, 0.9), (50, 0.77), (50, 0.79), (50, 0.7)], 1000);
        claims[1].thin = true;
        claims[2].thin = true;
        cut(&mut claims, 1000);
        assert_eq!(strong(&claims), [true, false, true, true]);
    }

    #[test]
    fn behind_the_first_three_only_the_strong_are_pointed_out() {
        let mut claims = cut_of(&[(50, 0.9), (50, 0.79), (50, 0.78), (50, 0.77), (50, 0.7)], 1000);
        cut(&mut claims, 1000);
        let strong = claims.iter().map(|claim| claim.level <= Level::default());
        assert_eq!(strong.collect::<Vec<_>>(), [true, true, true, false, false]);
        assert_eq!(claims[4].level, Level::default().more());
    }

    #[test]
    fn the_only_one_is_pointed_out_from_a_fair_score_on() {
        for (score, thin, shown) in [(0.57, false, false), (0.57, true, false), (0.61, true, true)]
        {
            let mut claims = cut_of(&[(50, score)], 1000);
            claims[0].thin = thin;
            cut(&mut claims, 1000);
            assert_eq!(claims[0].level <= Level::default(), shown, "{score} {thin}");
        }
    }

    #[test]
    fn what_is_not_founded_fills_up_only_where_it_stands_well() {
        let mut claims = cut_of(&[(50, 0.9), (50, 0.62), (50, 0.58), (50, 0.95), (50, 0.7)], 1000);
        let signs = [Sign::Date, Sign::Date, Sign::Name, Sign::Source];
        for (claim, sign) in claims[1..].iter_mut().zip(signs) {
            (claim.founded, claim.thin, claim.grounded) = (false, true, sign != Sign::Name);
            claim.hard = sign == Sign::Date;
            claim.reasons = [Reason::new(sign, Some(claim.span))].into();
        }
        claims[4].asks = true;
        cut(&mut claims, 1000);
        assert_eq!(strong(&claims), [true, true, false, false, true]);
    }

    #[test]
    fn a_part_of_what_is_told_stands_behind_what_is_whole() {
        let mut claims = cut_of(&[(50, 0.95), (50, 0.8), (50, 0.79), (50, 0.78)], 1000);
        claims[0].partial = true;
        cut(&mut claims, 1000);
        assert_eq!(strong(&claims), [false, true, true, true]);
    }

    #[test]
    fn a_plain_denial_is_pointed_out_where_there_is_little_else() {
        let mut claims = cut_of(&[(50, 0.24), (50, 0.24)], 1000);
        let denied = Reason::new(Sign::DeniedBy, Some(claims[0].span));
        (claims[0].reasons, claims[0].grounded) = ([denied].into(), true);
        cut(&mut claims, 1000);
        assert_eq!(strong(&claims), [true, false]);
    }

    #[test]
    fn what_shows_no_reason_is_not_pointed_out() {
        let mut claims = cut_of(&[(50, 0.9), (50, 0.8), (50, 0.7), (50, 0.6)], 400);
        claims[0].founded = false;
        claims[0].thin = true;
        cut(&mut claims, 400);
        assert_eq!(strong(&claims), [false, true, true, false]);
        assert_eq!(claims[0].level, Level::default().more());
    }

    #[test]
    fn an_article_with_little_to_check_is_hardly_coloured() {
        let shown = |list: &[(usize, f32)]| {
            let claims = cut_of(list, 1000);
            let strong = claims.iter().filter(|c| c.level <= Level::default());
            strong.map(|c| c.score).collect::<Vec<_>>()
        };
        assert_eq!(shown(&[(50, 0.9), (50, 0.57), (50, 0.56), (50, 0.1)]), [0.9]);
        assert_eq!(shown(&[(50, 0.5), (50, 0.61), (50, 0.56), (50, 0.1)]), [0.61]);
        assert_eq!(shown(&[(50, 0.5), (50, 0.1)]), [0.0_f32; 0]);
        let note = cut_of(&[(50, 0.6), (50, 0.56), (50, 0.1)], 150);
        assert_eq!(note.iter().filter(|c| c.level <= Level::default()).count(), 2);
    }
}
