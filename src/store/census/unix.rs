//! Looking at a folder without leaving it: the system resolves the path to it once.

use std::ffi::CStr;
use std::path::Path;

use jiff::Timestamp;
use rustix::fd::OwnedFd;
use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags, fstat, open, statat};

use super::super::cache::{Stat, Told};
use super::{Entry, Mark, UNSURE};

/// An opened folder.
pub(super) struct Opened(OwnedFd);

impl Opened {
    /// None where there is no folder. A link to one is followed only where that is asked for.
    pub(super) fn at(path: &Path, follow: bool) -> Option<Self> {
        let mut flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        flags.set(OFlags::NOFOLLOW, !follow);
        Some(Self(open(path, flags, Mode::empty()).ok()?))
    }

    /// What tells this version of its names.
    pub(super) fn mark(&self, now: Timestamp) -> Mark {
        fstat(&self.0).map_or(UNSURE, |stat| mark(&stat, FileType::Directory, now))
    }

    /// What tells the version of a file in it, whose name ends with a NUL.
    pub(super) fn mark_of(&self, name: &str, now: Timestamp) -> Mark {
        let name = CStr::from_bytes_with_nul(name.as_bytes());
        let stat = name.ok().and_then(|name| statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW).ok());
        stat.map_or(UNSURE, |stat| mark(&stat, FileType::RegularFile, now))
    }

    /// What is in it; none where that cannot be told. Names that are not UTF-8 are no articles and
    /// no notebooks.
    pub(super) fn entries(&self) -> Option<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in Dir::read_from(&self.0).ok()? {
            let entry = entry.ok()?;
            let Ok(name) = str::from_utf8(entry.file_name().to_bytes_with_nul()) else { continue };
            let is_folder = match entry.file_type() {
                FileType::Unknown => self.is_folder(entry.file_name()),
                kind => kind == FileType::Directory,
            };
            entries.push(Entry { name: name.to_owned(), is_folder });
        }
        Some(entries)
    }

    /// Some file systems do not tell it with the names.
    fn is_folder(&self, name: &CStr) -> bool {
        let stat = statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW);
        stat.is_ok_and(|stat| FileType::from_raw_mode(stat.st_mode) == FileType::Directory)
    }
}

fn mark(stat: &rustix::fs::Stat, kind: FileType, now: Timestamp) -> Mark {
    let told = Told {
        len: stat.st_size as u64,
        is_file: FileType::from_raw_mode(stat.st_mode) == kind,
        number: stat.st_ino,
        modified: (stat.st_mtime, stat.st_mtime_nsec as i64),
        changed: (stat.st_ctime, stat.st_ctime_nsec as i64),
    };
    let stat = Stat::told(&told, now);
    if stat.is_fresh { UNSURE } else { stat.mark }
}
