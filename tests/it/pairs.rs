//! Two articles that stand alone, and what they say of each other.

use claimdesk::core::claim::analyze;
use claimdesk::core::crosscheck::{DEFAULT_SCORE, DocId, Index, Pair};

/// The pairs of their claims, each with the claim of the first article.
pub(crate) fn pairs(a: &str, b: &str) -> Vec<Pair> {
    let mut index = Index::new();
    for (id, text) in [a, b].into_iter().enumerate() {
        index.insert(DocId::new(id), text, &analyze(text));
    }
    index.pairs_of(DocId(0), DEFAULT_SCORE)
}
