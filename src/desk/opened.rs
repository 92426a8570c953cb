//! One article with all that is known of it, for reading and deciding.

use jiff::Timestamp;

use super::{Library, Notebooks};
use crate::core::anchor::select_in;
use crate::core::annotation::edit::Edit;
use crate::core::annotation::{Annotation, AnnotationId, BlobId, Final, Selector, VerdictId};
use crate::core::article::{Document, Span};
use crate::core::claim::{Analysis, Level};
use crate::core::review::{self, Item, Review};
use crate::store::notebook::Saved;
use crate::store::refusal::SaveError;

/// One article.
#[derive(Debug)]
pub(crate) struct Opened {
    /// Its name below the folder of the articles.
    pub name: String,
    /// Its text.
    pub document: Document,
    /// What git calls its bytes.
    pub blob: BlobId,
    /// What was found in it.
    pub analysis: Analysis,
    /// What was decided on it.
    pub notebooks: Notebooks,
}

impl Opened {
    /// Its claims joined with the decisions.
    pub(crate) fn review(&self, library: &Library, level: Level) -> Review {
        let Notebooks { own, team, .. } = &self.notebooks;
        let decisions = library.decisions(&self.document, own.notebook(), team);
        Review::of(&self.document, &self.analysis, decisions, level)
    }

    /// One's own annotation of this name.
    pub(crate) fn annotation(&self, id: Option<&AnnotationId>) -> Option<&Annotation> {
        self.notebooks.own.notebook().annotations.get(id?)
    }

    /// What names these words.
    pub(crate) fn selector(&self, span: Span) -> Selector {
        select_in(&self.document, span, Some(self.blob.clone()))
    }

    /// Gives a claim a verdict for the words it stands on, and saves it.
    ///
    /// # Errors
    /// Where it cannot be saved; then it is not changed.
    pub(crate) fn decide(
        &mut self,
        item: &Item,
        now: Timestamp,
        verdict: VerdictId,
        also: impl FnOnce(&mut Annotation),
    ) -> Result<AnnotationId, SaveError> {
        let (notebook, here) = (self.notebooks.own.notebook(), self.selector(item.span));
        let (id, edit) = review::decide(notebook, item, here, now, verdict, also);
        self.save(&edit)?;
        Ok(id)
    }

    /// Decides a claim for the team, or takes that back, and saves it.
    ///
    /// # Errors
    /// As for [`Self::decide`].
    pub(crate) fn rule(
        &mut self,
        item: &Item,
        now: Timestamp,
        ruling: Option<Final>,
    ) -> Result<AnnotationId, SaveError> {
        let (notebook, here) = (self.notebooks.own.notebook(), self.selector(item.span));
        let (id, edit) = review::rule(notebook, item, here, now, ruling);
        self.save(&edit)?;
        Ok(id)
    }

    /// Changes what is said about a claim, and saves it.
    ///
    /// # Errors
    /// As for [`Self::decide`].
    pub(crate) fn amend(
        &mut self,
        item: &Item,
        now: Timestamp,
        change: impl FnOnce(&mut Annotation),
    ) -> Result<AnnotationId, SaveError> {
        let (notebook, here) = (self.notebooks.own.notebook(), self.selector(item.span));
        let (id, edit) = review::amend(notebook, item.own(), here, now, change);
        self.save(&edit)?;
        Ok(id)
    }

    /// Removes an annotation.
    ///
    /// # Errors
    /// As for [`Self::decide`].
    pub(crate) fn withdraw(&mut self, id: &AnnotationId) -> Result<(), SaveError> {
        let edit = Edit::remove(self.notebooks.own.notebook(), id);
        self.save(&edit).map(drop)
    }

    fn save(&mut self, edit: &Edit) -> Result<Saved, SaveError> {
        let base = self.notebooks.own.notebook().clone();
        let mut notebook = base.clone();
        edit.apply(&mut notebook);
        self.notebooks.own.save(&base, &notebook)
    }
}
