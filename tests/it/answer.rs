//! Every key gets an answer, and nothing typed is gone.

use crate::harness::{Reader, desk, drive};
use claimdesk::i18n::Lang;

const TEXT: &str = "⟦Un⟧.\n\n⟦Deux⟧.\n\n⟦Trois⟧.";

#[track_caller]
fn answers(keys: &str, want: &str) -> Reader {
    let mut reader = desk(&[("a.txt", TEXT)]).size(120, 20).start();
    assert_eq!(reader.keys(keys).foot(), want, "{keys}");
    reader
}

#[test]
fn every_change_says_what_was_done_to_what_and_what_comes_next() {
    answers("d", "✗ disputed · “Un” · N note  U undo");
    answers("dkm", "✗ disputed → ≈ misleading · “Un” · N note  U undo");
    answers("dkd", "already ✗ disputed · “Un” · N note");
    answers("dk<Backspace>", "open again; it was ✗ disputed · “Un” · U undo");
    answers("tnord, riz<Enter>", "tags: nord, riz · “Un” · U undo");
    answers("ea.org<Enter>", "evidence saved, pieces: 1 · “Un” · U undo");
    answers("nVu<Esc>", "note saved · “Un” · U undo");
    answers("dU", "undone: ✗ disputed · “Un” · Ctrl-R redo");
    answers("dU<Ctrl-R>", "redone: ✗ disputed · “Un” · U undo");
    answers("dU<Ctrl-R>U", "undone: ✗ disputed · “Un” · Ctrl-R redo");
}

#[test]
fn in_french_too_and_long_words_are_cut_before_the_keys() {
    let text = format!("⟦{}⟧.\n\n⟦Deux⟧.", "mot ".repeat(30).trim());
    let mut reader = desk(&[("a.txt", &text)]).size(80, 24).lang(Lang::Fr).start();
    let foot = reader.keys("<Tab>d").foot();
    assert!(foot.starts_with("✗ contesté · «\u{a0}mot mot"), "{foot}");
    assert!(foot.ends_with("…\u{a0}» · N note  U annuler"), "{foot}");
}

#[test]
fn at_the_end_a_verdict_is_not_written_over_in_silence() {
    let mut reader = desk(&[("a.txt", "⟦Un⟧."), ("b.txt", "⟦Deux⟧.")]).size(120, 20).start();
    let end = "all claims of this article are decided · “Un” · o next open claim  U undo";
    assert_eq!(reader.keys("d").foot(), format!("✗ disputed · {end}"));
    assert_eq!(reader.keys("m").foot(), format!("✗ disputed → ≈ misleading · {end}"));
    let foot = reader.keys("oc").foot();
    assert!(foot.starts_with("✓ corroborated · all 2 claims of the desk are decided"), "{foot}");
}

#[test]
fn undo_in_another_article_says_where() {
    let mut reader = desk(&[("a.txt", "⟦Un⟧.\n\n⟦Deux⟧."), ("b.txt", "⟦Trois⟧.")]).start();
    let foot = reader.keys("dJU").foot();
    assert!(foot.starts_with("undone in Un.: ✗ disputed"), "{foot}");
    assert_eq!(reader.current(), "Un");
}

#[test]
fn the_claim_decided_last_takes_a_note_evidence_and_tags() {
    let mut reader = drive(TEXT, "dN");
    reader.typed("Parce que.").keys("<Esc>");
    assert_eq!(reader.current(), "Deux");
    assert_eq!(reader.keys("b").current(), "Un");
    assert_eq!(reader.note(), "Parce que.");
    let mut reader = drive(TEXT, "dEa.org<Enter>");
    assert!(reader.foot().contains("“Un”"), "{}", reader.foot());
    assert!(reader.keys(":tags-last<Enter>nord<Enter>").foot().starts_with("tags: nord · “Un”"));
    assert_eq!(drive(TEXT, "N").foot(), "Nothing was decided yet");
}

#[test]
fn in_another_article_its_dialog_opens_once_one_is_there() {
    let mut reader = desk(&[("a.txt", TEXT), ("b.txt", "⟦Quatre⟧.")]).start();
    reader.keys("dJN").typed("Vu.").keys("<Esc>");
    assert_eq!((reader.current(), reader.note().as_str()), ("Un", "Vu."));
    assert_eq!(reader.keys("b").current(), "Quatre");
}

#[test]
fn one_may_stay_on_a_claim_after_a_verdict() {
    let mut reader = drive(TEXT, "<Ctrl-K>d");
    assert_eq!(reader.current(), "Un");
    assert_eq!(reader.foot(), "✗ disputed · “Un” · U undo");
    reader.keys("<Ctrl-L>");
    assert!(reader.foot().ends_with("verdicts stay here · Ctrl-K move on"), "{}", reader.foot());
    assert_eq!(reader.keys("<Ctrl-K>d").current(), "Deux");
}

#[test]
fn what_was_typed_comes_back() {
    for (open, typed) in [("n", "Parce"), ("e", "example.org/a"), ("t", "nord, riz")] {
        let mut reader = drive(TEXT, open);
        reader.typed(typed).keys("<Ctrl-C>");
        assert!(reader.foot().starts_with("not saved; the draft is kept"), "{open}");
        assert_eq!(reader.saved(), [], "{open}");
        // The draft belongs to its claim.
        reader.keys("j").keys(open);
        assert!(!reader.shows(typed), "{open}");
        reader.keys("<Ctrl-C>k").keys(open);
        assert!(reader.shows(typed), "{open}");
        reader.keys("<Ctrl-S>");
        assert_eq!(reader.saved().len(), 1, "{open}");
    }
    for open in ["/", "s", "f", ":"] {
        let mut reader = drive(TEXT, open);
        reader.typed("deux").keys("<Esc>").keys(open);
        assert!(reader.shows("deux"), "{open}");
        // It is selected: the next letter takes its place.
        reader.typed("x");
        assert!(!reader.shows("deuxx"), "{open}");
    }
}

/// What is written about a claim or an article is kept by Esc wherever it is written, and dropped by
/// Ctrl-C; the foot says both.
#[test]
fn esc_keeps_what_is_written() {
    for (open, typed) in [("n", "Parce"), ("e", "example.org/a"), ("t", "nord, riz")] {
        let mut reader = desk(&[("a.txt", TEXT)]).size(80, 24).start();
        reader.keys(open).typed(typed);
        let foot = reader.foot();
        assert!(foot.contains("Esc keep  Ctrl-C drop"), "{open}: {foot}");
        assert_eq!(reader.keys("<Esc>").saved().len(), 1, "{open}");
        assert!(!reader.shows("draft"), "{open}");
    }
    let mut reader = desk(&[("a.txt", TEXT)]).size(80, 24).start();
    reader.keys(":source<Enter>").typed("Un titre");
    assert!(reader.foot().contains("Esc keep  Ctrl-C drop"), "{}", reader.foot());
    reader.keys("<Esc>");
    assert!(reader.shows("Un titre"), "{}", reader.screen());
    // Where nothing is written it closes.
    for open in ["/", "f", ":", "A"] {
        let reader = drive(TEXT, open);
        assert!(reader.foot().contains("Esc close"), "{open}: {}", reader.foot());
    }
}

#[test]
fn a_key_that_does_nothing_says_so() {
    assert_eq!(drive(TEXT, "~").foot(), "~: no such key · ? all keys");
    assert_eq!(drive(TEXT, "P~").foot(), "~: no such key · ? all keys");
    assert!(drive(TEXT, "~j").foot().contains("help"));
}

#[test]
fn empty_results_say_so() {
    assert!(drive(TEXT, "szzz").shows("No matches in 1 article"));
    assert!(drive(TEXT, ":zzzzq").shows("Nothing found"));
    assert!(drive(TEXT, "?/zzzzq").shows("No key with these words"));
}

#[test]
fn what_another_window_changes_on_the_screen_is_told() {
    let mut other = desk(&[("a.txt", TEXT)]).start();
    other.keys("dkn").typed("D’ailleurs.").keys("<Esc>");
    let path = "annotations/zoe-martin/a.txt.json";
    let notebook = std::fs::read(other.root().join(path)).unwrap();
    let mut reader = desk(&[("a.txt", TEXT)]).size(120, 20).start();
    reader.change(path, &notebook);
    assert_eq!(reader.foot(), "Changed elsewhere: ✗ disputed · note saved · “Un”");
    let mut reader = desk(&[("a.txt", TEXT)]).size(120, 20).start();
    reader.keys("dkn").typed("D’ici.");
    reader.change(path, &notebook).keys("<Esc>");
    assert_eq!(reader.note(), "D’ici.\n\nD’ailleurs.");
}

#[test]
fn in_french_keys_are_called_as_on_the_keyboard() {
    let mut reader = desk(&[("a.txt", TEXT)]).size(120, 90).lang(Lang::Fr).start();
    assert!(
        reader.keys("?").foot().starts_with("Entrée fermer  Échap fermer"),
        "{}",
        reader.foot()
    );
    assert!(reader.shows("Retour arrière"), "{}", reader.screen());
    assert_eq!(
        reader.keys("<Esc><F7>").foot(),
        "F7\u{a0}: touche sans effet · ? toutes les touches"
    );
}

#[test]
fn one_goes_forward_again_where_one_came_back_from() {
    let mut reader = desk(&[("a.txt", TEXT), ("b.txt", "⟦Quatre⟧.")]).start();
    assert!(reader.keys("<Alt-Right>").foot().starts_with("No later position"));
    reader.keys("squatre<Enter>");
    assert_eq!(reader.current(), "Quatre");
    assert_eq!(reader.keys("b").current(), "Un");
    assert_eq!(reader.keys("<Alt-Right>").current(), "Quatre");
    assert_eq!(reader.keys("b").current(), "Un");
    // Another jump leaves what lay ahead behind.
    reader.keys("sdeux<Enter>");
    assert!(reader.keys("<Alt-Right>").foot().starts_with("No later position"));
}
