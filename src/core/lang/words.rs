//! The usual words of some languages: what a form that is not among them may be is a misprint.
//!
//! The lists in `words/` are sorted; each line has how many letters it shares with the line before
//! (`0` to `9`, then `a` to `z`), and the rest. docs/words.md tells where they come from.

use std::sync::OnceLock;

use super::language::Language;

/// A sorted list of words.
struct List {
    text: String,
    /// Where each word begins in `text`, and where the last one ends.
    starts: Vec<u32>,
}

static LISTS: [OnceLock<List>; Language::PACKS.len()] =
    [const { OnceLock::new() }; Language::PACKS.len()];

/// The list of a language; `None` where it has none.
fn list(language: Language) -> Option<&'static List> {
    let packed = language.usual_words();
    let at = Language::PACKS.iter().position(|other| *other == language)?;
    (!packed.is_empty()).then(|| LISTS[at].get_or_init(|| List::unpack(packed)))
}

fn lists() -> impl Iterator<Item = &'static List> {
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
    /// A reader is opened more quickly where this is quick, so that letters are only counted one by
    /// one where they are no bytes.
    fn unpack(packed: &str) -> Self {
        let mut list = Self { text: String::with_capacity(2 * packed.len()), starts: Vec::new() };
        let mut start = 0;
        for line in packed.lines() {
            let Some(shared) = line.chars().next().and_then(|c| c.to_digit(36)) else { continue };
            let (shared, last) = (shared as usize, &list.text[start..]);
            let kept = match last.as_bytes().get(..shared) {
                Some(bytes) if bytes.is_ascii() => shared,
                _ => last.char_indices().nth(shared).map_or(last.len(), |(at, _)| at),
            };
            list.text.extend_from_within(start..start + kept);
            start = list.text.len() - kept;
            list.text.push_str(&line[1..]);
            list.starts.push(start as u32);
        }
        list.starts.push(list.text.len() as u32);
        list
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    fn word(&self, n: usize) -> &str {
        &self.text[self.starts[n] as usize..self.starts[n + 1] as usize]
    }

    fn has(&self, word: &str) -> bool {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.word(middle).cmp(word) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return true,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_small() {
        let packed = Language::PACKS.map(|l| l.usual_words().len() + l.pack().len());
        assert!(packed.iter().sum::<usize>() <= 700_000, "{packed:?}");
        for list in lists() {
            assert!((1..list.len()).all(|n| list.word(n - 1) < list.word(n)));
        }
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
