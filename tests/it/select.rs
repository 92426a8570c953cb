//! Selecting words for a claim of one's own, from the keys to the file.

use claimdesk::state::model::signal::MouseAct;

use crate::harness::{desk, drive};

const TEXT: &str = "Titre\n⟦Un deux trois⟧ quatre l’accord. Fin.";

#[test]
fn keys_make_a_claim_of_the_words_and_move_it_later() {
    let mut reader = drive(TEXT, "v]d");
    assert_eq!(reader.saved(), [("Un deux trois quatre".into(), "disputed".into())]);
    assert_eq!(
        reader.keys("v]}<Enter>").saved(),
        [("deux trois quatre l’".into(), "disputed".into())]
    );
    assert_eq!(reader.keys("U").saved(), [("Un deux trois quatre".into(), "disputed".into())]);
    assert_eq!(reader.keys("U").saved(), []);
}

#[test]
fn the_words_are_shown_as_they_will_be_stored() {
    let mut reader = desk(&[("a.txt", TEXT)]).size(120, 20).start();
    assert!(reader.keys("v]]]").shows("“Un deux trois quatre l’accord”"));
    assert!(!reader.keys("<Esc>").shows("“Un"));
    assert_eq!(reader.saved(), []);
}

#[test]
fn the_mouse_draws_over_words() {
    let mut reader = drive(TEXT, "");
    reader.mouse(MouseAct::Press, "deux").mouse(MouseAct::Drag, "quatre");
    reader.mouse(MouseAct::Release, "quatre").keys("u");
    assert_eq!(reader.saved(), [("deux trois quatre".into(), "unverified".into())]);
}
