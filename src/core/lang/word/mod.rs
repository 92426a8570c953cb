//! Cutting a sentence into words, figures and marks.
//!
//! Elisions stand alone (`l’` + `armée`), a pronoun tied to its verb too
//! (`déclare` + `-t-il`); other hyphens bind. A figure keeps the separators
//! of its thousands and decimals: `12 000`, `1.100`, `3,5`. A link or an
//! address is one word, and so is a currency's sign with its letters: `A$`.

mod cut;
mod figure;
mod letters;
mod runs;
mod shape;

pub(crate) use figure::digit;
pub(in crate::core) use letters::is_accented;
pub(in crate::core) use runs::runs;

pub use cut::words;
pub use shape::{Shape, Word};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::article::span::Span;

    fn cut(text: &str) -> String {
        let mut out = Vec::new();
        words(text, Span::new(0, text.len()), &mut out);
        out.iter().map(|word| word.span.of(text)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn words_and_figures() {
        for (text, want) in [
            ("L’armée a-t-elle 12 000 hommes ?", "L’|armée|a|-t-elle|12 000|hommes|?"),
            ("1.100 pertes, 3,5 % de 1 250 000", "1.100|pertes|,|3,5|%|de|1 250 000"),
            ("en 2024 300 soldats", "en|2024|300|soldats"),
            ("un Ilyushin Il-96 nord-coréen", "un|Ilyushin|Il-96|nord-coréen"),
            ("the U.S. Army didn’t use Obama’s .08", "the|U.S.|Army|didn’t|use|Obama|’|s|.08"),
            ("jusqu’à 170mm aujourd’hui", "jusqu’|à|170|mm|aujourd’hui"),
            ("dell’anno, all’8%", "dell’|anno|,|all’|8|%"),
            ("升至5.2%。升至ISO9001的", "升至|5.2|%|。|升至|ISO9001|的"),
            ("ל-3.4%", "ל|-|3.4|%"),
            ("٣٠٠ شخص １２万人 2½", "٣٠٠|شخص|１２|万|人|2½"),
            ("14h30 à 9 h", "14|h|30|à|9|h"),
            ("A$2m, US$2.6 and 450 M$", "A$|2|m|,|US$|2.6|and|450|M|$"),
            (
                "(see https://a.org/12?b=3012). a1@b.org",
                "(|see|https://a.org/12?b=3012|)|.|a1@b.org",
            ),
        ] {
            assert_eq!(cut(text), want);
        }
    }
}
