//! The event loop and the effects: where the pure parts meet the world.
//!
//! Threads (terminal input, signals, background work, the saver) speak to the
//! loop through one channel. The loop drains it, updates the model, carries
//! out the effects, and draws once. It sleeps while nothing happens.

mod authors;
pub mod bench;
mod catalogue;
mod clock;
mod context;
mod debounce;
mod desk_index;
mod event;
pub mod history;
mod listen;
pub mod log;
pub mod parallel;
mod recent;
pub mod results;
mod saver;
mod scan;
mod scheduler;
mod session;
pub mod sharing;
mod study;
mod words;
mod worker;

use std::collections::VecDeque;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

use crate::command::{Code, Key};
use crate::config::Config;
use crate::core::claim::analyze_while;
use crate::core::crosscheck::Digest;
use crate::desk::Library;
use crate::desk::watch::{Change, Folder, How, Watch};
use crate::state::model::look::Scheme;
use crate::state::model::signal::{Mouse, MouseAct};
use crate::state::model::work::{Answer as WorkAnswer, Job};
use crate::state::{
    Done, Effect, Model, Msg, Settings, Stamp, is_bound, is_browsing, passes_by, update,
};
use crate::term::input::{Act, Answer, Input, Inputs};
use crate::term::system::{self, Signal, Signals};
use crate::term::{Screen, clipboard, ground, guard};
use crate::ui;
use context::Context;
use debounce::Debounce;
use event::{Event, spawn, test_panic};
use saver::{Saver, Work};
use scheduler::Scheduler;
use session::SessionStore;
use worker::Worker;

/// What the reader needs to start.
pub struct Start {
    /// The desk and the person.
    pub library: Library,
    /// The desk's configuration.
    pub config: Config,
    /// Settings of desk, person and command line.
    pub settings: Settings,
    /// Whether the mouse is wanted.
    pub mouse: bool,
    /// Whether the colours follow the terminal's ground, which is to be asked for.
    pub ask_ground: bool,
    /// The folder that keeps where reading stopped.
    pub state: Option<PathBuf>,
    /// The article to open instead of that one.
    pub article: Option<String>,
    /// What git runs to merge notebooks during a sync.
    pub driver: String,
}

/// Longest wait for a save before the screen is drawn without it, with a word in the foot.
const SAVE_WAIT: Duration = Duration::from_millis(10);
/// How long somebody who leaves waits for the disk before being asked.
const PARTING: Duration = Duration::from_secs(4);

/// Runs the reader until the person leaves.
///
/// # Errors
/// Where the terminal cannot be used.
pub fn run(start: Start) -> io::Result<()> {
    guard::install_panic_hook();
    let began = SystemTime::now();
    spawn("lexicons", read_lexicons);
    let mut settings = start.settings;
    start.library.annotator().slug().clone_into(&mut settings.team.folder);
    let context = Context::new(start.library, start.config, &settings, start.state.as_deref());
    // Before the terminal is taken: no signal may end us without giving it back.
    let signals = Signals::catch();
    let mut screen = Screen::take(start.mouse)?;
    let mut inputs = Inputs::default();
    if start.ask_ground
        && let Some(is_light) = ground::ask_light(&mut inputs)
    {
        settings.look.scheme = Scheme::of_ground(is_light);
    }
    let size = screen.terminal.size()?;
    let (sender, receiver) = channel();
    let scheduler = Scheduler::new(context.len());
    let mut worker = Worker::new(context.clone(), sender.clone(), scheduler.queue());
    worker.driver = start.driver;
    let mut app = App {
        model: Model::new(settings, (size.width, size.height), stamp()),
        clock: Box::new(stamp),
        saver: Saver::spawn(sender.clone(), context.lang()),
        scheduler,
        session: SessionStore::new(start.state.as_deref(), &context),
        context,
        receiver,
        watch: None,
        follows_ground: start.ask_ground,
        pending: Pending::default(),
    };
    app.begin(start.article.as_deref());
    worker.spawn();
    app.draw(&mut screen)?;
    listen::start(&sender, inputs, signals);
    app.watch = Some(app.start_watch(sender));
    app.look_again(began);
    app.scheduler.read_ahead(!app.model.desk.stopped);
    app.run(&mut screen)
}

/// Makes the lexicons ready while the folder is listed and the terminal is asked,
/// which both wait for others.
fn read_lexicons() {
    let text = "Le traité date de juin 2024.";
    if let Some(analysis) = analyze_while(text, &mut |_| true) {
        let _ = Digest::of(text, &analysis);
    }
}

pub use clock::stamp;

/// Where the time comes from.
pub type Clock = Box<dyn FnMut() -> Stamp>;

struct App {
    model: Model,
    clock: Clock,
    context: Context,
    saver: Saver,
    scheduler: Scheduler,
    session: SessionStore,
    receiver: Receiver<Event>,
    /// None where a test says what changes.
    watch: Option<Watching>,
    /// Whether the colours follow the terminal's ground, also where it tells it late.
    follows_ground: bool,
    pending: Pending,
}

/// The watch, and whom it tells.
struct Watching {
    events: Sender<Event>,
    _watch: Watch,
}

/// What the screen needs before the next frame, the more of it the greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Care {
    #[default]
    Nothing,
    /// It is to be drawn whole.
    Redraw,
    /// Somebody else may have changed the terminal.
    Retake,
    /// The program is to stop until it is continued.
    Stop,
}

/// What waits to be seen to.
#[derive(Debug, Default)]
struct Pending {
    /// Saves that are under way.
    saves: usize,
    /// What the clipboard should hold, until the next frame takes it there.
    copied: Option<String>,
    debounce: Debounce,
    screen: Care,
    quit: bool,
}

impl App {
    /// Lists the articles and opens the one that was asked for, else that where reading stopped.
    fn begin(&mut self, article: Option<&str>) {
        self.update(Msg::Done(Done::Listed(self.context.listings())));
        let effects = self.session.recall(&mut self.model, &self.context, article);
        self.carry_out(effects);
        self.open_pending();
        let effects = self.session.offer(&mut self.model, &self.context);
        self.carry_out(effects);
        self.open_pending();
        self.pending.debounce.put(Job::LookAtGit(None));
    }

    /// Watches the desk's folders, as they are now.
    fn start_watch(&mut self, events: Sender<Event>) -> Watching {
        let (context, sender) = (self.context.clone(), events.clone());
        let watch = Watch::start(self.context.library().desk(), move |change| {
            let event = match change {
                Change::Folder(folder) => Some(Event::FolderCame(folder)),
                change => context.changed(change).map(Event::Done),
            };
            if let Some(event) = event {
                // Where nobody listens any more the reader ends.
                let _ = sender.send(event);
            }
        });
        match watch.how {
            How::Told => {}
            How::Looking => self.take(Event::Done(Done::WatchLooks)),
            How::Unseen => self.take(Event::Done(Done::Unwatched)),
        }
        Watching { events, _watch: watch }
    }

    /// What changed before it was watched is read again.
    fn look_again(&mut self, began: SystemTime) {
        let Some(article) = self.model.reader.article else { return };
        let (library, name) = (self.context.library(), self.context.name(article));
        let desk = library.desk();
        let is_new = |path: &Path| {
            path.metadata().and_then(|meta| meta.modified()).is_ok_and(|at| at >= began)
        };
        let is_changed = desk.article_path(&name).is_some_and(|path| is_new(&path));
        let book = desk.notebook_path(library.annotator(), &name);
        // A file that has come or gone leaves its mark on the folder.
        let folders = book.as_deref().and_then(Path::parent).into_iter().chain(book.as_deref());
        if folders.chain([desk.annotations(), desk.root()]).any(is_new) {
            self.update(Msg::Done(Done::BooksChanged(article)));
        }
        if is_changed {
            self.update(Msg::Done(Done::ArticleChanged(article)));
        }
    }

    /// A folder has come (back): it is watched, and what is in it may be anything.
    fn watch_again(&mut self, folder: Folder) {
        let Some(Watching { events, .. }) = self.watch.take() else { return };
        self.watch = Some(self.start_watch(events));
        for done in self.context.all_of(folder) {
            self.take(Event::Done(done));
        }
    }

    fn run(&mut self, screen: &mut Screen) -> io::Result<()> {
        while !self.pending.quit {
            let Some(event) = self.wait() else { break };
            self.take(event);
            self.drain();
            if self.pending.quit {
                break;
            }
            self.take_care(screen)?;
            self.draw(screen)?;
        }
        self.session.keep(&self.model, &self.context);
        self.saver.finish();
        Ok(())
    }

    /// Gives the screen what it needs before the next frame.
    fn take_care(&mut self, screen: &mut Screen) -> io::Result<()> {
        match std::mem::take(&mut self.pending.screen) {
            Care::Nothing => Ok(()),
            Care::Redraw => screen.wipe(),
            Care::Retake => screen.take_again(),
            Care::Stop => {
                self.saver.wait();
                screen.stop()
            }
        }
    }

    /// Waits for something to happen; meanwhile what waited for the person to rest is looked up.
    fn wait(&mut self) -> Option<Event> {
        while let Some(patience) = self.pending.debounce.patience() {
            match self.receiver.recv_timeout(patience) {
                Ok(event) => return Some(event),
                Err(RecvTimeoutError::Timeout) if self.pending.debounce.is_due() => {
                    return Some(Event::Rested);
                }
                Err(RecvTimeoutError::Timeout) => {
                    for job in self.pending.debounce.take_due() {
                        self.scheduler.schedule(job);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        if !self.model.leaving {
            return self.receiver.recv().ok();
        }
        match self.receiver.recv_timeout(PARTING) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => Some(Event::Done(Done::StillUnsaved)),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Takes all that is pending, and waits a moment for saves under way, so
    /// that a verdict seen on the screen is on disk.
    fn drain(&mut self) {
        let deadline = Instant::now() + SAVE_WAIT;
        loop {
            let event = match self.receiver.try_recv() {
                Ok(event) => event,
                Err(_) if self.pending.debounce.is_due() => {
                    self.open_pending();
                    continue;
                }
                Err(_) if self.pending.saves > 0 => match self
                    .receiver
                    .recv_timeout(deadline.saturating_duration_since(Instant::now()))
                {
                    Ok(event) => event,
                    Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
                },
                Err(_) => return,
            };
            self.take(event);
        }
    }

    fn take(&mut self, event: Event) {
        let msg = match event {
            Event::Signal(signal) => return self.on_signal(signal),
            // What waited for that is seen to before the frame.
            Event::Rested => return,
            Event::FolderCame(folder) => return self.watch_again(folder),
            Event::Done(done) => {
                if is_answer(&done) {
                    self.pending.saves = self.pending.saves.saturating_sub(1);
                }
                Msg::Done(done)
            }
            Event::Inputs(inputs) => {
                for input in inputs {
                    self.on_input(input);
                }
                return;
            }
        };
        self.update(msg);
    }

    fn on_signal(&mut self, signal: Signal) {
        match signal {
            Signal::Terminate => self.pending.quit = true,
            Signal::Stop => self.pending.screen = Care::Stop,
            Signal::Continue => self.pending.screen = self.pending.screen.max(Care::Retake),
            // The size is asked for before each frame.
            Signal::Resized => {}
        }
    }

    fn on_input(&mut self, input: Input) {
        match input {
            Input::Key(key) => self.on_msg(Msg::Key(key)),
            Input::Meta(key) => {
                let chord = Key { alt: true, ..key };
                if is_bound(&self.model, chord) {
                    return self.on_msg(Msg::Key(chord));
                }
                self.on_msg(Msg::Key(Key::plain(Code::Esc)));
                self.on_msg(Msg::Key(key));
            }
            Input::Paste(text) => self.on_msg(Msg::Paste(text)),
            Input::Mouse(act, x, y) => {
                self.on_msg(Msg::Mouse(Mouse { act: mouse_act(act), x, y }));
            }
            Input::Answer(Answer::Ground(is_light)) if self.follows_ground => {
                self.model.settings.look.scheme = Scheme::of_ground(is_light);
            }
            Input::Answer(_) | Input::Resized => {}
        }
    }

    /// Takes what the person did.
    fn on_msg(&mut self, msg: Msg) {
        if !passes_by(&self.model, &msg) {
            self.open_pending();
        }
        self.update(msg);
    }

    fn update(&mut self, msg: Msg) {
        let stamp = (self.clock)();
        let effects = update(&mut self.model, msg, stamp);
        self.carry_out(effects);
        if !is_browsing(&self.model) {
            self.look_closer();
        }
    }

    /// Looks up what waited for the person to rest.
    fn look_closer(&mut self) {
        for job in self.pending.debounce.take() {
            self.scheduler.schedule(job);
        }
    }

    /// Carries out effects; what is answered at once is taken at once.
    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            for done in self.effect(effect) {
                let stamp = (self.clock)();
                queue.extend(update(&mut self.model, Msg::Done(done), stamp));
            }
        }
    }

    fn effect(&mut self, effect: Effect) -> Vec<Done> {
        match effect {
            Effect::Open(article) => self.pending.debounce.turn_to(article),
            Effect::Reload(article) => {
                let people = self.context.library().teammates();
                self.saver.reload(article, study::team_books(&self.context, article, &people));
            }
            Effect::Hold(article, places) => {
                let (books, file) = study::books(&self.context, article);
                self.saver.hold(article, Some(file));
                let places = Done::Work(WorkAnswer::SameValues(article, places));
                return vec![Done::BooksRead(article, Box::new(books)), places];
            }
            Effect::SettleGone(article, write_back) => self.saver.settle(article, write_back),
            Effect::Save { article, base, now } => {
                self.pending.saves += 1;
                self.saver.save(article, Work { base, now });
            }
            // Passed by quickly, these are not worth a look.
            Effect::Work(
                job @ (Job::Relate { .. }
                | Job::CountDifferences(_)
                | Job::LookAtGit(_)
                | Job::History { .. }),
            ) => {
                self.pending.debounce.put(job);
            }
            Effect::Sync(agreed) => {
                // What was acknowledged is on disk before it is shared.
                self.saver.wait();
                self.scheduler.schedule(Job::Sync(agreed));
            }
            Effect::Work(job @ Job::Summarize(_)) if self.pending.debounce.passes_by() => {
                self.pending.debounce.put(job);
            }
            Effect::Work(job) => self.scheduler.schedule(job),
            Effect::ReadAhead(on) => self.scheduler.read_ahead(on),
            Effect::Renew(article) => self.scheduler.renew(article),
            Effect::Recover(note) => self.session.recover(note.as_ref(), &self.context),
            Effect::Copy(text) => self.pending.copied = Some(text),
            Effect::Redraw => self.pending.screen = self.pending.screen.max(Care::Redraw),
            Effect::Suspend if !system::ask_to_stop() => return vec![Done::NotSuspended],
            // The system answers with the signal to stop.
            Effect::Suspend => {}
            Effect::Quit => self.pending.quit = true,
        }
        Vec::new()
    }

    /// Opens the article that was last turned to: of many passed by at once, only that.
    fn open_pending(&mut self) {
        let Some(article) = self.pending.debounce.open() else { return };
        let held = self.model.desk.books.contains_key(&article);
        let (done, rest, file) = study::open(&self.context, article, held);
        self.saver.hold(article, file);
        if held {
            self.carry_out(vec![Effect::Reload(article)]);
        }
        self.scheduler.first(rest);
        for done in done {
            self.update(Msg::Done(done));
        }
    }

    fn draw(&mut self, screen: &mut Screen) -> io::Result<()> {
        test_panic("main");
        // Asked for rather than told: the newest size counts, whatever is still on its way.
        let size = screen.terminal.size()?;
        if self.model.size != (size.width, size.height) {
            self.update(Msg::Resize(size.width, size.height));
        }
        if let Some(text) = self.pending.copied.take() {
            clipboard::copy(screen.terminal.backend_mut(), &text)?;
        }
        let mut page = None;
        screen.terminal.draw(|frame| page = ui::view(&self.model, frame))?;
        self.model.drawn(page);
        screen.terminal.backend_mut().flush()?;
        Ok(())
    }
}

/// Whether this answers a save that was asked for.
const fn is_answer(done: &Done) -> bool {
    matches!(done, Done::Saved { .. } | Done::SaveFailed(..) | Done::SaveWaits(_) | Done::Gone(_))
}

const fn mouse_act(act: Act) -> MouseAct {
    match act {
        Act::Press => MouseAct::Press,
        Act::Drag => MouseAct::Drag,
        Act::Release => MouseAct::Release,
        Act::WheelDown => MouseAct::WheelDown,
        Act::WheelUp => MouseAct::WheelUp,
    }
}
