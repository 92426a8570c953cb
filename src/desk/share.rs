//! Sharing a desk through git: what of it is one's own, what the commit says, what came.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use super::Library;
use crate::core::annotation::{BlobId, Notebook};
use crate::git::sync::{Sync, SyncError, Synced, programs};
use crate::git::{Error, Repo};
use crate::store::desk::Desk;
use crate::store::format::{self, Repair};
use crate::store::notebook::NotebookFile;
use crate::store::refusal::Refusal;
use crate::store::session::State;

/// A desk ready to be shared.
pub(crate) struct Share<'a> {
    desk: &'a Desk,
    repo: Repo,
    /// One's own folders and files.
    own: Vec<PathBuf>,
    /// Those of them that differ from the last commit.
    unsaved: Vec<PathBuf>,
    /// What the clone's own settings and hooks would make git run.
    programs: Vec<String>,
}

/// What was shared, for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shared {
    /// One's own files that were committed.
    pub committed: usize,
    /// How many files came from each person; articles and the like under an empty name.
    pub received: BTreeMap<String, usize>,
    /// Whether something went out.
    pub pushed: bool,
    /// How many pushes were tried.
    pub tries: usize,
}

/// Why nothing was shared.
#[derive(Debug)]
pub(crate) enum Unshared {
    /// One of the notebooks that would be committed is broken, as git or a person left it.
    Broken(Box<NotebookFile>),
    /// git did not do it.
    Git(SyncError),
}

impl<'a> Share<'a> {
    /// Looks at what is to be shared: one's own folder, what this clone wrote for all (`state`
    /// knows it), and what is named besides.
    ///
    /// # Errors
    /// Where there is no repository, or git cannot be run.
    pub(crate) fn of(
        library: &'a Library,
        state: Option<&State>,
        more: &[PathBuf],
    ) -> Result<Self, Error> {
        let desk = library.desk();
        let repo = Repo::discover(desk.root())?;
        // Before anything that a prepared `.git` could make git run.
        let programs = programs(&repo)?;
        let mut own = vec![desk.annotations().join(library.annotator().slug())];
        let wrote = state.map(State::wrote).unwrap_or_default();
        own.extend(wrote.into_iter().filter(|path| path.starts_with(desk.root())));
        own.extend(more.iter().cloned());
        Ok(Self { desk, repo, own, unsaved: Vec::new(), programs })
    }

    /// What the clone's own settings and hooks would make git run, unless the person has agreed to
    /// exactly that.
    pub(crate) fn distrusted(&self, state: Option<&State>) -> &[String] {
        match state {
            Some(state) if state.trusts(&self.programs) => &[],
            _ => &self.programs,
        }
    }

    /// What the clone's own settings and hooks would make git run.
    pub(crate) fn programs(&self) -> &[String] {
        &self.programs
    }

    /// One's own files that differ from the last commit, told without running anything that the
    /// clone names.
    ///
    /// # Errors
    /// When git cannot be run.
    pub(crate) fn differing(&self) -> Result<Vec<PathBuf>, Error> {
        let mut known = HashMap::new();
        if self.repo.head()?.is_some() {
            for own in &self.own {
                known.extend(self.repo.tree("HEAD", own)?);
            }
        }
        let folder = &self.own[0];
        let slug = folder.file_name().unwrap_or_default().to_string_lossy();
        let books = self.desk.notebooks_of(&slug).into_iter().map(|found| found.path);
        let all = books.chain(self.own[1..].iter().filter(|path| path.is_file()).cloned());
        let mut differing: Vec<_> = all
            .filter(|path| {
                let committed = known.remove(path);
                let now = self.desk.bytes_of(path).map(|bytes| BlobId::of(&bytes));
                committed.is_none() || now.is_some_and(|now| Some(now) != committed)
            })
            .collect();
        // What is left is gone.
        differing.extend(known.into_keys().filter(|path| !path.exists()));
        Ok(differing)
    }

    /// Looks at what differs from the last commit: this runs git as the clone is set up.
    ///
    /// # Errors
    /// When git cannot be run.
    pub(crate) fn look(&mut self) -> Result<&[PathBuf], Error> {
        // What is gone may be an article's former name.
        self.unsaved = self.repo.unsaved(&self.own)?;
        Ok(&self.unsaved)
    }

    /// `claimdesk: 12 verdicts on 3 articles, 1 other file`, or `claimdesk: 2 files`.
    pub(crate) fn message(&self) -> String {
        let (mut articles, mut verdicts) = (0, 0);
        for path in self.unsaved.iter().filter(|path| path.starts_with(self.desk.annotations())) {
            let before = self.repo.versions(path, &["HEAD"]);
            let before = before.ok().and_then(|mut all| all.pop().flatten());
            let (before, now) = (notebook(before), self.now(path));
            let ids = before.annotations.keys().chain(now.annotations.keys());
            let changed: BTreeSet<_> =
                ids.filter(|id| before.annotations.get(id) != now.annotations.get(id)).collect();
            articles += 1;
            verdicts += changed.len();
        }
        let counted = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        let work = format!("{} on {}", counted(verdicts, "verdict"), counted(articles, "article"));
        match (articles, self.unsaved.len() - articles) {
            (0, files) => format!("claimdesk: {}", counted(files, "file")),
            (_, 0) => format!("claimdesk: {work}"),
            (_, others) => format!("claimdesk: {work}, {}", counted(others, "other file")),
        }
    }

    /// A notebook that would be committed, but that nobody could read, or that has to be put in order first:
    /// what a person has to settle in a sound file is shared as it is.
    fn broken(&self) -> Option<NotebookFile> {
        let own = self.unsaved.iter().filter(|path| path.starts_with(self.desk.annotations()));
        let mut files = own.filter_map(|path| self.file(path));
        files.find(|file| {
            let is_damage = |repair: &Repair| {
                matches!(
                    repair,
                    Repair::ConflictMarkers
                        | Repair::Structure
                        | Repair::CutShort
                        | Repair::DoubledEntry(_)
                        | Repair::DoubledField(..)
                )
            };
            file.refusal().is_some_and(Refusal::hides) || file.repairs().iter().any(is_damage)
        })
    }

    /// Shares it; `tell` hears every command that changes something, `wait` waits before a push is
    /// tried again.
    ///
    /// # Errors
    /// See [`Unshared`].
    pub(crate) fn run(
        &self,
        message: &str,
        driver: &str,
        dry: bool,
        tell: &mut dyn FnMut(&str),
        wait: &mut dyn FnMut(usize),
    ) -> Result<Shared, Unshared> {
        if let Some(file) = self.broken() {
            return Err(Unshared::Broken(Box::new(file)));
        }
        let (repo, own) = (&self.repo, &*self.own);
        let synced = Sync { repo, own, message, driver, dry, tell, wait }.run();
        let Synced { committed, received, pushed, tries } = synced.map_err(Unshared::Git)?;
        let mut by_person = BTreeMap::new();
        for path in received {
            let path = self.repo.root().join(path);
            *by_person.entry(self.person(&path)).or_insert(0) += 1;
        }
        Ok(Shared { committed, received: by_person, pushed, tries })
    }

    /// What a notebook holds now.
    fn now(&self, path: &Path) -> Notebook {
        self.file(path).map(|file| file.notebook().clone()).unwrap_or_default()
    }

    /// The notebook at a path; none where that is no notebook's.
    fn file(&self, path: &Path) -> Option<NotebookFile> {
        let below = path.strip_prefix(self.desk.annotations()).ok().and_then(Path::to_str);
        let below = below?.replace(std::path::MAIN_SEPARATOR, "/");
        let (folder, name) = below.split_once('/')?;
        Some(self.desk.notebook_in(folder, name.strip_suffix(".json")?))
    }

    fn person(&self, path: &Path) -> String {
        let below = path.strip_prefix(self.desk.annotations()).ok();
        let folder = below.and_then(|below| below.iter().next()).map(|name| name.to_string_lossy());
        folder.unwrap_or_default().into_owned()
    }
}

fn notebook(bytes: Option<Vec<u8>>) -> Notebook {
    bytes.and_then(|bytes| format::parse(&bytes).ok()).map(|read| read.notebook).unwrap_or_default()
}
