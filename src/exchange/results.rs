//! The results of a desk, as reports and exports read them.

use std::collections::HashMap;

use jiff::Timestamp;

use crate::core::annotation::{Label, VerdictId};
use crate::core::article::{Document, Source, Span};
use crate::core::review::Review;
use crate::core::team::opinion::Opinion;
use crate::core::team::status::{How, Unit};

/// What was decided on a desk.
#[derive(Clone, Debug)]
pub struct Results {
    /// The desk's name: that of its folder.
    pub desk: String,
    /// The verdicts in use, in their order.
    pub labels: Vec<Label>,
    /// When this was put together.
    pub made: Timestamp,
    /// The articles in the order of their names.
    pub articles: Vec<Article>,
}

/// An article with its claims.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its name below the folder of the articles.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// Its text; spans and quotes of claims count in it.
    pub text: String,
    /// Its text as decoded, in which positions on disk count.
    pub original: String,
    /// Who published it.
    pub source: Source,
    /// Its claims in the order of the text.
    pub claims: Vec<Claim>,
}

/// A claim with what was decided on it.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Its number in the article, from 1: that of `claimdesk show`.
    pub number: usize,
    /// Where it stands, in bytes of [`Article::text`].
    pub span: Span,
    /// Where it stands, in code points of [`Article::original`].
    pub points: (usize, usize),
    /// What counts.
    pub effective: Option<Effective>,
    /// What each person says.
    pub opinions: Vec<Opinion>,
}

/// The verdict that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective {
    /// The verdict.
    pub verdict: VerdictId,
    /// Whether an editor decided, or enough people say the same.
    pub how: How,
}

impl Results {
    /// The name of a verdict, in English: what other tools show.
    pub fn label<'a>(&'a self, verdict: &'a VerdictId) -> &'a str {
        self.labels.iter().find(|label| label.id == *verdict).map_or(&verdict.0, |label| &label.en)
    }

    /// The claims that have an opinion, with their articles.
    pub fn decided(&self) -> impl Iterator<Item = (&Article, &Claim)> {
        let all = self.articles.iter().flat_map(|a| a.claims.iter().map(move |claim| (a, claim)));
        all.filter(|(_, claim)| !claim.opinions.is_empty())
    }
}

impl Article {
    /// Joins what is known of an article: each stop of the way through it with the
    /// unit that stands on its words.
    pub fn of(
        name: &str,
        document: &Document,
        source: Source,
        review: &Review,
        units: Vec<Unit>,
    ) -> Self {
        let title = source.title.clone();
        let title = title.unwrap_or_else(|| crate::core::article::title(document.text()));
        let mut placed = by_item(review, units);
        let claims = review.items.iter().enumerate().map(|(i, item)| {
            let unit = placed.remove(&i);
            let effective = unit.as_ref().and_then(|unit| {
                let (verdict, how) = unit.effective();
                Some(Effective { verdict: verdict?.clone(), how })
            });
            Claim {
                number: i + 1,
                span: item.span,
                points: document.to_points(item.span),
                effective,
                opinions: unit.map(|unit| unit.opinions).unwrap_or_default(),
            }
        });
        Self {
            name: name.to_owned(),
            title,
            claims: claims.collect(),
            text: document.text().to_owned(),
            original: document.original().to_owned(),
            source,
        }
    }

    /// The words of a claim as they are shown.
    pub fn words(&self, claim: &Claim) -> &str {
        claim.span.of(&self.text)
    }

    /// The words of a claim as they stand on disk.
    pub fn quote(&self, claim: &Claim) -> String {
        let (start, end) = claim.points;
        self.original.chars().skip(start).take(end - start).collect()
    }
}

/// The units by the stop that shares most with each; the closest pairs first, so
/// that a verdict on a few words is not counted for the sentence around them.
fn by_item(review: &Review, units: Vec<Unit>) -> HashMap<usize, Unit> {
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let near =
            review.items.iter().enumerate().map(|(i, item)| (item.span.iou(unit.span), at, i));
        pairs.extend(near.filter(|(shared, ..)| *shared > 0.0));
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
    placed
}
