//! Finding quotes again: one article of 1 MB with 200 annotations.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use claimdesk::core::anchor::{Reanchor, select};
use claimdesk::core::annotation::Selector;
use claimdesk::core::article::Span;
use criterion::{Criterion, criterion_group, criterion_main};

const SIZE: usize = 1 << 20;
const QUOTES: usize = 200;

/// Numbers that look random: Steele, Lea and Flood's `SplitMix64`.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
}

/// The five articles.
fn seeds() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let entries = fs::read_dir(folder).expect("the seeds");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a seed").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("a seed")).collect()
}

/// An article of the five's half sentences, shuffled.
fn article(random: &mut Random) -> String {
    let seeds = seeds();
    let words: Vec<&str> = seeds.iter().flat_map(|text| text.split_whitespace()).collect();
    let mut text = String::with_capacity(SIZE + 100);
    while text.len() < SIZE {
        let at = random.below(words.len() - 12);
        for word in &words[at..at + 4 + random.below(8)] {
            text.push_str(word);
            text.push(' ');
        }
        if random.below(40) == 0 {
            text.push('\n');
        }
    }
    text
}

/// The article with one word in `rare` lost or replaced, and a new beginning.
fn edited(text: &str, rare: usize, random: &mut Random) -> String {
    let mut out = "Un nouveau premier paragraphe.\n".to_owned();
    for word in text.split_inclusive(char::is_whitespace) {
        match random.below(rare * 2) {
            0 => {}
            1 => out.push_str("autre "),
            _ => out.push_str(word),
        }
    }
    out
}

fn quotes(text: &str, random: &mut Random) -> Vec<Selector> {
    let pick = |_| {
        let start = random.below(text.len() - 400);
        select(text, Span::new(start, start + 20 + random.below(300)), None)
    };
    (0..QUOTES).map(pick).collect()
}

fn anchor(c: &mut Criterion) {
    let random = &mut Random(1);
    let old = article(random);
    let quotes = quotes(&old, random);
    let find = |old: Option<&str>, new: &str| {
        let pair = Reanchor::new(old, new);
        quotes.iter().filter(|quote| pair.find(quote).span().is_some()).count()
    };
    let mut group = c.benchmark_group("anchor 200 quotes in 1 MB");
    group.sample_size(10);
    group.bench_function("unchanged", |b| b.iter(|| black_box(find(Some(&old), &old))));
    for (name, rare) in [("few edits", 500), ("many edits", 20)] {
        let new = edited(&old, rare, random);
        group.bench_function(format!("old text, {name}"), |b| b.iter(|| find(Some(&old), &new)));
        group.bench_function(format!("quote only, {name}"), |b| b.iter(|| find(None, &new)));
    }
    let other = article(random);
    group.bench_function("old text, another article", |b| b.iter(|| find(Some(&old), &other)));
    group.bench_function("quote only, another article", |b| b.iter(|| find(None, &other)));
    let sentence = "La Corée du Nord a envoyé 12 000 soldats en Russie. ";
    let same = sentence.repeat(SIZE / sentence.len());
    group.bench_function("old text, one sentence repeated", |b| b.iter(|| find(Some(&old), &same)));
    let shorter = &same[sentence.len() * 3..];
    let repeated = self::quotes(&same, &mut Random(2));
    for (name, old) in [("old text", Some(same.as_str())), ("quote only", None)] {
        group.bench_function(format!("{name}, repeated shortened"), |b| {
            let pair = || Reanchor::new(old, shorter);
            b.iter(|| {
                let pair = pair();
                repeated.iter().filter(|quote| pair.find(quote).span().is_some()).count()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, anchor);
criterion_main!(benches);
