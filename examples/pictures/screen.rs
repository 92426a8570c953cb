//! The reader in a pseudo-terminal: keys in, cells out.

use std::io::{Read as _, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{Cell, Parser};

use crate::Result;
use crate::svg::Ground;

/// So long nothing comes from a reader that has come to rest.
const REST: Duration = Duration::from_millis(400);

pub(crate) struct Screen {
    parser: Parser,
    output: Receiver<Vec<u8>>,
    input: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    ground: Ground,
    size: (u16, u16),
    /// Closed, it would take the terminal from the program.
    _master: Box<dyn MasterPty + Send>,
}

impl Screen {
    /// Starts the reader on the desk below a home folder and waits until it has come to rest.
    pub(crate) fn start(
        binary: &Path,
        home: &Path,
        size: (u16, u16),
        ground: Ground,
    ) -> Result<Self> {
        let (cols, rows) = size;
        let pty = native_pty_system().openpty(PtySize { rows, cols, ..PtySize::default() })?;
        let mut command = CommandBuilder::new(binary);
        command.arg(home.join("desk"));
        command.args(["--annotator", "Zoé Martin", "--lang", "en"]);
        command.env_clear();
        for (name, value) in [
            ("TERM", "xterm-256color"),
            ("COLORTERM", "truecolor"),
            ("LANG", "C.UTF-8"),
            ("TZ", "UTC"),
        ] {
            command.env(name, value);
        }
        command.env("HOME", home);
        let child = pty.slave.spawn_command(command)?;
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader()?;
        let input = pty.master.take_writer()?;
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut bytes = vec![0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let number = |n: u16| NonZero::new(n).ok_or("a picture needs a size");
        let parser = Parser::new(number(rows)?, number(cols)?, 0);
        let mut screen = Self { parser, output, input, child, ground, size, _master: pty.master };
        screen.rest()?;
        Ok(screen)
    }

    /// Presses keys and waits until what they did is drawn.
    pub(crate) fn press(&mut self, keys: &str) -> Result<()> {
        self.input.write_all(keys.as_bytes())?;
        self.input.flush()?;
        self.rest()
    }

    /// The cells as they stand, row by row.
    pub(crate) fn cells(&self) -> Vec<Vec<Cell>> {
        let (cols, rows) = self.size;
        let cell = |row, col| self.parser.screen().cell(row, col).cloned();
        (0..rows).map(|row| (0..cols).filter_map(|col| cell(row, col)).collect()).collect()
    }

    /// Feeds the screen until the program has been quiet for a while; answers its questions.
    fn rest(&mut self) -> Result<()> {
        loop {
            match self.output.recv_timeout(REST) {
                Ok(bytes) => {
                    if bytes.windows(5).any(|w| w == b"\x1b]11;") {
                        let ground = self.ground.answer();
                        write!(self.input, "\x1b]11;rgb:{ground}\x1b\\\x1b[?62;22c")?;
                    }
                    self.parser.process(&bytes);
                }
                Err(RecvTimeoutError::Timeout) => return Ok(()),
                Err(RecvTimeoutError::Disconnected) => return Err("the reader ended".into()),
            }
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
