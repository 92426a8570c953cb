//! Writing a notebook among other writers: merged with what they wrote, in one step.

use std::io;
use std::path::Path;

use super::super::files::{Disk, Files, folder_of};
use super::super::format;
use super::super::refusal::{Refusal, SaveError, Step};
use super::beside::{remove_copies, rename};
use super::{NotebookFile, Seen};
use crate::core::annotation::Notebook;
use crate::core::annotation::memory;
use crate::core::annotation::merge::{self, Notice};

/// What a save came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// What stands on disk now: ours, and what others wrote meanwhile.
    pub notebook: Notebook,
    /// Whether others had written, so that `notebook` is not what was given.
    pub merged: bool,
    /// What the merge has to tell.
    pub notices: Vec<Notice>,
}

impl NotebookFile {
    /// Writes what it holds, mended and in canonical layout.
    ///
    /// # Errors
    /// As for [`Self::save`].
    pub(crate) fn rewrite(&mut self) -> Result<Saved, SaveError> {
        let notebook = self.seen.notebook.clone();
        self.write(&Disk, &notebook, &notebook, true)
    }

    /// Takes over what a copy of the notebook says that was made beside it, as from the other side
    /// of a conflict: two values for one field become a choice.
    ///
    /// # Errors
    /// As for [`Self::save`].
    pub(crate) fn take_over(&mut self, copy: &Notebook) -> Result<Saved, SaveError> {
        let Notebook { article, annotator, .. } = &self.seen.notebook;
        let of = |notebook| Notebook {
            article: article.clone(),
            annotator: annotator.clone(),
            ..notebook
        };
        let (base, ours) = (of(Notebook::default()), of(copy.clone()));
        self.save(&base, &ours)
    }

    /// Saves `ours`, which was made from `base`: what the caller was last given.
    ///
    /// The caller says so because saves may be on their way: what was merged in by
    /// the one before is not in `ours` yet, and must not look as if removed.
    ///
    /// # Errors
    /// Where nothing was written. The file is as it was, old and whole.
    pub fn save(&mut self, base: &Notebook, ours: &Notebook) -> Result<Saved, SaveError> {
        self.save_with(&Disk, base, ours)
    }

    /// Saves over a file system of the caller's.
    ///
    /// # Errors
    /// As for [`Self::save`].
    pub fn save_with(
        &mut self,
        files: &impl Files,
        base: &Notebook,
        ours: &Notebook,
    ) -> Result<Saved, SaveError> {
        self.write(files, base, ours, false)
    }

    fn write(
        &mut self,
        files: &impl Files,
        base: &Notebook,
        ours: &Notebook,
        anew: bool,
    ) -> Result<Saved, SaveError> {
        if self.seen.refusal.as_ref().is_some_and(|r| *r == Refusal::Outside) {
            return Err(self.refused(Refusal::Outside));
        }
        let path = self.target().map_err(|refusal| self.refused(refusal))?;
        let folder = folder_of(&path).to_owned();
        let failed = |step| {
            let path = self.shown_path();
            move |source| SaveError::Failed { step, path, source }
        };
        let moment = self.history.moment();
        if self.would_miss() && !self.insists && !folder.is_dir() {
            return Err(SaveError::Gone { path: self.shown_path() });
        }
        files.make_folder(&folder).map_err(failed(Step::MakeFolder))?;
        let _lock = files.lock(&folder).map_err(failed(Step::Lock))?;
        let (now, heard) = self.heard(files, moment)?;
        let mut merged = merge::merge(base, ours, &heard.notebook);
        merged.notebook.article.clone_from(&self.article);
        rename(&mut merged.notebook, &self.renamed);
        let saved = Saved {
            merged: merged.notebook != *ours,
            notebook: merged.notebook,
            notices: merged.notices.into_iter().chain(heard.notices).collect(),
        };
        let unchanged = !anew && now.repairs.is_empty() && now.notebook == saved.notebook;
        let (bytes, places) = match &now.bytes {
            Some(bytes) if unchanged => (bytes.clone(), now.places.clone()), // as its author laid it out
            Some(bytes) => {
                let (said, places) = (&now.said, &now.places);
                format::lay_out_after(&saved.notebook, now.style, said, bytes, places)
            }
            None => format::lay_out(&saved.notebook, now.style),
        };
        if now.bytes.as_ref() != Some(&bytes) {
            put(files, &path, &bytes).map_err(|(step, source)| failed(step)(source))?;
        }
        let taken = remove_copies(files, &now.copies);
        files.sync_folder(&folder).map_err(failed(Step::FlushFolder))?;
        let from = self.shown_path();
        self.copies.retain(|copy| !taken.contains(copy));
        let moved = self.move_home(files);
        moved.map_err(|source| SaveError::Failed { step: Step::Replace, path: from, source })?;
        memory::note(&mut self.decided, base, ours);
        self.seen = Seen {
            bytes: Some(bytes),
            notebook: saved.notebook.clone(),
            said: saved.notebook.clone(),
            places,
            style: now.style,
            ..Seen::default()
        };
        self.stand_at(moment);
        self.insists = false;
        Ok(saved)
    }

    /// Moves the file to where its article's name of today puts it, unless one stands there.
    fn move_home(&mut self, files: &impl Files) -> io::Result<()> {
        let Some(home) = self.home.take_if(|home| !home.exists()) else { return Ok(()) };
        files.make_folder(folder_of(&home))?;
        std::fs::rename(&self.path, &home)?;
        files.sync_folder(folder_of(&home))?;
        self.path = home;
        Ok(())
    }
}

/// Writes a file beside the one there is, and puts it in its place once it is on the medium; gives the
/// step that failed.
fn put(files: &impl Files, path: &Path, bytes: &[u8]) -> Result<(), (Step, io::Error)> {
    let failed = |step| move |source| (step, source);
    let mut file = files.create(path).map_err(failed(Step::Create))?;
    files.write(&mut file, bytes).map_err(failed(Step::Write))?;
    files.sync(&file).map_err(failed(Step::Flush))?;
    files.replace(file, path).map_err(failed(Step::Replace))
}
