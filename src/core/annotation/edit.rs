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
use super::{Annotation, AnnotationId, Notebook};

/// One step of work: what undo takes back at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// The annotations touched.
    pub changes: Vec<Change>,
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
    /// Adds an annotation.
    pub fn add(id: AnnotationId, annotation: Annotation) -> Self {
        Self { changes: vec![Change { id, before: None, after: Some(Arc::new(annotation)) }] }
    }

    /// Removes an annotation; nothing where there is none.
    pub fn remove(notebook: &Notebook, id: &AnnotationId) -> Self {
        let before = notebook.annotations.shared(id).cloned();
        let change = before.map(|a| Change { id: id.clone(), before: Some(a), after: None });
        Self { changes: change.into_iter().collect() }
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
        let change = Change { id: id.clone(), before, after };
        Self { changes: vec![change] }
    }

    /// Whether it does nothing.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Two edits as one step.
    #[must_use]
    pub fn and(mut self, then: Self) -> Self {
        self.changes.extend(then.changes);
        self
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let swap = |c: &Change| Change {
            id: c.id.clone(),
            before: c.after.clone(),
            after: c.before.clone(),
        };
        Self { changes: self.changes.iter().rev().map(swap).collect() }
    }

    /// Carries it out. What somebody else changed meanwhile is left alone.
    pub fn apply(&self, notebook: &mut Notebook) {
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
    }
}
