//! The articles of the desk and what is decided on them.

use std::collections::HashMap;
use std::sync::Arc;

use super::summary::Summary;
use super::sums::Sums;
use crate::core::annotation::{AnnotationId, Book as TeamBook, Notebook, VerdictId, merge};

/// An article's place in the listing.
pub(crate) type ArticleId = usize;

/// An article as the folder shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Its path below `seeds/`, safe to show.
    pub name: String,
    /// Why it cannot be read, where that is known.
    pub problem: Option<String>,
    /// Whether it is there no more.
    pub gone: bool,
}

/// What somebody decided on an article that is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// The name the article had.
    pub article: String,
    /// Who decided; none for oneself.
    pub who: Option<String>,
    /// The verdicts, with their words and notes.
    pub verdicts: Vec<(VerdictId, String, String)>,
    /// An article in which most of the words stand, and how many do.
    pub offer: Option<(String, usize)>,
}

/// One article of the desk.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// What the folder says.
    pub listing: Listing,
    /// What reading it said, once it was read; changed through the desk alone, which adds it up.
    summary: Option<Summary>,
    /// How many of its claims differ from what others say, once counted.
    pub differs: Option<usize>,
}

impl Article {
    /// What reading it said, once it was read.
    pub const fn summary(&self) -> Option<&Summary> {
        self.summary.as_ref()
    }
}

/// The annotations of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Books {
    /// One's own.
    pub own: Notebook,
    /// Whether one's own file was damaged and mended while it was read.
    pub mended: bool,
    /// Why one's own may only be read, not written.
    pub read_only: Option<String>,
    /// The teammates'.
    pub team: Vec<TeamBook>,
    /// What of the files cannot be read, or not wholly, in words.
    pub problems: Vec<String>,
    /// What was kept of one's own although the file lacks it.
    pub notices: Vec<merge::Notice>,
    /// Copies of one's own file that a sync tool left.
    pub copies: Vec<std::path::PathBuf>,
}

/// Whether a notebook's file is where it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presence {
    /// It is, or there never was one.
    #[default]
    There,
    /// It is gone, and the person is to be asked what that means.
    Gone,
    /// The person was asked.
    Asked,
}

/// Why nothing could be saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failure {
    /// The cause in a few words, for the foot.
    pub cause: String,
    /// What was tried on which file, the cause, and what to do.
    pub whole: String,
}

/// One's own notebook of an article and how it stands to the file.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// What the screen shows.
    pub now: Arc<Notebook>,
    /// What the file held when it was last read or written.
    pub base: Arc<Notebook>,
    /// What was last given to be saved, while the answer is not there.
    pub sent: Option<Arc<Notebook>>,
    /// Why it may only be read.
    pub read_only: Option<String>,
    /// Why the last save failed.
    pub failed: Option<Failure>,
    /// Whether the save waits for git, or for the file to come back.
    pub waits: bool,
    /// Whether the file is where it was.
    pub presence: Presence,
    /// The teammates' notebooks.
    pub team: Vec<TeamBook>,
    /// What of the files cannot be read, or not wholly, in words.
    pub problems: Vec<String>,
}

impl Book {
    /// What is on the screen is given to be saved; tells what it was made from:
    /// what was given before, whether that has been answered or not.
    pub(crate) fn send(&mut self) -> Arc<Notebook> {
        self.sent.replace(self.now.clone()).unwrap_or_else(|| self.base.clone())
    }

    /// The file holds `disk`, which was made from `ours` and what others wrote.
    /// Steps made meanwhile stay, and the others' changes come in.
    pub(crate) fn rebase(&mut self, ours: &Notebook, disk: Notebook) {
        let disk = Arc::new(disk);
        // Where nobody else has written there is nothing to merge: the usual case, and told
        // without a look at what both share.
        let is_ours = *ours == *disk;
        for steps in std::iter::once(&mut self.now).chain(&mut self.sent) {
            if !is_ours {
                *steps = Arc::new(merge::merge(ours, steps, &disk).notebook);
            }
            if *steps == disk {
                *steps = disk.clone();
            }
        }
        self.sent = self.sent.take().filter(|sent| *sent != disk);
        self.base = disk;
        self.waits = false;
        if std::mem::take(&mut self.presence) != Presence::There {
            self.failed = None;
        }
    }

    /// Whether the file is gone.
    pub(crate) fn is_gone(&self) -> bool {
        self.presence != Presence::There
    }

    /// Whether the disk has something else on this claim, or nothing, because it could not be saved.
    pub(crate) fn has_failed_on(&self, id: &AnnotationId) -> bool {
        self.failed.is_some() && self.now.annotations.get(id) != self.base.annotations.get(id)
    }

    /// How many annotations the disk has otherwise, or not at all; one at least where anything is
    /// not on disk.
    fn count_unsaved(&self) -> usize {
        if !self.is_unsaved() {
            return 0;
        }
        let (now, base) = (&self.now.annotations, &self.base.annotations);
        let changed = now.keys().filter(|id| now.get(id) != base.get(id)).count();
        let removed = base.keys().filter(|id| now.get(id).is_none()).count();
        (changed + removed).max(1)
    }

    /// Whether something is not on disk yet.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.now != self.base
    }
}

/// The articles and the notebooks that were read so far.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// The articles by number: those that are there, and those that were.
    pub articles: Vec<Article>,
    /// Those that are there, by name.
    pub order: Vec<ArticleId>,
    /// What was decided on articles that are gone.
    pub orphans: Vec<Orphan>,
    /// How many documents of other kinds lie among the articles and could be imported.
    pub importable: usize,
    /// Whether the folder was read.
    pub listed: bool,
    /// How many articles have been read for title, counts and index.
    pub read: usize,
    /// Whether all of them are in the index.
    pub indexed: bool,
    /// Whether reading them in the background was stopped.
    pub stopped: bool,
    /// The notebooks by article.
    pub books: HashMap<ArticleId, Book>,
    /// What the summaries add up to.
    sums: Sums,
}

impl Desk {
    /// An empty one, whose articles are read in the background or not.
    pub(crate) fn new(reads_ahead: bool) -> Self {
        Self { stopped: !reads_ahead, ..Self::default() }
    }

    /// What the summaries add up to.
    pub(crate) const fn sums(&self) -> &Sums {
        &self.sums
    }

    /// An article was read.
    pub(crate) fn summarize(&mut self, article: ArticleId, summary: Summary) {
        let Some(entry) = self.articles.get_mut(article) else { return };
        self.sums.add(&summary);
        match entry.summary.replace(summary) {
            Some(before) => self.sums.remove(&before),
            None => self.read += 1,
        }
    }

    /// Changes what reading an article said, where it was read.
    pub(crate) fn change(&mut self, article: ArticleId, change: impl FnOnce(&mut Summary)) {
        let entry = self.articles.get_mut(article);
        let Some(summary) = entry.and_then(|entry| entry.summary.as_mut()) else { return };
        self.sums.remove(summary);
        change(summary);
        self.sums.add(summary);
    }

    /// Takes what the folder holds; gives the articles that have gone and those that have come.
    pub(crate) fn take(&mut self, listings: Vec<Listing>) -> (Vec<ArticleId>, Vec<ArticleId>) {
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        for (id, listing) in listings.into_iter().enumerate() {
            if id == self.articles.len() {
                let listing = Listing { gone: true, ..Listing::default() };
                self.articles.push(Article { listing, ..Article::default() });
            }
            let article = &mut self.articles[id];
            match (article.listing.gone, listing.gone) {
                (false, true) => gone.push(id),
                (true, false) => come.push(id),
                _ => {}
            }
            if article.listing.gone != listing.gone {
                article.differs = None;
                if let Some(summary) = article.summary.take() {
                    self.sums.remove(&summary);
                }
            }
            article.listing = listing;
        }
        let articles = &self.articles;
        self.order = (0..articles.len()).filter(|id| !articles[*id].listing.gone).collect();
        if !self.order.is_sorted_by_key(|id| &articles[*id].listing.name) {
            self.order.sort_by_key(|id| &articles[*id].listing.name);
        }
        (gone, come)
    }

    /// How an article is called: its title, else its name.
    pub fn title(&self, article: ArticleId) -> &str {
        let Some(article) = self.articles.get(article) else { return "" };
        let title = article.summary().map(|summary| summary.title.as_str());
        title.filter(|title| !title.is_empty()).unwrap_or(&article.listing.name)
    }

    /// The same of an article by its name; the name of one that is not here.
    pub(crate) fn title_of(&self, name: &str) -> String {
        let known = self.articles.iter().position(|article| article.listing.name == name);
        known.map_or(name, |article| self.title(article)).to_owned()
    }

    /// Articles whose notebook is not on disk, in order.
    pub fn unsaved(&self) -> Vec<ArticleId> {
        let mut ids: Vec<_> =
            self.books.iter().filter(|(_, book)| book.is_unsaved()).map(|(id, _)| *id).collect();
        ids.sort_unstable();
        ids
    }

    /// Whether a save waits for git or another program.
    pub(crate) fn waits(&self) -> bool {
        self.books.values().any(|book| book.waits)
    }

    /// Why the first failed save failed.
    pub fn failure(&self) -> Option<&Failure> {
        let failed = self.books.iter().filter_map(|(id, book)| Some((id, book.failed.as_ref()?)));
        failed.min_by_key(|(id, _)| **id).map(|(_, why)| why)
    }

    /// Whether a save is under way.
    pub(crate) fn is_saving(&self) -> bool {
        self.books.values().any(|book| book.sent.is_some() && book.failed.is_none())
    }

    /// How many decisions are not on disk.
    pub(crate) fn count_unsaved(&self) -> usize {
        self.books.values().map(Book::count_unsaved).sum()
    }
}
