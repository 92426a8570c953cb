//! Places in an order: `third`, `21st`, `vingt et unième`.

use super::find::Finder;
use crate::core::fact::model::Quantity;
use crate::core::lang::lexicon::class;
use crate::core::lang::settings::Head;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::lang::{Measure, Unit};

/// A place in an order.
const RANK: Unit = Unit { symbol: "ordinal", measure: Measure::Rank, scale: 1.0 };

impl Finder<'_> {
    /// `third`, `21st`, `vingt et unième`, where it does not name: `5e République`.
    pub(super) fn rank(&self, at: usize) -> Option<(Quantity, usize)> {
        let (value, end) = self.ordinal(at)?;
        let token = &self.tokens[at];
        // `o artigo 5º`
        let named = at > 0 && self.is(at - 1, class::LABEL);
        if named
            || token.is(class::ACCORDING | class::RELATIVE | class::TITLE)
            || self.is(end, class::PERIOD | class::UNIT | class::MONTH)
        {
            return None;
        }
        // Where nouns have capitals, an ordinal with one is part of a name.
        let capital = self.token(end).is_some_and(|next| next.is_capital() && next.spaced);
        let nouns = self.settings.head == Head::Capital;
        if capital && (!nouns || at > 0 && token.is_capital()) {
            return None;
        }
        let span = self.span(at, end);
        let quantity = Quantity {
            span,
            figure: span,
            low: Some(value),
            high: Some(value),
            unit: Some(RANK),
            ..Quantity::default()
        };
        // `103rd out of 200`
        let ratio = self.is(end, class::RATIO);
        let noun = self.noun(end, false, true).filter(|_| !ratio);
        let end = noun.as_ref().map_or(end, |(_, after)| *after);
        Some((
            Quantity { span: self.span(at, end), noun: noun.map(|(noun, _)| noun), ..quantity },
            end,
        ))
    }

    /// The value of an ordinal and one past its last token.
    pub(super) fn ordinal(&self, at: usize) -> Option<(f64, usize)> {
        let token = self.token(at)?;
        if token.is(class::ORDINAL) {
            // `vigésimo segundo`, `milésimo ducentésimo quinto`
            let (mut value, mut end) = (token.value, at + 1);
            while let Some(next) = self.token(end).filter(|next| next.is(class::ORDINAL)) {
                let room = [1000.0, 100.0, 10.0].into_iter().find(|room| value % room == 0.0);
                if room.is_none_or(|room| next.value >= room) {
                    break;
                }
                (value, end) = (value + next.value, end + 1);
            }
            return Some((value, end));
        }
        if token.shape == Shape::Figure {
            let value = f64::from(self.word(at).parse::<u32>().ok()?);
            if self.source(false).power(value, at + 1).is_some() {
                return None;
            }
            let suffix = self.token(at + 1).filter(|next| !next.spaced)?;
            // `el 21.º puesto`
            let sign = self.word(at + 2);
            let point = suffix.is_mark(self.text, ".") && matches!(sign, "º" | "ª" | "°");
            if point && self.token(at + 2).is_some_and(|next| !next.spaced) {
                return Some((value, at + 3));
            }
            // `die 3. Sitzung`
            let led = || at > 0 && self.is(at - 1, class::DET | class::PREP);
            let stop = suffix.is_mark(self.text, ".");
            let goes_on = || led() && self.token(at + 2).is_some_and(Token::is_word);
            let ordinal = self.is_ordinal(suffix.span.of(self.text)) && (!stop || goes_on());
            return ordinal.then_some((value, at + 2));
        }
        let number = self.number(at, false).filter(|n| n.grouped.is_none() && !n.loose)?;
        let last =
            number.end + usize::from(self.is_dash(number.end) || self.is(number.end, class::AND));
        let ordinal = self.token(last).filter(|t| t.is(class::ORDINAL))?;
        let small = ordinal.value < 100.0;
        let value = if small { number.value + ordinal.value } else { number.value * ordinal.value };
        (!small || number.value >= 20.0).then_some((value, last + 1))
    }
}
