//! The articles by number. A number stays an article's own for the whole session, whatever comes and
//! goes, since screen, index and queue refer to articles by it.

use std::collections::HashMap;

use crate::state::model::desk::ArticleId;
use crate::store::listing::{Entry, Listing};

/// The articles that are there, and those that were.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    articles: Vec<Article>,
    /// How many were there first: these stand in the order of their names.
    sorted: usize,
    /// The others by name.
    later: HashMap<String, ArticleId>,
    /// Documents of other kinds among them.
    pub(super) others: Vec<String>,
}

#[derive(Debug)]
struct Article {
    entry: Entry,
    gone: bool,
}

/// What another look at the folder brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct News {
    /// Articles that were never there before, or are there again.
    pub come: Vec<ArticleId>,
    /// Articles that are there no more.
    pub gone: Vec<ArticleId>,
}

impl Catalogue {
    /// Takes a listing, which is in the order of the names.
    pub(super) fn take(&mut self, listing: Listing) -> News {
        self.others = listing.others;
        if self.articles.is_empty() {
            let articles = listing.entries.into_iter();
            self.articles = articles.map(|entry| Article { entry, gone: false }).collect();
            self.sorted = self.articles.len();
            return News { come: (0..self.sorted).collect(), gone: Vec::new() };
        }
        let mut news = News::default();
        let mut there = vec![false; self.articles.len()];
        for entry in listing.entries {
            let id = self.find(&entry.name).unwrap_or_else(|| {
                self.later.insert(entry.name.clone(), self.articles.len());
                self.articles.push(Article { entry: entry.clone(), gone: true });
                there.push(false);
                self.articles.len() - 1
            });
            there[id] = true;
            let article = &mut self.articles[id];
            article.entry = entry;
            if std::mem::take(&mut article.gone) {
                news.come.push(id);
            }
        }
        for (id, article) in self.articles.iter_mut().enumerate().filter(|(id, _)| !there[*id]) {
            if !std::mem::replace(&mut article.gone, true) {
                news.gone.push(id);
            }
        }
        news
    }

    /// How many numbers are given.
    pub(super) fn len(&self) -> usize {
        self.articles.len()
    }

    /// An article that is there.
    pub(super) fn get(&self, id: ArticleId) -> Option<&Entry> {
        self.articles.get(id).filter(|article| !article.gone).map(|article| &article.entry)
    }

    /// The name of an article, be it gone.
    pub(super) fn name(&self, id: ArticleId) -> &str {
        self.articles.get(id).map_or("", |article| article.entry.name.as_str())
    }

    /// The number of a name, be the article gone.
    pub(super) fn find(&self, name: &str) -> Option<ArticleId> {
        let first = &self.articles[..self.sorted];
        let found = first.binary_search_by(|article| article.entry.name.as_str().cmp(name));
        found.ok().or_else(|| self.later.get(name).copied())
    }

    /// Whether an article of this name is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some_and(|id| self.get(id).is_some())
    }

    /// Whether a folder of this name holds, or held, articles.
    pub(super) fn has_below(&self, folder: &str) -> bool {
        let below = |article: &Article| {
            article.entry.name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
        };
        self.articles.iter().any(|article| !article.gone && below(article))
    }

    /// All of them with whether they are gone.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Entry, bool)> {
        self.articles.iter().map(|article| (&article.entry, article.gone))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(names: &[&str]) -> Listing {
        let entry = |name: &&str| Entry { name: (*name).to_owned(), problem: None };
        Listing { entries: names.iter().map(entry).collect(), ..Listing::default() }
    }

    #[test]
    fn a_number_stays_an_articles_own() {
        let mut catalogue = Catalogue::default();
        catalogue.take(listing(&["b", "d"]));
        let news = catalogue.take(listing(&["a", "d", "e"]));
        assert_eq!(news, News { come: vec![2, 3], gone: vec![0] });
        assert_eq!(["a", "b", "d", "e"].map(|name| catalogue.find(name)), [2, 0, 1, 3].map(Some));
        assert!(catalogue.has("e") && !catalogue.has("b") && catalogue.name(0) == "b");
        assert_eq!(
            catalogue.take(listing(&["b", "d", "e"])),
            News { come: vec![0], gone: vec![2] }
        );
        assert_eq!(catalogue.take(listing(&["b", "d", "e"])), News::default());
    }
}
