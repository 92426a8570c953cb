//! What searching 32 MB of articles recombined from the five costs, beside the
//! plain search for the same bytes (`memchr::memmem`, what ripgrep builds on).
//!
//! `cargo bench --bench search`

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot read its seeds has nothing to say"
)]

use std::hint::black_box;

use claimdesk::core::search::Needle;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

#[path = "../tests/it/corpus.rs"]
mod corpus;
#[path = "../tests/it/random.rs"]
mod random;

/// Size of the text, in bytes.
const SIZE: usize = 32 << 20;

fn search(c: &mut Criterion) {
    let mut text = String::with_capacity(SIZE + 4096);
    let mut articles = corpus::Corpus::new(1);
    while text.len() < SIZE {
        text.extend(articles.next());
    }
    let mut group = c.benchmark_group("search");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
    for word in ["Pyongyang", "soldats", "coree", "Séoul", "absent", "experts soulignent"] {
        if let Some(needle) = Needle::new(word) {
            let count = needle.find(&text).count();
            group.bench_function(format!("folded/{word} ({count})"), |b| {
                b.iter(|| black_box(needle.find(&text).count()));
            });
        }
        group.bench_function(format!("plain/{word}"), |b| {
            b.iter(|| black_box(memchr::memmem::find_iter(text.as_bytes(), word).count()));
        });
    }
    group.finish();
}

criterion_group!(benches, search);
criterion_main!(benches);
