//! What the summaries of a desk add up to, kept as they come and go: on a desk of fifty people
//! going through all of them takes longer than a key may.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::summary::Summary;
use crate::core::annotation::VerdictId;
use crate::core::review::team::{Tallies, Tally};
use crate::core::team::agreement::Coincidences;

/// Sums over the articles that were read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sums {
    /// One's own verdicts in force.
    own: BTreeMap<VerdictId, usize>,
    /// The teammates'.
    team: TeamSums,
    /// On how many articles each person has begun, by folder name.
    begun: FxHashMap<String, usize>,
    /// What the figures of agreement follow from.
    figures: Coincidences,
}

impl Sums {
    /// An article was read.
    pub(super) fn add(&mut self, summary: &Summary) {
        self.figures.merge(&summary.team.figures);
        self.count(summary, 1);
    }

    /// What was read of an article is no longer so.
    pub(super) fn remove(&mut self, summary: &Summary) {
        self.figures.part(&summary.team.figures);
        self.count(summary, -1);
    }

    fn count(&mut self, summary: &Summary, sign: isize) {
        for (verdict, count) in &summary.own.verdicts {
            let sum = self.own.entry(verdict.clone()).or_default();
            *sum = sum.saturating_add_signed(sign * count.cast_signed());
        }
        self.own.retain(|_, sum| *sum > 0);
        self.team.count(&summary.tallies, sign, sign);
        for person in &summary.team.progress.begun {
            match self.begun.get_mut(person) {
                Some(articles) => *articles = articles.saturating_add_signed(sign),
                None => drop(self.begun.insert(person.clone(), 1)),
            }
        }
    }

    /// One's own verdicts in force.
    pub(crate) const fn own(&self) -> &BTreeMap<VerdictId, usize> {
        &self.own
    }

    /// The teammates'.
    pub(crate) const fn team(&self) -> &TeamSums {
        &self.team
    }

    /// The folder names of all who have begun, in no order.
    pub(crate) fn begun(&self) -> impl Iterator<Item = &String> {
        self.begun.iter().filter(|(_, articles)| **articles > 0).map(|(person, _)| person)
    }

    /// What the figures of agreement follow from.
    pub(crate) const fn figures(&self) -> &Coincidences {
        &self.figures
    }
}

/// The teammates' verdicts in force, added up by person.
#[derive(Clone, Debug, Default)]
pub(crate) struct TeamSums {
    /// The verdicts in use: the columns.
    verdicts: Vec<VerdictId>,
    /// The rows, by readable name.
    people: FxHashMap<String, Row>,
}

#[derive(Clone, Debug, Default)]
struct Row {
    /// On so many articles the person has said something.
    articles: usize,
    /// How many of each verdict.
    counts: Vec<usize>,
}

impl TeamSums {
    /// Counts what is said on an article: the people so often, their verdicts so often.
    pub(crate) fn count(&mut self, tallies: &Tallies, people: isize, verdicts: isize) {
        let columns: Vec<_> = tallies.verdicts().iter().map(|v| self.column(v)).collect();
        for (name, counts) in tallies.rows() {
            if !self.people.contains_key(name) {
                self.people.insert(name.to_owned(), Row::default());
            }
            let Some(row) = self.people.get_mut(name) else { continue };
            row.articles = row.articles.saturating_add_signed(people);
            row.counts.resize(self.verdicts.len(), 0);
            for (column, count) in columns.iter().zip(counts) {
                let sum = &mut row.counts[*column];
                *sum = sum.saturating_add_signed(verdicts * count.cast_signed());
            }
        }
    }

    fn column(&mut self, verdict: &VerdictId) -> usize {
        self.verdicts.iter().position(|other| other == verdict).unwrap_or_else(|| {
            self.verdicts.push(verdict.clone());
            self.verdicts.len() - 1
        })
    }

    /// The sums, in order of the names.
    pub(crate) fn tallies(&self) -> Vec<Tally> {
        let there = self.people.iter().filter(|(_, row)| row.articles > 0);
        let tally = |(name, row): (&String, &Row)| {
            let counts = self.verdicts.iter().zip(&row.counts).filter(|(_, count)| **count > 0);
            let verdicts = counts.map(|(verdict, count)| (verdict.clone(), *count)).collect();
            Tally { annotator: name.clone(), verdicts }
        };
        let mut tallies: Vec<_> = there.map(tally).collect();
        tallies.sort_unstable_by(|a, b| a.annotator.cmp(&b.annotator));
        tallies
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::annotation::{Annotation, Book, Notebook, Selector};
    use crate::core::article::Document;
    use crate::core::review::Found;
    use crate::core::review::team::Team;

    /// What these people say of the only word: each by the number of a verdict.
    fn summary(said: &[(u8, u8)]) -> Summary {
        let doc = Document::new("Rien".into());
        let book = |(person, verdict): &(u8, u8)| {
            let exact = "Rien".to_owned();
            let place = Selector { exact, start: 0, end: 4, ..Selector::default() };
            let mut annotation = Annotation::new(place, jiff::Timestamp::UNIX_EPOCH);
            annotation.verdict = Some(VerdictId(format!("v{verdict}")));
            let mut notebook = Notebook { annotator: format!("P{person}"), ..Notebook::default() };
            notebook
                .annotations
                .insert(crate::core::annotation::AnnotationId("a".into()), annotation);
            Book { folder: format!("p{person}"), notebook: notebook.into() }
        };
        let books: Vec<Book> = said.iter().map(book).collect();
        let tallies = Tallies::of(&Team::of(&doc, &books, &Found::new()));
        let mut summary = Summary { tallies, ..Summary::default() };
        summary.team.progress.begun = books.into_iter().map(|book| book.folder).collect();
        summary.team.figures.add(said.iter().map(|(_, verdict)| VerdictId(format!("v{verdict}"))));
        summary.own = Tally::of("Zoé", &[VerdictId(format!("v{}", said.len() % 3))]);
        summary
    }

    fn told(sums: &Sums) -> impl PartialEq + std::fmt::Debug {
        let mut begun: Vec<_> = sums.begun().cloned().collect();
        begun.sort_unstable();
        let alpha = sums.figures().alpha().map(|alpha| (alpha * 1e9).round());
        (sums.own().clone(), sums.team().tallies(), begun, sums.figures().units(), alpha)
    }

    proptest! {
        #[test]
        fn what_came_and_went_leaves_the_sums_of_what_is_there(
            said in prop::collection::vec(prop::collection::btree_map(0u8..5, 0u8..3, 0..5), 1..6),
            gone in 0usize..6,
        ) {
            let said = said.into_iter().map(|one| summary(&one.into_iter().collect::<Vec<_>>()));
            let summaries: Vec<_> = said.collect();
            let gone = gone.min(summaries.len());
            let (mut all, mut left) = (Sums::default(), Sums::default());
            for (n, summary) in summaries.iter().enumerate() {
                all.add(summary);
                if n >= gone {
                    left.add(summary);
                }
            }
            for summary in &summaries[..gone] {
                all.remove(summary);
            }
            prop_assert_eq!(told(&all), told(&left));
        }
    }
}
