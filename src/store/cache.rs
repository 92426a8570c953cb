//! What is kept between two runs to save time, in the user's own cache folder, never in the desk.
//! It may be gone, damaged or of another program at any time, and is then made anew.

use std::fs::{self, Metadata};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::core::annotation::BlobId;

/// The cache of one desk.
#[derive(Clone, Debug)]
pub struct Cache {
    path: PathBuf,
    /// Who writes and reads it, on what terms: another one's is as good as none.
    terms: String,
}

/// The length of a checksum, in bytes.
const SUM: usize = 40;
/// A file that changed so lately may change once more without its time telling.
const FRESH: Duration = Duration::from_secs(2);

impl Cache {
    /// The cache of the desk at `root`, kept below `folder`, for a program and settings that are
    /// told by `terms`.
    pub fn new(folder: &Path, root: &Path, terms: &str) -> Self {
        let name = BlobId::of(root.as_os_str().as_encoded_bytes()).0;
        let terms = format!("{}\n{terms}", program());
        Self { path: folder.join(format!("{name}.cache")), terms }
    }

    /// What was kept on these terms, whole.
    pub fn read(&self) -> Option<Vec<u8>> {
        let mut bytes = fs::read(&self.path).ok()?;
        let sum = bytes.split_off(bytes.len().checked_sub(SUM)?);
        (sum == self.sum(&bytes).as_bytes()).then_some(bytes)
    }

    /// Keeps this, whole or not at all.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        file.write_all(self.sum(bytes).as_bytes())?;
        file.persist(&self.path)?;
        Ok(())
    }

    fn sum(&self, bytes: &[u8]) -> String {
        let terms = BlobId::of(self.terms.as_bytes()).0;
        BlobId::of(&[terms.as_bytes(), bytes].concat()).0
    }
}

/// This program, so that no other reads what it wrote: its version says too little while it is built.
fn program() -> String {
    let path = std::env::current_exe().unwrap_or_default();
    let stamp = fs::metadata(&path).ok().map(|meta| (meta.len(), meta.modified().ok()));
    format!("{} {} {stamp:?}", env!("CARGO_PKG_VERSION"), path.display())
}

/// What tells a version of a file from others without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stat {
    /// Of its length, times and number.
    pub mark: u64,
    /// Whether it changed so lately that it may change once more without the mark telling.
    pub is_fresh: bool,
}

impl Stat {
    /// That of a file; none where there is none.
    pub fn of(path: &Path) -> Option<Self> {
        let meta = fs::symlink_metadata(path).ok()?;
        let mut hasher = DefaultHasher::new();
        (meta.len(), meta.is_file(), meta.modified().ok()).hash(&mut hasher);
        identify(&meta, &mut hasher);
        let age = SystemTime::now().duration_since(meta.modified().ok()?);
        Some(Self { mark: hasher.finish(), is_fresh: age.map_or(true, |age| age < FRESH) })
    }
}

/// A file that took another's place, with its length and time, is another.
#[cfg(unix)]
fn identify(meta: &Metadata, hasher: &mut DefaultHasher) {
    use std::os::unix::fs::MetadataExt as _;
    (meta.ino(), meta.ctime(), meta.ctime_nsec()).hash(hasher);
}

#[cfg(not(unix))]
fn identify(meta: &Metadata, hasher: &mut DefaultHasher) {
    meta.created().ok().hash(hasher);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_whole_and_on_the_same_terms_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let cache = |root: &str, terms: &str| {
            Cache::new(&folder.path().join("claimdesk"), Path::new(root), terms)
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
        let before = Stat::of(&one).unwrap();
        assert!(before.is_fresh);
        fs::write(&two, b"200").unwrap();
        let time = fs::metadata(&one).unwrap().modified().unwrap();
        fs::File::open(&two).unwrap().set_modified(time).unwrap();
        fs::rename(&two, &one).unwrap();
        assert_ne!(Stat::of(&one).unwrap().mark, before.mark);
        let long_ago = SystemTime::now() - Duration::from_hours(1);
        fs::File::open(&one).unwrap().set_modified(long_ago).unwrap();
        assert!(!Stat::of(&one).unwrap().is_fresh);
        assert_eq!(Stat::of(&two), None);
    }
}
