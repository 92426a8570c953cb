//! What indexing, asking and updating cost on desks of 10,000 and 100,000
//! articles recombined from the five, and how much memory the index holds.
//!
//! `cargo bench --bench crosscheck`; `-- 10000` for the smaller desk only.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot read its seeds has nothing to say"
)]
#![expect(clippy::print_stdout, reason = "figures that criterion does not measure")]

use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

use claimdesk::core::claim::analyze;
use claimdesk::core::crosscheck::{ArticleId, Digest, Digester, Index};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

#[path = "../tests/it/corpus.rs"]
mod corpus;

/// Digests on two threads, as the reader does.
fn digests(texts: &[String]) -> Vec<Digest> {
    let share = texts.len().div_ceil(2);
    thread::scope(|scope| {
        let read = |texts: &[String]| {
            let mut digester = Digester::default();
            texts.iter().map(|text| digester.digest(text, &analyze(text))).collect::<Vec<_>>()
        };
        let workers: Vec<_> =
            texts.chunks(share).map(|texts| scope.spawn(move || read(texts))).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

fn build(texts: &[String]) -> Index {
    let mut index = Index::new();
    // In parts, so that digests do not pile up beside the index.
    for (part, texts) in texts.chunks(1000).enumerate() {
        for (i, digest) in digests(texts).into_iter().enumerate() {
            index.insert_digest(ArticleId((part * 1000 + i) as u32), digest);
        }
    }
    index
}

/// Resident memory of this process in bytes, where the system tells it.
fn resident() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<usize>().ok()? * 1024)
}

/// What each step costs on one thread.
fn stages(texts: &[String]) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let speed = |start: Instant| bytes as f64 / 1e6 / start.elapsed().as_secs_f64();
    let start = Instant::now();
    let analyses: Vec<_> = texts.iter().map(|text| analyze(text)).collect();
    println!("analysis {:.1} MB/s", speed(start));
    let start = Instant::now();
    let mut digester = Digester::default();
    let digests: Vec<_> = texts
        .iter()
        .zip(&analyses)
        .map(|(text, analysis)| digester.digest(text, analysis))
        .collect();
    println!("digest {:.1} MB/s", speed(start));
    let start = Instant::now();
    let mut index = Index::new();
    for (i, digest) in digests.into_iter().enumerate() {
        index.insert_digest(ArticleId(i as u32), digest);
    }
    println!("insertion {:.1} MB/s", speed(start));
}

fn desk(c: &mut Criterion, count: usize) {
    let texts: Vec<String> = corpus::Corpus::new(5).take(count).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    stages(&texts[..count.min(2000)]);
    let before = resident();
    let start = Instant::now();
    let mut index = build(&texts);
    println!(
        "{count} articles, {:.1} MB: analysed and indexed in {:.2?}",
        bytes as f64 / 1e6,
        start.elapsed()
    );
    if let (Some(before), Some(after)) = (before, resident()) {
        println!(
            "{count} articles: the index holds {:.2} times the text",
            after.saturating_sub(before) as f64 / bytes as f64
        );
    }

    let mut group = c.benchmark_group(format!("crosscheck/{count}"));
    group
        .sample_size(20)
        .measurement_time(Duration::from_secs(3))
        .warm_up_time(Duration::from_secs(1));
    let asked = analyze(&texts[7]);
    let claims: Vec<_> = asked.claims.iter().map(|claim| claim.span).collect();
    let mut turn = 0;
    group.bench_function("query", |b| {
        b.iter(|| {
            turn += 1;
            black_box(index.query(ArticleId(7), &texts[7], &asked, claims[turn % claims.len()]))
        });
    });
    group.bench_function("update", |b| {
        b.iter_batched(
            || texts[turn % count].replace("soldats", "hommes"),
            |text| index.insert(ArticleId(7), &text, &analyze(&text)),
            BatchSize::SmallInput,
        );
    });
    group.finish();
}

fn benches(c: &mut Criterion) {
    desk(c, 10_000);
    if !std::env::args().any(|arg| arg == "10000") {
        desk(c, 100_000);
    }
}

criterion_group!(crosscheck, benches);
criterion_main!(crosscheck);
