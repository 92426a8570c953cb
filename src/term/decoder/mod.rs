//! What the terminal sends, byte by byte, as keys, pastes, mouse events and answers.
//!
//! A state machine after ECMA-48 and Paul Williams' parser (<https://vt100.net/emu/dec_ansi_parser>),
//! turned round for input. It swallows whole whatever is no key, however it is split between
//! reads, so that an answer that comes late is never taken for typing.
//!
//! Own code: `termina` and crossterm read on for ever after a CSI they do not know, `terminput`
//! keeps no state between two reads, and `vtparse` is made for output: it has no pastes, no mouse
//! and no lone ESC.

mod sequence;

#[cfg(test)]
mod tests;

use std::time::Duration;

use super::input::{Input, chord};
use crate::command::{Code, Key};

/// Silence after which a lone ESC is the key.
const LONE_ESC: Duration = Duration::from_millis(30);
/// Silence after which the rest of a sequence is not waited for any more.
const BROKEN_OFF: Duration = Duration::from_millis(500);
/// The same once a sequence is longer than any answer.
const OVERLONG: Duration = Duration::from_millis(100);
/// Bytes of a sequence that are kept; what comes behind them is dropped.
const LONGEST: usize = 4096;
/// Nobody types more bytes than this between two reads.
const TYPED: usize = 16;

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
const CAN: u8 = 0x18;
const SUB: u8 = 0x1a;
const PASTE_END: &[u8] = b"\x1b[201~";

/// What has been read of a sequence so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Between sequences.
    #[default]
    Ground,
    /// Within a character of several bytes.
    Character,
    /// After ESC.
    Escape,
    /// After `ESC O`.
    Ss3,
    /// After `ESC [`.
    Csi,
    /// After `ESC [ [`, as the Linux console begins its function keys.
    LinuxKey,
    /// After `ESC [ M`: three bytes of a mouse report without SGR.
    Mouse,
    /// Within an OSC.
    Osc,
    /// Within a DCS, APC, PM or SOS.
    Text,
    /// After ESC within one of these, which ends or breaks it off.
    Closing,
    /// Within a paste.
    Paste,
}

/// Bytes in, inputs out; knows no terminal and no clock.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    state: State,
    /// What has been read of the character, sequence or paste.
    kept: Vec<u8>,
    /// Another ESC came before the one that began this: the Esc key, or Alt with a key.
    escaped: bool,
    /// A paste broke off, so that its rest may still come.
    torn: bool,
}

impl Decoder {
    /// Reads what came at once.
    pub(crate) fn feed(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        if self.torn && self.state == State::Ground && bytes.len() > TYPED {
            self.enter(State::Paste);
        }
        for byte in bytes {
            self.step(*byte, out);
        }
    }

    /// How long the terminal may be silent before [`Self::silence`] is to be called;
    /// `None` where nothing is pending.
    pub(crate) fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Escape => Some(LONE_ESC),
            State::Paste => Some(BROKEN_OFF),
            _ if self.kept.len() >= LONGEST => Some(OVERLONG),
            _ => Some(BROKEN_OFF),
        }
    }

    /// The terminal has been silent for as long as it may: keys work again.
    pub(crate) fn silence(&mut self, out: &mut Vec<Input>) {
        match self.state {
            State::Escape => {
                self.flush_escape(out);
                out.push(Input::Key(Key::plain(Code::Esc)));
            }
            State::Paste => {
                self.torn = true;
                self.paste(out);
            }
            _ => {}
        }
        self.enter(State::Ground);
    }

    fn enter(&mut self, state: State) {
        self.state = state;
        self.kept.clear();
        if state == State::Ground {
            self.escaped = false;
        }
    }

    fn step(&mut self, byte: u8, out: &mut Vec<Input>) {
        match self.state {
            State::Ground => self.ground(byte, out),
            State::Character => self.character(byte, out),
            State::Escape => self.escape(byte, out),
            State::Ss3 | State::Csi => self.sequence(byte, out),
            // Both are of printable bytes: a control breaks them off, as an ESC does when a paste follows.
            State::LinuxKey | State::Mouse if byte < b' ' => {
                self.enter(State::Ground);
                self.step(byte, out);
            }
            State::LinuxKey => self.finish(sequence::linux(byte), out),
            State::Mouse => {
                self.kept.push(byte);
                if self.kept.len() == 3 {
                    self.finish(sequence::mouse_bytes(&self.kept), out);
                }
            }
            State::Osc | State::Text => self.text(byte, out),
            State::Closing => self.closing(byte, out),
            State::Paste => self.pasted(byte, out),
        }
    }

    fn ground(&mut self, byte: u8, out: &mut Vec<Input>) {
        match byte {
            ESC => self.enter(State::Escape),
            0x00..=0x7f => out.extend(key_of(byte).map(Input::Key)),
            0xc2..=0xf4 => {
                self.enter(State::Character);
                self.kept.push(byte);
            }
            // No character begins so; of the others some introduce sequences (C1).
            _ => self.introduce(byte),
        }
    }

    /// Begins the sequence of a C1 control, which nobody types.
    fn introduce(&mut self, control: u8) {
        match control {
            0x8f => self.enter(State::Ss3),
            0x9b => self.enter(State::Csi),
            0x9d => self.enter(State::Osc),
            0x90 | 0x98 | 0x9e | 0x9f => self.enter(State::Text),
            _ => self.enter(State::Ground),
        }
    }

    fn character(&mut self, byte: u8, out: &mut Vec<Input>) {
        if !(0x80..=0xbf).contains(&byte) {
            self.enter(State::Ground);
            return self.step(byte, out);
        }
        self.kept.push(byte);
        match std::str::from_utf8(&self.kept) {
            Ok(text) => {
                let typed = text.chars().next().unwrap_or_default();
                self.enter(State::Ground);
                match u8::try_from(u32::from(typed)) {
                    Ok(control @ 0x80..=0x9f) => self.introduce(control),
                    _ => out.push(Input::Key(Key::plain(Code::Char(typed)))),
                }
            }
            Err(error) if error.error_len().is_none() => {}
            Err(_) => self.enter(State::Ground),
        }
    }

    fn escape(&mut self, byte: u8, out: &mut Vec<Input>) {
        match byte {
            ESC => {
                self.flush_escape(out);
                self.escaped = true;
            }
            b'[' => self.enter(State::Csi),
            b'O' => self.enter(State::Ss3),
            b']' | b'P' | b'X' | b'^' | b'_' => {
                self.flush_escape(out);
                self.enter(if byte == b']' { State::Osc } else { State::Text });
            }
            // The end of a text that was given up.
            b'\\' => {
                self.flush_escape(out);
                self.enter(State::Ground);
            }
            0x80.. => {
                self.flush_escape(out);
                out.push(Input::Key(Key::plain(Code::Esc)));
                self.enter(State::Ground);
                self.step(byte, out);
            }
            _ => {
                self.flush_escape(out);
                self.enter(State::Ground);
                out.extend(key_of(byte).map(Input::Meta));
            }
        }
    }

    /// An ESC before the one that began this was the key.
    fn flush_escape(&mut self, out: &mut Vec<Input>) {
        if std::mem::take(&mut self.escaped) {
            out.push(Input::Key(Key::plain(Code::Esc)));
        }
    }

    /// Within CSI or SS3: parameters, then a final byte.
    fn sequence(&mut self, byte: u8, out: &mut Vec<Input>) {
        let is_csi = self.state == State::Csi;
        match byte {
            ESC => self.enter(State::Escape),
            CAN | SUB => self.enter(State::Ground),
            b'[' if is_csi && self.kept.is_empty() => self.enter(State::LinuxKey),
            b'M' if is_csi && self.kept.is_empty() => self.enter(State::Mouse),
            // Shift with a key, as rxvt sends it; elsewhere `$` goes before the final byte.
            b'$' if is_csi && !self.kept.is_empty() && self.kept.iter().all(u8::is_ascii_digit) => {
                self.finish(sequence::csi(&self.kept, byte), out);
            }
            0x20..=0x3f => self.keep(byte),
            b'~' if is_csi && self.kept == b"200" => {
                self.flush_escape(out);
                self.enter(State::Paste);
            }
            0x40..=0x7e if is_csi => {
                self.torn &= self.kept != b"201";
                self.finish(sequence::csi(&self.kept, byte), out);
            }
            0x40..=0x7e => self.finish(sequence::ss3(&self.kept, byte), out),
            _ => {
                self.enter(State::Ground);
                self.step(byte, out);
            }
        }
    }

    fn keep(&mut self, byte: u8) {
        if self.kept.len() < LONGEST {
            self.kept.push(byte);
        }
    }

    /// Ends a sequence with what it meant; an ESC before it is Alt of a key, and else was the key.
    fn finish(&mut self, input: Option<Input>, out: &mut Vec<Input>) {
        let input = match input {
            Some(Input::Key(key)) if self.escaped => Some(Input::Key(Key { alt: true, ..key })),
            input => {
                self.flush_escape(out);
                input
            }
        };
        out.extend(input);
        self.enter(State::Ground);
    }

    fn text(&mut self, byte: u8, out: &mut Vec<Input>) {
        match byte {
            BEL if self.state == State::Osc => self.finish(sequence::osc(&self.kept), out),
            CAN | SUB => self.enter(State::Ground),
            ESC if self.state == State::Text => {
                self.kept.clear();
                self.state = State::Closing;
            }
            ESC => self.state = State::Closing,
            _ => self.keep(byte),
        }
    }

    fn closing(&mut self, byte: u8, out: &mut Vec<Input>) {
        if byte == b'\\' {
            return self.finish(sequence::osc(&self.kept), out);
        }
        self.enter(State::Escape);
        self.step(byte, out);
    }

    fn pasted(&mut self, byte: u8, out: &mut Vec<Input>) {
        self.kept.push(byte);
        if self.kept.ends_with(PASTE_END) {
            self.kept.truncate(self.kept.len() - PASTE_END.len());
            self.torn = false;
            self.paste(out);
            self.enter(State::Ground);
        }
    }

    fn paste(&mut self, out: &mut Vec<Input>) {
        // What is kept is given away, so that a long paste leaves nothing behind.
        let bytes = std::mem::take(&mut self.kept);
        if !bytes.is_empty() {
            let text = String::from_utf8(bytes);
            let text =
                text.unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
            out.push(Input::Paste(text));
        }
    }
}

/// The key of a byte of ASCII.
fn key_of(byte: u8) -> Option<Key> {
    let ctrl = |c: char| Key { ctrl: true, ..Key::plain(Code::Char(c)) };
    Some(match byte {
        b'\r' => Key::plain(Code::Enter),
        b'\t' => Key::plain(Code::Tab),
        // Some terminals send ^H for Backspace.
        0x08 | 0x7f => Key::plain(Code::Backspace),
        0x00 => ctrl(' '),
        0x01..=0x1a => ctrl(char::from(byte - 1 + b'a')),
        // As crossterm and xterm name them: Ctrl-4 to Ctrl-7.
        0x1c..=0x1f => ctrl(char::from(byte - 0x1c + b'4')),
        0x20..=0x7e => chord(Key::plain(Code::Char(char::from(byte)))),
        _ => return None,
    })
}
