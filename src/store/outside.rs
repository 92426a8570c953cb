//! Files that a person asks for outside of the desk's own: reports and exports.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use super::desk::Desk;

/// Writes a file as a whole, or leaves what was there; folders are made.
///
/// # Errors
/// What the system says; that the place is one of the desk's own folders, where
/// only articles and decisions stand.
pub fn write(desk: &Desk, path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let folder = fs::canonicalize(folder)?;
    if [desk.seeds(), desk.annotations()].iter().any(|own| is_below(&folder, own)) {
        return Err(io::Error::other("that folder is for articles and decisions; name another"));
    }
    let mut file = tempfile::NamedTempFile::new_in(&folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    let name = path.file_name().ok_or_else(|| io::Error::other("it names no file"))?;
    file.persist(folder.join(name)).map_err(|error| error.error)?;
    Ok(())
}

fn is_below(folder: &Path, own: &Path) -> bool {
    fs::canonicalize(own).is_ok_and(|own| folder.starts_with(own))
}
