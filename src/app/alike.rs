//! The values of a list, of which those that say the same are one however they are written: `34`, `Thirty-four people`.

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

/// Values of which those that say the same are one, whatever comparison tied them; `add` gives the earlier what the
/// later one has.
pub(super) fn joined<T>(
    values: impl Iterator<Item = (T, Option<Told>)>,
    add: impl Fn(&mut T, T),
) -> Vec<T> {
    let mut all: Vec<(T, Option<Told>)> = Vec::new();
    for (one, told) in values {
        match all.iter_mut().find(|(_, other)| are_one(told.as_ref(), other.as_ref())) {
            Some((other, _)) => add(other, one),
            None => all.push((one, told)),
        }
    }
    all.into_iter().map(|(value, _)| value).collect()
}

/// Whether two values say the same: what surely differs was read otherwise, and stays two.
fn are_one(one: Option<&Told>, other: Option<&Told>) -> bool {
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
