//! The files beside articles that say where they come from: `page.source.json`
//! beside `page.txt`. Several people may write them, so a change reads the file
//! again under a lock.

use std::io;
use std::path::{Path, PathBuf};

use super::desk::Desk;
use super::files::{Disk, Files as _, folder_of};
use super::format::{ParseError, Provenance};
use super::{inside, listing};

/// How the names of such files end.
pub(super) const ENDING: &str = ".source.json";

/// Such a file that cannot be read or written.
#[derive(Debug, thiserror::Error)]
#[error("{}: {why}", path.display())]
pub(crate) struct SourceError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub why: Why,
}

/// Why.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Why {
    /// It makes no sense.
    #[error(transparent)]
    Form(#[from] ParseError),
    /// What the system said, or that a link leads out of the desk.
    #[error(transparent)]
    System(#[from] io::Error),
}

impl Desk {
    /// The file that says where an article comes from; none where the name would lead out.
    pub(crate) fn source_path(&self, article: &str) -> Option<PathBuf> {
        let is_text = ["txt", "text"].iter().any(|e| listing::has_extension(article, e));
        let stem = article.rsplit_once('.').filter(|_| is_text).map_or(article, |(stem, _)| stem);
        self.article_path(&format!("{stem}{ENDING}"))
    }

    /// The article that such a file, by its name below the folder of the articles, is about.
    pub(crate) fn article_told_of(&self, name: &str) -> Option<String> {
        let stem = name.strip_suffix(ENDING)?;
        let names = ["txt", "text"].map(|ending| format!("{stem}.{ending}"));
        names.into_iter().find(|name| self.article_path(name).is_some_and(|path| path.is_file()))
    }

    /// All files of an article that are everybody's: its text, what is known of it, its original.
    pub(crate) fn files_of(&self, article: &str) -> Vec<PathBuf> {
        let original = self.provenance(article).ok().and_then(|known| known.original?.file);
        let original = original.map(|file| self.root().join(file));
        let all = [self.article_path(article), self.source_path(article), original];
        all.into_iter().flatten().filter(|path| path.is_file()).collect()
    }

    /// Where an article comes from; nothing where nobody said.
    ///
    /// # Errors
    /// Where the file cannot be read, or makes no sense.
    pub(crate) fn provenance(&self, article: &str) -> Result<Provenance, SourceError> {
        self.at(article, |path| self.read_provenance(path))
    }

    /// Changes what is known of where an article comes from.
    ///
    /// # Errors
    /// Where the file cannot be read, makes no sense, or cannot be written.
    pub(crate) fn change_provenance(
        &self,
        article: &str,
        change: impl FnOnce(&mut Provenance),
    ) -> Result<Provenance, SourceError> {
        self.at(article, |path| {
            let target = inside::target(self.root(), path)?;
            let _lock = Disk.lock(folder_of(&target))?;
            let mut known = self.read_provenance(path)?;
            change(&mut known);
            let mut file = Disk.create(&target)?;
            Disk.write(&mut file, &known.to_bytes())?;
            Disk.sync(&file)?;
            Disk.replace(file, &target)?;
            Disk.sync_folder(folder_of(&target))?;
            Ok(known)
        })
    }

    fn read_provenance(&self, path: &Path) -> Result<Provenance, Why> {
        // Most articles have none, and need not be followed step by step.
        if path.symlink_metadata().is_err_and(|e| e.kind() == io::ErrorKind::NotFound) {
            return Ok(Provenance::default());
        }
        let bytes = Disk.read(&inside::target(self.root(), path)?)?;
        Ok(bytes.map(|bytes| Provenance::parse(&bytes)).transpose()?.unwrap_or_default())
    }

    fn at<T>(
        &self,
        article: &str,
        act: impl FnOnce(&Path) -> Result<T, Why>,
    ) -> Result<T, SourceError> {
        let path = self.source_path(article).ok_or_else(|| SourceError {
            path: article.into(),
            why: io::Error::other("not a name inside the desk").into(),
        })?;
        act(&path).map_err(|why| SourceError { path, why })
    }
}
