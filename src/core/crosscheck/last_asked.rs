//! What is kept between two questions about one article.

use rustc_hash::FxHashMap;

use super::event::Story;
use super::model::DocId;
use super::postings::Scratch;

/// What was worked out for the article last asked about, in one edition of the index.
#[derive(Default)]
pub(super) struct LastAsked {
    pub(super) id: DocId,
    /// Whether another article tells the same story, as far as it was asked for.
    pub(super) stories: FxHashMap<DocId, Story>,
    pub(super) scratch: Scratch,
}
