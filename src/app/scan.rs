//! Going through all articles, a part at a time, so that it can be stopped.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::context::Context;
use super::study;
use crate::core::claim::Level;
use crate::core::filter::Filter;
use crate::core::search::{Excerpt, Needle, Phrase, excerpts};
use crate::state::model::bulk::{Collected, Want};
use crate::state::model::desk::ArticleId;
use crate::state::model::hits::{Found, Hit, MOST};
use crate::state::model::work::{Answer, Wanted};

/// A way through every second (third, …) article.
#[derive(Clone, Debug)]
pub(super) struct Scan {
    sought: Sought,
    line: Arc<str>,
    number: u64,
    /// The number of the scans that are wanted.
    wanted: Arc<AtomicU64>,
    next: ArticleId,
    step: usize,
    articles: usize,
}

/// What is looked for.
#[derive(Clone, Debug)]
pub(super) enum Sought {
    /// Words, for at most so many lines.
    Find(Arc<Phrase>, usize),
    /// Claims that a filter lets through, at a level of detail.
    Filter(Arc<Filter>, Level),
    /// Claims to decide together.
    Many(Arc<Want>),
}

/// What scans look for: of each, only the latest is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// Words of the texts.
    Words,
    /// Articles with claims of a filter.
    Claims,
    /// The claims themselves, to decide them together.
    Many,
}

impl Goal {
    /// How many there are.
    pub(super) const COUNT: usize = 3;
}

/// Scans at the same time: as many as help on a small machine.
const SCANS: usize = 2;
/// Time between two reports of work that can be stopped.
pub(super) const PART: Duration = Duration::from_millis(40);

impl Sought {
    pub(super) const fn goal(&self) -> Goal {
        match self {
            Self::Find(..) => Goal::Words,
            Self::Filter(..) => Goal::Claims,
            Self::Many(_) => Goal::Many,
        }
    }

    /// The search for a query; none where it is empty.
    pub(super) fn words(query: &str) -> Option<Self> {
        Some(Self::Find(Arc::new(Phrase::new(query)?), MOST / SCANS))
    }

    /// The search for claims; none where the filter asks for nothing.
    pub(super) fn claims(wanted: &Wanted) -> Option<Self> {
        let Wanted { line, filter, level } = wanted;
        (!line.is_empty()).then(|| Self::Filter(filter.clone(), *level))
    }
}

impl Scan {
    /// The scans that together go through all articles, for a query or filter as it was written.
    pub(super) fn start(
        sought: &Sought,
        line: &str,
        wanted: &Arc<AtomicU64>,
        articles: usize,
    ) -> impl Iterator<Item = Self> {
        let line: Arc<str> = line.into();
        let number = wanted.load(Ordering::Relaxed);
        (0..SCANS.min(articles)).map(move |next| {
            let (sought, line, wanted) = (sought.clone(), line.clone(), wanted.clone());
            Self { sought, line, number, wanted, next, step: SCANS, articles }
        })
    }

    pub(super) const fn goal(&self) -> Goal {
        self.sought.goal()
    }

    /// Whether nothing else is looked for by now.
    pub(super) fn is_wanted(&self) -> bool {
        self.wanted.load(Ordering::Relaxed) == self.number
    }

    pub(super) const fn is_done(&self) -> bool {
        self.next >= self.articles
    }

    /// Looks through some articles.
    pub(super) fn walk(&mut self, context: &Context) -> Answer {
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
        let answer = match &mut self.sought {
            Sought::Find(phrase, room) => {
                let mut found = Found::default();
                for article in part.by_ref().map(&mut visit) {
                    look(context, article, phrase, room, &mut found);
                }
                Answer::Found(line, Found { searched, ..found })
            }
            Sought::Filter(filter, level) => {
                let kept = part.by_ref().map(&mut visit);
                let mut unread = 0;
                let kept = kept.filter(|id| {
                    let holds = study::holds(context, *id, filter, *level);
                    unread += usize::from(holds.is_none());
                    holds == Some(true)
                });
                let kept = kept.collect();
                Answer::Filtered { line, kept, searched, unread }
            }
            Sought::Many(want) => {
                let batches = part.by_ref().map(&mut visit);
                let batches = batches.filter_map(|id| study::collect(context, id, want)).collect();
                // Scans are told apart by what was asked for: here by its number.
                let number = line.parse().unwrap_or_default();
                Answer::Collected(number, Collected { batches, searched })
            }
        };
        self.next += searched * self.step;
        answer
    }
}

fn look(
    context: &Context,
    article: ArticleId,
    phrase: &Phrase,
    room: &mut usize,
    found: &mut Found,
) {
    if let Some(needle) = phrase.query.noted() {
        return look_at_notes(context, article, needle, room, found);
    }
    // Most articles match nowhere: no need to clean and measure their text.
    let mut counted = 0;
    let is_wanted = |text: &str| {
        let mut matches = phrase.query.find(text);
        // Nor where what matches is only counted.
        let is_wanted = (*room > 0 && matches.next().is_some()) || phrase.may_be_broken_in(text);
        counted = if *room == 0 && !is_wanted { matches.count() } else { 0 };
        is_wanted
    };
    let name = context.readable(article);
    let read = name.map(|name| context.library().document_where(&name, is_wanted));
    let Some(Ok(doc)) = read else {
        found.unread += 1;
        return;
    };
    found.count += counted;
    let Some(doc) = doc else { return };
    let (lines, count) = excerpts(phrase.query.find(doc.text()), doc.text(), *room);
    *room -= lines.len();
    found.count += count;
    found.hits.extend(lines.into_iter().map(|excerpt| Hit { article, excerpt }));
}

/// Looks through what was written about the claims of an article: each is a line of its own, at the
/// claim's place.
fn look_at_notes(
    context: &Context,
    article: ArticleId,
    needle: &Needle,
    room: &mut usize,
    found: &mut Found,
) {
    let Some(notes) = study::notes(context, article) else {
        found.unread += 1;
        return;
    };
    for (at, text) in notes {
        let (lines, count) = excerpts(needle.find(&text), &text, *room);
        found.count += count;
        *room -= lines.len();
        let hits =
            lines.into_iter().map(|excerpt| Hit { article, excerpt: Excerpt { at, ..excerpt } });
        found.hits.extend(hits);
    }
}
