//! The team in the reader: final verdicts in the claim pane, deciding for the team by keyboard,
//! talk, and how far one is with an article.

use claimdesk::core::team::roster::{Person, Role};
use claimdesk::i18n::Lang;
use expect_test::expect;

use crate::harness::{Reader, Setting, desk};

const TEXT: &str = "Hier, ⟦300 soldats sont morts⟧. La pluie tombe. ⟦La ville est prise⟧.";

/// A notebook of one person: words, first code point, and what else stands in the annotation.
fn book(setting: &Setting, folder: &str, name: &str, marks: &[(&str, usize, &str)]) {
    let entry = |(i, (words, start, more)): (usize, &(&str, usize, &str))| {
        let end = start + words.chars().count();
        format!(
            r#""id{i}": {{ {more}, "exact": "{words}", "start": {start}, "end": {end},
            "created": "2026-11-19T08:00:00Z", "updated": "2026-11-19T08:00:00Z" }}"#
        )
    };
    let entries: Vec<_> = marks.iter().enumerate().map(entry).collect();
    let text = format!(
        r#"{{ "format": "claimdesk/1", "article": "a.txt", "annotator": "{name}",
        "annotations": {{ {} }} }}"#,
        entries.join(",")
    );
    setting.file(&format!("annotations/{folder}/a.txt.json"), text.as_bytes());
}

const SOLDIERS: (&str, usize) = ("300 soldats sont morts", 6);
const TOWN: (&str, usize) = ("La ville est prise", 46);

fn on(
    (words, start): (&'static str, usize),
    more: &'static str,
) -> (&'static str, usize, &'static str) {
    (words, start, more)
}

/// Two who differ on both claims; Zoé is the editor, or Ana is.
fn setting(editor: &str) -> Setting {
    let setting = desk(&[("a.txt", TEXT)]).size(110, 24);
    let dispute = on(SOLDIERS, r#""verdict": "disputed", "note": "Seulement 200.""#);
    book(&setting, "ana", "Ana", &[dispute, on(TOWN, r#""verdict": "disputed""#)]);
    let agree = on(SOLDIERS, r#""verdict": "corroborated""#);
    book(&setting, "ben", "Ben", &[agree, on(TOWN, r#""verdict": "misleading""#)]);
    let person = Person { role: Role::Editor, ..Person::default() };
    let editor = editor.to_owned();
    setting.settings(|settings| {
        settings.team.per_article = 2;
        settings.team.roster.people.insert(editor, person);
    })
}

fn saved(reader: &Reader) -> serde_json::Value {
    let file = std::fs::read(reader.root().join("annotations/zoe-martin/a.txt.json")).unwrap();
    serde_json::from_slice(&file).unwrap()
}

#[test]
fn an_editor_decides_claim_by_claim_and_takes_it_back() {
    let mut reader = setting("zoe-martin").start();
    reader.keys("<Ctrl-T>").check(expect![[r#"
         Articles               1/1 │▌Hier, 300 soldats sont morts. La pluie…  0 % │ Claim                        1/2
        ▌ Hier, 300 soldats so… 0/2 │▌  Hier,⇄300 soldats sont morts. La pluie     │ 300 soldats sont morts
        ▌ ⇄2 a.txt         ──────── │   tombe.⇄La ville est prise.                 │
                                    │                                              │ What people say
                                    │                                              │ 1 ✓ corroborated
                                    │                                              │   Ben · 2026-11-19 08:00
                                    │                                              │ 2 ✗ disputed
                                    │                                              │   Ana · 2026-11-19 08:00
                                    │                                              │   Seulement 200.
                                    │                                              │
                                    │                                              │ ○ open
                                    │                                              │ c corroborated  d disputed
                                    │                                              │ u unverified  m misleading
                                    │                                              │ x not a claim
                                    │                                              │
                                    │                                              │ Why
                                    │                                              │ strong 0.90 · figure
                                    │                                              │ · figure: 300 soldats sont morts
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
         cdumx final  ? help  q quit  1–2 as they say  0 undecidable  n reason  j next  k previous  e evidence
    "#]]);
    // As the second person says, with the reason; then the next claim cannot be decided.
    reader.keys("2");
    assert_eq!(reader.current(), "La ville est prise");
    let ruling =
        saved(&reader)["annotations"].as_object().unwrap().values().next().unwrap()["final"]
            .clone();
    assert_eq!(ruling["verdict"], "disputed");
    assert_eq!(ruling["over"]["ana/id0"], "disputed");
    assert_eq!(ruling["over"]["ben/id0"], "corroborated");
    reader.keys("0");
    assert!(reader.shows("0 left"), "{}", reader.screen());
    reader.keys("knParce que.<Ctrl-S>").check(expect![[r#"
         Articles               1/1 │▌Hier, 300 soldats sont morts. La pluie…  0 % │ Claim                        1/2
        ▌ Hier, 300 soldats so… 0/2 │▌  Hier,★300 soldats sont morts. La pluie     │ ★ ✗ disputed
        ▌ a.txt            ──────── │   tombe.★La ville est prise.                 │   final, Zoé Martin,
                                    │                                              │   2026-11-20 10:12 (over 2
                                    │                                              │   verdicts)
                                    │                                              │   Parce que.
                                    │                                              │
                                    │                                              │ 300 soldats sont morts
                                    │                                              │
                                    │                                              │ What people say
                                    │                                              │ 1 ✓ corroborated
                                    │                                              │   Ben · 2026-11-19 08:00
                                    │                                              │ 2 ✗ disputed
                                    │                                              │   Ana · 2026-11-19 08:00
                                    │                                              │   Seulement 200.
                                    │                                              │
                                    │                                              │ ○ open
                                    │                                              │ c corroborated  d disputed
                                    │                                              │ u unverified  m misleading
                                    │                                              │ x not a claim
                                    │                                              │
                                    │                                              │ Why
                                    │                                              │ strong 0.90 · figure            ↓
         reason saved · “300 soldats sont morts” · U undo
    "#]]);
    // One's own verdicts are none of it.
    assert!(
        saved(&reader)["annotations"].as_object().unwrap().values().all(|a| a["verdict"].is_null())
    );
    reader.keys("<Backspace>");
    assert!(reader.shows("no longer final; it was ✗ disputed"), "{}", reader.screen());
    reader.keys("UUUU");
    assert!(
        !reader.root().join("annotations/zoe-martin/a.txt.json").exists()
            || saved(&reader)["annotations"].as_object().unwrap().is_empty()
    );
    reader.keys("<Esc>c");
    assert_eq!(reader.saved().len(), 4 + 1);
}

#[test]
fn a_checker_does_not_decide_for_the_team() {
    let mut reader = setting("ana").start();
    reader.keys("<Ctrl-T>");
    assert!(reader.shows("Only an editor decides for the team"));
    reader.keys("<Enter>c");
    assert_eq!(reader.saved().len(), 4 + 1);
}

#[test]
fn names_are_hidden_from_an_editor_who_asks_for_it() {
    let mut reader = setting("zoe-martin").start();
    reader.keys("<Ctrl-T>.");
    assert!(reader.shows("  person 2 ·") && !reader.shows("Ana"));
    reader.keys(".");
    assert!(reader.shows("  Ana ·"));
}

#[test]
fn a_final_verdict_stands_first_and_says_what_became_of_it() {
    let setting = setting("chef");
    let ruling = r#""final": { "verdict": "misleading", "why": "En partie.", "at": "2026-11-19T09:00:00Z",
        "over": { "ana/id0": "disputed", "ben/id0": "unverified" } }"#;
    book(&setting, "chef", "Chef", &[on(SOLDIERS, ruling)]);
    let mut reader = setting.start();
    reader.keys("<Enter>gc").keys("k").check(expect![[r#"
         Articles               1/1 │▌Hier, 300 soldats sont morts. La pluie…  0 % │ Claim                        1/2
        ▌ Hier, 300 soldats so… 1/2 │▌  Hier,⇄300 soldats sont morts. La pluie     │ ★ ≈ misleading
        ▌ ⇄1 a.txt         ━━━━──── │   tombe.⇄La ville est prise.                 │   final, Chef, 2026-11-19 09:00
                                    │                                              │   (over 2 verdicts)
                                    │                                              │   En partie.
                                    │                                              │   overtaken: people have said
                                    │                                              │   otherwise since
                                    │                                              │   you said ✓ corroborated
                                    │                                              │
                                    │                                              │ ✓ corroborated · Zoé Martin
                                    │                                              │
                                    │                                              │ 300 soldats sont morts
                                    │                                              │
                                    │                                              │ Team
                                    │                                              │ ✗ disputed · Ana ⇄ disagrees
                                    │                                              │   Seulement 200.
                                    │                                              │ ✓ corroborated · Ben
                                    │                                              │
                                    │                                              │ Why
                                    │                                              │ strong 0.90 · figure
                                    │                                              │ · figure: 300 soldats sont morts
                                    │                                              │
                                    │                                              │ Made 2026-11-20 10:12
         cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select  U undo         ⇄ in dispute
    "#]]);
}

#[test]
fn disagreements_are_looked_at_in_several_ways() {
    let setting = setting("chef");
    let ruling = r#""final": { "verdict": null, "at": "2026-11-19T09:00:00Z",
        "over": { "ana/id0": "disputed", "ben/id0": "unverified" } }"#;
    book(&setting, "chef", "Chef", &[on(SOLDIERS, ruling)]);
    let mut reader = setting.start();
    reader.keys("T").check(expect![[r#"
         Articles               1/1 │▌Hier, 300 soldats sont morts. La pluie…  0 % │ Claim                        1/2
        ▌ Hier, 300 soldats so… 0/2 │▌  Hier,⇄300 soldats sont morts. La pluie     │ ★ ? cannot be decided
        ▌ ⇄1 a.txt         ──────── │   tombe.⇄La ville est prise.                 │   final, Chef, 2026-11-19 09:00
                                    │                                              │   (over 2 verdicts)
                                    │                                              │   overtaken: people have said
        ╭─ Disagreements ────────────────────────────────────────────────────────────────────────────────────────────╮
        │ 1 disputed 1   2 one opinion 0   3 overtaken 1   4 on old words 0   5 all 2   α −0.20 (2 claims)           │
        │                                                                                                            │
        │ Hier, 300 soldats sont morts. La pluie tombe. La ville est prise.                                        1 │
        │   ✗ Ana  ≈ Ben  La ville est prise                                                                         │
        │ ── Hier, 300 soldats sont morts. La pluie tombe. La ville est prise. ───────────────────────────────────── │
        │ Hier, 300 soldats sont morts. La pluie tombe. La ville est prise.                                          │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        ╰────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
                                    │                                              │
                                    │                                              │ Why
                                    │                                              │ strong 0.90 · figure
                                    │                                              │ · figure: 300 soldats sont morts
                                    │                                              │
         ? help  Esc close  j next  k previous  Enter open  Tab view
    "#]]);
    reader.keys("3").check(expect![[r#"
         Articles               1/1 │▌Hier, 300 soldats sont morts. La pluie…  0 % │ Claim                        1/2
        ▌ Hier, 300 soldats so… 0/2 │▌  Hier,⇄300 soldats sont morts. La pluie     │ ★ ? cannot be decided
        ▌ ⇄1 a.txt         ──────── │   tombe.⇄La ville est prise.                 │   final, Chef, 2026-11-19 09:00
                                    │                                              │   (over 2 verdicts)
                                    │                                              │   overtaken: people have said
        ╭─ Disagreements ────────────────────────────────────────────────────────────────────────────────────────────╮
        │ 1 disputed 1   2 one opinion 0   3 overtaken 1   4 on old words 0   5 all 2   α −0.20 (2 claims)           │
        │                                                                                                            │
        │ Hier, 300 soldats sont morts. La pluie tombe. La ville est prise.                                        1 │
        │   ✗ Ana  ✓ Ben  → ★? Chef  300 soldats sont morts                                                          │
        │ ── Hier, 300 soldats sont morts. La pluie tombe. La ville est prise. ───────────────────────────────────── │
        │ Hier, 300 soldats sont morts. La pluie tombe. La ville est prise.                                          │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        ╰────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
                                    │                                              │
                                    │                                              │ Why
                                    │                                              │ strong 0.90 · figure
                                    │                                              │ · figure: 300 soldats sont morts
                                    │                                              │
         ? help  Esc close  j next  k previous  Enter open  Tab view
    "#]]);
    reader.keys("<Tab><Tab><Enter>");
    assert_eq!(reader.current(), "300 soldats sont morts");
}

#[test]
fn people_talk_about_a_claim_by_name() {
    let setting = setting("chef");
    let said = r#""verdict": "disputed",
        "talk": { "q1": { "to": ["zoe-martin"], "text": "Source ?", "at": "2026-11-19T09:00:00Z" } }"#;
    book(&setting, "ana", "Ana", &[on(SOLDIERS, said)]);
    let mut reader = setting.start();
    reader.keys("<Enter>gR@an<Tab>, AFP du 21.<Ctrl-S>").check(expect![[r#"
         Articles               1/1 │▌Hier, 300 soldats sont morts. La pluie…  0 % │ Claim                        1/2
        ▌ Hier, 300 soldats so… 0/2 │▌  Hier,⇄300 soldats sont morts. La pluie     │ ○ open
        ▌ ⇄1 a.txt         ──────── │   tombe.○La ville est prise.                 │ c corroborated  d disputed
                                    │                                              │ u unverified  m misleading
                                    │                                              │ x not a claim
                                    │                                              │
                                    │                                              │ 300 soldats sont morts
                                    │                                              │
                                    │                                              │ Team
                                    │                                              │ ✗ disputed · Ana
                                    │                                              │ ✓ corroborated · Ben
                                    │                                              │
                                    │                                              │ Talk
                                    │                                              │ Ana · 2026-11-19 09:00
                                    │                                              │   Source ?
                                    │                                              │ > Zoé Martin · 2026-11-20 10:12
                                    │                                              │   @ana, AFP du 21.
                                    │                                              │
                                    │                                              │ Why
                                    │                                              │ strong 0.90 · figure
                                    │                                              │ · figure: 300 soldats sont morts
                                    │                                              │
                                    │                                              │ Made 2026-11-20 10:12
         said to the team · “300 soldats sont morts” · U undo
    "#]]);
    let notebook = saved(&reader);
    let own = notebook["annotations"].as_object().unwrap().values().next().unwrap();
    let remark = own["talk"].as_object().unwrap().values().next().unwrap();
    assert_eq!(remark["to"], serde_json::json!(["ana"]));
    assert_eq!(remark["re"], "ana/q1");
    assert!(own["verdict"].is_null());
    // One's last remark is changed under its name, and taken back by emptying it.
    let talk = |reader: &Reader| {
        let notebook = saved(reader);
        let own = notebook["annotations"].as_object().unwrap().values().next().unwrap();
        own["talk"].as_object().unwrap().clone()
    };
    let first = talk(&reader);
    reader.keys("R<Ctrl-P>");
    assert!(reader.shows("Your remark") && reader.shows("@ana, AFP du 21."), "{}", reader.screen());
    reader.keys(&"<Backspace>".repeat(6)).typed("du 22 @zoe-martin").keys("<Ctrl-S>");
    let (id, changed) = (first.keys().next().unwrap(), talk(&reader));
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[id]["text"], "@ana, AFP du 22 @zoe-martin");
    assert_eq!(changed[id]["re"], "ana/q1");
    assert!(changed[id]["at"].as_str() > first[id]["at"].as_str());
    reader.keys("R<Ctrl-P>").keys(&"<Backspace>".repeat(40)).keys("<Ctrl-S>");
    assert_eq!(talk(&reader)[id]["text"], "");
    assert!(!reader.shows("AFP du 2"), "{}", reader.screen());
    reader.keys("UUU");
    assert!(!reader.shows("AFP du 21."));
}

#[test]
fn an_article_is_taken_done_and_let_go() {
    let mut reader = setting("chef").start();
    for (answer, state) in [
        ("This article is yours", Some("taken")),
        ("You are done with this article", Some("done")),
        ("This article is to do", None),
    ] {
        reader.keys("W");
        assert!(reader.shows(answer), "{answer}: {}", reader.screen());
        assert_eq!(saved(&reader)["work"]["state"].as_str(), state);
    }
    reader.keys("U");
    assert_eq!(saved(&reader)["work"]["state"], "done");
}

#[test]
fn the_team_speaks_french() {
    let mut reader = setting("zoe-martin").lang(Lang::Fr).start();
    reader.keys("<Ctrl-T>d").check(expect![[r#"
         Articles               1/1 │▌Hier, 300 soldats sont morts. La pluie…  0 % │ Affirmation                  2/2
        ▌ Hier, 300 soldats so… 0/2 │   Hier,★300 soldats sont morts. La pluie     │ La ville est prise
        ▌ ⇄1 a.txt         ──────── │▌  tombe.⇄La ville est prise.                 │
                                    │                                              │ Ce que chacun dit
                                    │                                              │ 1 ✗ contesté
                                    │                                              │   Ana · 2026-11-19 08:00
                                    │                                              │ 2 ≈ trompeur
                                    │                                              │   Ben · 2026-11-19 08:00
                                    │                                              │
                                    │                                              │ ○ ouverte
                                    │                                              │ c corroboré  d contesté
                                    │                                              │ u non vérifié  m trompeur
                                    │                                              │ x pas une affirmation
                                    │                                              │
                                    │                                              │ Pourquoi
                                    │                                              │ forte 0,90 · chiffre
                                    │                                              │ · chiffre : La ville est prise
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
         final : ✗ contesté · encore 1 · « 300 soldats sont morts » · U annuler
    "#]]);
}

#[test]
fn the_reader_may_begin_with_deciding() {
    let begun = |editor: &str| {
        let mut setting = setting(editor);
        setting = setting.settings(|settings| settings.adjudicate = true);
        setting.start()
    };
    let mut by_key = setting("zoe-martin").start();
    by_key.keys("<Ctrl-T>");
    let reader = begun("zoe-martin");
    assert!(reader.model().adjudication.is_some());
    assert_eq!(reader.model().reader.current, by_key.model().reader.current);
    let refused = begun("ana");
    assert!(refused.model().adjudication.is_none());
    assert!(refused.foot().contains("Only an editor decides"), "{}", refused.foot());
}

/// Where nobody differs the list opens on what there is.
#[test]
fn disagreements_open_on_the_first_view_that_holds_any() {
    let setting = desk(&[("a.txt", TEXT)]).size(110, 24);
    book(&setting, "ana", "Ana", &[on(TOWN, r#""verdict": "disputed""#)]);
    let mut reader = setting.settings(|settings| settings.team.per_article = 2).start();
    reader.keys("T");
    assert!(reader.shows("✗ Ana") && !reader.shows("Nothing in this view"), "{}", reader.screen());
}
