//! Folding words so that their forms can be compared.

pub(crate) use super::fold::fold;
use super::language::Language;

/// The folded stem after Snowball: `soldats` → `soldat`. Only good for comparing.
pub(crate) fn stem(word: &str, language: Language) -> String {
    fold(&language.stemmer().stem(&word.to_lowercase()))
}
