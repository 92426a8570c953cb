//! What something is written about: words of an article that may change meanwhile.

use super::desk::ArticleId;
use super::follow::{Fate, Follow};
use crate::core::annotation::{AnnotationId, Selector};
use crate::core::article::Span;

/// Words of an article, and one's own annotation of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The article.
    pub article: ArticleId,
    /// Where they stand; empty where they do not.
    pub span: Span,
    /// What names them.
    pub words: Selector,
    /// One's own annotation of them.
    pub own: Option<AnnotationId>,
}

impl About {
    /// An article as a whole.
    pub(crate) fn whole(article: ArticleId) -> Self {
        Self { article, ..Self::default() }
    }

    /// Whether they no longer stand in the article.
    pub fn are_gone(&self) -> bool {
        self.span.is_empty() && !self.words.exact.is_empty()
    }

    /// Whether they are these words of this article, or the same annotation.
    pub(in crate::state) fn is(&self, other: &Self) -> bool {
        let same_words = self.span == other.span && self.words.exact == other.words.exact;
        let same_own = self.own.is_some() && self.own == other.own;
        self.article == other.article && (same_own || same_words)
    }

    /// The text of the article is another: they are looked for in it. Where they are gone, what stands in their place.
    pub(crate) fn follow(&mut self, to: &Follow<'_>) -> Option<Span> {
        if self.article != to.article || self.words.exact.is_empty() {
            return None;
        }
        let kept = if self.span.is_empty() { None } else { to.kept(self.span) };
        let (span, instead) = match kept.map_or_else(|| to.find(&self.words), Fate::Same) {
            Fate::Same(span) => (span, None),
            Fate::Gone(instead) => (Span::default(), instead),
        };
        self.span = span;
        // Of words in another typography the newest count.
        self.words = to.now(self.span).unwrap_or_else(|| std::mem::take(&mut self.words));
        instead
    }
}
