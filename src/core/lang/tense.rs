//! The tenses that are told apart.

/// What the form of a word says of when something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// Nothing: it is no verb.
    None,
    Past,
    Future,
    /// It may be a verb.
    Other,
}
