//! Undo and redo, to the start of the session.

use super::desk::ArticleId;
use crate::core::annotation::edit::Edit;

/// One step: what it did to each article that it changed.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// What it did, article by article: at least one.
    pub parts: Vec<Part>,
}

/// What a step did to one article, with the place to show when it is taken back.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// Which article it changed.
    pub article: ArticleId,
    /// What it did.
    pub edit: Edit,
    /// Where the cursor stood: a byte of the text.
    pub at: usize,
}

impl Step {
    /// A step in one article.
    pub(crate) fn of(article: ArticleId, edit: Edit, at: usize) -> Self {
        Self { parts: vec![Part { article, edit, at }] }
    }
}

/// The steps done and undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// A new step; what was undone before it is gone.
    pub(crate) fn push(&mut self, step: Step) {
        self.done.push(step);
        self.undone.clear();
    }

    /// The step to take back.
    pub(crate) fn undo(&mut self) -> Option<Step> {
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step)
    }

    /// The place of the last step.
    pub fn last(&self) -> Option<(ArticleId, usize)> {
        let part = self.done.last()?.parts.first()?;
        Some((part.article, part.at))
    }

    /// The step that was to be taken back could not be: it is forgotten.
    pub(crate) fn forget_undone(&mut self) {
        self.undone.pop();
    }

    /// The step that was to be done again could not be: it is forgotten.
    pub(crate) fn forget_done(&mut self) {
        self.done.pop();
    }

    /// Changes the places of all steps.
    pub(crate) fn each(&mut self, change: impl FnMut(&mut Part)) {
        let steps = self.done.iter_mut().chain(&mut self.undone);
        steps.flat_map(|step| &mut step.parts).for_each(change);
    }

    /// Whether something can be taken back.
    pub(crate) const fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether something can be done again.
    pub(crate) const fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// The step to do again.
    pub(crate) fn redo(&mut self) -> Option<Step> {
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }
}
