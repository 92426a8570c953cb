//! The threads that wait for the terminal and for signals.

use std::io;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use super::event::{Event, spawn};
use crate::state::Done;
use crate::term::guard;
use crate::term::input::Inputs;
use crate::term::system::{self, Signal, Signals};

/// Lets them tell what they hear. After each piece the terminal is read on once that is told to, so
/// that nobody reads it while another program has it.
pub(super) fn start(
    sender: &Sender<Event>,
    mut inputs: Inputs,
    caught: io::Result<Signals>,
) -> Sender<()> {
    let events = sender.clone();
    let (reading, read_on) = channel();
    spawn("input", move || {
        while let Ok(inputs) = inputs.wait() {
            if events.send(Event::Inputs(inputs)).is_err() || read_on.recv().is_err() {
                return;
            }
        }
        let _ = events.send(Event::Signal(Signal::Terminate));
    });
    let events = sender.clone();
    spawn("signals", move || {
        let mut caught = match caught {
            Ok(caught) => caught,
            Err(error) => return tracing::error!("signals are not caught: {error}"),
        };
        while let Some(signal) = caught.wait() {
            if signal == Signal::Stop && guard::is_lent() {
                // Whoever has the terminal stops, and with it all of this job.
                system::stop();
                continue;
            }
            if events.send(Event::Signal(signal)).is_err() {
                return;
            }
        }
    });
    reading
}

/// Tells this once, when so much time is over.
pub(super) fn once(sender: &Sender<Event>, time: Duration, what: Event) {
    let events = sender.clone();
    spawn("clock", move || {
        std::thread::sleep(time);
        // Where nobody listens any more the reader ends.
        let _ = events.send(what);
    });
}

/// Tells this again and again, whenever so much time is over.
pub(super) fn tick(sender: &Sender<Event>, time: Duration, what: fn() -> Done) {
    let events = sender.clone();
    spawn("clock", move || {
        loop {
            std::thread::sleep(time);
            if events.send(Event::Done(what())).is_err() {
                return;
            }
        }
    });
}
