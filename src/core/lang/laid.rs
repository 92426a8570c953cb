//! Lays out the bytes of a table of words: for the build script, and for the tests.

use super::table::{PLACE, probes};

/// Words with their numbers as the bytes of a table.
///
/// # Panics
/// Where they are too many or too long for one.
pub(crate) fn bytes<'a>(numbered: impl ExactSizeIterator<Item = (&'a str, u16)>) -> Vec<u8> {
    // Half of the slots stay free, so that a word that is not there is soon known not to be.
    let count = (2 * numbered.len()).next_power_of_two();
    let mut slots = vec![0_u32; count];
    let mut words = Vec::new();
    for (word, number) in numbered {
        let (mark, mut probes) = probes(word, count);
        let place = u32::try_from(words.len() + 1).expect("a place in a table");
        assert!(place < 1 << PLACE, "a table holds fewer words than that");
        let slot = probes.find(|slot| slots[*slot] == 0).expect("a free slot");
        slots[slot] = mark << PLACE | place;
        words.extend(number.to_le_bytes());
        words.push(u8::try_from(word.len()).expect("a word of fewer bytes"));
        words.extend(word.as_bytes());
    }
    let slots = slots.into_iter().flat_map(u32::to_le_bytes);
    std::iter::once(count.ilog2() as u8).chain(slots).chain(words).collect()
}
