//! Writing a note: several lines, keeping, dropping, pasting, undoing inside it.

use expect_test::expect;

use crate::harness::{desk, drive};

const TEXT: &str = "Hier, ⟦300 soldats sont morts⟧. ⟦La ville est prise⟧.";

#[test]
fn it_is_written_over_the_text_and_shown_with_the_claim() {
    let mut reader = desk(&[("a.txt", TEXT)]).size(120, 16).start();
    reader.keys("n").typed("003 parle de 1 500.\nÀ revoir.").check(expect![[r#"
         Articles                 1/1 │▌Hier, 300 soldats sont morts. La ville est p…  0 % │ Claim                          1/2
        ▌ Hier, 300 soldats sont… 0/2 │▌  Hier,○300 soldats sont morts.○La ville est       │ ○ open
        ▌ a.txt              ─╭─ Note ───────────────────────────────────────────────────────────────────╮d  d disputed
                              │ 300 soldats sont morts                                                   │ m misleading
                              │                                                                          │
                              │ 003 parle de 1 500.                                                      │
                              │ À revoir.                                                                │ont morts
                              │                                                                          │
                              │                                                                          │
                              │                                                                          │ figure
                              │                                                                          │ soldats sont morts
                              ╰──────────────────────────────────────────────────────────────────────────╯
                                      │                                                    │
                                      │                                                    │
                                      │                                                    │
         Esc keep  Ctrl-C drop  Ctrl-Z undo  F4 editor  Tab complete
    "#]]);
    reader.keys("<Ctrl-S>").check(expect![[r#"
         Articles                 1/1 │▌Hier, 300 soldats sont morts. La ville est p…  0 % │ Claim                          1/2
        ▌ Hier, 300 soldats sont… 0/2 │▌  Hier,○300 soldats sont morts.○La ville est       │ ○ open
        ▌ a.txt              ──────── │   prise.                                           │ c corroborated  d disputed
                                      │                                                    │ u unverified  m misleading
                                      │                                                    │ x not a claim
                                      │                                                    │
                                      │                                                    │ 300 soldats sont morts
                                      │                                                    │
                                      │                                                    │ Note
                                      │                                                    │ 003 parle de 1 500.
                                      │                                                    │ À revoir.
                                      │                                                    │
                                      │                                                    │ Why
                                      │                                                    │ strong 0.90 · figure
                                      │                                                    │ · figure: 300 soldats sont morts  ↓
         note saved · “300 soldats sont morts” · U undo
    "#]]);
}

#[test]
fn ctrl_s_and_esc_keep_ctrl_c_drops() {
    for (end, kept) in [("<Ctrl-S>", "Vu."), ("<Esc>", "Vu."), ("<Ctrl-C>", "")] {
        let mut reader = drive(TEXT, "n");
        reader.typed("Vu.").keys(end);
        assert_eq!(reader.note(), kept, "{end}");
    }
    let foot = drive(TEXT, "nV<Ctrl-C>").foot();
    assert_eq!(foot, "not saved; the draft is kept · n go on writing");
}

#[test]
fn dropping_leaves_the_note_as_it_was() {
    let mut reader = drive(TEXT, "n");
    reader.typed("Vu.").keys("<Esc>n").typed(" Et revu.").keys("<Ctrl-C>");
    assert_eq!(reader.note(), "Vu.");
    reader.keys("n");
    assert!(reader.shows("Vu. Et revu."), "what was typed is not gone");
    assert_eq!(reader.keys("<Esc>n<Home><Ctrl-K><Esc>").note(), "");
}

#[test]
fn enter_makes_lines_and_verdict_keys_are_letters() {
    let reader = drive(TEXT, "ncdumx<Enter>q?<Esc>");
    assert_eq!(reader.note(), "cdumx\nq?");
    assert!(!reader.has_quit());
}

#[test]
fn paste_is_text_never_commands() {
    let mut reader = drive(TEXT, "n");
    reader.paste("un\r\ndeux\rtrois\tquatre\x1b[31mq\n").keys("<Esc>");
    assert_eq!(reader.note(), "un\ndeux\ntrois    quatre[31mq");
    let mut reader = drive(TEXT, "");
    reader.paste("dq");
    assert_eq!(reader.files(), "", "outside of an editor a paste does nothing");
}

#[test]
fn undo_and_redo_inside() {
    let mut reader = drive(TEXT, "n");
    reader.paste("un ").paste("deux").keys("<Ctrl-Z><Esc>");
    assert_eq!(reader.note(), "un");
    reader.keys("n").paste(" trois").keys("<Ctrl-Z><Ctrl-R><Esc>");
    assert_eq!(reader.note(), "un trois");
}

#[test]
fn a_note_does_not_decide() {
    let mut reader = drive(TEXT, "nV<Esc>");
    assert_eq!(reader.saved(), [("300 soldats sont morts".into(), "open".into())]);
    assert_eq!(reader.keys("dk<Backspace>").note(), "V");
}

#[test]
fn a_crash_loses_no_letter() {
    let mut reader = drive(TEXT, "jn");
    reader.typed("Presque").crash();
    assert_eq!(reader.foot(), "This was not finished last time, nor saved");
    assert!(reader.shows("Presque"));
    assert_eq!(reader.keys("<Esc>").current(), "La ville est prise");
    assert_eq!(reader.note(), "Presque");
    reader.crash();
    assert!(!reader.shows("not finished"), "it is offered once");
}

#[test]
fn a_crash_loses_nothing_that_is_typed() {
    for keys in [
        "e<Tab>Selon zqx<Tab>mots",
        "tguerre, zqx",
        "Rzqx, vraiment ?",
        "<Esc>nzqx, tout l’article",
        "<Esc>ezqx",
        "<Ctrl-T>dnzqx, pour de bon",
        ":in-short<Enter> zqx",
    ] {
        let mut reader = desk(&[("a.txt", TEXT), ("b.txt", "Rien.\n")]).size(90, 24).start();
        reader.keys(keys);
        assert!(reader.shows("zqx"), "{keys}: {}", reader.screen());
        reader.crash();
        assert!(reader.shows("zqx"), "{keys}: {}", reader.screen());
        assert!(reader.foot().contains("not finished last time"), "{keys}: {}", reader.foot());
        reader.keys("<Esc>").crash();
        assert!(!reader.foot().contains("not finished"), "{keys}: what is saved is no draft");
    }
}

#[test]
fn every_draft_comes_back() {
    let mut reader = desk(&[("a.txt", TEXT)]).size(90, 24).start();
    reader.keys("nun<Ctrl-C>jndeux<Ctrl-C>").keys("tmot").restart();
    assert_eq!(
        (reader.foot().as_str(), reader.shows("mot")),
        ("This was not finished last time, nor saved", true)
    );
    reader.keys("<Esc>").keys("<Esc>").keys("<Esc>");
    let mut notes = reader.files().matches("\"note\"").count();
    notes += reader.files().matches("\"mot\"").count();
    assert_eq!(notes, 3, "{}", reader.files());
    // Where the words are another's by then, what is written is still there.
    reader.keys("nencore<Ctrl-C>").restart();
    assert!(reader.shows("encore"), "{}", reader.screen());
}

#[test]
fn what_is_typed_at_once_for_a_refused_note_is_no_command() {
    for refused in ["nJ", "eJ", "tJ", ":note<Enter>J"] {
        let mut reader = desk(&[("a.txt", "Rien.\n"), ("b.txt", TEXT)]).size(60, 12).start();
        reader.burst(refused);
        assert!(reader.shows("Rien."), "{refused}: {}", reader.screen());
        assert!(reader.keys("J").shows("300 soldats"), "what is typed later is a command");
    }
}

#[test]
fn what_is_typed_at_once_behind_evidence_that_cannot_be_kept_is_dropped() {
    let mut reader = desk(&[("a.txt", TEXT)]).size(80, 24).start();
    reader.keys("e").typed("not a link").burst("<Enter>xyz");
    assert!(reader.shows("not a link") && !reader.shows("xyz"), "{}", reader.screen());
}

#[test]
fn a_paste_longer_than_anybody_writes_is_refused_and_said() {
    for (place, longest) in [("n", 128 << 10), ("/", 8 << 10), ("f", 8 << 10), (":", 8 << 10)] {
        let mut reader = desk(&[("a.txt", TEXT)]).size(100, 24).start();
        reader.keys(place).paste(&"x".repeat(longest));
        assert!(!reader.shows("Too long"), "{place}");
        reader.paste(&"y".repeat(longest + 1));
        assert!(reader.shows("Too long to paste here"), "{place}: {}", reader.screen());
        assert!(!reader.shows("yyy"), "{place}");
    }
}
