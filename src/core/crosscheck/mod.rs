//! What the rest of a desk says about the same fact.
//!
//! A [`Digest`] is made of each article, on any thread; an [`Index`] takes
//! the digests and answers what the desk says about one claim. Every answer
//! has its reasons. Two statements *differ*; that they contradict each other
//! is for a person to say.

mod bargain;
mod differences;
mod gazetteer;
mod index;
mod names;
mod near;
mod postings;
mod relate;
mod statement;
mod steps;
mod transfer;
mod words;

pub use differences::{Difference, Differences, FactKind, Holder, MANY, Value};
pub use index::{DEFAULT_SCORE, Index, LIMIT};
pub use statement::{Digest, Digester};

use crate::core::article::Span;
use crate::core::fact::Comparison;

/// An article of a desk. Answers of equal strength come in the order of these
/// numbers, so the caller gives them in an order that means something, that
/// of paths for instance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId(pub u32);

/// How two claims stand to each other; the later ones weigh more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// About the same, without saying the same.
    Related,
    /// Both say the same, or can both be true.
    Agree,
    /// They give another figure, date, place, name or direction.
    Differ,
    /// One denies what the other says.
    Denied,
}

/// One answer: a claim of the desk that speaks about the same fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The article it stands in.
    pub article: ArticleId,
    /// Where it stands there, in bytes.
    pub span: Span,
    /// How it stands to the claim asked about.
    pub relation: Relation,
    /// How sure it is that both speak about the same, 0 to 1.
    pub score: f32,
    /// Whom it names as its source.
    pub source: Option<Span>,
    /// Why, the strongest reason first.
    pub why: Vec<Why>,
}

/// Two claims of a desk about the same fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The article of the first.
    pub article: ArticleId,
    /// Where the first stands, in bytes.
    pub span: Span,
    /// The second, and how it stands to the first.
    pub found: Match,
}

impl Pair {
    /// Whether the first stands before the second: of a pair seen from both ends, one.
    pub fn is_ordered(&self) -> bool {
        (self.article, self.span) < (self.found.article, self.found.span)
    }
}

/// A reason for a match: `here` is in the claim asked about, `there` in the
/// other; all places are bytes of their article.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// The same thing is counted or measured in both.
    Figures {
        /// The figure of the claim asked about.
        here: Span,
        /// The figure of the other.
        there: Span,
        /// How they compare.
        comparison: Comparison,
    },
    /// The same event is dated in both.
    Dates {
        /// The date in the claim asked about.
        here: Span,
        /// The date in the other.
        there: Span,
        /// How they compare.
        comparison: Comparison,
    },
    /// Both say where.
    Places {
        /// The place in the claim asked about.
        here: Span,
        /// The place in the other.
        there: Span,
        /// Whether it is the same place, in the same country.
        same: bool,
    },
    /// A known name, and one that looks like a misspelling of it.
    Spelling {
        /// The name in the claim asked about.
        here: Span,
        /// The name in the other.
        there: Span,
    },
    /// Both say who gives whom.
    Direction {
        /// The word for it in the claim asked about.
        here: Span,
        /// The word for it in the other.
        there: Span,
        /// Whether it goes the same way.
        same: bool,
    },
    /// Both say what is given or exchanged between the same.
    Goods {
        /// What it is in the claim asked about.
        here: Span,
        /// What it is in the other.
        there: Span,
        /// Whether some of it is the same.
        same: bool,
    },
    /// One of the two denies, or both do.
    Denial {
        /// The denying words of the claim asked about, if it denies.
        here: Option<Span>,
        /// The denying words of the other, if it denies.
        there: Option<Span>,
    },
    /// One says not to be so what the other says.
    Negation,
    /// They share words.
    Words {
        /// How many words and names they share.
        shared: usize,
        /// Of how many in the shorter of the two.
        of: usize,
    },
}
