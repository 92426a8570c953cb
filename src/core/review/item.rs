//! A stop on the way through an article, and how far one has come.

use crate::core::anchor::Change;
use crate::core::annotation::{AnnotationId, VerdictId};
use crate::core::article::Span;
use crate::core::claim::{ClaimId, Level};
use crate::core::keep::keep;

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
    /// The claim, where it was detected.
    pub detected: Option<ClaimId>,
    /// What one has said of it oneself: of hundreds of thousands of stops mostly nothing, which takes no room.
    pub given: Option<Box<Given>>,
    /// The first level at which it is pointed out; where only a person saw it, at all.
    pub level: Level,
}

/// One's own annotation of a stop.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// Its id.
    pub id: AnnotationId,
    /// The verdict in force or stale; none while it is open.
    pub verdict: Option<VerdictId>,
    /// How it stands.
    pub standing: Standing,
    /// Two machines gave it two values: a choice is due.
    pub conflict: bool,
}

impl Given {
    /// One that stands where it was made and says nothing yet.
    pub const fn new(id: AnnotationId) -> Self {
        Self { id, verdict: None, standing: Standing::Firm, conflict: false }
    }
}

impl Item {
    /// One's own annotation of it.
    pub fn own(&self) -> Option<&AnnotationId> {
        self.given.as_ref().map(|given| &given.id)
    }

    /// The verdict in force or stale; none while it is open.
    pub fn verdict(&self) -> Option<&VerdictId> {
        self.given.as_ref()?.verdict.as_ref()
    }

    /// One's own annotation of it is this one now.
    pub fn give(&mut self, id: AnnotationId) {
        match &mut self.given {
            Some(given) => given.id = id,
            None => self.given = Some(Box::new(Given::new(id))),
        }
    }

    /// How the annotation stands; firm where there is none.
    pub fn standing(&self) -> &Standing {
        static FIRM: Standing = Standing::Firm;
        self.given.as_ref().map_or(&FIRM, |given| &given.standing)
    }

    /// Whether two machines gave it two values: a choice is due.
    pub fn is_contested(&self) -> bool {
        self.given.as_ref().is_some_and(|given| given.conflict)
    }

    /// A claim that only a person saw, without a decision yet.
    pub const fn marked(span: Span) -> Self {
        Self { span, detected: None, given: None, level: Level::FEWEST }
    }

    /// Whether it is pointed out at a level: what a person marked always is.
    pub fn is_shown(&self, level: Level) -> bool {
        self.given.is_some() || self.level <= level
    }

    /// Whether a decision is due.
    pub fn is_open(&self) -> bool {
        self.verdict().is_none() || self.is_stale()
    }

    /// Whether its author must look: its words changed or are gone, or two values wait for a choice.
    pub fn is_stale(&self) -> bool {
        !self.standing().is_in_force() || self.is_contested()
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

keep!(struct Progress { decided, all, stale });

impl Progress {
    /// Counts the stops of one article that are shown at a level.
    pub fn of(items: &[Item], level: Level) -> Self {
        let mut progress = Self::default();
        for item in items {
            progress.add(item, level);
        }
        progress
    }

    /// Counts one stop as it is now instead of as it was.
    pub(super) fn exchange(&mut self, before: &Item, now: &Item, level: Level) {
        let mut one = Self::default();
        one.add(before, level);
        self.add(now, level);
        self.decided -= one.decided;
        self.all -= one.all;
        self.stale -= one.stale;
    }

    fn add(&mut self, item: &Item, level: Level) {
        let shown = item.is_shown(level);
        self.decided += usize::from(shown && !item.is_open());
        self.all += usize::from(shown);
        self.stale += usize::from(item.is_stale());
    }
}
