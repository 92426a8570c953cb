//! Makes the pictures of the README: starts the release binary in a
//! pseudo-terminal, presses keys, and draws what a person sees as SVG.
//!
//!     cargo build --release && cargo run --example pictures
//!
//! The reader works on a copy of the desk, so pictures change no annotation.

use std::error::Error;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;
use std::{fs, thread};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use vt100::{Cell, Color, Parser};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A picture: its file, its size in columns and rows, the keys, and the ground.
struct Picture {
    name: &'static str,
    size: (u16, u16),
    keys: &'static [&'static str],
    light: bool,
}

const PICTURES: [Picture; 4] = [
    Picture { name: "reader", size: (132, 38), keys: &["J", "j", "j"], light: false },
    Picture { name: "reader-light", size: (132, 38), keys: &["J", "j", "j"], light: true },
    Picture { name: "differences", size: (120, 34), keys: &["D"], light: false },
    Picture { name: "overview", size: (120, 34), keys: &["P"], light: false },
];

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let binary = root.join("target/release/claimdesk");
    if !binary.exists() {
        return Err("target/release/claimdesk is missing: run `cargo build --release` first".into());
    }
    for picture in PICTURES {
        let home = tempfile::tempdir()?;
        let desk = home.path().join("desk");
        for folder in ["seeds", "annotations"] {
            copy(&root.join(folder), &desk.join(folder))?;
        }
        let screen = take(&binary, &desk, home.path(), &picture)?;
        let path = root.join("docs/pictures").join(picture.name).with_extension("svg");
        fs::write(&path, svg(&screen, &picture))?;
        writeln!(std::io::stdout(), "{}", path.display())?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Runs the reader, presses the keys, and gives the screen when it has come to rest.
fn take(binary: &Path, desk: &Path, home: &Path, picture: &Picture) -> Result<Parser> {
    let (cols, rows) = picture.size;
    let pty = native_pty_system().openpty(PtySize { rows, cols, ..PtySize::default() })?;
    let mut command = CommandBuilder::new(binary);
    command.arg(desk);
    command.args(["--annotator", "example", "--lang", "en"]);
    command.env_clear();
    for (name, value) in
        [("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "C.UTF-8"), ("TZ", "UTC")]
    {
        command.env(name, value);
    }
    command.env("HOME", home);
    let mut child = pty.slave.spawn_command(command)?;
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader()?;
    let mut writer = pty.master.take_writer()?;
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut bytes = vec![0; 65536];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            if sender.send(bytes[..count].to_vec()).is_err() {
                return;
            }
        }
    });
    let size = |n: u16| NonZero::new(n).ok_or("a picture needs a size");
    let mut screen = Parser::new(size(rows)?, size(cols)?, 0);
    rest(&receiver, &mut screen, &mut *writer, picture.light)?;
    for key in picture.keys {
        writer.write_all(key.as_bytes())?;
        rest(&receiver, &mut screen, &mut *writer, picture.light)?;
    }
    child.kill()?;
    Ok(screen)
}

/// Feeds the screen until the program has been quiet for a while; answers its questions.
fn rest(
    output: &Receiver<Vec<u8>>,
    screen: &mut Parser,
    input: &mut dyn Write,
    light: bool,
) -> Result<()> {
    loop {
        match output.recv_timeout(Duration::from_millis(400)) {
            Ok(bytes) => {
                if bytes.windows(5).any(|w| w == b"\x1b]11;") {
                    let ground = if light { "ffff/ffff/ffff" } else { "1616/1818/1e1e" };
                    write!(input, "\x1b]11;rgb:{ground}\x1b\\\x1b[?62;22c")?;
                }
                screen.process(&bytes);
            }
            Err(RecvTimeoutError::Timeout) => return Ok(()),
            Err(RecvTimeoutError::Disconnected) => return Err("the reader ended".into()),
        }
    }
}

/// Width and height of a cell, and the size of its letters, in units of the picture.
const CELL: (f32, f32, f32) = (8.4, 18.0, 14.0);

fn svg(screen: &Parser, picture: &Picture) -> String {
    let (cols, rows) = picture.size;
    let (ink, ground) = if picture.light { ("#1c1e24", "#ffffff") } else { ("#d6d8de", "#16181e") };
    let (width, height) = (f32::from(cols) * CELL.0 + 16.0, f32::from(rows) * CELL.1 + 16.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"ui-monospace,DejaVu Sans Mono,Menlo,Consolas,monospace\" font-size=\"{}\" xml:space=\"preserve\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{ground}\"/>\n",
        CELL.2
    );
    for row in 0..rows {
        let mut col = 0;
        while col < cols {
            let Some(cell) = screen.screen().cell(row, col) else { break };
            let end = (col..cols)
                .find(|c| screen.screen().cell(row, *c).is_none_or(|other| !alike(cell, other)))
                .unwrap_or(cols);
            draw_run(&mut out, screen, (row, col, end), cell, (ink, ground));
            col = end;
        }
    }
    out.push_str("</svg>\n");
    out
}

fn alike(a: &Cell, b: &Cell) -> bool {
    let look =
        |c: &Cell| (c.fgcolor(), c.bgcolor(), c.bold(), c.italic(), c.underline(), c.inverse());
    look(a) == look(b)
}

/// Cells of one look in a row: their ground, then their words, stretched to the cells' width.
fn draw_run(
    out: &mut String,
    screen: &Parser,
    (row, from, to): (u16, u16, u16),
    cell: &Cell,
    plain: (&str, &str),
) {
    let (x, y) = (f32::from(from) * CELL.0 + 8.0, f32::from(row) * CELL.1 + 8.0);
    let width = f32::from(to - from) * CELL.0;
    let (mut ink, mut ground) = (colour(cell.fgcolor()), colour(cell.bgcolor()));
    if cell.inverse() {
        (ink, ground) =
            (ground.or_else(|| Some(plain.1.to_owned())), ink.or_else(|| Some(plain.0.to_owned())));
    }
    if let Some(ground) = ground {
        let _ = writeln!(
            out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{:.1}\" fill=\"{ground}\"/>",
            CELL.1
        );
    }
    let text: String = (from..to)
        .filter_map(|col| screen.screen().cell(row, col))
        .map(|c| if c.has_contents() { c.contents() } else { " " })
        .collect();
    if text.trim().is_empty() {
        return;
    }
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let mut style = String::new();
    for (on, attribute) in [
        (cell.bold(), " font-weight=\"bold\""),
        (cell.italic(), " font-style=\"italic\""),
        (cell.underline(), " text-decoration=\"underline\""),
    ] {
        if on {
            style.push_str(attribute);
        }
    }
    let ink = ink.unwrap_or_else(|| plain.0.to_owned());
    let _ = writeln!(
        out,
        "<text x=\"{x:.1}\" y=\"{:.1}\" textLength=\"{width:.1}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{ink}\"{style}>{escaped}</text>",
        y + CELL.2
    );
}

fn colour(color: Color) -> Option<String> {
    match color {
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        // The reader uses true colours where the terminal has them, as here.
        Color::Default | Color::Idx(_) => None,
    }
}
