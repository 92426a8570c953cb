//! A figure that is one part of a number: halves, the ends of ranges, one of several.

use std::ops::Range;

use super::super::sight::Sight;
use super::is_one;
use crate::core::article::Span;
use crate::core::fact::{Measure, Quantity};
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::word::Shape;

impl Sight<'_> {
    /// `3 ou [4 euros]`, `[20 milliards] et 800 millions`, `plus [du quart]`: the other half was not read.
    pub(super) fn is_half_read(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let digits = |at: usize| self.tokens.get(at).is_some_and(|t| t.shape == Shape::Figure);
        let scale = |at: usize| self.is(at, class::SCALE);
        let [.., first, tie] = &self.tokens[..run.start] else {
            return self.goes_on_with_scale(run);
        };
        let or = tie.is(class::CONJ)
            && !tie.is(class::AND)
            && first.shape == Shape::Figure
            && digits(run.start)
            && figure.low == figure.high;
        let more = self.settings.head == Head::First
            && tie.is(class::COMPARISON | class::MORE | class::LESS)
            && self.is(run.start, class::OF)
            && !scale(run.start);
        or || more || self.goes_on_with_scale(run)
    }

    /// `20 milliards et 800 millions`
    fn goes_on_with_scale(&self, run: &Range<usize>) -> bool {
        let last = run.end - 1;
        self.is(last, class::SCALE)
            && self.is(run.end, class::AND)
            && self.is_number(run.end + 1)
            && self.is(run.end + 2, class::SCALE)
            && self.tokens[run.end + 2].value < self.tokens[last].value
    }

    /// `une des [3 agences]`, `one of the [40 clubs]`: which one is meant.
    pub(super) fn is_one_of_several(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let first = self.first_part(figure, run);
        first.is_some_and(|part| {
            is_one(&self.tokens[part]) && self.tokens[part].shape != Shape::Figure
        })
    }

    /// `Le [million] à Paris !`: a scale behind an article, and nothing counted.
    pub(super) fn is_scale_alone(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let alone = self.is(run.start, class::SCALE)
            && figure.figure.end <= self.tokens[run.start].span.end;
        let led = self.before(run.start).is_some_and(|before| {
            before.is(class::DET) && !before.is(class::NUMBER | class::SOME | class::OF)
        });
        alone && led
    }

    /// `les quarts de finale`: parts without their number.
    pub(super) fn is_part_of_none(&self, run: &Range<usize>) -> bool {
        let number = |at: usize| {
            self.tokens[at].shape == Shape::Figure || self.is(at, class::NUMBER | class::HALF)
        };
        let parts =
            |at: usize| self.is(at, class::FRACTION) && self.ends(at, &self.settings.parts_end);
        // `leur quart de finale`: a round of a cup.
        let round = |at: usize| {
            self.is(at, class::FRACTION)
                && self.is(at + 1, class::OF)
                && self.word(at + 2).starts_with("final")
        };
        run.clone().any(parts) && !run.clone().any(number)
            || (run.start.saturating_sub(1)..run.end).any(round)
    }

    /// `24 heures sur 24`, `7 Tage die Woche`: all the time.
    pub(super) fn is_all_the_time(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const TIE: usize = 3;
        let number = |at: usize| {
            self.tokens.get(at).is_some_and(|t| t.shape == Shape::Figure || t.is(class::NUMBER))
        };
        let same = |a: usize, b: usize| number(a) && number(b) && self.word(a) == self.word(b);
        let lasts = |at: usize| {
            let unit = self.tokens.get(at).and_then(|token| token.entry.unit);
            unit.filter(|unit| unit.measure == Measure::Duration)
        };
        let tied = |at: usize| {
            lasts(at + 1).is_some()
                && (self.is(at + 2, class::RATIO) || self.is(at + 2, class::PER))
                && same(at, at + TIE)
        };
        let sides = tied(run.start) || run.start.checked_sub(TIE).is_some_and(tied);
        let whole = |per: Span| {
            let each = self.range(per).last().and_then(lasts);
            let (value, _) = figure.in_base();
            each.zip(value).is_some_and(|(each, value)| {
                lasts(run.end - 1).is_some() && (value - each.scale).abs() < 1.0
            })
        };
        sides || figure.per.is_some_and(whole)
    }

    /// `un milione e [850 mila]`, `19 mil [500]`: a number that was read in parts.
    pub(super) fn is_rest_of_number(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const THOUSAND: f64 = 1000.0;
        let scale = |at: usize| self.is(at, class::SCALE);
        // `une heure [25]`
        let bare = figure.unit.is_none() && figure.noun.is_none();
        let hour = self.before(run.start).and_then(|before| before.entry.unit);
        if bare && hour.is_some_and(|unit| unit.measure == Measure::Duration) {
            return true;
        }
        let [.., first, and] = &self.tokens[..run.start] else { return false };
        let millions = first.is(class::SCALE) && and.is(class::AND);
        let value = |at: usize| self.tokens[at].value;
        let small = |at: usize| self.tokens[at].shape == Shape::Figure && self.word(at).len() < 4;
        let behind = scale(run.start - 1) && value(run.start - 1) == THOUSAND && small(run.start);
        let last = run.end - 1;
        let before = scale(last)
            && value(last) == THOUSAND
            && figure.unit.is_none()
            && run.end < self.tokens.len()
            && small(run.end);
        millions || behind || before
    }

    /// `en [mitad del concierto]`, `a metà strada`: no half of anything.
    pub(super) fn is_half_by_the_way(&self, run: &Range<usize>) -> bool {
        let led = self.before(run.start).is_some_and(|before| {
            before.is(class::PREP) && !before.is(class::OF | class::DET | class::TO | class::FROM)
        });
        let half = self.is(run.start, class::FRACTION | class::HALF)
            && self.tokens[run.start].shape == Shape::Small;
        led && half && self.settings.head == Head::First
    }

    /// `a decade and [a half] of cuts`, `one-quarter to [one-third]`: a part of what was not read before
    /// it.
    pub(super) fn is_rest_of_part(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const PART: Classes = class::HALF | class::FRACTION;
        let digits = |at: usize| self.tokens[at].shape == Shape::Figure;
        let part = run.clone().any(|at| self.is(at, PART)) && !run.clone().any(digits);
        let [.., before, tie] = &self.tokens[..run.start] else { return false };
        let half = figure.low == Some(0.5)
            && tie.is(class::AND)
            && self.is(run.start, class::NUMBER | class::SOME | class::DET)
            && before.shape == Shape::Small;
        part && (half || tie.is(class::TO) && before.is(PART))
    }

    /// `les années 1950-[60]`, `ces [20 dernières]`: the end of a date, or without what is counted.
    pub(super) fn is_open(&self, run: &Range<usize>) -> bool {
        let start = self.tokens[run.start].span.start;
        let before = self.text[..start].strip_suffix(['-', '–']);
        let digit = |before: &str| before.ends_with(|c: char| c.is_ascii_digit());
        let range = before.is_some_and(digit);
        // `les années 70 et [80]`
        let near = run.start.saturating_sub(4)..run.start;
        let decade = self.is(run.start.saturating_sub(1), class::AND)
            && near.clone().any(|at| self.is(at, class::DECADE));
        let first = self.settings.head == Head::First;
        let last = run.end - 1;
        let adjective = last > run.start
            && self.is(last, class::WEAK | class::ORDINAL)
            && !self.is(last, class::UNIT);
        (range || decade) && run.len() == 1 || self.ends_range(run) || first && adjective
    }

    /// `30- bis [49-Jährige]`: the second of two that hang together, read without the first.
    fn ends_range(&self, run: &Range<usize>) -> bool {
        let [.., hangs, tie] = &self.tokens[..run.start] else { return false };
        let open = hangs.span.of(self.text).ends_with(['-', '–']) && !hangs.spaced;
        let glued = self.text[..hangs.span.start].ends_with(|c: char| c.is_ascii_digit())
            || hangs.shape == Shape::Figure;
        open && glued && tie.is(class::TO | class::AND | class::CONJ)
    }

    /// `von [9] bis 13 Uhr`: the first of two hours or measures, without the unit
    /// of both.
    pub(super) fn is_first_of_two(&self, figure: &Quantity, end: usize) -> bool {
        let bare = figure.unit.is_none() && figure.noun.is_none();
        let second = self.tokens.get(end + 1).is_some_and(|next| next.shape == Shape::Figure);
        let tied = self.is(end, class::TO | class::REACHES);
        let unit = self.tokens.get(end + 2).is_some_and(|next| next.entry.unit.is_some());
        let measured =
            unit || self.is(end + 2, class::CLOCK | class::UNIT) || self.word(end + 2) == "%";
        bare && tied && second && measured
    }

    /// `60 chilometri … e altri [80 di strade]`: what is counted was said before.
    pub(super) fn is_of_others(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let digits = self.tokens[run.start].shape == Shape::Figure;
        let of = self.settings.bare_of.contains(&self.word(run.start + 1));
        digits && of && run.len() > 2 && figure.unit.is_none()
    }

    /// `mother of five`, `phase four`, `a third took`: a number in words, and nothing counted.
    pub(super) fn is_bare_word(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const SMALL: f64 = 1000.0;
        let value = figure.low.or(figure.high).unwrap_or_default();
        let digits = run.clone().any(|at| self.tokens[at].shape == Shape::Figure);
        let vague = run.clone().any(|at| self.is(at, class::DOZEN | class::SCALE));
        let part = run.clone().any(|at| self.is(at, class::FRACTION));
        let idle = !vague && value <= SMALL && (part || figure.unit.is_none());
        !digits && idle && figure.noun.is_none()
    }

    /// `12, 13 ou 20 centimes`: what is counted stands behind the last one.
    pub(super) fn is_first_of_several(&self, figure: &Quantity, end: usize) -> bool {
        let bare = figure.unit.is_none() && figure.noun.is_none();
        let joins = |at: usize| self.is(at, class::CONJ | class::AND) || self.word(at) == ",";
        let next = self.tokens.get(end + 1);
        let number = next.is_some_and(|next| next.shape == Shape::Figure && next.spaced);
        let unit = (end + 2..end + 4).any(|at| self.is(at, class::UNIT) || self.word(at) == "%");
        bare && joins(end) && number && unit
    }
}
