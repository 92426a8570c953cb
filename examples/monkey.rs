//! Types at random at the reader in a pseudo-terminal: keys, the mouse, broken sequences, pastes
//! of a megabyte, new sizes. Fails where the program ends badly or does not answer a key any more,
//! where a file it wrote cannot be read, or where a verdict that it has said to be given is not on
//! disk; prints how its memory grows.
//!
//!     cargo build --release && cargo run --example monkey -- 10 1
//!
//! The numbers are minutes (10) and a seed (1); the same seed types the same. It types one round at
//! least, so that 0 minutes are a smoke test. `CLAIMDESK` names another binary than that of
//! `target/release`.

use std::error::Error;
use std::fs;
use std::io::{Read as _, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use serde_json::Value;
use vt100::Parser;

#[path = "../tests/it/random.rs"]
mod random;
use random::Random;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Nothing takes this long unless it hangs.
const PATIENCE: Duration = Duration::from_secs(30);
/// More than the silence after which a broken sequence is forgotten.
const SILENCE: Duration = Duration::from_millis(700);
/// Actions between two looks at how the program is.
const ROUND: u64 = 500;

fn main() -> Result<()> {
    let numbers: Vec<u64> = std::env::args()
        .skip(1)
        .map(|number| number.parse())
        .collect::<std::result::Result<_, _>>()?;
    let minutes = numbers.first().copied().unwrap_or(10);
    let seed = numbers.get(1).copied().unwrap_or(1);
    let place = Place::new()?;
    let mut program = Program::start(&place)?;
    let mut dice = Dice(Random(seed));
    let mut out = std::io::stdout();
    let end = Instant::now() + Duration::from_secs(minutes * 60);
    let (mut actions, mut starts, mut since_start, mut verdicts) = (0, 1, 0, 0);
    let mut memory: Vec<(u64, u64)> = Vec::new();
    loop {
        for _ in 0..ROUND {
            program.act(&mut dice)?;
        }
        actions += ROUND;
        since_start += ROUND;
        if program.look(&place)? {
            verdicts += u64::from(program.decide(&place)?);
            memory.push((since_start, program.memory()));
            writeln!(
                out,
                "{actions:>7} actions, {since_start:>7} since it started, {} KB",
                program.memory()
            )?;
        } else {
            starts += 1;
            since_start = 0;
            memory.clear();
            program = Program::start(&place)?;
        }
        if Instant::now() >= end {
            break;
        }
    }
    let read = place.notebooks()?.len();
    writeln!(
        out,
        "seed {seed}: {actions} actions, {starts} starts, {read} notebooks read back, \
         {verdicts} verdicts told and found on disk"
    )?;
    if let (Some(last), Some(first)) = (memory.last(), memory.get(memory.len() * 3 / 4))
        && last.0 > first.0
    {
        let grown = last.1 as f64 - first.1 as f64;
        let thousands = (last.0 - first.0) as f64 / 1000.0;
        writeln!(
            out,
            "over the last {} actions: {:.1} KB per 1,000",
            last.0 - first.0,
            grown / thousands
        )?;
    }
    Ok(())
}

/// What decides on the next action.
struct Dice(Random);

impl Dice {
    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.0.below(of.len())]
    }

    /// Something to type.
    fn bytes(&mut self) -> Vec<u8> {
        match self.0.below(1000) {
            0 => paste(&"12 000 soldats, 3 % et l’été 2024.\n".repeat(1 << 15)),
            1..20 => paste(self.one(&[
                "collé\n\t«12 %»",
                "https://example.org/a",
                "\u{1b}[31m\u{202e}x",
            ])),
            20..100 => {
                let (button, x, y) =
                    (self.one(&["0", "32", "64", "65", "35"]), self.0.below(140), self.0.below(45));
                let up = self.one(&["M", "m"]);
                format!("\x1b[<{button};{x};{y}{up}").into_bytes()
            }
            100..150 => self.one(&BROKEN).as_bytes().to_vec(),
            150..170 => (0..self.0.below(12))
                .map(|_| self.0.below(256) as u8)
                .filter(|byte| !QUITTING.contains(byte))
                .collect(),
            170..400 => self.one(&NAMED).as_bytes().to_vec(),
            400..420 => "é日👩‍👩‍👧к".as_bytes().to_vec(),
            _ => {
                let typed = b' ' + self.0.below(95) as u8;
                vec![if QUITTING.contains(&typed) { b'j' } else { typed }]
            }
        }
    }
}

/// Keys that leave the program, which would keep it from growing old.
const QUITTING: [u8; 2] = [b'q', 0x03];

const NAMED: [&str; 26] = [
    "\x1b[A",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\x1b[H",
    "\x1b[F",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[3~",
    "\x1b[1;5C",
    "\x1b[1;2D",
    "\x1b[1;3D",
    "\x1bOP",
    "\x1b[Z",
    "\r",
    "\t",
    "\x7f",
    "\x08",
    "\x1b",
    "\x1b\x1b[A",
    "\x13",
    "\x12",
    "\x1a",
    "\x0e",
    "\x10",
    "\x15",
];

const BROKEN: [&str; 14] = [
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    "\x1b]52;c;Y2xhaW1kZXNr\x07",
    "\x1bP>|xterm(390)\x1b\\",
    "\x1b[>41;354;0c",
    "\x1b[?2026;2$y",
    "\x1b[?997;1n",
    "\x1b]0;no end",
    "\x1b[200~torn",
    "\x1bP",
    "\x1b[",
    "\x1b[<0;1",
    "\x1b[M",
    "\x1b_G\x1b",
    "\x1b[1;2;3;4;5;6;7;8;9999999999999999999u",
];

fn paste(text: &str) -> Vec<u8> {
    format!("\x1b[200~{text}\x1b[201~").into_bytes()
}

/// A desk and a home of their own.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Result<Self> {
        let place = Self(tempfile::tempdir()?);
        let seeds = place.desk().join("seeds");
        fs::create_dir_all(&seeds)?;
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds"))? {
            let entry = entry?;
            fs::copy(entry.path(), seeds.join(entry.file_name()))?;
        }
        Ok(place)
    }

    fn desk(&self) -> PathBuf {
        self.0.path().join("desk")
    }

    /// What was written, read as JSON.
    fn notebooks(&self) -> Result<Vec<Value>> {
        let folder = self.desk().join("annotations/monkey");
        let files: Vec<_> = fs::read_dir(folder).map(Iterator::collect).unwrap_or_default();
        let read = |file: std::io::Result<fs::DirEntry>| {
            let path = file?.path();
            let read = serde_json::from_slice(&fs::read(&path)?);
            Ok(read.map_err(|error| format!("{}: {error}", path.display()))?)
        };
        files.into_iter().map(read).collect()
    }

    /// Whether words have a verdict on disk; the words may be cut off.
    fn holds(&self, words: &str, verdict: &str) -> Result<bool> {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = plain(words.trim_end_matches('…'));
        let is_it = |annotation: &Value| {
            let exact = annotation["exact"].as_str().unwrap_or_default();
            annotation["verdict"] == verdict && plain(exact).starts_with(&words)
        };
        let books = self.notebooks()?;
        let annotations = books.iter().filter_map(|book| book["annotations"].as_object());
        Ok(annotations.flat_map(|all| all.values()).any(is_it))
    }
}

/// The program in its terminal.
struct Program {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: SyncSender<Vec<u8>>,
    taken: Receiver<()>,
    /// Bytes it has drawn.
    drawn: Arc<AtomicU64>,
    screen: Arc<Mutex<Parser>>,
}

impl Program {
    fn start(place: &Place) -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let asked = std::env::var_os("CLAIMDESK").unwrap_or("target/release/claimdesk".into());
        let mut command = CommandBuilder::new(root.join(asked));
        command.env_clear();
        for (name, value) in
            [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("CLAIMDESK_ANNOTATOR", "monkey")]
        {
            command.env(name, value);
        }
        command.env("HOME", place.0.path());
        command.cwd(place.desk());
        let pair =
            native_pty_system().openpty(PtySize { rows: 40, cols: 120, ..PtySize::default() })?;
        let child = pair.slave.spawn_command(command)?;
        let (mut reader, mut writer) =
            (pair.master.try_clone_reader()?, pair.master.take_writer()?);
        let drawn = Arc::new(AtomicU64::new(0));
        let screen = Arc::new(Mutex::new(Parser::new(cells(40), cells(120), 0)));
        let (count, shown) = (drawn.clone(), screen.clone());
        thread::spawn(move || {
            let mut chunk = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut chunk) {
                if let Ok(mut screen) = shown.lock() {
                    screen.process(&chunk[..read]);
                }
                count.fetch_add(read as u64, Ordering::SeqCst);
            }
        });
        // Writing waits for the program to read; a thread of its own lets us see that it hangs.
        let (keys, to_write) = sync_channel::<Vec<u8>>(0);
        let (done, taken) = sync_channel(1);
        thread::spawn(move || {
            while let Ok(bytes) = to_write.recv() {
                // The program may have ended; the next look at it tells.
                let _ = writer.write_all(&bytes).and_then(|()| writer.flush());
                if done.send(()).is_err() {
                    return;
                }
            }
        });
        let mut program = Self { child, master: pair.master, keys, taken, drawn, screen };
        program.wait_for_output(0)?;
        Ok(program)
    }

    fn act(&mut self, dice: &mut Dice) -> Result<()> {
        match dice.0.below(100) {
            0 => {
                let (cols, rows) = (1 + dice.0.below(160) as u16, 1 + dice.0.below(50) as u16);
                self.master.resize(PtySize { rows, cols, ..PtySize::default() })?;
            }
            1..10 => sleep(Duration::from_millis(dice.0.below(40) as u64)),
            _ => self.press(dice.bytes())?,
        }
        Ok(())
    }

    fn press(&mut self, bytes: Vec<u8>) -> Result<()> {
        self.keys.send(bytes)?;
        self.taken.recv_timeout(PATIENCE).map_err(|_| "it reads no keys any more")?;
        Ok(())
    }

    /// Whether it is still there; where it has ended it must have ended well. A key must be answered.
    fn look(&mut self, place: &Place) -> Result<bool> {
        sleep(SILENCE);
        self.master.resize(PtySize { rows: 40, cols: 120, ..PtySize::default() })?;
        for _ in 0..6 {
            self.press(b"\x1b".to_vec())?;
            sleep(Duration::from_millis(60));
        }
        sleep(SILENCE);
        if let Some(status) = self.child.try_wait()? {
            return if status.success() {
                Ok(false)
            } else {
                Err(format!("it ended: {status}").into())
            };
        }
        let before = self.drawn.load(Ordering::SeqCst);
        self.press(b"\x0c".to_vec())?;
        self.wait_for_output(before)?;
        place.notebooks()?;
        Ok(true)
    }

    /// Gives a verdict; once the program says so it must be on disk. None is given where the
    /// monkey has left no claim to decide on.
    fn decide(&mut self, place: &Place) -> Result<bool> {
        let before = self.drawn.load(Ordering::SeqCst);
        self.press(b"d".to_vec())?;
        self.wait_for_output(before)?;
        sleep(SILENCE);
        let shown = self.screen.lock().map(|screen| screen.screen().contents());
        let shown = shown.unwrap_or_default();
        let told = shown.lines().rev().find_map(|line| line.split_once("disputed · “"));
        let Some((_, words)) = told else { return Ok(false) };
        let words = words.split('”').next().unwrap_or(words);
        if place.holds(words, "disputed")? {
            return Ok(true);
        }
        Err(format!("told, and not on disk: {words}\n{shown}").into())
    }

    fn wait_for_output(&mut self, before: u64) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while self.drawn.load(Ordering::SeqCst) == before {
            if Instant::now() > deadline {
                let shown = self.screen.lock().map(|screen| screen.screen().contents());
                let (shown, threads) = (shown.unwrap_or_default(), self.threads());
                return Err(format!("it draws nothing:\n{shown}\n{threads}").into());
            }
            sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// What its threads do, where the system tells (Linux).
    fn threads(&self) -> String {
        let id = self.child.process_id().unwrap_or_default();
        let tasks = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
        let of = |path: PathBuf, name: &str| {
            fs::read_to_string(path.join(name)).unwrap_or_default().trim().to_owned()
        };
        let line = |task: fs::DirEntry| {
            let state = of(task.path(), "status");
            let state = state.lines().find(|line| line.starts_with("State:")).unwrap_or_default();
            let (name, place) = (of(task.path(), "comm"), of(task.path(), "wchan"));
            format!("{name}: {state} {place} {}\n", of(task.path(), "syscall"))
        };
        tasks.map(line).collect()
    }

    /// Resident memory in KB, where the system tells (Linux).
    fn memory(&self) -> u64 {
        let id = self.child.process_id().unwrap_or_default();
        let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse().ok())
            .unwrap_or_default()
    }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap_or(NonZero::<u16>::MIN)
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
