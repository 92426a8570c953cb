//! What is looked at without being opened.

use crate::core::article::sentence::sentences;
use crate::core::article::{Document, Span};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::preview::Place;
use crate::state::model::reader::Target;

/// The text of an article, where it is at hand: that of the open one always is.
pub(crate) fn text(model: &Model, article: ArticleId) -> Option<&Document> {
    match model.reader.article {
        Some(open) if open == article => model.reader.doc.as_deref(),
        _ => model.previews.text(article),
    }
}

/// The words that a place is about; empty where it only names a spot.
pub(crate) fn words(model: &Model, doc: &Document, place: Place) -> Span {
    match place.target {
        Target::Item(span) | Target::Words(span) => span,
        Target::Claim(at) => claim(model, place.article, at).unwrap_or_else(|| sentence(doc, at)),
        Target::Points { .. } | Target::First | Target::FirstOpen | Target::Last => Span::default(),
    }
}

/// The claim of the open article that holds a byte.
fn claim(model: &Model, article: ArticleId, at: usize) -> Option<Span> {
    let reader = &model.reader;
    let index = reader.first_from(at).filter(|_| reader.article == Some(article))?;
    Some(reader.items[index].span).filter(|span| span.contains(at))
}

/// The sentence that holds a byte.
fn sentence(doc: &Document, at: usize) -> Span {
    let line = doc.line(doc.line_at(at));
    let mut found = sentences(line.of(doc.text()))
        .map(|span| Span::new(span.start + line.start, span.end + line.start));
    found.find(|span| span.end > at).unwrap_or(line)
}
