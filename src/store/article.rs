//! An article's bytes: of plain files inside the desk, and of no more than memory holds.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use super::desk::Desk;

/// An article that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read the article {name}: {why}")]
pub struct ArticleError {
    /// The article's path below `seeds/`.
    pub name: String,
    /// Why.
    pub why: Unread,
}

/// Why an article cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// Its name would lead out of the folder of the articles.
    #[error("not a name inside the desk")]
    Name,
    /// It is a link out of the desk.
    #[error("a link that leaves the desk")]
    LinkOutside,
    /// A folder, a pipe, a device.
    #[error("not a plain file")]
    NotAFile,
    /// It is larger than any article.
    #[error("it is larger than {} MiB", LONGEST >> 20)]
    TooLarge,
    /// What the system said.
    #[error(transparent)]
    System(#[from] io::Error),
}

impl ArticleError {
    /// Whether there is no such file.
    pub(crate) fn is_gone(&self) -> bool {
        matches!(&self.why, Unread::System(error) if error.kind() == io::ErrorKind::NotFound)
    }
}

/// The longest article that is read whole, in bytes. What is longer is no
/// article, and would take the memory of the machine with it.
const LONGEST: u64 = 512 << 20;

impl Desk {
    /// An article's bytes.
    ///
    /// # Errors
    /// Where it is gone, unreadable, no plain file, a link out of the desk, or larger than 512 MiB.
    pub fn read_article(&self, name: &str) -> Result<Vec<u8>, ArticleError> {
        let read = || {
            let (file, len) = self.open_article(name)?;
            if len > LONGEST {
                return Err(Unread::TooLarge);
            }
            // It may grow while it is read.
            Ok(read_head(&file, len, LONGEST)?)
        };
        read().map_err(|why| ArticleError { name: name.to_owned(), why })
    }

    /// The first `limit` bytes of an article, to show something of a large one at once.
    ///
    /// # Errors
    /// As for [`Self::read_article`], whatever its length.
    pub fn read_article_head(&self, name: &str, limit: u64) -> Result<Vec<u8>, ArticleError> {
        let read = || {
            let (file, len) = self.open_article(name)?;
            Ok(read_head(&file, len, limit)?)
        };
        read().map_err(|why| ArticleError { name: name.to_owned(), why })
    }

    fn open_article(&self, name: &str) -> Result<(File, u64), Unread> {
        let path = self.article_path(name).ok_or(Unread::Name)?;
        // Asked before opening: opening a pipe waits for a writer.
        let meta = fs::symlink_metadata(&path)?;
        // The usual case has no link anywhere, and need not be followed step by step.
        if meta.is_file() && self.plain && path.parent() == Some(&self.seeds) {
            return Ok((File::open(path)?, meta.len()));
        }
        let path = fs::canonicalize(path)?;
        if !path.starts_with(&self.root) {
            return Err(Unread::LinkOutside);
        }
        let meta = fs::metadata(&path)?;
        if !meta.is_file() {
            return Err(Unread::NotAFile);
        }
        Ok((File::open(path)?, meta.len()))
    }

    /// The bytes of a file of the desk, as far as it is no larger than any article.
    pub(crate) fn bytes_of(&self, path: &Path) -> Option<Vec<u8>> {
        let path = fs::canonicalize(path).ok().filter(|path| path.starts_with(&self.root))?;
        let meta =
            fs::metadata(&path).ok().filter(|meta| meta.is_file() && meta.len() <= LONGEST)?;
        read_head(&File::open(path).ok()?, meta.len(), LONGEST).ok()
    }
}

/// Up to `limit` bytes of a file of about `len`.
fn read_head(file: &File, len: u64, limit: u64) -> io::Result<Vec<u8>> {
    // One more, so that its end shows without asking for more room.
    let room = len.min(limit).saturating_add(1);
    let mut bytes = Vec::with_capacity(usize::try_from(room).unwrap_or(0));
    file.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_end_is_not_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("seeds")).unwrap();
        let file = File::create(folder.path().join("seeds/a.txt")).unwrap();
        // A file with a hole takes no room on the disk.
        file.set_len(LONGEST + 1).unwrap();
        let desk = Desk::open(folder.path()).unwrap();
        let error = desk.read_article("a.txt").unwrap_err();
        assert_eq!(error.to_string(), "cannot read the article a.txt: it is larger than 512 MiB");
        assert_eq!(desk.read_article_head("a.txt", 10).unwrap().len(), 10);
    }
}
