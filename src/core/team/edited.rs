//! What an edit of an article did to the verdicts that stood on it.

use crate::core::anchor::Reanchor;
use crate::core::annotation::{Annotation, AnnotationId, BlobId, Notebook};
use crate::core::article::Document;
use crate::core::review::{is_in_place, place};

/// Counts the verdicts, final ones among them, that were in force on an article before an edit and
/// are not after it.
///
/// The notebooks are those that the edit came with: what its author confirmed for the new words in
/// the same commit was never in force on the old ones, and does not count.
pub fn undone(before: (&BlobId, &Document), after: &Document, books: &[Notebook]) -> usize {
    let (version, before) = before;
    let on_before = Reanchor::new(None, before.original());
    let to_after = Reanchor::new(Some(before.original()), after.original());
    let on_after = Reanchor::new(None, after.original());
    let is_undone = |(id, annotation): &(&AnnotationId, &Annotation)| {
        // The positions of a verdict on an older version say nothing about this one.
        let knows_before = annotation.selector.blob.as_ref() == Some(version);
        let search = if knows_before { &to_after } else { &on_after };
        stands(before, (*id, *annotation), &on_before) && !stands(after, (*id, *annotation), search)
    };
    let given = |a: &Annotation| a.verdict.is_some() || a.final_verdict.is_some();
    let all = books.iter().flat_map(|book| &book.annotations);
    all.filter(|(_, annotation)| given(annotation)).filter(is_undone).count()
}

/// Whether a verdict is in force on a text.
fn stands(
    doc: &Document,
    (id, annotation): (&AnnotationId, &Annotation),
    search: &Reanchor<'_>,
) -> bool {
    let found = match is_in_place(doc, annotation) {
        Some(_) => None,
        None => Some(search.find(&annotation.selector)),
    };
    place(doc, id, annotation, found.as_ref()).standing.is_in_force()
}
