//! The one gate to standard output and standard error.
//!
//! Invariant: no control character of an article, a notebook, a file name, a
//! setting, git or an argument reaches the terminal. Text passes through
//! [`plain`] as a whole, so that a subcommand cannot forget a value; in JSON
//! such characters are escaped, so that programs still get them.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write as _};
use std::process::Stdio;

use serde::Serialize;

use super::failure::Failure;
use crate::app::shell;
use crate::core::article::{is_hidden, plain};
use crate::i18n::{Lang, Value, line as say};

/// How a command prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people.
    Text,
    /// For programs: one value.
    Json,
    /// For programs: one object a line.
    Jsonl,
    /// For pages and comments of a forge.
    Markdown,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Workflow commands, which GitHub shows beside a change.
    Github,
    /// For γ, which other programs compute: annotator, label, start, end.
    GammaCsv,
}

impl Format {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Markdown => "markdown",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::GammaCsv => "gamma-csv",
        }
    }
}

/// Writes text to standard output.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    write(&plain(text))
}

/// Writes long text for people: on a terminal in their pager.
pub(super) fn page(text: &str, pager: Option<&str>) -> Result<(), Failure> {
    let of = |name| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let is_poor = of("TERM").is_none_or(|term| term == "dumb");
    if !io::stdout().is_terminal() || is_poor {
        return print(text);
    }
    let pager = pager.map(str::to_owned).or_else(|| of("PAGER"));
    let mut command = shell::command(&pager.unwrap_or_else(|| "less".to_owned()));
    if of("LESS").is_none() {
        // As git does: what fits on the screen stays there, and nothing waits for a key.
        command.env("LESS", "FRX");
    }
    let Ok(mut child) = command.stdin(Stdio::piped()).spawn() else { return print(text) };
    if let Some(mut input) = child.stdin.take() {
        // Who leaves the pager early has read enough.
        let _ = input.write_all(plain(text).as_bytes());
    }
    match child.wait() {
        // There is no such program.
        Ok(status) if status.code() == Some(127) => print(text),
        _ => Ok(()),
    }
}

/// Writes what was generated from the program's own words alone; tabs stay tabs.
pub(super) fn print_page(page: &[u8]) -> Result<(), Failure> {
    write(&String::from_utf8_lossy(page))
}

/// Writes one value as one line of JSON.
pub(super) fn print_value(value: &impl Serialize) -> Result<(), Failure> {
    write(&Piece::of(value, true)?.0)
}

/// Writes a list: as one array, or an object a line.
pub(super) fn print_list<T: Serialize>(
    lines: bool,
    values: impl IntoIterator<Item = T>,
) -> Result<(), Failure> {
    let mut list = List::new(lines);
    values.into_iter().try_for_each(|value| list.push(&value))?;
    list.end()
}

/// Writes JSON that was put together elsewhere.
pub(super) fn print_json(text: &str) -> Result<(), Failure> {
    write(&escaped(text.to_owned()))
}

/// Writes to standard error.
pub(super) fn complain(text: &str) {
    // Nothing is left to do when even this cannot be said.
    let _ = io::stderr().lock().write_all(plain(text).as_bytes());
}

/// Writes a warning to standard error.
pub(super) fn warn(lang: Lang, what: &dyn Value) {
    complain(&say::WARNING.fill(lang, &[what]));
}

/// Puts a line in the place of the one that standard error's terminal shows.
pub(super) fn progress(text: &str) {
    // To say how far it is must not stop anything.
    let _ = write!(io::stderr().lock(), "\r\u{1b}[K{}", plain(text));
}

/// A value as it will stand in a list. Many threads can make some, one writes them.
pub(super) struct Piece(String);

impl Piece {
    /// Of a list that is an object a line, or else one array.
    pub(super) fn of(value: &impl Serialize, lines: bool) -> Result<Self, Failure> {
        if lines {
            return Ok(Self(escaped(serde_json::to_string(value)? + "\n")));
        }
        let value = serde_json::to_string_pretty(value)?;
        let value = value.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n");
        Ok(Self(escaped(value)))
    }
}

/// A list on standard output that is not held as a whole: one array, or an object a line.
pub(super) struct List {
    lines: bool,
    is_empty: bool,
}

impl List {
    pub(super) const fn new(lines: bool) -> Self {
        Self { lines, is_empty: true }
    }

    pub(super) fn push(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        self.push_piece(&Piece::of(value, self.lines)?)
    }

    pub(super) fn push_piece(&mut self, Piece(text): &Piece) -> Result<(), Failure> {
        if !self.lines {
            write(if std::mem::take(&mut self.is_empty) { "[\n" } else { ",\n" })?;
        }
        write(text)
    }

    pub(super) fn end(self) -> Result<(), Failure> {
        match (self.lines, self.is_empty) {
            (true, _) => Ok(()),
            (false, true) => write("[]\n"),
            (false, false) => write("\n]\n"),
        }
    }
}

/// A name from outside on one line: a line end in it must not begin a line of ours.
pub(super) fn on_one_line(name: &str) -> String {
    name.replace('\n', "\u{240A}").replace('\r', "\u{240D}")
}

fn write(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Failure::from)
}

/// JSON with everything hidden or controlling written as `\u…`. Outside of its
/// strings JSON is printable ASCII and line ends.
fn escaped(json: String) -> String {
    let Some(mut found) = next_hidden(&json, 0) else { return json };
    let mut out = String::with_capacity(json.len());
    let mut from = 0;
    loop {
        let (at, c) = found;
        out.push_str(&json[from..at]);
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
        from = at + c.len_utf8();
        let Some(next) = next_hidden(&json, from) else { break };
        found = next;
    }
    out.push_str(&json[from..]);
    out
}

/// The next character from there that is to be escaped. Nearly all bytes are printable ASCII, and passed
/// by without decoding them.
fn next_hidden(json: &str, mut from: usize) -> Option<(usize, char)> {
    loop {
        from += json[from..].bytes().position(|byte| !matches!(byte, b' '..=b'~' | b'\n'))?;
        let c = json[from..].chars().next()?;
        if is_hidden(c) {
            return Some((from, c));
        }
        from += c.len_utf8();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_the_value_and_shows_no_control() {
        let text = "a\u{1b}[31m\u{7f}\u{9b}\u{202e}\u{200b}\u{feff}\u{2028}é😀\n";
        let json = escaped(serde_json::to_string(text).unwrap());
        assert!(!json.chars().any(is_hidden), "{json}");
        assert!(json.contains('é') && json.contains('😀'), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
