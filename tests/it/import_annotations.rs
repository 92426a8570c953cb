//! Verdicts from other tools: what goes out comes in again, and what does not fit stays outside.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::claimdesk;

const A: &str = "Titre du jour\n\nLa Corée du Nord a déployé environ 12 000 soldats 👩‍🚒\nen Russie 🎖️, selon Séoul.\n\n\
    Le ministère a recensé 1 500 départs en octobre 2024.\n";
const B: &str = "Autre\n\n<b>42</b> personnes & \"3\" chiens vivaient à Pau en 1999.\n";

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::create_dir_all(desk.0.path().join("seeds/sub dir")).unwrap();
        fs::write(desk.0.path().join("seeds/a.txt"), A).unwrap();
        fs::write(desk.0.path().join("seeds/sub dir/b.txt"), B).unwrap();
        desk.mark("a", "environ 12 000 soldats 👩‍🚒 en Russie", "d", "=SUM(A1), \"oui\"");
        desk.mark("a", "1 500 départs", "c", "");
        desk.mark("sub dir/b", "<b>42</b> personnes", "x", "<script>");
        desk
    }

    fn mark(&self, article: &str, quote: &str, verdict: &str, note: &str) {
        let mut args = vec!["mark", article, "--quote", quote, "--verdict", verdict];
        if !note.is_empty() {
            args.extend(["--note", note]);
        }
        self.run(&args).unwrap();
    }

    /// What it prints, or its error.
    fn run(&self, args: &[&str]) -> Result<String, String> {
        let out = claimdesk(self.0.path(), "Zoé", args);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let (stdout, stderr) = (text(out.stdout), text(out.stderr));
        if out.status.success() { Ok(stdout) } else { Err(stdout + &stderr) }
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    fn import(&self, format: &str, path: &str, name: &str) -> Result<String, String> {
        self.run(&["import-annotations", "--from", format, path, "--as", name])
    }

    /// What somebody says: article, words, verdict, note.
    fn said(&self, person: &str) -> BTreeSet<[String; 4]> {
        let text = self.run(&["export", "--to", "jsonl", "--people", person]).unwrap();
        let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let decided = lines.filter(|line| line["people"] != json!([]));
        let field = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        decided
            .map(|line| {
                let said = &line["people"][0];
                [&line["article"], &line["quote"], &said["verdict"], &said["note"]].map(field)
            })
            .collect()
    }
}

#[test]
fn what_goes_out_comes_in_again() {
    let desk = Desk::new();
    let own = desk.said("zoe");
    assert_eq!(own.len(), 3);
    for (format, out, path, has_notes) in [
        ("csv", "v.csv", "v.csv", true),
        ("w3c", "v.jsonl", "v.jsonl", true),
        ("brat", "brat", "brat", true),
        ("doccano", "d.jsonl", "d.jsonl", false),
        ("label-studio", "studio", "studio/tasks.json", true),
    ] {
        desk.run(&["export", "--to", format, "-o", out, "--people", "zoe"]).unwrap();
        let told = desk.import(format, path, &format!("Outil {format}")).unwrap();
        assert!(told.starts_with("3 taken into"), "{format}: {told}");
        let without_notes = own.iter().cloned().map(|[a, q, v, _]| [a, q, v, String::new()]);
        let wanted = if has_notes { own.clone() } else { without_notes.collect() };
        assert_eq!(desk.said(&format!("outil-{format}")), wanted, "{format}");
        // Once more changes nothing.
        let again = desk.import(format, path, &format!("Outil {format}")).unwrap();
        assert!(again.contains("0 notebooks changed"), "{format}: {again}");
    }
    assert!(desk.run(&["check"]).is_ok());
}

#[test]
fn a_table_that_somebody_filled_in_gives_verdicts() {
    let desk = Desk::new();
    let words = "Le ministère a recensé 1 500 départs";
    let start = A.chars().count() - A[A.find(words).unwrap()..].chars().count();
    let end = start + words.chars().count();
    desk.write(
        "filled.csv",
        &format!(
            "article;claim;quote;start;end;verdict;note\r\na.txt;7;{words};{start};{end};Trompeur;\"dit; pas\"\r\n\
             a.txt;8;autres mots;{start};{end};disputed;\r\na.txt;9;{words};{start};{end};peut-être;\r\n"
        ),
    );
    let error = desk.import("csv", "filled.csv", "Tableur").unwrap_err();
    assert!(error.contains("1 taken into `tableur`, 2 left out"), "{error}");
    assert!(error.contains("filled.csv row 3: other words stand at"), "{error}");
    assert!(error.contains("filled.csv row 4: no verdict `peut-être`"), "{error}");
    let said: Vec<_> = desk.said("tableur").into_iter().collect();
    assert_eq!(said, [["a.txt", words, "misleading", "dit; pas"].map(str::to_owned)]);
}

/// A table of verdicts says nothing of notes, tags and evidence.
#[test]
fn a_table_of_one_copy_of_a_desk_is_taken_by_another() {
    let (here, there) = (Desk::new(), Desk::new());
    fs::remove_dir_all(there.0.path().join("annotations")).unwrap();
    let table = here.run(&["export", "--to", "csv"]).unwrap();
    there.write("t.csv", &table);
    let said = there.import("csv", "t.csv", "Table").unwrap();
    assert!(said.starts_with("3 taken into `table`, 0 left out"), "{said}");
    assert_eq!(there.said("table"), here.said("zoe"));
    // Words that stand elsewhere in that copy are still no guess.
    let moved = Desk::new();
    fs::remove_dir_all(moved.0.path().join("annotations")).unwrap();
    moved.write("seeds/a.txt", &format!("Une ligne de plus.\n\n{A}"));
    moved.write("t.csv", &table);
    let error = moved.import("csv", "t.csv", "Table").unwrap_err();
    assert!(error.contains("1 taken into `table`, 2 left out"), "{error}");
}

#[test]
fn what_a_file_has_no_column_for_stays_as_an_earlier_import_had_it() {
    let desk = Desk::new();
    let words = "1 500 départs";
    let start = A.chars().count() - A[A.find(words).unwrap()..].chars().count();
    let end = start + words.chars().count();
    let body = |purpose: &str, value: &str| json!({ "purpose": purpose, "value": value });
    let annotation = json!({
        "type": "Annotation",
        "body": [
            body("classifying", "corroborated"), body("commenting", "asked the mayor"),
            body("editing", "1,500 left"), body("tagging", "town"),
            { "purpose": "linking", "source": "https://example.org/x" },
        ],
        "target": {
            "source": "urn:claimdesk:a.txt",
            "selector": [
                { "type": "TextQuoteSelector", "exact": words },
                { "type": "TextPositionSelector", "start": start, "end": end },
            ],
        },
    });
    desk.write("w.jsonl", &annotation.to_string());
    desk.import("w3c", "w.jsonl", "Outil").unwrap();
    let file = desk.0.path().join("annotations/outil/a.txt.json");
    let told = || {
        let notebook: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        let (id, one) = notebook["annotations"].as_object().unwrap().iter().next().unwrap();
        (id.clone(), one.clone())
    };
    let (id, before) = told();
    desk.write("v.csv", &format!("article,id,verdict\na.txt,outil/{id},disputed\n"));
    desk.import("csv", "v.csv", "Outil").unwrap();
    let (_, after) = told();
    assert_eq!(after["verdict"], "disputed", "{after}");
    for field in ["note", "short", "tags", "evidence"] {
        assert!(!before[field].is_null(), "{field}: {before}");
        assert_eq!(after[field], before[field], "{field}");
    }
    // An empty cell empties what it is the column of.
    let row = format!("article,id,verdict,note,tags\na.txt,outil/{id},disputed,,\n");
    desk.write("v.csv", &row);
    desk.import("csv", "v.csv", "Outil").unwrap();
    let (_, emptied) = told();
    assert!(emptied["note"].as_str().is_none_or(str::is_empty), "{emptied}");
    assert!(emptied["tags"].as_array().is_none_or(Vec::is_empty), "{emptied}");
    assert_eq!(emptied["short"], before["short"]);
}

#[test]
fn an_import_never_writes_where_a_person_does() {
    let desk = Desk::new();
    desk.write("claimdesk.toml", "[team.people.max]\nname = \"Max\"\n");
    desk.run(&["export", "--to", "w3c", "-o", "v.jsonl"]).unwrap();
    for (name, why) in [("Zoé", "`zoe` is you"), ("Max", "`max` is in the team")] {
        let error = desk.import("w3c", "v.jsonl", name).unwrap_err();
        assert!(error.contains(why), "{error}");
    }
    let out = desk.0.path().join("annotations/anna");
    fs::create_dir_all(&out).unwrap();
    fs::copy(desk.0.path().join("annotations/zoe/a.txt.json"), out.join("a.txt.json")).unwrap();
    let error = desk.import("w3c", "v.jsonl", "Anna").unwrap_err();
    assert!(error.contains("has verdicts that a person gave"), "{error}");
}

#[test]
fn a_dry_run_writes_nothing_and_two_people_are_told_apart() {
    let desk = Desk::new();
    let annotation = |who: &str, verdict: &str| {
        json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation",
            "creator": { "type": "Person", "name": who },
            "body": { "type": "TextualBody", "value": verdict, "purpose": "classifying" },
            "target": { "source": "urn:claimdesk:sub%20dir/b.txt", "selector":
                { "type": "TextQuoteSelector", "exact": "42", "prefix": "<b>", "suffix": "</b>" } },
        })
    };
    let page = json!({ "type": "AnnotationPage", "items": [annotation("Ann", "disputed"), annotation("Bob", "misleading")] });
    desk.write("page.jsonl", &page.to_string());
    let args =
        ["import-annotations", "--from", "w3c", "page.jsonl", "--as", "Hypothesis", "--by", "Bob"];
    let told = desk.run(&[&args[..], &["--dry-run"]].concat()).unwrap();
    assert!(told.contains("1 would be taken"), "{told}");
    assert!(!desk.0.path().join("annotations/hypothesis").exists());
    desk.run(&args).unwrap();
    let said: Vec<_> = desk.said("hypothesis").into_iter().collect();
    assert_eq!(said, [["sub dir/b.txt", "42", "misleading", ""].map(str::to_owned)]);
    let error = desk.import("w3c", "page.jsonl", "Both").unwrap_err();
    assert!(error.contains("something else was said of the same words"), "{error}");
}

#[test]
fn what_no_tool_should_write_is_told_and_left_out() {
    let desk = Desk::new();
    let lines = [
        json!({ "text": A, "label": [[5, 2, "disputed"], [0, 5, "disputed"], [0, 999_999, "disputed"]] }),
        json!({ "text": "not on this desk", "label": [[0, 3, "disputed"]] }),
        json!({ "label": [] }),
    ];
    let text = lines.map(|line| format!("{line}\n")).concat();
    desk.write("d.jsonl", &text);
    let error = desk.import("doccano", "d.jsonl", "Doccano").unwrap_err();
    for why in ["5–2 is no stretch", "999999 is no stretch", "has this text", "no text", "1 taken"]
    {
        assert!(error.contains(why), "{why}: {error}");
    }
    desk.write("broken.jsonl", "{\n");
    assert!(
        desk.import("doccano", "broken.jsonl", "X").unwrap_err().contains("broken.jsonl line 1")
    );
    desk.write("b.ann", "T1\tClaim 0 5\tTitre\nT2\tClaim 1 x\tT\nA1\tVerdict T1 disputed\n");
    desk.write("b.txt", A);
    let error = desk.import("brat", "b.ann", "Brat").unwrap_err();
    assert!(error.contains("b.ann T2: “x” is no number"), "{error}");
}
