//! All facts of a desk on which its articles differ, one group for each.

use std::collections::BTreeMap;

use super::compare::Comparison;
use super::postings::Scratch;
use super::relate::Finding;
use super::{ArticleId, DEFAULT_SCORE, Index, Relation, Why};
use crate::core::text::Span;

/// One fact that is told in more than one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// What kind of fact it is.
    pub kind: FactKind,
    /// How sure it is that all speak about the same, 0 to 1.
    pub score: f32,
    /// The values given, that of the most claims first.
    pub values: Vec<Value>,
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
    /// Who gives it, in order of place.
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

impl Index {
    /// All facts on which the articles of the desk differ, the surest first.
    ///
    /// Claims are one group where a chain of comparisons of the same kind ties
    /// their values; inside it, equal values stand together. A statement that
    /// several articles repeat is compared once.
    pub fn differences(&self) -> Vec<Difference> {
        let mut nodes = Nodes::default();
        let mut edges = Vec::new();
        let mut scratch = Scratch::default();
        for (slot, stored) in self.all() {
            if !stored.statement.has_facts() {
                continue;
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
        let holders: Vec<_> = nodes.list.iter().map(|node| (node.0, self.holders(node))).collect();
        groups(&holders, &edges)
    }

    /// How many claims of an article differ from a claim of another article, or are denied there.
    pub fn differences_of(&self, id: ArticleId) -> usize {
        let mut scratch = Scratch::default();
        let elsewhere = |slot| self.holders_of(slot).any(|article| article != id);
        let mut differs = |slot| {
            let Some(stored) = self.stored(slot) else { return false };
            let found = self.findings(&stored.statement, DEFAULT_SCORE, &mut scratch);
            let differs = |finding: &Finding| finding.relation >= Relation::Differ;
            found.iter().any(|(finding, slot)| differs(finding) && elsewhere(*slot))
        };
        self.statements_of(id).filter(|(slot, _)| differs(*slot)).map(|(_, times)| times).sum()
    }

    /// Everywhere a value stands.
    fn holders(&self, &(_, slot, value): &Node) -> Vec<Holder> {
        let Some(stored) = self.stored(slot) else { return Vec::new() };
        let holder = |article: ArticleId, claim: Span| {
            let value = if value.is_empty() {
                claim
            } else {
                Span::new(claim.start + value.start, claim.start + value.end)
            };
            let source = stored.statement.source.map(|source| source.at(claim.start));
            Holder { article, claim, value, source }
        };
        let places = |article| self.places_of(slot, article).map(move |claim| (article, claim));
        let places = self.holders_of(slot).flat_map(places);
        places.map(|(article, claim)| holder(article, claim)).collect()
    }
}

/// A value: its kind, its statement, and where in it it stands; empty for the whole.
type Node = (FactKind, u32, Span);

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
        ends: (u32, u32),
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

fn groups(nodes: &[(FactKind, Vec<Holder>)], edges: &[Edge]) -> Vec<Difference> {
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
    let mut found: BTreeMap<usize, (FactKind, BTreeMap<usize, Vec<Holder>>)> = BTreeMap::new();
    for (i, (kind, holders)) in nodes.iter().enumerate() {
        let fact = facts.root(i);
        if scores.contains_key(&fact) {
            let group = found.entry(fact).or_insert_with(|| (*kind, BTreeMap::new()));
            group.1.entry(values.root(i)).or_default().extend(holders);
        }
    }
    let mut differences: Vec<Difference> = found
        .into_iter()
        .map(|(fact, (kind, values))| {
            let mut values: Vec<Value> = values.into_values().map(Value::new).collect();
            values.sort_by(|x, y| {
                y.holders.len().cmp(&x.holders.len()).then(x.holders.cmp(&y.holders))
            });
            Difference { kind, score: scores[&fact], values }
        })
        .collect();
    let place = |difference: &Difference| {
        difference.values.iter().filter_map(|value| value.holders.first()).min().copied()
    };
    differences.sort_by(|x, y| y.score.total_cmp(&x.score).then(place(x).cmp(&place(y))));
    differences
}

impl Value {
    fn new(mut holders: Vec<Holder>) -> Self {
        holders.sort_unstable();
        holders.dedup();
        Self { holders }
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
