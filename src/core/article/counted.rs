//! A text whose bytes and code points are found by each other without counting all before them.

/// Bytes between two known positions: a look-up counts at most this much.
const BLOCK: usize = 128;

/// Bytes whose code points are counted at once while a position is looked for.
const STRIDE: usize = 32;

/// A text whose code points are counted, block by block.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    /// The text.
    pub text: String,
    /// Code points before each block of `BLOCK` bytes.
    counts: Vec<u32>,
}

impl Counted {
    pub(super) fn new(text: String) -> Self {
        Self { counts: count_blocks(&text), text }
    }

    /// How many code points stand before a byte.
    pub(super) fn point_at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let block = byte / BLOCK;
        let from = block * BLOCK;
        let count = self.counts.get(block).copied().unwrap_or_default();
        count as usize + letters(&self.text.as_bytes()[from..byte])
    }

    /// The byte of a code point; none behind the end.
    pub(super) fn byte_at(&self, point: usize) -> Option<usize> {
        let block = self.counts.partition_point(|count| *count as usize <= point).saturating_sub(1);
        let mut left = point - self.counts.get(block).copied().unwrap_or_default() as usize;
        let mut from = block * BLOCK;
        // Counting goes many bytes at a time, looking at each one does not.
        for part in self.text.as_bytes()[from..].chunks_exact(STRIDE) {
            let count = letters(part);
            if count > left {
                break;
            }
            (from, left) = (from + STRIDE, left - count);
        }
        for (i, byte) in self.text.as_bytes()[from..].iter().enumerate() {
            if is_first_byte(*byte) {
                if left == 0 {
                    return Some(from + i);
                }
                left -= 1;
            }
        }
        (left == 0).then_some(self.text.len())
    }
}

/// How many code points begin in these bytes.
fn letters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| is_first_byte(**byte)).count()
}

const fn is_first_byte(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn count_blocks(text: &str) -> Vec<u32> {
    let mut total = 0;
    let mut counts = vec![0];
    for block in text.as_bytes().chunks_exact(BLOCK) {
        total += letters(block) as u32;
        counts.push(total);
    }
    counts
}
