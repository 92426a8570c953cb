//! One article with all that is known of it, for reading and deciding.

use jiff::Timestamp;

use super::{Library, Notebooks};
use crate::core::anchor::select_in;
use crate::core::annotation::edit::Edit;
use crate::core::annotation::{Annotation, AnnotationId, BlobId, Selector};
use crate::core::article::{Document, Span};
use crate::core::claim::Analysis;
use crate::core::review::{Level, Review};
use crate::store::notebook::Saved;
use crate::store::refusal::SaveError;

/// One article.
#[derive(Debug)]
pub struct Opened {
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
    pub fn review(&self, library: &Library, level: Level) -> Review {
        let Notebooks { own, team, .. } = &self.notebooks;
        let decisions = library.decisions(&self.document, own.notebook(), team);
        Review::of(&self.document, &self.analysis, decisions, level)
    }

    /// One's own annotation of this name.
    pub fn annotation(&self, id: Option<&AnnotationId>) -> Option<&Annotation> {
        self.notebooks.own.notebook().annotations.get(id?)
    }

    /// What names these words.
    pub fn selector(&self, span: Span) -> Selector {
        select_in(&self.document, span, Some(self.blob.clone()))
    }

    /// Changes the annotation of this id, or makes one on these words, and saves it.
    ///
    /// # Errors
    /// Where it cannot be saved; then it is not changed.
    pub fn decide(
        &mut self,
        span: Span,
        id: Option<AnnotationId>,
        now: Timestamp,
        change: impl FnOnce(&mut Annotation),
    ) -> Result<AnnotationId, SaveError> {
        let notebook = self.notebooks.own.notebook();
        let (id, edit) = match id {
            Some(id) => {
                let edit = Edit::change(notebook, &id, now, change);
                (id, edit)
            }
            None => {
                let mut annotation = Annotation::new(self.selector(span), now);
                change(&mut annotation);
                let taken = |id: &AnnotationId| notebook.annotations.contains_key(id);
                let id = AnnotationId::of(&annotation.selector, taken);
                (id.clone(), Edit::add(id, annotation))
            }
        };
        self.save(&edit)?;
        Ok(id)
    }

    /// Removes an annotation.
    ///
    /// # Errors
    /// As for [`Self::decide`].
    pub fn withdraw(&mut self, id: &AnnotationId) -> Result<(), SaveError> {
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
