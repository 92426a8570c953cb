//! Facts on which the articles of a desk differ.

use super::desk::ArticleId;
use crate::core::annotation::VerdictId;
use crate::core::crosscheck::FactKind;

/// The facts on which the articles of a desk differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Divergences {
    /// The surest first.
    pub list: Vec<Divergence>,
    /// Whether these are all.
    pub complete: bool,
}

/// One fact on which articles differ, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// What kind of fact it is.
    pub kind: FactKind,
    /// The values and who gives them, that of the most claims first.
    pub values: Vec<Vec<Voice>>,
    /// How many claims give these or other values and are not listed.
    pub more: usize,
}

/// A claim that gives a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The article.
    pub article: ArticleId,
    /// First byte of the claim.
    pub at: usize,
    /// The words of the value.
    pub value: String,
    /// Whom the claim names as its source.
    pub source: Option<String>,
    /// The person's own verdict on the claim.
    pub verdict: Option<VerdictId>,
}

impl Divergence {
    pub(in crate::state) fn open(&self) -> usize {
        self.values.iter().flatten().filter(|voice| voice.verdict.is_none()).count()
    }
}
