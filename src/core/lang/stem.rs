//! Folding words so that their forms can be compared.

use rust_stemmers::Stemmer;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::language::Language;

/// Small letters without accents.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The folded stem after Snowball: `soldats` → `soldat`. Only good for comparing.
pub(crate) fn stem(word: &str, language: Language) -> String {
    fold(&Stemmer::create(language.stemmer()).stem(&word.to_lowercase()))
}
