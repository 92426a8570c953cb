//! Where reading stopped: kept in the user's own state folder, never in the desk, which a team shares.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::core::annotation::BlobId;

/// What is kept between two sessions on one desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Session {
    /// The article, as its path below `seeds/`.
    pub article: String,
    /// First code point of the current claim.
    pub at: usize,
    /// First code point of the first visible row.
    pub top: usize,
    /// How many claims are shown, 0 (few) to 4 (many).
    pub level: Option<u8>,
    /// Cells that the list of articles and the claim were made wider.
    pub widths: (i16, i16),
    /// Whether the list is hidden.
    pub hides_list: bool,
    /// Who was there: most likely is there again, until git has told.
    pub annotator: String,
}

/// The state of one desk in the user's state folder.
#[derive(Clone, Debug)]
pub(crate) struct State {
    session: PathBuf,
    drafts: PathBuf,
    programs: PathBuf,
    seen: PathBuf,
    wrote: PathBuf,
    unsaved: PathBuf,
}

impl State {
    /// The state of the desk at `root`, kept below `folder`.
    pub(crate) fn new(folder: &Path, root: &Path) -> Self {
        let name = BlobId::of(root.as_os_str().as_encoded_bytes()).0;
        Self {
            session: folder.join(format!("{name}.session.json")),
            drafts: folder.join(format!("{name}.drafts")),
            programs: folder.join(format!("{name}.programs.json")),
            seen: folder.join(format!("{name}.seen.json")),
            wrote: folder.join(format!("{name}.wrote.json")),
            unsaved: folder.join(format!("{name}.unsaved")),
        }
    }

    /// The last session; none where there was none, or its file makes no sense.
    pub(crate) fn session(&self) -> Option<Session> {
        read(&self.session)
    }

    /// Keeps a session.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn keep_session(&self, session: &Session) -> io::Result<()> {
        write(&self.session, session)
    }

    /// Whether the person agreed to all of these programs that the desk's own git names.
    pub(crate) fn trusts(&self, programs: &[String]) -> bool {
        let agreed: Vec<String> = read(&self.programs).unwrap_or_default();
        programs.iter().all(|program| agreed.contains(program))
    }

    /// Whether the person has agreed to share this clone before.
    pub(crate) fn has_agreed(&self) -> bool {
        self.programs.exists()
    }

    /// Keeps that the person agreed to these programs.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn trust(&self, programs: &[String]) -> io::Result<()> {
        write(&self.programs, &programs)
    }

    /// The commit up to which the person has seen what others did.
    pub(crate) fn last_seen(&self) -> Option<String> {
        read(&self.seen)
    }

    /// Keeps that the person has seen what others did up to this commit.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn keep_seen(&self, commit: &str) -> io::Result<()> {
        write(&self.seen, &commit)
    }

    /// The files of the desk that this clone wrote for all (articles, sources, originals) and has
    /// not shared yet.
    pub(crate) fn wrote(&self) -> Vec<PathBuf> {
        read(&self.wrote).unwrap_or_default()
    }

    /// Keeps that this clone wrote these files for all.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn keep_wrote(&self, files: impl IntoIterator<Item = PathBuf>) -> io::Result<()> {
        let mut all = self.wrote();
        all.extend(files);
        all.sort_unstable();
        all.dedup();
        write(&self.wrote, &all)
    }

    /// They are shared.
    pub(crate) fn drop_wrote(&self) {
        // What is still named is only looked at once more.
        let _ = fs::remove_file(&self.wrote);
    }

    /// The folder of what could not be saved on the desk.
    pub(crate) fn unsaved(&self) -> &Path {
        &self.unsaved
    }

    /// The folder of what was typed and not saved.
    pub(crate) fn drafts(&self) -> &Path {
        &self.drafts
    }
}

pub(super) fn read<T: for<'a> Deserialize<'a>>(path: &Path) -> Option<T> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

/// Whole or not at all: a crash leaves the old file.
pub(super) fn write<T: Serialize>(path: &Path, value: &T) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(&serde_json::to_vec(value)?)?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::new(&folder.path().join("new"), Path::new("/desk"));
        assert_eq!(state.session(), None);
        let session = Session {
            article: "é.txt".into(),
            at: 4,
            top: 2,
            level: Some(1),
            ..Session::default()
        };
        state.keep_session(&session).unwrap();
        assert_eq!(state.session(), Some(session));
        assert_eq!(State::new(folder.path(), Path::new("/other")).session(), None);
    }

    #[test]
    fn a_broken_file_is_no_session() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::new(folder.path(), Path::new("/desk"));
        fs::write(&state.session, b"{").unwrap();
        assert_eq!(state.session(), None);
    }
}
