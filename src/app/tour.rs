//! Going through all articles, a part at a time, so that it can be stopped.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::office::Office;
use super::study;
use crate::core::article::Document;
use crate::core::filter::Filter;
use crate::core::review::Level;
use crate::core::search::{Needle, excerpts};
use crate::state::Done;
use crate::state::model::desk::ArticleId;
use crate::state::model::hits::{Found, Hit, MOST};

/// A way through every second (third, …) article.
#[derive(Clone, Debug)]
pub(super) struct Tour {
    quest: Quest,
    line: Arc<str>,
    number: u64,
    /// The number of the tours that are wanted.
    wanted: Arc<AtomicU64>,
    next: ArticleId,
    step: usize,
    articles: usize,
}

/// What is looked for.
#[derive(Clone, Debug)]
pub(super) enum Quest {
    /// Words, for at most so many lines.
    Find(Arc<Needle>, usize),
    /// Claims that a filter lets through, at a level of detail.
    Sift(Arc<Filter>, Level),
}

/// What tours look for: of each, only the latest is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// Words of the texts.
    Words,
    /// Claims.
    Claims,
}

impl Goal {
    /// How many there are.
    pub(super) const COUNT: usize = 2;
}

/// Tours at the same time: as many as help on a small machine.
const TOURS: usize = 2;
/// Time between two reports of work that can be stopped.
pub(super) const PART: Duration = Duration::from_millis(40);

impl Quest {
    pub(super) const fn goal(&self) -> Goal {
        match self {
            Self::Find(..) => Goal::Words,
            Self::Sift(..) => Goal::Claims,
        }
    }

    /// The search for a query; none where it is empty.
    pub(super) fn find(query: &str) -> Option<Self> {
        Some(Self::Find(Arc::new(Needle::new(query)?), MOST / TOURS))
    }
}

impl Tour {
    /// The tours that together go through all articles, for a query or filter as it was written.
    pub(super) fn start(
        quest: &Quest,
        line: &str,
        wanted: &Arc<AtomicU64>,
        articles: usize,
    ) -> impl Iterator<Item = Self> {
        let line: Arc<str> = line.into();
        let number = wanted.load(Ordering::Relaxed);
        (0..TOURS.min(articles)).map(move |next| {
            let (quest, line, wanted) = (quest.clone(), line.clone(), wanted.clone());
            Self { quest, line, number, wanted, next, step: TOURS, articles }
        })
    }

    pub(super) const fn goal(&self) -> Goal {
        self.quest.goal()
    }

    /// Whether nothing else is looked for by now.
    pub(super) fn is_wanted(&self) -> bool {
        self.wanted.load(Ordering::Relaxed) == self.number
    }

    pub(super) const fn is_done(&self) -> bool {
        self.next >= self.articles
    }

    /// Looks through some articles.
    pub(super) fn walk(&mut self, office: &Office) -> Done {
        let line = self.line.to_string();
        let began = Instant::now();
        let part = (self.next..self.articles).step_by(self.step);
        let (wanted, number) = (self.wanted.clone(), self.number);
        let goes_on = || began.elapsed() < PART && wanted.load(Ordering::Relaxed) == number;
        let mut part = part.take_while(|_| goes_on());
        let mut searched = 0;
        let mut visit = |article: ArticleId| {
            searched += 1;
            article
        };
        let done = match &mut self.quest {
            Quest::Find(needle, room) => {
                let mut found = Found::default();
                for article in part.by_ref().map(&mut visit) {
                    look(office, article, needle, room, &mut found);
                }
                Done::Found(line, Found { searched, ..found })
            }
            Quest::Sift(filter, level) => {
                let kept = part.by_ref().map(&mut visit);
                let kept = kept.filter(|id| study::holds(office, *id, filter, *level)).collect();
                Done::Sifted { line, kept, searched }
            }
        };
        self.next += searched * self.step;
        done
    }
}

fn look(office: &Office, article: ArticleId, needle: &Needle, room: &mut usize, found: &mut Found) {
    let Some(name) = office.readable(article) else { return };
    let Ok(bytes) = office.desk().read_article(name) else { return };
    // Most articles match nowhere: no need to clean and measure their text.
    if let Ok(text) = std::str::from_utf8(&bytes) {
        let mut matches = needle.find(text);
        // Nor where what matches is only counted.
        if *room == 0 || matches.next().is_none() {
            found.count += if *room == 0 { matches.count() } else { 0 };
            return;
        }
    }
    let doc = Document::new(bytes);
    let (lines, count) = excerpts(needle, doc.text(), *room);
    *room -= lines.len();
    found.count += count;
    found.hits.extend(lines.into_iter().map(|excerpt| Hit { article, excerpt }));
}
