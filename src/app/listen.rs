//! The threads that wait for the terminal and for signals.

use std::io;
use std::sync::mpsc::Sender;
use std::time::Duration;

use super::event::{Event, spawn};
use crate::state::Done;
use crate::term::input::Inputs;
use crate::term::system::{Signal, Signals};

/// Lets them tell what they hear.
pub(super) fn start(sender: &Sender<Event>, mut inputs: Inputs, caught: io::Result<Signals>) {
    let events = sender.clone();
    spawn("input", move || {
        while let Ok(inputs) = inputs.wait() {
            if events.send(Event::Inputs(inputs)).is_err() {
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
            if events.send(Event::Signal(signal)).is_err() {
                return;
            }
        }
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
