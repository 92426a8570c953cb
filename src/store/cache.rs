//! What is kept between two runs to save time, in the user's own cache folder, never in the desk.
//! It may be gone, damaged or of another program at any time, and is then made anew.

use std::fs::{self, Metadata};
use std::hash::{Hash as _, Hasher as _};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rustc_hash::FxHasher;

use crate::core::annotation::BlobId;

/// Something that is kept of a desk.
#[derive(Clone, Debug)]
pub(crate) struct Cache {
    path: PathBuf,
    /// The program and the settings it was made with: on other terms it is as good as none.
    terms: String,
}

/// The length of what stands behind what is kept, in bytes: the terms and a checksum.
const SEAL: usize = 44;
/// A file that changed so many seconds ago may change once more without its time telling.
const FRESH: i64 = 2;

impl Cache {
    /// What is kept of the desk at `root`, below `folder`, under a name of its own (`what`), on these terms.
    pub(crate) fn of(folder: &Path, root: &Path, what: &str, terms: &str) -> Self {
        let name = BlobId::of(root.as_os_str().as_encoded_bytes()).0;
        Self { path: folder.join(format!("{name}.{what}")), terms: terms.to_owned() }
    }

    /// What was kept on these terms, whole.
    pub(crate) fn read(&self) -> Option<Vec<u8>> {
        let mut bytes = fs::read(&self.path).ok()?;
        let seal = bytes.split_off(bytes.len().checked_sub(SEAL)?);
        (seal == self.seal(&bytes)).then_some(bytes)
    }

    /// Keeps this, whole or not at all.
    ///
    /// # Errors
    /// What the system says.
    pub(crate) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        file.write_all(&self.seal(bytes))?;
        file.persist(&self.path)?;
        Ok(())
    }

    /// The terms, and a checksum against damage; not against malice, since the folder is the user's own.
    fn seal(&self, bytes: &[u8]) -> Vec<u8> {
        let mut seal = BlobId::of(self.terms.as_bytes()).0.into_bytes();
        seal.extend(crc32fast::hash(bytes).to_le_bytes());
        seal
    }
}

/// What tells a version of a file from others without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stat {
    /// Of its length, times and number.
    pub mark: u64,
    /// Whether it may change without the mark telling: it just changed, or is a link.
    pub is_fresh: bool,
}

/// What the system says of a file.
#[derive(Clone, Copy, Debug, Hash)]
pub(super) struct Told {
    pub(super) len: u64,
    pub(super) is_file: bool,
    /// Its number, which a file that takes its place does not have.
    pub(super) number: u64,
    /// When its text changed, in seconds and nanoseconds.
    pub(super) modified: (i64, i64),
    /// When anything of it changed, which no program can set back.
    pub(super) changed: (i64, i64),
}

impl Stat {
    /// That of a file at this moment; none where there is none.
    pub(crate) fn of(path: &Path, now: Timestamp) -> Option<Self> {
        Some(Self::told(&Told::of(&fs::symlink_metadata(path).ok()?)?, now))
    }

    /// That of a file of which the system says this.
    pub(super) fn told(told: &Told, now: Timestamp) -> Self {
        // A fast one: a hundred thousand files are asked while a person waits.
        let mut hasher = FxHasher::default();
        told.hash(&mut hasher);
        // What a link leads to changes without it.
        let is_fresh = !told.is_file || now.as_second() - told.changed.0 <= FRESH;
        Self { mark: hasher.finish(), is_fresh }
    }
}

impl Told {
    #[cfg(unix)]
    fn of(meta: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        Some(Self {
            len: meta.len(),
            is_file: meta.is_file(),
            number: meta.ino(),
            modified: (meta.mtime(), meta.mtime_nsec()),
            changed: (meta.ctime(), meta.ctime_nsec()),
        })
    }

    /// The time when it was made stands for its number.
    #[cfg(not(unix))]
    fn of(meta: &Metadata) -> Option<Self> {
        let modified = Timestamp::try_from(meta.modified().ok()?).ok()?;
        let modified = (modified.as_second(), modified.subsec_nanosecond().into());
        let created = meta.created().ok().and_then(|time| Timestamp::try_from(time).ok());
        let number = created.map_or(0, |created| created.as_nanosecond() as u64);
        Some(Self { len: meta.len(), is_file: meta.is_file(), number, modified, changed: modified })
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    #[test]
    fn only_what_is_whole_and_on_the_same_terms_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let cache = |root: &str, terms: &str| {
            Cache::of(&folder.path().join("claimdesk"), Path::new(root), "cache", terms)
        };
        let kept = cache("/desk", "a");
        assert_eq!(kept.read(), None);
        kept.write(b"what was read").unwrap();
        assert_eq!(kept.read().unwrap(), b"what was read");
        assert_eq!(cache("/desk", "b").read(), None);
        assert_eq!(cache("/other", "a").read(), None);
        let whole = fs::read(&kept.path).unwrap();
        for damage in [&whole[..whole.len() - 1], &whole[1..], b"", b"x"] {
            fs::write(&kept.path, damage).unwrap();
            assert_eq!(kept.read(), None);
        }
        let mut other = whole.clone();
        other[3] ^= 1;
        fs::write(&kept.path, other).unwrap();
        assert_eq!(kept.read(), None);
    }

    #[test]
    fn a_file_that_took_anothers_place_is_another() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (folder.path().join("one"), folder.path().join("two"));
        fs::write(&one, b"300").unwrap();
        let changed = fs::metadata(&one).unwrap().modified().unwrap();
        let now = Timestamp::try_from(changed).unwrap();
        let before = Stat::of(&one, now).unwrap();
        assert!(before.is_fresh);
        let later = Stat::of(&one, now + SignedDuration::from_secs(3)).unwrap();
        assert_eq!(later, Stat { is_fresh: false, ..before });
        fs::write(&two, b"200").unwrap();
        fs::File::options().append(true).open(&two).unwrap().set_modified(changed).unwrap();
        fs::rename(&two, &one).unwrap();
        assert_ne!(Stat::of(&one, now).unwrap().mark, before.mark);
        assert_eq!(Stat::of(&two, now), None);
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&one, &two).unwrap();
            let later = now + SignedDuration::from_hours(1);
            assert!(Stat::of(&two, later).unwrap().is_fresh);
        }
    }
}
