//! The filter in force.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::desk::ArticleId;
use crate::core::filter::Filter;

/// A filter in force.
#[derive(Clone, Debug)]
pub struct ActiveFilter {
    /// As it was written.
    pub line: String,
    /// As it is used.
    pub filter: Arc<Filter>,
    /// The articles that hold such claims, as far as they were looked through.
    pub kept: BTreeSet<ArticleId>,
    /// How many articles were looked through, or would have been.
    pub searched: usize,
    /// How many of them could not be read.
    pub unread: usize,
    /// The open article, where it holds such claims no more.
    pub spent: Option<ArticleId>,
}
