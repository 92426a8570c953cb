//! The folder of a project: where things are, and nothing outside it.

use std::ffi::OsStr;
use std::fs::{self};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::access;
use super::annotator::Annotator;
use super::files::{Disk, Files as _, TEMP_PREFIX, folder_of};
use super::history::{History, Untracked};
use super::inside;
use super::kind::{self, Kind};
use super::listing::{self, Listing};
use super::notebook::NotebookFile;

/// A desk: its folder, the articles below `seeds` or, without that, in the folder
/// itself, the notebooks below `annotations`.
#[derive(Clone, Debug)]
pub struct Desk {
    pub(super) root: PathBuf,
    pub(super) seeds: PathBuf,
    /// Whether the articles stand in the desk's folder itself.
    flat: bool,
    /// Whether the path of `seeds` is free of links, too.
    pub(super) plain: bool,
    annotations: PathBuf,
    history: Arc<dyn History>,
}

/// The folder of the articles, unless the configuration names another.
pub(super) const SEEDS: &str = "seeds";

/// Why a folder cannot be opened as a desk.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// There is no such folder, or it cannot be entered.
    #[error("cannot open the desk {}: {source}", path.display())]
    Root {
        /// The folder asked for.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// There is no folder of articles in it.
    #[error("no folder of articles: {} does not exist", path.display())]
    NoSeeds {
        /// Where the articles should be.
        path: PathBuf,
    },
}

impl DeskError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Root { .. } => "give the folder that holds the articles".to_owned(),
            Self::NoSeeds { path } => match path.parent() {
                Some(root) if root.is_file() => {
                    "a desk is a folder; `claimdesk claims FILE` looks at one file".to_owned()
                }
                _ => {
                    format!("`claimdesk init` prepares a desk; articles go into {}", path.display())
                }
            },
        }
    }
}

/// A notebook file found below `annotations/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotebookPath {
    /// The annotator's folder name.
    pub slug: String,
    /// The article's path below `seeds/`.
    pub article: String,
    /// The file.
    pub path: PathBuf,
}

impl Desk {
    /// Opens the desk in `root` with the usual folders.
    ///
    /// # Errors
    /// Where `root` is no folder or holds no `seeds`.
    pub fn open(root: impl Into<PathBuf>) -> Result<Self, DeskError> {
        Self::with_folders(root, Path::new(SEEDS), Path::new("annotations"))
    }

    /// Opens the desk in `root` with folders named by its configuration. Where nobody
    /// made a folder `seeds`, the articles are those of the folder itself.
    ///
    /// # Errors
    /// Where `root` is no folder or holds no folder of articles of another name.
    pub fn with_folders(
        root: impl Into<PathBuf>,
        seeds: &Path,
        annotations: &Path,
    ) -> Result<Self, DeskError> {
        let root = root.into();
        let root =
            fs::canonicalize(&root).map_err(|source| DeskError::Root { path: root, source })?;
        let usual = seeds == Path::new(SEEDS);
        let (seeds, annotations) = (root.join(seeds), root.join(annotations));
        let flat = !seeds.is_dir();
        if flat && !(usual && root.is_dir()) {
            return Err(DeskError::NoSeeds { path: seeds });
        }
        let seeds = if flat { root.clone() } else { seeds };
        let plain = fs::canonicalize(&seeds).is_ok_and(|real| real == seeds);
        Ok(Self { root, seeds, flat, plain, annotations, history: Arc::new(Untracked) })
    }

    /// The same desk under version control.
    #[must_use]
    pub fn with_history(self, history: Arc<dyn History>) -> Self {
        Self { history, ..self }
    }

    /// Whether version control has a file, in its last commit or for the next.
    pub(crate) fn is_tracked(&self, path: &Path) -> bool {
        self.history.has(path)
    }

    /// The desk's folder, absolute and free of links.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path as it is told: below the desk's folder.
    pub(crate) fn name_below(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }

    /// The folder of the articles.
    pub fn seeds(&self) -> &Path {
        &self.seeds
    }

    /// Whether the articles stand in the desk's folder itself, beside what else is there.
    pub const fn is_flat(&self) -> bool {
        self.flat
    }

    /// The folder of the notebooks; it may not exist yet.
    pub fn annotations(&self) -> &Path {
        &self.annotations
    }

    /// Finds the articles: names only, so that a hundred thousand cost one walk.
    pub fn articles(&self) -> Listing {
        listing::articles(self.place())
    }

    /// Whether more than `most` files and folders would be looked at to find the articles.
    pub fn is_larger(&self, most: usize) -> bool {
        listing::is_larger(self.place(), most)
    }

    /// Whether a file below the folder of the articles may be listed as one, by its name.
    pub(crate) fn may_list(&self, name: &str) -> bool {
        self.is_kind(name, &[Kind::Article, Kind::Unnamed])
    }

    /// Whether a file of this name below the folder of the articles could be imported.
    pub(crate) fn may_import(&self, name: &str) -> bool {
        self.is_kind(name, &[Kind::Document])
    }

    fn is_kind(&self, name: &str, kinds: &[Kind]) -> bool {
        let mut parts = name.split('/').rev();
        let file = parts.next().unwrap_or_default();
        kinds.contains(&kind::of(file, !self.flat)) && parts.all(|folder| !folder.starts_with('.'))
    }

    fn place(&self) -> listing::Place<'_> {
        listing::Place {
            root: &self.root,
            articles: &self.seeds,
            annotations: self.flat.then_some(&self.annotations),
        }
    }

    /// The path of an article; none where the name would lead out of `seeds/`.
    pub(crate) fn article_path(&self, name: &str) -> Option<PathBuf> {
        Some(self.seeds.join(inside(name)?))
    }

    /// The path of a person's notebook on an article; none where the article's
    /// name would lead out of `annotations/`.
    pub fn notebook_path(&self, annotator: &Annotator, article: &str) -> Option<PathBuf> {
        let mut path =
            self.annotations.join(annotator.slug()).join(inside(article)?).into_os_string();
        path.push(".json");
        Some(path.into())
    }

    /// A person's notebook on an article, read from disk. Empty where there is no file yet.
    pub fn notebook(&self, annotator: &Annotator, article: &str) -> NotebookFile {
        match self.notebook_path(annotator, article) {
            Some(path) => self.load(path, annotator.name(), article),
            None => NotebookFile::misplaced(annotator.name(), article),
        }
    }

    /// A person's notebook that stands under the name an article had, to be saved under the one
    /// it has.
    pub(crate) fn notebook_moving(
        &self,
        annotator: &Annotator,
        from: &str,
        to: &str,
    ) -> NotebookFile {
        let paths = self.notebook_path(annotator, from).zip(self.notebook_path(annotator, to));
        match paths {
            Some((path, home)) => self.load(path, annotator.name(), to).moving_to(home, to),
            None => NotebookFile::misplaced(annotator.name(), to),
        }
    }

    /// Whether a person has a notebook under this name of an article.
    pub(crate) fn has_notebook(&self, slug: &str, article: &str) -> bool {
        let in_folder = Annotator::new(slug).in_folder(slug);
        self.notebook_path(&in_folder, article).is_some_and(|path| path.exists())
    }

    /// The notebook that lies in a person's folder, whatever the folder is called.
    pub(crate) fn notebook_in(&self, folder: &str, article: &str) -> NotebookFile {
        match self.notebook_path_in(folder, article) {
            Some(found) => self.load(found.path, folder, article),
            None => NotebookFile::misplaced(folder, article),
        }
    }

    /// Where the notebook of an article lies in a person's folder, be it there or not; none where a
    /// name would lead out of `annotations/`.
    pub(crate) fn notebook_path_in(&self, folder: &str, article: &str) -> Option<NotebookPath> {
        let (folder_path, article_path) = inside(folder).zip(inside(article))?;
        let mut path = self.annotations.join(folder_path).join(article_path).into_os_string();
        path.push(".json");
        let (slug, article) = (folder.to_owned(), article.to_owned());
        Some(NotebookPath { slug, article, path: path.into() })
    }

    /// Why nothing can be saved for this person; none where it can, as far as can be told without
    /// writing.
    pub(crate) fn unwritable(&self, annotator: &Annotator) -> Option<io::Error> {
        let own = self.annotations.join(annotator.slug());
        let folders = [&own, &self.annotations, &self.root];
        let folder = folders.into_iter().find(|folder| folder.is_dir())?;
        access::to_write(folder).err()
    }

    /// A notebook file found by [`Self::notebooks`], read from disk.
    pub fn notebook_at(&self, found: &NotebookPath) -> NotebookFile {
        self.load(found.path.clone(), &found.slug, &found.article)
    }

    fn load(&self, path: PathBuf, annotator: &str, article: &str) -> NotebookFile {
        NotebookFile::load(&self.root, path, annotator, article, self.history.clone())
    }

    /// The folder names of all annotators, in order.
    pub(crate) fn annotators(&self) -> Vec<String> {
        let entries = self.is_inside(&self.annotations).then(|| fs::read_dir(&self.annotations));
        let Some(Ok(entries)) = entries else { return Vec::new() };
        let folders = entries.flatten().filter(|e| e.file_type().is_ok_and(|kind| kind.is_dir()));
        let mut slugs: Vec<_> = folders.filter_map(|e| e.file_name().into_string().ok()).collect();
        slugs.sort_unstable();
        slugs
    }

    /// All notebook files of one person, in no order.
    pub(crate) fn notebooks_of(&self, slug: &str) -> Vec<NotebookPath> {
        let folder = self.annotations.join(slug);
        if !self.is_inside(&folder) {
            return Vec::new();
        }
        let named = |below: String| {
            let article = below.strip_suffix(".json")?.to_owned();
            Some(NotebookPath { slug: slug.to_owned(), article, path: folder.join(&below) })
        };
        listing::files(&folder, "json").into_iter().filter_map(named).collect()
    }

    /// All notebook files of all people, sorted by person and article.
    pub fn notebooks(&self) -> Vec<NotebookPath> {
        let mut found = self.notebooks_where(|_| true);
        found.sort_unstable();
        found
    }

    /// Those on articles of certain names, in no order.
    pub(crate) fn notebooks_where(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<NotebookPath> {
        let named = |below: &String| {
            let (slug, article) = below.split_once('/')?;
            let article = article.strip_suffix(".json").filter(|article| is_wanted(article))?;
            let path = self.annotations.join(below);
            Some(NotebookPath { slug: slug.to_owned(), article: article.to_owned(), path })
        };
        self.files("json").iter().filter_map(named).collect()
    }

    /// Line and column, from 1, where an annotation begins in a notebook below the desk's folder.
    pub(crate) fn line_of(&self, file: &str, id: &str) -> Option<(usize, usize)> {
        let bytes = Disk.read(&self.root.join(file)).ok()??;
        let text = String::from_utf8(bytes).ok()?;
        let name = format!("{}:", serde_json::Value::from(id));
        let lines = text.lines().enumerate();
        let mut found = lines.filter_map(|(i, line)| {
            let at = line.find(&name)?;
            Some((i + 1, line[..at].chars().count() + 1))
        });
        found.next()
    }

    /// Notebook files that stand in no annotator's folder.
    pub(crate) fn strays(&self) -> Vec<PathBuf> {
        let files = self.files("json").into_iter();
        files
            .filter(|below| !below.contains('/'))
            .map(|below| self.annotations.join(below))
            .collect()
    }

    /// What a save that was killed left behind.
    pub fn leftovers(&self) -> Vec<PathBuf> {
        if !self.is_inside(&self.annotations) {
            return Vec::new();
        }
        let files = listing::hidden(&self.annotations, TEMP_PREFIX).into_iter();
        files
            .filter(|below| listing::has_extension(below, "tmp"))
            .map(|below| self.annotations.join(below))
            .collect()
    }

    /// Removes a leftover, while nobody is saving beside it.
    ///
    /// # Errors
    /// What the system says.
    pub(crate) fn remove_leftover(&self, path: &Path) -> io::Result<()> {
        let path = inside::target(&self.root, path)?;
        let _lock = Disk.lock(folder_of(&path))?;
        fs::remove_file(path)
    }

    /// The files of this kind below `annotations/`; none where that leads out of the desk.
    fn files(&self, extension: &str) -> Vec<String> {
        if !self.is_inside(&self.annotations) {
            return Vec::new();
        }
        listing::files(&self.annotations, extension)
    }

    fn is_inside(&self, path: &Path) -> bool {
        inside::target(&self.root, path).is_ok()
    }

    /// The article a path belongs to, as its path below `seeds/`: for what a
    /// person types or a file watch reports.
    pub fn article_name(&self, path: &Path) -> Option<String> {
        let below = path.strip_prefix(&self.seeds).ok()?;
        if self.flat && path.starts_with(&self.annotations) {
            return None;
        }
        let parts: Option<Vec<_>> = below.iter().map(OsStr::to_str).collect();
        parts.map(|p| p.join("/")).filter(|name| !name.is_empty())
    }
}

/// A name as a path that stays where it is put: plain parts only, no `..`, no root.
pub(super) fn inside(name: &str) -> Option<PathBuf> {
    let forbidden: &[char] = if cfg!(windows) { &['\0', '\\', ':'] } else { &['\0'] };
    let plain =
        !name.contains(forbidden) && name.split('/').all(|part| !matches!(part, "" | "." | ".."));
    let path = PathBuf::from(name);
    (plain && path.components().all(|c| matches!(c, Component::Normal(_)))).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_never_lead_outside() {
        for name in ["", ".", "..", "../x", "a/../../x", "/etc/passwd", "a//b", "a/", "x\0y", "./x"]
        {
            assert_eq!(inside(name), None, "{name:?}");
        }
        for name in ["x.txt", "a/b.txt", "..txt", "...", "é è.txt", "a\nb.txt"] {
            assert_eq!(inside(name), Some(PathBuf::from(name)), "{name:?}");
        }
    }
}
