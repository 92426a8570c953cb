//! Looking for a query in all articles, a part at a time, so that it can be stopped.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::office::Office;
use crate::core::search::{Needle, excerpts};
use crate::core::text::Document;
use crate::state::desk::ArticleId;
use crate::state::find::{Found, Hit, MOST};

/// A way through every second (third, …) article.
#[derive(Clone, Debug)]
pub(super) struct Tour {
    query: Arc<str>,
    needle: Arc<Needle>,
    number: u64,
    next: ArticleId,
    step: usize,
    articles: usize,
    /// How many lines it may still list.
    room: usize,
}

/// Tours at the same time: as many as help on a small machine.
const TOURS: usize = 2;
/// Time between two reports.
const PART: Duration = Duration::from_millis(40);

impl Tour {
    /// The tours that together go through all articles; none for an empty query.
    pub(super) fn start(query: &str, number: u64, articles: usize) -> impl Iterator<Item = Self> {
        let needle = Needle::new(query).map(Arc::new);
        let query: Arc<str> = query.into();
        (0..TOURS).filter_map(move |first| {
            let (query, needle) = (query.clone(), needle.clone()?);
            let (next, step, room) = (first, TOURS, MOST / TOURS);
            (first < articles).then_some(Self { query, needle, number, next, step, articles, room })
        })
    }

    pub(super) fn query(&self) -> &str {
        &self.query
    }

    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    pub(super) const fn is_done(&self) -> bool {
        self.next >= self.articles
    }

    /// Looks through some articles.
    pub(super) fn walk(&mut self, office: &Office) -> Found {
        let began = Instant::now();
        let mut found = Found::default();
        while !self.is_done() && began.elapsed() < PART {
            self.look(office, self.next, &mut found);
            found.searched += 1;
            self.next += self.step;
        }
        found
    }

    fn look(&mut self, office: &Office, article: ArticleId, found: &mut Found) {
        let Some(name) = office.readable(article) else { return };
        let Ok(bytes) = office.desk().read_article(name) else { return };
        // Most articles match nowhere: no need to clean and measure their text.
        if let Ok(text) = std::str::from_utf8(&bytes)
            && self.needle.find(text).next().is_none()
        {
            return;
        }
        let doc = Document::new(bytes);
        let (lines, count) = excerpts(&self.needle, doc.text(), self.room);
        self.room -= lines.len();
        found.count += count;
        found.hits.extend(lines.into_iter().map(|excerpt| Hit { article, excerpt }));
    }
}
