//! Looking at a folder by the paths of its files, and at its names each time: not every system tells
//! with a folder that a name in it came or went.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::super::cache::Stat;
use super::{Entry, Mark, UNSURE};

/// A folder.
pub(super) struct Opened(PathBuf);

impl Opened {
    /// None where there is no folder. A link to one is followed only where that is asked for.
    pub(super) fn at(path: &Path, follow: bool) -> Option<Self> {
        let meta = if follow { fs::metadata(path) } else { fs::symlink_metadata(path) };
        meta.is_ok_and(|meta| meta.is_dir()).then(|| Self(path.to_owned()))
    }

    /// What tells this version of its names.
    pub(super) const fn mark(&self, _now: Timestamp) -> Mark {
        UNSURE
    }

    /// What tells the version of a file in it, whose name ends with a NUL.
    pub(super) fn mark_of(&self, name: &str, now: Timestamp) -> Mark {
        let stat = Stat::of(&self.0.join(name.trim_end_matches('\0')), now);
        stat.filter(|stat| !stat.is_fresh).map_or(UNSURE, |stat| stat.mark)
    }

    /// What is in it; none where that cannot be told.
    pub(super) fn entries(&self) -> Option<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(&self.0).ok()? {
            let entry = entry.ok()?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let is_folder = entry.file_type().ok()?.is_dir();
            entries.push(Entry { name: name + "\0", is_folder });
        }
        Some(entries)
    }
}
