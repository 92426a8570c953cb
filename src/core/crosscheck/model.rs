//! What is asked of an index and what it answers.

use crate::core::article::Span;
use crate::core::fact::Comparison;
use crate::core::keep::keep;

/// An article of a desk. Answers of equal strength come in the order of these
/// numbers, so the caller gives them in an order that means something, that
/// of paths for instance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocId(pub u32);

impl DocId {
    /// The article that stands at this place of the caller's list.
    pub const fn new(index: usize) -> Self {
        Self(index as u32)
    }

    /// Its place in the caller's list.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// How two claims stand to each other; the later ones weigh more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// What an article of the story says that comes nearest, where it says nothing that is surely of the same event.
    Nearest,
    /// About the same event, without making the same statement.
    Related,
    /// Both make the same statement, or can both be true.
    Agree,
    /// They fill one slot of one event with two values.
    Differ,
}

keep!(
    enum Relation {
        Nearest,
        Related,
        Agree,
        Differ,
    }
);

/// One answer: a claim of the desk that speaks about the same fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The article it stands in.
    pub article: DocId,
    /// Where it stands there, in bytes.
    pub span: Span,
    /// How it stands to the claim asked about.
    pub relation: Relation,
    /// The chance that both speak about the same, 0 to 1: one event, and where they differ one slot of it.
    pub score: f32,
    /// Whether it is a claim; else it is a title in which none was found.
    pub is_claim: bool,
    /// Whom it names as its source.
    pub source: Option<Span>,
    /// Why, the strongest reason first.
    pub why: Vec<Why>,
}

/// Two claims of a desk about the same fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The article of the first.
    pub article: DocId,
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

/// What is told in more than one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactKind {
    /// How many, how much.
    Figure,
    /// When.
    Date,
    /// At what time of day, whatever the day.
    Hour,
    /// Where.
    Place,
    /// Who did it, or to whom it was done.
    Who,
    /// What became of it, or whether it was so at all.
    Deed,
}

keep!(
    enum FactKind {
        Figure,
        Date,
        Hour,
        Place,
        Who,
        Deed,
    }
);

/// How two values of one slot stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compared {
    /// The same value.
    Same,
    /// Both can be true.
    Meets,
    /// One may be that of a part of what the other is told of: one raid of a campaign, women among all.
    Part,
    /// Both cannot be true of the same thing.
    Differs,
}

keep!(
    enum Compared {
        Same,
        Meets,
        Part,
        Differs,
    }
);

impl From<Comparison> for Compared {
    fn from(comparison: Comparison) -> Self {
        match comparison {
            Comparison::Same => Self::Same,
            Comparison::Meets => Self::Meets,
            Comparison::Differs => Self::Differs,
        }
    }
}

/// A reason for a match: two values of one slot. `here` is in the claim asked about, `there` in the
/// other, both bytes of their article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Why {
    /// What kind of value.
    pub kind: FactKind,
    /// The class of event or measure that both are values of: `death`; none where no class names it.
    pub slot: Option<&'static str>,
    /// How the two compare.
    pub agreement: Compared,
    /// The value in the claim asked about.
    pub here: Span,
    /// The value in the other.
    pub there: Span,
}
