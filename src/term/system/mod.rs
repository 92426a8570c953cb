//! What differs between systems: waiting for the terminal, signals, stopping.
//!
//! Each system has the same names in a file of its own.

#[cfg(unix)]
mod unix;
#[cfg(unix)]
pub(crate) use unix::{Signals, Source, ask_to_stop, stop};

#[cfg(windows)]
mod windows;
#[cfg(windows)]
pub(crate) use windows::{Signals, Source, ask_to_stop, stop};

use super::input::Input;

/// What was heard of the terminal.
#[derive(Debug)]
pub(crate) enum Heard<'a> {
    /// Bytes, at least one.
    Bytes(&'a [u8]),
    /// What the system has read already.
    #[cfg_attr(unix, expect(dead_code, reason = "only the console of Windows tells it"))]
    Inputs(Vec<Input>),
    /// Nothing came in time.
    Nothing,
}

/// What the system asks of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signal {
    /// End.
    Terminate,
    /// Ctrl-C was pressed while the terminal was not ours.
    Interrupt,
    /// The terminal has another size.
    Resized,
    /// Stop until continued.
    Stop,
    /// Go on: whoever had the terminal meanwhile may have changed it.
    Continue,
}
