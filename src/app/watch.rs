//! Seeing that files change: the folders are watched, not the files, since a
//! watch on a file goes silent when the file is replaced.

use std::path::Path;
use std::sync::mpsc::Sender;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Event;
use super::office::Office;
use crate::state::Done;

/// Watches articles and annotations until dropped; none where watching fails.
pub(super) fn start(office: &Office, events: Sender<Event>) -> Option<RecommendedWatcher> {
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
    let mut watcher = notify::recommended_watcher(tell)
        .inspect_err(|error| tracing::warn!("no file watch: {error}"))
        .ok()?;
    for folder in [office.desk().seeds(), office.desk().annotations()] {
        if let Err(error) = watcher.watch(folder, RecursiveMode::Recursive) {
            tracing::warn!("{} is not watched: {error}", folder.display());
        }
    }
    Some(watcher)
}

/// What a change of a path means.
pub(super) fn change(office: &Office, path: &Path) -> Option<Done> {
    if let Some(name) = office.desk().article_name(path) {
        return office.article(&name).map(Done::ArticleChanged);
    }
    let below = path.strip_prefix(office.desk().annotations()).ok()?.to_str()?;
    let (_, article) = below.split_once('/')?;
    office.article(article.strip_suffix(".json")?).map(Done::BooksChanged)
}
