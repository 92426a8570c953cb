//! A note that an earlier session left unfinished.

use super::desk::ArticleId;

/// A note to offer.
#[derive(Clone, Debug)]
pub struct Offer {
    pub(in crate::state) article: ArticleId,
    pub(in crate::state) points: (usize, usize),
    pub(in crate::state) text: String,
}
