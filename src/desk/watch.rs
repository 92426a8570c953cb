//! Seeing that files change: the folders are watched, not the files, since a
//! watch on a file goes silent when the file is replaced.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use notify::event::ModifyKind;
use notify::{Config, EventKind, PollWatcher, RecursiveMode, Watcher};

use crate::store::desk::Desk;

/// A file of the desk that changed, came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// An article.
    Article {
        /// Its path below the folder of the articles.
        name: String,
        /// Whether it is a file now that would be listed.
        is_listed: bool,
    },
    /// A notebook.
    Notebook {
        /// Its annotator's folder.
        slug: String,
        /// The article it is about.
        article: String,
    },
    /// A folder of the desk has come (back), and nothing in it is watched yet.
    Folder(Folder),
}

/// A folder of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Folder {
    /// The one of the articles.
    Articles,
    /// The one of the notebooks.
    Notebooks,
}

/// A watch; it ends with the value.
pub(crate) struct Watch {
    /// Kept, since dropping it ends the watch.
    _watcher: Option<Box<dyn Watcher + Send>>,
    /// How changes are seen.
    pub how: How,
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch").field("how", &self.how).finish_non_exhaustive()
    }
}

/// How changes are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// The system tells of them.
    Told,
    /// By looking every few seconds.
    Looking,
    /// Not at all.
    Unseen,
}

/// Time between two looks where the system does not tell of changes.
const POLL: Duration = Duration::from_secs(5);

impl Watch {
    /// Watches articles and notebooks, and tells of each change.
    pub(crate) fn start(desk: &Desk, tell: impl Fn(Change) + Clone + Send + 'static) -> Self {
        let told = teller(desk.clone(), tell);
        let folders = folders(desk);
        let system = notify::recommended_watcher(told.clone());
        let system = system.and_then(|watcher| watching(Box::new(watcher), &folders));
        let (watcher, how) = match system {
            Ok(watcher) => (Ok(watcher), How::Told),
            Err(error) => {
                tracing::warn!("looking every few seconds: {error}");
                let config = Config::default().with_poll_interval(POLL);
                let looks = PollWatcher::new(told, config);
                (looks.and_then(|looks| watching(Box::new(looks), &folders)), How::Looking)
            }
        };
        match watcher {
            Ok(watcher) => Self { _watcher: Some(watcher), how },
            Err(error) => {
                tracing::warn!("changes are not seen: {error}");
                Self { _watcher: None, how: How::Unseen }
            }
        }
    }
}

/// What passes on what a watcher says.
fn teller(
    desk: Desk,
    tell: impl Fn(Change) + Clone + Send + 'static,
) -> impl Fn(notify::Result<notify::Event>) + Clone + Send + 'static {
    move |event| {
        let Ok(event) = event else { return };
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        // More came than the system keeps: what, nobody knows.
        if event.need_rescan() {
            [Folder::Articles, Folder::Notebooks].map(Change::Folder).into_iter().for_each(&tell);
        }
        let came =
            matches!(event.kind, EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_)));
        if came {
            let folders = event.paths.iter().filter_map(|path| folder(&desk, path));
            folders.map(Change::Folder).for_each(&tell);
        }
        event.paths.iter().filter_map(|path| change(&desk, path)).for_each(&tell);
    }
}

/// Which folder of the desk a path is, of those that are watched for themselves.
fn folder(desk: &Desk, path: &Path) -> Option<Folder> {
    let both = [(desk.seeds(), Folder::Articles), (desk.annotations(), Folder::Notebooks)];
    let (_, folder) = both.into_iter().find(|(known, _)| *known == path)?;
    (!desk.is_flat() && path.is_dir()).then_some(folder)
}

/// What is watched: where the desk holds the articles itself all of it, else the two folders,
/// as far as they are there, and where they would come.
fn folders(desk: &Desk) -> Vec<(PathBuf, RecursiveMode)> {
    if desk.is_flat() {
        return vec![(desk.root().to_owned(), RecursiveMode::Recursive)];
    }
    let both = [desk.seeds(), desk.annotations()];
    let mut above: Vec<_> = both.into_iter().filter_map(Path::parent).collect();
    above.dedup();
    let above = above.into_iter().map(|folder| (folder.to_owned(), RecursiveMode::NonRecursive));
    let there = both.into_iter().filter(|folder| folder.is_dir());
    above.chain(there.map(|folder| (folder.to_owned(), RecursiveMode::Recursive))).collect()
}

fn watching(
    mut watcher: Box<dyn Watcher + Send>,
    folders: &[(PathBuf, RecursiveMode)],
) -> notify::Result<Box<dyn Watcher + Send>> {
    for (folder, how) in folders {
        watcher.watch(folder, *how)?;
    }
    Ok(watcher)
}

/// What a change of a path means; none where it is no file of the desk.
pub(crate) fn change(desk: &Desk, path: &Path) -> Option<Change> {
    if let Some(name) = desk.article_name(path) {
        if let Some(name) = desk.article_told_of(&name) {
            return Some(Change::Article { name, is_listed: true });
        }
        let is_listed = path.is_file() && desk.may_list(&name);
        return Some(Change::Article { name, is_listed });
    }
    let below = path.strip_prefix(desk.annotations()).ok()?.to_str()?;
    let (slug, article) = below.split_once('/')?;
    let (slug, article) = (slug.to_owned(), article.strip_suffix(".json")?.to_owned());
    Some(Change::Notebook { slug, article })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc::channel;

    use super::*;

    /// Longer than any look takes; nobody waits for it where all is well.
    const LONG: Duration = Duration::from_mins(1);

    #[test]
    fn where_the_system_does_not_tell_a_look_does() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("seeds")).unwrap();
        let people = ["bob", "carol"];
        for person in people {
            fs::create_dir_all(dir.path().join("annotations").join(person)).unwrap();
        }
        fs::write(dir.path().join("seeds/a.txt"), "Il y a 3 morts.").unwrap();
        let desk = Desk::open(dir.path()).unwrap();
        let (sender, receiver) = channel();
        let config = Config::default().with_manual_polling();
        let tell = teller(desk.clone(), move |change| sender.send(change).unwrap());
        let mut looks = PollWatcher::new(tell, config).unwrap();
        for folder in folders(&desk) {
            looks.watch(&folder.0, folder.1).unwrap();
        }
        for slug in people {
            fs::write(desk.annotations().join(slug).join("a.txt.json"), "{}").unwrap();
            looks.poll().unwrap();
            let told = receiver.recv_timeout(LONG).unwrap();
            let article = "a.txt".to_owned();
            assert_eq!(told, Change::Notebook { slug: slug.to_owned(), article });
            // A file has come, and its folder is another.
            while receiver.try_recv().is_ok() {}
        }
    }
    #[test]
    fn where_events_were_lost_all_is_looked_at() {
        let dir = tempfile::tempdir().unwrap();
        let desk = Desk::open(dir.path()).unwrap();
        let (sender, receiver) = channel();
        let tell = teller(desk, move |change| sender.send(change).unwrap());
        tell(Ok(notify::Event::new(EventKind::Other).set_flag(notify::event::Flag::Rescan)));
        let told: Vec<Change> = receiver.try_iter().collect();
        assert_eq!(told, [Folder::Articles, Folder::Notebooks].map(Change::Folder));
    }
}
