//! The usual words of some languages: what a form that is not among them may be is a misprint.
//!
//! The lists in `words/` are sorted; each line has how many letters it shares with the line before
//! (`0` to `9`, then `a` to `z`), and the rest. docs/words.md tells where they come from.

use std::cmp::Ordering;

use super::language::Language;
use super::packing::{BLOCK, Line, Place, lines};

/// A sorted list of words, searched as it is packed: a start does not wait until all of it is unpacked,
/// which for one language takes longer than finding the claims of an article.
#[derive(Clone, Copy)]
struct List {
    packed: &'static str,
    places: &'static [Place],
    /// The first words of the blocks.
    heads: &'static [u8],
}

/// The list of a language; `None` where it has none.
fn list(language: Language) -> Option<List> {
    let (packed, laid) = language.usual_words();
    (!packed.is_empty()).then(|| List::of(packed, laid))
}

fn lists() -> impl Iterator<Item = List> {
    Language::PACKS.into_iter().filter_map(list)
}

/// Whether a word in lower case is a usual one of the language; `None` where there is no list.
pub(crate) fn is_usual_in(language: Language, word: &str) -> Option<bool> {
    list(language).map(|list| list.has(word))
}

/// Whether a word in lower case is a usual word of one of the languages.
pub(crate) fn is_usual(word: &str) -> bool {
    lists().any(|list| list.has(word))
}

/// Whether a word in lower case is a noun for things in a language whose nouns all have a capital: a usual word, alone,
/// declined, or as the last part of a compound, which then has so many bytes at least: `Wirbelsturm`, `des Herstellers`.
pub(crate) fn is_common_noun(
    language: Language,
    word: &str,
    declined: &[&str],
    least: usize,
) -> bool {
    const SHORT: usize = 4;
    let usual = |word: &str| is_usual_in(language, word) == Some(true);
    let plain = |word: &str| {
        let ends = SHORT - 1..(word.len() + 1).saturating_sub(least);
        let mut tails = ends.filter(|at| word.is_char_boundary(*at));
        word.len() >= SHORT && usual(word) || tails.any(|at| usual(&word[at..]))
    };
    plain(word) || declined.iter().filter_map(|end| word.strip_suffix(end)).any(plain)
}

/// Endings that make one form of a word from another, in any of the languages.
const ENDINGS: [&str; 22] = [
    "s", "x", "e", "es", "é", "ée", "és", "ées", "er", "ez", "ent", "ait", "ant", "r", "d", "ed",
    "ing", "ly", "n", "en", "a", "o",
];

/// Whether a word in lower case is usual, or a form of a usual word.
pub(crate) fn is_word(word: &str) -> bool {
    let form = |ending: &&str| {
        word.strip_suffix(*ending).is_some_and(|rest| {
            rest.chars().count() >= 4 && (is_usual(rest) || is_usual(&format!("{rest}e")))
        })
    };
    is_usual(word) || ENDINGS.iter().any(form)
}

impl List {
    /// Of what the build found in a list: how many blocks it has, their places, and their first words.
    fn of(packed: &'static str, laid: &'static [u8]) -> Self {
        let (count, rest) = laid.split_first_chunk().unwrap_or((&[0; 4], &[]));
        let blocks = u32::from_le_bytes(*count) as usize;
        let (places, heads) =
            rest.split_at_checked(blocks * size_of::<Place>()).unwrap_or_default();
        Self { packed, places: places.as_chunks().0, heads }
    }

    /// The first word of a block, and where its second line begins.
    fn head(self, place: Place) -> (&'static [u8], usize) {
        let [n0, n1, n2, n3, w0, w1, w2, w3, len] = place;
        let at = u32::from_le_bytes([w0, w1, w2, w3]) as usize;
        let word = self.heads.get(at..at + usize::from(len)).unwrap_or_default();
        (word, u32::from_le_bytes([n0, n1, n2, n3]) as usize)
    }

    fn has(self, word: &str) -> bool {
        let behind = self.places.partition_point(|place| self.head(*place).0 <= word.as_bytes());
        let Some(place) = behind.checked_sub(1).map(|at| self.places[at]) else { return false };
        let (head, next) = self.head(place);
        let Ok(head) = str::from_utf8(head) else { return false };
        let mut rest = word;
        // How many letters the line gone by last shares with the word; it stands before it.
        let mut shared = 0;
        for line in std::iter::once(Line { shared: 0, rest: head })
            .chain(lines(self.packed, next).take(BLOCK - 1))
        {
            match line.shared.cmp(&shared) {
                // It parts from the word where the line before did.
                Ordering::Greater => {}
                // It parts from the line before where that is still the word, so it stands behind it.
                Ordering::Less => return false,
                Ordering::Equal => {
                    let same = rest.chars().zip(line.rest.chars()).take_while(|(a, b)| a == b);
                    let (letters, bytes) =
                        same.fold((0, 0), |(n, bytes), (c, _)| (n + 1, bytes + c.len_utf8()));
                    match line.rest[bytes..].cmp(&rest[bytes..]) {
                        Ordering::Less => {}
                        Ordering::Equal => return true,
                        Ordering::Greater => return false,
                    }
                    (shared, rest) = (shared + letters, &rest[bytes..]);
                }
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_lists_are_sorted_and_small() {
        let packed = Language::PACKS.map(|l| l.usual_words().0.len() + l.pack().len());
        assert!(packed.iter().sum::<usize>() <= 700_000, "{packed:?}");
        for list in lists() {
            let words = unpacked(list);
            assert!(words.is_sorted_by(|one, next| one < next));
            assert_eq!(words.len(), list.packed.lines().count());
        }
    }

    #[test]
    fn a_list_has_its_words_and_no_other() {
        for list in lists() {
            let words = unpacked(list);
            let known: HashSet<&str> = words.iter().map(String::as_str).collect();
            for word in &words {
                let half = &word[..word.floor_char_boundary(word.len() / 2)];
                let longer = [format!("{word}a"), format!("{word}é"), format!("{half}m")];
                for asked in longer.iter().map(String::as_str).chain([word, half, &word[..0]]) {
                    assert_eq!(list.has(asked), known.contains(asked), "{asked}");
                }
            }
        }
    }

    fn unpacked(list: List) -> Vec<String> {
        let mut word = String::new();
        let unpack = |line: Line<'_>| {
            word = word.chars().take(line.shared).chain(line.rest.chars()).collect();
            word.clone()
        };
        lines(list.packed, 0).map(unpack).collect()
    }

    #[test]
    fn usual_words_and_misprints() {
        for (word, usual) in [
            ("gouvernement", true),
            ("budget", true),
            ("government", true),
            ("regierung", true),
            ("gobierno", true),
            ("budjet", false),
            ("goverment", false),
            ("gouvernemant", false),
        ] {
            assert_eq!(is_usual(word), usual, "{word}");
        }
        assert!(is_word("gouvernements") && !is_word("budjets"));
    }
}
