//! What a search in all articles found.

use super::desk::ArticleId;
use crate::core::search::Excerpt;

/// A line of an article that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The article.
    pub article: ArticleId,
    /// The line.
    pub excerpt: Excerpt,
}

/// What a part of the search brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Lines that match, in order.
    pub hits: Vec<Hit>,
    /// How many matches there are.
    pub count: usize,
    /// How many articles were looked through, or would have been.
    pub searched: usize,
    /// How many of them could not be read.
    pub unread: usize,
}

/// No more lines than this are listed; the others are counted.
pub(crate) const MOST: usize = 2_000;
