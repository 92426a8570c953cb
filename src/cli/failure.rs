//! Why a command did not do what it was asked: what failed, a hint, and an
//! exit code that scripts can rely on.
//!
//! It is made where the language is not known, so it holds both.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use crate::app::words;
use crate::git;
use crate::i18n::{Lang, Message, line as say};
use crate::store::article::ArticleError;
use crate::store::desk::DeskError;
use crate::store::notebook::NotebookFile;
use crate::store::refusal::{Refusal, SaveError};

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
    what: Message,
    hint: Message,
    code: Code,
}

impl Failure {
    /// Something asked for does not exist.
    pub(super) fn not_found(what: impl Into<Message>, hint: impl Into<Message>) -> Self {
        Self::told(what, hint, Code::NotFound)
    }

    /// The words of the command do not fit together.
    pub(super) fn usage(what: impl Into<Message>, hint: impl Into<Message>) -> Self {
        Self::told(what, hint, Code::Usage)
    }

    /// It was tried and failed.
    pub(super) fn failed(what: impl Into<Message>, hint: impl Into<Message>) -> Self {
        Self::told(what, hint, Code::Failed)
    }

    /// A file cannot be read: there is none, or it was tried and failed.
    pub(super) fn unread(path: &Path, error: &io::Error, hint: impl Into<Message>) -> Self {
        let missing = error.kind() == io::ErrorKind::NotFound;
        let code = if missing { Code::NotFound } else { Code::Failed };
        Self::told(say::CANNOT_READ.with(&[&path.display(), &system(error)]), hint, code)
    }

    /// A notebook cannot be used.
    pub(super) fn refused(file: &NotebookFile, refusal: &Refusal) -> Self {
        let why = Message::of(|lang| words::refusal(lang, refusal));
        let hint = Message::of(|lang| words::refusal_hint(lang, refusal).to_owned());
        Self::failed(say::OF.with(&[&file.shown_path().display(), &why]), hint)
    }

    /// What was told lacks what so many files hold.
    pub(super) fn left_out(files: usize) -> Self {
        Self::failed(say::FILES_LEFT_OUT.with(&[&files]), say::FILES_LEFT_OUT_HINT)
    }

    /// Git did not do it.
    pub(super) fn git(error: &git::Error, hint: impl Into<Message>) -> Self {
        let hint = match error {
            git::Error::NoCommit(_) => say::NAMES_OF_COMMITS.into(),
            git::Error::NoGit => say::INSTALL_GIT.into(),
            _ => hint.into(),
        };
        Self::failed(Message::of(|lang| words::git(lang, error)), hint)
    }

    /// What failed, alone.
    pub(super) fn what(&self) -> Message {
        match self {
            Self::Told(told) => told.what.clone(),
            Self::BrokenPipe => Message::same("broken pipe"),
        }
    }

    fn told(what: impl Into<Message>, hint: impl Into<Message>, code: Code) -> Self {
        Self::Told(Told { what: what.into(), hint: hint.into(), code })
    }
}

impl Told {
    pub(super) fn code(&self) -> ExitCode {
        ExitCode::from(self.code.number())
    }

    /// What failed and what to do, in lines.
    pub(super) fn to(&self, lang: Lang) -> String {
        say::ERROR.fill(lang, &[&self.what, &self.hint])
    }
}

/// A value of an option that is none; the parser of arguments passes it on.
#[derive(Debug)]
pub(super) struct Wrong(pub(super) Message);

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.en)
    }
}

impl std::error::Error for Wrong {}

/// What the system said.
pub(super) fn system(error: &io::Error) -> Message {
    Message::of(|lang| words::system(lang, error))
}

/// For standard input and output; everything else says what failed.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::BrokenPipe;
        }
        Self::failed(say::STANDARD_IO.with(&[&system(&error)]), say::STANDARD_IO_HINT)
    }
}

/// For values of our own that are written as JSON, which does not fail.
impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::failed(say::NO_JSON.with(&[&error]), say::NO_JSON_HINT)
    }
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        let hint = Message::of(|lang| words::desk_hint(lang, &error));
        Self::not_found(Message::of(|lang| words::desk(lang, &error)), hint)
    }
}

impl From<ArticleError> for Failure {
    fn from(error: ArticleError) -> Self {
        Self::failed(Message::of(|lang| words::article(lang, &error)), say::ARTICLE_UNREAD_HINT)
    }
}

impl From<SaveError> for Failure {
    fn from(error: SaveError) -> Self {
        let hint = Message::of(|lang| words::unsaved_hint(lang, &error).to_owned());
        Self::failed(Message::of(|lang| words::unsaved_why(lang, &error)), hint)
    }
}
