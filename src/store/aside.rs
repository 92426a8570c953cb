//! What could not be saved on the desk, kept in a folder of the user's own until it can be.
//!
//! Beside each notebook lies the version that it was made from, so that taking it in later is the
//! three-way merge that a save is: what others wrote meanwhile stays.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::annotator::Annotator;
use super::desk::{Desk, inside};
use super::files::{Disk, Files as _, folder_of};
use super::format::{self, Style};
use super::refusal::SaveError;
use crate::core::annotation::Notebook;
use crate::core::annotation::merge;

/// Where the notebooks lie, as they lie in a desk.
const NOW: &str = "annotations";
/// Where the versions lie that they were made from.
const BEFORE: &str = "before";

/// A notebook that could not be saved.
#[derive(Clone, Debug)]
pub(crate) struct Unsaved<'a> {
    /// Its article, as its path below `seeds/`.
    pub article: &'a str,
    /// What the desk held when last heard of.
    pub base: &'a Notebook,
    /// What it should hold.
    pub now: &'a Notebook,
}

/// Keeps notebooks of this folder name in `folder`; what lies there already is kept, too.
///
/// # Errors
/// What the system says.
pub(crate) fn keep(folder: &Path, slug: &str, unsaved: &[Unsaved<'_>]) -> io::Result<()> {
    for Unsaved { article, base, now } in unsaved {
        let [now_path, base_path] = paths(folder, slug, article)
            .ok_or_else(|| io::Error::other("the article's name leads elsewhere"))?;
        match (read(&now_path), read(&base_path)) {
            (Some(earlier), Some(before)) => {
                let both = merge::merge(base, now, &earlier).notebook;
                write(&base_path, &before)?;
                write(&now_path, &both)?;
            }
            _ => {
                write(&base_path, base)?;
                write(&now_path, now)?;
            }
        }
    }
    Ok(())
}

/// Keeps them in a new folder among the system's temporary ones, which only this user may read.
///
/// # Errors
/// What the system says.
pub(crate) fn keep_anywhere(slug: &str, unsaved: &[Unsaved<'_>]) -> io::Result<PathBuf> {
    let folder = tempfile::Builder::new().prefix("claimdesk-unsaved-").tempdir()?;
    keep(folder.path(), slug, unsaved)?;
    Ok(folder.keep())
}

/// Saves what was kept on the desk, as far as that goes now; gives how many notebooks were, and
/// why one was not.
pub(crate) fn take_back(desk: &Desk, folder: &Path) -> (usize, Option<SaveError>) {
    let (mut saved, mut failed) = (0, None);
    let mut found = Vec::new();
    walk(&folder.join(NOW), &mut found);
    for path in found {
        let below = path.strip_prefix(folder.join(NOW)).ok().and_then(Path::to_str);
        let names = below.and_then(|below| below.strip_suffix(".json")?.split_once('/'));
        let Some((slug, article)) = names else { continue };
        let Some([now_path, base_path]) = paths(folder, slug, article) else { continue };
        let (Some(base), Some(now)) = (read(&base_path), read(&now_path)) else { continue };
        let person = Annotator::new(&now.annotator).in_folder(slug);
        match desk.notebook(&person, article).save(&base, &now) {
            Ok(_) => {
                saved += 1;
                // The base last: without it nothing is taken in a second time.
                let _ = fs::remove_file(&now_path).and_then(|()| fs::remove_file(&base_path));
            }
            Err(error) => failed = Some(error),
        }
    }
    if saved > 0 {
        prune(folder);
    }
    (saved, failed)
}

/// Takes away folders that hold nothing; what could not be read or saved stays for a person.
fn prune(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
    {
        prune(&entry.path());
    }
    // Refused where anything is left.
    let _ = fs::remove_dir(folder);
}

fn paths(folder: &Path, slug: &str, article: &str) -> Option<[PathBuf; 2]> {
    let file = format!("{article}.json");
    let (slug, file) = inside(slug).zip(inside(&file))?;
    Some([NOW, BEFORE].map(|part| folder.join(part).join(&slug).join(&file)))
}

fn read(path: &Path) -> Option<Notebook> {
    Some(format::parse(&Disk.read(path).ok()??).ok()?.notebook)
}

fn write(path: &Path, notebook: &Notebook) -> io::Result<()> {
    Disk.make_folder(folder_of(path))?;
    let mut file = Disk.create(path)?;
    Disk.write(&mut file, &format::serialize(notebook, Style::default()))?;
    Disk.sync(&file)?;
    Disk.replace(file, path)
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&entry.path(), found),
            Ok(kind) if kind.is_file() => found.push(entry.path()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::anchor::select_in;
    use crate::core::annotation::{Annotation, AnnotationId, VerdictId};
    use crate::core::article::{Document, Span};

    fn with(base: &Notebook, words: Span, verdict: &str) -> Notebook {
        let doc = Document::new(b"Il y a 300 soldats.".to_vec());
        let selector = select_in(&doc, words, None);
        let id = AnnotationId::of(&selector, |_| false);
        let mut annotation = Annotation::new(selector, jiff::Timestamp::UNIX_EPOCH);
        annotation.verdict = Some(VerdictId(verdict.to_owned()));
        let mut now = base.clone();
        now.annotations.insert(id, annotation);
        now
    }

    #[test]
    fn what_is_kept_twice_is_all_taken_in_beside_what_others_wrote() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("seeds")).unwrap();
        let desk = Desk::open(dir.path()).unwrap();
        let aside = dir.path().join("aside");
        let person = Annotator::new("Ana");
        let mut file = desk.notebook(&person, "sub/a.txt");
        let base = file.notebook().clone();
        let first = with(&base, Span::new(0, 5), "disputed");
        let second = with(&base, Span::new(7, 10), "unverified");
        let unsaved = |now| [Unsaved { article: "sub/a.txt", base: &base, now }];
        keep(&aside, "ana", &unsaved(&first)).unwrap();
        keep(&aside, "ana", &unsaved(&second)).unwrap();
        file.save(&base, &with(&base, Span::new(11, 18), "misleading")).unwrap();
        let (saved, failed) = take_back(&desk, &aside);
        assert!(saved == 1 && failed.is_none(), "{failed:?}");
        assert_eq!(desk.notebook(&person, "sub/a.txt").notebook().annotations.len(), 3);
        assert!(!aside.exists());
        assert_eq!(take_back(&desk, &aside).0, 0);
    }

    #[test]
    fn what_cannot_be_read_is_left_when_the_rest_is_taken_in() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("seeds")).unwrap();
        let desk = Desk::open(dir.path()).unwrap();
        let aside = dir.path().join("aside");
        let base = desk.notebook(&Annotator::new("Ana"), "a.txt").notebook().clone();
        let now = with(&base, Span::new(0, 5), "disputed");
        keep(&aside, "ana", &[Unsaved { article: "a.txt", base: &base, now: &now }]).unwrap();
        let torn = aside.join(NOW).join("ana").join("b.txt.json");
        fs::write(&torn, "{").unwrap();
        assert_eq!(take_back(&desk, &aside).0, 1);
        assert!(torn.exists());
    }
}
