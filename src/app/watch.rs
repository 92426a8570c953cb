//! Seeing that files change: the folders are watched, not the files, since a
//! watch on a file goes silent when the file is replaced.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::{Config, EventKind, PollWatcher, RecursiveMode, Watcher};

use super::Event;
use super::office::Office;
use crate::state::Done;

/// Watches articles and annotations until dropped; none where watching fails.
pub(super) fn start(office: &Office, events: Sender<Event>) -> Option<Box<dyn Watcher + Send>> {
    let seen = office.clone();
    let tell = move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        for path in &event.paths {
            if let Some(done) = change(&seen, path) {
                let _ = events.send(Event::Done(done));
            }
        }
    };
    let folders = folders(office);
    let system = notify::recommended_watcher(tell.clone());
    let told = system.and_then(|watcher| watching(Box::new(watcher), &folders));
    told.or_else(|error| {
        tracing::warn!("looking every few seconds, since the system does not tell: {error}");
        let config = Config::default().with_poll_interval(POLL);
        watching(Box::new(PollWatcher::new(tell, config)?), &folders)
    })
    .inspect_err(|error| tracing::warn!("changes are not seen: {error}"))
    .ok()
}

/// Time between two looks where the system does not tell of changes.
const POLL: Duration = Duration::from_secs(5);

/// Before the first annotation their folder does not exist: then the desk is watched.
fn folders(office: &Office) -> Vec<PathBuf> {
    let desk = office.desk();
    if desk.annotations().is_dir() {
        vec![desk.seeds().to_owned(), desk.annotations().to_owned()]
    } else {
        vec![desk.root().to_owned()]
    }
}

fn watching(
    mut watcher: Box<dyn Watcher + Send>,
    folders: &[PathBuf],
) -> notify::Result<Box<dyn Watcher + Send>> {
    for folder in folders {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}

/// What a change of a path means.
pub(super) fn change(office: &Office, path: &Path) -> Option<Done> {
    if let Some(name) = office.desk().article_name(path) {
        let known = office.article(&name).map(Done::ArticleChanged);
        let is_new = || path.is_file() && path.extension().is_some_and(|end| end == "txt");
        return known.or_else(|| is_new().then_some(Done::ArticlesAdded));
    }
    let below = path.strip_prefix(office.desk().annotations()).ok()?.to_str()?;
    let (slug, article) = below.split_once('/')?;
    let article = office.article(article.strip_suffix(".json")?)?;
    office.wrote(slug, article);
    Some(Done::BooksChanged(article))
}
