//! Edit distance by bit vectors: one pattern against every prefix of a text.
//!
//! Myers, "A fast bit-vector algorithm for approximate string matching" (1999),
//! in blocks of 64 as in Hyyrö, "A bit-vector algorithm for computing
//! Levenshtein and Damerau edit distances" (2003).

/// A pattern of bytes made ready.
pub(super) struct Pattern {
    len: usize,
    /// For each block of 64 bytes of the pattern, where each byte value stands.
    places: Vec<[u64; 256]>,
}

impl Pattern {
    pub(super) fn new(bytes: impl ExactSizeIterator<Item = u8>) -> Self {
        let len = bytes.len();
        let mut places = vec![[0; 256]; len.div_ceil(64)];
        for (i, byte) in bytes.enumerate() {
            places[i / 64][usize::from(byte)] |= 1 << (i % 64);
        }
        Self { len, places }
    }

    /// For each `j`, the distance of the pattern to the first `j` bytes of `text`.
    pub(super) fn anchored(&self, text: impl Iterator<Item = u8>) -> Vec<u32> {
        self.columns(text, 1)
    }

    /// For each `j`, the distance of the pattern to the nearest stretch of
    /// `text` that ends at `j`.
    pub(super) fn floating(&self, text: impl Iterator<Item = u8>) -> Vec<u32> {
        self.columns(text, 0)
    }

    fn columns(&self, text: impl Iterator<Item = u8>, above: i32) -> Vec<u32> {
        let mut score = self.len as i32;
        let mut out = Vec::with_capacity(text.size_hint().0 + 1);
        out.push(score as u32);
        let mut blocks = vec![(u64::MAX, 0u64); self.places.len()];
        // The row of the last block in which the pattern ends.
        let last = (self.len + 63) % 64;
        for byte in text {
            let byte = usize::from(byte);
            let mut step = (u64::from(above > 0), 0);
            // Of an empty pattern the row above is the last.
            let mut ends = (step.0 << last, 0);
            for (block, places) in blocks.iter_mut().zip(&self.places) {
                ends = advance(block, places[byte], step);
                step = (ends.0 >> 63, ends.1 >> 63);
            }
            score += (ends.0 >> last & 1) as i32 - (ends.1 >> last & 1) as i32;
            out.push(score as u32);
        }
        out
    }
}

/// One column of one block, without branches. `step` is that from its left neighbour in the row
/// above: whether the distance grows, or falls. Returns the same of each row.
fn advance((plus, minus): &mut (u64, u64), places: u64, step: (u64, u64)) -> (u64, u64) {
    let below = places | *minus;
    let here = places | step.1;
    let across = ((here & *plus).wrapping_add(*plus) ^ *plus) | here;
    let rows = (*minus | !(across | *plus), *plus & across);
    let (up, down) = (rows.0 << 1 | step.0, rows.1 << 1 | step.1);
    *plus = down | !(below | up);
    *minus = up & below;
    rows
}

/// The edit distance of two strings of bytes.
pub(super) fn distance(a: &[u8], b: &[u8]) -> usize {
    let columns = Pattern::new(a.iter().copied()).anchored(b.iter().copied());
    columns.last().map_or(0, |&d| d as usize)
}

/// One minus the edit distance over the longer length: 1 for equal strings.
pub(super) fn similarity(a: &[u8], b: &[u8]) -> f64 {
    let longer = a.len().max(b.len());
    if longer == 0 { 1.0 } else { 1.0 - distance(a, b) as f64 / longer as f64 }
}

/// Where in `text` the words `inside` begin that followed `outside` in the old text.
///
/// `text` is what became of both. What was added before `outside` or between the two counts
/// half, so that additions fall outside rather than being spread over the words.
pub(super) fn start(outside: &[u8], inside: &[u8], text: &[u8]) -> usize {
    let before = Pattern::new(outside.iter().copied()).floating(text.iter().copied());
    let after = Pattern::new(inside.iter().rev().copied()).anchored(text.iter().rev().copied());
    cheapest(&before, outside.len(), &after, |at| in_word(text, at))
}

/// Where in `text` the words `inside` end that `outside` followed in the old text.
pub(super) fn end(inside: &[u8], outside: &[u8], text: &[u8]) -> usize {
    let after = Pattern::new(outside.iter().rev().copied()).floating(text.iter().rev().copied());
    let before = Pattern::new(inside.iter().copied()).anchored(text.iter().copied());
    text.len() - cheapest(&after, outside.len(), &before, |at| in_word(text, text.len() - at))
}

/// The last place, not barred, where the costs outside, up to there, and inside, from
/// there, are least. `len` is how long the words outside were.
fn cheapest(outside: &[u32], len: usize, inside: &[u32], barred: impl Fn(usize) -> bool) -> usize {
    // In halves of a byte; an addition is more than a byte or two.
    const ADDITION: u32 = 6;
    let mut best = (u32::MAX, 0);
    let mut added = u32::MAX - ADDITION;
    for (at, (&outside, &inside)) in outside.iter().zip(inside.iter().rev()).enumerate() {
        let outside = outside * 2 + at.saturating_sub(len) as u32;
        added = (added + 1).min(outside + ADDITION);
        let cost = added.min(outside) + inside * 2;
        if cost <= best.0 && !barred(at) {
            best = (cost, at);
        }
    }
    best.1
}

/// Whether both sides of `at` are letters or digits of one word.
pub(super) fn in_word(text: &[u8], at: usize) -> bool {
    let letter = |at: usize| text.get(at).is_some_and(u8::is_ascii_alphanumeric);
    at > 0 && letter(at - 1) && letter(at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The textbook table, row by row.
    fn table(a: &[u8], b: &[u8], free: bool) -> Vec<u32> {
        let mut row: Vec<u32> = (0..=b.len() as u32).map(|j| if free { 0 } else { j }).collect();
        for (i, x) in a.iter().enumerate() {
            let mut diagonal = row[0];
            row[0] = i as u32 + 1;
            for (j, y) in b.iter().enumerate() {
                let here = (diagonal + u32::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
                diagonal = std::mem::replace(&mut row[j + 1], here);
            }
        }
        row
    }

    #[test]
    fn additions_fall_outside() {
        for (outside, inside, text, at) in [
            ("", "l'alliance", "un premier alinea. lalliance", 19),
            ("avant ", "dedans", "avant dedans", 6),
            ("avant ", "dedans", "avant encore plus dedans", 18),
            ("avant ", "dedans", "avnt ddans", 5),
            ("avant ", "12", "avant 26", 6),
            (" ", "12", " 26", 1),
            (" ", "12 ", " 26 ", 1),
            (" ", "plus ", " militaire ", 1),
        ] {
            assert_eq!(start(outside.as_bytes(), inside.as_bytes(), text.as_bytes()), at, "{text}");
            let back = |s: &str| s.bytes().rev().collect::<Vec<u8>>();
            let end = end(&back(inside), &back(outside), &back(text));
            assert_eq!(end, text.len() - at, "{text}");
        }
    }

    proptest! {
        #[test]
        fn equals_the_textbook(a in "[ab]{0,200}", b in "[abc]{0,150}") {
            let (a, b) = (a.as_bytes(), b.as_bytes());
            let pattern = Pattern::new(a.iter().copied());
            if !a.is_empty() {
                prop_assert_eq!(pattern.floating(b.iter().copied()), table(a, b, true));
            }
            prop_assert_eq!(pattern.anchored(b.iter().copied()), table(a, b, false));
        }
    }
}
