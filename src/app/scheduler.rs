//! What the background threads have to do, in the order of what the person looks at.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::scan::{Goal, Scan, Sought};
use crate::state::model::desk::ArticleId;
use crate::state::model::work::Job;

/// Something in the queue.
#[derive(Debug)]
pub(super) enum Task {
    /// A job as it was asked for.
    Job(Job),
    /// A part of the way through all articles.
    Scan(Scan),
}

/// That an article's text was read, as it was then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Begun {
    article: ArticleId,
    stops: u64,
    written: u64,
}

/// What is to be done.
#[derive(Debug, Default)]
pub(super) struct Queue {
    urgent: VecDeque<Task>,
    /// Articles that were written since they were read.
    changed: VecDeque<ArticleId>,
    /// The next article of the sweep through the whole desk, once it has begun.
    sweep: Option<ArticleId>,
    /// The articles that nobody has begun to read since they were last written.
    unread: Vec<bool>,
    /// How many are unread or being read.
    left: usize,
    /// The articles whose differences are counted, or being counted, in the index as it is.
    counted: HashSet<ArticleId>,
    /// How often differences were asked to be counted.
    counts: u64,
    /// How many jobs are being done.
    in_hand: usize,
    /// How often background reading was stopped: what began before ends.
    stops: u64,
    /// How often articles were written since the start: what is found in a text of before ends.
    written: HashMap<ArticleId, u64>,
    /// The scans of all articles that are wanted, by what they look for; earlier ones end.
    scanning: [Arc<AtomicU64>; Goal::COUNT],
    /// Whether nothing is ever to be done again.
    is_over: bool,
}

impl Queue {
    /// The next job (what is urgent, what has changed, then the sweep), and how many
    /// articles it goes through for title, counts and index: of each only one job does. Who takes it
    /// says so when it is done ([`Self::put_down`]).
    pub(super) fn next(&mut self) -> Option<(Task, usize)> {
        let next = self.take();
        self.in_hand += usize::from(next.is_some());
        next
    }

    /// A job that was taken is done.
    pub(super) fn put_down(&mut self) {
        self.in_hand -= 1;
    }

    /// Whether no article is still to be read.
    pub(super) fn is_whole(&self) -> bool {
        self.left == 0
    }

    /// Whether nothing is being done, nor to be done.
    pub(super) fn is_at_rest(&self) -> bool {
        self.in_hand == 0 && self.is_idle()
    }

    fn take(&mut self) -> Option<(Task, usize)> {
        match self.urgent.pop_front() {
            Some(Task::Job(Job::Summarize(mut articles))) => {
                articles.retain(|article| self.unread.get(*article) == Some(&true));
                self.share(&mut articles, Job::Summarize);
                articles.retain(|article| self.claim(*article));
                let claimed = articles.len();
                return Some((Task::Job(Job::Summarize(articles)), claimed));
            }
            Some(Task::Job(Job::CountDifferences(mut articles))) => {
                articles.retain(|article| !self.counted.contains(article));
                self.share(&mut articles, Job::CountDifferences);
                self.counted.extend(&articles);
                return Some((Task::Job(Job::CountDifferences(articles)), 0));
            }
            Some(job) => {
                let article = match &job {
                    Task::Job(Job::Read(article) | Job::Analyze(article, _)) => Some(*article),
                    _ => None,
                };
                let claimed = article.is_some_and(|article| self.claim(article));
                return Some((job, usize::from(claimed)));
            }
            None => {}
        }
        let next = self.next_unread();
        next.map(|article| (Task::Job(Job::Summarize(vec![article])), 1))
    }

    /// Leaves half of the articles for who comes next, so that no thread is idle while another has
    /// them all.
    fn share(&mut self, articles: &mut Vec<ArticleId>, job: fn(Vec<ArticleId>) -> Job) {
        let rest = articles.split_off(articles.len().div_ceil(2));
        if !rest.is_empty() {
            self.urgent.push_front(Task::Job(job(rest)));
        }
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

    /// Whether nothing is ever to be done again.
    pub(super) const fn is_over(&self) -> bool {
        self.is_over
    }

    pub(super) fn is_idle(&self) -> bool {
        self.urgent.is_empty() && self.changed.is_empty() && self.sweep.is_none()
    }
    /// Drops what this job makes needless: what was asked for a page ago is no longer looked at.
    fn forget(&mut self, job: &Job) {
        let kind = std::mem::discriminant(job);
        let stale = |other: &Job| is_of_the_moment(other) && std::mem::discriminant(other) == kind;
        self.urgent.retain(|task| !matches!(task, Task::Job(other) if stale(other)));
        self.counts += u64::from(matches!(job, Job::CountDifferences(_)));
    }

    /// What reading an article begins with.
    pub(super) fn begin(&self, article: ArticleId) -> Begun {
        let written = self.written.get(&article).copied().unwrap_or_default();
        Begun { article, stops: self.stops, written }
    }

    /// Whether what was begun is still of use.
    pub(super) fn is_wanted(&self, begun: Begun) -> bool {
        self.begin(begun.article) == begun
    }

    /// Whether the article is as it was.
    pub(super) fn is_current(&self, begun: Begun) -> bool {
        self.begin(begun.article).written == begun.written
    }

    /// What was begun ended before all was read, of an article that was taken if it was. One that was written since is
    /// to be read again already.
    pub(super) fn put_back(&mut self, begun: Begun, claimed: usize) {
        if !self.is_current(begun) {
            self.finish(claimed);
        } else if let Some(unread) = self.unread.get_mut(begun.article).filter(|_| claimed > 0) {
            *unread = true;
        }
    }

    /// There are numbers for so many articles now, and these have come: they are read next.
    pub(super) fn grow(&mut self, articles: usize, come: &[ArticleId]) {
        self.unread.resize(articles.max(self.unread.len()), false);
        for article in come {
            if !std::mem::replace(&mut self.unread[*article], true) {
                self.left += 1;
            }
        }
        self.changed.extend(come);
    }

    /// So many articles that were taken are done; tells whether none is left.
    pub(super) fn finish(&mut self, articles: usize) -> bool {
        self.left = self.left.saturating_sub(articles);
        if self.left == 0 && articles > 0 {
            // The index has changed.
            self.counted.clear();
        }
        self.left == 0
    }

    /// The next part of a scan, unless something else is looked for by now.
    pub(super) fn go_on(&mut self, scan: Scan) {
        if scan.is_wanted() {
            self.urgent.push_back(Task::Scan(scan));
        }
    }

    /// How often differences were asked to be counted.
    pub(super) const fn counts(&self) -> u64 {
        self.counts
    }

    /// The differences of the first so many of these were counted; the others are still to be, unless
    /// others were asked for since that many requests.
    pub(super) fn count_on(&mut self, articles: &[ArticleId], counted: usize, counts: u64) {
        let rest = &articles[counted..];
        self.counted.retain(|article| !rest.contains(article));
        if !rest.is_empty() && self.counts == counts {
            self.urgent.push_back(Task::Job(Job::CountDifferences(rest.to_vec())));
        }
    }

    fn stop_scans(&mut self, goal: Goal) {
        self.scanning[goal as usize].fetch_add(1, Ordering::Relaxed);
        self.urgent.retain(|task| !matches!(task, Task::Scan(scan) if scan.goal() == goal));
    }
}

/// The queue, and the bell that wakes who waits for it.
pub(super) type Shared = Arc<(Mutex<Queue>, Condvar)>;

/// Where the loop puts jobs.
#[derive(Debug)]
pub(super) struct Scheduler {
    queue: Shared,
}

impl Scheduler {
    /// The queue of a desk with so many articles.
    pub(super) fn new(articles: usize) -> Self {
        let queue = Queue { unread: vec![true; articles], left: articles, ..Queue::default() };
        Self { queue: Arc::new((Mutex::new(queue), Condvar::new())) }
    }

    /// The queue, for those who work it off.
    pub(super) fn queue(&self) -> Shared {
        self.queue.clone()
    }

    /// Whether no answer is to come.
    pub(super) fn is_at_rest(&self) -> bool {
        lock(&self.queue).is_at_rest()
    }

    /// Puts a job where it belongs: what the person waits for before everything else.
    pub(super) fn schedule(&self, job: Job) {
        match job {
            Job::Collect(number, want) => {
                let line = number.to_string();
                self.scan(Goal::Many, want.map(|want| Sought::Many(Arc::new(want))), &line);
            }
            Job::Find(query) => self.scan(Goal::Words, Sought::words(&query), &query),
            Job::Filter(wanted) => {
                self.scan(Goal::Claims, Sought::claims(&wanted), &wanted.line);
            }
            Job::CountDifferences(_)
            | Job::Gather
            | Job::CountImportable
            | Job::FilterOne(..)
            | Job::LookAtGit(_)
            | Job::History { .. }
            | Job::Sync(_) => self.last(job),
            job => self.first(vec![job]),
        }
    }

    /// Puts jobs before everything else.
    pub(super) fn first(&self, jobs: Vec<Job>) {
        let mut queue = lock(&self.queue);
        for job in jobs.into_iter().rev() {
            queue.forget(&job);
            queue.urgent.push_front(Task::Job(job));
        }
        self.queue.1.notify_all();
    }

    /// Puts a job behind the others that are asked for, before the sweep.
    fn last(&self, job: Job) {
        let mut queue = lock(&self.queue);
        queue.forget(&job);
        queue.urgent.push_back(Task::Job(job));
        self.queue.1.notify_all();
    }

    /// Begins to go through all articles for something, instead of what was looked for before.
    fn scan(&self, goal: Goal, sought: Option<Sought>, line: &str) {
        let mut queue = lock(&self.queue);
        queue.stop_scans(goal);
        let Some(sought) = sought else { return };
        let (wanted, articles) = (&queue.scanning[goal as usize], queue.unread.len());
        let scans: Vec<_> = Scan::start(&sought, line, wanted, articles).collect();
        queue.urgent.extend(scans.into_iter().map(Task::Scan));
        self.queue.1.notify_all();
    }

    /// Begins the sweep through the whole desk, or ends it together with finding the
    /// claims of large articles; what was read stays read.
    pub(super) fn read_ahead(&self, on: bool) {
        let mut queue = lock(&self.queue);
        queue.sweep = on.then_some(0);
        if !on {
            queue.stops += 1;
            queue.urgent.retain(|task| !matches!(task, Task::Job(Job::Read(_) | Job::Analyze(..))));
        }
        self.queue.1.notify_all();
    }

    /// An article has changed: it is read again.
    pub(super) fn renew(&self, article: ArticleId) {
        let mut queue = lock(&self.queue);
        *queue.written.entry(article).or_default() += 1;
        let Some(unread) = queue.unread.get_mut(article) else { return };
        if !std::mem::replace(unread, true) {
            queue.left += 1;
        }
        queue.changed.push_back(article);
        self.queue.1.notify_all();
    }
}

/// Who works the queue off ends, once nobody puts anything there.
impl Drop for Scheduler {
    fn drop(&mut self) {
        let mut queue = lock(&self.queue);
        queue.stops += 1;
        (queue.is_over, queue.sweep) = (true, None);
        queue.urgent.clear();
        queue.changed.clear();
        self.queue.1.notify_all();
    }
}

/// Whether only the latest of its kind matters.
const fn is_of_the_moment(job: &Job) -> bool {
    matches!(
        job,
        Job::List(_)
            | Job::Orphans
            | Job::CountImportable
            | Job::Summarize(_)
            | Job::Relate { .. }
            | Job::Preview(_)
            | Job::Match { .. }
            | Job::CountDifferences(_)
            | Job::Gather
            | Job::LookAtGit(_)
            | Job::History { .. }
    )
}

pub(super) fn lock(queue: &Shared) -> MutexGuard<'_, Queue> {
    queue.0.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_to_be_done_for_a_reader_that_is_gone() {
        let scheduler = Scheduler::new(2);
        scheduler.read_ahead(true);
        let queue = scheduler.queue();
        assert!(!lock(&queue).is_over());
        drop(scheduler);
        let mut queue = lock(&queue);
        assert!(queue.is_over() && queue.is_idle() && queue.next().is_none());
    }

    #[test]
    fn claims_of_a_text_that_was_written_again_are_looked_for_no_longer() {
        let scheduler = Scheduler::new(2);
        let article = ArticleId::default();
        let begin = || {
            scheduler.first(vec![Job::Read(article)]);
            let mut queue = lock(&scheduler.queue);
            let Some((_, claimed)) = queue.next() else { panic!("nothing to do") };
            (queue.begin(article), claimed)
        };
        let (before, claimed) = begin();
        assert!(lock(&scheduler.queue).is_wanted(before));
        scheduler.renew(article);
        assert!(!lock(&scheduler.queue).is_wanted(before));
        let (now, again) = begin();
        assert!(lock(&scheduler.queue).is_wanted(now));
        // The older ends, and that one article is read once more is told once.
        let mut queue = lock(&scheduler.queue);
        queue.put_back(before, claimed);
        assert!(!queue.finish(again) && queue.left == 1);
        drop(queue);
        scheduler.read_ahead(false);
        let mut queue = lock(&scheduler.queue);
        assert!(!queue.is_wanted(now));
        queue.put_back(now, 1);
        assert!(queue.unread[article]);
    }
}
