//! The event loop and the effects: where the pure parts meet the world.
//!
//! Threads (terminal input, signals, background work, the saver) speak to the
//! loop through one channel. The loop drains it, updates the model, carries
//! out the effects, and draws once. It sleeps while nothing happens.

pub mod bench;
mod desk_index;
mod glance;
pub mod log;
mod office;
mod place;
mod queue;
mod recent;
mod saver;
mod shelf;
mod study;
mod tour;
mod watch;
mod work;

use std::collections::VecDeque;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::core::claim::analyze_while;
use crate::core::crosscheck::Digest;
use crate::state::model::desk::ArticleId;
use crate::state::model::signal::{Mouse, MouseAct};
use crate::state::{Done, Effect, Model, Msg, Settings, Stamp, is_browsing, passes_by, update};
use crate::store::annotator::Annotator;
use crate::store::desk::Desk;
use crate::term::events::{self, Act, Input};
use crate::term::{Screen, clipboard, guard};
use crate::ui;
use glance::Glance;
use office::Office;
use place::Keeper;
use queue::{Job, Worker};
use saver::{Saver, Work};
use tour::{Goal, Quest};

/// Something that reached the loop.
#[derive(Debug)]
enum Event {
    /// From the terminal, all that came at once.
    Inputs(Vec<Input>),
    /// From a thread of ours.
    Done(Done),
    /// The system asks us to end, or the terminal is gone.
    Terminate,
}

/// What the reader needs to start.
#[derive(Debug)]
pub struct Start {
    /// The desk.
    pub desk: Desk,
    /// The person.
    pub annotator: Annotator,
    /// Settings of desk, person and command line.
    pub settings: Settings,
    /// Whether the mouse is wanted.
    pub mouse: bool,
    /// The folder that keeps where reading stopped.
    pub state: Option<PathBuf>,
}

/// Longest wait for a save before the screen is drawn without it, with a word in the foot.
const SAVE_WAIT: Duration = Duration::from_millis(50);

/// Runs the reader until the person leaves.
///
/// # Errors
/// Where the terminal cannot be used.
pub fn run(start: Start) -> anyhow::Result<()> {
    guard::install_panic_hook();
    spawn("lexicons", read_lexicons);
    let listing = start.desk.articles();
    let office = Office::new(
        start.desk,
        start.annotator,
        listing,
        Box::new(|text, go_on| analyze_while(text, go_on)),
    );
    // Before the terminal is taken: no signal may end us without giving it back.
    let signals = Signals::new([SIGHUP, SIGINT, SIGTERM]);
    let mut screen = Screen::take(start.mouse)?;
    events::begin();
    let size = screen.terminal.size()?;
    let (sender, receiver) = channel();
    let (worker, hand) = Worker::new(office.clone(), sender.clone());
    let mut app = App {
        model: Model::new(start.settings, (size.width, size.height), stamp()),
        clock: Box::new(stamp),
        saver: Saver::spawn(sender.clone()),
        worker,
        place: Keeper::new(start.state.as_deref(), &office),
        office,
        receiver,
        pending: Pending::default(),
    };
    app.begin();
    hand.spawn();
    app.draw(&mut screen)?;
    listen(&sender, signals);
    let _watch = watch::start(&app.office, sender);
    app.worker.read_ahead(!app.model.desk.stopped);
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

/// Where the time comes from.
pub type Clock = Box<dyn FnMut() -> Stamp>;

struct App {
    model: Model,
    clock: Clock,
    office: Office,
    saver: Saver,
    worker: Worker,
    place: Keeper,
    receiver: Receiver<Event>,
    pending: Pending,
}

/// What waits to be seen to.
#[derive(Debug, Default)]
struct Pending {
    /// Events taken out of the channel before their turn.
    events: VecDeque<Event>,
    /// Saves that are under way.
    saves: usize,
    /// What the clipboard should hold, until the next frame takes it there.
    copied: Option<String>,
    glance: Glance,
    /// The article to open before the next frame, or before what asks for its text.
    open: Option<ArticleId>,
    redraw: bool,
    quit: bool,
}

impl App {
    /// Lists the articles and opens the one where reading stopped.
    fn begin(&mut self) {
        self.update(Msg::Done(Done::Listed(self.office.listings())));
        let effects = self.place.recall(&mut self.model, &self.office);
        self.carry_out(effects);
        self.open_pending();
        let effects = self.place.offer(&mut self.model, &self.office);
        self.carry_out(effects);
        self.open_pending();
    }

    fn run(&mut self, screen: &mut Screen) -> anyhow::Result<()> {
        while !self.pending.quit {
            let Some(event) = self.wait() else { break };
            self.take(event);
            self.drain();
            if !self.pending.quit {
                self.draw(screen)?;
            }
        }
        self.place.keep(&self.model, &self.office);
        self.saver.finish();
        Ok(())
    }

    /// Waits for something to happen; meanwhile what waited for the person to rest is looked up.
    fn wait(&mut self) -> Option<Event> {
        while let Some(patience) = self.pending.glance.patience() {
            match self.receiver.recv_timeout(patience) {
                Ok(event) => return Some(event),
                Err(RecvTimeoutError::Timeout) => self.look_closer(),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        self.receiver.recv().ok()
    }

    /// Takes all that is pending, and waits a moment for saves under way, so
    /// that a verdict seen on the screen is on disk.
    fn drain(&mut self) {
        let deadline = Instant::now() + SAVE_WAIT;
        loop {
            let event = match self.next() {
                Ok(event) => event,
                Err(_) if self.pending.open.is_some() => {
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

    /// The next event that is there.
    fn next(&mut self) -> Result<Event, TryRecvError> {
        self.pending.events.pop_front().map_or_else(|| self.receiver.try_recv(), Ok)
    }

    /// Lets saves under way come first, so that what is read next from the disk
    /// is not older than what was decided.
    fn save_first(&mut self) {
        if self.pending.saves == 0 {
            return;
        }
        self.saver.wait();
        let events: Vec<_> = self.receiver.try_iter().collect();
        for event in events {
            match event {
                Event::Done(Done::Saved { .. } | Done::SaveFailed(..)) => self.take(event),
                event => self.pending.events.push_back(event),
            }
        }
    }

    fn take(&mut self, event: Event) {
        let msg = match event {
            Event::Terminate => {
                self.pending.quit = true;
                return;
            }
            Event::Done(done) => {
                if matches!(done, Done::Saved { .. } | Done::SaveFailed(..)) {
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

    fn on_input(&mut self, input: Input) {
        let msg = match input {
            Input::Key(key) => Msg::Key(key),
            Input::Paste(text) => Msg::Paste(text),
            Input::Resize(width, height) => Msg::Resize(width, height),
            Input::Mouse(act, x, y) => Msg::Mouse(Mouse { act: mouse_act(act), x, y }),
        };
        self.on_msg(msg);
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
        for job in self.pending.glance.take() {
            match job {
                Job::CountDifferences(_) => self.worker.last(job),
                job => self.worker.first(vec![job]),
            }
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
            Effect::Open(article) => self.pending.open = Some(article),
            Effect::Reload(article) => {
                self.save_first();
                let (books, file) = study::books(&self.office, article);
                self.saver.hold(article, file);
                return vec![Done::BooksRead(article, books)];
            }
            Effect::Anchor(search) => self.worker.first(vec![Job::Anchor(search)]),
            Effect::Save { article, base, now } => {
                self.pending.saves += 1;
                self.saver.save(article, Work { base, now });
            }
            Effect::Relate { article, doc, analysis, span } => {
                self.pending.glance.put(Job::Relate { article, doc, analysis, span });
            }
            Effect::Diverge => self.worker.first(vec![Job::Diverge]),
            Effect::CountDifferences(articles) => {
                self.pending.glance.put(Job::CountDifferences(articles));
            }
            Effect::Search { article, doc, query } => {
                self.worker.first(vec![Job::Search { article, doc, query }]);
            }
            Effect::Find(query) => match Quest::find(&query) {
                Some(quest) => self.worker.tour(&quest, &query, self.office.len()),
                None => self.worker.stop_tours(Goal::Words),
            },
            Effect::Sift { line, filter, level } => {
                self.worker.tour(&Quest::Sift(filter, level), &line, self.office.len());
            }
            Effect::Resift { article, line, filter, level } => {
                self.worker.last(Job::Resift { article, line, filter, level });
            }
            Effect::StopFind => self.worker.stop_tours(Goal::Words),
            Effect::StopSift => self.worker.stop_tours(Goal::Claims),
            Effect::Sum(articles) => self.worker.first(vec![Job::Sum(articles)]),
            Effect::ReadAhead(on) => self.worker.read_ahead(on),
            Effect::Renew(article) => self.worker.renew(article),
            Effect::Recover(note) => self.place.recover(note.as_ref(), &self.office),
            Effect::Copy(text) => self.pending.copied = Some(text),
            Effect::Browse(url) => self.worker.first(vec![Job::Browse(url)]),
            Effect::Redraw => self.pending.redraw = true,
            Effect::Quit => self.pending.quit = true,
        }
        Vec::new()
    }

    /// Opens the article that was last turned to: of many passed by at once, only that.
    fn open_pending(&mut self) {
        let Some(article) = self.pending.open.take() else { return };
        self.save_first();
        let (done, rest, file) = study::open(&self.office, article);
        self.saver.hold(article, file);
        self.worker.first(rest);
        for done in done {
            self.update(Msg::Done(done));
        }
    }

    fn draw(&mut self, screen: &mut Screen) -> anyhow::Result<()> {
        #[cfg(debug_assertions)]
        test_panic("main");
        // Of a key and a new size at the same moment, crossterm may tell the key only.
        let size = screen.terminal.size()?;
        if self.model.size != (size.width, size.height) {
            self.update(Msg::Resize(size.width, size.height));
        }
        if std::mem::take(&mut self.pending.redraw) {
            screen.terminal.clear()?;
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

/// The threads that wait for the terminal and for signals.
fn listen(sender: &Sender<Event>, caught: io::Result<Signals>) {
    let input = sender.clone();
    spawn("input", move || {
        while let Ok(inputs) = events::next() {
            if input.send(Event::Inputs(inputs)).is_err() {
                return;
            }
        }
        let _ = input.send(Event::Terminate);
    });
    let signals = sender.clone();
    spawn("signals", move || {
        let Ok(mut caught) = caught else { return };
        if caught.forever().next().is_some() {
            let _ = signals.send(Event::Terminate);
        }
    });
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    // Without its thread the program still reads and saves; the log says what is missing.
    if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(work) {
        tracing::error!("no thread for {name}: {error}");
    }
}

/// Now.
pub fn stamp() -> Stamp {
    Stamp { now: whole_seconds(Timestamp::now()) }
}

/// Times are kept to the second.
fn whole_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
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

/// Lets a test see what a panic in a thread does; debug builds only.
#[cfg(debug_assertions)]
fn test_panic(place: &str) {
    assert!(std::env::var("CLAIMDESK_TEST_PANIC").as_deref() != Ok(place), "asked for by a test");
}
