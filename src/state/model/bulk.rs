//! Many claims at once, and what becomes of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::desk::ArticleId;
use crate::core::annotation::Selector;
use crate::core::article::Span;
use crate::core::claim::Level;
use crate::core::filter::Filter;
use crate::core::review::Item;

/// Which claims of the desk are wanted.
#[derive(Clone, Debug)]
pub enum Want {
    /// These, by article.
    Marked(BTreeMap<ArticleId, Vec<Span>>),
    /// Those shown at a level that a filter lets through.
    Filtered(Arc<Filter>, Level),
    /// Those on the same words, folded: what is printed in every article.
    Same(String),
}

impl Want {
    /// Whether an article may hold such claims, told without reading it.
    pub fn may_be_in(&self, article: ArticleId) -> bool {
        match self {
            Self::Marked(marks) => marks.contains_key(&article),
            Self::Filtered(..) | Self::Same(_) => true,
        }
    }
}

/// Claims of one article, each with what names its words.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The article.
    pub article: ArticleId,
    /// The claims, in the order of the text.
    pub claims: Vec<(Item, Selector)>,
}

/// A part of the claims that are wanted.
#[derive(Clone, Debug, Default)]
pub struct Collected {
    /// The articles that hold some.
    pub batches: Vec<Batch>,
    /// How many articles were looked through, or would have been.
    pub searched: usize,
}
