//! The article that is asked about, and which others tell its story.

use std::collections::HashMap;

use super::among::Among;
use super::event::{self, Alike, Story, Weights};
use super::index::{FEW, Index};
use super::model::DocId;
use super::stories::{MOST_ARTICLES, Stories};
use super::told::Told;
use super::vector::Vector;

/// An article that is asked about.
pub(super) struct Asked<'a> {
    pub(super) id: DocId,
    vector: &'a Vector,
    weights: Vec<f32>,
    norms: Alike,
    /// Whether another article tells the same story, as far as it was asked for.
    pub(super) stories: HashMap<DocId, Story>,
    /// What the other articles of its story tell, in a small desk.
    others: Vec<&'a Vector>,
}

impl Index {
    /// What is asked about an article, whether it is in the index or not.
    pub(super) fn asked<'a>(&'a self, id: DocId, vector: &'a Vector) -> Asked<'a> {
        Asked { others: self.others(id), ..self.asked_alone(id, vector) }
    }

    /// The same without the others of its story.
    fn asked_alone<'a>(&self, id: DocId, vector: &'a Vector) -> Asked<'a> {
        let weights = event::weigh(vector, self);
        let norms = event::norms(vector, self);
        Asked { id, vector, weights, norms, stories: HashMap::new(), others: Vec::new() }
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
        asked.stories.insert(id, story);
        story
    }

    /// The same by the two articles alone.
    pub(super) fn alone(&self, asked: &Asked<'_>, id: DocId) -> Story {
        let Some(other) = self.articles.get(&id) else { return Story::NONE };
        let norms = other.norms.get(self.edition, || event::norms(&other.vector, self));
        let a = (asked.vector, &asked.weights[..], asked.norms);
        Story::of(a, (&other.vector, norms), self.articles.len() <= FEW)
    }

    /// The stories of a desk that is small enough to be seen as a whole.
    pub(super) fn stories(&self) -> Option<&Stories> {
        (FEW + 1..=MOST_ARTICLES).contains(&self.articles.len()).then(|| {
            self.stories.get_or_init(|| {
                let ids: Vec<DocId> = self.ids().collect();
                let stories = self.stories_of(&ids, self);
                stories.parted(|group| self.stories_of(group, &self.among(group)))
            })
        })
    }

    /// The stories of some articles, by how much terms weigh among them.
    fn stories_of(&self, ids: &[DocId], desk: &impl Weights) -> Stories {
        let vectors: Vec<&Vector> = ids.iter().filter_map(|&id| self.vector(id)).collect();
        let weighed: Vec<(Vec<f32>, Alike)> = vectors
            .iter()
            .map(|vector| (event::weigh(vector, desk), event::norms(vector, desk)))
            .collect();
        Stories::new(ids, |i, j| {
            let ((weights, norms), (_, other)) = (&weighed[i], &weighed[j]);
            event::story((vectors[i], weights, *norms), (vectors[j], *other))
        })
    }

    /// How much terms weigh among some articles.
    fn among(&self, ids: &[DocId]) -> Among {
        let articles = ids.iter().filter_map(|id| self.articles.get(id));
        Among::new(articles.map(|article| (&article.vector, article.sentences().count())))
    }

    /// What the article asked about, another one, and the others of their story tell.
    pub(super) fn told<'t>(&'t self, asked: &'t Asked<'t>, id: DocId) -> Option<Told<'t>> {
        let there = self.vector(id).filter(|_| id != asked.id)?;
        let gathered = self.is_gathered(asked.id, id);
        let others =
            (self.len() <= MOST_ARTICLES).then_some(if gathered { &asked.others[..] } else { &[] });
        Some(Told { here: asked.vector, there, others })
    }

    /// Whether two articles stand in one story of a desk that is small enough to be seen as a whole.
    fn is_gathered(&self, a: DocId, b: DocId) -> bool {
        self.stories().map_or(self.len() <= FEW, |stories| stories.are_one(a, b))
    }

    /// What the other articles of a story tell.
    fn others(&self, id: DocId) -> Vec<&Vector> {
        if self.len() > MOST_ARTICLES {
            return Vec::new();
        }
        let known = self.stories().map(|stories| stories.with(id));
        let few = known.is_none().then(|| self.ids()).into_iter().flatten();
        let others = known.into_iter().flatten().chain(few).filter(|&other| other != id);
        others.filter_map(|other| self.vector(other)).collect()
    }
}

/// What is known of two articles once the others are seen, too.
fn seen(alone: Story, stories: &Stories, a: DocId, b: DocId) -> Story {
    // A brief that no story took in may be of any.
    let is_open = || alone.is_brief && [a, b].into_iter().any(|id| stories.with(id).count() == 1);
    match () {
        () if stories.are_one(a, b) => alone.among_one(),
        () if stories.are_apart(a, b) && !is_open() => alone.among_two(),
        () => alone,
    }
}
