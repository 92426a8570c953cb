//! Preparing a desk: folders and files are made where there are none, and
//! nothing that exists is changed beyond lines added at its end. What a link leads to outside
//! the desk, and what is no plain file, is left alone and said.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::inside;

/// What became of one folder or file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// It was made.
    Made,
    /// Lines were added to it.
    Added,
    /// It was there and is left as it was.
    Kept,
}

/// Makes a folder of the desk in `root`; `name` is its path below.
///
/// # Errors
/// What the system says, or that a link leads out of the desk.
pub(crate) fn folder(root: &Path, name: &str) -> io::Result<Step> {
    fs::create_dir_all(root)?;
    let path = inside::target(&fs::canonicalize(root)?, &root.join(name))?;
    if path.is_dir() {
        return Ok(Step::Kept);
    }
    fs::create_dir_all(path).map(|()| Step::Made)
}

/// Removes a folder that was just made, with all that is in it.
///
/// # Errors
/// What the system says.
pub(crate) fn discard(folder: &Path) -> io::Result<()> {
    fs::remove_dir_all(folder)
}

/// A folder that goes away with the value.
///
/// # Errors
/// What the system says.
pub(crate) fn scratch() -> io::Result<tempfile::TempDir> {
    tempfile::Builder::new().prefix("claimdesk-").tempdir()
}

/// The same with these files in it, by their paths below; none of them leads out of it.
///
/// # Errors
/// What the system says.
pub(crate) fn scratch_with(
    files: impl IntoIterator<Item = (PathBuf, Vec<u8>)>,
) -> io::Result<tempfile::TempDir> {
    let folder = scratch()?;
    for (name, bytes) in files {
        let path = inside::target(&fs::canonicalize(folder.path())?, &folder.path().join(name))?;
        fs::create_dir_all(path.parent().unwrap_or(folder.path()))?;
        fs::write(path, bytes)?;
    }
    Ok(folder)
}

/// Makes a file of the desk in `root`.
///
/// # Errors
/// What the system says.
pub(crate) fn file(root: &Path, name: &str, contents: &str) -> io::Result<Step> {
    // Made anew or not at all: nothing is written through a link.
    match OpenOptions::new().write(true).create_new(true).open(root.join(name)) {
        Ok(mut file) => file.write_all(contents.as_bytes()).map(|()| Step::Made),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Ok(Step::Kept),
        Err(e) => Err(e),
    }
}

/// Sees to it that a file of the desk in `root` has these lines.
///
/// # Errors
/// What the system says, or that it is no plain file of the desk.
pub(crate) fn lines(root: &Path, name: &str, lines: &[String]) -> io::Result<Step> {
    let path = inside::target(&fs::canonicalize(root)?, &root.join(name))?;
    // Asked before opening: opening a pipe waits for a writer.
    let old = match fs::metadata(&path) {
        Ok(meta) if !meta.is_file() => return Err(io::Error::other("it is not a plain file")),
        Ok(meta) if meta.len() > LONGEST => return Err(io::Error::other("it is larger than 1 MB")),
        Ok(_) => Some(fs::read_to_string(&path)?),
        Err(e) if e.kind() == io::ErrorKind::NotFound => None,
        Err(e) => return Err(e),
    };
    let has = |line: &str| old.iter().flat_map(|o| o.lines()).any(|l| l.trim() == line);
    let missing: Vec<_> = lines.iter().map(String::as_str).filter(|line| !has(line)).collect();
    if missing.is_empty() {
        return Ok(Step::Kept);
    }
    let unfinished = old.as_ref().is_some_and(|o| !o.is_empty() && !o.ends_with('\n'));
    let text = format!("{}{}\n", if unfinished { "\n" } else { "" }, missing.join("\n"));
    OpenOptions::new().append(true).create(true).open(&path)?.write_all(text.as_bytes())?;
    Ok(if old.is_some() { Step::Added } else { Step::Made })
}

/// Sees to it that this line is the last of a table of a file, where of several that fit the last
/// counts, and that no other has its key: a roster is edited by lines, so that what people wrote
/// around it stays.
///
/// # Errors
/// What the system says, or that it is no plain file of the desk.
pub(crate) fn entry(root: &Path, name: &str, table: &str, key: &str, line: &str) -> io::Result<()> {
    let path = inside::target(&fs::canonicalize(root)?, &root.join(name))?;
    let old = match fs::metadata(&path) {
        Ok(meta) if !meta.is_file() => return Err(io::Error::other("it is not a plain file")),
        Ok(meta) if meta.len() > LONGEST => return Err(io::Error::other("it is larger than 1 MB")),
        Ok(_) => fs::read_to_string(&path)?,
        Err(e) if e.kind() == io::ErrorKind::NotFound => String::new(),
        Err(e) => return Err(e),
    };
    let mut lines: Vec<&str> = old.lines().collect();
    match lines.iter().position(|l| l.trim() == table) {
        None => {
            lines.extend(lines.last().is_some_and(|last| !last.is_empty()).then_some(""));
            lines.extend([table, line]);
        }
        Some(head) => {
            let end = lines[head + 1..].iter().position(|l| l.trim_start().starts_with('['));
            let end = end.map_or(lines.len(), |at| head + 1 + at);
            let is_same = |l: &str| {
                l.trim_start()
                    .strip_prefix(key)
                    .is_some_and(|rest| rest.trim_start().starts_with('='))
            };
            let mut own: Vec<&str> = lines[head + 1..end].to_vec();
            own.retain(|l| !is_same(l));
            // Behind it, what may belong to the next table stays with that.
            let is_entry = |l: &&str| !l.trim().is_empty() && !l.trim_start().starts_with('#');
            let at = own.iter().rposition(is_entry).map_or(0, |last| last + 1);
            own.insert(at, line);
            lines.splice(head + 1..end, own);
        }
    }
    let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(root))?;
    file.write_all((lines.join("\n") + "\n").as_bytes())?;
    if let Ok(meta) = fs::metadata(&path) {
        file.as_file().set_permissions(meta.permissions())?;
    }
    file.persist(&path)?;
    Ok(())
}

/// The longest file that lines are added to, in bytes.
const LONGEST: u64 = 1 << 20;
