//! What the weights are fitted on: the features of sentences and values of a desk, as the index
//! sees them. Only `examples/fit_crosscheck.rs` asks for them.

use std::collections::BTreeMap;

use super::about;
use super::contrast;
use super::event::{self, Shared, Story, Sums, Weighed};
use super::facing::{self, Facing, Setting};
use super::index::{FEW, Index};
use super::model::DocId;
use super::stories::MOST_ARTICLES;
use crate::core::article::Span;
use crate::core::fact::Comparison;

/// Two articles of a desk and their features, see `weights::STORY`.
#[derive(Clone, Debug)]
pub struct Articles {
    /// The two articles.
    pub ids: (DocId, DocId),
    /// Their features.
    pub features: Vec<f32>,
}

/// Two sentences of different articles and what is known of them.
#[derive(Clone, Debug)]
pub struct Sentences {
    /// The two articles, each with the first byte of the sentence.
    pub ends: [(DocId, usize); 2],
    /// Their features, see `weights::EVENT`.
    pub features: Vec<f32>,
    /// The log odds that they report one event, by the weights in force.
    pub odds: f32,
    /// Whether their articles are taken for one story.
    pub one_story: bool,
    /// What they state of one kind.
    pub values: Vec<Values>,
}

/// Two values of two sentences.
#[derive(Clone, Debug)]
pub struct Values {
    /// The row of the table, see `weights::SLOT`.
    pub kind: usize,
    /// Their features.
    pub features: Vec<f32>,
    /// Their features as two answers to one question, see `weights::CONTRAST`, of equal ones as if
    /// one of them were another.
    pub contrasts: Vec<Vec<f32>>,
    /// Neither has an equal one in the other sentence.
    pub free: bool,
    /// Whether the articles tell one of them elsewhere than here.
    pub explained: bool,
    /// How they compare.
    pub comparison: Comparison,
    /// Where they stand.
    pub spans: [Span; 2],
}

impl Index {
    /// All pairs of articles.
    pub fn fit_articles(&self) -> Vec<Articles> {
        let ids: Vec<DocId> = self.ids().collect();
        let mut found = Vec::new();
        for (i, &a) in ids.iter().enumerate() {
            let Some(vector) = self.vector(a) else { continue };
            let weights = event::weigh(vector, self);
            let norms = event::norms(vector, self);
            for &b in &ids[i + 1..] {
                let Some(other) = self.vector(b) else { continue };
                let alike =
                    event::alike((vector, &weights, norms), (other, event::norms(other, self)));
                found.push(Articles { ids: (a, b), features: alike.to_vec() });
            }
        }
        found
    }

    /// The log odds that two articles report one story once all are seen together, by those that
    /// `odds` makes of their features.
    pub fn fit_stories(
        &self,
        odds: impl Fn(DocId, DocId, &[f32]) -> f32,
    ) -> BTreeMap<(DocId, DocId), f32> {
        let small = (FEW + 1..=MOST_ARTICLES).contains(&self.len());
        let stories = small.then(|| self.stories_by(|a, b, alike| odds(a, b, alike)));
        let length = |id| self.vector(id).map_or(0, |vector| vector.terms.len());
        let seen = |Articles { ids: (a, b), features }| {
            let alone = Story::of(odds(a, b, &features), (length(a), length(b)), self.len() <= FEW);
            let story = stories.as_ref().map_or(alone, |stories| about::seen(alone, stories, a, b));
            ((a, b), story.odds)
        };
        self.fit_articles().into_iter().map(seen).collect()
    }

    /// Pairs of sentences of different articles that share a term. `story` gives the log odds that
    /// two articles report one story; where it gives none, their sentences are left out.
    pub fn fit_sentences(&self, story: impl Fn(DocId, DocId) -> Option<f32>) -> Vec<Sentences> {
        let made: Vec<_> = self.ids().flat_map(|id| self.sentences_of(id)).collect();
        let statements: Vec<_> = made.iter().filter_map(|made| self.statement(*made)).collect();
        let sums: Vec<Sums> = statements.iter().map(|s| Sums::of(&s.terms, self)).collect();
        let mut found = Vec::new();
        for (i, a) in made.iter().enumerate() {
            let weighed = Weighed::new(&statements[i], self);
            let Some(vector) = self.vector(a.article) else { continue };
            let mut asked = self.asked(a.article, vector);
            for (j, b) in made.iter().enumerate().skip(i + 1) {
                if a.article == b.article {
                    continue;
                }
                let Some(story) = story(a.article, b.article) else { continue };
                let mean = self.postings.mean_length();
                let shared = Shared::of(&weighed, &statements[j].terms, sums[j], mean);
                if shared.0.is_none() {
                    continue;
                }
                let heads = u8::from(a.sentence() == 0) + u8::from(b.sentence() == 0);
                let seen = self.story(&mut asked, b.article);
                let one_story = seen.one;
                let told = self.told(&asked, b.article);
                let seen = Story { odds: story, ..seen };
                let setting = Setting::new(&shared.1, seen, heads, told);
                let odds = event::event(&shared.0, story, heads);
                let mut values = Vec::new();
                let all = Facing::all(&weighed, &statements[j]);
                let is_equal = |f: &&Facing<'_>| {
                    f.comparison == Comparison::Same
                        || f.comparison == Comparison::Meets && f.x.said.is_bound_of(&f.y.said)
                };
                for facing in &all {
                    let (x, y) = (facing.x, facing.y);
                    let meets = |f: &Facing<'_>| f.x.piece == x.piece || f.y.piece == y.piece;
                    let statements = (&statements[i], &statements[j]);
                    let contrasts = contrast::lessons(facing, setting, statements);
                    values.push(Values {
                        kind: x.kind(),
                        features: facing::features(facing, setting).to_vec(),
                        contrasts: contrasts.iter().map(|features| features.to_vec()).collect(),
                        free: !all.iter().filter(is_equal).any(meets),
                        explained: setting.is_explained((statements.0, x), (statements.1, y)),
                        comparison: facing.comparison,
                        spans: [x.piece.at(a.sentence()), y.piece.at(b.sentence())],
                    });
                }
                found.push(Sentences {
                    ends: [(a.article, a.sentence()), (b.article, b.sentence())],
                    features: event::features(&shared.0, story, heads).to_vec(),
                    odds,
                    one_story,
                    values,
                });
            }
        }
        found
    }
}
