//! Runs of letters and digits.

use super::letters::is_accented;

/// Where the runs of letters and digits stand, in bytes; what `joins` goes on with one that has begun.
pub(in crate::core) fn runs(
    text: &str,
    joins: impl Fn(char) -> bool,
) -> impl Iterator<Item = (usize, usize)> {
    // Whether what stands there is of a run, and how many bytes it takes.
    let sign = move |at: usize, has_begun: bool| {
        let byte = *text.as_bytes().get(at)?;
        // Nearly always.
        if byte.is_ascii() {
            return Some((byte.is_ascii_alphanumeric(), 1));
        }
        let c = text[at..].chars().next()?;
        Some((is_accented(c) || c.is_alphanumeric() || has_begun && joins(c), c.len_utf8()))
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        while let (false, len) = sign(at, false)? {
            at += len;
        }
        let start = at;
        while let Some((true, len)) = sign(at, true) {
            at += len;
        }
        Some((start, at))
    })
}
