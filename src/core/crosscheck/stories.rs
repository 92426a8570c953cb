//! Which articles of a desk report one story, seen together: an article that tells little of it is
//! tied by those that tell more.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::model::DocId;

/// The story of each article, as a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Stories(BTreeMap<DocId, usize>);

/// Of more articles only two at a time are looked at: all pairs would take too long.
pub(super) const MOST_ARTICLES: usize = 128;
/// Two stories are one where their articles have these log odds of it on average, and how far two of
/// them may tip the scales.
const ONE: f32 = -0.75;
const MOST_ODDS: f32 = 4.0;
/// An article that tells its story in words of its own, as a report from the street does, is left
/// alone by that. It joins the story of the article it is likeliest one with, where that is not out of
/// the question and twice as likely as any other.
const LIKELIEST: f32 = -3.0;
const AHEAD: f32 = 0.7;

impl Stories {
    /// Joins articles, the likeliest first, as long as two stories are likely one on average.
    pub(super) fn new(ids: &[DocId], odds: impl Fn(usize, usize) -> f32) -> Self {
        let n = ids.len();
        let odds = |i: usize, j: usize| match i.cmp(&j) {
            Ordering::Less => odds(i, j).clamp(-MOST_ODDS, MOST_ODDS),
            _ => 0.0,
        };
        let row = |i| (0..n).map(|j| odds(i, j) + odds(j, i)).collect();
        let all: Vec<Vec<f32>> = (0..n).map(row).collect();
        let mut sums = all.clone();
        let mut sizes = vec![1.0_f32; n];
        let mut story: Vec<usize> = (0..n).collect();
        while let Some((i, j)) = likeliest(&sums, &sizes) {
            for k in (0..n).filter(|&k| k != i && k != j) {
                sums[i][k] += sums[j][k];
                sums[k][i] = sums[i][k];
            }
            sizes[i] += sizes[j];
            sizes[j] = 0.0;
            story.iter_mut().filter(|story| **story == j).for_each(|story| *story = i);
        }
        let alone = |i: usize| sizes[i] < 1.5 && story[i] == i;
        let joins = |i| nearest(i, &story, &all).filter(|&story| !alone(story));
        let joined: Vec<usize> =
            (0..n).map(|i| if alone(i) { joins(i).unwrap_or(i) } else { story[i] }).collect();
        Self(ids.iter().copied().zip(joined).collect())
    }

    /// The articles of each story, in order.
    pub(super) fn groups(&self) -> Vec<Vec<DocId>> {
        let mut groups: BTreeMap<usize, Vec<DocId>> = BTreeMap::new();
        for (id, story) in &self.0 {
            groups.entry(*story).or_default().push(*id);
        }
        groups.into_values().collect()
    }

    /// Whether two articles are known to report one story.
    pub(super) fn are_one(&self, a: DocId, b: DocId) -> bool {
        self.0.get(&a).is_some_and(|story| self.0.get(&b) == Some(story))
    }
}

/// The story that an article left alone belongs to, where that is clear.
fn nearest(alone: usize, story: &[usize], odds: &[Vec<f32>]) -> Option<usize> {
    let mut stories: BTreeMap<usize, f32> = BTreeMap::new();
    for (other, &story) in story.iter().enumerate().filter(|(other, _)| *other != alone) {
        let most = stories.entry(story).or_insert(f32::NEG_INFINITY);
        *most = most.max(odds[alone][other]);
    }
    let mut ranked: Vec<(usize, f32)> = stories.into_iter().collect();
    ranked.sort_by(|x, y| y.1.total_cmp(&x.1));
    let next = ranked.get(1).map_or(f32::NEG_INFINITY, |(_, odds)| *odds);
    let &(story, odds) = ranked.first()?;
    (odds >= LIKELIEST && odds >= next + AHEAD).then_some(story)
}

/// The two stories, the earlier first, that are likeliest one.
fn likeliest(sums: &[Vec<f32>], sizes: &[f32]) -> Option<(usize, usize)> {
    let mut best = None;
    let mut most = ONE;
    let left: Vec<usize> = (0..sizes.len()).filter(|&i| sizes[i] > 0.0).collect();
    for (at, &i) in left.iter().enumerate() {
        for &j in &left[at + 1..] {
            let mean = sums[i][j] / (sizes[i] * sizes[j]);
            if mean > most {
                (best, most) = (Some((i, j)), mean);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_in_words_of_its_own_joins_the_story_it_is_likeliest_of() {
        let ids: Vec<DocId> = (0..6).map(DocId).collect();
        // 0 and 1 report one story, 2 and 3 another; 4 is nearer to the first, 5 to none.
        let odds = |i: usize, j: usize| match (i, j) {
            (0, 1) | (2, 3) => 3.0,
            (1, 4) => -2.0,
            _ => -5.0,
        };
        let stories = Stories::new(&ids, odds);
        let one = |a: u32, b: u32| stories.are_one(DocId(a), DocId(b));
        assert_eq!([one(0, 4), one(2, 4), one(0, 5), one(4, 5)], [true, false, false, false]);
    }

    #[test]
    fn an_article_that_tells_little_is_tied_by_the_others() {
        let ids: Vec<DocId> = (0..5).map(DocId).collect();
        // 0, 1 and 2 report one story; 0 and 2 have little in common. 3 and 4 report another.
        let odds = |i: usize, j: usize| match (i, j) {
            (0, 1) | (1, 2) | (3, 4) => 3.0,
            (0, 2) => -2.0,
            _ => -3.5,
        };
        let stories = Stories::new(&ids, odds);
        let one = |a: u32, b: u32| stories.are_one(DocId(a), DocId(b));
        assert_eq!([one(0, 2), one(3, 4), one(2, 3), one(0, 9)], [true, true, false, false]);
    }
}
