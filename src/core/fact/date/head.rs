//! The day that an article gives as its own.

use crate::core::article::{Span, dateline};
use crate::core::fact::model::{Date, Moment};

/// How far into an article its own date stands, in bytes.
const HEAD: usize = 400;
/// A line that holds its date and little else, in bytes.
const SHORT: usize = 64;

/// The day of the dateline, or of a date that has a line to itself: `2024-10-23`. Nothing where the
/// year is not told.
pub fn day(text: &str, dates: &[Date]) -> Option<String> {
    let heads = dates.iter().take_while(|date| date.span.start < HEAD);
    heads.filter(|date| is_own(text, date.span)).find_map(|date| iso(date.from))
}

fn is_own(text: &str, date: Span) -> bool {
    let start = text[..date.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[date.end..].find('\n').map_or(text.len(), |at| at + date.end);
    let line = &text[start..end];
    let filed = dateline::of(line).and_then(|dateline| dateline.date);
    let is_filed =
        filed.is_some_and(|span| span.start <= date.start - start && date.end - start <= span.end);
    // A sentence has a full stop, a line of the head has none.
    is_filed
        || opens_with(text, start, date)
        || line.len() <= SHORT && !line.trim_end().ends_with('.')
}

/// `Port Ellery, 15 March 2025. Two ferries …`: a place and the date as the first words of a text, or behind its title.
fn opens_with(text: &str, line: usize, date: Span) -> bool {
    let place = text[line..date.start].trim_end().strip_suffix(',');
    let before = text[..line].trim();
    let first = !before.contains('\n') && !before.ends_with('.');
    first && place.is_some_and(dateline::is_place) && text[date.end..].starts_with(". ")
}

fn iso(moment: Moment) -> Option<String> {
    let (year, month, day) = (moment.year?, moment.month?, moment.day?);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::claim::analyze;

    fn told(text: &str) -> Option<String> {
        day(text, &analyze(text).facts.dates)
    }

    #[test]
    fn a_dateline_and_a_line_of_its_own_tell_the_day() {
        assert_eq!(
            told("LYON, 3 juin 2024 (AFP) - Un incendie a tué 12 personnes."),
            Some("2024-06-03".into())
        );
        assert_eq!(
            told("Incendie à Lyon\nPublié le 4 juin 2024\n\nDouze morts."),
            Some("2024-06-04".into())
        );
        for line in
            ["1. Mai 2024", "9. Januar 2024", "Mittwoch, 1. Mai 2024", "Leverkusen, 1. Mai 2024"]
        {
            let text = format!("Meldung\n\n{line}\n\nDie Stadt gab 12 Millionen Euro aus.");
            assert!(told(&text).is_some(), "{line}");
        }
        for opens in ["Norwick, 5. November 2025. Die", "NORWICK, 5 November 2025. The"] {
            let text = format!("Risse in sechs Hängern\n\n{opens} Brücke bleibt gesperrt.");
            assert_eq!(told(&text), Some("2025-11-05".into()), "{opens}");
            assert_eq!(told(&format!("Titel\n\nEs war so.\n\n{opens} Brücke.")), None);
        }
        assert_eq!(told("Le 4 juin 2024, un incendie a tué 12 personnes à Lyon."), None);
        assert_eq!(
            told("Port Ellery, 15 March 2025. Two ferries collided on Friday."),
            Some("2025-03-15".into())
        );
        assert_eq!(told("Two ferries sank off Port Ellery, 15 March 2025. One burnt."), None);
        assert_eq!(told("LYON, 3 juin (AFP) - Un incendie a tué 12 personnes."), None);
    }
}
