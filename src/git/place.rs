//! Where a repository keeps its own files, and what their dates tell: without running git, since
//! it is asked before each look at a notebook.

use std::fs::{self, Metadata};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::core::annotation::BlobId;

/// What git replaces when it replaces files of the working tree.
const TOUCHED: [&str; 5] = ["index", "HEAD", "logs/HEAD", "ORIG_HEAD", "refs/stash"];

/// What stands there while a command of several steps is not through.
const UNDER_WAY: [&str; 7] = [
    "MERGE_HEAD",
    "MERGE_AUTOSTASH",
    "rebase-merge",
    "rebase-apply",
    "CHERRY_PICK_HEAD",
    "REVERT_HEAD",
    "BISECT_START",
];

/// The folder where git keeps what belongs to one working tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GitDir(PathBuf);

impl GitDir {
    /// The one of the working tree that holds `dir`, if there is one.
    pub(crate) fn find(dir: &Path) -> Option<Self> {
        dir.ancestors().map(|folder| folder.join(".git")).find_map(|git| {
            if git.is_dir() {
                return git.join("HEAD").is_file().then_some(Self(git));
            }
            // In a further working tree, a line says where.
            let short = git.metadata().is_ok_and(|meta| meta.is_file() && meta.len() < 8192);
            let text = short.then(|| fs::read_to_string(&git).ok()).flatten()?;
            let folder = git.parent()?.join(text.trim().strip_prefix("gitdir: ")?);
            folder.join("HEAD").is_file().then_some(Self(folder))
        })
    }

    /// Whether git replaces files now: it has locked its index, or takes them up into a stash, or did within the time it is
    /// given to `rest`.
    pub(crate) fn is_working(&self, rest: Duration) -> bool {
        let is_recent = |meta: Metadata| {
            let age = meta.modified().ok().and_then(|at| at.elapsed().ok());
            // What is dated in the future says nothing.
            age.is_some_and(|age| age < rest)
        };
        self.0.join("index.lock").exists()
            || self.stashes()
            || TOUCHED.iter().any(|name| self.meta(name).is_some_and(is_recent))
    }

    /// Whether a stash is being made, in an index of its own. A file that grows meanwhile is taken up
    /// cut short.
    fn stashes(&self) -> bool {
        let entries = fs::read_dir(&self.0).into_iter().flatten().flatten();
        entries.into_iter().any(|entry| {
            entry.file_name().to_str().is_some_and(|name| name.starts_with("index.stash."))
        })
    }

    /// Whether a merge, rebase or the like waits for a person to go on.
    pub(crate) fn is_paused(&self) -> bool {
        UNDER_WAY.iter().any(|name| self.0.join(name).exists())
    }

    /// The hooks that git would run, each as its file and what git would call its contents: another
    /// content is another hook.
    pub(crate) fn hooks(&self) -> Vec<String> {
        // A further working tree has the hooks of the first.
        let common = fs::read_to_string(self.0.join("commondir")).ok();
        let folder = common.map_or_else(|| self.0.clone(), |common| self.0.join(common.trim()));
        let Ok(entries) = fs::read_dir(folder.join("hooks")) else { return Vec::new() };
        let files = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file());
        let real = files.filter(|path| path.extension().is_none_or(|end| end != "sample"));
        let named = real.map(|path| {
            let id = fs::read(&path).map(|bytes| BlobId::of(&bytes).0).unwrap_or_default();
            format!("{} {id}", path.display())
        });
        let mut hooks: Vec<_> = named.collect();
        hooks.sort_unstable();
        hooks
    }

    /// Another number after each command that may have replaced files.
    pub(crate) fn mark(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for name in TOUCHED {
            let stamp = self.meta(name).map(|meta| (meta.modified().ok(), meta.len()));
            stamp.hash(&mut hasher);
        }
        hasher.finish()
    }

    fn meta(&self, name: &str) -> Option<Metadata> {
        self.0.join(name).metadata().ok()
    }
}
