//! Reading numbers: figures and number words, and the scales that raise both.

use super::figure::{self, Convention, Reading};
use crate::core::article::Span;
use crate::core::lang::lexicon::class;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::lang::{Language, Measure};

/// A number read from some tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    /// What it is worth.
    pub value: f64,
    /// What it is worth if its one mark stands between thousands; where that is not sure.
    pub grouped: Option<f64>,
    /// One past its last token.
    pub end: usize,
    /// The largest scale that it names (`million`), or 1.
    pub scale: f64,
    /// Whether it names a multitude without saying how many: `milliers`.
    pub loose: bool,
    /// Whether it is said as about so much: `une trentaine`.
    pub about: bool,
}

/// The tokens that numbers are read from.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub language: Language,
    /// Whether money is meant: `m` is a million behind `£45`.
    pub money: bool,
}

/// Reads the number that begins at token `at`.
pub(crate) fn read(source: Source<'_>, at: usize) -> Option<Number> {
    let minus = source.minus(at);
    let start = at + usize::from(minus);
    let mut sum = Sum::default();
    let mut end = start;
    while let Some(step) = sum.step(source, end) {
        end = step;
    }
    if end == start {
        return None;
    }
    let mut number = Number {
        value: sum.value(),
        grouped: sum.grouped,
        end,
        scale: sum.scale.max(1.0),
        loose: sum.loose,
        about: sum.about,
    };
    source.add_spoken_decimals(&mut number);
    source.add_spoken_part(&mut number, &sum);
    source.raise_multitude(&mut number);
    if minus {
        number.value = -number.value;
        number.grouped = number.grouped.map(|x| -x);
    }
    Some(number)
}

impl Source<'_> {
    fn is(&self, at: usize, class: u128) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(class))
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// `-5`, `minus five`: a sign glued to its number, with nothing glued before it.
    fn minus(&self, at: usize) -> bool {
        let Some(sign) = self.tokens.get(at) else { return false };
        let Some(next) = self.tokens.get(at + 1) else { return false };
        if sign.is(class::MINUS) {
            return next.shape == Shape::Figure || next.is(class::NUMBER);
        }
        let opened = at > 0 && matches!(self.word(at - 1), "(" | "[" | "«" | "“" | "\"" | ":");
        matches!(self.word(at), "-" | "−" | "–" | "‑")
            && (sign.spaced || opened)
            && next.shape == Shape::Figure
            && !next.spaced
            && !self.is_aside(at)
    }

    /// `39 agentes -19 policías y 20 guardias- precisaron …`: a dash that another one closes.
    fn is_aside(&self, at: usize) -> bool {
        let closes = |i: usize| {
            let after = self.tokens.get(i + 1);
            self.word(i) == self.word(at)
                && !self.tokens[i].spaced
                && after.is_none_or(|after| after.spaced || after.shape == Shape::Mark)
        };
        (at + 2..self.tokens.len()).any(closes)
    }

    /// `virgule cinquante-deux`, `point nought four`.
    fn add_spoken_decimals(&self, number: &mut Number) {
        if !self.is(number.end, class::POINT) {
            return;
        }
        let mut digits = String::from("0.");
        let mut end = number.end + 1;
        let large = |at: usize| self.is(at, class::SCALE) && self.tokens[at].value >= 1e3;
        while self.tokens.get(end).is_some_and(|t| t.is(class::NUMBER) && !t.is(class::SCALE)) {
            let mut sum = Sum::default();
            let mut next = end;
            while let Some(step) = sum.step(*self, next).filter(|_| !large(next)) {
                next = step;
            }
            if next == end {
                break;
            }
            digits.push_str(&sum.value().to_string());
            end = next;
        }
        if end == number.end + 1 {
            return;
        }
        let Ok(part) = digits.parse::<f64>() else { return };
        (number.value, number.end) = (number.value + part, end);
        // `two point five million`, `dois vírgula quatro mil milhões`.
        while let Some(scale) = self.tokens.get(number.end).filter(|t| t.is(class::SCALE)) {
            number.value *= scale.value;
            number.scale *= scale.value;
            number.end += 1;
        }
    }

    /// `et demi`, `and a half`, `et trois quarts`: parts of the last scale, or of one. Where a
    /// scale follows, it raises all (`two and a half million`), or the parts of a larger one
    /// (`one billion and a half million`).
    fn add_spoken_part(&self, number: &mut Number, sum: &Sum) {
        if !self.is(number.end, class::AND) || number.loose {
            return;
        }
        let Some((part, mut end)) = self.part(number.end + 1) else { return };
        let of = usize::from(self.is(end, class::OF));
        let scale = self.tokens.get(end + of).filter(|t| t.is(class::SCALE) && t.value >= 1e3);
        match scale.map(|scale| scale.value) {
            Some(scale) if number.scale <= 1.0 && of == 0 => {
                number.value = (number.value + part) * scale;
                number.scale = scale;
                end += 1;
            }
            Some(scale) if scale < number.scale => {
                number.value += part * scale;
                end += of + 1;
            }
            _ => {
                let last = if sum.current == 0.0 { sum.groups().last() } else { None };
                number.value += part * last.map_or(1.0, |group| group.1);
            }
        }
        number.end = end;
    }

    /// `demi`, `a half`, `two thirds`: what is smaller than one, and one past it.
    fn part(&self, at: usize) -> Option<(f64, usize)> {
        let one = usize::from(self.is_one(at));
        if self.is(at + one, class::HALF) {
            return Some((0.5, at + one + 1));
        }
        let count = self.tokens.get(at).filter(|t| t.is(class::NUMBER) && t.value < 20.0);
        let count = count.map(|token| token.value).or_else(|| (one == 1).then_some(1.0))?;
        let part = self.tokens.get(at + 1).filter(|t| t.is(class::FRACTION))?;
        // `a first and a third` are no three and a third: something smaller than one is added.
        (count < part.value && part.value > 1.0).then_some((count / part.value, at + 2))
    }

    /// `une dizaine de milliers`, `tens of thousands`.
    fn raise_multitude(&self, number: &mut Number) {
        let last = number.end - 1;
        while self.is(last, class::LOOSE | class::DOZEN) && self.is(number.end, class::OF) {
            let Some(next) = self.tokens.get(number.end + 1) else { return };
            let begins = next.is(class::LOOSE) || next.is(class::SCALE) && next.value >= 1000.0;
            if !begins {
                return;
            }
            number.value *= next.value;
            number.scale = next.value;
            number.end += 2;
            if !next.is(class::LOOSE) {
                return;
            }
        }
    }

    /// `un`, `a`, `eine`: one, or an article.
    pub(crate) fn is_one(&self, at: usize) -> bool {
        let one = |t: &Token| t.is(class::NUMBER) && t.value.to_bits() == 1_f64.to_bits();
        self.tokens.get(at).is_some_and(one) || matches!(self.word(at), "a" | "an" | "A" | "An")
    }

    /// What letters behind a figure multiply it by. Single letters are scales only where they
    /// are glued to it and cannot be a unit, or where a currency follows or stands before.
    fn suffix(&self, at: usize) -> Option<f64> {
        let token = self.tokens.get(at)?;
        let glued = !token.spaced;
        let money = self.money || {
            let of = usize::from(self.is(at + 1, class::OF));
            self.tokens.get(at + 1 + of).is_some_and(|next| {
                next.entry.unit.is_some_and(|unit| unit.measure == Measure::Money)
            })
        };
        let near = glued || money;
        match self.word(at) {
            // `4K` is a picture, `5G` a network.
            "K" if glued && !money && matches!(self.word(at - 1), "4" | "8") => None,
            "k" | "K" if near => Some(1e3),
            "M" | "MM" | "Mn" | "mn" if near => Some(1e6),
            "m" if money => Some(1e6),
            "G" if glued && self.word(at - 1).len() == 1 => None,
            "B" | "G" if near => Some(1e9),
            "b" if glued => Some(1e9),
            "T" if near => Some(1e12),
            "t" if money => Some(1e12),
            "万" | "萬" => Some(1e4),
            "亿" | "億" => Some(1e8),
            _ => None,
        }
    }
}

/// A number under construction: groups that a scale has closed, the largest first, and what
/// the next scale may still raise.
#[derive(Default)]
struct Sum {
    groups: [(f64, f64); Self::MOST],
    closed: usize,
    current: f64,
    /// The number word last added: `quatre` before `vingt`.
    part: f64,
    /// Only less than this may follow without a scale.
    room: f64,
    /// The largest scale named.
    scale: f64,
    any: bool,
    loose: bool,
    about: bool,
    /// The value if the one mark of the figure stands between thousands.
    grouped: Option<f64>,
}

impl Sum {
    const MOST: usize = 6;

    fn groups(&self) -> &[(f64, f64)] {
        &self.groups[..self.closed]
    }

    fn value(&self) -> f64 {
        self.groups().iter().map(|group| group.0).sum::<f64>() + self.current
    }

    /// Takes one token, or a connective and a token; the next position, or `None` at the end.
    fn step(&mut self, source: Source<'_>, at: usize) -> Option<usize> {
        let token = source.tokens.get(at)?;
        if self.parts_groups(source, at) {
            return self.add(source.tokens[at + 1].value, "").then_some(at + 2);
        }
        if self.any && self.ties(source, at) {
            let next = source.tokens.get(at + 1).filter(|next| next.is(class::NUMBER))?;
            // `one hundred and three quarters`, but `one hundred and thirty fifths`
            let parts = source.tokens.get(at + 2).filter(|t| t.is(class::FRACTION));
            if token.is(class::AND) && parts.is_some_and(|parts| next.value < parts.value) {
                return None;
            }
            let hyphen = !token.is(class::AND);
            let raised = next.is(class::SCALE) && hyphen && self.multiply(next.value);
            let fits = !next.is(class::SCALE) && next.value < self.room;
            return (raised || fits && self.add(next.value, "")).then_some(at + 2);
        }
        if token.shape == Shape::Figure {
            return self.add_figure(source, at).then_some(at + 1);
        }
        let word = token.span.of(source.text);
        if token.is(class::DOZEN) && (self.any || !token.is(class::LOOSE)) {
            self.add_dozen(token.value);
            return Some(at + 1);
        }
        if token.is(class::LOOSE) && !self.any {
            // `milliers` are two thousand at the least.
            (self.current, self.loose, self.any) = (2.0 * token.value, true, true);
            self.scale = token.value;
            return Some(at + 1);
        }
        // `12 cents` are money.
        let cents = token.is(class::SCALE) && token.value < 1000.0 && token.entry.unit.is_some();
        if cents && at > 0 && source.tokens[at - 1].shape == Shape::Figure {
            return None;
        }
        // `million` alone is a word of titles and names; `un million` is a number.
        let led = at > 0 && (source.is_one(at - 1) || source.is(at - 1, class::DET));
        if token.is(class::SCALE) && !self.any && token.value >= 1e6 && !led {
            return None;
        }
        if token.is(class::SCALE | class::LOOSE) {
            if self.loose || !self.multiply(token.value) {
                return None;
            }
            return Some(at + 1 + usize::from(abbreviated(source, at)));
        }
        if token.is(class::NUMBER) {
            return self.add(token.value, word).then_some(at + 1);
        }
        let behind_figure = at > 0 && source.tokens[at - 1].shape == Shape::Figure && self.any;
        let scale = behind_figure.then(|| source.suffix(at)).flatten()?;
        self.multiply(scale).then_some(at + 1)
    }

    /// Whether the comma at `at` parts the groups of a number in words: `two thousand, three
    /// hundred and five`.
    fn parts_groups(&self, source: Source<'_>, at: usize) -> bool {
        let comma = source.tokens[at].is_mark(source.text, ",") && self.closed > 0;
        let word =
            |i: usize| source.tokens.get(i).is_some_and(|t| t.is(class::NUMBER) && t.is_word());
        if !comma || self.current > 0.0 || !word(at - 1) || !word(at + 1) {
            return false;
        }
        let mut next = Self::default();
        let mut end = at + 1;
        while let Some(step) = next.step(source, end) {
            end = step;
        }
        let last = self.groups().last().map_or(0.0, |group| group.1);
        !next.loose && (100.0..last).contains(&next.value())
    }

    /// Whether the token ties the parts of a number: `vingt et un`, `$2.6-million`.
    fn ties(&self, source: Source<'_>, at: usize) -> bool {
        let token = &source.tokens[at];
        let next_glued = source.tokens.get(at + 1).is_some_and(|next| !next.spaced);
        let hyphen = token.is_mark(source.text, "-") && !token.spaced && next_glued;
        // `fifty - two`
        let small = |t: &Token| t.is(class::NUMBER) && t.value < 10.0 && !t.is(class::SCALE);
        let words = token.is_mark(source.text, "-")
            && source.tokens[at - 1].is(class::NUMBER)
            && self.room > 9.0
            && source.tokens.get(at + 1).is_some_and(small);
        let hyphen = hyphen || words;
        token.is(class::AND) && !self.loose || hyphen
    }

    /// Behind a scale only a smaller figure goes on: `3 millions 500 000`.
    fn add_figure(&mut self, source: Source<'_>, at: usize) -> bool {
        let token = &source.tokens[at];
        let convention = Convention::of(source.language);
        let Some(reading) = figure::read(token.span.of(source.text), convention) else {
            return false;
        };
        let value = match reading {
            Reading::Sure(value) => value,
            Reading::Either { grouped, decimal } => {
                self.grouped = Some(grouped);
                decimal
            }
        };
        if self.any {
            let last = self.groups().last().map_or(0.0, |group| group.1);
            let scaled = source.is(at + 1, class::SCALE);
            let fits = token.spaced && self.current == 0.0 && value < last && value.fract() == 0.0;
            if !fits || self.grouped.is_some() || !(value >= 1000.0 || scaled) {
                return false;
            }
        }
        (self.current, self.part, self.room, self.any) = (value, value, 0.0, true);
        true
    }

    /// `trois douzaines`; with `trois cent deux douzaines` two dozens follow three hundred.
    fn add_dozen(&mut self, dozen: f64) {
        let all = self.value();
        let dozens = if self.part > 0.0 { self.part } else { all.max(1.0) };
        // `une trentaine`, `a dozen` are about so many; `trois douzaines` are counted.
        self.about = dozens <= 1.0;
        self.closed = 0;
        self.current = (all - dozens).max(0.0) + dozens * dozen;
        (self.part, self.room, self.any) = (0.0, 0.0, true);
    }

    /// A scale raises what stands before it: `deux cent | mille`, `3.500 | millones`.
    fn multiply(&mut self, scale: f64) -> bool {
        let above = self.groups().last().map_or(f64::INFINITY, |group| group.1);
        if scale < 1000.0 {
            // `twelve hundred` and `322 hundred`, but not `hundred hundred`.
            let figure = self.current > 0.0 && self.part.to_bits() == self.current.to_bits();
            if above <= scale
                || self.current >= scale && !figure
                || self.any && self.current == 0.0 && above.is_infinite()
            {
                return false;
            }
            self.current = if self.current == 0.0 { 1.0 } else { self.current } * scale;
            (self.part, self.room) = (0.0, scale);
        } else {
            // `mil doscientos millones`: a larger scale raises the thousands, too.
            let mut low = self.current;
            while self.closed > 0 && self.groups[self.closed - 1].1 < scale {
                let (value, own) = self.groups[self.closed - 1];
                if own > 1000.0 && low > 0.0 {
                    return false;
                }
                low += value;
                self.closed -= 1;
            }
            let same = self.closed > 0 && self.groups[self.closed - 1].1 <= scale;
            if same || self.closed == Self::MOST || self.any && low == 0.0 && self.closed == 0 {
                return false;
            }
            let low = if low == 0.0 { 1.0 } else { low };
            self.groups[self.closed] = (low * scale, scale);
            self.closed += 1;
            (self.current, self.part, self.room) = (0.0, 0.0, scale);
        }
        self.grouped = self.grouped.map(|x| x * scale);
        self.scale = self.scale.max(scale);
        self.any = true;
        true
    }

    /// A number word that is no scale.
    fn add(&mut self, value: f64, word: &str) -> bool {
        // `quatre-vingt`.
        if word.starts_with("vingt") && self.part.to_bits() == 4_f64.to_bits() {
            self.current += 76.0;
            (self.part, self.room) = (0.0, 20.0);
            return true;
        }
        if self.loose || self.any && value >= self.room {
            return false;
        }
        self.current += value;
        self.part = value;
        self.room = room_behind(value);
        self.any = true;
        true
    }
}

/// `Mrd.`, `Mio.`: the stop of an abbreviation belongs to it where the sentence goes on.
fn abbreviated(source: Source<'_>, at: usize) -> bool {
    let stop = source.tokens.get(at + 1).filter(|t| !t.spaced && t.is_mark(source.text, "."));
    let short = source.tokens[at].span.len() <= 4;
    let goes_on = |next: &Token| next.is_word() || next.entry.unit.is_some();
    short && stop.is_some() && source.tokens.get(at + 2).is_some_and(goes_on)
}

/// What may follow a number word: `vingt-neuf`, `soixante-dix-neuf`, `cent douze`.
fn room_behind(value: f64) -> f64 {
    match value as u64 {
        60 | 80 => 20.0,
        10 | 20 | 30 | 40 | 50 | 70 | 90 => 10.0,
        v if v >= 1000 && v.is_multiple_of(1000) => 1000.0,
        v if v >= 100 && v.is_multiple_of(100) => 100.0,
        _ => 0.0,
    }
}

/// Where a number stands.
pub(crate) fn span(tokens: &[Token], start: usize, end: usize) -> Span {
    Span::new(tokens[start].span.start, tokens[end - 1].span.end)
}
