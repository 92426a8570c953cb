//! The claim decided last, which one may come back to.

use super::about::About;

/// The claim decided last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Its words.
    pub about: About,
    /// Whether one has moved on from it and jumped nowhere since.
    pub left: bool,
}
