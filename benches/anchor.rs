//! Finding quotes again: one article of 1 MB with 200 annotations, one of 10 MB with 2,000.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use claimdesk::core::anchor::{Reanchor, select_in};
use claimdesk::core::annotation::Selector;
use claimdesk::core::article::{Document, Span};
use criterion::{Criterion, criterion_group, criterion_main};

#[path = "../tests/it/random.rs"]
mod random;
use random::Random;

/// Annotations of each megabyte.
const QUOTES: usize = 200;

/// The five articles.
fn seeds() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let entries = fs::read_dir(folder).expect("the seeds");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a seed").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("a seed")).collect()
}

/// An article of so many megabytes of the five's half sentences, shuffled.
fn article(megabytes: usize, random: &mut Random) -> String {
    let size = megabytes << 20;
    let seeds = seeds();
    let words: Vec<&str> = seeds.iter().flat_map(|text| text.split_whitespace()).collect();
    let mut text = String::with_capacity(size + 100);
    while text.len() < size {
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
    let count = QUOTES * (text.len() >> 20).max(1);
    // A document counts its code points once, not for each quote.
    let doc = Document::new(text.as_bytes().to_vec());
    let pick = |_| {
        let start = text.floor_char_boundary(random.below(text.len() - 400));
        let end = text.floor_char_boundary(start + 20 + random.below(300));
        let span = doc.from_original_bytes(Span::new(start, end)).unwrap_or_default();
        select_in(&doc, span, None)
    };
    (0..count).map(pick).collect()
}

fn anchor(c: &mut Criterion) {
    for megabytes in [1, 10] {
        versions(megabytes, c);
        repeated(megabytes, c);
    }
}

/// How many of the quotes are found again.
fn find(quotes: &[Selector], old: Option<&str>, new: &str) -> usize {
    let pair = Reanchor::new(old, new);
    quotes.iter().filter(|quote| pair.find(quote).span().is_some()).count()
}

/// An article and its next version.
fn versions(megabytes: usize, c: &mut Criterion) {
    let random = &mut Random(1);
    let old = article(megabytes, random);
    let quotes = quotes(&old, random);
    let mut group = c.benchmark_group(format!("anchor {} quotes, {megabytes} MB", quotes.len()));
    group.sample_size(10);
    let mut both = |name: &str, new: &str| {
        group.bench_function(format!("old text, {name}"), |b| {
            b.iter(|| find(&quotes, Some(&old), new));
        });
        group.bench_function(format!("quote only, {name}"), |b| {
            b.iter(|| find(&quotes, None, new));
        });
    };
    both("unchanged", &old);
    both("few edits", &edited(&old, 500, random));
    both("many edits", &edited(&old, 20, random));
    both("another article", &article(megabytes, random));
    both("one sentence repeated", &one_sentence(old.len()));
    group.finish();
}

/// An article in which every place looks like every other.
fn repeated(megabytes: usize, c: &mut Criterion) {
    let same = one_sentence(megabytes << 20);
    let shorter = &same[SENTENCE.len() * 3..];
    let quotes = quotes(&same, &mut Random(2));
    let mut group =
        c.benchmark_group(format!("anchor {} repeated quotes, {megabytes} MB", quotes.len()));
    group.sample_size(10);
    for (name, old) in [("old text", Some(same.as_str())), ("quote only", None)] {
        group.bench_function(format!("{name}, shortened"), |b| {
            b.iter(|| black_box(find(&quotes, old, shorter)));
        });
    }
    group.finish();
}

const SENTENCE: &str = "La Corée du Nord a envoyé 12 000 soldats en Russie. ";

fn one_sentence(bytes: usize) -> String {
    SENTENCE.repeat(bytes / SENTENCE.len())
}

criterion_group!(benches, anchor);
criterion_main!(benches);
