//! Figures and what they count: the type, finding, comparing.

mod compare;
mod figure;
mod find;
mod label;
mod noun;
mod number;
mod share;
mod unit;

pub(crate) use compare::Amount;
pub use compare::compare;
pub(crate) use find::find;

use crate::core::article::Span;

/// A figure with what it counts: `environ 12 000 soldats nord-coréens`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quantity {
    /// The whole expression, with its bound words, unit and counted noun.
    pub span: Span,
    /// The figure alone, with its multiplier (`200 millions`); both ends of a range.
    pub figure: Span,
    /// Lower end of what is said; `None` under `moins de`. Equals `high` for a single value.
    pub low: Option<f64>,
    /// Upper end of what is said; `None` under `plus de`.
    pub high: Option<f64>,
    /// Said as about so much: `environ`, `près de`, `plusieurs`.
    pub vague: bool,
    /// The unit or currency, where the figure is a measure.
    pub unit: Option<Unit>,
    /// What is counted or measured: `soldats`, the `riz` of `700 000 tonnes de riz`.
    pub noun: Option<Noun>,
    /// The stretch of time or the thing it is for each of: `mois` in `2 000 dollars par mois`.
    pub per: Option<Span>,
}

impl Quantity {
    /// The one figure that is said, whatever bounds it; `None` for a true range.
    pub fn value(&self) -> Option<f64> {
        match (self.low, self.high) {
            (Some(low), Some(high)) => {
                ((low - high).abs() <= f64::EPSILON * low.abs()).then_some(low)
            }
            (low, high) => low.or(high),
        }
    }

    /// Lower and upper end in the base unit of the measure (metres, kilograms, seconds…).
    pub fn in_base(&self) -> (Option<f64>, Option<f64>) {
        let scale = self.unit.map_or(1.0, |unit| unit.scale);
        (self.low.map(|x| x * scale), self.high.map(|x| x * scale))
    }
}

/// What a figure measures. The base unit, to which [`Unit::scale`] leads, is given with each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// Parts of the whole, in percent.
    Share,
    /// Percentage points: the difference of two shares.
    Points,
    /// A place in an order: `third`.
    Rank,
    /// Money, in the currency of the unit's symbol.
    Money,
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// Litres.
    Volume,
    /// Kilograms.
    Mass,
    /// Seconds; a month counts 30.44 days, a year 365.25.
    Duration,
    /// Metres a second.
    Speed,
    /// Degrees, on the scale of the unit's symbol.
    Temperature,
    /// Watts.
    Power,
    /// Joules.
    Energy,
    /// Bytes.
    Data,
}

/// A unit or a currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// Its short name, the same in all languages: `USD`, `%`, `t`, `mm`, `mois`.
    pub symbol: &'static str,
    /// What it measures.
    pub measure: Measure,
    /// How many base units of the measure it makes.
    pub scale: f64,
}

/// What is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noun {
    /// The words, modifiers included: `soldats nord-coréens`.
    pub span: Span,
    /// The head as a folded stem: `soldat`. Only good for comparing.
    pub stem: Box<str>,
    /// The modifiers as folded stems, in order: `nord-coreen`.
    pub modifiers: Box<[Box<str>]>,
}
