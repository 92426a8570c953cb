//! The last verdict, on its way to where the same is said.

use super::desk::ArticleId;
use crate::core::article::Span;

/// A verdict on its way through the places that say the same.
#[derive(Clone, Debug, Default)]
pub struct Repeat {
    /// The last verdict given: its label and its claim.
    pub(in crate::state) given: Option<(usize, ArticleId, Span)>,
    /// The places still to be looked at, the next one last.
    pub(in crate::state) places: Vec<(ArticleId, usize)>,
    /// The place that is being looked at.
    pub(in crate::state) here: Option<(ArticleId, usize)>,
}

impl Repeat {
    /// Remembers a verdict that was just given by hand.
    pub(in crate::state) fn note(&mut self, label: usize, article: ArticleId, span: Span) {
        *self = Self { given: Some((label, article, span)), ..Self::default() };
    }
}
