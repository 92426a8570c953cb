//! Where the words of a text stand.
//!
//! The build script compiles this file, too: it cuts the phrases of the lexicons.

use unicode_normalization::char::is_combining_mark;

/// Runs of letters and digits, in bytes; hyphens and apostrophes part them.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut chars = text.char_indices();
    std::iter::from_fn(move || {
        let (start, _) = chars.by_ref().find(|(_, c)| c.is_alphanumeric())?;
        let end = loop {
            let rest = chars.as_str();
            match chars.next() {
                Some((_, c)) if c.is_alphanumeric() || !c.is_ascii() && is_combining_mark(c) => {}
                _ => break text.len() - rest.len(),
            }
        };
        Some((start, end))
    })
}
