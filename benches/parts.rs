//! What the steps between a file and a frame cost, each by itself: reading and
//! cleaning, laying out, one message, one drawing. Claims, anchors, merging,
//! the index, its queries and searching have benchmarks of their own beside this.
//!
//! `cargo bench --bench parts`

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot make its desk has nothing to say")]

use std::fs;
use std::hint::black_box;

use claimdesk::app::Folders;
use claimdesk::app::bench::{Bench, Setup};
use claimdesk::command::{Code, Key};
use claimdesk::core::article::{Document, rows};
use claimdesk::desk::Library;
use claimdesk::i18n::Lang;
use claimdesk::state::{Msg, Settings, Stamp, update};
use claimdesk::store::annotator::Annotator;
use claimdesk::store::desk::Desk;
use claimdesk::store::files::Disk;
use claimdesk::ui;
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use encoding_rs::WINDOWS_1252;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

#[path = "../tests/it/corpus.rs"]
mod corpus;
#[path = "../tests/it/random.rs"]
mod random;

/// Columns and rows of the screen.
const SIZE: (u16, u16) = (120, 40);

fn text(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 4096);
    let mut articles = corpus::Corpus::new(1);
    while text.len() < bytes {
        text.extend(articles.next());
    }
    text
}

fn reading(c: &mut Criterion) {
    let text = text(1 << 20);
    let old = WINDOWS_1252.encode(&text).0.into_owned();
    let line = text.replace('\n', " ");
    let mut group = c.benchmark_group("1 MB");
    for (name, bytes) in
        [("UTF-8", text.into_bytes()), ("windows-1252", old), ("one line", line.into_bytes())]
    {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(format!("decode and clean, {name}"), |b| {
            b.iter_batched(|| bytes.clone(), Document::new, BatchSize::LargeInput);
        });
        let doc = Document::new(bytes);
        group.bench_function(format!("wrap all, {name}"), |b| {
            b.iter(|| black_box(rows::rows_from(&doc, 80, 0, 1 << 20).len()));
        });
        let (mut turn, len) = (0, doc.text().len());
        group.bench_function(format!("a page from anywhere, {name}"), |b| {
            b.iter(|| {
                turn = (turn + 7919 * 97) % len;
                let at = doc.line(doc.line_at(turn)).start;
                black_box(rows::rows_from(&doc, 80, at, 40))
            });
        });
    }
    group.finish();
}

/// A reader on a desk of so many articles, the first of them of so many bytes.
fn reader(articles: usize, bytes: usize) -> (tempfile::TempDir, Bench) {
    let dir = tempfile::tempdir().unwrap();
    let seeds = dir.path().join("seeds");
    fs::create_dir(&seeds).unwrap();
    fs::write(seeds.join("0.txt"), text(bytes)).unwrap();
    for (i, text) in corpus::Corpus::new(2).take(articles - 1).enumerate() {
        fs::write(seeds.join(format!("1-{i:06}.txt")), text).unwrap();
    }
    let settings = Settings::new("Zoé", Lang::Fr);
    let bench = Bench::start(Setup {
        library: Library::new(Desk::open(dir.path()).unwrap(), Annotator::new("Zoé")),
        settings,
        size: SIZE,
        folders: Folders::default(),
        clock: Box::new(stamp),
        files: Disk,
    });
    (dir, bench)
}

fn stamp() -> Stamp {
    Stamp { now: jiff::Timestamp::UNIX_EPOCH }
}

fn frames(c: &mut Criterion) {
    for (name, articles, bytes) in [
        ("5 articles", 5, 2500),
        ("1,000 articles", 1000, 2500),
        ("an article of 1 MB", 5, 1 << 20),
    ] {
        let (_dir, bench) = reader(articles, bytes);
        let mut group = c.benchmark_group(name);
        let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap();
        group.bench_function("view", |b| {
            b.iter(|| {
                let mut top = None;
                terminal.draw(|frame| top = ui::view(bench.model(), frame)).map(|_| ()).unwrap();
                top
            });
        });
        let mut model = bench.into_model();
        let keys = [
            ("next claim", Code::Char('j'), Code::Char('k')),
            ("a row down", Code::Down, Code::Up),
        ];
        for (what, down, up) in keys {
            let mut turn = 0;
            group.bench_function(format!("update, {what}"), |b| {
                b.iter(|| {
                    turn += 1;
                    // Twenty one way, twenty the other.
                    let code = if turn / 20 % 2 == 0 { down } else { up };
                    black_box(update(&mut model, Msg::Key(Key::plain(code)), stamp()))
                });
            });
        }
        group.finish();
    }
}

criterion_group!(parts, reading, frames);
criterion_main!(parts);
