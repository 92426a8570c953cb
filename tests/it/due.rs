//! What needs a look: the reader, its lists and the command line say the same, whoever looks.

use std::process::Command;

use claimdesk::core::team::outline::View;
use claimdesk::i18n::Lang;
use expect_test::expect;
use serde_json::Value;

use crate::harness::{Reader, Setting, desk};

const BEFORE: &str = "Hier, ⟦12 000 soldats⟧ sont arrivés. ⟦La ville est prise⟧.";
const AFTER: &str = "Hier, ⟦10 000 soldats⟧ sont arrivés. ⟦La ville est prise⟧.";

/// A notebook with one verdict on these words of a text.
fn book(who: &str, verdict: &str, text: &str, words: &str) -> String {
    let plain = text.replace(['⟦', '⟧'], "");
    let (prefix, suffix) = plain.split_once(words).unwrap();
    let (start, length) = (prefix.chars().count(), words.chars().count());
    let end = start + length;
    format!(
        r#"{{ "format": "claimdesk/1", "article": "a.txt", "annotator": "{who}", "annotations": {{
        "id{who}": {{ "verdict": "{verdict}", "exact": "{words}",
        "prefix": "{prefix}", "suffix": "{suffix}", "start": {start}, "end": {end},
        "created": "2026-11-19T08:00:00Z", "updated": "2026-11-19T08:00:00Z" }} }} }}"#
    )
}

/// Two people disagree on a figure that was corrected since, a third on nothing.
fn corrected() -> Setting {
    let setting = desk(&[("a.txt", AFTER)]);
    for (folder, who, verdict) in
        [("zoe-martin", "Zoé Martin", "disputed"), ("ana", "Ana", "corroborated")]
    {
        let book = book(who, verdict, BEFORE, "12 000 soldats");
        setting.file(&format!("annotations/{folder}/a.txt.json"), book.as_bytes());
    }
    setting
}

fn claimdesk(setting: &Setting, args: &[&str]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(args)
        .args(["--annotator", "Zoé Martin", "-C"])
        .arg(setting.root())
        .env_clear()
        .env("HOME", setting.root())
        .output()
        .unwrap();
    String::from_utf8(out.stdout).unwrap()
}

fn json(setting: &Setting, args: &[&str]) -> Value {
    serde_json::from_str(&claimdesk(setting, &[args, &["--format", "json"]].concat())).unwrap()
}

#[test]
fn a_correction_settles_no_dispute_and_all_lists_agree() {
    let setting = corrected();
    let list = json(&setting, &["list"]);
    assert_eq!(
        [&list[0]["stale"], &list[0]["stale_of_others"], &list[0]["disputes"]],
        [1, 1, 1],
        "{list}"
    );
    let text = claimdesk(&setting, &["list"]);
    assert!(text.contains("1 to look at · 1 for others · 1 in dispute"), "{text}");
    let check = json(&setting, &["check"]);
    let stale = check["problems"].as_array().unwrap().iter().filter(|p| p["kind"] == "stale");
    assert_eq!(stale.count(), 2, "{check}");

    let mut reader = setting.size(100, 20).start();
    reader.keys("A").check(expect![[r#"
        ▌Hier, 10 000 soldats sont arrivés. La ville est prise.                                         0 %
             ▌  Hier,⚠12 000→ 10 000 soldats sont arrivés.○La ville est prise.
        ╭─ Verdicts that need a look ──────────────────────────────────────────────────────────────────────╮
        │ Hier, 10 000 soldats sont arrivés. La ville est prise.                                         1 │
        │   words changed  12 000 soldats → 10 000 soldats                                                 │
        │                                                                                                  │
        │ For others to settle                                                                           1 │
        │   Ana: words changed  12 000 soldats → 10 000 soldats                                            │
        │ ── Hier, 10 000 soldats sont arrivés. La ville est prise. ────────────────────────────────────── │
        │ Hier, 12 000→ 10 000 soldats sont arrivés. La ville est prise.                                   │
        │                                                                                                  │
        │                                                                                                  │
        │                                                                                                  │
        │                                                                                                  │
        │                                                                                                  │
        ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
         ⚠ figure: 12 000 → 10 000, down
         y: confirm for these words · Backspace: withdraw
                                                                                                           ↓
         ? help  Esc close  j next  k previous  Enter open
    "#]]);
    reader.keys("<Esc>T").check(expect![[r#"
        ▌Hier, 10 000 soldats sont arrivés. La ville est prise.                                         0 %
             ▌  Hier,⚠12 000→ 10 000 soldats sont arrivés.○La ville est prise.

        ╭─ Disagreements ──────────────────────────────────────────────────────────────────────────────────╮
        │ 1 disputed 1   2 one opinion 0   3 overtaken 0   4 on old words 1   5 all 1                      │
        │                                                                                                  │
        │ Hier, 10 000 soldats sont arrivés. La ville est prise.                                         1 │
        │   ~✓ Ana (old words)  ~✗ you (old words)  10 000 soldats                                         │
        │ ── Hier, 10 000 soldats sont arrivés. La ville est prise. ────────────────────────────────────── │
        │ Hier, 12 000→ 10 000 soldats sont arrivés. La ville est prise.                                   │
        │                                                                                                  │
        │                                                                                                  │
        │                                                                                                  │
        │                                                                                                  │
        │                                                                                                  │
        ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
         ⚠ figure: 12 000 → 10 000, down
         y: confirm for these words · Backspace: withdraw
                                                                                                           ↓
         ? help  Esc close  j next  k previous  Enter open  Tab view
    "#]]);
    reader.keys("<Esc>P");
    let head = reader.screen();
    assert!(head.contains("⚠ 1 to look at · ⚠ 1 for others · ⇄ 1 in dispute"), "{head}");
    // Enter lands on the claim, and its pane says what became what.
    reader.keys("<Esc>GA<Enter>").check(expect![[r#"
        ▌Hier, 10 000 soldats sont arrivés. La ville est prise.                                         0 %
             ▌  Hier,⚠12 000→ 10 000 soldats sont arrivés.○La ville est prise.










         Claim ─────────────────────────────────────────────────────────────────────────────────────────1/2
         ✗ disputed · Zoé Martin
         The words of this verdict have changed
         Was: “12 000 soldats”
         ⚠ figure: 12 000 → 10 000, down
         y: confirm for these words · Backspace: withdraw
                                                                                                           ↓
         cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select  Tab pane  / search
    "#]]);
    assert_eq!(reader.current(), "10 000 soldats");
    reader.keys("y");
    assert_eq!(list_of(&reader), [0, 1, 1]);
}

/// What is to look at, for oneself and for others, and in dispute.
fn list_of(reader: &Reader) -> [usize; 3] {
    let summary = reader.model().desk.articles[0].summary().unwrap();
    let others = summary.due.iter().filter(|due| due.who.is_some()).count();
    [summary.progress[2].stale, others, summary.team.count(View::Disputed)]
}

#[test]
fn show_prints_the_old_words_and_what_changed() {
    let setting = corrected();
    let text = claimdesk(&setting, &["show", "a.txt"]);
    expect![[r#"
        [1] Hier, [2] 10 000 soldats sont arrivés. [3] La ville est prise.

        [1] open: Hier, 10 000 soldats sont arrivés

        [2] disputed, stale: 10 000 soldats
            was: 12 000 soldats
            figure: 12 000 → 10 000, down

        [3] open, weak: La ville est prise
    "#]]
    .assert_eq(&text);
    let claim = &json(&setting, &["show", "a.txt"])["claims"][1];
    assert_eq!(claim["was"], "12 000 soldats");
    assert_eq!(
        claim["changes"],
        serde_json::json!([
            {"what": "figure", "old": "12 000", "new": "10 000", "direction": "down"}
        ])
    );
    assert_eq!(claim["team"][0]["was"], "12 000 soldats");
}

#[test]
fn two_values_of_ones_own_settle_no_dispute() {
    let setting = desk(&[("a.txt", BEFORE)]);
    let mine = book("Zoé Martin", "disputed", BEFORE, "12 000 soldats");
    let both = r#""conflict": [{ "verdict": "misleading" }], "created""#;
    let mine = mine.replace("\"created\"", both);
    let theirs = book("Ana", "corroborated", BEFORE, "12 000 soldats");
    setting.file("annotations/zoe-martin/a.txt.json", mine.as_bytes());
    setting.file("annotations/ana/a.txt.json", theirs.as_bytes());
    assert_eq!(json(&setting, &["list"])[0]["disputes"], 1);
    let mut reader = setting.size(100, 12).start();
    reader.keys("fdisagreed<Enter>").check(expect![[r#"
        ▌Hier, 12 000 soldats sont arrivés. La ville est prise.                       ▽ disagreed 1/2 · 0 %
             ▌  Hier,⇄12 000 soldats sont arrivés. La ville est prise.





         Claim ─────────────────────────────────────────────────────────────────────────────────────────1/1
         ✗ disputed · Zoé Martin
         Two values were given on two machines
         ↔ in force: disputed                                                                              ↓
         cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select  Tab pane  / search
    "#]]);
}

#[test]
fn what_stood_in_a_claim_is_shown_before_what_stands_there_at_any_width() {
    let setting = || {
        let text = "Hier, ⟦10 000 soldats⟧ sont arrivés à Lyon, dit le préfet.";
        let before = "Hier, 12 000 soldats sont arrivés à Lyon, dit le préfet.";
        let setting = desk(&[("a.txt", text)]);
        let mine = book("Zoé Martin", "disputed", before, "12 000 soldats sont arrivés à Lyon");
        setting.file("annotations/zoe-martin/a.txt.json", mine.as_bytes());
        setting
    };
    let mut narrow = setting().size(26, 8).start();
    narrow.keys("k").check(expect![[r#"
        ▌Hier, 10 000 solda…  0 %
        ▌  Hier,⚠12 000→ 10 000
        ▌  soldats sont arrivés
        ▌  à Lyon, dit le
           préfet.


         cdumx verdict  ? help
    "#]]);
    let mut reader = setting().size(60, 8).start();
    reader.keys("k").check(expect![[r#"
        ▌Hier, 10 000 soldats sont arrivés à Lyon, dit le pré…  0 %
        ▌  Hier,⚠12 000→ 10 000 soldats sont arrivés à Lyon, dit
           le préfet.




         cdumx verdict  ? help  q quit  j next  k previous  n note
    "#]]);
    // Once it is confirmed only the text is shown.
    reader.keys("y").check(expect![[r#"
        ▌Hier, 10 000 soldats sont arrivés à Lyon, dit le pré…  0 %
        ▌  Hier,✗10 000 soldats sont arrivés à Lyon, dit le
           préfet.




         confirmed · “10 000 soldats sont arrivés à Lyon” · U undo
    "#]]);
}

#[test]
fn a_lost_claim_shows_its_words_and_takes_no_confirmation() {
    let setting = desk(&[("a.txt", "⟦La ville est prise⟧.")]);
    let lost = book(
        "Zoé Martin",
        "disputed",
        "Hier, 12 000 soldats sont arrivés à Koursk. Il pleut.",
        "12 000 soldats sont arrivés à Koursk",
    );
    setting.file("annotations/zoe-martin/a.txt.json", lost.as_bytes());
    let text = claimdesk(&setting, &["show", "a.txt"]);
    assert!(text.contains("disputed, lost\n    was: 12 000 soldats"), "{text}");
    let mut reader = setting.size(120, 20).start();
    reader.keys("A<Enter>").check(expect![[r#"
         Articles                 1/1 │▌La ville est prise.                            0 % │ Claim                          2/2
        ▌ La ville est prise.     0/2 │ ○ La ville est prise.                              │ ✗ disputed · Zoé Martin
        ▌ ⚠1 a.txt           ──────── │                                                    │ The words of this verdict are gone
                                      │                                                    │ Was: “12 000 soldats sont arrivés
                                      │                                                    │ à Koursk”
                                      │                                                    │ v: select its words anew ·
                                      │                                                    │ Backspace: withdraw
                                      │                                                    │
                                      │                                                    │
                                      │                                                    │
                                      │                                                    │ Why
                                      │                                                    │ marked by hand
                                      │                                                    │
                                      │                                                    │ Made 2026-11-19 08:00
                                      │                                                    │
                                      │                                                    │
                                      │                                                    │
                                      │                                                    │
                                      │                                                    │
         cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select  Tab pane           ⚠ to look at again
    "#]]);
    for key in ["y", "d"] {
        reader.keys(key);
        assert!(reader.screen().contains("No words are left here"), "{}", reader.screen());
    }
}

#[test]
fn values_said_otherwise_are_confirmed_all_at_once_in_every_article() {
    let before = "Selon l’armée, ⟦12 000 soldats⟧ sont arrivés. ⟦La ville est prise⟧.";
    let text = before.replace("12 000", "douze mille");
    let setting = desk(&[("a.txt", &text), ("b.txt", &text), ("c.txt", BEFORE)]);
    for article in ["a.txt", "b.txt"] {
        let book = book("Zoé Martin", "disputed", before, "12 000 soldats");
        let book = book.replace("a.txt", article);
        setting.file(&format!("annotations/zoe-martin/{article}.json"), book.as_bytes());
    }
    let mut reader = setting.size(90, 14).lang(Lang::Fr).start();
    reader.keys("A").check(expect![[r#"
        ▌Selon l’armée, douze mille soldats sont arrivés. La ville est prise.                 0 %
        ▌  Selon l’armée,✗douze mille soldats sont arrivés.○La ville est prise.


        ╭─ Verdicts à revoir ────────────────────────────────────────────────────────────────────╮
        │ La même valeur, dite autrement : en vigueur                        y : confirmer les 2 │
        │   même valeur  12 000 soldats → douze mille soldats                                    │
        │   même valeur  12 000 soldats → douze mille soldats                                    │
        ╰────────────────────────────────────────────────────────────────────────────────────────╯
         ✗ contesté · Zoé Martin
         en vigueur : la même valeur, dite autrement
         Avant : « 12 000 soldats »
         · chiffre : 12 000 → douze mille                                                        ↓
         ? aide  Échap fermer  j suivante  k précédente
    "#]]);
    reader.keys("y");
    let saved = reader.saved();
    assert_eq!(saved.len(), 2, "{saved:?}");
    assert!(
        saved
            .iter()
            .all(|(words, verdict)| words == "douze mille soldats" && verdict == "disputed")
    );
    reader.keys("A");
    assert!(reader.screen().contains("Tous les verdicts portent sur"), "{}", reader.screen());
}

#[test]
fn what_changes_beside_a_claim_is_a_mild_mark() {
    let setting = desk(&[("a.txt", "Hier, ⟦12 000 soldats⟧ ne sont pas arrivés à Koursk.")]);
    let book = book(
        "Zoé Martin",
        "disputed",
        "Hier, 12 000 soldats sont arrivés à Koursk.",
        "12 000 soldats",
    );
    setting.file("annotations/zoe-martin/a.txt.json", book.as_bytes());
    let list = json(&setting, &["list"]);
    assert_eq!([&list[0]["decided"], &list[0]["stale"]], [1, 0], "{list}");
    let mut reader = setting.size(120, 12).start();
    reader.check(expect![[r#"
         Articles                 1/1 │▌Hier, 12 000 soldats ne sont pas arrivés à K…  0 % │ Claim                          1/1
        ▌ Hier, 12 000 soldats n… 1/1 │▌  Hier,✗12 000 soldats ne sont pas arrivés à       │ ✗ disputed · Zoé Martin
        ▌ a.txt              ━━━━━━━━ │   Koursk.                                          │ in force; the sentence around it
                                      │                                                    │ changed
                                      │                                                    │ · negation: — → ne
                                      │                                                    │ · negation: — → pas
                                      │                                                    │
                                      │                                                    │ 12 000 soldats
                                      │                                                    │
                                      │                                                    │ Why
                                      │                                                    │ strong 0.90 · figure              ↓
         cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select  Tab pane  / search  : palette
    "#]]);
    reader.keys("y");
    assert!(reader.screen().contains("confirmed"), "{}", reader.screen());
    assert!(!reader.screen().contains("the sentence around it"), "{}", reader.screen());
}
