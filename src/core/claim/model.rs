//! Claims and the analysis they come from.

use super::fact::Facts;
use crate::core::text::Span;
use crate::core::text::lang::Language;

/// What was found in one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// The language it was read as.
    pub language: Language,
    /// Sentences in order; together they cover everything but white space.
    pub sentences: Vec<Sentence>,
    /// Every candidate claim in order of place, whatever its score.
    pub claims: Vec<Claim>,
    /// Typed values in order of place.
    pub facts: Facts,
}

/// One sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Check-worthiness of the whole sentence, 0 to 1.
    pub score: f32,
}

/// A stretch inside one sentence that can be checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claim {
    /// Where it stands.
    pub span: Span,
    /// Check-worthiness, 0 to 1: 0.5 and above is highlighted by default.
    pub score: f32,
    /// What kinds of claim it is.
    pub kinds: Vec<Kind>,
    /// Why it was highlighted, the strongest first.
    pub reasons: Vec<Reason>,
}

/// A kind of claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A figure with what it counts.
    Quantity,
    /// A date, a period, a duration.
    Date,
    /// Somebody is said to have said it.
    Attribution,
    /// Words in quotation marks.
    Quote,
    /// Something that happened, done by somebody.
    Event,
    /// More than, first, the largest.
    Comparison,
    /// A denial.
    Denial,
}

/// One reason for a highlight, told in the reader's language where it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The feature that spoke, a stable name such as `figure` or `source`.
    pub name: &'static str,
    /// The words it rests on, where it rests on some.
    pub span: Option<Span>,
}

impl Kind {
    /// Its stable name in files and output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Date => "date",
            Self::Attribution => "attribution",
            Self::Quote => "quote",
            Self::Event => "event",
            Self::Comparison => "comparison",
            Self::Denial => "denial",
        }
    }
}
