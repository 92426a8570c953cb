//! The mouse over what lies above the panes.

use claimdesk::state::model::signal::{Mouse, MouseAct, Msg};

use crate::harness::{Reader, desk};

const ONE: &str = "Titre\n⟦Trois soldats à Séoul⟧. ⟦Le riz coûte 12 euros⟧.";
const TWO: &str = "Autre\n⟦Des soldats à Koursk⟧.";

fn reader() -> Reader {
    desk(&[("a.txt", ONE), ("b.txt", TWO)]).size(120, 30).start()
}

/// A click at the corner of the screen, which no dialog covers here.
fn beside(reader: &mut Reader) -> &mut Reader {
    reader.send(Msg::Mouse(Mouse { act: MouseAct::Press, x: 0, y: 28 }))
}

#[test]
fn a_click_takes_a_line_of_any_list() {
    for (list, line, leads_to) in [
        ("i", "12 euros", "Le riz coûte 12 euros"),
        ("P", "Autre", "Des soldats à Koursk"),
        (":riz", "Le riz coûte", "Le riz coûte 12 euros"),
        ("skoursk", "Des soldats", "Des soldats à Koursk"),
    ] {
        let mut reader = reader();
        reader.keys(list);
        let (x, y) = last(&reader, line);
        reader.send(Msg::Mouse(Mouse { act: MouseAct::Press, x, y }));
        assert_eq!(reader.current(), leads_to, "{list}");
        assert!(reader.model().dialog.is_none(), "{list}");
    }
}

/// Where the last row stands that shows these words: lists lie over the panes.
fn last(reader: &Reader, words: &str) -> (u16, u16) {
    let screen = reader.screen();
    let model = reader.model();
    let dialog = model.dialog.as_ref().and_then(|dialog| dialog.overlay(model));
    // What is seen below a list is no line of it.
    let end = dialog.map_or(usize::MAX, |dialog| usize::from(dialog.list.bottom()));
    let rows = screen.lines().enumerate().take(end).filter(|(_, row)| row.contains(words));
    let rows: Vec<_> = rows.collect();
    let (y, row) = rows.last().unwrap_or_else(|| panic!("no `{words}`:\n{screen}"));
    let x = row[..row.find(words).unwrap()].chars().count();
    (x as u16, *y as u16)
}

#[test]
fn a_click_on_a_heading_or_below_the_list_changes_nothing() {
    let mut reader = reader();
    let screen = reader.keys("i").screen();
    reader.mouse(MouseAct::Press, "Figures");
    assert_eq!(reader.screen(), screen);
}

#[test]
fn a_click_on_a_related_claim_goes_to_it() {
    let here = "Séoul\nEn juin 2024, 200 soldats nord-coréens sont en Russie.";
    let there = "Kiev\nEn juin 2024, 300 soldats nord-coréens sont en Russie.";
    let mut reader = desk(&[("a.txt", here), ("b.txt", there)]).size(120, 30).start();
    reader.mouse(MouseAct::Press, "Other articles");
    assert_eq!(reader.model().reader.article, Some(0));
    reader.mouse(MouseAct::Press, "300 soldats");
    assert_eq!(reader.model().reader.article, Some(1));
    assert_eq!(reader.keys("b").model().reader.article, Some(0));
}

#[test]
fn the_wheel_goes_through_lists_and_scrolls_the_help() {
    let mut reader = reader();
    let top = reader.keys("?").screen();
    reader.mouse(MouseAct::WheelDown, "Decide");
    assert_ne!(reader.screen(), top);
    reader.mouse(MouseAct::WheelUp, "Decide");
    assert_eq!(reader.screen(), top);
    let first = reader.keys("<Esc>P").screen();
    reader.mouse(MouseAct::WheelDown, "Autre").keys("<Enter>");
    assert_eq!(reader.current(), "Des soldats à Koursk", "{first}");
}

#[test]
fn a_click_beside_closes_and_keeps_what_enter_keeps() {
    let mut reader = reader();
    for keys in ["?", "i", ":", "s"] {
        reader.keys(keys);
        assert!(reader.model().dialog.is_some());
        assert!(beside(&mut reader).model().dialog.is_none(), "{keys}");
    }
    beside(reader.keys("nUne note"));
    assert_eq!(reader.note(), "Une note");
    beside(reader.keys("friz"));
    assert!(reader.model().dialog.is_none() && reader.shows("▽ riz"), "{}", reader.screen());
    beside(reader.keys("F/soldats"));
    assert!(reader.foot().contains("/soldats"), "{}", reader.foot());
    // A form stays: what was written in it would be lost.
    beside(reader.keys("ehttps://example.org"));
    assert!(reader.shows("example.org"));
}
