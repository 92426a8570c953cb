//! The reader without terminal, threads and clock: all that a message sets off
//! is done before the next. The tests stand on it; the loop, the effects and
//! the disk are those of the program.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

pub use super::office::Detector;
use super::office::Office;
use super::place::Keeper;
use super::queue::Worker;
use super::saver::Saver;
use super::work::Hand;
use super::{App, Clock, Event, Pending, watch};
use crate::state::model::reader::ClaimPage;
use crate::state::{Model, Msg, Settings};
use crate::store::annotator::Annotator;
use crate::store::desk::Desk;
use crate::store::files::Files;

/// What a bench needs to start.
pub struct Setup<F> {
    /// The desk.
    pub desk: Desk,
    /// The person.
    pub annotator: Annotator,
    /// The settings.
    pub settings: Settings,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// The folder that keeps where reading stopped.
    pub state: Option<PathBuf>,
    /// The time, asked once for each message.
    pub clock: Clock,
    /// The file system that notebooks are saved on.
    pub files: F,
    /// What finds the claims of a text.
    pub detector: Detector,
}

/// A running reader.
pub struct Bench {
    app: App,
    hand: Hand,
}

impl Bench {
    /// Starts as the program does, up to its first frame and all that follows by itself.
    pub fn start(setup: Setup<impl Files + 'static>) -> Self {
        let Setup { desk, annotator, settings, size, state, mut clock, files, detector } = setup;
        let listing = desk.articles();
        let office = Office::new(desk, annotator, listing, detector);
        let (sender, receiver) = channel();
        let (worker, mut hand) = Worker::new(office.clone(), sender.clone());
        hand.browser = |_| {};
        let mut app = App {
            model: Model::new(settings, size, clock()),
            clock,
            saver: Saver::here(sender, files),
            worker,
            place: Keeper::new(state.as_deref(), &office),
            office,
            receiver,
            pending: Pending::default(),
        };
        app.begin();
        app.worker.read_ahead(!app.model.desk.stopped);
        let mut bench = Self { app, hand };
        bench.settle();
        bench
    }

    /// Lets something happen, and all that it sets off.
    pub fn send(&mut self, msg: Msg) {
        self.app.on_msg(msg);
        self.settle();
    }

    /// Lets things happen faster than anything they set off is answered.
    pub fn burst(&mut self, msgs: impl IntoIterator<Item = Msg>) {
        msgs.into_iter().for_each(|msg| self.app.on_msg(msg));
        self.settle();
    }

    /// Tells of files that changed at the same time, as the watch does.
    pub fn noticed<'a>(&mut self, paths: impl IntoIterator<Item = &'a Path>) {
        for path in paths {
            if let Some(done) = watch::change(&self.app.office, path) {
                self.app.take(Event::Done(done));
            }
        }
        self.settle();
    }

    /// Tries failed saves again, as the program does from time to time.
    pub fn retry(&mut self) {
        self.app.saver.retry();
        self.settle();
    }

    /// Ends as the program does.
    pub fn end(mut self) {
        self.app.place.keep(&self.app.model, &self.app.office);
        self.app.saver.finish();
    }

    /// The model, to draw.
    pub fn model(&self) -> &Model {
        &self.app.model
    }

    /// The model alone, to change it without what that sets off.
    pub fn into_model(self) -> Model {
        self.app.model
    }

    /// Tells what drawing said of the claim pane.
    pub fn drawn(&mut self, page: Option<ClaimPage>) {
        self.app.model.drawn(page);
    }

    /// Whether the person has left.
    pub fn has_quit(&self) -> bool {
        self.app.pending.quit
    }

    /// What was put on the clipboard since this was last asked.
    pub fn copied(&mut self) -> Option<String> {
        self.app.pending.copied.take()
    }

    /// Works until nothing is left to do.
    fn settle(&mut self) {
        loop {
            self.hand.work_off();
            match self.app.next() {
                Ok(event) => self.app.take(event),
                Err(_) if self.app.pending.open.is_some() => self.app.open_pending(),
                Err(_) if self.app.pending.glance.patience().is_some() => self.app.look_closer(),
                Err(_) => return,
            }
        }
    }
}
