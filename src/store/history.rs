//! What version control knows of a desk's files. The store calls no programs:
//! whoever opens a desk says how to ask.

use std::fmt;
use std::path::Path;

use super::format::Sides;

/// Whether somebody is replacing files of the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Activity {
    /// Nobody is.
    #[default]
    Resting,
    /// A merge, rebase or the like waits for a person to go on.
    Paused,
    /// Files are being replaced, or were less than a second ago.
    Working,
}

/// A moment in the life of a repository.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// What is going on.
    pub activity: Activity,
    /// Another number after anything that may have replaced files.
    pub mark: u64,
}

/// Version control, as far as a notebook's file needs it.
pub trait History: fmt::Debug + Send + Sync {
    /// The versions of a file in conflict.
    fn sides(&self, path: &Path) -> Option<Sides>;

    /// The present moment. It is asked before each look at a file, so it must cost next to nothing.
    fn moment(&self) -> Moment;

    /// The commit that the files stand on.
    fn commit(&self) -> Option<String>;

    /// What a file held wherever a committed version of it may be found after git has replaced
    /// it: in `commit` first, then where HEAD was before, in HEAD, and in the index.
    fn versions(&self, commit: Option<&str>, path: &Path) -> Vec<Option<Vec<u8>>>;

    /// Whether HEAD or the index has a file.
    fn has(&self, path: &Path) -> bool;
}

/// A desk without version control.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Untracked;

impl History for Untracked {
    fn sides(&self, _: &Path) -> Option<Sides> {
        None
    }

    fn moment(&self) -> Moment {
        Moment::default()
    }

    fn commit(&self) -> Option<String> {
        None
    }

    fn versions(&self, _: Option<&str>, _: &Path) -> Vec<Option<Vec<u8>>> {
        Vec::new()
    }

    fn has(&self, _: &Path) -> bool {
        false
    }
}
