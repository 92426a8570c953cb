//! Sharing one's work: commit one's own paths, take over what others did, push.
//!
//! Never: force, rebase, reset, stash, clean, amend, a checkout of files, a path of others, a
//! hook skipped, a setting changed. What cannot be done so is told, and nothing is changed.

use std::path::{Path, PathBuf};

use super::call::{Call, lines_of_nul, path_from};
use super::place::GitDir;
use super::{Error, Repo};

/// Pushes that are tried before it is left to the next time.
pub(crate) const TRIES: usize = 8;

/// Why nothing was shared.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SyncError {
    /// A merge, rebase or the like waits for a person.
    #[error("a merge, rebase or the like is under way in this clone")]
    UnderWay,
    /// No branch is checked out.
    #[error("no branch is checked out (detached HEAD)")]
    Detached,
    /// The branch follows none.
    #[error("the branch `{0}` follows no branch of a remote")]
    NoUpstream(String),
    /// Paths of others wait for a commit.
    #[error("others' paths are staged for a commit: {0}")]
    Staged(String),
    /// The remote does not answer.
    #[error("cannot fetch: {0}")]
    Unreached(String),
    /// Others' changes do not go together with ours: what git says.
    #[error("cannot merge, and changed nothing: {0}")]
    Unmerged(String),
    /// These files were changed here and by others; each with who changed it there.
    #[error("cannot merge what others changed, too, and changed nothing: {0}")]
    OnBothSides(String),
    /// The push was refused, and not because others were faster.
    #[error("cannot push: {0}")]
    Refused(String),
    /// Others were faster, again and again.
    #[error("others pushed at the same time, {TRIES} times: it goes out with the next sync")]
    Later,
    /// git could not be run, or refused something else.
    #[error(transparent)]
    Git(#[from] Error),
}

impl SyncError {
    /// What to do about it.
    pub(crate) const fn hint(&self) -> &'static str {
        match self {
            Self::UnderWay => "finish it (`git status` says how), then sync again",
            Self::Detached => "`git switch BRANCH` takes a branch",
            Self::NoUpstream(_) => "`git push -u origin BRANCH`, once, makes it follow one",
            Self::Staged(_) => "commit them yourself, or `git restore --staged` them",
            Self::Unreached(_) => "nothing was changed; see the network and `git remote -v`",
            Self::Unmerged(_) | Self::OnBothSides(_) => {
                "`git merge`, settle the file, `git commit -a`, then sync again; your work is committed here"
            }
            Self::Refused(_) => "your work is committed here; see who may push",
            Self::Later => "your work is committed here; sync again",
            Self::Git(_) => "see `git status`",
        }
    }
}

/// What is to be shared, and how.
pub(crate) struct Sync<'a> {
    /// The clone.
    pub repo: &'a Repo,
    /// One's own files and folders, absolute: nothing else is committed.
    pub own: &'a [PathBuf],
    /// The message of the commit.
    pub message: &'a str,
    /// The command that merges notebooks.
    pub driver: &'a str,
    /// Only tells the commands that change something.
    pub dry: bool,
    /// Hears every command that changes something, before it is run.
    pub tell: &'a mut dyn FnMut(&str),
    /// Waits before a push is tried again; the number of tries so far.
    pub wait: &'a mut dyn FnMut(usize),
}

/// What was shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Synced {
    /// One's own files that were committed.
    pub committed: usize,
    /// The files of others that came, below the top folder.
    pub received: Vec<PathBuf>,
    /// Whether something went out.
    pub pushed: bool,
    /// How many pushes were tried.
    pub tries: usize,
}

/// The branch and the one it follows.
struct Branches {
    remote: String,
    /// The name on the remote.
    merge: String,
}

impl Repo {
    /// One's own files that differ from the last commit, absolute.
    ///
    /// # Errors
    ///
    /// When git cannot be run.
    pub(crate) fn unsaved(&self, own: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
        let mut call = Call::acting(self.root(), "status").args([
            "--porcelain=v1",
            "-z",
            "--no-renames",
            "--untracked-files=all",
            "--",
        ]);
        for path in own {
            call = call.arg(path);
        }
        let answer = call.success()?;
        let name = |line: &[u8]| line.get(3..).map(|name| self.root().join(path_from(name)));
        Ok(lines_of_nul(&answer).filter_map(name).collect())
    }

    /// Whether the index, which the next commit is made of, has anything at a path.
    fn has_staged(&self, path: &Path) -> Result<bool, Error> {
        let call = Call::reading(self.root(), "ls-files").args(["--cached", "-z", "--"]);
        Ok(!call.arg(path).success()?.is_empty())
    }

    /// How many commits the branch is behind the one it follows, as of the last fetch, and ahead.
    ///
    /// # Errors
    ///
    /// When git cannot be run, or the branch follows none.
    pub(crate) fn distance(&self) -> Result<(usize, usize), Error> {
        let call = Call::reading(self.root(), "rev-list");
        let call = call.args(["--count", "--left-right", "@{upstream}...HEAD"]);
        let answer = call.success()?;
        let text = String::from_utf8_lossy(&answer);
        let mut numbers = text.split_whitespace().map(|n| n.parse().unwrap_or(0));
        Ok((numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)))
    }
}

impl Sync<'_> {
    /// Shares the work.
    ///
    /// # Errors
    ///
    /// See [`SyncError`]. Whatever happens, nothing that anybody decided is lost.
    pub(crate) fn run(&mut self) -> Result<Synced, SyncError> {
        let branches = self.ready()?;
        let fetch =
            self.acting("fetch").args(["--quiet", "--no-recurse-submodules"]).arg(&branches.remote);
        self.act(fetch).map_err(|error| SyncError::Unreached(said(&error)))?;
        let mut synced = Synced::default();
        // Nothing of one's own is out yet: what others did comes first, so that no merge is needed.
        // Where a file was changed on both sides, git refuses and changes nothing.
        let (behind, ahead) = self.repo.distance()?;
        if behind > 0 && ahead == 0 {
            match self.merge() {
                Ok(received) => synced.received.extend(received),
                Err(SyncError::Unmerged(_) | SyncError::OnBothSides(_)) => {}
                Err(error) => return Err(error),
            }
        }
        let unsaved = self.repo.unsaved(self.own)?;
        if !unsaved.is_empty() {
            self.commit(&unsaved)?;
            synced.committed = unsaved.len();
        }
        while synced.tries < TRIES {
            synced.received.extend(self.merge()?);
            let ahead = self.repo.distance()?.1;
            if ahead == 0 && !(self.dry && synced.committed > 0) {
                return Ok(synced);
            }
            synced.tries += 1;
            let target = format!("HEAD:{}", branches.merge);
            let push = self
                .acting("push")
                .args(["--quiet", "--no-recurse-submodules"])
                .arg(&branches.remote)
                .arg(target);
            match self.act(push) {
                Ok(()) => {
                    synced.pushed = !self.dry;
                    return Ok(synced);
                }
                Err(error) if is_race(&error) => {
                    (self.wait)(synced.tries);
                    let fetch = self
                        .acting("fetch")
                        .args(["--quiet", "--no-recurse-submodules"])
                        .arg(&branches.remote);
                    self.act(fetch).map_err(|error| SyncError::Unreached(said(&error)))?;
                }
                Err(error) => return Err(SyncError::Refused(said(&error))),
            }
        }
        Err(SyncError::Later)
    }

    /// Whether this clone is in a state to be shared from, and with what.
    fn ready(&self) -> Result<Branches, SyncError> {
        let root = self.repo.root();
        if GitDir::find(root).is_some_and(|git| git.is_paused()) {
            return Err(SyncError::UnderWay);
        }
        let head =
            Call::reading(root, "symbolic-ref").args(["--quiet", "--short", "HEAD"]).output()?;
        if !head.ok {
            return Err(SyncError::Detached);
        }
        let branch = line(&head.bytes);
        let setting = |name: &str| self.repo.config(&format!("branch.{branch}.{name}"));
        let (Some(remote), Some(merge)) = (setting("remote")?, setting("merge")?) else {
            return Err(SyncError::NoUpstream(branch));
        };
        let followed = Call::reading(root, "rev-parse")
            .args(["--verify", "--quiet", "@{upstream}^{commit}"])
            .output()?;
        if !followed.ok {
            return Err(SyncError::NoUpstream(branch));
        }
        let staged = Call::reading(root, "diff-index")
            .args(["--cached", "--name-only", "--no-renames", "-z", "HEAD", "--"])
            .success()?;
        let others = lines_of_nul(&staged).map(path_from).find(|name| {
            let path = root.join(name);
            !self.own.iter().any(|own| path.starts_with(own))
        });
        match others {
            Some(path) => Err(SyncError::Staged(path.display().to_string())),
            None => Ok(Branches { remote, merge }),
        }
    }

    fn commit(&mut self, unsaved: &[PathBuf]) -> Result<(), SyncError> {
        let mut add = self.acting("add").arg("--all").arg("--");
        let mut is_staged = true;
        for own in self.own.iter().filter(|own| unsaved.iter().any(|path| path.starts_with(own))) {
            // git refuses a path that is neither there nor in its index: what `git mv` has moved away.
            if own.exists() || self.repo.has_staged(own)? {
                add = add.arg(own);
                is_staged = false;
            }
        }
        if !is_staged {
            self.act(add)?;
        }
        let commit = self.acting("commit").arg("--quiet").arg("-m").arg(self.message);
        Ok(self.act(commit)?)
    }

    /// Takes over what was fetched, and gives the files of others that came.
    fn merge(&mut self) -> Result<Vec<PathBuf>, SyncError> {
        let (behind, ahead) = self.repo.distance()?;
        if behind == 0 {
            return Ok(Vec::new());
        }
        let before = self.repo.head()?;
        let settings = [
            ("merge.claimdesk.name", "claimdesk notebooks"),
            ("merge.claimdesk.driver", self.driver),
        ];
        let merge = Call::acting_with(self.repo.root(), &settings, "merge");
        let merge = merge.args(["--quiet", "--no-edit", "--no-autostash"]);
        let merge = merge.arg(if ahead == 0 { "--ff-only" } else { "--ff" }).arg("@{upstream}");
        if let Err(error) = self.act(merge) {
            // A merge that never began needs no end.
            if !GitDir::find(self.repo.root()).is_some_and(|git| git.is_paused()) {
                return Err(SyncError::Unmerged(said(&error)));
            }
            // git names them where nobody listens.
            let both = self.changed_on_both_sides()?;
            let abort = self.acting("merge").arg("--abort");
            self.act(abort)?;
            return Err(match both.is_empty() {
                true => SyncError::Unmerged(said(&error)),
                false => SyncError::OnBothSides(both.join(", ")),
            });
        }
        let (Some(before), false) = (before, self.dry) else { return Ok(Vec::new()) };
        let answer = Call::reading(self.repo.root(), "diff-tree")
            .args(["-r", "--name-only", "--no-renames", "-z"])
            .arg(before)
            .arg("HEAD")
            .success()?;
        Ok(lines_of_nul(&answer).map(path_from).collect())
    }

    /// The files, below the top folder, that a merge under way could not settle, with who changed each elsewhere.
    fn changed_on_both_sides(&self) -> Result<Vec<String>, Error> {
        let answer = Call::reading(self.repo.root(), "diff-files")
            .args(["--name-only", "--diff-filter=U", "-z"])
            .success()?;
        let mut paths: Vec<_> = lines_of_nul(&answer).map(path_from).collect();
        paths.dedup();
        let told = |path: &PathBuf| {
            let call = Call::reading(self.repo.root(), "log").args([
                "--format=%an",
                "HEAD..@{upstream}",
                "--",
            ]);
            let answer = String::from_utf8_lossy(&call.arg(path).success()?).into_owned();
            let mut people: Vec<_> = answer.lines().collect();
            people.sort_unstable();
            people.dedup();
            Ok(format!("{} ({})", path.display(), people.join(", ")))
        };
        paths.iter().map(told).collect()
    }

    fn acting(&self, name: &'static str) -> Call {
        Call::acting(self.repo.root(), name)
    }

    /// Runs what changes something, once it was told.
    fn act(&mut self, call: Call) -> Result<(), Error> {
        (self.tell)(&call.shown());
        if self.dry { Ok(()) } else { call.success().map(drop) }
    }
}

/// Whether a push was refused because somebody else was faster.
fn is_race(error: &Error) -> bool {
    let words = [
        "fetch first",
        "non-fast-forward",
        "cannot lock ref",
        "failed to update ref",
        "incorrect old value",
    ];
    matches!(error, Error::Failed { message, .. } if words.iter().any(|w| message.contains(w)))
}

/// What git said, alone and on one line.
fn said(error: &Error) -> String {
    match error {
        Error::Failed { message, .. } => {
            let lines: Vec<_> = message.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
            lines.join("; ")
        }
        other => other.to_string(),
    }
}

fn line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim().to_owned()
}

/// The programs that this clone's own settings and hooks would run during a sync, each with
/// where it is named. What the user's own settings name is the user's choice.
///
/// # Errors
///
/// When git cannot be run.
pub(crate) fn programs(repo: &Repo) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    for scope in ["--local", "--worktree"] {
        let answer =
            Call::reading(repo.root(), "config").arg(scope).args(["--list", "-z"]).output()?;
        for entry in lines_of_nul(if answer.ok { &answer.bytes } else { &[] }) {
            let entry = String::from_utf8_lossy(entry);
            let (key, value) = entry.split_once('\n').unwrap_or((&entry, ""));
            let told = format!("{key} = {value}");
            if names_program(key, value) && !found.contains(&told) {
                found.push(told);
            }
        }
    }
    found.extend(GitDir::find(repo.root()).map(|git| git.hooks()).unwrap_or_default());
    Ok(found)
}

/// Whether a setting makes git run a program, or read settings from elsewhere.
fn names_program(key: &str, value: &str) -> bool {
    let (section, name) = (key.split('.').next().unwrap_or_default(), key.rsplit('.').next());
    let name = name.unwrap_or_default();
    match section {
        "core" => {
            let named = ["hookspath", "sshcommand", "gitproxy", "askpass", "alternaterefscommand"];
            named.contains(&name)
                || (name == "fsmonitor" && !matches!(value, "true" | "false" | ""))
        }
        "filter" => matches!(name, "clean" | "smudge" | "process"),
        "merge" => name == "driver" && !key.starts_with("merge.claimdesk."),
        "diff" => matches!(name, "command" | "textconv" | "external"),
        "credential" => name == "helper",
        "gpg" => matches!(name, "program" | "defaultkeycommand"),
        "remote" => {
            matches!(name, "uploadpack" | "receivepack" | "vcs") || value.starts_with("ext::")
        }
        "include" | "includeif" | "url" | "protocol" => true,
        _ => false,
    }
}
