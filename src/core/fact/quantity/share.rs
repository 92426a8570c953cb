//! Shares: `deux tiers`, `one in five`, `half a million`.

use super::find::Finder;
use crate::core::article::Span;
use crate::core::fact::model::{MODERN, Quantity};
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::lang::{Language, Measure, Unit};

/// A part of the whole, told as a fraction of it.
const SHARE: Unit = Unit { symbol: "share", measure: Measure::Share, scale: 100.0 };
/// How many words may stand between the numbers of `un Français sur cinq`.
const BETWEEN: usize = 3;

impl Finder<'_> {
    /// A share, or a fraction of a scale or unit, that begins at `at`.
    pub(super) fn share(&self, at: usize) -> Option<(Quantity, usize)> {
        const OPENING: Classes = class::NUMBER
            | class::FRACTION
            | class::HALF
            | class::EVERY
            | class::DET
            | class::MINUS;
        let token = self.tokens.get(at)?;
        let article = token.span.len() <= 2;
        if token.shape != Shape::Figure && !token.is(OPENING) && !article {
            return None;
        }
        if token.is(class::MINUS) {
            return self.less_than_none(at);
        }
        self.in_so_many(at)
            .or_else(|| self.every(at))
            .or_else(|| self.half(at))
            .or_else(|| self.compound_parts(at))
            .or_else(|| self.parts(at))
            .or_else(|| self.slash(at))
            .or_else(|| self.mixed(at))
    }

    /// `minus two thirds`; in Romance languages `moins` is less of something.
    fn less_than_none(&self, at: usize) -> Option<(Quantity, usize)> {
        if self.settings.head == Head::First {
            return None;
        }
        let (mut share, end) = self.share(at + 1)?;
        (share.low, share.high) = (share.high.map(|x| -x), share.low.map(|x| -x));
        share.span = Span::new(self.tokens[at].span.start, share.span.end);
        Some((share, end))
    }

    /// `un Français sur cinq`, `one in five`, `12 out of 20`.
    fn in_so_many(&self, at: usize) -> Option<(Quantity, usize)> {
        let part = self.number(at, false).filter(|n| n.scale < 1e3 && n.grouped.is_none())?;
        let link = (part.end..=part.end + BETWEEN).find(|i| self.is(*i, class::RATIO))?;
        // `one over 20`, but `one person over 20`.
        let over = self.is(link, class::MORE);
        let between = part.end..link;
        if !between.clone().all(|i| {
            self.token(i).is_some_and(|t| {
                t.is_word()
                    && t.spaced
                    && !t.is(class::PREP | class::NUMBER | class::UNIT | class::ORDINAL)
            })
        }) {
            return None;
        }
        let whole =
            self.number(link + 1, false).filter(|n| n.scale < 1e6 && n.grouped.is_none())?;
        let shares = part.value > 0.0 && part.value < whole.value && whole.value.fract() == 0.0;
        // `trois contrats sur deux ans`, `2 in 2023` are no shares.
        let measured = self
            .token(whole.end)
            .is_some_and(|t| t.is(class::UNIT | class::ORDINAL | class::MONTH));
        // `two statements, one in 2014`
        let year = between.is_empty()
            && self.word(link + 1).len() == 4
            && MODERN.contains(&(whole.value as i32))
            && whole.value % 100.0 != 0.0;
        // `zeven van de tien`, but `een van de vier zonen`.
        let round = !self.is(link, class::OF) || matches!(whole.value as u32, 10 | 100 | 1000);
        let likely =
            round && part.value.fract() == 0.0 && (whole.value <= 1000.0 || part.value < 2.0);
        let ends = self.tokens.get(whole.end).is_none_or(|t| t.shape == Shape::Mark);
        if over && !(between.is_empty() && ends) {
            return None;
        }
        // `un essai sur 24 patients`: what one of them is not one of.
        let others = self.settings.head == Head::First
            && !between.is_empty()
            && part.value <= 1.0
            && self.word(whole.end).ends_with(['s', 'x'])
            && self.is_counted(whole.end);
        if !shares || measured || year || !likely || others || self.is_dash(whole.end) {
            return None;
        }
        let mut quantity = self.fraction(at, whole.end, part.value / whole.value);
        let noun = if between.is_empty() { whole.end } else { part.end };
        if let Some((noun, _)) = self.noun(noun, false, !between.is_empty()) {
            quantity.noun = Some(noun);
        }
        Some((quantity, whole.end))
    }

    /// `jeder fünfte Lehrer`.
    fn every(&self, at: usize) -> Option<(Quantity, usize)> {
        let ordinal = self.token(at + 1).filter(|t| t.is(class::ORDINAL) && t.value > 1.0)?;
        if !self.is(at, class::EVERY) {
            return None;
        }
        Some(self.with_noun(self.fraction(at, at + 2, 1.0 / ordinal.value), at + 2))
    }

    /// `año y medio`, `hora y media`: one and a half, where the one is left out.
    pub(super) fn unit_and_half(&self, at: usize) -> Option<(Quantity, usize)> {
        let unit = self.token(at)?.entry.unit.filter(|unit| unit.measure == Measure::Duration)?;
        let half = self.is(at + 1, class::AND)
            && self.is(at + 2, class::HALF)
            && !self.is(at + 3, class::UNIT | class::SCALE);
        half.then(|| {
            let quantity = self.fraction(at, at + 3, 1.5);
            (Quantity { unit: Some(unit), ..quantity }, at + 3)
        })
    }

    /// `half a million`, `une demi-heure`, `half of`, `half the`.
    fn half(&self, at: usize) -> Option<(Quantity, usize)> {
        let article = usize::from(
            self.source(false).is_one(at) && self.is(at + 1, class::HALF | class::FRACTION),
        );
        let half = at + article;
        // `a quarter million`
        let quarter = self.is(half, class::FRACTION)
            && self.tokens[half].value.to_bits() == 4_f64.to_bits()
            && self.is(half + 1, class::SCALE);
        if !(self.is(half, class::HALF) || quarter) || self.follows_rank(at) {
            return None;
        }
        let tied = usize::from(self.is_dash(half + 1));
        let next = half + 1 + tied + usize::from(tied == 0 && self.source(false).is_one(half + 1));
        let token = self.token(next)?;
        if token.is(class::SCALE) && token.value >= 1e3 || token.is(class::DOZEN) {
            let part = if quarter { 0.25 } else { 0.5 };
            let mut quantity = Quantity {
                figure: self.span(at, next + 1),
                low: Some(part * token.value),
                high: Some(part * token.value),
                vague: token.is(class::DOZEN),
                ..Quantity::default()
            };
            let mut end = next + 1;
            if let Some((unit, after)) = self.plain_unit(end) {
                (quantity.unit, end) = (Some(unit), after);
            }
            quantity.span = self.span(at, end);
            return Some(self.with_noun(quantity, end));
        }
        if let Some((unit, end)) =
            self.plain_unit(next).filter(|(unit, _)| unit.measure != Measure::Money)
        {
            let mut quantity = self.fraction(at, end, 0.5);
            quantity.unit = Some(unit);
            return Some((quantity, end));
        }
        let of = self.is(half + 1, class::OF) || self.is(half + 1, class::DET) && next == half + 1;
        // In Spanish `media de` is an average.
        (self.language == Language::English && of)
            .then(|| self.with_noun(self.fraction(at, half + 1, 0.5), half + 1))
    }

    /// `deux tiers`, `la moitié`, `a fifth of`, `three quarters of an hour`, `deux et trois quarts`.
    fn parts(&self, at: usize) -> Option<(Quantity, usize)> {
        if self.is(at, class::FRACTION) && self.tokens[at].value.to_bits() == 2_f64.to_bits() {
            let used = self.follows_rank(at) || self.is(at, class::PART);
            return (!used || self.is(at + 1, class::OF))
                .then(|| self.with_noun(self.fraction(at, at + 1, 0.5), at + 1));
        }
        let one = self.source(false).is_one(at);
        let definite = self.is(at, class::DET) && !one;
        let (count, end) = if definite || one && self.is(at + 1, class::FRACTION) {
            (1.0, at + 1)
        } else {
            let number = self.number(at, false).filter(|n| n.value.fract() == 0.0)?;
            (number.value, number.end)
        };
        // `five-eighths`, `five - eighths`; `one-third` counts parts whatever follows.
        let tied = self.token(end).is_some_and(|next| !next.spaced);
        let end = end + usize::from(matches!(self.word(end), "-" | "–"));
        let token = self.token(end).filter(|t| t.is(class::FRACTION))?;
        // `deux cinquièmes` are a share, `vingt-cinquième` is a place in an order.
        let singular = token.is(class::ORDINAL)
            && !self.word(end).ends_with(['s', 'i'])
            && self.language != Language::Dutch;
        let many = count >= 2.0;
        if many && singular {
            return None;
        }
        let of = self.is(end + 1, class::OF);
        // `a third of`, but `a third person`; `le tiers des`, but `the third of June`.
        let ordinal = token.is(class::ORDINAL | class::PERIOD);
        let noun = || self.noun_place(end + 1, false, true).is_some();
        let fits = if definite {
            of && !ordinal
        } else {
            many || of
                || tied
                || self.is_bound_change(at)
                || !ordinal && !noun()
                || one && !self.is(end, class::PERIOD) && !noun()
        };
        if !fits || count > 1.0 && token.value <= 1.0 {
            return None;
        }
        let value = count / token.value;
        if of {
            // `three quarters of a million`, `un quart de siècle`.
            let next = end + 2 + usize::from(self.source(false).is_one(end + 2));
            if let Some(found) = self.raised(at, next, value) {
                return Some(found);
            }
            if let Some(unit) = self.token(next).and_then(|t| t.entry.unit) {
                let mut quantity = self.fraction(at, next + 1, value);
                quantity.unit = Some(unit);
                return Some((quantity, next + 1));
            }
        }
        // `three quarters billion dollars`
        self.raised(at, end + 1, value)
            .or_else(|| Some(self.with_noun(self.fraction(at, end + 1, value), end + 1)))
    }

    /// `fell by almost [a quarter]`: what it changed by, not how long it took.
    fn is_bound_change(&self, at: usize) -> bool {
        const BOUNDS: Classes = class::ABOUT | class::MORE | class::LESS;
        at > 0 && self.is(at - 1, BOUNDS) && self.changes()
    }

    /// `a million dollars` behind `three quarters of`: the parts of a scale.
    fn raised(&self, at: usize, scale: usize, value: f64) -> Option<(Quantity, usize)> {
        let raised = self.token(scale).filter(|t| t.is(class::SCALE) && t.value >= 1e3)?;
        let mut quantity = self.fraction(at, scale + 1, value * raised.value);
        let of = usize::from(self.is(scale + 1, class::OF));
        let money = self.plain_unit(scale + 1 + of);
        quantity.unit = money.map(|(unit, _)| unit);
        let end = money.map_or(scale + 1, |(_, after)| after);
        quantity.span = self.span(at, end);
        Some(self.with_noun(quantity, end))
    }

    /// `un vingt-cinquième`, `one hundred thirty-fifths`: parts whose number has several words.
    fn compound_parts(&self, at: usize) -> Option<(Quantity, usize)> {
        let count = self.number(at, false).filter(|n| n.value.fract() == 0.0)?;
        let ends_in_s = |end: usize| self.word(end - 1).ends_with('s');
        // The first number is whole where the next word cannot go on with it.
        if self.is(count.end, class::NUMBER) {
            let (parts, end) = self
                .ordinal(count.end)
                .or_else(|| self.tens_and_part(count.end))
                .or_else(|| self.number_of_parts(count.end))?;
            let free = self.is(end, class::OF) || !self.token(end).is_some_and(Token::is_word);
            let fits = count.value < parts && (count.value < 2.0 || ends_in_s(end)) && free;
            let compound = end > count.end + 1;
            return (fits && compound)
                .then(|| self.with_noun(self.fraction(at, end, count.value / parts), end));
        }
        let last = count.end + usize::from(self.is_dash(count.end));
        let unit = self.token(last).filter(|t| t.is(class::FRACTION) && t.value < 10.0)?;
        let ten = &self.tokens[count.end - 1];
        let tens = ten.is(class::NUMBER) && (20.0..100.0).contains(&ten.value);
        let rest = count.value - ten.value;
        let compound = tens && count.end > at + 1 && rest >= 100.0;
        if !compound || self.is(count.end - 2, class::AND) || !ends_in_s(last + 1) {
            return None;
        }
        let parts = ten.value + unit.value;
        Some(self.with_noun(self.fraction(at, last + 1, rest / parts), last + 1))
    }

    /// `twenty fifths` behind another number: 25 parts.
    fn tens_and_part(&self, at: usize) -> Option<(f64, usize)> {
        let tens = self.token(at).filter(|t| (20.0..100.0).contains(&t.value))?;
        let last = at + 1 + usize::from(self.is_dash(at + 1));
        let unit = self.token(last).filter(|t| t.is(class::FRACTION) && t.value < 10.0)?;
        Some((tens.value + unit.value, last + 1))
    }

    /// `treze avos` behind another number: 13 parts.
    fn number_of_parts(&self, at: usize) -> Option<(f64, usize)> {
        let number = self.number(at, false)?;
        let parts = self.settings.parts.contains(&self.word(number.end));
        parts.then_some((number.value, number.end + 1))
    }

    /// `2 1/4 miles`: a whole number and a part.
    fn mixed(&self, at: usize) -> Option<(Quantity, usize)> {
        let whole: f64 = self.word(at).parse().ok().filter(|whole| *whole < 1000.0)?;
        let tight = |i: usize| self.token(i).is_some_and(|t| !t.spaced);
        // `6 ½ minutes`
        let sign = self.word(at + 1);
        let lone = sign.chars().count() == 1 && !sign.is_ascii();
        let part = lone.then(|| self.number(at + 1, false)).flatten();
        let part = part.filter(|n| n.value > 0.0 && n.value < 1.0);
        if let Some(part) = part {
            return Some(self.mixed_of(at, at + 2, whole + part.value));
        }
        if self.word(at + 2) != "/" || tight(at + 1) || !tight(at + 2) || !tight(at + 3) {
            return None;
        }
        let part: f64 = self.word(at + 1).parse().ok()?;
        let parts: f64 = self.word(at + 3).parse().ok()?;
        let fits = part > 0.0 && part < parts && matches!(parts as u8, 2 | 3 | 4 | 5 | 8);
        fits.then(|| self.mixed_of(at, at + 4, whole + part / parts))
    }

    /// A number with a part of one, its unit and what it counts.
    fn mixed_of(&self, at: usize, end: usize, value: f64) -> (Quantity, usize) {
        let mut quantity = self.fraction(at, end, value);
        quantity.unit = None;
        let mut end = end;
        if let Some((unit, after)) = self.plain_unit(end) {
            (quantity.unit, end) = (Some(unit), after);
        }
        quantity.span = self.span(at, end);
        self.with_noun(quantity, end)
    }

    /// `3/4 des élèves`, `2 1/4`: a slash is a date, a score or a share; a share where the
    /// numbers are those of fractions and something follows.
    fn slash(&self, at: usize) -> Option<(Quantity, usize)> {
        let tight = |i: usize| self.token(i).is_some_and(|t| !t.spaced);
        if self.word(at + 1) != "/" || !tight(at + 1) || !tight(at + 2) {
            return None;
        }
        let part: f64 = self.word(at).parse().ok()?;
        let whole: f64 = self.word(at + 2).parse().ok()?;
        let fraction = part > 0.0 && part < whole && matches!(whole as u8, 2 | 3 | 4 | 5 | 8);
        let counted = self.is(at + 3, class::OF | class::UNIT)
            || self.token(at + 3).is_some_and(|t| t.shape == Shape::Small && t.spaced);
        let inside = at > 0 && matches!(self.word(at - 1), "(" | "/");
        let fits = fraction && counted && !inside;
        fits.then(|| self.with_noun(self.fraction(at, at + 3, part / whole), at + 3))
    }

    /// `the second half`, `3e quart`.
    fn follows_rank(&self, at: usize) -> bool {
        at > 0 && (self.is(at - 1, class::ORDINAL) || self.taken[at - 1])
    }

    fn fraction(&self, start: usize, end: usize, value: f64) -> Quantity {
        let span = self.span(start, end);
        Quantity {
            span,
            figure: span,
            low: Some(value),
            high: Some(value),
            unit: Some(SHARE),
            ..Quantity::default()
        }
    }

    fn with_noun(&self, mut quantity: Quantity, end: usize) -> (Quantity, usize) {
        let measured = quantity.unit.is_some_and(|unit| unit.symbol != SHARE.symbol)
            || self.is(end, class::OF);
        let Some((noun, after)) = self.noun(end, measured, false) else { return (quantity, end) };
        quantity.span = Span::new(quantity.span.start, noun.span.end);
        quantity.noun = Some(noun);
        (quantity, after)
    }
}
