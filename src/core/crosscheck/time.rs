//! When what is told happened, as far as a date beside it tells.

use super::days::Day;
use crate::core::fact::Moment;
use crate::core::keep::keep;

/// So many years before the article a year is long over; sums of the last one are often told without it.
const LONG_AGO: i32 = 2;

/// The year and month of what is told, as far as a date beside it tells them; news tell the day of what
/// is new, and the month or year of what was before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Time {
    year: i32,
    month: u8,
    day: u8,
    weekday: u8,
    /// It may be over when the article is written.
    past: bool,
    /// It is a year before the last one.
    long_ago: bool,
}

impl Time {
    pub(super) fn of(moment: Moment) -> Self {
        Self {
            year: moment.year.unwrap_or_default(),
            month: moment.month.unwrap_or_default(),
            day: moment.day.unwrap_or_default(),
            weekday: moment.weekday.unwrap_or_default(),
            past: false,
            long_ago: false,
        }
    }

    /// The same, as an article of that day tells it.
    pub(super) fn as_of(self, written: Option<Day>) -> Self {
        let year = Some(self.year).filter(|year| *year != 0);
        let past = written.is_none_or(|day| day.is_after(year, self.month));
        let years = |day: Day| i32::from(day.date().year()) - self.year;
        let long_ago = self.year != 0 && written.is_some_and(|day| years(day) >= LONG_AGO);
        Self { past: past && self.is_told(), long_ago, ..self }
    }

    /// The same where a month without its year need not be over.
    pub(super) const fn or_to_come(self) -> Self {
        Self { past: self.past && self.year != 0, ..self }
    }

    /// Whether two are told of different times.
    pub(super) const fn is_other(self, other: Self) -> bool {
        let years = self.year != 0 && other.year != 0 && self.year != other.year;
        let months = self.month != 0 && other.month != 0 && self.month != other.month;
        years || months
    }

    /// Whether two are told of different days.
    pub(super) const fn is_other_day(self, other: Self) -> bool {
        let days = self.day != 0 && other.day != 0 && self.day != other.day;
        let weekdays = self.weekday != 0 && other.weekday != 0 && self.weekday != other.weekday;
        days || weekdays
    }

    /// Whether one is told of a month or year that is over and the other is not.
    pub(super) const fn is_lone(self, other: Self) -> bool {
        let lone = self.past && !other.is_told() || other.past && !self.is_told();
        lone && self.day == 0 && other.day == 0
    }

    /// Whether one is told of a year long over and the other of none: `a strike in 1989 lasted 19 days`.
    pub(super) const fn is_long_ago_of(self, other: Self) -> bool {
        self.long_ago && !other.is_told() || other.long_ago && !self.is_told()
    }

    const fn is_told(self) -> bool {
        self.year != 0 || self.month != 0
    }
}

keep!(struct Time { year, month, day, weekday, past, long_ago });
