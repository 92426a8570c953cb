//! The claim decided last, which one may come back to.

use super::desk::ArticleId;
use crate::core::article::Span;

/// The claim decided last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The article it stands in.
    pub article: ArticleId,
    /// Its words.
    pub span: Span,
    /// The same in code points, for when the article is opened again.
    pub points: (usize, usize),
    /// Whether one has moved on from it and jumped nowhere since.
    pub left: bool,
}
