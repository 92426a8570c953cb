//! All statements of a desk, and the question what they say about one.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasherDefault;

use super::names::Names;
use super::relate::{Desk, Finding, relate};
use super::statement::{Digest, Statement};
use super::words::{Fnv, Key, KeyMap};
use super::{ArticleId, Match, Pair, Relation};
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
    /// How many words each holds, at most 255.
    lengths: Vec<u8>,
    free: Vec<u32>,
    by_hash: HashMap<u64, u32, BuildHasherDefault<Fnv>>,
    /// For each word, the slots of the statements that hold it.
    postings: KeyMap<Vec<u32>>,
    articles: BTreeMap<ArticleId, Article>,
    names: Names,
}

/// One statement and everywhere it stands.
pub(super) struct Stored {
    pub(super) statement: Statement,
    hash: u64,
    pub(super) places: Vec<Place>,
}

/// An article, and the first byte and the end of a claim in it.
pub(super) type Place = (ArticleId, u32, u32);

impl Stored {
    /// A match of the statement at one of its places with a claim that starts at `here`.
    fn told(&self, finding: &Finding, here: usize, place: Place) -> Match {
        let there = place.1 as usize;
        Match {
            article: place.0,
            span: span_of(place),
            relation: finding.relation,
            score: finding.score,
            source: self.statement.source.map(|source| source.at(there)),
            why: finding.why.iter().map(|why| why.clone().shifted(here, there)).collect(),
        }
    }
}

/// What an article put into the index.
struct Article {
    slots: Box<[u32]>,
    names: Box<[Key]>,
}

/// How many statements are compared in full for one query.
const CANDIDATES: usize = 200;
/// In a desk of this many statements and more, words that more than one in
/// [`COMMON_SHARE`] holds find no candidates, as long as [`RAREST`] others do.
const COMMON_LEAST: usize = 1000;
const COMMON_SHARE: usize = 10;
const RAREST: usize = 4;
/// Matches below this score are not shown.
pub const DEFAULT_SCORE: f32 = 0.45;
/// How much surer two claims of one article have to match.
const IN_ARTICLE: f32 = 0.07;
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

    pub(super) fn statements_of(&self, id: ArticleId) -> Vec<(Span, &Statement)> {
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
        let mut matches = Vec::new();
        for (finding, slot) in self.findings(statement, least) {
            let Some(stored) = self.stored(slot) else { continue };
            // An article goes on about its subject; only another's words are news.
            let repeats =
                finding.relation == Relation::Related || finding.score < least + IN_ARTICLE;
            let elsewhere =
                |place: &&Place| place.0 != id || !repeats && !span_of(**place).overlaps(span);
            let mut places: Vec<Place> = stored.places.iter().filter(elsewhere).copied().collect();
            let room = LIMIT - matches.len();
            if places.len() > room {
                places.select_nth_unstable(room);
                places.truncate(room);
            }
            places.sort_unstable();
            matches
                .extend(places.into_iter().map(|place| stored.told(&finding, span.start, place)));
            if matches.len() >= LIMIT {
                break;
            }
        }
        matches
    }

    /// The stored statements that relate to this one, itself among them, the surest first.
    pub(super) fn findings(&self, statement: &Statement, least: f32) -> Vec<(Finding, u32)> {
        let related = |slot| Some((relate(statement, &self.stored(slot)?.statement, self)?, slot));
        let candidates = self.candidates(statement).into_iter();
        let mut found: Vec<(Finding, u32)> =
            candidates.filter_map(related).filter(|(finding, _)| finding.score >= least).collect();
        let hash = |slot| self.stored(slot).map(|stored| stored.hash);
        found.sort_by(|(x, a), (y, b)| {
            y.score.total_cmp(&x.score).then_with(|| hash(*a).cmp(&hash(*b)))
        });
        found
    }

    /// The slots of the statements that share the most telling words, by BM25
    /// without term frequency, which in one claim is always 1.
    fn candidates(&self, statement: &Statement) -> Vec<u32> {
        let mut scores = vec![0f32; self.slots.len()];
        let mut touched: Vec<u32> = Vec::new();
        for (weight, slots) in self.telling(statement) {
            for &slot in slots {
                let score = &mut scores[slot as usize];
                if *score == 0.0 {
                    touched.push(slot);
                }
                *score += weight;
            }
        }
        // BM25 with b = 0.5 around a claim of twelve words.
        let rank = |slot: u32| {
            scores[slot as usize] / (0.5 + 0.5 * f32::from(self.lengths[slot as usize]) / 12.0)
        };
        let mut ranked: Vec<(f32, u32)> =
            touched.into_iter().map(|slot| (rank(slot), slot)).collect();
        if ranked.len() > CANDIDATES {
            let (_, last, _) =
                ranked.select_nth_unstable_by(CANDIDATES - 1, |x, y| y.0.total_cmp(&x.0));
            let last = last.0;
            // Of equals those with the smaller hash, so that the order of insertion does not tell.
            let mut equals: Vec<u32> =
                ranked.iter().filter(|x| x.0.total_cmp(&last).is_eq()).map(|x| x.1).collect();
            equals.sort_by_cached_key(|&slot| self.stored(slot).map(|stored| stored.hash));
            ranked.retain(|x| x.0 > last);
            equals.truncate(CANDIDATES - ranked.len());
            ranked.extend(equals.into_iter().map(|slot| (last, slot)));
        }
        ranked.into_iter().map(|(_, slot)| slot).collect()
    }

    /// The statements that hold each word worth following, with its weight:
    /// the rarest few, and all that are not everywhere in a large desk.
    fn telling(&self, statement: &Statement) -> Vec<(f32, &[u32])> {
        let near = statement.names.iter().flat_map(|name| self.names.near(name.key));
        let keys = statement.words.iter().copied().chain(near);
        let mut lists: Vec<(Key, &[u32])> =
            keys.filter_map(|key| Some((key, self.postings.get(&key)?.as_slice()))).collect();
        lists.sort_by_key(|&(key, slots)| (slots.len(), key));
        let common = (self.by_hash.len() / COMMON_SHARE).max(COMMON_LEAST);
        let rare = lists.iter().filter(|(_, slots)| slots.len() <= common).count();
        lists.truncate(rare.max(RAREST));
        lists.into_iter().map(|(key, slots)| (self.weight(key), slots)).collect()
    }

    pub(super) fn stored(&self, slot: u32) -> Option<&Stored> {
        self.slots.get(slot as usize)?.as_ref()
    }

    /// All stored statements with their slots.
    pub(super) fn all(&self) -> impl Iterator<Item = (u32, &Stored)> {
        (0..).zip(&self.slots).filter_map(|(slot, stored)| Some((slot, stored.as_ref()?)))
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
        let length = u8::try_from(statement.words.len()).unwrap_or(u8::MAX);
        let stored = Some(Stored { statement, hash, places: vec![place] });
        if slot as usize == self.slots.len() {
            self.slots.push(stored);
            self.lengths.push(length);
        } else {
            self.slots[slot as usize] = stored;
            self.lengths[slot as usize] = length;
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

pub(super) fn span_of((_, start, end): Place) -> Span {
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
