//! Small letters without accents.
//!
//! The build script compiles this file, too: it folds the words of the lexicons.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Small letters without accents.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
            continue;
        }
        // Marks are left out, so that their order does not matter.
        decompose_canonical(c, |part| {
            if !is_combining_mark(part) {
                folded.extend(part.to_lowercase());
            }
        });
    }
    folded
}
