//! Seeing that files change: the folders are watched, not the files, since a
//! watch on a file goes silent when the file is replaced.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::{Config, EventKind, PollWatcher, RecursiveMode, Watcher};

use super::context::Context;
use super::event::Event;
use crate::state::Done;

/// Watches articles and annotations until dropped; none where watching fails.
pub(super) fn start(context: &Context, events: Sender<Event>) -> Option<Box<dyn Watcher + Send>> {
    let tell = teller(context.clone(), events);
    let folders = folders(context);
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

/// What passes on what a watcher says.
fn teller(
    context: Context,
    events: Sender<Event>,
) -> impl Fn(notify::Result<notify::Event>) + Clone + Send + 'static {
    move |event| {
        let Ok(event) = event else { return };
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        for path in &event.paths {
            if let Some(done) = change(&context, path) {
                let _ = events.send(Event::Done(done));
            }
        }
    }
}

/// Time between two looks where the system does not tell of changes.
const POLL: Duration = Duration::from_secs(5);

/// Before the first annotation their folder does not exist: then the desk is watched.
fn folders(context: &Context) -> Vec<PathBuf> {
    let desk = context.library().desk();
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
pub(super) fn change(context: &Context, path: &Path) -> Option<Done> {
    if let Some(name) = context.library().desk().article_name(path) {
        let known = context.article(&name).map(Done::ArticleChanged);
        let is_new = || path.is_file() && path.extension().is_some_and(|end| end == "txt");
        return known.or_else(|| is_new().then_some(Done::ArticlesAdded));
    }
    let below = path.strip_prefix(context.library().desk().annotations()).ok()?.to_str()?;
    let (slug, article) = below.split_once('/')?;
    let article = context.article(article.strip_suffix(".json")?)?;
    context.wrote(slug, article);
    Some(Done::BooksChanged(article))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc::channel;

    use super::*;
    use crate::desk::Library;
    use crate::store::annotator::Annotator;
    use crate::store::desk::Desk;

    /// Longer than any look takes; nobody waits for it where all is well.
    const LONG: Duration = Duration::from_mins(1);

    #[test]
    fn where_the_system_does_not_tell_a_look_does() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("seeds")).unwrap();
        for person in ["bob", "carol"] {
            fs::create_dir_all(dir.path().join("annotations").join(person)).unwrap();
        }
        fs::write(dir.path().join("seeds/a.txt"), "Il y a 3 morts.").unwrap();
        let desk = Desk::open(dir.path()).unwrap();
        let books = ["bob", "carol"].map(|who| desk.annotations().join(who).join("a.txt.json"));
        let context = Context::new(Library::new(desk, Annotator::new("Zoé")));
        let (sender, receiver) = channel();
        let config = Config::default().with_manual_polling();
        let mut looks = PollWatcher::new(teller(context.clone(), sender), config).unwrap();
        for folder in folders(&context) {
            looks.watch(&folder, RecursiveMode::Recursive).unwrap();
        }
        for book in books {
            fs::write(&book, "{}").unwrap();
            looks.poll().unwrap();
            let told = receiver.recv_timeout(LONG).unwrap();
            assert!(matches!(told, Event::Done(Done::BooksChanged(0))), "{told:?}");
            // A file has come, and its folder is another.
            while receiver.try_recv().is_ok() {}
        }
    }
}
