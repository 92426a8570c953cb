//! What commands are for, as the help groups them.

use super::Command;
use crate::i18n::{Text, text};

/// What a command is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// Giving verdicts, and what goes with them.
    Decide,
    /// Going somewhere.
    Move,
    /// What other articles say.
    Compare,
    /// Working together.
    Team,
    /// What is shown and how.
    View,
    /// Files, the program itself.
    Files,
}

impl Group {
    /// All of them, in the order of the help.
    pub(crate) const ALL: [Self; 6] =
        [Self::Decide, Self::Move, Self::Compare, Self::Team, Self::View, Self::Files];

    /// Its heading.
    pub(crate) const fn title(self) -> Text {
        match self {
            Self::Decide => text("Decide", "Décider"),
            Self::Move => text("Move", "Se déplacer"),
            Self::Compare => text("Compare", "Comparer"),
            Self::Team => text("Team", "Équipe"),
            Self::View => text("View", "Affichage"),
            Self::Files => text("Files and program", "Fichiers et programme"),
        }
    }

    /// That of a command of the panes.
    pub(crate) const fn of(command: Command) -> Self {
        match command {
            Command::Withdraw
            | Command::Confirm
            | Command::WriteNote
            | Command::AddEvidence
            | Command::EditTags
            | Command::ShortClaim
            | Command::ArticleNote
            | Command::TellSource
            | Command::NoteLast
            | Command::EvidenceLast
            | Command::TagsLast
            | Command::Advance
            | Command::SelectText
            | Command::Repeat
            | Command::Bulk
            | Command::Undo
            | Command::Redo => Self::Decide,
            Command::TakeAsEvidence
            | Command::Differences
            | Command::Compare
            | Command::Story
            | Command::Facts
            | Command::SearchDesk => Self::Compare,
            Command::Disagreements
            | Command::Adjudicate
            | Command::Undecidable
            | Command::WriteReason
            | Command::HideNames
            | Command::Reply
            | Command::Work
            | Command::Changes
            | Command::Sync => Self::Team,
            Command::MoreClaims
            | Command::FewerClaims
            | Command::Filter
            | Command::ClearFilter
            | Command::Attention
            | Command::Overview
            | Command::SortArticles
            | Command::MoveBorderRight
            | Command::MoveBorderLeft
            | Command::HideList
            | Command::WiderColumn
            | Command::NarrowerColumn
            | Command::LineSpacing
            | Command::FileLines
            | Command::Palette
            | Command::Help
            | Command::Redraw => Self::View,
            Command::Results
            | Command::ReadAhead
            | Command::CopyClaim
            | Command::OpenLink
            | Command::Suspend
            | Command::Quit => Self::Files,
            _ => Self::Move,
        }
    }
}
