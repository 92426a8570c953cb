//! Times of day: `14 h 30`, `5 p.m.`, `21 Uhr`.

use super::find::Finder;
use crate::core::fact::model::Moment;
use crate::core::lang::lexicon::class;

impl Finder<'_> {
    /// `14 h 30`, `20h`, `10:30`, `5 p.m.`, `5.40 Uhr`, `21 Uhr`.
    pub(super) fn clock(&self, at: usize) -> Option<(Moment, usize)> {
        if let Some(found) = self.told_clock(at) {
            return Some(found);
        }
        let hour = self.number(at, 24)?;
        let minute = |i: usize| {
            let two = self.tokens.get(i).is_some_and(|token| token.span.len() == 2);
            self.number(i, 59).filter(|_| two).map(|minute| minute as u8)
        };
        let mut moment = Moment { hour: Some(hour as u8), ..Moment::default() };
        let mut end = at + 1;
        if matches!(self.word(end), "h" | "H") {
            moment.minute = minute(end + 1);
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
        let half = self.word(end).to_ascii_lowercase();
        let half = half.trim_end_matches('.');
        if matches!(half, "am" | "a.m" | "pm" | "p.m") && hour <= 12 {
            moment.hour = Some(hour as u8 % 12 + if half.starts_with('p') { 12 } else { 0 });
            return Some((moment, end + 1));
        }
        if end > at + 1 && self.is(end, class::CLOCK) {
            end += 1;
        }
        (end > at + 1).then_some((moment, end))
    }

    /// `5.40 Uhr`, `21 Uhr`, `drei Uhr`, `9.30 uur`, `17.15 horas`.
    pub(super) fn told_clock(&self, at: usize) -> Option<(Moment, usize)> {
        if !self.is(at + 1, class::CLOCK) {
            return None;
        }
        let token = self.tokens.get(at)?;
        // `vers huit heures`, `om 3 uur`, but `pendant huit heures`.
        let clock = !self.is(at + 1, class::UNIT) || at > 0 && self.is(at - 1, class::HOURLY);
        if token.is(class::NUMBER) && token.value <= 24.0 && clock {
            let hour = Some(token.value as u8);
            return Some((Moment { hour, ..Moment::default() }, at + 2));
        }
        let word = self.word(at);
        let (hour, minute) = match word.split_once(['.', ':']) {
            Some((hour, minute)) if minute.len() == 2 => (hour, Some(minute.parse().ok()?)),
            Some(_) => return None,
            None => (word, None),
        };
        let hour: u8 = hour.parse().ok().filter(|hour| *hour <= 24)?;
        let minute = minute.filter(|minute: &u8| *minute < 60);
        let lasts = minute.is_none() && !clock;
        (!lasts).then_some((Moment { hour: Some(hour), minute, ..Moment::default() }, at + 2))
    }
}
