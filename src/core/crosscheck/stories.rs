//! Which articles of a desk report one story, seen together: an article that tells little of it is
//! tied by those that tell more.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::model::ArticleId;

/// The story of each article, as a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Stories(BTreeMap<ArticleId, usize>);

/// Of more articles only two at a time are looked at: all pairs would take too long.
pub(super) const MOST_ARTICLES: usize = 128;
/// Two stories are one where their articles have these log odds of it on average, and how far two of
/// them may tip the scales.
const ONE: f32 = -0.75;
const MOST_ODDS: f32 = 4.0;

impl Stories {
    /// Joins articles, the likeliest first, as long as two stories are likely one on average.
    pub(super) fn new(ids: &[ArticleId], odds: impl Fn(usize, usize) -> f32) -> Self {
        let n = ids.len();
        let odds = |i: usize, j: usize| match i.cmp(&j) {
            Ordering::Less => odds(i, j).clamp(-MOST_ODDS, MOST_ODDS),
            _ => 0.0,
        };
        let row = |i| (0..n).map(|j| odds(i, j) + odds(j, i)).collect();
        let mut sums: Vec<Vec<f32>> = (0..n).map(row).collect();
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
        Self(ids.iter().copied().zip(story).collect())
    }

    /// The articles of each story, in order.
    pub(super) fn groups(&self) -> Vec<Vec<ArticleId>> {
        let mut groups: BTreeMap<usize, Vec<ArticleId>> = BTreeMap::new();
        for (id, story) in &self.0 {
            groups.entry(*story).or_default().push(*id);
        }
        groups.into_values().collect()
    }

    /// Whether two articles are known to report one story.
    pub(super) fn are_one(&self, a: ArticleId, b: ArticleId) -> bool {
        self.0.get(&a).is_some_and(|story| self.0.get(&b) == Some(story))
    }
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
    fn an_article_that_tells_little_is_tied_by_the_others() {
        let ids: Vec<ArticleId> = (0..5).map(ArticleId).collect();
        // 0, 1 and 2 report one story; 0 and 2 have little in common. 3 and 4 report another.
        let odds = |i: usize, j: usize| match (i, j) {
            (0, 1) | (1, 2) | (3, 4) => 3.0,
            (0, 2) => -2.0,
            _ => -3.5,
        };
        let stories = Stories::new(&ids, odds);
        let one = |a: u32, b: u32| stories.are_one(ArticleId(a), ArticleId(b));
        assert_eq!([one(0, 2), one(3, 4), one(2, 3), one(0, 9)], [true, true, false, false]);
    }
}
