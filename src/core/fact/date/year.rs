//! Years: alone, two of a season, decades.

use super::find::Finder;
use crate::core::fact::model::{MODERN, Moment};
use crate::core::fact::quantity::number;
use crate::core::fact::quantity::source::Source;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::tense::Tense;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::lang::{Language, Measure};

impl Finder<'_> {
    pub(super) fn year(&self, at: usize) -> Option<i32> {
        let token = self.tokens.get(at)?;
        (token.span.len() == 4)
            .then(|| self.number(at, 2199))
            .flatten()
            .filter(|y| *y >= 1000)
            .map(|y| y as i32)
    }

    pub(super) fn year_behind(&self, at: usize) -> (Option<i32>, usize) {
        let skip = usize::from(
            self.word(at) == "," || self.is(at, class::OF) || self.is_dash(at) && self.glued(at),
        );
        match self.year(at + skip) {
            Some(year) => (Some(year), at + skip + 1),
            None => (None, at),
        }
    }

    /// `2023-24`, `2023/24`, `les années 1990`, `the 1990s`, `les années 90`.
    pub(super) fn years(&self, at: usize) -> Option<(Moment, Moment, usize)> {
        let of = |year: i32| Moment { year: Some(year), ..Moment::default() };
        if let Some(year) = self.year(at) {
            if self.glued(at + 1) && self.word(at + 1) == "s" && year % 10 == 0 {
                return Some((of(year), of(year + 9), at + 2));
            }
            // `1990er`, `1980er-Jahren`
            let tens = ["er", "ern"].iter().find_map(|end| self.word(at + 1).strip_prefix(end));
            if self.glued(at + 1) && tens.is_some_and(is_no_letter) && year % 10 == 0 {
                return Some((of(year), of(year + 9), at + 2));
            }
            let tied = self.glued(at + 1) && self.glued(at + 2);
            let short = self.number(at + 2, 99).filter(|_| self.word(at + 2).len() == 2)? as i32;
            // `1979-90`, and of seasons and budgets also `2023/24`.
            let last = year - year % 100 + short;
            let last = if last <= year { last + 100 } else { last };
            let mark = matches!(self.word(at + 1), "-" | "–") && last - year < 50
                || self.word(at + 1) == "/" && last == year + 1;
            return (tied && mark && (1900..2100).contains(&year))
                .then(|| (of(year), of(last), at + 3));
        }
        if let Some(found) = self.tens_of_years(at) {
            return Some(found);
        }
        if !self.is(at, class::DECADE) {
            return None;
        }
        if let Some((tens, end)) = self.spoken_decade(at) {
            return Some((of(1900 + tens), of(1909 + tens), end));
        }
        let at_number = at + 1 + self.behind_ten_years(at);
        let quote = usize::from(matches!(self.word(at_number), "'" | "’" | "‘"));
        let number = self.number(at_number + quote, 2099)? as i32;
        let end = at_number + 1 + quote;
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

    /// `década [de los] 90`: how many words lead from ten years to which ones.
    fn behind_ten_years(&self, at: usize) -> usize {
        const TEN: f64 = 3e8;
        let unit = self.tokens[at].entry.unit.filter(|unit| unit.measure == Measure::Duration);
        let of = unit.is_some_and(|unit| unit.scale > TEN) && self.is(at + 1, class::OF);
        usize::from(of) + usize::from(of && self.is(at + 2, class::DET))
    }

    /// `90er Jahre`, `80er-Jahren`: years by their tens alone.
    fn tens_of_years(&self, at: usize) -> Option<(Moment, Moment, usize)> {
        let tens = self.number(at, 90).filter(|tens| tens % 10 == 0 && *tens >= 20)?;
        let rest = ["ern", "er"].iter().find_map(|end| self.word(at + 1).strip_prefix(end))?;
        let named = rest.is_empty() && self.is(at + 2, class::DECADE);
        let tied = rest.strip_prefix('-').is_some_and(|years| years.starts_with("Jahr"));
        let end = at + 2 + usize::from(named);
        (self.glued(at + 1) && (named || tied)).then(|| decade(tens as i32, end))
    }

    /// `los 90`, `90ern`, `90s` behind a part of them: ten years by their tens alone.
    pub(super) fn short_decade(&self, at: usize) -> Option<(Moment, Moment, usize)> {
        let article = self.is(at, class::DET);
        let (tens, end) = self.small(at + usize::from(article), 90)?;
        let suffix = self.glued(end) && matches!(self.word(end), "s" | "er" | "ern");
        let led = article && self.is_free(end);
        let tens = Some(tens as i32).filter(|tens| tens % 10 == 0 && *tens >= 20)?;
        (suffix || led).then(|| decade(tens, end + usize::from(suffix)))
    }

    /// `né en 68`: a year in two digits, of somebody's life.
    pub(super) fn year_of_life(&self, at: usize) -> Option<(Moment, usize)> {
        const NEAR: usize = 4;
        let life = |at: usize| {
            let word = self.word(at).to_lowercase();
            self.settings.lives.contains(&word.as_str())
        };
        let short = self.number(at, 99).filter(|_| self.word(at).len() == 2)? as i32;
        let led = at > 1 && self.is(at - 1, class::PREP | class::DATED | class::DET);
        let told = led && (at.saturating_sub(NEAR)..at - 1).any(life) && self.is_free(at + 1);
        let year = Moment { year: Some(with_century(short)), ..Moment::default() };
        told.then_some((year, at + 1))
    }

    /// `nel '68`, `back in ’98`: a year without its century, of those that somebody may remember.
    pub(super) fn elided_year(&self, at: usize) -> Option<(Moment, usize)> {
        const LEADS: Classes = class::PREP | class::OF | class::FROM | class::TO | class::DATED;
        let mark = self.tokens[at].shape == Shape::Mark
            && matches!(self.word(at), "'" | "’" | "‘")
            && self.glued(at + 1);
        if !mark || at == 0 || self.glued(at) || !self.is(at - 1, LEADS | class::DET) {
            return None;
        }
        let short = self.number(at + 1, 99).filter(|_| self.word(at + 1).len() == 2)? as i32;
        // `a '30 days' rule`
        let counted = self.tokens.get(at + 2).is_some_and(|next| {
            // `del ’42 ha dato`: no hectares.
            next.is(class::UNIT | class::SCALE) && !next.is(class::AUX)
                || next.is_mark(self.text, "%")
                || !next.spaced && !matches!(self.word(at + 2), "," | "." | ";" | ")" | ":")
        });
        let year = Moment { year: Some(with_century(short)), ..Moment::default() };
        (!counted).then_some((year, at + 2))
    }

    /// `the eighties`, `años ochenta`, `années quatre-vingt`, `achtziger Jahre`: the tens, and
    /// one past it.
    fn spoken_decade(&self, at: usize) -> Option<(i32, usize)> {
        let tens = |token: &Token| {
            let value = token.value as i32;
            (value % 10 == 0 && (20..100).contains(&value)).then_some(value)
        };
        if let Some(tens) = tens(&self.tokens[at]) {
            return Some((tens, at + 1 + usize::from(self.is(at + 1, class::DECADE))));
        }
        let next = self.tokens.get(at + 1).filter(|next| next.is(class::NUMBER | class::DECADE))?;
        // `quatre-vingt`, `soixante-dix`
        let source =
            Source { text: self.text, tokens: self.tokens, language: self.language, money: false };
        if next.is(class::DECADE) {
            return tens(next).map(|tens| (tens, at + 2));
        }
        let number = number::read(source, at + 1).filter(|_| next.is_word())?;
        let value = number.value as i32;
        // `los años cuarenta`; `the twenty` is none.
        let leads = self.tokens[at].span.len() > 3 && self.settings.head != Head::Last;
        (leads && value % 10 == 0 && (20..100).contains(&value)).then_some((value, number.end))
    }

    /// `la ley 39/2015`, `loi n° 2019-222`, `Directive 2014/24/EU`: a year that is part of an act's
    /// number.
    fn is_of_act(&self, at: usize, year: i32) -> bool {
        let before = at.checked_sub(1).map_or("", |i| self.word(i));
        if before == "/" && self.glued(at) || matches!(before, "°" | "º" | "#" | "№") {
            return true;
        }
        let tied =
            |i: usize| matches!(self.word(i), "/" | "-") && self.glued(i) && self.glued(i + 1);
        let Some(number) = self.number(at + 2, u32::MAX).filter(|_| tied(at + 1)) else {
            return false;
        };
        let period = self.year(at + 2).is_some_and(|last| last > year);
        number >= 100 && !period || tied(at + 3)
    }

    /// `4,7 Prozent mehr als 2019`, `il 4,7% in più del 2019`: a share more than in that year.
    fn is_compared(&self, at: usize) -> bool {
        const NEAR: usize = 3;
        let share = |token: &Token| {
            token.is(class::FRACTION)
                || token.entry.unit.is_some_and(|unit| unit.measure == Measure::Share)
        };
        self.tokens[at.saturating_sub(NEAR)..at].iter().any(share)
    }

    /// `von 1000 auf 3000 gestiegen`: what grows from it to a number that is no year counts.
    /// So does `entre 1500 et 2000 euros`.
    fn is_first_of_change(&self, at: usize) -> bool {
        let between = at > 0 && self.is(at - 1, class::BETWEEN) && self.is(at + 3, class::UNIT);
        let led = at > 0 && self.is(at - 1, class::FROM) || between;
        let tied =
            self.is(at + 1, class::TO | class::REACHES) || between && self.is(at + 1, class::AND);
        let figure = self.tokens.get(at + 2).is_some_and(|next| next.shape == Shape::Figure);
        let year = self.year(at + 2).is_some_and(|year| MODERN.contains(&year));
        led && tied && figure && (!year || between) && !self.is(at + 3, class::MONTH)
    }

    /// `320 von 1150 Arbeitsplätzen`, `1.998 of 2000 seats`: so many of so many things.
    fn is_whole_of_part(&self, at: usize) -> bool {
        const GRAMMAR: Classes = class::PREP
            | class::CONJ
            | class::AUX
            | class::AND
            | class::TO
            | class::DET
            | class::CLAUSE
            | class::SAY;
        let number = |token: &Token| token.shape == Shape::Figure || token.is(class::NUMBER);
        let [.., part, of] = &self.tokens[..at] else { return false };
        let tied = of.is(class::OF | class::RATIO) && number(part);
        let noun = |next: &Token| {
            let word = next.shape == Shape::Small && !next.is(GRAMMAR);
            let german = self.settings.nouns_have_capitals() && next.shape == Shape::Capital;
            word && next.tense == Tense::None || german
        };
        tied && self.tokens.get(at + 1).is_some_and(noun)
    }

    /// A year that stands alone: behind a word that leads to one, in brackets, or where nothing
    /// is counted.
    pub(super) fn lone_year(&self, at: usize) -> Option<(Moment, usize)> {
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
                    | class::SOME
                    | class::NOTNOUN
                    | class::DET
                    | class::CLAUSE);
            let plural = self.settings.plural.iter().any(|end| word.ends_with(end));
            // `2021 Menschen`, but `2021 Anthony Joshua`
            let named = self.tokens.get(at + 2).is_some_and(Token::is_capital);
            // `Abbau von 1150 Stellen`
            let many = at > 0
                && self.is(at - 1, class::OF)
                && (!MODERN.contains(&year) || year % 100 == 0);
            let capital = self.language == Language::German
                && next.shape == Shape::Capital
                && !named
                && (!dated || many);
            // `en el Mundial 2024 ha ganado`: `ha` is no area before a participle.
            let verb = next.is(class::AUX)
                && self.tokens.get(at + 2).is_some_and(|t| t.tense == Tense::Past);
            // `on 2005 levels`
            let of_year = self.settings.of_year.contains(&word);
            // `the 2019 protests`
            let led = self.settings.head == Head::Last
                && at > 0
                && self.is(at - 1, class::DET)
                && !self.is(at - 1, class::SOME | class::NUMBER)
                && (1950..2050).contains(&year)
                && year % 100 != 0;
            next.is(class::UNIT | class::SCALE) && !verb
                || noun
                    && plural
                    && !of_year
                    && !led
                    && !(dated && self.language == Language::German)
                || next.is(class::OF) && !dated
                || capital
                || next.is_mark(self.text, "%")
        });
        let money = at > 0
            && (self.tokens[at - 1].entry.unit.is_some() && self.word(at - 1) != "Euro"
                || self.is(at - 1, class::MORE | class::ABOUT | class::LESS)
                    && !self.is_compared(at));
        // `1909 Jolinda Drive`
        let capital = next.is_some_and(Token::is_capital);
        if capital && (at + 2..at + 4).any(|i| self.is(i, class::STREET)) {
            return None;
        }
        if self.is_of_act(at, year) {
            return None;
        }
        if self.is_whole_of_part(at) || self.is_first_of_change(at) {
            return None;
        }
        let modern = MODERN.contains(&year);
        // `im Jahr 2020`, `l’année 1990`: the word for year says it.
        let told = at > 0 && self.tokens[at - 1].entry.unit.is_some_and(|unit| unit.symbol == "yr");
        if told && !(next.is_some_and(|next| next.is(class::UNIT))) {
            return Some((Moment { year: Some(year), ..Moment::default() }, at + 1));
        }
        // Years that are no round number seldom count something in German, whose nouns show.
        let small = next.is_some_and(|next| next.shape == Shape::Small);
        let counted =
            counted && !(small && modern && year % 100 != 0 && self.language == Language::German);
        // `2023 überholte es China`: what opens a sentence before its verb.
        let german = self.language == Language::German;
        let opens = at == 0
            && german
            && next.is_some_and(|next| {
                next.is(class::AUX | class::PAST | class::MODAL) || next.tense == Tense::Past
            });
        // `kauften 1898 den Spaniern die Kolonie ab`
        let early = german
            && (1500..1900).contains(&year)
            && next.is_some_and(|next| next.is(class::DET | class::PREP));
        let likely = (modern || early) && !counted && (at > 0 || opens) && !money;
        // `in 2000 cases` counts, `in 2000` does not.
        let small = next.is_some_and(|next| next.shape == Shape::Small && !next.is(class::OF));
        let sure = dated && !money && (!counted || modern && !small);
        (sure || likely).then(|| (Moment { year: Some(year), ..Moment::default() }, at + 1))
    }
}

/// The year that two digits mean, of those that somebody may remember.
const fn with_century(short: i32) -> i32 {
    const LAST: i32 = 30;
    if short > LAST { 1900 + short } else { 2000 + short }
}

/// The ten years that begin with these of the last century, and one past their words.
fn decade(tens: i32, end: usize) -> (Moment, Moment, usize) {
    let of = |year: i32| Moment { year: Some(1900 + year), ..Moment::default() };
    (of(tens), of(tens + 9), end)
}

/// Whether no letter follows at once: `-Jahren`.
fn is_no_letter(rest: &str) -> bool {
    !rest.starts_with(char::is_alphabetic)
}
