//! All statements of a desk, and the question what they say about one.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasherDefault;

use super::near::{near, shadows};
use super::relate::{Desk, Finding, relate};
use super::statement::{Digest, Statement};
use super::words::{Fnv, Key, KeyMap, name_key};
use super::{ArticleId, Match, Pair, Why};
use crate::core::claim::Analysis;
use crate::core::text::Span;

/// All statements of a desk.
///
/// Articles that repeat each other's sentences, as articles from agencies do,
/// share one stored statement. What a query answers does not depend on the
/// order in which articles came in.
#[derive(Default)]
pub struct Index {
    /// Stored statements; freed slots are used again.
    slots: Vec<Option<Stored>>,
    free: Vec<u32>,
    by_hash: HashMap<u64, u32, BuildHasherDefault<Fnv>>,
    /// For each word, the slots of the statements that hold it.
    postings: KeyMap<Vec<u32>>,
    articles: BTreeMap<ArticleId, Article>,
    names: Names,
}

/// One statement and everywhere it stands.
struct Stored {
    statement: Statement,
    hash: u64,
    places: Vec<(ArticleId, u32, u32)>,
}

/// What an article put into the index.
struct Article {
    slots: Box<[u32]>,
    names: Box<[Key]>,
}

/// The names of a desk and what is spelt almost like them.
#[derive(Default)]
struct Names {
    known: KeyMap<(Box<str>, u32)>,
    shadows: KeyMap<Vec<Key>>,
}

/// How many statements are compared in full for one query.
const CANDIDATES: usize = 200;
/// Matches below this score are not shown.
pub const DEFAULT_SCORE: f32 = 0.42;
/// How much stronger the words of two claims of one article have to match.
const IN_ARTICLE: f32 = 0.1;
/// How many matches one query gives.
pub const LIMIT: usize = 50;

impl Index {
    /// An index over nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts an article in, in place of what was known under `id`.
    pub fn insert(&mut self, id: ArticleId, text: &str, analysis: &Analysis) {
        self.insert_digest(id, Digest::of(text, analysis));
    }

    /// The same with a digest made elsewhere, on another thread for instance.
    pub fn insert_digest(&mut self, id: ArticleId, digest: Digest) {
        self.remove(id);
        let slots = digest
            .statements
            .into_iter()
            .map(|(span, statement)| self.store(id, span, statement))
            .collect();
        let names = digest.names.keys().copied().collect();
        for (key, name) in digest.names {
            self.names.add(key, name);
        }
        self.articles.insert(id, Article { slots, names });
    }

    /// Takes an article out; nothing happens where it is not in.
    pub fn remove(&mut self, id: ArticleId) {
        let Some(article) = self.articles.remove(&id) else { return };
        for &slot in &article.slots {
            let Some(stored) = &mut self.slots[slot as usize] else { continue };
            stored.places.retain(|place| place.0 != id);
            if stored.places.is_empty() {
                self.free(slot);
            }
        }
        for &key in &article.names {
            self.names.drop(key);
        }
    }

    /// The articles that are in, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = ArticleId> {
        self.articles.keys().copied()
    }

    /// How many articles are in.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether no article is in.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// What the desk says about the words at `span` of an article, the
    /// strongest first, at most [`LIMIT`].
    ///
    /// The article need not be in the index; where it is, its other claims answer too.
    pub fn query(&self, id: ArticleId, text: &str, analysis: &Analysis, span: Span) -> Vec<Match> {
        let digest = Digest::of_span(text, analysis, span);
        let Some((_, statement)) = digest.statements.first() else { return Vec::new() };
        self.matches(id, span, statement, DEFAULT_SCORE)
    }

    /// All pairs of claims of the desk that say something about the same fact,
    /// with a score of `least` or more, in order of place. Each claim brings at most [`LIMIT`].
    pub fn pairs(&self, least: f32) -> Vec<Pair> {
        self.articles
            .keys()
            .flat_map(|&id| self.pairs_of(id, least))
            .filter(Pair::is_ordered)
            .collect()
    }

    /// The pairs that the claims of one article belong to, in order of place in it.
    pub fn pairs_of(&self, id: ArticleId, least: f32) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for (span, statement) in self.statements_of(id) {
            let matches = self.matches(id, span, statement, least);
            pairs.extend(matches.into_iter().map(|found| Pair { article: id, span, found }));
        }
        pairs
    }

    fn statements_of(&self, id: ArticleId) -> Vec<(Span, &Statement)> {
        let slots = self.articles.get(&id).into_iter().flat_map(|article| &article.slots);
        let mut found: Vec<_> = slots
            .filter_map(|&slot| self.slots[slot as usize].as_ref())
            .flat_map(|stored| {
                stored
                    .places
                    .iter()
                    .filter(|place| place.0 == id)
                    .map(|place| (span_of(*place), &stored.statement))
            })
            .collect();
        found.sort_by_key(|(span, _)| *span);
        found.dedup_by_key(|(span, _)| *span);
        found
    }

    fn matches(&self, id: ArticleId, span: Span, statement: &Statement, least: f32) -> Vec<Match> {
        let mut found: Vec<(Finding, &Stored)> = self
            .candidates(statement)
            .into_iter()
            .filter_map(|slot| self.slots[slot as usize].as_ref())
            .filter_map(|stored| Some((relate(statement, &stored.statement, self)?, stored)))
            .filter(|(finding, _)| finding.score >= least)
            .collect();
        found.sort_by(|(x, a), (y, b)| y.score.total_cmp(&x.score).then(a.hash.cmp(&b.hash)));
        let mut matches = Vec::new();
        for (finding, stored) in found {
            // An article goes on about its subject; only another's words are news.
            let repeats = matches!(finding.why[..], [Why::Words { .. }])
                && finding.score < least + IN_ARTICLE;
            let mut places: Vec<_> = stored
                .places
                .iter()
                .filter(|place| place.0 != id || !repeats && !span_of(**place).overlaps(span))
                .copied()
                .collect();
            let room = LIMIT - matches.len();
            if places.len() > room {
                places.select_nth_unstable(room);
                places.truncate(room);
            }
            places.sort_unstable();
            matches.extend(places.into_iter().map(|place| {
                Match {
                    article: place.0,
                    span: span_of(place),
                    relation: finding.relation,
                    score: finding.score,
                    source: stored.statement.source.map(|source| source.at(place.1 as usize)),
                    why: finding
                        .why
                        .iter()
                        .map(|why| why.clone().shifted(span.start, place.1 as usize))
                        .collect(),
                }
            }));
            if matches.len() >= LIMIT {
                break;
            }
        }
        matches
    }

    /// The slots of the statements that share the most telling words, by BM25
    /// without term frequency, which in one claim is always 1.
    fn candidates(&self, statement: &Statement) -> Vec<u32> {
        let mut scores = vec![0f32; self.slots.len()];
        let mut touched = Vec::new();
        let near = statement.names.iter().flat_map(|name| self.names.near(name.key));
        for key in statement.words.iter().copied().chain(near) {
            let Some(slots) = self.postings.get(&key) else { continue };
            let weight = self.weight(key);
            for &slot in slots {
                let score = &mut scores[slot as usize];
                if *score == 0.0 {
                    touched.push(slot);
                }
                *score += weight;
            }
        }
        let rank = |&slot: &u32| {
            let (length, hash) = self.slots[slot as usize]
                .as_ref()
                .map_or((1, 0), |s| (s.statement.words.len(), s.hash));
            // BM25 with b = 0.5 around a claim of twelve words.
            (scores[slot as usize] / (0.5 + 0.5 * length as f32 / 12.0), hash)
        };
        let mut ranked: Vec<_> = touched.into_iter().map(|slot| (rank(&slot), slot)).collect();
        let order = |x: &((f32, u64), u32), y: &((f32, u64), u32)| {
            y.0.0.total_cmp(&x.0.0).then(x.0.1.cmp(&y.0.1))
        };
        if ranked.len() > CANDIDATES {
            ranked.select_nth_unstable_by(CANDIDATES, order);
            ranked.truncate(CANDIDATES);
        }
        ranked.into_iter().map(|(_, slot)| slot).collect()
    }

    fn store(&mut self, id: ArticleId, span: Span, statement: Statement) -> u32 {
        let hash = statement.hash();
        let place = (id, span.start as u32, span.end as u32);
        if let Some(&slot) = self.by_hash.get(&hash) {
            if let Some(stored) = &mut self.slots[slot as usize] {
                stored.places.push(place);
            }
            return slot;
        }
        let slot = self.free.pop().unwrap_or(self.slots.len() as u32);
        for &key in &statement.words {
            self.postings.entry(key).or_default().push(slot);
        }
        self.by_hash.insert(hash, slot);
        let stored = Some(Stored { statement, hash, places: vec![place] });
        match self.slots.get_mut(slot as usize) {
            Some(free) => *free = stored,
            None => self.slots.push(stored),
        }
        slot
    }

    fn free(&mut self, slot: u32) {
        let Some(stored) = self.slots[slot as usize].take() else { return };
        self.by_hash.remove(&stored.hash);
        for key in &stored.statement.words {
            if let Some(slots) = self.postings.get_mut(key) {
                slots.retain(|&other| other != slot);
                if slots.is_empty() {
                    self.postings.remove(key);
                }
            }
        }
        self.free.push(slot);
    }
}

fn span_of((_, start, end): (ArticleId, u32, u32)) -> Span {
    Span::new(start as usize, end as usize)
}

impl Desk for Index {
    fn weight(&self, key: Key) -> f32 {
        let all = self.by_hash.len() as f32;
        let with = self.postings.get(&key).map_or(0.0, |slots| slots.len() as f32);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    fn share(&self, key: Key) -> f32 {
        let most = (2.0 + 2.0 * self.by_hash.len() as f32).ln();
        self.weight(key) / most
    }

    fn near(&self, a: Key, b: Key) -> bool {
        self.names.are_near(a, b)
    }
}

impl Names {
    fn add(&mut self, key: Key, name: Box<str>) {
        let shadows = &mut self.shadows;
        let entry = self.known.entry(key).or_insert_with(|| {
            for shadow in self::shadows(&name) {
                shadows.entry(name_key(&shadow)).or_default().push(key);
            }
            (name, 0)
        });
        entry.1 += 1;
    }

    fn drop(&mut self, key: Key) {
        let Some(entry) = self.known.get_mut(&key) else { return };
        entry.1 -= 1;
        if entry.1 > 0 {
            return;
        }
        if let Some((name, _)) = self.known.remove(&key) {
            for shadow in shadows(&name).iter().map(|shadow| name_key(shadow)) {
                if let Some(keys) = self.shadows.get_mut(&shadow) {
                    keys.retain(|&other| other != key);
                    if keys.is_empty() {
                        self.shadows.remove(&shadow);
                    }
                }
            }
        }
    }

    /// Names of the desk that are spelt almost like this one, in order of key.
    fn near(&self, key: Key) -> Vec<Key> {
        let Some((name, _)) = self.known.get(&key) else { return Vec::new() };
        let shadows = shadows(name);
        let mut keys: Vec<Key> = shadows
            .iter()
            .filter_map(|shadow| self.shadows.get(&name_key(shadow)))
            .flatten()
            .copied()
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys.retain(|&other| self.are_near(key, other));
        keys
    }

    fn are_near(&self, a: Key, b: Key) -> bool {
        match (self.known.get(&a), self.known.get(&b)) {
            (Some((a, _)), Some((b, _))) => near(a, b),
            _ => false,
        }
    }
}
