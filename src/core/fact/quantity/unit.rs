//! The unit or currency beside a figure.

use super::find::{Figure, Finder};
use crate::core::lang::lexicon::{Lexicon, class};
use crate::core::lang::settings::Head;
use crate::core::lang::tense::Tense;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::lang::{Language, Measure, Unit};

impl Finder<'_> {
    /// `$`, `€`, `EUR`, `MAUD` before a figure, and what it multiplies the figure by.
    pub(super) fn money_sign(&self, at: usize) -> Option<(Unit, f64)> {
        let unit = self.token(at)?.entry.unit.filter(|unit| unit.measure == Measure::Money);
        let figure = self.token(at + 1).is_some_and(|next| next.shape == Shape::Figure);
        let sign = !self.word(at).chars().all(char::is_lowercase);
        if !figure || !sign || self.is_tournament(at) {
            return None;
        }
        unit.map(|unit| (unit, 1.0)).or_else(|| self.scaled_currency(at))
    }

    /// `Euro 2016`: a tournament rather than a sum.
    fn is_tournament(&self, at: usize) -> bool {
        let year = self.word(at + 1);
        let is_year = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
        is_year && self.word(at) == "Euro"
    }

    /// Reads what behind a unit belongs to the figure before it (`trois ans et demi`,
    /// `75 USD million`); one past it.
    pub(super) fn behind_unit(&self, at: usize, unit: Unit, figure: &mut Figure) -> usize {
        if figure.scale > 1.0 {
            return at;
        }
        let scale = self.token(at).filter(|t| t.is(class::SCALE) && t.value >= 1e3);
        if let Some(scale) = scale.filter(|_| unit.measure == Measure::Money) {
            (figure.low, figure.high) = (figure.low * scale.value, figure.high * scale.value);
            figure.scale = scale.value;
            return at + 1;
        }
        if unit.measure == Measure::Temperature && figure.low > 0.0 && self.is(at, class::BELOW) {
            (figure.low, figure.high) = (-figure.high, -figure.low);
            return at + 1;
        }
        let half = at + 1 + usize::from(self.source(false).is_one(at + 1));
        // `two years and half of the money`, `trois mois et demi-finale`; but `deux minutes et
        // demie de retard`.
        let of = self.settings.head == Head::Last && self.is(half + 1, class::OF)
            || self.is(half + 1, class::SCALE | class::DOZEN | class::UNIT)
            || self.is(half + 1, class::DET) && !self.is(half + 1, class::OF)
            || self.source(false).is_one(half + 1)
            || self.word(half + 1) == "-";
        let whole = figure.low.fract() == 0.0;
        if whole && !of && self.is(at, class::AND) && self.is(half, class::HALF) {
            (figure.low, figure.high) = (figure.low + 0.5, figure.high + 0.5);
            return half + 1;
        }
        at
    }

    /// `une heure et vingt minutes`, `3 pounds and 6 ounces`: what a smaller unit adds, and one past
    /// it.
    pub(super) fn lesser(&self, at: usize, unit: Unit) -> Option<(f64, usize)> {
        if !matches!(unit.measure, Measure::Duration | Measure::Mass) {
            return None;
        }
        // `2 Std. 40 Min.`
        let stop = self.word(at) == "." && !self.tokens[at].spaced && self.is_figure(at + 1);
        let at = at + usize::from(stop || self.is(at, class::AND));
        let number = self.number(at, false)?;
        let (smaller, after) =
            self.part_of_time(number.end, unit).or_else(|| self.plain_unit(number.end))?;
        let part = number.value * smaller.scale / unit.scale;
        let fits = number.scale <= 1.0 && !number.loose && smaller.scale < unit.scale;
        if smaller.measure != unit.measure || !fits || part >= 1.0 {
            return None;
        }
        let rest = self.lesser(after, smaller).filter(|_| unit.measure == Measure::Duration);
        let (rest, end) = rest.unwrap_or((0.0, after));
        Some((part + rest * smaller.scale / unit.scale, end))
    }

    /// `2h 40m`, `3 h 12 mn 30 s`, `2 h 40`: minutes and seconds as they are written behind hours, and one past them.
    fn part_of_time(&self, at: usize, unit: Unit) -> Option<(Unit, usize)> {
        let time = |symbol, scale| Unit { symbol, measure: Measure::Duration, scale };
        let hours = unit.symbol == "h";
        match self.word(at) {
            "m" | "mn" if hours => Some((time("min", 60.0), at + 1)),
            "s" if unit.symbol == "min" => Some((time("s", 1.0), at + 1)),
            _ => {
                let short = matches!(self.word(at - 2), "h" | "H") && self.word(at - 1).len() == 2;
                let bare = hours && short && self.plain_unit(at).is_none();
                bare.then(|| (time("min", 60.0), at))
            }
        }
    }

    /// `15 euros 50`, `un euro vingt`, `3 dollars and 50 cents`: the hundredths behind an amount, and one past them.
    pub(super) fn cents(&self, at: usize, unit: Unit) -> Option<(f64, usize)> {
        let whole = unit.measure == Measure::Money && unit.symbol != "cent";
        if !whole || !self.token(at - 1)?.is_word() {
            return None;
        }
        // `300 euros con 50 céntimos`
        let and = usize::from(self.is(at, class::AND | class::PREP));
        let number = self.number(at + and, false)?;
        let fits = number.scale <= 1.0
            && (1.0..100.0).contains(&number.value)
            && number.value.fract() == 0.0;
        let cents =
            self.token(number.end).and_then(|t| t.entry.unit).is_some_and(|u| u.symbol == "cent");
        let ends = self
            .tokens
            .get(number.end)
            .is_none_or(|t| t.shape == Shape::Mark && t.entry.unit.is_none());
        // `un euro vingt par titre`
        let ends = ends || self.is(number.end, class::PER);
        let figure = self.token(at)?.shape == Shape::Figure;
        let two = if figure { self.word(at).len() == 2 } else { number.value >= 10.0 };
        let two = two && and == 0;
        (fits && (cents || ends && two))
            .then_some((number.value / 100.0, number.end + usize::from(cents)))
    }

    /// `5 feet 2 inches`, `6ft 1in`: the inches behind feet as parts of a foot, and one past them.
    pub(super) fn inches(&self, at: usize, unit: Unit) -> Option<(f64, usize)> {
        let and = usize::from(self.is(at, class::AND));
        let number = self.number(at + and, false).filter(|_| unit.symbol == "ft")?;
        let inches = self.token(number.end)?.entry.unit.filter(|unit| unit.symbol == "in")?;
        // `12 ft 2 in the back`
        let word = self.word(number.end) == "in" && self.token(number.end)?.spaced;
        let next = self.token(number.end + 1).is_some_and(Token::is_word);
        let fits = (0.0..12.0).contains(&number.value) && !(word && next);
        fits.then_some((number.value * inches.scale / unit.scale, number.end + 1))
    }

    /// The unit behind a figure: `%`, `de dollars`, `MEUR`; with what it multiplies the figure
    /// by and one past its last token. `Some(None)` where its letters may mean two things.
    #[expect(clippy::option_option, reason = "no unit, a doubtful one, or this one")]
    pub(super) fn unit(
        &self,
        at: usize,
        figure: &Figure,
    ) -> Option<Option<(Option<Unit>, f64, usize)>> {
        if self.word(at) == "m" && self.language == Language::English {
            return Some(self.english_m(at));
        }
        if let Some(unit) = self.degrees(at, figure.low < 0.0) {
            return Some(Some((Some(unit), 1.0, at + 1)));
        }
        if let Some(unit) = self.hundredths(at) {
            return Some(unit.map(|unit| (Some(unit), 1.0, at + 1)));
        }
        if let Some((unit, factor)) = self.scaled_currency(at) {
            return Some(Some((Some(unit), factor, at + 1)));
        }
        let (unit, end) = self.plain_unit(at)?;
        let other = self.token(end - 1).and_then(|token| token.entry.other);
        match other {
            None => Some(Some((Some(unit), 1.0, end))),
            Some(other) => {
                Some(self.pounds(end, figure, unit, other).map(|unit| (Some(unit), 1.0, end)))
            }
        }
    }

    /// A unit that stands at `at`, or behind `de` or one word that tells whose it is.
    pub(super) fn plain_unit(&self, at: usize) -> Option<(Unit, usize)> {
        // A hyphen ties a measure before its noun: `a 10-year low`, `34-jährig`.
        let tied = matches!(self.word(at), "-" | "‑") && !self.token(at + 1)?.spaced;
        let skip = usize::from(tied || self.is(at, class::OF));
        let at = at + skip;
        if let Some(unit) = self.token(at)?.entry.unit {
            let word = self.word(at);
            // `M` and `G` are no metres and grams; `6,8 ha ucciso` is no area.
            let letter = word.len() == 1 && word.starts_with(char::is_uppercase);
            let verb = self.is(at, class::AUX)
                && self.token(at + 1).is_some_and(|next| next.tense == Tense::Past);
            let known = (!letter || matches!(word, "W" | "L")) && !verb;
            return known.then_some((unit, at + 1));
        }
        // `400 US dollars`, `3 longs mois`: one word may stand between.
        let unit = self.token(at + 1)?.entry.unit?;
        let known = self.is(at, class::STATE | class::PEOPLE) || self.word(at) == "full";
        (skip == 0 && known).then_some((unit, at + 2))
    }

    /// `-7C`, `temperatures of 40C (104F)`: letters glued to a figure, where degrees are meant.
    pub(super) fn degrees(&self, at: usize, is_negative: bool) -> Option<Unit> {
        let letter = self.token(at).filter(|token| !token.spaced)?.span.of(self.text);
        let meant = || is_negative || self.any(class::WARMTH);
        if !matches!(letter, "C" | "F") || !meant() {
            return None;
        }
        let sign = Lexicon::of(self.language).get("°")?;
        let of = |words: &[String]| matches!(words, [one] if one.eq_ignore_ascii_case(letter));
        sign.phrases.iter().find(|(words, _)| of(words))?.1.unit
    }

    /// `12c`, `1,204p`: hundredths of a currency, by a letter that is glued to a figure; `Some(None)` where
    /// nothing else in the sentence is money.
    #[expect(clippy::option_option, reason = "no such letter, a doubtful one, or this unit")]
    pub(super) fn hundredths(&self, at: usize) -> Option<Option<Unit>> {
        let letter = self.token(at).filter(|token| !token.spaced)?.span.of(self.text);
        let name = match letter {
            "c" if self.language == Language::English => "cents",
            "p" if self.language == Language::English => "pence",
            _ => return None,
        };
        let unit = Lexicon::of(self.language).get(name)?.unit;
        let is_money = |unit: Unit| unit.measure == Measure::Money;
        let mut tokens = self.tokens.iter().enumerate().filter(|(n, _)| *n != at);
        let meant = self.any(class::COSTS)
            || tokens.any(|(_, token)| token.entry.unit.is_some_and(is_money));
        Some(unit.filter(|_| meant))
    }

    /// `50 MEUR`, `30 MUSD`, `200 KF`: a scale and a currency's code in one.
    fn scaled_currency(&self, at: usize) -> Option<(Unit, f64)> {
        let token = self.token(at).filter(|token| token.entry.unit.is_none())?;
        let word = token.span.of(self.text);
        let factor = match word.as_bytes().first()? {
            b'k' | b'K' | b'T' => 1e3,
            b'M' => 1e6,
            b'G' => 1e9,
            _ => return None,
        };
        let code = &word[1..];
        let code = match code {
            // `TF 1` is a channel.
            "F" | "FF" if !word.starts_with('T') => "FRF",
            _ if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) => code,
            _ => return None,
        };
        let unit = Lexicon::of(self.language).get(&code.to_ascii_lowercase())?.unit?;
        (unit.measure == Measure::Money).then_some((unit, factor))
    }

    /// English `3.2m people` are millions, `3.2 m wide` metres; `3.2m` alone may be either.
    fn english_m(&self, at: usize) -> Option<(Option<Unit>, f64, usize)> {
        let counted = self.is_counted(at + 1);
        // `3.2 m high and 3.2 m people`: what stands before is said of another figure.
        let near = if counted { at..at + 3 } else { at.saturating_sub(4)..at + 3 };
        if near.clone().any(|i| i != at && self.is(i, class::LONG)) {
            return Some((self.token(at)?.entry.unit, 1.0, at + 1));
        }
        let glued = !self.token(at)?.spaced;
        match (glued, counted) {
            (true, true) => Some((None, 1e6, at + 1)),
            (false, false) => Some((self.token(at)?.entry.unit, 1.0, at + 1)),
            _ => None,
        }
    }

    /// Money or a weight, by the size of the figure and the words around it.
    fn pounds(&self, end: usize, figure: &Figure, a: Unit, b: Unit) -> Option<Unit> {
        let (money, weight) = if a.measure == Measure::Money { (a, b) } else { (b, a) };
        let of = self.is(end, class::OF) && self.noun_place(end, true, false).is_some();
        if of || self.any(class::WEIGHS) && !self.any(class::COSTS) {
            return Some(weight);
        }
        let large = figure.high >= 1e6;
        (large || self.any(class::COSTS)).then_some(money)
    }
}
