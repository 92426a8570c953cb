//! What an article is compared by as a whole.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::days::Day;
use super::statement::Statement;
use super::term::{Key, Term, counted};
use crate::core::keep::keep;

/// The terms of an article, sorted, and how often each stands in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Vector {
    pub(super) terms: Box<[Term]>,
    pub(super) times: Box<[u8]>,
    /// The figures and dates it tells, sorted, one for each sentence that tells it.
    pub(super) told: Box<[Key]>,
    /// What became of things after it, sorted, one for each sentence that tells it.
    pub(super) deeds: Box<[Key]>,
    /// The years it tells, sorted, each once.
    pub(super) years: Box<[Key]>,
    /// The days and months.
    pub(super) days: Box<[Key]>,
    /// When it was written.
    pub(super) written: Option<Day>,
}

keep!(struct Vector { terms, times, told, deeds, years, days, written });

impl Vector {
    /// Whether a term stands in the article.
    pub(super) fn knows(&self, key: Key) -> bool {
        self.terms.binary_search_by_key(&key, |term| term.key()).is_ok()
    }
}

/// How many terms of an article are kept for its story.
const MOST_TERMS: usize = 400;

/// A vector in the making: what the sentences of an article's head tell.
#[derive(Default)]
pub(super) struct Gist {
    terms: Vec<Term>,
    told: Vec<Key>,
    deeds: Vec<Key>,
    years: BTreeSet<Key>,
    days: BTreeSet<Key>,
}

impl Gist {
    /// Adds a sentence; `leads` tells whether it stands at the very head.
    pub(super) fn add(&mut self, statement: &Statement, leads: bool) {
        let mark = |term: Term| if leads { term.leading() } else { term };
        self.terms.extend(statement.terms.iter().copied().map(mark));
        self.told.extend(statement.told());
        self.deeds.extend(statement.deeds());
        for [year, day] in statement.dates() {
            self.years.extend(year);
            self.days.extend(day);
        }
    }

    /// The vector of an article that was written on this day.
    pub(super) fn vector(mut self, written: Option<Day>) -> Vector {
        let mut counted = counted(self.terms);
        if counted.len() > MOST_TERMS {
            counted.sort_by_key(|&(term, times)| (Reverse(times), term.key()));
            counted.truncate(MOST_TERMS);
            counted.sort_unstable_by_key(|(term, _)| term.key());
        }
        let (terms, times): (Vec<Term>, Vec<u8>) = counted.into_iter().unzip();
        self.told.sort_unstable();
        self.deeds.sort_unstable();
        Vector {
            terms: terms.into(),
            times: times.into(),
            told: self.told.into(),
            deeds: self.deeds.into(),
            years: self.years.into_iter().collect(),
            days: self.days.into_iter().collect(),
            written,
        }
    }
}
