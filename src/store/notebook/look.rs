//! What the file says, and what of that counts given what is remembered.

use super::super::files::Files;
use super::super::format::{self, Parsed, Repair};
use super::super::history::{Activity, Moment};
use super::super::refusal::{Refusal, SaveError};
use super::{NotebookFile, Seen, Stand};
use crate::core::annotation::memory::{self, Heard};

/// A look at the file.
pub(super) enum Look {
    /// There is none.
    Nothing,
    /// It has no contents.
    Empty(Seen),
    /// It is a notebook, readable at least.
    Notebook(Seen),
}

impl NotebookFile {
    /// The file as it is now, and what it comes to, given what is remembered.
    pub(super) fn heard(
        &self,
        files: &impl Files,
        moment: Moment,
    ) -> Result<(Seen, Heard), SaveError> {
        let known = || Heard { notebook: self.seen.notebook.clone(), notices: Vec::new() };
        let path = || self.shown_path();
        match self.look(files) {
            Err(refusal) | Ok(Look::Notebook(Seen { refusal: Some(refusal), .. })) => {
                Err(self.refused(refusal))
            }
            Ok(Look::Nothing) if self.would_miss() && !self.insists => {
                Err(SaveError::Gone { path: path() })
            }
            Ok(Look::Empty(_)) if self.would_miss() && !self.insists => {
                Err(SaveError::Emptied { path: path() })
            }
            Ok(Look::Nothing) => Ok((self.empty(), self.unseen()?.unwrap_or_else(known))),
            Ok(Look::Empty(now)) => Ok((now, self.unseen()?.unwrap_or_else(known))),
            Ok(Look::Notebook(now)) => {
                let heard = self.hear(moment, &now);
                Ok((now, heard))
            }
        }
    }

    /// What the file's contents come to, read at this moment.
    pub(super) fn hear(&self, moment: Moment, now: &Seen) -> Heard {
        let (known, disk) = (&self.seen.notebook, &now.notebook);
        let same_file = self.seen.bytes == now.bytes && self.seen.copies == now.copies;
        if *known == *disk || same_file {
            // It says what it said before.
            return Heard { notebook: known.clone(), notices: Vec::new() };
        }
        if moment == self.stand.moment && moment.activity == Activity::Resting {
            return memory::hear(known, &self.decided, disk);
        }
        let versions = self.history.versions(self.stand.commit.as_deref(), &self.path);
        let version = |bytes: Option<Vec<u8>>| Some(format::parse(&bytes?).ok()?.notebook);
        let versions: Vec<_> = versions.into_iter().map(version).collect();
        memory::hear_git(known, &self.decided, &versions, disk)
    }

    /// The contents are as of this moment. The commit they were made from stays known only
    /// while nothing has moved.
    pub(super) fn stand_at(&mut self, moment: Moment) {
        if self.stand.moment != moment || moment.activity != Activity::Resting {
            self.stand = Stand { moment, commit: None };
        }
    }

    /// Whether something would be missed if the file were not there or empty.
    pub(super) fn would_miss(&self) -> bool {
        self.exists() && !self.seen.notebook.annotations.is_empty()
    }

    /// What version control has of a file that had no contents from the first look on: whoever
    /// emptied or removed it did not say that all of it is withdrawn.
    ///
    /// # Errors
    /// Where there is something, and nobody has said that it is to be written back.
    fn unseen(&self) -> Result<Option<Heard>, SaveError> {
        let is_new = self.forgot || !self.seen.notebook.annotations.is_empty();
        if is_new || !self.history.has(&self.path) {
            return Ok(None);
        }
        if !self.insists {
            return Err(SaveError::Gone { path: self.shown_path() });
        }
        // The index comes last: it is the newest.
        let versions = self.history.versions(None, &self.path).into_iter().flatten();
        let bytes = versions.last().unwrap_or_default();
        let parsed = format::parse(&bytes).map_err(|e| self.refused(Refusal::Broken(e)))?;
        Ok(Some(Heard { notebook: parsed.notebook, notices: Vec::new() }))
    }

    /// Whether these bytes were seen last, and nothing had to be made of them.
    fn is_known(&self, bytes: &[u8]) -> bool {
        let seen = &self.seen;
        let is_plain = seen.refusal.is_none() && seen.repairs.is_empty() && seen.copies.is_empty();
        let is_same = is_plain && self.copies.is_empty() && seen.bytes.as_deref() == Some(bytes);
        debug_assert!(
            !is_same || format::parse(bytes).is_ok_and(|parsed| parsed.notebook == seen.said),
            "what was written is read otherwise"
        );
        is_same
    }

    /// Reads the file as it is now.
    pub(super) fn look(&self, files: &impl Files) -> Result<Look, Refusal> {
        let path = self.target()?;
        let bytes = files.read(&path).map_err(|e| Refusal::Unreadable(e.to_string()))?;
        let Some(bytes) = bytes else { return Ok(Look::Nothing) };
        if self.is_known(&bytes) {
            let Seen { said, places, style, .. } = &self.seen;
            return Ok(Look::Notebook(Seen {
                bytes: Some(bytes),
                notebook: said.clone(),
                said: said.clone(),
                places: places.clone(),
                style: *style,
                ..Seen::default()
            }));
        }
        let ask = || self.history.sides(&path);
        let Parsed { mut notebook, repairs, newer, style } =
            format::parse_with(&bytes, &ask).map_err(Refusal::Broken)?;
        if notebook.article.is_empty() && notebook.annotator.is_empty() {
            notebook.article.clone_from(&self.seen.notebook.article);
            notebook.annotator.clone_from(&self.seen.notebook.annotator);
        }
        let refusal = newer.map(Refusal::Newer);
        let bytes = Some(bytes);
        let mut seen = Seen { bytes, notebook, style, repairs, refusal, ..Seen::default() };
        self.take_copies(files, &mut seen);
        seen.said = seen.notebook.clone();
        let is_empty = seen.repairs.contains(&Repair::Empty) && seen.copies.is_empty();
        Ok(if is_empty { Look::Empty(seen) } else { Look::Notebook(seen) })
    }
}
