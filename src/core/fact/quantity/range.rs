//! A figure with two ends: `8-12 000`, `between 3 and 4 million`; or with one.

use super::find::{Figure, Finder};
use super::number::Number;
use crate::core::lang::Unit;
use crate::core::lang::lexicon::class;

impl Finder<'_> {
    /// A number or a range of two.
    pub(super) fn figure(&self, at: usize, money: bool) -> Option<Figure> {
        let first = self.number(at, money)?;
        let Some(second) = self.range_end(at, first, money) else {
            return Some(Figure::single(first));
        };
        let mut low = first.value;
        // `8-12 000`, `3 à 4 millions`: the first takes the scale of the second.
        if first.scale < second.scale && low * second.scale <= second.value {
            low *= second.scale;
        } else if low < 1000.0
            && second.value >= 1000.0
            && low * 1000.0 < second.value
            && self.is_dash(first.end)
        {
            low *= 1000.0;
        }
        if low >= second.value {
            return Some(Figure::single(first));
        }
        let grouped = first.grouped.or(second.grouped);
        let Number { value: high, end, scale, about, .. } = second;
        Some(Figure { low, high, end, loose: false, about, range: true, scale, grouped })
    }

    /// The second end of a range; of one unit, where the first end names one.
    fn range_end(&self, at: usize, first: Number, money: bool) -> Option<Number> {
        if self.is_change(at) {
            return None;
        }
        let own = self.token(first.end).and_then(|t| t.entry.unit).filter(|_| !money);
        let end = first.end + usize::from(own.is_some());
        let between = self.is_between(at);
        // `30- bis 49-Jährige`
        let hangs = self.is_dash(end)
            && self.token(end).is_some_and(|dash| !dash.spaced)
            && self.is(end + 1, class::TO);
        let end = end + usize::from(hangs);
        let tied = self.is(end, class::TO) || between && self.is(end, class::AND);
        // `$140- $150 million`
        let loose = self.is_dash_before(end);
        if !tied && !self.is_dash(end) && !loose {
            return None;
        }
        // `entre el 15 y el 20 por ciento`
        let second = self.is_figure(end + 2) || between && self.is(end + 2, class::NUMBER);
        let article = usize::from(tied && self.is(end + 1, class::DET) && second);
        let end = end + article;
        let sign = usize::from(self.money_sign(end + 1).is_some());
        let second = self.number(end + 1 + sign, money || sign == 1)?;
        let same = || {
            let unit = self.token(second.end).and_then(|t| t.entry.unit);
            unit.map(|unit| unit.symbol) == own.map(|unit| unit.symbol)
        };
        (own.is_none() || same()).then_some(second)
    }

    /// `passe de 3 à 4,25 %`, `rose from £450 to £620`: two values rather than a range.
    fn is_change(&self, at: usize) -> bool {
        let sign = usize::from(at > 0 && self.money_sign(at - 1).is_some());
        let Some(lead) = at.checked_sub(1 + sign) else { return false };
        // `une baisse de 1 à 2 %` is by so much, `le taux baisse de 3 à 2 %` to so much.
        let by = lead > 1 && self.is(lead - 1, class::CHANGE) && self.is(lead - 2, class::DET);
        self.is(lead, class::FROM) && !by && self.changes()
    }

    /// Whether `entre`, `tra il` stands before the figure at `at`.
    fn is_between(&self, at: usize) -> bool {
        let article = usize::from(at > 1 && self.is(at - 1, class::DET));
        at > article && self.is(at - 1 - article, class::BETWEEN)
    }

    pub(super) const fn changes(&self) -> bool {
        self.any(class::CHANGE | class::MOVES)
    }

    /// What a figure takes from the value that it changes to, a unit and a scale: `passe de 3 à
    /// 4,25 %`, `von 8,2 auf 6,3 Millionen`.
    pub(super) fn of_change(&self, at: usize, figure: &Figure) -> Option<(Option<Unit>, f64)> {
        let end = figure.end;
        if figure.range || !self.is(end, class::TO | class::REACHES) {
            return None;
        }
        let sign = self.money_sign(end + 1).map(|(unit, _)| unit);
        let second = self.number(end + 1 + usize::from(sign.is_some()), sign.is_some())?;
        // What falls has changed, whatever word says so: `abaissé de 2,5 à 2 %`.
        let falls = at > 0 && self.is(at - 1, class::FROM) && figure.low > second.value;
        // `stieg um 50 auf 700 Euro`
        let by = self.is(end, class::REACHES) && !self.is(end, class::TO) && self.changes();
        if !(self.is_change(at) || falls || by) {
            return None;
        }
        // An `m` may be metres or millions.
        let behind = || self.plain_unit(second.end).filter(|_| self.word(second.end) != "m");
        let unit = sign.or_else(|| behind().map(|(unit, _)| unit));
        Some((unit, scale_of_change(figure, second)))
    }

    /// A dash glued to the figure before it only.
    fn is_dash_before(&self, at: usize) -> bool {
        self.token(at).is_some_and(|dash| !dash.spaced)
            && matches!(self.word(at), "-" | "–")
            && (self.is_figure(at + 1) || self.money_sign(at + 1).is_some())
    }
}

/// The scale that both values of a change have: `de 2,4 à 3,1 milliards`, but `de 200 à 1,2 million`.
fn scale_of_change(first: &Figure, second: Number) -> f64 {
    const FARTHEST: f64 = 20.0;
    let counted = second.value / second.scale;
    let shared = first.scale <= 1.0 && second.scale >= 1e3 && first.low < FARTHEST * counted;
    if shared { second.scale } else { 1.0 }
}
