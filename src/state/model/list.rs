//! The list of articles: what is selected and how far it is scrolled.

use super::desk::ArticleId;

/// The list pane.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// The articles shown, in order.
    pub order: Vec<ArticleId>,
    /// The selected line.
    pub selected: usize,
    /// The first visible line.
    pub top: usize,
    /// How it is sorted.
    pub sort: Sort,
    /// Only the articles on the story of this one are listed.
    pub story: Option<ArticleId>,
}

/// How the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// The most open claims first.
    Open,
    /// The most disagreement of teammates first, then the most differences with other articles.
    Differences,
    /// Those that report one story together, the story of the most articles first.
    Story,
    /// The latest first.
    Published,
    /// Those of an outlet together.
    Outlet,
    /// Those assigned to the person and not done, the soonest due first.
    Assigned,
}

impl List {
    /// The selected article.
    pub(crate) fn article(&self) -> Option<ArticleId> {
        self.order.get(self.selected).copied()
    }

    /// Selects a line, held inside the list, and scrolls so that it shows.
    pub(crate) fn select(&mut self, line: usize, visible: usize) {
        self.selected = line.min(self.order.len().saturating_sub(1));
        self.top = scrolled(self.top, self.selected, visible, self.order.len());
    }

    /// Selects an article where it is listed.
    pub(crate) fn select_article(&mut self, article: ArticleId, visible: usize) {
        // Unfiltered lists stand in order, so the usual case is one look.
        let guess = (self.order.get(article) == Some(&article)).then_some(article);
        if let Some(line) = guess.or_else(|| self.order.iter().position(|a| *a == article)) {
            self.select(line, visible);
        }
    }

    /// Moves the selection.
    pub(crate) fn step(&mut self, by: isize, visible: usize) {
        self.select(self.selected.saturating_add_signed(by), visible);
    }
}

/// The first visible line, moved as little as needed so that `selected` shows.
pub(crate) fn scrolled(top: usize, selected: usize, visible: usize, all: usize) -> usize {
    let visible = visible.max(1);
    let top = top.min(selected).max((selected + 1).saturating_sub(visible));
    top.min(all.saturating_sub(visible))
}
