//! Finding dates, times and periods, only as exact as the text is.

use super::{Date, Moment, Part};
use crate::core::article::Span;
use crate::core::lang::Language;
use crate::core::lang::lexicon::{Classes, Lexicon, Settings, class};
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// Finds the dates of a sentence and marks their tokens in `taken`.
pub(crate) fn find(
    text: &str,
    tokens: &[Token],
    taken: &mut Vec<bool>,
    language: Language,
    out: &mut Vec<Date>,
) {
    taken.clear();
    taken.resize(tokens.len(), false);
    let settings = &Lexicon::of(language).settings;
    let finder = Finder { text, tokens, language, settings };
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
    language: Language,
    settings: &'static Settings,
}

/// Classes of words that may begin a date.
const OPENING: Classes = class::MONTH
    | class::WEEKDAY
    | class::RELATIVE
    | class::PART
    | class::SEASON
    | class::ORDINAL
    | class::DECADE;

impl Finder<'_> {
    fn at(&self, at: usize) -> Option<(Date, usize)> {
        let token = &self.tokens[at];
        let code = matches!(token.shape, Shape::Acronym | Shape::Code);
        let hour = token.is(class::NUMBER) && self.is(at + 1, class::CLOCK);
        if token.shape != Shape::Figure && !token.is(OPENING) && !code && !hour {
            return None;
        }
        if token.is(class::RELATIVE) {
            return Some((Date { span: token.span, relative: true, ..Date::default() }, at + 1));
        }
        if let Some((from, to, end)) = self.days_of_month(at).or_else(|| self.years(at)) {
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

    fn is(&self, at: usize, class: Classes) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(class))
    }

    /// Whether the token stands right behind the one before it.
    fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    fn is_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–" | "—" | "‑")
    }

    fn joins(&self, start: usize, at: usize) -> bool {
        let between = start > 0 && self.is(start - 1, class::BETWEEN);
        self.is(at, class::TO)
            || self.is_dash(at)
            || self.word(at) == "au"
            || between && self.is(at, class::AND)
    }

    fn number(&self, at: usize, most: u32) -> Option<u32> {
        let token = self.tokens.get(at)?;
        let value = token.span.of(self.text).parse().ok()?;
        (token.shape == Shape::Figure && value <= most).then_some(value)
    }

    fn month(&self, at: usize) -> Option<(u8, usize)> {
        let token = self.tokens.get(at).filter(|token| token.is(class::MONTH))?;
        // `may`, `march`, `mar`, `out` are other words unless a capital or a day shows the month.
        let name = token.is_capital() || token.span.len() > 5 || self.settings_months_small();
        let day = at > 0 && self.number(at - 1, 31).is_some() || self.day_of(at);
        let short = token.span.len() <= 3 && !day && self.year(at + 1).is_none();
        if !name || short && !matches!(self.word(at), "mai" | "May" | "Mai" | "mei") {
            return None;
        }
        let stop = usize::from(self.word(at + 1) == "." && self.number(at + 2, 9999).is_some());
        // `3 jun. (EFE)`: the stop of an abbreviation.
        let stop = stop.max(usize::from(
            short_with_stop(self.word(at), self.word(at + 1))
                && self.glued(at + 1)
                && at + 2 < self.tokens.len(),
        ));
        Some((token.value as u8, at + 1 + stop))
    }

    /// Whether the language writes months with small letters.
    fn settings_months_small(&self) -> bool {
        !matches!(self.language, Language::English | Language::German)
    }

    /// `3 de junio`: a day stands before the month with a word between.
    fn day_of(&self, at: usize) -> bool {
        at > 1 && self.is(at - 1, class::OF | class::PREP) && self.number(at - 2, 31).is_some()
            || self.number(at + 1, 31).is_some()
            || at > 1 && self.word(at - 1) == "." && self.number(at - 2, 31).is_some()
    }

    fn year(&self, at: usize) -> Option<i32> {
        let token = self.tokens.get(at)?;
        (token.span.len() == 4)
            .then(|| self.number(at, 2199))
            .flatten()
            .filter(|y| *y >= 1000)
            .map(|y| y as i32)
    }

    /// A day of the month and one past it: `3`, `1er`, `4th`, `3.` of German, `1º`.
    fn day(&self, at: usize) -> Option<(u8, usize)> {
        let day = self.number(at, 31).filter(|day| *day > 0)?;
        let suffix =
            self.settings.ordinals.contains(&self.word(at + 1)) || self.word(at + 1) == "°";
        let stop = self.word(at + 1) == "." && self.is(at + 2, class::MONTH);
        let ending = self.glued(at + 1) && (suffix || stop);
        Some((day as u8, at + 1 + usize::from(ending)))
    }

    /// `du 3 au 5 juin`: two days of one month.
    fn days_of_month(&self, at: usize) -> Option<(Moment, Moment, usize)> {
        let (first, end) = self.day(at)?;
        if !(self.joins(at, end) || self.is(end, class::AND)) {
            return None;
        }
        let (to, end) =
            self.moment(end + 1).filter(|(to, _)| to.day.is_some() && to.month.is_some())?;
        Some((Moment { day: Some(first), ..to }, to, end))
    }

    /// `2023-24`, `2023/24`, `les années 1990`, `the 1990s`, `les années 90`.
    fn years(&self, at: usize) -> Option<(Moment, Moment, usize)> {
        let of = |year: i32| Moment { year: Some(year), ..Moment::default() };
        if let Some(year) = self.year(at) {
            if self.glued(at + 1) && self.word(at + 1) == "s" && year % 10 == 0 {
                return Some((of(year), of(year + 9), at + 2));
            }
            if self.glued(at + 1) && matches!(self.word(at + 1), "er" | "ern") && year % 10 == 0 {
                return Some((of(year), of(year + 9), at + 2));
            }
            let tied = self.glued(at + 1) && self.glued(at + 2);
            let short = self.number(at + 2, 99).filter(|_| self.word(at + 2).len() == 2)? as i32;
            let follows = short == (year + 1) % 100;
            let mark = matches!(self.word(at + 1), "-" | "/" | "–");
            return (tied && mark && follows && (1900..2100).contains(&year))
                .then(|| (of(year), of(year + 1), at + 3));
        }
        if !self.is(at, class::DECADE) {
            return None;
        }
        let quote = usize::from(matches!(self.word(at + 1), "'" | "’" | "‘"));
        let number = self.number(at + 1 + quote, 2099)? as i32;
        let end = at + 2 + quote;
        let s = usize::from(self.glued(end) && matches!(self.word(end), "s" | "er"));
        let plural = self.tokens[at].span.len() > 3 && self.language != Language::English;
        let century = match number {
            1800..2100 => 0,
            20..100 if plural || s == 1 => 1900,
            _ => return None,
        };
        let decade = number % 10 == 0 && (plural || s == 1);
        decade.then(|| (of(century + number), of(century + number + 9), end + s))
    }

    fn moment(&self, at: usize) -> Option<(Moment, usize)> {
        let token = self.tokens.get(at)?;
        if let Some(found) = self.part_of_year(at) {
            return Some(found);
        }
        if token.is(class::PART) {
            return self.part(at);
        }
        if token.is(class::WEEKDAY) && !token.is(class::RELATIVE) {
            return Some(self.weekday(at));
        }
        if token.is(class::SEASON) {
            let of = usize::from(self.is(at + 1, class::OF));
            let year = self.year(at + 1 + of)?;
            return Some((Moment { year: Some(year), ..Moment::default() }, at + 2 + of));
        }
        self.clock(at)
            .or_else(|| self.numeric(at))
            .or_else(|| self.calendar(at))
            .or_else(|| self.lone_year(at))
    }

    /// `lundi 3 juin`, `Dienstag, dem 14. Oktober`.
    fn weekday(&self, at: usize) -> (Moment, usize) {
        let weekday = Some(self.tokens[at].value as u8);
        let comma = usize::from(self.word(at + 1) == ",");
        let rest = (at + 1 + comma..at + 3 + comma)
            .take_while(|i| *i == at + 1 + comma || self.is(i - 1, class::DET | class::PREP))
            .find_map(|i| self.calendar(i))
            .filter(|(moment, _)| moment.day.is_some());
        let (moment, end) = rest.unwrap_or((Moment::default(), at + 1));
        (Moment { weekday, ..moment }, end)
    }

    /// `T1 2024`, `Q3`, `third quarter of 2023`, `1. Halbjahr`, `deuxième trimestre`.
    fn part_of_year(&self, at: usize) -> Option<(Moment, usize)> {
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

    fn coded_part(&self, at: usize) -> Option<(Part, usize)> {
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

    fn told_part(&self, at: usize) -> Option<(Part, usize)> {
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

    /// `fin octobre`, `mid-2020`, `a mediados de mayo`.
    fn part(&self, at: usize) -> Option<(Moment, usize)> {
        let part = match self.tokens[at].value as u8 {
            1 => Part::Early,
            2 => Part::Middle,
            _ => Part::Late,
        };
        let skip = usize::from(self.is_dash(at + 1) || self.is(at + 1, class::OF));
        let (moment, end) = self.calendar(at + 1 + skip).or_else(|| {
            let year = self.year(at + 1 + skip)?;
            Some((Moment { year: Some(year), ..Moment::default() }, at + 2 + skip))
        })?;
        Some((Moment { part: Some(part), ..moment }, end))
    }

    /// `12 octobre 2024`, `June 12, 2024`, `3 de junio`, `14. Oktober`, `juin 2024`, `en juin`.
    fn calendar(&self, at: usize) -> Option<(Moment, usize)> {
        if let Some((day, end)) = self.day(at) {
            let of = usize::from(self.is(end, class::OF) || self.is_dash(end) && self.glued(end));
            let (month, end) = self.month(end + of)?;
            let (year, end) = self.year_behind(end);
            return Some((
                Moment { year, month: Some(month), day: Some(day), ..Moment::default() },
                end,
            ));
        }
        // `le premier mai`, `the first of June`.
        if let Some(ordinal) =
            self.tokens.get(at).filter(|t| t.is(class::ORDINAL) && t.value <= 31.0)
        {
            let of = usize::from(self.is(at + 1, class::OF));
            let (month, end) = self.month(at + 1 + of)?;
            let (year, end) = self.year_behind(end);
            let day = Some(ordinal.value as u8);
            return Some((Moment { year, month: Some(month), day, ..Moment::default() }, end));
        }
        if self.is_other_name(at) {
            return None;
        }
        let (month, end) = self.month(at)?;
        let month = Some(month);
        if let Some(year) = self.year(end) {
            return Some((Moment { year: Some(year), month, ..Moment::default() }, end + 1));
        }
        let english = self.language == Language::English || !self.language.has_pack();
        if let Some((day, end)) = self.day(end).filter(|_| english && self.tokens[at].is_capital())
        {
            let (year, end) = self.year_behind(end);
            return Some((Moment { year, month, day: Some(day), ..Moment::default() }, end));
        }
        let (year, end) = self.year_behind(end);
        Some((Moment { year, month, ..Moment::default() }, end))
    }

    /// `August Bebel`, `Rio de JANEIRO`: a month's word in a name, no month of its own.
    fn is_other_name(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let dated = self.number(at + 1, 9999).is_some() || self.is(at + 1, class::OF);
        if dated || !token.is_capital() {
            return false;
        }
        let led = at > 0 && self.is(at - 1, class::PREP | class::PART | class::OF);
        let name = self.tokens.get(at + 1).is_some_and(|next| next.is_capital() && next.spaced);
        if self.settings_months_small() {
            // A capital shows a sentence's first word, a heading or a name.
            return token.shape == Shape::Acronym || name && at > 0;
        }
        name && !led
    }

    fn year_behind(&self, at: usize) -> (Option<i32>, usize) {
        let skip = usize::from(
            self.word(at) == "," || self.is(at, class::OF) || self.is_dash(at) && self.glued(at),
        );
        match self.year(at + skip) {
            Some(year) => (Some(year), at + skip + 1),
            None => (None, at),
        }
    }

    /// `2024-10-12`, `12/10/2024`, `12.10.2024`, in the order of the language. Where that is
    /// not known and both could be the month, only the year is sure and is all that is given.
    fn numeric(&self, at: usize) -> Option<(Moment, usize)> {
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
        let moment = if a > 999 { written(a, b, c) } else { self.ordered(a, b, c, false) }?;
        Some((moment, at + 5))
    }

    fn ordered(&self, a: u32, b: u32, year: u32, points: bool) -> Option<Moment> {
        let day_first = written(year, b, a);
        if points || self.language.has_pack() && !self.settings.month_first {
            return day_first.or_else(|| written(year, a, b));
        }
        if self.settings.month_first {
            return written(year, a, b).or(day_first);
        }
        let moment = day_first.or_else(|| written(year, a, b))?;
        let unsure = a <= 12 && b <= 12 && a != b;
        Some(if unsure { Moment { month: None, day: None, ..moment } } else { moment })
    }

    /// `14 h 30`, `20h`, `10:30`, `5 p.m.`, `5.40 Uhr`, `21 Uhr`.
    fn clock(&self, at: usize) -> Option<(Moment, usize)> {
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
    fn told_clock(&self, at: usize) -> Option<(Moment, usize)> {
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

    /// A year that stands alone: behind a word that leads to one, in brackets, or where nothing
    /// is counted.
    fn lone_year(&self, at: usize) -> Option<(Moment, usize)> {
        let year = self.year(at)?;
        let dated = at > 0 && (self.is(at - 1, class::DATED) || self.word(at - 1) == "(");
        let next = self.tokens.get(at + 1);
        let counted = next.is_some_and(|next| {
            let word = next.span.of(self.text);
            let noun = next.shape == Shape::Small
                && !next.is(class::PREP
                    | class::CONJ
                    | class::AUX
                    | class::PAST
                    | class::PRESENT
                    | class::SAY
                    | class::DET
                    | class::CLAUSE);
            let plural = self.settings.plural.iter().any(|end| word.ends_with(end));
            let capital =
                self.language == Language::German && next.shape == Shape::Capital && !dated;
            next.is(class::UNIT | class::SCALE)
                || noun && plural && !(dated && self.language == Language::German)
                || next.is(class::OF) && !dated
                || capital
                || next.is_mark(self.text, "%")
        });
        let money = at > 0
            && (self.tokens[at - 1].entry.unit.is_some()
                || self.is(at - 1, class::MORE | class::ABOUT | class::LESS));
        let modern = (1900..2050).contains(&year);
        // `im Jahr 2020`, `l’année 1990`: the word for year says it.
        let told = at > 0 && self.tokens[at - 1].entry.unit.is_some_and(|unit| unit.symbol == "yr");
        if told && !(next.is_some_and(|next| next.is(class::UNIT))) {
            return Some((Moment { year: Some(year), ..Moment::default() }, at + 1));
        }
        // Years that are no round number seldom count something in German, whose nouns show.
        let small = next.is_some_and(|next| next.shape == Shape::Small);
        let counted =
            counted && !(small && modern && year % 100 != 0 && self.language == Language::German);
        let likely = modern && !counted && at > 0 && !money;
        // `in 2000 cases` counts, `in 2000` does not.
        let small = next.is_some_and(|next| next.shape == Shape::Small && !next.is(class::OF));
        let sure = dated && !money && (!counted || modern && !small);
        (sure || likely).then(|| (Moment { year: Some(year), ..Moment::default() }, at + 1))
    }
}

fn short_with_stop(word: &str, next: &str) -> bool {
    word.chars().count() <= 5
        && next == "."
        && !matches!(
            word,
            "mai"
                | "May"
                | "mayo"
                | "juin"
                | "June"
                | "July"
                | "Mai"
                | "Juni"
                | "Juli"
                | "mars"
                | "août"
                | "março"
                | "maio"
                | "marzo"
                | "mei"
                | "avril"
                | "April"
                | "abril"
                | "March"
                | "März"
                | "maart"
                | "enero"
                | "julio"
                | "junio"
                | "julho"
                | "junho"
        )
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
