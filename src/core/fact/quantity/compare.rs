//! Whether two figures can both be true of one thing.

use std::hash::BuildHasher as _;

use rustc_hash::FxBuildHasher;

use crate::core::fact::model::{Comparison, Quantity};
use crate::core::keep::keep;
use crate::core::lang::Measure;

/// How far a figure said with `environ` may lie from the truth, as a share.
const ABOUT: f64 = 0.10;
/// The most that rounding excuses, as a share: 12 000 may stand for 12 200, but 3 000 not for 3 400.
const ROUNDING: f64 = 0.02;

/// How many times as much is told of another thing: reports of one toll or sum seldom lie further apart.
const FAR: f64 = 16.0;

/// Compares two figures; `None` where they measure different things
/// (another dimension, another currency, one a rate).
///
/// What is counted is not looked at: the caller knows whether the nouns agree.
pub fn compare(a: &Quantity, b: &Quantity) -> Option<Comparison> {
    Amount::of(a).compare(Amount::of(b))
}

/// What of a figure counts when it is compared, in base units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Amount {
    low: f64,
    high: f64,
    slack: (f64, f64),
    /// Of what kind, and its symbol as a number where that tells more.
    measure: Option<(Measure, u64)>,
    rate: bool,
    /// `thousands`: how many, nobody said.
    floor: bool,
    /// How many base units its own has.
    scale: f64,
}

keep!(struct Amount { low, high, slack, measure, rate, floor, scale });

/// A bound says of what is so many times as much no more than that it is more.
const BEYOND: f64 = 1.5;

impl Amount {
    pub(crate) fn of(q: &Quantity) -> Self {
        let (low, high) = q.in_base();
        let (mut low, mut high) = match (low, high) {
            (None, None) => (f64::NEG_INFINITY, f64::INFINITY),
            (low, high) => (low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY)),
        };
        if low > high {
            (low, high) = (high, low);
        }
        // `des milliers` is a floor: how many thousands, nobody said.
        if q.vague && q.value().is_none() {
            high = f64::INFINITY;
        }
        let floor = q.vague && q.high.is_none();
        let scale = q.unit.map_or(1.0, |unit| unit.scale);
        let slack = |x: f64| {
            let rounding = rounding(x / scale) * scale;
            if q.vague { vague(x / scale) * scale } else { rounding }
        };
        let above = if q.short { rounding(high / scale) * scale } else { slack(high) };
        let slack = if q.vague && high.is_infinite() { (0.0, 0.0) } else { (slack(low), above) };
        Self {
            low,
            high,
            slack,
            measure: q.unit.map(|unit| (unit.measure, symbol(unit.measure, unit.symbol))),
            rate: q.per.is_some(),
            floor,
            scale,
        }
    }

    pub(crate) fn compare(self, other: Self) -> Option<Comparison> {
        let (a, b) = (self, other);
        let known = |x: Self| x.low.is_finite() || x.high.is_finite();
        if a.measure != b.measure || a.rate != b.rate || !known(a) || !known(b) {
            return None;
        }
        let same = (a.low, a.high, a.slack) == (b.low, b.high, b.slack);
        if same {
            return Some(Comparison::Same);
        }
        if a.is_rounding_of(b) || b.is_rounding_of(a) {
            return Some(Comparison::Meets);
        }
        // `30 miles` are told as `48 km`.
        let converted = a.scale.to_bits() != b.scale.to_bits();
        let below = |x: f64, y: f64| {
            let rounded = if converted { ROUNDING * x.abs().min(y.abs()) } else { 0.0 };
            x + rounded < y
        };
        let apart = below(b.high + b.slack.1, a.low - a.slack.0)
            || below(a.high + a.slack.1, b.low - b.slack.0);
        Some(if apart { Comparison::Differs } else { Comparison::Meets })
    }

    /// Whether it is a share told in fewer decimals than the other, to which that one rounds: 55 % of 55.33 %.
    fn is_rounding_of(self, other: Self) -> bool {
        let told = |x: Self| x.single().map(|value| value / x.scale);
        let (Some(round), Some(exact)) = (told(self), told(other)) else { return false };
        let decimals = |x: f64| {
            let text = format!("{x:.6}");
            let (_, decimals) = text.split_once('.').unwrap_or_default();
            decimals.trim_end_matches('0').len() as i32
        };
        let unit = 10_f64.powi(decimals(round));
        let part = self.is_measure() && !self.is_rounded();
        part && decimals(round) < decimals(exact)
            && ((exact * unit).round() - round * unit).abs() < 1e-6
    }

    /// The one value that is said, where it is not a range.
    pub(crate) fn single(self) -> Option<f64> {
        (self.low.to_bits() == self.high.to_bits()).then_some(self.low)
    }

    /// Whether it is no whole number.
    pub(crate) fn is_broken(self) -> bool {
        self.single().is_some_and(|x| x.fract() != 0.0)
    }

    /// Whether it is so much more or less that hardly anybody tells both of one thing.
    pub(crate) fn is_far_from(self, other: Self) -> bool {
        self.is_times(other, FAR)
    }

    /// Whether one is more than so many times the other.
    pub(crate) fn is_times(self, other: Self, times: f64) -> bool {
        // The ends that lie nearest: `tens of thousands` are far from three.
        let (a, b) = if self.low > other.high {
            (self.low, other.high)
        } else if other.low > self.high {
            (other.low, self.high)
        } else {
            return false;
        };
        a.is_finite() && b.is_finite() && a.abs().max(b.abs()) > times * a.abs().min(b.abs())
    }

    /// Whether it only tells in how many figures the number has: `dozens`.
    pub(crate) const fn is_floor(self) -> bool {
        self.floor
    }

    /// Whether both begin with the same value.
    pub(crate) fn is_bound_of(self, other: Self) -> bool {
        self.low.is_finite() && self.low.to_bits() == other.low.to_bits()
    }

    /// Whether one is a bound that the other lies far beyond, or both are bounds of one side and not the same: `at least four` is
    /// no news of fourteen, nor `at least 38` of `at least 52`. `Dozens` are as many as they are.
    pub(crate) fn is_far_within(self, other: Self) -> bool {
        let both = |open: fn(Self) -> bool| open(self) && open(other);
        let lowest =
            both(|x| !x.floor && x.high.is_infinite()) && self.low.to_bits() != other.low.to_bits();
        let highest = both(|x| x.low.is_infinite()) && self.high.to_bits() != other.high.to_bits();
        if lowest || highest {
            return true;
        }
        let least = |x: Self, y: Self| {
            !x.floor && x.high.is_infinite() && x.low > 0.0 && y.low >= x.low * BEYOND
        };
        let most =
            |x: Self, y: Self| x.low.is_infinite() && x.high > 0.0 && y.high <= x.high / BEYOND;
        least(self, other) || least(other, self) || most(self, other) || most(other, self)
    }

    /// How many digits a single value has in the unit it is told in, zeros at the end left out: two of `26,000`.
    pub(crate) fn digits(self) -> usize {
        let Some(told) = self.single().map(|x| (x / self.scale).abs()) else { return 0 };
        let text = format!("{told:.6}");
        let digits = text.trim_end_matches('0').replace('.', "");
        let digits = digits.trim_matches('0');
        digits.len()
    }

    /// Whether one of two single values may be the other rounded: less than a step lies between them of the one that is told in
    /// fewer digits, as between 86,000 and 90,000, but not between 450,000 and 540,000.
    pub(crate) fn may_be_rounded(self, other: Self) -> bool {
        let most = self.single().zip(other.single()).map_or(0.0, |(a, b)| a.abs().max(b.abs()));
        let digits = self.digits().min(other.digits()).max(1);
        let step = 10_f64.powf(most.log10().floor() + 1.0 - digits as f64);
        self.gap(other) < step
    }

    /// How far two single values lie apart, in their unit; nothing where one is a range.
    pub(crate) fn gap(self, other: Self) -> f64 {
        let (Some(a), Some(b)) = (self.single(), other.single()) else { return 0.0 };
        (a - b).abs()
    }

    /// Whether it has a unit rather than a counted noun only.
    pub(crate) fn is_measure(self) -> bool {
        self.measure.is_some()
    }

    /// Whether it has a unit in which people round: no share, of which news tell the decimals.
    pub(crate) fn is_rounded(self) -> bool {
        self.measure
            .is_some_and(|(measure, _)| !matches!(measure, Measure::Share | Measure::Points))
    }

    /// Whether it is a part of a whole, in percent.
    pub(crate) const fn is_share(self) -> bool {
        matches!(self.measure, Some((Measure::Share, _)))
    }

    /// Whether its unit is one of things measured, which is hardly ever left out.
    pub(crate) const fn is_physical(self) -> bool {
        use Measure::{Area, Length, Mass, Speed, Volume};
        matches!(self.measure, Some((Area | Length | Mass | Speed | Volume, _)))
    }

    /// Whether it tells a place in an order: `third`.
    pub(crate) fn is_rank(self) -> bool {
        matches!(self.measure, Some((Measure::Rank, _)))
    }

    /// Everything in it that can be hashed.
    pub(crate) fn bits(self) -> (u64, u64, u64, Option<(Measure, u64)>, bool) {
        (self.low.to_bits(), self.high.to_bits(), self.slack.1.to_bits(), self.measure, self.rate)
    }
}

/// Only money and degrees need their symbol: 3 dollars are not 3 euros, but 3 km are 3 000 m.
fn symbol(measure: Measure, symbol: &str) -> u64 {
    match measure {
        Measure::Money | Measure::Temperature => FxBuildHasher.hash_one(symbol),
        _ => 0,
    }
}

/// How far what is said of about so many may lie from it: a tenth, and of tens below a hundred half of ten, as far as that
/// is a fifth: `une vingtaine` may be 23, `some sixty` 57.
fn vague(x: f64) -> f64 {
    const ROUND: f64 = 0.20;
    let tens = x.abs() < 100.0 && (x / 10.0).fract() == 0.0;
    let step = if tens { (ROUND * x.abs()).min(5.0) } else { 0.0 };
    (ABOUT * x.abs()).max(step).max(rounding(x))
}

/// Half of the last digit that is not a trailing zero, at most [`ROUNDING`].
///
/// Numbers below 100 are taken as counted, not as rounded.
fn rounding(x: f64) -> f64 {
    if !x.is_finite() || x == 0.0 {
        return 0.0;
    }
    if x.fract() != 0.0 {
        let mut unit = 1.0;
        while unit > 1e-6 && ((x / unit).round() * unit - x).abs() > 1e-9 * x.abs() {
            unit /= 10.0;
        }
        return (unit / 2.0).min(ROUNDING * x.abs());
    }
    if x.abs() < 100.0 {
        return 0.0;
    }
    let mut unit = 1.0;
    while (x / (unit * 10.0)).fract() == 0.0 {
        unit *= 10.0;
    }
    if unit < 10.0 { 0.0 } else { (unit / 2.0).min(ROUNDING * x.abs()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::lang::Unit;
    use Comparison::{Differs, Meets, Same};
    use proptest::prelude::*;

    fn q(low: Option<f64>, high: Option<f64>, vague: bool) -> Quantity {
        Quantity { low, high, vague, ..Quantity::default() }
    }
    fn exactly(x: f64) -> Quantity {
        q(Some(x), Some(x), false)
    }
    fn about(x: f64) -> Quantity {
        q(Some(x), Some(x), true)
    }
    fn with(x: f64, symbol: &'static str, measure: Measure, scale: f64) -> Quantity {
        Quantity { unit: Some(Unit { symbol, measure, scale }), ..exactly(x) }
    }

    #[test]
    fn figures_compare_as_they_are_said() {
        let thousands = q(Some(2000.0), Some(9999.0), true);
        let range = q(Some(8000.0), Some(12000.0), false);
        let over = |x| q(Some(x), None, false);
        let under = |x| q(None, Some(x), false);
        for (a, b, want) in [
            (exactly(12000.0), exactly(12000.0), Same),
            (about(12000.0), range.clone(), Meets),
            (thousands.clone(), about(12000.0), Meets),
            (thousands.clone(), about(1500.0), Differs),
            (thousands, range.clone(), Meets),
            (over(10000.0), exactly(12000.0), Meets),
            (over(10000.0), exactly(9000.0), Differs),
            (over(10000.0), under(5000.0), Differs),
            (about(1500.0), exactly(1480.0), Meets),
            (about(3000.0), range, Differs),
            (about(12000.0), about(3000.0), Differs),
            (exactly(12000.0), exactly(12034.0), Meets),
            (exactly(3000.0), exactly(3400.0), Differs),
            (exactly(41.0), exactly(42.0), Differs),
            (exactly(3.2), exactly(3.21), Meets),
            (exactly(3.2), exactly(3.5), Differs),
            (about(20.0), exactly(23.0), Meets),
            (about(20.0), about(40.0), Differs),
            (about(60.0), exactly(57.0), Meets),
            (about(12.0), exactly(14.0), Differs),
        ] {
            assert_eq!(compare(&a, &b), Some(want), "{a:?} {b:?}");
            assert_eq!(compare(&b, &a), Some(want), "{b:?} {a:?}");
        }
    }

    #[test]
    fn a_share_may_be_told_in_fewer_decimals() {
        let share = |x| with(x, "%", Measure::Share, 1.0);
        for (a, b, want) in [
            (55.0, 55.33, Meets),
            (12.0, 12.4, Meets),
            (7.0, 7.3, Meets),
            (0.2, 0.24, Meets),
            (13.0, 12.5, Meets),
            (12.0, 12.6, Differs),
            (55.0, 54.19, Differs),
            (50.0, 52.0, Differs),
            (5.1, 5.3, Differs),
        ] {
            assert_eq!(compare(&share(a), &share(b)), Some(want), "{a} {b}");
            assert_eq!(compare(&share(b), &share(a)), Some(want), "{b} {a}");
        }
        assert_eq!(compare(&exactly(12.0), &exactly(12.4)), Some(Differs));
    }

    #[test]
    fn units_convert_and_currencies_do_not() {
        let mass = |x, scale| with(x, "", Measure::Mass, scale);
        assert_eq!(compare(&mass(2.0, 1000.0), &mass(2000.0, 1.0)), Some(Meets));
        assert_eq!(compare(&mass(2.0, 1000.0), &mass(2.0, 1.0)), Some(Differs));
        let length = |x, scale| with(x, "", Measure::Length, scale);
        assert_eq!(compare(&length(48.0, 1000.0), &length(30.0, 1609.344)), Some(Meets));
        assert_eq!(compare(&length(40.0, 1000.0), &length(30.0, 1609.344)), Some(Differs));
        let money = |symbol| with(200.0, symbol, Measure::Money, 1.0);
        assert_eq!(compare(&money("USD"), &money("EUR")), None);
        assert_eq!(compare(&money("USD"), &exactly(200.0)), None);
        let rate = Quantity { per: Some(crate::core::article::Span::new(0, 1)), ..money("USD") };
        assert_eq!(compare(&money("USD"), &rate), None);
    }

    proptest! {
        #[test]
        fn comparing_is_symmetric(a in quantity(), b in quantity()) {
            prop_assert_eq!(compare(&a, &b), compare(&b, &a));
        }

        #[test]
        fn a_figure_never_differs_from_itself(a in quantity()) {
            prop_assert_ne!(compare(&a, &a), Some(Differs));
        }
    }

    fn quantity() -> impl Strategy<Value = Quantity> {
        let end =
            || proptest::option::of(prop_oneof![-10.0..1e6f64, (0u32..2000).prop_map(f64::from)]);
        (end(), end(), any::<bool>()).prop_map(|(low, high, vague)| q(low, high, vague))
    }
}
