//! What one looks for first: the figures of a desk, and where people differ.

use std::collections::{BTreeMap, BTreeSet};

use super::super::results::{Article, Header};
use crate::core::annotation::VerdictId;
use crate::core::team::agreement::Agreement;
use crate::core::team::panel::Panel;

/// The figures of some articles.
#[derive(Clone, Debug, Default)]
pub(super) struct Summary {
    pub claims: usize,
    /// Claims with a verdict that counts, by verdict.
    pub verdicts: BTreeMap<VerdictId, usize>,
    /// Claims on which people differ.
    pub disputed: usize,
    /// Claims without a verdict that counts.
    pub open: usize,
    pub people: BTreeSet<String>,
    /// The verdicts in force, claim by claim, with their people.
    given: Vec<Vec<(String, String)>>,
}

/// A claim on which people differ.
#[derive(Clone, Debug)]
pub(super) struct Dispute {
    /// Its article's name.
    pub article: String,
    pub number: usize,
    pub words: String,
    /// The verdicts given, in the order of the labels, with their people.
    pub verdicts: Vec<(VerdictId, Vec<String>)>,
}

impl Summary {
    pub(super) fn of(article: &Article) -> Self {
        let mut summary = Self { claims: article.more, open: article.more, ..Self::default() };
        for claim in article.claims.iter().filter(|claim| claim.is_shown) {
            summary.claims += 1;
            summary.people.extend(claim.opinions.iter().map(|opinion| opinion.name.clone()));
            match &claim.effective {
                Some(effective) => {
                    *summary.verdicts.entry(effective.verdict.clone()).or_default() += 1;
                }
                None if claim.is_disputed() => summary.disputed += 1,
                None => summary.open += 1,
            }
            let firm = claim.opinions.iter().filter_map(|o| Some((o, o.firm()?)));
            let given: Vec<_> = firm.map(|(o, v)| (o.person.clone(), v.0.clone())).collect();
            summary.given.extend(Some(given).filter(|given| given.len() > 1));
        }
        summary.people.extend(article.notes.iter().map(|(name, _)| name.clone()));
        summary
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.claims += other.claims;
        self.disputed += other.disputed;
        self.open += other.open;
        for (verdict, count) in &other.verdicts {
            *self.verdicts.entry(verdict.clone()).or_default() += count;
        }
        self.people.extend(other.people.iter().cloned());
        self.given.extend(other.given.iter().cloned());
    }

    pub(super) fn decided(&self) -> usize {
        self.verdicts.values().sum()
    }

    /// How far people agree: the share of equal pairs, and Krippendorff's α; none where
    /// no two people decided the same claim.
    pub(super) fn agreement(&self) -> Option<(f64, Option<f64>)> {
        let rows = self.given.iter().map(|row| row.iter().map(|(p, v)| (&**p, &**v)).collect());
        let figures = Agreement::of(&Panel::of_verdicts(rows.collect()).matrix);
        Some((figures.observed?, figures.alpha))
    }

    /// The verdicts in the order of the labels, with their counts; unknown ones last.
    pub(super) fn in_order(&self, desk: &Header) -> Vec<(VerdictId, usize)> {
        let mut all: Vec<_> =
            self.verdicts.iter().map(|(id, count)| (id.clone(), *count)).collect();
        all.sort_by_key(|(id, _)| place(desk, id));
        all
    }
}

impl Dispute {
    /// The claims of an article on which people differ.
    pub(super) fn of<'a>(
        desk: &'a Header,
        article: &'a Article,
    ) -> impl Iterator<Item = Self> + 'a {
        article.claims.iter().filter(|claim| claim.effective.is_none() && claim.is_disputed()).map(
            move |claim| {
                let mut by: BTreeMap<&VerdictId, Vec<String>> = BTreeMap::new();
                for opinion in &claim.opinions {
                    if let Some(verdict) = opinion.firm() {
                        by.entry(verdict).or_default().push(opinion.name.clone());
                    }
                }
                let mut verdicts: Vec<_> =
                    by.into_iter().map(|(verdict, people)| (verdict.clone(), people)).collect();
                verdicts.sort_by_key(|(verdict, _)| place(desk, verdict));
                Self {
                    article: article.name.clone(),
                    number: claim.number,
                    words: article.words(claim).to_owned(),
                    verdicts,
                }
            },
        )
    }

    /// The verdicts alone: disputes with the same ones stand together.
    pub(super) fn kind(&self) -> Vec<&VerdictId> {
        self.verdicts.iter().map(|(verdict, _)| verdict).collect()
    }
}

/// Disputes by the verdicts they are between, the most frequent kind first.
pub(super) fn grouped(disputes: &[Dispute]) -> Vec<(Vec<&VerdictId>, Vec<&Dispute>)> {
    let mut groups: BTreeMap<Vec<&VerdictId>, Vec<&Dispute>> = BTreeMap::new();
    for dispute in disputes {
        groups.entry(dispute.kind()).or_default().push(dispute);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, disputes)| std::cmp::Reverse(disputes.len()));
    groups
}

fn place(desk: &Header, verdict: &VerdictId) -> usize {
    desk.labels.iter().position(|label| label.id == *verdict).unwrap_or(usize::MAX)
}
