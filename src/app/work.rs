//! The background thread: what the person looks at first, then the rest of the desk.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::office::Office;
use super::{Event, study};
use crate::core::annotation::{AnnotationId, BlobId, Selector};
use crate::core::claim::analyze;
use crate::core::text::Document;
use crate::state::desk::ArticleId;
use crate::state::{Done, Loaded};

/// Something to do behind the screen.
#[derive(Debug)]
pub(super) enum Job {
    /// Read the whole of a large article.
    Read(ArticleId),
    /// Find the claims of a text.
    Study(ArticleId, Arc<Document>),
    /// Find quotes again.
    Anchor(ArticleId, Arc<Document>, Vec<(AnnotationId, Selector)>),
    /// Title and counts of these articles.
    Sum(Vec<ArticleId>),
    /// Open a link.
    Browse(String),
}

#[derive(Debug, Default)]
struct Queue {
    urgent: VecDeque<Job>,
    /// The next article of the sweep through the whole desk.
    sweep: Option<ArticleId>,
    done: Vec<bool>,
}

/// A queue and its thread.
#[derive(Debug)]
pub(super) struct Worker {
    queue: Arc<(Mutex<Queue>, Condvar)>,
}

/// Between two reports of a sweep: often enough to look alive, seldom enough to cost nothing.
const REPORT: Duration = Duration::from_millis(100);

impl Worker {
    pub(super) fn start(office: Office, events: Sender<Event>) -> Self {
        let queue = Arc::new((
            Mutex::new(Queue { done: vec![false; office.len()], ..Queue::default() }),
            Condvar::new(),
        ));
        let hand = Hand {
            office,
            events,
            queue: queue.clone(),
            sums: Vec::new(),
            reported: Instant::now(),
        };
        super::spawn("worker", move || hand.work());
        Self { queue }
    }

    /// Puts jobs before everything else.
    pub(super) fn first(&self, jobs: Vec<Job>) {
        if jobs.is_empty() {
            return;
        }
        let mut queue = self.queue.0.lock().unwrap_or_else(PoisonError::into_inner);
        for job in jobs.into_iter().rev() {
            // What was asked for a page ago is no longer looked at.
            if matches!(job, Job::Sum(_)) {
                queue.urgent.retain(|other| !matches!(other, Job::Sum(_)));
            }
            queue.urgent.push_front(job);
        }
        self.queue.1.notify_one();
    }

    /// Begins the sweep through the whole desk.
    pub(super) fn sum_all(&self) {
        self.queue.0.lock().unwrap_or_else(PoisonError::into_inner).sweep = Some(0);
        self.queue.1.notify_one();
    }
}

struct Hand {
    office: Office,
    events: Sender<Event>,
    queue: Arc<(Mutex<Queue>, Condvar)>,
    sums: Vec<(ArticleId, crate::state::desk::Summary)>,
    reported: Instant,
}

impl Hand {
    fn work(mut self) {
        loop {
            let job = self.next();
            // A panic costs the job it happened in, never the thread: the hook has logged it.
            let done = catch_unwind(AssertUnwindSafe(|| self.carry_out(job)));
            if done.is_ok_and(|alive| !alive) {
                return;
            }
        }
    }

    /// The next job; sleeps while there is none.
    fn next(&mut self) -> Job {
        let pair = self.queue.clone();
        let mut queue = pair.0.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(job) = queue.urgent.pop_front() {
                return job;
            }
            if let Some(article) = queue.sweep {
                let next = (article..queue.done.len()).find(|id| !queue.done[*id]);
                queue.sweep = next.map(|id| id + 1);
                if let Some(id) = next {
                    return Job::Sum(vec![id]);
                }
                drop(queue);
                self.report();
                queue = pair.0.lock().unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            queue = pair.1.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Tells whether anybody still listens.
    fn carry_out(&mut self, job: Job) -> bool {
        #[cfg(debug_assertions)]
        super::test_panic("worker");
        let done = match job {
            Job::Read(article) => return self.read(article),
            Job::Study(article, doc) => Done::Studied(article, Arc::new(analyze(doc.text()))),
            Job::Anchor(article, doc, selectors) => {
                Done::Anchored(article, study::anchored(&doc, &selectors))
            }
            Job::Sum(articles) => return self.sum(&articles),
            Job::Browse(url) => {
                open_link(&url);
                return true;
            }
        };
        self.events.send(Event::Done(done)).is_ok()
    }

    fn read(&self, article: ArticleId) -> bool {
        let read = self.office.desk().read_article(self.office.name(article)).map(|bytes| {
            let blob = Some(BlobId::of(&bytes));
            Loaded { doc: Arc::new(Document::new(bytes)), blob }
        });
        let doc = read.as_ref().ok().map(|loaded| loaded.doc.clone());
        let alive = self
            .events
            .send(Event::Done(Done::Read(article, read.map_err(|error| error.to_string()))))
            .is_ok();
        let Some(doc) = doc else { return alive };
        self.events.send(Event::Done(Done::Studied(article, Arc::new(analyze(doc.text()))))).is_ok()
    }

    fn sum(&mut self, articles: &[ArticleId]) -> bool {
        let urgent = articles.len() > 1;
        for article in articles {
            let summary = study::summary(&self.office, *article);
            self.sums.push((*article, summary));
            let mut queue = self.queue.0.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(done) = queue.done.get_mut(*article) {
                *done = true;
            }
        }
        if urgent || self.reported.elapsed() > REPORT {
            return self.report();
        }
        true
    }

    fn report(&mut self) -> bool {
        self.reported = Instant::now();
        let sums = std::mem::take(&mut self.sums);
        sums.is_empty() || self.events.send(Event::Done(Done::Summed(sums))).is_ok()
    }
}

/// Opens a link with the system's opener, without a shell in between.
fn open_link(url: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let mut command = std::process::Command::new(opener);
    command
        .arg(url)
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null());
    if let Err(error) = command.status() {
        tracing::warn!("cannot open {url}: {error}");
    }
}
