//! How many cells of a terminal a text takes: the one place that decides it.

use unicode_width::UnicodeWidthStr;

use super::grapheme::graphemes;

/// Cells of one grapheme cluster: 0, 1 or 2.
pub fn cells(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        // ASCII, and the other letters of Western Europe (U+00C0 to U+02FF).
        [b' '..=b'~'] | [0xc3..=0xcb, _] => 1,
        _ => grapheme.width().min(2),
    }
}

/// Cells of a whole text on one line.
pub fn text_cells(text: &str) -> usize {
    graphemes(text).map(|(_, grapheme)| cells(grapheme)).sum()
}

/// `text` cut to at most `width` cells, with an ellipsis where something is missing.
pub fn fit(text: &str, width: usize) -> String {
    if text_cells(text) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for (_, grapheme) in graphemes(text) {
        used += cells(grapheme);
        if used > width {
            break;
        }
        out.push_str(grapheme);
    }
    if width > 0 {
        out.push('…');
    }
    out
}
