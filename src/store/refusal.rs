//! Why a notebook is not read or not written, and what to do about it.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::format::ParseError;

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
    /// Whether it may be over in a moment: the file may be half written.
    pub(crate) const fn may_pass(&self) -> bool {
        matches!(self, Self::Broken(_) | Self::Unreadable(_))
    }

    /// Whether nothing of what the file says is known: a newer version's is read as far as it is
    /// understood.
    pub(crate) const fn hides(&self) -> bool {
        !matches!(self, Self::Newer(_))
    }

    /// What to do about it.
    pub(crate) fn hint(&self) -> &str {
        match self {
            Self::Broken(error) => &error.hint,
            Self::Newer(_) => "update claimdesk; until then the file is shown and not written",
            Self::Unreadable(_) => "see who may read the file and its folders",
            Self::Outside => "links inside `annotations/` must stay inside the desk",
        }
    }
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
    /// The file was there and is gone. Whether what it held is to be written back, a person
    /// must say: see [`super::notebook::NotebookFile::insist`].
    #[error("{} is gone", path.display())]
    Gone {
        /// The file.
        path: PathBuf,
    },
    /// The file held annotations and is empty: another program may be about to fill it.
    #[error("{} has become empty", path.display())]
    Emptied {
        /// The file.
        path: PathBuf,
    },
    /// A step of the save failed.
    #[error("cannot {step} {}: {source}", path.display())]
    Failed {
        /// What was tried.
        step: Step,
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// A step of a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Making the folder.
    MakeFolder,
    /// Locking the folder.
    Lock,
    /// Making the new version beside the old.
    Create,
    /// Writing it.
    Write,
    /// Seeing that it is on the disk.
    Flush,
    /// Putting it into the old one's place.
    Replace,
    /// Seeing that the folder is on the disk.
    FlushFolder,
}

/// To be read before the path.
impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::MakeFolder => "make the folder of",
            Self::Lock => "lock the folder of",
            Self::Create => "make a file beside",
            Self::Write => "write",
            Self::Flush => "flush",
            Self::Replace => "replace",
            Self::FlushFolder => "flush the folder of",
        })
    }
}

impl SaveError {
    /// What to do about it.
    pub fn hint(&self) -> &str {
        let kind = match self {
            Self::Refused { refusal, .. } => return refusal.hint(),
            Self::Gone { .. } => return "take it back from git or a copy, or remove it on purpose",
            Self::Emptied { .. } => {
                return "see which program writes it; `git checkout -- FILE` takes it back from git";
            }
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
    pub const fn is_transient(&self) -> bool {
        match self {
            Self::Failed { .. } | Self::Gone { .. } | Self::Emptied { .. } => true,
            Self::Refused { refusal, .. } => refusal.may_pass(),
        }
    }
}
