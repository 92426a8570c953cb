//! Reading, merging and writing a large notebook, and listing a large desk.

use std::fs;
use std::hint::black_box;

use claimdesk::core::annotation::edit::Edit;
use claimdesk::core::annotation::merge::merge;
use claimdesk::core::annotation::{Annotation, AnnotationId, Notebook, Selector, VerdictId};
use claimdesk::store::desk::Desk;
use claimdesk::store::format::{self, Style};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::Timestamp;

/// A notebook of `count` annotations.
fn notebook(count: i64) -> Notebook {
    let mut notebook = Notebook::default();
    for n in 0..count {
        let selector = Selector {
            exact: format!("environ {n} 000 soldats"),
            prefix: "sud-coréens, la Corée du Nord a déployé ".to_owned(),
            suffix: ", y compris des membres de son élite XI ".to_owned(),
            start: n as usize,
            end: n as usize + 22,
            ..Selector::default()
        };
        let annotation = Annotation::new(selector, time(n));
        Edit::add(AnnotationId(format!("k{n:08}").into()), annotation).apply(&mut notebook);
    }
    notebook
}

fn time(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap_or_default()
}

/// The notebook with a verdict on every tenth annotation, from the `first`.
fn decided(notebook: &Notebook, first: usize) -> Notebook {
    let mut after = notebook.clone();
    for id in notebook.annotations.keys().skip(first).step_by(10) {
        let verdict = Some(VerdictId("disputed".to_owned()));
        Edit::change(notebook, id, time(9_999_999), |a| a.verdict = verdict).apply(&mut after);
    }
    after
}

fn notebooks(c: &mut Criterion) {
    let base = notebook(1000);
    let (ours, theirs) = (decided(&base, 0), decided(&base, 5));
    let bytes = format::serialize(&base, Style::default());
    c.bench_function("merge 1000 annotations, 100 changed on each side", |b| {
        b.iter(|| merge(black_box(&base), &ours, &theirs));
    });
    c.bench_function("parse 1000 annotations", |b| b.iter(|| format::parse(black_box(&bytes))));
    c.bench_function("serialize 1000 annotations", |b| {
        b.iter(|| format::serialize(black_box(&base), Style::default()));
    });
}

fn listing(c: &mut Criterion) {
    let Ok(dir) = tempfile::tempdir() else { return };
    for folder in 0..10 {
        let folder = dir.path().join(format!("seeds/{folder}"));
        let made = fs::create_dir_all(&folder).and_then(|()| {
            (0..1000).try_for_each(|n| fs::write(folder.join(format!("{n:04}.txt")), ""))
        });
        if made.is_err() {
            return;
        }
    }
    let Ok(desk) = Desk::open(dir.path()) else { return };
    c.bench_function("list 10,000 articles in 10 folders", |b| b.iter(|| desk.articles()));
}

criterion_group!(benches, notebooks, listing);
criterion_main!(benches);
