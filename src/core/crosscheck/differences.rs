//! All facts of a desk on which its articles differ, one group for each.

use std::collections::{BTreeMap, BTreeSet};

use super::index::Index;
use super::model::{Compared, DocId, FactKind, Pair, Relation, Why};
use super::postings::Scratch;
use super::relate::DEFAULT_SCORE;
use crate::core::article::Span;

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
    /// The class of event or measure that the values are of, where one names them.
    pub slot: Option<&'static str>,
    /// How sure it is that all speak about the same, 0 to 1.
    pub score: f32,
    /// The values given, that of the most claims first; at most 20.
    pub values: Vec<Value>,
    /// How many claims are not listed.
    pub more: usize,
}

/// One value and who gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Who gives it, in order of place; at most 20.
    pub holders: Vec<Holder>,
    /// Whether another value contradicts it; else all of them may be true.
    pub differs: bool,
}

/// A claim that gives a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holder {
    /// The article.
    pub article: DocId,
    /// The claim, in bytes.
    pub claim: Span,
    /// The words of the value.
    pub value: Span,
    /// Whom the claim names as its source.
    pub source: Option<Span>,
}

/// The facts on which the pairs that were added differ, with the claims that those pairs hold: of
/// a desk where only some claims are asked about.
#[derive(Default)]
pub struct Collected {
    groups: Groups,
}

/// How much is done to gather the differences of a desk, and to count those
/// of an article, in numbers read: some two seconds, and a fifth of one.
const MOST_WORK: usize = 1_000_000_000;
const MOST_WORK_OF_ARTICLE: usize = 100_000_000;
/// How many differences are gathered at most.
const MOST_FOUND: usize = 200;
/// How many comparisons are kept of pairs that were added: some 50 MB.
const MOST_EDGES: usize = 1_000_000;
/// How many values of a difference are listed, and how many claims for each.
const MOST_VALUES: usize = 20;
const MOST_HOLDERS: usize = 20;
/// Where counting the claims of an article that differ ends.
pub const MANY: usize = 100;

impl Index {
    /// The facts on which the articles of the desk differ, the surest first.
    ///
    /// Claims are one group where a chain of comparisons of the same kind ties
    /// their values; inside it, equal values stand together.
    pub fn differences(&self) -> Differences {
        self.differences_within(MOST_WORK)
    }

    fn differences_within(&self, work: usize) -> Differences {
        let mut groups = Groups::default();
        let mut scratch = Scratch::default();
        let mut complete = true;
        'desk: for id in self.ids() {
            let Some(vector) = self.vector(id) else { continue };
            let mut asked = self.asked(id, vector);
            for here in self.sentences_of(id) {
                let Some(statement) = self.statement(here) else { continue };
                if statement.values.is_empty() {
                    continue;
                }
                if scratch.work > work {
                    complete = false;
                    break 'desk;
                }
                let source = |made| {
                    let source = self.statement(made).and_then(|statement| statement.source);
                    source.map(|source| source.at(made.sentence()))
                };
                for hit in self.hits(&mut asked, &statement, here, DEFAULT_SCORE, &mut scratch) {
                    let ends = [(id, source(here)), (hit.made.article, source(hit.made))];
                    for link in Self::links(&hit, here) {
                        groups.add(ends, [link.here, link.there], &link.why, hit.finding.score);
                    }
                }
            }
        }
        groups.told(complete)
    }

    /// How many claims of an article differ from a claim of another article;
    /// [`MANY`] for as many or more. Of a very long article only the first
    /// claims are compared, some hundreds.
    pub fn differences_of(&self, id: DocId) -> usize {
        self.differences_of_within(id, MOST_WORK_OF_ARTICLE)
    }

    fn differences_of_within(&self, id: DocId, work: usize) -> usize {
        // Alone nobody is contradicted.
        let Some(vector) = self.vector(id).filter(|_| self.len() > 1) else { return 0 };
        let mut asked = self.asked(id, vector);
        asked.of_itself = false;
        let mut scratch = Scratch::default();
        let mut claims = BTreeSet::new();
        let claims_of = self.sentences_of(id).into_iter().filter(|made| self.is_claim(*made));
        for here in claims_of {
            let Some(statement) = self.statement(here) else { continue };
            let hits = self.hits(&mut asked, &statement, here, DEFAULT_SCORE, &mut scratch);
            let differs = hits.iter().filter(|hit| hit.finding.relation == Relation::Differ);
            claims.extend(differs.flat_map(|hit| Self::links(hit, here)).map(|link| link.here));
            if claims.len() >= MANY || scratch.work > work {
                break;
            }
        }
        claims.len().min(MANY)
    }
}

impl Collected {
    /// Adds pairs; holders name no sources, since a pair knows one side's only.
    pub fn add(&mut self, pairs: &[Pair]) {
        for Pair { article, span, found } in pairs {
            if self.groups.edges.len() >= MOST_EDGES {
                return;
            }
            let ends = [(*article, None), (found.article, None)];
            self.groups.add(ends, [*span, found.span], &found.why, found.score);
        }
    }

    /// What was told in more than one way.
    pub fn differences(&self) -> Differences {
        self.groups.told(self.groups.edges.len() < MOST_EDGES)
    }
}

/// Who says something: an article, and whom it names for it.
type End = (DocId, Option<Span>);

/// Values met so far, each with its number, and what was found about two of them.
#[derive(Default)]
struct Groups {
    numbers: BTreeMap<(FactKind, Holder), usize>,
    nodes: Vec<(FactKind, Holder)>,
    edges: Vec<Edge>,
}

/// Two values of one fact.
struct Edge {
    a: usize,
    b: usize,
    agreement: Compared,
    slot: Option<&'static str>,
    score: f32,
}

impl Groups {
    fn add(&mut self, [a, b]: [End; 2], claims: [Span; 2], whys: &[Why], score: f32) {
        // Of a part and its whole neither is another value of the other.
        for Why { kind, slot, agreement, here, there } in
            whys.iter().filter(|why| why.agreement != Compared::Part)
        {
            let holder =
                |(article, source): End, claim, value| Holder { article, claim, value, source };
            let a = self.number((*kind, holder(a, claims[0], *here)));
            let b = self.number((*kind, holder(b, claims[1], *there)));
            self.edges.push(Edge { a, b, agreement: *agreement, slot: *slot, score });
        }
    }

    fn number(&mut self, node: (FactKind, Holder)) -> usize {
        let next = self.nodes.len();
        let number = *self.numbers.entry(node).or_insert(next);
        if number == next {
            self.nodes.push(node);
        }
        number
    }

    /// The surest differences; whether that is all of them, if `complete` claims were compared.
    fn told(&self, complete: bool) -> Differences {
        let mut found = self.differences();
        let complete = complete && found.len() <= MOST_FOUND;
        found.truncate(MOST_FOUND);
        Differences { found, complete }
    }

    fn differences(&self) -> Vec<Difference> {
        let (mut facts, mut values) =
            (Forest::new(self.nodes.len()), Forest::new(self.nodes.len()));
        for edge in &self.edges {
            facts.join(edge.a, edge.b);
            if edge.agreement == Compared::Same {
                values.join(edge.a, edge.b);
            }
        }
        let mut scores: BTreeMap<usize, (f32, Option<&'static str>)> = BTreeMap::new();
        let mut contested: BTreeSet<usize> = BTreeSet::new();
        for edge in self.edges.iter().filter(|edge| edge.agreement == Compared::Differs) {
            let (score, slot) = scores.entry(facts.root(edge.a)).or_default();
            *score = score.max(edge.score);
            *slot = slot.or(edge.slot);
            contested.extend([edge.a, edge.b].map(|end| values.root(end)));
        }
        let mut found: BTreeMap<usize, BTreeMap<usize, Vec<Holder>>> = BTreeMap::new();
        for (i, (_, holder)) in self.nodes.iter().enumerate() {
            let fact = facts.root(i);
            if scores.contains_key(&fact) {
                found.entry(fact).or_default().entry(values.root(i)).or_default().push(*holder);
            }
        }
        let mut differences: Vec<Difference> = found
            .into_iter()
            .map(|(fact, values)| {
                let (score, slot) = scores[&fact];
                let values = values
                    .into_iter()
                    .map(|(value, holders)| Value { holders, differs: contested.contains(&value) });
                Difference { slot, ..difference(self.nodes[fact].0, score, values.collect()) }
            })
            .collect();
        let place = |difference: &Difference| {
            difference.values.iter().filter_map(|value| value.holders.first()).min().copied()
        };
        differences.sort_by(|x, y| y.score.total_cmp(&x.score).then(place(x).cmp(&place(y))));
        differences
    }
}

/// A difference of these values: what others contradict first, and of those that of the most claims.
fn difference(kind: FactKind, score: f32, mut values: Vec<Value>) -> Difference {
    let all: usize = values.iter().map(|value| value.holders.len()).sum();
    for value in &mut values {
        value.holders.sort_unstable();
    }
    values.sort_by(|x, y| {
        let more = y.holders.len().cmp(&x.holders.len());
        y.differs.cmp(&x.differs).then(more).then_with(|| x.holders.cmp(&y.holders))
    });
    values.truncate(MOST_VALUES);
    for value in &mut values {
        value.holders.truncate(MOST_HOLDERS);
    }
    let listed: usize = values.iter().map(|value| value.holders.len()).sum();
    Difference { kind, slot: None, score, values, more: all - listed }
}

/// Sets that grow together (union by smaller number, with path halving).
pub(super) struct Forest(Vec<usize>);

impl Forest {
    pub(super) fn new(len: usize) -> Self {
        Self((0..len).collect())
    }

    pub(super) fn root(&mut self, mut i: usize) -> usize {
        while self.0[i] != i {
            self.0[i] = self.0[self.0[i]];
            i = self.0[i];
        }
        i
    }

    pub(super) fn join(&mut self, a: usize, b: usize) {
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
            index.insert(DocId::new(i), text, &analyze(text));
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
        let counts = [0, 1, 2].map(|id| index.differences_of(DocId(id)));
        assert_eq!(counts, [1, 3, MANY]);
    }

    #[test]
    fn of_an_article_without_end_the_first_claims_are_compared() {
        let text = format!("{}{}", MANY_SENT.repeat(3), figures(30));
        let index = desk(&[&text, FEW_SENT]);
        let count = |work| index.differences_of_within(DocId(0), work);
        assert_eq!([count(1), count(MOST_WORK_OF_ARTICLE)], [1, 33]);
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
