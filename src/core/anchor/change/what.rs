//! What a change is called.

use std::cmp::Ordering;

use crate::core::article::Span;
use crate::core::keep::keep;

/// Some words that became others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The words as they were; empty for an insertion.
    pub old: String,
    /// The words as they are; empty for a deletion.
    pub new: String,
    /// What kind of words they are.
    pub what: What,
    /// Where the new words stand, or where the old ones are missing, in bytes of the stretch that
    /// was compared with the old one.
    pub at: Span,
    /// Whether the new figure is greater or the new date later, where one can tell.
    pub trend: Option<Ordering>,
}

keep!(struct Change { old, new, what, at, trend });

impl Change {
    /// Where the value went: `up`, `down`, `later`, `earlier`; none where it cannot be told.
    pub fn direction(&self) -> Option<&'static str> {
        Some(match (self.what, self.trend?) {
            (What::Date, Ordering::Greater) => "later",
            (What::Date, _) => "earlier",
            (_, Ordering::Greater) => "up",
            (..) => "down",
        })
    }
}

/// What a change touches, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    /// A word that denies: `ne`, `pas`, `sans`, `not`.
    Negation,
    /// A figure, in digits or words.
    Figure,
    /// A day, month, or year.
    Date,
    /// What a figure counts.
    Unit,
    /// A proper name.
    Name,
    /// Whether it is said as certain: `aurait`, `may`, `probably`.
    Hedge,
    /// How many of them: `tous`, `certains`, `most`.
    Quantifier,
    /// Who says it.
    Source,
    /// Up or down: `rose`, `fell`.
    Direction,
    /// When it is: `is`, `was`, `sera`.
    Tense,
    /// Any other words.
    Other,
}

keep!(
    enum What {
        Negation,
        Figure,
        Date,
        Unit,
        Name,
        Hedge,
        Quantifier,
        Source,
        Direction,
        Tense,
        Other,
    }
);

impl What {
    /// Whether it is a fact, whose old words are worth seeing beside the new ones.
    pub const fn is_fact(self) -> bool {
        matches!(self, Self::Figure | Self::Date | Self::Unit | Self::Name)
    }

    /// The stable name used in files and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Negation => "negation",
            Self::Figure => "figure",
            Self::Date => "date",
            Self::Unit => "unit",
            Self::Name => "name",
            Self::Hedge => "hedge",
            Self::Quantifier => "quantifier",
            Self::Source => "source",
            Self::Direction => "direction",
            Self::Tense => "tense",
            Self::Other => "other",
        }
    }
}
