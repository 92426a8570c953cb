//! What a start takes: the first full screen, and the last of what fills in, beside a program that
//! only draws empty panes.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::session::{FLOOR, Session, is_installed};
use super::{RUNS, Subject, median, millis};

/// After so long a silence nothing more fills in.
const QUIET: Duration = Duration::from_millis(200);

/// Builds the program that starts are compared with.
pub(super) fn build_floor() {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--release", "--example", FLOOR]);
    cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().unwrap();
}

pub(super) fn measure(subject: &Subject, home: &Path) {
    let floor = start(FLOOR, &[], home, RUNS);
    let all = [
        ("claimdesk", vec![subject.desk.to_str().unwrap()]),
        ("less", vec![subject.file.to_str().unwrap()]),
    ];
    println!("  {:<10}{}", FLOOR, told(floor, None));
    for (program, arguments) in all.into_iter().filter(|(program, _)| is_installed(program)) {
        let runs = if program == "claimdesk" { subject.fills } else { RUNS };
        println!("  {program:<10}{}", told(start(program, &arguments, home, runs), Some(floor)));
    }
}

/// Medians, in milliseconds: the first full screen, the last byte, and the processor time until then.
type Start = [f64; 3];

fn start(program: &str, arguments: &[&str], home: &Path, runs: usize) -> Start {
    let runs: Vec<Start> = (0..runs)
        .map(|_| {
            let (session, first, last) = Session::start_and_fill(program, arguments, home, QUIET);
            [millis(first), millis(last), 1000.0 * session.processor().unwrap_or_default()]
        })
        .collect();
    std::array::from_fn(|i| median(&mut runs.iter().map(|run| run[i]).collect::<Vec<_>>()))
}

fn told([first, last, processor]: Start, floor: Option<Start>) -> String {
    let times = floor.map_or_else(String::new, |[floor, ..]| {
        format!("; {:.1} and {:.1} times the {FLOOR}", first / floor, last / floor)
    });
    format!(
        "first full screen {first:.1} ms, all filled in {last:.1} ms, {processor:.0} ms of processor time{times}"
    )
}
