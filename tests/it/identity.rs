//! An article is its bytes, not only its name: renamed, it keeps its verdicts.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::program::{claimdesk, printed};

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
    printed(claimdesk(desk, who, args))
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

/// The text of the article, rewritten so far that only a person can tell that it is the same.
const LATER: &str =
    "Update. The council spent 45 million on school meals in 2023. Nobody was told.\n";

#[test]
fn what_the_desk_says_was_renamed_follows_whatever_changed() {
    let dir = desk("a.txt");
    rename(dir.path(), "a.txt", "b.txt");
    fs::write(dir.path().join("seeds/b.txt"), LATER).unwrap();
    // Nothing is taken by itself, but it is offered.
    assert!(!run(dir.path(), &["list"]).contains("1/"), "{}", run(dir.path(), &["list"]));
    let said = run(dir.path(), &["check"]);
    assert!(said.contains("claimdesk mv a.txt b.txt") && said.contains("[article-gone]"), "{said}");
    let said = run(dir.path(), &["list", "--gone"]);
    assert!(said.contains("a.txt  Zoe · 1 of 1 quote in b.txt"), "{said}");
    assert!(said.contains("disputed: The council spent 45 million"), "{said}");
    let said = run(dir.path(), &["mv", "a.txt", "b.txt"]);
    assert!(said.contains("\"b.txt\" = \"a.txt\""), "{said}");
    assert!(run(dir.path(), &["list"]).contains("1/"), "{}", run(dir.path(), &["list"]));
    assert!(run(dir.path(), &["check"]).contains("`a.txt` is now `b.txt`"));
    assert_eq!(run(dir.path(), &["list", "--gone"]), "");
    // Nobody's notebook was written.
    assert!(has(dir.path(), "zoe/a.txt.json"));
}

#[test]
fn an_article_is_moved_with_all_that_belongs_to_it() {
    let dir = desk("a.txt");
    run(dir.path(), &["source", "a.txt", "--outlet", "Gazette"]);
    let said = run(dir.path(), &["mv", "a.txt", "2024/school.txt"]);
    assert!(said.contains("a.txt is now 2024/school.txt"), "{said}");
    assert!(dir.path().join("seeds/2024/school.source.json").is_file());
    let list = run(dir.path(), &["list"]);
    assert!(list.contains("1/1") && list.contains("Gazette"), "{list}");
    // Back and forth: a circle of names does no harm.
    // A name is given as in all other commands: its beginning does, and the ending stays.
    let said = run(dir.path(), &["mv", "2024/school", "a"]);
    assert!(said.contains("2024/school.txt is now a.txt"), "{said}");
    assert!(run(dir.path(), &["list"]).contains("1/1"));
    let said = run(dir.path(), &["mv", "a.txt", "../outside.txt"]);
    assert!(said.contains("cannot be an article's name"), "{said}");
    fs::write(dir.path().join("seeds/c.txt"), "x").unwrap();
    assert!(run(dir.path(), &["mv", "a.txt", "c.txt"]).contains("already"));
}

#[test]
fn git_moves_what_git_has() {
    let dir = desk("a.txt");
    let git = |args: &[&str]| {
        let who = ["-c", "user.name=Zoe", "-c", "user.email=z@example.org"];
        let out =
            Command::new("git").args(who).args(args).current_dir(dir.path()).output().unwrap();
        String::from_utf8(out.stdout).unwrap()
    };
    git(&["init", "-q"]);
    git(&["add", "seeds"]);
    git(&["commit", "-qm", "one"]);
    run(dir.path(), &["mv", "a.txt", "b.txt"]);
    assert!(git(&["status", "--short", "seeds"]).starts_with("R  seeds/a.txt -> seeds/b.txt"));
}

#[test]
fn the_parts_of_a_split_article_are_named() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("seeds")).unwrap();
    let parts = [
        "The council spent 45 million on school meals in 2023.",
        "In 2024 it hired 300 cooks for 12 schools.",
    ];
    fs::write(dir.path().join("seeds/a.txt"), parts.join("\n\n")).unwrap();
    for claim in ["1", "2"] {
        run(dir.path(), &["mark", "a.txt", "--claim", claim, "--verdict", "d"]);
    }
    // The second part went to another article.
    fs::write(dir.path().join("seeds/a.txt"), parts[0]).unwrap();
    fs::write(dir.path().join("seeds/a-2.txt"), parts[1]).unwrap();
    let said = run(dir.path(), &["check"]);
    assert!(said.contains("they stand in `a-2.txt` now: `claimdesk follow` [lost]"), "{said}");
    // Both did, and the article is gone.
    fs::remove_file(dir.path().join("seeds/a.txt")).unwrap();
    fs::write(dir.path().join("seeds/a-1.txt"), format!("Intro. {}", parts[0])).unwrap();
    let said = run(dir.path(), &["check"]);
    assert!(said.contains("1 in `a-1.txt`, 1 in `a-2.txt`"), "{said}");
    // One command takes each to where its words stand.
    let moves = run(dir.path(), &["follow", "--dry-run"]);
    assert!(
        moves.contains("a.txt → a-1.txt: disputed “") && moves.contains("a.txt → a-2.txt"),
        "{moves}"
    );
    assert!(!has(dir.path(), "zoe/a-1.txt.json"));
    assert_eq!(run(dir.path(), &["follow"]), moves);
    assert_eq!(run(dir.path(), &["check"]), "3 notebooks: nothing wrong\n");
    for part in ["a-1.txt", "a-2.txt"] {
        assert!(run(dir.path(), &["show", part]).contains("disputed"), "{part}");
    }
    assert!(run(dir.path(), &["follow"]).starts_with("no verdict"));
}

#[test]
fn a_verdict_follows_its_words_only_to_one_place() {
    let dir = desk("a.txt");
    let words = "The council spent 45 million on school meals in 2023.";
    fs::write(dir.path().join("seeds/a.txt"), "Nothing is here any more.\n").unwrap();
    fs::write(dir.path().join("seeds/b.txt"), format!("{words} {words}")).unwrap();
    let said = run(dir.path(), &["follow"]);
    assert!(said.contains("not moved: the words do not stand there exactly once"), "{said}");
    fs::write(dir.path().join("seeds/b.txt"), words).unwrap();
    fs::write(dir.path().join("seeds/c.txt"), format!("Yes. {words}")).unwrap();
    let said = run(dir.path(), &["follow"]);
    assert!(said.contains("a.txt → b.txt, c.txt") && said.contains("name one of them"), "{said}");
    assert!(run(dir.path(), &["show", "a.txt"]).contains("disputed, lost"));
    run(dir.path(), &["follow", "c.txt"]);
    assert!(run(dir.path(), &["show", "c.txt"]).contains("disputed"));
    assert!(!has(dir.path(), "zoe/b.txt.json"));
}

#[test]
fn evidence_follows_its_article() {
    let dir = desk("a.txt");
    fs::write(dir.path().join("seeds/b.txt"), "Meals cost 30 million in 2023.\n").unwrap();
    run(dir.path(), &["mark", "b.txt", "--claim", "1", "--verdict", "c"]);
    let book = dir.path().join("annotations/zoe/a.txt.json");
    let text = fs::read_to_string(&book).unwrap().replace(
        "\"created\"",
        "\"evidence\": [ { \"stance\": \"refutes\", \"article\": \"b.txt\", \"quote\": \"30 million\" } ],\n      \"created\"",
    );
    fs::write(&book, text).unwrap();
    rename(dir.path(), "b.txt", "c.txt");
    let said = run(dir.path(), &["check"]);
    assert!(!said.contains("evidence-gone") && said.contains("`b.txt` is now `c.txt`"), "{said}");
    let named = |name: &str| {
        let text = fs::read_to_string(&book).unwrap();
        text.contains(&format!("\"article\": \"{name}\""))
    };
    // The owner's next save writes its new name.
    assert!(named("b.txt"));
    run(dir.path(), &["mark", "a.txt", "--claim", "1", "--note", "Seen."]);
    assert!(named("c.txt"));
    // So does `check --fix`.
    run(dir.path(), &["check", "--fix"]);
    rename(dir.path(), "c.txt", "d.txt");
    let said = run(dir.path(), &["check"]);
    assert!(said.contains("the evidence `c.txt` is now `d.txt` [renamed]"), "{said}");
    run(dir.path(), &["check", "--fix"]);
    assert!(named("d.txt"));
    rename(dir.path(), "d.txt", "c.txt");
    fs::remove_file(dir.path().join("seeds/c.txt")).unwrap();
    assert!(run(dir.path(), &["check"]).contains("evidence-gone"));
}

#[test]
fn copies_of_sync_tools_are_taken_over_and_removed() {
    let dir = desk("a.txt");
    let book = |name: &str| dir.path().join("annotations/zoe").join(name);
    let mine = fs::read_to_string(book("a.txt.json")).unwrap();
    let copies = [
        "a.txt.sync-conflict-20261120-101203-K3V9Q2M.json",
        "a.txt 2.json",
        "a (conflicted copy).json",
    ];
    let noted =
        mine.replace("\"annotations\": {", "\"note\": \"On the train.\",\n  \"annotations\": {");
    fs::write(book(copies[0]), noted.replace("disputed", "corroborated")).unwrap();
    fs::write(book(copies[1]), &mine).unwrap();
    let other = mine.replace("\"annotations\": {", "\"annotations\": {}, \"x\": {");
    fs::write(book(copies[2]), other).unwrap();
    let said = run(dir.path(), &["check"]);
    assert_eq!(said.matches("[copy]").count(), 3, "{said}");
    assert!(!said.contains("article-gone") && !said.contains("wrong-place"), "{said}");
    let said = run(dir.path(), &["check", "--fix"]);
    assert_eq!(said.matches("fixed: a copy of `annotations/zoe/a.txt.json`").count(), 3, "{said}");
    assert!(copies.iter().all(|copy| !book(copy).exists()));
    let text = fs::read_to_string(book("a.txt.json")).unwrap();
    for said in ["disputed", "corroborated", "On the train."] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(run(dir.path(), &["check"]).contains("two machines differ on"));
}

#[test]
fn copies_of_sync_tools_are_read_as_they_stand() {
    let dir = desk("a.txt");
    let book = |name: &str| dir.path().join("annotations/zoe").join(name);
    let mine = fs::read_to_string(book("a.txt.json")).unwrap();
    let copy = book("a.txt.sync-conflict-20261120-101203-K3V9Q2M.json");
    // The other machine said something else, and something more.
    fs::write(&copy, mine.replace("disputed", "corroborated")).unwrap();
    let show = run(dir.path(), &["show", "a.txt", "--format", "json"]);
    assert!(show.contains("\"conflict\"") && show.contains("corroborated"), "{show}");
    let list = run(dir.path(), &["list"]);
    assert!(list.contains("1 to look at"), "{list}");
    assert!(copy.exists());
    // To a colleague, too.
    let show = run_as("Max", dir.path(), &["show", "a.txt", "--format", "json"]);
    assert!(show.contains("\"conflict\""), "{show}");
    // A choice settles it for good: the copy is in the notebook, and goes.
    run(dir.path(), &["mark", "a.txt", "--claim", "1", "--verdict", "c"]);
    assert!(!copy.exists());
    let text = fs::read_to_string(book("a.txt.json")).unwrap();
    assert!(text.contains("corroborated") && !text.contains("conflict"), "{text}");
    assert_eq!(run(dir.path(), &["check"]), "1 notebook: nothing wrong\n");
}

#[test]
fn columns_side_by_side_are_told_and_left_to_the_import() {
    let dir = desk("a.txt");
    let page = [
        ("Le préfet a déclaré mardi soir", "vis depuis la galerie du siège."),
        ("que 4 500 entreprises de la", "Les associations de la vallée"),
        ("région avaient été aidées, pour", "ont pourtant demandé un délai"),
        ("un montant de 320 millions.", "plus long, le temps de relire"),
        ("Le conseil a voté la mesure à", "les chiffres, et la commission"),
        ("l’unanimité, après trois heures", "s’est donné deux semaines de"),
    ];
    let rows = page.map(|(left, right)| format!("{left:<36}{right}\n")).concat();
    let text = format!("L’aide a été votée\n\nElle coûte 300 millions d’euros.\n\n{rows}");
    fs::write(dir.path().join("seeds/une.txt"), &text).unwrap();
    let claims = run(dir.path(), &["claims", "une.txt"]);
    assert!(claims.contains("300 millions") && !claims.contains("320"), "{claims}");
    let told =
        "columns side by side: `claimdesk import seeds/une.txt` reads them one after the other";
    let list = run(dir.path(), &["list"]);
    assert!(list.contains(told), "{list}");
    let check = run(dir.path(), &["check"]);
    assert!(check.contains("seeds/une.txt: warning: columns side by side"), "{check}");
    // A shell reads what is told as it is meant, whatever the file is called.
    fs::write(dir.path().join("seeds/l'une à $5.txt"), &text).unwrap();
    let quoted = r"`claimdesk import 'seeds/l'\''une à $5.txt'`";
    for told in [run(dir.path(), &["list"]), run(dir.path(), &["check"])] {
        assert!(told.contains(quoted), "{told}");
    }
    fs::remove_file(dir.path().join("seeds/l'une à $5.txt")).unwrap();
    // As it says.
    run(dir.path(), &["import", "seeds/une.txt"]);
    let claims = run(dir.path(), &["claims", "une-2.txt"]);
    assert!(claims.contains("4 500 entreprises de la région avaient été aidées"), "{claims}");
    fs::write(dir.path().join("claimdesk.toml"), "lang = \"fr\"\n").unwrap();
    let french = run(dir.path(), &["list"]);
    assert!(
        french.contains("colonnes côte à côte\u{a0}: `claimdesk import seeds/une.txt`"),
        "{french}"
    );
}

#[test]
fn two_articles_of_the_same_bytes_are_told() {
    let dir = desk("a.txt");
    fs::write(dir.path().join("seeds/b.txt"), TEXT).unwrap();
    let said = run(dir.path(), &["check"]);
    assert!(
        said.contains("seeds/b.txt: warning: the same bytes as `a.txt` [same-bytes]"),
        "{said}"
    );
}

#[test]
fn another_article_is_not_taken_for_one_that_is_gone() {
    let dir = desk("a.txt");
    fs::write(dir.path().join("seeds/b.txt"), "The council met in 2024.\n").unwrap();
    fs::remove_file(dir.path().join("seeds/a.txt")).unwrap();
    assert!(!run(dir.path(), &["list"]).contains("1/1"));
    assert!(run(dir.path(), &["check"]).contains("[article-gone]"));
}
