//! What figures measure, and in what: the packs name units, facts hold them.

use crate::core::keep::keep;

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

keep!(
    enum Measure {
        Share,
        Points,
        Rank,
        Money,
        Length,
        Area,
        Volume,
        Mass,
        Duration,
        Speed,
        Temperature,
        Power,
        Energy,
        Data,
    }
);

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
