//! What the command line takes on a desk: from the start of the process to its end.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use super::{RUNS, Subject, median, millis};

/// Of so many articles at most all pairs are told.
const MOST_COMPARED: usize = 1_000;

pub(super) fn measure(subject: &Subject, home: &Path) {
    let entries = fs::read_dir(subject.desk.join("seeds")).unwrap().flatten();
    let articles: Vec<_> = entries.map(|entry| entry.path()).collect();
    let bytes: u64 = articles.iter().map(|path| fs::metadata(path).unwrap().len()).sum();
    for arguments in [
        &["list"][..],
        &["check"],
        &["claims", "--format", "jsonl"],
        &["crosscheck", "--format", "jsonl"],
    ] {
        // The articles are recombined from five and so of few stories: nobody waits for all pairs of ten thousand.
        if arguments[0] == "crosscheck" && articles.len() > MOST_COMPARED {
            continue;
        }
        let named = if arguments[0] == "claims" { &articles[..] } else { &[] };
        let run = |_| run(arguments, named, &subject.desk, home);
        let time = median(&mut (0..RUNS).map(run).collect::<Vec<_>>());
        let speed = bytes as f64 / 1000.0 / time;
        println!("    claimdesk {:<12}{time:>9.0} ms, {speed:>6.1} MB/s", arguments[0]);
    }
}

/// Milliseconds of one run.
fn run(arguments: &[&str], named: &[PathBuf], desk: &Path, home: &Path) -> f64 {
    let begin = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimdesk"));
    command.args(arguments).args(named).arg("-C").arg(desk);
    command.env("HOME", home).env("CLAIMDESK_ANNOTATOR", "Zoé Martin");
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.code().is_some_and(|code| code < 2), "{arguments:?}: {status}");
    millis(begin.elapsed())
}
