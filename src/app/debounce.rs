//! What waits while the person passes by: an article of the list that is left
//! again at once need not be opened, nor looked up what the desk says about it.
//! It would keep the machine busy and the screen restless.

use std::time::{Duration, Instant};

use crate::state::model::desk::ArticleId;
use crate::state::model::work::Job;

/// So long without a change counts as resting.
const REST: Duration = Duration::from_millis(80);
/// Articles turned to faster than this are passed by: more than thirty a second,
/// which is how fast a key repeats that is held down.
const HASTE: Duration = Duration::from_millis(30);

/// What waits for the person to rest.
#[derive(Debug, Default)]
pub(super) struct Debounce {
    /// The article turned to last, until it is opened.
    open: Option<ArticleId>,
    /// When the last two were turned to.
    turned: Option<Instant>,
    hasty: bool,
    /// Of each kind only the latest.
    jobs: Vec<Job>,
    since: Option<Instant>,
}

impl Debounce {
    /// An article is turned to.
    pub(super) fn turn_to(&mut self, article: ArticleId) {
        let now = Instant::now();
        self.hasty = self.turned.is_some_and(|before| now.duration_since(before) < HASTE);
        self.turned = Some(now);
        self.open = Some(article);
    }

    /// The article to open, whether or not the person rests.
    pub(super) fn open(&mut self) -> Option<ArticleId> {
        self.open.take()
    }

    /// Whether articles are passed by at this moment.
    pub(super) fn passes_by(&self) -> bool {
        self.open.is_some() && self.hasty
    }

    /// Whether an article is to be opened now: at once, or after some were passed by.
    pub(super) fn is_due(&self) -> bool {
        self.open_in() == Some(Duration::ZERO)
    }

    fn open_in(&self) -> Option<Duration> {
        let turned = self.turned.filter(|_| self.open.is_some())?;
        Some(if self.hasty { HASTE.saturating_sub(turned.elapsed()) } else { Duration::ZERO })
    }

    pub(super) fn put(&mut self, job: Job) {
        let kind = std::mem::discriminant(&job);
        self.jobs.retain(|other| std::mem::discriminant(other) != kind);
        self.jobs.push(job);
        self.since = Some(Instant::now());
    }

    /// How long to wait still; none where nothing waits.
    pub(super) fn patience(&self) -> Option<Duration> {
        let jobs = self.since.map(|since| REST.saturating_sub(since.elapsed()));
        jobs.into_iter().chain(self.open_in()).min()
    }

    /// The jobs, once the person rests.
    pub(super) fn take_due(&mut self) -> Vec<Job> {
        let due = self.since.is_some_and(|since| since.elapsed() >= REST);
        if due { self.take() } else { Vec::new() }
    }

    /// The jobs, whether or not the person rests.
    pub(super) fn take(&mut self) -> Vec<Job> {
        self.since = None;
        std::mem::take(&mut self.jobs)
    }
}
