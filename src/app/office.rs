//! What every thread may look at: the desk, the names of its articles, the person.

use std::collections::HashSet;
use std::sync::Arc;

use crate::core::claim::Analysis;
use crate::state::desk::{ArticleId, Listing};
use crate::store::annotator::Annotator;
use crate::store::desk::Desk;
use crate::store::listing;

/// What finds the claims of a text.
pub(super) type Detector = Box<dyn Fn(&str) -> Analysis + Send + Sync>;

/// Shared and unchanging, so it needs no lock.
#[derive(Clone)]
pub(super) struct Office(Arc<Inner>);

struct Inner {
    desk: Desk,
    annotator: Annotator,
    entries: Vec<listing::Entry>,
    detector: Detector,
}

impl Office {
    pub(super) fn new(
        desk: Desk,
        annotator: Annotator,
        listing: &listing::Listing,
        detector: Detector,
    ) -> Self {
        Self(Arc::new(Inner { desk, annotator, entries: listing.entries.clone(), detector }))
    }

    pub(super) fn desk(&self) -> &Desk {
        &self.0.desk
    }

    pub(super) fn annotator(&self) -> &Annotator {
        &self.0.annotator
    }

    /// The articles as the list shows them.
    pub(super) fn listings(&self) -> Vec<Listing> {
        let entries = self.0.entries.iter();
        entries
            .map(|entry| Listing {
                name: entry.name.clone(),
                problem: entry.problem.map(|p| p.describe().to_owned()),
            })
            .collect()
    }

    /// Finds the claims of a text.
    pub(super) fn analyze(&self, text: &str) -> Analysis {
        (self.0.detector)(text)
    }

    /// How many articles there are.
    pub(super) fn len(&self) -> usize {
        self.0.entries.len()
    }

    /// The name of an article that can be read.
    pub(super) fn readable(&self, article: ArticleId) -> Option<&str> {
        let entry = self.0.entries.get(article)?;
        entry.problem.is_none().then_some(entry.name.as_str())
    }

    /// The name of an article.
    pub(super) fn name(&self, article: ArticleId) -> &str {
        self.0.entries.get(article).map_or("", |entry| entry.name.as_str())
    }

    /// The article of a name.
    pub(super) fn article(&self, name: &str) -> Option<ArticleId> {
        // The listing is sorted by name.
        self.0.entries.binary_search_by(|entry| entry.name.as_str().cmp(name)).ok()
    }

    /// The folders below `annotations/` of everybody else.
    pub(super) fn teammates(&self) -> HashSet<String> {
        self.0
            .desk
            .annotators()
            .into_iter()
            .filter(|slug| slug != self.0.annotator.slug())
            .collect()
    }
}
