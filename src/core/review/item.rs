//! A stop on the way through an article, and how far one has come.

use crate::core::anchor::Change;
use crate::core::annotation::{AnnotationId, VerdictId};
use crate::core::article::Span;
use crate::core::claim;

/// How many claims are shown: the setting of `+` and `-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// Lowest scores shown at each level, from few claims to many.
    const FLOORS: [f32; 5] = [0.8, 0.65, claim::SHOWN, 0.35, claim::LEAST];
    /// How many levels there are.
    pub const COUNT: usize = Self::FLOORS.len();

    /// A level by number, 0 (fewest) to 4 (most).
    pub fn new(number: u8) -> Self {
        Self(number.min(Self::FLOORS.len() as u8 - 1))
    }

    /// Its number.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// One step towards more claims.
    #[must_use]
    pub fn more(self) -> Self {
        Self::new(self.0 + 1)
    }

    /// One step towards fewer.
    #[must_use]
    pub const fn fewer(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The lowest score that is shown.
    pub fn floor(self) -> f32 {
        Self::FLOORS[usize::from(self.0)]
    }
}

impl Default for Level {
    fn default() -> Self {
        Self(2)
    }
}

/// How strongly a detection speaks: a rank, not a truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Shown on request only.
    Weak,
    /// Worth a look.
    Fair,
    /// What one would have underlined by hand.
    Strong,
}

impl Strength {
    /// The strength of a score.
    pub fn of(score: f32) -> Self {
        match score {
            s if s >= 0.75 => Self::Strong,
            s if s >= 0.5 => Self::Fair,
            _ => Self::Weak,
        }
    }
}

/// Where an annotation stands in today's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// On the words it was given for.
    Firm,
    /// The same, in a sentence that changed in this around them.
    Beside(Vec<Change>),
    /// On the same words, but for values that are said otherwise.
    SameValue(Vec<Change>),
    /// On words that changed in this: its author must look.
    Stale(Vec<Change>),
    /// Several places fit: these.
    Ambiguous(Vec<Span>),
    /// Its words are gone; what stands there now, where that can be told.
    Lost(Option<Span>),
}

impl Standing {
    /// Whether the verdict holds for the words that stand there.
    pub const fn is_in_force(&self) -> bool {
        matches!(self, Self::Firm | Self::Beside(_) | Self::SameValue(_))
    }

    /// Whether it is certain which words it stands on, in force or not.
    pub const fn is_placed(&self) -> bool {
        !matches!(self, Self::Ambiguous(_) | Self::Lost(_))
    }

    /// What changed since the verdict was given.
    pub fn changes(&self) -> &[Change] {
        match self {
            Self::Beside(changes) | Self::SameValue(changes) | Self::Stale(changes) => changes,
            Self::Firm | Self::Ambiguous(_) | Self::Lost(_) => &[],
        }
    }

    /// Its stable name, for files and scripts.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Firm | Self::Beside(_) => "firm",
            Self::SameValue(_) => "same-value",
            Self::Stale(_) => "stale",
            Self::Ambiguous(_) => "ambiguous",
            Self::Lost(_) => "lost",
        }
    }
}

/// One stop on the way through an article: a detected claim, an annotation, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its words.
    pub span: Span,
    /// Its place in [`Analysis::claims`](crate::core::claim::Analysis::claims), where it was detected.
    pub detected: Option<usize>,
    /// One's own annotation of it.
    pub own: Option<AnnotationId>,
    /// The verdict in force or stale; none while it is open.
    pub verdict: Option<VerdictId>,
    /// How the annotation stands; firm where there is none.
    pub standing: Standing,
    /// Two machines gave it two values: a choice is due.
    pub conflict: bool,
    /// How strongly it was detected; strong where a person marked it.
    pub strength: Strength,
}

impl Item {
    /// A claim that only a person saw, without a decision yet.
    pub const fn marked(span: Span) -> Self {
        Self {
            span,
            detected: None,
            own: None,
            verdict: None,
            standing: Standing::Firm,
            conflict: false,
            strength: Strength::Strong,
        }
    }

    /// Whether a decision is due.
    pub fn is_open(&self) -> bool {
        self.verdict.is_none() || self.is_stale()
    }

    /// Whether its author must look: its words changed or are gone, or two values wait for a choice.
    pub fn is_stale(&self) -> bool {
        !self.standing.is_in_force() || self.conflict
    }
}

/// How far a review has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Claims with a verdict in force.
    pub decided: usize,
    /// All claims shown.
    pub all: usize,
    /// Verdicts whose words changed or are gone.
    pub stale: usize,
}

impl Progress {
    /// Counts the stops of one article.
    pub fn of(items: &[Item]) -> Self {
        Self {
            decided: items.iter().filter(|item| !item.is_open()).count(),
            all: items.len(),
            stale: items.iter().filter(|item| item.is_stale()).count(),
        }
    }

    /// Counts one stop as it is now instead of as it was.
    pub(super) fn exchange(&mut self, before: &Item, now: &Item) {
        self.decided = self.decided + usize::from(!now.is_open()) - usize::from(!before.is_open());
        self.stale = self.stale + usize::from(now.is_stale()) - usize::from(before.is_stale());
    }
}
