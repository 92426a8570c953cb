//! What a team says of its claims, whoever asks: the verdict in force, final
//! verdicts, and what has overtaken them.

use std::fs;

use expect_test::expect;
use serde_json::Value;
use tempfile::TempDir;

use crate::program::{claimdesk, printed};

const TEXT: &str = "Hier, 300 soldats sont morts. La ville est prise. Il pleut.\n";

/// A desk on which several people decide.
struct Desk(TempDir);

impl Desk {
    fn new(toml: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.write("seeds/a.txt", TEXT);
        desk.write("claimdesk.toml", toml);
        desk
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn run(&self, who: &str, args: &[&str]) -> (i32, String) {
        let out = claimdesk(self.0.path(), who, args);
        (out.status.code().unwrap(), printed(out))
    }

    #[track_caller]
    fn ok(&self, who: &str, args: &[&str]) -> String {
        let (code, said) = self.run(who, args);
        assert_eq!(code, 0, "{args:?}: {said}");
        said
    }

    #[track_caller]
    fn mark(&self, who: &str, words: &str, more: &[&str]) {
        self.ok(who, &[&["mark", "a.txt", "--quote", words], more].concat());
    }

    /// Status, verdict in force and how, of the claim that begins with these words.
    fn unit(&self, words: &str) -> (String, Option<String>, String) {
        let all = self.ok("Nobody", &["verdicts", "--format", "json"]);
        let all: Vec<Value> = serde_json::from_str(&all).unwrap();
        let unit = all.iter().find(|unit| unit["quote"].as_str().unwrap().starts_with(words));
        let unit = unit.unwrap_or_else(|| panic!("no claim {words}"));
        let text = |key: &str| unit[key].as_str().map(str::to_owned);
        (text("status").unwrap(), text("effective"), text("how").unwrap())
    }

    #[track_caller]
    fn is(&self, words: &str, status: &str, effective: Option<&str>, how: &str) {
        let expected = (status.to_owned(), effective.map(str::to_owned), how.to_owned());
        assert_eq!(self.unit(words), expected);
    }
}

const TEAM: &str = "[team]\nper-article = 2\n[team.people.chef-redaction]\nrole = \"editor\"\n";

#[test]
fn two_who_agree_give_the_verdict_and_one_alone_does_where_one_is_asked_for() {
    let desk = Desk::new(TEAM);
    desk.mark("Anna", "300 soldats sont morts", &["--verdict", "d"]);
    desk.is("300", "single", None, "none");
    // Ben draws other borders round the same claim.
    desk.mark("Ben", "Hier, 300 soldats sont morts", &["--verdict", "d"]);
    desk.is("Hier", "agreed", Some("disputed"), "agreed");
    desk.mark("Ben", "Hier, 300 soldats sont morts", &["--verdict", "c"]);
    desk.is("Hier", "disputed", None, "none");
    let alone = Desk::new("");
    alone.mark("Anna", "300 soldats sont morts", &["--verdict", "d"]);
    alone.is("300", "agreed", Some("disputed"), "agreed");
}

#[test]
fn a_final_verdict_is_in_force_until_what_it_was_decided_over_changes() {
    let desk = Desk::new(TEAM);
    desk.mark("Anna", "La ville est prise", &["--verdict", "c"]);
    desk.mark("Ben", "La ville est prise", &["--verdict", "d"]);
    let ruling = ["--final", "misleading", "--why", "En partie."];
    desk.mark("Chef Redaction", "La ville est prise", &ruling);
    desk.is("La ville", "final", Some("misleading"), "final");
    expect![[r#"
        a.txt: La ville est prise
          misleading · final, Chef Redaction — En partie.
            corroborated   Anna
            disputed       Ben
    "#]]
    .assert_eq(&desk.ok("Anna", &["verdicts"]));
    // The editor's ruling is no opinion: two people, one unit.
    let figures = desk.ok("Anna", &["agreement", "--format", "json"]);
    let figures: Value = serde_json::from_str(&figures).unwrap();
    assert_eq!((&figures["units"], &figures["verdicts"]), (&1.into(), &2.into()));
    desk.mark("Anna", "La ville est prise", &["--verdict", "u"]);
    desk.is("La ville", "overtaken", Some("misleading"), "final");
    desk.mark("Chef Redaction", "La ville est prise", &["--final", "none"]);
    desk.is("La ville", "final", None, "final");
    desk.mark("Eva", "La ville est prise", &["--verdict", "u"]);
    desk.is("La ville", "overtaken", None, "final");
    desk.mark("Chef Redaction", "La ville est prise", &["--final", "open"]);
    desk.is("La ville", "disputed", None, "none");
}

#[test]
fn only_an_editor_decides_for_the_team() {
    let desk = Desk::new(TEAM);
    let (code, said) =
        desk.run("Anna", &["mark", "a.txt", "--quote", "La ville", "--final", "disputed"]);
    assert_eq!(code, 1);
    expect![[r#"
        error: `anna` is no editor of this desk
        hint: a final verdict is an editor's: `role` in claimdesk.toml, [team.people]
    "#]]
    .assert_eq(&said);
    assert!(!desk.0.path().join("annotations").exists());
    // What a hand wrote into a checker's file does not count.
    desk.write(
        "annotations/anna/a.txt.json",
        r#"{"format": "claimdesk/1", "article": "a.txt", "annotator": "Anna", "annotations": {"x": {
            "verdict": "unverified", "exact": "La ville est prise", "start": 30, "end": 48,
            "final": {"verdict": "disputed", "at": "2026-11-20T10:00:00Z"},
            "created": "2026-11-20T10:00:00Z", "updated": "2026-11-20T10:00:00Z"}}}"#,
    );
    desk.is("La ville", "single", None, "none");
}

#[test]
fn two_editors_who_do_not_know_of_each_other_contest() {
    let desk = Desk::new("");
    let ruling = |who: &str, slug: &str, verdict: &str, at: &str| {
        desk.write(
            &format!("annotations/{slug}/a.txt.json"),
            &format!(
                r#"{{"format": "claimdesk/1", "article": "a.txt", "annotator": "{who}", "annotations": {{"x": {{
                "exact": "La ville est prise", "start": 30, "end": 48,
                "final": {{"verdict": "{verdict}", "at": "{at}"}},
                "created": "{at}", "updated": "{at}"}}}}}}"#
            ),
        );
    };
    ruling("Ana", "ana", "disputed", "2026-11-20T10:00:00Z");
    ruling("Bea", "bea", "misleading", "2026-11-20T11:00:00Z");
    desk.is("La ville", "contested", Some("misleading"), "final");
    ruling("Ana", "ana", "misleading", "2026-11-20T10:00:00Z");
    desk.is("La ville", "final", Some("misleading"), "final");
}

#[test]
fn a_dispute_stays_visible_when_the_words_of_one_side_change() {
    let desk = Desk::new("");
    desk.mark("Anna", "300 soldats sont morts", &["--verdict", "d"]);
    desk.mark("Ben", "300 soldats sont morts", &["--verdict", "c"]);
    desk.write("seeds/a.txt", &TEXT.replace("300", "3000"));
    let all = desk.ok("Anna", &["status", "--format", "json"]);
    let all: Value = serde_json::from_str(&all).unwrap();
    assert_eq!(all["articles"][0]["flags"], serde_json::json!(["stale 1", "stale disputes 1"]));
    assert!(desk.ok("Anna", &["verdicts"]).contains("(on words that have changed)"));
}

#[test]
fn a_final_verdict_whose_words_have_changed_is_still_told() {
    let desk = Desk::new("");
    desk.mark("Anna", "300 soldats sont morts", &["--verdict", "d"]);
    desk.mark("Chef", "300 soldats sont morts", &["--final", "misleading"]);
    assert!(desk.ok("Anna", &["verdicts"]).contains("misleading · final, Chef"));
    desk.write("seeds/a.txt", &TEXT.replace("300", "3000"));
    let told = desk.ok("Anna", &["verdicts"]);
    assert!(told.contains("none · stale"), "{told}");
    assert!(told.contains("final: misleading  Chef (on words that have changed)"), "{told}");
}

#[test]
fn folders_of_one_person_are_one_and_a_folder_is_read_whatever_it_is_called() {
    let desk = Desk::new("[team.people.anna]\nname = \"Anna Berg\"\nalso = [\"berg\"]\n");
    desk.mark("Anna", "La ville est prise", &["--verdict", "c"]);
    desk.write(
        "annotations/berg/a.txt.json",
        r#"{"format": "claimdesk/1", "article": "a.txt", "annotator": "Berg", "annotations": {"x": {
            "verdict": "disputed", "exact": "La ville est prise", "start": 30, "end": 48,
            "created": "2026-11-20T10:00:00Z", "updated": "2199-11-20T10:00:00Z"}}}"#,
    );
    desk.is("La ville", "agreed", Some("disputed"), "agreed");
    fs::rename(desk.0.path().join("annotations/berg"), desk.0.path().join("annotations/Bob"))
        .unwrap();
    desk.is("La ville", "disputed", None, "none");
}

#[test]
fn status_tells_how_far_the_team_is() {
    let desk = Desk::new(TEAM);
    desk.mark("Anna", "300 soldats sont morts", &["--verdict", "d"]);
    desk.mark("Ben", "300 soldats sont morts", &["--verdict", "c"]);
    expect![[r#"
        state      open  single  agreed  disputed  final  overtaken  contested  stale  article
        in work       0       0       0         1      0          0          0      0  a.txt  (anna, ben)
    "#]]
    .assert_eq(&desk.ok("Anna", &["status"]));
}
