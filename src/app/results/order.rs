//! What is asked for, where to, and how far it is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::config::Config;
use crate::core::annotation::VerdictId;
use crate::desk::Library;
use crate::exchange::{Gap, Missing};

/// What is to be written.
pub(crate) struct Order<'a> {
    /// The desk.
    pub library: &'a Library,
    /// Its labels, rules and publisher.
    pub config: &'a Config,
    /// Whose decisions: folders.
    pub folders: &'a [String],
    /// Which articles, by name.
    pub articles: Vec<String>,
    /// Only what was said since then.
    pub since: Option<Timestamp>,
    /// Whether what other articles say is wanted, too.
    pub crosscheck: bool,
}

/// Where it is to be written.
pub(crate) struct Place<'a> {
    /// The file; a folder where `is_folder`.
    pub path: &'a Path,
    /// Whether there are several files.
    pub is_folder: bool,
    /// The main file in the folder.
    pub main: &'a str,
}

/// Why nothing was written.
#[derive(Debug)]
pub(crate) enum Stopped {
    /// What the format requires is not known.
    Missing(Vec<Missing>),
    /// A file cannot be written.
    Unwritten(PathBuf, std::io::Error),
    /// The person has had enough.
    Cancelled,
}

/// What was written.
#[derive(Debug, Default)]
pub(crate) struct Written {
    /// How many decided claims are in it.
    pub claims: usize,
    /// How many are not: the format takes none with their verdict, or without a common one.
    pub aside: usize,
    /// Verdicts that the desk does not know, by article.
    pub unknown: BTreeSet<(String, VerdictId)>,
    /// Articles and notebooks that could not be read, or not wholly.
    pub gaps: Vec<Gap>,
}

impl Written {
    /// What is not in it.
    pub(crate) fn left_out(&self) -> impl Iterator<Item = &Gap> {
        self.gaps.iter().filter(|gap| gap.is_left_out)
    }
}

/// Hears how far the writing is; says whether to go on.
pub(crate) type Progress<'a> = &'a mut dyn FnMut(usize, usize) -> bool;

/// How far it is: each article is a step, and with other articles' words each of the desk before.
pub(super) struct Steps<'a> {
    done: usize,
    pub(super) all: usize,
    progress: Progress<'a>,
}

impl<'a> Steps<'a> {
    pub(super) fn of(all: usize, progress: Progress<'a>) -> Self {
        Self { done: 0, all, progress }
    }

    /// Hears that nothing is done yet.
    pub(super) fn begin(&mut self) -> Result<(), Stopped> {
        self.tell()
    }

    pub(super) fn step(&mut self) -> Result<(), Stopped> {
        self.done += 1;
        self.tell()
    }

    fn tell(&mut self) -> Result<(), Stopped> {
        if (self.progress)(self.done, self.all) { Ok(()) } else { Err(Stopped::Cancelled) }
    }
}
