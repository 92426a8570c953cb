//! Two articles that stand alone, and what they say of each other.

use claimdesk::core::claim::analyze;
use claimdesk::core::crosscheck::{Compared, DEFAULT_SCORE, DocId, Index, Pair, Relation};

/// The pairs of their claims, each with the claim of the first article.
pub(crate) fn pairs(a: &str, b: &str) -> Vec<Pair> {
    let mut index = Index::new();
    for (id, text) in [a, b].into_iter().enumerate() {
        index.insert(DocId::new(id), text, &analyze(text));
    }
    index.pairs_of(DocId(0), DEFAULT_SCORE)
}

/// What differs between them, as they tell it.
pub(crate) fn apart(a: &str, b: &str) -> Vec<[String; 2]> {
    let pairs = pairs(a, b).into_iter().filter(|pair| pair.found.relation == Relation::Differ);
    let why = pairs.flat_map(|pair| pair.found.why);
    let apart = why.filter(|why| why.agreement == Compared::Differs);
    apart.map(|why| [why.here.of(a).to_owned(), why.there.of(b).to_owned()]).collect()
}
