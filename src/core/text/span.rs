//! A stretch of a text.

use std::ops::Range;

/// A half-open stretch of a text, in bytes of its UTF-8 form.
///
/// Files count code points instead (the W3C convention); the conversion is
/// made once, where a document is read from or written to disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The stretch from `start` up to and without `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Its length, in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The same stretch as a range, to index a `str` with.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Its words in `text`; empty where it lies outside.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether the byte at `at` lies inside.
    pub const fn contains(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Intersection over union, 0 to 1.
    pub fn iou(self, other: Self) -> f64 {
        let both = self.end.min(other.end).saturating_sub(self.start.max(other.start));
        if both == 0 {
            return 0.0;
        }
        let all = self.end.max(other.end) - self.start.min(other.start);
        both as f64 / all as f64
    }
}
