//! Taking the terminal over and leaving it as it was found, whatever happens.

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::{panic, thread};

use crossterm::cursor::{SetCursorStyle, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::execute;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::backend::CrosstermBackend;

/// The terminal as ratatui draws on it. One frame is one write.
pub type Terminal = ratatui::Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Whether the terminal is ours: the panic hook and the guard may both want to give it back.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether the mouse was asked for.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours; dropping it gives it back.
#[derive(Debug)]
pub struct Screen {
    /// To draw on.
    pub terminal: Terminal,
}

impl Screen {
    /// Takes the terminal: raw mode, the other screen, bracketed paste, the mouse.
    ///
    /// # Errors
    /// Where the terminal refuses; it is then as before.
    pub fn take(mouse: bool) -> io::Result<Self> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        MOUSE.store(mouse, Ordering::SeqCst);
        let taken = Self::enter(mouse);
        if taken.is_err() {
            give_back();
        }
        taken
    }

    fn enter(mouse: bool) -> io::Result<Self> {
        let mut out = BufWriter::with_capacity(1 << 16, io::stdout());
        execute!(out, EnterAlternateScreen, EnableBracketedPaste)?;
        if mouse {
            execute!(out, EnableMouseCapture)?;
        }
        Ok(Self { terminal: Terminal::new(CrosstermBackend::new(out))? })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back; does nothing when it is not ours.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    // Each step on its own: a failing one must not keep the others from happening.
    if MOUSE.load(Ordering::SeqCst) {
        let _ = execute!(out, DisableMouseCapture);
    }
    let _ = execute!(
        out,
        DisableBracketedPaste,
        SetCursorStyle::DefaultUserShape,
        Show,
        LeaveAlternateScreen
    );
    let _ = disable_raw_mode();
    let _ = out.flush();
}

/// A panic of the main thread gives the terminal back before it is told; a
/// panic of another thread is only logged, since the screen is still in use.
pub fn install_panic_hook() {
    let told = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().name() == Some("main") {
            give_back();
            told(info);
        } else {
            tracing::error!("a background thread panicked: {info}");
        }
    }));
}
