//! The terminal's events as messages.

use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};

use std::time::Duration;

use crate::command::{Code, Key};

/// What came from the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// Pasted text.
    Paste(String),
    /// The mouse, at column and row.
    Mouse(Act, u16, u16),
    /// A new size, in columns and rows.
    Resize(u16, u16),
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
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

/// From now on no change of the terminal's size goes unseen, even before
/// anybody waits for events.
pub fn begin() {
    // Looking for events sets the watch up; without it the size of the start stays.
    let _ = event::poll(Duration::ZERO);
}

/// Waits for the next event that means something; what has come with it comes too,
/// so that many keys at once cost one frame.
///
/// # Errors
/// Where the terminal is gone.
pub fn next() -> std::io::Result<Vec<Input>> {
    let mut inputs = Vec::new();
    while inputs.is_empty() || inputs.len() < MOST && event::poll(Duration::ZERO)? {
        inputs.extend(translate(event::read()?));
    }
    Ok(inputs)
}

/// So many events are shown before the next are looked at.
const MOST: usize = 1024;

fn translate(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => key_of(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Mouse(mouse) => mouse_of(mouse),
        Event::Resize(width, height) => Some(Input::Resize(width, height)),
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
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let code = match code {
        Code::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
        code => code,
    };
    Some(Key {
        ctrl,
        alt: key.modifiers.contains(KeyModifiers::ALT),
        // Shift is already in the character and in Shift-Tab.
        shift: key.modifiers.contains(KeyModifiers::SHIFT)
            && !matches!(code, Code::Char(_) | Code::BackTab),
        code,
    })
}
