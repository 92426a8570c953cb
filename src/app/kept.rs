//! What the last run knew of the articles, so that a start reads only what changed.
//!
//! What is kept of an article is found by git's ids of all that it was made from: the article and
//! everybody's notebooks of it. The id of a file that is not read follows from its length, times
//! and number, as git tells what changed. The first way through the desk after a start uses this and
//! writes it anew; what comes later is read.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

use crate::core::annotation::BlobId;
use crate::core::crosscheck::Digest;
use crate::core::keep::{Keep, keep};
use crate::desk::Library;
use crate::state::model::desk::Summary;
use crate::store::cache::{Cache, Stat};

/// What the last run knew, until the desk has been gone through once.
#[derive(Default)]
pub(super) struct Kept(Mutex<State>);

#[derive(Default)]
enum State {
    /// Not read yet: that is for the background.
    Shut(Cache),
    Open(Open),
    /// There is none, or it is not needed any more.
    #[default]
    Over,
}

/// What is kept.
struct Open {
    cache: Cache,
    /// The ids of articles and notebooks when they were last read, by path.
    files: HashMap<u64, File>,
    /// What is known of articles, by name.
    articles: HashMap<String, Article>,
    /// What of both was seen in this run.
    seen: Seen,
    /// Whether anything is not as it was kept.
    is_new: bool,
    /// How many bytes of digests may still be kept.
    room: usize,
}

/// What is written at the end.
#[derive(Debug, Default)]
struct Seen {
    files: Vec<(u64, File)>,
    articles: Vec<(String, Article)>,
}
keep!(struct Seen { files, articles });

/// A file when it was last read.
#[derive(Clone, Debug)]
struct File {
    mark: u64,
    blob: BlobId,
}
keep!(struct File { mark, blob });

/// What was made of an article.
#[derive(Clone, Debug)]
struct Article {
    key: Key,
    summary: Bytes,
    /// Empty where there was no room.
    digest: Bytes,
}
keep!(struct Article { key, summary, digest });

/// So many bytes of digests are kept: they take about as much as the texts, and all of them are
/// read at once.
const ROOM: usize = 128 << 20;

/// Names all that is kept of an article was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    article: BlobId,
    /// The article, its source and all notebooks.
    all: BlobId,
}
keep!(struct Key { article, all });

impl Key {
    /// Whether this is the article that was read.
    pub(super) fn is_of(&self, article: &BlobId) -> bool {
        self.article == *article
    }
}

/// What was kept of an article.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) summary: Summary,
    /// None where there was no room for it.
    pub(super) digest: Option<Digest>,
}

/// A value as it is kept.
#[derive(Clone, Debug, Default)]
struct Bytes(Vec<u8>);

impl Bytes {
    fn of(value: &impl Keep) -> Self {
        let mut bytes = Vec::new();
        value.put(&mut bytes);
        Self(bytes)
    }
}

impl Keep for Bytes {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.len().put(out);
        out.extend_from_slice(&self.0);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let len = usize::take(from)?;
        let (bytes, rest) = from.split_at_checked(len)?;
        *from = rest;
        Some(Self(bytes.to_vec()))
    }
}

impl Kept {
    /// What was kept of the desk at `root`, in the user's cache folder, on these terms.
    pub(super) fn of(folder: &Path, root: &Path, terms: &str) -> Self {
        Self(Mutex::new(State::Shut(Cache::new(folder, root, terms))))
    }

    /// What all that is known of this article is made from; none where the desk has been gone
    /// through, or where more belongs to it than can be named.
    pub(super) fn key(
        &self,
        library: &Library,
        name: &str,
        people: &[String],
        now: Timestamp,
    ) -> Option<Key> {
        self.with(|_| ())?;
        let desk = library.desk();
        let path = desk.article_path(name)?;
        let stat = Stat::of(&path, now)?;
        let article =
            self.blob(&path, stat, || Some(BlobId::of(&desk.read_article(name).ok()?)))?;
        let own = library.annotator().slug().to_owned();
        let source = desk.source_path(name).and_then(|path| Stat::of(&path, now));
        let mut all = format!("{} {:?}\n", article.0, source.map(|stat| stat.mark));
        for folder in people.iter().chain([&own]) {
            let path = desk.notebook_path_in(folder, name)?.path;
            match Stat::of(&path, now) {
                Some(stat) => {
                    let read = || Some(BlobId::of(&desk.bytes_of(&path)?));
                    let blob = self.blob(&path, stat, read)?;
                    all.extend([folder.as_str(), "\n", &blob.0, "\n"]);
                }
                // It may lie under a name that the article had.
                None if library.has_former(folder, name) => return None,
                None => {}
            }
            if !library.copies(folder, name).is_empty() {
                return None;
            }
        }
        Some(Key { article, all: BlobId::of(all.as_bytes()) })
    }

    /// git's id of a file, read only where it is not the one that was read last.
    fn blob(
        &self,
        path: &Path,
        stat: Stat,
        read: impl FnOnce() -> Option<BlobId>,
    ) -> Option<BlobId> {
        let place = place(path);
        let known = self.with(|open| {
            let file = open.files.get(&place).filter(|file| file.mark == stat.mark)?;
            Some(file.blob.clone())
        })?;
        let known = known.filter(|_| !stat.is_fresh);
        let is_read = known.is_none();
        let blob = match known {
            Some(blob) => blob,
            None => read()?,
        };
        if !stat.is_fresh {
            let file = File { mark: stat.mark, blob: blob.clone() };
            self.with(|open| {
                open.is_new |= is_read;
                open.seen.files.push((place, file));
            });
        }
        Some(blob)
    }

    /// What was kept under this key.
    pub(super) fn get(&self, name: &str, key: &Key) -> Option<Known> {
        let article = self.with(|open| open.articles.remove(name))??;
        if article.key != *key {
            return None;
        }
        let summary = Summary::take(&mut &article.summary.0[..])?;
        let digest = Digest::take(&mut &article.digest.0[..]);
        self.with(|open| open.see(name.to_owned(), article));
        Some(Known { summary, digest })
    }

    /// Keeps this under a key.
    pub(super) fn put(&self, name: String, key: Key, summary: &Summary, digest: &Digest) {
        let article = Article { key, summary: Bytes::of(summary), digest: Bytes::of(digest) };
        self.with(|open| {
            open.is_new = true;
            open.see(name, article);
        });
    }

    /// The desk has been gone through: what was seen is written for the next run.
    pub(super) fn close(&self) {
        let state = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let State::Open(open) = state else { return };
        if !open.is_new && open.articles.is_empty() {
            return;
        }
        let mut bytes = Vec::new();
        open.seen.put(&mut bytes);
        if let Err(error) = open.cache.write(&bytes) {
            tracing::warn!("what was read is not kept for the next start: {error}");
        }
    }

    fn with<T>(&self, act: impl FnOnce(&mut Open) -> T) -> Option<T> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let State::Shut(cache) = &*state {
            *state = State::Open(Open::read(cache.clone()));
        }
        match &mut *state {
            State::Open(open) => Some(act(open)),
            State::Shut(_) | State::Over => None,
        }
    }
}

impl Open {
    fn read(cache: Cache) -> Self {
        let bytes = cache.read();
        let known = bytes.and_then(|bytes| Seen::take(&mut &bytes[..]));
        let Seen { files, articles } = known.unwrap_or_default();
        let (files, articles) = (files.into_iter().collect(), articles.into_iter().collect());
        Self { cache, files, articles, seen: Seen::default(), is_new: false, room: ROOM }
    }

    /// An article is as it was kept, or is kept now.
    fn see(&mut self, name: String, mut article: Article) {
        match self.room.checked_sub(article.digest.0.len()) {
            Some(room) => self.room = room,
            None => article.digest = Bytes::default(),
        }
        self.seen.articles.push((name, article));
    }
}

/// A path in few bytes.
fn place(path: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    path.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use jiff::SignedDuration;

    use super::*;
    use crate::core::claim::analyze;
    use crate::store::annotator::Annotator;
    use crate::store::desk::Desk;

    /// A desk of one article, with a notebook of Ana's.
    struct Home(tempfile::TempDir);

    impl Home {
        fn new() -> Self {
            let home = Self(tempfile::tempdir().unwrap());
            home.file("seeds/a.txt", "Il y a 300 soldats.");
            home.file("annotations/ana/a.txt.json", "one");
            home
        }

        fn file(&self, name: &str, text: &str) {
            let path = self.0.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }

        fn start(&self, terms: &str) -> (Kept, Library) {
            let root = self.0.path();
            let library = Library::new(Desk::open(root).unwrap(), Annotator::new("Zoé"));
            (Kept::of(&root.join("cache"), root, terms), library)
        }

        /// What a start, long after all was written, finds kept; it leaves its own to the next.
        fn found(&self, terms: &str) -> Option<String> {
            let (kept, library) = self.start(terms);
            let key = key(&kept, &library, SignedDuration::from_hours(1)).unwrap();
            let found = kept.get("a.txt", &key);
            if found.is_none() {
                let summary = Summary { title: "kept".to_owned(), ..Summary::default() };
                kept.put("a.txt".to_owned(), key, &summary, &digest());
            }
            kept.close();
            let Known { summary, digest: kept } = found?;
            // Each value of it, as far as its type tells them.
            assert_eq!(format!("{kept:?}"), format!("{:?}", Some(digest())));
            Some(summary.title)
        }
    }

    fn key(kept: &Kept, library: &Library, later: SignedDuration) -> Option<Key> {
        let now = crate::app::stamp().now + later;
        kept.key(library, "a.txt", &library.teammates(), now)
    }

    fn digest() -> Digest {
        let text = "Le 3 mai 2024, 300 soldats ont été tués à Koursk, selon Kiev. Il n’y a pas eu de vote.";
        Digest::of(text, &analyze(text))
    }

    #[test]
    fn what_was_kept_is_found_as_long_as_nothing_it_was_made_of_has_changed() {
        let home = Home::new();
        let found = || home.found("terms");
        let kept = Some("kept".to_owned());
        assert_eq!((found(), found(), found()), (None, kept.clone(), kept.clone()));
        // The same bytes in another file are the same.
        home.file("annotations/ana/a.txt.json", "one");
        assert_eq!((found(), found()), (kept.clone(), kept.clone()));
        for (n, (name, text)) in [
            ("annotations/ana/a.txt.json", "two"),
            ("annotations/bob/a.txt.json", "one"),
            ("annotations/zoe/a.txt.json", "one"),
            ("seeds/a.txt", "Il y a 300 chars."),
            ("seeds/a.source.json", "{}"),
        ]
        .into_iter()
        .enumerate()
        {
            home.file(name, text);
            assert_eq!((found(), found()), (None, kept.clone()), "{n}");
        }
        assert_eq!(home.found("other terms"), None);
        assert_eq!((found(), found()), (None, kept));
        // What is no longer whole is as good as none.
        let cache = fs::read_dir(home.0.path().join("cache")).unwrap().next().unwrap().unwrap();
        let bytes = fs::read(cache.path()).unwrap();
        fs::write(cache.path(), &bytes[1..]).unwrap();
        assert_eq!(found(), None);
        fs::remove_file(cache.path()).unwrap();
        assert_eq!(found(), None);
    }

    #[test]
    fn what_has_no_room_is_left_out_and_the_rest_kept() {
        let home = Home::new();
        let start = || {
            let (kept, library) = home.start("terms");
            kept.with(|open| open.room = 10);
            let key = key(&kept, &library, SignedDuration::from_hours(1)).unwrap();
            (kept, key)
        };
        let (kept, first) = start();
        kept.put("a.txt".to_owned(), first, &Summary::default(), &digest());
        kept.close();
        let (kept, again) = start();
        assert!(kept.get("a.txt", &again).unwrap().digest.is_none());
    }

    #[test]
    fn a_file_that_may_still_change_is_read_and_copies_are_left_to_reading() {
        let home = Home::new();
        let (kept, library) = home.start("terms");
        assert!(key(&kept, &library, SignedDuration::ZERO).is_some());
        kept.with(|open| assert!(open.seen.files.is_empty()));
        assert!(key(&kept, &library, SignedDuration::from_secs(3)).is_some());
        kept.with(|open| assert_eq!(open.seen.files.len(), 2));
        home.file("annotations/ana/a.txt.sync-conflict-20261120-101203-K3V9Q2M.json", "{}");
        let (kept, library) = home.start("terms");
        assert_eq!(key(&kept, &library, SignedDuration::ZERO), None);
        // Once the desk has been gone through all is read.
        let home = Home::new();
        let (kept, library) = home.start("terms");
        kept.close();
        assert_eq!(key(&kept, &library, SignedDuration::ZERO), None);
    }
}
