//! Where a piece of text was taken out or put in, when several places would do.
//!
//! `A b. A c.` that became `A c.` lost `A b.` or `b. A`: both explain it, only the first
//! is what somebody did. As in git's indent heuristic for code, a piece slides to the
//! place where it begins and ends at the strongest breaks.

use imara_diff::Token;

use super::diff::NONE;
use super::fold::Fold;
use crate::core::article::Span;

/// Pieces slide by no more than this many words.
const FAR: usize = 64;
/// From this strength on, a break ends a sentence.
pub(super) const SENTENCE: u8 = 4;

/// Slides every piece of `old` that was taken out whole. `breaks` has one entry more than
/// `old` has words: how strong the break before each is, and after the last.
pub(super) fn slide(ties: &mut [u32], new_len: usize, old: &[Token], breaks: &[u8]) {
    let mut at = 0;
    while let Some(start) = ties[at..].iter().position(|&tie| tie == NONE).map(|k| at + k) {
        let len = ties[start..].iter().take_while(|&&tie| tie == NONE).count();
        let end = start + len;
        at = end;
        let before = start.checked_sub(1).map_or(0, |i| ties[i] as usize + 1);
        let after = ties.get(end).map_or(new_len, |&tie| tie as usize);
        if before != after {
            continue;
        }
        let left = (1..=start.min(FAR)).take_while(|k| {
            let there = ties[start - k];
            there != NONE && there as usize + k == before && old[start - k] == old[end - k]
        });
        let right = (1..=(old.len() - end).min(FAR)).take_while(|k| {
            let there = ties[end + k - 1];
            there != NONE
                && there as usize + 1 == after + k
                && old[start + k - 1] == old[end + k - 1]
        });
        let (left, right) = (left.count(), right.count());
        let strength = |first: &usize| breaks[*first] + breaks[*first + len];
        // The earliest of equals, but no move without a gain.
        let best = (start - left..=start + right).rev().max_by_key(strength).unwrap_or(start);
        if strength(&best) <= strength(&start) {
            continue;
        }
        for k in best..start {
            let k = start + best - 1 - k;
            ties[k + len] = ties[k];
            ties[k] = NONE;
        }
        for k in start..best {
            ties[k] = ties[k + len];
            ties[k + len] = NONE;
        }
        at = end.max(best + len);
    }
}

/// How strong the break before each word is, and after the last: a line, a sentence, a
/// clause, or none.
pub(super) fn breaks(fold: &Fold, words: &[Span]) -> Vec<u8> {
    let mut lines = fold.lines().peekable();
    let mut out = Vec::with_capacity(words.len() + 1);
    let mut before = "";
    for word in words {
        let mut line = out.is_empty();
        while lines.next_if(|&at| at <= word.start).is_some() {
            line = true;
        }
        out.push(match before {
            _ if line => 6,
            "." | "!" | "?" => SENTENCE,
            "," | ";" | ":" | "-" | "(" | ")" => 1,
            _ => 0,
        });
        before = word.of(&fold.text);
    }
    out.push(6);
    out
}

#[cfg(test)]
mod tests {
    use super::super::diff::diff;
    use super::super::token::tokens;
    use super::*;
    use imara_diff::InternedInput;

    /// The words of `old` that are gone in `new`, after sliding.
    fn gone(old: &str, new: &str) -> String {
        let (before, after) = (Fold::new(old), Fold::new(new));
        let (a, b) = (tokens(&before.text), tokens(&after.text));
        let mut input = InternedInput::default();
        input.update_before(a.iter().map(|t| t.of(&before.text)));
        input.update_after(b.iter().map(|t| t.of(&after.text)));
        let mut ties = diff(&input.before, &input.after);
        slide(&mut ties, b.len(), &input.before, &breaks(&before, &a));
        let kept: Vec<u32> = ties.iter().copied().filter(|&tie| tie != NONE).collect();
        assert!(kept.is_sorted());
        for (i, &j) in ties.iter().enumerate().filter(|(_, j)| **j != NONE) {
            assert_eq!(input.before[i], input.after[j as usize]);
        }
        let words = a.iter().zip(&ties).filter(|(_, tie)| **tie == NONE);
        words.map(|(word, _)| word.of(&before.text)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn whole_sentences_and_lines_are_gone() {
        for (old, new, expected) in [
            ("La Corée ment\nLa Corée dit vrai", "La Corée dit vrai", "la coree ment"),
            ("Un. La Chine nie. La Corée nie. Fin.", "Un. La Corée nie. Fin.", "la chine nie ."),
            ("Un. La Chine nie. La Corée nie.", "Un. La Chine nie.", "la coree nie ."),
            ("a b a b a b c", "a b a b c", "a b"),
            ("a, b, c", "a, c", "b ,"),
            ("un mot", "un mot", ""),
        ] {
            assert_eq!(gone(old, new), expected, "{old}");
        }
    }
}
