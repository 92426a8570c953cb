//! What ratatui draws on: a frame in which nothing has changed sends nothing.

use std::io::{self, BufWriter, Stdout, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

/// Crossterm's backend, which by itself ends each frame with four resets and hides or places the cursor again:
/// some 32 bytes over a slow line, and a wake-up of the terminal, for nothing.
#[derive(Debug)]
pub(crate) struct Backing<W: Write = BufWriter<Stdout>> {
    inner: CrosstermBackend<W>,
    /// Whether the cursor is hidden; none where that is not known.
    hidden: Option<bool>,
    /// Where the cursor was put since anything was drawn.
    at: Option<Position>,
}

impl<W: Write> Backing<W> {
    pub(super) const fn new(out: W) -> Self {
        Self { inner: CrosstermBackend::new(out), hidden: None, at: None }
    }

    /// Somebody else had the terminal: nothing is known of its cursor.
    pub(super) const fn forget(&mut self) {
        self.hidden = None;
        self.at = None;
    }

    fn turn(&mut self, hidden: bool) -> bool {
        self.hidden.replace(hidden) != Some(hidden)
    }
}

impl<W: Write> Write for Backing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.inner)
    }
}

impl<W: Write> Backend for Backing<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.at = None;
        self.inner.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.turn(true) { self.inner.hide_cursor() } else { Ok(()) }
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.turn(false) { self.inner.show_cursor() } else { Ok(()) }
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.at.replace(position) == Some(position) {
            return Ok(());
        }
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, kind: ClearType) -> io::Result<()> {
        self.inner.clear_region(kind)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use ratatui::layout::Rect;
    use ratatui::widgets::Paragraph;
    use ratatui::{Terminal, TerminalOptions, Viewport};

    use super::*;

    /// What was sent, for both sides.
    #[derive(Clone, Default)]
    struct Line(Rc<RefCell<Vec<u8>>>);

    impl Write for Line {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_frame_that_changes_nothing_sends_nothing() {
        let line = Line::default();
        let viewport = Viewport::Fixed(Rect::new(0, 0, 10, 1));
        let backing = Backing::new(line.clone());
        let mut terminal = Terminal::with_options(backing, TerminalOptions { viewport })
            .expect("a fixed size asks no terminal");
        let draw_with = |terminal: &mut Terminal<Backing<Line>>, words: &str, cursor| {
            let drawn = terminal.draw(|frame| {
                frame.render_widget(Paragraph::new(words), frame.area());
                if cursor {
                    frame.set_cursor_position((1, 0));
                }
            });
            drawn.expect("memory takes all");
            String::from_utf8(line.0.take()).expect("it is text")
        };
        let draw =
            |terminal: &mut Terminal<Backing<Line>>, words: &str| draw_with(terminal, words, false);
        let first = draw(&mut terminal, "one");
        assert!(first.contains("one") && first.contains("\x1b[?25l"), "{first:?}");
        assert_eq!(draw(&mut terminal, "one"), "");
        let second = draw(&mut terminal, "two");
        assert!(second.contains("two") && !second.contains("\x1b[?25l"), "{second:?}");
        terminal.backend_mut().forget();
        assert_eq!(draw(&mut terminal, "two"), "\x1b[?25l");
        assert_eq!(draw_with(&mut terminal, "two", true), "\x1b[?25h\x1b[1;2H");
        assert_eq!(draw_with(&mut terminal, "two", true), "");
        assert!(draw_with(&mut terminal, "tow", true).ends_with("\x1b[1;2H"));
    }
}
