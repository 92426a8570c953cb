//! What was typed and not saved: kept in the user's own state folder while it is typed, in a file for each running
//! reader, which it holds locked. So no two write over each other, and nobody is offered what another still writes.

use std::cmp::Reverse;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::session::{read, write};
use crate::core::annotation::{Evidence, Stance};

/// What was typed about words of an article, or about all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Unfinished {
    /// The command that it was typed into.
    pub command: String,
    /// The article, as its path below `seeds/`.
    pub article: String,
    /// First code point of the claim's words.
    pub start: usize,
    /// One past their last code point.
    pub end: usize,
    /// The words themselves, those before and those behind: the article may change meanwhile.
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
    /// What is written.
    pub now: Written,
    /// What stood there before.
    pub before: Written,
}

/// What the fields of a form hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Written {
    pub texts: Vec<String>,
    pub evidence: Vec<Piece>,
}

/// A piece of evidence, as far as it can be typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Piece {
    stance: String,
    article: Option<String>,
    quote: Option<String>,
    url: Option<String>,
    title: Option<String>,
    accessed: Option<String>,
    archived: Option<String>,
    archive_url: Option<String>,
}

impl From<&Evidence> for Piece {
    fn from(evidence: &Evidence) -> Self {
        let Evidence {
            stance, article, quote, url, title, accessed, archived, archive_url, ..
        } = evidence.clone();
        let stance = stance.word().to_owned();
        Self { stance, article, quote, url, title, accessed, archived, archive_url }
    }
}

impl From<Piece> for Evidence {
    fn from(piece: Piece) -> Self {
        let Piece { stance, article, quote, url, title, accessed, archived, archive_url } = piece;
        let stance = Stance::of_word(&stance);
        let extra = Vec::new();
        Self { stance, article, quote, url, title, accessed, archived, archive_url, extra }
    }
}

/// The file of one running reader.
#[derive(Debug)]
pub(crate) struct Drafts {
    folder: PathBuf,
    own: Option<Own>,
}

#[derive(Debug)]
struct Own {
    file: PathBuf,
    /// Held as long as the reader runs, where the file system has locks.
    _lock: File,
}

impl Drafts {
    /// Files in this folder.
    pub(crate) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), own: None }
    }

    /// Takes over what readers left that no longer run, the newest first.
    pub(crate) fn take_over(&mut self) -> Vec<Unfinished> {
        let mut left: Vec<_> = self.files().filter_map(|file| Some((free(&file)?, file))).collect();
        let changed = |file: &Path| fs::metadata(file).and_then(|meta| meta.modified()).ok();
        left.sort_by_key(|(_, file)| Reverse(changed(file)));
        let drafts: Vec<_> =
            left.iter().filter_map(|(_, file)| read::<Vec<Unfinished>>(file)).flatten().collect();
        // In the file of this reader before it leaves those of others.
        if self.keep(&drafts).is_ok() {
            for (_, file) in &left {
                remove(file);
            }
        }
        drafts
    }

    fn files(&self) -> impl Iterator<Item = PathBuf> {
        let own = self.own.as_ref().map(|own| own.file.clone());
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let files = entries.map(|entry| entry.path());
        files.filter(move |file| {
            file.extension().is_some_and(|it| it == "json") && own.as_ref() != Some(file)
        })
    }

    /// Keeps this, and nothing that was kept before.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn keep(&mut self, drafts: &[Unfinished]) -> io::Result<()> {
        if drafts.is_empty() {
            if let Some(own) = self.own.take() {
                remove(&own.file);
            }
            return Ok(());
        }
        if self.own.is_none() {
            self.own = Some(self.begin()?);
        }
        self.own.as_ref().map_or(Ok(()), |own| write(&own.file, &drafts))
    }

    fn begin(&self) -> io::Result<Own> {
        fs::create_dir_all(&self.folder)?;
        let named =
            tempfile::Builder::new().prefix("draft-").suffix(".lock").tempfile_in(&self.folder)?;
        let (lock, path) = named.keep()?;
        match lock.try_lock() {
            // Without locks nobody knows who runs.
            Ok(()) | Err(TryLockError::Error(_)) => {}
            Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::WouldBlock.into()),
        }
        Ok(Own { file: path.with_extension("json"), _lock: lock })
    }
}

/// The lock of a file whose writer no longer runs.
fn free(file: &Path) -> Option<File> {
    let lock = file.with_extension("lock");
    let lock = File::options().create(true).truncate(false).write(true).open(lock).ok()?;
    (!matches!(lock.try_lock(), Err(TryLockError::WouldBlock))).then_some(lock)
}

/// What stays is only offered once more.
fn remove(file: &Path) {
    let _ = fs::remove_file(file);
    let _ = fs::remove_file(file.with_extension("lock"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(command: &str, text: &str) -> Unfinished {
        let piece = Evidence {
            stance: Stance::Refutes,
            url: Some("https://a.org".into()),
            ..Evidence::default()
        };
        let now = Written { texts: vec![text.into()], evidence: vec![Piece::from(&piece)] };
        Unfinished {
            command: command.into(),
            article: "é.txt".into(),
            now,
            ..Unfinished::default()
        }
    }

    #[test]
    fn each_reader_keeps_its_own_and_takes_over_what_others_left() {
        let folder = tempfile::tempdir().unwrap();
        let new = || Drafts::new(&folder.path().join("drafts"));
        let (mut one, mut two) = (new(), new());
        assert!(one.take_over().is_empty());
        let (a, b, c) = (draft("note", "a"), draft("tags", "b"), draft("evidence", "c"));
        one.keep(&[a.clone(), b.clone()]).unwrap();
        assert!(two.take_over().is_empty(), "its writer lives");
        two.keep(std::slice::from_ref(&c)).unwrap();
        one.keep(std::slice::from_ref(&b)).unwrap();
        drop((one, two));
        let mut left = new().take_over();
        left.sort_by(|a, b| a.command.cmp(&b.command));
        assert_eq!(left, [c, b], "what was taken over is kept until it is settled");
        let mut three = new();
        assert_eq!(three.take_over().len(), 2);
        three.keep(&[]).unwrap();
        assert!(new().take_over().is_empty());
        assert_eq!(fs::read_dir(folder.path().join("drafts")).unwrap().count(), 0);
    }

    #[test]
    fn evidence_comes_back_as_it_was_typed() {
        let piece =
            Evidence { stance: Stance::Supports, quote: Some("x".into()), ..Evidence::default() };
        assert_eq!(Evidence::from(Piece::from(&piece)), piece);
    }
}
