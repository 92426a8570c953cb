//! The event loop and the effects: where the pure parts meet the world.
//!
//! Threads (terminal input, signals, background work, the saver) speak to the
//! loop through one channel. The loop drains it, updates the model, carries
//! out the effects, and draws once. It sleeps while nothing happens.

mod alike;
mod answers;
mod aside;
mod authors;
pub mod bench;
mod catalogue;
mod clock;
mod context;
mod debounce;
mod desk_index;
mod editor;
mod effect;
mod event;
pub mod history;
pub(crate) mod intake;
mod kept;
mod listen;
pub(crate) mod log;
mod long;
mod origin;
pub(crate) mod parallel;
mod recent;
pub mod results;
mod run;
mod saver;
mod scan;
mod scheduler;
mod session;
pub(crate) mod sharing;
pub(crate) mod shell;
pub(crate) mod standing;
mod study;
mod teammates;
mod told;
pub(crate) mod words;
mod worker;

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant, SystemTime};

use crate::config::Config;
use crate::desk::Library;
use crate::desk::watch::{Change, How, Watch};
use crate::state::model::work::Job;
use crate::state::{Done, Model, Msg, Settings, Stamp, is_browsing, unfinished, update};
use crate::store::listing::Listing;
use crate::term::input::Inputs;
use crate::term::system::Signals;
use crate::term::{Screen, clipboard, ground, guard};
use crate::ui;
use context::Context;
use debounce::Debounce;
use event::{Event, Since, spawn, test_panic};
use saver::Saver;
use scheduler::Scheduler;
use session::SessionStore;
use teammates::Teammates;
use told::Told;
use worker::Worker;

/// The desk and who is at it.
pub(crate) struct Person {
    /// As far as nobody has to be asked.
    pub library: Library,
    /// Asks git; none where the name is known.
    pub ask: Option<told::Ask>,
}

/// What the reader needs to start.
pub(crate) struct Start {
    /// The desk's configuration.
    pub config: Config,
    /// Settings of desk and command line; the person is named in `library`.
    pub settings: Settings,
    /// Whether the mouse is wanted.
    pub mouse: bool,
    /// Whether the colours follow the terminal's ground.
    pub follow_ground: bool,
    /// Whether that is to be asked for, as nothing else tells it.
    pub ask_ground: bool,
    /// The folders for what is kept between two runs.
    pub folders: Folders,
    /// The article to open instead of that one.
    pub article: Option<String>,
    /// Tells what git runs to merge notebooks during a sync; where this program is among those that the shell finds
    /// is looked for behind the first frame.
    pub driver: fn() -> String,
    /// The programs that the person wants used.
    pub programs: Programs,
    /// How often the work is shared unasked; none: never.
    pub sync_every: Option<Duration>,
}

/// The programs that the person wants used, each as a shell reads it.
#[derive(Clone, Debug, Default)]
pub struct Programs {
    /// What writes notes.
    pub editor: String,
    /// What opens links; none for the system's.
    pub opener: Option<String>,
}

/// Runs the reader until the person leaves; gives what is to be said once the screen is given back.
///
/// The first frame waits for nothing but the first article and the terminal's ground. Only then the work behind the
/// screen begins, and git is asked who is there: until it has told it nothing is read from the keyboard, nor written
/// to the desk, and what was worked out for somebody else is thrown away.
///
/// # Errors
/// Where the terminal cannot be used.
pub(crate) fn run(person: Person, mut start: Start) -> io::Result<Option<String>> {
    guard::install_panic_hook();
    let began = SystemTime::now();
    let Person { library, ask } = person;
    // Before the terminal is taken: no signal may end us without giving it back.
    let signals = Signals::catch();
    let mut screen = Screen::take(start.mouse, start.follow_ground)?;
    let mut inputs = Inputs::default();
    // The answer is taken when all is ready to be drawn.
    let asked = start.ask_ground.then(ground::ask).flatten();
    let size = screen.terminal.size()?;
    let size = (size.width, size.height);
    let (annotator, listing) = (library.annotator().clone(), library.list());
    let (mut app, mut worker) = App::open(&start, library, listing.clone(), size);
    if let Some(is_light) = asked.and_then(|asked| asked.answer(&mut inputs)) {
        start.settings.look.scheme = start.settings.look.scheme.on_ground(is_light);
        app.is_on_ground(is_light);
    }
    app.show_first(&worker, &mut screen)?;
    // Not before: on two cores git would take that of the terminal.
    let told = Told::by(ask)?;
    app.fill_in(&mut screen)?;
    if let Some(library) = told.otherwise(&annotator)? {
        // What it took over of what others left is free again.
        drop((app, worker));
        (app, worker) = App::open(&start, library, listing, size);
        app.show_first(&worker, &mut screen)?;
        app.fill_in(&mut screen)?;
    }
    let events = worker.events();
    app.reading = Some(listen::start(&events, inputs, signals));
    if let Some(time) = start.sync_every {
        listen::tick(&events, time, || Done::SyncIsDue);
    }
    app.watch = Some(Watching { events, watch: None });
    app.start_watch(Since::Begin(began));
    app.run(&mut screen)?;
    Ok(app.model.farewell.take())
}

/// How far the time that a file system writes down may lie before the real one: Linux takes that of
/// its last tick, some milliseconds ago, FAT counts in two seconds.
const GRAIN: Duration = Duration::from_secs(2);

/// How long an editor may take between emptying a file and writing it.
const WRITING: Duration = Duration::from_secs(2);

/// Whether an article has changed that is empty now: some editors empty a file first, and then write it, and no place
/// in its text is to be lost by that.
fn is_being_written(context: &Context, event: &Event) -> bool {
    let Event::Done(Done::ArticleChanged(article)) = event else { return false };
    let path = context.library().desk().article_path(&context.name(*article));
    path.and_then(|path| path.metadata().ok()).is_some_and(|meta| meta.len() == 0)
}

/// Whether what bears this time may have changed since then. What changed a little before is read
/// once more for nothing.
fn may_be_since(changed: SystemTime, began: SystemTime) -> bool {
    began.checked_sub(GRAIN).is_none_or(|since| changed >= since)
}

pub(crate) use clock::stamp;
pub use context::Folders;
pub(crate) use session::last_annotator;

/// Where the time comes from.
pub(crate) type Clock = Box<dyn FnMut() -> Stamp>;

struct App {
    model: Model,
    clock: Clock,
    context: Context,
    saver: Saver,
    scheduler: Scheduler,
    session: SessionStore,
    teammates: Teammates,
    receiver: Receiver<Event>,
    /// None where a test says what changes.
    watch: Option<Watching>,
    /// Whether the colours follow the terminal's ground, also where it tells it late.
    follows_ground: bool,
    pending: Pending,
    /// The person's editor, as a shell reads it.
    editor: String,
    /// Lets the terminal be read on; none where nobody reads it.
    reading: Option<Sender<()>>,
    /// When the person's editor gave the terminal back.
    taken_back: Option<Instant>,
}

/// The watch, once it has started, and whom it tells.
struct Watching {
    events: Sender<Event>,
    watch: Option<Watch>,
}

/// What the screen needs before the next frame, the more of it the greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Care {
    #[default]
    Nothing,
    /// It is to be drawn whole.
    Redraw,
    /// It is lent to the person's editor.
    Edit,
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
    /// What the very first frame does not wait for.
    behind: Option<Job>,
    screen: Care,
    /// Whether somebody waits for the next frame: it answers more than the background.
    is_awaited: bool,
    /// Whether something was begun that goes on when nothing else is to be taken.
    goes_on: bool,
    /// When the last frame was drawn.
    drawn: Option<Instant>,
    quit: bool,
}

impl App {
    /// The reader as it opens, and what will work for it.
    fn open(start: &Start, library: Library, listing: Listing, size: (u16, u16)) -> (Self, Worker) {
        let mut settings = start.settings.clone();
        library.annotator().name().clone_into(&mut settings.annotator);
        library.annotator().slug().clone_into(&mut settings.team.folder);
        let config = start.config.clone();
        let context = Context::new(library, listing, config, &settings, &start.folders);
        let (sender, receiver) = channel();
        let scheduler = Scheduler::new(context.len());
        let mut worker = Worker::new(context.clone(), sender.clone(), scheduler.queue());
        worker.driver = Arc::new(LazyLock::new(start.driver));
        worker.opener.clone_from(&start.programs.opener);
        let mut app = Self {
            model: Model::new(settings, size, stamp()),
            clock: Box::new(stamp),
            saver: Saver::asleep(sender, context.lang()),
            scheduler,
            session: SessionStore::new(&context),
            teammates: Teammates::default(),
            context,
            receiver,
            watch: None,
            follows_ground: start.follow_ground,
            pending: Pending::default(),
            editor: start.programs.editor.clone(),
            reading: None,
            taken_back: None,
        };
        app.begin(start.article.as_deref());
        (app, worker)
    }

    /// Lists the articles and opens the one that was asked for, else that where reading stopped.
    fn begin(&mut self, article: Option<&str>) {
        let said = self.take_back().or_else(|| self.warn_of_the_disk());
        self.update(Msg::Done(Done::Listed(self.context.listings())));
        let effects = self.session.recall(&mut self.model, &self.context, article);
        self.carry_out(effects);
        self.open_pending();
        let effects = self.session.offer(&mut self.model, &self.context);
        self.carry_out(effects);
        self.open_pending();
        self.pending.debounce.put(Job::LookAtGit(None));
        if said.is_some() {
            self.model.notice = said;
        }
    }

    /// Shows the very first frame, and begins the work behind it.
    fn show_first(&mut self, worker: &Worker, screen: &mut Screen) -> io::Result<()> {
        self.draw(screen)?;
        self.saver.wake();
        self.scheduler.read_ahead(!self.model.desk.stopped);
        worker.spawn();
        Ok(())
    }

    /// Shows the claims that the very first frame did not wait for, with what the background tells meanwhile: on a
    /// desk that is as it was at the last start that is all there is to tell.
    fn fill_in(&mut self, screen: &mut Screen) -> io::Result<()> {
        let Some(claims) = self.claims_behind_the_first_frame() else { return Ok(()) };
        // Once all articles are there, where that is soon: what others say of a claim before is asked again.
        self.take_what_follows();
        self.update(Msg::Done(Done::Work(claims)));
        self.take_what_follows();
        self.draw(screen)
    }

    /// Watches the desk's folders, as they are now. Until that has begun an earlier watch goes on; in a
    /// thread, since a desk of a hundred thousand files takes longer to watch than a key may wait.
    fn start_watch(&self, since: Since) {
        let Some(Watching { events, .. }) = &self.watch else { return };
        let (context, events) = (self.context.clone(), events.clone());
        spawn("watch", move || {
            let (desk, sender) = (context.library().desk().clone(), events.clone());
            let watch = Watch::start(&desk, move |change| {
                let event = match change {
                    Change::Folder(folder) => Some(Event::FolderCame(folder)),
                    change => context.changed(change).map(Event::Done),
                };
                if let Some(event) = event {
                    if is_being_written(&context, &event) {
                        return listen::once(&sender, WRITING, event);
                    }
                    // Where nobody listens any more the reader ends.
                    let _ = sender.send(event);
                }
            });
            let _ = events.send(Event::Watched(watch, since));
        });
    }

    /// The desk's folders are watched: what changed before that is read again.
    fn take_watch(&mut self, watch: Watch, since: Since) {
        match watch.how {
            How::Told => {}
            How::Looking => self.take(Event::Done(Done::WatchLooks)),
            How::Unseen => self.take(Event::Done(Done::Unwatched)),
        }
        if let Some(watching) = &mut self.watch {
            watching.watch = Some(watch);
        }
        match since {
            Since::Begin(began) => self.look_again(began),
            // What is in a folder that has come (back) may be anything.
            Since::Came(folder) => {
                for done in self.context.all_of(folder) {
                    self.take(Event::Done(done));
                }
            }
        }
    }

    /// What changed before it was watched is read again.
    fn look_again(&mut self, began: SystemTime) {
        let is_new = |path: &Path| {
            let changed = path.metadata().and_then(|meta| meta.modified());
            changed.is_ok_and(|at| may_be_since(at, began))
        };
        if is_new(self.context.library().desk().seeds()) {
            // An article has come since the folder was listed, perhaps the first.
            self.update(Msg::Done(Done::FolderChanged));
        }
        let Some(article) = self.model.reader.article else { return };
        let (library, name) = (self.context.library(), self.context.name(article));
        let desk = library.desk();
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

    fn update(&mut self, msg: Msg) {
        let stamp = (self.clock)();
        let effects = update(&mut self.model, msg, stamp);
        self.carry_out(effects);
        self.session.keep_unfinished(unfinished(&mut self.model), &self.context);
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
        self.pending.is_awaited = false;
        self.pending.drawn = Some(Instant::now());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_after_the_start_may_bear_an_earlier_time() {
        let began = SystemTime::now();
        let before = |millis| began - Duration::from_millis(millis);
        assert!(may_be_since(began, began) && may_be_since(before(4), began));
        assert!(!may_be_since(before(60_000), began));
        assert!(may_be_since(SystemTime::UNIX_EPOCH, SystemTime::UNIX_EPOCH));
    }
}
