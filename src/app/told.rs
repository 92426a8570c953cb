//! Who is at the desk, as git tells it while the screen fills in.

use std::io;
use std::thread::{self, JoinHandle};

use crate::desk::Library;
use crate::store::annotator::Annotator;

/// What asks git for the person's name.
pub(super) type Ask = Box<dyn FnOnce() -> Library + Send>;

/// What git tells.
pub(super) struct Told(Option<JoinHandle<Library>>);

impl Told {
    /// Asks for the name, where it is not known.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub(super) fn by(ask: Option<Ask>) -> io::Result<Self> {
        let ask = ask.map(|ask| thread::Builder::new().name("person".to_owned()).spawn(ask));
        Ok(Self(ask.transpose()?))
    }

    /// Waits for the answer: the view of another person than was `taken` to be there.
    ///
    /// # Errors
    /// Where it could not be asked.
    pub(super) fn otherwise(self, taken: &Annotator) -> io::Result<Option<Library>> {
        let Some(thread) = self.0 else { return Ok(None) };
        let told = thread.join().map_err(|_| io::Error::other("git could not be asked"))?;
        Ok(Some(told).filter(|library| library.annotator() != taken))
    }
}
