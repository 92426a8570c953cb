//! Day and month in an order that the language leaves open: `03/06/2024` in English.

use crate::core::fact::model::{Date, Moment};

/// Gives the dates whose order is open that of the others of a text: `13/06/2024` and `3 June` have the day first,
/// `06/13/2024` and `June 3` the month. Where none tells, or they do not agree, they stay open.
pub(crate) fn settle(text: &str, dates: &mut [Date]) {
    if !dates.iter().any(|date| date.from.unsure.is_some()) {
        return;
    }
    let whole = dates.iter().filter(|date| date.from.day.is_some() && date.from.month.is_some());
    let mut told = whole.filter_map(|date| day_first(date.span.of(text)));
    let Some(first) = told.next() else { return };
    if told.any(|other| other != first) {
        return;
    }
    for moment in
        dates.iter_mut().flat_map(|date| [Some(&mut date.from), date.to.as_mut()]).flatten()
    {
        if let Some((a, b)) = moment.unsure.take() {
            let (day, month) = if first { (a, b) } else { (b, a) };
            *moment = Moment { day: Some(day), month: Some(month), ..*moment };
        }
    }
}

/// Whether the day stands before the month in a date that is read; `None` where it does not show, or the year is first.
fn day_first(written: &str) -> Option<bool> {
    let digits = |rest: &str| rest.bytes().take_while(u8::is_ascii_digit).count();
    let start = written.find(|c: char| c.is_ascii_digit())?;
    let len = digits(&written[start..]);
    let behind = &written[start + len..];
    if len > 2 {
        return None;
    }
    if let Some(rest) = behind.strip_prefix('/') {
        let [one, other] = [&written[start..start + len], &rest[..digits(rest)]];
        return Some(one.parse::<u8>().ok()? > other.parse::<u8>().ok()?);
    }
    // Behind the day stands the month, or nothing but a year and a time.
    let before = written[..start].split_whitespace().last().unwrap_or_default();
    let word = behind
        .split([' ', '-', '\u{a0}'])
        .find(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2);
    match (before.ends_with(char::is_alphabetic) || before.ends_with('.'), word) {
        (_, Some(_)) => Some(true),
        (true, None) => Some(false),
        (false, None) => None,
    }
}
