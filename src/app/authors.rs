//! Who has written on which article: listed once, so that going through a
//! hundred thousand articles of fifty people asks the disk for no file that is not there.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use crate::state::model::desk::ArticleId;

/// The folders below `annotations/` that hold a notebook of an article, or did at some time.
#[derive(Default)]
pub(super) struct Authors(RwLock<Option<ByArticle>>);

type ByArticle = HashMap<ArticleId, Vec<String>>;

impl Authors {
    /// The folders with a notebook of this article; the first to ask gives how to list all.
    pub(super) fn authors(
        &self,
        article: ArticleId,
        list: impl FnOnce() -> Vec<(ArticleId, String)>,
    ) -> Vec<String> {
        let known = |listed: &ByArticle| listed.get(&article).cloned().unwrap_or_default();
        if let Some(listed) = &*self.0.read().unwrap_or_else(PoisonError::into_inner) {
            return known(listed);
        }
        let mut listed = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known(listed.get_or_insert_with(|| {
            let mut authors = ByArticle::new();
            for (article, slug) in list() {
                authors.entry(article).or_default().push(slug);
            }
            authors
        }))
    }

    /// Articles have come: they are listed anew when next asked for.
    pub(super) fn forget(&self) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// A notebook has come, or has changed.
    pub(super) fn add(&self, article: ArticleId, slug: &str) {
        // What is not listed yet will be found when it is.
        let mut listed = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let Some(authors) = &mut *listed else { return };
        let slugs = authors.entry(article).or_default();
        if !slugs.iter().any(|other| other == slug) {
            slugs.push(slug.to_owned());
        }
    }
}
