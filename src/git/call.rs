//! One run of git, of one of two classes.
//!
//! *Reading* is all that happens without being asked for: it must run nothing that a prepared
//! `.git` names, and reach no other machine, also with a git that is older than the variable
//! that forbids it. *Acting* is what a person's command does.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::Error;
use crate::core::typed;

/// A run in the making.
pub(super) struct Call {
    name: &'static str,
    command: Command,
}

/// What a run answered.
pub(super) struct Answer {
    name: &'static str,
    pub(super) ok: bool,
    pub(super) code: Option<i32>,
    pub(super) bytes: Vec<u8>,
    pub(super) message: String,
}

/// Settings that win over those of a repository, so that a reading call runs none of its programs.
/// What is not listed here is run by subcommands that are never read with.
const NOTHING_RUNS: [&str; 12] = [
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.sshCommand=false",
    "core.gitProxy=",
    "core.alternateRefsCommand=false",
    "core.askPass=",
    "credential.helper=",
    "diff.external=",
    "gpg.program=false",
    "protocol.allow=never",
    // A desk that is laid out like a repository without working tree is none.
    "safe.bareRepository=explicit",
    "submodule.recurse=false",
];

/// What every call begins with, before the folder.
const EVERY: [&str; 2] = ["--no-pager", "--literal-pathspecs"];

impl Call {
    /// `git <name>` in the folder `dir`, to read.
    pub(super) fn reading(dir: &Path, name: &'static str) -> Self {
        let mut command = git(dir);
        for setting in NOTHING_RUNS {
            command.args(["-c", setting]);
        }
        command
            .arg(name)
            // No transport at all: a missing object is missing, whatever promised it.
            .env("GIT_ALLOW_PROTOCOL", "none")
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env_remove("GIT_EXTERNAL_DIFF");
        Self { name, command }
    }

    /// `git <name>` in the folder `dir`, on a person's command.
    pub(super) fn acting(dir: &Path, name: &'static str) -> Self {
        let mut command = git(dir);
        command.arg(name);
        Self { name, command }
    }

    /// The same with settings that win over those of files.
    pub(super) fn acting_with(dir: &Path, settings: &[(&str, &str)], name: &'static str) -> Self {
        let mut command = git(dir);
        for (key, value) in settings {
            command.arg("-c").arg(format!("{key}={value}"));
        }
        command.arg(name);
        Self { name, command }
    }

    /// As a person would type it in the repository.
    pub(super) fn shown(&self) -> String {
        let quoted = |arg: &OsStr| typed::word(&arg.to_string_lossy()).into_owned();
        // What every call begins with says nothing.
        let args: Vec<_> = self.command.get_args().skip(EVERY.len() + 2).map(quoted).collect();
        format!("git {}", args.join(" "))
    }

    pub(super) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.command.arg(arg);
        self
    }

    pub(super) fn args(mut self, args: impl IntoIterator<Item = &'static str>) -> Self {
        self.command.args(args);
        self
    }

    /// Runs it and gives its answer, be it a refusal.
    pub(super) fn output(mut self) -> Result<Answer, Error> {
        let output = self.command.output().map_err(|source| could_not(self.name, source))?;
        let message = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        let (ok, code) = (output.status.success(), output.status.code());
        Ok(Answer { name: self.name, ok, code, bytes: output.stdout, message })
    }

    /// Runs it and gives what it wrote; a refusal is an error.
    pub(super) fn success(self) -> Result<Vec<u8>, Error> {
        let answer = self.output()?;
        if answer.ok { Ok(answer.bytes) } else { Err(answer.failed()) }
    }

    /// Runs `cat-file --batch` on some names of objects and gives the blobs among them.
    pub(super) fn batch(mut self, ids: &[&str]) -> Result<Vec<Option<Vec<u8>>>, Error> {
        let name = self.name;
        // Nothing reads the messages, so they must not fill a pipe.
        let child = self.command.stdin(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut child = child.map_err(|source| could_not(name, source))?;
        let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(could_not(name, io::ErrorKind::BrokenPipe.into()));
        };
        let blobs = std::thread::scope(|scope| {
            // git answers while it is still asked: asking must not wait for reading.
            scope.spawn(move || {
                let lines = ids.join("\n") + "\n";
                // When git stops early, reading its answers tells.
                let _ = input.write_all(lines.as_bytes());
            });
            let mut output = BufReader::new(output);
            ids.iter().map(|_| read_object(&mut output)).collect::<io::Result<Vec<_>>>()
        });
        // Otherwise it would be left as a zombie.
        let _ = child.wait();
        blobs.map_err(|source| could_not(name, source))
    }
}

impl Answer {
    pub(super) fn failed(self) -> Error {
        if let Some(name) = unknown_commit(&self.message) {
            return Error::NoCommit(name.to_owned());
        }
        let lines = self.message.lines().map(|line| {
            ["fatal: ", "error: "].iter().find_map(|sign| line.strip_prefix(sign)).unwrap_or(line)
        });
        Error::Failed { command: self.name, message: lines.collect::<Vec<_>>().join("\n") }
    }
}

/// The name that git found no commit for.
fn unknown_commit(message: &str) -> Option<&str> {
    const SAID: [&str; 4] = [
        "bad revision ",
        "Not a valid object name ",
        "ambiguous argument ",
        "Invalid revision range ",
    ];
    let name = |said: &&str| message.split_once(said).map(|(_, rest)| rest);
    let rest = SAID.iter().find_map(name)?.lines().next()?;
    let quoted = rest.strip_prefix('\'').and_then(|rest| rest.split('\'').next());
    Some(quoted.unwrap_or(rest).trim_end_matches(['.', ':']))
}

/// One answer of `cat-file --batch`: `<id> <kind> <size>`, the bytes, a line end; or
/// `<id> missing` and the like, alone.
fn read_object(output: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut head = String::new();
    if output.read_line(&mut head)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    // What was asked for is repeated where it is missing, and may look like anything but an id.
    let fields: Vec<_> = head.trim_end().split(' ').collect();
    let &[id, kind, size] = fields.as_slice() else { return Ok(None) };
    let Some(size) = size.parse::<usize>().ok().filter(|_| super::is_id(id)) else {
        return Ok(None);
    };
    // The contents and the line end after them.
    let mut bytes = Vec::new();
    output.take(size as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() <= size {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    bytes.truncate(size);
    Ok((kind == "blob").then_some(bytes))
}

/// git without pager, prompt, patterns in paths, and words in another language than its callers know.
fn git(dir: &Path) -> Command {
    let mut command = Command::new("git");
    command
        .args(EVERY)
        .arg("-C")
        .arg(dir)
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_NO_REPLACE_OBJECTS", "1")
        // Messages are matched in one case: see `Repo::discover`.
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn could_not(command: &'static str, source: io::Error) -> Error {
    if source.kind() == io::ErrorKind::NotFound {
        return Error::NoGit;
    }
    Error::Io { command, source }
}

/// The records of an answer written with `-z`.
pub(super) fn lines_of_nul(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|&b| b == 0).filter(|line| !line.is_empty())
}

/// A path as git wrote it.
#[cfg(unix)]
pub(super) fn path_from(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

/// A path as git wrote it.
#[cfg(not(unix))]
pub(super) fn path_from(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}
