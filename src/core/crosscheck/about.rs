//! The article that is asked about, and which others tell its story.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::among::Among;
use super::before::Before;
use super::event::{self, Alike, Common, STORY_FEATURES, Story, Weights};
use super::index::{FEW, Index};
use super::model::DocId;
use super::stories::{MOST_ARTICLES, Stories};
use super::telling::Telling;
use super::told::Told;
use super::vector::Vector;

/// An article that is asked about.
pub(super) struct Asked<'a> {
    pub(super) id: DocId,
    /// Its own other sentences may answer, too.
    pub(super) of_itself: bool,
    /// What articles say of whom that is known and not asked.
    pub(super) is_known: Option<&'a dyn Fn(DocId) -> bool>,
    vector: &'a Vector,
    weights: Vec<f32>,
    norms: Alike,
    /// Whether another article tells the same story, as far as it was asked for.
    pub(super) stories: FxHashMap<DocId, Story>,
    /// What the articles of its story tell, itself among them.
    telling: Option<Cow<'a, Telling>>,
    /// Those that tell its story in a desk of few, in order, itself among them.
    tied: Vec<DocId>,
}

/// The log odds that two articles which are so alike report one story.
pub(super) trait Odds: Fn(DocId, DocId, &[f32; STORY_FEATURES]) -> f32 {}

impl<T: Fn(DocId, DocId, &[f32; STORY_FEATURES]) -> f32> Odds for T {}

impl Index {
    /// What is asked about an article, whether it is in the index or not.
    pub(super) fn asked<'a>(&'a self, id: DocId, vector: &'a Vector) -> Asked<'a> {
        let (weights, norms) = (event::weigh(vector, self), event::norms(vector, self));
        let stories = FxHashMap::default();
        let tied = self.tied(id, vector);
        let telling = match self.stories() {
            Some(stories) => stories.telling(id, |id| self.vector(id)).map(Cow::Borrowed),
            None if tied.is_empty() => None,
            None => Some(Cow::Owned(Telling::of(tied.iter().copied()))),
        };
        let tied = tied.into_iter().map(|(id, _)| id).collect();
        let is_known = None;
        Asked { id, of_itself: true, is_known, vector, weights, norms, stories, telling, tied }
    }

    /// Whether an article tells the story of the one asked about: by the two alone, and in a small
    /// desk seen together with the others.
    pub(super) fn story(&self, asked: &mut Asked<'_>, id: DocId) -> Story {
        if id == asked.id {
            return Story::OWN;
        }
        if let Some(story) = asked.stories.get(&id) {
            return *story;
        }
        let alone = self.alone(asked, id);
        let story = self.stories().map_or(alone, |stories| seen(alone, stories, asked.id, id));
        let other_town = self.vector(id).is_some_and(|v| asked.vector.is_of_other_town(v));
        let clear =
            story.clear && !other_town && (story.is_brief || !self.are_of_two_days(asked, id));
        let story = Story { clear, ..story };
        asked.stories.insert(id, story);
        story
    }

    /// Whether two articles of a desk with several stories are news of two days: by their heads, and in an affair that many tell
    /// by all that they say.
    fn are_of_two_days(&self, asked: &Asked<'_>, id: DocId) -> bool {
        let Some(other) = self.vector(id).filter(|_| self.articles.len() > FEW) else {
            return false;
        };
        let many = asked.telling.as_deref().is_some_and(Telling::is_affair);
        asked.vector.is_of_other_day(other) || many && asked.vector.tells_other_days(other)
    }

    /// The same by the two articles alone.
    pub(super) fn alone(&self, asked: &Asked<'_>, id: DocId) -> Story {
        let Some(other) = self.articles.get(id) else { return Story::NONE };
        let known = self.stories().and_then(|stories| stories.odds(asked.id, id));
        let odds = known.unwrap_or_else(|| {
            let norms = other.norms.get(self.edition, || event::norms(&other.vector, self));
            let a = (asked.vector, &asked.weights[..], asked.norms);
            event::story(&event::alike(a, (&other.vector, norms)))
        });
        let lengths = (asked.vector.terms.len(), other.vector.terms.len());
        Story::of(odds, lengths, self.articles.len() <= FEW)
    }

    /// The stories of a desk that is small enough to be seen as a whole.
    pub(super) fn stories(&self) -> Option<&Stories> {
        (FEW + 1..=MOST_ARTICLES).contains(&self.articles.len()).then(|| {
            self.stories.get_or_init(|| self.stories_by(|_, _, alike| event::story(alike)))
        })
    }

    /// The same by these log odds of two articles.
    pub(super) fn stories_by(&self, odds: impl Odds) -> Stories {
        let ids: Vec<DocId> = self.ids().collect();
        let stories = self.stories_of(&ids, self, &odds);
        stories.parted(|group| self.stories_of(group, &self.among(group), &odds))
    }

    /// The stories of some articles, by how much terms weigh among them.
    fn stories_of(&self, ids: &[DocId], desk: &impl Weights, odds: &impl Odds) -> Stories {
        let vectors: Vec<&Vector> = ids.iter().filter_map(|&id| self.vector(id)).collect();
        let weighed: Vec<(Vec<f32>, Alike)> = vectors
            .iter()
            .map(|vector| (event::weigh(vector, desk), event::norms(vector, desk)))
            .collect();
        let mut before = Before::default();
        Stories::new(ids, |j| {
            let (weights, norms) = &weighed[j];
            let common = before.and_then(vectors[j], weights);
            let odds = |i: usize, common: Common| {
                let alike = common.features((vectors[i], weighed[i].1), (vectors[j], *norms));
                odds(ids[i], ids[j], &alike)
            };
            (0..j).map(|i| [odds(i, common[i]), odds(i, common[i].opened())]).collect()
        })
    }

    /// How much terms weigh among some articles.
    fn among(&self, ids: &[DocId]) -> Among {
        let articles = ids.iter().filter_map(|&id| self.articles.get(id));
        Among::new(articles.map(|article| (&article.vector, article.sentences().count())))
    }

    /// What the article asked about, another one, and the others of their story tell.
    pub(super) fn told<'t>(&'t self, asked: &'t Asked<'t>, id: DocId) -> Option<Told<'t>> {
        let there = self.vector(id).filter(|_| id != asked.id)?;
        let gathered = self
            .stories()
            .map_or_else(|| asked.tied.contains(&id), |stories| stories.are_one(asked.id, id));
        let story = asked.telling.as_deref().filter(|_| gathered);
        let alone = self.len() > MOST_ARTICLES;
        Some(Told { here: asked.vector, there, ids: [asked.id, id], story, alone })
    }

    /// The articles of a desk of few that are tied to one by what they tell, or by others that are, in order; none in a
    /// larger desk.
    fn tied<'a>(&'a self, id: DocId, vector: &'a Vector) -> Vec<(DocId, &'a Vector)> {
        if self.len() > FEW {
            return Vec::new();
        }
        let others = self.ids().filter(|&other| other != id);
        let mut left: Vec<(DocId, &Vector)> =
            others.filter_map(|other| Some((other, self.vector(other)?))).collect();
        let mut tied = vec![(id, vector)];
        let mut next = 0;
        while let Some(&(_, a)) = tied.get(next) {
            let (weights, norms) = (event::weigh(a, self), event::norms(a, self));
            let one = |&mut (_, b): &mut (DocId, &Vector)| {
                let odds =
                    event::story(&event::alike((a, &weights, norms), (b, event::norms(b, self))));
                Story::of(odds, (a.terms.len(), b.terms.len()), true).one && !a.is_of_other_town(b)
            };
            tied.extend(left.extract_if(.., one));
            next += 1;
        }
        tied.sort_by_key(|(id, _)| *id);
        tied
    }
}

/// What is known of two articles once the others are seen, too.
pub(super) fn seen(alone: Story, stories: &Stories, a: DocId, b: DocId) -> Story {
    // A brief that no story took in may be of any.
    let is_open = || alone.is_brief && [a, b].into_iter().any(|id| stories.with(id).len() == 1);
    if stories.are_one(a, b) {
        alone.among_one(stories.are_clearly_one(a, b))
    } else if stories.are_apart(a, b) && !is_open() {
        alone.among_two()
    } else {
        alone
    }
}
