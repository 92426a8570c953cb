//! Whether two figures, or two dates, can both be true of one thing.

use crate::core::fact::{Date, Measure, Moment, Part, Quantity};

/// How two values of the same thing stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Comparison {
    /// The same value, said equally exactly.
    Same,
    /// Both can be true: ranges meet, a bound holds, one is vaguer.
    Meets,
    /// Both cannot be true of the same thing.
    Differs,
}

/// How far a figure said with `environ` may lie from the truth, as a share.
const ABOUT: f64 = 0.10;
/// The most that rounding excuses, as a share: 12 000 may stand for 12 200, but 3 000 not for 3 400.
const ROUNDING: f64 = 0.02;

/// Compares two figures; `None` where they measure different things
/// (another dimension, another currency, one a rate).
///
/// What is counted is not looked at: the caller knows whether the nouns agree.
pub fn quantities(a: &Quantity, b: &Quantity) -> Option<Comparison> {
    Amount::of(a).compare(Amount::of(b))
}

/// Compares two dates in the parts that both give; `None` where they share
/// no part, or where one is counted from a day we do not know.
pub fn dates(a: &Date, b: &Date) -> Option<Comparison> {
    if a.relative || b.relative {
        return None;
    }
    match (a.to, b.to) {
        (None, None) => moments(a.from, b.from),
        _ => periods(a, b),
    }
}

/// What of a figure counts when it is compared, in base units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    low: f64,
    high: f64,
    slack: (f64, f64),
    measure: Option<(Measure, &'static str)>,
    rate: bool,
}

impl Amount {
    pub(super) fn of(q: &Quantity) -> Self {
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
        let scale = q.unit.map_or(1.0, |unit| unit.scale);
        let slack = |x: f64| {
            let rounding = rounding(x / scale) * scale;
            if q.vague { (ABOUT * x.abs()).max(rounding) } else { rounding }
        };
        let slack =
            if q.vague && high.is_infinite() { (0.0, 0.0) } else { (slack(low), slack(high)) };
        Self {
            low,
            high,
            slack,
            measure: q.unit.map(|unit| (unit.measure, symbol(unit.measure, unit.symbol))),
            rate: q.per.is_some(),
        }
    }

    pub(super) fn compare(self, other: Self) -> Option<Comparison> {
        let (a, b) = (self, other);
        let known = |x: Self| x.low.is_finite() || x.high.is_finite();
        if a.measure != b.measure || a.rate != b.rate || !known(a) || !known(b) {
            return None;
        }
        let same = (a.low, a.high, a.slack) == (b.low, b.high, b.slack);
        if same {
            return Some(Comparison::Same);
        }
        let apart =
            a.low - a.slack.0 > b.high + b.slack.1 || b.low - b.slack.0 > a.high + a.slack.1;
        Some(if apart { Comparison::Differs } else { Comparison::Meets })
    }

    /// How wide the range is that was said, in parts of its upper end; 0 for a single value.
    pub(super) fn width(self) -> f64 {
        if self.low.is_finite() && self.high.is_finite() && self.high > 0.0 {
            (self.high + self.slack.1 - self.low + self.slack.0) / self.high
        } else {
            100.0
        }
    }

    /// Whether it has a unit rather than a counted noun only.
    pub(super) fn is_measure(self) -> bool {
        self.measure.is_some()
    }

    /// Everything in it that can be hashed.
    pub(super) fn bits(self) -> (u64, u64, u64, Option<(Measure, &'static str)>, bool) {
        (self.low.to_bits(), self.high.to_bits(), self.slack.1.to_bits(), self.measure, self.rate)
    }

    /// Whether the two are of a like size: a bound of 400 says nothing about 12 000.
    pub(super) fn near(self, other: Self) -> bool {
        let size = |x: Self| if x.high.is_finite() { x.high } else { x.low };
        let (a, b) = (size(self).abs(), size(other).abs());
        a.max(b) <= 20.0 * a.min(b)
    }
}

/// Only money and degrees need their symbol: 3 dollars are not 3 euros, but 3 km are 3 000 m.
fn symbol(measure: Measure, symbol: &'static str) -> &'static str {
    match measure {
        Measure::Money | Measure::Temperature => symbol,
        _ => "",
    }
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

/// Compares two points in time, part by part.
fn moments(a: Moment, b: Moment) -> Option<Comparison> {
    let mut shared = 0;
    let mut differ = false;
    let mut part = |x: Option<i32>, y: Option<i32>| {
        if let (Some(x), Some(y)) = (x, y) {
            shared += 1;
            differ |= x != y;
        }
    };
    part(a.year, b.year);
    part(a.month.map(i32::from), b.month.map(i32::from));
    // A day without its month is no day.
    if a.month.is_some() && b.month.is_some() {
        part(a.day.map(i32::from), b.day.map(i32::from));
        part(a.part.map(order), b.part.map(order));
    }
    if shared == 0 {
        return None;
    }
    Some(match (differ, a == b) {
        (true, _) => Comparison::Differs,
        (false, true) => Comparison::Same,
        (false, false) => Comparison::Meets,
    })
}

const fn order(part: Part) -> i32 {
    match part {
        Part::Early => 0,
        Part::Middle => 1,
        Part::Late => 2,
    }
}

/// Compares a period with a period or a day, by year and month.
fn periods(a: &Date, b: &Date) -> Option<Comparison> {
    if a.from == b.from && a.to == b.to {
        return Some(Comparison::Same);
    }
    let ends = |date: &Date| {
        let end = date.to.unwrap_or(date.from);
        let year = date.from.year.or(end.year)?;
        let from = year * 12 + date.from.month.map_or(0, i32::from);
        let to = end.year.unwrap_or(year) * 12 + end.month.map_or(12, i32::from);
        Some((from, to))
    };
    let ((a_from, a_to), (b_from, b_to)) = (ends(a)?, ends(b)?);
    Some(if a_from <= b_to && b_from <= a_to { Comparison::Meets } else { Comparison::Differs })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::fact::Unit;
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
        ] {
            assert_eq!(quantities(&a, &b), Some(want), "{a:?} {b:?}");
            assert_eq!(quantities(&b, &a), Some(want), "{b:?} {a:?}");
        }
    }

    #[test]
    fn units_convert_and_currencies_do_not() {
        let mass = |x, scale| with(x, "", Measure::Mass, scale);
        assert_eq!(quantities(&mass(2.0, 1000.0), &mass(2000.0, 1.0)), Some(Meets));
        assert_eq!(quantities(&mass(2.0, 1000.0), &mass(2.0, 1.0)), Some(Differs));
        let money = |symbol| with(200.0, symbol, Measure::Money, 1.0);
        assert_eq!(quantities(&money("USD"), &money("EUR")), None);
        assert_eq!(quantities(&money("USD"), &exactly(200.0)), None);
        let rate = Quantity { per: Some(crate::core::article::Span::new(0, 1)), ..money("USD") };
        assert_eq!(quantities(&money("USD"), &rate), None);
    }

    #[test]
    fn dates_compare_in_the_parts_both_give() {
        let at = |year: Option<i32>, month: Option<u8>, day: Option<u8>| Date {
            from: Moment { year, month, day, ..Moment::default() },
            ..Date::default()
        };
        for (a, b, want) in [
            (at(None, Some(6), None), at(None, Some(7), None), Some(Differs)),
            (at(None, Some(6), None), at(Some(2024), Some(6), Some(19)), Some(Meets)),
            (at(Some(2024), None, None), at(None, Some(6), None), None),
            (at(Some(2024), Some(6), Some(19)), at(Some(2024), Some(6), Some(19)), Some(Same)),
            (at(Some(2023), Some(6), None), at(Some(2024), Some(6), None), Some(Differs)),
        ] {
            assert_eq!(dates(&a, &b), want, "{a:?} {b:?}");
            assert_eq!(dates(&b, &a), want, "{b:?} {a:?}");
        }
        let period =
            Date { to: Some(at(Some(2024), None, None).from), ..at(Some(2022), None, None) };
        assert_eq!(dates(&period, &at(Some(2023), Some(5), None)), Some(Meets));
        assert_eq!(dates(&at(Some(2019), None, None), &period), Some(Differs));
    }

    proptest! {
        #[test]
        fn comparing_is_symmetric(a in quantity(), b in quantity()) {
            prop_assert_eq!(quantities(&a, &b), quantities(&b, &a));
        }

        #[test]
        fn a_figure_never_differs_from_itself(a in quantity()) {
            prop_assert_ne!(quantities(&a, &a), Some(Differs));
        }
    }

    fn quantity() -> impl Strategy<Value = Quantity> {
        let end =
            || proptest::option::of(prop_oneof![-10.0..1e6f64, (0u32..2000).prop_map(f64::from)]);
        (end(), end(), any::<bool>()).prop_map(|(low, high, vague)| q(low, high, vague))
    }
}
