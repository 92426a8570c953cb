//! The background threads, which work off the queue.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::Stdio;
use std::sync::mpsc::Sender;
use std::sync::{Arc, LazyLock, PoisonError};
use std::time::{Duration, Instant};

use super::context::Context;
use super::desk_index::DeskIndex;
use super::event::{Event, spawn, test_panic};
use super::kept::Known;
use super::scan::{PART, Scan};
use super::scheduler::{Begun, Queue, Shared, Task, lock};
use super::study::Made;
use super::{intake, long, origin, parallel, results, sharing, shell, study, words};
use crate::core::annotation::BlobId;
use crate::core::article::Document;
use crate::core::claim::Analysis;
use crate::core::crosscheck::{Digest, Digester};
use crate::state::model::desk::ArticleId;
use crate::state::model::search::Matches;
use crate::state::model::summary::Summary;
use crate::state::model::work::{Answer, Job, Loaded, Wanted};
use crate::store::listing::Listing;

/// Between two reports of a sweep: often enough to look alive, seldom enough to cost nothing.
const REPORT: Duration = Duration::from_millis(100);

/// Bytes of text between two reports of finding its claims, which takes some
/// hundredths of a second.
const STRETCH: usize = 1 << 20;

/// Texts longer than this flush pending summaries first.
const LONG: usize = 1 << 20;

/// More threads than this would only wait for the disk.
const MOST_THREADS: usize = 4;

/// A folder that stays the same for so long is listed.
const SETTLING: Duration = Duration::from_millis(100);
/// It is listed after so many looks in any case.
const SETTLING_LOOKS: usize = 20;

/// What does the work.
#[derive(Clone)]
pub(super) struct Worker {
    context: Context,
    events: Sender<Event>,
    queue: Shared,
    index: DeskIndex,
    /// Each thread's own, since it remembers words.
    digester: Digester,
    sums: Vec<(ArticleId, Summary)>,
    reported: Instant,
    /// What git runs to merge notebooks during a sync.
    pub(super) driver: Arc<LazyLock<String>>,
    /// What opens links: the person's own, or none for the system's.
    pub(super) opener: Option<String>,
    /// How it is done.
    pub(super) browser: fn(&str, Option<&str>),
}

impl Worker {
    pub(super) fn new(context: Context, events: Sender<Event>, queue: Shared) -> Self {
        Self {
            context,
            events,
            queue,
            index: DeskIndex::default(),
            digester: Digester::default(),
            sums: Vec::new(),
            reported: Instant::now(),
            driver: Arc::new(LazyLock::new(String::new)),
            opener: None,
            browser: open_link,
        }
    }

    /// Whom it tells what it did.
    pub(super) fn events(&self) -> Sender<Event> {
        self.events.clone()
    }

    /// Gives the work to threads.
    pub(super) fn spawn(&self) {
        let threads =
            std::thread::available_parallelism().map_or(2, usize::from).clamp(2, MOST_THREADS);
        for _ in 0..threads {
            let worker = self.clone();
            spawn("worker", move || {
                parallel::step_back();
                // Of the program that was started: a newer one may be put in its place.
                LazyLock::force(&worker.driver);
                worker.work();
            });
        }
    }

    /// Works until nobody listens; sleeps while there is nothing to do.
    fn work(mut self) {
        while self.work_off() && self.rest() {}
    }

    /// Sleeps until there is something to do; tells whether there ever is.
    fn rest(&self) -> bool {
        let waits = |queue: &mut Queue| queue.is_idle() && !queue.is_over();
        let queue = self.queue.1.wait_while(lock(&self.queue), waits);
        !queue.unwrap_or_else(PoisonError::into_inner).is_over()
    }

    /// Does all there is to do; tells whether anybody still listens.
    pub(super) fn work_off(&mut self) -> bool {
        while let Some((job, claimed)) = self.next() {
            // A panic costs the job it happened in, never the thread: the hook has logged it.
            let done = catch_unwind(AssertUnwindSafe(|| self.carry_out(job, claimed)));
            lock(&self.queue).put_down();
            match done {
                Ok(true) => {}
                Ok(false) => return false,
                Err(_) => {
                    self.is_complete_with(claimed);
                }
            }
        }
        self.report()
    }

    fn next(&self) -> Option<(Task, usize)> {
        lock(&self.queue).next()
    }

    /// Tells whether anybody still listens.
    fn carry_out(&mut self, task: Task, claimed: usize) -> bool {
        test_panic("worker");
        let job = match task {
            Task::Job(job) => job,
            Task::Scan(scan) => return self.scan(scan),
        };
        let answer = match job {
            Job::Read(article) => return self.read(article, claimed),
            Job::Analyze(article, doc) => {
                let begun = lock(&self.queue).begin(article);
                return self.study(article, (&doc, None), (claimed, begun));
            }
            Job::Anchor(quotes) => {
                Answer::Anchored(quotes.article, study::anchored(&self.context, &quotes))
            }
            Job::SameValues(article) => {
                Answer::SameValues(article, study::same_values(&self.context, article))
            }
            Job::ChangedWords { article, id, is } => {
                let place = study::changed_words(&self.context, article, &id, &is);
                Answer::SameValues(article, place.into_iter().collect())
            }
            Job::Hold(articles, then) => {
                let read = articles.into_iter().map(|article| {
                    let (books, file) = study::books(&self.context, article);
                    (article, books, file)
                });
                return self.events.send(Event::Held(read.collect(), then)).is_ok();
            }
            Job::Summarize(articles) => return self.sum(&articles),
            Job::Relate { article, doc, analysis, span } => {
                let asked = (article, &*doc, &*analysis);
                let related = self.index.related(&self.context, self.is_whole(), asked, span);
                Answer::Related(article, span, related)
            }
            Job::Preview(articles) => {
                return articles.into_iter().all(|article| {
                    let doc = self.index.text(&self.context, article);
                    self.tell(Answer::Preview(article, doc))
                });
            }
            Job::Diverge => Answer::Diverging(self.index.divergences(&self.context)),
            Job::Gather => Answer::Gathered(self.index.stories(&self.context, self.is_whole())),
            Job::CountDifferences(articles) => return self.count_differences(&articles),
            Job::Match { article, doc, query } => {
                let matches = Matches::of(&query, doc.text());
                Answer::Matched(article, query, matches)
            }
            Job::FilterOne(article, Wanted { line, filter, level }) => {
                let holds = study::holds(&self.context, article, &filter, level) == Some(true);
                Answer::FilteredOne(article, line, holds)
            }
            Job::LookAtGit(since) => {
                let (standing, came) = sharing::look(&self.context, since.as_deref());
                Answer::Git(standing, came)
            }
            Job::Changes => Answer::Changed(sharing::changes(&self.context)),
            Job::MarkSeen(commit) => {
                sharing::mark_seen(&self.context, &commit);
                return true;
            }
            Job::History { article, span, keys } => Answer::Remembered(
                article,
                span,
                sharing::remembered(&self.context, article, &keys),
            ),
            Job::PlanSync => Answer::Planned(sharing::plan(&self.context)),
            Job::Sync(agreed) => Answer::Synced(sharing::sync(&self.context, agreed, &self.driver)),
            Job::Browse(url) => {
                (self.browser)(&url, self.opener.as_deref());
                return true;
            }
            Job::Write(id) => {
                let (said, went_well) = results::by_id(&self.context, id, &mut |done, all| {
                    self.tell(Answer::Writing(done, all))
                });
                Answer::Wrote(said, went_well)
            }
            Job::Importable => Answer::Importable(intake::importable(&self.context)),
            Job::TellSource(article, origin) => {
                Answer::SourceTold(article, origin::tell(&self.context, article, &origin))
            }
            Job::CountImportable => Answer::CanImport(intake::count_importable(&self.context)),
            Job::Import(names) => {
                let (said, went_well) = intake::by_names(&self.context, &names);
                Answer::Wrote(said, went_well)
            }
            Job::List(open) => self.list(open),
            Job::Orphans => Answer::Orphans(study::orphans(&self.context)),
            // The scheduler makes scans of these.
            Job::Find(_) | Job::Filter(_) | Job::Collect(..) => return true,
        };
        self.tell(answer)
    }

    /// Lists the folder anew, and tells the queue and the index of what has come and gone. Where
    /// the article on the screen is gone, looks for it among those that have come.
    fn list(&self, open: Option<(ArticleId, BlobId)>) -> Answer {
        let news = self.context.take(self.settled());
        for article in &news.gone {
            self.index.remove(*article);
        }
        lock(&self.queue).grow(self.context.len(), &news.come);
        self.queue.1.notify_all();
        let moved = open.filter(|(article, _)| news.gone.contains(article));
        let moved = moved.and_then(|(_, blob)| {
            let is_same = |article: &&ArticleId| {
                let name = self.context.readable(**article);
                name.is_some_and(|name| self.context.library().is_version(&name, &blob))
            };
            news.come.iter().find(is_same).copied()
        });
        Answer::Listed(self.context.listings(), moved)
    }

    /// What the folder holds once nothing more comes or goes for a moment: who copies one article
    /// there often copies several, and a file that is replaced is gone for a moment.
    fn settled(&self) -> Listing {
        let list = || self.context.library().list();
        let mut before = list();
        for _ in 0..SETTLING_LOOKS {
            std::thread::sleep(SETTLING);
            let now = list();
            if now == before && !now.entries.is_empty() {
                break;
            }
            before = now;
        }
        before
    }

    /// Sends an answer; tells whether anybody still listens.
    fn tell(&self, answer: Answer) -> bool {
        self.events.send(answer.into()).is_ok()
    }

    fn read(&mut self, article: ArticleId, claimed: usize) -> bool {
        let begun = lock(&self.queue).begin(article);
        let lang = self.context.lang();
        let read = self.context.library().document(&self.context.name(article));
        let read = read.map(|(doc, blob)| Loaded { doc: Arc::new(doc), blob: Some(blob) });
        let loaded = read.as_ref().ok().cloned();
        let alive =
            self.tell(Answer::Read(article, read.map_err(|error| words::article(lang, &error))));
        let Some(Loaded { doc, blob }) = loaded else { return alive };
        self.study(article, (&doc, blob), (claimed, begun))
    }

    /// Finds the claims of a text on the screen. It is large, so the desk's index takes
    /// what was found, instead of finding it again.
    fn study(
        &mut self,
        article: ArticleId,
        (doc, blob): (&Document, Option<BlobId>),
        (claimed, begun): (usize, Begun),
    ) -> bool {
        self.report();
        let found = self.analyze(article, doc.text(), begun);
        let Some(analysis) = found.filter(|_| lock(&self.queue).is_current(begun)) else {
            lock(&self.queue).put_back(begun, claimed);
            return true;
        };
        let analysis = Arc::new(analysis);
        if !self.tell(Answer::Analyzed(article, analysis.clone())) {
            return false;
        }
        if claimed == 0 {
            return true;
        }
        let source = study::source(&self.context, article);
        let digest = self.digest(doc.text(), &analysis, source.published.as_deref());
        let blob = blob.unwrap_or_else(|| BlobId::of(doc.original().as_bytes()));
        self.index.insert(article, &blob, digest);
        let summary = study::summarize(&self.context, article, doc, &analysis, source).summary;
        self.sums.push((article, summary));
        self.finish(claimed)
    }

    /// Finds the claims of a text unless it is stopped, and tells how far it is.
    fn analyze(&self, article: ArticleId, text: &str, begun: Begun) -> Option<Analysis> {
        let (library, events, queue) = (self.context.library(), &self.events, &self.queue);
        let tell = move |at: usize| {
            let answer = Answer::Analyzing(article, at * 100 / text.len());
            events.send(answer.into()).is_ok() && lock(queue).is_wanted(begun)
        };
        if text.len() > long::LONG && library.reads_in_parts() {
            return long::analyze(text, tell);
        }
        let mut next = STRETCH;
        library.analyze_while(text, |at| {
            if at < next {
                return true;
            }
            next = at + STRETCH;
            tell(at)
        })
    }

    /// What is kept of an article for the index.
    fn digest(&mut self, text: &str, analysis: &Analysis, published: Option<&str>) -> Digest {
        if text.len() > long::LONG {
            return long::digest(text, analysis, published);
        }
        self.digester.digest(text, analysis, published)
    }

    /// Goes a part of the way through all articles, and asks for the next part.
    fn scan(&self, mut scan: Scan) -> bool {
        let answer = scan.walk(&self.context);
        if !scan.is_done() {
            lock(&self.queue).go_on(scan);
        }
        self.tell(answer)
    }

    /// Counts for some articles, and asks for the others, unless others are asked for by now.
    fn count_differences(&self, articles: &[ArticleId]) -> bool {
        let (began, asked) = (Instant::now(), lock(&self.queue).counts());
        let is_whole = self.is_whole();
        let count = |article| self.index.differences_of(&self.context, is_whole, article);
        let in_time = articles.iter().take_while(|_| began.elapsed() < PART);
        let counts: Vec<_> = in_time.map(|article| (*article, count(*article))).collect();
        lock(&self.queue).count_on(articles, counts.len(), asked);
        self.tell(Answer::Differing(counts))
    }

    fn sum(&mut self, articles: &[ArticleId]) -> bool {
        for article in articles {
            let summary = self.summarize(*article);
            let unread = |problem| Summary { problem, ..Summary::default() };
            self.sums.push((*article, summary.unwrap_or_else(unread)));
        }
        self.finish(articles.len())
    }

    /// What an article comes to, for list and index: what the last run knew, or read anew.
    fn summarize(&mut self, article: ArticleId) -> Result<Summary, Option<String>> {
        let (mut key, known) = study::known(&self.context, article);
        let known = match known {
            Some(Known { summary, digest: Some(digest), blob }) => {
                self.index.insert(article, &blob, digest);
                return Ok(summary);
            }
            known => known.map(|known| known.summary),
        };
        let (doc, blob) = study::text(&self.context, article, key.as_mut())?;
        if doc.text().len() > LONG {
            self.report();
        }
        let analysis = self.context.library().analyze(doc.text());
        let source = study::source(&self.context, article);
        let digest = self.digest(doc.text(), &analysis, source.published.as_deref());
        // It may have changed since.
        let key = key.filter(|key| key.is_of(&blob));
        let summary = match known.filter(|_| key.is_some()) {
            Some(summary) => summary,
            None => {
                let Made { summary, untouched, is_lasting } =
                    study::summarize(&self.context, article, &doc, &analysis, source);
                if let Some(key) = key.filter(|_| is_lasting) {
                    let (kept, name) = (self.context.kept(), self.context.name(article));
                    kept.put(name, key, (&summary, untouched), &digest);
                }
                summary
            }
        };
        self.index.insert(article, &blob, digest);
        Ok(summary)
    }

    /// Tells what was read of so many articles, when it is time to.
    fn finish(&mut self, articles: usize) -> bool {
        let complete = self.is_complete_with(articles);
        let due = complete || articles > 1 || self.reported.elapsed() > REPORT;
        let alive = !due || self.report();
        if complete {
            self.context.kept().close();
        }
        alive && (!complete || self.tell(Answer::Indexed))
    }

    /// Whether no article is still to be read into the index.
    fn is_whole(&self) -> bool {
        lock(&self.queue).is_whole()
    }

    /// So many more articles are read; tells whether all are, and the index has changed.
    fn is_complete_with(&self, articles: usize) -> bool {
        lock(&self.queue).finish(articles) && articles > 0
    }

    fn report(&mut self) -> bool {
        self.reported = Instant::now();
        let sums = std::mem::take(&mut self.sums);
        sums.is_empty() || self.tell(Answer::Summarized(sums))
    }
}

/// Opens a link with the person's opener, or the system's; no shell reads the address.
fn open_link(url: &str, opener: Option<&str>) {
    let opened = match opener {
        Some(program) => {
            let mut command = shell::command(program);
            command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            command.spawn().map(drop)
        }
        None => open::that(url),
    };
    if let Err(error) = opened {
        tracing::warn!("cannot open {url}: {error}");
    }
}
