//! Which statements of a desk hold a word: an inverted index, and BM25 over it.

use std::sync::{Arc, LazyLock};

use super::event::Sums;
use super::packed::Packed;
use super::statement::Statement;
use super::steps::step;
use super::term::{Key, KeyMap, Term};

/// The number of a stored statement.
pub(super) type Slot = u32;

/// For each word the statements that hold it.
///
/// Taking a statement out leaves its number in the lists until as many are
/// gone as are left: looking for it in each list would make taking out many
/// cost the square of their number.
#[derive(Default)]
pub(super) struct Postings {
    lists: KeyMap<List>,
    /// How many words each statement holds, at most 255; 0 where none is.
    lengths: Vec<u8>,
    /// Numbers in no list, to be given again.
    free: Vec<Slot>,
    /// Numbers still in lists whose statement is gone.
    gone: Vec<Slot>,
    /// How many terms all statements hold.
    total: usize,
    rarity: Rarity,
}

/// The numbers of the statements that hold one word. Each is kept as how far it lies from the one
/// before, mostly in a byte: an index holds as many as its texts have words.
#[derive(Default)]
struct List {
    /// How many of the slots are not gone.
    held: u32,
    last: Slot,
    steps: Vec<u8>,
}

impl List {
    fn push(&mut self, slot: Slot) {
        // Freed numbers are given again, so that some lie behind.
        let step = slot.wrapping_sub(self.last).cast_signed();
        let mut rest = (step << 1 ^ step >> 31).cast_unsigned();
        while rest >= 0x80 {
            self.add(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.add(rest as u8);
        self.last = slot;
    }

    fn add(&mut self, byte: u8) {
        reserve_some(&mut self.steps);
        self.steps.push(byte);
    }

    fn slots(&self) -> impl Iterator<Item = Slot> {
        let (mut steps, mut last) = (self.steps.iter(), 0_u32);
        std::iter::from_fn(move || {
            let (mut rest, mut shift) = (0_u32, 0);
            loop {
                let byte = *steps.next()?;
                rest |= u32::from(byte & 0x7f) << shift;
                if byte < 0x80 {
                    break;
                }
                shift += 7;
            }
            last = last.wrapping_add(rest >> 1 ^ (rest & 1).wrapping_neg());
            Some(last)
        })
    }
}

/// How rare terms are among sentences: the logarithm of how many these are, those behind them and one
/// more.
#[derive(Clone, Copy, Default)]
pub(super) struct Rarity(f32);

/// Room for one query after the other, while nothing goes in or out.
#[derive(Default)]
pub(super) struct Scratch {
    /// 0 wherever nothing is being ranked.
    scores: Vec<f32>,
    touched: Vec<Slot>,
    /// What the terms of statements met before weigh.
    sums: KeyMap<Sums>,
    /// Statements that were unpacked, since those of one story meet again and again.
    unpacked: KeyMap<Arc<Statement>>,
    /// How much was done: numbers of statements read in lists.
    pub(super) work: usize,
}

impl Scratch {
    /// What the terms of a statement weigh, worked out once.
    pub(super) fn sums(&mut self, slot: Slot, weigh: impl FnOnce() -> Sums) -> Sums {
        *self.sums.entry(slot).or_insert_with(weigh)
    }

    /// A statement to compare, unpacked once.
    pub(super) fn statement(&mut self, slot: Slot, packed: &Packed) -> Arc<Statement> {
        if self.unpacked.len() >= MOST_UNPACKED {
            self.unpacked.clear();
        }
        self.unpacked.entry(slot).or_insert_with(|| Arc::new(packed.statement())).clone()
    }
}

/// So many statements stay unpacked: those of a story of a hundred articles, two megabytes.
const MOST_UNPACKED: usize = 2048;
/// In a desk of this many statements and more, words that more than one in
/// [`COMMON_SHARE`] holds find no candidates, as long as [`RAREST`] others do.
const COMMON_LEAST: usize = 1000;
const COMMON_SHARE: usize = 10;
const RAREST: usize = 4;
/// How many sentences stand behind a desk, and how many terms one usually has.
const BACKGROUND: usize = 100;
const USUAL: usize = 12;
/// So many are gone at least before the lists are swept.
const LEAST_GONE: usize = 1000;

/// Makes room for one more and an eighth: doubling would leave a third of a
/// large index empty.
pub(super) fn reserve_some<T>(list: &mut Vec<T>) {
    if list.len() == list.capacity() && list.len() >= 16 {
        list.reserve_exact(list.len() / 8 + 1);
    }
}

/// ln (½ + n): a query asks for it some thousand times, nearly always of few.
fn ln_of_half_and(n: usize) -> f32 {
    static FEW: LazyLock<Box<[f32]>> =
        LazyLock::new(|| (0..4096).map(|n: u16| (f32::from(n) + 0.5).ln()).collect());
    FEW.get(n).copied().unwrap_or_else(|| (n as f32 + 0.5).ln())
}

impl Rarity {
    pub(super) fn among(sentences: usize) -> Self {
        Self(((sentences + BACKGROUND + 1) as f32).ln())
    }

    /// The inverse document frequency after BM25 of a term that so many hold, in parts of the most it
    /// can be. Of a small desk it is as if it stood among others' sentences, in which the term is rare.
    pub(super) fn of(self, holding: usize) -> f32 {
        // ln (1 + (all - with + ½) / (with + ½)) is ln (all + 1) - ln (with + ½).
        (self.0 - ln_of_half_and(holding)) / (self.0 - ln_of_half_and(0))
    }
}

impl Postings {
    /// Puts a statement in, and numbers it.
    pub(super) fn add(&mut self, terms: &[Term]) -> Slot {
        let slot = self.free.pop().unwrap_or_else(|| {
            reserve_some(&mut self.lengths);
            self.lengths.push(0);
            self.lengths.len() as Slot - 1
        });
        self.total += terms.len();
        for term in terms {
            let list = self.lists.entry(term.key()).or_default();
            list.held += 1;
            list.push(slot);
        }
        self.lengths[slot as usize] = u8::try_from(terms.len()).unwrap_or(u8::MAX).max(1);
        self.count();
        slot
    }

    /// Takes a statement out that was put in with these words.
    pub(super) fn remove(&mut self, slot: Slot, terms: &[Term]) {
        self.total -= terms.len();
        for term in terms {
            if let Some(list) = self.lists.get_mut(&term.key()) {
                list.held -= 1;
            }
        }
        self.lengths[slot as usize] = 0;
        self.gone.push(slot);
        self.count();
        if self.gone.len() > self.len().max(LEAST_GONE) {
            self.sweep();
        }
    }

    fn count(&mut self) {
        self.rarity = Rarity::among(self.len());
    }

    /// How many statements are in.
    pub(super) fn len(&self) -> usize {
        self.lengths.len() - self.free.len() - self.gone.len()
    }

    /// How many statements hold a word.
    pub(super) fn holding(&self, key: Key) -> usize {
        self.lists.get(&key).map_or(0, |list| list.held as usize)
    }

    /// How much a term weighs in the desk.
    pub(super) fn weight(&self, key: Key) -> f32 {
        self.rarity.of(self.holding(key))
    }

    /// How many terms a statement has on average.
    pub(super) fn mean_length(&self) -> f32 {
        // With a few sentences of usual length, so that one alone tells nothing.
        (self.total + 10 * USUAL) as f32 / (self.len() + 10) as f32
    }

    /// The statements that hold the most telling of these words, with how
    /// much that says: BM25 without term frequency, which in one claim is
    /// always 1.
    pub(super) fn rank(
        &self,
        words: impl Iterator<Item = Key>,
        scratch: &mut Scratch,
    ) -> Vec<(f32, Slot)> {
        let Scratch { scores, touched, work, .. } = scratch;
        scores.resize(self.lengths.len(), 0.0);
        for (key, list) in self.telling(words) {
            let weight = self.weight(key);
            for slot in list.slots() {
                step();
                *work += 3; // read, added up and ranked
                let score = &mut scores[slot as usize];
                if *score == 0.0 {
                    touched.push(slot);
                }
                *score += weight;
            }
        }
        let ranked = |slot: Slot| {
            let score = std::mem::take(&mut scores[slot as usize]);
            let length = f32::from(self.lengths[slot as usize]);
            // With b = 0.5 around a claim of twelve words.
            (length > 0.0).then_some((score / (0.5 + 0.5 * length / 12.0), slot))
        };
        touched.drain(..).filter_map(ranked).collect()
    }

    /// The words worth following: the rarest few, and all that are not
    /// everywhere in a large desk.
    fn telling(&self, words: impl Iterator<Item = Key>) -> Vec<(Key, &List)> {
        let known = |key| Some((key, self.lists.get(&key).filter(|list| list.held > 0)?));
        let mut lists: Vec<(Key, &List)> = words.filter_map(known).collect();
        lists.sort_by_key(|&(key, list)| (list.held, key));
        let common = (self.len() / COMMON_SHARE).max(COMMON_LEAST);
        let rare = lists.iter().filter(|(_, list)| list.held as usize <= common).count();
        lists.truncate(rare.max(RAREST));
        lists
    }

    /// Takes out of the lists what is gone.
    fn sweep(&mut self) {
        let lengths = &self.lengths;
        self.lists.retain(|_, list| {
            let mut kept = List { held: list.held, ..List::default() };
            for slot in list.slots() {
                step();
                if lengths[slot as usize] > 0 {
                    kept.push(slot);
                }
            }
            *list = kept;
            !list.steps.is_empty()
        });
        self.free.append(&mut self.gone);
    }
}
