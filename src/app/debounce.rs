//! What is looked up once the person rests on an article of the list: looking
//! up for each that is passed by would keep the machine busy and the screen restless.

use std::time::{Duration, Instant};

use crate::state::model::work::Job;

/// So long without a change counts as resting.
const REST: Duration = Duration::from_millis(80);

/// Jobs that wait for the person to rest; of each kind only the latest.
#[derive(Debug, Default)]
pub(super) struct Debounce {
    jobs: Vec<Job>,
    since: Option<Instant>,
}

impl Debounce {
    pub(super) fn put(&mut self, job: Job) {
        let kind = std::mem::discriminant(&job);
        self.jobs.retain(|other| std::mem::discriminant(other) != kind);
        self.jobs.push(job);
        self.since = Some(Instant::now());
    }

    /// How long to wait still; none where nothing waits.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.since.map(|since| REST.saturating_sub(since.elapsed()))
    }

    pub(super) fn take(&mut self) -> Vec<Job> {
        self.since = None;
        std::mem::take(&mut self.jobs)
    }
}
