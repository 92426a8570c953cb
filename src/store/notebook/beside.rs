//! What is told of a notebook by what lies beside it: copies that sync tools left, and the names that
//! articles have now.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::super::files::Files;
use super::super::format::{self, Repair};
use super::super::inside;
use super::{NotebookFile, Seen};
use crate::core::annotation::merge;
use crate::core::annotation::{Annotation, Notebook};

impl NotebookFile {
    /// The same, read with copies of it that a program left which syncs folders; the next save
    /// takes them over and removes them.
    #[must_use]
    pub(crate) fn with_copies(mut self, copies: Vec<PathBuf>) -> Self {
        self.set_copies(copies);
        self.look_first();
        self
    }

    /// These are the copies that lie beside it now: they count when it is read again.
    pub(crate) fn set_copies(&mut self, copies: Vec<PathBuf>) {
        self.copies = copies;
    }

    /// Lets evidence name articles by the names they have now; the next save writes them.
    pub(crate) fn renaming(&mut self, renamed: BTreeMap<String, String>) {
        rename(&mut self.seen.notebook, &renamed);
        self.renamed = renamed;
    }

    /// Merges the copies into what the file says, as the sides of a conflict are.
    pub(super) fn take_copies(&self, files: &impl Files, seen: &mut Seen) {
        if seen.refusal.is_some() {
            return;
        }
        for path in &self.copies {
            let inside = inside::target(&self.desk, path).ok();
            let bytes = inside.and_then(|path| files.read(&path).ok().flatten());
            let parsed = bytes.and_then(|bytes| Some((format::parse(&bytes).ok()?, bytes)));
            let Some((parsed, bytes)) = parsed.filter(|(parsed, _)| parsed.newer.is_none()) else {
                continue;
            };
            let (article, annotator) = (&seen.notebook.article, &seen.notebook.annotator);
            let (article, annotator) = (article.clone(), annotator.clone());
            let copy = Notebook { article, annotator, ..parsed.notebook };
            seen.notebook = merge::merge(&Notebook::default(), &seen.notebook, &copy).notebook;
            seen.repairs.push(Repair::Copy);
            seen.copies.push((path.clone(), bytes));
        }
    }
}

/// Removes copies whose contents are in the file now; gives those that are gone. One that has changed
/// meanwhile, or cannot be removed, is read again with the file.
pub(super) fn remove_copies(files: &impl Files, taken: &[(PathBuf, Vec<u8>)]) -> Vec<PathBuf> {
    let is_same = |(path, bytes): &&(PathBuf, Vec<u8>)| {
        files.read(path).is_ok_and(|now| now.as_ref() == Some(bytes))
    };
    let taken = taken.iter().filter(is_same).map(|(path, _)| path);
    taken.filter(|path| std::fs::remove_file(path).is_ok()).cloned().collect()
}

/// Lets evidence name articles by the names they have now.
pub(super) fn rename(notebook: &mut Notebook, renamed: &BTreeMap<String, String>) {
    if renamed.is_empty() {
        // Each save asks, and there may be thousands of annotations to look at.
        return;
    }
    let is_old = |annotation: &Annotation| {
        let named = annotation.evidence.iter().filter_map(|evidence| evidence.article.as_ref());
        named.into_iter().any(|article| renamed.contains_key(article))
    };
    let old = notebook.annotations.iter().filter(|(_, annotation)| is_old(annotation));
    for id in old.map(|(id, _)| id.clone()).collect::<Vec<_>>() {
        let evidence = notebook.annotations.get_mut(&id).into_iter().flat_map(|a| &mut a.evidence);
        for article in evidence.filter_map(|evidence| evidence.article.as_mut()) {
            if let Some(now) = renamed.get(article) {
                article.clone_from(now);
            }
        }
    }
}
