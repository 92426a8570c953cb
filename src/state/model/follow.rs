//! Where words stand once the text of an article is another: the way of verdicts
//! (`core::anchor`), for all else that holds a place in the text.

use super::desk::ArticleId;
use crate::core::anchor::{Outcome, Reanchor, select_in};
use crate::core::annotation::{BlobId, Selector};
use crate::core::article::{Document, Span};

/// From one text of an article to another.
pub struct Follow<'a> {
    /// The article.
    pub article: ArticleId,
    old: Option<Text<'a>>,
    new: Option<(Text<'a>, Reanchor<'a>)>,
}

/// A text, and what git calls its bytes.
pub(crate) type Text<'a> = (&'a Document, Option<&'a BlobId>);

/// What became of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// They stand here.
    Same(Span),
    /// They are gone; what stands in their place, where that can be told.
    Gone(Option<Span>),
}

/// Bytes of the text that name a place in it.
const SIGHT: usize = 48;

impl<'a> Follow<'a> {
    /// From the text that was shown to the one that is; none where there is no text.
    pub(crate) fn new(article: ArticleId, old: Option<Text<'a>>, new: Option<Text<'a>>) -> Self {
        let before = old.map(|(doc, _)| doc.original());
        let new = new.map(|text| (text, Reanchor::new(before, text.0.original())));
        Self { article, old, new }
    }

    /// Where the words that this names stand now.
    pub(crate) fn find(&self, selector: &Selector) -> Fate {
        let Some(((doc, _), anew)) = &self.new else { return Fate::Gone(None) };
        let outcome = anew.find(selector);
        let shown = |span: Option<Span>| doc.from_original_bytes(span?);
        if outcome.in_force()
            && let Some(span) = shown(outcome.span()).filter(|span| !span.is_empty())
        {
            return Fate::Same(span);
        }
        Fate::Gone(shown(match &outcome {
            Outcome::Lost { there } => *there,
            Outcome::Ambiguous { candidates } => candidates.first().copied(),
            _ => outcome.span(),
        }))
    }

    /// What names words of the text before.
    pub(crate) fn before(&self, span: Span) -> Option<Selector> {
        named(self.old?, span)
    }

    /// What names words of the text that is.
    pub(crate) fn now(&self, span: Span) -> Option<Selector> {
        named(self.new.as_ref()?.0, span)
    }

    /// Where these words of the text before stand now.
    pub(crate) fn span(&self, span: Span) -> Option<Span> {
        match self.find(&self.before(span)?) {
            Fate::Same(span) => Some(span),
            Fate::Gone(_) => None,
        }
    }

    /// Where words of any article stand now; none where they are gone.
    pub(crate) fn there(&self, article: ArticleId, span: Span) -> Option<Span> {
        let here = article == self.article && self.knows_both();
        if here { self.span(span) } else { Some(span) }
    }

    /// Whether places of the text before can be told in the one that is.
    pub(crate) const fn knows_both(&self) -> bool {
        self.old.is_some() && self.new.is_some()
    }

    /// Where the words at a place of the text before begin now.
    pub(crate) fn point(&self, at: usize) -> Option<usize> {
        let text = self.old?.0.text();
        let start = text.floor_char_boundary(at);
        let end = text.floor_char_boundary(start + SIGHT);
        let words = text.get(start..end)?;
        let line = words.find('\n').filter(|len| *len > 0).unwrap_or(words.len());
        self.span(Span::new(start, start + line)).map(|span| span.start)
    }
}

fn named((doc, blob): Text<'_>, span: Span) -> Option<Selector> {
    (!span.is_empty()).then(|| select_in(doc, span, blob.cloned()))
}
