//! What indexing, asking and updating cost, and how much memory it takes: on
//! desks of 10,000 and 100,000 articles recombined from the five, on a desk of
//! 10,000 in which hardly a sentence comes twice, and in one article of 10 and
//! one of 100 MB.
//!
//! `cargo bench --bench crosscheck`; `-- 10000`, `-- unlike`, `-- 100000` or
//! `-- large` for one of these alone, which tells its memory best.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot read its seeds has nothing to say"
)]
#![expect(clippy::print_stdout, reason = "figures that criterion does not measure")]

use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

use claimdesk::core::claim::analyze;
use claimdesk::core::crosscheck::{Digest, Digester, DocId, Index};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

#[path = "../tests/it/corpus.rs"]
mod corpus;
#[path = "../tests/it/random.rs"]
mod random;

/// Digests on two threads, as the reader does.
fn digests(texts: &[String]) -> Vec<Digest> {
    let share = texts.len().div_ceil(2);
    thread::scope(|scope| {
        let read = |texts: &[String]| {
            let mut digester = Digester::default();
            texts.iter().map(|text| digester.digest(text, &analyze(text), None)).collect::<Vec<_>>()
        };
        let workers: Vec<_> =
            texts.chunks(share).map(|texts| scope.spawn(move || read(texts))).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

fn build(texts: &[String]) -> Index {
    // In parts, so that digests do not pile up beside the index.
    const PART: usize = 250;
    let mut index = Index::new();
    for (part, texts) in texts.chunks(PART).enumerate() {
        for (i, digest) in digests(texts).into_iter().enumerate() {
            index.insert_digest(DocId::new(part * PART + i), digest);
        }
    }
    index
}

/// A sentence in each language with a pack, since packs are read when they are needed.
const LANGUAGES: [&str; 7] = [
    "Le gouvernement a annoncé mardi que 12 000 personnes ont été évacuées après les inondations de Lyon.",
    "The government said on Tuesday that 12,000 people had been evacuated after the floods in Leeds.",
    "Die Regierung teilte am Dienstag mit, dass 12 000 Menschen nach dem Hochwasser in Köln evakuiert wurden.",
    "El gobierno anunció el martes que 12 000 personas fueron evacuadas tras las inundaciones de Sevilla.",
    "Il governo ha annunciato martedì che 12 000 persone sono state evacuate dopo le alluvioni di Bologna.",
    "O governo anunciou na terça-feira que 12 000 pessoas foram retiradas depois das cheias do Porto.",
    "De regering meldde dinsdag dat 12 000 mensen zijn geëvacueerd na de overstromingen in Utrecht.",
];

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
        .map(|(text, analysis)| digester.digest(text, analysis, None))
        .collect();
    println!("digest {:.1} MB/s", speed(start));
    let start = Instant::now();
    let mut index = Index::new();
    for (i, digest) in digests.into_iter().enumerate() {
        index.insert_digest(DocId::new(i), digest);
    }
    println!("insertion {:.1} MB/s", speed(start));
}

fn desk(c: &mut Criterion, name: &str, texts: &[String], fresh: bool) {
    let count = texts.len();
    let bytes: usize = texts.iter().map(String::len).sum();
    // What is known of languages and places is there before, and is no part of an index.
    drop(build(&LANGUAGES.map(str::to_owned)));
    let before = resident();
    let start = Instant::now();
    let mut index = build(texts);
    println!(
        "{name}: {count} articles, {:.1} MB, analysed and indexed in {:.2?}",
        bytes as f64 / 1e6,
        start.elapsed()
    );
    if fresh && let (Some(before), Some(after)) = (before, resident()) {
        println!(
            "{name}: the index holds {:.2} times the text",
            after.saturating_sub(before) as f64 / bytes as f64
        );
    }

    stages(&texts[..count.min(2000)]);
    took("36 counts of differences", || {
        (0..36).map(|id| index.differences_of(DocId(id))).sum::<usize>()
    });
    took("the list of differences", || index.differences());

    let mut group = c.benchmark_group(format!("crosscheck/{name}"));
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
            black_box(index.query(DocId(7), &texts[7], &asked, claims[turn % claims.len()]))
        });
    });
    group.bench_function("update", |b| {
        b.iter_batched(
            || texts[turn % count].replace("soldats", "hommes"),
            |text| index.insert(DocId(7), &text, &analyze(&text)),
            BatchSize::SmallInput,
        );
    });
    group.finish();
}

/// The texts with every third word taken from anywhere in the five articles,
/// so that hardly a sentence comes twice.
fn unlike(texts: &[String]) -> Vec<String> {
    let seeds = corpus::seeds();
    let words: Vec<&str> = seeds.iter().flat_map(|(_, text)| text.split_whitespace()).collect();
    let mut state = 7_u64;
    // Knuth's linear congruential generator (MMIX).
    let mut below = |bound: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound
    };
    let mut line = |line: &str| {
        let word = |word| if below(3) == 0 { words[below(words.len())] } else { word };
        line.split(' ').map(word).collect::<Vec<_>>().join(" ")
    };
    texts.iter().map(|text| text.lines().map(&mut line).collect::<Vec<_>>().join("\n")).collect()
}

/// One article of so many MB, beside twenty small ones.
fn large(megabytes: usize) {
    let mut text = String::with_capacity(megabytes * 1_000_000 + 10_000);
    let mut articles = corpus::Corpus::new(5);
    while text.len() < megabytes * 1_000_000 {
        text.extend(articles.next());
    }
    println!("one article of {megabytes} MB");
    let mut index = Index::new();
    for (id, text) in articles.take(20).enumerate() {
        index.insert(DocId(id as u32 + 1), &text, &analyze(&text));
    }
    let before = resident();
    let analysis = took("analysis", || analyze(&text));
    let digest = took("digest", || Digest::of(&text, &analysis));
    took("insertion", || index.insert_digest(DocId(0), digest));
    if let (Some(before), Some(after)) = (before, resident()) {
        let held = after.saturating_sub(before) as f64 / text.len() as f64;
        println!("  analysis and index hold {held:.2} times the text");
    }
    took("count of differences", || index.differences_of(DocId(0)));
    took("the list of differences", || index.differences());
    let span = analysis.claims[analysis.claims.len() / 2].span;
    took("query", || index.query(DocId(0), &text, &analysis, span));
    took("removal", || index.remove(DocId(0)));
}

/// Tells how long it takes.
fn took<T>(what: &str, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let made = black_box(run());
    println!("  {what}: {:.2?}", start.elapsed());
    made
}

fn benches(c: &mut Criterion) {
    let named = ["10000", "unlike", "large", "100000"];
    let asked: Vec<String> = std::env::args().filter(|arg| named.contains(&arg.as_str())).collect();
    let wants = |what: &str| asked.is_empty() || asked.iter().any(|asked| asked == what);
    // Later ones fill memory that the first has left.
    let mut fresh = true;
    let mut desk = |name, texts: &[String]| desk(c, name, texts, std::mem::take(&mut fresh));
    let texts = |count| corpus::Corpus::new(5).take(count).collect::<Vec<String>>();
    if wants("10000") {
        desk("10000", &texts(10_000));
    }
    if wants("unlike") {
        desk("unlike", &unlike(&texts(10_000)));
    }
    if wants("100000") {
        desk("100000", &texts(100_000));
    }
    if wants("large") {
        large(10);
        large(100);
    }
}

criterion_group!(crosscheck, benches);
criterion_main!(crosscheck);
