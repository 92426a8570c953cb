//! Giving an article another name, and the line in `claimdesk.toml` that says so.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::desk::Desk;
use super::files::{Disk, Files as _, folder_of};
use super::inside;

/// The table of former names.
const TABLE: &str = "[renamed]";
/// The longest configuration that is changed, in bytes.
const LONGEST: usize = 1 << 20;

impl Desk {
    /// The files that move with an article: itself, and what says where it comes from.
    pub(crate) fn moves(&self, old: &str, new: &str) -> Vec<(PathBuf, PathBuf)> {
        let article = self.article_path(old).zip(self.article_path(new));
        let source = self.source_path(old).zip(self.source_path(new));
        let source = source.filter(|(from, to)| from.is_file() && from != to);
        article.into_iter().chain(source).collect()
    }

    /// Moves a file of the desk to a place where nothing stands.
    ///
    /// # Errors
    /// What the system says, that something stands there, or that a link leads out of the desk.
    pub(crate) fn move_file(&self, from: &Path, to: &Path) -> io::Result<()> {
        let (from, to) = (inside::target(self.root(), from)?, inside::target(self.root(), to)?);
        if to.symlink_metadata().is_ok() {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, "something stands there"));
        }
        self.make_room(&to)?;
        fs::rename(&from, &to)?;
        Disk.sync_folder(folder_of(&to))
    }

    /// Makes the folder of a file of the desk that is to come.
    ///
    /// # Errors
    /// What the system says, or that a link leads out of the desk.
    pub(crate) fn make_room(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(folder_of(&inside::target(self.root(), path)?))
    }

    /// Writes `line` below `[renamed]` of the desk's configuration, once.
    ///
    /// # Errors
    /// What the system says, or that it is no plain file of the desk.
    pub(crate) fn note_rename(&self, file: &str, line: &str) -> io::Result<()> {
        let path = inside::target(self.root(), &self.root().join(file))?;
        let _lock = Disk.lock(folder_of(&path))?;
        let old = Disk.read(&path)?.unwrap_or_default();
        if old.len() > LONGEST {
            return Err(io::Error::other("it is larger than 1 MB"));
        }
        let old = String::from_utf8(old).map_err(|_| io::Error::other("it is not UTF-8"))?;
        let text = with_line(&old, line);
        if text == old {
            return Ok(());
        }
        let mut new = Disk.create(&path)?;
        Disk.write(&mut new, text.as_bytes())?;
        Disk.sync(&new)?;
        Disk.replace(new, &path)?;
        Disk.sync_folder(folder_of(&path))
    }
}

/// The text with a line at the end of its table of former names.
fn with_line(text: &str, line: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let head = lines.iter().position(|line| line.trim() == TABLE);
    let Some(head) = head else {
        let gap = if text.is_empty() || text.ends_with("\n\n") {
            ""
        } else if text.ends_with('\n') {
            "\n"
        } else {
            "\n\n"
        };
        return format!("{text}{gap}{TABLE}\n{line}\n");
    };
    let rest = &lines[head + 1..];
    let len = rest.iter().position(|line| line.trim_start().starts_with('[')).unwrap_or(rest.len());
    let table = &rest[..len];
    if table.iter().any(|known| known.trim() == line) {
        return text.to_owned();
    }
    let used = table.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |last| last + 1);
    lines.insert(head + 1 + used, line);
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stands_once_in_its_table() {
        let line = "\"b.txt\" = \"a.txt\"";
        let made = format!("[renamed]\n{line}\n");
        assert_eq!(with_line("", line), made);
        assert_eq!(with_line(&made, line), made);
        assert_eq!(
            with_line("[team]\nper-article = 2", line),
            format!("[team]\nper-article = 2\n\n{made}")
        );
        let between = "[renamed]\n\"d\" = \"c\"\n\n[team]\nper-article = 2\n";
        let expect = format!("[renamed]\n\"d\" = \"c\"\n{line}\n\n[team]\nper-article = 2\n");
        assert_eq!(with_line(between, line), expect);
    }
}
