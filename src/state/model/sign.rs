//! The signs of the screen that are no verdicts, and what they mean.

use crate::i18n::{Text, text};

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// An open claim.
    Open,
    /// A claim that is not pointed out.
    Quiet,
    /// A claim that the person marked.
    Mark,
    /// A verdict that needs a look.
    Stale,
    /// People disagree.
    Dispute,
    /// Articles differ.
    Differs,
    /// An editor decided.
    Final,
    /// A filter is on.
    Filter,
    /// Commits to push.
    Ahead,
    /// Commits to take over.
    Behind,
    /// Files in no commit.
    Uncommitted,
}

impl Sign {
    /// All of them, in the order of the legend.
    pub(crate) const ALL: [Self; 11] = [
        Self::Open,
        Self::Quiet,
        Self::Mark,
        Self::Stale,
        Self::Dispute,
        Self::Differs,
        Self::Final,
        Self::Filter,
        Self::Ahead,
        Self::Behind,
        Self::Uncommitted,
    ];

    /// What it means.
    pub(crate) const fn meaning(self) -> Text {
        match self {
            Self::Open => text("open claim", "affirmation ouverte"),
            Self::Quiet => text("claim of little weight", "affirmation de peu de poids"),
            Self::Mark => text("marked by you", "marquée par vous"),
            Self::Stale => text("to look at again", "à revoir"),
            Self::Dispute => text("in dispute", "en désaccord"),
            Self::Differs => text("differ from other articles", "diffèrent d’autres articles"),
            Self::Final => text("final verdict", "verdict final"),
            Self::Filter => text("filter on", "filtre actif"),
            Self::Ahead => text("commits to push", "commits à pousser"),
            Self::Behind => text("commits to take over", "commits à reprendre"),
            Self::Uncommitted => text("files to commit", "fichiers à valider"),
        }
    }
}
