//! Poor terminals and strong contrast.

use claimdesk::state::look::{Depth, Look, Scheme};
use ratatui::style::Color;

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
fn without_colours_there_is_none() {
    each(Look { depth: Depth::None, ..Look::default() }, |place, reader| {
        let coloured = reader.styled(|style| {
            [style.fg, style.bg].into_iter().flatten().any(|color| color != Color::Reset)
        });
        assert!(coloured.is_empty(), "{place}: {coloured:?}");
    });
}

#[test]
fn in_strong_contrast_only_the_terminals_own_colours_are_used() {
    each(Look { scheme: Scheme::Contrast, ..Look::default() }, |place, reader| {
        let tinted = reader.styled(|style| {
            let tint =
                |color| matches!(color, Color::Rgb(..) | Color::Indexed(_) | Color::DarkGray);
            [style.fg, style.bg].into_iter().flatten().any(tint)
        });
        assert!(tinted.is_empty(), "{place}: {tinted:?}");
    });
}
