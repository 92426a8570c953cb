//! The diff of two versions: which words of the old text are which of the new.

use imara_diff::InternedInput;

use super::diff::{NONE, diff};
use super::distance;
use super::fold::Fold;
use super::point::floor;
use super::slide::{SENTENCE, breaks, slide};
use super::token::tokens;
use crate::core::article::Span;

/// Fewer words in a row may be tied by chance.
const HELD: usize = 3;
/// Shorter words, in bytes, stand everywhere.
const TELLING: usize = 3;
/// Gaps longer than this, in bytes, are not aligned byte by byte.
const LONG_GAP: usize = 4096;

/// Two folded texts and the words tied between them, in the order of both.
pub(super) struct Ties {
    old: Vec<Span>,
    new: Vec<Span>,
    /// For each old word the new one tied to it.
    to_new: Vec<u32>,
    /// For each new word the old one tied to it.
    to_old: Vec<u32>,
    /// For each old word the held one at or before it, and at or after it.
    held_before: Vec<u32>,
    held_after: Vec<u32>,
    /// For each old word, the length in words of its run; 0 for untied ones.
    run: Vec<u32>,
    /// How strong the break before each old word is, and after the last.
    breaks: Vec<u8>,
}

/// Text between two held words, in both versions, in folded bytes.
struct Gap {
    old: Span,
    new: Span,
}

impl Ties {
    /// Compares two folded texts word by word.
    pub(super) fn new(old: &Fold, new: &Fold) -> Self {
        let (a, b) = (tokens(&old.text), tokens(&new.text));
        let mut input = InternedInput::default();
        input.update_before(a.iter().map(|t| t.of(&old.text)));
        input.update_after(b.iter().map(|t| t.of(&new.text)));
        let mut to_new = diff(&input.before, &input.after);
        let old_breaks = breaks(old, &a);
        slide(&mut to_new, b.len(), &input.before, &old_breaks);
        let mut to_old = inverse(&to_new, b.len());
        slide(&mut to_old, a.len(), &input.after, &breaks(new, &b));
        let to_new = inverse(&to_old, a.len());
        let mut ties = Self {
            to_new,
            to_old,
            held_before: vec![NONE; a.len()],
            held_after: vec![NONE; a.len()],
            run: vec![0; a.len()],
            breaks: old_breaks,
            old: a,
            new: b,
        };
        ties.measure_runs();
        ties
    }

    fn measure_runs(&mut self) {
        let n = self.old.len();
        let mut i = 0;
        while i < n {
            let start = i;
            i += 1;
            if self.to_new[start] == NONE {
                continue;
            }
            while i < n && self.to_new[i] == self.to_new[i - 1] + 1 && self.to_new[i] != NONE {
                i += 1;
            }
            self.run[start..i].fill((i - start) as u32);
        }
        let (mut before, mut after) = (NONE, NONE);
        for i in 0..n {
            if self.is_held(i) {
                before = i as u32;
            }
            self.held_before[i] = before;
            let k = n - 1 - i;
            if self.is_held(k) {
                after = k as u32;
            }
            self.held_after[k] = after;
        }
    }

    fn is_held(&self, i: usize) -> bool {
        self.run[i] as usize >= HELD
    }

    /// Where the folded stretch `span` of the old text went; maybe nothing of it is left.
    pub(super) fn map(&self, old: &Fold, new: &Fold, span: Span) -> Span {
        let start = self.border(old, new, span.start, true);
        let end = self.border(old, new, span.end, false);
        trim(new, Span::new(start, end.max(start)))
    }

    /// Where the border at byte `at` went. A start leaves out what was inserted before
    /// the words it begins; an end, what was inserted after those it ends.
    fn border(&self, old: &Fold, new: &Fold, at: usize, is_start: bool) -> usize {
        // The first word that reaches beyond the border, and the last before it.
        let next = self.old.partition_point(|word| word.end <= at);
        if let Some(word) = self.old.get(next).filter(|word| word.start < at)
            && self.is_held(next)
        {
            return self.new[self.to_new[next] as usize].start + (at - word.start);
        }
        let gap = self.gap(next, old.text.len(), new.text.len());
        if is_start && blank(old, Span::new(at, gap.old.end)) && gap.old.end < old.text.len() {
            return gap.new.end;
        }
        if !is_start && blank(old, Span::new(gap.old.start, at)) && gap.old.start > 0 {
            return gap.new.start;
        }
        if gap.old.len() > LONG_GAP || gap.new.len() > LONG_GAP {
            // Nothing certain is near: as close to the held side as it was.
            let (left, right) = (at - gap.old.start, gap.old.end - at);
            let place = if left <= right {
                gap.new.start + left.min(gap.new.len())
            } else {
                gap.new.end - right.min(gap.new.len())
            };
            return floor(&new.text, place);
        }
        let left = &old.bytes()[gap.old.start..at];
        let right = &old.bytes()[at..gap.old.end];
        let text = &new.bytes()[gap.new.range()];
        let side = if is_start { distance::start } else { distance::end };
        floor(&new.text, gap.new.start + side(left, right, text))
    }

    /// The gap that holds the border before old word `next`.
    fn gap(&self, next: usize, old_len: usize, new_len: usize) -> Gap {
        let before = next.checked_sub(1).map_or(NONE, |i| self.held_before[i]);
        let after = self.held_after.get(next).copied().unwrap_or(NONE);
        self.between(before, after, old_len, new_len)
    }

    /// The gap between two held old words, or an end of the text.
    fn between(&self, before: u32, after: u32, old_len: usize, new_len: usize) -> Gap {
        let (old_start, new_start) = match self.old.get(before as usize) {
            Some(word) => (word.end, self.new[self.to_new[before as usize] as usize].end),
            None => (0, 0),
        };
        let (old_end, new_end) = match self.old.get(after as usize) {
            Some(word) => (word.start, self.new[self.to_new[after as usize] as usize].start),
            None => (old_len, new_len),
        };
        Gap { old: Span::new(old_start, old_end), new: Span::new(new_start, new_end) }
    }

    /// What share of the folded stretch `old`, by bytes of its words, is tied into `new`.
    pub(super) fn kept(&self, old: Span, new: Span) -> f64 {
        let (mut all, mut kept) = (0, 0);
        for i in words_in(&self.old, old) {
            all += self.old[i].len();
            let there = self.new.get(self.to_new[i] as usize);
            if self.run[i] > 1 && there.is_some_and(|word| new.covers(*word)) {
                kept += self.old[i].len();
            }
        }
        if all == 0 { 0.0 } else { kept as f64 / all as f64 }
    }

    /// Whether enough of what stood around the folded stretch `old` stands around `new`:
    /// two telling words of the nearest ten on either side. A few words in a row may be tied by
    /// chance in a text that is otherwise another.
    pub(super) fn is_supported(&self, old: Span, new: Span) -> bool {
        const AROUND: usize = 10;
        let ours = words_in(&self.old, old);
        let there = words_in(&self.new, new);
        let there = there.start.saturating_sub(2 * AROUND)..there.end + 2 * AROUND;
        let before = ours.start.saturating_sub(AROUND)..ours.start;
        let after = ours.end..(ours.end + AROUND).min(self.old.len());
        let telling = before.chain(after).filter(|&i| self.old[i].len() >= TELLING);
        let (tied, gone): (Vec<usize>, Vec<usize>) =
            telling.partition(|&i| there.contains(&(self.to_new[i] as usize)));
        tied.len() >= 2.min(tied.len() + gone.len())
    }

    /// The text that stands where the folded stretch `old` stood when nothing of it is left.
    pub(super) fn instead(&self, old: &Fold, new: &Fold, span: Span) -> Option<Span> {
        let next = self.old.partition_point(|word| word.end <= span.start);
        let gap = self.gap(next, old.text.len(), new.text.len());
        let found = trim(new, gap.new);
        (gap.old.covers(span) && !found.is_empty() && found.len() <= 2 * span.len() + 64)
            .then_some(found)
    }

    /// What was put in around the sentence of the folded stretch `span`, up to the nearest words
    /// that did not change: the new text in which `place`, where the stretch went, has neighbours
    /// it did not have. None where nothing was put in.
    pub(super) fn beside(&self, old: &Fold, new: &Fold, span: Span, place: Span) -> Option<Span> {
        let sentence = self.sentence(span);
        let before = sentence.start.checked_sub(1).map_or(NONE, |i| self.held_before[i]);
        let after = self.held_after.get(sentence.end).copied().unwrap_or(NONE);
        let gap = self.between(before, after, old.text.len(), new.text.len());
        let near = Span::new(place.start.saturating_sub(LONG_GAP), place.end + LONG_GAP);
        let start = floor(&new.text, gap.new.start.max(near.start));
        let end = floor(&new.text, gap.new.end.min(near.end));
        let fresh = |j: &usize| self.to_old[*j] == NONE && !self.new[*j].overlaps(place);
        let put_in = words_in(&self.new, Span::new(start, end)).any(|j| fresh(&j));
        put_in.then_some(Span::new(start, end))
    }

    /// Whether a folded stretch is of one sentence.
    pub(super) fn is_one_sentence(&self, span: Span) -> bool {
        let words = words_in(&self.old, span);
        words.skip(1).all(|i| self.breaks[i] < SENTENCE)
    }

    /// The old words of the sentence around a folded stretch.
    fn sentence(&self, span: Span) -> std::ops::Range<usize> {
        /// Longer stretches without a stop are no sentences.
        const LONGEST: usize = 100;
        let words = words_in(&self.old, span);
        let starts = |i: &usize| self.breaks[*i] >= SENTENCE;
        let first = words.start.saturating_sub(LONGEST);
        let last = (words.end + LONGEST).min(self.old.len());
        let start = (first..=words.start).rev().find(starts).unwrap_or(first);
        let end = (words.end..=last).find(starts).unwrap_or(last);
        start..end
    }

    /// What share of the folded stretch `new`, by bytes of its words, is held by old words
    /// outside `old`: such text has been something else all along.
    pub(super) fn taken(&self, new: Span, old: Span) -> f64 {
        let (mut all, mut taken) = (0, 0);
        for j in words_in(&self.new, new) {
            all += self.new[j].len();
            let from = self.to_old[j] as usize;
            if self.old.get(from).is_some_and(|word| !word.overlaps(old)) && self.is_held(from) {
                taken += self.new[j].len();
            }
        }
        if all == 0 { 0.0 } else { taken as f64 / all as f64 }
    }
}

/// The ties seen from the other side, which has `len` words.
fn inverse(ties: &[u32], len: usize) -> Vec<u32> {
    let mut out = vec![NONE; len];
    for (i, &j) in ties.iter().enumerate().filter(|(_, j)| **j != NONE) {
        out[j as usize] = i as u32;
    }
    out
}

/// The words that `span` touches.
fn words_in(words: &[Span], span: Span) -> std::ops::Range<usize> {
    let start = words.partition_point(|word| word.end <= span.start);
    let end = words.partition_point(|word| word.start < span.end);
    start..end.max(start)
}

fn blank(fold: &Fold, span: Span) -> bool {
    span.of(&fold.text).trim().is_empty()
}

/// The stretch without spaces at its ends.
pub(super) fn trim(fold: &Fold, span: Span) -> Span {
    let words = span.of(&fold.text);
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, (span.start + words.trim_end().len()).max(start))
}
