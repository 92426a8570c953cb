//! Who checks an article, by a rule that needs no file.
//!
//! Rendezvous hashing (D. Thaler, C. Ravishankar, *A Name-Based Mapping Scheme
//! for Rendezvous*, 1996): each person weighs each article by a hash, and the
//! heaviest check it. Everybody computes the same; a person who comes or goes
//! moves only the articles that are theirs.

use sha2::{Digest, Sha256};

/// The `per_article` people who check an article, the heaviest first. `people`
/// are slugs, without guests and editors; `article` is its path below `seeds/`.
pub fn assigned<'a>(article: &str, people: &[&'a str], per_article: usize) -> Vec<&'a str> {
    let mut weighed: Vec<_> = people.iter().map(|slug| (weight(article, slug), *slug)).collect();
    weighed.sort_unstable_by(|a, b| b.cmp(a));
    weighed.into_iter().take(per_article).map(|(_, slug)| slug).collect()
}

/// SHA-256 of article, a NUL and the slug, compared as a big-endian number.
fn weight(article: &str, slug: &str) -> [u8; 32] {
    Sha256::new().chain_update(article).chain_update([0]).chain_update(slug).finalize().into()
}
