//! All facts of a desk on which its articles differ, one group for each.

use std::collections::BTreeMap;

use super::compare::Comparison;
use super::{ArticleId, DEFAULT_SCORE, Index, Pair, Relation, Why};
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
    /// their values; inside it, equal values stand together.
    pub fn differences(&self) -> Vec<Difference> {
        let mut nodes = Nodes::default();
        let mut edges = Vec::new();
        for id in self.ids() {
            for pair in self.pairs_of(id, DEFAULT_SCORE) {
                edges.extend(
                    pair.found.why.iter().filter_map(|why| Edge::of(&pair, why, &mut nodes)),
                );
            }
        }
        groups(&nodes.holders, &edges)
    }

    /// How many claims of an article differ from a claim of another article, or are denied there.
    pub fn differences_of(&self, id: ArticleId) -> usize {
        let mut claims: Vec<Span> = self
            .pairs_of(id, DEFAULT_SCORE)
            .into_iter()
            .filter(|pair| pair.found.relation >= Relation::Differ && pair.found.article != id)
            .map(|pair| pair.span)
            .collect();
        claims.dedup();
        claims.len()
    }
}

/// Values met so far, each with its number.
#[derive(Default)]
struct Nodes {
    numbers: BTreeMap<(FactKind, ArticleId, Span, Span), usize>,
    holders: Vec<(FactKind, Holder)>,
}

impl Nodes {
    fn number(&mut self, kind: FactKind, holder: Holder) -> usize {
        let next = self.holders.len();
        let number =
            *self.numbers.entry((kind, holder.article, holder.claim, holder.value)).or_insert(next);
        if number == next {
            self.holders.push((kind, holder));
        } else if self.holders[number].1.source.is_none() {
            self.holders[number].1.source = holder.source;
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
    fn of(pair: &Pair, why: &Why, nodes: &mut Nodes) -> Option<Self> {
        let (kind, here, there, same, differs) = match *why {
            Why::Figures { here, there, comparison } => (
                FactKind::Figure,
                here,
                there,
                comparison == Comparison::Same,
                comparison == Comparison::Differs,
            ),
            Why::Dates { here, there, comparison } => (
                FactKind::Date,
                here,
                there,
                comparison == Comparison::Same,
                comparison == Comparison::Differs,
            ),
            Why::Places { here, there, same } => (FactKind::Place, here, there, same, !same),
            Why::Spelling { here, there } => (FactKind::Place, here, there, false, true),
            Why::Direction { here, there, same } => (
                FactKind::Direction,
                here,
                there,
                same,
                !same && pair.found.relation == Relation::Differ,
            ),
            Why::Denial { here, there } => {
                let both = here.is_some() && there.is_some();
                (
                    FactKind::Denial,
                    here.unwrap_or(pair.span),
                    there.unwrap_or(pair.found.span),
                    both,
                    !both,
                )
            }
            Why::Negation | Why::Words { .. } => return None,
        };
        let holder = |article, claim, value, source| Holder { article, claim, value, source };
        let a = nodes.number(kind, holder(pair.article, pair.span, here, None));
        let b = nodes
            .number(kind, holder(pair.found.article, pair.found.span, there, pair.found.source));
        Some(Self { a, b, same, differs, score: pair.found.score })
    }
}

fn groups(holders: &[(FactKind, Holder)], edges: &[Edge]) -> Vec<Difference> {
    let (mut facts, mut values) = (Forest::new(holders.len()), Forest::new(holders.len()));
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
    for (i, &(kind, holder)) in holders.iter().enumerate() {
        let fact = facts.root(i);
        if scores.contains_key(&fact) {
            let group = found.entry(fact).or_insert_with(|| (kind, BTreeMap::new()));
            group.1.entry(values.root(i)).or_default().push(holder);
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
