//! Reading numbers: figures and number words, and the scales that raise both.

use super::source::Source;
use super::sum::Sum;
use crate::core::article::Span;
use crate::core::lang::lexicon::class;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

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
    if end == start + 1 && source.tokens[start].shape == Shape::Figure {
        if let Some(power) = source.power(number.value, end) {
            (number.value, number.end) = power;
        } else if source.opens_power(end) {
            return None;
        }
    }
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

    /// `et demi`, `and a half`, `et trois quarts`: parts of the last scale or dozen, or of one. Where a
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
                let last = || sum.groups().last().filter(|_| sum.current == 0.0);
                // `a dozen and a half`
                let one = sum.dozen.or_else(|| last().map(|group| group.1));
                number.value += part * one.unwrap_or(1.0);
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
}

/// Where a number stands.
pub(crate) fn span(tokens: &[Token], start: usize, end: usize) -> Span {
    Span::new(tokens[start].span.start, tokens[end - 1].span.end)
}
