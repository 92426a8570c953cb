//! Which articles of one story tell what.

use rustc_hash::FxHashMap;

use super::model::DocId;
use super::term::{Key, KeyMap};
use super::vector::Vector;

/// More articles than these tell an affair.
const MANY: usize = 8;

/// What the articles of a story tell, gathered once: a story of a thousand articles would be looked through for each pair of
/// values.
#[derive(Clone, Debug, Default)]
pub(super) struct Telling {
    articles: usize,
    /// The articles that tell a figure or date, in order.
    told: FxHashMap<Key, Vec<DocId>>,
    /// How many articles a term stands in.
    known: KeyMap<u32>,
}

impl Telling {
    /// That of these articles, in order.
    pub(super) fn of<'a>(articles: impl Iterator<Item = (DocId, &'a Vector)>) -> Self {
        let mut telling = Self::default();
        for (id, vector) in articles {
            telling.articles += 1;
            for &key in &vector.told {
                let tell = telling.told.entry(key).or_default();
                if tell.last() != Some(&id) {
                    tell.push(id);
                }
            }
            for term in &vector.terms {
                *telling.known.entry(term.key()).or_default() += 1;
            }
        }
        telling
    }

    /// How many articles there are.
    pub(super) const fn articles(&self) -> usize {
        self.articles
    }

    /// Whether so many tell it that it is an affair rather than what happened on a day.
    pub(super) const fn is_affair(&self) -> bool {
        self.articles > MANY
    }

    /// How many of them a term stands in.
    pub(super) fn knowing(&self, term: Key) -> usize {
        self.known.get(&term).map_or(0, |&count| count as usize)
    }

    /// The articles that tell both, in order.
    pub(super) fn both(&self, a: Key, b: Key) -> impl Iterator<Item = DocId> + '_ {
        let tell = |key: Key| self.told.get(&key).map_or(&[][..], Vec::as_slice);
        let (a, b) = (tell(a), tell(b));
        let (fewer, more) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        fewer.iter().copied().filter(move |id| more.binary_search(id).is_ok())
    }
}
