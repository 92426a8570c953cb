//! Poor terminals and strong contrast.

use claimdesk::state::model::look::{Depth, Look, Scheme};
use ratatui::style::{Color, Modifier};

use crate::harness::{Reader, Setting, desk};

const TEXT: &str = "Un titre assez long pour la liste des articles\nHier, ⟦300 soldats sont morts⟧. ⟦La ville est prise⟧, dit-on.";

fn setting(look: Look) -> Setting {
    let setting = desk(&[("a.txt", TEXT), ("b.txt", "Ailleurs ⟦300 soldats⟧.")]).size(72, 24);
    let ana = r#"{ "format": "claimdesk/1", "article": "a.txt", "annotator": "Ana", "annotations": {
        "id1": { "verdict": "disputed", "exact": "300 soldats", "start": 53, "end": 64, "note": "Non.",
                 "created": "2026-11-19T08:00:00Z", "updated": "2026-11-19T08:00:00Z" } } }"#;
    setting.file("annotations/ana/a.txt.json", ana.as_bytes());
    setting.settings(|settings| settings.look = look)
}

/// Every dialog and pane.
const PLACES: [&str; 16] = [
    "", "<Esc>", "<Tab>", "c", "n", "e", "t", "v", "/soldats", ":a", "ssoldats", "f", "?", "D",
    "i", "P",
];

fn each(look: Look, check: impl Fn(&str, &Reader)) {
    for place in PLACES {
        let mut reader = setting(look).start();
        reader.keys(place);
        check(place, &reader);
    }
}

#[test]
fn where_asked_for_every_sign_is_ascii() {
    each(Look { ascii: true, ..Look::default() }, |place, reader| {
        let screen = reader.screen();
        assert!(screen.is_ascii(), "{place}:\n{screen}");
    });
}

#[test]
fn without_colours_and_in_strong_contrast_there_is_none() {
    let none = Look { depth: Depth::None, ..Look::default() };
    for look in [none, Look { scheme: Scheme::Contrast, ..Look::default() }] {
        each(look, |place, reader| {
            let coloured = reader.styled(|style| {
                [style.fg, style.bg].into_iter().flatten().any(|color| color != Color::Reset)
            });
            assert!(coloured.is_empty(), "{look:?} {place}: {coloured:?}");
        });
    }
}

#[test]
fn in_strong_contrast_the_pane_with_the_focus_is_told_by_its_head() {
    let mut reader = setting(Look { scheme: Scheme::Contrast, ..Look::default() }).start();
    let heads = |reader: &Reader| {
        reader.styled(|style| style.add_modifier.contains(Modifier::REVERSED | Modifier::BOLD))
    };
    assert!(heads(&reader)[0].contains("Un titre assez long"), "{:?}", heads(&reader));
    assert!(heads(reader.keys("<Tab>")).iter().any(|head| head.contains("Claim")));
}
