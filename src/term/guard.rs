//! Taking the terminal over and leaving it as it was found, whatever happens.

use std::io::{self, BufWriter, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::{panic, thread};

use super::backend::Backing;
use super::system;
use crossterm::cursor::{MoveTo, SetCursorStyle, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};

/// The terminal as ratatui draws on it. One frame is one write.
pub(crate) type Terminal = ratatui::Terminal<Backing>;

/// Whether the terminal is ours: the panic hook and the guard may both want to give it back.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether another program has the terminal, which is given back to us.
static LENT: AtomicBool = AtomicBool::new(false);
/// Whether the terminal is to tell when it turns to dark or light colours.
static FOLLOWS: AtomicBool = AtomicBool::new(false);
/// Whether the mouse was asked for.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Mode 2031 (<https://contour-terminal.org/vt-extensions/color-palette-update-notifications>), which
/// terminals that do not know it pass over: on, and asked for once more after others had the terminal; off.
const FOLLOW: &[u8] = b"\x1b[?2031h\x1b[?996n";
const UNFOLLOW: &[u8] = b"\x1b[?2031l";

/// The terminal while it is ours; dropping it gives it back.
#[derive(Debug)]
pub(crate) struct Screen {
    /// To draw on.
    pub terminal: Terminal,
}

impl Screen {
    /// Takes the terminal: raw mode, the other screen, bracketed paste; the mouse, and being told when the terminal
    /// turns to dark or light colours, where these are wanted.
    ///
    /// # Errors
    /// Where the terminal refuses; it is then as before.
    pub(crate) fn take(mouse: bool, follow: bool) -> io::Result<Self> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        MOUSE.store(mouse, Ordering::SeqCst);
        FOLLOWS.store(follow, Ordering::SeqCst);
        let taken = Self::enter();
        if taken.is_err() {
            give_back();
        }
        taken
    }

    fn enter() -> io::Result<Self> {
        let mut out = BufWriter::with_capacity(1 << 16, io::stdout());
        set_modes(&mut out)?;
        Ok(Self { terminal: Terminal::new(Backing::new(out))? })
    }

    /// Gives the terminal back, stops until continued, and takes it again.
    ///
    /// # Errors
    /// Where the terminal refuses to be taken again.
    pub(crate) fn stop(&mut self) -> io::Result<()> {
        give_back();
        system::stop();
        self.take_again()
    }

    /// Takes the terminal anew, as somebody else may have changed it; what is on it is drawn whole.
    ///
    /// # Errors
    /// Where the terminal refuses.
    pub(crate) fn take_again(&mut self) -> io::Result<()> {
        // What crossterm believes of the raw mode may not be so any more.
        disable_raw_mode()?;
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        LENT.store(false, Ordering::SeqCst);
        set_modes(self.terminal.backend_mut())?;
        self.wipe()
    }

    /// Forgets what is on the screen, so that the next frame is drawn whole.
    ///
    /// # Errors
    /// Where the terminal refuses.
    pub(crate) fn wipe(&mut self) -> io::Result<()> {
        self.terminal.backend_mut().forget();
        // Not `clear`, which asks the terminal for the cursor and reads the answer itself.
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }
}

/// The other screen, pastes and the mouse. A terminal without another screen shows what was
/// there before, so that is cleared. All of it is one write, which wakes the terminal once.
fn set_modes(out: &mut impl Write) -> io::Result<()> {
    queue!(out, EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste)?;
    if MOUSE.load(Ordering::SeqCst) {
        queue!(out, EnableMouseCapture)?;
    }
    if FOLLOWS.load(Ordering::SeqCst) {
        out.write_all(FOLLOW)?;
    }
    out.flush()
}

/// Gives the terminal to another program, until it is taken again.
pub(crate) fn lend() {
    LENT.store(true, Ordering::SeqCst);
    give_back();
}

/// Whether another program has the terminal.
pub(crate) fn is_lent() -> bool {
    LENT.load(Ordering::SeqCst)
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back; does nothing when it is not ours.
pub(crate) fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    if FOLLOWS.load(Ordering::SeqCst) {
        let _ = out.write_all(UNFOLLOW);
    }
    // Each step on its own: a failing one must not keep the others from happening.
    if MOUSE.load(Ordering::SeqCst) {
        let _ = execute!(out, DisableMouseCapture);
    }
    let _ = execute!(
        out,
        DisableBracketedPaste,
        SetCursorStyle::DefaultUserShape,
        Show,
        // Where there is no other screen the prompt goes on from a clear one.
        Clear(ClearType::All),
        MoveTo(0, 0),
        LeaveAlternateScreen
    );
    let _ = disable_raw_mode();
    let _ = out.flush();
}

/// A panic of the main thread gives the terminal back before it is told; a
/// panic of another thread is only logged, since the screen is still in use.
pub(crate) fn install_panic_hook() {
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
