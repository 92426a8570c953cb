//! What stands before the words of a line: list signs, numbers, times, who speaks.

use super::span::Span;

/// What a line begins with, in bytes of the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Margin {
    /// Where the words begin.
    pub width: usize,
    /// The same without the name of who speaks: list signs, numbers, times.
    pub signs: usize,
    /// The name of who speaks, without its colon.
    pub speaker: Option<Span>,
}

/// Bytes of a line before its words.
pub fn width(line: &str) -> usize {
    of(line).width
}

/// The margin of a line: nothing on most.
pub fn of(line: &str) -> Margin {
    let mut margin = Margin::default();
    let mut at = blank(line, 0);
    for part in [list_sign, time] {
        let len = part(&line[at..]);
        if len > 0 {
            at += len;
            at += blank(line, at);
            margin.width = at;
            margin.signs = at;
        }
    }
    if let Some((name, len)) = speaker(&line[at..]) {
        margin.speaker = Some(Span::new(at, at + name));
        at += len;
        margin.width = at + blank(line, at);
    }
    if margin.width == line.len() {
        // Nothing follows: these are words themselves.
        return Margin::default();
    }
    margin
}

fn blank(line: &str, at: usize) -> usize {
    let rest = &line[at..];
    rest.len() - rest.trim_start_matches([' ', '\t', '\u{a0}', '\u{202f}']).len()
}

/// `•`, `-`, `1.`, `2)`, `(a)`: its length; 0 where there is none. A space follows.
fn list_sign(rest: &str) -> usize {
    let Some(first) = rest.chars().next() else { return 0 };
    let len = match first {
        '•' | '‣' | '◦' | '▪' | '▸' | '►' | '■' | '●' | '○' | '·' | '*' | '+' | '-' | '–' | '—'
        | '→' | '✓' | '✔' | '☐' => first.len_utf8(),
        '(' | '0'..='9' | 'a'..='z' | 'A'..='Z' => number(rest),
        _ => 0,
    };
    if len > 0 && rest[len..].starts_with([' ', '\t', '\u{a0}', '\u{202f}']) { len } else { 0 }
}

/// `1.`, `12)`, `a)`, `(iv)`, `1.2.`, but no `12.5` and no `1 234`.
fn number(rest: &str) -> usize {
    let open = usize::from(rest.starts_with('('));
    let inner = &rest[open..];
    let letters = inner.bytes().take(4).take_while(u8::is_ascii_alphabetic).count();
    let label = if letters > 0 {
        let roman = inner[..letters].bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
        if letters > 1 && !roman {
            return 0;
        }
        letters
    } else {
        let part = inner.bytes().take(8).take_while(|b| b.is_ascii_digit() || *b == b'.').count();
        let digits = inner[..part].trim_end_matches('.');
        if digits.split('.').any(|d| d.is_empty() || d.len() > 2) {
            return 0;
        }
        digits.len()
    };
    let closed = inner[label..].starts_with(')');
    let dotted = inner[label..].starts_with('.') && open == 0 && letters == 0;
    if dotted && opens_with_month(&inner[label + 1..]) {
        return 0;
    }
    if closed || dotted { open + label + 1 } else { 0 }
}

/// ` Mai 2024` behind `1.`: the day of a month, which German writes as an item of a list is numbered.
fn opens_with_month(rest: &str) -> bool {
    const MONTHS: [&str; 14] = [
        "Januar",
        "Jänner",
        "Februar",
        "Feber",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    let words = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    MONTHS.iter().filter_map(|month| words.strip_prefix(month)).any(|behind| {
        let mut next = behind.chars();
        let first = next.next();
        // `August Bebel` is somebody.
        let named = first == Some(' ') && next.next().is_some_and(char::is_uppercase);
        !named && first.is_none_or(|c| !c.is_alphanumeric())
    })
}

/// `00:14:32`, `[12:05]`, `(1:02:33.500)`: its length; 0 where there is none.
fn time(rest: &str) -> usize {
    let open = usize::from(rest.starts_with(['[', '(']));
    let inner = &rest[open..];
    let run = inner.bytes().take(16);
    let len = run.take_while(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b',')).count();
    let code = inner[..len].trim_end_matches([':', '.', ',']);
    let (clock, fraction) = code.split_once(['.', ',']).unwrap_or((code, ""));
    let parts: Vec<_> = clock.split(':').collect();
    let two = |part: &&str| part.len() == 2;
    let full = parts.len() == 3 && parts[1..].iter().all(two);
    // `12:05` alone is a time of day in a sentence; in brackets it is a mark.
    let short = parts.len() == 2 && open == 1 && two(&parts[1]);
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let sound = (1..=2).contains(&parts[0].len()) && digits(fraction);
    if !(full || short) || !sound {
        return 0;
    }
    let after = &inner[code.len()..];
    let close = usize::from(open == 1 && after.starts_with([']', ')']));
    let end = open + code.len() + close;
    let free = rest[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    if free && close == open { end } else { 0 }
}

/// Longest name before a colon, in bytes.
const NAME: usize = 48;

/// `MME LEROY :`, `JOHN KING:`, `Q:`: bytes of the name, and with its colon.
///
/// Only names in capitals, which nobody writes before a colon in a sentence;
/// forms of address (`M.`, `Mr.`, `Dr`) may be small.
fn speaker(rest: &str) -> Option<(usize, usize)> {
    let near: usize = rest
        .chars()
        .map(char::len_utf8)
        .take_while({
            let mut sum = 0;
            move |len| {
                sum += len;
                sum <= NAME
            }
        })
        .sum();
    let colon = rest[..near].find(':')?;
    let name = rest[..colon].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let mut capitals = 0;
    for (index, word) in name.split([' ', '\u{a0}', '-']).enumerate() {
        let bare = word.trim_end_matches(['.', ',']);
        let address = index == 0 && is_address(bare);
        let article = bare.starts_with("L'") || bare.starts_with("L’");
        let loud = !article
            && bare.chars().all(|c| c.is_uppercase() || matches!(c, '\'' | '’' | '.'))
            && bare.contains(char::is_alphabetic);
        if !(address || loud || is_particle(bare)) {
            return None;
        }
        capitals += usize::from(loud);
    }
    let after = &rest[colon + 1..];
    let spaced = after.starts_with([' ', '\u{a0}', '\u{202f}']);
    (capitals > 0 && spaced).then_some((name.len(), colon + 1))
}

fn is_address(word: &str) -> bool {
    matches!(
        word,
        "M" | "Mme"
            | "Mlle"
            | "MM"
            | "Mr"
            | "Mrs"
            | "Ms"
            | "Dr"
            | "Pr"
            | "Sen"
            | "Rep"
            | "Herr"
            | "Frau"
            | "Sr"
            | "Sra"
            | "Le"
            | "La"
    )
}

fn is_particle(word: &str) -> bool {
    matches!(word, "de" | "du" | "van" | "von" | "der" | "la" | "le" | "of")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, margin: &str, speaker: &str) {
        let got = of(line);
        let name = got.speaker.map_or("", |span| span.of(line));
        assert_eq!((&line[..got.width], name), (margin, speaker), "{line}");
    }

    #[test]
    fn signs_numbers_times_and_speakers_stand_before_the_words() {
        check("- 12 000 postes", "- ", "");
        check("• un point", "• ", "");
        check("  3) trois", "  3) ", "");
        check("(b) two", "(b) ", "");
        check("1.2. Titre", "1.2. ", "");
        check("1. Maibäume", "1. ", "");
        check("2. August Bebel", "2. ", "");
        check("00:14:32 MME LEROY : Nous avons", "00:14:32 MME LEROY : ", "MME LEROY");
        check("[12:05] On y va", "[12:05] ", "");
        check("M. DURAND : Le chiffre", "M. DURAND : ", "M. DURAND");
        check("KING: Four million", "KING: ", "KING");
        check("- Q: Why?", "- Q: ", "Q");
    }

    #[test]
    fn words_have_no_margin() {
        for line in [
            "1. Mai 2024",
            "3. Oktober: Feiertag",
            "12 000 soldats",
            "12.5 % de hausse",
            "-5 degrés",
            "A man",
            "Moscou : la mairie dit",
            "12:05 est l’heure",
            "10:30 : départ",
            "UN nations",
            "L'ONU : non",
            "- ",
            "",
            "ONU:x",
            "2024. Une année",
            "1,200 houses",
        ] {
            check(line, "", "");
        }
    }
}
