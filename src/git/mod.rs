//! The system's git, called as a program: the old texts of articles, the
//! sides of a conflict, the user's name, the merge driver's settings.
//!
//! Everything here is a convenience: without git, or outside a repository,
//! the caller gets an [`Error`] as a value and goes on. git is run without a
//! shell, a pager and a prompt; where nobody asked for more than to read, also without the
//! network, locks, and any program that the repository names (see `call`).

mod call;
mod clone;
pub(crate) mod log;
pub(crate) mod place;
pub(crate) mod stand;
pub(crate) mod sync;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::core::annotation::BlobId;
use call::{Call, lines_of_nul, path_from};

/// Why git did not answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No program called `git` is installed.
    #[error("git is not installed")]
    NoGit,
    /// The folder is not inside a working tree.
    #[error("{} is not inside a git repository", .0.display())]
    NoRepository(PathBuf),
    /// It knows no commit by this name.
    #[error("git knows no commit `{0}`")]
    NoCommit(String),
    /// git refused.
    #[error("git {command} failed: {message}")]
    Failed {
        /// The subcommand that was run.
        command: &'static str,
        /// What git said.
        message: String,
    },
    /// git could not be run, or its answer not be read.
    #[error("git {command}: {source}")]
    Io {
        /// The subcommand that was run.
        command: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
}

/// What git says of its version; it is asked in a folder, for none is without one.
///
/// # Errors
///
/// When git cannot be run.
pub(crate) fn version(dir: &Path) -> Result<String, Error> {
    let bytes = Call::reading(dir, "version").success()?;
    Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
}

/// The three sides of a file in conflict, as far as each exists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stages {
    /// What both sides started from.
    pub base: Option<Vec<u8>>,
    /// Our side.
    pub ours: Option<Vec<u8>>,
    /// The side that is merged in.
    pub theirs: Option<Vec<u8>>,
}

/// A repository with a working tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repo {
    root: PathBuf,
}

impl Repo {
    /// The repository whose working tree holds `dir`.
    ///
    /// # Errors
    ///
    /// [`Error::NoGit`] and [`Error::NoRepository`] are the everyday ones.
    pub fn discover(dir: &Path) -> Result<Self, Error> {
        let answer = Call::reading(dir, "rev-parse").arg("--show-toplevel").output()?;
        if !answer.ok {
            let known = [
                "not a git repository",
                "must be run in a work tree",
                "cannot use bare repository",
            ];
            if known.iter().any(|words| answer.message.contains(words)) {
                return Err(Error::NoRepository(dir.to_owned()));
            }
            return Err(answer.failed());
        }
        let line = answer.bytes.strip_suffix(b"\n").unwrap_or(&answer.bytes);
        let root = path_from(line);
        // A prepared repository may claim a working tree elsewhere.
        if !dir.canonicalize().is_ok_and(|dir| dir.starts_with(&root)) {
            return Err(Error::NoRepository(dir.to_owned()));
        }
        Ok(Self { root })
    }

    /// The top folder of the working tree.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The contents of some blobs, in their order; none for one that the repository does
    /// not have. One process reads them all.
    ///
    /// # Errors
    ///
    /// When git cannot be run or breaks off.
    pub fn read_blobs(&self, ids: &[BlobId]) -> Result<Vec<Option<Vec<u8>>>, Error> {
        let known: Vec<&str> = ids.iter().map(|id| id.0.as_str()).filter(|id| is_id(id)).collect();
        if known.is_empty() {
            return Ok(vec![None; ids.len()]);
        }
        let mut found =
            Call::reading(&self.root, "cat-file").arg("--batch").batch(&known)?.into_iter();
        let answer = |id: &BlobId| if is_id(&id.0) { found.next().flatten() } else { None };
        Ok(ids.iter().map(answer).collect())
    }

    /// The id of the commit that the working tree stands on; none before the first.
    ///
    /// # Errors
    ///
    /// When git cannot be run.
    pub(crate) fn head(&self) -> Result<Option<String>, Error> {
        let call = Call::reading(&self.root, "rev-parse");
        let answer = call.args(["--verify", "--quiet", "HEAD^{commit}"]).output()?;
        let id = String::from_utf8_lossy(&answer.bytes).trim().to_owned();
        Ok(Some(id).filter(|id| answer.ok && is_id(id)))
    }

    /// What a file held in some revisions, as git names them, the empty name being the index.
    /// One process reads them all.
    ///
    /// # Errors
    ///
    /// When git cannot be run or breaks off.
    pub(crate) fn versions(
        &self,
        path: &Path,
        revisions: &[&str],
    ) -> Result<Vec<Option<Vec<u8>>>, Error> {
        let files: Vec<_> = revisions.iter().map(|revision| (*revision, path)).collect();
        self.files(&files)
    }

    /// What files held, each in a revision, as for [`Self::versions`].
    ///
    /// # Errors
    ///
    /// When git cannot be run or breaks off.
    pub(crate) fn files(&self, files: &[(&str, &Path)]) -> Result<Vec<Option<Vec<u8>>>, Error> {
        let name = |(revision, path): &(&str, &Path)| {
            let below = path.strip_prefix(&self.root).ok().and_then(Path::to_str);
            // Names of objects are given a line each; an empty one names none.
            let below = below.filter(|name| !name.contains('\n'));
            let below = below.map(|name| name.replace(std::path::MAIN_SEPARATOR, "/"));
            below.map_or_else(String::new, |below| format!("{revision}:{below}"))
        };
        let names: Vec<_> = files.iter().map(name).collect();
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        Call::reading(&self.root, "cat-file").arg("--batch").batch(&names)
    }

    /// The sides of a file in conflict; all empty when it is in none. `path` is absolute
    /// or relative to the top folder.
    ///
    /// # Errors
    ///
    /// When git cannot be run, or `path` lies outside the working tree.
    pub fn stages(&self, path: &Path) -> Result<Stages, Error> {
        let call =
            Call::reading(&self.root, "ls-files").args(["--unmerged", "-z", "--full-name", "--"]);
        let answer = call.arg(path).success()?;
        let mut sides: [Option<BlobId>; 3] = [const { None }; 3];
        let mut file: Option<&[u8]> = None;
        for line in lines_of_nul(&answer) {
            let Some((fields, name)) = split_at_tab(line) else { continue };
            if *file.get_or_insert(name) != name {
                // A folder was asked for.
                return Ok(Stages::default());
            }
            let mut fields = fields.split(' ').skip(1);
            let (Some(id), Some(stage)) = (fields.next(), fields.next()) else { continue };
            let side = stage.parse::<usize>().ok().and_then(|n| sides.get_mut(n.wrapping_sub(1)));
            if let Some(side) = side {
                *side = Some(BlobId(id.to_owned()));
            }
        }
        let none = || BlobId(String::new());
        let mut texts = self.read_blobs(&sides.map(|side| side.unwrap_or_else(none)))?.into_iter();
        let mut next = || texts.next().flatten();
        Ok(Stages { base: next(), ours: next(), theirs: next() })
    }

    /// The files below a folder that git knows and a sparse checkout leaves out of
    /// the working tree, as absolute paths.
    ///
    /// # Errors
    ///
    /// When git cannot be run, or the folder lies outside the working tree.
    pub(crate) fn left_out(&self, folder: &Path) -> Result<HashSet<PathBuf>, Error> {
        let call = Call::reading(&self.root, "ls-files").args(["-t", "-z", "--full-name", "--"]);
        let answer = call.arg(folder).success()?;
        let skipped = lines_of_nul(&answer).filter_map(|line| line.strip_prefix(b"S "));
        Ok(skipped.map(|name| self.root.join(path_from(name))).collect())
    }

    /// Gives a file that git has another name.
    ///
    /// # Errors
    ///
    /// When git cannot be run or refuses.
    pub(crate) fn rename(&self, from: &Path, to: &Path) -> Result<(), Error> {
        Call::acting(&self.root, "mv").args(["--"]).arg(from).arg(to).success().map(drop)
    }

    /// A setting as it holds in this repository.
    ///
    /// # Errors
    ///
    /// When git cannot be run or the key is no key.
    pub fn config(&self, key: &str) -> Result<Option<String>, Error> {
        config(&self.root, key)
    }

    /// Sets a setting of this clone alone.
    ///
    /// # Errors
    ///
    /// When git cannot be run, the key is no key, or the file cannot be written.
    pub fn set_config(&self, key: &str, value: &str) -> Result<(), Error> {
        let call = Call::acting(&self.root, "config").args(["--local", "--replace-all", "--"]);
        call.arg(key).arg(value).success().map(drop)
    }
}

/// The name the user gave to git, as it holds in `dir`, be that a repository or not.
///
/// # Errors
///
/// When git cannot be run.
pub fn user_name(dir: &Path) -> Result<Option<String>, Error> {
    let name = config(dir, "user.name")?;
    Ok(name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()))
}

fn config(dir: &Path, key: &str) -> Result<Option<String>, Error> {
    let answer = Call::reading(dir, "config").args(["-z", "--get", "--"]).arg(key).output()?;
    // One means: not set.
    match answer.code {
        Some(0) => {
            let value = answer.bytes.strip_suffix(b"\0").unwrap_or(&answer.bytes);
            Ok(Some(String::from_utf8_lossy(value).into_owned()))
        }
        Some(1) if answer.message.is_empty() => Ok(None),
        _ => Err(answer.failed()),
    }
}

/// Whether these are the digits of an object id (SHA-1 or SHA-256), and nothing else.
fn is_id(id: &str) -> bool {
    matches!(id.len(), 40 | 64) && id.bytes().all(|b| b.is_ascii_hexdigit())
}

fn split_at_tab(line: &[u8]) -> Option<(&str, &[u8])> {
    let tab = line.iter().position(|&b| b == b'\t')?;
    Some((std::str::from_utf8(&line[..tab]).ok()?, &line[tab + 1..]))
}
