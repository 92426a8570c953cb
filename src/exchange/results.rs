//! The results of a desk, as reports and exports read them: what holds for the whole desk, then
//! one article after the other.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;

use super::Publisher;
use crate::core::annotation::{Annotation, Label, VerdictId};
use crate::core::article::{Document, Source, Span};
use crate::core::crosscheck::{FactKind, Relation};
use crate::core::review::Item;
use crate::core::team::opinion::Opinion;
use crate::core::team::status::{How, Unit};
use crate::i18n::Message;

/// What holds for all articles of a desk.
#[derive(Clone, Debug, Default)]
pub(crate) struct Header {
    /// The desk's name: that of its folder.
    pub desk: String,
    /// The verdicts in use, in their order.
    pub labels: Vec<Label>,
    /// When this was put together.
    pub made: Timestamp,
    /// Who publishes the fact checks.
    pub publisher: Publisher,
    /// How many articles there will be.
    pub articles: usize,
    /// Only claims on which something was said since then.
    pub since: Option<Timestamp>,
    /// What the articles of the desk are called, as far as that is known.
    pub titles: BTreeMap<String, String>,
    /// What is not in it, or not wholly; known at the end.
    pub gaps: Vec<Gap>,
    /// What the articles tell in more than one way, the surest first.
    pub differences: Vec<Difference>,
}

/// An article or a notebook that could not be read as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    /// The article's name, or the notebook's path below the desk.
    pub file: String,
    /// Why.
    pub why: Message,
    /// Whether it is left out; else it is read as far as it is understood.
    pub is_left_out: bool,
}

/// An article with its claims.
#[derive(Clone, Debug, Default)]
pub(crate) struct Article {
    /// Its name below the folder of the articles.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// Its text; spans and quotes of claims count in it. Filled in last.
    pub text: String,
    /// Its text as decoded, in which positions on disk count. Filled in last.
    pub original: String,
    /// Who published it.
    pub source: Source,
    /// Its claims in the order of the text.
    pub claims: Vec<Claim>,
    /// How many more the reader points out, of which nobody spoke.
    pub more: usize,
    /// What was said of words that have no place in today's text.
    pub lost: Vec<Opinion>,
    /// What people note on the whole article, by name.
    pub notes: Vec<(String, String)>,
    /// The notebooks on it that could not be read, or not wholly.
    pub gaps: Vec<Gap>,
}

/// A claim with what was decided on it.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    /// Its number in the article, from 1: that of `claimdesk show`.
    pub number: usize,
    /// Where it stands, in bytes of [`Article::text`]: the words that people decided on, else
    /// those that were detected.
    pub span: Span,
    /// Where it stands, in code points of [`Article::original`].
    pub points: (usize, usize),
    /// Whether the reader points it out, or somebody spoke about it.
    pub is_shown: bool,
    /// What counts.
    pub effective: Option<Effective>,
    /// What each person says.
    pub opinions: Vec<Opinion>,
    /// What other articles say about it.
    pub others: Vec<Other>,
}

/// The verdict that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Effective {
    /// The verdict.
    pub verdict: VerdictId,
    /// Whether an editor decided, or enough people say the same.
    pub how: How,
    /// Who decided, and why, where an editor did.
    pub editor: Option<(String, String)>,
}

/// What another article says about the same fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Other {
    /// How it stands to the claim.
    pub relation: Relation,
    /// The article's name.
    pub article: String,
    /// Who published it and when, as far as that is known.
    pub origin: String,
    /// Its words.
    pub words: String,
    /// The values that tell why, with how they stand to each other: `12 = Douze`; empty where none do.
    pub values: String,
}

/// A fact that articles tell in more than one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// What kind of fact it is.
    pub kind: FactKind,
    /// The class of event or measure that the values are of.
    pub slot: Option<&'static str>,
    /// The values: what others contradict first.
    pub values: Vec<Valued>,
}

/// A value that articles give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Valued {
    /// Its words in the first of them.
    pub words: String,
    /// The articles.
    pub articles: Vec<String>,
    /// Whether another value contradicts it; else it is told beside the others.
    pub differs: bool,
}

/// What was said about an article.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// The claims that people spoke about.
    pub units: Vec<Unit>,
    /// What was said of words that have no place in today's text.
    pub lost: Vec<Opinion>,
    /// What people note on the whole article, by name.
    pub notes: Vec<(String, String)>,
    /// The notebooks that could not be read, or not wholly.
    pub gaps: Vec<Gap>,
}

impl Header {
    /// The label of a verdict.
    pub(crate) fn known(&self, verdict: &VerdictId) -> Option<&Label> {
        self.labels.iter().find(|label| label.id == *verdict)
    }

    /// The verdicts that people gave in an article and the desk does not know: formats that list
    /// their labels must list these, too.
    pub(crate) fn unknown(&self, article: &Article) -> impl Iterator<Item = VerdictId> {
        let opinions = article.claims.iter().flat_map(|claim| &claim.opinions);
        let unknown = opinions.filter_map(Opinion::firm).filter(|id| self.known(id).is_none());
        unknown.cloned()
    }

    /// The name of a verdict, in English: what other tools show.
    pub(crate) fn label<'a>(&'a self, verdict: &'a VerdictId) -> &'a str {
        self.known(verdict).map_or(&verdict.0, |label| &label.en)
    }

    /// What the code book says of a verdict; empty where it says nothing.
    pub(crate) fn help(&self, verdict: &VerdictId) -> &str {
        self.known(verdict).map_or("", |label| &label.help)
    }
}

impl Article {
    /// Joins what is known of an article, but for its text: each stop of the way through it with the
    /// unit that stands on its words. A unit that none is left for is a claim of its own.
    pub(crate) fn of(
        name: &str,
        document: &Document,
        source: Source,
        items: &[Item],
        is_shown: impl Fn(&Item) -> bool,
        said: Said,
    ) -> Self {
        let title = source.title.clone();
        let title = title.unwrap_or_else(|| crate::core::article::title(document.text()));
        let (mut placed, rest) = by_item(items, said.units);
        let claim = |number, stop: Span, is_shown, unit: Option<Unit>| Claim {
            number,
            span: unit.as_ref().map_or(stop, |unit| unit.span),
            points: document.to_points(unit.as_ref().map_or(stop, |unit| unit.span)),
            is_shown: is_shown || unit.is_some(),
            effective: unit.as_ref().and_then(Effective::of),
            opinions: unit.map(|unit| unit.opinions).unwrap_or_default(),
            others: Vec::new(),
        };
        // A verdict whose words are gone stands on none, and is told apart.
        let stops = items.iter().enumerate().filter(|(_, item)| !item.span.is_empty());
        let mut claims: Vec<_> = stops
            .map(|(i, item)| claim(i + 1, item.span, is_shown(item), placed.remove(&i)))
            .collect();
        for unit in rest {
            claims.push(claim(claims.len() + 1, unit.span, true, Some(unit)));
        }
        claims.sort_by_key(|claim| (claim.span, claim.number));
        Self {
            name: name.to_owned(),
            title,
            claims,
            source,
            lost: said.lost,
            notes: said.notes,
            gaps: said.gaps,
            ..Self::default()
        }
    }

    /// Gives it its text: that of the document which it was made of.
    pub(crate) fn fill_in(&mut self, document: &Document) {
        document.text().clone_into(&mut self.text);
        document.original().clone_into(&mut self.original);
    }

    /// Leaves only the claims that somebody spoke about, and the number of the others.
    pub(crate) fn leave_decided(&mut self) {
        let open = |claim: &&Claim| claim.is_shown && claim.opinions.is_empty();
        self.more += self.claims.iter().filter(open).count();
        self.claims.retain(|claim| !claim.opinions.is_empty());
    }

    /// Leaves only the claims on which something was said since then.
    pub(crate) fn since(&mut self, time: Timestamp) {
        let is_new = |opinion: &Opinion| opinion.annotation.updated >= time;
        self.claims.retain(|claim| claim.opinions.iter().any(is_new));
        self.lost.retain(is_new);
    }

    /// The claims that somebody spoke about.
    pub(crate) fn decided(&self) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(|claim| !claim.opinions.is_empty())
    }

    /// Whether there is anything to tell beyond its text.
    pub(crate) fn is_worth_telling(&self) -> bool {
        self.decided().next().is_some()
            || !self.lost.is_empty()
            || !self.notes.is_empty()
            || !self.gaps.is_empty()
    }

    /// Its name without the ending.
    pub(crate) fn stem(&self) -> &str {
        let name = &self.name;
        let ending = name.len().saturating_sub(4);
        let is_txt = name.get(ending..).is_some_and(|end| end.eq_ignore_ascii_case(".txt"));
        if is_txt && ending > 0 { &name[..ending] } else { name }
    }

    /// The words of a claim as they are shown.
    pub(crate) fn words(&self, claim: &Claim) -> &str {
        claim.span.of(&self.text)
    }

    /// The words of a claim as they stand on disk.
    pub(crate) fn quote(&self, claim: &Claim) -> String {
        let (start, end) = claim.points;
        self.original.chars().skip(start).take(end - start).collect()
    }
}

impl Claim {
    /// The claim in a few words, as it is published: the editor's, else the latest.
    pub(crate) fn short(&self) -> Option<&str> {
        let said = self.opinions.iter().map(|opinion| &*opinion.annotation);
        let written = said.filter(|said| !said.short.is_empty());
        let best = written.max_by_key(|said| (said.final_verdict.is_some(), said.updated))?;
        Some(&best.short)
    }

    /// The words that people wrote on it, by name.
    pub(crate) fn notes(&self) -> impl Iterator<Item = (&str, &str)> {
        let notes = self.opinions.iter().map(|o| (&*o.name, &*o.annotation.note));
        notes.filter(|(_, note)| !note.is_empty())
    }

    /// The claim's annotations.
    pub(crate) fn said(&self) -> impl Iterator<Item = &Annotation> {
        self.opinions.iter().map(|opinion| &*opinion.annotation)
    }

    /// Whether somebody gave it a verdict, be it the final one, and not a note alone.
    pub(crate) fn is_decided(&self) -> bool {
        self.said().any(|said| said.verdict.is_some() || said.final_verdict.is_some())
    }

    /// Whether people gave it different verdicts that are in force.
    pub(crate) fn is_disputed(&self) -> bool {
        let mut verdicts = self.opinions.iter().filter_map(Opinion::firm);
        let first = verdicts.next();
        first.is_some_and(|first| verdicts.any(|other| other != first))
    }
}

impl Effective {
    fn of(unit: &Unit) -> Option<Self> {
        let (verdict, how) = unit.effective();
        let editor = unit.decision.as_ref().map(|d| (d.name.clone(), d.verdict.why.clone()));
        Some(Self { verdict: verdict?.clone(), how, editor })
    }
}

/// The units by the stop that shares most with each, the closest pairs first, so that a verdict
/// on a few words is not counted for the sentence around them; and those that no stop is left for.
fn by_item(items: &[Item], units: Vec<Unit>) -> (HashMap<usize, Unit>, Vec<Unit>) {
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    let longest = items.iter().map(|item| item.span.len()).max().unwrap_or(0);
    for (at, unit) in units.iter().enumerate() {
        // The stops are in order of place: only those around the unit can share anything.
        let from = items.partition_point(|item| item.span.start + longest <= unit.span.start);
        let near = items[from..].iter().enumerate();
        let near = near.take_while(|(_, item)| item.span.start < unit.span.end);
        let shared = near.map(|(i, item)| (item.span.iou(unit.span), at, from + i));
        pairs.extend(shared.filter(|(shared, ..)| *shared > 0.0));
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut units: Vec<Option<Unit>> = units.into_iter().map(Some).collect();
    let mut placed = HashMap::new();
    for (_, at, item) in pairs {
        if !placed.contains_key(&item)
            && let Some(unit) = units[at].take()
        {
            placed.insert(item, unit);
        }
    }
    (placed, units.into_iter().flatten().collect())
}
