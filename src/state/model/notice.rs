//! A word to the person, in the foot, until the next key.

use crate::command::Command;
use crate::i18n::Text;

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Good to know.
    Info,
    /// Something did not go as asked.
    Warning,
}

/// What the foot says: what was done, to which words, and what may come next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What was done.
    pub text: String,
    /// The words it was done to, cut where there is no room; empty for none.
    pub words: String,
    /// What may come next, in a word or two each: shown with the keys in force.
    pub next: Vec<(Command, Text)>,
    /// How much it matters.
    pub weight: Weight,
    /// All is decided: what is left to share is told behind it, as the clone stands by then.
    pub done: bool,
    /// It tells of a change, which holds once that is on disk.
    pub change: bool,
}

impl Notice {
    /// Something good to know.
    pub(crate) fn info(text: impl Into<String>) -> Self {
        let (text, words, next) = (text.into(), String::new(), Vec::new());
        Self { text, words, next, weight: Weight::Info, done: false, change: false }
    }

    /// Something that did not go as asked.
    pub(crate) fn warning(text: impl Into<String>) -> Self {
        Self { weight: Weight::Warning, ..Self::info(text) }
    }

    /// It tells of a change.
    #[must_use]
    pub(crate) fn of_change(self) -> Self {
        Self { change: true, ..self }
    }

    /// The words it is about.
    #[must_use]
    pub(crate) fn about(self, words: &str) -> Self {
        Self { words: words.split_whitespace().collect::<Vec<_>>().join(" "), ..self }
    }

    /// What may come next.
    #[must_use]
    pub(crate) fn then(self, next: &[(Command, Text)]) -> Self {
        Self { next: next.to_vec(), ..self }
    }
}
