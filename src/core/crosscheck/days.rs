//! Dates that count from the day of writing: `yesterday`, `Tuesday`, `la semaine dernière`.

use std::sync::LazyLock;

use jiff::civil::{self, Weekday};
use jiff::{Span, ToSpan};
use rustc_hash::FxHashMap;

use crate::core::fact::{Date, Moment};
use crate::core::keep::Keep;

/// The day on which an article was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day(civil::Date);

impl Day {
    pub(super) fn date(self) -> civil::Date {
        self.0
    }

    /// Whether a month, or a year alone, began before the day; a month without a year is that of this one.
    pub(super) fn is_after(self, year: Option<i32>, month: u8) -> bool {
        let Self(day) = self;
        let (own, month_of) = (i32::from(day.year()), day.month().unsigned_abs());
        match (year, month) {
            (Some(year), 0) => year < own,
            (year, month) => (year.unwrap_or(own), month) < (own, month_of),
        }
    }

    /// How many days lie between two.
    pub(super) fn days_to(self, Self(other): Self) -> i32 {
        self.0.until(other).map_or(i32::MAX, |days| days.get_days().abs())
    }

    /// The day of `2024-10-23`, or of a time of it.
    pub(super) fn read(iso: &str) -> Option<Self> {
        iso.get(..10)?.parse().ok().map(Self)
    }
}

impl Keep for Day {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.to_string().put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Self::read(&String::take(from)?)
    }
}

/// What a word counts from the day of writing.
#[derive(Clone, Copy)]
enum Count {
    Day(i32),
    Week(i32),
    Month(i32),
    Year(i32),
}

static WORDS: LazyLock<FxHashMap<&'static str, Count>> = LazyLock::new(|| {
    let read = |line| read(line).map(|(count, words)| words.map(move |word| (word, count)));
    lines().filter_map(read).flatten().collect()
});

fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("days.txt").lines().filter(|line| !line.starts_with('#'))
}

/// What the words of a line of `days.txt` count: `week -1: last week`.
fn read(line: &'static str) -> Option<(Count, impl Iterator<Item = &'static str>)> {
    let (head, words) = line.split_once(": ")?;
    let (unit, number) = head.split_once(' ')?;
    let number = number.parse().ok()?;
    let count = match unit {
        "day" => Count::Day(number),
        "week" => Count::Week(number),
        "month" => Count::Month(number),
        "year" => Count::Year(number),
        _ => return None,
    };
    Some((count, words.split(", ")))
}

/// The days that a date means in an article of this day, where it is told by a weekday or counts from the day of writing;
/// it stays marked as relative, since they are worked out.
pub(super) fn placed(date: &Date, words: &str, Day(written): Day) -> Option<Date> {
    let told = date.from;
    let bare =
        told.year.is_none() && told.month.is_none() && told.part.is_none() && date.to.is_none();
    let (first, last) = match told.weekday {
        Some(weekday) if bare && !date.relative => {
            let day = last_on(written, weekday)?;
            (day, day)
        }
        None if date.relative => meant(*WORDS.get(&*spelled(words))?, written)?,
        _ => return None,
    };
    let to = (first != last).then(|| moment(last));
    let from = if to.is_none() {
        Moment { hour: told.hour, minute: told.minute, ..moment(first) }
    } else {
        Moment { weekday: None, ..moment(first) }
    };
    Some(Date { from, to, relative: true, ..date.clone() })
}

/// How `days.txt` writes it.
fn spelled(words: &str) -> String {
    let words = words.to_lowercase().replace('’', "'");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last such weekday up to a day, that day included.
fn last_on(day: civil::Date, weekday: u8) -> Option<civil::Date> {
    let weekday = Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
    let back = i32::from(day.weekday().since(weekday));
    day.checked_sub(back.days()).ok()
}

/// The first and the last day meant.
fn meant(count: Count, written: civil::Date) -> Option<(civil::Date, civil::Date)> {
    let move_by = |span: Span| written.checked_add(span).ok();
    let (day, first, next) = match count {
        Count::Day(n) => return move_by(n.days()).map(|day| (day, day)),
        Count::Week(n) => {
            let day = move_by(n.weeks())?;
            (day, last_on(day, 1)?, 1.weeks())
        }
        Count::Month(n) => {
            let day = move_by(n.months())?;
            (day, day.first_of_month(), 1.months())
        }
        Count::Year(n) => {
            let day = move_by(n.years())?;
            (day, day.first_of_year(), 1.years())
        }
    };
    let last = first.checked_add(next).ok()?.yesterday().ok()?;
    (first <= day).then_some((first, last))
}

/// How many days lie between two; a year that is not told is that of the other.
pub(super) fn between(a: Moment, b: Moment) -> Option<i32> {
    let day = |moment: Moment, year: Option<i32>| {
        let year = i16::try_from(moment.year.or(year)?).ok()?;
        let [month, day] = [moment.month?, moment.day?].map(i8::try_from);
        civil::Date::new(year, month.ok()?, day.ok()?).ok()
    };
    let between = day(a, b.year)?.until(day(b, a.year)?).ok()?;
    Some(between.get_days().abs())
}

fn moment(day: civil::Date) -> Moment {
    Moment {
        year: Some(day.year().into()),
        month: u8::try_from(day.month()).ok(),
        day: u8::try_from(day.day()).ok(),
        weekday: u8::try_from(day.weekday().to_monday_one_offset()).ok(),
        ..Moment::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::claim::analyze;

    #[test]
    fn every_line_of_the_words_is_understood() {
        let mut all = 0;
        for line in lines() {
            let (_, words) = read(line).expect(line);
            all += words.inspect(|word| assert_eq!(spelled(word), *word, "{line}")).count();
        }
        assert_eq!(WORDS.len(), all, "a word stands there twice");
        for line in ["decade 1: in ten years", "year: this year", "year one: next year", ""] {
            assert!(read(line).is_none(), "{line}");
        }
    }

    #[test]
    fn days_count_from_the_day_of_writing() {
        let written = Day::read("2024-10-23").unwrap();
        for (text, from, to) in [
            ("The man died on Tuesday.", "2024-10-22", None),
            ("The man died on Wednesday.", "2024-10-23", None),
            ("The man died on Thursday.", "2024-10-17", None),
            ("The man died yesterday.", "2024-10-22", None),
            ("L’homme est mort hier soir.", "2024-10-22", None),
            ("Der Mann starb gestern.", "2024-10-22", None),
            ("El hombre murió ayer.", "2024-10-22", None),
            ("La réunion aura lieu la semaine prochaine.", "2024-10-28", Some("2024-11-03")),
            ("The man died last week.", "2024-10-14", Some("2024-10-20")),
            ("The man died last month.", "2024-09-01", Some("2024-09-30")),
            ("The man died last year.", "2023-01-01", Some("2023-12-31")),
        ] {
            let analysis = analyze(text);
            let date = analysis.facts.dates.first().expect(text);
            let placed = placed(date, date.span.of(text), written).expect(text);
            let iso = |m: Moment| {
                format!("{}-{:02}-{:02}", m.year.unwrap(), m.month.unwrap(), m.day.unwrap())
            };
            assert_eq!(iso(placed.from), from, "{text}");
            assert_eq!(placed.to.map(iso).as_deref(), to, "{text}");
        }
        let analysis = analyze("The man died on 3 March.");
        assert_eq!(placed(&analysis.facts.dates[0], "3 March", written), None);
    }
}
