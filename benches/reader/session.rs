//! A program in a pseudo-terminal that answers its questions.

use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::since;

/// The example that only draws empty panes.
pub(super) const FLOOR: &str = "floor";
/// Between the parts of one frame, which is written at once, there is less than this; at a start the next frame may
/// follow within two milliseconds.
const FRAME: Duration = Duration::from_millis(1);
/// A frame is over when nothing was written for this long.
const PAUSE: Duration = Duration::from_millis(15);
/// A key that shows nothing within this time shows nothing.
const SILENCE: Duration = Duration::from_millis(300);
/// Longest wait for the first frame of many keys.
const BURST: Duration = Duration::from_secs(5);
/// The least that a first screen writes, in bytes; before it come questions.
const SCREEN: usize = 600;

/// One run of a program.
pub(super) struct Session {
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    /// What it wrote: when, and how much.
    output: Receiver<(Instant, Vec<u8>)>,
}

impl Session {
    /// Starts a program; the time goes to the last byte of its first complete screen.
    pub(super) fn start(program: &str, arguments: &[&str], home: &Path) -> (Self, Duration) {
        // A new home for each, so that none goes on where another stopped.
        let _ = fs::remove_dir_all(person(home));
        fs::create_dir(person(home)).unwrap();
        Self::again(program, arguments, home)
    }

    /// The same where a run before it stopped.
    pub(super) fn again(program: &str, arguments: &[&str], home: &Path) -> (Self, Duration) {
        let (mut session, begin) = Self::spawn(program, arguments, home);
        let (_, last) = session.first_screen(PAUSE);
        (session, since(begin, last))
    }

    /// Starts a program; the times go to the end of its first complete screen, and to the last byte
    /// of what fills in before a silence.
    pub(super) fn start_and_fill(
        program: &str,
        arguments: &[&str],
        home: &Path,
        silence: Duration,
    ) -> (Self, Duration, Duration) {
        let _ = fs::remove_dir_all(person(home));
        fs::create_dir(person(home)).unwrap();
        Self::again_and_fill(program, arguments, home, silence)
    }

    /// The same where a run before it ended.
    pub(super) fn again_and_fill(
        program: &str,
        arguments: &[&str],
        home: &Path,
        silence: Duration,
    ) -> (Self, Duration, Duration) {
        let (mut session, begin) = Self::spawn(program, arguments, home);
        let (first, last) = session.first_screen(silence);
        (session, since(begin, first), since(begin, last))
    }

    /// Ends it as a person does, so that it keeps what it keeps for the next start.
    pub(super) fn leave(mut self) {
        self.send("q");
        self.child.wait().unwrap();
    }

    fn spawn(program: &str, arguments: &[&str], home: &Path) -> (Self, Instant) {
        let size = PtySize { rows: 40, cols: 120, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(path(program).unwrap());
        command.args(arguments);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8")] {
            command.env(name, value);
        }
        command.env("PATH", env::var_os("PATH").unwrap_or_default());
        let person = person(home);
        command.cwd(&person);
        command.env("HOME", &person);
        command.env("USER", "Zoé Martin");
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut bytes = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send((Instant::now(), bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let begin = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        (Self { child, _master: pair.master, writer, output }, begin)
    }

    /// When the first complete screen was there, and when the last byte came before a silence.
    fn first_screen(&mut self, silence: Duration) -> (Instant, Instant) {
        let (mut seen, mut last, mut first) = (0, Instant::now(), None);
        loop {
            let patience = if seen < SCREEN { Duration::from_secs(20) } else { silence };
            let Ok((at, bytes)) = self.output.recv_timeout(patience) else {
                assert!(seen >= SCREEN, "no screen after {seen} bytes");
                return (first.unwrap_or(last), last);
            };
            self.answer(&bytes);
            if seen >= SCREEN && since(last, at) >= FRAME {
                first = first.or(Some(last));
            }
            (seen, last) = (seen + bytes.len(), at);
        }
    }

    /// Says that the ground is dark (OSC 11), and what terminal this is (DA1).
    fn answer(&mut self, bytes: &[u8]) {
        let asks = |question: &[u8]| bytes.windows(question.len()).any(|part| part == question);
        if asks(b"\x1b]11;?") {
            self.send("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\");
        }
        if asks(b"\x1b[c") {
            self.send("\x1b[?62;22c");
        }
    }

    fn send(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Presses keys; the time to the end of what they show, and its bytes.
    pub(super) fn press(&mut self, keys: &str) -> Option<(Duration, usize)> {
        self.press_within(keys, SILENCE)
    }

    /// The same for many keys at once, which may show nothing for seconds.
    pub(super) fn press_at_once(&mut self, keys: &str) -> Option<(Duration, usize)> {
        self.press_within(keys, BURST)
    }

    /// The same for what comes in parts, the next at most so long after the last.
    pub(super) fn press_and_follow(&mut self, keys: &str, pause: Duration) -> Option<Duration> {
        self.press_with(keys, BURST, pause).map(|(time, _)| time)
    }

    /// The end of the first frame that keys show, and that of the last, where none follows
    /// within `pause`.
    pub(super) fn press_twice(
        &mut self,
        keys: &str,
        pause: Duration,
    ) -> Option<(Duration, Duration)> {
        let begin = Instant::now();
        let (first, _) = self.press_with(keys, BURST, FRAME)?;
        let mut last = first;
        while let Ok((at, _)) = self.output.recv_timeout(pause) {
            last = since(begin, at);
        }
        Some((first, last))
    }

    fn press_within(&mut self, keys: &str, patience: Duration) -> Option<(Duration, usize)> {
        self.press_with(keys, patience, PAUSE)
    }

    fn press_with(
        &mut self,
        keys: &str,
        mut patience: Duration,
        pause: Duration,
    ) -> Option<(Duration, usize)> {
        while self.output.try_recv().is_ok() {}
        let begin = Instant::now();
        self.send(keys);
        let mut shown = None;
        while let Ok((at, bytes)) = self.output.recv_timeout(patience) {
            let (_, before) = shown.unwrap_or_default();
            shown = Some((since(begin, at), before + bytes.len()));
            patience = pause;
        }
        shown
    }

    /// Waits until it neither writes nor computes for half a second; how long that took.
    pub(super) fn settle(&mut self) -> Option<Duration> {
        let begin = Instant::now();
        while begin.elapsed() < Duration::from_mins(2) {
            let since = begin.elapsed();
            if self.idle(Duration::from_millis(500)) == (0, 0) {
                return Some(since);
            }
        }
        None
    }

    /// Wake-ups and processor ticks (of 10 ms) while nothing is pressed.
    pub(super) fn idle(&mut self, time: Duration) -> (u64, u64) {
        let before = self.activity();
        let end = Instant::now() + time;
        while let Ok(_) | Err(RecvTimeoutError::Timeout) =
            self.output.recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            if Instant::now() >= end {
                break;
            }
        }
        let after = self.activity();
        (after.0.saturating_sub(before.0), after.1.saturating_sub(before.1))
    }

    /// Times that a thread gave up the processor, and ticks used, of all threads (Linux).
    fn activity(&self) -> (u64, u64) {
        let Some(tasks) = self.process().map(|process| process.join("task")) else { return (0, 0) };
        let threads = fs::read_dir(tasks).into_iter().flatten().flatten();
        threads.fold((0, 0), |(wakes, ticks), thread| {
            let status = fs::read_to_string(thread.path().join("status")).unwrap_or_default();
            let stat = fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
            // Behind the name: user and system time are the 12th and 13th.
            let (_, stat) = stat.rsplit_once(") ").unwrap_or_default();
            let used = stat.split(' ').skip(11).take(2).filter_map(|n| n.parse::<u64>().ok());
            (wakes + number(&status, "voluntary_ctxt_switches:"), ticks + used.sum::<u64>())
        })
    }

    /// Processor time of the whole process, in seconds (Linux).
    pub(super) fn processor(&self) -> Option<f64> {
        let stat = fs::read_to_string(self.process()?.join("stat")).ok()?;
        let (_, stat) = stat.rsplit_once(") ")?;
        let used = stat.split(' ').skip(11).take(2).filter_map(|n| n.parse::<u64>().ok());
        Some(used.sum::<u64>() as f64 / 100.0)
    }

    /// Resident memory and its peak, in MB (Linux).
    pub(super) fn memory(&self) -> Option<(u64, u64)> {
        let status = fs::read_to_string(self.process()?.join("status")).ok()?;
        Some((number(&status, "VmRSS:") / 1024, number(&status, "VmHWM:") / 1024))
    }

    fn process(&self) -> Option<PathBuf> {
        Some(Path::new("/proc").join(self.child.process_id()?.to_string()))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The home of whoever runs it.
pub(super) fn person(home: &Path) -> PathBuf {
    home.join("home")
}

fn number(status: &str, name: &str) -> u64 {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// Whether a program can be run here.
pub(super) fn is_installed(program: &str) -> bool {
    path(program).is_some()
}

fn path(program: &str) -> Option<PathBuf> {
    let ours = Path::new(env!("CARGO_BIN_EXE_claimdesk"));
    match program {
        "claimdesk" => return Some(ours.into()),
        FLOOR => return Some(ours.with_file_name("examples").join(FLOOR)),
        _ => {}
    }
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}
