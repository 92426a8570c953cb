//! Whether two dates can both be true of one thing.

use crate::core::fact::model::{Comparison, Date, Moment, Part};

/// Compares two dates in the parts that both give; `None` where they share
/// no part, or where one is counted from a day we do not know.
pub fn compare(a: &Date, b: &Date) -> Option<Comparison> {
    if a.relative || b.relative {
        return None;
    }
    match (a.to, b.to) {
        (None, None) => moments(a.from, b.from),
        _ => periods(a, b),
    }
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
    }
    for meet in [parts_meet(a, b), days_meet(a, b)].into_iter().flatten() {
        shared += 1;
        differ |= !meet;
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

/// Whether the parts of a month or a year that two moments name can be one; `None` where they
/// do not both name one, or nothing ties them to one month or year.
fn parts_meet(a: Moment, b: Moment) -> Option<bool> {
    match (a.month, b.month) {
        (Some(_), Some(_)) => Some(a.part? == b.part?),
        _ if a.year.is_some() && b.year.is_some() => {
            let months = |x: Moment| x.month.map(|m| (m, m)).or_else(|| x.part.map(Part::months));
            let (a, b) = (months(a)?, months(b)?);
            Some(a.0 <= b.1 && b.0 <= a.1)
        }
        _ => None,
    }
}

/// Whether two moments can be one day where the order of day and month is not known of one;
/// `None` where it is known of both, or one names no month.
fn days_meet(a: Moment, b: Moment) -> Option<bool> {
    a.unsure.or(b.unsure)?;
    let ways = |x: Moment| match (x.unsure, x.month) {
        (Some((one, other)), _) => Some([(one, Some(other)), (other, Some(one))]),
        (None, month) => month.map(|month| [(month, x.day); 2]),
    };
    let (a, b) = (ways(a)?, ways(b)?);
    let one = |x: (u8, Option<u8>), y: (u8, Option<u8>)| {
        x.0 == y.0 && x.1.zip(y.1).is_none_or(|(x, y)| x == y)
    };
    Some(a.iter().any(|x| b.iter().any(|y| one(*x, *y))))
}

/// Compares a period with a period or a day.
fn periods(a: &Date, b: &Date) -> Option<Comparison> {
    if a.from == b.from && a.to == b.to {
        return Some(Comparison::Same);
    }
    let ends = |date: &Date| {
        let end = date.to.unwrap_or(date.from);
        let year = date.from.year.or(end.year)?;
        let count = |year: i32, month: Option<u8>, day: Option<u8>, rest: [u8; 2]| {
            let [month, day] = [month.unwrap_or(rest[0]), day.unwrap_or(rest[1])].map(i32::from);
            (year * 13 + month) * 32 + day
        };
        let (from, last) = (date.from, end.year.unwrap_or(year));
        Some((count(year, from.month, from.day, [0, 0]), count(last, end.month, end.day, [12, 31])))
    };
    let ((a_from, a_to), (b_from, b_to)) = (ends(a)?, ends(b)?);
    Some(if a_from <= b_to && b_from <= a_to { Comparison::Meets } else { Comparison::Differs })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Comparison::{Differs, Meets, Same};

    #[test]
    fn dates_compare_in_the_parts_both_give() {
        let at = |year: Option<i32>, month: Option<u8>, day: Option<u8>| Date {
            from: Moment { year, month, day, ..Moment::default() },
            ..Date::default()
        };
        let quarter = |n| {
            let year = at(Some(2024), None, None);
            Date { from: Moment { part: Some(Part::Quarter(n)), ..year.from }, ..year }
        };
        for (a, b, want) in [
            (at(None, Some(6), None), at(None, Some(7), None), Some(Differs)),
            (at(None, Some(6), None), at(Some(2024), Some(6), Some(19)), Some(Meets)),
            (at(Some(2024), None, None), at(None, Some(6), None), None),
            (at(Some(2024), Some(6), Some(19)), at(Some(2024), Some(6), Some(19)), Some(Same)),
            (at(Some(2023), Some(6), None), at(Some(2024), Some(6), None), Some(Differs)),
            (quarter(1), quarter(2), Some(Differs)),
            (quarter(1), at(Some(2024), Some(2), None), Some(Meets)),
            (quarter(1), at(Some(2024), Some(6), None), Some(Differs)),
        ] {
            assert_eq!(compare(&a, &b), want, "{a:?} {b:?}");
            assert_eq!(compare(&b, &a), want, "{b:?} {a:?}");
        }
        let unsure = |one, other| {
            let year = at(Some(2024), None, None);
            Date { from: Moment { unsure: Some((one, other)), ..year.from }, ..year }
        };
        for (a, b, want) in [
            (unsure(3, 4), unsure(3, 4), Some(Same)),
            (unsure(3, 4), unsure(4, 3), Some(Meets)),
            (unsure(3, 4), unsure(5, 6), Some(Differs)),
            (unsure(3, 4), at(Some(2024), Some(4), Some(3)), Some(Meets)),
            (unsure(3, 4), at(Some(2024), Some(4), None), Some(Meets)),
            (unsure(3, 4), at(Some(2024), Some(4), Some(5)), Some(Differs)),
            (unsure(3, 4), at(Some(2024), None, None), Some(Meets)),
        ] {
            assert_eq!(compare(&a, &b), want, "{a:?} {b:?}");
            assert_eq!(compare(&b, &a), want, "{b:?} {a:?}");
        }
        let period =
            Date { to: Some(at(Some(2024), None, None).from), ..at(Some(2022), None, None) };
        assert_eq!(compare(&period, &at(Some(2023), Some(5), None)), Some(Meets));
        assert_eq!(compare(&at(Some(2019), None, None), &period), Some(Differs));
    }
}
