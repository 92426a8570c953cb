//! What a person does at the terminal, however the system tells it.

use std::io;
use std::time::Instant;

use super::decoder::Decoder;
use super::system::{Heard, Source};
use crate::command::{Code, Key};

/// What came from the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// A key.
    Key(Key),
    /// ESC and a key at once: Alt held, or Esc and then the key. Only who knows what is bound
    /// can tell.
    Meta(Key),
    /// Pasted text.
    Paste(String),
    /// The mouse, at column and row.
    Mouse(Act, u16, u16),
    /// The terminal has answered a question.
    Answer(Answer),
    /// The terminal has another size, where no signal tells.
    #[cfg_attr(unix, expect(dead_code, reason = "only the console of Windows tells it"))]
    Resized,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// Left button down.
    Press,
    /// Moved with the left button down.
    Drag,
    /// Left button up.
    Release,
    /// Wheel towards the person.
    WheelDown,
    /// Wheel away.
    WheelUp,
}

/// The terminal's answers that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Whether its ground is light (OSC 11).
    Ground(bool),
    /// Who it is (DA1).
    Identity,
}

/// The one reader of the terminal.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    source: Source,
    decoder: Decoder,
    /// What was typed while an answer was waited for.
    early: Vec<Input>,
}

impl Inputs {
    /// Waits for the next input; what has come with it comes too, so that many keys
    /// at once cost one frame.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub(crate) fn wait(&mut self) -> io::Result<Vec<Input>> {
        let mut inputs = std::mem::take(&mut self.early);
        while inputs.is_empty() {
            inputs = self.read(None)?;
        }
        Ok(inputs)
    }

    /// Waits for answers until the moment that `judge` gives for what has been answered so far;
    /// what else comes is kept for [`Self::wait`].
    pub(super) fn answers(
        &mut self,
        mut judge: impl FnMut(Option<Answer>) -> Option<Instant>,
    ) -> io::Result<()> {
        let mut until = judge(None);
        while let Some(moment) = until.filter(|moment| *moment > Instant::now()) {
            for input in self.read(Some(moment))? {
                match input {
                    Input::Answer(answer) => until = judge(Some(answer)),
                    input => self.early.push(input),
                }
            }
        }
        Ok(())
    }

    /// Reads once: what is there, or after silence what that means.
    fn read(&mut self, until: Option<Instant>) -> io::Result<Vec<Input>> {
        let silence = self.decoder.patience().map(|patience| Instant::now() + patience);
        let mut inputs = Vec::new();
        match self.source.hear(until.into_iter().chain(silence).min())? {
            Heard::Bytes(bytes) => self.decoder.feed(bytes, &mut inputs),
            Heard::Inputs(heard) => inputs = heard,
            Heard::Nothing if silence.is_some_and(|silence| silence <= Instant::now()) => {
                self.decoder.silence(&mut inputs);
            }
            Heard::Nothing => {}
        }
        Ok(inputs)
    }
}

/// A key as it is meant: `AltGr`, which some systems report as Ctrl with Alt, types what no such
/// chord is used for, and Ctrl makes no difference between cases.
pub(super) fn chord(key: Key) -> Key {
    match key.code {
        Code::Char(c) if key.ctrl && key.alt && !c.is_ascii_alphanumeric() && c != ' ' => {
            Key::plain(key.code)
        }
        Code::Char(c) if key.ctrl => {
            Key { code: Code::Char(c.to_ascii_lowercase()), shift: false, ..key }
        }
        // Shift is already in the character and in Shift-Tab.
        Code::Char(_) | Code::BackTab => Key { shift: false, ..key },
        _ => key,
    }
}
