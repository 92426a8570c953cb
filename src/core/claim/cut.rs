//! Which claims of an article are pointed out.
//!
//! Pointing out means leaving out: where most of a page is marked, nothing is. Each level has a
//! share of the text that may stand on colour. It is filled in order of score, so that the cut
//! adapts to the article: one dense in figures is cut higher than one with few.

use super::level::Level;
use super::model::{Claim, Kind};

/// From this score on a stretch is a claim. Where the words of a language are not known, none has
/// less.
pub const LEAST: f32 = 0.05;

/// What a level lets through.
struct Cut {
    /// The share of the characters of all sentences.
    share: f32,
    /// The lowest score.
    floor: f32,
    /// So many claims in any case, if they are [`likely`] and say why.
    least: usize,
}

/// Whether a person would look for a claim where there is no better one. Below .6 that is seldom
/// so, as a reader of such highlights in news found, but in a short text, where
/// all scores are low, a figure is what there is to check: `Il y a 2 morts.`
fn likely(claim: &Claim) -> bool {
    claim.score >= if claim.kinds.contains(&Kind::Quantity) { 0.2 } else { 0.55 }
}

/// From few claims to all; each level lets through what the one before does.
const CUTS: [Cut; Level::COUNT] = [
    Cut { share: 0.1, floor: 0.74, least: 1 },
    Cut { share: 0.2, floor: 0.7, least: 2 },
    Cut { share: 0.3, floor: 0.66, least: 3 },
    Cut { share: 0.66, floor: 0.35, least: 5 },
    Cut { share: f32::INFINITY, floor: 0.0, least: 0 },
];

impl Cut {
    /// Whether a claim is let through behind `count` stronger ones, with which it covers this much.
    fn admits(&self, count: usize, covered: usize, size: usize, claim: &Claim) -> bool {
        let fits = claim.score >= self.floor && covered as f32 <= self.share * size as f32;
        fits || count < self.least && likely(claim) && !claim.asks
    }
}

/// Gives each claim of an article its level. `size` is that of all sentences, in bytes.
pub(super) fn cut(claims: &mut [Claim], size: usize) {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    // Of equal scores the first in the text.
    order.sort_by(|a, b| claims[*b].score.total_cmp(&claims[*a].score).then(a.cmp(b)));
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

/// Lets each level through as many claims as it has at least. Those that passed are too few where
/// the next one in order says little by itself or has no figure, while a weaker one has.
fn fill(claims: &mut [Claim]) {
    for (cut, level) in CUTS.iter().zip(Level::every()) {
        let shown = claims.iter().filter(|claim| claim.level <= level).count();
        if shown >= cut.least {
            continue;
        }
        let more =
            |claim: &Claim| claim.level > level && !claim.reasons.is_empty() && likely(claim);
        let mut rest: Vec<usize> = (0..claims.len()).filter(|i| more(&claims[*i])).collect();
        // What speaks for itself goes first, and what only asks, or tells what ought to be, last.
        rest.sort_by(|a, b| {
            let (a, b) = (&claims[*a], &claims[*b]);
            let founded = b.founded.cmp(&a.founded);
            a.asks.cmp(&b.asks).then(founded).then(b.score.total_cmp(&a.score))
        });
        for index in rest.into_iter().take(cut.least - shown) {
            claims[index].level = level;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::article::Span;
    use crate::core::claim::{Reason, Sign, Strength};

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

    proptest! {
        #[test]
        fn the_strongest_are_pointed_out_at_least_three_and_no_more_than_a_third(
            list in prop::collection::vec((1usize..90, LEAST..1.0), 0..60),
            rest in 0usize..3000,
        ) {
            let size = list.iter().map(|(len, _)| len).sum::<usize>() + rest;
            let claims = cut_of(&list, size);
            let strong: Vec<&Claim> =
                claims.iter().filter(|c| c.level.strength() == Strength::Strong).collect();
            let covered: usize = strong.iter().map(|c| c.span.len()).sum();
            let worth = claims.iter().filter(|c| likely(c)).count();
            prop_assert!(strong.len() >= worth.min(3));
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
        fn three_that_say_why_are_pointed_out_whatever_stands_beside_them(
            list in prop::collection::vec((LEAST..1.0_f32, 0..4_u8, any::<bool>()), 0..20),
        ) {
            let sizes: Vec<_> = list.iter().map(|(score, ..)| (40, *score)).collect();
            let mut claims = cut_of(&sizes, 400);
            for (claim, (_, why, figure)) in claims.iter_mut().zip(&list) {
                claim.founded = *why > 1;
                let reason = Reason::new(Sign::Name, Some(claim.span));
                claim.reasons = (*why > 0).then_some(reason).into_iter().collect();
                claim.kinds = figure.then_some(Kind::Quantity).into_iter().collect();
            }
            cut(&mut claims, 400);
            let strong = claims.iter().filter(|c| c.level <= Level::default()).count();
            let worth = claims.iter().filter(|c| likely(c) && !c.reasons.is_empty()).count();
            prop_assert!(strong >= worth.min(3));
        }
    }

    #[test]
    fn a_figure_is_pointed_out_behind_what_has_none() {
        let mut claims = cut_of(&[(50, 0.9), (50, 0.545), (50, 0.54)], 1000);
        claims[2].kinds.push(Kind::Quantity);
        for claim in &mut claims {
            claim.reasons = [Reason::new(Sign::Name, Some(claim.span))].into();
        }
        cut(&mut claims, 1000);
        let strong = claims.iter().map(|claim| claim.level <= Level::default());
        assert_eq!(strong.collect::<Vec<_>>(), [true, false, true]);
    }

    #[test]
    fn what_shows_no_reason_is_not_pointed_out() {
        let mut claims = cut_of(&[(50, 0.9), (50, 0.8), (50, 0.7), (50, 0.6)], 400);
        claims[0].founded = false;
        cut(&mut claims, 400);
        let strong = claims.iter().map(|claim| claim.level <= Level::default());
        assert_eq!(strong.collect::<Vec<_>>(), [false, true, true, true]);
        assert_eq!(claims[0].level, Level::default().more());
    }

    #[test]
    fn an_article_with_little_to_check_is_hardly_coloured() {
        let claims = cut_of(&[(50, 0.9), (50, 0.57), (50, 0.56), (50, 0.1), (50, 0.58)], 1000);
        let strong = claims.iter().filter(|c| c.level <= Level::default());
        assert_eq!(strong.map(|c| c.score).collect::<Vec<_>>(), [0.9, 0.57, 0.58]);
    }
}
