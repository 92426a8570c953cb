//! Where annotations stand in today's text.

use std::collections::HashMap;

use super::item::{Item, Standing};
use crate::core::anchor::{self, Change, Outcome};
use crate::core::annotation::{Annotation, AnnotationId};
use crate::core::article::{Document, Inset, Span, plain};

/// What became of the quotes that do not stand at their old position.
pub type Found = HashMap<AnnotationId, Outcome>;

/// An annotation with its place in the shown text.
#[derive(Clone, Debug)]
pub struct Placed<'a> {
    /// Its name.
    pub id: &'a AnnotationId,
    /// What was decided.
    pub annotation: &'a Annotation,
    /// Where it stands; for a lost one, where its words once stood.
    pub span: Span,
    /// How it stands there.
    pub standing: Standing,
}

/// The facts that stood in a claim before its words changed, each before the words that stand there
/// now.
pub fn former(doc: &Document, item: &Item) -> Vec<Inset> {
    let Standing::Stale(changes) = item.standing() else { return Vec::new() };
    let start = doc.to_original_bytes(item.span).start;
    let stood = |change: &&Change| change.what.is_fact() && !change.old.is_empty();
    let inset = |change: &Change| {
        let at = Span::new(start + change.at.start, start + change.at.end);
        let words = plain(&change.old).split_whitespace().collect::<Vec<_>>().join(" ");
        let then = if change.new.is_empty() { " " } else { "→ " };
        Some(Inset { at: doc.from_original_bytes(at)?.start, words, then })
    };
    changes.iter().filter(stood).filter_map(inset).collect()
}

/// Whether an annotation's words still stand at the position it remembers, between their
/// neighbours: the everyday case, told without a search.
pub fn is_in_place(doc: &Document, annotation: &Annotation) -> Option<Span> {
    let selector = &annotation.selector;
    let span = doc.from_points(selector.start, selector.end)?;
    let (text, here) = (doc.original(), doc.to_original_bytes(span));
    let stands = !here.is_empty()
        && here.of(text) == selector.exact
        && text[..here.start].ends_with(&selector.prefix)
        && text[here.end..].starts_with(&selector.suffix)
        && anchor::keeps_its_edges(text, here, selector);
    stands.then_some(span)
}

/// Where an annotation stands in today's text: at its remembered position, else
/// where the search (in the decoded original) found it.
pub(in crate::core) fn place<'a>(
    doc: &Document,
    id: &'a AnnotationId,
    annotation: &'a Annotation,
    found: Option<&Outcome>,
) -> Placed<'a> {
    let placed = |span: Option<Span>, standing| {
        let shown = span.and_then(|span| doc.from_original_bytes(span));
        Placed { id, annotation, span: shown.unwrap_or_else(|| hint(doc, annotation)), standing }
    };
    if let Some(span) = is_in_place(doc, annotation) {
        return Placed { id, annotation, span, standing: Standing::Firm };
    }
    match found {
        None | Some(Outcome::Lost { there: None }) => placed(None, Standing::Lost(None)),
        Some(Outcome::Exact { span } | Outcome::Moved { span } | Outcome::Cosmetic { span }) => {
            let changes = anchor::beside(&annotation.selector, doc.original(), *span);
            let firm = if changes.is_empty() { Standing::Firm } else { Standing::Beside(changes) };
            placed(Some(*span), firm)
        }
        Some(Outcome::SameValue { span, changes }) => {
            placed(Some(*span), Standing::SameValue(changes.clone()))
        }
        Some(Outcome::Material { span, changes }) => {
            placed(Some(*span), Standing::Stale(changes.clone()))
        }
        Some(Outcome::Ambiguous { candidates }) => {
            let shown =
                candidates.iter().filter_map(|span| doc.from_original_bytes(*span)).collect();
            placed(candidates.first().copied(), Standing::Ambiguous(shown))
        }
        Some(Outcome::Lost { there: Some(there) }) => {
            // A place to look: the words that stand there are others, so it covers none.
            let shown = doc.from_original_bytes(*there);
            placed(Some(Span::new(there.start, there.start)), Standing::Lost(shown))
        }
    }
}

/// Where the words once stood, held inside the text: a place to look, not a place to stand.
fn hint(doc: &Document, annotation: &Annotation) -> Span {
    let at = doc.from_points(annotation.selector.start, annotation.selector.start);
    let at = at.map_or(doc.text().len(), |span| span.start);
    Span::new(at, at)
}
