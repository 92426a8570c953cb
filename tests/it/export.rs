//! Reports and exports: what was decided, in other forms, with content that stays content.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::program::claimdesk;

const TEXT: &str = "Titre du jour\n\nLa Corée du Nord a déployé environ 12 000 soldats en Russie 🎖️, selon Séoul.\n\n\
    Le ministère a recensé 1 500 départs en octobre 2024.\n";

/// A note that would be markup, a formula and a command where it is not kept as text.
const EVIL: &str = "=SUM(A1) <script>alert(1)</script> \"x\" & ]]> \u{202e}é";

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("seeds")).unwrap();
        fs::write(dir.path().join("seeds/a.txt"), TEXT).unwrap();
        let desk = Self(dir);
        desk.run(&[
            "mark",
            "a",
            "--quote",
            "environ 12 000 soldats",
            "--verdict",
            "d",
            "--note",
            EVIL,
        ]);
        desk.run(&["mark", "a", "--quote", "1 500 départs", "--verdict", "c"]);
        desk
    }

    fn run(&self, args: &[&str]) -> String {
        self.run_as("Zoé", args).unwrap_or_else(|error| panic!("{args:?}: {error}"))
    }

    /// What it prints, or its error.
    fn run_as(&self, person: &str, args: &[&str]) -> Result<String, String> {
        let out = claimdesk(self.0.path(), person, args);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        if out.status.success() { Ok(text(out.stdout)) } else { Err(text(out.stderr)) }
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    fn lines(&self, id: &str) -> Vec<Value> {
        let text = self.run(&["export", "--to", id]);
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// The words of a stretch of code points.
fn words(text: &str, start: &Value, end: &Value) -> String {
    let [start, end] = [start, end].map(|v| v.as_u64().unwrap() as usize);
    text.chars().skip(start).take(end - start).collect()
}

#[test]
fn a_table_has_a_row_for_each_claim_and_no_formula() {
    let desk = Desk::new();
    desk.run(&["export", "--to", "csv", "-o", "out/verdicts.csv"]);
    let table = desk.file("out/verdicts.csv");
    assert!(table.starts_with("\u{feff}article,title,"));
    assert!(table.lines().all(|line| line.ends_with('\r') || !line.contains('\r')));
    assert!(table.contains("\"'=SUM(A1)"), "{table}");
    assert!(table.contains(",disputed,agreed,Zoé,disputed,,firm,"), "{table}");
}

#[test]
fn positions_are_code_points_in_each_format() {
    let desk = Desk::new();
    for claim in desk.lines("jsonl") {
        assert_eq!(words(TEXT, &claim["start"], &claim["end"]), claim["quote"].as_str().unwrap());
    }
    let annotations = desk.lines("w3c");
    assert_eq!(annotations.len(), 2);
    for annotation in &annotations {
        let selectors = &annotation["target"]["selector"];
        let found = words(TEXT, &selectors[1]["start"], &selectors[1]["end"]);
        assert_eq!(found, selectors[0]["exact"].as_str().unwrap());
        assert_eq!(annotation["creator"]["name"], "Zoé");
    }
    let lines = desk.lines("doccano");
    let labels = lines[0]["label"].as_array().unwrap();
    let found: Vec<_> = labels.iter().map(|label| words(TEXT, &label[0], &label[1])).collect();
    assert_eq!(found, ["environ 12 000 soldats", "1 500 départs"]);
}

#[test]
fn brat_and_label_studio_get_their_files() {
    let desk = Desk::new();
    desk.run(&["export", "--to", "brat", "-o", "brat"]);
    let standoff = desk.file("brat/a.ann");
    assert_eq!(desk.file("brat/a.txt"), TEXT);
    assert!(standoff.starts_with("T1\tClaim "), "{standoff}");
    assert!(standoff.contains("\tVerdict T1 disputed\n"), "{standoff}");
    assert!(desk.file("brat/annotation.conf").contains("not-a-claim"));
    desk.run(&["export", "--to", "label-studio", "-o", "studio"]);
    let tasks: Value = serde_json::from_str(&desk.file("studio/tasks.json")).unwrap();
    let region = &tasks[0]["annotations"][0]["result"][0];
    let value = &region["value"];
    assert_eq!(words(TEXT, &value["start"], &value["end"]), value["text"].as_str().unwrap());
    assert!(
        desk.run_as("Zoé", &["export", "--to", "brat"])
            .unwrap_err()
            .contains("hint: name a folder")
    );
}

#[test]
fn the_day_of_a_dateline_is_told_by_lists_and_exports_alike() {
    let desk = Desk::new();
    let text = "La crue\n\nLYON, 3 juin 2024 (AFP) - La crue a fait 12 morts à Lyon dimanche.\n";
    fs::write(desk.0.path().join("seeds/a.txt"), text).unwrap();
    let listed = desk.run(&["list", "--format", "json"]);
    assert!(listed.contains(r#""published": "2024-06-03""#), "{listed}");
    assert!(desk.lines("jsonl").iter().all(|line| line["published"] == "2024-06-03"));
    assert!(desk.run(&["export", "--to", "csv"]).contains(",2024-06-03,"));
}

#[test]
fn a_fact_check_is_published_whole_or_not_at_all() {
    let desk = Desk::new();
    let error = desk.run_as("Zoé", &["export", "--to", "claimreview", "-o", "x.json"]).unwrap_err();
    for what in ["[publish]", "no address of the article", "no date of the article", "a.txt"] {
        assert!(error.contains(what), "{what} in {error}");
    }
    assert!(!desk.0.path().join("x.json").exists());
}

#[test]
fn the_address_of_a_fact_check_stays_and_what_is_not_in_it_is_counted() {
    let desk = Desk::new();
    let publish = "[publish]\nname = \"R\"\npage = \"https://example.org/{article}/{claim}\"\n";
    fs::write(desk.0.path().join("claimdesk.toml"), publish).unwrap();
    let source =
        ["source", "a", "--url", "https://e.org/a", "--author", "A", "--published", "2024-01-02"];
    desk.run(&source);
    desk.run(&["mark", "a", "--quote", "La Corée du Nord", "--verdict", "u"]);
    let addresses = || {
        let all: Value =
            serde_json::from_str(&desk.run(&["export", "--to", "claimreview"])).unwrap();
        let all = all.as_array().unwrap().iter();
        all.map(|one| one["url"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let before = addresses();
    assert_eq!(before.len(), 2);
    desk.run(&["mark", "a", "--quote", "Titre du jour", "--verdict", "x"]);
    let ben = ["mark", "a", "--quote", "déployé environ 12 000 soldats", "--verdict", "d"];
    desk.run_as("Ben", &ben).unwrap();
    // What is said in the same second has no order.
    let book = desk.0.path().join("annotations/ben/a.txt.json");
    let later =
        fs::read_to_string(&book).unwrap().replace("\"created\": \"20", "\"created\": \"29");
    fs::write(book, later).unwrap();
    assert_eq!(addresses(), before);
    let said = desk.run(&["export", "--to", "claimreview", "-o", "x.json"]);
    assert!(
        said.starts_with("2 decided claims written to x.json\n2 more have no verdict"),
        "{said}"
    );
    let numbered = publish.replace("{claim}", "{number}");
    fs::write(desk.0.path().join("claimdesk.toml"), numbered).unwrap();
    assert!(addresses()[0].ends_with("a/4"), "{:?}", addresses());
}

#[test]
fn a_report_keeps_content_as_content_and_asks_for_nothing() {
    let desk = Desk::new();
    desk.run(&["report", "-o", "report.html"]);
    let page = desk.file("report.html");
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(page.contains("default-src 'none'"));
    assert!(!page.contains('\u{202e}'));
    assert!(page.contains("<li><b>1</b> ") || page.contains("<li><b>2</b> with a verdict</li>"));
    assert!(page.contains("id=\"a1c"));
    let fr = desk.run(&["report", "-o", "-", "--lang", "fr"]);
    assert!(fr.contains("<html lang=\"fr\">") && fr.contains("contesté"), "{fr}");
    desk.run(&["report", "-o", "report.md"]);
    let markdown = desk.file("report.md");
    assert!(!markdown.contains("<script") && markdown.contains("&lt;script&gt;"), "{markdown}");
}

#[test]
fn people_who_differ_are_shown_and_nothing_counts() {
    let desk = Desk::new();
    desk.run_as("Max", &["mark", "a", "--quote", "1 500 départs", "--verdict", "m"]).unwrap();
    let lines = desk.lines("jsonl");
    let claim = lines.iter().find(|line| line["quote"] == "1 500 départs").unwrap();
    assert_eq!((&claim["effective"], claim["people"].as_array().unwrap().len()), (&Value::Null, 2));
    let only = desk.run(&["export", "--to", "jsonl", "--people", "max"]);
    assert!(only.contains("\"effective\":\"misleading\""), "{only}");
}

#[test]
fn a_report_of_many_articles_is_a_page_each_with_an_index() {
    let desk = Desk::new();
    for i in 0..101 {
        fs::write(desk.0.path().join(format!("seeds/b{i:03}.txt")), TEXT).unwrap();
    }
    desk.run(&["report", "-o", "all.html"]);
    let index = desk.file("all/index.html");
    assert!(index.contains("href=\"a.html\"") && index.contains("href=\"b100.html\""));
    assert!(desk.file("all/a.html").contains("href=\"index.html\""));
}

#[test]
fn a_plain_folder_takes_its_report_and_keeps_its_articles() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.txt"), TEXT).unwrap();
    let desk = Desk(dir);
    desk.run(&["mark", "a", "--quote", "1 500 départs", "--verdict", "c"]);
    desk.run(&["report"]);
    assert!(desk.file("report.html").contains("corroborated"));
    let error = desk.run_as("Zoé", &["export", "--to", "csv", "-o", "a.txt"]).unwrap_err();
    assert!(error.contains("is for articles"), "{error}");
    assert_eq!(desk.file("a.txt"), TEXT);
}

#[test]
fn nothing_is_written_among_articles_and_decisions() {
    let desk = Desk::new();
    for place in ["seeds/a.txt", "annotations/zoe/x.json"] {
        let error = desk.run_as("Zoé", &["export", "--to", "csv", "-o", place]).unwrap_err();
        assert!(error.contains("is for articles and decisions"), "{error}");
    }
    assert_eq!(desk.file("seeds/a.txt"), TEXT);
    assert!(!Path::new(&desk.0.path().join("annotations/zoe/x.json")).exists());
}

/// Values that say the same are one, and what is told beside the others is no other value.
#[test]
fn a_report_lists_each_value_of_a_difference_once() {
    let desk = Desk::new();
    for (name, text) in [
        (
            "b.txt",
            "Halden depot burns\n\nFive people died and 27 people were injured when a fire broke out at the Halden fertiliser depot on Monday, police said.\n",
        ),
        (
            "c.txt",
            "Fire at Halden depot: the toll\n\nFive people died in the fire at the Halden fertiliser depot on Monday, police said. Thirty-four people were injured, eight of them seriously.\n",
        ),
        (
            "d.txt",
            "Inquiry into Halden fire\n\nFive people died and 34 were injured in the fire at the Halden fertiliser depot on Monday, the minister said.\n",
        ),
    ] {
        fs::write(desk.0.path().join("seeds").join(name), text).unwrap();
    }
    desk.run(&["mark", "b", "--claim", "1", "--verdict", "d"]);
    let page = desk.run(&["report", "-o", "-"]);
    let listed = |value: &str| page.matches(&format!("<b dir=\"auto\">{value}</b>")).count();
    assert_eq!(["27 people", "Thirty-four people", "34"].map(listed), [1, 1, 0], "{page}");
}
