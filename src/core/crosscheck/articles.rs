//! The articles of an index, by their numbers.

use super::model::DocId;
use super::norms::Norms;
use super::postings::Slot;
use super::vector::Vector;
use crate::core::article::Span;

/// What an article put into the index.
pub(super) struct Article {
    /// Where it makes each statement, in order of slot and place.
    pub(super) places: Box<[Place]>,
    /// The sentences of `places` that are titles and no claims, by where they start.
    pub(super) titles: Box<[u32]>,
    pub(super) vector: Vector,
    pub(super) norms: Norms,
}

impl Article {
    /// Its claims, sentence by sentence.
    pub(super) fn sentences(&self) -> impl Iterator<Item = &[Place]> {
        self.places.chunk_by(|x, y| (x.slot, x.sentence) == (y.slot, y.sentence))
    }
}

/// A claim or title, and the sentence by which it makes a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) slot: Slot,
    pub(super) sentence: u32,
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Place {
    pub(super) fn claim(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

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
