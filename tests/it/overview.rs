//! The overview: verdicts, people and articles in one picture.

use claimdesk::i18n::Lang;
use expect_test::expect;

use crate::harness::{Setting, desk};

const FIRST: &str = "Hier, ⟦300 soldats sont morts⟧. La pluie tombe. ⟦La ville est prise⟧.";
const SECOND: &str = "Selon Moscou, ⟦le traité date de juin⟧.";

fn setting() -> Setting {
    let setting = desk(&[("a.txt", FIRST), ("b.txt", SECOND)]);
    let ana = r#"{ "format": "claimdesk/1", "article": "a.txt", "annotator": "Ana", "annotations": {
        "id1": { "verdict": "disputed", "exact": "300 soldats", "start": 6, "end": 17,
                 "created": "2026-11-19T08:00:00Z", "updated": "2026-11-19T08:00:00Z" } } }"#;
    setting.file("annotations/ana/a.txt.json", ana.as_bytes());
    setting
}

#[test]
fn it_counts_what_is_decided_open_and_in_dispute_by_whom() {
    let mut reader = setting().size(90, 22).start();
    reader.keys("<Enter>cuP").check(expect![[r#"
        ╭─ Overview ─────────────────────────────────────────────────────────────────────────────╮
        │ 2 articles · 3 claims · 2 decided · 1 open · ⇄ 1 in dispute                            │
        │ ✓━━━━━━━━━━━━━━━━━━━━━━━━━━?━━━━━━━━━━━━━━━━━━━━━━━━━───────────────────────────  66 % │
        │                                                                                        │
        │ Your verdicts                              People                                      │
        │ ✓ corroborated     1 ███████████████████   Zoé Martin (you)     2 ✓━━━━━━━━━?━━━━━━━━━ │
        │ ✗ disputed         0                       Ana                  1 ✗━━━━━━━━━           │
        │ ? unverified       1 ███████████████████                                               │
        │ ≈ misleading       0                                                                   │
        │ – not a claim      0                                                                   │
        │ ○ open             1 ███████████████████                                               │
        │                                                                                        │
        │ Articles                                                                               │
        │▌Hier, 300 soldats sont morts. La …  ✓━━━━━━━━━━━━━━━?━━━━━━━━━━━━━━━   2/2    ⇄1       │
        │ Selon Moscou, le traité date de j…  ────────────────────────────────   0/1             │
        │                                                                                        │
        │                                                                                        │
        │                                                                                        │
        │                                                                                        │
        │                                                                                        │
        ╰────────────────────────────────────────────────────────────────────────────────────────╯
         ? help  Esc close  j next  k previous  Enter open  Tab view
    "#]]);
}

#[test]
fn it_fits_a_small_screen_in_french() {
    let mut reader = setting().size(40, 10).lang(Lang::Fr).start();
    reader.keys("<Enter>cP").check(expect![[r#"
        ╭─ Vue d’ensemble ─────────────────────╮
        │ 2 ouvertes · ⇄ 1 en désaccord        │
        │ ✓━━━━━━━━━────────────────────  33 % │
        │ Articles                             │
        │▌Hier, 300 solda…     1/2    ⇄1       │
        │ Selon Moscou, l…     0/1             │
        │                                      │
        │                                      │
        ╰──────────────────────────────────────╯
         ? aide  Échap fermer  j suivante
    "#]]);
}

#[test]
fn a_line_leads_to_the_first_open_claim_and_back_comes_back() {
    let mut reader = setting().start();
    reader.keys("<Enter>Pj<Enter>");
    assert_eq!(reader.current(), "le traité date de juin");
    reader.keys("b");
    assert_eq!(reader.current(), "300 soldats sont morts");
}
