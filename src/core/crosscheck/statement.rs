//! What is kept of a sentence to compare it with others.

use std::hash::{Hash, Hasher};

use super::calendar::dated;
use super::term::{Fnv, Key, Term};
use super::value::{Piece, Said, Site, Value};
use super::vector::Vector;
use crate::core::keep::keep;

/// A sentence with its words and values. Places are bytes from its start, so that the same words
/// make the same statement wherever they stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Statement {
    /// Its words, names and numbers, sorted, each once.
    pub(super) terms: Box<[Term]>,
    /// What it states, in order of place.
    pub(super) values: Box<[Value]>,
    /// Whom it names as its source.
    pub(super) source: Option<Piece>,
    /// One bit for each word of that source, by which it is known when it is named again: `the trust`, `the hospital trust`.
    pub(super) speaker: u32,
    /// When its article was written, as it is told.
    pub(super) datelines: Box<[[Option<Key>; 2]]>,
    /// It holds a value that could not be read.
    pub(super) unread: bool,
    /// The results of matches that it tells, `3-1`, as one number; 0 where it tells none.
    pub(super) results: u32,
    /// All its digits as one number: sentences that differ in one are not one text.
    pub(super) digits: u32,
    /// The claims that it makes, where these are several.
    pub(super) claims: Box<[Part]>,
    /// Which of its terms it tells, and which it denies, one bit each.
    pub(super) plain: u128,
    pub(super) denied: u128,
}

keep!(struct Statement { terms, values, source, speaker, datelines, unread, results, digits, claims, plain, denied });

/// A claim of several that a sentence makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Part {
    pub(super) piece: Piece,
    /// Which terms of the sentence stand in it, one bit each.
    pub(super) terms: u128,
}

keep!(struct Part { piece, terms });

/// Whether a set of terms, one bit each, holds the one at this place; of those behind the last bit nothing is known.
pub(super) const fn has(terms: u128, at: usize) -> bool {
    at < u128::BITS as usize && terms >> at & 1 == 1
}

impl Statement {
    /// Whether two sentences surely name two sources; `police` and `Humberside Police` may be one.
    pub(super) const fn has_other_source(&self, other: &Self) -> bool {
        let shared = self.speaker & other.speaker;
        shared != self.speaker && shared != other.speaker
    }

    /// Whether both tell a result, and not the same one.
    pub(super) const fn has_other_result(&self, other: &Self) -> bool {
        self.results != 0 && other.results != 0 && self.results != other.results
    }

    /// Whether it gives a figure.
    pub(super) fn has_figure(&self) -> bool {
        self.values.iter().any(|value| matches!(value.said, Said::Figure(_)))
    }

    /// Changes each key that it holds, terms with their marks; those of `terms` stay.
    pub(super) fn each_key(&mut self, change: &mut impl FnMut(&mut Key)) {
        self.values.iter_mut().for_each(|value| value.each_key(change));
        self.datelines.iter_mut().flatten().flatten().for_each(change);
    }

    /// Whether a term stands in it.
    pub(super) fn tells(&self, key: Key) -> bool {
        self.terms.binary_search_by_key(&key, |term| term.key()).is_ok()
    }

    /// Whether a name stands in this clause of it.
    pub(super) fn names_in(&self, clause: u128) -> bool {
        self.terms.iter().enumerate().any(|(at, term)| term.is_name() && has(clause, at))
    }

    /// The figures and dates that it tells, each once.
    pub(super) fn told(&self) -> Vec<Key> {
        let mut told: Vec<Key> = self.values.iter().filter_map(Value::told).flatten().collect();
        told.sort_unstable();
        told.dedup();
        told
    }

    /// What it tells that became of things, each once.
    pub(super) fn deeds(&self) -> Vec<Key> {
        let mut deeds: Vec<Key> = self.values.iter().filter_map(Value::done).collect();
        deeds.sort_unstable();
        deeds.dedup();
        deeds
    }

    /// The years, and the days and months, that it tells.
    pub(super) fn dates(&self) -> impl Iterator<Item = [Option<Key>; 2]> + '_ {
        let dates = self.values.iter().filter_map(|value| match &value.said {
            Said::Date(date) if !date.relative => Some(dated(date.from)),
            _ => None,
        });
        dates.chain(self.datelines.iter().copied())
    }

    /// The day of the news, where it tells it: in a dateline, or with the weekday. A day without one may be that of something
    /// planned.
    pub(super) fn issue(&self) -> Option<Key> {
        let dateline = self.datelines.iter().find_map(|[_, day]| *day);
        let told = || {
            self.values.iter().find_map(|value| match &value.said {
                Said::Date(date) if !date.relative => {
                    date.from.weekday.and(date.from.day).and(dated(date.from)[1])
                }
                _ => None,
            })
        };
        dateline.or_else(told)
    }

    /// The places that it names.
    pub(super) fn sites(&self) -> impl Iterator<Item = Site> + '_ {
        self.values.iter().filter_map(|value| match value.said {
            Said::Place(site) => Some(site),
            _ => None,
        })
    }

    /// The places that its clause names.
    pub(super) fn places_of<'a>(&'a self, value: &'a Value) -> impl Iterator<Item = Site> + 'a {
        self.values.iter().filter_map(|other| match other.said {
            Said::Place(site) if other.clause == value.clause => Some(site),
            _ => None,
        })
    }

    /// Whether a value stands in a sentence of places, or of a day, month or year, of which an
    /// article knows nothing though it tells others.
    pub(super) fn is_foreign(&self, value: &Value, article: &Vector) -> bool {
        let (mut places, mut known) = (0, 0);
        for other in self.values.iter().filter(|other| other.piece != value.piece) {
            match &other.said {
                Said::Place(site) => {
                    places += 1;
                    known += usize::from(article.knows(site.name));
                }
                Said::Date(date) if date.to.is_none() && !date.relative => {
                    let [year, day] = dated(date.from);
                    let other = |key: Option<Key>, known: &[Key]| {
                        key.is_some_and(|key| {
                            !known.is_empty() && known.binary_search(&key).is_err()
                        })
                    };
                    if other(year, &article.years) || other(day, &article.days) {
                        return true;
                    }
                }
                _ => {}
            }
        }
        places > 0 && known == 0
    }

    /// A hash of everything in it, the same in every run: equal statements of a desk are stored
    /// once. With two million of them the chance that two different ones meet is one in ten million.
    pub(super) fn hash(&self) -> u64 {
        let mut hash = Fnv::default();
        (&self.terms, self.source, self.speaker, self.unread, &self.datelines).hash(&mut hash);
        (&self.claims, self.plain, self.denied, self.results, self.digits).hash(&mut hash);
        for value in &self.values {
            (value.piece, value.role, value.head, value.fate, value.who).hash(&mut hash);
            (value.holder, value.near, value.part, value.earlier, &value.said).hash(&mut hash);
            (value.clause, value.agent, value.denied, value.passing, value.turn).hash(&mut hash);
            value.time.hash(&mut hash);
        }
        hash.finish()
    }
}
