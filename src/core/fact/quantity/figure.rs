//! The value of a figure as written: `12 000`, `1.100`, `3,5`, `1'234.50`, `٣٫٥`.
//!
//! Which mark groups and which one divides is read off the figure where it shows; the language
//! decides only where it does not, and says when it had to.

use crate::core::lang::Language;
use crate::core::lang::word::digit;

/// How a language writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Convention {
    /// `1.234,5`: French, German, Spanish, Italian, Portuguese, Dutch.
    Points,
    /// `1,234.5`: English.
    Commas,
    /// Not known.
    Unknown,
}

impl Convention {
    pub(crate) const fn of(language: Language) -> Self {
        match language {
            Language::English => Self::Commas,
            _ if language.has_pack() => Self::Points,
            _ => Self::Unknown,
        }
    }
}

/// A figure as far as it can be read by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Reading {
    /// Its one value.
    Sure(f64),
    /// One mark before three digits: thousands, or a decimal mark?
    Either {
        /// With the mark between thousands.
        grouped: f64,
        /// With the mark before decimals.
        decimal: f64,
    },
}

/// Reads a figure; `None` where its marks fit no convention.
pub(crate) fn read(written: &str, convention: Convention) -> Option<Reading> {
    if let Some((whole, part)) = vulgar(written) {
        let whole = if whole.is_empty() { 0.0 } else { whole.trim().parse().ok()? };
        return Some(Reading::Sure(whole + part));
    }
    let plain = plain(written);
    let marks: Vec<usize> = plain.match_indices(['.', ',']).map(|(at, _)| at).collect();
    let (Some(&first), Some(&last)) = (marks.first(), marks.last()) else {
        return plain.parse().ok().map(Reading::Sure);
    };
    let (head, tail) = (&plain[..first], &plain[last + 1..]);
    let same = plain[first..=first] == plain[last..=last];
    let digits = |text: &str| -> Option<f64> {
        text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
    };
    let decimal = || -> Option<f64> {
        let whole = if last == 0 { 0.0 } else { digits(&plain[..last])? };
        let part: f64 = format!("0.{tail}").parse().ok()?;
        // By way of text, so that 3.2 is the nearest number to 3.2.
        format!("{whole}.{tail}").parse().ok().or(Some(whole + part))
    };
    let starts = (1..=3).contains(&head.len()) && !head.starts_with('0');
    if marks.len() == 1 {
        let spaced = written.contains(is_space);
        if tail.len() != 3 || !starts || spaced || tail.is_empty() {
            return decimal().map(Reading::Sure);
        }
        let (grouped, decimal) = (digits(&plain)?, decimal()?);
        return Some(match (&plain[first..=first], convention) {
            (".", Convention::Points) | (",", Convention::Commas) => Reading::Sure(grouped),
            // Nobody writes three decimals that are all naught.
            (",", Convention::Points) if tail == "000" => Reading::Sure(grouped),
            _ => Reading::Either { grouped, decimal },
        });
    }
    let body = if same { &plain[first + 1..] } else { &plain[first + 1..last] };
    let inner: Vec<&str> = body.split(['.', ',']).collect();
    let threes = inner.iter().all(|group| group.len() == 3);
    // In India groups of two stand before the last one of three.
    let twos = inner.split_last().is_some_and(|(last, rest)| {
        last.len() == 3 && !rest.is_empty() && rest.iter().all(|group| group.len() == 2)
    });
    let one_mark = !body.contains(if plain[first..].starts_with('.') { ',' } else { '.' });
    if !(starts && (threes || twos) && one_mark) {
        return None;
    }
    if same { digits(&plain) } else { decimal() }.map(Reading::Sure)
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')
}

/// ASCII digits, points and commas only.
fn plain(written: &str) -> String {
    let plain = written.chars().filter_map(|c| match c {
        '.' | ',' => Some(c),
        '，' | '٬' => Some(','),
        '．' | '٫' => Some('.'),
        c => digit(c).map(|d| char::from(b'0' + d)),
    });
    plain.collect()
}

/// `½`, `2½`: what stands before the fraction, and its value.
fn vulgar(written: &str) -> Option<(&str, f64)> {
    let c = written.chars().next_back().filter(|c| !c.is_ascii())?;
    let part = match c {
        '½' => 1.0 / 2.0,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 1.0 / 4.0,
        '¾' => 3.0 / 4.0,
        '⅕' => 1.0 / 5.0,
        '⅖' => 2.0 / 5.0,
        '⅗' => 3.0 / 5.0,
        '⅘' => 4.0 / 5.0,
        '⅙' => 1.0 / 6.0,
        '⅚' => 5.0 / 6.0,
        '⅛' => 1.0 / 8.0,
        '⅜' => 3.0 / 8.0,
        '⅝' => 5.0 / 8.0,
        '⅞' => 7.0 / 8.0,
        _ => return None,
    };
    Some((&written[..written.len() - c.len_utf8()], part))
}

#[cfg(test)]
mod tests {
    use super::Convention::{Commas, Points, Unknown};
    use super::*;

    #[test]
    fn marks_are_read_by_what_they_show() {
        let either = |grouped, decimal| Some(Reading::Either { grouped, decimal });
        let sure = |value| Some(Reading::Sure(value));
        for (written, convention, want) in [
            ("12 000", Unknown, sure(12000.0)),
            ("12\u{202f}000,5", Points, sure(12000.5)),
            ("1.234,56", Commas, sure(1234.56)),
            ("1,234.56", Points, sure(1234.56)),
            ("1'234.50", Points, sure(1234.5)),
            ("1,23,456", Commas, sure(123_456.0)),
            ("3.500.000", Commas, sure(3_500_000.0)),
            ("12.000", Points, sure(12000.0)),
            ("12.000", Commas, either(12000.0, 12.0)),
            ("40,000", Points, sure(40000.0)),
            ("3,152", Points, either(3152.0, 3.152)),
            ("3,152", Commas, sure(3152.0)),
            ("3,152", Unknown, either(3152.0, 3.152)),
            ("0,125", Points, sure(0.125)),
            ("0.125", Commas, sure(0.125)),
            ("3,2", Commas, sure(3.2)),
            (".08", Commas, sure(0.08)),
            ("1.2.3", Points, None),
            ("192.168.1.2", Points, None),
            ("12,34,5", Commas, None),
            ("٣٠٠", Unknown, sure(300.0)),
            ("٣٫٥", Unknown, sure(3.5)),
            ("１２", Unknown, sure(12.0)),
            ("2½", Commas, sure(2.5)),
            ("1234567", Points, sure(1_234_567.0)),
        ] {
            assert_eq!(read(written, convention), want, "{written}");
        }
    }
}
