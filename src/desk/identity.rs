//! Which notebooks are about an article that has another name now.
//!
//! An article is its bytes, not only its name: renamed, or come back with its name in another
//! normalisation, it keeps its verdicts. A notebook whose article is gone is about the article of
//! the same name when both are normalised, else about the one whose bytes it was made on.

use std::cell::{Cell, LazyCell};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use unicode_normalization::UnicodeNormalization as _;

use crate::core::annotation::BlobId;
use crate::store::desk::{Desk, NotebookPath};
use crate::store::listing::Entry;

/// What is known of notebooks that are called as no article is.
#[derive(Debug, Default)]
pub(super) struct Identity {
    /// The former names of articles, by the names they have now, as the desk says.
    renamed: BTreeMap<String, String>,
    /// Looked up once, until the desk is listed again.
    strays: Mutex<Option<Arc<Strays>>>,
    /// The articles by what git calls their bytes; only made where one is looked for.
    articles: Mutex<Option<Arc<HashMap<BlobId, String>>>>,
}

/// The notebooks that are called as no article is.
#[derive(Debug, Default)]
struct Strays {
    /// Those whose articles are gone, by person.
    homeless: HashMap<String, Arc<[Homeless]>>,
    /// Copies that sync tools left.
    copies: Copies,
}

/// The copies of notebooks, by person and article.
type Copies = HashMap<(String, String), Vec<PathBuf>>;

/// A notebook whose article is gone.
#[derive(Debug)]
struct Homeless {
    /// The file, with the name its article had.
    found: NotebookPath,
    /// The versions its annotations were made on.
    blobs: Vec<BlobId>,
}

impl Identity {
    pub(super) fn renamed(renamed: BTreeMap<String, String>) -> Self {
        Self { renamed, ..Self::default() }
    }

    /// Articles may have come and gone: nothing is known any more.
    pub(super) fn forget(&self) {
        *self.strays.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.articles.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The name under which a person's notebook of an article stands, where it is another one.
    pub(super) fn former(&self, desk: &Desk, slug: &str, name: &str) -> Option<String> {
        let homeless = self.homeless_of(desk, slug);
        let known = |lost: &&Homeless| is_same(&lost.found.article, name);
        if let Some(lost) = homeless.iter().find(known) {
            return Some(lost.found.article.clone());
        }
        let had =
            |lost: &&Homeless| self.former_names(name).any(|old| is_same(&lost.found.article, old));
        if let Some(lost) = homeless.iter().find(had) {
            return Some(lost.found.article.clone());
        }
        if homeless.iter().all(|found| found.blobs.is_empty()) {
            return None;
        }
        let blob = BlobId::of(&desk.read_article(name).ok()?);
        let lost = homeless.iter().find(|lost| lost.blobs.contains(&blob))?;
        Some(lost.found.article.clone())
    }

    /// The article that a notebook whose own is gone is about now.
    pub(super) fn today(&self, desk: &Desk, found: &NotebookPath) -> Option<String> {
        let homeless = self.homeless_of(desk, &found.slug);
        let lost = homeless.iter().find(|lost| lost.found.article == found.article)?;
        if let Some(name) = self.by_name(desk, &found.article) {
            return Some(name);
        }
        let articles = self.articles(desk);
        let free = |name: &&String| !desk.has_notebook(&found.slug, name);
        lost.blobs.iter().find_map(|blob| articles.get(blob).filter(free).cloned())
    }

    /// The article of this name in another normalisation, or the one that the desk says had it.
    pub(super) fn by_name(&self, desk: &Desk, name: &str) -> Option<String> {
        let entries = desk.articles().entries;
        let is_now = |entry: &&Entry| {
            is_same(&entry.name, name)
                || self.former_names(&entry.name).any(|old| is_same(old, name))
        };
        let exact = entries.iter().find(|entry| is_same(&entry.name, name));
        exact.or_else(|| entries.iter().find(is_now)).map(|entry| entry.name.clone())
    }

    /// The names that an article had, the last first.
    fn former_names<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a String> {
        let before = move |name: &String| {
            self.renamed.iter().find(|(new, _)| is_same(new, name)).map(|(_, old)| old)
        };
        let first = self.renamed.iter().find(move |(new, _)| is_same(new, name));
        let names = std::iter::successors(first.map(|(_, old)| old), move |name| before(name));
        // Names that were swapped lead round in a circle.
        names.take(self.renamed.len())
    }

    /// A person's notebooks whose articles are gone.
    pub(super) fn homeless(&self, desk: &Desk, slug: &str) -> Vec<NotebookPath> {
        let all = self.homeless_of(desk, slug);
        all.iter().map(|lost| lost.found.clone()).collect()
    }

    /// Who has notebooks whose articles are gone.
    pub(super) fn people(&self, desk: &Desk) -> Vec<String> {
        let mut slugs: Vec<_> = self.strays(desk).homeless.keys().cloned().collect();
        slugs.sort_unstable();
        slugs
    }

    fn homeless_of(&self, desk: &Desk, slug: &str) -> Arc<[Homeless]> {
        self.strays(desk).homeless.get(slug).cloned().unwrap_or_default()
    }

    /// The copies of a person's notebook that sync tools left.
    pub(super) fn copies(&self, desk: &Desk, slug: &str, article: &str) -> Vec<PathBuf> {
        let strays = self.strays(desk);
        if strays.copies.is_empty() {
            return Vec::new();
        }
        let key = (slug.to_owned(), article.to_owned());
        strays.copies.get(&key).cloned().unwrap_or_default()
    }

    fn strays(&self, desk: &Desk) -> Arc<Strays> {
        let mut known = self.strays.lock().unwrap_or_else(PoisonError::into_inner);
        known.get_or_insert_with(|| Arc::new(Strays::of(desk))).clone()
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

/// For so many notebooks it is asked whether their article is there; for more the articles are listed. The
/// first frame waits for that, and the desk was just listed for it.
const FEW: usize = 500;

impl Strays {
    /// Looks through all notebooks, by their names alone as far as that tells.
    fn of(desk: &Desk) -> Self {
        let mut strays = Self::default();
        let mut homeless: HashMap<String, Vec<Homeless>> = HashMap::new();
        let names = LazyCell::new(|| -> HashSet<String> {
            desk.articles().entries.into_iter().map(|entry| entry.name).collect()
        });
        let seen = Cell::new(0);
        let may_stray = |article: &str| {
            seen.set(seen.get() + 1);
            seen.get() <= FEW || !names.contains(article)
        };
        let mut found = desk.notebooks_where(may_stray);
        found.sort_unstable();
        for found in found {
            if desk.article_path(&found.article).is_none_or(|path| path.exists()) {
                continue;
            }
            match desk.copied(&found) {
                Some(of) => {
                    strays.copies.entry((of.slug, of.article)).or_default().push(found.path);
                }
                None => {
                    let lost = Homeless { blobs: blobs(desk, &found), found };
                    homeless.entry(lost.found.slug.clone()).or_default().push(lost);
                }
            }
        }
        strays.homeless = homeless.into_iter().map(|(slug, lost)| (slug, lost.into())).collect();
        strays
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_notebook_whose_article_is_gone_is_found_among_few_and_among_many() {
        for (all, gone) in [(3, vec!["0001.txt"]), (FEW + 9, vec!["0001.txt", "0507.txt"])] {
            let home = tempfile::tempdir().unwrap();
            let folder = |name: &str| {
                let folder = home.path().join(name);
                fs::create_dir_all(&folder).unwrap();
                folder
            };
            let (articles, books) = (folder("seeds"), folder("annotations/ana"));
            for name in (0..all).map(|n| format!("{n:04}.txt")) {
                fs::write(books.join(format!("{name}.json")), "{}").unwrap();
                if !gone.contains(&name.as_str()) {
                    fs::write(articles.join(name), "Il y a 12 morts.").unwrap();
                }
            }
            let desk = Desk::open(home.path()).unwrap();
            let found = Identity::default().homeless(&desk, "ana");
            let found: Vec<_> = found.iter().map(|lost| lost.article.as_str()).collect();
            assert_eq!(found, gone);
        }
    }
}
