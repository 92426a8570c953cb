//! A figure whose measure is not known, or tells nothing by itself.

use std::ops::Range;

use super::super::sight::Sight;
use crate::core::fact::{Measure, Quantity};
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::word::Shape;

impl Sight<'_> {
    /// `[915] MHz`, `[30] dB`: measured in what is not known here.
    pub(super) fn is_unknown_measure(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const LONG: usize = 4;
        let sign = self.word(run.end);
        let letters = sign.chars().all(char::is_alphabetic);
        let small = sign.contains(char::is_lowercase);
        let mixed = small && sign.chars().skip(1).any(char::is_uppercase);
        let bare = figure.unit.is_none() && figure.noun.is_none();
        let hertz = sign == "Hz";
        bare && letters && sign.len() <= LONG && (mixed || hertz)
    }

    /// `[1 g]/l`: how much there is in each of something.
    pub(super) fn is_measure_of_a_measure(&self, figure: &Quantity) -> bool {
        let amount = figure.unit.is_some_and(|unit| {
            matches!(unit.measure, Measure::Mass | Measure::Volume | Measure::Length)
        });
        let rest = self.text[figure.span.end..].strip_prefix('/');
        amount && rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    }

    /// `des milliards de microbes`: how many, nobody says.
    pub(in crate::core::claim) fn is_vague(&self, figure: &Quantity) -> bool {
        const COUNTS: Classes = class::NUMBER | class::HALF | class::FRACTION;
        let run = self.range(figure.figure);
        let several = |at: usize| self.is(at, class::SCALE | class::DOZEN);
        let counts = |at: usize| {
            self.tokens[at].shape == Shape::Figure || self.is(at, COUNTS) && !several(at)
        };
        let money = figure.unit.is_none_or(|unit| unit.measure == Measure::Money);
        figure.vague && money && !run.clone().any(counts) && run.clone().any(several)
    }

    /// `les 600 000 résidents`, `leurs cinq chambres`: how many there are is taken as known, and what is told
    /// is something else.
    pub(in crate::core::claim) fn is_known(&self, figure: &Quantity) -> bool {
        let run = self.range(figure.span);
        let definite = self
            .before(run.start)
            .is_some_and(|before| before.is(class::DET) && !before.is(class::NUMBER | class::SOME));
        let vague = class::ABOUT | class::COMPARISON | class::SCALE | class::DOZEN;
        self.settings.head == Head::First
            && definite
            && figure.unit.is_none()
            && !self.is(run.start, vague)
            && self.first_part(figure, &run).is_none()
    }

    /// `nine people`, `une trentaine de morts`: how many persons; but `a mother of four children`.
    pub(in crate::core::claim) fn counts_persons(&self, figure: &Quantity) -> bool {
        const PERSONS: Classes =
            class::TITLE | class::PEOPLE | class::CROWD | class::DEED | class::PARTICIPLE;
        let person =
            |at: usize| self.is(at, PERSONS) || self.settings.persons.contains(&self.word(at));
        let run = self.range(figure.span);
        let of = self
            .before(run.start)
            .is_some_and(|before| before.is(class::OF) && !before.is(class::DET));
        figure.unit.is_none() && !of && run.skip(1).any(person)
    }

    /// `à [300 km] de là`, `[30 miles] away`: how far off something is that is told of.
    pub(in crate::core::claim) fn is_how_far(&self, figure: &Quantity) -> bool {
        const NEAR: usize = 2;
        let length = figure.unit.is_some_and(|unit| unit.measure == Measure::Length);
        let end = self.range(figure.figure).end;
        let end = end.max(self.range(figure.span).end);
        length
            && (end.saturating_sub(NEAR)..end + NEAR)
                .any(|at| self.settings.away.contains(&self.word(at)))
    }
}
