//! Nothing acknowledged is lost: a notebook's file that is emptied, deleted, broken or replaced
//! by git while the reader is open.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use claimdesk::state::{Done, Msg};

use crate::harness::{Reader, Setting, desk};

const TEXT: &str = "⟦Un⟧ ⟦deux⟧ ⟦trois⟧ ⟦quatre⟧ ⟦cinq⟧ ⟦six⟧ ⟦sept⟧ ⟦huit⟧ ⟦neuf⟧ ⟦dix⟧.";
const BOOK: &str = "annotations/zoe-martin/a.txt.json";

/// A reader with the first `keys` pressed.
fn reader(keys: &str) -> Reader {
    let mut reader = desk(&[("a.txt", TEXT)]).size(100, 20).start();
    reader.keys(keys);
    reader
}

/// Gives the claim of this number a verdict, wherever the reader is.
fn decide(reader: &mut Reader, number: usize, key: &str) {
    reader.keys(&"k".repeat(10)).keys(&"j".repeat(number - 1)).keys(key);
}

/// The words with a verdict as the reader shows them.
fn shown(reader: &Reader) -> Vec<&str> {
    let book = &reader.model().desk.books[&0].now;
    let mut words: Vec<_> = book.annotations.values().map(|a| a.selector.exact.as_str()).collect();
    words.sort_unstable();
    words
}

/// The words with a verdict that are on disk.
fn words(reader: &Reader) -> Vec<String> {
    reader.saved().into_iter().map(|(words, _)| words).collect()
}

#[test]
fn an_emptied_file_loses_nothing() {
    let mut reader = reader("ddd");
    reader.change(BOOK, b"").keys("d").retry();
    assert_eq!(words(&reader), ["Un", "deux", "quatre", "trois"]);
    // Emptied, and nobody presses a key.
    reader.change(BOOK, b"\n").retry();
    assert_eq!(words(&reader), ["Un", "deux", "quatre", "trois"]);
    assert_eq!(reader.model().desk.failure(), None);
}

#[test]
fn a_broken_file_hides_nothing_and_is_not_written() {
    let mut reader = reader("dd");
    let whole = fs::read(reader.root().join(BOOK)).unwrap();
    reader.change(BOOK, b"{ \"format\": ").keys("d");
    assert!(reader.foot().contains("Read only"), "{}", reader.foot());
    assert_eq!(fs::read(reader.root().join(BOOK)).unwrap(), b"{ \"format\": ");
    assert_eq!(shown(&reader), ["Un", "deux"]);
    reader.change(BOOK, &whole);
    decide(&mut reader, 3, "d");
    assert_eq!(words(&reader), ["Un", "deux", "trois"]);
}

#[test]
fn a_file_that_is_gone_is_asked_about_once() {
    let mut reader = reader("dd");
    fs::remove_file(reader.root().join(BOOK)).unwrap();
    reader.noticed(BOOK);
    assert!(!reader.shows("Write yours back"), "it may come back at once");
    reader.retry();
    assert!(reader.shows("Write yours back"));
    assert!(reader.foot().contains("NOT SAVED"), "{}", reader.foot());
    // It is not written before somebody says so.
    reader.keys("nn").keys("d").retry();
    assert!(!reader.root().join(BOOK).exists() && !reader.shows("Write yours back"));
    assert!(reader.foot().contains("NOT SAVED"), "{}", reader.foot());
    reader.keys("q");
    assert!(!reader.has_quit() && reader.shows("leave and lose them"));
}

#[test]
fn a_file_that_is_gone_is_written_back_on_demand() {
    let mut reader = reader("dd");
    fs::remove_dir_all(reader.root().join("annotations")).unwrap();
    reader.keys("d").retry().keys("y");
    assert_eq!(words(&reader), ["Un", "deux", "trois"]);
    assert!(!reader.foot().contains("NOT SAVED"), "{}", reader.foot());
}

#[test]
fn the_disks_state_is_taken_on_demand_and_that_can_be_undone() {
    let mut reader = reader("dd");
    fs::remove_dir_all(reader.root().join("annotations")).unwrap();
    reader.keys("d").retry().keys("ny");
    assert!(!reader.root().join(BOOK).exists());
    assert_eq!(shown(&reader), [""; 0]);
    reader.keys("U");
    assert_eq!(words(&reader), ["Un", "deux", "trois"]);
}

#[test]
fn a_file_that_comes_back_takes_the_question_away() {
    let mut reader = reader("dd");
    let whole = fs::read(reader.root().join(BOOK)).unwrap();
    fs::remove_file(reader.root().join(BOOK)).unwrap();
    reader.keys("d").retry();
    assert!(reader.shows("Write yours back"));
    reader.change(BOOK, &whole);
    assert!(!reader.shows("Write yours back"));
    assert_eq!(words(&reader), ["Un", "deux", "trois"]);
    // The next time is another time.
    fs::remove_file(reader.root().join(BOOK)).unwrap();
    reader.noticed(BOOK).retry();
    assert!(reader.shows("Write yours back"));
}

// git, step by step.

/// A desk in a repository with all that was decided committed, whose notebook was then lost
/// while no reader was open.
fn lost(lose: fn(&Path)) -> Reader {
    let mut reader = repository();
    git(&reader.root(), &["commit", "-qam", "four"]);
    lose(&reader.root().join(BOOK));
    reader.restart();
    decide(&mut reader, 5, "d");
    reader.retry();
    assert!(reader.shows("Write yours back"), "{}", reader.screen());
    reader
}

const LOSSES: [fn(&Path); 2] =
    [|file| fs::remove_file(file).unwrap(), |file| fs::write(file, "").unwrap()];

#[test]
fn what_was_lost_before_the_start_is_written_back_with_what_is_new() {
    for lose in LOSSES {
        let mut reader = lost(lose);
        reader.keys("y");
        assert_eq!(words(&reader), ["Un", "cinq", "deux", "trois"]);
        assert_eq!(shown(&reader), ["Un", "cinq", "deux", "trois"]);
    }
}

#[test]
fn what_was_lost_before_the_start_is_let_go_on_demand_and_not_asked_about_again() {
    for lose in LOSSES {
        let mut reader = lost(lose);
        reader.keys("ny");
        decide(&mut reader, 6, "d");
        reader.retry();
        assert!(!reader.shows("Write yours back"), "{}", reader.screen());
        assert_eq!(words(&reader), ["six"]);
    }
}

#[track_caller]
fn git(root: &Path, args: &[&str]) {
    let output = try_git(root, args);
    assert!(output.status.success(), "git {args:?}: {output:?}");
}

fn try_git(root: &Path, args: &[&str]) -> Output {
    Command::new("git")
        .args(["-c", "user.name=Zoé", "-c", "user.email=z@example.org", "-c", "gc.auto=0"])
        .args(args)
        .current_dir(root)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap()
}

/// A desk in a repository, with some verdicts committed (`Un`, `deux`) and some not (`trois`,
/// and `deux` changed), and a branch `theirs` on which a note was written to `neuf`.
fn repository() -> Reader {
    let setting: Setting = desk(&[("a.txt", TEXT)]).size(100, 20).with_git();
    git(&setting.root(), &["init", "-q", "-b", "main"]);
    fs::write(setting.root().join(".gitattributes"), "*.json merge=union\n").unwrap();
    let mut reader = setting.start();
    reader.keys("dd");
    let root = reader.root();
    git(&root, &["add", "."]);
    git(&root, &["commit", "-qm", "one"]);
    git(&root, &["checkout", "-qb", "theirs"]);
    decide(&mut reader, 10, "c");
    git(&root, &["commit", "-qam", "two"]);
    git(&root, &["checkout", "-q", "main"]);
    reader.noticed(BOOK);
    assert_eq!(words(&reader), ["Un", "deux"]);
    fs::write(root.join("seeds/b.txt"), "Autre.").unwrap();
    git(&root, &["add", "."]);
    git(&root, &["commit", "-qm", "three"]);
    decide(&mut reader, 3, "d");
    decide(&mut reader, 2, "c");
    reader
}

fn verdicts(reader: &Reader) -> Vec<String> {
    let saved = reader.saved().into_iter();
    saved.map(|(words, verdict)| format!("{words} {verdict}")).collect()
}

/// What a pull with autostash does, step by step.
const PULL: [&[&str]; 4] = [
    &["stash", "push", "-q"],
    &["reset", "-q", "--hard"],
    &["merge", "-q", "--no-edit", "theirs"],
    &["stash", "apply", "-q"],
];

#[test]
fn a_pull_with_autostash_loses_nothing_whenever_a_key_is_pressed() {
    // The index that git has locked, and that of a stash being made.
    let locks = ["index.lock", "index.stash.4711"];
    for (gap, lock) in (0..=PULL.len()).flat_map(|gap| locks.map(|lock| (gap, lock))) {
        let mut reader = repository();
        let root = reader.root();
        let before = verdicts(&reader);
        assert_eq!(before, ["Un disputed", "deux corroborated", "trois disputed"]);
        let lock = root.join(".git").join(lock);
        for n in 0..=PULL.len() {
            if n == gap {
                // git is at work: nothing is written beneath it.
                fs::write(&lock, "").unwrap();
                let disk = fs::read(root.join(BOOK)).unwrap();
                reader.noticed(BOOK);
                decide(&mut reader, 4, "u");
                assert_eq!(fs::read(root.join(BOOK)).unwrap(), disk, "gap {gap}");
                assert!(reader.foot().contains("Unsaved"), "{}", reader.foot());
                fs::remove_file(&lock).unwrap();
            }
            if let Some(step) = PULL.get(n) {
                git(&root, step);
            }
        }
        reader.noticed(BOOK).retry();
        let after = ["Un disputed", "deux corroborated", "dix corroborated"];
        let after = after.iter().chain(&["quatre unverified", "trois disputed"]);
        assert_eq!(verdicts(&reader), after.copied().collect::<Vec<_>>(), "gap {gap}");
        assert_eq!(reader.model().desk.failure(), None);
        assert!(!reader.foot().contains("Unsaved"), "{}", reader.foot());
    }
}

#[test]
fn who_leaves_while_a_save_waits_is_asked_after_a_while() {
    let mut reader = repository();
    fs::write(reader.root().join(".git/index.lock"), "").unwrap();
    decide(&mut reader, 4, "u");
    reader.keys("q");
    assert!(!reader.has_quit() && !reader.shows("leave and lose"));
    reader.send(Msg::Done(Done::StillUnsaved));
    assert!(reader.shows("leave and lose"), "{}", reader.screen());
    reader.keys("n").retry();
    assert_eq!(verdicts(&reader).len(), 4);
}

/// Whether the reader holds and the file has what was decided before a pull and in its midst.
#[track_caller]
fn check_all_kept(reader: &mut Reader, case: &str) {
    reader.noticed(BOOK).retry();
    let kept = verdicts(reader);
    for verdict in ["Un disputed", "deux corroborated", "quatre unverified", "trois disputed"] {
        assert!(kept.contains(&verdict.to_owned()), "{case}: {verdict} is not in {kept:?}");
    }
    assert_eq!(reader.model().desk.unsaved(), Vec::<usize>::new(), "{case}");
}

#[test]
fn a_save_beneath_git_loses_nothing_either() {
    // Where git takes longer than a save waits, and where nothing shows that it is at work, it
    // finds a file written and may refuse to go on.
    for (gap, is_locked) in (0..=PULL.len()).flat_map(|gap| [(gap, true), (gap, false)]) {
        let mut reader = repository();
        let root = reader.root();
        let lock = root.join(".git/index.lock");
        for n in 0..=PULL.len() {
            if n == gap {
                if is_locked {
                    fs::write(&lock, "").unwrap();
                }
                reader.noticed(BOOK);
                decide(&mut reader, 4, "u");
                reader.retry();
                let saved = verdicts(&reader).contains(&"quatre unverified".to_owned());
                assert!(saved, "it waits no longer");
                let _ = fs::remove_file(&lock);
            }
            if let Some(step) = PULL.get(n) {
                try_git(&root, step);
                reader.noticed(BOOK);
            }
        }
        check_all_kept(&mut reader, &format!("gap {gap}, locked: {is_locked}"));
    }
}

#[test]
fn what_an_earlier_session_decided_and_nobody_committed_is_kept_too() {
    let mut reader = repository();
    reader.restart();
    let root = reader.root();
    git(&root, &["reset", "-q", "--hard"]);
    reader.noticed(BOOK);
    assert!(reader.foot().contains("never committed"), "{}", reader.foot());
    decide(&mut reader, 4, "u");
    check_all_kept(&mut reader, "reset");
}

#[test]
fn a_verdict_taken_back_and_not_committed_stays_taken_back() {
    let mut reader = repository();
    decide(&mut reader, 1, "<Backspace>");
    let root = reader.root();
    for step in PULL {
        git(&root, step);
    }
    reader.noticed(BOOK).retry();
    assert_eq!(verdicts(&reader), ["deux corroborated", "dix corroborated", "trois disputed"]);
}

#[test]
fn branches_are_switched_in_both_directions() {
    let mut reader = repository();
    let root = reader.root();
    git(&root, &["commit", "-qam", "four"]);
    let here = ["Un disputed", "deux corroborated", "trois disputed"];
    let there = ["Un disputed", "deux disputed", "dix corroborated"];
    for _ in 0..2 {
        git(&root, &["checkout", "-q", "theirs"]);
        reader.noticed(BOOK).retry();
        assert_eq!(verdicts(&reader), there);
        assert_eq!(shown(&reader), ["Un", "deux", "dix"], "each branch has its own");
        git(&root, &["checkout", "-q", "main"]);
        reader.noticed(BOOK).retry();
        assert_eq!(verdicts(&reader), here);
    }
    git(&root, &["diff", "--exit-code"]);
}

#[test]
fn a_branch_without_the_file_is_asked_about_and_the_way_back_is_open() {
    let mut reader = repository();
    let root = reader.root();
    git(&root, &["commit", "-qam", "four"]);
    git(&root, &["checkout", "-q", "--orphan", "bare"]);
    git(&root, &["rm", "-q", "-r", "--cached", "annotations"]);
    git(&root, &["commit", "-qm", "none"]);
    fs::remove_dir_all(root.join("annotations")).unwrap();
    reader.noticed(BOOK).retry();
    assert!(reader.shows("Write yours back"));
    reader.keys("nn");
    decide(&mut reader, 4, "u");
    git(&root, &["checkout", "-q", "main"]);
    check_all_kept(&mut reader, "back again");
}
