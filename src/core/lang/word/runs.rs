//! Runs of letters and digits.

use super::letters::is_accented;

/// What a byte is: of no run, of one, or the first of a sign that is not ASCII.
const PLAIN: u8 = 0;
const RUN: u8 = 1;
const WIDE: u8 = 2;

static ACTION: [u8; 256] = {
    let mut table = [PLAIN; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => RUN,
            0x80.. => WIDE,
            _ => PLAIN,
        };
        byte += 1;
    }
    table
};

/// Where the runs of letters and digits stand, in bytes; what `joins` goes on with one that has begun.
pub(in crate::core) fn runs(
    text: &str,
    joins: impl Fn(char) -> bool,
) -> impl Iterator<Item = (usize, usize)> {
    let bytes = text.as_bytes();
    // Whether a sign that is not ASCII is of a run, and how many bytes it takes.
    let wide = move |at: usize, has_begun: bool| {
        // Typographic spaces, dashes and quotation marks, U+2000 to U+203F.
        if bytes[at..].starts_with(&[0xe2, 0x80]) {
            return Some((false, 3));
        }
        let c = text[at..].chars().next()?;
        Some((is_accented(c) || c.is_alphanumeric() || has_begun && joins(c), c.len_utf8()))
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            match ACTION[usize::from(*bytes.get(at)?)] {
                RUN => break,
                PLAIN => at += 1,
                _ => match wide(at, false)? {
                    (true, _) => break,
                    (false, len) => at += len,
                },
            }
        }
        let start = at;
        while let Some(byte) = bytes.get(at) {
            match ACTION[usize::from(*byte)] {
                RUN => at += 1,
                PLAIN => break,
                _ => match wide(at, true)? {
                    (true, len) => at += len,
                    (false, _) => break,
                },
            }
        }
        Some((start, at))
    })
}
