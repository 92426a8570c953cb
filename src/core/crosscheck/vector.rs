//! What an article is compared by as a whole.

use super::days::Day;
use super::term::{Key, Term};
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
    /// The slots of the lexicon that it fills with one figure only, sorted.
    pub(super) sole: Box<[Key]>,
    /// When it was written.
    pub(super) written: Option<Day>,
}

keep!(struct Vector { terms, times, told, deeds, years, days, sole, written });

impl Vector {
    /// Whether it fills this slot of the lexicon with one figure only.
    pub(super) fn is_sole(&self, slot: Key) -> bool {
        self.sole.binary_search(&slot).is_ok()
    }

    /// How often a term stands in the article.
    pub(super) fn times_of(&self, key: Key) -> u8 {
        let at = self.terms.binary_search_by_key(&key, |term| term.key());
        at.ok().and_then(|at| self.times.get(at)).copied().unwrap_or_default()
    }

    /// Whether a term stands in the article.
    pub(super) fn knows(&self, key: Key) -> bool {
        self.terms.binary_search_by_key(&key, |term| term.key()).is_ok()
    }
}
