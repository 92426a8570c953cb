//! The years and days that articles tell, as they are kept of them, and which of these are of one piece of news.

use std::sync::LazyLock;

use super::term::{Key, KeyMap, Term};
use crate::core::fact::Moment;

/// The year of a date, and its day or else its month.
pub(super) fn dated(moment: Moment) -> [Option<Key>; 2] {
    let year = moment.year.map(|year| Term::number("y", f64::from(year)).key());
    let day = moment.month.map(|month| {
        let day = f64::from(month) * 100.0 + f64::from(moment.day.unwrap_or_default());
        Term::number("d", day).key()
    });
    [year, day]
}

/// Which day of a year each day is, by the key that is kept of it. A month alone is often that of something planned.
static DAYS: LazyLock<KeyMap<u32>> = LazyLock::new(|| {
    let day = |month: u8, day: u8| {
        let moment = Moment { month: Some(month), day: Some(day), ..Moment::default() };
        dated(moment)[1].map(|key| (key, u32::from(month - 1) * MONTH + u32::from(day)))
    };
    (1..=12).flat_map(|month| (1..=31).filter_map(move |at| day(month, at))).collect()
});

/// The day of a year that a date tells.
pub(super) fn day_of_year(date: Key) -> Option<u32> {
    DAYS.get(&date).copied()
}

/// Whether two days lie so near that news of one tell of the other.
pub(super) const fn are_near(a: u32, b: u32) -> bool {
    let gap = a.abs_diff(b);
    let round = YEAR - gap;
    (if gap < round { gap } else { round }) <= NEAR
}

/// So many days count for a month, and so many days later it is news of another day.
const MONTH: u32 = 31;
const YEAR: u32 = 12 * MONTH;
const NEAR: u32 = 3;
