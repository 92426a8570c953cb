//! What lies over the panes: at most one thing at a time.

use super::browse::Browse;
use super::confirm::Question;
use super::evidence::EvidenceDialog;
use super::filter::FilterDialog;
use super::find::Find;
use super::help::Help;
use super::note::NoteDialog;
use super::overview::Overview;
use super::palette::Palette;
use super::search::SearchLine;
use super::tags::TagsDialog;
use crate::command::Context;

/// A dialog; each has a file of its own here and in `ui/`.
#[derive(Debug)]
pub enum Dialog {
    /// Writing a note.
    Note(Box<NoteDialog>),
    /// Adding and changing evidence.
    Evidence(Box<EvidenceDialog>),
    /// Giving tags.
    Tags(Box<TagsDialog>),
    /// Typing what to search in the article.
    Search(Box<SearchLine>),
    /// Searching in all articles.
    Find(Box<Find>),
    /// Writing a filter.
    Filter(Box<FilterDialog>),
    /// Anything by its name.
    Palette(Box<Palette>),
    /// All keys of a place.
    Help(Box<Help>),
    /// How far the desk is.
    Overview(Overview),
    /// A question to answer.
    Confirm(Question),
    /// A list to choose from.
    Browse(Browse),
}

impl Dialog {
    /// Where keys are looked up while it is open.
    pub const fn context(&self) -> Context {
        match self {
            Self::Note(_) => Context::Note,
            Self::Evidence(_) => Context::Evidence,
            Self::Tags(_) => Context::Tags,
            Self::Search(_) | Self::Find(_) => Context::Search,
            Self::Help(help) if help.typing => Context::Search,
            Self::Filter(_) => Context::Filter,
            Self::Palette(_) => Context::Palette,
            Self::Help(_) => Context::Help,
            Self::Confirm(_) => Context::Confirm,
            Self::Browse(_) | Self::Overview(_) => Context::Browse,
        }
    }
}
