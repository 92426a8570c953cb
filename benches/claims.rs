//! MB/s of each stage from text to claims, with `unicode-segmentation` in the same run.
//!
//! `cargo bench --bench claims`

use std::hint::black_box;
use std::path::Path;

use claimdesk::core::article::sentence::sentences;
use claimdesk::core::article::{Document, Span};
use claimdesk::core::claim::analyze;
use claimdesk::core::lang::Language;
use claimdesk::core::lang::word::words;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use unicode_segmentation::UnicodeSegmentation;

/// About 1 MB of articles: the five of the desk, again and again.
fn text() -> String {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut paths: Vec<_> = std::fs::read_dir(seeds)
        .expect("the seeds")
        .map(|entry| entry.expect("a seed").path())
        .collect();
    paths.sort();
    let mut all = String::new();
    while all.len() < 1_000_000 {
        for path in &paths {
            all.push_str(Document::new(std::fs::read(path).expect("a seed")).text());
            all.push('\n');
        }
    }
    all
}

fn stages(criterion: &mut Criterion) {
    let text = text();
    let mut group = criterion.benchmark_group("claims");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
    let mut stage = |name: &str, run: &dyn Fn(&str) -> usize| {
        group.bench_function(BenchmarkId::from_parameter(name), |b| {
            b.iter(|| run(black_box(&text)));
        });
    };
    stage("language", &|text| Language::of(text).code().len());
    stage("sentences", &|text| sentences(text).count());
    stage("sentences, unicode-segmentation", &|text| text.unicode_sentences().count());
    stage("words", &|text| {
        let mut out = Vec::new();
        words(text, Span::new(0, text.len()), &mut out);
        out.len()
    });
    stage("words, unicode-segmentation", &|text| text.unicode_words().count());
    stage("claims", &|text| analyze(text).claims.len());
    group.finish();
}

/// Inputs that trip up a search that looks too far: MB/s should be like those above.
fn hard(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("hard");
    group.sample_size(10);
    for (name, text) in [
        ("one line", "le soldat a vu 12 chars et ".repeat(40_000)),
        ("digits", "7".repeat(1_000_000)),
        ("opening quotes", "« ".repeat(350_000)),
        ("stops", ". ".repeat(500_000)),
        ("numbers", "deux cent mille ".repeat(60_000)),
        ("capitals", "Kim ".repeat(250_000)),
    ] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(name), |b| {
            b.iter(|| analyze(black_box(&text)));
        });
    }
    group.finish();
}

criterion_group!(benches, stages, hard);
criterion_main!(benches);
