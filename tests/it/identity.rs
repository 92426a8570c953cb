//! An article is its bytes, not only its name: renamed, it keeps its verdicts.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

const TEXT: &str = "The council spent 45 million on school meals in 2023.\n";

/// A desk of one article under this name, with a verdict of Zoe's.
fn desk(name: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("seeds")).unwrap();
    fs::write(dir.path().join("seeds").join(name), TEXT).unwrap();
    run(dir.path(), &["mark", name, "--claim", "1", "--verdict", "d"]);
    dir
}

/// What the program prints to Zoe, problems included.
fn run(desk: &Path, args: &[&str]) -> String {
    run_as("Zoe", desk, args)
}

fn run_as(who: &str, desk: &Path, args: &[&str]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(args)
        .args(["--annotator", who, "-C"])
        .arg(desk)
        .env_clear()
        .env("HOME", desk)
        .output()
        .unwrap();
    String::from_utf8([out.stdout, out.stderr].concat()).unwrap()
}

fn rename(desk: &Path, from: &str, to: &str) {
    fs::rename(desk.join("seeds").join(from), desk.join("seeds").join(to)).unwrap();
}

fn has(desk: &Path, notebook: &str) -> bool {
    desk.join("annotations").join(notebook).exists()
}

#[test]
fn a_renamed_article_keeps_its_verdicts_and_check_moves_them() {
    let dir = desk("a.txt");
    rename(dir.path(), "a.txt", "b.txt");
    assert!(run(dir.path(), &["list"]).contains("1/1"), "{}", run(dir.path(), &["list"]));
    let said = run(dir.path(), &["check"]);
    assert!(said.contains("warning: `a.txt` is now `b.txt`") && !said.contains("error"), "{said}");
    let said = run(dir.path(), &["check", "--fix"]);
    assert!(said.contains("fixed:") && has(dir.path(), "zoe/b.txt.json"), "{said}");
    assert!(!has(dir.path(), "zoe/a.txt.json"));
    assert!(run(dir.path(), &["check"]).contains("nothing wrong"));
}

#[test]
fn the_owner_moves_a_notebook_and_nobody_else_does() {
    let dir = desk("a.txt");
    rename(dir.path(), "a.txt", "b.txt");
    run_as("Bob", dir.path(), &["mark", "b", "--claim", "1", "--verdict", "c"]);
    assert!(has(dir.path(), "zoe/a.txt.json") && has(dir.path(), "bob/b.txt.json"));
    run(dir.path(), &["mark", "b", "--claim", "1", "--note", "45 million"]);
    assert!(has(dir.path(), "zoe/b.txt.json") && !has(dir.path(), "zoe/a.txt.json"));
    let file = fs::read_to_string(dir.path().join("annotations/zoe/b.txt.json")).unwrap();
    for part in ["\"article\": \"b.txt\"", "disputed", "45 million"] {
        assert!(file.contains(part), "{file}");
    }
}

#[test]
fn a_name_that_comes_back_decomposed_is_the_same() {
    let dir = desk("été.txt");
    rename(dir.path(), "été.txt", "e\u{301}te\u{301}.txt");
    // Its text changed, too: only the name tells.
    let path = dir.path().join("seeds/e\u{301}te\u{301}.txt");
    fs::write(path, format!("News. {TEXT}")).unwrap();
    assert!(run(dir.path(), &["list"]).contains("1/1"), "{}", run(dir.path(), &["list"]));
}

#[test]
fn a_notebook_that_was_moved_with_its_article_is_right() {
    let dir = desk("a.txt");
    rename(dir.path(), "a.txt", "b.txt");
    let book = |name: &str| dir.path().join("annotations/zoe").join(name);
    fs::rename(book("a.txt.json"), book("b.txt.json")).unwrap();
    let said = run(dir.path(), &["check"]);
    assert!(said.contains("[renamed]") && !said.contains("error"), "{said}");
    run(dir.path(), &["check", "--fix"]);
    assert!(fs::read_to_string(book("b.txt.json")).unwrap().contains("\"article\": \"b.txt\""));
}

#[test]
fn another_article_is_not_taken_for_one_that_is_gone() {
    let dir = desk("a.txt");
    fs::write(dir.path().join("seeds/b.txt"), "The council met in 2024.\n").unwrap();
    fs::remove_file(dir.path().join("seeds/a.txt")).unwrap();
    assert!(!run(dir.path(), &["list"]).contains("1/1"));
    assert!(run(dir.path(), &["check"]).contains("[article-gone]"));
}
