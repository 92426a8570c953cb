//! What one key does to a notebook, and how it is taken back.
//!
//! An edit is the annotations it touches, before and after. Applying it is a
//! three-way merge in which a field that somebody else has changed meanwhile
//! stays as it is. So undo is the edit with its two sides swapped, needs no
//! state, and after a merge takes back one's own change and nothing else.

use std::sync::Arc;

use jiff::Timestamp;

use super::field::FIELDS;
use super::merge::{self, Clash};
use super::{Annotation, AnnotationId, Notebook, Work};

/// One step of work: what undo takes back at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// The annotations touched.
    pub changes: Vec<Change>,
    /// The note on the article, before and after, where it is touched.
    pub note: Option<(String, String)>,
    /// How far one is with the article, before and after.
    pub work: Option<Box<WorkChange>>,
}

/// How far one is with an article, before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkChange {
    /// None: it was to do.
    pub before: Option<Work>,
    /// None: it is to do.
    pub after: Option<Work>,
}

/// One annotation before and after, shared with the notebooks: a session keeps all its steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which one.
    pub id: AnnotationId,
    /// None: it did not exist.
    pub before: Option<Arc<Annotation>>,
    /// None: it is removed.
    pub after: Option<Arc<Annotation>>,
}

impl Edit {
    /// An edit of these annotations.
    pub const fn of(changes: Vec<Change>) -> Self {
        Self { changes, note: None, work: None }
    }

    /// Writes the note on the article; nothing where it says that already.
    pub fn note(notebook: &Notebook, note: &str) -> Self {
        let note = (notebook.note != note).then(|| (notebook.note.clone(), note.to_owned()));
        Self { note, ..Self::default() }
    }

    /// Sets how far one is with the article; nothing where that is so already.
    pub fn work(notebook: &Notebook, after: Option<Work>) -> Self {
        let before = notebook.work.as_deref().cloned();
        let state = |work: &Option<Work>| work.as_ref().map(|work| work.state.clone());
        if state(&before) == state(&after) {
            return Self::default();
        }
        Self { work: Some(Box::new(WorkChange { before, after })), ..Self::default() }
    }

    /// Adds an annotation.
    pub fn add(id: AnnotationId, annotation: Annotation) -> Self {
        Self::of(vec![Change { id, before: None, after: Some(Arc::new(annotation)) }])
    }

    /// Removes an annotation; nothing where there is none.
    pub fn remove(notebook: &Notebook, id: &AnnotationId) -> Self {
        let before = notebook.annotations.shared(id).cloned();
        let change = before.map(|a| Change { id: id.clone(), before: Some(a), after: None });
        Self::of(change.into_iter().collect())
    }

    /// Changes fields of an annotation and its time; nothing where `change` changes nothing.
    ///
    /// A field that `change` sets is thereby chosen: its rivals are dropped.
    /// `updated` never goes back, whatever the clock does.
    pub fn change(
        notebook: &Notebook,
        id: &AnnotationId,
        now: Timestamp,
        change: impl FnOnce(&mut Annotation),
    ) -> Self {
        let Some(before) = notebook.annotations.shared(id) else { return Self::default() };
        let mut after = (**before).clone();
        change(&mut after);
        for row in FIELDS.iter().filter(|row| row.rule.has_rivals()) {
            if row.get(&after) != row.get(before) {
                after.settle(row.name());
            }
        }
        if after == **before {
            return Self::default();
        }
        after.updated = now.max(before.updated);
        let (before, after) = (Some(before.clone()), Some(Arc::new(after)));
        Self::of(vec![Change { id: id.clone(), before, after }])
    }

    /// Whether it does nothing.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.note.is_none() && self.work.is_none()
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let swap = |c: &Change| Change {
            id: c.id.clone(),
            before: c.after.clone(),
            after: c.before.clone(),
        };
        let work = self.work.as_deref().cloned();
        Self {
            changes: self.changes.iter().rev().map(swap).collect(),
            note: self.note.clone().map(|(before, after)| (after, before)),
            work: work.map(|w| Box::new(WorkChange { before: w.after, after: w.before })),
        }
    }

    /// Whether carrying it out changes anything: not where somebody else has changed the same since.
    pub fn would_change(&self, notebook: &Notebook) -> bool {
        let mut after = notebook.clone();
        self.apply(&mut after);
        let said = |book: &Notebook, id: &AnnotationId| {
            let mut known = book.annotations.get(id).cloned();
            if let Some(known) = &mut known {
                known.updated = Timestamp::UNIX_EPOCH;
            }
            known
        };
        after.note != notebook.note
            || after.work != notebook.work
            || self.changes.iter().any(|c| said(&after, &c.id) != said(notebook, &c.id))
    }

    /// Carries it out. What somebody else changed meanwhile is left alone.
    pub fn apply(&self, notebook: &mut Notebook) {
        if let Some((before, after)) = &self.note
            && notebook.note == *before
        {
            notebook.note.clone_from(after);
        }
        for change in &self.changes {
            let now = notebook.annotations.remove(&change.id);
            let (before, after) = (change.before.as_deref(), change.after.as_deref());
            let merged = merge::annotation(before, now.as_ref(), after, Clash::OursStays).0;
            match (merged, &change.after) {
                (None, _) => {}
                (Some(merged), Some(after)) if merged == **after => {
                    notebook.annotations.insert(change.id.clone(), after.clone());
                }
                (Some(merged), _) => notebook.annotations.insert(change.id.clone(), merged),
            }
        }
        if let Some(work) = &self.work
            && notebook.work.as_deref() == work.before.as_ref()
        {
            notebook.work = work.after.clone().map(Box::new);
        }
    }
}
