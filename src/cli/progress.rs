//! How far a long command is, on standard error of a terminal.

use std::io::{IsTerminal as _, stderr};
use std::time::{Duration, Instant};

use super::output;
use crate::i18n::{Lang, Text};

/// Time before anything is said, and between two words.
const PAUSE: Duration = Duration::from_millis(150);

/// Tells how many of many things are done; a short command says nothing.
pub(super) struct Progress {
    what: Text,
    lang: Lang,
    all: usize,
    done: usize,
    /// When something was last said; none where nobody reads it.
    said: Option<Instant>,
    shows: bool,
}

impl Progress {
    /// Of `all` things; `what` says how many of how many.
    pub(super) fn of(all: usize, what: Text, lang: Lang) -> Self {
        let said = stderr().is_terminal().then(Instant::now);
        Self { what, lang, all, done: 0, said, shows: false }
    }

    /// One more is done.
    pub(super) fn step(&mut self) {
        self.at(self.done + 1, self.all);
    }

    /// So many are done, of so many as are known of now.
    pub(super) fn at(&mut self, done: usize, all: usize) {
        (self.done, self.all) = (done, all);
        if self.said.is_some_and(|said| said.elapsed() >= PAUSE) {
            output::progress(&self.what.fill(self.lang, &[&self.done, &self.all]));
            (self.said, self.shows) = (Some(Instant::now()), true);
        }
    }

    /// Takes what was said off the screen, as before anything else is printed.
    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.shows) {
            output::progress("");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}
