//! Which notebooks are about an article that has another name now.
//!
//! An article is its bytes, not only its name: renamed, or come back with its name in another
//! normalisation, it keeps its verdicts. A notebook whose article is gone is about the article of
//! the same name when both are normalised, else about the one whose bytes it was made on.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use unicode_normalization::UnicodeNormalization as _;

use crate::core::annotation::BlobId;
use crate::store::desk::{Desk, NotebookPath};

/// What is known of the notebooks whose articles are gone, person by person.
#[derive(Debug, Default)]
pub(super) struct Identity {
    /// Looked up once per person, until the desk is listed again.
    homeless: Mutex<HashMap<String, Arc<[Homeless]>>>,
    /// The articles by what git calls their bytes; only made where one is looked for.
    articles: Mutex<Option<Arc<HashMap<BlobId, String>>>>,
}

/// A notebook whose article is gone.
#[derive(Debug)]
struct Homeless {
    /// The name its article had.
    article: String,
    /// The versions its annotations were made on.
    blobs: Vec<BlobId>,
}

impl Identity {
    /// Articles may have come and gone: nothing is known any more.
    pub(super) fn forget(&self) {
        self.homeless.lock().unwrap_or_else(PoisonError::into_inner).clear();
        *self.articles.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The name under which a person's notebook of an article stands, where it is another one.
    pub(super) fn former(&self, desk: &Desk, slug: &str, name: &str) -> Option<String> {
        let homeless = self.homeless_of(desk, slug);
        let known = |found: &&Homeless| is_same(&found.article, name);
        if let Some(found) = homeless.iter().find(known) {
            return Some(found.article.clone());
        }
        if homeless.iter().all(|found| found.blobs.is_empty()) {
            return None;
        }
        let blob = BlobId::of(&desk.read_article(name).ok()?);
        let found = homeless.iter().find(|found| found.blobs.contains(&blob))?;
        Some(found.article.clone())
    }

    /// The article that a notebook whose own is gone is about now.
    pub(super) fn today(&self, desk: &Desk, found: &NotebookPath) -> Option<String> {
        let homeless = self.homeless_of(desk, &found.slug);
        let lost = homeless.iter().find(|lost| lost.article == found.article)?;
        let entries = desk.articles().entries;
        let named = entries.into_iter().find(|entry| is_same(&entry.name, &found.article));
        if let Some(entry) = named {
            return Some(entry.name);
        }
        let articles = self.articles(desk);
        let free = |name: &&String| !desk.has_notebook(&found.slug, name);
        lost.blobs.iter().find_map(|blob| articles.get(blob).filter(free).cloned())
    }

    /// Who has notebooks whose articles are gone.
    pub(super) fn people(&self, desk: &Desk) -> Vec<String> {
        let mut slugs = desk.annotators();
        slugs.retain(|slug| !self.homeless_of(desk, slug).is_empty());
        slugs
    }

    fn homeless_of(&self, desk: &Desk, slug: &str) -> Arc<[Homeless]> {
        let mut known = self.homeless.lock().unwrap_or_else(PoisonError::into_inner);
        let look = || {
            let gone = desk.notebooks_of(slug).into_iter().filter(|found| {
                desk.article_path(&found.article).is_some_and(|path| !path.exists())
            });
            gone.map(|found| Homeless { blobs: blobs(desk, &found), article: found.article })
                .collect()
        };
        known.entry(slug.to_owned()).or_insert_with(look).clone()
    }

    fn articles(&self, desk: &Desk) -> Arc<HashMap<BlobId, String>> {
        let mut known = self.articles.lock().unwrap_or_else(PoisonError::into_inner);
        let look = || {
            let names = desk.articles().entries.into_iter().map(|entry| entry.name);
            let blob = |name: String| Some((BlobId::of(&desk.read_article(&name).ok()?), name));
            Arc::new(names.filter_map(blob).collect())
        };
        known.get_or_insert_with(look).clone()
    }
}

/// The same name, typed or stored in another normalisation.
fn is_same(a: &str, b: &str) -> bool {
    a == b || !(a.is_ascii() && b.is_ascii()) && a.nfc().eq(b.nfc())
}

fn blobs(desk: &Desk, found: &NotebookPath) -> Vec<BlobId> {
    let file = desk.notebook_at(found);
    let annotations = file.notebook().annotations.values();
    let mut blobs: Vec<_> = annotations.filter_map(|a| a.selector.blob.clone()).collect();
    blobs.sort_unstable();
    blobs.dedup();
    blobs
}
