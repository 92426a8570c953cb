//! Words with a number each, as bytes that the build lays out: a start reads, hashes and copies none of
//! them, it points at them.
//!
//! The build script compiles this file, too, so that who writes a table and who looks into it agree.

/// So many of the high bits of a slot are bits of the hash, the others where the word stands.
const MARK: u32 = 12;
pub(super) const PLACE: u32 = u32::BITS - MARK;

/// A table of words.
///
/// Its bytes: the binary logarithm of how many slots there are; the slots, each of four bytes, zero where
/// none; and for each word its number in two bytes, its length in one, and its letters. A word stands in
/// the first free slot from the one that its hash names.
#[derive(Clone, Copy)]
pub(crate) struct Table {
    slots: &'static [[u8; 4]],
    words: &'static [u8],
}

impl Table {
    /// The table that `laid.rs` laid out.
    pub(crate) fn new(bytes: &'static [u8]) -> Self {
        let (size, rest) = bytes.split_first().unwrap_or((&0, &[]));
        let (slots, words) = rest.split_at_checked(4 << size).unwrap_or_default();
        Self { slots: slots.as_chunks().0, words }
    }

    /// The number of a word.
    pub(crate) fn get(&self, word: &str) -> Option<u16> {
        let (mark, slots) = probes(word, self.slots.len());
        for slot in slots {
            let slot = u32::from_le_bytes(*self.slots.get(slot)?);
            // From here on no word with this hash stands.
            let place = (slot & ((1 << PLACE) - 1)).checked_sub(1)?;
            let [low, high, len, letters @ ..] = self.words.get(place as usize..)? else { break };
            if slot >> PLACE == mark && letters.get(..usize::from(*len)) == Some(word.as_bytes()) {
                return Some(u16::from_le_bytes([*low, *high]));
            }
        }
        None
    }

    /// All words with their numbers.
    pub(crate) fn all(self) -> impl Iterator<Item = (&'static str, u16)> {
        let mut rest = self.words;
        std::iter::from_fn(move || {
            let [low, high, len, letters @ ..] = rest else { return None };
            let (word, behind) = letters.split_at_checked(usize::from(*len))?;
            rest = behind;
            Some((str::from_utf8(word).ok()?, u16::from_le_bytes([*low, *high])))
        })
    }
}

/// What the build made of a pack with the units and names that all languages share (`build/pack.rs`), so that a
/// start reads none of its words.
#[derive(Clone, Copy)]
pub(super) struct Laid {
    /// The settings, a line each; behind an empty line the classes; and behind another one which of them each
    /// entry joins, with its phrases.
    pub(super) told: &'static str,
    /// The words with the numbers of their entries, as [`Table`] reads them.
    pub(super) words: &'static [u8],
}

/// The bits of its hash that are kept with a word, and the slots that it may stand in, in turn.
pub(super) fn probes(word: &str, slots: usize) -> (u32, impl Iterator<Item = usize>) {
    let hash = hash(word.as_bytes());
    let first = hash as usize;
    (
        (hash >> (u64::BITS - MARK)) as u32,
        (0..slots).map(move |by| first.wrapping_add(by) & (slots - 1)),
    )
}

/// A hash that is the same on every machine, since one of another kind may build for it.
fn hash(word: &[u8]) -> u64 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, part: u64| {
        let mixed = (hash ^ part).wrapping_mul(MIX);
        mixed ^ (mixed >> 32)
    };
    let (parts, rest) = word.as_chunks();
    let hash =
        parts.iter().fold(word.len() as u64, |hash, part| mix(hash, u64::from_le_bytes(*part)));
    mix(hash, rest.iter().fold(0, |part, byte| part << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::core::lang::laid::bytes;

    proptest! {
        #[test]
        fn a_table_has_its_words_and_no_other(
            words in prop::collection::btree_map("[a-cé]{0,9}", 0_u16.., 0..40),
            others in prop::collection::vec("[a-cé]{0,9}", 0..40),
        ) {
            let words: BTreeMap<String, u16> = words;
            let bytes = bytes(words.iter().map(|(word, number)| (word.as_str(), *number)));
            let table = Table::new(bytes.leak());
            for word in words.keys().chain(&others) {
                prop_assert_eq!(table.get(word), words.get(word).copied(), "{}", word);
            }
            let all: Vec<_> = words.iter().map(|(word, number)| (word.as_str(), *number)).collect();
            prop_assert_eq!(table.all().collect::<Vec<_>>(), all);
        }
    }
}
