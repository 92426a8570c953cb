//! The tokens that numbers are read from, and what single ones of them mean.

use crate::core::lang::lexicon::class;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::lang::{Language, Measure};

/// The tokens that numbers are read from.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub language: Language,
    /// Whether money is meant: `m` is a million behind `£45`.
    pub money: bool,
}

impl Source<'_> {
    pub(super) fn is(&self, at: usize, class: u128) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(class))
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// `-5`, `minus five`: a sign glued to its number, with nothing glued before it.
    pub(super) fn minus(&self, at: usize) -> bool {
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
        const LONGEST: usize = 100;
        let closes = |i: usize| {
            let after = self.tokens.get(i + 1);
            self.word(i) == self.word(at)
                && !self.tokens[i].spaced
                && after.is_none_or(|after| after.spaced || after.shape == Shape::Mark)
        };
        (at + 2..self.tokens.len().min(at + LONGEST)).any(closes)
    }

    /// `un`, `a`, `eine`: one, or an article.
    pub(crate) fn is_one(&self, at: usize) -> bool {
        let one = |t: &Token| t.is(class::NUMBER) && t.value.to_bits() == 1_f64.to_bits();
        self.tokens.get(at).is_some_and(one) || matches!(self.word(at), "a" | "an" | "A" | "An")
    }

    /// What letters behind a figure multiply it by. Single letters are scales only where they
    /// are glued to it and cannot be a unit, or where a currency follows or stands before.
    pub(super) fn suffix(&self, at: usize) -> Option<f64> {
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
