//! The background threads: what the person looks at first, then the rest of the desk.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::desk_index::DeskIndex;
use super::office::Office;
use super::tour::{Goal, PART, Quest, Tour};
use super::{Event, study};
use crate::core::annotation::BlobId;
use crate::core::claim::Analysis;
use crate::core::crosscheck::Digester;
use crate::core::filter::Filter;
use crate::core::review::Level;
use crate::core::text::{Document, Span};
use crate::state::desk::{ArticleId, Summary};
use crate::state::search::Matches;
use crate::state::signal::Search;
use crate::state::{Done, Loaded};

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

#[derive(Debug, Default)]
struct Queue {
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
    fn next(&mut self) -> Option<(Job, usize)> {
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

    fn is_idle(&self) -> bool {
        self.urgent.is_empty() && self.changed.is_empty() && self.sweep.is_none()
    }
}

impl Queue {
    /// Drops what this job makes needless: what was asked for a page ago is no longer looked at.
    fn forget(&mut self, job: &Job) {
        let same = |other: &Job| std::mem::discriminant(other) == std::mem::discriminant(job);
        self.urgent.retain(|other| !(is_glance(other) && same(other)));
    }

    fn stop_tours(&mut self, goal: Goal) {
        self.touring[goal as usize].fetch_add(1, Ordering::Relaxed);
        self.urgent.retain(|job| !matches!(job, Job::Tour(tour) if tour.goal() == goal));
    }
}

type Shared = Arc<(Mutex<Queue>, Condvar)>;

/// Where the loop puts jobs.
#[derive(Debug)]
pub(super) struct Worker {
    queue: Shared,
}

/// Between two reports of a sweep: often enough to look alive, seldom enough to cost nothing.
const REPORT: Duration = Duration::from_millis(100);

/// Bytes of text between two reports of finding its claims, which takes some
/// hundredths of a second.
const STRETCH: usize = 1 << 20;

/// More threads than this would only wait for the disk.
const MOST_THREADS: usize = 4;

impl Worker {
    /// A queue, and a hand that works it off.
    pub(super) fn new(office: Office, events: Sender<Event>) -> (Self, Hand) {
        let left = office.len();
        let queue = Queue { unread: vec![true; left], left, ..Queue::default() };
        let queue = Arc::new((Mutex::new(queue), Condvar::new()));
        let hand = Hand {
            office,
            events,
            queue: queue.clone(),
            index: DeskIndex::default(),
            digester: Digester::default(),
            sums: Vec::new(),
            reported: Instant::now(),
            browser: open_link,
        };
        (Self { queue }, hand)
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

fn lock(queue: &Shared) -> MutexGuard<'_, Queue> {
    queue.0.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What does the work.
#[derive(Clone)]
pub(super) struct Hand {
    office: Office,
    events: Sender<Event>,
    queue: Shared,
    index: DeskIndex,
    /// Each thread's own, since it remembers words.
    digester: Digester,
    sums: Vec<(ArticleId, Summary)>,
    reported: Instant,
    /// What opens links.
    pub(super) browser: fn(&str),
}

impl Hand {
    /// Gives the work to threads.
    pub(super) fn spawn(self) {
        let threads =
            std::thread::available_parallelism().map_or(2, usize::from).clamp(2, MOST_THREADS);
        for _ in 0..threads {
            let hand = self.clone();
            super::spawn("worker", move || {
                step_back();
                hand.work();
            });
        }
    }

    /// Works until nobody listens; sleeps while there is nothing to do.
    fn work(mut self) {
        while self.work_off() {
            let pair = self.queue.clone();
            let queue = lock(&pair);
            drop(pair.1.wait_while(queue, |queue| queue.is_idle()));
        }
    }

    /// Does all there is to do; tells whether anybody still listens.
    pub(super) fn work_off(&mut self) -> bool {
        while let Some((job, claimed)) = self.next() {
            // A panic costs the job it happened in, never the thread: the hook has logged it.
            match catch_unwind(AssertUnwindSafe(|| self.carry_out(job, claimed))) {
                Ok(true) => {}
                Ok(false) => return false,
                Err(_) => {
                    self.is_complete_with(claimed);
                }
            }
        }
        self.report()
    }

    fn next(&self) -> Option<(Job, usize)> {
        lock(&self.queue).next()
    }

    /// Tells whether anybody still listens.
    fn carry_out(&mut self, job: Job, claimed: usize) -> bool {
        #[cfg(debug_assertions)]
        super::test_panic("worker");
        let done = match job {
            Job::Read(article) => return self.read(article, claimed),
            Job::Study(article, doc) => {
                let stops = lock(&self.queue).stops;
                return self.study(article, &doc, claimed, stops);
            }
            Job::Anchor(search) => {
                Done::Anchored(search.article, study::anchored(&self.office, &search))
            }
            Job::Sum(articles) => return self.sum(&articles),
            Job::Relate { article, doc, analysis, span } => Done::Related(
                article,
                span,
                self.index.related(&self.office, article, &doc, &analysis, span),
            ),
            Job::Diverge => Done::Diverging(self.index.divergences(&self.office)),
            Job::CountDifferences(articles) => return self.count_differences(&articles),
            Job::Search { article, doc, query } => {
                let matches = Matches::of(&query, doc.text());
                Done::Matched(article, query, matches)
            }
            Job::Tour(tour) => return self.tour(tour),
            Job::Resift { article, line, filter, level } => {
                let holds = study::holds(&self.office, article, &filter, level);
                Done::Resifted(article, line, holds)
            }
            Job::Browse(url) => {
                (self.browser)(&url);
                return true;
            }
        };
        self.events.send(Event::Done(done)).is_ok()
    }

    fn read(&mut self, article: ArticleId, claimed: usize) -> bool {
        let stops = lock(&self.queue).stops;
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
        self.study(article, &doc, claimed, stops)
    }

    /// Finds the claims of a text on the screen. It is large, so the desk's index takes
    /// what was found, instead of finding it again.
    fn study(&mut self, article: ArticleId, doc: &Document, claimed: usize, stops: u64) -> bool {
        let Some(analysis) = self.analyze(article, doc.text(), stops) else {
            if let Some(unread) = lock(&self.queue).unread.get_mut(article).filter(|_| claimed > 0)
            {
                *unread = true;
            }
            return true;
        };
        let analysis = Arc::new(analysis);
        if self.events.send(Event::Done(Done::Studied(article, analysis.clone()))).is_err() {
            return false;
        }
        if claimed == 0 {
            return true;
        }
        let (summary, digest) =
            study::summarize(&self.office, article, doc, &analysis, &mut self.digester);
        self.index.insert(article, digest);
        self.sums.push((article, summary));
        self.tell(claimed)
    }

    /// Finds the claims of a text unless it is stopped, and tells how far it is.
    fn analyze(&self, article: ArticleId, text: &str, stops: u64) -> Option<Analysis> {
        let mut next = STRETCH;
        self.office.analyze_while(text, |at| {
            if at < next {
                return true;
            }
            next = at + STRETCH;
            let done = Done::Studying(article, at * 100 / text.len());
            let told = self.events.send(Event::Done(done)).is_ok();
            told && lock(&self.queue).stops == stops
        })
    }

    /// Goes a part of the way through all articles, and asks for the next part.
    fn tour(&self, mut tour: Tour) -> bool {
        let done = tour.walk(&self.office);
        if !tour.is_done() {
            let mut queue = lock(&self.queue);
            if tour.is_wanted() {
                queue.urgent.push_back(Job::Tour(tour));
            }
        }
        self.events.send(Event::Done(done)).is_ok()
    }

    /// Counts for some articles, and asks for the others, unless others are asked for by now.
    fn count_differences(&self, articles: &[ArticleId]) -> bool {
        let began = Instant::now();
        let in_time = articles.iter().take_while(|_| began.elapsed() < PART);
        let counts: Vec<_> =
            in_time.map(|article| (*article, self.index.differences_of(*article))).collect();
        let rest = &articles[counts.len()..];
        let mut queue = lock(&self.queue);
        let asked = |job: &Job| matches!(job, Job::CountDifferences(_));
        if !rest.is_empty() && !queue.urgent.iter().any(asked) {
            queue.urgent.push_back(Job::CountDifferences(rest.to_vec()));
        }
        drop(queue);
        self.events.send(Event::Done(Done::Differing(counts))).is_ok()
    }

    fn sum(&mut self, articles: &[ArticleId]) -> bool {
        for article in articles {
            let (summary, digest) = study::summary(&self.office, *article, &mut self.digester);
            if let Some(digest) = digest {
                self.index.insert(*article, digest);
            }
            self.sums.push((*article, summary));
        }
        self.tell(articles.len())
    }

    /// Tells what was read of so many articles, when it is time to.
    fn tell(&mut self, articles: usize) -> bool {
        let complete = self.is_complete_with(articles);
        let due = complete || articles > 1 || self.reported.elapsed() > REPORT;
        let alive = !due || self.report();
        alive && (!complete || self.events.send(Event::Done(Done::Indexed)).is_ok())
    }

    /// So many more articles are read; tells whether all are, and the index has changed.
    fn is_complete_with(&self, articles: usize) -> bool {
        let mut queue = lock(&self.queue);
        queue.left = queue.left.saturating_sub(articles);
        articles > 0 && queue.left == 0
    }

    fn report(&mut self) -> bool {
        self.reported = Instant::now();
        let sums = std::mem::take(&mut self.sums);
        sums.is_empty() || self.events.send(Event::Done(Done::Summed(sums))).is_ok()
    }
}

/// How far background threads stand back (`nice`), 0 to 19.
#[cfg(target_os = "linux")]
const NICE: i32 = 10;

/// Lets the thread that draws go first on a busy machine.
fn step_back() {
    // Of all systems only this one takes the number of a thread for that of a process.
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::setpriority_process(Some(rustix::thread::gettid()), NICE) {
        tracing::warn!("the background work is not put behind: {error}");
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
