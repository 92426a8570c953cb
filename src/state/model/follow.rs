//! Where words stand once the text of an article is another: the way of verdicts
//! (`core::anchor`), for all else that holds a place in the text.

use std::cell::OnceCell;

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
    /// How many bytes are the same at the head and at the end of both texts; counted once asked for.
    same: OnceCell<[usize; 2]>,
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
/// So many bytes are compared at once: most are the same.
const BLOCK: usize = 4096;
/// So many bytes beside words must be the same, too: more than a word or figure goes on for.
const BESIDE: usize = 64;

impl<'a> Follow<'a> {
    /// From the text that was shown to the one that is; none where there is no text.
    pub(crate) fn new(article: ArticleId, old: Option<Text<'a>>, new: Option<Text<'a>>) -> Self {
        let before = old.map(|(doc, _)| doc.original());
        let new = new.map(|text| (text, Reanchor::new(before, text.0.original())));
        Self { article, old, new, same: OnceCell::new() }
    }

    /// What became of words of the text before.
    pub(crate) fn fate(&self, span: Span) -> Fate {
        match self.kept(span) {
            Some(there) => Fate::Same(there),
            None => self.before(span).map_or(Fate::Gone(None), |words| self.find(&words)),
        }
    }

    /// Where words stand that lie, with what is beside them, in what is the same at the head or at the end of both
    /// texts: the everyday change, told without searching either on the way of a key.
    pub(crate) fn kept(&self, span: Span) -> Option<Span> {
        let ((old, _), ((new, _), _)) = self.old.zip(self.new.as_ref())?;
        let (old, new) = (old.text(), new.text());
        let [head, end] = *self.same.get_or_init(|| same_ends(old.as_bytes(), new.as_bytes()));
        if span.end + BESIDE <= head {
            return Some(span);
        }
        let from_end = old.len() - span.start + BESIDE;
        let moved = |at: usize| new.len() - (old.len() - at);
        (from_end <= end).then(|| Span::new(moved(span.start), moved(span.end)))
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
        match self.fate(span) {
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

/// How many bytes two texts share at their heads, and at their ends.
fn same_ends(a: &[u8], b: &[u8]) -> [usize; 2] {
    let alike = |(a, b): &(&[u8], &[u8])| a == b;
    let blocks = a.chunks_exact(BLOCK).zip(b.chunks_exact(BLOCK)).take_while(alike).count() * BLOCK;
    let rest = a[blocks..].iter().zip(&b[blocks..]);
    let head = blocks + rest.take_while(|(a, b)| a == b).count();
    let blocks =
        a.rchunks_exact(BLOCK).zip(b.rchunks_exact(BLOCK)).take_while(alike).count() * BLOCK;
    let rest = a.iter().rev().zip(b.iter().rev()).skip(blocks);
    let end = blocks + rest.take_while(|(a, b)| a == b).count();
    [head, end]
}

fn named((doc, blob): Text<'_>, span: Span) -> Option<Selector> {
    (!span.is_empty()).then(|| select_in(doc, span, blob.cloned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_beside_no_change_keeps_its_place() {
        let rest =
            " La mairie de Halden compte les dégâts de la crue, maison par maison, depuis lundi.";
        let old = format!("{rest} La crue a fait 12 morts.{rest}");
        let new = format!("Lundi.{rest} La crue a fait 120 morts.{rest}");
        let [old, new] = [old, new].map(|text| Document::new(text.into_bytes()));
        let to = Follow::new(ArticleId::default(), Some((&old, None)), Some((&new, None)));
        let dead = old.text().find("12 morts").unwrap_or_default();
        let (first, last) =
            (Span::new(1, 10), Span::new(old.text().len() - 8, old.text().len() - 1));
        // Not in the head, which is another; at the end, which is the same; not beside the change.
        assert_eq!(to.kept(first), None);
        let moved = new.text().len() - old.text().len();
        assert_eq!(to.kept(last), Some(Span::new(last.start + moved, last.end + moved)));
        assert_eq!(to.kept(Span::new(dead, dead + 8)), None);
        assert!(matches!(to.fate(Span::new(dead, dead + 8)), Fate::Gone(_)));
        assert_eq!(to.fate(first), Fate::Same(Span::new(first.start + 6, first.end + 6)));
    }
}
