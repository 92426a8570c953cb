//! How far people agree: observed agreement, Krippendorff's α, Cohen's κ and
//! Fleiss' κ over the units of a desk.
//!
//! Undefined figures (no pair of verdicts, or only one verdict in use) are
//! `None`: 1 would be a boast and 0 a reproach.
//!
//! Sources: K. Krippendorff, *Computing Krippendorff's Alpha-Reliability*
//! (2011); J. Cohen, *A Coefficient of Agreement for Nominal Scales* (1960);
//! J. Fleiss, *Measuring Nominal Scale Agreement Among Many Raters* (1971).

use std::borrow::Borrow;
use std::collections::BTreeMap;

use super::random::Random;
use crate::core::annotation::VerdictId;
use crate::core::keep::keep;

/// A verdict by number: what matters here is only which are equal.
pub type Category = usize;

/// The verdicts on one unit, one place per rater; `None` where they gave none.
pub type Row = Vec<Option<Category>>;

/// What the figures of agreement are computed from: every row has one place per rater.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// How many raters there are.
    pub raters: usize,
    /// The units.
    pub rows: Vec<Row>,
}

/// How far people agree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Number of units.
    pub units: usize,
    /// Number of verdicts on them.
    pub verdicts: usize,
    /// Agreeing pairs of verdicts among all pairs on one unit, 0 to 1.
    pub observed: Option<f64>,
    /// Krippendorff's α for nominal data, at most 1.
    pub alpha: Option<f64>,
    /// The same for each verdict in use against all others.
    pub alpha_by_verdict: BTreeMap<Category, Option<f64>>,
    /// Fleiss' κ over the units that all raters decided.
    pub fleiss: Option<f64>,
    /// How many units those are.
    pub fleiss_units: usize,
    /// Each pair of raters, in their order.
    pub pairs: Vec<Pair>,
}

/// How far two people agree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The first rater, by place in a row.
    pub a: usize,
    /// The second.
    pub b: usize,
    /// Number of units that both decided.
    pub n: usize,
    /// Share of them with equal verdicts.
    pub observed: Option<f64>,
    /// Cohen's κ on them.
    pub cohen: Option<f64>,
}

/// From this number of units on, figures mean something; below they are "few".
pub const ENOUGH: usize = 10;

/// Two figures nearer than this are equal: what rounding leaves of a difference of zero.
const ZERO: f64 = 1e-12;

impl Agreement {
    /// Computes all figures of a matrix.
    pub fn of(matrix: &Matrix) -> Self {
        let mut categories: Vec<_> = matrix.rows.iter().flatten().flatten().copied().collect();
        let verdicts = categories.len();
        categories.sort_unstable();
        categories.dedup();
        let alone =
            |only| (only, alpha_of(matrix.rows.iter().map(|row| against_others(row, only))));
        let (fleiss, fleiss_units) = fleiss(matrix);
        Self {
            units: matrix.rows.len(),
            verdicts,
            observed: observed(&matrix.rows),
            alpha: alpha(&matrix.rows),
            alpha_by_verdict: categories.into_iter().map(alone).collect(),
            fleiss,
            fleiss_units,
            pairs: pairs(matrix),
        }
    }
}

fn given(row: &[Option<Category>]) -> Vec<Category> {
    row.iter().copied().flatten().collect()
}

/// A verdict against all others: 1 where it was given, 0 where another was.
fn against_others(row: &[Option<Category>], only: Category) -> Row {
    row.iter().map(|verdict| verdict.map(|verdict| usize::from(verdict == only))).collect()
}

fn observed(rows: &[Row]) -> Option<f64> {
    let (mut same, mut all) = (0_usize, 0_usize);
    for row in rows {
        let verdicts = given(row);
        for (i, a) in verdicts.iter().enumerate() {
            all += verdicts.len() - i - 1;
            same += verdicts[i + 1..].iter().filter(|b| *b == a).count();
        }
    }
    (all > 0).then(|| same as f64 / all as f64)
}

/// Krippendorff's α for nominal data: 1 − observed / expected disagreement.
pub fn alpha(rows: &[Row]) -> Option<f64> {
    alpha_of(rows.iter().cloned())
}

fn alpha_of(rows: impl Iterator<Item = Row>) -> Option<f64> {
    let mut sums = Sums::default();
    for row in rows {
        sums.add(given(&row).into_iter());
    }
    sums.alpha()
}

/// What α is computed from: what units add is added up, so that a desk's figure follows from
/// those of its articles without a look at their units.
#[derive(Clone, Debug, PartialEq)]
pub struct Sums<C> {
    /// Verdicts on units with at least two, by category.
    totals: BTreeMap<C, f64>,
    /// Pairs of verdicts that differ, each weighted by how many the unit has.
    disagreement: f64,
    /// Number of units with at least two verdicts.
    units: usize,
}

/// The same by the ids of verdicts.
pub type Coincidences = Sums<VerdictId>;

keep!(struct Coincidences { totals, disagreement, units });

impl<C> Default for Sums<C> {
    fn default() -> Self {
        Self { totals: BTreeMap::new(), disagreement: 0.0, units: 0 }
    }
}

impl<C: Ord + Clone> Sums<C> {
    /// Adds the verdicts on a unit.
    pub fn add<B: Borrow<C>>(&mut self, verdicts: impl Iterator<Item = B>) {
        self.count(verdicts, 1.0);
    }

    /// Takes the verdicts on a unit out again.
    pub fn remove<B: Borrow<C>>(&mut self, verdicts: impl Iterator<Item = B>) {
        self.count(verdicts, -1.0);
        self.totals.retain(|_, total| *total > 0.5);
    }

    fn count<B: Borrow<C>>(&mut self, verdicts: impl Iterator<Item = B>, sign: f64) {
        let verdicts: Vec<_> = verdicts.collect();
        if verdicts.len() < 2 {
            return;
        }
        let weight = sign / (verdicts.len() - 1) as f64;
        for verdict in &verdicts {
            let others = verdicts.iter().filter(|other| (*other).borrow() != verdict.borrow());
            self.disagreement += others.count() as f64 * weight;
            *self.totals.entry(verdict.borrow().clone()).or_default() += sign;
        }
        self.units = self.units.saturating_add_signed(if sign > 0.0 { 1 } else { -1 });
    }

    /// Adds the sums of other units.
    pub fn merge(&mut self, other: &Self) {
        for (verdict, total) in &other.totals {
            match self.totals.get_mut(verdict) {
                Some(sum) => *sum += total,
                None => drop(self.totals.insert(verdict.clone(), *total)),
            }
        }
        self.disagreement += other.disagreement;
        self.units += other.units;
    }

    /// Takes the sums of some of its units out again.
    pub fn part(&mut self, other: &Self) {
        for (verdict, total) in &other.totals {
            if let Some(sum) = self.totals.get_mut(verdict) {
                *sum -= total;
            }
        }
        self.totals.retain(|_, total| *total > 0.5);
        self.disagreement -= other.disagreement;
        self.units = self.units.saturating_sub(other.units);
    }

    /// Number of units that at least two people decided.
    pub const fn units(&self) -> usize {
        self.units
    }

    /// Krippendorff's α of them.
    pub fn alpha(&self) -> Option<f64> {
        let n: f64 = self.totals.values().sum();
        if n <= 1.0 {
            return None;
        }
        // Σ over c ≠ k of n_c · n_k.
        let expected = n * n - self.totals.values().map(|total| total * total).sum::<f64>();
        let expected = expected / (n * (n - 1.0));
        (expected >= ZERO).then(|| 1.0 - self.disagreement / n / expected)
    }
}

fn pairs(matrix: &Matrix) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for a in 0..matrix.raters {
        for b in a + 1..matrix.raters {
            let shared: Vec<_> = matrix.rows.iter().filter_map(|row| row[a].zip(row[b])).collect();
            let n = shared.len();
            let same = shared.iter().filter(|(x, y)| x == y).count();
            let observed = (n > 0).then(|| same as f64 / n as f64);
            pairs.push(Pair { a, b, n, observed, cohen: observed.and_then(|o| cohen(&shared, o)) });
        }
    }
    pairs
}

/// Cohen's κ: agreement beyond what the two people's own habits would give.
fn cohen(shared: &[(Category, Category)], observed: f64) -> Option<f64> {
    let mut counts: BTreeMap<Category, (usize, usize)> = BTreeMap::new();
    for (a, b) in shared {
        counts.entry(*a).or_default().0 += 1;
        counts.entry(*b).or_default().1 += 1;
    }
    let n = shared.len() as f64;
    let chance = counts.values().map(|(a, b)| (a * b) as f64).sum::<f64>() / n / n;
    beyond_chance(observed, chance)
}

/// Fleiss' κ over the units that all raters decided, and their number.
fn fleiss(matrix: &Matrix) -> (Option<f64>, usize) {
    let full: Vec<_> = matrix
        .rows
        .iter()
        .filter_map(|row| row.iter().copied().collect::<Option<Vec<_>>>())
        .collect();
    let (units, raters) = (full.len() as f64, matrix.raters as f64);
    if full.is_empty() || matrix.raters < 2 {
        return (None, full.len());
    }
    let mut totals: BTreeMap<Category, f64> = BTreeMap::new();
    let mut agreeing = 0.0;
    for row in &full {
        let mut counts: BTreeMap<Category, f64> = BTreeMap::new();
        for verdict in row {
            *counts.entry(*verdict).or_default() += 1.0;
            *totals.entry(*verdict).or_default() += 1.0;
        }
        let squares: f64 = counts.values().map(|count| count * count).sum();
        agreeing += (squares - raters) / (raters * (raters - 1.0));
    }
    let chance = totals.values().map(|total| (total / (units * raters)).powi(2)).sum();
    (beyond_chance(agreeing / units, chance), full.len())
}

fn beyond_chance(observed: f64, chance: f64) -> Option<f64> {
    ((1.0 - chance).abs() >= ZERO).then(|| (observed - chance) / (1.0 - chance))
}

/// How many samples an interval is drawn from.
const DRAWS: usize = 1000;

/// A 95 % interval of α: the bootstrap over units (B. Efron, *Bootstrap Methods*,
/// 1979), by percentiles of 1,000 draws from a fixed seed, so that the same desk
/// gives the same figures. None where fewer than half of the draws have an α.
pub fn interval(rows: &[Row]) -> Option<(f64, f64)> {
    let mut random = Random::new(2026);
    let mut drawn: Vec<f64> = (0..DRAWS)
        .filter_map(|_| alpha_of((0..rows.len()).map(|_| rows[random.below(rows.len())].clone())))
        .collect();
    if drawn.len() < DRAWS / 2 {
        return None;
    }
    drawn.sort_by(f64::total_cmp);
    let at = |share: f64| drawn[((drawn.len() - 1) as f64 * share).round() as usize];
    Some((at(0.025), at(0.975)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(table: &[&str]) -> Vec<Row> {
        let verdict = |c: char| "cdumx".find(c);
        table.iter().map(|row| row.chars().map(verdict).collect()).collect()
    }

    #[test]
    fn an_interval_holds_its_figure_and_is_the_same_each_time() {
        let rows = rows(&["ccc", "ccd", "ddd", "uuu", "cdc", "ddd", "ccc", "uu-", "mmm", "dd-"]);
        let found = interval(&rows).unwrap();
        let alpha = alpha(&rows).unwrap();
        assert!(found.0 < alpha && alpha < found.1 && found.1 <= 1.0, "{found:?} {alpha}");
        assert_eq!(interval(&rows), Some(found));
    }

    #[test]
    fn one_verdict_only_has_no_interval() {
        assert_eq!(interval(&rows(&["cc", "cc"])), None);
        assert_eq!(interval(&[]), None);
    }
}
