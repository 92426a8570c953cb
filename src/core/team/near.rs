//! What everybody said about an article, found by its place.

use super::opinion::Opinion;
use super::status::{Rules, Unit, team_units};
use crate::core::article::{Span, near};

/// Opinions in the order of the text. What lies near a stretch is found without a look at the
/// others: beside thousands of opinions a key and a frame ask for a handful.
#[derive(Clone, Debug, Default)]
pub struct Opinions {
    all: Vec<Opinion>,
    /// The length of the longest stretch, in bytes: none that begins further ahead reaches a place.
    longest: usize,
}

impl Opinions {
    /// Some opinions, in the order of [`Opinion::order`].
    pub fn new(all: Vec<Opinion>) -> Self {
        let longest = all.iter().map(|opinion| opinion.span.len()).max().unwrap_or_default();
        Self { all, longest }
    }

    /// All of them, in the order of the text.
    pub fn all(&self) -> &[Opinion] {
        &self.all
    }

    /// Takes the opinion of this key out. Nearly always it stands on this stretch; one that fits
    /// several places is shown where its author chose, and stands elsewhere here.
    pub fn take(&mut self, key: &str, span: Span) -> Option<Opinion> {
        let from = self.all.partition_point(|opinion| opinion.span < span);
        let mut here = self.all[from..].iter().take_while(|opinion| opinion.span == span);
        let here = here.position(|opinion| opinion.key == key).map(|at| from + at);
        let at = here.or_else(|| self.all.iter().position(|opinion| opinion.key == key))?;
        Some(self.all.remove(at))
    }

    /// Puts an opinion in its place.
    pub fn put(&mut self, opinion: Opinion) {
        self.longest = self.longest.max(opinion.span.len());
        let at = self.all.partition_point(|one| one.order() < opinion.order());
        self.all.insert(at, opinion);
    }

    /// The opinions that touch a stretch, directly or through others: they make the same units
    /// alone as they do among all, since what touches none of them joins none of them.
    pub fn near(&self, span: Span) -> Vec<Opinion> {
        let mut region = span;
        loop {
            let placed = self.touching(region).filter(|opinion| opinion.is_placed());
            let spans = placed.map(|opinion| opinion.span).chain([region]);
            let wider = hull(spans).unwrap_or(region);
            if wider == region {
                return self.touching(region).cloned().collect();
            }
            region = wider;
        }
    }

    /// The unit of the claim on these words.
    pub fn unit_on(&self, span: Span, rules: Rules<'_>) -> Option<Unit> {
        let same = team_units(&self.near(span), rules).into_iter().filter(|unit| {
            unit.span.coincides(span) || unit.opinions.iter().any(|o| o.span.coincides(span))
        });
        let near = |unit: &Unit| unit.opinions.iter().map(|o| o.span.iou(span)).fold(0.0, f64::max);
        same.max_by(|a, b| near(a).total_cmp(&near(b)))
    }

    fn touching(&self, region: Span) -> impl Iterator<Item = &Opinion> {
        let reach = near(&self.all, self.longest, region, |opinion| opinion.span);
        self.all[reach].iter().filter(move |opinion| opinion.span.overlaps(region))
    }
}

/// The stretch from the first to the last of some.
pub fn hull(spans: impl Iterator<Item = Span>) -> Option<Span> {
    spans.reduce(|a, b| Span::new(a.start.min(b.start), a.end.max(b.end)))
}
