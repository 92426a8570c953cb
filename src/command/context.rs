//! Where a key is pressed.

use crate::i18n::{Text, text};

/// A place where keys have a meaning of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Any of the three panes: what is bound here works in all of them.
    Desk,
    /// The list of articles.
    Articles,
    /// The text of an article.
    Text,
    /// The pane about the current claim.
    Claim,
    /// Deciding for the team.
    Adjudicate,
    /// Choosing words for a claim of one's own.
    Select,
    /// Writing a note.
    Note,
    /// Adding evidence.
    Evidence,
    /// Telling where an article comes from.
    Source,
    /// Giving tags.
    Tags,
    /// Looking for words.
    Search,
    /// Choosing a command, article or claim by name.
    Palette,
    /// Writing a filter.
    Filter,
    /// A list to choose from: differences, facts, disagreements.
    Browse,
    /// Two places side by side.
    Compare,
    /// A verdict for many claims.
    Bulk,
    /// The page of keys.
    Help,
    /// A question to answer.
    Confirm,
}

impl Context {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 18] = [
        Self::Desk,
        Self::Articles,
        Self::Text,
        Self::Claim,
        Self::Adjudicate,
        Self::Select,
        Self::Note,
        Self::Evidence,
        Self::Source,
        Self::Tags,
        Self::Search,
        Self::Palette,
        Self::Filter,
        Self::Browse,
        Self::Compare,
        Self::Bulk,
        Self::Help,
        Self::Confirm,
    ];

    /// Its name in `claimdesk.toml`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Articles => "articles",
            Self::Text => "text",
            Self::Claim => "claim",
            Self::Adjudicate => "adjudicate",
            Self::Select => "select",
            Self::Note => "note",
            Self::Evidence => "evidence",
            Self::Source => "source",
            Self::Tags => "tags",
            Self::Search => "search",
            Self::Palette => "palette",
            Self::Filter => "filter",
            Self::Browse => "browse",
            Self::Compare => "compare",
            Self::Bulk => "bulk",
            Self::Help => "help",
            Self::Confirm => "confirm",
        }
    }

    /// Its title in the help.
    pub const fn title(self) -> Text {
        match self {
            Self::Desk => text("Everywhere on the desk", "Partout dans le dossier"),
            Self::Articles => text("List of articles", "Liste des articles"),
            Self::Text => text("Text", "Texte"),
            Self::Claim => text("Claim", "Affirmation"),
            Self::Adjudicate => text("Deciding for the team", "Trancher pour l’équipe"),
            Self::Select => text("Selecting words", "Sélection de mots"),
            Self::Note => text("Writing a note", "Rédaction d’une note"),
            Self::Evidence => text("Adding evidence", "Ajout d’une preuve"),
            Self::Source => text("Where an article comes from", "D’où vient un article"),
            Self::Tags => text("Giving tags", "Étiquettes"),
            Self::Search => text("Search", "Recherche"),
            Self::Palette => text("Palette", "Palette"),
            Self::Filter => text("Filter", "Filtre"),
            Self::Browse => text("Lists", "Listes"),
            Self::Compare => text("Side by side", "Côte à côte"),
            Self::Bulk => text("A verdict for many", "Un verdict pour plusieurs"),
            Self::Help => text("Help", "Aide"),
            Self::Confirm => text("Question", "Question"),
        }
    }

    /// Whether keys that are no commands are text here.
    pub(crate) const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Note
                | Self::Evidence
                | Self::Source
                | Self::Tags
                | Self::Search
                | Self::Palette
                | Self::Filter
                | Self::Help
        )
    }

    /// Bytes that can be pasted here at once.
    pub(crate) const fn longest_paste(self) -> usize {
        if matches!(self, Self::Note) { 128 << 10 } else { 8 << 10 }
    }

    /// Where a key is looked up when this place does not bind it.
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::Articles | Self::Text | Self::Claim => Some(Self::Desk),
            Self::Adjudicate => Some(Self::Text),
            _ => None,
        }
    }
}
