//! All facts of a desk on which its articles differ, one group for each.

use std::collections::{BTreeMap, HashSet};

use super::index::Stored;
use super::postings::{Scratch, Slot};
use super::relate::Finding;
use super::{ArticleId, DEFAULT_SCORE, Index, Relation, Why};
use crate::core::article::Span;
use crate::core::fact::Comparison;

/// The facts on which the articles of a desk differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Differences {
    /// The surest first; at most 200.
    pub found: Vec<Difference>,
    /// Whether all claims were compared and all differences are here: of a
    /// large desk only the first claims are.
    pub complete: bool,
}

/// One fact that is told in more than one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// What kind of fact it is.
    pub kind: FactKind,
    /// How sure it is that all speak about the same, 0 to 1.
    pub score: f32,
    /// The values given, that of the most claims first; at most 20.
    pub values: Vec<Value>,
    /// How many claims are not listed.
    pub more: usize,
}

/// What is told in more than one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactKind {
    /// How many, how much.
    Figure,
    /// When.
    Date,
    /// Where, or how the place is written.
    Place,
    /// Who gives and who gets.
    Direction,
    /// What is given or exchanged.
    Goods,
    /// Whether at all.
    Denial,
}

/// One value and who gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Who gives it, in order of place; at most 20.
    pub holders: Vec<Holder>,
}

/// A claim that gives a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holder {
    /// The article.
    pub article: ArticleId,
    /// The claim, in bytes.
    pub claim: Span,
    /// The words of the value.
    pub value: Span,
    /// Whom the claim names as its source.
    pub source: Option<Span>,
}

/// How much is done to gather the differences of a desk, and to count those
/// of an article, in numbers read: some two seconds, and a fifth of one.
const MOST_WORK: usize = 1_000_000_000;
const MOST_WORK_OF_ARTICLE: usize = 100_000_000;
/// How many differences are gathered at most.
const MOST_FOUND: usize = 200;
/// How many values of a difference are listed, and how many claims for each.
const MOST_VALUES: usize = 20;
const MOST_HOLDERS: usize = 20;
/// Where counting the claims of an article that differ ends.
pub const MANY: usize = 100;

impl Index {
    /// The facts on which the articles of the desk differ, the surest first.
    ///
    /// Claims are one group where a chain of comparisons of the same kind ties
    /// their values; inside it, equal values stand together. A statement that
    /// several articles repeat is compared once.
    pub fn differences(&self) -> Differences {
        self.differences_within(MOST_WORK)
    }

    fn differences_within(&self, work: usize) -> Differences {
        let mut nodes = Nodes::default();
        let mut edges = Vec::new();
        let mut scratch = Scratch::default();
        let mut complete = true;
        for (slot, stored) in self.with_facts() {
            if scratch.work > work {
                complete = false;
                break;
            }
            for (finding, other) in self.findings(&stored.statement, DEFAULT_SCORE, &mut scratch) {
                let ends = (slot, other);
                edges.extend(
                    finding
                        .why
                        .iter()
                        .filter_map(|why| Edge::of(self, ends, &finding, why, &mut nodes)),
                );
            }
        }
        let mut found = self.groups(&nodes.list, &edges);
        complete &= found.len() <= MOST_FOUND;
        found.truncate(MOST_FOUND);
        Differences { found, complete }
    }

    /// How many claims of an article differ from a claim of another article,
    /// or are denied there; [`MANY`] for as many or more. Of a very long
    /// article only the first claims are compared, some hundreds.
    pub fn differences_of(&self, id: ArticleId) -> usize {
        self.differences_of_within(id, MOST_WORK_OF_ARTICLE)
    }

    fn differences_of_within(&self, id: ArticleId, work: usize) -> usize {
        let mut scratch = Scratch::default();
        let elsewhere = |slot| self.holders_of(slot).any(|article| article != id);
        let differs = |finding: &Finding| finding.relation >= Relation::Differ;
        let mut count = 0;
        for (slot, times) in self.statements_of(id) {
            let Some(stored) = self.stored(slot) else { continue };
            let found = self.findings(&stored.statement, DEFAULT_SCORE, &mut scratch);
            if found.iter().any(|(finding, slot)| differs(finding) && elsewhere(*slot)) {
                count += times;
            }
            if count >= MANY || scratch.work > work {
                break;
            }
        }
        count.min(MANY)
    }

    /// The statements of the desk that hold facts, each once, in order of their first place.
    fn with_facts(&self) -> impl Iterator<Item = (Slot, &Stored)> {
        let mut seen = HashSet::new();
        self.ids()
            .flat_map(|id| self.statements_of(id))
            .filter_map(|(slot, _)| Some((slot, self.stored(slot)?)))
            .filter(move |(slot, stored)| stored.statement.has_facts() && seen.insert(*slot))
    }

    fn groups(&self, nodes: &[Node], edges: &[Edge]) -> Vec<Difference> {
        let (mut facts, mut values) = (Forest::new(nodes.len()), Forest::new(nodes.len()));
        for edge in edges {
            facts.join(edge.a, edge.b);
            if edge.same {
                values.join(edge.a, edge.b);
            }
        }
        let mut scores: BTreeMap<usize, f32> = BTreeMap::new();
        for edge in edges.iter().filter(|edge| edge.differs) {
            let score = scores.entry(facts.root(edge.a)).or_default();
            *score = score.max(edge.score);
        }
        let mut found: BTreeMap<usize, BTreeMap<usize, Vec<&Node>>> = BTreeMap::new();
        for (i, node) in nodes.iter().enumerate() {
            let fact = facts.root(i);
            if scores.contains_key(&fact) {
                found.entry(fact).or_default().entry(values.root(i)).or_default().push(node);
            }
        }
        let mut differences: Vec<Difference> = found
            .into_iter()
            .map(|(fact, values)| self.difference(nodes[fact].0, scores[&fact], values))
            .collect();
        let place = |difference: &Difference| {
            difference.values.iter().filter_map(|value| value.holders.first()).min().copied()
        };
        differences.sort_by(|x, y| y.score.total_cmp(&x.score).then(place(x).cmp(&place(y))));
        differences
    }

    /// A difference of these values, of which each is some statements.
    fn difference(
        &self,
        kind: FactKind,
        score: f32,
        values: BTreeMap<usize, Vec<&Node>>,
    ) -> Difference {
        let mut values: Vec<(usize, Value)> =
            values.into_values().map(|nodes| self.value(&nodes)).collect();
        values.sort_by(|(x_times, x), (y_times, y)| {
            y_times.cmp(x_times).then_with(|| x.holders.cmp(&y.holders))
        });
        let all: usize = values.iter().map(|(times, _)| times).sum();
        let values: Vec<Value> =
            values.into_iter().take(MOST_VALUES).map(|(_, value)| value).collect();
        let listed: usize = values.iter().map(|value| value.holders.len()).sum();
        Difference { kind, score, values, more: all - listed }
    }

    /// How many claims give a value, and the first of them.
    fn value(&self, nodes: &[&Node]) -> (usize, Value) {
        let times = nodes.iter().filter_map(|node| Some(self.stored(node.1)?.times as usize)).sum();
        let mut holders: Vec<Holder> =
            nodes.iter().flat_map(|node| self.holders(node).take(MOST_HOLDERS)).collect();
        holders.sort_unstable();
        holders.truncate(MOST_HOLDERS);
        (times, Value { holders })
    }

    /// Everywhere a value stands, in order.
    fn holders(&self, &(_, slot, value): &Node) -> impl Iterator<Item = Holder> {
        let source = self.stored(slot).and_then(|stored| stored.statement.told().source);
        let holder = move |article: ArticleId, claim: Span| {
            let value = if value.is_empty() {
                claim
            } else {
                Span::new(claim.start + value.start, claim.start + value.end)
            };
            let source = source.map(|source| source.at(claim.start));
            Holder { article, claim, value, source }
        };
        self.holders_of(slot).flat_map(move |article| {
            self.places_of(slot, article).map(move |claim| holder(article, claim))
        })
    }
}

/// A value: its kind, its statement, and where in it it stands; empty for the whole.
type Node = (FactKind, Slot, Span);

/// Values met so far, each with its number.
#[derive(Default)]
struct Nodes {
    numbers: BTreeMap<Node, usize>,
    list: Vec<Node>,
}

impl Nodes {
    fn number(&mut self, node: Node) -> usize {
        let next = self.list.len();
        let number = *self.numbers.entry(node).or_insert(next);
        if number == next {
            self.list.push(node);
        }
        number
    }
}

/// Two values of one fact.
struct Edge {
    a: usize,
    b: usize,
    same: bool,
    differs: bool,
    score: f32,
}

impl Edge {
    fn of(
        index: &Index,
        ends: (Slot, Slot),
        finding: &Finding,
        why: &Why,
        nodes: &mut Nodes,
    ) -> Option<Self> {
        let compared = |c: Comparison| (c == Comparison::Same, c == Comparison::Differs);
        let (kind, here, there, (same, differs)) = match *why {
            Why::Figures { here, there, comparison } => {
                (FactKind::Figure, here, there, compared(comparison))
            }
            Why::Dates { here, there, comparison } => {
                (FactKind::Date, here, there, compared(comparison))
            }
            Why::Places { here, there, same } => (FactKind::Place, here, there, (same, !same)),
            Why::Spelling { here, there } => (FactKind::Place, here, there, (false, true)),
            Why::Direction { here, there, same } => (
                FactKind::Direction,
                here,
                there,
                (same, !same && finding.relation == Relation::Differ),
            ),
            Why::Goods { here, there, same } => (FactKind::Goods, here, there, (same, !same)),
            Why::Denial { here, there } => {
                let both = here.is_some() && there.is_some();
                (
                    FactKind::Denial,
                    here.unwrap_or_default(),
                    there.unwrap_or_default(),
                    (both, !both),
                )
            }
            Why::Negation | Why::Words { .. } => return None,
        };
        if ends.0 == ends.1 || index.stored(ends.1).is_none() {
            return None;
        }
        let (a, b) = (nodes.number((kind, ends.0, here)), nodes.number((kind, ends.1, there)));
        Some(Self { a, b, same, differs, score: finding.score })
    }
}

/// Sets that grow together (union by smaller number, with path halving).
struct Forest(Vec<usize>);

impl Forest {
    fn new(len: usize) -> Self {
        Self((0..len).collect())
    }

    fn root(&mut self, mut i: usize) -> usize {
        while self.0[i] != i {
            self.0[i] = self.0[self.0[i]];
            i = self.0[i];
        }
        i
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::super::steps::steps;
    use super::*;
    use crate::core::claim::analyze;

    fn desk(texts: &[&str]) -> Index {
        let mut index = Index::new();
        for (i, text) in texts.iter().enumerate() {
            index.insert(ArticleId(i as u32), text, &analyze(text));
        }
        index
    }

    const MANY_SENT: &str = "La Corée du Nord a envoyé 12 000 soldats en Russie.\n";
    const FEW_SENT: &str = "La Corée du Nord a envoyé 1 500 soldats en Russie.\n";

    /// Sentences that differ by their figure only.
    fn figures(count: usize) -> String {
        let sentence =
            |i| format!("La Corée du Nord a envoyé {} soldats en Russie.\n", 20_000 + 7 * i);
        (0..count).map(sentence).collect::<Vec<_>>().concat()
    }

    #[test]
    fn counting_the_claims_that_differ_ends_at_many() {
        let index = desk(&[FEW_SENT, &MANY_SENT.repeat(3), &MANY_SENT.repeat(2 * MANY)]);
        let counts = [0, 1, 2].map(|id| index.differences_of(ArticleId(id)));
        assert_eq!(counts, [1, 3, MANY]);
    }

    #[test]
    fn of_an_article_without_end_the_first_claims_are_compared() {
        let text = format!("{}{}", MANY_SENT.repeat(3), figures(30));
        let index = desk(&[&text, FEW_SENT]);
        let count = |work| index.differences_of_within(ArticleId(0), work);
        assert_eq!([count(1), count(20 * 500), count(MOST_WORK_OF_ARTICLE)], [3, 3, 33]);
    }

    #[test]
    fn of_a_large_desk_the_first_claims_are_compared() {
        let index = desk(&[FEW_SENT, MANY_SENT, &figures(30)]);
        let (few, all) = (index.differences_within(1), index.differences());
        assert!(!few.complete && all.complete);
        assert!(!few.found.is_empty());
    }

    #[test]
    fn work_for_all_differences_ends() {
        let text = figures(400);
        let index = desk(&[&text, FEW_SENT]);
        let mut taken = Vec::new();
        for work in [100_000, 200_000] {
            taken.push(steps(|| drop(index.differences_within(work))));
        }
        assert!(taken[1] <= 3 * taken[0], "{taken:?} steps for once and twice the work");
    }

    #[test]
    fn a_difference_lists_the_first_claims_and_counts_the_others() {
        let index = desk(&[FEW_SENT, &MANY_SENT.repeat(MOST_HOLDERS + 5), &figures(MOST_VALUES)]);
        let differences = index.differences();
        let figures = differences.found.iter().find(|found| found.kind == FactKind::Figure);
        let figures = figures.expect("other figures");
        assert!(differences.complete);
        assert_eq!(figures.values.len(), MOST_VALUES);
        assert_eq!(figures.values[0].holders.len(), MOST_HOLDERS);
        // The five of the first value, and two values.
        assert_eq!(figures.more, 5 + 2);
    }
}
