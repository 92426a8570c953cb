//! The reader without terminal, threads and clock: all that a message sets off
//! is done before the next. The tests stand on it; the loop, the effects and
//! the disk are those of the program.

use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Instant;

use super::context::{Context, Folders};
use super::event::Event;
use super::saver::Saver;
use super::scheduler::Scheduler;
use super::session::SessionStore;
use super::teammates::Teammates;
use super::worker::Worker;
use super::{App, Clock, Pending};
use crate::config::Config;
use crate::desk::{Library, watch};
use crate::state::model::reader::ClaimPage;
use crate::state::{Model, Msg, Settings};
use crate::store::files::Files;

/// What a bench needs to start.
pub struct Setup<F> {
    /// The desk and the person, and what finds the claims of a text.
    pub library: Library,
    /// The settings.
    pub settings: Settings,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// The folder that keeps where reading stopped.
    pub folders: Folders,
    /// The time, asked once for each message.
    pub clock: Clock,
    /// The file system that notebooks are saved on.
    pub files: F,
}

/// A running reader.
pub struct Bench {
    app: App,
    worker: Worker,
}

impl Bench {
    /// Starts as the program does, up to its first frame and all that follows by itself.
    pub fn start(setup: Setup<impl Files + 'static>) -> Self {
        let Setup { library, mut settings, size, folders, mut clock, files } = setup;
        library.annotator().slug().clone_into(&mut settings.team.folder);
        let listing = library.list();
        let context = Context::new(library, listing, Config::default(), &settings, &folders);
        let (sender, receiver) = channel();
        let scheduler = Scheduler::new(context.len());
        let mut worker = Worker::new(context.clone(), sender.clone(), scheduler.queue());
        worker.browser = |_, _| {};
        let mut app = App {
            model: Model::new(settings, size, clock()),
            clock,
            saver: Saver::here(sender, files, context.lang()),
            scheduler,
            session: SessionStore::new(&context),
            teammates: Teammates::default(),
            context,
            receiver,
            watch: None,
            follows_ground: false,
            editor: String::new(),
            reading: None,
            taken_back: None,
            pending: Pending { drawn: Some(Instant::now()), ..Pending::default() },
        };
        app.begin(None);
        app.scheduler.read_ahead(!app.model.desk.stopped);
        let mut bench = Self { app, worker };
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
            let change = watch::change(self.app.context.library().desk(), path);
            if let Some(done) = change.and_then(|change| self.app.context.changed(change)) {
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
        self.app.session.keep(&self.app.model, &self.app.context);
        self.app.context.answers().close();
        self.app.saver.finish();
        self.app.keep_the_rest();
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
            self.worker.work_off();
            match self.app.receiver.try_recv() {
                Ok(event) => self.app.take(event),
                Err(_) if self.app.pending.goes_on => {
                    self.app.go_on().into_iter().for_each(|event| self.app.take(event));
                }
                Err(_) if self.app.pending.debounce.patience().is_some() => {
                    self.app.open_pending();
                    self.app.look_closer();
                }
                Err(_) => return,
            }
        }
    }
}
