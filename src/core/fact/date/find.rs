//! Finding dates, times and periods, only as exact as the text is.

use super::{Date, Moment, Part};
use crate::core::article::Span;
use crate::core::lang::lexicon::class;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// Finds the dates of a sentence and marks their tokens in `taken`.
pub(crate) fn find(text: &str, tokens: &[Token], taken: &mut Vec<bool>, out: &mut Vec<Date>) {
    taken.clear();
    taken.resize(tokens.len(), false);
    let finder = Finder { text, tokens };
    let mut at = 0;
    while at < tokens.len() {
        let Some((date, end)) = finder.at(at) else {
            at += 1;
            continue;
        };
        taken[at..end].fill(true);
        out.push(date);
        at = end;
    }
}

struct Finder<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Finder<'_> {
    fn at(&self, at: usize) -> Option<(Date, usize)> {
        let token = &self.tokens[at];
        let worth = token.shape == Shape::Figure
            || token.is(class::MONTH
                | class::WEEKDAY
                | class::RELATIVE
                | class::PART
                | class::SEASON);
        if !worth {
            return None;
        }
        if token.is(class::RELATIVE) {
            return Some((Date { span: token.span, relative: true, ..Date::default() }, at + 1));
        }
        if let Some((from, to, end)) = self.days_of_month(at) {
            return Some((self.date(at, end, from, Some(to)), end));
        }
        let (from, mut end) = self.moment(at)?;
        let mut to = None;
        if self.joins(at, end)
            && let Some((moment, after)) = self.moment(end + 1)
            && moment.year.is_some() == from.year.is_some()
            && moment.hour.is_some() == from.hour.is_some()
        {
            to = Some(moment);
            end = after;
        }
        Some((self.date(at, end, from, to), end))
    }

    fn date(&self, at: usize, end: usize, from: Moment, to: Option<Moment>) -> Date {
        let span = Span::new(self.tokens[at].span.start, self.tokens[end - 1].span.end);
        Date { span, from, to, relative: false }
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn joins(&self, start: usize, at: usize) -> bool {
        let between = start > 0 && self.tokens[start - 1].is(class::BETWEEN);
        match self.word(at) {
            "à" | "au" | "to" | "-" | "–" | "until" | "through" => true,
            "et" | "and" => between,
            _ => false,
        }
    }

    fn number(&self, at: usize, most: u32) -> Option<u32> {
        let token = self.tokens.get(at)?;
        let value = token.span.of(self.text).parse().ok()?;
        (token.shape == Shape::Figure && value <= most).then_some(value)
    }

    fn month(&self, at: usize) -> Option<(u8, usize)> {
        let token = self.tokens.get(at)?;
        // `may` and `march` are verbs unless they have a capital; French months have none.
        let verb = matches!(self.word(at), "may" | "march" | "mar" | "sep" | "dec" | "jun");
        let month = token.is(class::MONTH) && !verb;
        let stop = usize::from(self.word(at + 1) == "." && self.number(at + 2, 9999).is_some());
        month.then_some((token.entry.value as u8, at + 1 + stop))
    }

    fn year(&self, at: usize) -> Option<i32> {
        let token = self.tokens.get(at)?;
        (token.span.len() == 4)
            .then(|| self.number(at, 2199))
            .flatten()
            .filter(|y| *y >= 1000)
            .map(|y| y as i32)
    }

    /// A day of the month and one past it: `3`, `1er`, `4th`.
    fn day(&self, at: usize) -> Option<(u8, usize)> {
        let day = self.number(at, 31).filter(|day| *day > 0)?;
        let ending = self.tokens.get(at + 1).is_some_and(|next| {
            !next.spaced && matches!(next.span.of(self.text), "er" | "st" | "nd" | "rd" | "th")
        });
        Some((day as u8, at + 1 + usize::from(ending)))
    }

    /// `du 3 au 5 juin`: two days of one month.
    fn days_of_month(&self, at: usize) -> Option<(Moment, Moment, usize)> {
        let (first, end) = self.day(at)?;
        if !matches!(self.word(end), "au" | "to" | "-" | "–" | "et" | "and") {
            return None;
        }
        let (to, end) =
            self.moment(end + 1).filter(|(to, _)| to.day.is_some() && to.month.is_some())?;
        Some((Moment { day: Some(first), ..to }, to, end))
    }

    fn moment(&self, at: usize) -> Option<(Moment, usize)> {
        let token = self.tokens.get(at)?;
        if token.is(class::PART) {
            return self.part(at);
        }
        if token.is(class::WEEKDAY) && !token.is(class::RELATIVE) {
            let weekday = Some(token.entry.value as u8);
            let skip = usize::from(matches!(self.word(at + 1), "," | "le"));
            let rest = self.calendar(at + 1 + skip).filter(|(moment, _)| moment.day.is_some());
            let (moment, end) = rest.unwrap_or((Moment::default(), at + 1));
            return Some((Moment { weekday, ..moment }, end));
        }
        if token.is(class::SEASON) {
            let year = self.year(at + 1)?;
            return Some((Moment { year: Some(year), ..Moment::default() }, at + 2));
        }
        self.clock(at)
            .or_else(|| self.numeric(at))
            .or_else(|| self.calendar(at))
            .or_else(|| self.lone_year(at))
    }

    /// `fin octobre`, `mid-2020`.
    fn part(&self, at: usize) -> Option<(Moment, usize)> {
        let part = match self.tokens[at].entry.value as u8 {
            1 => Part::Early,
            2 => Part::Middle,
            _ => Part::Late,
        };
        let skip = usize::from(matches!(self.word(at + 1), "-" | "de" | "of"));
        let (moment, end) = self.calendar(at + 1 + skip).or_else(|| {
            let year = self.year(at + 1 + skip)?;
            Some((Moment { year: Some(year), ..Moment::default() }, at + 2 + skip))
        })?;
        Some((Moment { part: Some(part), ..moment }, end))
    }

    /// `12 octobre 2024`, `June 12, 2024`, `juin 2024`, `en juin`.
    fn calendar(&self, at: usize) -> Option<(Moment, usize)> {
        if let Some((day, end)) = self.day(at) {
            let of = usize::from(matches!(self.word(end), "of"));
            let (month, end) = self.month(end + of)?;
            let (year, end) = self.year_behind(end);
            return Some((
                Moment { year, month: Some(month), day: Some(day), ..Moment::default() },
                end,
            ));
        }
        let (month, end) = self.month(at)?;
        let month = Some(month);
        if let Some(year) = self.year(end) {
            return Some((Moment { year: Some(year), month, ..Moment::default() }, end + 1));
        }
        let english = self.tokens[at].is_capital();
        if let Some((day, end)) = self.day(end).filter(|_| english) {
            let (year, end) = self.year_behind(end);
            return Some((Moment { year, month, day: Some(day), ..Moment::default() }, end));
        }
        let (year, end) = self.year_behind(end);
        Some((Moment { year, month, ..Moment::default() }, end))
    }

    fn year_behind(&self, at: usize) -> (Option<i32>, usize) {
        let skip = usize::from(matches!(self.word(at), "," | "de" | "of"));
        match self.year(at + skip) {
            Some(year) => (Some(year), at + skip + 1),
            None => (None, at),
        }
    }

    /// `2024-10-12`, `12/10/2024`, `12.10.2024`. A first number above 12 is the day;
    /// otherwise only the year is sure and is all that is given.
    fn numeric(&self, at: usize) -> Option<(Moment, usize)> {
        let word = self.word(at);
        let stops: Vec<u32> = word.split('.').filter_map(|part| part.parse().ok()).collect();
        if let ([day, month, year], true) = (stops.as_slice(), word.len() >= 8 && word.len() <= 10)
        {
            return written(*year, *month, *day).map(|moment| (moment, at + 1));
        }
        let mark = self.word(at + 1);
        let tight = (1..5).all(|i| self.tokens.get(at + i).is_some_and(|token| !token.spaced));
        if !tight || !matches!(mark, "-" | "/") || self.word(at + 3) != mark {
            return None;
        }
        let [a, b, c] =
            [self.number(at, 9999)?, self.number(at + 2, 9999)?, self.number(at + 4, 9999)?];
        let moment =
            if a > 999 { written(a, b, c) } else { written(c, b, a).or_else(|| written(c, a, b)) }?;
        let unsure = a <= 12 && b <= 12 && a != b && a <= 999;
        let moment = if unsure { Moment { month: None, day: None, ..moment } } else { moment };
        Some((moment, at + 5))
    }

    /// `14 h 30`, `20h`, `10:30`, `5 p.m.`
    fn clock(&self, at: usize) -> Option<(Moment, usize)> {
        let hour = self.number(at, 24)?;
        let minute = |i: usize| {
            let two = self.tokens.get(i).is_some_and(|token| token.span.len() == 2);
            self.number(i, 59).filter(|_| two).map(|minute| minute as u8)
        };
        let mut moment = Moment { hour: Some(hour as u8), ..Moment::default() };
        let mut end = at + 1;
        let tight = |i: usize| self.tokens.get(i).is_some_and(|token| !token.spaced);
        if matches!(self.word(end), "h" | "H") {
            moment.minute = minute(end + 1);
            end += 1 + usize::from(moment.minute.is_some());
        } else if self.word(end) == ":" && tight(end) && tight(end + 1) {
            moment.minute = Some(minute(end + 1)?);
            end += 2;
        }
        let half = self.word(end).to_ascii_lowercase();
        let half = half.trim_end_matches('.');
        if matches!(half, "am" | "a.m" | "pm" | "p.m") && hour <= 12 {
            moment.hour = Some(hour as u8 % 12 + if half.starts_with('p') { 12 } else { 0 });
            return Some((moment, end + 1));
        }
        (end > at + 1).then_some((moment, end))
    }

    /// A year that stands alone: behind `en`, in brackets, or where nothing is counted.
    fn lone_year(&self, at: usize) -> Option<(Moment, usize)> {
        let year = self.year(at)?;
        let before = at.checked_sub(1).map_or("", |i| self.word(i)).to_lowercase();
        let dated = matches!(
            before.as_str(),
            "en" | "in"
                | "since"
                | "depuis"
                | "by"
                | "("
                | "dès"
                | "until"
                | "before"
                | "after"
                | "année"
                | "années"
                | "year"
                | "avant"
                | "après"
                | "d'ici"
                | "jusqu'en"
                | "during"
                | "the"
                | "vers"
                | "circa"
                | "entre"
                | "between"
                | "from"
                | "through"
                | "l’an"
                | "l'an"
        );
        let next = self.tokens.get(at + 1);
        let decade = next.is_some_and(|next| !next.spaced && next.span.of(self.text) == "s");
        let counted = next.is_some_and(|next| {
            let word = next.span.of(self.text);
            let noun = next.shape == Shape::Small
                && !next.is(class::PREP
                    | class::CONJ
                    | class::AUX
                    | class::PAST
                    | class::DET
                    | class::CLAUSE);
            next.is(class::UNIT)
                || (noun && word.ends_with(['s', 'x']))
                || matches!(word, "de" | "d'" | "d’")
        });
        let likely = (1900..2050).contains(&year)
            && !counted
            && at > 0
            && !self.tokens[at - 1].is_mark(self.text, "$");
        if !(dated && (1000..2200).contains(&year) || likely || decade) {
            return None;
        }
        Some((Moment { year: Some(year), ..Moment::default() }, at + 1 + usize::from(decade)))
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
