//! Who is at the desk, as git tells it while the first claims are found.

use std::io;
use std::thread::{self, JoinHandle};

use super::worker::Worker;
use crate::desk::Library;
use crate::store::annotator::Annotator;

/// What asks git for the person's name.
pub(super) type Ask = Box<dyn FnOnce() -> Library + Send>;

/// What git tells. The work behind the screen waits for that, and begins with it.
pub(super) struct Told(Option<JoinHandle<Option<Library>>>);

impl Told {
    /// Asks for the name, where it is not known. Once it is the one that was taken for it, the worker begins.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub(super) fn by(ask: Option<Ask>, taken: Annotator, worker: Worker) -> io::Result<Self> {
        let Some(ask) = ask else {
            worker.spawn();
            return Ok(Self(None));
        };
        let ask = move || {
            let library = ask();
            if *library.annotator() != taken {
                return Some(library);
            }
            worker.spawn();
            None
        };
        let thread = thread::Builder::new().name("person".to_owned()).spawn(ask)?;
        Ok(Self(Some(thread)))
    }

    /// Waits for the answer: the view of another person than was taken to be there.
    ///
    /// # Errors
    /// Where it could not be asked.
    pub(super) fn otherwise(self) -> io::Result<Option<Library>> {
        let Some(thread) = self.0 else { return Ok(None) };
        thread.join().map_err(|_| io::Error::other("git could not be asked"))
    }
}
