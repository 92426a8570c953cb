//! What reaches the loop, and from where.

use std::thread;
use std::time::SystemTime;

use crate::desk::watch::{Folder, Watch};
use crate::state::Done;
use crate::state::model::desk::{ArticleId, Books};
use crate::state::model::work::{Answer, Then};
use crate::store::notebook::NotebookFile;
use crate::term::input::Input;
use crate::term::system::Signal;

/// An article with everybody's annotations and the file of one's own.
pub(super) type Held = (ArticleId, Books, NotebookFile);

/// What a watch has not seen.
#[derive(Clone, Copy, Debug)]
pub(super) enum Since {
    /// What changed since the reader began.
    Begin(SystemTime),
    /// What is in a folder that has come (back).
    Came(Folder),
}

/// Something that reached the loop.
#[derive(Debug)]
pub(super) enum Event {
    /// From the terminal, all that came at once.
    Inputs(Vec<Input>),
    /// The person rests on an article after passing by others.
    Rested,
    /// From a thread of ours.
    Done(Done),
    /// The annotations of articles are read, and what is to be done with them.
    Held(Vec<Held>, Then),
    /// A folder of the desk has come, and is not watched yet.
    FolderCame(Folder),
    /// The folders of the desk are watched, and what may have changed before that.
    Watched(Watch, Since),
    /// From the system; also that the terminal is gone.
    Signal(Signal),
}

impl From<Answer> for Event {
    fn from(answer: Answer) -> Self {
        Self::Done(Done::Work(answer))
    }
}

/// Starts a thread of ours.
pub(super) fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    // Without its thread the program still reads and saves; the log says what is missing.
    if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(work) {
        tracing::error!("no thread for {name}: {error}");
    }
}

/// Lets a test see what a panic in a thread does; debug builds only.
pub(super) fn test_panic(place: &str) {
    let asked = || std::env::var("CLAIMDESK_TEST_PANIC").as_deref() == Ok(place);
    assert!(!cfg!(debug_assertions) || !asked(), "asked for by a test");
}
