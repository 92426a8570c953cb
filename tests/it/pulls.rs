//! The program in its terminal beside real pulls: what it acknowledged is kept.
//!
//! `CLAIMDESK_TEST_PULLS=1000 cargo test --test it pulls:: -- --nocapture` pulls longer and prints
//! the figures.

#![cfg(unix)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use claimdesk::core::annotation::edit::Edit;
use claimdesk::core::annotation::{Annotation, AnnotationId, Selector};
use claimdesk::store::annotator::Annotator;
use claimdesk::store::desk::Desk;

use crate::pty::Place;

#[track_caller]
fn git(dir: &Path, args: &[&str]) -> bool {
    let status = Command::new("git")
        .args(["-c", "user.name=z", "-c", "user.email=z@x", "-c", "gc.auto=0"])
        .args(args)
        .current_dir(dir)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .status();
    status.unwrap().success()
}

/// A note by the same person on the `n`th of the last lines, as another machine writes it.
fn note(desk: &Path, n: usize) {
    let text = fs::read_to_string(desk.join("seeds/a.txt")).unwrap();
    let exact = format!("Fin {n:05}");
    let start = text[..text.find(&exact).unwrap()].chars().count();
    let end = start + exact.chars().count();
    let mut file = Desk::open(desk).unwrap().notebook(&Annotator::new("zoe"), "a.txt");
    let base = file.notebook().clone();
    let selector = Selector { exact, start, end, ..Selector::default() };
    let mut annotation = Annotation::new(selector, "2026-11-20T10:12:03Z".parse().unwrap());
    annotation.note.push('x');
    let mut ours = base.clone();
    Edit::add(AnnotationId(format!("other{n:05}").into()), annotation).apply(&mut ours);
    file.save(&base, &ours).unwrap();
}

#[test]
fn verdicts_given_during_pulls_are_kept() {
    let rounds = std::env::var("CLAIMDESK_TEST_PULLS").map_or(30, |n| n.parse().unwrap());
    let mut text = String::new();
    for n in 0..2 * rounds {
        let _ = writeln!(text, "Le 3 mai 2023, {} personnes ont été tuées à Kiev.\n", 1000 + n);
    }
    for n in 0..=rounds {
        let _ = writeln!(text, "Fin {n:05}.\n");
    }
    let place = Place::new(text.as_bytes());
    let (desk, other) = (place.desk(), place.desk().with_file_name("other"));
    let driver = format!("'{}' merge-driver %O %A %B %P", env!("CARGO_BIN_EXE_claimdesk"));
    fs::write(desk.join(".gitattributes"), "annotations/**/*.json merge=claimdesk\n").unwrap();
    note(&desk, 0);
    for args in [
        &["init", "-q", "-b", "main"][..],
        &["config", "merge.claimdesk.driver", &driver],
        &["config", "user.name", "z"],
        &["config", "user.email", "z@x"],
        &["add", "."],
        &["commit", "-qm", "one"],
        &["clone", "-q", ".", "../other"],
    ] {
        assert!(git(&desk, args), "{args:?}");
    }
    for n in 1..=rounds {
        note(&other, n);
        let tag = format!("r{n}");
        assert!(git(&other, &["commit", "-qam", "x"]) && git(&other, &["tag", &tag]));
    }
    // From here on the two differ, and each pull is a true merge.
    // At the level that shows all, so that each verdict has a next claim to go to.
    fs::write(desk.join("claimdesk.toml"), "level = 5\n").unwrap();
    assert!(git(&desk, &["add", "."]) && git(&desk, &["commit", "-qm", "two"]));

    let mut program = place.start(&[]);
    program.see("open");
    let mut pulled = 0;
    for n in 1..=rounds {
        let (desk, tag) = (desk.clone(), format!("r{n}"));
        let pull = std::thread::spawn(move || {
            git(&desk, &["pull", "-q", "--no-rebase", "--no-edit", "--autostash", "../other", &tag])
        });
        program.press(b"d");
        program.look();
        program.press(b"d");
        pulled += usize::from(pull.join().unwrap());
    }
    let kept = || place.notebook().matches("\"verdict\": \"disputed\"").count();
    program.until("all verdicts on disk", |screen| {
        kept() == 2 * rounds && !screen.contains("Unsaved") && !screen.contains("NOT SAVED")
    });
    println!(
        "{rounds} pulls, {pulled} done; {} verdicts acknowledged, {} kept",
        2 * rounds,
        kept()
    );
    let (code, _) = program.press(b"q").end();
    assert_eq!((code, kept()), (0, 2 * rounds));
}
