//! Why a command did not do what it was asked: what failed, a hint, and an
//! exit code that scripts can rely on.

use std::fmt;
use std::io;
use std::process::ExitCode;

/// An exit code of any subcommand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Code {
    Done,
    Failed,
    Usage,
    NotFound,
}

impl Code {
    const ALL: [Self; 4] = [Self::Done, Self::Failed, Self::Usage, Self::NotFound];

    const fn number(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::NotFound => 3,
        }
    }

    const fn meaning(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Failed => "failed, or a check found something",
            Self::Usage => "wrong usage",
            Self::NotFound => "no such desk, article, file or claim",
        }
    }
}

/// The exit codes, for the help and the manual.
pub(super) fn exit_codes() -> String {
    let codes = Code::ALL.map(|code| format!("{} {}", code.number(), code.meaning()));
    format!("Exit codes: {}.", codes.join("; "))
}

/// The exit codes of all subcommands as a Markdown table.
pub(super) fn exit_code_table() -> String {
    let rows = Code::ALL.map(|code| format!("| {} | {} |\n", code.number(), code.meaning()));
    format!("| exit code | means |\n|---|---|\n{}", rows.concat())
}

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub(super) enum Failure {
    /// To be told.
    Told(Told),
    /// Whoever reads our output has seen enough: no failure at all.
    BrokenPipe,
}

/// A failure in words.
#[derive(Debug)]
pub(super) struct Told {
    what: String,
    hint: String,
    code: Code,
}

impl Failure {
    /// Something asked for does not exist.
    pub(super) fn not_found(what: impl fmt::Display, hint: impl Into<String>) -> Self {
        Self::told(what, hint, Code::NotFound)
    }

    /// The words of the command do not fit together.
    pub(super) fn usage(what: impl fmt::Display, hint: impl Into<String>) -> Self {
        Self::told(what, hint, Code::Usage)
    }

    /// It was tried and failed.
    pub(super) fn failed(what: impl fmt::Display, hint: impl Into<String>) -> Self {
        Self::told(what, hint, Code::Failed)
    }

    /// A file cannot be read: there is none, or it was tried and failed.
    pub(super) fn unread(what: impl fmt::Display, error: &io::Error, hint: &str) -> Self {
        let missing = error.kind() == io::ErrorKind::NotFound;
        let code = if missing { Code::NotFound } else { Code::Failed };
        Self::told(format!("{what}: {error}"), hint, code)
    }

    /// What failed, alone.
    pub(super) fn what(&self) -> &str {
        match self {
            Self::Told(told) => &told.what,
            Self::BrokenPipe => "broken pipe",
        }
    }

    fn told(what: impl fmt::Display, hint: impl Into<String>, code: Code) -> Self {
        Self::Told(Told { what: what.to_string(), hint: hint.into(), code })
    }
}

impl Told {
    pub(super) fn code(&self) -> ExitCode {
        ExitCode::from(self.code.number())
    }
}

/// For standard input and output; everything else says what failed.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::BrokenPipe;
        }
        Self::failed(
            format!("standard input or output: {error}"),
            "see where they lead, and whether there is room",
        )
    }
}

/// For values of our own that are written as JSON, which does not fail.
impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::failed(format!("cannot write this as JSON: {error}"), "use `--format text`")
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "error: {}", self.what)?;
        writeln!(f, "hint: {}", self.hint)
    }
}
