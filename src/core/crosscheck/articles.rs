//! The articles of an index, by their numbers.

use super::index::Article;
use super::model::DocId;

/// What each article put in. Callers number them without gaps, and a query asks for them some thousand times.
#[derive(Default)]
pub(super) struct Articles {
    known: Vec<Option<Article>>,
    len: usize,
}

impl Articles {
    pub(super) fn get(&self, id: DocId) -> Option<&Article> {
        self.known.get(id.index())?.as_ref()
    }

    /// Puts one in where none is.
    pub(super) fn insert(&mut self, id: DocId, article: Article) {
        if self.known.len() <= id.index() {
            self.known.resize_with(id.index() + 1, || None);
        }
        self.known[id.index()] = Some(article);
        self.len += 1;
    }

    pub(super) fn remove(&mut self, id: DocId) -> Option<Article> {
        let article = self.known.get_mut(id.index())?.take()?;
        self.len -= 1;
        Some(article)
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Their numbers, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = DocId> {
        let known = self.known.iter().enumerate();
        known.filter_map(|(id, article)| article.as_ref().map(|_| DocId::new(id)))
    }
}
