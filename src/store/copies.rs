//! Copies of notebooks that programs leave which sync folders without git: when two machines changed
//! one file, one of the versions comes back under another name.

use std::fs;
use std::io;
use std::path::Path;

use super::desk::{Desk, NotebookPath};
use super::files::{Disk, Files as _, folder_of};
use super::inside;

/// The name of the file that this one, without its `.json`, is a copy of; none where it is no copy.
///
/// Syncthing writes `a.txt.sync-conflict-20261120-101203-K3V9Q2M`, iCloud `a.txt 2`, Google Drive
/// `a.txt (1)`, Dropbox and others `a.txt (Zoe's conflicted copy 2026-11-20)`.
pub(super) fn original(name: &str) -> Option<&str> {
    if let Some((stem, mark)) = name.split_once(".sync-conflict-") {
        let is_mark = mark.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        return (is_mark && !stem.is_empty()).then_some(stem);
    }
    let (stem, last) = name.rsplit_once(' ')?;
    if !stem.is_empty() && last.len() <= 2 && last.parse::<u8>().is_ok_and(|n| n > 1) {
        return Some(stem);
    }
    let (stem, aside) = name.strip_suffix(')')?.rsplit_once(" (")?;
    let words = aside.to_lowercase();
    let says = words.contains("conflict") || aside.len() <= 2 && aside.parse::<u8>().is_ok();
    (says && !stem.is_empty()).then_some(stem)
}

impl Desk {
    /// The notebook that a file is a copy of; none where it is none: an article may be called so.
    pub(crate) fn copied(&self, found: &NotebookPath) -> Option<NotebookPath> {
        let stem = original(&found.article)?;
        let there = |name: &str| self.article_path(name).is_some_and(|path| path.is_file());
        if there(&found.article) {
            return None;
        }
        // The ending of the article may have been taken for that of the file.
        let names = [stem.to_owned(), format!("{stem}.txt")];
        let of = |article: String| {
            let path = self.annotations().join(&found.slug).join(format!("{article}.json"));
            NotebookPath { slug: found.slug.clone(), article, path }
        };
        let mut known = names.into_iter().map(of);
        known.find(|notebook| there(&notebook.article) || notebook.path.is_file())
    }

    /// Removes a copy whose contents were taken over, while nobody is saving beside it.
    ///
    /// # Errors
    /// What the system says, or that a link leads out of the desk.
    pub(crate) fn remove_copy(&self, path: &Path) -> io::Result<()> {
        let path = inside::target(self.root(), path)?;
        let _lock = Disk.lock(folder_of(&path))?;
        fs::remove_file(&path)?;
        Disk.sync_folder(folder_of(&path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_what_sync_tools_call_them() {
        for (name, of) in [
            ("a.txt.sync-conflict-20261120-101203-K3V9Q2M", Some("a.txt")),
            ("a.txt 2", Some("a.txt")),
            ("a.txt (1)", Some("a.txt")),
            ("a (conflicted copy)", Some("a")),
            ("sub/a.txt (Zoe's conflicted copy 2026-11-20)", Some("sub/a.txt")),
            ("a.txt (Conflict)", Some("a.txt")),
            ("a.txt", None),
            ("report 2024", None),
            ("report (final)", None),
            ("a 1", None),
        ] {
            assert_eq!(original(name), of, "{name}");
        }
    }
}
