//! Windows: its console tells events, not bytes.

use std::io;
use std::time::{Duration, Instant};

use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};

use super::super::input::{Act, Input, chord};
use super::{Heard, Signal};
use crate::command::{Code, Key};

/// So many events are shown before the next are looked at.
const MOST: usize = 1024;

/// The terminal's input: events.
#[derive(Debug, Default)]
pub(crate) struct Source;

impl Source {
    /// Waits for events, at most until this moment.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub(crate) fn hear(&mut self, until: Option<Instant>) -> io::Result<Heard<'_>> {
        let left = until.map(|until| until.saturating_duration_since(Instant::now()));
        if let Some(left) = left
            && !event::poll(left)?
        {
            return Ok(Heard::Nothing);
        }
        let mut inputs = Vec::new();
        while inputs.is_empty() || inputs.len() < MOST && event::poll(Duration::ZERO)? {
            inputs.extend(translate(event::read()?));
        }
        Ok(Heard::Inputs(inputs))
    }
}

/// No signals end a program here that has taken the console.
#[derive(Debug)]
pub(crate) struct Signals;

impl Signals {
    /// Nothing is to be caught.
    ///
    /// # Errors
    /// Never.
    pub(crate) fn catch() -> io::Result<Self> {
        Ok(Self)
    }

    /// There is none.
    pub(crate) fn wait(&mut self) -> Option<Signal> {
        None
    }
}

/// There are no jobs to stop.
pub(crate) fn ask_to_stop() -> bool {
    false
}

/// There are no jobs to stop.
pub(crate) fn stop() {}

fn translate(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => key_of(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Mouse(mouse) => mouse_of(mouse),
        Event::Resize(..) => Some(Input::Resized),
        _ => None,
    }
}

fn mouse_of(mouse: MouseEvent) -> Option<Input> {
    let act = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Act::Press,
        MouseEventKind::Drag(MouseButton::Left) => Act::Drag,
        MouseEventKind::Up(MouseButton::Left) => Act::Release,
        MouseEventKind::ScrollDown => Act::WheelDown,
        MouseEventKind::ScrollUp => Act::WheelUp,
        _ => return None,
    };
    Some(Input::Mouse(act, mouse.column, mouse.row))
}

fn key_of(key: KeyEvent) -> Option<Key> {
    let code = match key.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PgUp,
        KeyCode::PageDown => Code::PgDn,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    Some(chord(Key {
        ctrl: key.modifiers.contains(KeyModifiers::CONTROL),
        alt: key.modifiers.contains(KeyModifiers::ALT),
        shift: key.modifiers.contains(KeyModifiers::SHIFT),
        code,
    }))
}
