//! A text on its way to the person's own editor and back: a file outside of every desk, gone when
//! it is read.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

/// A file that only the person can read.
#[derive(Debug)]
pub struct Draft(NamedTempFile);

impl Draft {
    /// Writes a text into a file of its own.
    ///
    /// # Errors
    /// Where the system has no room for it.
    pub fn new(text: &str) -> io::Result<Self> {
        let mut file = tempfile::Builder::new().prefix("claimdesk-").suffix(".md").tempfile()?;
        file.write_all(text.as_bytes())?;
        if !text.is_empty() && !text.ends_with('\n') {
            file.write_all(b"\n")?;
        }
        file.flush()?;
        Ok(Self(file))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// What the file holds now: editors put another in its place.
    ///
    /// # Errors
    /// Where it cannot be read, or is no text.
    pub fn read(&self) -> io::Result<String> {
        Ok(fs::read_to_string(self.path())?.replace("\r\n", "\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_editor_writes_comes_back() {
        let draft = Draft::new("deux\nlignes").unwrap();
        assert_eq!(fs::read_to_string(draft.path()).unwrap(), "deux\nlignes\n");
        // As vim does: another file takes its place.
        let other = draft.path().with_extension("new");
        fs::write(&other, "une\r\nautre\r\n").unwrap();
        fs::rename(&other, draft.path()).unwrap();
        assert_eq!(draft.read().unwrap(), "une\nautre\n");
    }
}
