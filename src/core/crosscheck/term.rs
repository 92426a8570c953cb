//! What words are compared by: hashes, so that an index over a large desk stores no word at all.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use crate::core::keep::keep;

/// A word, class of words, name or number as a hash of 28 bits, with four marks in the low bits.
///
/// Two words of a desk share a hash more rarely than a misprint comes by, and then only one word
/// more is shared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Term(pub(super) u32);

keep!(id Term);

/// The identity of a [`Term`], without its marks.
pub(super) type Key = u32;

/// A map by [`Key`].
pub(super) type KeyMap<V> = HashMap<Key, V, BuildHasherDefault<Fnv>>;

/// A set of [`Key`]s.
pub(super) type KeySet = HashSet<Key, BuildHasherDefault<Fnv>>;

impl Term {
    const NAME: u32 = 1;
    const LEAD: u32 = 2;
    const NUMBER: u32 = 4;
    const CLASS: u32 = 8;
    const MARKS: u32 = Self::NAME | Self::LEAD;

    /// A word by its folded stem.
    pub(super) fn word(stem: &str) -> Self {
        Self::hashed(b"", stem)
    }

    /// Words for one thing, the same in all languages, that count as one word.
    pub(super) fn joined(name: &str) -> Self {
        Self::hashed(b"=", name)
    }

    /// A class of words, the same in all languages.
    pub(super) fn class(name: &str) -> Self {
        Self(Self::hashed(b"#", name).0 | Self::CLASS)
    }

    /// A name that languages write differently, by the key that joins its forms.
    pub(super) fn name(key: &str) -> Self {
        Self::hashed(b"@", key).named()
    }

    /// A folded word of a name, without the `s` of a genitive.
    pub(super) fn of_name(folded: &str) -> Self {
        const SHORT: usize = 4;
        let bare = folded.strip_suffix('s').filter(|bare| bare.len() >= SHORT);
        Self::word(bare.unwrap_or(folded))
    }

    /// A figure or part of a date.
    pub(super) fn number(kind: &str, value: f64) -> Self {
        let mut hash = Fnv::default();
        hash.write(kind.as_bytes());
        hash.write_u64(value.to_bits());
        Self(hash.key() & !15 | Self::NUMBER)
    }

    /// This number of a certain thing.
    pub(super) fn of(self, thing: Key) -> Key {
        let mut hash = Fnv::default();
        hash.write_u32(self.0);
        hash.write_u32(thing);
        hash.key()
    }

    fn hashed(prefix: &[u8], text: &str) -> Self {
        let mut hash = Fnv::default();
        hash.write(prefix);
        hash.write(text.as_bytes());
        Self(hash.key() & !15)
    }

    /// The same, marked as part of a name.
    pub(super) const fn named(self) -> Self {
        Self(self.0 | Self::NAME)
    }

    /// The same, marked as standing at the head of its article.
    pub(super) const fn leading(self) -> Self {
        Self(self.0 | Self::LEAD)
    }

    /// The same term, marked as it is in both.
    pub(super) const fn as_in_both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What it is, whatever its marks.
    pub(super) const fn key(self) -> Key {
        self.0 & !Self::MARKS
    }

    pub(super) const fn is_name(self) -> bool {
        self.0 & Self::NAME != 0
    }

    pub(super) const fn is_lead(self) -> bool {
        self.0 & Self::LEAD != 0
    }

    pub(super) const fn is_class(self) -> bool {
        self.0 & Self::CLASS != 0
    }

    pub(super) const fn is_number(self) -> bool {
        self.0 & Self::NUMBER != 0
    }
}

/// Sorts terms and joins equal ones with their marks; tells how often each stood there.
pub(super) fn counted(mut terms: Vec<Term>) -> Vec<(Term, u8)> {
    terms.sort_unstable();
    let mut counted: Vec<(Term, u8)> = Vec::with_capacity(terms.len());
    for term in terms {
        match counted.last_mut() {
            Some((last, times)) if last.key() == term.key() => {
                last.0 |= term.0;
                *times = times.saturating_add(1);
            }
            _ => counted.push((term, 1)),
        }
    }
    counted
}

/// Calls `both` with the places of each key that two sorted lists share.
pub(super) fn meet(a: &[Term], b: &[Term], mut both: impl FnMut(usize, usize)) {
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        let order = a[i].key().cmp(&b[j].key());
        if order.is_eq() {
            both(i, j);
        }
        i += usize::from(order.is_le());
        j += usize::from(order.is_ge());
    }
}

/// FNV-1a, the same on every machine and in every run
/// (<http://www.isthe.com/chongo/tech/comp/fnv/>).
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    pub(super) fn key(&self) -> u32 {
        (self.0 ^ (self.0 >> 32)) as u32
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_u32(&mut self, key: u32) {
        self.0 = (self.0 ^ u64::from(key)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = (self.0 ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}
