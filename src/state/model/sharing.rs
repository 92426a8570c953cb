//! How the clone stands to the others, and what came from them.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::desk::ArticleId;
use crate::core::article::Span;
use crate::core::team::change::Event;

/// How the clone stands, as of the last fetch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Commits that the others do not have.
    pub ahead: usize,
    /// Commits of the others that are not here.
    pub behind: usize,
    /// One's own notebooks that differ from the last commit.
    pub unsaved: usize,
    /// The commit that the working tree stands on.
    pub head: Option<String>,
}

/// What is known of sharing.
#[derive(Clone, Debug, Default)]
pub struct Sharing {
    /// How the clone stands; none where the desk is no clone.
    pub standing: Option<Standing>,
    /// Whether a sync is under way.
    pub busy: bool,
    /// Whether nobody asked for it: it says only what matters.
    pub unasked: bool,
    /// Why the last one that nobody asked for came to nothing.
    pub failed: Option<String>,
    /// What was ever said of claims of the open article, by their words.
    pub history: HashMap<Span, Vec<Event>>,
    /// The claims whose history was asked for.
    pub asked: HashSet<Span>,
}

/// What a sync would share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// One's own files that differ from the last commit, below the desk.
    pub files: Vec<String>,
    /// What the clone's own settings and hooks would make git run, where that was not agreed to.
    pub programs: Vec<String>,
    /// Whether this is the first sync of this clone.
    pub is_first: bool,
}

/// What a sync did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// One's own files that were committed.
    pub committed: usize,
    /// How many files came, by person.
    pub received: BTreeMap<String, usize>,
    /// Whether something went out.
    pub pushed: bool,
}

/// What others did, and the commit up to which.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// What they did, the oldest first, each with its article where that is listed.
    pub events: Vec<(Option<ArticleId>, Event)>,
    /// The commit.
    pub head: Option<String>,
}
