//! How the lists of usual words are packed.
//!
//! The build script compiles this file, too: it finds where the blocks begin, so that a search in a list
//! begins at once.

/// So many lines are gone through at most for a word.
pub(crate) const BLOCK: usize = 8;

/// What is laid out of a block: where its second line begins, where its first word stands among those of
/// all blocks, each in four bytes, and the length of that word.
pub(crate) type Place = [u8; 9];

/// A line of a list.
pub(crate) struct Line<'a> {
    /// How many letters it shares with the line before.
    pub(crate) shared: usize,
    /// The letters behind those.
    pub(crate) rest: &'a str,
}

/// The lines of a list from there.
pub(crate) fn lines(packed: &str, mut at: usize) -> impl Iterator<Item = Line<'_>> {
    std::iter::from_fn(move || {
        let shared = char::from(*packed.as_bytes().get(at)?).to_digit(36)? as usize;
        // Nearly all are of a few letters.
        let len = packed.as_bytes()[at..].iter().position(|byte| *byte == b'\n')?;
        let rest = &packed[at + 1..at + len];
        at += len + 1;
        Some(Line { shared, rest })
    })
}
