//! Facts on which the articles of a desk differ.

use super::desk::ArticleId;
use crate::core::annotation::VerdictId;
use crate::core::article::Span;
use crate::core::crosscheck::FactKind;
use crate::core::lang::Measure;

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
    /// The class of event or measure that the values are of, where one names them.
    pub slot: Option<&'static str>,
    /// What the first figure counts or measures.
    pub counted: Counted,
    /// The values: what others contradict first, and of those that of the most claims.
    pub values: Vec<Claimed>,
    /// How many claims give these or other values and are not listed.
    pub more: usize,
}

/// What a figure is of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Counted {
    /// It stands alone, or is no figure.
    #[default]
    Nothing,
    /// Things, by the words for them: `soldiers`.
    Things(String),
    /// A measure.
    Measure(Measure),
}

/// A value and who gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// The claims that give it.
    pub voices: Vec<Voice>,
    /// Whether another value contradicts it; else it is told beside the others.
    pub differs: bool,
}

/// A claim that gives a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The article.
    pub article: ArticleId,
    /// The claim.
    pub span: Span,
    /// The value in its text.
    pub place: Span,
    /// The words of the value.
    pub value: String,
    /// The words of the claim.
    pub words: String,
    /// Whom the claim names as its source.
    pub source: Option<String>,
    /// The person's own verdict on the claim.
    pub verdict: Option<VerdictId>,
}

impl Voice {
    /// Where the value stands in the words of the claim.
    pub(crate) fn within(&self) -> Span {
        let at = |place: usize| place.saturating_sub(self.span.start);
        Span::new(at(self.place.start), at(self.place.end))
    }
}

impl Divergence {
    /// All claims that give one of the values.
    pub(in crate::state) fn voices(&self) -> impl Iterator<Item = &Voice> + Clone {
        self.values.iter().flat_map(|value| &value.voices)
    }

    /// The same, to change them.
    pub(in crate::state) fn voices_mut(&mut self) -> impl Iterator<Item = &mut Voice> {
        self.values.iter_mut().flat_map(|value| &mut value.voices)
    }

    pub(in crate::state) fn open(&self) -> usize {
        self.voices().filter(|voice| voice.verdict.is_none()).count()
    }
}
