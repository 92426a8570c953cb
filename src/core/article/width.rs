//! How many cells of a terminal a text takes: the one place that decides it.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells of one grapheme cluster: 0, 1 or 2.
pub fn cells(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [b' '..=b'~'] => 1,
        _ => grapheme.width().min(2),
    }
}

/// Cells of a whole text on one line.
pub fn text_cells(text: &str) -> usize {
    text.graphemes(true).map(cells).sum()
}

/// `text` cut to at most `width` cells, with an ellipsis where something is missing.
pub fn fit(text: &str, width: usize) -> String {
    if text_cells(text) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for grapheme in text.graphemes(true) {
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
