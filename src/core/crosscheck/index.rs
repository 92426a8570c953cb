//! All statements of a desk, and the question what they say about one.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::BuildHasherDefault;

use super::names::Names;
use super::postings::{Postings, Scratch, Slot, reserve_some};
use super::relate::{Desk, Finding, Sums, Weighed, relate};
use super::statement::{Digest, Statement};
use super::steps::step;
use super::words::{Fnv, Key};
use super::{ArticleId, Match, Pair, Relation};
use crate::core::article::Span;
use crate::core::claim::Analysis;

/// All statements of a desk.
///
/// Articles that repeat each other's sentences, as articles from agencies do,
/// share one stored statement. What a query answers does not depend on the
/// order in which articles came in.
#[derive(Default)]
pub struct Index {
    /// Stored statements; freed slots are used again.
    slots: Vec<Option<Stored>>,
    by_hash: HashMap<u64, Slot, BuildHasherDefault<Fnv>>,
    postings: Postings,
    /// Which articles make each statement.
    holders: BTreeSet<(Slot, ArticleId)>,
    articles: BTreeMap<ArticleId, Article>,
    names: Names,
}

/// One statement.
pub(super) struct Stored {
    pub(super) statement: Statement,
    hash: u64,
    /// How often it stands on the desk.
    pub(super) times: u32,
}

/// What an article put into the index.
struct Article {
    /// Where it makes each statement, in order of slot and place.
    places: Box<[Place]>,
    names: Box<[Key]>,
}

/// Where an article makes a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    slot: Slot,
    /// First byte.
    start: u32,
    /// One past the last byte.
    end: u32,
}

impl Place {
    fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

impl Article {
    /// Where it makes a statement, in order of place.
    fn places_of(&self, slot: Slot) -> &[Place] {
        let from = self.places.partition_point(|place| place.slot < slot);
        let len = self.places[from..].partition_point(|place| place.slot == slot);
        &self.places[from..from + len]
    }

    /// The statements it makes, and how often.
    fn slots(&self) -> impl Iterator<Item = (Slot, usize)> {
        let places = self.places.chunk_by(|x, y| x.slot == y.slot);
        places.map(|places| (places[0].slot, places.len()))
    }
}

impl Stored {
    /// A match of the statement at one of its places with a claim that starts at `here`.
    fn told(&self, finding: &Finding, here: usize, (article, span): (ArticleId, Span)) -> Match {
        Match {
            article,
            span,
            relation: finding.relation,
            score: finding.score,
            source: self.statement.told().source.map(|source| source.at(span.start)),
            why: finding.why.iter().map(|why| why.clone().shifted(here, span.start)).collect(),
        }
    }
}

/// How many statements are compared in full for one query.
const CANDIDATES: usize = 200;
/// Comparing two statements takes about as long as reading so many numbers of a list.
const COMPARISON: usize = 500;
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
        let slots: Vec<Slot> = digest
            .statements
            .into_iter()
            .map(|(hash, statement)| self.store(hash, statement))
            .collect();
        let place = |(span, number): (Span, u32)| {
            let slot = slots[number as usize];
            Place { slot, start: span.start as u32, end: span.end as u32 }
        };
        let mut places: Box<[Place]> = digest.places.into_iter().map(place).collect();
        places.sort_unstable();
        let names = digest.names.keys().copied().collect();
        for (key, name) in digest.names {
            self.names.add(key, name);
        }
        let article = Article { places, names };
        for (slot, times) in article.slots() {
            self.holders.insert((slot, id));
            if let Some(stored) = &mut self.slots[slot as usize] {
                stored.times += times as u32;
            }
        }
        self.articles.insert(id, article);
    }

    /// Takes an article out; nothing happens where it is not in.
    pub fn remove(&mut self, id: ArticleId) {
        let Some(article) = self.articles.remove(&id) else { return };
        for (slot, times) in article.slots() {
            self.holders.remove(&(slot, id));
            self.drop_from(slot, times as u32);
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
        let found = self.findings(statement, DEFAULT_SCORE, &mut Scratch::default());
        self.matches(id, span, &found, DEFAULT_SCORE)
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
        let Some(article) = self.articles.get(&id) else { return Vec::new() };
        let mut places: Vec<Place> = article.places.to_vec();
        places.sort_unstable_by_key(|place| place.start);
        let mut scratch = Scratch::default();
        let mut pairs = Vec::new();
        for place in places {
            let Some(stored) = self.stored(place.slot) else { continue };
            let found = self.findings(&stored.statement, least, &mut scratch);
            let matches = self.matches(id, place.span(), &found, least);
            pairs.extend(matches.into_iter().map(|found| Pair {
                article: id,
                span: place.span(),
                found,
            }));
        }
        pairs
    }

    /// Where these findings stand, for a claim at `span` of an article.
    fn matches(
        &self,
        id: ArticleId,
        span: Span,
        findings: &[(Finding, Slot)],
        least: f32,
    ) -> Vec<Match> {
        let mut matches = Vec::new();
        for (finding, slot) in findings {
            let Some(stored) = self.stored(*slot) else { continue };
            // An article goes on about its subject; only another's words are news.
            let repeats =
                finding.relation == Relation::Related || finding.score < least + IN_ARTICLE;
            let holders = self.holders_of(*slot).filter(|other| *other != id || !repeats);
            let places = holders.flat_map(|article| {
                self.places_of(*slot, article).map(move |span| (article, span))
            });
            let elsewhere =
                places.filter(|(article, other)| *article != id || !other.overlaps(span));
            let room = LIMIT - matches.len();
            matches
                .extend(elsewhere.take(room).map(|place| stored.told(finding, span.start, place)));
            if matches.len() >= LIMIT {
                break;
            }
        }
        matches
    }

    /// The stored statements that relate to this one, itself among them, the surest first.
    pub(super) fn findings(
        &self,
        statement: &Statement,
        least: f32,
        scratch: &mut Scratch,
    ) -> Vec<(Finding, Slot)> {
        let asked = Weighed::new(statement, Sums::of(statement, self));
        let candidates = self.candidates(statement, scratch).into_iter();
        let related = |slot| {
            scratch.work += COMPARISON;
            let other = &self.stored(slot)?.statement;
            let sums = scratch.sums(slot, || Sums::of(other, self));
            Some((relate(asked, Weighed::new(other, sums), least, self)?, slot))
        };
        let mut found: Vec<(Finding, Slot)> = candidates.filter_map(related).collect();
        let hash = |slot| self.stored(slot).map(|stored| stored.hash);
        found.sort_by(|(x, a), (y, b)| {
            y.score.total_cmp(&x.score).then_with(|| hash(*a).cmp(&hash(*b)))
        });
        found
    }

    /// The slots of the statements that share the most telling words.
    fn candidates(&self, statement: &Statement, scratch: &mut Scratch) -> Vec<Slot> {
        let near = statement.names().flat_map(|name| self.names.near(name.key));
        let mut ranked = self.postings.rank(statement.words().iter().copied().chain(near), scratch);
        if ranked.len() > CANDIDATES {
            let (_, last, _) =
                ranked.select_nth_unstable_by(CANDIDATES - 1, |x, y| y.0.total_cmp(&x.0));
            let last = last.0;
            // Of equals those with the smaller hash, so that the order of insertion does not tell.
            let mut equals: Vec<Slot> =
                ranked.iter().filter(|x| x.0.total_cmp(&last).is_eq()).map(|x| x.1).collect();
            equals.sort_by_cached_key(|&slot| self.stored(slot).map(|stored| stored.hash));
            ranked.retain(|x| x.0 > last);
            equals.truncate(CANDIDATES - ranked.len());
            ranked.extend(equals.into_iter().map(|slot| (last, slot)));
        }
        ranked.into_iter().map(|(_, slot)| slot).collect()
    }

    pub(super) fn stored(&self, slot: Slot) -> Option<&Stored> {
        self.slots.get(slot as usize)?.as_ref()
    }

    /// The articles, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = ArticleId> {
        self.articles.keys().copied()
    }

    /// The statements of an article in order of place, each once, with how often it makes it.
    pub(super) fn statements_of(&self, id: ArticleId) -> Vec<(Slot, usize)> {
        let Some(article) = self.articles.get(&id) else { return Vec::new() };
        let mut slots: Vec<_> = article.slots().collect();
        slots.sort_by_cached_key(|&(slot, _)| {
            article.places_of(slot).first().map(|place| place.start)
        });
        slots
    }

    /// The articles that make a statement, in order.
    pub(super) fn holders_of(&self, slot: Slot) -> impl Iterator<Item = ArticleId> {
        let (first, last) = (ArticleId(0), ArticleId(u32::MAX));
        self.holders.range((slot, first)..=(slot, last)).map(|&(_, article)| {
            step();
            article
        })
    }

    /// Where an article makes a statement, in order.
    pub(super) fn places_of(&self, slot: Slot, id: ArticleId) -> impl Iterator<Item = Span> {
        let article = self.articles.get(&id);
        article.map_or(&[][..], |article| article.places_of(slot)).iter().map(|place| {
            step();
            place.span()
        })
    }

    fn store(&mut self, hash: u64, statement: Statement) -> Slot {
        if let Some(&slot) = self.by_hash.get(&hash) {
            return slot;
        }
        let slot = self.postings.add(statement.words());
        self.by_hash.insert(hash, slot);
        if slot as usize == self.slots.len() {
            reserve_some(&mut self.slots);
            self.slots.push(None);
        }
        self.slots[slot as usize] = Some(Stored { statement, hash, times: 0 });
        slot
    }

    fn drop_from(&mut self, slot: Slot, times: u32) {
        let Some(stored) = &mut self.slots[slot as usize] else { return };
        stored.times -= times;
        if stored.times > 0 {
            return;
        }
        let Some(stored) = self.slots[slot as usize].take() else { return };
        self.by_hash.remove(&stored.hash);
        self.postings.remove(slot, stored.statement.words());
    }
}

impl Desk for Index {
    fn weight(&self, key: Key) -> f32 {
        self.postings.weight(key)
    }

    fn share(&self, key: Key) -> f32 {
        let most = (2.0 + 2.0 * self.postings.len() as f32).ln();
        self.weight(key) / most
    }

    fn near(&self, a: Key, b: Key) -> bool {
        self.names.are_near(a, b)
    }
}

#[cfg(test)]
mod tests {
    use super::super::steps::steps;
    use super::*;
    use crate::core::claim::analyze;

    /// Twice as much of everything may take little more than twice the steps.
    #[track_caller]
    fn grows_with_its_subject(run: impl Fn(usize)) {
        let (once, twice) = (steps(|| run(200)), steps(|| run(400)));
        assert!(twice <= 2 * once + once / 4 + 100, "{once} steps, {twice} for twice as much");
    }

    fn insert(index: &mut Index, id: usize, text: &str) {
        index.insert(ArticleId(id as u32), text, &analyze(text));
    }

    const REPEATED: &str = "La Corée du Nord a envoyé 12 000 soldats en Russie.\n";

    #[test]
    fn an_article_that_repeats_itself_is_taken_in_and_out_in_one_pass() {
        grows_with_its_subject(|count| {
            let mut index = Index::new();
            insert(&mut index, 0, &REPEATED.repeat(count));
            insert(&mut index, 1, "La Corée du Nord a envoyé 1 500 soldats en Russie.");
            index.differences_of(ArticleId(0));
            index.differences();
            index.remove(ArticleId(0));
        });
    }

    #[test]
    fn a_sentence_of_many_articles_is_taken_in_and_out_of_each_alone() {
        grows_with_its_subject(|count| {
            let mut index = Index::new();
            (0..count).rev().for_each(|id| insert(&mut index, id, REPEATED));
            insert(&mut index, count, "La Corée du Nord a envoyé 1 500 soldats en Russie.");
            (0..count).for_each(|id| assert_eq!(index.differences_of(ArticleId(id as u32)), 1));
            (0..count).for_each(|id| index.remove(ArticleId(id as u32)));
        });
    }

    #[test]
    fn taking_many_statements_out_sweeps_the_lists_seldom() {
        for count in [2000, 8000] {
            let mut index = Index::new();
            let insert_all = |index: &mut Index, more: usize| {
                (0..count).for_each(|id| {
                    let figure = id + more;
                    insert(index, id, &format!("La Corée du Nord a envoyé {figure} soldats."));
                });
            };
            insert_all(&mut index, 1000);
            let stored = index.slots.iter().flatten();
            let held: usize = stored.map(|stored| stored.statement.words().len()).sum();
            let replacing = steps(|| insert_all(&mut index, 20_000));
            assert!(replacing < 5 * held, "{replacing} steps for {held} words");
            let removing = steps(|| (0..count).for_each(|id| index.remove(ArticleId(id as u32))));
            assert!(removing < 5 * held, "{removing} steps for {held} words");
        }
    }

    #[test]
    fn a_query_shows_only_so_much_of_what_is_repeated() {
        let mut index = Index::new();
        let text = REPEATED.repeat(3000);
        insert(&mut index, 0, &text);
        insert(&mut index, 1, &text);
        let analysis = analyze(REPEATED);
        let span = analysis.claims[0].span;
        let mut found = Vec::new();
        let steps = steps(|| found = index.query(ArticleId(2), REPEATED, &analysis, span));
        assert_eq!(found.len(), LIMIT);
        assert!(found.iter().all(|found| found.article == ArticleId(0)));
        assert!(steps < 3 * LIMIT, "{steps} steps");
    }
}
