//! Finding quotes again with the old texts that git keeps.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use super::document;
use crate::core::anchor::Reanchor;
use crate::core::annotation::{AnnotationId, BlobId, Selector};
use crate::core::article::Document;
use crate::core::review::Found;
use crate::git::Repo;

/// Finds quotes again in `doc`. Those that were marked on a version of which
/// git in `dir` (or the caller, in `at_hand`) still has the text are placed by
/// comparing the two texts; the others by quote and context.
///
/// git is asked once for all versions, and only where one is missing.
pub(crate) fn find_again<'a>(
    dir: &Path,
    doc: &Document,
    quotes: impl IntoIterator<Item = (&'a AnnotationId, &'a Selector)>,
    at_hand: Option<&(BlobId, Arc<Document>)>,
) -> Found {
    let mut versions: BTreeMap<Option<&BlobId>, Vec<_>> = BTreeMap::new();
    for (id, selector) in quotes {
        versions.entry(selector.blob.as_ref()).or_default().push((id, selector));
    }
    let here =
        |blob: &BlobId| at_hand.filter(|(known, _)| known == blob).map(|(_, doc)| doc.original());
    let missing = versions
        .keys()
        .filter_map(|blob| (*blob)?.clone().into())
        .filter(|blob| here(blob).is_none());
    let olds = old_texts(dir, missing.collect());
    let mut found = Found::new();
    for (blob, group) in versions {
        let old =
            blob.and_then(|blob| here(blob).or_else(|| olds.get(blob).map(Document::original)));
        let search = Reanchor::new(old, doc.original());
        found.extend(group.into_iter().map(|(id, selector)| (id.clone(), search.find(selector))));
    }
    found
}

fn old_texts(dir: &Path, blobs: Vec<BlobId>) -> HashMap<BlobId, Document> {
    if blobs.is_empty() {
        return HashMap::new();
    }
    let texts = Repo::discover(dir).and_then(|repo| repo.read_blobs(&blobs)).unwrap_or_default();
    let known = blobs.into_iter().zip(texts);
    known.filter_map(|(blob, text)| Some((blob, document(text?)))).collect()
}
