//! What the last run knew of the articles, so that a start reads only what changed.
//!
//! What is kept of an article is found by git's ids of all that it was made from: the article and
//! everybody's notebooks of it. The id of a file that is not read follows from its length, times
//! and number, as git tells what changed. The first way through the desk after a start uses this and
//! writes it anew; what comes later is read.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use crate::core::annotation::BlobId;
use crate::core::claim::Level;
use crate::core::crosscheck::Digest;
use crate::core::keep::{Keep, keep};
use crate::desk::Library;
use crate::state::model::summary::Summary;
use crate::store::cache::{Cache, Stat};
use crate::store::desk::Desk;

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
    /// What is known of articles, by name.
    articles: HashMap<String, Article>,
    /// What of it was seen in this run.
    seen: Vec<(String, Article)>,
    /// Whether anything is not as it was kept.
    is_new: bool,
    /// How many bytes of digests may still be kept.
    room: usize,
}

/// What was made of an article.
#[derive(Clone, Debug)]
struct Article {
    id: Id,
    /// Of all the files it was made from; none where one of them might still have changed.
    mark: Option<u64>,
    /// These files; looked at only where something is not as it was.
    files: Bytes,
    summary: Bytes,
    untouched: Untouched,
    /// Empty where there was no room.
    digest: Bytes,
}

impl Article {
    fn put(&self, out: &mut Vec<u8>) {
        let Self { id, mark, files, summary, untouched, digest } = self;
        id.put(out);
        mark.put(out);
        untouched.put(out);
        for bytes in [files, summary, digest] {
            bytes.put(out);
        }
    }

    /// Reads it from the front of what is left of `all`.
    fn take(all: &Arc<Vec<u8>>, from: &mut &[u8]) -> Option<Self> {
        let (id, mark, untouched) = (Keep::take(from)?, Keep::take(from)?, Keep::take(from)?);
        let mut next = || Bytes::take(all, from);
        let (files, summary, digest) = (next()?, next()?, next()?);
        Some(Self { id, mark, files, summary, untouched, digest })
    }
}

/// A file when it was last read.
#[derive(Clone, Debug)]
struct File {
    place: u64,
    mark: u64,
    blob: BlobId,
}
keep!(struct File { place, mark, blob });

/// How many of its claims nobody has spoken about, at each level of detail.
pub(super) type Untouched = [usize; Level::COUNT];

/// So many bytes of digests are kept: they take about as much as the texts, and all of them are
/// read at once.
const ROOM: usize = 128 << 20;

/// Names all that an article's summary was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Id {
    article: BlobId,
    /// The article, its source and all notebooks.
    all: BlobId,
}
keep!(struct Id { article, all });

/// The same, and how to know it at the next start without reading.
#[derive(Debug)]
pub(super) struct Key {
    id: Id,
    mark: Option<u64>,
    /// None where they are those that are kept.
    files: Option<Bytes>,
    /// The article's bytes, where they had to be read.
    read: Option<Vec<u8>>,
}

impl Key {
    /// The article, where it had to be read for this.
    pub(super) fn take_read(&mut self) -> Option<(Vec<u8>, BlobId)> {
        Some((self.read.take()?, self.id.article.clone()))
    }

    /// Whether this is the article that was read.
    pub(super) fn is_of(&self, article: &BlobId) -> bool {
        self.id.article == *article
    }
}

/// What was kept of an article.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) summary: Summary,
    /// None where there was no room for it.
    pub(super) digest: Option<Digest>,
    /// What git calls the article.
    pub(super) blob: BlobId,
}

/// A value as it is kept: made in this run, or a part of all that was read, which is not copied.
#[derive(Clone, Debug, Default)]
struct Bytes {
    all: Arc<Vec<u8>>,
    part: Range<usize>,
}

impl Bytes {
    fn of(value: &impl Keep) -> Self {
        let mut bytes = Vec::new();
        value.put(&mut bytes);
        Self { part: 0..bytes.len(), all: Arc::new(bytes) }
    }

    /// The value.
    fn value<T: Keep>(&self) -> Option<T> {
        T::take(&mut self.bytes())
    }

    fn bytes(&self) -> &[u8] {
        self.all.get(self.part.clone()).unwrap_or_default()
    }

    fn put(&self, out: &mut Vec<u8>) {
        self.part.len().put(out);
        out.extend_from_slice(self.bytes());
    }

    fn take(all: &Arc<Vec<u8>>, from: &mut &[u8]) -> Option<Self> {
        let len = usize::take(from)?;
        let start = all.len() - from.len();
        *from = from.get(len..)?;
        Some(Self { all: Arc::clone(all), part: start..start + len })
    }
}

impl Kept {
    /// What was kept of the desk at `root`, in the user's cache folder, on these terms.
    pub(super) fn of(folder: &Path, root: &Path, terms: &str) -> Self {
        Self(Mutex::new(State::Shut(Cache::of(folder, root, "cache", terms))))
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
        let known = self.with(|open| {
            let article = open.articles.get(name)?;
            Some((article.mark?, article.id.clone()))
        })?;
        let parts = Parts::of(library, name, people, now)?;
        let mark = parts.mark();
        if let Some((_, id)) = known.filter(|(known, _)| mark == Some(*known)) {
            return Some(Key { id, mark, files: None, read: None });
        }
        let files = self.with(|open| Some(open.articles.get(name)?.files.clone()))?;
        let files = files.and_then(|files| files.value());
        parts.read(library.desk(), name, files.unwrap_or_default(), mark)
    }

    /// How the team stood on an article, and the claims that nobody had spoken about.
    pub(super) fn standing(&self, name: &str, key: &Key) -> Option<(Summary, Untouched)> {
        let (summary, untouched) = self.with(|open| {
            let article = open.articles.get(name).filter(|article| article.id == key.id)?;
            Some((article.summary.clone(), article.untouched))
        })??;
        Some((summary.value()?, untouched))
    }

    /// What was kept under this key.
    pub(super) fn get(&self, name: &str, key: &Key) -> Option<Known> {
        let mut article = self.with(|open| open.articles.remove(name))??;
        if article.id != key.id {
            return None;
        }
        let (summary, digest) = (article.summary.value()?, article.digest.value());
        let blob = article.id.article.clone();
        // The same bytes in other files are the same, and known at once the next time.
        let moved = key.files.clone();
        let is_new = moved.is_some();
        (article.mark, article.files) = (key.mark, moved.unwrap_or(article.files));
        self.with(|open| {
            open.is_new |= is_new;
            open.see(name.to_owned(), article);
        });
        Some(Known { summary, digest, blob })
    }

    /// Keeps this under a key.
    pub(super) fn put(
        &self,
        name: String,
        Key { id, mark, files, .. }: Key,
        (summary, untouched): (&Summary, Untouched),
        digest: &Digest,
    ) {
        let (summary, digest) = (Bytes::of(summary), Bytes::of(digest));
        let files = files.unwrap_or_default();
        let article = Article { id, mark, files, summary, untouched, digest };
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
        open.seen.len().put(&mut bytes);
        for (name, article) in &open.seen {
            name.put(&mut bytes);
            article.put(&mut bytes);
        }
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

/// The files that belong to an article.
struct Parts {
    /// The article itself first; each with whose it is.
    files: Vec<(String, PathBuf, Stat)>,
    /// What tells of the version of its source.
    source: Option<u64>,
}

impl Parts {
    fn of(library: &Library, name: &str, people: &[String], now: Timestamp) -> Option<Self> {
        let desk = library.desk();
        let path = desk.article_path(name)?;
        let stat = Stat::of(&path, now)?;
        let mut files = vec![(String::new(), path, stat)];
        let own = library.annotator().slug().to_owned();
        for folder in people.iter().chain([&own]) {
            let path = desk.notebook_path_in(folder, name)?.path;
            match Stat::of(&path, now) {
                Some(stat) => files.push((folder.clone(), path, stat)),
                // It may lie under a name that the article had.
                None if library.has_former(folder, name) => return None,
                None => {}
            }
            if !library.copies(folder, name).is_empty() {
                return None;
            }
        }
        let source = desk.source_path(name).and_then(|path| Stat::of(&path, now));
        Some(Self { files, source: source.map(|stat| stat.mark) })
    }

    /// What tells of the versions of all of them; none where one may change without it telling.
    fn mark(&self) -> Option<u64> {
        let mut hasher = DefaultHasher::new();
        self.source.hash(&mut hasher);
        for (folder, _, stat) in &self.files {
            (folder, stat.mark).hash(&mut hasher);
        }
        let is_fresh = self.files.iter().any(|(.., stat)| stat.is_fresh);
        (!is_fresh).then(|| hasher.finish())
    }

    /// Their ids, read where a file is not the one that was read last.
    fn read(self, desk: &Desk, name: &str, known: Vec<File>, mark: Option<u64>) -> Option<Key> {
        let known: HashMap<u64, File> = known.into_iter().map(|file| (file.place, file)).collect();
        let (mut all, mut files, mut article) = (format!("{:?}\n", self.source), Vec::new(), None);
        let mut read = None;
        for (folder, path, stat) in self.files {
            let place = place(&path);
            let same = known.get(&place).filter(|file| file.mark == stat.mark && !stat.is_fresh);
            let blob = match same {
                Some(file) => file.blob.clone(),
                // The article stands first.
                None if article.is_none() => {
                    let bytes = desk.read_article(name).ok()?;
                    let blob = BlobId::of(&bytes);
                    read = Some(bytes);
                    blob
                }
                None => BlobId::of(&desk.bytes_of(&path)?),
            };
            all.extend([folder.as_str(), "\n", &blob.0, "\n"]);
            article.get_or_insert_with(|| blob.clone());
            if !stat.is_fresh {
                files.push(File { place, mark: stat.mark, blob });
            }
        }
        let id = Id { article: article?, all: BlobId::of(all.as_bytes()) };
        Some(Key { id, mark, files: Some(Bytes::of(&files)), read })
    }
}

impl Open {
    fn read(cache: Cache) -> Self {
        let articles = cache.read().and_then(|bytes| Self::articles(&Arc::new(bytes)));
        let articles = articles.unwrap_or_default();
        Self { cache, articles, seen: Vec::new(), is_new: false, room: ROOM }
    }

    fn articles(bytes: &Arc<Vec<u8>>) -> Option<HashMap<String, Article>> {
        let mut from = &bytes[..];
        let count = usize::take(&mut from)?;
        let next = |_| Some((String::take(&mut from)?, Article::take(bytes, &mut from)?));
        (0..count).map(next).collect()
    }

    /// An article is as it was kept, or is kept now.
    fn see(&mut self, name: String, mut article: Article) {
        match self.room.checked_sub(article.digest.part.len()) {
            Some(room) => self.room = room,
            None => article.digest = Bytes::default(),
        }
        self.seen.push((name, article));
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
            let standing = kept.standing("a.txt", &key);
            let found = kept.get("a.txt", &key);
            assert_eq!(standing.is_some(), found.is_some());
            if found.is_none() {
                let summary = Summary { title: "kept".to_owned(), ..Summary::default() };
                kept.put("a.txt".to_owned(), key, (&summary, [3, 2, 1, 0, 0]), &digest());
            }
            kept.close();
            let Known { summary, digest: kept, .. } = found?;
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
        let nothing = (&Summary::default(), Untouched::default());
        kept.put("a.txt".to_owned(), first, nothing, &digest());
        kept.close();
        let (kept, again) = start();
        assert!(kept.get("a.txt", &again).unwrap().digest.is_none());
    }

    #[test]
    fn a_file_that_may_still_change_is_read_and_copies_are_left_to_reading() {
        let home = Home::new();
        let (kept, library) = home.start("terms");
        let mark = |later| key(&kept, &library, later).unwrap().mark;
        assert_eq!(mark(SignedDuration::ZERO), None);
        assert!(mark(SignedDuration::from_secs(3)).is_some());
        home.file("annotations/ana/a.txt.sync-conflict-20261120-101203-K3V9Q2M.json", "{}");
        let (kept, library) = home.start("terms");
        assert!(key(&kept, &library, SignedDuration::ZERO).is_none());
        // Once the desk has been gone through all is read.
        let home = Home::new();
        let (kept, library) = home.start("terms");
        kept.close();
        assert!(key(&kept, &library, SignedDuration::ZERO).is_none());
    }
}
