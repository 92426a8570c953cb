//! A stretch of a text.

use std::ops::Range;

use crate::core::keep::keep;
use crate::core::looks::look;

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

keep!(struct Span { start, end });

/// Which of some things, in the order of their starts and none longer than `longest`
/// bytes, can touch a stretch: a range to look at, found without looking at all.
pub fn near<T>(
    sorted: &[T],
    longest: usize,
    span: Span,
    place: impl Fn(&T) -> Span,
) -> Range<usize> {
    let from = sorted.partition_point(|thing| place(thing).start + longest < span.start);
    let end = span.end.max(span.start + 1);
    let count = sorted[from..].partition_point(|thing| place(thing).start < end);
    from..from + count
}

/// So many of the last things are looked through before all are: of a long text what is asked for is what
/// was found last, and a search through all of it reads memory that nobody has looked at for long.
const LAST: usize = 32;

/// Of some things in the order of their places, those that begin inside a stretch.
pub fn within<T>(sorted: &[T], span: Span, place: impl Fn(&T) -> Span) -> &[T] {
    let last = sorted.len().saturating_sub(LAST);
    let is_last = sorted.get(last).is_some_and(|thing| place(thing).start < span.start);
    let sorted = if is_last { &sorted[last..] } else { sorted };
    let from = sorted.partition_point(|thing| place(thing).start < span.start);
    let count = begun_before(&sorted[from..], span.end, place);
    &sorted[from..from + count]
}

/// How many of some things in the order of their places begin before one: looked for ever further from the first, so
/// that few are found as quickly among millions.
pub fn begun_before<T>(sorted: &[T], at: usize, place: impl Fn(&T) -> Span) -> usize {
    let begins = |thing: &T| place(thing).start < at;
    let mut step = 1;
    while sorted.get(step - 1).is_some_and(begins) {
        step *= 2;
    }
    let (known, rest) = sorted.split_at(step / 2);
    known.len() + rest[..rest.len().min(step / 2 + 1)].partition_point(begins)
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
        look();
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether the byte at `at` lies inside.
    pub fn contains(self, at: usize) -> bool {
        look();
        self.start <= at && at < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn covers(self, other: Self) -> bool {
        look();
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        look();
        self.start < other.end && other.start < self.end
    }

    /// Whether two stretches are about the same claim: what they share is at least
    /// half of the shorter one (the overlap coefficient of Szymkiewicz and Simpson).
    pub fn coincides(self, other: Self) -> bool {
        let shared = self.end.min(other.end).saturating_sub(self.start.max(other.start));
        shared > 0 && 2 * shared >= self.len().min(other.len())
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_begins_within_is_what_looking_at_all_finds(
            mut starts in prop::collection::vec(0usize..90, 0..120),
            (start, len) in (0usize..100, 0usize..40),
        ) {
            starts.sort_unstable();
            let here = Span::new(start, start + len);
            let place = |start: &usize| Span::new(*start, start + 5);
            let found = within(&starts, here, place);
            let all: Vec<_> = starts.iter().copied().filter(|at| here.start <= *at && *at < here.end).collect();
            prop_assert_eq!(found, &all[..]);
        }

        #[test]
        fn what_is_near_holds_all_that_touches(
            mut spans in prop::collection::vec((0usize..60, 0usize..9), 0..40),
            (start, len) in (0usize..70, 0usize..9),
        ) {
            spans.sort_unstable();
            let spans: Vec<_> = spans.iter().map(|&(at, len)| Span::new(at, at + len)).collect();
            let longest = spans.iter().map(|span| span.len()).max().unwrap_or_default();
            let here = Span::new(start, start + len);
            let near = near(&spans, longest, here, |span| *span);
            for (i, span) in spans.iter().enumerate() {
                prop_assert!(!span.overlaps(here) || near.contains(&i));
                // And no more than can be told from the starts.
                let reaches = span.start + longest >= start && span.start < here.end.max(start + 1);
                prop_assert_eq!(reaches, near.contains(&i));
            }
        }
    }
}
