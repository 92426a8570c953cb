//! Texts that are looked at without being opened: below a list, or side by side.

use std::collections::VecDeque;
use std::sync::Arc;

use super::desk::ArticleId;
use super::reader::Target;
use crate::core::article::Document;

/// So many texts are held.
const HELD: usize = 4;

/// A place that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The article.
    pub article: ArticleId,
    /// Where in it.
    pub target: Target,
}

/// The texts looked at last, that of the open article apart.
#[derive(Clone, Debug, Default)]
pub struct Previews {
    /// The last one first; none of an article that cannot be read.
    texts: VecDeque<(ArticleId, Option<Arc<Document>>)>,
    /// What was asked for last.
    asked: Vec<ArticleId>,
}

impl Previews {
    /// The text of an article, where it is at hand.
    pub(in crate::state) fn text(&self, article: ArticleId) -> Option<&Document> {
        let (_, doc) = self.texts.iter().find(|(id, _)| *id == article)?;
        doc.as_deref()
    }

    /// Those of these articles that must be read; nothing where they were asked for just now.
    pub(in crate::state) fn missing(&mut self, wanted: Vec<ArticleId>) -> Vec<ArticleId> {
        let is_known = |id: &ArticleId| self.texts.iter().any(|(known, _)| known == id);
        let missing: Vec<_> = wanted.into_iter().filter(|id| !is_known(id)).collect();
        if missing == self.asked {
            return Vec::new();
        }
        self.asked.clone_from(&missing);
        missing
    }

    /// An article was read; its paragraphs stand apart, or not.
    pub(in crate::state) fn take(
        &mut self,
        article: ArticleId,
        doc: Option<Arc<Document>>,
        air: bool,
    ) {
        self.forget(article);
        let doc = doc.map(|doc| if doc.has_air() == air { doc } else { doc.with_air(air).into() });
        self.texts.push_front((article, doc));
        self.texts.truncate(HELD);
    }

    /// The text of an article may have changed.
    pub(in crate::state) fn forget(&mut self, article: ArticleId) {
        self.texts.retain(|(id, _)| *id != article);
        self.asked.clear();
    }
}
