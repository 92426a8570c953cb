//! How long an article's vector is, worked out when it is asked for.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use super::event::{Alike, PARTS};

/// The lengths of a vector in one edition of the index: with every article that comes or goes the
/// weights of terms change a little.
///
/// Many may ask at once: whoever finds the edition has the lengths that were stored before it, and
/// two who do not find it store the same.
#[derive(Default)]
pub(super) struct Norms {
    edition: AtomicU64,
    bits: [AtomicU32; PARTS],
}

impl Norms {
    pub(super) fn get(&self, edition: u64, make: impl FnOnce() -> Alike) -> Alike {
        if self.edition.load(Ordering::Acquire) == edition {
            return std::array::from_fn(|i| f32::from_bits(self.bits[i].load(Ordering::Relaxed)));
        }
        let made = make();
        for (bits, x) in self.bits.iter().zip(made) {
            bits.store(x.to_bits(), Ordering::Relaxed);
        }
        self.edition.store(edition, Ordering::Release);
        made
    }
}
