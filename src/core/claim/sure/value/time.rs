//! A figure that is a year, an age or a time of day.

use std::ops::Range;

use super::super::sight::Sight;
use crate::core::fact::{MODERN, Measure, Quantity};
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

impl Sight<'_> {
    /// `el año [871]`, `la década de los [40]`: which year or decade; `der unter [25-Jährigen]`: which
    /// people.
    pub(super) fn is_of_years(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const NEAR: usize = 3;
        const OLDEST: f64 = 99.0;
        let lasts =
            |token: &Token| token.entry.unit.is_some_and(|unit| unit.measure == Measure::Duration);
        let bare = run.len() == 1 && figure.unit.is_none() && figure.noun.is_none();
        let value = figure.low.or(figure.high).unwrap_or_default();
        let before = &self.tokens[run.start.saturating_sub(NEAR)..run.start];
        let year = before.last().is_some_and(|last| last.is(class::DATED) && lasts(last));
        let of = |token: &Token| token.is(class::OF | class::DET) && !token.is(class::DECADE);
        let decade = value % 10.0 == 0.0
            && value <= OLDEST
            && self.settings.head == Head::First
            && before.last().is_some_and(of)
            && before.iter().rev().find(|token| !of(token)).is_some_and(|t| t.is(class::DECADE));
        let people = figure.span.of(self.text).split_once('-').is_some_and(|(_, rest)| {
            rest.starts_with(char::is_uppercase)
                && figure.unit.is_some_and(|u| u.measure == Measure::Duration)
        });
        bare && (year || decade) || people
    }

    /// `zwischen 1869 und [1887 Karten]`: the second of two years.
    pub(super) fn is_year_of_two(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const LONG: usize = 4;
        let four = |at: usize| {
            let token = &self.tokens[at];
            token.shape == Shape::Figure && token.span.len() == LONG
        };
        let [.., between, first, and] = &self.tokens[..run.start] else { return false };
        let led = between.is(class::BETWEEN) && and.is(class::AND);
        let years = first.span.len() == LONG && first.shape == Shape::Figure && four(run.start);
        led && years && figure.unit.is_none()
    }

    /// `Ann Lee, [36], of Leeds`, `Anna Roth (36)`: how old somebody is.
    pub(super) fn is_age(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const OLDEST: f64 = 120.0;
        const DAYS: Classes = class::WEEKDAY | class::MONTH;
        let bare = run.len() == 1 && figure.unit.is_none() && figure.noun.is_none();
        let old = figure.low.or(figure.high).is_some_and(|value| value <= OLDEST);
        // `Tom Lee Jr., [55], of Leeds`
        let stop = run.start.checked_sub(2).is_some_and(|at| self.word(at) == ".");
        let named = run.start.checked_sub(2 + usize::from(stop)).map(|at| &self.tokens[at]);
        let (Some(name), Some(mark)) = (named, self.before(run.start)) else { return false };
        let opens = matches!(mark.span.of(self.text), "," | "(");
        // `the former star, [42], was …`
        let told = self.settings.head == Head::Last
            && name.is_word()
            && mark.is_mark(self.text, ",")
            && self.word(run.end) == ",";
        let named = (name.is_capital() || told) && !name.is(DAYS);
        let closes = self.tokens.get(run.end).is_none_or(|next| next.shape == Shape::Mark);
        bare && old && opens && named && closes
    }

    /// `wurde [2012 Chef]`, `rapporto [1994 della commissione]`: a year before a noun; `5,316 BCE`.
    pub(super) fn is_year(&self, figure: &Quantity) -> bool {
        let end = self.range(figure.figure).end;
        if figure.unit.is_none() && self.settings.eras.contains(&self.word(end)) {
            return true;
        }
        let digits = figure.figure.of(self.text);
        let bare = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
        let value = figure.low.or(figure.high).unwrap_or_default();
        bare && figure.unit.is_none() && MODERN.contains(&(value as i32)) && value % 100.0 != 0.0
    }

    /// `at about 10.30`: where a time may stand, it is none that counts.
    pub(super) fn is_time(&self, figure: &Quantity, start: usize) -> bool {
        let digits = figure.figure.of(self.text);
        let hour = digits.split_once(['.', ',']).is_some_and(|(hour, minutes)| {
            hour.parse::<u8>().is_ok_and(|hour| hour < 25) && minutes.len() == 2
        });
        let led = (start.saturating_sub(2)..start + 2).any(|at| self.is(at, class::HOURLY));
        hour && led && figure.unit.is_none() && figure.noun.is_none()
    }
}
