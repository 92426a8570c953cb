//! What a figure says by itself.

use crate::core::fact::{Measure, Quantity};

/// Whether a figure says something to check: `beaucoup de` tells none, and `deux États` seldom counts them.
pub(in crate::core::claim) fn tells(text: &str, quantity: &Quantity) -> bool {
    let Some(value) = quantity.low.or(quantity.high) else { return false };
    if quantity.unit.is_some_and(|unit| unit.measure == Measure::Rank) {
        return false;
    }
    let digits = quantity.figure.of(text).contains(|c: char| c.is_ascii_digit());
    digits || quantity.unit.is_some() || value > 2.0 || value.fract() != 0.0
}

/// Whether a figure tells how long or how old, or which one is meant.
pub(super) fn lasts(text: &str, quantity: &Quantity) -> bool {
    quantity.unit.is_some_and(|unit| unit.measure == Measure::Duration)
        || tells_which(text, quantity)
}

/// `a 13-inch screen`, `the 18-degree model`: a hyphen ties the figure to what it measures, before the
/// thing that is meant; but `a $600-million cost`.
fn tells_which(text: &str, quantity: &Quantity) -> bool {
    let value = quantity.unit.is_some_and(|unit| {
        matches!(unit.measure, Measure::Money | Measure::Share) || unit.symbol == "%"
    });
    let tied = text[quantity.figure.end..].strip_prefix('-');
    !value && tied.is_some_and(|rest| rest.starts_with(char::is_lowercase))
}

/// Whether a figure says little by itself: how long, how old, `three films`, `hundreds of devices`, `dix mètres`. Of such
/// highlights in news that stood on a figure in words alone, and no money, share or large number, one in seven was
/// worth checking.
pub(super) fn is_light(text: &str, quantity: &Quantity) -> bool {
    let digits = quantity.figure.of(text).contains(|c: char| c.is_ascii_digit());
    let value = quantity.low.or(quantity.high).unwrap_or_default();
    // `un million de tonnes`, but `des milliers de kilomètres`
    let large = value >= LARGE && !quantity.vague;
    lasts(text, quantity) || !digits && !large && !is_hard(quantity) || is_price(quantity)
}

/// `a dish for 18 euros`; but `10 euros an hour`.
fn is_price(quantity: &Quantity) -> bool {
    let money = quantity.unit.is_some_and(|unit| unit.measure == Measure::Money);
    money && quantity.per.is_none() && !is_hard(quantity)
}

/// From so many on a number is large.
const LARGE: f64 = 1000.0;

/// From so much money on it is more than a price.
const SUM: f64 = 100.0;

/// Whether a figure is checked in any article: money, a share, a large number.
pub(super) fn is_hard(quantity: &Quantity) -> bool {
    let value = quantity.low.or(quantity.high).unwrap_or_default();
    let money = quantity.unit.is_some_and(|unit| unit.measure == Measure::Money);
    money && value >= SUM || is_share(quantity) || quantity.unit.is_none() && value >= LARGE
}

/// Whether it is a part of a whole.
pub(super) fn is_share(quantity: &Quantity) -> bool {
    quantity.unit.is_some_and(|unit| matches!(unit.measure, Measure::Share | Measure::Points))
}
