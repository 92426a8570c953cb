//! What the head of an article tells, sentence by sentence, until it is a vector.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::calendar::day_of_year;
use super::days::Day;
use super::statement::Statement;
use super::term::{Key, Term, counted};
use super::value::{Said, Site, Value};
use super::vector::Vector;
use crate::core::fact::Comparison;

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
    news: Option<u32>,
    /// The towns that its very head places something in.
    towns: Vec<Site>,
    /// The figures that fill a slot of the lexicon, or a measure of few things, with the slot or measure.
    slots: Vec<(Key, Said)>,
}

impl Gist {
    /// Adds a sentence; `leads` tells whether it stands at the very head.
    pub(super) fn add(&mut self, statement: &Statement, leads: bool) {
        let mark = |term: Term| if leads { term.leading() } else { term };
        self.terms.extend(statement.terms.iter().copied().map(mark));
        self.told.extend(statement.told());
        self.deeds.extend(statement.deeds());
        let slots = |value: &Value| {
            [value.slot(), value.measured(), value.sum(), value.outcome()]
                .map(|slot| Some((slot?, value.said.clone())))
        };
        self.slots.extend(statement.values.iter().flat_map(slots).flatten());
        if leads {
            self.news = self.news.or_else(|| statement.issue().and_then(day_of_year));
            self.towns.extend(statement.values.iter().filter_map(town));
        }
        for [year, day] in statement.dates() {
            self.years.extend(year);
            self.days.extend(day);
        }
    }

    /// The vector of an article that was written on this day, in a language that writes all nouns with a `capital` or another.
    pub(super) fn vector(mut self, written: Option<Day>, capitals: bool) -> Vector {
        let mut counted = counted(self.terms);
        if counted.len() > MOST_TERMS {
            counted.sort_by_key(|&(term, times)| (Reverse(times), term.key()));
            counted.truncate(MOST_TERMS);
            counted.sort_unstable_by_key(|(term, _)| term.key());
        }
        let (terms, times): (Vec<Term>, Vec<u8>) = counted.into_iter().unzip();
        let told = |town: &Site| {
            let at = terms.binary_search_by_key(&town.name, |term| term.key());
            at.map_or(0, |at| times[at])
        };
        // Of equals the first.
        let town = self.towns.iter().rev().max_by_key(|town| told(town)).copied();
        self.told.sort_unstable();
        self.deeds.sort_unstable();
        Vector {
            terms: terms.into(),
            times: times.into(),
            told: self.told.into(),
            deeds: self.deeds.into(),
            years: self.years.into_iter().collect(),
            days: self.days.into_iter().collect(),
            sole: sole(self.slots),
            news: self.news,
            town,
            written,
            capitals,
        }
    }
}

/// A value that is a town or village, and no region.
fn town(value: &Value) -> Option<Site> {
    match value.said {
        Said::Place(site) if site.place.is_some_and(|place| !place.is_region()) => Some(site),
        _ => None,
    }
}

/// The slots that are filled with one value, however often and in whatever words it is told.
fn sole(mut slots: Vec<(Key, Said)>) -> Box<[Key]> {
    slots.sort_by_key(|(slot, _)| *slot);
    let one = |told: &&[(Key, Said)]| {
        let (_, first) = &told[0];
        told.iter().all(|(_, said)| {
            said.compare(first).is_some_and(|comparison| comparison != Comparison::Differs)
        })
    };
    slots.chunk_by(|a, b| a.0 == b.0).filter(one).map(|told| told[0].0).collect()
}
