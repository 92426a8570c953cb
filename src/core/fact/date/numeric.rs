//! Dates in figures: `2024-10-12`, `12/10/2024`.

use super::find::Finder;
use crate::core::fact::model::Moment;

impl Finder<'_> {
    /// `2024-10-12`, `12/10/2024`, `12.10.2024`, in the order of the language. Where that is
    /// not known and both could be the month, only the year is sure; the two are kept as they stand.
    pub(super) fn numeric(&self, at: usize) -> Option<(Moment, usize)> {
        let word = self.word(at);
        let stops: Vec<u32> = word.split('.').filter_map(|part| part.parse().ok()).collect();
        if let ([day, month, year], true) =
            (stops.as_slice(), (6..=10).contains(&word.len()) && word.matches('.').count() == 2)
        {
            return self.ordered(*day, *month, *year, true).map(|moment| (moment, at + 1));
        }
        let mark = self.word(at + 1);
        let tight = (1..5).all(|i| self.glued(at + i));
        if !tight || !matches!(mark, "-" | "/") || self.word(at + 3) != mark {
            return None;
        }
        let [a, b, c] =
            [self.number(at, 9999)?, self.number(at + 2, 9999)?, self.number(at + 4, 9999)?];
        // `45-7-2` are wins and losses.
        if a <= 999 && self.word(at + 4).len() < 2 {
            return None;
        }
        let moment = if a > 999 { written(a, b, c) } else { self.ordered(a, b, c, false) }?;
        Some((moment, at + 5))
    }

    /// In English as well, which is written in both orders: `order.rs` tells which one a text has.
    pub(super) fn ordered(&self, a: u32, b: u32, year: u32, points: bool) -> Option<Moment> {
        let day_first = written(year, b, a);
        if points || self.language.has_pack() && !self.settings.month_first {
            return day_first.or_else(|| written(year, a, b));
        }
        let moment = day_first.or_else(|| written(year, a, b))?;
        let either = a <= 12 && b <= 12 && a != b;
        let unsure = Some((a as u8, b as u8));
        Some(if either { Moment { month: None, day: None, unsure, ..moment } } else { moment })
    }
}

fn written(year: u32, month: u32, day: u32) -> Option<Moment> {
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day) && year < 2200;
    let year = if year < 100 { year + if year < 50 { 2000 } else { 1900 } } else { year };
    fits.then(|| Moment {
        year: Some(year as i32),
        month: Some(month as u8),
        day: Some(day as u8),
        ..Moment::default()
    })
}
