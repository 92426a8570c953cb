//! Poor terminals and strong contrast.

use std::cell::Cell;

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
fn without_colours_there_is_none() {
    each(Look { depth: Depth::None, ..Look::default() }, |place, reader| {
        let coloured = reader.styled(|style| {
            [style.fg, style.bg].into_iter().flatten().any(|color| color != Color::Reset)
        });
        assert!(coloured.is_empty(), "{place}: {coloured:?}");
    });
}

/// The part of light in a colour, 0 to 1 (WCAG 2.2, relative luminance).
fn luminance(color: Color) -> f64 {
    let Color::Rgb(r, g, b) = color else { panic!("{color} is not known to be strong") };
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

#[test]
fn strong_contrast_is_strong_colours_on_the_ground_that_there_is() {
    for (scheme, ground) in [(Scheme::Contrast, 0.0), (Scheme::ContrastLight, 1.0)] {
        let seen = Cell::new(0);
        each(Look { scheme, ..Look::default() }, |place, reader| {
            assert!(
                reader.styled(|s| s.bg.is_some_and(|c| c != Color::Reset)).is_empty(),
                "{place}"
            );
            reader.styled(|style| {
                let color = style.fg.filter(|color| *color != Color::Reset);
                let (one, other) = (color.map_or(1.0 - ground, luminance), ground);
                let ratio = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                assert!(ratio >= 4.5, "{scheme:?} {place}: {color:?} has {ratio:.1}");
                seen.set(seen.get() + usize::from(color.is_some()));
                false
            });
        });
        assert!(seen.get() > 100, "{scheme:?}: {} coloured cells", seen.get());
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
