//! Whether two values of a list are one, however they are written: `34`, `Thirty-four people`.

use crate::core::article::Span;
use crate::core::fact::{self, Comparison, Date, Quantity, date};
use crate::core::lang::Language;

/// A value as it is read in the words of its claim.
pub(super) enum Told {
    Figure(Box<Quantity>),
    Date(Date),
}

/// Reads the value that stands at a place of a claim; `None` where it is neither figure nor date.
pub(super) fn read(text: &str, claim: Span, value: Span) -> Option<Told> {
    let at = Span::new(value.start.checked_sub(claim.start)?, value.end - claim.start);
    let words = text.get(claim.range())?;
    let facts = fact::values(words, Language::of(words));
    let figure = facts.quantities.into_iter().find(|quantity| quantity.span.overlaps(at));
    let date = || facts.dates.into_iter().find(|date| date.span.overlaps(at));
    figure.map(|figure| Told::Figure(Box::new(figure))).or_else(|| date().map(Told::Date))
}

/// Whether two values say the same: what surely differs was read otherwise, and stays two.
pub(super) fn are_one(one: Option<&Told>, other: Option<&Told>) -> bool {
    match (one, other) {
        (Some(Told::Figure(one)), Some(Told::Figure(other))) => {
            let bounds = |q: &Quantity| [q.low, q.high].map(|end| end.map(f64::to_bits));
            bounds(one) == bounds(other) && one.vague == other.vague && one.unit == other.unit
        }
        (Some(Told::Date(one)), Some(Told::Date(other))) => {
            date::compare(one, other) == Some(Comparison::Same)
        }
        _ => false,
    }
}
