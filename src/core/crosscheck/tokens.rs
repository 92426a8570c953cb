//! Where the words of a text stand.
//!
//! The build script compiles this file, too: it cuts the phrases of the lexicons.

use unicode_normalization::char::is_combining_mark;

use crate::core::lang::word::runs;

/// Runs of letters and digits, in bytes; hyphens and apostrophes part them.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = (usize, usize)> {
    runs(text, is_combining_mark)
}
