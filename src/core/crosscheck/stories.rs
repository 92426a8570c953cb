//! Which articles of a desk report one story, seen together: an article that tells little of it is
//! tied by those that tell more.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::model::DocId;
use super::standing::Standing;
use super::telling::Telling;
use super::vector::Vector;

/// The story of each article.
#[derive(Clone, Debug, Default)]
pub(super) struct Stories {
    /// Its number among the stories.
    numbers: FxHashMap<DocId, usize>,
    /// The articles of each story, in order.
    groups: Vec<Vec<DocId>>,
    /// What the articles of each tell, once that is asked for.
    telling: Vec<OnceLock<Telling>>,
    odds: Odds,
    /// How each article stands to its story and the others, once that is asked for.
    standing: OnceLock<FxHashMap<DocId, Standing>>,
}

/// The log odds of every two articles, by the two alone.
#[derive(Clone, Debug, Default)]
struct Odds {
    numbers: FxHashMap<DocId, usize>,
    /// Those of each with all before it.
    before: Vec<Vec<f32>>,
}

impl Odds {
    fn of(&self, a: DocId, b: DocId) -> Option<f32> {
        let (i, j) = (*self.numbers.get(&a)?, *self.numbers.get(&b)?);
        self.before[i.max(j)].get(i.min(j)).copied()
    }
}

/// Of more articles only two at a time are looked at: all pairs would take too long.
pub(super) const MOST_ARTICLES: usize = 1024;
/// Two stories are one where their articles have these log odds of it on average, and how far two of
/// them may tip the scales.
const ONE: f32 = -0.75;
const MOST_ODDS: f32 = 4.0;
/// An article that tells its story in words of its own, as a report from the street does, is left
/// alone by that. It joins the story of the article it is likeliest one with, where that is not out of
/// the question and twice as likely as any other.
const LIKELIEST: f32 = -3.0;
const AHEAD: f32 = 0.7;
/// So often that is looked for.
const ROUNDS: usize = 2;
/// Two articles join the story that one of theirs likely is of, where no other comes near.
const LIKELY: f32 = 0.0;
const FAR_AHEAD: f32 = 2.0;

impl Stories {
    /// Joins articles, the likeliest first, as long as two stories are likely one on average; `odds`
    /// are asked for one article after the other, each with all before it: the odds, and those by which an article that
    /// is left alone is joined to others.
    pub(super) fn new(ids: &[DocId], odds: impl FnMut(usize) -> Vec<[f32; 2]>) -> Self {
        let n = ids.len();
        let before: Vec<Vec<[f32; 2]>> = (0..n).map(odds).collect();
        let clamped = |odds: f32| odds.clamp(-MOST_ODDS, MOST_ODDS);
        let at = |i: usize, j: usize, which: usize| match i.cmp(&j) {
            Ordering::Less => clamped(before[j][i][which]),
            Ordering::Equal => 0.0,
            Ordering::Greater => clamped(before[i][j][which]),
        };
        let row = |i, which| (0..n).map(|j| at(i, j, which)).collect();
        let all: Vec<Vec<f32>> = (0..n).map(|i| row(i, 0)).collect();
        let mut story: Vec<usize> = (0..n).collect();
        let mut joining = Joining::new(all);
        while let Some((i, j)) = joining.join() {
            story.iter_mut().filter(|story| **story == j).for_each(|story| *story = i);
        }
        join_pairs(&mut story, &joining.sizes, |i| row(i, 0));
        // One that joined a story may lead another to it.
        for _ in 0..ROUNDS {
            let mut sizes = vec![0; n];
            for &story in &story {
                sizes[story] += 1;
            }
            let alone = |i: usize| sizes[story[i]] == 1;
            let nearest = |i, which| {
                let nearest = nearest(i, &story, &row(i, which), (LIKELIEST, AHEAD));
                nearest.filter(|&story| !alone(story))
            };
            let joins = |i| nearest(i, 1).or_else(|| nearest(i, 0));
            let joined =
                (0..n).map(|i| if alone(i) { joins(i).unwrap_or(i) } else { story[i] }).collect();
            if std::mem::replace(&mut story, joined) == story {
                break;
            }
        }
        let mut groups: BTreeMap<usize, Vec<DocId>> = BTreeMap::new();
        for (id, story) in ids.iter().zip(story) {
            groups.entry(story).or_default().push(*id);
        }
        let numbers = ids.iter().copied().zip(0..).collect();
        let before =
            before.iter().map(|odds| odds.iter().map(|[alone, _]| *alone).collect()).collect();
        Self::of(groups.into_values().collect(), Odds { numbers, before })
    }

    fn of(groups: Vec<Vec<DocId>>, odds: Odds) -> Self {
        let number = |(number, group): (usize, &Vec<DocId>)| {
            group.iter().map(move |&id| (id, number)).collect::<Vec<_>>()
        };
        let numbers = groups.iter().enumerate().flat_map(number).collect();
        let telling = vec![OnceLock::new(); groups.len()];
        Self { numbers, telling, groups, odds, standing: OnceLock::new() }
    }

    /// The same where those taken for one story are looked at again, by what tells them apart among
    /// themselves.
    pub(super) fn parted(self, again: impl Fn(&[DocId]) -> Self) -> Self {
        let all = self.numbers.len();
        let mut parted = Vec::new();
        for group in &self.groups {
            match group.len() {
                // Among so few nothing is common, and all articles were seen among themselves.
                0..=2 => parted.push(group.clone()),
                n if n == all => return self,
                _ => parted.extend(again(group).groups),
            }
        }
        Self::of(parted, self.odds)
    }

    /// The articles of each story, in order.
    pub(super) fn groups(&self) -> &[Vec<DocId>] {
        &self.groups
    }

    /// The articles of one's story, in order.
    pub(super) fn with(&self, id: DocId) -> &[DocId] {
        self.numbers.get(&id).map_or(&[], |&number| &self.groups[number])
    }

    /// What the articles of one's story tell.
    pub(super) fn telling<'a>(
        &'a self,
        id: DocId,
        vector: impl Fn(DocId) -> Option<&'a Vector>,
    ) -> Option<&'a Telling> {
        let number = *self.numbers.get(&id)?;
        let articles = || self.groups[number].iter().filter_map(|&id| Some((id, vector(id)?)));
        Some(self.telling[number].get_or_init(|| Telling::of(articles())))
    }

    /// The log odds that two articles report one story, by the two alone.
    pub(super) fn odds(&self, a: DocId, b: DocId) -> Option<f32> {
        self.odds.of(a, b)
    }

    /// Whether two articles report one story that is clearly none of those that others report.
    pub(super) fn are_clearly_one(&self, a: DocId, b: DocId) -> bool {
        let standing = self.standing.get_or_init(|| self.standings());
        let both = standing.get(&a).zip(standing.get(&b)).zip(self.odds(a, b));
        self.are_one(a, b) && both.is_some_and(|((a, b), odds)| a.is_clear(*b, odds))
    }

    fn standings(&self) -> FxHashMap<DocId, Standing> {
        // In order, so that sums are the same in every run.
        let mut ids: Vec<DocId> = self.odds.numbers.keys().copied().collect();
        ids.sort_unstable();
        let standing = |a: DocId| {
            let others = ids.iter().filter(|&&b| b != a);
            Standing::of(others.filter_map(|&b| Some((self.odds(a, b)?, self.are_one(a, b)))))
        };
        ids.iter().map(|&id| (id, standing(id))).collect()
    }

    /// Whether two articles are known to report two stories.
    pub(super) fn are_apart(&self, a: DocId, b: DocId) -> bool {
        matches!((self.numbers.get(&a), self.numbers.get(&b)), (Some(a), Some(b)) if a != b)
    }

    /// Whether two articles are known to report one story.
    pub(super) fn are_one(&self, a: DocId, b: DocId) -> bool {
        self.numbers.get(&a).is_some_and(|story| self.numbers.get(&b) == Some(story))
    }
}

/// Joins two articles that tell a story in other words than others do to the story that one of them likely is of; a row
/// holds the odds of an article with each.
fn join_pairs(story: &mut [usize], sizes: &[f32], row: impl Fn(usize) -> Vec<f32>) {
    let n = story.len();
    for pair in (0..n).filter(|&i| sizes[i] > 1.5 && sizes[i] < 2.5) {
        let rows: Vec<Vec<f32>> = (0..n).filter(|&i| story[i] == pair).map(&row).collect();
        let most = |j: usize| rows.iter().map(|row| row[j]).fold(f32::NEG_INFINITY, f32::max);
        let odds: Vec<f32> = (0..n).map(most).collect();
        let other = nearest(pair, story, &odds, (LIKELY, FAR_AHEAD));
        if let Some(other) = other.filter(|&other| sizes[other] > 1.5) {
            story.iter_mut().filter(|story| **story == pair).for_each(|story| *story = other);
        }
    }
}

/// The story that an article left alone belongs to, where that is clear.
fn nearest(
    alone: usize,
    story: &[usize],
    odds: &[f32],
    (least, ahead): (f32, f32),
) -> Option<usize> {
    let mut stories: BTreeMap<usize, f32> = BTreeMap::new();
    for (other, &story) in story.iter().enumerate().filter(|(_, story)| **story != alone) {
        let most = stories.entry(story).or_insert(f32::NEG_INFINITY);
        *most = most.max(odds[other]);
    }
    let mut ranked: Vec<(usize, f32)> = stories.into_iter().collect();
    ranked.sort_by(|x, y| y.1.total_cmp(&x.1));
    let next = ranked.get(1).map_or(f32::NEG_INFINITY, |(_, odds)| *odds);
    let &(story, odds) = ranked.first()?;
    (odds >= least && odds >= next + ahead).then_some(story)
}

/// Stories that are joined, each under the number of its first article.
struct Joining {
    /// For two stories the sum of the odds of their articles.
    sums: Vec<Vec<f32>>,
    /// How many articles each has; 0 where it was joined to another.
    sizes: Vec<f32>,
    /// Which other one each is likeliest one with, and how likely on average.
    nearest: Vec<Option<(usize, f32)>>,
}

impl Joining {
    fn new(sums: Vec<Vec<f32>>) -> Self {
        let n = sums.len();
        let mut joining = Self { sums, sizes: vec![1.0; n], nearest: Vec::new() };
        joining.nearest = (0..n).map(|i| joining.nearest_of(i)).collect();
        joining
    }

    fn mean(&self, i: usize, j: usize) -> f32 {
        self.sums[i][j] / (self.sizes[i] * self.sizes[j])
    }

    fn left(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.sizes.len()).filter(|&i| self.sizes[i] > 0.0)
    }

    /// The first of those that a story is likeliest one with.
    fn nearest_of(&self, i: usize) -> Option<(usize, f32)> {
        let others = self.left().filter(|&j| j != i).map(|j| (j, self.mean(i, j)));
        others.reduce(|best, next| if next.1 > best.1 { next } else { best })
    }

    /// Joins the two likeliest, the later to the earlier, where they likely are one.
    fn join(&mut self) -> Option<(usize, usize)> {
        let known = self.left().filter_map(|i| self.nearest[i].map(|(j, mean)| (i, j, mean)));
        let (i, j, _) = known
            .filter(|(.., mean)| *mean > ONE)
            .reduce(|best, next| if next.2 > best.2 { next } else { best })?;
        let (i, j) = (i.min(j), i.max(j));
        let others: Vec<usize> = self.left().filter(|&k| k != i && k != j).collect();
        for &k in &others {
            self.sums[i][k] += self.sums[j][k];
            self.sums[k][i] = self.sums[i][k];
        }
        self.sizes[i] += self.sizes[j];
        self.sizes[j] = 0.0;
        self.nearest[i] = self.nearest_of(i);
        for k in others {
            // A mean of two is never more than the greater, so that no other story comes nearer.
            if self.nearest[k].is_some_and(|(other, _)| other == i || other == j) {
                self.nearest[k] = self.nearest_of(k);
            }
        }
        Some((i, j))
    }
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
        let stories = Stories::new(&ids, |j| (0..j).map(|i| [odds(i, j); 2]).collect());
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
        let stories = Stories::new(&ids, |j| (0..j).map(|i| [odds(i, j); 2]).collect());
        let one = |a: u32, b: u32| stories.are_one(DocId(a), DocId(b));
        assert_eq!([one(0, 2), one(3, 4), one(2, 3), one(0, 9)], [true, true, false, false]);
    }

    #[test]
    fn two_in_other_words_join_the_story_that_one_of_them_is_of() {
        let ids: Vec<DocId> = (0..6).map(DocId).collect();
        // 0 and 1, 2 and 3, 4 and 5 are alike; of the first four one of each is likely of one story.
        let odds = |i: usize, j: usize| match (i, j) {
            (0, 1) | (2, 3) | (4, 5) => 3.0,
            (1, 2) => 0.5,
            _ => -3.0,
        };
        let stories = Stories::new(&ids, |j| (0..j).map(|i| [odds(i, j); 2]).collect());
        let one = |a: u32, b: u32| stories.are_one(DocId(a), DocId(b));
        assert_eq!([one(0, 3), one(0, 4), one(2, 4)], [true, false, false]);
    }

    #[test]
    fn an_article_left_alone_is_joined_by_the_names_that_another_shows() {
        let ids: Vec<DocId> = (0..5).map(DocId).collect();
        let odds = |i: usize, j: usize| match (i, j) {
            (0, 1) | (2, 3) => [3.0, 3.0],
            (1, 4) => [-5.0, -1.0],
            _ => [-5.0, -4.0],
        };
        let stories = Stories::new(&ids, |j| (0..j).map(|i| odds(i, j)).collect());
        assert!(stories.are_one(DocId(0), DocId(4)));
    }

    #[test]
    fn one_that_joined_leads_another_to_the_story() {
        let ids: Vec<DocId> = (0..5).map(DocId).collect();
        // 3 is nearer to 0 and 1 than to any other, 4 to 3 alone.
        let odds = |i: usize, j: usize| match (i, j) {
            (0, 1) => 3.0,
            (1, 3) => -2.0,
            (3, 4) => -2.9,
            _ => -5.0,
        };
        let stories = Stories::new(&ids, |j| (0..j).map(|i| [odds(i, j); 2]).collect());
        let one = |a: u32, b: u32| stories.are_one(DocId(a), DocId(b));
        assert_eq!([one(0, 3), one(0, 4), one(0, 2)], [true, true, false]);
    }

    #[test]
    fn reports_of_one_long_affair_are_clearly_of_no_one_day() {
        let ids: Vec<DocId> = (0..9).map(DocId).collect();
        // The first six report two days of one affair, and 3 looks back on the first; the others something else.
        let odds = |i: usize, j: usize| match (i / 3, j / 3) {
            (a, b) if a == b => 3.0,
            (0, 1) if j == 3 => 2.5,
            _ => -4.0,
        };
        let stories = Stories::new(&ids, |j| (0..j).map(|i| [odds(i, j); 2]).collect());
        let one = |a: u32, b: u32| {
            let (a, b) = (DocId(a), DocId(b));
            [stories.are_one(a, b), stories.are_clearly_one(a, b), stories.are_clearly_one(b, a)]
        };
        assert_eq!(one(0, 1), [true, false, false]);
        assert_eq!(one(3, 4), [true, false, false]);
        assert_eq!(one(4, 5), [true, true, true]);
        assert_eq!(one(6, 7), [true, true, true]);
        assert_eq!(one(0, 6), [false, false, false]);
    }
}
