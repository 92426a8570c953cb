//! Feeds the parts that read files with broken input: notebooks, configuration, articles, what
//! git gives to the merge driver, and quotes to find again.
//!
//! `cargo run --release --example fuzz [RUNS [SEED]]` prints, for each part, how many inputs it
//! took, how many of them panicked or broke a promise, and the longest time for one.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it says what it found")]

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use claimdesk::config::Config;
use claimdesk::core::anchor::Reanchor;
use claimdesk::core::annotation::Selector;
use claimdesk::core::article::Document;
use claimdesk::core::claim::analyze;
use claimdesk::store::driver::merge_files;
use claimdesk::store::format::{self, Style};

/// A part under test: what it is fed with, and what it must do with anything.
type Part = (&'static str, Vec<Vec<u8>>, fn(&[Vec<u8>], &Path));

/// One input must not take longer; the largest are some kilobytes.
const SLOW: Duration = Duration::from_secs(2);

fn main() {
    let mut args = std::env::args().skip(1).map(|arg| arg.parse().expect("a number"));
    let (runs, seed) = (args.next().unwrap_or(10_000), args.next().unwrap_or(1));
    let notebooks = files("tests/it/fixtures/format", "json");
    let articles = files("seeds", "txt");
    let parts: [Part; 5] = [
        ("notebook", notebooks.clone(), notebook),
        ("configuration", files("tests/it/fixtures/config", "toml"), configuration),
        ("article", articles.clone(), article),
        ("merge driver", notebooks, driver),
        ("anchor", articles, anchor),
    ];
    let scratch = std::env::temp_dir().join(format!("claimdesk-fuzz-{}", std::process::id()));
    fs::create_dir_all(&scratch).expect("a scratch folder");
    std::panic::set_hook(Box::new(|_| {}));
    let mut bad = 0;
    for (name, corpus, part) in parts {
        let mut random = Random(seed);
        let (mut panics, mut slow, mut longest) = (0, 0, Duration::ZERO);
        for run in 0..runs / 5 {
            let inputs: Vec<_> = (0..3).map(|_| mutate(&corpus, &mut random)).collect();
            let began = Instant::now();
            if catch_unwind(AssertUnwindSafe(|| part(&inputs, &scratch))).is_err() {
                panics += 1;
                eprintln!("{name}, run {run} of seed {seed}: panic");
                for (n, input) in inputs.iter().enumerate() {
                    let file = scratch.join(format!("{}-{run}-{n}", name.replace(' ', "-")));
                    fs::write(&file, input).expect("the scratch folder can be written to");
                    eprintln!("  {}", file.display());
                }
            }
            let took = began.elapsed();
            slow += u32::from(took > SLOW);
            longest = longest.max(took);
        }
        println!(
            "{name}: {} inputs, {panics} failed, {slow} slow, longest {longest:.0?}",
            runs / 5
        );
        bad += panics + slow;
    }
    if bad > 0 {
        std::process::exit(1);
    }
    let _ = fs::remove_dir_all(scratch);
}

/// What a notebook is read as is written and read again as the same.
fn notebook(inputs: &[Vec<u8>], _: &Path) {
    let Ok(parsed) = format::parse(&inputs[0]) else { return };
    if parsed.newer.is_some() {
        return;
    }
    let bytes = format::serialize(&parsed.notebook, Style::default());
    let again = format::parse(&bytes).expect("what was written can be read");
    assert_eq!(again.notebook, parsed.notebook);
    assert_eq!(format::serialize(&again.notebook, Style::default()), bytes);
}

fn configuration(inputs: &[Vec<u8>], scratch: &Path) {
    let (user, desk) = (scratch.join("user.toml"), scratch.join("claimdesk.toml"));
    fs::write(&user, &inputs[0]).expect("the scratch folder can be written to");
    fs::write(&desk, &inputs[1]).expect("the scratch folder can be written to");
    let config = Config::read(Some(&user), &desk);
    let _ = config.keymap();
    assert!(!config.labels.is_empty());
}

/// Every place in the text that is shown has one in the original, and back.
fn article(inputs: &[Vec<u8>], _: &Path) {
    let doc = Document::new(inputs[0].clone());
    for claim in analyze(doc.text()).claims {
        assert!(!claim.span.of(doc.text()).is_empty());
        let (start, end) = doc.to_points(claim.span);
        assert!(start <= end);
        let _ = doc.from_points(start, end);
    }
}

/// A merge loses no annotation that a side has added, and merging again changes nothing.
fn driver(inputs: &[Vec<u8>], scratch: &Path) {
    let [base, ours, theirs] = ["base", "ours", "theirs"].map(|name| scratch.join(name));
    for (file, input) in [&base, &ours, &theirs].into_iter().zip(inputs) {
        fs::write(file, input).expect("the scratch folder can be written to");
    }
    let result = merge_files(&base, &ours, &theirs);
    let merged = fs::read(&ours).expect("the merge wrote ours");
    if result.is_err() {
        let held = |part: &[u8]| merged.windows(part.len().max(1)).any(|window| window == part);
        assert!(inputs[1].is_empty() || held(&inputs[1]), "ours is still there");
        return;
    }
    let merged = format::parse(&merged).expect("the merge can be read").notebook;
    let read = |bytes: &[u8]| format::parse(bytes).map(|p| p.notebook.annotations);
    let before = read(&inputs[0]).unwrap_or_default();
    for side in [read(&inputs[1]), read(&inputs[2])].into_iter().flatten() {
        let added: BTreeMap<_, _> =
            side.iter().filter(|(id, _)| !before.contains_key(id)).collect();
        assert!(added.keys().all(|id| merged.annotations.contains_key(id)));
    }
}

/// Wherever a quote is found again, the words are there.
fn anchor(inputs: &[Vec<u8>], _: &Path) {
    let [old, new] = [&inputs[0], &inputs[1]].map(|bytes| Document::new(bytes.clone()));
    let points = old.original().chars().count();
    for step in 1..8 {
        let start = points * step / 9;
        let exact: String = old.original().chars().skip(start).take(step * 11).collect();
        let end = start + exact.chars().count();
        let selector = Selector { exact, start, end, ..Selector::default() };
        for text in [Some(old.original()), None] {
            let _ = Reanchor::new(text, new.original()).find(&selector);
        }
    }
}

/// A file of the corpus with some changes: bytes, lines, numbers, and parts of others.
fn mutate(corpus: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = random.of(corpus).clone();
    bytes.truncate(20_000);
    for _ in 0..random.below(6) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(60)).min(bytes.len());
        match random.below(8) {
            0 => bytes.insert(at, random.below(256) as u8),
            1 => drop(bytes.drain(at..end)),
            2 => drop(bytes.splice(at..end, random.of(&TOKENS).bytes())),
            3 => {
                let other = random.of(corpus);
                let from = random.below(other.len() + 1);
                let part = &other[from..(from + random.below(400)).min(other.len())];
                bytes.splice(at..end, part.iter().copied());
            }
            4 => bytes.truncate(at),
            5 => {
                let mut lines: Vec<_> = bytes.split_inclusive(|b| *b == b'\n').collect();
                if lines.len() > 1 {
                    let (a, b) = (random.below(lines.len()), random.below(lines.len()));
                    lines.swap(a, b);
                }
                bytes = lines.concat();
            }
            6 => {
                let part = bytes[at..end].repeat(random.below(40));
                bytes.splice(at..at, part);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
            }
        }
    }
    bytes
}

/// What parsers stumble over.
const TOKENS: [&str; 24] = [
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "-1",
    "1e999",
    "18446744073709551616",
    "\\u0000",
    "\\ud800",
    "\u{feff}",
    "\u{0}",
    "\u{85}",
    "\u{202e}",
    "e\u{301}",
    "<<<<<<< ours\n",
    "=======\n",
    ">>>>>>> theirs\n",
    "[labels.x]\n",
    "9999-12-31T23:59:59Z",
    "\r\n",
];

/// Numbers that a seed repeats (xorshift64*).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        (number % end.max(1) as u64) as usize
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// The files below a folder, sorted by path.
fn files(folder: &str, extension: &str) -> Vec<Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of the repository").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == extension) {
                found.insert(path.clone(), fs::read(path).expect("a file of the repository"));
            }
        }
    }
    found.into_values().collect()
}
