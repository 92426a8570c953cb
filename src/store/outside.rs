//! Files that a person asks for outside of the desk's own: reports and exports.

use std::fs;
use std::io;
use std::path::Path;

use super::desk::Desk;
use super::files::{Disk, Files as _};

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
    let mut file = Disk.create(&path)?;
    Disk.write(&mut file, text.as_bytes())?;
    Disk.sync(&file)?;
    Disk.replace(file, &path)
}

fn is_below(folder: &Path, own: &Path) -> bool {
    fs::canonicalize(own).is_ok_and(|own| folder.starts_with(own))
}
