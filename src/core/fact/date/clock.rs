//! Times of day: `14 h 30`, `5 p.m.`, `21 Uhr`.

use super::find::Finder;
use crate::core::fact::model::Moment;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::word::Shape;
use crate::core::lang::{Language, Measure};

impl Finder<'_> {
    /// `14 h 30`, `20h`, `10:30`, `5 p.m.`, `5.40 Uhr`, `21 Uhr`.
    pub(super) fn clock(&self, at: usize) -> Option<(Moment, usize)> {
        self.told_clock(at)
            .or_else(|| self.pointed_clock(at))
            .or_else(|| self.written_clock(at))
            .or_else(|| self.led_clock(at))
    }

    /// `am`, `p.m.`: whether it is the second half.
    fn half_of_day(&self, at: usize) -> Option<bool> {
        let half = self.word(at).to_ascii_lowercase();
        match half.trim_end_matches('.') {
            "am" | "a.m" => Some(false),
            "pm" | "p.m" => Some(true),
            _ => None,
        }
    }

    /// `5.30 pm`: a point stands before the minutes.
    fn pointed_clock(&self, at: usize) -> Option<(Moment, usize)> {
        let late = self.half_of_day(at + 1);
        // `at 6.40 on Wednesday`: of money or a measure no day is told at once.
        let on = usize::from(self.is(at + 1, class::PREP));
        let dated = || self.is_hourly(at) && self.is(at + 1 + on, class::WEEKDAY | class::RELATIVE);
        let (hour, minute) = self.word(at).split_once('.').filter(|(_, n)| n.len() == 2)?;
        let hour = hour.parse().ok().filter(|hour: &u8| (1..=12).contains(hour))?;
        let minute = minute.parse().ok().filter(|minute: &u8| *minute < 60);
        let moment = Moment { minute: Some(minute?), ..Moment::default() };
        match late {
            Some(late) => {
                let hour = Some(hour % 12 + if late { 12 } else { 0 });
                Some((Moment { hour, ..moment }, at + 2))
            }
            None if dated() => Some((Moment { hour: Some(hour), either: true, ..moment }, at + 1)),
            None => None,
        }
    }

    /// `14 h 30`, `20h`, `10:30`, `5 p.m.`
    fn written_clock(&self, at: usize) -> Option<(Moment, usize)> {
        let hour = self.number(at, 24)?;
        let minute = |at| self.minute(at);
        let mut moment = Moment { hour: Some(hour as u8), ..Moment::default() };
        let mut end = at + 1;
        if matches!(self.word(end), "h" | "H") {
            moment.minute = minute(end + 1);
            // `2h 40m`, `a duré 2 h 40`
            let minutes = matches!(self.word(end + 2), "m" | "mn");
            if moment.minute.is_some() && (minutes || self.lasts(at)) {
                return None;
            }
            // `17 h` may last seventeen hours; a time stands behind a word that leads to one.
            end += 1 + usize::from(moment.minute.is_some());
        } else if self.word(end) == ":" && self.glued(end) && self.glued(end + 1) {
            moment.minute = Some(minute(end + 1)?);
            end += 2;
            // `00:14:32` with seconds.
            if self.word(end) == ":" && self.glued(end) && minute(end + 1).is_some() {
                end += 2;
            }
        }
        // `3 h 12 min`, `2:05:12 Stunden` last.
        let unit = self.is(end, class::UNIT) && !self.is(end, class::CLOCK);
        if unit && end > at + 2 && self.is_duration(end) {
            return None;
        }
        if let Some(late) = self.half_of_day(end).filter(|_| hour <= 12) {
            moment.hour = Some(hour as u8 % 12 + if late { 12 } else { 0 });
            return Some((moment, end + 1));
        }
        if end > at + 1 && self.is(end, class::CLOCK) {
            end += 1;
        }
        moment.either = self.language == Language::English && (1..=12).contains(&hour);
        (end > at + 1).then_some((moment, end))
    }

    /// Minutes in two figures.
    fn minute(&self, at: usize) -> Option<u8> {
        let two = self.tokens.get(at).is_some_and(|token| token.span.len() == 2);
        self.number(at, 59).filter(|_| two).map(|minute| minute as u8)
    }

    /// Hour and minutes of `5.40`, with one of these marks between them, of `1830`, or an hour alone.
    fn hour_and_minute(&self, at: usize, marks: &[char]) -> Option<(u8, Option<u8>)> {
        let word = self.word(at);
        let four = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let (hour, minute) = match word.split_once(marks) {
            Some((hour, minute)) if minute.len() == 2 => (hour, Some(minute)),
            Some(_) => return None,
            None if four => (&word[..2], Some(&word[2..])),
            None => (word, None),
        };
        let hour = hour.parse().ok().filter(|hour: &u8| *hour <= 24)?;
        let Some(minute) = minute else { return Some((hour, None)) };
        let minute = minute.parse().ok().filter(|minute: &u8| *minute < 60)?;
        Some((hour, Some(minute)))
    }

    /// Whether what stands before tells how long something goes on: `a duré plus de`.
    fn lasts(&self, at: usize) -> bool {
        const ABOUT: Classes = class::ABOUT | class::MORE | class::LESS | class::ADVERB;
        let lead = (0..at).rev().find(|at| !self.is(*at, ABOUT));
        lead.is_some_and(|lead| {
            self.settings.lasts.contains(&self.word(lead).to_lowercase().as_str())
        })
    }

    fn is_duration(&self, at: usize) -> bool {
        let unit = self.tokens.get(at).and_then(|token| token.entry.unit);
        unit.is_some_and(|unit| unit.measure == Measure::Duration)
    }

    /// `alle 6.45`, `ore 14.30`; `alle 9`, `a las nueve`: what may be a time without more tells
    /// the language. In `dalle 10 alle 15 vittime` neither is one.
    fn led_clock(&self, at: usize) -> Option<(Moment, usize)> {
        let found = self.led_hour(at)?;
        let is_whole = found.0.minute.is_none();
        let goes_on = is_whole && self.is(at + 1, class::HOURLY);
        (!goes_on || self.led_hour(at + 2).is_some()).then_some(found)
    }

    /// The same, whatever a second one says.
    fn led_hour(&self, at: usize) -> Option<(Moment, usize)> {
        // `de las 6.30 a las 10`
        let ranged = self.is(at + 1, class::HOURLY) && self.word(at).contains('.');
        let led = at > 0 && self.is(at - 1, class::HOURLY) || ranged;
        let form = |form| led && self.settings.clock.contains(&form);
        let next = self.tokens.get(at + 1);
        // `alle 13 un gruppo`: an article is no number.
        let article = next.is_some_and(|next| next.is(class::DET));
        if next.is_some_and(|next| next.is(class::UNIT | class::SCALE | class::NUMBER)) && !article
        {
            return None;
        }
        let moment = |hour, minute| Moment { hour: Some(hour), minute, ..Moment::default() };
        let token = self.tokens.get(at).filter(|_| led)?;
        if let Some((hour, minute)) = self.word(at).split_once('.').filter(|_| form(".")) {
            let hour = hour.parse().ok().filter(|hour| *hour <= 24)?;
            let minute = minute.parse().ok().filter(|n| minute.len() == 2 && *n < 60)?;
            return Some((moment(hour, Some(minute)), at + 1));
        }
        // `a las nueve familias` counts.
        let ends = next.is_none_or(|next| {
            next.shape == Shape::Mark && next.entry.unit.is_none()
                || next.is(class::OF | class::PREP | class::CONJ | class::AUX | class::DET)
        });
        if !(form("hour") && ends) {
            return None;
        }
        let word = token.is(class::NUMBER) && token.value.fract() == 0.0;
        let hour = self.number(at, 24).or_else(|| word.then_some(token.value as u32))?;
        let moment = Moment { either: hour <= 12, ..moment(hour as u8, None) };
        (1..=24).contains(&hour).then_some((moment, at + 1))
    }

    /// `de neuf heures à dix-huit heures`: one of two times of a day, unless something changes from the one to the other.
    fn is_from_hour_to_hour(&self, at: usize) -> bool {
        let hour = |at: usize| {
            let (_, end) = self.small(at, 24)?;
            (self.is(end, class::CLOCK) && !self.is_of_something(end + 1)).then_some(end + 1)
        };
        let to = |at: usize| self.is(at, class::TO) && hour(at + 1).is_some();
        let first = self.is(at - usize::from(at > 0), class::FROM | class::OF)
            && !self.changes_before(at)
            && hour(at).is_some_and(to);
        let second = at > 2 && self.is(at - 1, class::TO) && self.is(at - 2, class::CLOCK);
        first || second && !self.changes_before(at - 2)
    }

    /// `6 heures GMT`, `19.00 GMT`, `1712 GMT`: what has a zone is a time of day.
    fn zoned_clock(&self, at: usize) -> Option<(Moment, usize)> {
        let end = at + 1 + usize::from(self.is(at + 1, class::CLOCK));
        if !self.settings.zones.contains(&self.word(end)) {
            return None;
        }
        let (hour, minute) = self.hour_and_minute(at, &['.'])?;
        let told = end > at + 1 || minute.is_some();
        told.then(|| (Moment { hour: Some(hour), minute, ..Moment::default() }, end + 1))
    }

    /// `5.40 Uhr`, `21 Uhr`, `drei Uhr`, `9.30 uur`, `17.15 horas`.
    pub(super) fn told_clock(&self, at: usize) -> Option<(Moment, usize)> {
        if let Some(found) = self.zoned_clock(at) {
            return Some(found);
        }
        // `vers huit heures`, `om 3 uur`, but `pendant huit heures`; `après huit heures de négociations` lasts, too.
        let clock = |end: usize| {
            let hourly = self.is_hourly(at) && !self.is_of_something(end + 1);
            !self.is(end, class::UNIT) || hourly || self.is_from_hour_to_hour(at)
        };
        let spoken = self.small(at, 24).filter(|(_, end)| {
            self.tokens[at].is_word() && self.is(*end, class::CLOCK) && clock(*end)
        });
        if let Some((hour, end)) = spoken {
            let either = hour <= 12;
            return Some((Moment { hour: Some(hour as u8), either, ..Moment::default() }, end + 1));
        }
        // `18h30` is a written one, though `h` is a word for it.
        let written = matches!(self.word(at + 1), "h" | "H") && self.minute(at + 2).is_some();
        if written || !self.is(at + 1, class::CLOCK) {
            return None;
        }
        let (hour, minute) = self.hour_and_minute(at, &['.', ':', ','])?;
        let marked = self.word(at).contains(['.', ':', ',']);
        let lasts = !(clock(at + 1) || marked);
        (!lasts).then_some((Moment { hour: Some(hour), minute, ..Moment::default() }, at + 2))
    }
}
