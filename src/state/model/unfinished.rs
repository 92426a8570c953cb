//! What is typed and not saved, as it outlives the reader.

use super::desk::ArticleId;
use crate::command::Command;
use crate::core::annotation::{Evidence, Selector};

/// What was typed about words of an article; about all of it where there are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// The article.
    pub article: ArticleId,
    /// The words.
    pub words: Selector,
    /// What opens the form.
    pub command: Command,
    /// What is written.
    pub now: Written,
    /// What stood there before.
    pub before: Written,
}

/// What the fields of a form hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The texts, in the order of the form.
    pub texts: Vec<String>,
    /// The pieces of evidence.
    pub evidence: Vec<Evidence>,
}

impl Written {
    /// One text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self { texts: vec![text.into()], evidence: Vec::new() }
    }

    /// The text at a place.
    pub(crate) fn at(&self, place: usize) -> &str {
        self.texts.get(place).map_or("", String::as_str)
    }
}

/// What an earlier reader left.
#[derive(Clone, Debug)]
pub struct Left {
    /// What was typed.
    pub what: Unfinished,
    /// Whether it was offered to go on with.
    pub offered: bool,
}
