//! All statements of a desk, and the question what they say about one.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::BuildHasherDefault;
use std::sync::OnceLock;

use super::digest::{self, Digest, Digester};
use super::event::{self, Alike, Shared, Story, Sums, Weighed, Weights};
use super::model::{ArticleId, Match, Pair, Relation, Why};
use super::norms::Norms;
use super::pack::Pack;
use super::postings::{Postings, Scratch, Slot, reserve_some};
use super::relate::{DEFAULT_SCORE, Finding, Sentences, relate};
use super::statement::Statement;
use super::steps::step;
use super::stories::{MOST_ARTICLES, Stories};
use super::term::{Fnv, Key};
use super::vector::Vector;
use crate::core::article::{Span, within};
use crate::core::claim::Analysis;
use crate::core::fact::Comparison;

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
    /// How often anything went in or out.
    edition: u64,
    /// The stories of this edition, once they are asked for.
    stories: OnceLock<Stories>,
}

/// One statement.
struct Stored {
    statement: Statement,
    hash: u64,
    /// How many sentences of the desk make it.
    times: u32,
}

/// What an article put into the index.
struct Article {
    /// Where it makes each statement, in order of slot and place.
    places: Box<[Place]>,
    vector: Vector,
    norms: Norms,
}

/// A claim, and the sentence by which it makes a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    slot: Slot,
    sentence: u32,
    start: u32,
    end: u32,
}

impl Place {
    fn claim(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// A sentence of an article: its claims in order.
#[derive(Clone, Copy)]
pub(super) struct Made<'a> {
    pub(super) article: ArticleId,
    claims: &'a [Place],
}

impl Made<'_> {
    fn slot(self) -> Slot {
        self.claims[0].slot
    }

    pub(super) fn sentence(self) -> usize {
        self.claims[0].sentence as usize
    }

    /// The claim that a stretch of the sentence stands in, or the longest.
    fn claim_at(self, span: Span) -> Span {
        let claims = || self.claims.iter().map(|place| place.claim());
        let longest = || claims().max_by_key(|claim| (claim.len(), usize::MAX - claim.start));
        claims().find(|claim| claim.overlaps(span)).or_else(longest).unwrap_or_default()
    }

    fn longest(self) -> Span {
        self.claim_at(Span::default())
    }
}

/// A sentence that was asked about, and the article it stands in.
pub(super) struct Asked<'a> {
    id: ArticleId,
    vector: &'a Vector,
    weights: Vec<f32>,
    norms: Alike,
    /// Whether another article tells the same story, as far as it was asked for.
    stories: HashMap<ArticleId, Story>,
}

/// What a sentence of the desk says about the one asked about.
pub(super) struct Hit<'a> {
    pub(super) finding: Finding,
    pub(super) made: Made<'a>,
}

/// Two claims of a hit and how they stand to each other.
pub(super) struct Link {
    pub(super) here: Span,
    pub(super) there: Span,
    pub(super) relation: Relation,
    /// In bytes of the two articles.
    pub(super) why: Vec<Why>,
}

/// So few articles were put together by somebody, as one story.
pub(super) const FEW: usize = 6;
/// How many statements are compared in full for one query, how many places of one, and of all.
const CANDIDATES: usize = 200;
const MOST_HOLDERS: usize = 20;
const MOST_COMPARED: usize = 400;
/// Comparing two statements takes about as long as reading so many numbers of a list.
const COMPARISON: usize = 2_000;
/// Two claims of one article have to match as surely.
const IN_ARTICLE: f32 = 0.9;
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
        self.next_edition();
        let slots: Vec<Slot> = digest
            .statements
            .into_iter()
            .map(|(hash, statement)| self.store(hash, statement))
            .collect();
        let place = |place: digest::Place| Place {
            slot: slots[place.number as usize],
            sentence: place.sentence as u32,
            start: place.claim.start as u32,
            end: place.claim.end as u32,
        };
        let mut places: Box<[Place]> = digest.places.into_iter().map(place).collect();
        places.sort_unstable();
        let article = Article { places, vector: digest.vector, norms: Norms::default() };
        for sentence in article.sentences() {
            let slot = sentence[0].slot;
            self.holders.insert((slot, id));
            if let Some(stored) = &mut self.slots[slot as usize] {
                stored.times += 1;
            }
        }
        self.articles.insert(id, article);
    }

    /// Takes an article out; nothing happens where it is not in.
    pub fn remove(&mut self, id: ArticleId) {
        let Some(article) = self.articles.remove(&id) else { return };
        self.next_edition();
        for sentence in article.sentences() {
            let slot = sentence[0].slot;
            self.holders.remove(&(slot, id));
            self.drop_from(slot);
        }
    }

    fn next_edition(&mut self) {
        self.edition += 1;
        self.stories = OnceLock::new();
    }

    /// How many articles are in.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether no article is in.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// What the desk says about the claim at `span` of an article, what differs first, at most [`LIMIT`].
    ///
    /// The article need not be in the index; where it is, its other claims answer too.
    pub fn query(&self, id: ArticleId, text: &str, analysis: &Analysis, span: Span) -> Vec<Match> {
        let mut digester = Digester::default();
        let pack = Pack::number_for(text, analysis.language);
        let sentence = analysis.sentence_of(span);
        let Some(statement) = digester.statement(text, analysis, sentence, pack) else {
            return Vec::new();
        };
        let fresh;
        let vector = match self.articles.get(&id) {
            Some(article) => &article.vector,
            None => {
                fresh = digester.vector(text, analysis, pack);
                &fresh
            }
        };
        let own = within(&analysis.claims, sentence, |claim| claim.span).iter().map(|c| c.span);
        let claims: Vec<Place> = own
            .chain([span])
            .map(|claim| Place {
                slot: 0,
                sentence: sentence.start as u32,
                start: claim.start as u32,
                end: claim.end as u32,
            })
            .collect();
        let here = Made { article: id, claims: &claims };
        let mut asked = self.asked(id, vector);
        let hits = self.hits(&mut asked, &statement, here, DEFAULT_SCORE, &mut Scratch::default());
        let mut matches: Vec<Match> = hits
            .iter()
            .flat_map(|hit| Self::links(hit, here).into_iter().map(move |link| (hit, link)))
            .filter(|(_, link)| link.here.overlaps(span))
            .map(|(hit, link)| self.told(hit, link))
            .collect();
        matches.truncate(LIMIT);
        matches
    }

    /// All pairs of claims of the desk that say something about the same fact,
    /// with a score of `least` or more, in order of place.
    pub fn pairs(&self, least: f32) -> Vec<Pair> {
        let ids = self.articles.keys();
        ids.flat_map(|&id| self.pairs_of(id, least)).filter(Pair::is_ordered).collect()
    }

    /// The pairs that the claims of one article belong to, in order of place in it.
    pub fn pairs_of(&self, id: ArticleId, least: f32) -> Vec<Pair> {
        self.pairs_where(id, least, |_| true)
    }

    /// The same of the sentences in which a claim is wanted.
    pub fn pairs_where(
        &self,
        id: ArticleId,
        least: f32,
        is_wanted: impl Fn(Span) -> bool,
    ) -> Vec<Pair> {
        let Some(article) = self.articles.get(&id) else { return Vec::new() };
        let mut asked = self.asked(id, &article.vector);
        let mut scratch = Scratch::default();
        let mut pairs = Vec::new();
        for here in self.sentences_of(id) {
            if !here.claims.iter().any(|place| is_wanted(place.claim())) {
                continue;
            }
            let Some(stored) = self.stored(here.slot()) else { continue };
            let hits = self.hits(&mut asked, &stored.statement, here, least, &mut scratch);
            for hit in &hits {
                pairs.extend(Self::links(hit, here).into_iter().map(|link| Pair {
                    article: id,
                    span: link.here,
                    found: self.told(hit, link),
                }));
            }
        }
        pairs.sort_by_key(|pair| pair.span);
        pairs
    }

    /// What is asked about an article, whether it is in the index or not.
    pub(super) fn asked<'a>(&self, id: ArticleId, vector: &'a Vector) -> Asked<'a> {
        let weights = vector.terms.iter().map(|term| self.weight(term.key())).collect();
        let norms = event::norms(vector, self);
        Asked { id, vector, weights, norms, stories: HashMap::new() }
    }

    /// Whether an article tells the story of the one asked about: by the two alone, and in a small
    /// desk seen together with the others.
    fn story(&self, asked: &mut Asked<'_>, id: ArticleId) -> Story {
        if id == asked.id {
            return Story::OWN;
        }
        if let Some(story) = asked.stories.get(&id) {
            return *story;
        }
        let alone = self.alone(asked, id);
        let together = self.stories().is_some_and(|stories| stories.are_one(asked.id, id));
        let story = if together { alone.among_others() } else { alone };
        asked.stories.insert(id, story);
        story
    }

    /// The same by the two articles alone.
    pub(super) fn alone(&self, asked: &Asked<'_>, id: ArticleId) -> Story {
        let Some(other) = self.articles.get(&id) else { return Story::NONE };
        let norms = other.norms.get(self.edition, || event::norms(&other.vector, self));
        let a = (asked.vector, &asked.weights[..], asked.norms);
        Story::of(a, (&other.vector, norms), self.articles.len() <= FEW)
    }

    /// The stories of a small desk.
    pub(super) fn stories(&self) -> Option<&Stories> {
        (FEW + 1..=MOST_ARTICLES).contains(&self.articles.len()).then(|| {
            self.stories.get_or_init(|| {
                let ids: Vec<ArticleId> = self.ids().collect();
                let vectors = ids.iter().filter_map(|&id| Some((id, self.vector(id)?)));
                let asked: Vec<Asked<'_>> =
                    vectors.map(|(id, vector)| self.asked(id, vector)).collect();
                Stories::new(&ids, |i, j| self.alone(&asked[i], ids[j]).odds)
            })
        })
    }

    /// What the article asked about and another one tell.
    fn both_told<'a>(
        &'a self,
        asked: &Asked<'a>,
        id: ArticleId,
    ) -> Option<(&'a Vector, &'a Vector)> {
        let other = self.articles.get(&id).filter(|_| id != asked.id)?;
        Some((asked.vector, &other.vector))
    }

    /// What the sentences of the desk say about one at `here`, what differs first.
    pub(super) fn hits(
        &self,
        asked: &mut Asked<'_>,
        statement: &Statement,
        here: Made<'_>,
        least: f32,
        scratch: &mut Scratch,
    ) -> Vec<Hit<'_>> {
        let weighed = Weighed::new(statement, self);
        let mut hits: Vec<Hit<'_>> = Vec::new();
        let mut compared = 0;
        for slot in self.candidates(statement, scratch) {
            let Some(stored) = self.stored(slot) else { continue };
            let other = &stored.statement;
            let sums = scratch.sums(slot, || Sums::of(other, self));
            let shared = Shared::of(&weighed, other, sums, self);
            let sentences = Sentences::new(&weighed, other, shared);
            for made in self.made(slot).take(MOST_HOLDERS) {
                let same_article = made.article == here.article;
                if same_article && made.sentence() == here.sentence() {
                    continue;
                }
                compared += 1;
                scratch.work += COMPARISON;
                let heads = u8::from(made.sentence() == 0) + u8::from(here.sentence() == 0);
                let story = self.story(asked, made.article);
                let told = self.both_told(asked, made.article);
                let Some(finding) = relate(&sentences, story, heads, told, least) else { continue };
                // An article goes on about its subject; it differs from itself where it names two sources.
                let sources = statement.source.is_some() && other.source.is_some();
                let repeats = same_article
                    && match finding.relation {
                        Relation::Related => true,
                        Relation::Agree => finding.score < IN_ARTICLE,
                        Relation::Differ => finding.score < IN_ARTICLE || !sources,
                    };
                if !repeats {
                    hits.push(Hit { finding, made });
                }
            }
            if compared >= MOST_COMPARED {
                break;
            }
        }
        let place = |hit: &Hit<'_>| (hit.made.article, hit.made.sentence());
        hits.sort_by(|x, y| {
            let (a, b) = (&x.finding, &y.finding);
            let surer = b.score.total_cmp(&a.score);
            b.relation.cmp(&a.relation).then(surer).then_with(|| place(x).cmp(&place(y)))
        });
        hits
    }

    /// The claims of a hit: those that hold the values which decide, else the longest.
    pub(super) fn links(hit: &Hit<'_>, here: Made<'_>) -> Vec<Link> {
        let Finding { relation, why, .. } = &hit.finding;
        let decides = |_: &&Why| *relation != Relation::Related;
        let moved = |why: &Why| why.shifted(here.sentence(), hit.made.sentence());
        let claims = |why: &Why| (here.claim_at(why.here), hit.made.claim_at(why.there));
        let mut places: Vec<(Span, Span)> =
            why.iter().filter(decides).map(|why| claims(&moved(why))).collect();
        places.sort_unstable();
        places.dedup();
        if places.is_empty() {
            places.push((here.longest(), hit.made.longest()));
        }
        let link = |(here, there): (Span, Span)| {
            let own = |why: &Why| claims(why) == (here, there);
            let why: Vec<Why> = why.iter().map(moved).filter(own).collect();
            // Of sentences that differ in one claim others may agree.
            let differs = why.iter().any(|why| why.agreement == Comparison::Differs);
            let relation = match relation {
                Relation::Differ if !differs => Relation::Agree,
                relation => *relation,
            };
            Link { here, there, relation, why }
        };
        places.into_iter().map(link).collect()
    }

    fn told(&self, hit: &Hit<'_>, link: Link) -> Match {
        let source = self.stored(hit.made.slot()).and_then(|stored| stored.statement.source);
        Match {
            article: hit.made.article,
            span: link.there,
            relation: link.relation,
            score: hit.finding.score,
            source: source.map(|source| source.at(hit.made.sentence())),
            why: link.why,
        }
    }

    /// The slots of the statements that share the most telling words, the most telling first.
    fn candidates(&self, statement: &Statement, scratch: &mut Scratch) -> Vec<Slot> {
        let keys = statement.terms.iter().map(|term| term.key());
        let mut ranked = self.postings.rank(keys, scratch);
        // Of equals those with the smaller hash first, so that the order of insertion does not tell.
        let hash = |slot: Slot| self.stored(slot).map(|stored| stored.hash);
        let order = |x: &(f32, Slot), y: &(f32, Slot)| {
            y.0.total_cmp(&x.0).then_with(|| hash(x.1).cmp(&hash(y.1)))
        };
        if ranked.len() > CANDIDATES {
            ranked.select_nth_unstable_by(CANDIDATES - 1, order);
            ranked.truncate(CANDIDATES);
        }
        ranked.sort_unstable_by(order);
        ranked.into_iter().map(|(_, slot)| slot).collect()
    }

    fn stored(&self, slot: Slot) -> Option<&Stored> {
        self.slots.get(slot as usize)?.as_ref()
    }

    /// The statement of a sentence.
    pub(super) fn statement(&self, made: Made<'_>) -> Option<&Statement> {
        Some(&self.stored(made.slot())?.statement)
    }

    /// The articles, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = ArticleId> {
        self.articles.keys().copied()
    }

    /// The vector of an article.
    pub(super) fn vector(&self, id: ArticleId) -> Option<&Vector> {
        Some(&self.articles.get(&id)?.vector)
    }

    /// The sentences of an article that make statements, in order of place.
    pub(super) fn sentences_of(&self, id: ArticleId) -> Vec<Made<'_>> {
        let Some(article) = self.articles.get(&id) else { return Vec::new() };
        let made = |claims| Made { article: id, claims };
        let mut sentences: Vec<Made<'_>> = article.sentences().map(made).collect();
        sentences.sort_by_key(|made| made.sentence());
        sentences
    }

    /// The statements, each with the articles that make it, in order.
    pub(super) fn makers(&self) -> impl Iterator<Item = (Slot, Vec<ArticleId>)> {
        let mut rest = self.holders.iter().copied().peekable();
        std::iter::from_fn(move || {
            let (slot, first) = rest.next()?;
            let others = std::iter::from_fn(|| rest.next_if(|(next, _)| *next == slot));
            Some((slot, [first].into_iter().chain(others.map(|(_, id)| id)).collect()))
        })
    }

    /// The sentences that make a statement, in order.
    fn made(&self, slot: Slot) -> impl Iterator<Item = Made<'_>> {
        let (first, last) = (ArticleId(0), ArticleId(u32::MAX));
        let holders = self.holders.range((slot, first)..=(slot, last));
        holders.filter_map(|&(_, id)| Some((id, self.articles.get(&id)?))).flat_map(
            move |(id, article)| {
                let from = article.places.partition_point(|place| place.slot < slot);
                let len = article.places[from..].partition_point(|place| place.slot == slot);
                let claims = &article.places[from..from + len];
                claims.chunk_by(|x, y| x.sentence == y.sentence).map(move |claims| {
                    step();
                    Made { article: id, claims }
                })
            },
        )
    }

    fn store(&mut self, hash: u64, statement: Statement) -> Slot {
        if let Some(&slot) = self.by_hash.get(&hash) {
            return slot;
        }
        let slot = self.postings.add(&statement.terms);
        self.by_hash.insert(hash, slot);
        if slot as usize == self.slots.len() {
            reserve_some(&mut self.slots);
            self.slots.push(None);
        }
        self.slots[slot as usize] = Some(Stored { statement, hash, times: 0 });
        slot
    }

    fn drop_from(&mut self, slot: Slot) {
        let Some(stored) = &mut self.slots[slot as usize] else { return };
        stored.times -= 1;
        if stored.times > 0 {
            return;
        }
        let Some(stored) = self.slots[slot as usize].take() else { return };
        self.by_hash.remove(&stored.hash);
        self.postings.remove(slot, &stored.statement.terms);
    }
}

impl Article {
    /// Its claims, sentence by sentence.
    fn sentences(&self) -> impl Iterator<Item = &[Place]> {
        self.places.chunk_by(|x, y| (x.slot, x.sentence) == (y.slot, y.sentence))
    }
}

impl Weights for Index {
    fn weight(&self, key: Key) -> f32 {
        self.postings.weight(key)
    }

    fn mean_length(&self) -> f32 {
        self.postings.mean_length()
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
            let held: usize = stored.map(|stored| stored.statement.terms.len()).sum();
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
        assert_eq!(found.len(), MOST_HOLDERS);
        assert!(found.iter().all(|found| found.article == ArticleId(0)));
        assert!(steps < 3 * LIMIT, "{steps} steps");
    }
}
