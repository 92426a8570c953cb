//! Which words of one version are which of the other.
//!
//! Between two words that are certain, a histogram diff does best; on a whole text it
//! takes minutes where words repeat (a megabyte of one sentence). So runs of words that
//! stand once in both texts are tied first, as in Cohen's patience diff, and only short
//! gaps between them are given to the histogram. Every step is bounded: the whole costs
//! about `n log n`.

use imara_diff::{Algorithm, Diff, InternedInput, Token};

/// Marks a word that is tied to none.
pub(super) const NONE: u32 = u32::MAX;
/// Gaps of up to this many words, of both sides together, are compared word by word.
const SHORT: usize = 2048;
/// Lengths in words of the runs looked for, one after the other: longer ones are unique
/// where shorter ones repeat.
const RUNS: [usize; 3] = [3, 12, 48];
/// How often a gap may be divided by runs of one length.
const ROUNDS: usize = 6;

/// Stretches between two ties, in words.
#[derive(Clone, Copy)]
struct Gap {
    old: (usize, usize),
    new: (usize, usize),
    /// Which of `RUNS` to look for, and how often that was done.
    run: usize,
    round: usize,
}

/// For each word of `old` the word of `new` tied to it, or [`NONE`]; ties never cross.
pub(super) fn diff(old: &[Token], new: &[Token]) -> Vec<u32> {
    let mut ties = vec![NONE; old.len()];
    let mut gaps = vec![Gap { old: (0, old.len()), new: (0, new.len()), run: 0, round: 0 }];
    while let Some(gap) = gaps.pop() {
        let gap = strip(old, new, gap, &mut ties);
        let (a, b) = (&old[gap.old.0..gap.old.1], &new[gap.new.0..gap.new.1]);
        if a.is_empty() || b.is_empty() {
            continue;
        }
        if a.len() + b.len() <= SHORT {
            compare(a, b, gap, &mut ties);
            continue;
        }
        let Some(&run) = RUNS.get(gap.run) else { continue };
        let certain =
            if gap.round < ROUNDS { in_order(&unique_runs(a, b, run)) } else { Vec::new() };
        if certain.is_empty() {
            gaps.push(Gap { run: gap.run + 1, round: 0, ..gap });
            continue;
        }
        divide(gap, run, &certain, &mut ties, &mut gaps);
    }
    ties
}

/// Ties what both sides of a gap begin and end with.
fn strip(old: &[Token], new: &[Token], mut gap: Gap, ties: &mut [u32]) -> Gap {
    let (a, b) = (&old[gap.old.0..gap.old.1], &new[gap.new.0..gap.new.1]);
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let rest = a[head..].iter().rev().zip(b[head..].iter().rev());
    let tail = rest.take_while(|(x, y)| x == y).count();
    tie(ties, gap.old.0, gap.new.0, head);
    tie(ties, gap.old.1 - tail, gap.new.1 - tail, tail);
    gap.old = (gap.old.0 + head, gap.old.1 - tail);
    gap.new = (gap.new.0 + head, gap.new.1 - tail);
    gap
}

fn tie(ties: &mut [u32], old: usize, new: usize, len: usize) {
    for (k, tie) in ties[old..old + len].iter_mut().enumerate() {
        *tie = (new + k) as u32;
    }
}

/// Compares a short gap word by word.
fn compare(a: &[Token], b: &[Token], gap: Gap, ties: &mut [u32]) {
    let mut input = InternedInput::default();
    input.update_before(a.iter().map(|token| token.0));
    input.update_after(b.iter().map(|token| token.0));
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let mut j = 0;
    for i in 0..a.len() {
        if diff.is_removed(i as u32) {
            continue;
        }
        while j < b.len() && diff.is_added(j as u32) {
            j += 1;
        }
        tie(ties, gap.old.0 + i, gap.new.0 + j, 1);
        j += 1;
    }
}

/// Ties the certain runs and leaves the gaps between them to be looked at.
fn divide(gap: Gap, run: usize, certain: &[(usize, usize)], ties: &mut [u32], gaps: &mut Vec<Gap>) {
    let (mut i, mut j) = (gap.old.0, gap.new.0);
    for &(a, b) in certain {
        let (a, b) = (gap.old.0 + a, gap.new.0 + b);
        if a < i || b < j {
            // It overlaps the run before. On the same diagonal it makes that longer.
            if a as isize - i as isize == b as isize - j as isize {
                let len = (a + run).saturating_sub(i);
                tie(ties, i, j, len);
                (i, j) = (i + len, j + len);
            }
            continue;
        }
        gaps.push(Gap { old: (i, a), new: (j, b), round: gap.round + 1, ..gap });
        tie(ties, a, b, run);
        (i, j) = (a + run, b + run);
    }
    gaps.push(Gap { old: (i, gap.old.1), new: (j, gap.new.1), round: gap.round + 1, ..gap });
}

/// Where runs of `len` words stand that each side has exactly once, in order of the old side.
fn unique_runs(a: &[Token], b: &[Token], len: usize) -> Vec<(usize, usize)> {
    let (old, new) = (once(a, len), once(b, len));
    let mut out = Vec::new();
    let mut rest = new.as_slice();
    for &(sum, i) in &old {
        let skip = rest.partition_point(|&(other, _)| other < sum);
        // The two lists are about as long, so this skips little.
        rest = &rest[skip..];
        if let Some(&(other, j)) = rest.first()
            && other == sum
            && a[i..i + len] == b[j..j + len]
        {
            out.push((i, j));
        }
    }
    out.sort_unstable();
    out
}

/// Sum and place of every run of `len` words whose sum comes once, by sum.
fn once(words: &[Token], len: usize) -> Vec<(u64, usize)> {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    // A rolling polynomial, as in Karp and Rabin's search.
    let value = |word: &Token| (u64::from(word.0) + 1).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let top = (1..len).fold(1u64, |power, _| power.wrapping_mul(FACTOR));
    let mut sum = 0u64;
    let mut sums = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        sum = sum.wrapping_mul(FACTOR).wrapping_add(value(word));
        if at + 1 >= len {
            sums.push((sum, at + 1 - len));
            sum = sum.wrapping_sub(value(&words[at + 1 - len]).wrapping_mul(top));
        }
    }
    sums.sort_unstable();
    let groups = sums.chunk_by(|x, y| x.0 == y.0);
    groups.filter_map(|group| if let [one] = group { Some(*one) } else { None }).collect()
}

/// The longest chain of pairs that rises on both sides (patience sorting).
fn in_order(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The last pair of the best chain of each length, and each pair's predecessor.
    let mut tops: Vec<usize> = Vec::new();
    let mut before = vec![usize::MAX; pairs.len()];
    for (k, &(_, j)) in pairs.iter().enumerate() {
        let length = tops.partition_point(|&top| pairs[top].1 < j);
        if let Some(previous) = length.checked_sub(1) {
            before[k] = tops[previous];
        }
        if length == tops.len() {
            tops.push(k);
        } else {
            tops[length] = k;
        }
    }
    let mut chain = Vec::with_capacity(tops.len());
    let mut at = tops.last().copied();
    while let Some(k) = at {
        chain.push(pairs[k]);
        at = Some(before[k]).filter(|&k| k != usize::MAX);
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn ties_are_equal_words_and_never_cross(
            a in prop::collection::vec(0u32..40, 0..3000),
            cut in 0usize..3000,
            b in prop::collection::vec(0u32..40, 0..300),
        ) {
            let cut = cut.min(a.len());
            let old: Vec<Token> = a.iter().map(|&id| Token(id)).collect();
            let new: Vec<Token> = a[..cut].iter().chain(&b).chain(&a[cut..]).map(|&id| Token(id)).collect();
            let ties = diff(&old, &new);
            let mut last = None;
            for (i, &j) in ties.iter().enumerate().filter(|(_, j)| **j != NONE) {
                prop_assert_eq!(old[i], new[j as usize]);
                prop_assert!(last < Some(j));
                last = Some(j);
            }
            prop_assert!(ties.iter().filter(|&&j| j == NONE).count() <= b.len());
        }
    }

    #[test]
    fn one_word_repeated_without_end_is_still_quick() {
        let old = vec![Token(1); 300_000];
        let new: Vec<Token> = (0..300_000).map(|i| Token(u32::from(i % 7 == 0))).collect();
        assert_eq!(diff(&old, &new).len(), old.len());
    }
}
