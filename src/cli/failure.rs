//! Errors for the reader: what failed, a hint, and an exit code that scripts can rely on.

use std::fmt;
use std::process::ExitCode;

/// The exit codes, for the help and the manual.
pub(super) const EXIT_CODES: &str = "Exit codes: 0 done; 1 failed or, for checks, something was found; 2 wrong usage; 3 no such desk, article or claim.";

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub struct Failure {
    error: anyhow::Error,
    hint: Option<String>,
    code: u8,
}

impl Failure {
    /// Something asked for does not exist.
    pub(super) fn not_found(what: impl fmt::Display, hint: impl Into<String>) -> Self {
        Self { error: anyhow::anyhow!("{what}"), hint: Some(hint.into()), code: 3 }
    }

    /// The words of the command do not fit together.
    pub(super) fn usage(what: impl fmt::Display, hint: impl Into<String>) -> Self {
        Self { error: anyhow::anyhow!("{what}"), hint: Some(hint.into()), code: 2 }
    }

    /// It was tried and failed.
    pub(super) fn failed(what: impl fmt::Display, hint: impl Into<String>) -> Self {
        Self { error: anyhow::anyhow!("{what}"), hint: Some(hint.into()), code: 1 }
    }

    pub(super) fn code(&self) -> ExitCode {
        ExitCode::from(self.code)
    }

    /// The reader of our output has seen enough.
    pub(super) fn is_broken_pipe(&self) -> bool {
        self.error
            .downcast_ref::<std::io::Error>()
            .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self { error, hint: None, code: 1 }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "error: {:#}", self.error)?;
        match &self.hint {
            Some(hint) => writeln!(f, "hint: {hint}"),
            None => Ok(()),
        }
    }
}
