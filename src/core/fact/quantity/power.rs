//! Powers: `1.5e10`, `2^10`, `3 × 10⁸`.

use super::source::Source;
use crate::core::lang::word::Shape;

impl Source<'_> {
    /// What the figure that is worth `value` and ends before `at` comes to with its exponent, and
    /// one past that.
    pub(super) fn power(&self, value: f64, at: usize) -> Option<(f64, usize)> {
        if self.opens_power(at) {
            let (exponent, end) = self.exponent(at + 1)?;
            return Some((value.powf(exponent), end));
        }
        let (exponent, end) = self.letter(at).or_else(|| self.times_ten(at))?;
        // By way of text, so that 1.2e3 is the nearest number to it.
        Some((format!("{value}e{exponent}").parse().ok()?, end))
    }

    /// `^` glued to what stands before it: without an exponent nothing is read.
    pub(super) fn opens_power(&self, at: usize) -> bool {
        self.word(at) == "^" && !self.tokens[at].spaced
    }

    /// `e+14`, `e13` glued to a figure; `3e` alone is an ordinal, `3e4` a name.
    fn letter(&self, at: usize) -> Option<(f64, usize)> {
        let glued = self.tokens.get(at).is_some_and(|token| !token.spaced);
        let digits = self.word(at).strip_prefix(['e', 'E']).filter(|_| glued)?;
        if digits.is_empty() {
            let signed = matches!(self.word(at + 1), "+" | "-");
            return self.exponent(at + 1).filter(|_| signed);
        }
        let exponent = digits.parse().ok().filter(|_| digits.len() == 2)?;
        Some((exponent, at + 1))
    }

    /// `× 10⁸`, `x 10^8`
    fn times_ten(&self, at: usize) -> Option<(f64, usize)> {
        if !matches!(self.word(at), "×" | "x" | "*" | "·") || self.word(at + 1) != "10" {
            return None;
        }
        if self.opens_power(at + 2) {
            return self.exponent(at + 3);
        }
        let raised = self.tokens.get(at + 2).filter(|token| !token.spaced)?;
        let digits: Option<String> = raised.span.of(self.text).chars().map(superscript).collect();
        Some((digits?.parse().ok()?, at + 3))
    }

    /// A whole number glued to what stands before it, perhaps with a sign.
    fn exponent(&self, at: usize) -> Option<(f64, usize)> {
        let glued = |at: usize| self.tokens.get(at).is_some_and(|token| !token.spaced);
        let sign = usize::from(matches!(self.word(at), "+" | "-" | "−") && glued(at));
        let figure = self.tokens.get(at + sign).filter(|token| token.shape == Shape::Figure)?;
        let exponent: f64 = figure.span.of(self.text).parse().ok()?;
        let minus = sign == 1 && self.word(at) != "+";
        glued(at + sign).then_some((if minus { -exponent } else { exponent }, at + sign + 1))
    }
}

fn superscript(c: char) -> Option<char> {
    const DIGITS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let value = DIGITS.chars().position(|digit| digit == c)?;
    char::from_digit(value as u32, 10)
}
