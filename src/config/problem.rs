//! What is wrong in a configuration: where, what, and what to do.

use std::fmt;

use crate::core::spelling::nearest;
use crate::i18n::{Message, line as say};

/// One thing that was not understood. The rest of the file counts nevertheless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// `file:line:column`, or the file alone where it cannot be read.
    pub place: String,
    /// What is wrong.
    pub(crate) what: Message,
    /// What to do about it.
    pub(crate) hint: Message,
}

impl Problem {
    pub(super) fn new(
        place: impl Into<String>,
        what: impl Into<Message>,
        hint: impl Into<Message>,
    ) -> Self {
        Self { place: place.into(), what: what.into(), hint: hint.into() }
    }
}

/// In English, for tests and logs.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\nhint: {}", self.place, self.what.en, self.hint.en)
    }
}

/// A hint at the nearest of the known names, or all of them where none is near.
pub(super) fn known<'a>(asked: &str, names: impl IntoIterator<Item = &'a str>) -> Message {
    let names: Vec<_> = names.into_iter().collect();
    match nearest(asked, names.iter().copied()) {
        Some(name) => say::MEANT.with(&[&name]),
        None => say::KNOWN_HERE.with(&[&names.join(", ")]),
    }
}
