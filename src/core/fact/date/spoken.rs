//! Clock times in words: `halb sechs`, `ten to ten`, `dix heures moins vingt`, `las seis y media`, `noon`.
//!
//! Which half of the day is meant is seldom told; then it stays open ([`Moment::either`]).

use super::find::Finder;
use crate::core::fact::model::Moment;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

const HOUR: i32 = 60;
const NOON: u32 = 12;
const DAY: i32 = 24 * HOUR;
/// The parts of an hour that are told.
const HALF: i32 = 30;
const QUARTER: i32 = 15;
/// How many words behind a time what tells the half of the day ends: `in the morning`.
const DAY_PART: usize = 3;

/// A time that is being read.
#[derive(Clone, Copy)]
struct Time {
    /// Since midnight.
    minutes: i32,
    /// One past its last token.
    end: usize,
    /// Whether it may be twelve hours later.
    either: bool,
    /// Whether its words can hardly mean anything else.
    sure: bool,
}

impl Finder<'_> {
    /// A time of day that is told in words, and one past it.
    pub(super) fn spoken_clock(&self, at: usize) -> Option<(Moment, usize)> {
        const OPENING: Classes = class::NUMBER | class::HALF | class::FRACTION | class::NOON;
        let token = self.tokens.get(at)?;
        let article = || self.is(at + 1, class::FRACTION);
        if token.shape != Shape::Figure && !token.is(OPENING) && !article() {
            return None;
        }
        let time = self
            .minutes_and_hour(at)
            .or_else(|| self.half_before(at))
            .or_else(|| self.hour_and_minutes(at))?;
        let time = self.with_day_part(time);
        let noon = self.is(at, class::NOON);
        let led = || self.is_led(at) && (noon || self.is_free(time.end));
        (time.sure || led()).then(|| (moment(time), time.end))
    }

    /// `ten to ten`, `a quarter past six`, `fünf vor halb sechs`, `dez para as dez`.
    fn minutes_and_hour(&self, at: usize) -> Option<Time> {
        if self.settings.clock_to.is_empty() || at > 0 && self.is(at - 1, class::NUMBER) {
            return None;
        }
        let article = usize::from(self.is_one(at) && self.is_quarter(at + 1));
        let first = at + article;
        let (minutes, mut end, part) = if self.is_quarter(first) {
            (QUARTER, first + 1, true)
        } else if self.is(first, class::HALF) {
            (HALF, first + 1, true)
        } else {
            let (minutes, end) = self.number_of(first, HALF - 1)?;
            (minutes, end, false)
        };
        let unit = self.tokens.get(end)?.entry.unit.map(|unit| unit.symbol);
        end += usize::from(!part && unit == Some("min"));
        let word = self.word(end).to_lowercase();
        let past = self.settings.clock_past.contains(&word.as_str());
        if !past && (minutes == HALF || !self.settings.clock_to.contains(&word.as_str())) {
            return None;
        }
        // `10 to 12` is a range.
        if self.is(end, class::TO) && self.tokens[at].shape == Shape::Figure {
            return None;
        }
        end += 1;
        end += usize::from(self.is_article(end));
        let half = self.is_half_before(end);
        let found = self.hour(end + usize::from(half));
        let (hour, after, noon) = found.filter(|(hour, ..)| *hour <= NOON)?;
        let hour = hour as i32 * HOUR - if half { HALF } else { 0 };
        let end = after + usize::from(self.is(after, class::CLOCK));
        let minutes = if past { hour + minutes } else { hour - minutes };
        let sure = (part || half || noon) && !self.is_counted(end) && !self.changes_before(at);
        Some(Time { minutes, end, either: !noon, sure })
    }

    /// `halb sechs`, `half zes`: half an hour before.
    fn half_before(&self, at: usize) -> Option<Time> {
        if !self.is_half_before(at) {
            return None;
        }
        let (hour, end, _) = self.hour(at + 1)?;
        let end = end + usize::from(self.is(end, class::CLOCK));
        let minutes = hour as i32 * HOUR - HALF;
        // `half een` may be half of one.
        let sure = !self.is(at + 1, class::DET);
        (!self.is_counted(end)).then_some(Time { minutes, end, either: hour <= NOON, sure })
    }

    /// `dix heures moins vingt`, `las seis y media`, `sept heures vingt`, `midi et demi`, `noon`.
    fn hour_and_minutes(&self, at: usize) -> Option<Time> {
        let (hour, after, noon) = self.hour(at)?;
        let clock = !noon && self.is(after, class::CLOCK);
        let end = after + usize::from(clock);
        let either = !noon && hour <= NOON;
        let hour = Time { minutes: hour as i32 * HOUR, end, either, sure: false };
        if self.settings.clock_less.contains(&self.word(end)) {
            return self.lacking(at, hour, clock || noon);
        }
        let minutes =
            self.added(at, end).or_else(|| self.named_minutes(end).filter(|_| clock || noon));
        let free = |end| self.is_free(end) || self.day_part(end).is_some();
        if let Some((minutes, end)) = minutes.filter(|(_, end)| free(*end)) {
            return Some(Time { minutes: hour.minutes + minutes, end, ..hour });
        }
        let told = either && self.day_part(end).is_some();
        (noon || told).then_some(Time { sure: clock && told, ..hour })
    }

    /// `moins vingt`, `menos cuarto` behind an hour; `shown` tells that it is one.
    fn lacking(&self, at: usize, hour: Time, shown: bool) -> Option<Time> {
        let less = hour.end + 1;
        let (minutes, end) = self.quarter(less).or_else(|| self.number_of(less, HALF - 1))?;
        let sure = shown && !self.is_counted(end);
        let minutes = hour.minutes - minutes;
        (shown || self.is_led(at)).then_some(Time { minutes, end, sure, ..hour })
    }

    /// `et demie`, `y cuarto`, `y diez`: the minutes behind the hour at `at`, which ends before `end`, and one
    /// past them.
    fn added(&self, at: usize, end: usize) -> Option<(i32, usize)> {
        if self.settings.clock_less.is_empty() || !self.is(end, class::AND) {
            return None;
        }
        let half = self.is(end + 1, class::HALF).then_some((HALF, end + 2));
        // `las dos y diez` without `a` may count women.
        let minutes = || self.number_of(end + 1, HOUR - 1).filter(|_| self.is_hourly(at));
        half.or_else(|| self.quarter(end + 1)).or_else(minutes)
    }

    /// `sept heures vingt`: the minutes alone.
    fn named_minutes(&self, end: usize) -> Option<(i32, usize)> {
        let named = self.settings.clock.contains(&"minutes");
        self.number_of(end, HOUR - 1).filter(|_| named)
    }

    /// `le quart`, `un cuarto`: a quarter with its article, and one past it.
    fn quarter(&self, at: usize) -> Option<(i32, usize)> {
        let at = at + usize::from(self.is(at, class::DET) && self.is(at + 1, class::FRACTION));
        self.is_quarter(at).then_some((QUARTER, at + 1))
    }

    /// A number of minutes, and one past it.
    fn number_of(&self, at: usize, most: i32) -> Option<(i32, usize)> {
        self.small(at, most as u32).map(|(minutes, end)| (minutes as i32, end))
    }

    /// An hour in words or figures, one past it, and whether it is noon or midnight.
    fn hour(&self, at: usize) -> Option<(u32, usize, bool)> {
        let token = self.tokens.get(at)?;
        if token.is(class::NOON) {
            // `Midi Libre`, `il Mezzogiorno`
            if token.is_capital() && at > 0 && !self.settings.nouns_have_capitals() {
                return None;
            }
            // `lundi après midi`
            let day = class::WEEKDAY | class::RELATIVE | class::DET;
            if at > 1 && self.is(at - 1, class::HOURLY) && self.is(at - 2, day) {
                return None;
            }
            return Some((token.value as u32, at + 1, true));
        }
        let (hour, end) = self.small(at, 24)?;
        (hour > 0).then_some((hour, end, false))
    }

    /// A whole number of one or two words or figures, and one past it.
    pub(super) fn small(&self, at: usize, most: u32) -> Option<(u32, usize)> {
        if let Some(figure) = self.number(at, most) {
            return Some((figure, at + 1));
        }
        let whole = |token: &&Token| {
            token.is(class::NUMBER)
                && !token.is(class::SCALE | class::LOOSE | class::HALF)
                && token.value.fract() == 0.0
                && (1.0..100.0).contains(&token.value)
        };
        let first = self.tokens.get(at).filter(whole)?.value as u32;
        // `twenty-five`, `dix-huit`
        let unit = self.tokens.get(at + 1).filter(whole).map(|token| token.value as u32);
        let unit = unit.filter(|unit| *unit < 10 && first.is_multiple_of(10));
        let unit = unit.filter(|_| self.glued(at + 1));
        let (value, end) = unit.map_or((first, at + 1), |unit| (first + unit, at + 2));
        (value <= most).then_some((value, end))
    }

    fn is_quarter(&self, at: usize) -> bool {
        self.is(at, class::FRACTION) && self.tokens[at].value.to_bits() == 4_f64.to_bits()
    }

    fn is_one(&self, at: usize) -> bool {
        self.is(at, class::DET)
            || self.is(at, class::NUMBER) && self.tokens[at].value.to_bits() == 1_f64.to_bits()
    }

    /// `halb`, `half`, where it stands before the hour and takes from it.
    fn is_half_before(&self, at: usize) -> bool {
        self.settings.half_hour.contains(&self.word(at).to_lowercase().as_str())
    }

    /// Whether a word before the token leads to a time of day: `um`, `alle`, `at`; before an hour in words
    /// also its article, `las seis`.
    fn is_led(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let word = self.word(before).to_lowercase();
        // `la messe de minuit`
        let of = self.settings.bare_of.contains(&word.as_str());
        let noon = self.is(at, class::NOON)
            && !of
            && self.is(before, class::PREP | class::CLAUSE | class::TO | class::ABOUT | class::DET);
        self.is_hourly(at) || noon || self.is_article(before) && self.tokens[at].is_word()
    }

    /// Whether the word before it leads to nothing but times.
    pub(super) fn is_hourly(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let word = self.word(before).to_lowercase();
        // `It was ten to ten.`
        let told = || {
            let subject = before.checked_sub(1).map(|at| self.word(at).to_lowercase());
            let it = subject.is_some_and(|it| self.settings.clock_it.contains(&it.as_str()));
            it && self.is(before, class::AUX)
        };
        self.is(before, class::HOURLY)
            || self.settings.clock_lead.contains(&word.as_str())
            || told()
    }

    /// The article of an hour: `las seis`, `le sei`.
    fn is_article(&self, at: usize) -> bool {
        self.settings.clock_article.contains(&self.word(at).to_lowercase().as_str())
    }

    /// Whether what is read so far counts what follows.
    fn is_counted(&self, at: usize) -> bool {
        const COUNTED: Classes = class::UNIT
            | class::SCALE
            | class::NUMBER
            | class::DOZEN
            | class::FRACTION
            | class::ORDINAL;
        self.is(at, COUNTED)
    }

    /// `fell by a quarter to nine`: what it fell to.
    pub(super) fn changes_before(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at).any(|at| self.is(at, class::CHANGE | class::MOVES))
    }

    /// Whether nothing follows that is counted.
    pub(super) fn is_free(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|next| {
            next.shape == Shape::Mark && next.entry.unit.is_none()
                || next.is(class::PREP
                    | class::CONJ
                    | class::CLAUSE
                    | class::AUX
                    | class::PAST
                    | class::PRESENT
                    | class::MODAL
                    | class::RELATIVE
                    | class::WEEKDAY
                    | class::ADVERB
                    | class::DET)
                    && !next.is(class::UNIT | class::NUMBER | class::SCALE | class::OF)
                || next.is(class::OF) && !self.is_of_something(at)
        })
    }

    /// `de négociations`, but `de la gare`: what lasts so long stands behind, rather than where it was.
    pub(super) fn is_of_something(&self, at: usize) -> bool {
        let bare = self.settings.bare_of.contains(&self.word(at).to_lowercase().as_str());
        bare && self.is(at, class::OF) && !self.is(at + 1, class::DET)
    }

    /// What tells the half of the day: how many hours it adds to this one at most, and one past it.
    fn day_part(&self, at: usize) -> Option<(DayPart, usize)> {
        let elided = |at: usize| matches!(self.word(at), "'" | "’" | "'s" | "’s");
        let small = |at: &usize| self.is(*at, class::OF | class::PREP | class::DET) || elided(*at);
        let last = (at..at + DAY_PART).find(|at| !small(at))?;
        let word = self.word(last).to_lowercase();
        let of = |words: &[&str]| words.contains(&word.as_str());
        let part = if of(&self.settings.morning) {
            DayPart::Morning
        } else if of(&self.settings.evening) {
            DayPart::Evening
        } else if of(&self.settings.night) {
            DayPart::Night
        } else {
            return None;
        };
        Some((part, last + 1))
    }

    fn with_day_part(&self, time: Time) -> Time {
        if !time.either {
            return time;
        }
        let Some((part, end)) = self.day_part(time.end) else { return time };
        let late = match part {
            DayPart::Morning => false,
            DayPart::Evening => time.minutes < 12 * HOUR,
            DayPart::Night => (6 * HOUR..12 * HOUR).contains(&time.minutes),
        };
        let minutes = time.minutes + if late { 12 * HOUR } else { 0 };
        Time { minutes, end, either: false, ..time }
    }
}

/// The part of a day that is told beside an hour.
#[derive(Clone, Copy)]
enum DayPart {
    Morning,
    Evening,
    Night,
}

fn moment(time: Time) -> Moment {
    let minutes = time.minutes.rem_euclid(DAY);
    let minute = (minutes % HOUR) as u8;
    Moment {
        hour: Some((minutes / HOUR) as u8),
        minute: (minute > 0).then_some(minute),
        either: time.either,
        ..Moment::default()
    }
}
