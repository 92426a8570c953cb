//! The thread that saves: one at a time, in order, trying again what failed.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::Event;
use crate::core::annotation::Notebook;
use crate::state::Done;
use crate::state::desk::ArticleId;
use crate::store::notebook::NotebookFile;

/// Time between two tries of a save that failed.
const RETRY: Duration = Duration::from_secs(2);

enum Order {
    /// This is the file as it was just read.
    Hold(ArticleId, Box<NotebookFile>),
    /// This is what it should hold.
    Save(ArticleId, Work),
    Finish,
}

/// A notebook to save, and what it was made from.
pub(super) struct Work {
    pub base: Arc<Notebook>,
    pub now: Arc<Notebook>,
}

pub(super) struct Saver {
    orders: Sender<Order>,
    thread: Option<JoinHandle<()>>,
}

impl Saver {
    pub(super) fn start(events: Sender<Event>) -> Self {
        let (orders, receiver) = channel();
        let desk =
            Room { events, files: HashMap::new(), due: HashMap::new(), failed: HashSet::new() };
        let thread = std::thread::Builder::new()
            .name("saver".into())
            .spawn(move || desk.work(&receiver))
            .ok();
        Self { orders, thread }
    }

    /// Hands over a file that was just read: the base of the saves that follow.
    pub(super) fn hold(&self, article: ArticleId, file: Option<NotebookFile>) {
        if let Some(file) = file {
            let _ = self.orders.send(Order::Hold(article, Box::new(file)));
        }
    }

    /// Asks for a notebook to be saved; the answer comes as an event.
    pub(super) fn save(&self, article: ArticleId, work: Work) {
        let _ = self.orders.send(Order::Save(article, work));
    }

    /// Waits until all that was asked for has been tried.
    pub(super) fn finish(&mut self) {
        let _ = self.orders.send(Order::Finish);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct Room {
    events: Sender<Event>,
    files: HashMap<ArticleId, NotebookFile>,
    /// What is not on disk yet, by article: only the latest state counts.
    due: HashMap<ArticleId, Work>,
    failed: HashSet<ArticleId>,
}

impl Room {
    fn work(mut self, orders: &Receiver<Order>) {
        loop {
            let order = if self.due.is_empty() {
                orders.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                orders.recv_timeout(RETRY)
            };
            match order {
                Ok(Order::Hold(article, file)) => {
                    self.files.insert(article, *file);
                }
                Ok(Order::Save(article, work)) => {
                    self.due.insert(article, work);
                    self.save(article);
                }
                Err(RecvTimeoutError::Timeout) => self.retry(),
                Ok(Order::Finish) | Err(RecvTimeoutError::Disconnected) => return self.retry(),
            }
        }
    }

    fn retry(&mut self) {
        let mut due: Vec<_> = self.due.keys().copied().collect();
        due.sort_unstable();
        for article in due {
            self.save(article);
        }
    }

    fn save(&mut self, article: ArticleId) {
        let (Some(file), Some(work)) = (self.files.get_mut(&article), self.due.get(&article))
        else {
            return;
        };
        let done = match file.save(&work.base, &work.now) {
            Ok(saved) => {
                self.due.remove(&article);
                self.failed.remove(&article);
                Done::Saved(article, saved.notebook)
            }
            Err(error) => {
                // A second failure of the same save says nothing new.
                if !self.failed.insert(article) && error.is_transient() {
                    return;
                }
                Done::SaveFailed(article, format!("{error}; {}", error.hint()))
            }
        };
        let _ = self.events.send(Event::Done(done));
    }
}
