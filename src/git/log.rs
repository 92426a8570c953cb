//! What happened: the commits of a range, with the files that each changed.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::call::{Call, path_from};
use super::{Error, Repo, is_id};
use crate::core::annotation::BlobId;

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Commit {
    /// Its name.
    pub id: String,
    /// When it was written, as ISO 8601.
    pub at: String,
    /// Its author's name.
    pub author: String,
    /// Its author's address.
    pub email: String,
    /// The files it changed.
    pub files: Vec<Touched>,
}

/// A file that a commit changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Touched {
    /// Its path, absolute.
    pub path: PathBuf,
    /// What it held before; none: it is new.
    pub before: Option<BlobId>,
    /// What it holds now; none: it is gone.
    pub after: Option<BlobId>,
}

/// Which commits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    /// A revision, or a range `A..B`.
    pub range: &'a str,
    /// Only those of this time and later, as git reads times.
    pub since: Option<&'a str>,
    /// Only what changes something below these files or folders, absolute.
    pub paths: &'a [PathBuf],
}

/// Begins a commit, and parts its fields, in what is asked of git.
const COMMIT: u8 = 1;
const FIELD: u8 = 2;

impl Repo {
    /// The commits of a range, the oldest first. Merges are left out: they join what others did.
    ///
    /// # Errors
    /// When git cannot be run or does not know the range.
    pub(crate) fn log(&self, wanted: Wanted<'_>) -> Result<Vec<Commit>, Error> {
        let call = Call::reading(self.root(), "log").args([
            "--reverse",
            "--no-merges",
            "--raw",
            "-z",
            "--no-abbrev",
            "--no-renames",
            "--no-show-signature",
            "--format=%x01%H%x02%aI%x02%an%x02%ae",
        ]);
        let call = match wanted.since {
            Some(since) => call.arg(format!("--since={since}")),
            None => call,
        };
        // What begins with a dash is no revision.
        let mut call = call.arg("--end-of-options").arg(wanted.range).arg("--");
        for path in wanted.paths {
            call = call.arg(path);
        }
        let answer = call.success()?;
        let commits = answer.split(|byte| *byte == COMMIT).skip(1);
        Ok(commits.filter_map(|record| self.commit(record)).collect())
    }

    fn commit(&self, record: &[u8]) -> Option<Commit> {
        let mut parts = record.split(|byte| *byte == 0).map(<[u8]>::trim_ascii_start);
        let mut fields = parts.next()?.split(|byte| *byte == FIELD).map(text);
        let (id, at) = (fields.next()?, fields.next()?);
        let (author, email) = (fields.next()?, fields.next()?);
        let mut files = Vec::new();
        let mut parts = parts.filter(|part| !part.is_empty());
        while let (Some(meta), Some(path)) = (parts.next(), parts.next()) {
            let meta = text(meta);
            let mut ids = meta.split(' ').skip(2);
            let blob = |id: Option<&str>| {
                id.filter(|id| is_id(id) && id.bytes().any(|b| b != b'0'))
                    .map(|id| BlobId(id.to_owned()))
            };
            let (before, after) = (blob(ids.next()), blob(ids.next()));
            files.push(Touched { path: self.root().join(path_from(path)), before, after });
        }
        Some(Commit { id, at, author, email: email.trim().to_owned(), files })
    }

    /// The contents of many blobs, each asked for once.
    ///
    /// # Errors
    /// When git cannot be run or breaks off.
    pub(crate) fn contents<'a>(
        &self,
        ids: impl Iterator<Item = &'a BlobId>,
    ) -> Result<HashMap<BlobId, Vec<u8>>, Error> {
        let ids: Vec<_> = ids.collect::<HashSet<_>>().into_iter().cloned().collect();
        let blobs = self.read_blobs(&ids)?;
        Ok(ids.into_iter().zip(blobs).filter_map(|(id, blob)| Some((id, blob?))).collect())
    }

    /// What a revision holds below a folder, by path: one call for all of it.
    ///
    /// # Errors
    /// When git cannot be run or does not know the revision.
    pub(crate) fn tree(
        &self,
        revision: &str,
        folder: &Path,
    ) -> Result<HashMap<PathBuf, BlobId>, Error> {
        let call = Call::reading(self.root(), "ls-tree")
            .args(["-r", "-z", "--full-tree", "--end-of-options"])
            .arg(revision)
            .arg("--");
        let below = folder.strip_prefix(self.root()).unwrap_or(folder);
        let call = if below.as_os_str().is_empty() { call } else { call.arg(below) };
        let answer = call.success()?;
        let entry = |record: &[u8]| {
            let (meta, path) = super::split_at_tab(record)?;
            let id = meta.split(' ').nth(2)?;
            Some((self.root().join(path_from(path)), BlobId(id.to_owned())))
        };
        Ok(super::call::lines_of_nul(&answer).filter_map(entry).collect())
    }

    /// The commit that a name stands for; none where there is none.
    ///
    /// # Errors
    /// When git cannot be run.
    pub(crate) fn resolve(&self, revision: &str) -> Result<Option<String>, Error> {
        self.object(&format!("{revision}^{{commit}}"))
    }

    /// git's id of a folder, absolute, in a revision; none where it is not in it.
    ///
    /// # Errors
    /// When git cannot be run.
    pub(crate) fn folder(&self, revision: &str, folder: &Path) -> Result<Option<BlobId>, Error> {
        let below = folder.strip_prefix(self.root()).ok().and_then(Path::to_str);
        let Some(below) = below else { return Ok(None) };
        let below = below.replace(std::path::MAIN_SEPARATOR, "/");
        Ok(self.object(&format!("{revision}:{below}"))?.map(BlobId))
    }

    fn object(&self, name: &str) -> Result<Option<String>, Error> {
        let call = Call::reading(self.root(), "rev-parse");
        let call = call.args(["--verify", "--quiet", "--end-of-options"]);
        let answer = call.arg(name).output()?;
        let id = text(&answer.bytes).trim().to_owned();
        // Older versions repeat the option that ends the others.
        let id = id.lines().last().unwrap_or_default().to_owned();
        Ok(Some(id).filter(|id| answer.ok && is_id(id)))
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
