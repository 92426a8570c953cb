//! The head of a dispatch: `LYON, 3 juin (AFP) - `.

use super::span::Span;

/// Where, when and by whom a text was filed, in bytes of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// The place.
    pub place: Span,
    /// The date, where one is given.
    pub date: Option<Span>,
    /// The agency, where one is named.
    pub agency: Option<Span>,
    /// One past the dash that ends it, and the space behind.
    pub end: usize,
}

/// Longest dateline, in bytes.
const LONGEST: usize = 100;

/// Agencies whose name before a dash is enough, folded.
const AGENCIES: &[&str] = &[
    "afp",
    "ap",
    "reuters",
    "efe",
    "dpa",
    "ansa",
    "apa",
    "upi",
    "ats",
    "sda",
    "belga",
    "anp",
    "lusa",
    "tass",
    "xinhua",
    "kyodo",
    "yonhap",
    "pap",
    "ritzau",
    "tt",
    "ntb",
    "europa press",
    "europapress",
    "kna",
    "epd",
    "afx",
    "bloomberg",
    "cp",
    "pa",
    "aap",
    "pti",
    "ians",
    "anadolu",
    "aa",
    "agi",
];

/// The dateline that a line begins with.
pub fn of(line: &str) -> Option<Dateline> {
    let near = floor(line, LONGEST);
    let head = &line[..near];
    let (dash, end) = dash(line, head)?;
    let words = head[..dash].trim_end();
    let (words, agency) = split_agency(words);
    let (place, date) = split_place(words);
    let place_text = place.of(line);
    if place_text.is_empty() || place_text.len() > 48 || !is_place(place_text) {
        return None;
    }
    let loud = !place_text.contains(char::is_lowercase);
    let dated = date.is_some_and(|date| is_date(date.of(line)));
    let known = agency.is_some_and(|agency| is_agency(agency.of(line)));
    let sound = known || (dated && loud) || (dated && agency.is_some());
    let other = date.is_some() && !dated && !known;
    (sound && !other).then_some(Dateline { place, date: date.filter(|_| dated), agency, end })
}

/// The first dash that parts: its place, and where the words behind it begin.
fn dash(line: &str, head: &str) -> Option<(usize, usize)> {
    const SIGNS: [&str; 10] =
        [" - ", " – ", " — ", ".- ", ".– ", ".— ", " -- ", ") — ", ")- ", ")– "];
    let marks = head.match_indices(['-', '–', '—']);
    let (at, sign) = marks
        .flat_map(|(mark, _)| [mark.checked_sub(2), mark.checked_sub(1)])
        .flatten()
        .find_map(|at| {
            let rest = head.get(at..)?;
            let fits = |sign: &&&str| rest.starts_with(**sign);
            SIGNS.iter().find(fits).map(|sign| (at, *sign))
        })?;
    let dash = if sign.starts_with(')') { at + 1 } else { at };
    let end = at + sign.len();
    (end < line.len()).then_some((dash, end))
}

/// `(AFP)`, `(Reuters/AP)` at the end of the words, or before a dash of its own.
fn split_agency(words: &str) -> (&str, Option<Span>) {
    let Some(open) = words.rfind('(').filter(|_| words.ends_with(')')) else {
        return (words, None);
    };
    let span = Span::new(open + 1, words.len() - 1);
    (words[..open].trim_end(), Some(span).filter(|span| !span.is_empty()))
}

/// The place, and the date behind the last comma where one stands there.
fn split_place(words: &str) -> (Span, Option<Span>) {
    let comma = words
        .match_indices(',')
        .find(|(at, _)| words[*at..].contains(|c: char| c.is_ascii_digit()));
    match comma {
        Some((at, _)) => {
            let rest = &words[at + 1..];
            let start = at + 1 + (rest.len() - rest.trim_start().len());
            (Span::new(0, at), Some(Span::new(start, words.len())))
        }
        None => (Span::new(0, words.len()), None),
    }
}

/// Whether words may name a place: with capitals, particles and commas between them.
pub(crate) fn is_place(words: &str) -> bool {
    let mut all = words.split([' ', '-', '/', ',', '\u{a0}']).filter(|word| !word.is_empty());
    let first = words.chars().next().is_some_and(char::is_uppercase);
    let particle = |word: &str| {
        matches!(
            word,
            "de" | "la"
                | "le"
                | "les"
                | "du"
                | "des"
                | "sur"
                | "en"
                | "am"
                | "an"
                | "der"
                | "del"
                | "of"
                | "di"
                | "et"
                | "and"
                | "y"
                | "und"
                | "lès"
                | "sous"
        )
    };
    first
        && words.split(' ').count() <= 6
        && all.all(|word| {
            word.chars().next().is_some_and(char::is_uppercase)
                || particle(word)
                || word.starts_with(['l', 'd']) && word.contains(['\'', '’'])
        })
}

/// A day or a year with at most three words beside it.
fn is_date(words: &str) -> bool {
    let parts: Vec<_> = words.split([' ', ',', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    let figure = |part: &&str| {
        let bare = part.trim_end_matches(['.', 'e', 'r', 't', 'h', 'º']);
        (1..=4).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit())
    };
    parts.len() <= 5
        && parts.iter().any(&figure)
        && parts.iter().any(|part| part.contains(char::is_alphabetic))
}

fn is_agency(words: &str) -> bool {
    let folded = words.to_lowercase();
    folded.split(['/', ',', '-']).next().is_some_and(|part| AGENCIES.contains(&part.trim()))
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, place: &str, date: &str, agency: &str, rest: &str) {
        let found = of(line).unwrap_or_else(|| panic!("no dateline: {line}"));
        let text = |span: Option<Span>| span.map_or("", |span| span.of(line));
        let got = (found.place.of(line), text(found.date), text(found.agency), &line[found.end..]);
        assert_eq!(got, (place, date, agency, rest), "{line}");
    }

    #[test]
    fn agencies_head_their_dispatches() {
        check("LYON, 3 juin (AFP) - La Métropole", "LYON", "3 juin", "AFP", "La Métropole");
        check("SEVILLA, 3 jun. (EFE).- El paro", "SEVILLA", "3 jun.", "EFE", "El paro");
        check("Madrid, 3 jun (EFE).- El paro", "Madrid", "3 jun", "EFE", "El paro");
        check("LONDON (Reuters) - The bank", "LONDON", "", "Reuters", "The bank");
        check("WASHINGTON (AP) — The bank", "WASHINGTON", "", "AP", "The bank");
        check("WASHINGTON, Oct 3 (Reuters) - Jobs", "WASHINGTON", "Oct 3", "Reuters", "Jobs");
        check("Berlin (dpa) - Die Regierung", "Berlin", "", "dpa", "Die Regierung");
        check("Frankfurt am Main (dpa/lhe) - Die", "Frankfurt am Main", "", "dpa/lhe", "Die");
        check("LYON, 3 juin - La métropole", "LYON", "3 juin", "", "La métropole");
        check("NEW YORK, Oct. 3, 2024 (AP) -- It", "NEW YORK", "Oct. 3, 2024", "AP", "It");
    }

    #[test]
    fn sentences_are_no_datelines() {
        for line in [
            "Le maire - qui était absent - a dit",
            "Kim Jong-un - le dirigeant - a 40 ans",
            "En 2023, 12 000 soldats - dont 300 officiers - sont partis",
            "- 12 000 postes",
            "",
            "Paris (Texas) - le film - est sorti",
            "ONU : 12 - 13",
        ] {
            assert_eq!(of(line), None, "{line}");
        }
    }
}
