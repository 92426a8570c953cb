//! The few things a save asks of the file system, as a trait: tests put a
//! faulty disk in its place and fail every step in turn.

use std::fs::{self, File, Permissions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

/// How files of ours that nobody should see begin; `check` clears what a crash left.
pub(super) const TEMP_PREFIX: &str = ".claimdesk-";

/// The longest notebook that is read, in bytes. A verdict takes about 500.
const LONGEST: u64 = 64 << 20;

/// How long to wait for other writers. Each needs milliseconds, but on a busy disk a flush takes
/// a second, and who waits is not served in order.
const PATIENCE: Duration = Duration::from_secs(10);

/// The file system, step by step.
pub trait Files {
    /// Makes a folder and those above it.
    ///
    /// # Errors
    /// What the system says.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;

    /// Keeps other writers of this folder away until the lock is dropped. None
    /// where the file system has no locks.
    ///
    /// # Errors
    /// `WouldBlock` where another writer does not let go.
    fn lock(&self, folder: &Path) -> io::Result<Option<File>>;

    /// A file's bytes; none where there is no file.
    ///
    /// # Errors
    /// What the system says.
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>>;

    /// A new file beside `path`, with its permissions where it exists.
    ///
    /// # Errors
    /// What the system says.
    fn create(&self, path: &Path) -> io::Result<NamedTempFile>;

    /// Writes all bytes into a new file.
    ///
    /// # Errors
    /// What the system says.
    fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()>;

    /// Waits until a new file's bytes are on the medium.
    ///
    /// # Errors
    /// What the system says.
    fn sync(&self, file: &NamedTempFile) -> io::Result<()>;

    /// Puts a new file in the place of `path`, at once and whole.
    ///
    /// # Errors
    /// What the system says.
    fn replace(&self, file: NamedTempFile, path: &Path) -> io::Result<()>;

    /// Waits until a folder's names are on the medium.
    ///
    /// # Errors
    /// What the system says.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// The real file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Files for Disk {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn lock(&self, folder: &Path) -> io::Result<Option<File>> {
        let Some(file) = lock_target(folder) else { return Ok(None) };
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Some(file)),
                Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(3));
                }
                Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::WouldBlock.into()),
                // Some network and FUSE file systems have no locks. Reading again
                // just before writing then leaves a gap of microseconds.
                Err(TryLockError::Error(_)) => return Ok(None),
            }
        }
    }

    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        for candidate in [path, &aside(path)] {
            // Asked before opening: opening a pipe waits for a writer.
            match fs::metadata(candidate) {
                Ok(meta) if meta.len() > LONGEST => return Err(too_long()),
                Ok(meta) if meta.is_file() => {
                    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0));
                    // It may grow while it is read.
                    File::open(candidate)?.take(LONGEST + 1).read_to_end(&mut bytes)?;
                    let is_whole = bytes.len() as u64 <= LONGEST;
                    return if is_whole { Ok(Some(bytes)) } else { Err(too_long()) };
                }
                Ok(_) => return Err(io::Error::other("not a plain file")),
                Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                Err(e) => return Err(e),
            }
        }
        Ok(None)
    }

    fn create(&self, path: &Path) -> io::Result<NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(TEMP_PREFIX).suffix(".tmp");
        let kept = fs::metadata(path).map(|m| m.permissions()).ok();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // As any program makes its files: the umask decides.
            builder.permissions(Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(folder_of(path))?;
        if let Some(permissions) = kept {
            keep_permissions(&file, permissions)?;
        }
        Ok(file)
    }

    fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&self, file: &NamedTempFile) -> io::Result<()> {
        file.as_file().sync_all()
    }

    fn replace(&self, file: NamedTempFile, path: &Path) -> io::Result<()> {
        match file.persist(path) {
            Ok(_) => Ok(()),
            Err(e) if e.error.kind() == io::ErrorKind::AlreadyExists => replace_aside(e.file, path),
            Err(e) => Err(e.error),
        }
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(windows) {
            return Ok(()); // folders cannot be opened there
        }
        match File::open(folder)?.sync_all() {
            // Not every file system can; then it has nothing to wait for either.
            Err(e)
                if matches!(e.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
            {
                Ok(())
            }
            result => result,
        }
    }
}

fn too_long() -> io::Error {
    io::Error::other("it is larger than 64 MB")
}

/// The folder a file stands in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
}

/// Replaces a file where the file system cannot rename over one: the old file steps
/// aside first. At every moment one whole version stands under a name that
/// [`Disk::read`] looks at.
fn replace_aside(file: NamedTempFile, path: &Path) -> io::Result<()> {
    let aside = aside(path);
    match fs::remove_file(&aside) {
        // A crash left it behind; `path` is the newer one.
        Ok(()) => {}
        Err(e) if e.kind() == io::ErrorKind::NotFound => {}
        Err(e) => return Err(e),
    }
    fs::rename(path, &aside)?;
    if let Err(e) = file.persist_noclobber(path) {
        fs::rename(&aside, path)?;
        return Err(e.error);
    }
    fs::remove_file(&aside)
}

/// Where a file waits while it is replaced without rename-over.
pub(super) fn aside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(TEMP_PREFIX);
    name.push(path.file_name().unwrap_or_default());
    name.push(".old");
    path.with_file_name(name)
}

/// What is locked: the folder itself where it can be opened, so that no lock file
/// lies about for git to see; else a hidden file in it.
fn lock_target(folder: &Path) -> Option<File> {
    if cfg!(windows) {
        return File::create(folder.join(format!("{TEMP_PREFIX}lock"))).ok();
    }
    File::open(folder).ok()
}

fn keep_permissions(file: &NamedTempFile, permissions: Permissions) -> io::Result<()> {
    file.as_file().set_permissions(permissions)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(folder: &Path, text: &str) -> NamedTempFile {
        let mut file = Disk.create(&folder.join("a.json")).unwrap();
        Disk.write(&mut file, text.as_bytes()).unwrap();
        file
    }

    #[test]
    fn without_rename_over_a_whole_version_stands_at_every_moment() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.json");
        let read = || Disk.read(&path).unwrap().unwrap();
        fs::write(&path, "one").unwrap();
        replace_aside(new(dir.path(), "two"), &path).unwrap();
        assert_eq!(read(), b"two");
        // Killed after the first step: the old version is found aside.
        fs::rename(&path, aside(&path)).unwrap();
        assert_eq!(read(), b"two");
        // Killed before the last: the new one counts, and the next save is not in its way.
        fs::write(&path, "three").unwrap();
        assert_eq!(read(), b"three");
        replace_aside(new(dir.path(), "four"), &path).unwrap();
        assert_eq!(read(), b"four");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
