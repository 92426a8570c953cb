//! The article changes while it is read: what holds a place in it goes with the words, or says that
//! these are gone. Nothing lands on other words.

use std::fs;

use crate::harness::{Reader, desk};

const HEAD: &str = "Crue à Blois\n\n";
const NEWS: &str = "Hier, 52 pompiers ont été blessés à Tours, selon la mairie.\n\n";
const RAIN: &str = "Selon Météo-France, 80 millimètres de pluie sont tombés en six heures.";
const PEOPLE: &str = "La préfecture a compté 340 personnes évacuées de Blois.";
const BRIDGE: &str = "Le pont de Saumur mesure 212 mètres et date de 1854.";

fn article() -> String {
    format!("{HEAD}{RAIN}\n\n{PEOPLE}\n\n{BRIDGE}\n")
}

/// The article with a paragraph put in at its top.
fn longer() -> String {
    article().replace(HEAD, &format!("{HEAD}{NEWS}"))
}

/// The reader with the cursor on the claim on these words.
#[track_caller]
fn on(words: &str) -> Reader {
    let mut reader = desk(&[("a.txt", &article())]).size(110, 30).start();
    for _ in 0..8 {
        if words.contains(bare(reader.current())) {
            return reader;
        }
        reader.keys("j");
    }
    panic!("no claim on {words}:\n{}", reader.screen());
}

fn bare(words: &str) -> &str {
    assert!(!words.is_empty());
    words.trim_end_matches('.')
}

/// Goes back to the claim on these words.
#[track_caller]
fn back_to(reader: &mut Reader, words: &str) {
    reader.keys("kkkk");
    for _ in 0..8 {
        if reader.current() == words {
            return;
        }
        reader.keys("j");
    }
    panic!("no way back to {words}:\n{}", reader.screen());
}

#[track_caller]
fn change(reader: &mut Reader, text: &str) {
    reader.change("seeds/a.txt", text.as_bytes());
}

/// The one file of annotations: its path and what it holds.
fn notebook(reader: &Reader) -> (String, String) {
    let folder = fs::read_dir(reader.root().join("annotations")).unwrap().next().unwrap().unwrap();
    let file = fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap();
    let names = [folder.file_name(), file.file_name()].map(|name| name.into_string().unwrap());
    (format!("annotations/{}", names.join("/")), fs::read_to_string(file.path()).unwrap())
}

/// The words that are annotated on disk.
fn words(reader: &Reader) -> Vec<String> {
    reader.saved().into_iter().map(|(words, _)| words).collect()
}

#[test]
fn what_is_being_written_goes_with_its_claim() {
    for (open, typed, keep) in [
        ("n", "vu", "<Esc>"),
        ("e", "example.org", "<Enter>"),
        ("t", "crue", "<Enter>"),
        ("R", "à voir", "<Ctrl-S>"),
    ] {
        let mut reader = on(RAIN);
        let claim = reader.current().to_owned();
        reader.keys(open).typed(typed);
        change(&mut reader, &longer());
        reader.keys(keep);
        assert_eq!(words(&reader), [claim.as_str()], "{open}\n{}", reader.screen());
        assert_eq!(reader.current(), claim, "{open}");
    }
}

#[test]
fn what_is_written_on_a_decided_claim_stays_with_the_verdict() {
    let mut reader = on(RAIN);
    let at = reader.current().to_owned();
    reader.keys("c");
    back_to(&mut reader, &at);
    reader.keys("n").typed("vu");
    change(&mut reader, &longer());
    reader.keys("<Esc>");
    assert_eq!(reader.note(), "vu");
    assert_eq!(reader.saved(), [(at, "corroborated".into())]);
}

#[test]
fn what_is_written_on_words_that_are_gone_stays_with_these() {
    let mut reader = on(RAIN);
    let claim = reader.current().to_owned();
    reader.keys("n").typed("vu");
    change(&mut reader, &article().replace(&format!("{RAIN}\n\n"), ""));
    assert!(reader.foot().contains("the words you write about are gone"), "{}", reader.foot());
    assert!(reader.shows("words gone: "), "{}", reader.screen());
    reader.keys("<Esc>");
    assert_eq!(words(&reader), [claim.as_str()]);
    reader.keys("A");
    assert!(reader.shows("words gone"), "{}", reader.screen());
    // It is found again when the words come back, and can be got rid of until then.
    reader.keys("<Enter><Backspace>");
    assert!(words(&reader).is_empty(), "{}", reader.screen());
    reader.keys("U");
    change(&mut reader, &article());
    assert_eq!(words(&reader), [claim]);
}

#[test]
fn the_cursor_goes_with_its_words() {
    let moved = format!("{HEAD}{PEOPLE}\n\n{BRIDGE}\n\n{RAIN}\n");
    for text in [longer(), moved, article().replace(HEAD, "")] {
        for decided in [false, true] {
            for at in [RAIN, PEOPLE, BRIDGE] {
                let mut reader = on(at);
                let claim = reader.current().to_owned();
                if decided {
                    reader.keys("d");
                    back_to(&mut reader, &claim);
                }
                change(&mut reader, &text);
                assert_eq!(reader.current(), claim, "{text}");
                reader.keys("c");
                assert_eq!(reader.saved(), [(claim, "corroborated".into())]);
            }
        }
    }
}

#[test]
fn where_its_words_are_gone_no_verdict_falls_elsewhere() {
    let gone = article().replace(&format!("{RAIN}\n\n"), "");
    let other = article().replace("80 millimètres", "120 millimètres");
    for (text, said) in [(gone, "words here are gone"), (other, "reads otherwise")] {
        let mut reader = on(RAIN);
        change(&mut reader, &text);
        assert!(reader.foot().contains(said), "{}", reader.foot());
        for key in ["c", "d", "n", "e", "t", "<Backspace>", "y", "N"] {
            reader.keys(key);
            assert!(words(&reader).is_empty() && reader.model().dialog.is_none(), "{key}");
            assert!(!reader.foot().is_empty(), "{key}");
        }
        assert!(reader.keys("c").foot().contains(said), "{}", reader.foot());
        reader.keys("jc");
        assert_eq!(reader.saved().len(), 1, "{}", reader.screen());
    }
}

#[test]
fn a_selection_goes_with_its_words_or_ends_and_says_so() {
    let mut reader = on(RAIN);
    reader.keys("v");
    change(&mut reader, &longer());
    assert!(reader.model().selection.is_some());
    reader.keys("c");
    assert_eq!(words(&reader), [RAIN.trim_end_matches('.').to_owned()]);
    let mut reader = on(RAIN);
    reader.keys("v");
    change(&mut reader, &article().replace("80 mill", "120 mill"));
    assert!(reader.model().selection.is_none());
    assert!(reader.foot().contains("reads otherwise"), "{}", reader.foot());
    assert!(reader.keys("c").saved().is_empty(), "{}", reader.screen());
}

#[test]
fn a_file_that_goes_and_comes_keeps_the_cursor_and_what_is_written() {
    let mut reader = on(PEOPLE);
    let claim = reader.current().to_owned();
    reader.keys("n").typed("vu");
    let path = reader.root().join("seeds/a.txt");
    fs::remove_file(&path).unwrap();
    reader.noticed("seeds/a.txt");
    reader.keys("<Esc>");
    assert!(reader.model().dialog.is_some(), "{}", reader.screen());
    change(&mut reader, &longer());
    reader.keys("<Esc>");
    assert_eq!(words(&reader), [claim.as_str()], "{}", reader.screen());
    assert_eq!(reader.current(), claim);
}

#[test]
fn the_last_claim_answered_and_drafts_and_marks_go_with_their_words() {
    let mut reader = on(RAIN);
    let claim = reader.current().to_owned();
    reader.keys("cN").typed("vu").keys("<Ctrl-C>");
    change(&mut reader, &longer());
    reader.keys("N");
    assert!(reader.shows("vu"), "{}", reader.screen());
    reader.keys("<Esc>");
    assert_eq!(words(&reader), [claim.as_str()]);
}

#[test]
fn a_note_that_a_crash_left_goes_to_its_words() {
    for (text, gone) in [(longer(), false), (article().replace(&format!("{RAIN}\n\n"), ""), true)] {
        let mut reader = on(RAIN);
        let claim = reader.current().to_owned();
        reader.keys("n").typed("vu");
        fs::write(reader.root().join("seeds/a.txt"), &text).unwrap();
        reader.crash();
        assert_eq!(reader.shows("words gone"), gone, "{}", reader.screen());
        reader.keys("<Esc>");
        assert_eq!(words(&reader), [claim], "{}", reader.screen());
    }
}

#[test]
fn undo_says_where_it_undid_nothing() {
    let mut reader = on(RAIN);
    reader.keys("c");
    fs::remove_file(reader.root().join("seeds/a.txt")).unwrap();
    reader.noticed("seeds/a.txt");
    assert_eq!(reader.keys("U").foot(), "not undone: a.txt is not there now");
    change(&mut reader, &article());
    reader.keys("U");
    assert!(reader.foot().starts_with("undone"), "{}", reader.foot());
    assert!(reader.saved().is_empty());
}

#[test]
fn undo_says_where_somebody_else_has_changed_the_same() {
    let mut reader = on(RAIN);
    reader.keys("c");
    let (path, text) = notebook(&reader);
    reader.change(&path, text.replace("corroborated", "disputed").as_bytes());
    assert_eq!(reader.keys("U").foot(), "not undone: it was changed elsewhere since");
    assert_eq!(reader.saved()[0].1, "disputed");
    assert_eq!(reader.keys("U").foot(), "Nothing to undo");
}

#[test]
fn a_verdict_whose_words_are_gone_can_be_withdrawn_with_its_note() {
    let mut reader = on(RAIN);
    reader.keys("cN").typed("vu").keys("<Esc>");
    change(&mut reader, &article().replace(&format!("{RAIN}\n\n"), ""));
    reader.keys("A<Enter><Backspace>");
    assert!(reader.saved().is_empty(), "{}", reader.screen());
    assert!(!reader.keys("A").shows("words gone"), "{}", reader.screen());
}

#[test]
fn a_note_without_a_verdict_answers_backspace() {
    let mut reader = on(RAIN);
    reader.keys("n").typed("vu").keys("<Esc><Backspace>");
    assert_eq!(reader.foot(), "This claim has no verdict yet");
    assert_eq!(reader.note(), "vu");
}

#[test]
fn a_list_confirms_a_verdict_on_changed_words() {
    let mut reader = on(RAIN);
    reader.keys("c");
    change(&mut reader, &article().replace("80 mill", "120 mill"));
    reader.keys("Ay");
    assert!(reader.foot().starts_with("confirmed"), "{}", reader.foot());
    assert!(words(&reader)[0].contains("120 mill"));
    reader.keys("<Esc>A");
    assert!(!reader.shows("words changed"), "{}", reader.screen());
}

#[test]
fn where_words_come_back_the_page_does_and_nothing_is_said_to_be_gone() {
    let text = format!("{HEAD}{}{BRIDGE}\n", "Rien de plus.\n\n".repeat(40));
    let mut reader = desk(&[("a.txt", &text)]).size(80, 20).start();
    assert_eq!(reader.current(), bare(BRIDGE));
    change(&mut reader, "");
    assert!(reader.foot().contains("gone"), "{}", reader.foot());
    change(&mut reader, &text);
    assert_eq!(reader.current(), bare(BRIDGE));
    assert!(!reader.foot().contains("gone"), "{}", reader.foot());
    reader.keys("c");
    assert_eq!(reader.saved(), [(bare(BRIDGE).to_owned(), "corroborated".to_owned())]);
}
