//! What the desk said when it was asked, for as long as no article changes: who comes back to a claim, or
//! starts anew on a desk that is as it was, waits for nothing to be compared once more.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::core::annotation::BlobId;
use crate::core::article::{Document, Span};
use crate::core::crosscheck::Digest;
use crate::core::keep::{Keep, keep};
use crate::state::model::desk::ArticleId;
use crate::state::model::related::Related;
use crate::state::model::story::Stories;
use crate::store::cache::Cache;

/// What was said, until an article changes.
#[derive(Default)]
pub(super) struct Answers(Mutex<State>);

#[derive(Default)]
struct State {
    /// Where it is kept; none where the system names no folder for it.
    cache: Option<Cache>,
    /// Whether what the last run said was read: that is for the background.
    is_open: bool,
    /// Whether anything was said that the last run had not.
    is_new: bool,
    said: Said,
}

/// What was said of the articles as they were.
#[derive(Debug, Default)]
struct Said {
    /// Of all articles that were asked.
    version: u64,
    differing: BTreeMap<ArticleId, usize>,
    stories: Option<Stories>,
    /// As bytes, so that it is known how many they are; what was said last stands last.
    related: VecDeque<(Question, Vec<u8>)>,
}

/// A claim that the other articles were asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    article: ArticleId,
    span: Span,
    /// Of the text that it stands in: it may be another one than was last read for all.
    text: u64,
}
keep!(struct Question { article, span, text });

/// So many bytes of what others say of claims are kept, those asked about last: some hundred claims.
const ROOM: usize = 1 << 20;
/// Of claims in longer texts nothing is kept: telling one such text from another takes as long as a question.
const LONGEST: usize = 64 * 1024;

impl Question {
    /// None where it is not worth keeping.
    pub(super) fn new(article: ArticleId, doc: &Document, span: Span) -> Option<Self> {
        let text = doc.text();
        (text.len() <= LONGEST).then(|| Self { article, span, text: hashed(text) })
    }
}

/// What tells the articles of an index from others: the same for the same ones under the same
/// numbers, in whatever order they came.
#[derive(Debug, Default)]
pub(super) struct Version {
    parts: HashMap<ArticleId, u64>,
    sum: u64,
}

impl Version {
    /// An article is in, in place of what it was.
    pub(super) fn insert(&mut self, article: ArticleId, blob: &BlobId, digest: &Digest) {
        self.remove(article);
        let part = hashed((article, blob, digest.written()));
        self.parts.insert(article, part);
        self.sum = self.sum.wrapping_add(part);
    }

    /// An article is out.
    pub(super) fn remove(&mut self, article: ArticleId) {
        let part = self.parts.remove(&article).unwrap_or_default();
        self.sum = self.sum.wrapping_sub(part);
    }

    pub(super) fn number(&self) -> u64 {
        self.sum
    }
}

impl Answers {
    /// What the last run was told of the desk at `root`, in the user's cache folder, on these terms.
    pub(super) fn of(folder: &Path, root: &Path, terms: &str) -> Self {
        let cache = Some(Cache::of(folder, root, "answers", terms));
        Self(Mutex::new(State { cache, ..State::default() }))
    }

    /// How many claims of an article differ, as it was counted or is now.
    pub(super) fn differing(
        &self,
        version: Option<u64>,
        article: ArticleId,
        count: impl FnOnce() -> usize,
    ) -> usize {
        let known = |said: &Said| said.differing.get(&article).copied();
        self.answer(version, known, count, |said, count| {
            said.differing.insert(article, *count);
        })
    }

    /// Which articles belong together, as it was found or is now.
    pub(super) fn stories(&self, version: Option<u64>, find: impl FnOnce() -> Stories) -> Stories {
        self.answer(
            version,
            |said| said.stories.clone(),
            find,
            |said, stories| {
                said.stories = Some(stories.clone());
            },
        )
    }

    /// What others say of a claim, as they said it or do now.
    pub(super) fn related(
        &self,
        version: Option<u64>,
        question: Option<Question>,
        ask: impl FnOnce() -> Vec<Related>,
    ) -> Vec<Related> {
        let Some(question) = question else { return ask() };
        let known = |said: &Said| {
            let (_, bytes) = said.related.iter().find(|(asked, _)| *asked == question)?;
            Vec::take(&mut &bytes[..])
        };
        self.answer(version, known, ask, |said, related| {
            let mut bytes = Vec::new();
            related.put(&mut bytes);
            said.related.push_back((question.clone(), bytes));
            said.make_room(ROOM);
        })
    }

    /// What is known of the articles of this version, or else is found out now; where it has no
    /// number nothing is kept of it.
    fn answer<T>(
        &self,
        version: Option<u64>,
        known: impl FnOnce(&Said) -> Option<T>,
        find: impl FnOnce() -> T,
        keep: impl FnOnce(&mut Said, &T),
    ) -> T {
        let Some(version) = version else { return find() };
        let said = |state: &State| (state.said.version == version).then(|| known(&state.said));
        if let Some(known) = said(&self.open()).flatten() {
            return known;
        }
        // Nobody else waits while that is found out.
        let found = find();
        let mut state = self.open();
        if state.said.version != version {
            state.said = Said { version, ..Said::default() };
        }
        state.is_new = true;
        keep(&mut state.said, &found);
        found
    }

    /// Keeps it all for the next run.
    pub(super) fn close(&self) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !std::mem::take(&mut state.is_new) {
            return;
        }
        let Some(cache) = &state.cache else { return };
        let mut bytes = Vec::new();
        state.said.put(&mut bytes);
        if let Err(error) = cache.write(&bytes) {
            tracing::warn!("what the desk said is not kept for the next start: {error}");
        }
    }

    fn open(&self) -> MutexGuard<'_, State> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !std::mem::replace(&mut state.is_open, true) {
            let bytes = state.cache.as_ref().and_then(Cache::read);
            state.said = bytes.and_then(|bytes| Said::take(&mut &bytes[..])).unwrap_or_default();
        }
        state
    }
}

impl Said {
    /// Forgets what was said longest ago, until the rest takes no more bytes than that.
    fn make_room(&mut self, room: usize) {
        let size =
            |(_, bytes): &(Question, Vec<u8>)| size_of::<(Question, Vec<u8>)>() + bytes.len();
        let mut used: usize = self.related.iter().map(size).sum();
        while used > room {
            used -= self.related.pop_front().as_ref().map_or(used, size);
        }
    }
}

impl Keep for Said {
    fn put(&self, out: &mut Vec<u8>) {
        let Self { version, differing, stories, related } = self;
        version.put(out);
        differing.put(out);
        stories.put(out);
        related.len().put(out);
        for (question, bytes) in related {
            question.put(out);
            bytes.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let (version, differing, stories) =
            (Keep::take(from)?, Keep::take(from)?, Keep::take(from)?);
        let related = Vec::<(Question, Vec<u8>)>::take(from)?.into();
        Some(Self { version, differing, stories, related })
    }
}

fn hashed(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fs;

    use super::*;
    use crate::core::claim::analyze;
    use crate::core::crosscheck::{Compared, FactKind, Relation, class_named};
    use crate::state::model::related::Reason;

    fn related(words: &str) -> Related {
        let reason = Reason {
            kind: FactKind::Figure,
            slot: class_named("death"),
            agreement: Compared::Differs,
            here: "12".to_owned(),
            there: "15".to_owned(),
            places: (Span::new(1, 3), Span::new(6, 8)),
        };
        assert!(reason.slot.is_some());
        Related {
            article: 3,
            span: Span::new(5, 20),
            is_claim: true,
            points: (5, 19),
            words: words.to_owned(),
            source: Some("le préfet".to_owned()),
            relation: Relation::Differ,
            why: vec![reason],
        }
    }

    /// What is said of a claim of this text, and how often that had to be found out.
    fn ask(answers: &Answers, version: u64, text: &str) -> (Vec<Related>, usize) {
        let doc = Document::new(text.as_bytes().to_vec());
        let found = Cell::new(0);
        let find = || {
            found.set(found.get() + 1);
            vec![related(text)]
        };
        let question = Question::new(0, &doc, Span::new(0, 4));
        (answers.related(Some(version), question, find), found.get())
    }

    #[test]
    fn what_was_said_is_said_again_as_long_as_no_article_changes() {
        let folder = tempfile::tempdir().unwrap();
        let start = |terms: &str| Answers::of(folder.path(), Path::new("/desk"), terms);
        let first = start("a");
        let said = ask(&first, 7, "12 morts");
        assert_eq!(said, (vec![related("12 morts")], 1));
        let stories = Stories { told: vec![vec![0, 3]], copies: Vec::new() };
        assert_eq!(first.stories(Some(7), || stories.clone()), stories);
        assert_eq!(first.differing(Some(7), 3, || 2), 2);
        first.close();
        let next = start("a");
        assert_eq!(ask(&next, 7, "12 morts"), (said.0, 0));
        assert_eq!(next.stories(Some(7), Stories::default), stories);
        assert_eq!(next.differing(Some(7), 3, || 9), 2);
        // Another claim, another program, other articles.
        assert_eq!(ask(&next, 7, "15 morts").1, 1);
        assert_eq!(ask(&start("b"), 7, "12 morts").1, 1);
        assert_eq!(next.differing(None, 3, || 9), 9);
        assert_eq!(next.differing(Some(8), 3, || 9), 9);
        assert_eq!(ask(&next, 7, "12 morts").1, 1);
        let path = fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
        fs::write(path, "damaged").unwrap();
        assert_eq!(ask(&start("a"), 7, "12 morts").1, 1);
    }

    #[test]
    fn what_was_said_longest_ago_makes_room() {
        let answers = Answers::default();
        let text = |n: usize| format!("{n} {}", "mots ".repeat(2_000));
        let last = 3 * ROOM / text(0).len();
        (0..=last).for_each(|n| drop(ask(&answers, 7, &text(n))));
        let again = [last, 0].map(|n| ask(&answers, 7, &text(n)).1);
        assert_eq!(again, [0, 1]);
        assert!(
            answers.open().said.related.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() <= ROOM
        );
    }

    #[test]
    fn the_version_tells_articles_from_others_in_whatever_order_they_come() {
        let digest = |text: &str| Digest::of(text, &analyze(text));
        let dated = digest("Lyon, 3 mars 2024. Il y a 12 morts.");
        let (plain, one, two) =
            (digest("Il y a 12 morts."), BlobId("1".to_owned()), BlobId("2".to_owned()));
        assert_ne!(dated.written(), plain.written());
        let number = |articles: &[(ArticleId, &BlobId, &Digest)]| {
            let mut version = Version::default();
            for (article, blob, digest) in articles {
                version.insert(*article, blob, digest);
            }
            version.number()
        };
        let both = number(&[(0, &one, &plain), (1, &two, &plain)]);
        assert_eq!(number(&[(1, &two, &plain), (0, &two, &dated), (0, &one, &plain)]), both);
        let others = [
            number(&[(0, &two, &plain), (1, &one, &plain)]),
            number(&[(0, &one, &dated), (1, &two, &plain)]),
            number(&[(0, &one, &plain)]),
            number(&[(0, &one, &plain), (2, &two, &plain)]),
        ];
        assert!(!others.contains(&both));
        let mut version = Version::default();
        version.insert(0, &one, &plain);
        version.remove(0);
        version.remove(5);
        assert_eq!(version.number(), number(&[]));
    }
}
