//! Undo and redo of everything, to the start of the session, one key each.

use crate::harness::{desk, drive};

const TEXT: &str = "⟦Un⟧. ⟦Deux⟧. ⟦Trois⟧.";

#[test]
fn back_to_the_start_and_forward_again() {
    let steps = ["d", "c", "nVu.<Esc>", "u", "kkk<Backspace>", "kx"];
    let mut reader = drive(TEXT, "");
    let mut states = vec![reader.notebook()];
    for keys in steps {
        states.push(reader.keys(keys).notebook());
    }
    assert_eq!(states.len(), states.iter().collect::<std::collections::HashSet<_>>().len());
    for state in states.iter().rev().skip(1) {
        assert_eq!(reader.keys("U").notebook(), *state);
    }
    assert_eq!(reader.keys("U").foot(), "Nothing to undo");
    for state in &states[1..] {
        assert_eq!(reader.keys("<Ctrl-R>").notebook(), *state);
    }
    assert_eq!(reader.keys("<Ctrl-R>").foot(), "Nothing to redo");
}

#[test]
fn a_new_step_ends_redo() {
    let mut reader = drive(TEXT, "dU");
    assert_eq!(reader.keys("c<Ctrl-R>").foot(), "Nothing to redo");
    assert_eq!(reader.saved(), [("Un".into(), "corroborated".into())]);
}

#[test]
fn keys_faster_than_the_disk_come_to_the_same() {
    for keys in
        ["dU", "dcuUUU", "dkcU", "ddUc<Ctrl-R>", "dk<Backspace>", "dUdUd", "ddkkxU<Ctrl-R>UU"]
    {
        let (mut slow, mut fast) = (drive(TEXT, ""), drive(TEXT, ""));
        slow.keys(keys);
        fast.burst(keys);
        assert_eq!(fast.saved(), slow.saved(), "{keys} on disk");
        assert_eq!(fast.screen(), slow.screen(), "{keys} on the screen");
    }
}

#[test]
fn it_goes_to_the_place_of_the_change() {
    let mut reader = desk(&[("a.txt", TEXT), ("b.txt", "⟦Quatre⟧.")]).start();
    reader.keys("jd").keys("J").keys("c");
    assert_eq!(reader.keys("<Ctrl-Z>").current(), "Quatre");
    assert_eq!(reader.keys("<Ctrl-Z>").current(), "Deux");
    assert_eq!(reader.saved(), []);
    assert_eq!(reader.keys("<Ctrl-R><Ctrl-R>").current(), "Quatre");
    assert_eq!(reader.saved().len(), 2);
}
