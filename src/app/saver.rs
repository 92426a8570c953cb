//! The thread that owns one's notebooks: it reads them again and saves them, in order, trying
//! again what failed and waiting for git where it replaces files.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::event::{self, Event};
use super::{study, words};
use crate::core::annotation::Notebook;
use crate::i18n::Lang;
use crate::state::Done;
use crate::state::model::desk::{ArticleId, Books, Failure};
use crate::store::files::{Disk, Files};
use crate::store::notebook::{News, NotebookFile};
use crate::store::refusal::{Refusal, SaveError};

/// Time between two tries of a save that failed.
const RETRY: Duration = Duration::from_secs(2);
/// Time between two looks whether git is done.
const PULSE: Duration = Duration::from_millis(50);
/// How long git, and a file that is gone, empty or broken, are waited for. Nothing is lost
/// afterwards, either, but git may refuse to go on where it finds a file written.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long such a file is waited for while git is at work, which on a slow machine takes its
/// time: nobody should be asked about a file that is on its way.
const LONG_PATIENCE: Duration = Duration::from_secs(30);
/// How long leaving waits for the disk.
const FAREWELL: Duration = Duration::from_secs(5);

/// What the saver is asked to do, in order.
pub(super) enum Order {
    /// This is the file as it was just read.
    Hold(ArticleId, Box<NotebookFile>),
    /// Read it again; the books of the team are read already.
    Reload(ArticleId, Box<Books>),
    /// This is what it should hold.
    Save(ArticleId, Work),
    /// The file is gone: write what it held back, or let it go.
    Settle(ArticleId, bool),
    /// Try again what failed or waits.
    Retry,
    /// The same, and tell when it is done.
    Wait(Sender<()>),
    Finish,
}

/// A notebook to save, and what it was made from.
pub(super) struct Work {
    pub base: Arc<Notebook>,
    pub now: Arc<Notebook>,
}

pub(super) struct Saver {
    orders: Box<dyn FnMut(Order)>,
    thread: Option<(JoinHandle<()>, Receiver<()>)>,
    /// Of one that sleeps yet, whom it will tell in which language, and the files it is to hold.
    asleep: Option<(Sender<Event>, Lang, Vec<Order>)>,
}

impl Saver {
    /// A saver that only keeps what it is to hold until it is woken: its thread would take time from
    /// the first frame.
    pub(super) fn asleep(events: Sender<Event>, lang: Lang) -> Self {
        Self { orders: Box::new(drop), thread: None, asleep: Some((events, lang, Vec::new())) }
    }

    /// From now on it works.
    pub(super) fn wake(&mut self) {
        let Some((events, lang, orders)) = self.asleep.take() else { return };
        *self = Self::spawn(events, lang);
        for order in orders {
            (self.orders)(order);
        }
    }

    fn tell(&mut self, order: Order) {
        match (&mut self.asleep, order) {
            (Some((.., orders)), hold @ Order::Hold(..)) => orders.push(hold),
            (_, order) => {
                self.wake();
                (self.orders)(order);
            }
        }
    }

    /// A saver with a thread of its own; without one, saving holds up the screen.
    fn spawn(events: Sender<Event>, lang: Lang) -> Self {
        let (orders, receiver) = channel();
        let (sign_off, gone) = channel();
        let room = Room::new(events.clone(), Disk, lang);
        let thread = std::thread::Builder::new().name("saver".into()).spawn(move || {
            room.work(&receiver);
            drop(sign_off);
        });
        match thread {
            Ok(thread) => Self {
                orders: Box::new(move |order| drop(orders.send(order))),
                thread: Some((thread, gone)),
                asleep: None,
            },
            Err(error) => {
                tracing::error!("no thread to save: {error}");
                Self::here(events, Disk, lang)
            }
        }
    }

    /// A saver that has done what it is asked when the asking returns.
    pub(super) fn here(events: Sender<Event>, disk: impl Files + 'static, lang: Lang) -> Self {
        let mut room = Room::new(events, disk, lang);
        let orders = Box::new(move |order| room.carry_out(order));
        Self { orders, thread: None, asleep: None }
    }

    /// Hands over a file that was just read. One that is held already stays: it remembers.
    pub(super) fn hold(&mut self, article: ArticleId, file: Option<NotebookFile>) {
        if let Some(file) = file {
            self.tell(Order::Hold(article, Box::new(file)));
        }
    }

    /// Asks for one's own file to be read again; the answer comes as an event.
    pub(super) fn reload(&mut self, article: ArticleId, team: Books) {
        self.tell(Order::Reload(article, Box::new(team)));
    }

    /// Asks for a notebook to be saved; the answer comes as an event.
    pub(super) fn save(&mut self, article: ArticleId, work: Work) {
        self.tell(Order::Save(article, work));
    }

    /// Tells what becomes of a file that is gone.
    pub(super) fn settle(&mut self, article: ArticleId, write_back: bool) {
        self.tell(Order::Settle(article, write_back));
    }

    /// Tries again what failed or waits.
    pub(super) fn retry(&mut self) {
        self.tell(Order::Retry);
    }

    /// Waits until all that was asked for has been tried, though not for a disk that hangs.
    pub(super) fn wait(&mut self) {
        let (done, told) = channel();
        self.tell(Order::Wait(done));
        let _ = told.recv_timeout(FAREWELL);
    }

    /// Ends, after a last try of what is not on disk; a disk that hangs is not waited for.
    pub(super) fn finish(&mut self) {
        self.tell(Order::Finish);
        if let Some((thread, gone)) = self.thread.take() {
            match gone.recv_timeout(FAREWELL) {
                Err(RecvTimeoutError::Timeout) => tracing::error!("left without the saver's end"),
                _ => drop(thread.join()),
            }
        }
    }
}

/// A file, and what is to be done with it.
struct Held {
    file: NotebookFile,
    /// What is not on disk yet: only the latest state counts.
    due: Option<Work>,
    /// The team's books, where one's own is to be read again.
    reload: Option<Box<Books>>,
    /// Since when git or another program is waited for.
    waiting: Option<Instant>,
    /// Whether the last try failed and that was said.
    told: bool,
}

/// What another program may be about to do.
#[derive(Clone, Copy)]
struct Awaited {
    /// To put a file where there is none, or contents where there are none.
    file: bool,
    /// To write the rest of a file that cannot be understood yet.
    whole: bool,
}

/// What came of something that was due.
enum Step {
    /// Nothing was.
    Idle,
    /// It had better wait.
    Later,
    /// It was tried, and this is to be told.
    Told(Box<Done>),
}

impl Step {
    fn told(done: Done) -> Self {
        Self::Told(Box::new(done))
    }
}

/// Where notebooks are read and saved.
struct Room<F> {
    disk: F,
    events: Sender<Event>,
    /// The language of what is said.
    lang: Lang,
    held: HashMap<ArticleId, Held>,
}

impl<F: Files> Room<F> {
    fn new(events: Sender<Event>, disk: F, lang: Lang) -> Self {
        Self { disk, events, lang, held: HashMap::new() }
    }

    fn work(mut self, orders: &Receiver<Order>) {
        loop {
            let order = match self.pause() {
                None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(pause) => orders.recv_timeout(pause),
            };
            let ends = matches!(order, Ok(Order::Finish) | Err(RecvTimeoutError::Disconnected));
            // A panic costs the try, never the thread nor what is to be saved: the hook has
            // logged it.
            let tried = catch_unwind(AssertUnwindSafe(|| match order {
                Err(RecvTimeoutError::Timeout) => self.try_again(true),
                Err(RecvTimeoutError::Disconnected) => self.try_again(false),
                Ok(order) => self.carry_out(order),
            }));
            if tried.is_err() {
                self.confess();
            }
            if ends {
                return;
            }
        }
    }

    /// How long to wait for an order before something is tried again; none where nothing is due.
    fn pause(&self) -> Option<Duration> {
        let waits = self.held.values().any(|held| held.waiting.is_some());
        let due = self.held.values().any(|held| held.due.is_some());
        if waits { Some(PULSE) } else { due.then_some(RETRY) }
    }

    fn carry_out(&mut self, order: Order) {
        match order {
            Order::Hold(article, file) => {
                let held = self.held.entry(article);
                let held = held.or_insert_with(|| Held {
                    file: *file,
                    due: None,
                    reload: None,
                    waiting: None,
                    told: false,
                });
                held.file.settle();
            }
            Order::Reload(article, team) => {
                if let Some(held) = self.held.get_mut(&article) {
                    held.reload = Some(team);
                    self.attend(article, true);
                }
            }
            Order::Save(article, Work { base, now }) => {
                if let Some(held) = self.held.get_mut(&article) {
                    // What is still to be written: both steps in one.
                    let base = held.due.take().map_or(base, |before| before.base);
                    (held.due, held.told) = (Some(Work { base, now }), false);
                    self.attend(article, true);
                    if self.held.get(&article).is_some_and(|held| held.waiting.is_some()) {
                        let _ = self.events.send(Event::Done(Done::SaveWaits(article)));
                    }
                }
            }
            Order::Settle(article, write_back) => self.settle(article, write_back),
            Order::Retry | Order::Finish => self.try_again(false),
            Order::Wait(done) => {
                self.try_again(false);
                let _ = done.send(());
            }
        }
    }

    fn try_again(&mut self, patiently: bool) {
        let mut articles: Vec<_> = self.held.keys().copied().collect();
        articles.sort_unstable();
        for article in articles {
            self.attend(article, patiently);
        }
    }

    /// Does what is due with a file, unless it is better to wait: then later, when this is
    /// called again.
    fn attend(&mut self, article: ArticleId, patiently: bool) {
        let Some(held) = self.held.get_mut(&article) else { return };
        if held.due.is_none() && held.reload.is_none() {
            return;
        }
        let waited = held.waiting.map_or(Duration::ZERO, |since| since.elapsed());
        let (is_busy, patient) = (held.file.is_busy(), patiently && waited < PATIENCE);
        if patient && is_busy {
            held.waiting.get_or_insert_with(Instant::now);
            return;
        }
        let half_way = patiently && is_busy && waited < LONG_PATIENCE;
        let awaited = Awaited { file: patient || half_way, whole: half_way };
        let reloaded = held.reload(article, awaited, self.lang);
        let saved = held.save(article, &self.disk, awaited, self.lang);
        let waits = [&reloaded, &saved].iter().any(|step| matches!(step, Step::Later));
        held.waiting = waits.then(|| held.waiting.unwrap_or_else(Instant::now));
        held.file.settle();
        for step in [reloaded, saved] {
            let Step::Told(done) = step else { continue };
            // To fail once more says nothing new, unless it went well in between.
            let is_bad = matches!(*done, Done::SaveFailed(..) | Done::Gone(_));
            if !(std::mem::replace(&mut held.told, is_bad) && is_bad) {
                let _ = self.events.send(Event::Done(*done));
            }
        }
    }

    fn settle(&mut self, article: ArticleId, write_back: bool) {
        let Some(held) = self.held.get_mut(&article) else { return };
        if write_back {
            held.file.insist();
            let known = Arc::new(held.file.notebook().clone());
            held.due.get_or_insert_with(|| Work { base: known.clone(), now: known });
            self.attend(article, false);
        } else {
            held.file.forget();
            (held.due, held.reload, held.waiting) = (None, None, None);
        }
    }

    /// Tells of a panic, for each notebook that is not on disk.
    fn confess(&mut self) {
        for (article, held) in &self.held {
            if held.due.is_some() {
                let why = words::saver_failed(self.lang).to_owned();
                let why = Failure { cause: why.clone(), whole: why };
                let _ = self.events.send(Event::Done(Done::SaveFailed(*article, why)));
            }
        }
    }
}

impl Held {
    /// Reads the file again where that is wanted, and gives what came of it.
    fn reload(&mut self, article: ArticleId, awaited: Awaited, lang: Lang) -> Step {
        let Some(mut books) = self.reload.take() else { return Step::Idle };
        self.file.set_copies(books.copies.clone());
        match self.file.reload() {
            News::Gone | News::Emptied if awaited.file => {
                self.reload = Some(books);
                return Step::Later;
            }
            // It may be half written.
            News::Refused
                if awaited.whole && self.file.refusal().is_some_and(Refusal::may_pass) =>
            {
                self.reload = Some(books);
                return Step::Later;
            }
            News::Gone => return Step::told(Done::Gone(article)),
            News::Emptied => {
                // It says nothing about what it held.
                self.file.insist();
                self.owe();
            }
            News::Read { kept, owes } => {
                books.notices = kept;
                if owes {
                    self.owe();
                }
            }
            News::Refused => {}
        }
        study::take_own(&mut books, &self.file, lang);
        Step::told(Done::BooksRead(article, books))
    }

    /// What is remembered is to be written, as it is.
    fn owe(&mut self) {
        let known = Arc::new(self.file.notebook().clone());
        self.due.get_or_insert_with(|| Work { base: known.clone(), now: known });
    }

    /// Saves what is due and gives what came of it.
    fn save(
        &mut self,
        article: ArticleId,
        disk: &impl Files,
        awaited: Awaited,
        lang: Lang,
    ) -> Step {
        let Some(work) = &self.due else { return Step::Idle };
        event::test_panic("saver");
        match self.file.save_with(disk, &work.base, &work.now) {
            Ok(saved) => {
                let ours = work.now.clone();
                self.due = None;
                let (disk, notices) = (saved.notebook, saved.notices);
                Step::told(Done::Saved { article, ours, disk, notices })
            }
            Err(SaveError::Gone { .. } | SaveError::Emptied { .. }) if awaited.file => Step::Later,
            Err(SaveError::Refused { refusal, .. }) if awaited.whole && refusal.may_pass() => {
                Step::Later
            }
            Err(SaveError::Gone { .. }) => Step::told(Done::Gone(article)),
            Err(SaveError::Emptied { .. }) => {
                self.file.insist();
                self.save(article, disk, awaited, lang)
            }
            Err(error) => Step::told(Done::SaveFailed(article, words::failure(lang, &error))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::anchor::select_in;
    use crate::core::annotation::{Annotation, AnnotationId};
    use crate::core::article::{Document, Span};
    use crate::store::annotator::Annotator;
    use crate::store::desk::Desk;

    #[test]
    fn what_a_saver_was_to_hold_while_it_slept_it_saves() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("seeds")).unwrap();
        let desk = Desk::open(dir.path()).unwrap();
        let file = desk.notebook(&Annotator::new("Ana"), "a.txt");
        let (path, base) = (file.path().to_owned(), file.notebook().clone());
        let doc = Document::new(b"Il y a 300 soldats.".to_vec());
        let selector = select_in(&doc, Span::new(0, 5), None);
        let id = AnnotationId::of(&selector, |_| false);
        let mut now = base.clone();
        now.annotations.insert(id, Annotation::new(selector, jiff::Timestamp::UNIX_EPOCH));
        let (events, told) = channel();
        let mut saver = Saver::asleep(events, Lang::En);
        saver.hold(0, Some(file));
        assert!(saver.thread.is_none() && told.try_recv().is_err());
        saver.save(0, Work { base: Arc::new(base), now: Arc::new(now) });
        saver.finish();
        assert!(matches!(told.recv(), Ok(Event::Done(Done::Saved { article: 0, .. }))));
        assert!(path.is_file());
    }
}
