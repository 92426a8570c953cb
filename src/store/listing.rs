//! Finding the articles of a desk, nice or not.
//!
//! Only names are read: what a file holds, and even its length, is asked when
//! it is needed. What cannot be opened safely is listed with a problem rather
//! than left out, so that nobody wonders where an article went. Links to
//! folders are not entered, so no loop can catch the walk.

use std::collections::HashSet;
use std::fs::{self, DirEntry, FileType};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::intake::ORIGINALS;
use super::kind::{self, Kind};
use super::slug::slug;
use super::source::ENDING;

/// The articles of a desk, sorted by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Articles, and what looks like one.
    pub entries: Vec<Entry>,
    /// Documents of other kinds that no article is called after: what can be imported, as
    /// paths like those of articles.
    pub others: Vec<String>,
}

/// An article by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Its path below the folder of the articles, with `/` between folders. Where the name is not
    /// valid UTF-8, the faulty bytes are replaced and `problem` says so.
    pub name: String,
    /// Why it cannot be opened; none for a plain file.
    pub problem: Option<Problem>,
}

/// Why something in the folder of articles cannot be opened as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Problem {
    /// The folder or file cannot be read.
    Unreadable,
    /// A folder whose name ends like an article's; what is in it is listed too.
    Folder,
    /// A link that leads out of the desk.
    LinkOutside,
    /// A link to nothing, or to itself.
    LinkBroken,
    /// A link to a folder: not entered.
    LinkFolder,
    /// A pipe, socket or device.
    NotAFile,
    /// A name with a line end or another control character.
    NameControl,
    /// A name that is not valid UTF-8.
    NameEncoding,
}

impl Problem {
    /// The problem in a few words.
    pub(crate) const fn describe(self) -> &'static str {
        match self {
            Self::Unreadable => "cannot be read",
            Self::Folder => "a folder, not an article",
            Self::LinkOutside => "a link that leaves the desk",
            Self::LinkBroken => "a link that leads nowhere",
            Self::LinkFolder => "a link to a folder",
            Self::NotAFile => "a pipe, socket or device",
            Self::NameControl => "control characters in its name",
            Self::NameEncoding => "its name is not UTF-8",
        }
    }
}

/// Where articles are looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    /// The desk, whose path is free of links.
    pub root: &'a Path,
    /// The folder of the articles in it.
    pub articles: &'a Path,
    /// A folder beside the articles that holds none; where there is one, others may stand there too.
    pub annotations: Option<&'a Path>,
}

/// Finds the articles of a desk.
pub(super) fn articles(place: Place<'_>) -> Listing {
    let mut walk = Walk::of(place, usize::MAX);
    walk.folder(place.articles, "");
    let imported = std::mem::take(&mut walk.imported);
    walk.found.others.retain(|name| !imported.contains(&slug(stem(name), "")));
    // Names are unique; equal ones come only from replaced faulty bytes.
    let by_name =
        |a: &Entry, b: &Entry| a.name.cmp(&b.name).then_with(|| a.problem.cmp(&b.problem));
    walk.found.entries.sort_unstable_by(by_name);
    walk.found.others.sort_unstable();
    walk.found
}

/// Whether there are more files and folders than `most`.
pub(super) fn is_larger(place: Place<'_>, most: usize) -> bool {
    let mut walk = Walk::of(place, most);
    walk.folder(place.articles, "");
    walk.left == 0
}

/// Plain files with this extension below `root`, as paths with `/`, in no order.
pub(super) fn files(root: &Path, extension: &str) -> Vec<String> {
    plain_files(root, &|name| has_extension(name, extension) && !name.starts_with('.'))
}

/// Plain files below `root` whose names begin so.
pub(super) fn hidden(root: &Path, prefix: &str) -> Vec<String> {
    plain_files(root, &|name| name.starts_with(prefix))
}

fn plain_files(root: &Path, wanted: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(root.join(&folder)) else { continue };
        for entry in entries.flatten() {
            let (Ok(kind), Ok(name)) = (entry.file_type(), entry.file_name().into_string()) else {
                continue;
            };
            let below = join(&folder, &name);
            if kind.is_dir() {
                folders.push(below);
            } else if kind.is_file() && wanted(&name) {
                found.push(below);
            }
        }
    }
    found
}

struct Walk<'a> {
    place: Place<'a>,
    found: Listing,
    /// How many files and folders may still be looked at.
    left: usize,
    /// What articles with a known origin are called.
    imported: HashSet<String>,
}

impl<'a> Walk<'a> {
    fn of(place: Place<'a>, left: usize) -> Self {
        Self { place, found: Listing::default(), left, imported: HashSet::new() }
    }

    fn folder(&mut self, path: &Path, below: &str) {
        let mut folders = Vec::new();
        match fs::read_dir(path) {
            Ok(entries) => {
                for entry in entries.flatten() {
                    if self.left == 0 {
                        return;
                    }
                    self.left -= 1;
                    folders.extend(self.entry(&entry, below));
                }
            }
            Err(_) => self.push(below.to_owned(), Some(Problem::Unreadable)),
        }
        for (path, below) in folders {
            self.folder(&path, &below);
        }
    }

    /// Lists one entry; a folder to enter is given back.
    fn entry(&mut self, entry: &DirEntry, below: &str) -> Option<(PathBuf, String)> {
        let raw = entry.file_name();
        let Ok(type_) = entry.file_type() else { return None };
        let (name, valid) = match raw.to_str() {
            Some(name) => (join(below, name), true),
            None => (join(below, &raw.to_string_lossy()), false),
        };
        if raw.as_encoded_bytes().starts_with(b".") {
            return None;
        }
        let kind = kind::of(&raw.to_string_lossy(), self.place.annotations.is_none());
        if type_.is_dir() {
            if self.is_no_place(&entry.path(), below) {
                return None;
            }
            if !valid || kind == Kind::Article {
                let problem = if valid { Problem::Folder } else { Problem::NameEncoding };
                self.push(name.clone(), Some(problem));
            }
            return valid.then(|| (entry.path(), name));
        }
        if let Some(stem) = raw.to_str().and_then(|name| name.strip_suffix(ENDING)) {
            self.imported.insert(stem.to_owned());
            return None;
        }
        if kind == Kind::Document && type_.is_file() {
            self.found.others.push(name);
            return None;
        }
        let article = kind == Kind::Article
            || (kind == Kind::Unnamed && type_.is_file() && holds_text(&entry.path()));
        if !article && !type_.is_symlink() {
            return None;
        }
        let problem = if !valid {
            Some(Problem::NameEncoding)
        } else if name.contains(char::is_control) {
            Some(Problem::NameControl)
        } else {
            self.problem(entry, type_)
        };
        if article || (problem == Some(Problem::LinkFolder) && self.place.annotations.is_none()) {
            self.push(name, problem);
        }
        None
    }

    /// Whether a folder beside articles holds none.
    fn is_no_place(&self, path: &Path, below: &str) -> bool {
        let Some(annotations) = self.place.annotations else { return false };
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        path == annotations || kind::is_built(name) || (below.is_empty() && name == ORIGINALS)
    }

    fn problem(&self, entry: &DirEntry, kind: FileType) -> Option<Problem> {
        if kind.is_file() {
            return None;
        }
        if !kind.is_symlink() {
            return Some(Problem::NotAFile);
        }
        let target = match fs::canonicalize(entry.path()) {
            Ok(target) => target,
            Err(e) if e.kind() == io::ErrorKind::PermissionDenied => {
                return Some(Problem::Unreadable);
            }
            Err(_) => return Some(Problem::LinkBroken),
        };
        match fs::metadata(&target) {
            Err(_) => Some(Problem::Unreadable),
            Ok(meta) if meta.is_dir() => Some(Problem::LinkFolder),
            Ok(_) if !target.starts_with(self.place.root) => Some(Problem::LinkOutside),
            Ok(meta) if !meta.is_file() => Some(Problem::NotAFile),
            Ok(_) => None,
        }
    }

    fn push(&mut self, name: String, problem: Option<Problem>) {
        self.found.entries.push(Entry { name, problem });
    }
}

/// Whether a file begins as text does.
fn holds_text(path: &Path) -> bool {
    let mut head = [0; 4096];
    let read = fs::File::open(path).and_then(|mut file| file.read(&mut head));
    read.is_ok_and(|len| kind::is_text(&head[..len]))
}

/// The name of a file without its folder and ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn join(folder: &str, name: &str) -> String {
    // Not written by a format, which takes four times as long: a large desk has a hundred thousand.
    if folder.is_empty() { name.to_owned() } else { [folder, "/", name].concat() }
}

pub(super) fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, e)| e.eq_ignore_ascii_case(extension))
}
