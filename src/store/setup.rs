//! Preparing a desk: folders and files are made where there are none, and
//! nothing that exists is changed beyond lines added at its end.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// What became of one folder or file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It was made.
    Made,
    /// Lines were added to it.
    Added,
    /// It was there and is left as it was.
    Kept,
}

/// Makes a folder.
///
/// # Errors
/// What the system says.
pub fn folder(path: &Path) -> io::Result<Step> {
    if path.is_dir() {
        return Ok(Step::Kept);
    }
    fs::create_dir_all(path).map(|()| Step::Made)
}

/// A folder that goes away with the value.
///
/// # Errors
/// What the system says.
pub fn scratch() -> io::Result<tempfile::TempDir> {
    tempfile::Builder::new().prefix("claimdesk-").tempdir()
}

/// Makes a file.
///
/// # Errors
/// What the system says.
pub fn file(path: &Path, contents: &str) -> io::Result<Step> {
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => file.write_all(contents.as_bytes()).map(|()| Step::Made),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Ok(Step::Kept),
        Err(e) => Err(e),
    }
}

/// Sees to it that a file has these lines.
///
/// # Errors
/// What the system says.
pub fn lines(path: &Path, lines: &[String]) -> io::Result<Step> {
    let old = match fs::read_to_string(path) {
        Ok(old) => Some(old),
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
    OpenOptions::new().append(true).create(true).open(path)?.write_all(text.as_bytes())?;
    Ok(if old.is_some() { Step::Added } else { Step::Made })
}
