//! What every thread may look at: the desk, the names of its articles, the person.

use std::sync::Arc;

use super::shelf::Shelf;
use crate::core::claim::Analysis;
use crate::state::model::desk::{ArticleId, Listing};
use crate::store::annotator::Annotator;
use crate::store::desk::Desk;
use crate::store::listing;

/// What finds the claims of a text, as long as it is told to go on (see
/// [`crate::core::claim::analyze_while`]).
pub type Detector =
    Box<dyn Fn(&str, &mut dyn FnMut(usize) -> bool) -> Option<Analysis> + Send + Sync>;

/// Shared, and unchanging but for the shelf.
#[derive(Clone)]
pub(super) struct Office(Arc<Inner>);

struct Inner {
    desk: Desk,
    annotator: Annotator,
    entries: Vec<listing::Entry>,
    detector: Detector,
    shelf: Shelf,
}

impl Office {
    pub(super) fn new(
        desk: Desk,
        annotator: Annotator,
        listing: listing::Listing,
        detector: Detector,
    ) -> Self {
        Self(Arc::new(Inner {
            desk,
            annotator,
            entries: listing.entries,
            detector,
            shelf: Shelf::default(),
        }))
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
        self.analyze_while(text, |_| true).unwrap_or_default()
    }

    /// Finds the claims of a text, as long as `go_on` says so.
    pub(super) fn analyze_while(
        &self,
        text: &str,
        mut go_on: impl FnMut(usize) -> bool,
    ) -> Option<Analysis> {
        (self.0.detector)(text, &mut go_on)
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

    /// The folders below `annotations/` of everybody else, as they are now.
    pub(super) fn teammates(&self) -> Vec<String> {
        self.others(self.0.desk.annotators())
    }

    /// Those of them that are known to hold a notebook of an article.
    pub(super) fn authors(&self, article: ArticleId) -> Vec<String> {
        self.others(self.0.shelf.authors(article, || self.notebooks()))
    }

    fn others(&self, mut slugs: Vec<String>) -> Vec<String> {
        slugs.retain(|slug| slug != self.0.annotator.slug());
        slugs
    }

    fn notebooks(&self) -> Vec<(ArticleId, String)> {
        let found = self.0.desk.notebooks().into_iter();
        found.filter_map(|found| Some((self.article(&found.article)?, found.slug))).collect()
    }

    /// Somebody has written on an article.
    pub(super) fn wrote(&self, slug: &str, article: ArticleId) {
        self.0.shelf.add(article, slug);
    }
}
