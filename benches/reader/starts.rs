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
    let desk = &[subject.desk.to_str().unwrap()][..];
    let floor = starts((0..RUNS).map(|_| first(FLOOR, &[], home)));
    println!("  {:<10}{}", FLOOR, told(floor, None));
    let starts_here = starts((0..subject.fills).map(|_| first("claimdesk", desk, home)));
    println!("  claimdesk, first start: {}", told(starts_here, Some(floor)));
    println!("  claimdesk, later start: {}", told(later(desk, home), Some(floor)));
    if is_installed("less") {
        let file = &[subject.file.to_str().unwrap()][..];
        let less = starts((0..RUNS).map(|_| first("less", file, home)));
        println!("  {:<10}{}", "less", told(less, Some(floor)));
    }
}

/// Milliseconds: the first full screen, the last byte, and the processor time until then.
type Start = [f64; 3];

/// The medians of some starts.
fn starts(runs: impl Iterator<Item = Start>) -> Start {
    let runs: Vec<Start> = runs.collect();
    std::array::from_fn(|i| median(&mut runs.iter().map(|run| run[i]).collect::<Vec<_>>()))
}

/// A start of somebody who was never there.
fn first(program: &str, arguments: &[&str], home: &Path) -> Start {
    let (session, first, last) = Session::start_and_fill(program, arguments, home, QUIET);
    start(&session, first, last)
}

/// Starts of somebody who was there before and left, on a desk that is as it was. Two starts lead to them: what
/// had only just been written is looked at once more by the next.
fn later(desk: &[&str], home: &Path) -> Start {
    let (session, ..) = Session::start_and_fill("claimdesk", desk, home, QUIET);
    session.leave();
    let again = || {
        let (session, first, last) = Session::again_and_fill("claimdesk", desk, home, QUIET);
        let start = start(&session, first, last);
        session.leave();
        start
    };
    again();
    starts((0..RUNS).map(|_| again()))
}

fn start(session: &Session, first: Duration, last: Duration) -> Start {
    [millis(first), millis(last), 1000.0 * session.processor().unwrap_or_default()]
}

fn told([first, last, processor]: Start, floor: Option<Start>) -> String {
    let times = floor.map_or_else(String::new, |[floor, ..]| {
        format!("; {:.1} and {:.1} times the {FLOOR}", first / floor, last / floor)
    });
    format!(
        "first full screen {first:.1} ms, all filled in {last:.1} ms, {processor:.0} ms of processor time{times}"
    )
}
