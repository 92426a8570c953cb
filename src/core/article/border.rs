//! Where the letters of a text end.
//!
//! The build script compiles this file, too, with what cuts words.

use unicode_segmentation::GraphemeCursor;

/// Whether a grapheme ends at `at`.
pub(crate) fn is_border(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let (Some(before), Some(after)) = (at.checked_sub(1).map(|i| bytes[i]), bytes.get(at)) else {
        return true;
    };
    if before.is_ascii() && after.is_ascii() {
        return !(before == b'\r' && *after == b'\n');
    }
    // A long chain of flags or joined emoji is not followed to its start: within it nothing ends.
    let mut from = at.saturating_sub(256);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    cursor.is_boundary(&text[from..], from).unwrap_or(false)
}
