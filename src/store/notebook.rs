//! One notebook's file among other writers: load, merge, save.
//!
//! Before writing, the file is read again under a lock. If it is not what it
//! was, somebody else has written (another window, a script, `git pull`), and
//! what is written is the three-way merge of what both made of the version
//! last seen. The bytes go to a new file in the same folder, are flushed, and
//! take the old file's place in one step: after a crash at any moment the file
//! is whole, old or new.
//!
//! A file once made is never removed, even when its last annotation is: git
//! asks no merge driver where one side has deleted the file, and to find no
//! file then always means that somebody took it away, not that all was withdrawn.

use std::io;
use std::path::{Path, PathBuf};

use super::files::{Disk, Files, folder_of};
use super::format::{self, ParseError, Parsed, Repair, Sides, Style};
use crate::core::annotation::Notebook;
use crate::core::annotation::merge::{self, Notice};

/// A notebook's file and what it held when last seen.
#[derive(Clone, Debug)]
pub struct NotebookFile {
    /// The desk, which no link may lead out of.
    desk: PathBuf,
    path: PathBuf,
    ask: AskGit,
    seen: Seen,
}

/// How to ask git for the versions of a file in conflict, by its path. The store
/// calls no programs, so whoever opens a desk may say how.
pub type AskGit = fn(&Path) -> Option<Sides>;

/// The file when last seen.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// None: there was no file.
    bytes: Option<Vec<u8>>,
    notebook: Notebook,
    style: Style,
    repairs: Vec<Repair>,
    refusal: Option<Refusal>,
}

/// Why a notebook is read-only.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is no notebook, and nothing that can be mended without loss.
    #[error("{0}")]
    Broken(ParseError),
    /// A later version of claimdesk wrote it.
    #[error("it is in the newer format {0}")]
    Newer(String),
    /// It cannot be read.
    #[error("it cannot be read: {0}")]
    Unreadable(String),
    /// It would be outside the desk, through its name or a link.
    #[error("it would be outside the desk")]
    Outside,
}

impl Refusal {
    /// What to do about it.
    pub fn hint(&self) -> &str {
        match self {
            Self::Broken(error) => &error.hint,
            Self::Newer(_) => "update claimdesk; until then the file is shown and not written",
            Self::Unreadable(_) => "see who may read the file and its folders",
            Self::Outside => "links inside `annotations/` must stay inside the desk",
        }
    }
}

/// What a save came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// What stands on disk now: ours, and what others wrote meanwhile.
    pub notebook: Notebook,
    /// Whether others had written, so that `notebook` is not what was given.
    pub merged: bool,
    /// What the merge has to tell.
    pub notices: Vec<Notice>,
}

/// Why nothing was saved. The change is still in memory; trying again is safe.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The file must not be written.
    #[error("{} is not written: {refusal}", path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// Why.
        refusal: Refusal,
    },
    /// A step of the save failed.
    #[error("cannot {step} {}: {source}", path.display())]
    Failed {
        /// What was tried (`lock`, `write`, …), to be read before the path.
        step: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl SaveError {
    /// What to do about it.
    pub fn hint(&self) -> &str {
        let kind = match self {
            Self::Refused { refusal, .. } => return refusal.hint(),
            Self::Failed { source, .. } => source.kind(),
        };
        match kind {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room on the disk",
            io::ErrorKind::PermissionDenied => "see who may write to the folder",
            io::ErrorKind::ReadOnlyFilesystem => "save elsewhere, or make the file system writable",
            io::ErrorKind::WouldBlock => "another claimdesk is saving in this folder; try again",
            io::ErrorKind::InvalidFilename => {
                "shorten the name: it is too long for this file system"
            }
            _ => "see to the folder and the disk it is on",
        }
    }

    /// Whether trying again may help, once somebody has seen to the cause.
    pub fn is_transient(&self) -> bool {
        let refusal = match self {
            Self::Failed { .. } => return true,
            Self::Refused { refusal, .. } => refusal,
        };
        matches!(refusal, Refusal::Broken(_) | Refusal::Unreadable(_))
    }
}

impl NotebookFile {
    /// Reads a notebook. A file that is not there gives an empty one of this
    /// name and article; a file that cannot be used gives a [`Refusal`].
    pub fn load(desk: &Path, path: PathBuf, annotator: &str, article: &str, ask: AskGit) -> Self {
        let seen = Seen { notebook: blank(annotator, article), ..Seen::default() };
        let mut file = Self { desk: desk.to_owned(), path, ask, seen };
        file.reload();
        file
    }

    /// A notebook that has no place in the desk: the article's name leads outside.
    pub(super) fn misplaced(annotator: &str, article: &str) -> Self {
        let notebook = blank(annotator, article);
        let seen = Seen { notebook, refusal: Some(Refusal::Outside), ..Seen::default() };
        Self { desk: PathBuf::new(), path: PathBuf::new(), ask: |_| None, seen }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file as a person is told of it: its path below the desk.
    pub fn shown_path(&self) -> PathBuf {
        self.path.strip_prefix(&self.desk).unwrap_or(&self.path).to_owned()
    }

    /// What it held when last read or written: the base of the next merge.
    pub fn notebook(&self) -> &Notebook {
        &self.seen.notebook
    }

    /// Whether there was a file.
    pub fn exists(&self) -> bool {
        self.seen.bytes.is_some()
    }

    /// Why it is read-only; none where it may be written.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.seen.refusal.as_ref()
    }

    /// What was found damaged and is mended at the next save.
    pub fn repairs(&self) -> &[Repair] {
        &self.seen.repairs
    }

    /// Whether it is laid out as a save would.
    pub fn is_canonical(&self) -> bool {
        let written = || format::serialize(&self.seen.notebook, self.seen.style);
        self.seen.bytes.as_ref().is_none_or(|bytes| *bytes == written())
    }

    /// Writes what it holds, mended and in canonical layout.
    ///
    /// # Errors
    /// As for [`Self::save`].
    pub fn rewrite(&mut self) -> Result<Saved, SaveError> {
        let notebook = self.seen.notebook.clone();
        self.write(&Disk, &notebook, &notebook, true)
    }

    /// Reads the file again and forgets what it held. Whoever has changes that
    /// are not saved yet merges them, with the old [`Self::notebook`] as base.
    /// Gives whether anything is different.
    pub fn reload(&mut self) -> bool {
        let before = self.seen.clone();
        self.seen = match self.look(&Disk) {
            Ok(seen) => seen,
            Err(refusal) => Seen { refusal: Some(refusal), ..self.empty() },
        };
        self.seen.notebook != before.notebook || self.seen.refusal != before.refusal
    }

    /// Saves `ours`, which was made from `base`: what the caller was last given.
    ///
    /// The caller says so because saves may be on their way: what was merged in by
    /// the one before is not in `ours` yet, and must not look as if removed.
    ///
    /// # Errors
    /// Where nothing was written. The file is as it was, old and whole.
    pub fn save(&mut self, base: &Notebook, ours: &Notebook) -> Result<Saved, SaveError> {
        self.save_with(&Disk, base, ours)
    }

    /// Saves over a file system of the caller's.
    ///
    /// # Errors
    /// As for [`Self::save`].
    pub fn save_with(
        &mut self,
        files: &impl Files,
        base: &Notebook,
        ours: &Notebook,
    ) -> Result<Saved, SaveError> {
        self.write(files, base, ours, false)
    }

    fn write(
        &mut self,
        files: &impl Files,
        base: &Notebook,
        ours: &Notebook,
        anew: bool,
    ) -> Result<Saved, SaveError> {
        if self.seen.refusal.as_ref().is_some_and(|r| *r == Refusal::Outside) {
            return Err(self.refused(Refusal::Outside));
        }
        let path = self.target().map_err(|refusal| self.refused(refusal))?;
        let folder = folder_of(&path).to_owned();
        let failed = |step| {
            let path = self.shown_path();
            move |source| SaveError::Failed { step, path, source }
        };
        files.make_folder(&folder).map_err(failed("make the folder of"))?;
        let _lock = files.lock(&folder).map_err(failed("lock the folder of"))?;
        let now = match self.look(files) {
            Ok(Seen { refusal: Some(refusal), .. }) | Err(refusal) => {
                return Err(self.refused(refusal));
            }
            Ok(now) => now,
        };
        let saved = self.merge(&now, base, ours);
        let unchanged = !anew && now.repairs.is_empty() && now.notebook == saved.notebook;
        let bytes = match &now.bytes {
            Some(bytes) if unchanged => bytes.clone(), // as its author laid it out
            _ => format::serialize(&saved.notebook, now.style),
        };
        if now.bytes.as_ref() != Some(&bytes) {
            let mut file = files.create(&path).map_err(failed("make a file beside"))?;
            files.write(&mut file, &bytes).map_err(failed("write"))?;
            files.sync(&file).map_err(failed("flush"))?;
            files.replace(file, &path).map_err(failed("replace"))?;
        }
        files.sync_folder(&folder).map_err(failed("flush the folder of"))?;
        self.seen = Seen {
            bytes: Some(bytes),
            notebook: saved.notebook.clone(),
            style: now.style,
            ..Seen::default()
        };
        Ok(saved)
    }

    /// What is to stand on disk, given what stands there now.
    fn merge(&self, now: &Seen, base: &Notebook, ours: &Notebook) -> Saved {
        // A file that is gone was taken away whole (see above): it comes back.
        let disk = if now.bytes.is_some() { &now.notebook } else { &self.seen.notebook };
        let merged = merge::merge(base, ours, disk);
        Saved {
            merged: merged.notebook != *ours,
            notebook: merged.notebook,
            notices: merged.notices,
        }
    }

    /// Reads the file as it is now.
    fn look(&self, files: &impl Files) -> Result<Seen, Refusal> {
        let path = self.target()?;
        let bytes = files.read(&path).map_err(|e| Refusal::Unreadable(e.to_string()))?;
        let Some(bytes) = bytes else { return Ok(self.empty()) };
        let Seen { refusal, repairs, .. } = &self.seen;
        if self.seen.bytes.as_ref() == Some(&bytes) && refusal.is_none() && repairs.is_empty() {
            return Ok(self.seen.clone());
        }
        let Parsed { mut notebook, repairs, newer, style } =
            format::parse_with(&bytes, &|| (self.ask)(&path)).map_err(Refusal::Broken)?;
        if notebook.article.is_empty() && notebook.annotator.is_empty() {
            notebook.article.clone_from(&self.seen.notebook.article);
            notebook.annotator.clone_from(&self.seen.notebook.annotator);
        }
        let refusal = newer.map(Refusal::Newer);
        Ok(Seen { bytes: Some(bytes), notebook, style, repairs, refusal })
    }

    fn empty(&self) -> Seen {
        let notebook = blank(&self.seen.notebook.annotator, &self.seen.notebook.article);
        Seen { notebook, ..Seen::default() }
    }

    /// Where the bytes are: the path itself, or where its links lead inside the desk.
    fn target(&self) -> Result<PathBuf, Refusal> {
        let mut existing = self.path.as_path();
        let mut rest = Vec::new();
        // A link is there even where it leads nowhere: it would be written through.
        while std::fs::symlink_metadata(existing).is_err() {
            let (Some(parent), Some(name)) = (existing.parent(), existing.file_name()) else {
                return Err(Refusal::Outside);
            };
            rest.push(name);
            existing = parent;
        }
        let real = std::fs::canonicalize(existing).map_err(|_| Refusal::Outside)?;
        let real = rest.iter().rev().fold(real, |path, part| path.join(part));
        if real.starts_with(&self.desk) { Ok(real) } else { Err(Refusal::Outside) }
    }

    fn refused(&self, refusal: Refusal) -> SaveError {
        SaveError::Refused { path: self.shown_path(), refusal }
    }
}

fn blank(annotator: &str, article: &str) -> Notebook {
    Notebook { article: article.to_owned(), annotator: annotator.to_owned(), ..Notebook::default() }
}
