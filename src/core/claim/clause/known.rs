//! Places in a sentence, found once.

use std::cell::OnceCell;
use std::ops::Range;

/// Where in the sentence something stands, in order; found once, when it is first asked for.
#[derive(Default)]
pub(super) struct Known {
    /// Tokens: commas.
    pub(super) commas: Places,
    /// Commas behind which a verb goes on.
    pub(super) resumed: Places,
    /// Verbs that show a clause.
    pub(super) finite: Places,
    /// Verbs of saying and denying.
    pub(super) said: Places,
    /// What leads to what is said: `que`.
    pub(super) that: Places,
    /// Commas and words that begin a part of the sentence.
    pub(super) borders: Places,
    /// Bytes: figures that tell something, and dates.
    pub(super) values: Places,
    /// Names but those of peoples.
    pub(super) names: Places,
    /// Tokens: dashes between words.
    pub(super) dashes: Places,
    /// Words that may be verbs.
    pub(super) verbs: Places,
    /// What leads to a source: `selon`.
    pub(super) sources: Places,
    /// Verbs that may be those of a main clause.
    pub(super) main: Places,
    /// What begins a clause that describes: `who`.
    pub(super) openers: Places,
}

#[derive(Default)]
pub(super) struct Places(OnceCell<Vec<usize>>);

impl Places {
    pub(super) fn all(&self, find: impl FnOnce() -> Vec<usize>) -> Sorted<'_> {
        Sorted(self.0.get_or_init(find))
    }
}

/// Places in their order.
#[derive(Clone, Copy)]
pub(super) struct Sorted<'a>(pub(super) &'a [usize]);

impl Sorted<'_> {
    pub(super) fn any(self, range: Range<usize>) -> bool {
        self.last(range).is_some()
    }

    pub(super) fn first(self, range: Range<usize>) -> Option<usize> {
        let before = self.0.partition_point(|place| *place < range.start);
        self.0.get(before).copied().filter(|place| *place < range.end)
    }

    pub(super) fn last(self, range: Range<usize>) -> Option<usize> {
        let before = self.0.partition_point(|place| *place < range.end);
        self.0[..before].last().copied().filter(|place| *place >= range.start)
    }
}
