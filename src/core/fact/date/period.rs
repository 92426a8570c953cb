//! Quarters, halves and other parts of a year or month.

use super::find::Finder;
use crate::core::fact::model::{Moment, Part};
use crate::core::lang::lexicon::class;

impl Finder<'_> {
    /// `T1 2024`, `Q3`, `third quarter of 2023`, `1. Halbjahr`, `deuxième trimestre`.
    pub(super) fn part_of_year(&self, at: usize) -> Option<(Moment, usize)> {
        let (part, end) = self.coded_part(at).or_else(|| self.told_part(at))?;
        let of = usize::from(self.is(end, class::OF | class::PREP) || self.word(end) == ",");
        let year = self.year(end + of).or_else(|| self.year(end));
        let end = match (year, self.year(end)) {
            (Some(_), Some(_)) => end + 1,
            (Some(_), None) => end + of + 1,
            _ => end,
        };
        Some((Moment { year, part: Some(part), ..Moment::default() }, end))
    }

    pub(super) fn coded_part(&self, at: usize) -> Option<(Part, usize)> {
        let word = self.word(at);
        let mut letter = self.settings.quarters.iter().chain(&["Q", "S", "H"]);
        let (letter, number) = letter.find_map(|l| word.strip_prefix(*l).map(|n| (*l, n)))?;
        let number: u8 = number.parse().ok()?;
        match (letter, number) {
            // `S1` and `H1` name other things, too, unless a year follows.
            ("S" | "H", 1 | 2) => self.year(at + 1).map(|_| (Part::Half(number), at + 1)),
            ("S" | "H", _) => None,
            (_, 1..=4) => Some((Part::Quarter(number), at + 1)),
            _ => None,
        }
    }

    pub(super) fn told_part(&self, at: usize) -> Option<(Part, usize)> {
        let token = &self.tokens[at];
        let (number, mut end) = if token.is(class::ORDINAL) {
            (token.value as u8, at + 1)
        } else {
            let number = self.number(at, 4)? as u8;
            let suffix = self.glued(at + 1) && self.word(at + 1).len() <= 4;
            if !suffix {
                return None;
            }
            (number, at + 2)
        };
        end += usize::from(self.is_dash(end));
        let period = self.tokens.get(end).filter(|t| t.is(class::PERIOD))?;
        match period.value as u8 {
            4 if (1..=4).contains(&number) => Some((Part::Quarter(number), end + 1)),
            // The second half is one of a match unless a year or the like follows.
            2 if (1..=2).contains(&number) => {
                let year = self.year(end + 1).is_some() || self.year(end + 2).is_some();
                let only_years = !period.is(class::FRACTION | class::HALF);
                (year || only_years).then_some((Part::Half(number), end + 1))
            }
            _ => None,
        }
    }

    fn named_part(&self, at: usize) -> Part {
        match self.tokens[at].value as u8 {
            1 => Part::Early,
            2 => Part::Middle,
            _ => Part::Late,
        }
    }

    /// `mid-1990s`, `Mitte der 1990er`, `a mediados de los 90`: a part of ten years. Which of them it has nobody says,
    /// so it is as long as they are.
    pub(super) fn part_of_decade(&self, at: usize) -> Option<(Moment, Moment, usize)> {
        if !self.is(at, class::PART) {
            return None;
        }
        let skip = usize::from(self.is_dash(at + 1) || self.is(at + 1, class::OF));
        let (from, to, end) =
            self.years(at + 1 + skip).or_else(|| self.short_decade(at + 1 + skip))?;
        Some((Moment { part: Some(self.named_part(at)), ..from }, to, end))
    }

    /// `fin octobre`, `mid-2020`, `a mediados de mayo`.
    pub(super) fn part(&self, at: usize) -> Option<(Moment, usize)> {
        let part = self.named_part(at);
        let skip = usize::from(self.is_dash(at + 1) || self.is(at + 1, class::OF));
        let (moment, end) = self.calendar(at + 1 + skip).or_else(|| {
            let year = self.year(at + 1 + skip)?;
            Some((Moment { year: Some(year), ..Moment::default() }, at + 2 + skip))
        })?;
        Some((Moment { part: Some(part), ..moment }, end))
    }
}
