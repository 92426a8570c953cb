//! What an article is compared by as a whole.

use super::calendar::{are_near, day_of_year};
use super::days::Day;
use super::term::{Key, Term};
use super::value::Site;
use crate::core::fact::Comparison;
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
    /// The day of a year that its head tells, which is that of the news.
    pub(super) news: Option<u32>,
    /// The town that its head places something in; of several the one that it tells of most.
    pub(super) town: Option<Site>,
    /// When it was written.
    pub(super) written: Option<Day>,
    /// Its language writes all nouns with a capital, so that hardly any name is seen to be one.
    pub(super) capitals: bool,
}

keep!(struct Vector { terms, times, told, deeds, years, days, sole, news, town, written, capitals });

impl Vector {
    /// Whether it fills this slot of the lexicon with one figure only.
    pub(super) fn is_sole(&self, slot: Key) -> bool {
        self.sole.binary_search(&slot).is_ok()
    }

    /// Whether it says too little to be in another story.
    pub(super) fn is_brief(&self) -> bool {
        self.terms.len() < SHORT
    }

    /// Whether the heads of both tell a day, and the one is not near the other: news of two days, of which figures and outcomes
    /// may be others.
    pub(super) fn is_of_other_day(&self, other: &Self) -> bool {
        self.news.zip(other.news).is_some_and(|(a, b)| !are_near(a, b))
    }

    /// Whether both tell days, and none near any that the other tells.
    pub(super) fn tells_other_days(&self, other: &Self) -> bool {
        let days = |of: &Self| of.days.iter().filter_map(|day| day_of_year(*day)).collect();
        let (here, there): (Vec<u32>, Vec<u32>) = (days(self), days(other));
        let told = !here.is_empty() && !there.is_empty();
        told && !here.iter().any(|&a| there.iter().any(|&b| are_near(a, b)))
    }

    /// Whether either tells of a town of its own, and hardly of that of the other: two happenings, however alike.
    pub(super) fn is_of_other_town(&self, other: &Self) -> bool {
        let Some((here, there)) = self.town.zip(other.town) else { return false };
        let own = |article: &Self, own: Site, foreign: Site| {
            let times = article.times_of(own.name);
            times >= OFTEN && times >= OFTEN * article.times_of(foreign.name)
        };
        here.compare(there) != Some(Comparison::Same)
            && own(self, here, there)
            && own(other, there, here)
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

/// So often an article tells of its own town, and so many times as often as of another.
const OFTEN: u8 = 2;
/// An article of fewer terms says too little to be in another story.
pub(super) const SHORT: usize = 30;
