//! What shows that a few words are in none of the languages that are read here.
//!
//! Small words and trigrams tell neighbours apart only in a longer text: of a headline in Catalan or
//! Swedish half the words are usual in Spanish or German.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// Letters that no word of the languages with a pack is written with, names apart.
const LETTERS: &str = "åøłśżźćńęąğşıțţășőűčřšžěůđ";

static WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("packs/others.txt").lines();
    lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
});

/// How much speaks for another language: a word of one, or a letter; half as much where the word
/// may be a name.
pub(super) fn evidence(text: &str) -> f32 {
    let mut sum = 0.0;
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    for (at, word) in words.enumerate() {
        let name = word.starts_with(char::is_uppercase);
        let lower = word.to_lowercase();
        if WORDS.contains(lower.as_str()) && (at == 0 || !name) {
            sum += 1.0;
        } else if lower.contains(|c| LETTERS.contains(c)) {
            sum += if name { 0.5 } else { 1.0 };
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::lang::language::Language;
    use crate::core::lang::words;

    #[test]
    fn no_word_of_others_is_usual_in_a_language_with_a_pack() {
        for word in WORDS.iter() {
            for language in Language::PACKS {
                assert_ne!(words::is_usual_in(language, word), Some(true), "{word}");
            }
        }
    }
}
