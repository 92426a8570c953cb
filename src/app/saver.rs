//! The thread that saves: one at a time, in order, trying again what failed.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::event::Event;
use crate::core::annotation::Notebook;
use crate::state::Done;
use crate::state::model::desk::ArticleId;
use crate::store::files::{Disk, Files};
use crate::store::notebook::NotebookFile;

/// Time between two tries of a save that failed.
const RETRY: Duration = Duration::from_secs(2);

/// What the saver is asked to do, in order.
pub(super) enum Order {
    /// This is the file as it was just read.
    Hold(ArticleId, Box<NotebookFile>),
    /// This is what it should hold.
    Save(ArticleId, Work),
    /// Try again what failed.
    Retry,
    /// Tell when all that was asked for before has been tried.
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
    thread: Option<JoinHandle<()>>,
}

impl Saver {
    /// A saver with a thread of its own.
    pub(super) fn spawn(events: Sender<Event>) -> Self {
        let (orders, receiver) = channel();
        let room = Room::new(events, Disk);
        let thread = std::thread::Builder::new().name("saver".into());
        Self {
            orders: Box::new(move |order| drop(orders.send(order))),
            thread: thread.spawn(move || room.work(&receiver)).ok(),
        }
    }

    /// A saver that has done what it is asked when the asking returns.
    pub(super) fn here(events: Sender<Event>, disk: impl Files + 'static) -> Self {
        let mut room = Room::new(events, disk);
        Self { orders: Box::new(move |order| room.carry_out(order)), thread: None }
    }

    /// Hands over a file that was just read: the base of the saves that follow.
    pub(super) fn hold(&mut self, article: ArticleId, file: Option<NotebookFile>) {
        if let Some(file) = file {
            (self.orders)(Order::Hold(article, Box::new(file)));
        }
    }

    /// Asks for a notebook to be saved; the answer comes as an event.
    pub(super) fn save(&mut self, article: ArticleId, work: Work) {
        (self.orders)(Order::Save(article, work));
    }

    /// Tries again what failed.
    pub(super) fn retry(&mut self) {
        (self.orders)(Order::Retry);
    }

    /// Waits until all that was asked for has been tried.
    pub(super) fn wait(&mut self) {
        let (done, told) = channel();
        (self.orders)(Order::Wait(done));
        let _ = told.recv();
    }

    /// Ends, after a last try of what is not on disk.
    pub(super) fn finish(&mut self) {
        (self.orders)(Order::Finish);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Where notebooks are saved.
struct Room<F> {
    disk: F,
    events: Sender<Event>,
    files: HashMap<ArticleId, NotebookFile>,
    /// What is not on disk yet, by article: only the latest state counts.
    due: HashMap<ArticleId, Work>,
}

impl<F: Files> Room<F> {
    fn new(events: Sender<Event>, disk: F) -> Self {
        Self { disk, events, files: HashMap::new(), due: HashMap::new() }
    }

    fn work(mut self, orders: &Receiver<Order>) {
        loop {
            let order = if self.due.is_empty() {
                orders.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                orders.recv_timeout(RETRY)
            };
            match order {
                Ok(Order::Finish) | Err(RecvTimeoutError::Disconnected) => return self.retry(),
                Err(RecvTimeoutError::Timeout) => self.retry(),
                Ok(order) => self.carry_out(order),
            }
        }
    }

    fn carry_out(&mut self, order: Order) {
        match order {
            Order::Hold(article, file) => {
                self.files.insert(article, *file);
            }
            Order::Save(article, Work { base, now }) => {
                // What failed is still to be written: both steps in one.
                let base = self.due.remove(&article).map_or(base, |failed| failed.base);
                self.due.insert(article, Work { base, now });
                if let Some(done) = self.save(article) {
                    let _ = self.events.send(Event::Done(done));
                }
            }
            Order::Wait(done) => {
                let _ = done.send(());
            }
            Order::Retry | Order::Finish => self.retry(),
        }
    }

    /// Tries again what failed; to fail once more says nothing new.
    fn retry(&mut self) {
        let mut due: Vec<_> = self.due.keys().copied().collect();
        due.sort_unstable();
        for article in due {
            if let Some(done @ Done::Saved { .. }) = self.save(article) {
                let _ = self.events.send(Event::Done(done));
            }
        }
    }

    fn save(&mut self, article: ArticleId) -> Option<Done> {
        let (file, work) = (self.files.get_mut(&article)?, self.due.get(&article)?);
        match file.save_with(&self.disk, &work.base, &work.now) {
            Ok(saved) => {
                let ours = self.due.remove(&article)?.now;
                Some(Done::Saved { article, ours, disk: saved.notebook, notices: saved.notices })
            }
            Err(error) => Some(Done::SaveFailed(article, format!("{error}; {}", error.hint()))),
        }
    }
}
