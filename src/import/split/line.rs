//! What a line says of where articles begin and end.

/// What a line says of where articles begin and end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing.
    Text,
    /// The first of an article.
    First,
    /// One of the last of an article.
    Last,
    /// It stands between two and belongs to none.
    Between,
}
