//! A notebook that cannot be read, or not wholly, costs only itself, and is told wherever it is missing.

use std::fs;

use crate::harness::{Setting, desk};
use crate::program::claimdesk;
use tempfile::TempDir;

const TEXT: &str = "Il y a eu 300 morts à Pau en 2024.\n\nLa ville compte 77 000 habitants.\n";

/// A desk on which Ana, Ben and Zoé decided the same claim, and Ana another.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::create_dir_all(desk.0.path().join("seeds")).unwrap();
        fs::write(desk.0.path().join("seeds/a.txt"), TEXT).unwrap();
        fs::write(desk.0.path().join("seeds/b.txt"), "Il a plu 12 jours en mai 2024.\n").unwrap();
        fs::write(desk.0.path().join("claimdesk.toml"), "[team]\nper-article = 2\n").unwrap();
        for person in ["Ana", "Ben", "Zoé"] {
            desk.mark(person, "300 morts");
        }
        desk.mark("Ana", "77 000 habitants");
        desk
    }

    fn mark(&self, person: &str, quote: &str) {
        let out =
            claimdesk(self.0.path(), person, &["mark", "a", "--quote", quote, "--verdict", "d"]);
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    }

    fn change(&self, person: &str, change: impl Fn(&str) -> String) {
        let path = self.0.path().join(format!("annotations/{person}/a.txt.json"));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, change(&text)).unwrap();
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    /// What it prints, what it says beside, and whether it went well.
    fn run(&self, args: &[&str]) -> (String, String, bool) {
        let out = claimdesk(self.0.path(), "Zoé", args);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (text(out.stdout), text(out.stderr), out.status.success())
    }
}

/// A file that breaks off.
fn cut(text: &str) -> String {
    text.chars().take(text.len() / 2).collect()
}

fn newer(text: &str) -> String {
    text.replace("claimdesk/1", "claimdesk/2")
}

#[test]
fn a_broken_notebook_costs_only_itself_in_what_is_written() {
    let desk = Desk::new();
    desk.change("ana", cut);
    for (format, path) in [
        ("csv", "o.csv"),
        ("jsonl", "o.jsonl"),
        ("w3c", "o.w3c"),
        ("doccano", "o.doccano"),
        ("brat", "o"),
    ] {
        let (said, beside, went_well) = desk.run(&["export", "--to", format, "-o", path]);
        assert!(said.contains("1 decided claim written"), "{format}: {said}{beside}");
        assert!(beside.contains("annotations/ana/a.txt.json: line"), "{format}: {beside}");
        assert!(beside.contains("1 file is left out"), "{format}: {beside}");
        assert!(!went_well, "{format}");
    }
    let table = desk.file("o.csv");
    let rows = table.lines().filter(|row| row.contains("disputed,agreed"));
    assert_eq!(rows.count(), 2, "{table}");
    assert!(desk.file("o/a.ann").contains("Verdict T1 disputed"));
    assert!(desk.file("o.w3c").lines().count() == 2);
}

#[test]
fn a_report_tells_what_it_lacks() {
    let desk = Desk::new();
    desk.change("ana", cut);
    for report in ["r.html", "r.md"] {
        let (_, beside, went_well) = desk.run(&["report", "-o", report]);
        assert!(!went_well && beside.contains("left out"), "{beside}");
        let text = desk.file(report);
        let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
        assert!(at("annotations/ana/a.txt.json is left out") < at("Il y a eu"), "{text}");
        assert_eq!(text.matches("a.txt.json is left out: line").count(), 2, "in head and article");
        assert!(text.contains("Ben") && !text.contains("Ana"), "{text}");
    }
    // Somebody's selection lacks nothing.
    let (_, beside, went_well) = desk.run(&["report", "-o", "r.html", "--people", "ben"]);
    assert!(went_well, "{beside}");
    assert!(!desk.file("r.html").contains("left out"));
}

#[test]
fn ones_own_broken_notebook_costs_nobody_elses_words() {
    let desk = Desk::new();
    desk.change("zoe", cut);
    let (table, beside, went_well) = desk.run(&["export", "--to", "csv"]);
    assert!(!went_well && beside.contains("annotations/zoe/a.txt.json"), "{beside}");
    assert_eq!(table.lines().filter(|row| row.contains("disputed,agreed")).count(), 2, "{table}");
}

#[test]
fn a_newer_notebook_is_read_as_far_as_it_is_understood() {
    let desk = Desk::new();
    desk.change("ana", newer);
    for args in [
        &["export", "--to", "csv"][..],
        &["verdicts"],
        &["status"],
        &["show", "a"],
        &["list"],
        &["agreement"],
        &["todo"],
    ] {
        let (_, beside, went_well) = desk.run(args);
        assert!(went_well, "{args:?}: {beside}");
        assert!(beside.contains("as far as it is understood"), "{args:?}: {beside}");
    }
    let (table, ..) = desk.run(&["export", "--to", "csv"]);
    assert_eq!(table.lines().filter(|row| row.contains(",Ana,")).count(), 2, "{table}");
    let (said, ..) = desk.run(&["verdicts"]);
    assert!(said.contains("Ana"), "{said}");
}

#[test]
fn an_answer_that_lacks_a_notebook_says_so_and_fails() {
    let desk = Desk::new();
    desk.change("ana", cut);
    for args in
        [&["verdicts"][..], &["status"], &["todo"], &["agreement"], &["show", "a"], &["list"]]
    {
        let (said, beside, went_well) = desk.run(args);
        assert!(!went_well && !said.is_empty(), "{args:?}: {said}");
        assert!(beside.contains("annotations/ana/a.txt.json is left out"), "{args:?}: {beside}");
    }
    let (said, ..) = desk.run(&["list"]);
    assert!(said.contains("1 notebook not read in full"), "{said}");
}

#[test]
fn what_no_reader_can_settle_is_not_sent_to_the_reader() {
    let desk = Desk::new();
    desk.change("zoe", cut);
    let (_, beside, _) = desk.run(&["check"]);
    assert!(beside.contains("git checkout"), "{beside}");
    assert!(!beside.contains("open the reader"), "{beside}");
}

#[test]
fn a_verdict_that_nobody_knows_goes_out_with_a_word() {
    let desk = Desk::new();
    desk.change("ben", |text| text.replace("\"disputed\"", "\"bogus\""));
    let (_, beside, went_well) = desk.run(&["export", "--to", "csv"]);
    assert!(went_well && beside.contains("does not know the verdict `bogus`"), "{beside}");
}

const MARKED: &str = "Hier, ⟦300 soldats sont morts⟧. ⟦La ville est prise⟧.";

fn setting(theirs: &str) -> Setting {
    let setting = desk(&[("a.txt", MARKED), ("b.txt", "Un texte, ⟦3 mots⟧.")]).size(120, 24);
    setting.file("annotations/ana/a.txt.json", theirs.as_bytes());
    setting
}

#[test]
fn the_reader_shows_that_a_notebook_is_not_read_as_long_as_it_is() {
    let mut reader = setting("{ \"format\": \"claimdesk/1\", ").start();
    reader.keys("jk<Enter>jk");
    assert!(reader.shows("⚠ 1 notebook not read"), "in the list: {}", reader.screen());
    assert!(reader.shows("annotations/ana/a.txt.json"), "beside the claim: {}", reader.screen());
    reader.keys("A");
    assert!(reader.shows("annotations/ana/a.txt.json: line 1"), "in A: {}", reader.screen());
    reader.keys("<Esc>");
    let whole = "{ \"format\": \"claimdesk/1\", \"article\": \"a.txt\", \"annotator\": \"Ana\", \"annotations\": {} }";
    reader.change("annotations/ana/a.txt.json", whole.as_bytes());
    assert!(!reader.shows("notebook not read"), "{}", reader.screen());
    assert!(!reader.shows("annotations/ana/a.txt.json"), "{}", reader.screen());
}

#[test]
fn the_reader_shows_what_a_newer_notebook_says() {
    let book = "{ \"format\": \"claimdesk/2\", \"article\": \"a.txt\", \"annotator\": \"Ana\", \"annotations\": {
        \"k1\": { \"verdict\": \"disputed\", \"exact\": \"300 soldats sont morts\", \"start\": 6, \"end\": 28,
        \"created\": \"2026-11-19T08:00:00Z\", \"updated\": \"2026-11-19T08:00:00Z\" } } }";
    let mut reader = setting(book).start();
    reader.keys("<Enter>g");
    assert!(reader.shows("✗ disputed · Ana"), "{}", reader.screen());
    assert!(reader.shows("newer format"), "{}", reader.screen());
}
