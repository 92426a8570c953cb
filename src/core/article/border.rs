//! Where the letters of a text end.
//!
//! The build script compiles this file, too, with what cuts words.

use unicode_segmentation::GraphemeCursor;

/// Whether a text ends with a letter of Western Europe or a sign of its typography, which join nothing: told without the
/// tables of Unicode.
const fn ends_alone(text: &[u8]) -> bool {
    matches!(
        text,
        [.., b' '..=b'~' | b'\n']
            | [.., 0xc2, 0xa0..=0xac | 0xae..=0xbf]
            | [.., 0xc3..=0xcb, _]
            | [.., 0xe2, 0x80, 0x90..=0xa7 | 0xaf]
    )
}

/// Whether it begins with one; a line feed joins only what `ends_alone` leaves out.
const fn begins_alone(text: &[u8]) -> bool {
    matches!(
        text,
        [b' '..=b'~' | b'\n' | 0xc3..=0xcb, ..]
            | [0xc2, 0xa0..=0xac | 0xae..=0xbf, ..]
            | [0xe2, 0x80, 0x90..=0xa7 | 0xaf, ..]
    )
}

/// Whether a grapheme ends at `at`.
pub(crate) fn is_border(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let (Some(before), Some(after)) = (at.checked_sub(1).map(|i| bytes[i]), bytes.get(at)) else {
        return true;
    };
    if before.is_ascii() && after.is_ascii() {
        return !(before == b'\r' && *after == b'\n');
    }
    if ends_alone(&bytes[..at]) && begins_alone(&bytes[at..]) {
        return true;
    }
    // A long chain of flags or joined emoji is not followed to its start: within it nothing ends.
    let mut from = at.saturating_sub(256);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    cursor.is_boundary(&text[from..], from).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    #[test]
    fn a_border_is_where_a_grapheme_ends() {
        let signs = ('\0'..='\u{2ff}').chain('\u{2000}'..='\u{2030}');
        let others = [
            '\u{301}',
            '\u{600}',
            '\u{903}',
            '\u{1F1E6}',
            '❤',
            '\u{fe0f}',
            '字',
            '각',
            '\u{1F468}',
        ];
        let all: Vec<char> = signs.chain(others).collect();
        for one in &all {
            for next in ['\0', '\n', '\r', ' ', 'a', 'é', '«', '©', '\u{ad}', '’', '\u{202f}']
                .iter()
                .chain(&others)
            {
                for (one, next) in [(one, next), (next, one)] {
                    let text = format!("{one}{next}");
                    let ends = text.graphemes(true).count() == 2;
                    assert_eq!(is_border(&text, one.len_utf8()), ends, "{text:?}");
                }
            }
        }
    }
}
