//! One's own verdicts whose words stand in another article now, as where one was split.

use jiff::Timestamp;
use memchr::memmem;

use super::Library;
use crate::core::anchor::select_in;
use crate::core::annotation::edit::Edit;
use crate::core::annotation::{Annotation, AnnotationId};
use crate::core::article::Span;
use crate::core::review::Standing;
use crate::store::article::ArticleError;
use crate::store::notebook::NotebookFile;
use crate::store::refusal::SaveError;

/// A verdict whose words are in its article no more.
#[derive(Clone, Debug)]
pub(crate) struct Strayed {
    /// The article it was given on.
    pub from: String,
    /// Its name there.
    pub id: AnnotationId,
    /// What was decided.
    pub annotation: Annotation,
    /// The other articles in which its words stand.
    pub found: Vec<String>,
}

/// Why a verdict was not taken along.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StayError {
    /// The words stand there several times, or no longer.
    #[error("the words do not stand there exactly once")]
    NotOnce,
    /// Something was decided on these words there already.
    #[error("you have a verdict on these words there")]
    Decided,
    /// The article cannot be read.
    #[error(transparent)]
    Unread(#[from] ArticleError),
    /// One of the notebooks cannot be saved.
    #[error(transparent)]
    Unsaved(#[from] SaveError),
}

impl Library {
    /// One's own verdicts whose words are in their articles no more, and where else they stand.
    pub(crate) fn strayed(&self) -> Vec<Strayed> {
        let mut lost = Vec::new();
        let mut books = self.desk().notebooks_of(self.annotator().slug());
        books.sort_unstable();
        for book in books.into_iter().filter(|book| self.desk().copied(book).is_none()) {
            let file = self.desk().notebook_at(&book);
            let strays = match self.document(&book.article) {
                Ok((doc, _)) => {
                    let decisions = self.decisions(&doc, file.notebook(), &[]);
                    let placed = decisions.own().iter();
                    let lost = placed.filter(|p| matches!(p.standing, Standing::Lost(_)));
                    lost.map(|placed| placed.id.clone()).collect()
                }
                Err(error) if error.is_gone() && self.today(&book).is_none() => {
                    file.notebook().annotations.keys().cloned().collect::<Vec<_>>()
                }
                Err(_) => continue,
            };
            lost.extend(strays.into_iter().map(|id| {
                let annotation = file.notebook().annotations[&id].clone();
                Strayed { from: book.article.clone(), id, annotation, found: Vec::new() }
            }));
        }
        let quotes: Vec<_> =
            lost.iter().map(|l| vec![l.annotation.selector.exact.as_str()]).collect();
        let found = self.where_stand(&quotes);
        for (lost, found) in lost.iter_mut().zip(found) {
            let others = found.into_iter().map(|(article, _)| article);
            lost.found = others.filter(|article| *article != lost.from).collect();
        }
        lost.retain(|lost| !lost.found.is_empty());
        lost
    }

    /// Moves a verdict to another article, in which its words stand exactly once: there first, so that
    /// it is never nowhere.
    ///
    /// # Errors
    /// Where it stays where it was.
    pub(crate) fn bring(
        &self,
        strayed: &Strayed,
        to: &str,
        now: Timestamp,
    ) -> Result<(), StayError> {
        let (doc, blob) = self.document(to)?;
        let exact = &strayed.annotation.selector.exact;
        let mut places = memmem::find_iter(doc.original().as_bytes(), exact);
        let at = places.next().filter(|_| places.next().is_none()).ok_or(StayError::NotOnce)?;
        let span = doc.from_original_bytes(Span::new(at, at + exact.len()));
        let selector = select_in(&doc, span.ok_or(StayError::NotOnce)?, Some(blob));
        let mut there = self.own(to);
        let known = &there.notebook().annotations;
        if known.values().any(|a| a.selector.start == selector.start && a.selector.exact == *exact)
        {
            return Err(StayError::Decided);
        }
        let id = AnnotationId::of(&selector, |id| known.contains_key(id));
        let mut annotation = Annotation { selector, ..strayed.annotation.clone() };
        annotation.updated = now.max(annotation.updated);
        carry_out(&mut there, &Edit::add(id, annotation))?;
        let mut here = self.desk().notebook(self.annotator(), &strayed.from);
        let gone = Edit::remove(here.notebook(), &strayed.id);
        Ok(carry_out(&mut here, &gone)?)
    }
}

fn carry_out(file: &mut NotebookFile, edit: &Edit) -> Result<(), SaveError> {
    let base = file.notebook().clone();
    let mut notebook = base.clone();
    edit.apply(&mut notebook);
    file.save(&base, &notebook).map(drop)
}
