//! Files that a person asks for outside of the desk's own: reports and exports.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::desk::Desk;
use super::files::{Disk, Files as _};

/// A file that is written part by part, and stands under its name once it is whole; until then,
/// what was there stays.
#[derive(Debug)]
pub(crate) struct Growing {
    file: NamedTempFile,
    path: PathBuf,
}

impl Growing {
    /// Begins a file; folders are made.
    ///
    /// # Errors
    /// What the system says; that the place is one of the desk's own folders, where
    /// only articles and decisions stand.
    pub(crate) fn begin(desk: &Desk, path: &Path) -> io::Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let folder = fs::canonicalize(folder)?;
        let name = path.file_name().ok_or_else(|| io::Error::other("it names no file"))?;
        let path = folder.join(name);
        // In a plain folder the articles stand beside everything else: only they are kept safe.
        let is_article =
            desk.is_flat() && path.exists() && path.extension().is_some_and(|e| e == "txt");
        let own = [desk.annotations(), desk.seeds()];
        let own = &own[..if desk.is_flat() { 1 } else { 2 }];
        if is_article || own.iter().any(|own| is_below(&folder, own)) {
            return Err(io::Error::other("that place is for articles and decisions; name another"));
        }
        Ok(Self { file: Disk.create(&path)?, path })
    }

    /// Adds to it.
    ///
    /// # Errors
    /// What the system says.
    pub(crate) fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        Disk.write(&mut self.file, bytes)
    }

    /// Puts it in its place. Nothing waits for the medium: what was made of a desk can be made again.
    ///
    /// # Errors
    /// What the system says.
    pub(crate) fn finish(self) -> io::Result<()> {
        Disk.replace(self.file, &self.path)
    }
}

/// Writes a file as a whole, or leaves what was there.
///
/// # Errors
/// As for [`Growing::begin`].
pub(crate) fn write(desk: &Desk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = Growing::begin(desk, path)?;
    file.append(bytes)?;
    file.finish()
}

fn is_below(folder: &Path, own: &Path) -> bool {
    fs::canonicalize(own).is_ok_and(|own| folder.starts_with(own))
}
