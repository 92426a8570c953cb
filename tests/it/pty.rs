//! The program itself, in a pseudo-terminal: that it draws, that it keeps what
//! was decided, and that it leaves the terminal as it found it, whatever ends it.
//!
//! Nothing sleeps: each step waits until the screen shows what it should, and
//! fails after a deadline with what it shows instead.

#![cfg(unix)]

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read as _, Write};
use std::num::NonZero;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;
use vt100::Parser;

/// Nothing takes this long unless it hangs.
const DEADLINE: Duration = Duration::from_secs(30);

const TEXT: &str = "Selon Séoul, 12 000 soldats nord-coréens ont été envoyés en Russie en octobre 2024.\n\nLe 3 mai 2023, 300 personnes ont été tuées à Kiev, selon la police.\n";

/// A desk and a home of their own.
pub(crate) struct Place {
    dir: TempDir,
}

impl Place {
    pub(crate) fn new(text: &[u8]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("desk/seeds")).unwrap();
        fs::create_dir(dir.path().join("home")).unwrap();
        fs::write(dir.path().join("desk/seeds/a.txt"), text).unwrap();
        Self { dir }
    }

    pub(crate) fn start(&self, env: &[(&str, &str)]) -> Program {
        self.run(CommandBuilder::new(env!("CARGO_BIN_EXE_claimdesk")), env)
    }

    /// A shell that runs jobs.
    fn shell(&self) -> Program {
        let mut shell = CommandBuilder::new("sh");
        shell.args(["-i"]);
        self.run(shell, &[("CLAIMDESK", env!("CARGO_BIN_EXE_claimdesk")), ("PS1", "shell> ")])
    }

    fn run(&self, mut command: CommandBuilder, env: &[(&str, &str)]) -> Program {
        command.env_clear();
        for (name, value) in [
            ("TERM", "xterm-256color"),
            ("LANG", "C.UTF-8"),
            ("PATH", "/usr/bin:/bin"),
            ("CLAIMDESK_ANNOTATOR", "zoe"),
        ]
        .iter()
        .chain(env)
        {
            command.env(name, value);
        }
        command.env("HOME", self.dir.path().join("home"));
        command.cwd(self.dir.path().join("desk"));
        Program::start(command)
    }

    pub(crate) fn desk(&self) -> std::path::PathBuf {
        self.dir.path().join("desk")
    }

    pub(crate) fn notebook(&self) -> String {
        fs::read_to_string(self.dir.path().join("desk/annotations/zoe/a.txt.json"))
            .unwrap_or_default()
    }
}

/// The program in its terminal.
pub(crate) struct Program {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: Parser,
    /// All that it wrote.
    stream: Vec<u8>,
    /// Up to where its questions are answered.
    answered: usize,
    /// How the terminal was before.
    before: String,
}

impl Program {
    fn start(command: CommandBuilder) -> Self {
        let size = PtySize { rows: 24, cols: 80, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).unwrap();
        let before = termios(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut chunk = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut chunk) {
                if sender.send(chunk[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        let screen = Parser::new(cells(24), cells(80), 0);
        Self {
            master: pair.master,
            child,
            writer,
            output,
            screen,
            stream: Vec::new(),
            answered: 0,
            before,
        }
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    pub(crate) fn until(&mut self, what: &str, wanted: impl Fn(&str) -> bool) -> &mut Self {
        let deadline = Instant::now() + DEADLINE;
        while !wanted(&self.screen.screen().contents()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(chunk) => self.take(&chunk),
                Err(error) => {
                    panic!("no {what} ({error}):\n{}", self.screen.screen().contents())
                }
            }
        }
        self
    }

    /// Waits until these words are on the screen.
    #[track_caller]
    pub(crate) fn see(&mut self, words: &str) -> &mut Self {
        self.until(words, |screen| screen.contains(words))
    }

    /// Takes what it has drawn so far.
    pub(crate) fn look(&mut self) {
        while let Ok(chunk) = self.output.try_recv() {
            self.take(&chunk);
        }
    }

    fn take(&mut self, chunk: &[u8]) {
        self.stream.extend_from_slice(chunk);
        // A terminal answers who it is; without an answer the program waits a moment for it.
        let question = b"\x1b[c";
        let unanswered = self.stream[self.answered..].windows(question.len());
        if let Some(at) = unanswered.into_iter().position(|window| window == question) {
            self.answered += at + question.len();
            let _ = self.writer.write_all(b"\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?62;c");
        }
        self.screen.process(chunk);
    }

    pub(crate) fn press(&mut self, keys: &[u8]) -> &mut Self {
        self.writer.write_all(keys).unwrap();
        self.writer.flush().unwrap();
        self
    }

    fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.screen.screen_mut().set_size(cells(rows), cells(cols));
        self.master.resize(PtySize { rows, cols, ..PtySize::default() }).unwrap();
        self
    }

    fn signal(&mut self, name: &str) -> &mut Self {
        let id = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
        self
    }

    /// Waits for the end; gives the exit code and all that was written. The
    /// terminal must be as it was.
    #[track_caller]
    pub(crate) fn end(&mut self) -> (u32, String) {
        let deadline = Instant::now() + DEADLINE;
        loop {
            match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(chunk) => self.take(&chunk),
                // The last writer is gone.
                Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => break,
                Err(error) => {
                    panic!("it does not end ({error}):\n{}", self.screen.screen().contents())
                }
            }
        }
        let status = self.child.wait().unwrap();
        let stream = String::from_utf8_lossy(&self.stream).into_owned();
        assert_eq!(modes_left(&stream), [].into(), "modes that are not as before");
        assert!(stream.contains("\x1b[?1049h"), "it had the other screen");
        assert_eq!(termios(&*self.master), self.before, "the line discipline");
        (status.exit_code(), stream)
    }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

fn termios(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("a terminal has its settings"))
}

/// Private modes that are not as a terminal has them at first: switched on and
/// not off again, and the cursor (25), which is on at first.
fn modes_left(stream: &str) -> BTreeSet<String> {
    let mut on = BTreeSet::from(["25".to_owned()]);
    for part in stream.split("\x1b[?").skip(1) {
        let end = part.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(part.len());
        for mode in part[..end].split(';') {
            match part[end..].chars().next() {
                Some('h') => on.insert(mode.to_owned()),
                Some('l') => on.remove(mode),
                _ => false,
            };
        }
    }
    if !on.remove("25") {
        on.insert("the cursor is hidden".to_owned());
    }
    on
}

#[test]
fn read_mark_quit_and_start_again() {
    let place = Place::new(TEXT.as_bytes());
    let mut program = place.start(&[]);
    program.see("○ open").press(b"d").see("claim");
    program.until("a verdict on disk", |_| place.notebook().contains("\"disputed\""));
    let (code, _) = program.press(b"q").end();
    assert_eq!(code, 0);
    let mut program = place.start(&[]);
    program.see("✗");
    program.press(b"k").see("✗ disputed").press(b"\x7f");
    program.see("open again");
    assert_eq!(program.press(b"q").end().0, 0);
}

#[test]
fn the_first_frame_does_not_wait_for_git_and_what_is_pressed_meanwhile_goes_to_who_git_names() {
    let place = Place::new(TEXT.as_bytes());
    let bin = place.desk().parent().unwrap().join("bin");
    fs::create_dir(&bin).unwrap();
    // It answers once somebody has written into the pipe.
    let pipe = bin.join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let git = "#!/bin/sh\ncase \"$*\" in *user.name*) read -r name < \"$PIPE\"; echo \"$name\" ;; *) exit 1 ;; esac\n";
    fs::write(bin.join("git"), git).unwrap();
    fs::set_permissions(bin.join("git"), fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", bin.display());
    let named = [("CLAIMDESK_ANNOTATOR", ""), ("USER", "zoe"), ("PATH", &path)];
    let mut reader = place.start(&[&named[..], &[("PIPE", pipe.to_str().unwrap())]].concat());
    reader.see("12 000 soldats").press(b"d");
    fs::write(&pipe, "Anna Berg\n").unwrap();
    let book = place.desk().join("annotations/anna-berg/a.txt.json");
    reader.until("the verdict on disk", |_| book.exists());
    assert_eq!(place.notebook(), "");
    reader.press(b"q");
    assert_eq!(reader.end().0, 0);
    // The next time she is taken to be there before git has told so.
    let mut reader = place.start(&[&named[..], &[("PIPE", pipe.to_str().unwrap())]].concat());
    reader.see("✗");
    fs::write(&pipe, "Anna Berg\n").unwrap();
    reader.press(b"q");
    assert_eq!(reader.end().0, 0);
}

#[test]
fn a_note_is_written_on_in_the_persons_own_editor() {
    let place = Place::new(TEXT.as_bytes());
    let script = place.dir.path().join("home/editor.sh");
    // It says what it was given and that it has the terminal to itself, and adds what is typed.
    fs::write(
        &script,
        "printf 'EDITOR <%s>\\n' \"$(cat \"$1\")\"; read -r line; printf '%s\\n' \"$line\" >> \"$1\"\n",
    )
    .unwrap();
    let editor = format!("sh {}", script.display());
    let mut program = place.start(&[("EDITOR", &editor)]);
    program.see("○ open").press(b"nvu").see("vu").press(b"\x1bOS").see("EDITOR <vu>");
    assert!(!program.screen.screen().alternate_screen(), "the terminal is as it was");
    // No key of it is ours: `q` would quit, `d` would decide.
    program.press(b"q d ajout\r").see("q d ajout");
    program.until("the reader again", |screen| screen.contains("Note"));
    assert!(program.screen.screen().alternate_screen());
    program.press(b"\x13");
    program.until("the note on disk", |_| place.notebook().contains("vu\\nq d ajout"));
    assert_eq!(program.press(b"q").end().0, 0);
}

#[test]
fn an_editor_that_fails_is_said_and_the_note_stays() {
    let place = Place::new(TEXT.as_bytes());
    let mut program = place.start(&[("VISUAL", "no-such-editor-here"), ("EDITOR", "true")]);
    program.see("○ open").press(b"nvu").see("vu").press(b"\x1bOS").see("The editor `no-such");
    program.press(b"\x13");
    program.until("the note on disk", |_| place.notebook().contains("\"vu\""));
    assert_eq!(program.press(b"q").end().0, 0);
}

#[test]
fn ctrl_c_in_the_editor_is_for_the_editor() {
    let place = Place::new(TEXT.as_bytes());
    let script = place.dir.path().join("home/editor.sh");
    fs::write(
        &script,
        "trap 'echo INTERRUPTED; exit 0' INT; echo EDITOR; while :; do read -r _; done",
    )
    .unwrap();
    let editor = format!("sh {}", script.display());
    let mut program = place.start(&[("EDITOR", &editor)]);
    program.see("○ open").press(b"nvu").see("vu").press(b"\x1bOS").see("EDITOR");
    program.press(b"\x03").until("the reader again", |screen| screen.contains("Note"));
    program.press(b"\x13");
    program.until("the note on disk", |_| place.notebook().contains("\"vu\""));
    assert_eq!(program.press(b"q").end().0, 0);
}

#[test]
fn an_article_is_shown_in_the_persons_pager_and_leaving_it_is_no_error() {
    let place = Place::new(TEXT.as_bytes());
    let show = |env: &[(&str, &str)]| {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_claimdesk"));
        command.args(["show", "a.txt"]);
        let mut program = place.run(command, env);
        program.see("12 000 soldats");
        String::from_utf8_lossy(&program.stream).into_owned()
    };
    assert!(show(&[("PAGER", "sed s/^/PAGED:/")]).contains("PAGED:"));
    assert!(!show(&[("PAGER", "sed s/^/PAGED:/"), ("TERM", "dumb")]).contains("PAGED:"));
    // One's own setting wins; one that does not exist loses nothing.
    let config = place.dir.path().join("home/.config/claimdesk");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("config.toml"), "[pager]\ncommand = \"sed s/^/OWN:/\"\n").unwrap();
    assert!(show(&[("PAGER", "sed s/^/PAGED:/")]).contains("OWN:"));
    fs::write(config.join("config.toml"), "[pager]\ncommand = \"no-such-pager\"\n").unwrap();
    show(&[]);
}

#[test]
fn a_desk_names_no_program() {
    let place = Place::new(TEXT.as_bytes());
    fs::write(place.desk().join("claimdesk.toml"), "[opener]\ncommand = \"evil\"\n").unwrap();
    let check = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(["config", "--check", "-C"])
        .arg(place.desk())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&check.stdout).into_owned()
        + &String::from_utf8_lossy(&check.stderr);
    assert!(said.contains("opener.command"), "{said}");
}

#[test]
fn a_dumb_terminal_is_told_of_the_review_by_lines() {
    let place = Place::new(TEXT.as_bytes());
    let mut program = place.start(&[("TERM", "dumb")]);
    program.see("claimdesk review");
    assert!(!String::from_utf8_lossy(&program.stream).contains('\x1b'));
}

#[test]
fn colours_follow_a_terminal_that_turns_light() {
    let place = Place::new(TEXT.as_bytes());
    let mut program = place.start(&[("COLORTERM", "truecolor")]);
    program.see("○ open");
    assert!(String::from_utf8_lossy(&program.stream).contains("\x1b[?2031h"));
    let before = program.screen.screen().cell(0, 1).map(vt100::Cell::fgcolor);
    program.press(b"\x1b[?997;2n");
    let deadline = Instant::now() + DEADLINE;
    while program.screen.screen().cell(0, 1).map(vt100::Cell::fgcolor) == before {
        assert!(Instant::now() < deadline, "the colours stay");
        if let Ok(chunk) = program.output.recv_timeout(DEADLINE) {
            program.take(&chunk);
        }
    }
    assert_eq!(program.press(b"q").end().0, 0);
}

#[test]
fn a_resize_storm_down_to_one_cell_and_up() {
    let place = Place::new(TEXT.as_bytes());
    let mut program = place.start(&[]);
    program.see("○ open");
    for size in (1..=40u16).rev() {
        program.resize(size * 3 - 2, size).press(b"jk\t");
    }
    program.resize(1, 1).resize(300, 90).resize(120, 40);
    program.until("three panes", |screen| {
        screen.contains("Articles") && screen.contains("12 000 soldats") && screen.contains("Why")
    });
    assert_eq!(program.press(b"q").end().0, 0);
}

#[test]
fn a_panic_in_a_worker_costs_its_work_only() {
    let place = Place::new(TEXT.as_bytes());
    let mut program = place.start(&[("CLAIMDESK_TEST_PANIC", "worker")]);
    program.see("○ open").press(b"d").see("✗");
    let (code, stream) = program.press(b"q").end();
    assert_eq!(code, 0);
    assert!(!stream.contains("panicked"), "it is not told over the screen");
    assert!(place.notebook().contains("\"disputed\""));
}

#[test]
fn a_panic_while_saving_is_said_and_leaving_is_possible() {
    let place = Place::new(TEXT.as_bytes());
    let mut program = place.start(&[("CLAIMDESK_TEST_PANIC", "saver")]);
    program.see("○ open").press(b"d").see("NOT SAVED");
    program.press(b"q").see("leave and lose");
    let (code, stream) = program.press(b"y").end();
    assert_eq!(code, 0);
    assert!(!stream.contains("panicked"), "it is not told over the screen");
}

#[test]
fn a_panic_in_the_main_thread_gives_the_terminal_back_first() {
    let place = Place::new(TEXT.as_bytes());
    let (code, stream) = place.start(&[("CLAIMDESK_TEST_PANIC", "main")]).end();
    assert_eq!(code, 101);
    let left = stream.rfind("\x1b[?1049l").unwrap();
    assert!(left < stream.find("panicked").expect("the panic is told"), "{stream}");
}

#[test]
fn signals_end_it_in_order() {
    for signal in ["TERM", "HUP", "INT"] {
        let place = Place::new(TEXT.as_bytes());
        let mut program = place.start(&[]);
        program.see("○ open").press(b"d").see("✗");
        program.signal(signal).end();
        assert!(place.notebook().contains("\"disputed\""), "{signal}");
    }
}

#[test]
fn no_byte_of_an_article_becomes_a_command() {
    let nasty = "Le 3 mai 2023, 300 \x1b]0;EVIL\x07morts\x1b[2J\x1b[?1000h \u{9b}31mrouge\u{9d}0;EVIL\u{9c}, selon la police.\r\x08\x0e\x1bc Fin \u{202e}du texte\u{2066}.\n";
    let place = Place::new(nasty.as_bytes());
    let hostile = "b\x1b]0;EVIL\x07.txt";
    fs::write(place.dir.path().join("desk/seeds").join(hostile), nasty).unwrap();
    let mut program = place.start(&[]);
    program.see("300").press(b"d");
    program.until("a verdict on disk", |_| place.notebook().contains("disputed"));
    program.press(b"nx\x1b[200~y\x1b]0;EVIL\x07\x1b[201~").see("xy");
    let (_, stream) = program.press(b"\x13\tq").end();
    for bad in [
        "\x1b]0;",
        "\x1b[2J\x1b[?1000h ",
        "\x1bc",
        "\u{9b}",
        "\u{9d}",
        "\u{202e}",
        "\u{2066}",
        "\x0e",
    ] {
        assert!(!stream.contains(bad), "{bad:?}");
    }
}

#[test]
fn no_terminal_is_said_with_what_to_use_instead() {
    let place = Place::new(TEXT.as_bytes());
    let output = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .env_clear()
        .current_dir(place.dir.path().join("desk"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("hint: ") && said.contains("claimdesk list"), "{said}");
}

#[test]
fn answers_that_come_late_are_no_keys() {
    let place = Place::new(TEXT.as_bytes());
    let mut program = place.start(&[]);
    program.see("○ open");
    for answer in [
        &b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"[..],
        b"\x1b[>41;354;0c",
        b"\x1bP>|xterm(390)\x1b\\",
        b"\x1b]52;c;Y2xhaW1kZXNr\x07",
        b"\x1b[?2026;2$y",
        b"\x1b[?997;1n",
    ] {
        for byte in answer {
            program.press(&[*byte]);
        }
    }
    program.press(b"d");
    program.until("a verdict on disk", |_| place.notebook().contains("verdict"));
    assert_eq!(program.press(b"q").end().0, 0);
    assert_eq!(place.notebook().matches("\"verdict\": \"disputed\"").count(), 1);
    assert_eq!(place.notebook().matches("\"verdict\"").count(), 1, "{}", place.notebook());
}

#[test]
fn a_light_ground_told_late_changes_the_colours() {
    let place = Place::new(TEXT.as_bytes());
    let mut program = place.start(&[("COLORTERM", "truecolor")]);
    program.see("○ open");
    let before = program.screen.screen().contents_formatted();
    program.press(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    let deadline = Instant::now() + DEADLINE;
    while program.screen.screen().contents_formatted() == before {
        let left = deadline.saturating_duration_since(Instant::now());
        let chunk = program.output.recv_timeout(left).expect("other colours");
        program.take(&chunk);
    }
    assert_eq!(program.press(b"q").end().0, 0);
}

#[test]
fn it_stops_and_goes_on_with_the_terminal_as_each_wants_it() {
    let place = Place::new(TEXT.as_bytes());
    let mut program = place.shell();
    program.see("shell> ");
    let shells = termios(&*program.master);
    program.press(b"sh -c 'echo $$ >id; exec \"$CLAIMDESK\"'\r").see("○ open");
    program.press(b"d").see("✗").press(b":suspend\r");
    let is_stopped = |program: &mut Program| {
        program.until("the shell", |screen| screen.contains("Stopped"));
        assert_eq!(modes_left(&String::from_utf8_lossy(&program.stream)), [].into());
        assert_eq!(termios(&*program.master), shells, "the line discipline while stopped");
    };
    is_stopped(&mut program);
    program.press(b"fg\r").see("○ open");
    let id = fs::read_to_string(place.dir.path().join("desk/id")).unwrap();
    let kill =
        |signal: &str| Command::new("kill").args(["-s", signal, id.trim()]).status().unwrap();
    program.screen.process(b"\x1bc");
    assert!(kill("TSTP").success());
    is_stopped(&mut program);
    program.press(b"fg\r").see("✗");
    // Somebody else drew over it.
    program.screen.process(b"\x1bc");
    assert!(kill("CONT").success());
    program.see("✗").press(b"\x0c").press(b"q").see("shell> ").press(b"exit\r");
    program.end();
}

#[test]
fn a_file_that_may_not_grow_is_told_and_the_reader_goes_on() {
    let place = Place::new(TEXT.as_bytes());
    let mut program = place.shell();
    program.see("shell> ").press(b"(ulimit -f 0; \"$CLAIMDESK\"); echo ended $?\r").see("○ open");
    program.press(b"d").see("NOT SAVED");
    program.press(b"q").press(b"y").see("ended 0").press(b"exit\r").end();
}

#[test]
fn without_another_screen_it_begins_and_ends_with_a_clear_one() {
    let place = Place::new(TEXT.as_bytes());
    let mut program = place.shell();
    program.see("shell> ").press(b"echo old words; \"$CLAIMDESK\"; echo ended $?\r");
    program.until("the start", |screen| screen.contains("○ open"));
    let stream = String::from_utf8_lossy(&program.stream).into_owned();
    let entered = stream.find("\x1b[?1049h").expect("it asks for another screen");
    assert!(stream[entered..].starts_with("\x1b[?1049h\x1b[2J"), "cleared before the first frame");
    program.press(b"q").see("ended 0").press(b"exit\r").end();
}

/// Another branch takes the folder of the notebooks away, and back.
#[test]
fn a_folder_that_goes_and_comes_back_is_watched_again() {
    let place = Place::new(TEXT.as_bytes());
    place.start(&[]).see("○ open").press(b"d").see("✗").press(b"q").end();
    let (folder, book) = (place.desk().join("annotations"), place.notebook());
    assert!(book.contains("disputed"));
    let mut program = place.start(&[]);
    program.see("✗");
    fs::remove_dir_all(&folder).unwrap();
    program.see("Write yours back").press(b"n").press(b"n");
    program.until("no question", |screen| !screen.contains("n no") && screen.contains("NOT SAVED"));
    for person in ["zoe", "bob"] {
        fs::create_dir_all(folder.join(person)).unwrap();
        fs::write(folder.join(person).join("a.txt.json"), &book).unwrap();
    }
    program.until("nothing unsaved", |screen| !screen.contains("NOT SAVED"));
    // What comes later is seen, too.
    fs::remove_file(folder.join("zoe/a.txt.json")).unwrap();
    program.see("Write yours back").press(b"y");
    program.until("it on disk", |_| place.notebook().contains("disputed"));
    assert_eq!(program.press(b"q").end().0, 0);
}
