//! Which figures are not read for sure: torn apart, cut out of a compound, of two conventions.

use super::find::{Figure, Finder};
use crate::core::lang::lexicon::{Lexicon, class};
use crate::core::lang::settings::Head;
use crate::core::lang::token::Token;
use crate::core::lang::{Language, Measure, Unit};

impl Finder<'_> {
    /// `$380, 600`: one sum with a space in it, or two figures.
    pub(super) fn is_torn(&self, end: usize) -> bool {
        let alone = end > 0 && self.word(end - 1).len() <= 3 && self.is_figure(end - 1);
        let comma = self.word(end) == "," && !self.tokens[end].spaced;
        alone && comma && self.is_figure(end + 1) && self.word(end + 1).len() == 3
    }

    /// `menos 1,2 milhões`, `moins 300 postes`: fewer rather than below naught; degrees and
    /// shares have a sign.
    pub(super) fn is_less(&self, at: usize) -> bool {
        let romance = self.settings.head == Head::First;
        let Some(number) = self.number(at, false).filter(|_| romance && self.is(at, class::MINUS))
        else {
            return false;
        };
        let signed = self.plain_unit(number.end).is_some_and(|(unit, _)| {
            matches!(unit.measure, Measure::Temperature | Measure::Share | Measure::Points)
        });
        !signed && self.token(number.end).is_some_and(Token::is_word)
    }

    /// Chooses between thousands and decimals by what is counted; whether it could.
    pub(super) fn settle(&self, figure: &mut Figure, unit: Option<Unit>, counted: bool) -> bool {
        let Some(grouped) = figure.grouped.take() else { return true };
        let share =
            unit.is_some_and(|unit| matches!(unit.measure, Measure::Share | Measure::Points));
        if figure.scale > 1.0 || share {
            return true;
        }
        if figure.range || matches!(self.language, Language::English) || !self.language.has_pack() {
            return false;
        }
        // A comma divides in these languages, but nobody counts parts of persons.
        if counted && unit.is_none() {
            (figure.low, figure.high) = (grouped, grouped);
        }
        true
    }

    /// `XY$5`: a currency nobody knows; `-12 000 postes` at the head of a line: a sign or a
    /// list's dash; a scale of another language.
    pub(super) fn is_doubtful(
        &self,
        at: usize,
        figure: &Figure,
        unit: Option<Unit>,
        counted: bool,
    ) -> bool {
        let sign = at > 0 && {
            let before = self.word(at - 1);
            before.chars().count() > 1 && before.ends_with(['$', '£'])
        };
        // `10 k`, `1.5 G` with a space: a thousand, or grams, or a name.
        let letter = matches!(self.word(figure.end), "k" | "K" | "G" | "T");
        let dash = figure.low < 0.0 && at == 0 && counted;
        unit.is_none() && (sign || dash || letter || self.is_foreign_scale(figure.end))
    }

    /// `300-Millionen-Euro-Anleihe`: the scale is part of a compound that is not taken apart.
    pub(super) fn is_in_compound(&self, end: usize) -> bool {
        let tight = self.is_dash(end) && self.token(end).is_some_and(|dash| !dash.spaced);
        let scale = |part: &str| {
            let part = part.to_lowercase();
            Lexicon::of(self.language).get(&part).is_some_and(|entry| entry.is(class::SCALE))
        };
        tight && self.word(end + 1).split('-').next().is_some_and(scale)
    }

    /// `12 miljoner`, `3 million` in an Italian text: a scale of a language that is not read here.
    fn is_foreign_scale(&self, at: usize) -> bool {
        const STEMS: [&str; 7] = ["milli", "milj", "milio", "milió", "billi", "bilj", "trilli"];
        let Some(token) = self.token(at).filter(|t| !t.is(class::NUMBER | class::UNIT)) else {
            return false;
        };
        let word = token.span.of(self.text).to_lowercase();
        STEMS.iter().any(|stem| word.starts_with(stem))
    }
}
