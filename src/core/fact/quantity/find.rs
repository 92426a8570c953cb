//! Finding figures with their bounds, unit and counted noun.
//!
//! A figure ends in one of three ways: it is read, it names something rather than counts
//! (`label.rs`), or it is kept as unread.

use std::cell::{Cell, OnceCell};

use super::number::{self, Number};
use super::source::Source;
use crate::core::article::Span;
use crate::core::fact::model::{Facts, Quantity};
use crate::core::lang::lexicon::{Classes, Lexicon, class};
use crate::core::lang::settings::Settings;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::lang::{Language, Measure, Unit};

/// Finds the quantities of a sentence. Tokens marked in `taken` belong to dates.
pub(crate) fn find(
    text: &str,
    tokens: &[Token],
    taken: &[bool],
    language: Language,
    facts: &mut Facts,
) {
    let settings = &Lexicon::of(language).settings;
    let classes = tokens.iter().fold(0, |all, token| all | token.class);
    let (small, last) = (OnceCell::new(), Cell::new(None));
    let finder = Finder { text, tokens, taken, language, settings, classes, small, last };
    let (mut at, first) = (0, facts.quantities.len());
    while at < tokens.len() {
        at = match finder.at(at) {
            Some((Found::Quantity(mut quantity), end)) => {
                let last = facts.quantities.get(first..).and_then(<[_]>::last);
                inherit(text, last, &mut quantity);
                facts.quantities.push(*quantity);
                end
            }
            Some((Found::Unread, end)) => {
                // Before `,3,5` at the head of a text stands a figure of nothing.
                let span = number::span(tokens, at, end);
                facts.unread.extend((!span.of(text).is_empty()).then_some(span));
                end
            }
            Some((Found::Label, end)) => end,
            None => at + 1,
        };
    }
}

/// `des milliers de soldats, entre 8 000 et 12 000`: the second counts what the first does.
fn inherit(text: &str, last: Option<&Quantity>, quantity: &mut Quantity) {
    let Some(last) = last.filter(|last| last.noun.is_some() && last.span.end < quantity.span.start)
    else {
        return;
    };
    let between = Span::new(last.span.end, quantity.span.start).of(text).trim();
    if quantity.noun.is_none()
        && quantity.unit.is_none()
        && matches!(between, "," | "(" | ", soit" | "—" | "–")
    {
        quantity.noun.clone_from(&last.noun);
    }
}

/// What a figure turns out to be.
pub(super) enum Found {
    Quantity(Box<Quantity>),
    /// It names and does not count: `article 49`.
    Label,
    /// It is a value that we cannot read for sure.
    Unread,
}

impl Found {
    pub(super) fn quantity(quantity: Quantity) -> Self {
        Self::Quantity(Box::new(quantity))
    }
}

pub(super) struct Finder<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) taken: &'a [bool],
    pub(super) language: Language,
    pub(super) settings: &'static Settings,
    /// All classes that words of the sentence have.
    classes: Classes,
    /// Whether one of them is long and written small, once that was asked.
    pub(super) small: OnceCell<bool>,
    /// The number that was read last, with its place and whether money was meant: it is asked for in turn by all that
    /// may begin with one.
    last: Cell<Option<(usize, bool, Option<Number>)>>,
}

/// Low and high end of a figure, and one past its last token.
pub(super) struct Figure {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) end: usize,
    pub(super) loose: bool,
    pub(super) about: bool,
    pub(super) range: bool,
    pub(super) scale: f64,
    /// What the figure is if its mark stands between thousands, where that is not sure.
    pub(super) grouped: Option<f64>,
}

/// A figure whose bounds are read.
#[derive(Clone, Copy)]
pub(super) struct Bounded {
    /// Its first token.
    pub(super) at: usize,
    /// One past the last token of its unit or of what it counts.
    pub(super) end: usize,
    /// Whether it has two ends.
    pub(super) range: bool,
    /// Its higher end.
    pub(super) high: f64,
}

/// The seconds of a day: `un jour de fête` measures nothing.
const DAY: f64 = 86_400.0;

impl Figure {
    pub(super) fn single(number: Number) -> Self {
        let Number { value, grouped, end, scale, loose, about } = number;
        Self { low: value, high: value, end, loose, about, range: false, scale, grouped }
    }

    /// Multiplies it by a scale.
    fn raise(&mut self, factor: f64) {
        (self.low, self.high) = (self.low * factor, self.high * factor);
        self.scale *= factor;
    }
}

impl Finder<'_> {
    /// Whether a quantity may begin here: most words are ruled out by their classes.
    fn opens(&self, at: usize) -> bool {
        const OPENING: Classes = class::SOME
            | class::NUMBER
            | class::DOZEN
            | class::LOOSE
            | class::ORDINAL
            | class::FRACTION
            | class::HALF
            | class::EVERY
            | class::MINUS;
        let token = &self.tokens[at];
        if self.taken[at] || token.shape == Shape::Figure || token.is(OPENING) {
            return !self.taken[at];
        }
        // `año y medio`
        if token.is(class::UNIT) && self.is(at + 1, class::AND) && self.is(at + 2, class::HALF) {
            return true;
        }
        // A sign, a currency or an article before it.
        self.tokens.get(at + 1).is_some_and(|next| {
            next.shape == Shape::Figure
                || next.is(class::FRACTION | class::HALF)
                    && (token.is(class::DET) || self.source(false).is_one(at))
        })
    }

    fn at(&self, at: usize) -> Option<(Found, usize)> {
        if !self.opens(at) {
            return None;
        }
        if self.is(at, class::SOME) && !self.is(at, class::NUMBER) {
            return self.some(at);
        }
        if self.is_word_of_name(at) || self.describes_noun(at) {
            return Some((Found::Label, at + 1));
        }
        if let Some((quantity, end)) = self.share(at).or_else(|| self.unit_and_half(at)) {
            return Some((Found::quantity(self.bounded(at, end, quantity)), end));
        }
        if let Some((quantity, end)) = self.rank(at) {
            return Some((Found::quantity(quantity), end));
        }
        // `the 21st century`, `le quatre-vingt-quinzième jour`: nothing is counted.
        if let Some((_, end)) = self.ordinal(at) {
            return Some((Found::Label, end));
        }
        let sign = self.money_sign(at);
        let first = at + usize::from(sign.is_some());
        if self.is_less(at) {
            return None;
        }
        let Some(figure) = self.figure(first, sign.is_some()) else {
            let unread = self.tokens[at].shape == Shape::Figure && !self.is_label(at, at + 1);
            return unread.then_some((Found::Unread, at + 1));
        };
        if self.is_in_compound(figure.end) {
            return Some((Found::Unread, figure.end + 2));
        }
        if sign.is_none() {
            // `3-1` is no count, but `2-1` does not say the same.
            if let Some(end) = self.score(at, &figure).or_else(|| self.primed(figure.end)) {
                return Some((Found::Unread, end));
            }
            // Behind its sign: `-7bis`
            let digits = at + usize::from(self.tokens[at].shape == Shape::Mark);
            if self.is_label(digits, figure.end) {
                return Some((Found::Label, at + 1));
            }
        }
        self.measured(at, first, figure, sign)
    }

    /// Puts a figure together with its unit, noun and bounds.
    fn measured(
        &self,
        at: usize,
        first: usize,
        mut figure: Figure,
        sign: Option<(Unit, f64)>,
    ) -> Option<(Found, usize)> {
        let mut end = if sign.is_none() { self.behind_note(figure.end) } else { figure.end };
        let mut unit = sign.map(|(unit, _)| unit);
        if let Some((_, factor)) = sign {
            figure.raise(factor);
        }
        if let Some(found) = self.unit(end, &figure).filter(|_| sign.is_none()) {
            let Some((found, factor, after)) = found else {
                return Some((Found::Unread, end + 1));
            };
            figure.raise(factor);
            (unit, end) = (found, after);
        }
        if let Some(unit) = unit {
            end = self.behind_unit(end, unit, &mut figure);
        }
        let part = |unit| {
            let inches = || self.inches(end, unit);
            self.cents(end, unit).or_else(inches).or_else(|| self.lesser(end, unit))
        };
        if let Some((part, after)) = unit.and_then(part) {
            (figure.low, figure.high, end) = (figure.low + part, figure.high + part, after);
        }
        if unit.is_some() && self.is_torn(figure.end) {
            return Some((Found::Unread, figure.end + 2));
        }
        let one = figure.high < 2.0;
        // `à deux jours des élections`: how far from them, rather than days of theirs; `deux
        // millions d’euros des comptes`.
        let from = unit
            .is_some_and(|unit| matches!(unit.measure, Measure::Duration | Measure::Money))
            && self.is(end, class::OF)
            && !self.settings.bare_of.contains(&self.word(end));
        let noun = self.noun(end, unit.is_some(), one).filter(|_| !from);
        if unit.is_none() && noun.is_none() {
            let (other, factor) = self.of_change(first, &figure).unwrap_or((None, 1.0));
            unit = other;
            figure.raise(factor);
        }
        let settled = self.settle(&mut figure, unit, noun.is_some());
        if !settled || self.is_doubtful(at, &figure, unit, noun.is_some()) {
            return Some((Found::Unread, end));
        }
        let mut quantity = Quantity {
            figure: self.span(first, figure.end),
            low: Some(figure.low),
            high: (!figure.loose).then_some(figure.high),
            vague: figure.loose || figure.about,
            unit,
            ..Quantity::default()
        };
        if let Some((noun, after)) = noun {
            quantity.noun = Some(noun);
            end = after;
        } else if quantity.unit.is_none() {
            end = figure.end;
            quantity.noun = self.noun_before(at, end);
        }
        if let Some((per, after)) = self.per(end) {
            quantity.per = Some(per);
            end = after;
        }
        if self.is_bare_one(first, &figure, unit, quantity.noun.is_some()) {
            return None;
        }
        let Figure { range, high, .. } = figure;
        let start = self.bounds(Bounded { at, end, range, high }, &mut quantity);
        quantity.span = self.span(start, end);
        Some((Found::quantity(quantity), end))
    }

    /// One past the number of a note that parts a figure from what it counts: `1,240[3] families`.
    fn behind_note(&self, at: usize) -> usize {
        let number = self.word(at + 1);
        let is_number = matches!(number.len(), 1..=3) && number.bytes().all(|b| b.is_ascii_digit());
        let is_note = self.word(at) == "[" && is_number && self.word(at + 2) == "]";
        if is_note { at + 3 } else { at }
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at).filter(|_| !self.taken[at])
    }

    pub(super) fn is(&self, at: usize, class: Classes) -> bool {
        self.token(at).is_some_and(|token| token.is(class))
    }

    /// Whether any word of the sentence is of one of these classes.
    pub(super) const fn any(&self, class: Classes) -> bool {
        self.classes & class != 0
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| token.span.of(self.text))
    }

    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        number::span(self.tokens, start, end)
    }

    pub(super) fn source(&self, money: bool) -> Source<'_> {
        Source { text: self.text, tokens: self.tokens, language: self.language, money }
    }

    pub(super) fn number(&self, at: usize, money: bool) -> Option<Number> {
        self.token(at)?;
        if let Some((place, meant, number)) = self.last.get()
            && (place, meant) == (at, money)
        {
            return number;
        }
        let number = number::read(self.source(money), at)
            .filter(|number| !self.taken[at..number.end].contains(&true));
        self.last.set(Some((at, money, number)));
        number
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        let tight = !self.tokens.get(at + 1).is_some_and(|next| next.spaced);
        matches!(self.word(at), "-" | "–" | "—") && tight
    }

    /// `un`, `une`, `one` are articles unless they measure: `moins d’une heure`, `un an de prison`, but `un jour`.
    fn is_bare_one(&self, at: usize, figure: &Figure, unit: Option<Unit>, of: bool) -> bool {
        const BOUNDS: Classes = class::ABOUT | class::MORE | class::LESS | class::LEAST;
        let one = figure.end == at + 1
            && figure.low.to_bits() == 1_f64.to_bits()
            && !figure.loose
            && self.tokens[at].shape != Shape::Figure;
        let bound = at.checked_sub(1).is_some_and(|before| self.is(before, BOUNDS));
        let measures = |unit: Unit| match unit.measure {
            Measure::Share | Measure::Money => true,
            Measure::Duration => bound || of && unit.scale.total_cmp(&DAY).is_ne(),
            _ => false,
        };
        one && !unit.is_some_and(measures)
    }

    /// `par mois`, `per year`, `a day`.
    fn per(&self, at: usize) -> Option<(Span, usize)> {
        let links = self.token(at)?.is(class::PER) || self.tokens[at].is_mark(self.text, "/");
        let what = self.token(at + 1).filter(|next| next.is_word())?;
        let unit =
            what.is(class::UNIT) || self.settings.per_head.contains(&what.span.of(self.text));
        // `a year earlier`
        let off = self.settings.year_off.contains(&self.word(at + 2));
        (links && unit && !off).then_some((what.span, at + 2))
    }

    /// `plusieurs milliers de soldats`, `many soldiers`: how many is left open.
    fn some(&self, at: usize) -> Option<(Found, usize)> {
        let number = self.number(at + 1, false).filter(|_| !self.is_figure(at + 1));
        let mut end = number.map_or(at + 1, |number| number.end);
        let noun = self.noun(end, false, false);
        if number.is_none() && (noun.is_none() || self.is_figure(at + 1)) {
            return None;
        }
        let mut quantity =
            Quantity { figure: self.span(at, end), vague: true, ..Quantity::default() };
        if let Some((unit, after)) = self.plain_unit(end) {
            quantity.unit = Some(unit);
            end = after;
        }
        quantity.noun = noun.map(|(noun, after)| {
            end = end.max(after);
            noun
        });
        // `several thousand` are two thousand at the least.
        quantity.low = number.map(|n| if n.loose { n.value } else { 2.0 * n.value });
        quantity.span = self.span(at, end);
        Some((Found::quantity(quantity), end))
    }

    pub(super) fn is_figure(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.shape == Shape::Figure)
    }
}
