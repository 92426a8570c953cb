//! How much terms weigh among some articles of a desk, as if there were no others.

use super::event::Weights;
use super::postings::Rarity;
use super::term::{Key, KeyMap};
use super::vector::Vector;

/// Some articles: beside all others of a large desk two stories of a kind look alike, since what they
/// have in common is rare; among themselves what each has of its own tells them apart.
pub(super) struct Among {
    held: KeyMap<usize>,
    rarity: Rarity,
}

impl Among {
    /// That of articles with so many sentences each.
    pub(super) fn new<'a>(articles: impl Iterator<Item = (&'a Vector, usize)>) -> Self {
        let (mut held, mut sentences) = (KeyMap::<usize>::default(), 0);
        for (vector, count) in articles {
            sentences += count;
            for (term, &times) in vector.terms.iter().zip(&vector.times) {
                *held.entry(term.key()).or_default() += usize::from(times);
            }
        }
        Self { held, rarity: Rarity::among(sentences) }
    }
}

impl Weights for Among {
    fn weight(&self, key: Key) -> f32 {
        self.rarity.of(self.held.get(&key).copied().unwrap_or_default())
    }
}
