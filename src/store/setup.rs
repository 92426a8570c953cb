//! Preparing a desk: folders and files are made where there are none, and
//! nothing that exists is changed beyond lines added at its end. What a link leads to outside
//! the desk, and what is no plain file, is left alone and said.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use super::inside;

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

/// Makes a folder of the desk in `root`; `name` is its path below.
///
/// # Errors
/// What the system says, or that a link leads out of the desk.
pub fn folder(root: &Path, name: &str) -> io::Result<Step> {
    fs::create_dir_all(root)?;
    let path = inside::target(&fs::canonicalize(root)?, &root.join(name))?;
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

/// Makes a file of the desk in `root`.
///
/// # Errors
/// What the system says.
pub fn file(root: &Path, name: &str, contents: &str) -> io::Result<Step> {
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
pub fn lines(root: &Path, name: &str, lines: &[String]) -> io::Result<Step> {
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

/// The longest file that lines are added to, in bytes.
const LONGEST: u64 = 1 << 20;
