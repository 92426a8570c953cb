//! What teammates decided: beside one's own, in the list, and hidden until one has decided.

use expect_test::expect;

use crate::harness::{Reader, Setting, desk};

const TEXT: &str = "Hier, ⟦300 soldats sont morts⟧. La pluie tombe. ⟦La ville est prise⟧.";

/// A teammate's file: words, first code point, verdict and note of each annotation.
fn theirs(name: &str, marks: &[(&str, usize, &str, &str)]) -> String {
    let entry = |i: usize, (words, start, verdict, note): &(&str, usize, &str, &str)| {
        let end = start + words.chars().count();
        format!(
            r#""id{i}": {{ "verdict": "{verdict}", "exact": "{words}", "start": {start}, "end": {end},
            "note": "{note}", "created": "2026-11-19T08:00:00Z", "updated": "2026-11-19T08:00:00Z" }}"#
        )
    };
    let entries: Vec<_> = marks.iter().enumerate().map(|(i, mark)| entry(i, mark)).collect();
    format!(
        r#"{{ "format": "claimdesk/1", "article": "a.txt", "annotator": "{name}",
        "annotations": {{ {} }} }}"#,
        entries.join(",")
    )
}

/// A desk on which Ana and Ben have decided; Ana has drawn other borders.
fn setting() -> Setting {
    let setting = desk(&[("a.txt", TEXT)]).size(110, 20);
    let ana = [
        ("300 soldats", 6, "disputed", "Seulement 200."),
        ("La pluie tombe", 30, "unverified", ""),
    ];
    let ben = [("La ville est prise", 46, "corroborated", "")];
    setting.file("annotations/ana/a.txt.json", theirs("Ana", &ana).as_bytes());
    setting.file("annotations/ben/a.txt.json", theirs("Ben", &ben).as_bytes());
    setting
}

#[test]
fn verdicts_and_notes_stand_beside_ones_own_and_disagreement_is_marked() {
    let mut reader = setting().start();
    reader.keys("<Enter>cg<Tab><Tab><Tab>k").check(expect![[r#"
         Articles               1/1 │▌Hier, 300 soldats sont morts. La pluie…  0 % │ Claim                        1/3
        ▌ Hier, 300 soldats so… 1/3 │▌  Hier,⇄300 soldats sont morts.○La pluie     │ ✓ corroborated · Zoé Martin
        ▌ ⇄1 a.txt         ━━━───── │   tombe.○La ville est prise.                 │
                                    │                                              │ 300 soldats sont morts
                                    │                                              │
                                    │                                              │ Team
                                    │                                              │ ✗ disputed · Ana ⇄ disagrees
                                    │                                              │   on “300 soldats”
                                    │                                              │   Seulement 200.
                                    │                                              │
                                    │                                              │ Why
                                    │                                              │ strong 0.90 · figure
                                    │                                              │ · figure: 300 soldats sont morts
                                    │                                              │
                                    │                                              │ Made 2026-11-20 10:12
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
         cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select  U undo         ⇄ in dispute
    "#]]);
}

#[test]
fn what_only_a_teammate_marked_is_a_stop_on_the_way() {
    let mut reader = setting().start();
    reader.keys("<Enter>j");
    assert_eq!(reader.current(), "La pluie tombe");
    assert!(reader.shows("marked by Ana") && reader.shows("? unverified · Ana"));
}

#[test]
fn a_row_names_people_as_far_as_there_is_room() {
    let row = |width: u16| {
        let setting = desk(&[("a.txt", TEXT)]).size(width, 16);
        for (name, verdict) in [
            ("Anna Berg", "disputed"),
            ("Ben Costa", "corroborated"),
            ("Chloé Martin", "misleading"),
            ("David Le Goff", "disputed"),
        ] {
            let folder = name.to_lowercase().replace(' ', "-").replace('é', "e");
            let said = theirs(name, &[("300 soldats", 6, verdict, "")]);
            setting.file(&format!("annotations/{folder}/a.txt.json"), said.as_bytes());
        }
        let mut reader = setting.start();
        reader.keys("<Enter>T");
        let screen = reader.screen();
        let row = screen.lines().find(|line| line.contains('≈')).unwrap_or_default();
        row.trim_matches([' ', '│', '▌']).split('│').next().unwrap_or_default().trim().to_owned()
    };
    let rows = [100, 70, 50, 34].map(row);
    expect![[r#"
        ✗ Anna Berg  ✓ Ben Costa  ≈ Chloé Martin  ✗ David Le Goff  300 soldats
        ✗ Anna  ✓ Ben  ≈ Chloé  ✗ David  300 soldats
        ✗ Anna  ✓ Ben  ≈ Chloé  ✗ David  300 soldats
        ✗ ✓ ≈ ✗  300 soldats
    "#]]
    .assert_eq(&(rows.join("\n") + "\n"));
}

#[test]
fn disagreements_are_listed_and_lead_to_the_place() {
    let mut reader = setting().start();
    reader.keys("<Enter>cT").check(expect![[r#"
         Articles               1/1 │▌Hier, 300 soldats sont morts. La pluie…  0 % │ Claim                        2/3
        ▌ Hier, 300 soldats so… 1/3 │▌  Hier,⇄300 soldats sont morts.○La pluie     │ ○ open
        ▌ ⇄1 a.txt         ━━━───── │▌  tombe.○La ville est prise.                 │ c corroborated  d disputed
        ╭─ Disagreements ────────────────────────────────────────────────────────────────────────────────────────────╮
        │ 1 disputed 1   2 one opinion 0   3 overtaken 0   4 on old words 0   5 all 1   α 0.00 (1 claim)             │
        │                                                                                                            │
        │ Hier, 300 soldats sont morts. La pluie tombe. La ville est prise.                                        1 │
        │   ✗ Ana  ✓ you  300 soldats                                                                                │
        │ ── Hier, 300 soldats sont morts. La pluie tombe. La ville est prise. ───────────────────────────────────── │
        │ Hier, 300 soldats sont morts. La pluie tombe. La ville est prise.                                          │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        ╰────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
                                    │                                              │
                                    │                                              │
                                    │                                              │
         ? help  Esc close  j next  k previous  Enter open  Tab view
    "#]]);
    reader.keys("<Enter>");
    assert_eq!(reader.current(), "300 soldats sont morts");
}

#[test]
fn blind_verdicts_show_after_ones_own() {
    let mut reader = setting().settings(|s| s.blind = true).start();
    reader.keys("<Enter>");
    assert!(reader.shows("1 hidden until you decide"), "{}", reader.screen());
    assert!(!reader.shows("Ana"), "{}", reader.screen());
    reader.keys("T");
    assert!(reader.shows("Nobody disagrees with a verdict of yours"));
    reader.keys("<Esc>ck");
    assert!(reader.shows("✗ disputed · Ana ⇄ disagrees") && reader.shows("Seulement 200."));
}

#[test]
fn blind_the_overview_counts_others_where_one_is_done() {
    let mut reader = setting().size(110, 30).settings(|s| s.blind = true).start();
    let ana = |reader: &Reader| {
        let screen = reader.screen();
        screen
            .lines()
            .find_map(|line| line.split_once("Ana").map(|(_, tail)| tail.trim().to_owned()))
    };
    reader.keys("<Enter>cP");
    assert!(ana(&reader).unwrap().starts_with('0'), "{}", reader.screen());
    reader.keys("<Esc>ccP");
    assert!(ana(&reader).unwrap().starts_with('2'), "{}", reader.screen());
}

#[test]
fn claims_are_filtered_by_disagreement_and_by_person() {
    let mut reader = setting().start();
    reader.keys("<Enter>cfdisagreed<Enter>");
    assert_eq!(
        (reader.model().reader.items.len(), reader.current()),
        (1, "300 soldats sont morts")
    );
    reader.keys("Ffby:ben<Enter>");
    assert_eq!(reader.current(), "La ville est prise");
}

#[test]
fn blind_a_filter_tells_nothing_of_others_before_one_has_decided() {
    let mut reader = setting().settings(|s| s.blind = true).start();
    reader.keys("<Enter>fby:ana<Enter>");
    assert!(reader.model().reader.items.is_empty(), "{}", reader.screen());
    reader.keys("Fcfby:ana<Enter>");
    assert_eq!(reader.model().reader.items.len(), 1);
    // That a teammate marked what was not detected shows, but not who.
    reader.keys("Fj");
    assert!(reader.current() == "La pluie tombe" && reader.shows("marked by a teammate"));
}

#[test]
fn a_verdict_that_comes_by_git_shows_at_once() {
    let mut reader = setting().start();
    reader.keys("<Enter>ck");
    assert!(!reader.shows("Cléo"));
    let cleo = theirs("Cléo", &[("300 soldats sont morts", 6, "misleading", "")]);
    reader.change("annotations/cleo/a.txt.json", cleo.as_bytes());
    assert!(reader.shows("≈ misleading · Cléo ⇄ disagrees"));
}
