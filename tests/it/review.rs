//! `claimdesk review`: answers in lines, each saved at once.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use expect_test::expect;

const TEXT: &str = "Selon Séoul, 12 000 soldats nord-coréens sont arrivés à Koursk en octobre 2024.\n\n\
                    Moscou a livré 700 000 tonnes de riz à Pyongyang en 2024.\n";

/// What is said when these lines are answered.
#[track_caller]
fn review(desk: &Path, lang: &str, answers: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(["review", "--lang", lang, "--annotator", "Zoé", "-C"])
        .arg(desk)
        .env_clear()
        .env("HOME", desk)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(answers.as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

fn desk() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("seeds")).unwrap();
    fs::write(dir.path().join("seeds/a.txt"), TEXT).unwrap();
    dir
}

fn saved(desk: &Path) -> String {
    fs::read_to_string(desk.join("annotations/zoe/a.txt.json")).unwrap_or_default()
}

#[test]
fn a_question_an_answer_and_it_is_on_disk() {
    let dir = desk();
    expect![[r#"
        Selon Séoul, 12 000 soldats nord-coréens sont arrivés à Koursk en octobre
        2024. (a.txt)
        Open claims: 2

        Claim 1 of 2
        “Selon Séoul, 12 000 soldats nord-coréens sont arrivés à Koursk en octobre
        2024”
        c corroborated, d disputed, u unverified, m misleading, x not a claim. Enter:
        later. ?: all answers.
        > Note saved. And the verdict?
        > Saved: disputed

        Claim 2 of 2
        “Moscou a livré 700 000 tonnes de riz à Pyongyang en 2024”
        c corroborated, d disputed, u unverified, m misleading, x not a claim. Enter:
        later. ?: all answers.
        > Until next time. Decided now: 1. Left open here: 1.
    "#]]
    .assert_eq(&review(dir.path(), "en", "n 003 says 1 500\nd\nq\n"));
    let file = saved(dir.path());
    assert!(file.contains(r#""verdict": "disputed""#) && file.contains("003 says 1 500"), "{file}");
}

#[test]
fn what_is_decided_is_not_asked_again_and_the_end_of_input_is_a_way_out() {
    let dir = desk();
    review(dir.path(), "en", "c\n");
    expect![[r#"
        Selon Séoul, 12 000 soldats nord-coréens sont arrivés à Koursk en octobre
        2024. (a.txt)
        Affirmations ouvertes : 1

        Affirmation 1 sur 1
        « Moscou a livré 700 000 tonnes de riz à Pyongyang en 2024 »
        c corroboré, d contesté, u non vérifié, m trompeur, x pas une affirmation.
        Entrée : plus tard. ? : toutes les réponses.
        > Enregistré : contesté
        C’est tout. Traitées maintenant : 1. Encore ouvertes : 0.
    "#]]
    .assert_eq(&review(dir.path(), "fr", "contesté"));
    expect![[r#"
        That was all. Decided now: 0. Still open: 0.
    "#]]
    .assert_eq(&review(dir.path(), "en", ""));
}

#[test]
fn what_other_articles_say_is_told_with_the_claim_and_on_request_with_their_words() {
    let dir = desk();
    let other =
        "Kiev : 1 500 soldats nord-coréens sont arrivés à Koursk en octobre 2024, selon Séoul.\n";
    fs::write(dir.path().join("seeds/b.txt"), other).unwrap();
    expect![[r#"
        Selon Séoul, 12 000 soldats nord-coréens sont arrivés à Koursk en octobre
        2024. (a.txt)
        Open claims: 2

        Claim 1 of 2
        “Selon Séoul, 12 000 soldats nord-coréens sont arrivés à Koursk en octobre
        2024”
        Other articles
        differ: 12 000 soldats nord-coréens ↔ 1 500 soldats nord-coréens: other figure
        (b.txt)
        c corroborated, d disputed, u unverified, m misleading, x not a claim. Enter:
        later. ?: all answers.
        > differ: 12 000 soldats nord-coréens ↔ 1 500 soldats nord-coréens: other figure
        (b.txt)
        “Kiev : 1 500 soldats nord-coréens sont arrivés à Koursk en octobre 2024,
        selon Séoul”
        > Until next time. Decided now: 0. Left open here: 2.
    "#]]
    .assert_eq(&review(dir.path(), "en", "o\nq\n"));
}

#[test]
fn what_comes_nearest_is_told_on_request_only_and_with_its_words() {
    let dir = desk();
    let here = "Lantern festival\n\nThe lantern festival in Norwick drew 74,000 visitors over three days, the organisers said on Monday.\n";
    let there = "Norwick clears up\n\nVolunteers took down the last lanterns in Norwick on Monday after a weekend with 68,000 admissions to the festival.\n";
    fs::write(dir.path().join("seeds/a.txt"), here).unwrap();
    fs::write(dir.path().join("seeds/b.txt"), there).unwrap();
    let told = review(dir.path(), "fr", "o\nq\n");
    let (question, answer) = told.split_once("> ").expect("a question");
    assert!(!question.contains("le plus proche") && question.contains("et 1 de plus"), "{told}");
    assert!(answer.contains("le plus proche (b.txt)") && answer.contains("68,000"), "{told}");
}

#[test]
fn a_note_may_stand_on_the_next_line() {
    let dir = desk();
    let said = review(dir.path(), "en", "n\nvu au bureau\nd\nn\n\nq\n");
    assert!(said.contains("The note, on one line.") && said.contains("Note saved"), "{said}");
    assert!(saved(dir.path()).contains("vu au bureau"), "{said}");
    assert_eq!(said.matches("Claim 2 of 2").count(), 2, "{said}");
}

#[test]
fn one_can_skip_and_go_back_and_answer_wrongly() {
    let dir = desk();
    let said = review(dir.path(), "en", "\nb\nyes\n?\nt\nu\nx\n");
    assert!(said.contains("“yes” is no answer here."), "{said}");
    assert!(said.ends_with("That was all. Decided now: 2. Still open: 0.\n"), "{said}");
    let file = saved(dir.path());
    assert!(file.contains("unverified") && file.contains("not-a-claim"), "{file}");
}

/// Marks both figures of the text, then corrects the article; tells what `show` says of it.
fn corrected(desk: &Path, text: &str) {
    for (quote, verdict) in [("12 000 soldats", "disputed"), ("700 000 tonnes", "corroborated")] {
        claimdesk(desk, &["mark", "a", "--quote", quote, "--verdict", verdict]).unwrap();
    }
    fs::write(desk.join("seeds/a.txt"), text).unwrap();
}

/// What the command prints, or why it fails.
fn claimdesk(desk: &Path, args: &[&str]) -> Result<String, String> {
    let out = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(args)
        .arg("-C")
        .arg(desk)
        .args(["--annotator", "Zoé"])
        .env_clear()
        .env("HOME", desk)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    if out.status.success() { Ok(text(out.stdout)) } else { Err(text(out.stderr)) }
}

#[test]
fn a_verdict_on_changed_words_is_not_in_force_when_the_article_is_reverted() {
    let dir = desk();
    corrected(dir.path(), &TEXT.replace("12 000", "1 200"));
    let show = || claimdesk(dir.path(), &["show", "a", "--format", "json"]).unwrap();
    assert!(show().contains("\"standing\":\"stale\""), "{}", show());
    claimdesk(dir.path(), &["mark", "a", "--claim", "2", "--verdict", "disputed"]).unwrap();
    assert!(!show().contains("\"standing\":\"stale\""), "{}", show());
    fs::write(dir.path().join("seeds/a.txt"), TEXT).unwrap();
    assert!(show().contains("\"standing\":\"stale\""), "{}", show());
}

#[test]
fn a_claim_whose_words_are_gone_is_put_on_other_words() {
    let dir = desk();
    corrected(dir.path(), "Rien de tout cela.\n\nMoscou a livré 700 000 tonnes de riz.\n");
    let number =
        |text: &str| text.lines().find(|l| l.contains("lost")).map(|l| l[1..2].to_owned()).unwrap();
    let show = claimdesk(dir.path(), &["show", "a"]).unwrap();
    let lost = number(&show);
    let refused = claimdesk(dir.path(), &["mark", "a", "--claim", &lost, "--verdict", "disputed"]);
    assert!(refused.clone().unwrap_err().contains("are gone"), "{refused:?}");
    let args = ["mark", "a", "--claim", &lost, "--quote", "Rien", "--verdict", "disputed"];
    claimdesk(dir.path(), &args).unwrap();
    let file = saved(dir.path());
    assert!(file.contains("\"exact\": \"Rien\"") && !file.contains("12 000"), "{file}");
}

#[test]
fn a_question_settles_what_may_stand_in_several_places() {
    let dir = desk();
    let (line, rest) = TEXT.split_once('\n').unwrap();
    let quoted = format!("{}\n« {line} »\n{rest}", line.replace("12 000", "21 000"));
    corrected(dir.path(), &quoted);
    let said = review(dir.path(), "en", "s\nd\np 9\np 1\nd\nq\n");
    assert!(said.contains("For which words?") && said.contains("exactly once"), "{said}");
    let file = saved(dir.path());
    assert!(file.contains("\"exact\": \"21 000 soldats\""), "{said}\n{file}");
}
