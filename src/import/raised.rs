//! Words set above the line: numbers of notes, exponents, endings of ordinals.
//!
//! Set in a line like any others, `1,240³` and `2024.²` would become figures that
//! nobody wrote. What each is follows from the words around it.

use std::ops::Range;

/// A stretch of a line that stands above the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Raised {
    /// Where it stands, in bytes of the line.
    pub span: Range<usize>,
    /// Whether it leads somewhere, as the number of a note does.
    pub is_link: bool,
}

/// Units that are squared and cubed; single letters are known without.
const UNITS: [&str; 12] = ["mm", "cm", "dm", "hm", "km", "dam", "nm", "µm", "μm", "ft", "yd", "mi"];

/// What pages set above the line in chemistry, where it belongs below.
const COMPOUNDS: [&str; 5] = ["CO", "NO", "SO", "CH", "NH"];

/// A line with what stands above it put in a form that no figure is changed by.
pub(super) fn settle(line: &str, raised: &[Raised]) -> String {
    let mut out = String::with_capacity(line.len() + 4 * raised.len());
    let mut kept = 0;
    for Raised { span, is_link } in raised {
        out.push_str(&line[kept..span.start]);
        kept = span.end;
        let words = &line[span.clone()];
        match Reading::of(words, *is_link, &out, &line[span.end..]) {
            Reading::Note(sign) => {
                let begins = is_start(&out) && !line[kept..].starts_with(' ');
                out.extend(["[", sign, if begins { "] " } else { "]" }]);
            }
            Reading::Exponent => out.extend(words.chars().map(superscript)),
            Reading::Fraction => out.extend([" ", words]),
            Reading::Word => out.push_str(words),
        }
    }
    out.push_str(&line[kept..]);
    out
}

/// What a raised stretch is.
#[derive(Debug, PartialEq, Eq)]
enum Reading<'a> {
    /// The sign of a note, without brackets.
    Note(&'a str),
    Exponent,
    /// The upper part of a fraction behind a whole number: `1` of `2 1/3`.
    Fraction,
    /// Part of the word it stands in, or a word of its own.
    Word,
}

impl<'a> Reading<'a> {
    fn of(words: &'a str, is_link: bool, before: &str, after: &str) -> Self {
        let sign = words.trim_matches(['(', ')', ' ']);
        if is_number(sign) {
            return if is_link { Self::Note(sign) } else { number(sign, before, after) };
        }
        let is_signed = |sign: char| matches!(sign, '-' | '−' | '–' | '+');
        if is_number(words.trim_matches(is_signed)) && before.ends_with(char::is_alphanumeric) {
            return Self::Exponent;
        }
        let is_mark = |c: char| matches!(c, '*' | '†' | '‡' | '§' | '¶');
        let is_note = (!sign.is_empty() && sign.chars().all(is_mark))
            || if is_link {
                is_linked_sign(sign)
            } else {
                is_letter(sign) && is_behind_word(before)
            };
        let is_digit = |c: char| c.is_ascii_digit();
        let joins_digits = before.ends_with(is_digit) && words.starts_with(is_digit);
        if is_note || joins_digits { Self::Note(sign) } else { Self::Word }
    }
}

/// What digits are that lead nowhere.
fn number<'a>(sign: &'a str, before: &str, after: &str) -> Reading<'a> {
    let base = before.trim_end_matches(char::is_alphanumeric);
    let (word, is_digit) = (&before[base.len()..], |c: char| c.is_ascii_digit());
    if after.starts_with(['/', '⁄']) {
        return if word.ends_with(is_digit) { Reading::Fraction } else { Reading::Word };
    }
    if word.is_empty() {
        // An isotope: `137` of `137Cs`.
        let is_isotope = !is_start(before) && after.starts_with(char::is_uppercase);
        return if is_isotope { Reading::Exponent } else { Reading::Note(sign) };
    }
    let letters = word.trim_start_matches(is_digit);
    let is_exponent = match letters.chars().count() {
        0 => word == "10" && is_power(base, after),
        // Minutes: `30` of `18h30`.
        1 if letters == "h" && letters.len() < word.len() => return Reading::Word,
        1 => letters.is_ascii(),
        _ if COMPOUNDS.contains(&letters) => return Reading::Word,
        _ => UNITS.contains(&letters) && matches!(sign, "2" | "3"),
    };
    if is_exponent { Reading::Exponent } else { Reading::Note(sign) }
}

/// Whether ten is raised to a power: it is multiplied with, or counts nothing itself.
fn is_power(base: &str, after: &str) -> bool {
    let is_end_of_number = |c: char| matches!(c, '.' | ',' | '\'' | '’');
    if base.ends_with(is_end_of_number) {
        return false;
    }
    let counted = after.trim_start().chars().take_while(|c| c.is_alphabetic()).count();
    base.trim_end().ends_with(['×', '·', '*', 'x']) || counted < 4
}

/// A number, or several: `3`, `1, 2`, `4–6`.
fn is_number(sign: &str) -> bool {
    let mut numbers = sign.split([',', ';', ' ', '-', '–']).filter(|part| !part.is_empty());
    let is_short = |part: &str| part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
    sign.starts_with(|c: char| c.is_ascii_digit())
        && sign.ends_with(|c: char| c.is_ascii_digit())
        && numbers.all(is_short)
}

/// What links to notes say beside numbers: `a`, `iv`, `note 2`.
fn is_linked_sign(sign: &str) -> bool {
    let is_roman = !sign.is_empty() && sign.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let has_number = sign.len() <= 12 && sign.ends_with(|c: char| c.is_ascii_digit());
    let is_one = sign.len() == 1 && sign.bytes().all(|b| b.is_ascii_lowercase());
    is_roman || has_number || is_one
}

/// The letters that notes have where they have letters; further ones end abbreviations.
fn is_letter(sign: &str) -> bool {
    matches!(sign, "a" | "b" | "c")
}

/// Whether a word stands there that is no abbreviation, or something closes.
fn is_behind_word(before: &str) -> bool {
    let lower = before.chars().rev().take_while(|c| c.is_lowercase()).count();
    lower >= 4 || before.ends_with([')', '»', '”'])
}

/// Whether a line begins here, its bullet aside.
fn is_start(before: &str) -> bool {
    let number = before.strip_suffix(". ").unwrap_or("x");
    matches!(before, "" | "- ")
        || before.ends_with("| ")
        || number.bytes().all(|b| b.is_ascii_digit())
}

pub(super) const fn superscript(c: char) -> char {
    match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        '-' | '−' | '–' => '⁻',
        '+' => '⁺',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands between `^` is raised, between `~` a link above the line.
    #[track_caller]
    fn holds(marked: &str, expected: &str) {
        let (mut line, mut raised, mut open) = (String::new(), Vec::new(), None);
        for c in marked.chars() {
            match (c, open) {
                ('^' | '~', None) => open = Some(line.len()),
                ('^' | '~', Some(start)) => {
                    raised.push(Raised { span: start..line.len(), is_link: c == '~' });
                    open = None;
                }
                _ => line.push(c),
            }
        }
        assert_eq!(settle(&line, &raised), expected);
    }

    #[test]
    fn numbers_of_notes_stand_in_brackets() {
        holds("1,240^3^ families in 2024.^2^ The", "1,240[3] families in 2024.[2] The");
        holds("En 1998^12^, 1 240^(4)^ euros^5)^", "En 1998[12], 1 240[4] euros[5]");
        holds("le pont ^3^ et 12 kg^2^ et « là »^1, 2^", "le pont [3] et 12 kg[2] et « là »[1, 2]");
        holds("familles^*^ et enfants^a^, 12 %^†^", "familles[*] et enfants[a], 12 %[†]");
        holds("12 m~2~ et R~note 4~, 1998~iv~", "12 m[2] et R[note 4], 1998[iv]");
        holds("^1^See there", "[1] See there");
        holds("^1^ See there", "[1] See there");
        holds("10^3^ families", "10[3] families");
        holds("en 2024^3a^ et 12^3.4^", "en 2024[3a] et 12[3.4]");
        holds("mot^[7]^ 1 500^,^", "mot[7] 1 500,");
    }

    #[test]
    fn exponents_ordinals_and_signs_of_a_word_are_no_notes() {
        holds("40 m^2^, 3 km^2^, 12 €/m^2^, R^2^", "40 m², 3 km², 12 €/m², R²");
        holds("3 × 10^6^ habitants, 10^3^. 10^-3^ m", "3 × 10⁶ habitants, 10³. 10⁻³ m");
        holds(
            "1^er^ mai, 21^st^, n^o^ 12, XX^e^, M^me^ Roux",
            "1er mai, 21st, no 12, XXe, Mme Roux",
        );
        holds("Mag.^a^ Roux, 18^h^30, 18h^30^, Marque^TM^", "Mag.a Roux, 18h30, 18h30, MarqueTM");
        holds("2^1^/2 tours, 1^a^ vez", "2 1/2 tours, 1a vez");
        holds("du ^137^Cs, CO^2^, Ca^2+^, m·s^−1^", "du ¹³⁷Cs, CO2, Ca²⁺, m·s⁻¹");
    }
}
