//! How many verdicts the edits of articles put out of force, out of git.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use super::changes::{Place, notebook, place};
use super::document;
use crate::core::annotation::BlobId;
use crate::core::team::edited::undone;
use crate::git::log::Commit;
use crate::git::{Error, Repo};
use crate::store::desk::Desk;

/// An edit of an article: its commit and the article's file.
pub(super) type Edit<'a> = (&'a str, &'a Path);

/// An edit with what it changed.
struct Edited<'a> {
    edit: Edit<'a>,
    sides: [&'a BlobId; 2],
    /// The notebooks that may have been about the article then.
    books: Vec<PathBuf>,
}

/// Of each edit that some commits made of an article, how many verdicts no longer stand; the
/// notebooks are read as each commit has them. Where git does not have a text, nothing is told.
///
/// # Errors
/// When git cannot be run.
pub(super) fn all<'a>(
    repo: &Repo,
    desk: &Desk,
    commits: &'a [Commit],
) -> Result<HashMap<Edit<'a>, usize>, Error> {
    let edits = edits(desk, commits);
    let asked = edits.iter().flat_map(|e| e.books.iter().map(|path| (e.edit.0, path.as_path())));
    let mut books = repo.files(&asked.collect::<Vec<_>>())?.into_iter();
    let edits = edits.into_iter().map(|e| {
        let read = books.by_ref().take(e.books.len()).flatten();
        let read: Vec<_> = read.map(|bytes| notebook(Some(&bytes))).collect();
        (e, read)
    });
    let edits: Vec<_> = edits.filter(|(_, books)| !books.is_empty()).collect();
    let texts = repo.contents(edits.iter().flat_map(|(e, _)| e.sides))?;
    let text = |id| Some(document(texts.get(id)?.clone()));
    let told = edits.iter().filter_map(|(Edited { edit, sides: [old, new], .. }, books)| {
        Some((*edit, undone((old, &text(*old)?), &text(*new)?, books)))
    });
    Ok(told.collect())
}

/// The edits, each with the notebooks that lie there now and those that the commits touched: one
/// that was there then, and is neither, was not there.
fn edits<'a>(desk: &Desk, commits: &'a [Commit]) -> Vec<Edited<'a>> {
    let mut touched: HashMap<String, BTreeSet<String>> = HashMap::new();
    let mut edits = Vec::new();
    for commit in commits {
        for file in &commit.files {
            match (place(desk, &file.path), &file.before, &file.after) {
                (Some(Place::Notebook { folder, article }), ..) => {
                    touched.entry(article).or_default().insert(folder);
                }
                (Some(Place::Article(article)), Some(old), Some(new)) => {
                    edits.push((article, (&*commit.id, &*file.path), [old, new]));
                }
                _ => {}
            }
        }
    }
    let people = if edits.is_empty() { Vec::new() } else { desk.annotators() };
    let edited = edits.into_iter().map(|(article, edit, sides)| {
        let here = people.iter().filter(|slug| desk.has_notebook(slug, &article));
        let folders: BTreeSet<_> =
            here.chain(touched.get(&article).into_iter().flatten()).collect();
        let path = |folder: &&String| Some(desk.notebook_path_in(folder, &article)?.path);
        Edited { edit, sides, books: folders.iter().filter_map(path).collect() }
    });
    edited.collect()
}
