//! Who has written on which article: listed once, so that going through a
//! hundred thousand articles of fifty people asks the disk for no file that is not there.

use std::collections::HashMap;
use std::sync::{OnceLock, PoisonError, RwLock};

use crate::state::model::desk::ArticleId;

/// The folders below `annotations/` that hold a notebook of an article, or did at some time.
#[derive(Default)]
pub(super) struct Authors(OnceLock<RwLock<ByArticle>>);

type ByArticle = HashMap<ArticleId, Vec<String>>;

impl Authors {
    /// The folders with a notebook of this article; the first to ask gives how to list all.
    pub(super) fn authors(
        &self,
        article: ArticleId,
        list: impl FnOnce() -> Vec<(ArticleId, String)>,
    ) -> Vec<String> {
        let listed = self.0.get_or_init(|| {
            let mut authors = ByArticle::new();
            for (article, slug) in list() {
                authors.entry(article).or_default().push(slug);
            }
            RwLock::new(authors)
        });
        let authors = listed.read().unwrap_or_else(PoisonError::into_inner);
        authors.get(&article).cloned().unwrap_or_default()
    }

    /// A notebook has come, or has changed.
    pub(super) fn add(&self, article: ArticleId, slug: &str) {
        // What is not listed yet will be found when it is.
        let Some(listed) = self.0.get() else { return };
        let mut authors = listed.write().unwrap_or_else(PoisonError::into_inner);
        let slugs = authors.entry(article).or_default();
        if !slugs.iter().any(|other| other == slug) {
            slugs.push(slug.to_owned());
        }
    }
}
