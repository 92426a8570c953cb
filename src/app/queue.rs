//! What the background threads have to do, in the order of what the person looks at.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::Event;
use super::office::Office;
use super::tour::{Goal, Quest, Tour};
use super::work::Hand;
use crate::core::article::{Document, Span};
use crate::core::claim::Analysis;
use crate::core::filter::Filter;
use crate::core::review::Level;
use crate::state::model::desk::ArticleId;
use crate::state::model::signal::Search;

/// Something to do behind the screen.
#[derive(Debug)]
pub(super) enum Job {
    /// Read the whole of a large article.
    Read(ArticleId),
    /// Find the claims of a text.
    Study(ArticleId, Arc<Document>),
    /// Find quotes again.
    Anchor(Search),
    /// Title and counts of these articles.
    Sum(Vec<ArticleId>),
    /// What the desk says about a claim.
    Relate { article: ArticleId, doc: Arc<Document>, analysis: Arc<Analysis>, span: Span },
    /// All differences of the desk.
    Diverge,
    /// How many claims of these articles differ from what others say.
    CountDifferences(Vec<ArticleId>),
    /// Look for a query in a large text.
    Search { article: ArticleId, doc: Arc<Document>, query: String },
    /// Go through all articles, a part at a time.
    Tour(Tour),
    /// Look whether an article holds claims of a filter.
    Resift { article: ArticleId, line: String, filter: Arc<Filter>, level: Level },
    /// Open a link.
    Browse(String),
}

/// What is to be done.
#[derive(Debug, Default)]
pub(super) struct Queue {
    urgent: VecDeque<Job>,
    /// Articles that were written since they were read.
    changed: VecDeque<ArticleId>,
    /// The next article of the sweep through the whole desk, once it has begun.
    sweep: Option<ArticleId>,
    /// The articles that nobody has begun to read since they were last written.
    unread: Vec<bool>,
    /// How many are unread or being read.
    left: usize,
    /// How often background reading was stopped: what began before ends.
    stops: u64,
    /// The tours of all articles that are wanted, by what they look for; earlier ones end.
    touring: [Arc<AtomicU64>; Goal::COUNT],
}

impl Queue {
    /// The next job (what is urgent, what has changed, then the sweep), and how many
    /// articles it goes through for title, counts and index: of each only one job does.
    pub(super) fn next(&mut self) -> Option<(Job, usize)> {
        match self.urgent.pop_front() {
            Some(Job::Sum(mut articles)) => {
                articles.retain(|article| self.claim(*article));
                let claimed = articles.len();
                return Some((Job::Sum(articles), claimed));
            }
            Some(job) => {
                let article = match &job {
                    Job::Read(article) | Job::Study(article, _) => Some(*article),
                    _ => None,
                };
                let claimed = article.is_some_and(|article| self.claim(article));
                return Some((job, usize::from(claimed)));
            }
            None => {}
        }
        self.next_unread().map(|article| (Job::Sum(vec![article]), 1))
    }

    fn next_unread(&mut self) -> Option<ArticleId> {
        while let Some(article) = self.changed.pop_front() {
            if self.claim(article) {
                return Some(article);
            }
        }
        let from = self.sweep?;
        let next = (from..self.unread.len()).find(|article| self.claim(*article));
        self.sweep = next.map(|id| id + 1);
        next
    }

    /// Takes an article to read, if nobody else has.
    fn claim(&mut self, article: ArticleId) -> bool {
        self.unread.get_mut(article).is_some_and(std::mem::take)
    }

    pub(super) fn is_idle(&self) -> bool {
        self.urgent.is_empty() && self.changed.is_empty() && self.sweep.is_none()
    }
    /// Drops what this job makes needless: what was asked for a page ago is no longer looked at.
    fn forget(&mut self, job: &Job) {
        let same = |other: &Job| std::mem::discriminant(other) == std::mem::discriminant(job);
        self.urgent.retain(|other| !(is_glance(other) && same(other)));
    }

    /// How often background reading was stopped.
    pub(super) const fn stops(&self) -> u64 {
        self.stops
    }

    /// An article that was taken was not read.
    pub(super) fn put_back(&mut self, article: ArticleId) {
        if let Some(unread) = self.unread.get_mut(article) {
            *unread = true;
        }
    }

    /// So many articles that were taken are done; tells whether none is left.
    pub(super) fn finish(&mut self, articles: usize) -> bool {
        self.left = self.left.saturating_sub(articles);
        self.left == 0
    }

    /// The next part of a tour, unless something else is looked for by now.
    pub(super) fn go_on(&mut self, tour: Tour) {
        if tour.is_wanted() {
            self.urgent.push_back(Job::Tour(tour));
        }
    }

    /// Differences are still to be counted for these, unless others are asked for by now.
    pub(super) fn count_on(&mut self, articles: &[ArticleId]) {
        let asked = |job: &Job| matches!(job, Job::CountDifferences(_));
        if !articles.is_empty() && !self.urgent.iter().any(asked) {
            self.urgent.push_back(Job::CountDifferences(articles.to_vec()));
        }
    }

    fn stop_tours(&mut self, goal: Goal) {
        self.touring[goal as usize].fetch_add(1, Ordering::Relaxed);
        self.urgent.retain(|job| !matches!(job, Job::Tour(tour) if tour.goal() == goal));
    }
}

/// The queue, and the bell that wakes who waits for it.
pub(super) type Shared = Arc<(Mutex<Queue>, Condvar)>;

/// Where the loop puts jobs.
#[derive(Debug)]
pub(super) struct Worker {
    queue: Shared,
}

impl Worker {
    /// A queue, and a hand that works it off.
    pub(super) fn new(office: Office, events: Sender<Event>) -> (Self, Hand) {
        let left = office.len();
        let queue = Queue { unread: vec![true; left], left, ..Queue::default() };
        let queue = Arc::new((Mutex::new(queue), Condvar::new()));
        (Self { queue: queue.clone() }, Hand::new(office, events, queue))
    }

    /// Puts jobs before everything else.
    pub(super) fn first(&self, jobs: Vec<Job>) {
        let mut queue = lock(&self.queue);
        for job in jobs.into_iter().rev() {
            queue.forget(&job);
            queue.urgent.push_front(job);
        }
        self.queue.1.notify_all();
    }

    /// Puts a job behind the others that are asked for, before the sweep.
    pub(super) fn last(&self, job: Job) {
        let mut queue = lock(&self.queue);
        queue.forget(&job);
        queue.urgent.push_back(job);
        self.queue.1.notify_one();
    }

    /// Begins to go through all articles for something, instead of what was looked for before.
    pub(super) fn tour(&self, quest: &Quest, line: &str, articles: usize) {
        let mut queue = lock(&self.queue);
        queue.stop_tours(quest.goal());
        let wanted = &queue.touring[quest.goal() as usize];
        let tours: Vec<_> = Tour::start(quest, line, wanted, articles).collect();
        queue.urgent.extend(tours.into_iter().map(Job::Tour));
        self.queue.1.notify_all();
    }

    /// Ends going through all articles for this.
    pub(super) fn stop_tours(&self, goal: Goal) {
        lock(&self.queue).stop_tours(goal);
    }

    /// Begins the sweep through the whole desk, or ends it together with finding the
    /// claims of large articles; what was read stays read.
    pub(super) fn read_ahead(&self, on: bool) {
        let mut queue = lock(&self.queue);
        queue.sweep = on.then_some(0);
        if !on {
            queue.stops += 1;
            queue.urgent.retain(|job| !matches!(job, Job::Read(_) | Job::Study(..)));
        }
        self.queue.1.notify_all();
    }

    /// An article has changed: it is read again.
    pub(super) fn renew(&self, article: ArticleId) {
        let mut queue = lock(&self.queue);
        let Some(unread) = queue.unread.get_mut(article) else { return };
        if !std::mem::replace(unread, true) {
            queue.left += 1;
        }
        queue.changed.push_back(article);
        self.queue.1.notify_all();
    }
}

/// Whether only the latest of its kind matters.
const fn is_glance(job: &Job) -> bool {
    matches!(job, Job::Sum(_) | Job::Relate { .. } | Job::Search { .. } | Job::CountDifferences(_))
}

pub(super) fn lock(queue: &Shared) -> MutexGuard<'_, Queue> {
    queue.0.lock().unwrap_or_else(PoisonError::into_inner)
}
