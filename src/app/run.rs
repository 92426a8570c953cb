//! The loop: waits for events, takes all that are pending, and draws once.

use std::io;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use super::App;
use super::Care;
use super::event::{Event, Since};
use crate::command::{Code, Key};
use crate::state::model::signal::{Mouse, MouseAct};
use crate::state::{Done, Msg, is_bound, passes_by};
use crate::term::Screen;
use crate::term::input::{Act, Answer, Input};
use crate::term::system::Signal;

/// Longest wait for a save before the screen is drawn without it, with a word in the foot: where a
/// notebook of usual size takes longer, or one of thousands of verdicts, nobody waits for the disk.
const SAVE_WAIT: Duration = Duration::from_millis(4);
/// Least time between frames that only background work asks for, about that of a screen: at a start,
/// where its answers come one by one, drawing each would keep a core from finding the next.
const PACE: Duration = Duration::from_millis(16);
/// So often it is looked whether more is to come: who works tells only afterwards that it is done.
const LOOK: Duration = Duration::from_millis(1);
/// Longest wait for what the background tells at a start, before the first claims and after them.
const MOMENT: Duration = Duration::from_millis(2);
/// So often it is looked meanwhile whether more is to come.
const GLANCE: Duration = Duration::from_micros(100);
/// So long after the terminal was taken back an interrupt may still be heard that was meant for the
/// person's editor: the thread that waits for signals may be late.
const ECHO: Duration = Duration::from_secs(1);
/// How long somebody who leaves waits for the disk before being asked.
const PARTING: Duration = Duration::from_secs(4);

impl App {
    pub(super) fn run(&mut self, screen: &mut Screen) -> io::Result<()> {
        while !self.pending.quit {
            let Some(event) = self.wait() else { break };
            self.take(event);
            self.drain();
            if self.pending.quit {
                break;
            }
            self.take_care(screen)?;
            self.draw(screen)?;
        }
        self.session.keep(&self.model, &self.context);
        self.context.answers().close();
        self.saver.finish();
        self.keep_the_rest();
        Ok(())
    }

    /// Gives the screen what it needs before the next frame.
    fn take_care(&mut self, screen: &mut Screen) -> io::Result<()> {
        match std::mem::take(&mut self.pending.screen) {
            Care::Nothing => Ok(()),
            Care::Redraw => screen.wipe(),
            Care::Edit => {
                let lent = self.lend(screen);
                self.read_on();
                lent
            }
            Care::Retake => screen.take_again(),
            Care::Stop => {
                self.saver.wait();
                screen.stop()
            }
        }
    }

    /// Waits for something to happen; meanwhile what waited for the person to rest is looked up.
    fn wait(&mut self) -> Option<Event> {
        if self.pending.goes_on {
            return self.receiver.try_recv().ok().or_else(|| self.go_on());
        }
        while let Some(patience) = self.pending.debounce.patience() {
            match self.receiver.recv_timeout(patience) {
                Ok(event) => return Some(event),
                Err(RecvTimeoutError::Timeout) if self.pending.debounce.is_due() => {
                    return Some(Event::Rested);
                }
                Err(RecvTimeoutError::Timeout) => {
                    for job in self.pending.debounce.take_due() {
                        self.scheduler.schedule(job);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        if !self.model.leaving {
            return self.receiver.recv().ok();
        }
        match self.receiver.recv_timeout(PARTING) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => Some(Event::Done(Done::StillUnsaved)),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Lets what was begun go on.
    pub(super) fn go_on(&mut self) -> Option<Event> {
        std::mem::take(&mut self.pending.goes_on).then_some(Event::Done(Done::WentOn))
    }

    /// Takes all that is pending, and waits a moment for saves under way, so
    /// that a verdict seen on the screen is on disk.
    fn drain(&mut self) {
        let deadline = Instant::now() + SAVE_WAIT;
        loop {
            let event = match self.receiver.try_recv() {
                Ok(event) => event,
                Err(_) if self.pending.debounce.is_due() => {
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
                Err(_) => match self.receiver.recv_timeout(self.pace().min(LOOK)) {
                    Ok(event) => event,
                    Err(RecvTimeoutError::Timeout) if !self.pace().is_zero() => continue,
                    Err(_) => return,
                },
            };
            self.take(event);
        }
    }

    /// Takes what the background tells within a moment, so that one frame shows it with the first claims.
    pub(super) fn take_what_follows(&mut self) {
        let deadline = Instant::now() + MOMENT;
        loop {
            match self.receiver.recv_timeout(GLANCE) {
                Ok(event) => self.take(event),
                Err(_) if self.scheduler.is_at_rest() || Instant::now() >= deadline => return,
                Err(_) => {}
            }
        }
    }

    /// How long the next frame is still to wait for more to show: not at all where somebody waits for
    /// it, or nothing more is to come.
    fn pace(&self) -> Duration {
        let is_asked = self.pending.is_awaited || self.pending.quit;
        let waits = !is_asked && !self.scheduler.is_at_rest();
        let drawn = self.pending.drawn.filter(|_| waits);
        drawn.map_or(Duration::ZERO, |drawn| PACE.saturating_sub(drawn.elapsed()))
    }

    pub(super) fn take(&mut self, event: Event) {
        // That the folders are watched shows nothing by itself.
        let is_background = matches!(event, Event::Done(Done::Work(_)) | Event::Watched(..));
        self.pending.is_awaited |= !is_background;
        let msg = match event {
            Event::Signal(signal) => return self.on_signal(signal),
            // What waited for that is seen to before the frame.
            Event::Rested => return,
            Event::Held(read, then) => return self.take_held(read, then),
            Event::FolderCame(folder) => return self.start_watch(Since::Came(folder)),
            Event::Watched(watch, since) => return self.take_watch(watch, since),
            Event::Done(done) => {
                if is_answer(&done) {
                    self.pending.saves = self.pending.saves.saturating_sub(1);
                }
                Msg::Done(done)
            }
            Event::Inputs(inputs) => {
                for input in inputs {
                    self.on_input(input);
                }
                // While somebody else has the terminal nothing of it is read.
                if self.pending.screen != Care::Edit {
                    self.read_on();
                }
                return;
            }
        };
        self.update(msg);
    }

    /// Lets the terminal be read on.
    pub(super) fn read_on(&self) {
        if let Some(reading) = &self.reading {
            // Who reads it has ended where nobody listens.
            let _ = reading.send(());
        }
    }

    fn on_signal(&mut self, signal: Signal) {
        match signal {
            Signal::Interrupt if self.taken_back.is_some_and(|at| at.elapsed() < ECHO) => {}
            Signal::Terminate | Signal::Interrupt => self.pending.quit = true,
            Signal::Stop => self.pending.screen = Care::Stop,
            Signal::Continue => self.pending.screen = self.pending.screen.max(Care::Retake),
            // The size is asked for before each frame.
            Signal::Resized => {}
        }
    }

    fn on_input(&mut self, input: Input) {
        match input {
            Input::Key(key) => self.on_msg(Msg::Key(key)),
            Input::Meta(key) => {
                let chord = Key { alt: true, ..key };
                if is_bound(&self.model, chord) {
                    return self.on_msg(Msg::Key(chord));
                }
                self.on_msg(Msg::Key(Key::plain(Code::Esc)));
                self.on_msg(Msg::Key(key));
            }
            Input::Paste(text) => self.on_msg(Msg::Paste(text)),
            Input::Mouse(act, x, y) => {
                self.on_msg(Msg::Mouse(Mouse { act: mouse_act(act), x, y }));
            }
            Input::Answer(Answer::Ground(is_light)) if self.follows_ground => {
                self.is_on_ground(is_light);
            }
            Input::Answer(_) | Input::Resized => {}
        }
    }

    /// The colours follow the terminal's ground.
    pub(super) fn is_on_ground(&mut self, is_light: bool) {
        let look = &mut self.model.settings.look;
        look.scheme = look.scheme.on_ground(is_light);
    }

    /// Takes what the person did.
    pub(super) fn on_msg(&mut self, msg: Msg) {
        if !passes_by(&self.model, &msg) {
            self.open_pending();
        }
        self.update(msg);
    }
}

/// Whether this answers a save that was asked for.
const fn is_answer(done: &Done) -> bool {
    matches!(done, Done::Saved { .. } | Done::SaveFailed(..) | Done::SaveWaits(_) | Done::Gone(_))
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
