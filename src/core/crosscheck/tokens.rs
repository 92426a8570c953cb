//! Where the words of a text stand.
//!
//! The build script compiles this file, too: it cuts the phrases of the lexicons.

use unicode_normalization::char::is_combining_mark;

use crate::core::lang::word::is_accented;

/// Runs of letters and digits, in bytes; hyphens and apostrophes part them.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let is_letter = |c: char| is_accented(c) || c.is_alphanumeric();
    let mut chars = text.char_indices();
    std::iter::from_fn(move || {
        let (start, _) = chars.by_ref().find(|(_, c)| is_letter(*c))?;
        let end = loop {
            let rest = chars.as_str();
            match chars.next() {
                Some((_, c)) if is_letter(c) || !c.is_ascii() && is_combining_mark(c) => {}
                _ => break text.len() - rest.len(),
            }
        };
        Some((start, end))
    })
}
