//! git, as the store wants to ask it about notebooks.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::git::Repo;
use crate::git::place::GitDir;
use crate::store::format::Sides;
use crate::store::history::{Activity, History, Moment};

/// How long git must have left its files alone before they count as settled: between two of
/// its steps nothing shows that it is not done.
pub(crate) const REST: Duration = Duration::from_secs(1);

/// The repository around a desk, where there is one.
#[derive(Debug)]
pub struct GitHistory {
    desk: PathBuf,
    place: Option<GitDir>,
    rest: Duration,
    /// The commit as of a mark, so that git runs once for all notebooks.
    commit: Mutex<Option<(u64, Option<String>)>>,
}

impl GitHistory {
    /// Of the repository that holds this folder.
    pub fn of(desk: &Path, rest: Duration) -> Self {
        let desk = desk.canonicalize().unwrap_or_else(|_| desk.to_owned());
        Self { place: GitDir::find(&desk), desk, rest, commit: Mutex::default() }
    }

    fn repo(&self) -> Option<Repo> {
        self.place.as_ref()?;
        Repo::discover(&self.desk).ok()
    }
}

impl History for GitHistory {
    fn sides(&self, path: &Path) -> Option<Sides> {
        let stages = self.repo()?.stages(path).ok()?;
        Some(Sides { base: stages.base, ours: stages.ours, theirs: stages.theirs })
    }

    fn moment(&self) -> Moment {
        let Some(place) = &self.place else { return Moment::default() };
        let activity = if place.is_working(self.rest) {
            Activity::Working
        } else if place.is_paused() {
            Activity::Paused
        } else {
            Activity::Resting
        };
        Moment { activity, mark: place.mark() }
    }

    fn commit(&self) -> Option<String> {
        let mark = self.place.as_ref()?.mark();
        let mut known = self.commit.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, commit)) = known.as_ref().filter(|(then, _)| *then == mark) {
            return commit.clone();
        }
        let commit = self.repo()?.head().ok().flatten();
        *known = Some((mark, commit.clone()));
        commit
    }

    fn versions(&self, commit: Option<&str>, path: &Path) -> Vec<Option<Vec<u8>>> {
        // Where HEAD was, as each kind of command leaves it; and the index, which has no name.
        let places = [commit.unwrap_or("none"), "ORIG_HEAD", "HEAD@{1}", "HEAD", ""];
        let read = self.repo().and_then(|repo| repo.versions(path, &places).ok());
        read.unwrap_or_default()
    }

    fn has(&self, path: &Path) -> bool {
        let read = self.repo().and_then(|repo| repo.versions(path, &["HEAD", ""]).ok());
        read.is_some_and(|versions| versions.iter().any(Option::is_some))
    }
}
