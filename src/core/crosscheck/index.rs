//! All statements of a desk, and the articles that make them. What they say about one is asked in
//! `ask`.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::{Mutex, OnceLock};

use super::articles::{Article, Articles, Place};
use super::digest::{self, Digest};
use super::event::Weights;
use super::holders::Holders;
use super::last_asked::LastAsked;
use super::model::DocId;
use super::norms::Norms;
use super::packed::Packed;
use super::postings::{Postings, Slot, reserve_some};
use super::statement::Statement;
use super::steps::step;
use super::stories::Stories;
use super::term::{Fnv, Key};
use super::vector::Vector;
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
    pub(super) postings: Postings,
    pub(super) articles: Articles,
    /// How often anything went in or out.
    pub(super) edition: u64,
    /// The stories of this edition, once they are asked for.
    pub(super) stories: OnceLock<Stories>,
    /// What was worked out for one article in this edition.
    pub(super) last_asked: Mutex<Option<LastAsked>>,
}

/// One statement.
pub(super) struct Stored {
    pub(super) packed: Packed,
    pub(super) hash: u64,
    /// How many sentences of the desk make it.
    times: u32,
    pub(super) holders: Holders,
}

/// A sentence of an article: its claims in order.
#[derive(Clone, Copy)]
pub(super) struct Made<'a> {
    pub(super) article: DocId,
    pub(super) claims: &'a [Place],
}

impl Made<'_> {
    pub(super) fn slot(self) -> Slot {
        self.claims[0].slot
    }

    pub(super) fn sentence(self) -> usize {
        self.claims[0].sentence as usize
    }

    /// The claim that a stretch of the sentence stands in, or the longest.
    pub(super) fn claim_at(self, span: Span) -> Span {
        let claims = || self.claims.iter().map(|place| place.claim());
        let longest = || claims().max_by_key(|claim| (claim.len(), usize::MAX - claim.start));
        claims().find(|claim| claim.overlaps(span)).or_else(longest).unwrap_or_default()
    }

    pub(super) fn longest(self) -> Span {
        self.claim_at(Span::default())
    }
}

/// So few articles were put together by somebody, as one story.
pub(super) const FEW: usize = 6;
impl Index {
    /// An index over nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts an article in, in place of what was known under `id`.
    pub fn insert(&mut self, id: DocId, text: &str, analysis: &Analysis) {
        self.insert_digest(id, Digest::of(text, analysis));
    }

    /// The same with a digest made elsewhere, on another thread for instance.
    pub fn insert_digest(&mut self, id: DocId, digest: Digest) {
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
        let titles = digest.titles.into();
        let article = Article { places, titles, vector: digest.vector, norms: Norms::default() };
        for sentence in article.sentences() {
            let slot = sentence[0].slot;
            if let Some(stored) = &mut self.slots[slot as usize] {
                stored.holders.insert(id);
                stored.times += 1;
            }
        }
        self.articles.insert(id, article);
    }

    /// Takes an article out; nothing happens where it is not in.
    pub fn remove(&mut self, id: DocId) {
        let Some(article) = self.articles.remove(id) else { return };
        self.next_edition();
        for sentence in article.sentences() {
            let slot = sentence[0].slot;
            self.drop_from(slot, id);
        }
    }

    fn next_edition(&mut self) {
        self.edition += 1;
        self.stories = OnceLock::new();
        self.last_asked = Mutex::default();
    }

    /// How many articles are in.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether no article is in.
    pub fn is_empty(&self) -> bool {
        self.articles.len() == 0
    }

    pub(super) fn stored(&self, slot: Slot) -> Option<&Stored> {
        self.slots.get(slot as usize)?.as_ref()
    }

    /// The statement of a sentence.
    pub(super) fn statement(&self, made: Made<'_>) -> Option<Statement> {
        Some(self.stored(made.slot())?.packed.statement())
    }

    /// The articles, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = DocId> {
        self.articles.ids()
    }

    /// The vector of an article.
    pub(super) fn vector(&self, id: DocId) -> Option<&Vector> {
        Some(&self.articles.get(id)?.vector)
    }

    /// The sentences of an article that make statements, in order of place.
    pub(super) fn sentences_of(&self, id: DocId) -> Vec<Made<'_>> {
        let Some(article) = self.articles.get(id) else { return Vec::new() };
        let made = |claims| Made { article: id, claims };
        let mut sentences: Vec<Made<'_>> = article.sentences().map(made).collect();
        sentences.sort_by_key(|made| made.sentence());
        sentences
    }

    /// Whether a claim was found in a sentence; else it is a title.
    pub(super) fn is_claim(&self, made: Made<'_>) -> bool {
        let article = self.articles.get(made.article);
        article.is_none_or(|article| !article.titles.contains(&made.claims[0].sentence))
    }

    /// The articles that make each statement, in order.
    pub(super) fn makers(&self) -> impl Iterator<Item = &[DocId]> {
        self.slots.iter().flatten().map(|stored| stored.holders.all())
    }

    /// The articles that make a statement, in order.
    pub(super) fn holders(&self, slot: Slot) -> &[DocId] {
        self.stored(slot).map_or(&[], |stored| stored.holders.all())
    }

    /// The sentences that make a statement, in order.
    pub(super) fn made(&self, slot: Slot) -> impl Iterator<Item = Made<'_>> {
        let holders = self.holders(slot).iter();
        holders.filter_map(|&id| Some((id, self.articles.get(id)?))).flat_map(
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

    fn store(&mut self, hash: u64, packed: Packed) -> Slot {
        if let Some(&slot) = self.by_hash.get(&hash) {
            return slot;
        }
        let slot = self.postings.add(packed.terms());
        self.by_hash.insert(hash, slot);
        if slot as usize == self.slots.len() {
            reserve_some(&mut self.slots);
            self.slots.push(None);
        }
        self.slots[slot as usize] =
            Some(Stored { packed, hash, times: 0, holders: Holders::default() });
        slot
    }

    /// Takes one sentence of an article out, and the article with it.
    fn drop_from(&mut self, slot: Slot, id: DocId) {
        let Some(stored) = &mut self.slots[slot as usize] else { return };
        stored.holders.remove(id);
        stored.times -= 1;
        if stored.times > 0 {
            return;
        }
        let Some(stored) = self.slots[slot as usize].take() else { return };
        self.by_hash.remove(&stored.hash);
        self.postings.remove(slot, stored.packed.terms());
    }
}

impl Weights for Index {
    fn weight(&self, key: Key) -> f32 {
        self.postings.weight(key)
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
        index.insert(DocId::new(id), text, &analyze(text));
    }

    const REPEATED: &str = "La Corée du Nord a envoyé 12 000 soldats en Russie.\n";

    #[test]
    fn an_article_that_repeats_itself_is_taken_in_and_out_in_one_pass() {
        grows_with_its_subject(|count| {
            let mut index = Index::new();
            insert(&mut index, 0, &REPEATED.repeat(count));
            insert(&mut index, 1, "La Corée du Nord a envoyé 1 500 soldats en Russie.");
            index.differences_of(DocId(0));
            index.differences();
            index.remove(DocId(0));
        });
    }

    #[test]
    fn a_sentence_of_many_articles_is_taken_in_and_out_of_each_alone() {
        grows_with_its_subject(|count| {
            let mut index = Index::new();
            (0..count).rev().for_each(|id| insert(&mut index, id, REPEATED));
            insert(&mut index, count, "La Corée du Nord a envoyé 1 500 soldats en Russie.");
            (0..count).for_each(|id| assert_eq!(index.differences_of(DocId::new(id)), 1));
            (0..count).for_each(|id| index.remove(DocId::new(id)));
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
            let held: usize = stored.map(|stored| stored.packed.terms().len()).sum();
            let replacing = steps(|| insert_all(&mut index, 20_000));
            assert!(replacing < 5 * held, "{replacing} steps for {held} words");
            let removing = steps(|| (0..count).for_each(|id| index.remove(DocId::new(id))));
            assert!(removing < 5 * held, "{removing} steps for {held} words");
        }
    }
}
