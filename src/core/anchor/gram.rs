//! Where in a long text a pattern may stand: an index of short byte strings.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use memchr::memmem;

use crate::core::article::Span;

/// Length of the indexed strings, in bytes.
const GRAM: usize = 6;
/// Texts up to this length, in bytes, are searched whole.
const SHORT: usize = 1 << 15;
/// Strings that stand in more places than this say nothing about the place.
const COMMON: usize = 64;
/// A string in more places than one in so many bytes is found faster by going through the text.
const MANY: usize = 1 << 8;
/// How many places are looked at.
const WINDOWS: usize = 12;

/// An index of every place of every string of six bytes.
pub(super) struct Grams {
    len: usize,
    /// Where in `places` the list of each bucket begins.
    heads: Vec<u32>,
    places: Vec<u32>,
}

impl Grams {
    /// Indexes a folded text; a short one needs none.
    pub(super) fn new(text: &[u8]) -> Self {
        let mut index = Self { len: text.len(), heads: Vec::new(), places: Vec::new() };
        if text.len() <= SHORT {
            return index;
        }
        let buckets = (text.len() / 2).next_power_of_two();
        // Counting sort: how many, where each list ends, then filled from its end.
        let mut heads = vec![0u32; buckets + 1];
        for gram in text.windows(GRAM) {
            heads[bucket(gram, buckets)] += 1;
        }
        let mut sum = 0;
        for head in &mut heads {
            sum += *head;
            *head = sum;
        }
        index.places = vec![0; sum as usize];
        for (at, gram) in text.windows(GRAM).enumerate().rev() {
            let head = &mut heads[bucket(gram, buckets)];
            *head -= 1;
            index.places[*head as usize] = at as u32;
        }
        index.heads = heads;
        index
    }

    /// The first `most` places where `quote` stands in `text`, byte for byte. Going through a long
    /// text for each quote would take as long as all the rest, so the rarest string of the quote
    /// names the places to look at.
    pub(super) fn places(&self, text: &[u8], quote: &[u8], most: usize) -> Vec<usize> {
        let whole = || memmem::find_iter(text, quote).take(most).collect();
        if self.len <= SHORT || quote.len() < GRAM {
            return whole();
        }
        let lists = quote.windows(GRAM).enumerate().map(|(at, gram)| (self.list(gram), at));
        let Some((list, at)) = lists.min_by_key(|(list, _)| list.len()) else { return whole() };
        if list.len() > self.len / MANY {
            return whole();
        }
        let starts = list.iter().filter_map(|&place| (place as usize).checked_sub(at));
        starts.filter(|&start| text[start..].starts_with(quote)).take(most).collect()
    }

    /// The places of a string, and of others that share its bucket.
    fn list(&self, gram: &[u8]) -> &[u32] {
        let bucket = bucket(gram, self.heads.len() - 1);
        &self.places[self.heads[bucket] as usize..self.heads[bucket + 1] as usize]
    }

    /// Stretches that share most with `pattern`, each wide enough to hold it twice.
    pub(super) fn windows(&self, pattern: &[u8], hint: usize) -> Vec<Span> {
        if self.len <= SHORT {
            return vec![Span::new(0, self.len)];
        }
        let width = pattern.len().max(128);
        let mut votes: HashMap<usize, u32, BuildHasherDefault<Spread>> = HashMap::default();
        for gram in pattern.windows(GRAM) {
            let list = self.list(gram);
            if list.len() <= COMMON {
                for &place in list {
                    *votes.entry(place as usize / width).or_default() += 1;
                }
            }
        }
        let mut best: Vec<(u32, usize)> = votes.into_iter().map(|(k, n)| (n, k)).collect();
        best.sort_unstable_by_key(|&(n, k)| (std::cmp::Reverse(n), k));
        best.truncate(WINDOWS);
        let mut starts: Vec<usize> = best.into_iter().map(|(_, k)| k).collect();
        starts.push(hint.min(self.len) / width);
        starts.sort_unstable();
        let mut out: Vec<Span> = Vec::new();
        for k in starts {
            let span =
                Span::new((k * width).saturating_sub(2 * width), ((k + 3) * width).min(self.len));
            match out.last_mut() {
                Some(last) if last.end >= span.start => last.end = span.end.max(last.end),
                _ => out.push(span),
            }
        }
        out.retain(|span| !span.is_empty());
        out
    }
}

fn bucket(gram: &[u8], buckets: usize) -> usize {
    let value = gram.iter().fold(0u64, |sum, &byte| sum << 8 | u64::from(byte));
    (value.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & (buckets - 1)
}

/// Small whole numbers need no more than one multiplication as a hash.
#[derive(Default)]
struct Spread(u64);

impl std::hash::Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_usize(usize::from(byte));
        }
    }

    fn write_usize(&mut self, value: usize) {
        self.0 = (self.0 ^ value as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}
