//! Panes as wide as one wants them, and paragraphs that are read from right to left.

use claimdesk::state::model::look::{Depth, Look};
use expect_test::expect;
use ratatui::style::Color;

use crate::harness::{Reader, desk};

const TEXT: &str = "⟦Trois soldats à Séoul⟧. ⟦Le riz coûte 12 euros⟧.";

fn reader(width: u16) -> Reader {
    desk(&[("a.txt", TEXT), ("b.txt", "Du blé.")]).size(width, 12).start()
}

/// The columns of the lines between the panes.
fn borders(reader: &Reader) -> Vec<u16> {
    let buffer = reader.buffer();
    (0..buffer.area.width).filter(|x| buffer[(*x, 8)].symbol() == "│").collect()
}

#[test]
fn the_border_of_the_pane_is_moved_and_stays_so() {
    let mut reader = reader(120);
    assert_eq!(borders(&reader), [30, 83]);
    assert_eq!(borders(reader.keys("<Ctrl-Right>")), [30, 87]);
    assert_eq!(borders(reader.keys("<Ctrl-Left><Ctrl-Left>")), [30, 79]);
    assert_eq!(borders(reader.keys("<Esc><Ctrl-Right>")), [34, 79]);
    // The widths are kept for the folder.
    reader.keys("q");
    assert_eq!(borders(reader.restart()), [34, 79]);
}

#[test]
fn it_stops_where_a_pane_would_be_too_narrow_and_says_so() {
    let mut reader = reader(120);
    for _ in 0..20 {
        reader.keys("<Esc><Ctrl-Right>");
    }
    assert!(reader.foot().contains("No border can be moved"), "{}", reader.foot());
    let at = borders(&reader)[0];
    assert!(at <= 48, "{at}");
    // The first step back is seen.
    assert!(borders(reader.keys("<Ctrl-Left>"))[0] < at);
    let mut narrow = desk(&[("a.txt", TEXT)]).size(40, 12).start();
    assert!(narrow.keys("<Ctrl-Left>").foot().contains("No border"), "{}", narrow.foot());
}

#[test]
fn the_list_hides_while_one_is_elsewhere() {
    let mut reader = reader(120);
    assert!(!reader.keys("z").shows("Articles"), "{}", reader.screen());
    assert!(reader.keys("<Esc>").shows("Articles"), "{}", reader.screen());
    // From within the list it sends one into the text.
    assert!(reader.keys("z<Enter>").shows("Articles"), "{}", reader.screen());
    assert!(!reader.keys("<Esc>z").shows("Articles"), "{}", reader.screen());
}

#[test]
fn paragraphs_read_from_right_to_left_stand_at_the_right() {
    let text = "⟦قتل 12 شخصا في بيروت⟧.\n\nHello ⟦12 people⟧.";
    desk(&[("a.txt", text)]).size(44, 9).start().check(expect![[r#"
        ▌قتل 12 شخصا في بيروت.                  0 %
        ▌○                   قتل 12 شخصا في بيروت.

           Hello○12 people.




         cdumx verdict  ? help  q quit  j next
    "#]]);
}

#[test]
fn colours_of_ones_own_are_laid_over_the_theme() {
    let look = |depth| {
        let mut look = Look { depth, ..Look::default() };
        look.palette
            .set(claimdesk::core::palette::Role::Accent, "#ff0000 on #000080".parse().unwrap());
        look
    };
    let red = |depth, wanted: Color| {
        let setting = desk(&[("a.txt", TEXT)]).size(120, 12);
        let reader = setting.settings(|settings| settings.look = look(depth)).start();
        reader.styled(|style| style.fg == Some(wanted)).concat()
    };
    assert!(red(Depth::True, Color::Rgb(255, 0, 0)).contains('▌'));
    assert!(red(Depth::Indexed, Color::Indexed(196)).contains('▌'));
    assert_eq!(red(Depth::Sixteen, Color::Rgb(255, 0, 0)), "");
}
