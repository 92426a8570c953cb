//! How many cells of a terminal a text takes: the one place that decides it.

use unicode_width::UnicodeWidthStr;

use super::grapheme::{graphemes, is_lone};

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
    plain_cells(text).unwrap_or_else(|| graphemes(text).map(|(_, grapheme)| cells(grapheme)).sum())
}

/// Cells of a text in which each character is a letter of one cell, as nearly always; none of another one.
pub(crate) fn plain_cells(text: &str) -> Option<usize> {
    text.chars().try_fold(0, |count, c| is_a_cell(c).then_some(count + 1))
}

/// Whether a character is a letter by itself and takes one cell, as far as letters of Western Europe and
/// their punctuation go.
const fn is_a_cell(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{202f}')
        && is_lone(c)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_to_be_a_cell_is_one() {
        for c in ('\0'..='\u{ffff}').filter(|c| is_a_cell(*c)) {
            assert_eq!(cells(c.encode_utf8(&mut [0; 4])), 1, "{c:?}");
        }
        assert_eq!(text_cells("l’été à 5\u{202f}%"), 11);
        assert_eq!(text_cells("e\u{301}té 日本"), 8);
    }
}
