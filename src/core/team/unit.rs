//! Units: one claim, whoever looks.
//!
//! People draw different borders round the same claim, so the verdicts of
//! several people are joined by the words they share. The result depends
//! neither on the order in which notebooks are read nor on who looks.

use crate::core::article::Span;

/// One person's verdict on a stretch of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark<'a> {
    /// The slug of the person: no unit holds two marks of one rater.
    pub rater: &'a str,
    /// The words it stands on.
    pub span: Span,
    /// The verdict.
    pub verdict: &'a str,
}

/// Joins marks into units and gives, for each unit, the places of its marks in
/// `marks`; units and their marks come in the order of the text.
///
/// Agglomerative clustering with complete linkage: pairs of marks of different
/// raters about the same words ([`Span::coincides`]) are taken by falling overlap
/// (intersection over union), and two clusters are joined where no rater would
/// stand in it twice and every pair across is about the same words. So a chain
/// of overlaps never glues two claims together.
pub fn units(marks: &[Mark<'_>]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by_key(|&i| marks[i]);
    let sorted: Vec<Mark<'_>> = order.iter().map(|&i| marks[i]).collect();
    let mut clusters = Clusters::new(&sorted);
    for (a, b) in candidates(&sorted) {
        clusters.join(a, b);
    }
    let mut units: Vec<Vec<usize>> = clusters.members;
    units.retain(|unit| !unit.is_empty());
    for unit in &mut units {
        for place in &mut *unit {
            *place = order[*place];
        }
        unit.sort_by_key(|&i| (marks[i].span, marks[i]));
    }
    units.sort_by_key(|unit| (marks[unit[0]].span, marks[unit[0]]));
    units
}

/// Pairs about the same words by different raters, the largest overlap first;
/// equal overlaps in the order of the marks.
fn candidates(sorted: &[Mark<'_>]) -> Vec<(usize, usize)> {
    let mut by_start: Vec<usize> = (0..sorted.len()).collect();
    by_start.sort_by_key(|&i| sorted[i].span);
    let mut pairs = Vec::new();
    for (at, &one) in by_start.iter().enumerate() {
        let span = sorted[one].span;
        let near =
            by_start[at + 1..].iter().take_while(|&&other| sorted[other].span.start < span.end);
        for &other in near {
            if sorted[one].rater != sorted[other].rater && span.coincides(sorted[other].span) {
                let (a, b) = (one.min(other), one.max(other));
                pairs.push((span.iou(sorted[other].span), a, b));
            }
        }
    }
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    pairs.into_iter().map(|(_, a, b)| (a, b)).collect()
}

struct Clusters<'a> {
    marks: &'a [Mark<'a>],
    /// The marks of each cluster; empty where it was joined to another.
    members: Vec<Vec<usize>>,
    /// The cluster of each mark.
    of: Vec<usize>,
}

impl<'a> Clusters<'a> {
    fn new(marks: &'a [Mark<'a>]) -> Self {
        let members = (0..marks.len()).map(|i| vec![i]).collect();
        Self { marks, members, of: (0..marks.len()).collect() }
    }

    fn join(&mut self, a: usize, b: usize) {
        let (into, from) = (self.of[a], self.of[b]);
        if into == from || !self.fit(into, from) {
            return;
        }
        let moved = std::mem::take(&mut self.members[from]);
        for &mark in &moved {
            self.of[mark] = into;
        }
        self.members[into].extend(moved);
    }

    /// Whether every pair across two clusters is of two raters, about the same words.
    fn fit(&self, a: usize, b: usize) -> bool {
        self.members[a].iter().all(|&i| {
            self.members[b].iter().all(|&j| {
                let (one, other) = (&self.marks[i], &self.marks[j]);
                one.rater != other.rater && one.span.coincides(other.span)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn units_do_not_depend_on_the_order_of_the_marks(
            raw in prop::collection::vec((0usize..4, 0usize..40, 1usize..12, 0usize..2), 0..24),
            turn in 0usize..24,
        ) {
            const RATERS: [&str; 4] = ["ana", "ben", "eva", "zoe"];
            const VERDICTS: [&str; 2] = ["corroborated", "disputed"];
            let mark = |&(rater, start, len, verdict): &(usize, usize, usize, usize)| Mark {
                rater: RATERS[rater],
                span: Span::new(start, start + len),
                verdict: VERDICTS[verdict],
            };
            let mut marks: Vec<_> = raw.iter().map(mark).collect();
            marks.sort_unstable();
            marks.dedup();
            let said = |marks: &[Mark<'static>]| -> Vec<Vec<Mark<'static>>> {
                units(marks).iter().map(|unit| unit.iter().map(|&i| marks[i]).collect()).collect()
            };
            let first = said(&marks);
            if !marks.is_empty() {
                let turn = turn % marks.len();
                marks.rotate_left(turn);
            }
            prop_assert_eq!(said(&marks), first);
        }
    }
}
