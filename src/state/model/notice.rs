//! A word to the person, in the foot, until the next key.

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Good to know.
    Info,
    /// Something did not go as asked.
    Warning,
}

/// What the foot says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The words.
    pub text: String,
    /// How much it matters.
    pub weight: Weight,
}

impl Notice {
    /// Something good to know.
    pub fn info(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Info }
    }

    /// Something that did not go as asked.
    pub fn warning(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Warning }
    }
}
