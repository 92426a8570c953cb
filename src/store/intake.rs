//! Taking in new articles: a text, what is known of its origin, and the file it
//! was taken from. Nothing that exists is touched, and nothing stays of what failed.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::desk::{Desk, SEEDS};
use super::files::{Disk, Files as _, folder_of};
use super::format::{Original, Provenance};
use super::inside;
use super::slug::slug;
use super::source::ENDING;
use crate::core::annotation::BlobId;

/// The folder of the files that articles were taken from.
pub(super) const ORIGINALS: &str = "originals";

/// How many articles may want the same name.
const MOST: u32 = 9999;

/// Takes articles into a desk.
#[derive(Debug)]
pub(crate) struct Intake<'a> {
    desk: &'a Desk,
    folder: PathBuf,
}

/// A file that an article is taken from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taken<'a> {
    /// Its name, after which a copy is called, and the article where it has no name of its own.
    pub name: &'a str,
    /// What else the article is called after: one of several in the file.
    pub stem: Option<&'a str>,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Whether a copy is kept.
    pub keep: bool,
}

impl<'a> Intake<'a> {
    /// Takes articles in where those of the desk are: a folder without any gets `seeds/`.
    pub(crate) fn new(desk: &'a Desk) -> Self {
        let is_new = desk.is_flat() && desk.articles().entries.is_empty();
        let folder = if is_new { desk.root().join(SEEDS) } else { desk.seeds().to_owned() };
        Self { desk, folder }
    }

    /// git's names for the bytes of all files that articles of the desk were taken from.
    pub(crate) fn known(&self) -> HashSet<String> {
        let entries = self.desk.articles().entries.into_iter();
        let known = entries.filter_map(|entry| self.desk.provenance(&entry.name).ok()?.original);
        known.filter_map(|original| original.blob).collect()
    }

    /// The article that was made before of the same file as this one, among those that wanted its name.
    pub(crate) fn twin(&self, article: &str) -> Option<String> {
        let blob = |name: &str| self.desk.provenance(name).ok()?.original?.blob;
        let (stem, number) = article.strip_suffix(".txt")?.rsplit_once('-')?;
        let number: u32 = number.parse().ok().filter(|number| *number <= MOST)?;
        let own = blob(article)?;
        let before = numbered(stem).take(usize::try_from(number).ok()?.checked_sub(1)?);
        before.map(|stem| format!("{stem}.txt")).find(|name| blob(name).as_ref() == Some(&own))
    }

    /// Writes an article; gives its file, as a path below the desk's folder.
    ///
    /// # Errors
    /// What the system says, or that a link leads out of the desk.
    pub(crate) fn add(
        &self,
        taken: Taken<'_>,
        text: &str,
        mut provenance: Provenance,
    ) -> io::Result<PathBuf> {
        let folder = inside::target(self.desk.root(), &self.folder)?;
        Disk.make_folder(&folder)?;
        let _lock = Disk.lock(&folder)?;
        let mut made = Made::default();
        let (stem, ending) = taken.name.rsplit_once('.').unwrap_or((taken.name, ""));
        let own = |stem: &str| self.listable(slug(stem, "article"));
        let stem = own(stem);
        let kept =
            if taken.keep { Some(self.keep(&stem, ending, taken.bytes, &mut made)?) } else { None };
        provenance.original = Some(Original::new(kept, BlobId::of(taken.bytes).0));
        let stem = taken.stem.map_or(stem, own);
        let is_free = |stem: &str| {
            [".txt", ".text", ENDING]
                .iter()
                .all(|ending| is_free(&folder, &format!("{stem}{ending}")))
        };
        let stem =
            numbered(&stem).find(|stem| is_free(stem)).ok_or(io::ErrorKind::AlreadyExists)?;
        made.file(folder.join(format!("{stem}{ENDING}")), &provenance.to_bytes())?;
        // The article comes last: once it is seen, all of it is there.
        let article = folder.join(format!("{stem}.txt"));
        made.file(article.clone(), text.as_bytes())?;
        Disk.sync_folder(&folder)?;
        made.paths.clear();
        Ok(article.strip_prefix(self.desk.root()).map(Path::to_path_buf).unwrap_or(article))
    }

    /// A name that the desk lists: beside other files, a `readme` is none.
    fn listable(&self, stem: String) -> String {
        if self.desk.may_list(&format!("{stem}.txt")) { stem } else { format!("article-{stem}") }
    }

    /// Keeps a file in `originals/`, once; gives its path below the desk's folder.
    fn keep(&self, stem: &str, ending: &str, bytes: &[u8], made: &mut Made) -> io::Result<String> {
        let root = self.desk.root();
        let folder = inside::target(root, &root.join(ORIGINALS))?;
        Disk.make_folder(&folder)?;
        let ending = match slug(ending, "") {
            ending if ending.is_empty() => ending,
            ending => format!(".{ending}"),
        };
        for stem in numbered(stem) {
            let name = format!("{stem}{ending}");
            let path = folder.join(&name);
            if is_free(&folder, &name) {
                made.file(path, bytes)?;
            } else if !holds(&path, bytes) {
                continue;
            }
            return Ok(format!("{ORIGINALS}/{name}"));
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

/// Puts another text in the place of an article's, which must be the one that `was` names.
///
/// # Errors
/// What the system says, or that somebody else changed it.
pub(crate) fn renew(desk: &Desk, article: &str, was: &BlobId, text: &str) -> io::Result<()> {
    let path = desk.article_path(article).ok_or(io::ErrorKind::NotFound)?;
    let target = inside::target(desk.root(), &path)?;
    let folder = folder_of(&target);
    let _lock = Disk.lock(folder)?;
    let is_same = Disk.read(&target)?.is_some_and(|bytes| BlobId::of(&bytes) == *was);
    if !is_same {
        return Err(io::Error::other("it has changed meanwhile"));
    }
    let mut file = Disk.create(&target)?;
    Disk.write(&mut file, text.as_bytes())?;
    Disk.sync(&file)?;
    Disk.replace(file, &target)?;
    Disk.sync_folder(folder)
}

/// `page`, `page-2`, `page-3` …
fn numbered(stem: &str) -> impl Iterator<Item = String> {
    let further = (2..=MOST).map(move |n: u32| format!("{stem}-{n}"));
    std::iter::once(stem.to_owned()).chain(further)
}

/// Whether nothing has this name, not even a link to nothing.
fn is_free(folder: &Path, name: &str) -> bool {
    let found = fs::symlink_metadata(folder.join(name));
    found.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// Whether a plain file holds these bytes.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let same_length = |meta: fs::Metadata| meta.is_file() && meta.len() == bytes.len() as u64;
    fs::symlink_metadata(path).is_ok_and(same_length) && fs::read(path).is_ok_and(|b| b == bytes)
}

/// The files made so far; they go away with the value unless all was made.
#[derive(Debug, Default)]
struct Made {
    paths: Vec<PathBuf>,
}

impl Made {
    fn file(&mut self, path: PathBuf, bytes: &[u8]) -> io::Result<()> {
        let mut file = Disk.create(&path)?;
        Disk.write(&mut file, bytes)?;
        Disk.sync(&file)?;
        file.persist_noclobber(&path).map_err(|error| error.error)?;
        self.paths.push(path);
        Ok(())
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for path in &self.paths {
            // What cannot be removed is a file too many, and nothing lost.
            let _ = fs::remove_file(path);
        }
    }
}
