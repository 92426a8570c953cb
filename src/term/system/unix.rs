//! Linux, macOS and the BSDs.

use std::io::{self, stdin};
use std::time::Instant;

use rustix::process::{Signal as Sent, getpgrp, getpid, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};

use super::{Heard, Signal};

/// Bytes of the terminal; it hands over no more than this at once.
const CHUNK: usize = 4096;

/// The terminal's input: bytes.
#[derive(Debug)]
pub(crate) struct Source {
    chunk: [u8; CHUNK],
}

impl Default for Source {
    fn default() -> Self {
        Self { chunk: [0; CHUNK] }
    }
}

impl Source {
    /// Waits for bytes, at most until this moment.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub(crate) fn hear(&mut self, until: Option<Instant>) -> io::Result<Heard<'_>> {
        if !is_readable(until)? {
            return Ok(Heard::Nothing);
        }
        match rustix::io::read(stdin(), &mut self.chunk) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => Ok(Heard::Bytes(&self.chunk[..count])),
            Err(rustix::io::Errno::INTR) => Ok(Heard::Nothing),
            Err(error) => Err(error.into()),
        }
    }
}

#[cfg(not(target_os = "macos"))]
fn is_readable(until: Option<Instant>) -> io::Result<bool> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let left = until.map(|until| until.saturating_duration_since(Instant::now()));
    let left = left.and_then(|left| Timespec::try_from(left).ok());
    let stdin = stdin();
    match poll(&mut [PollFd::new(&stdin, PollFlags::IN)], left.as_ref()) {
        Ok(ready) => Ok(ready > 0),
        Err(rustix::io::Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// `poll` of macOS refuses some terminals; this one asks `select` there.
#[cfg(target_os = "macos")]
fn is_readable(until: Option<Instant>) -> io::Result<bool> {
    use filedescriptor::{POLLIN, poll, pollfd};
    use std::os::fd::AsRawFd;
    let left = until.map(|until| until.saturating_duration_since(Instant::now()));
    let mut watched = [pollfd { fd: stdin().as_raw_fd(), events: POLLIN, revents: 0 }];
    match poll(&mut watched, left) {
        Ok(ready) => Ok(ready > 0),
        Err(error) => match io::Error::last_os_error() {
            interrupted if interrupted.kind() == io::ErrorKind::Interrupted => Ok(false),
            _ => Err(io::Error::other(error)),
        },
    }
}

/// The signals that are caught, from the moment this is made.
#[derive(Debug)]
pub(crate) struct Signals(signal_hook::iterator::Signals);

impl Signals {
    /// Catches them: from now on none ends the program with the terminal changed.
    ///
    /// # Errors
    /// Where the system refuses.
    pub(crate) fn catch() -> io::Result<Self> {
        let caught = [SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH, SIGXFSZ];
        signal_hook::iterator::Signals::new(caught).map(Self)
    }

    /// Waits for the next one.
    pub(crate) fn wait(&mut self) -> Option<Signal> {
        self.0.forever().find_map(|signal| match signal {
            SIGWINCH => Some(Signal::Resized),
            SIGTSTP => Some(Signal::Stop),
            SIGCONT => Some(Signal::Continue),
            // A file is longer than is allowed: the save that wrote it fails and says so.
            SIGXFSZ => None,
            SIGINT => Some(Signal::Interrupt),
            _ => Some(Signal::Terminate),
        })
    }
}

/// Asks all of this job to stop, as Ctrl-Z does elsewhere; tells whether somebody is there to
/// continue it: a shell makes a group of processes for each job.
pub(crate) fn ask_to_stop() -> bool {
    let is_job = getsid(None).is_ok_and(|session| session != getpgrp());
    is_job && kill_current_process_group(Sent::TSTP).is_ok()
}

/// Stops until continued, where that is possible.
pub(crate) fn stop() {
    if getsid(None).is_ok_and(|session| session != getpgrp())
        && let Err(error) = rustix::process::kill_process(getpid(), Sent::STOP)
    {
        tracing::warn!("cannot stop: {error}");
    }
}
