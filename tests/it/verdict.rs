//! Deciding in one key, seen at once and on disk when the key is done.

use std::io::ErrorKind;

use claimdesk::i18n::Lang;
use expect_test::expect;
use ratatui::style::Color;

use crate::harness::{Reader, desk, drive};

const TEXT: &str = "⟦Un⟧. ⟦Deux⟧. ⟦Trois⟧. ⟦Quatre⟧. ⟦Cinq⟧. ⟦Six⟧.";

fn wide() -> Reader {
    desk(&[("a.txt", TEXT)]).size(120, 10).start()
}

#[test]
fn one_key_decides_and_goes_on() {
    let mut reader = drive(TEXT, "");
    for (key, next) in [("c", "Deux"), ("d", "Trois"), ("u", "Quatre"), ("m", "Cinq"), ("x", "Six")]
    {
        assert_eq!(reader.keys(key).current(), next, "after {key}");
    }
    let verdicts: Vec<_> =
        reader.saved().into_iter().map(|(words, verdict)| words + ": " + &verdict).collect();
    expect![[r#"
        Cinq: not-a-claim
        Deux: disputed
        Quatre: misleading
        Trois: unverified
        Un: corroborated"#]]
    .assert_eq(&verdicts.join("\n"));
}

#[test]
fn it_shows_in_text_margin_list_and_pane() {
    let mut reader = wide();
    reader.keys("d").check_pane(
        "Articles",
        expect![[r#"
         Articles                 1/1
        ▌ Un. Deux. Trois. Quatr… 1/6
        ▌ a.txt              ━━──────
    "#]],
    );
    reader.check_pane(
        "Un.",
        expect![[r#"
            ▌Un. Deux. Trois. Quatre. Cinq. Six.            0 %
            ▌✗ Un.○Deux.○Trois.○Quatre.○Cinq.○Six.
        "#]],
    );
    assert_eq!(reader.styled(|style| style.fg == Some(Color::Red)), ["✗", "Un"]);
    assert_eq!(reader.foot(), "✗ disputed · “Un” · N note  U undo");
    reader.keys("k").check_pane(
        "Claim",
        expect![[r#"
             Claim                          1/6
             ✗ disputed · Zoé Martin

             Un

             Why
             strong 0.90 · figure
             · figure: Un
                                               ↓
        "#]],
    );
}

#[test]
fn it_can_be_changed_and_taken_back() {
    let mut reader = drive(TEXT, "dk");
    assert_eq!(reader.saved(), [("Un".into(), "disputed".into())]);
    reader.keys("c");
    assert_eq!(reader.saved(), [("Un".into(), "corroborated".into())]);
    assert_eq!(reader.keys("k").keys("<Backspace>").saved(), []);
    assert_eq!(reader.keys("<Backspace>").foot(), "This claim has no verdict yet");
}

#[test]
fn the_file_is_the_documented_one() {
    drive("Hier, ⟦300 soldats⟧ sont morts.", "d").check_files(expect![[r#"
        ── zoe-martin/a.txt.json
        {
          "format": "claimdesk/1",
          "article": "a.txt",
          "annotator": "Zoé Martin",
          "annotations": {
            "gyfgrpshba": {
              "verdict": "disputed",
              "exact": "300 soldats",
              "prefix": "Hier, ",
              "suffix": " sont morts.",
              "start": 6,
              "end": 17,
              "blob": "7e261b12282a886582c9a8f499e7bbb2bb3e08b3",
              "created": "2026-11-20T10:12:20Z",
              "updated": "2026-11-20T10:12:20Z"
            }
          }
        }
    "#]]);
}

#[test]
fn where_no_claim_stands_out_a_key_points_out_more() {
    let text = "Le comité cherche des bénévoles.";
    for (lang, told) in [
        (Lang::En, "No claim stands out here; + points out more"),
        (Lang::Fr, "Aucune affirmation ne ressort ici ; + en signale davantage"),
    ] {
        let mut reader = desk(&[("a.txt", text)]).size(120, 20).lang(lang).start();
        assert_eq!(reader.keys("c").foot(), told);
        assert!(!reader.keys("++++c").foot().contains(told), "{}", reader.foot());
    }
}

#[test]
fn the_last_open_claim_says_so() {
    assert_eq!(
        desk(&[("a.txt", "⟦Un⟧.")]).size(120, 20).start().keys("d").foot(),
        "✗ disputed · the 1 claim of the desk is decided · “Un” · P overview  U undo"
    );
}

#[test]
fn where_no_claim_is_keys_say_so() {
    for key in ["c", "<Backspace>", "n"] {
        assert_eq!(drive("Rien.", key).foot(), "There is no claim here", "{key}");
    }
}

#[test]
fn everything_is_there_after_a_restart() {
    let text = (0..40).map(|i| format!("⟦Fait {i}⟧.")).collect::<Vec<_>>().join("\n\n");
    let mut reader = desk(&[("a.txt", "⟦Un⟧."), ("b.txt", &text)]).size(60, 16).start();
    reader.keys("J").keys(&"j".repeat(20)).keys("dkn").typed("Vu.").keys("<Ctrl-S>-");
    let before = reader.keys("<Ctrl-L>").screen();
    reader.restart();
    assert_eq!(reader.current(), "Fait 20");
    assert_eq!(reader.screen(), before);
}

#[test]
fn a_failed_save_is_said_kept_and_tried_again() {
    let mut reader = wide();
    reader.disk(Some(ErrorKind::StorageFull)).keys("dk");
    assert_eq!(reader.files(), "");
    assert_eq!(
        reader.foot().split("  ").next(),
        Some("⚠ 1 NOT SAVED: the disk is full; will retry")
    );
    assert!(reader.shows("⚠ not saved"), "{}", reader.screen());
    // The answer to the next one is that there are two.
    reader.keys("jnVu.<Esc>");
    let foot = reader.foot();
    assert!(foot.starts_with("⚠ 2 NOT SAVED: the disk is full; will retry"), "{foot}");
    assert!(!foot.contains("note saved") && !foot.contains("undo"), "{foot}");
    reader.keys("c<Tab><Tab>?<Esc>");
    let foot = reader.foot();
    assert!(foot.starts_with("⚠ 2 NOT SAVED"), "it keeps saying so: {foot}");
    reader.disk(None).retry();
    assert_eq!(reader.foot(), "Saved now");
    assert_eq!(reader.saved().len(), 2);
    assert!(!reader.shows("not saved"));
}

#[test]
fn leaving_with_unsaved_verdicts_asks() {
    let mut reader = wide();
    reader.disk(Some(ErrorKind::PermissionDenied)).keys("dq");
    reader.check_dialog(expect![[r#"
        ╭─ Question ───────────────────────────────────────────────────╮
        │ Some decisions are not on disk yet: cannot write             │
        │ annotations/zoe-martin/a.txt.json: permission denied; see    │
        │ who may write to the folder.                                 │
        │                                                              │
        │ s  keep them elsewhere and leave                             │
        │ y  leave and lose them                                       │
        │ n  stay                                                      │
        ╰──────────────────────────────────────────────────────────────╯
    "#]]);
    assert!(!reader.keys("n").has_quit());
    assert!(reader.keys("qy").has_quit());
    let mut reader = wide();
    assert!(reader.burst("dq").has_quit(), "what is on its way is waited for");
    let mut reader = wide();
    reader.disk(Some(ErrorKind::PermissionDenied)).burst("dq");
    assert!(reader.shows("leave and lose them"), "{}", reader.screen());
    let mut reader = wide();
    reader.disk(Some(ErrorKind::PermissionDenied)).keys("d").disk(None).retry();
    assert!(reader.keys("q").has_quit(), "once saved there is nothing to ask");
}

#[test]
fn what_cannot_be_saved_is_kept_elsewhere_and_saved_at_the_next_start() {
    // At the question, and where the program is ended without one.
    for keys in ["dnVu.<Esc>qs", "dnVu.<Esc>"] {
        let mut reader = wide();
        reader.disk(Some(ErrorKind::ReadOnlyFilesystem)).keys(keys);
        assert_eq!(reader.has_quit(), keys.ends_with("qs"));
        let told = reader.model().farewell.clone();
        let is_told =
            told.is_some_and(|told| told.contains("the next start on this desk saves it"));
        assert_eq!(is_told, reader.has_quit());
        assert_eq!(reader.saved().len(), 0);
        reader.restart();
        assert_eq!(reader.foot(), "What could not be saved last time is saved now");
        assert_eq!(reader.saved().len(), 2, "{keys}");
    }
    let mut reader = wide();
    reader.disk(Some(ErrorKind::ReadOnlyFilesystem)).keys("dqy").restart();
    assert_eq!(reader.saved().len(), 0, "somebody who says so loses it");
}

#[test]
fn a_file_in_the_way_is_said() {
    let setting = desk(&[("a.txt", TEXT)]).size(120, 10);
    setting.file("annotations", b"a file in the way\n");
    let mut reader = setting.start();
    reader.keys("d");
    assert!(reader.foot().starts_with("Read only"), "{}", reader.screen());
}

#[test]
fn a_broken_file_is_named_with_its_place_and_left_alone() {
    let setting = desk(&[("a.txt", TEXT), ("b.txt", "⟦Sept⟧.")]).size(160, 10);
    let broken = b"{\n  \"format\": \"claimdesk/1\",\n  \"annotations\": [\n";
    setting.file("annotations/zoe-martin/a.txt.json", broken);
    let mut reader = setting.start();
    expect!["annotations/zoe-martin/a.txt.json: line 4, column 1: EOF while parsing a list; the file is left as it is; mend this place by hand, or take the file back from…"].assert_eq(&reader.foot());
    reader.keys("d");
    expect!["Read only: annotations/zoe-martin/a.txt.json: line 4, column 1: EOF while parsing a list; the file is left as it is; mend this place by hand, or take the fil…"].assert_eq(&reader.foot());
    reader.keys("n");
    assert!(reader.foot().starts_with("Read only"), "no note either: {}", reader.foot());
    assert!(reader.files().contains(str::from_utf8(broken).unwrap()));
    reader.keys("Jd");
    assert_eq!(reader.saved(), [("Sept".into(), "disputed".into())], "the others work");
}

#[test]
fn a_newer_format_is_read_only() {
    let setting = desk(&[("a.txt", TEXT)]).size(200, 10);
    let newer = r#"{ "format": "claimdesk/9", "article": "a.txt", "annotator": "Zoé Martin", "annotations": {} }"#;
    setting.file("annotations/zoe-martin/a.txt.json", newer.as_bytes());
    let mut reader = setting.start();
    reader.keys("d");
    expect!["Read only: annotations/zoe-martin/a.txt.json: it is in the newer format claimdesk/9; update claimdesk; until then the file is shown and not written"].assert_eq(&reader.foot());
    assert!(reader.files().ends_with(newer));
}

#[test]
fn what_another_window_saves_comes_in() {
    let mut one = drive(TEXT, "d");
    let theirs = one.files().split_once('\n').unwrap().1.replace("disputed", "misleading");
    one.change("annotations/zoe-martin/a.txt.json", theirs.as_bytes());
    assert_eq!(
        one.keys("c").saved(),
        [("Deux".into(), "corroborated".into()), ("Un".into(), "misleading".into())]
    );
}
