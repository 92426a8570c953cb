//! A key that decides decides what is on the screen.

use crate::harness::{Reader, desk};

/// Thirty lines on pages of `height - 2`; the fifth, the fifteenth and the last are claims.
fn long(width: u16, height: u16) -> Reader {
    let lines = (1..=30).map(|i| match i {
        5 | 15 | 30 => format!("⟦Ligne {i}⟧.\n"),
        _ => format!("Ligne {i}.\n"),
    });
    desk(&[("a.txt", &lines.collect::<String>())]).size(width, height).start()
}

#[test]
fn the_cursor_follows_the_page_and_comes_back_with_it() {
    let mut reader = long(40, 6);
    for (keys, current) in [
        ("", "Ligne 5"),
        // Between two claims it stays on the one that was passed.
        ("<Space><Space>", "Ligne 5"),
        ("<Space>", "Ligne 15"),
        ("<PgUp>", "Ligne 15"),
        ("<PgUp><PgUp>", "Ligne 5"),
        ("G", "Ligne 30"),
        ("g", "Ligne 5"),
        ("G<Up><Up>", "Ligne 30"),
        ("<PgUp><PgUp><PgUp><PgUp>", "Ligne 15"),
        // What was gone to by a key is where it stands from then on.
        ("jk", "Ligne 15"),
        ("<Space><Space><PgUp><PgUp>", "Ligne 15"),
    ] {
        reader.keys(keys);
        assert_eq!(reader.current(), current, "{keys}:\n{}", reader.screen());
    }
}

#[test]
fn a_verdict_after_scrolling_is_for_what_shows() {
    for (width, height) in [(40, 6), (80, 14), (120, 6)] {
        for keys in [
            "G",
            "<Space><Space><Space>",
            "<Ctrl-D><Ctrl-D><Ctrl-D><Ctrl-D><Ctrl-D>",
            "/Ligne 16<Enter>",
        ] {
            let mut reader = long(width, height);
            reader.keys(keys);
            let before = reader.screen();
            reader.keys("d");
            for (words, _) in reader.saved() {
                assert!(before.contains(&words), "{keys} {width}×{height} {words}:\n{before}");
            }
        }
    }
}

#[test]
fn what_does_not_show_is_shown_before_it_is_decided() {
    // No claim on the page: the one that was passed comes back, and the key counts from then on.
    for key in ["d", "<Backspace>", "M", "y"] {
        let mut reader = long(40, 6);
        reader.keys("<Space><Space>");
        assert!(!reader.shows("Ligne 5."), "{}", reader.screen());
        let before = reader.notebook();
        reader.keys(key);
        assert!(reader.shows("Ligne 5."), "{key}:\n{}", reader.screen());
        assert!(reader.foot().starts_with("was off the screen; "), "{key}: {}", reader.foot());
        assert_eq!(reader.notebook(), before, "{key}");
        reader.keys(key);
        assert!(!reader.foot().starts_with("was off"), "{key}: {}", reader.foot());
    }
    let mut reader = long(40, 6);
    reader.keys("<Space><Space>dd");
    assert_eq!(reader.saved(), [("Ligne 5".to_owned(), "disputed".to_owned())]);
}

#[test]
fn with_the_list_in_front_the_text_comes_first() {
    let mut reader = long(40, 20);
    reader.keys("h");
    assert!(!reader.shows("Ligne 5."), "{}", reader.screen());
    reader.keys("d");
    assert_eq!(reader.saved(), []);
    assert!(reader.shows("Ligne 5."), "{}", reader.screen());
    assert_eq!(reader.keys("d").saved(), [("Ligne 5".to_owned(), "disputed".to_owned())]);
}

#[test]
fn the_answer_names_the_words_at_every_width() {
    for width in [40, 50, 60, 80, 120] {
        let text = "⟦Le deux mars, 137 conteneurs ont brûlé au port⟧. ⟦Deux⟧.";
        let mut reader = desk(&[("a.txt", text)]).size(width, 12).start();
        for key in ["d", "kc"] {
            reader.keys(key);
            assert!(reader.foot().contains("“Le d"), "{width} {key}: {}", reader.foot());
        }
        let text = "⟦Le deux mars, 137 conteneurs ont brûlé⟧.";
        let mut reader = desk(&[("a.txt", text)]).size(width, 12).start();
        // Also where more is said: here that all is decided.
        assert!(reader.keys("d").foot().contains("“Le deux"), "{width}: {}", reader.foot());
    }
}

#[test]
fn the_next_open_claim_is_looked_for_from_the_page() {
    let mut reader = long(40, 6);
    assert_eq!(reader.keys("<Space><Space>o").current(), "Ligne 15");
    assert_eq!(reader.keys("gO").current(), "Ligne 5");
}

/// An article in which nothing stands out is no place for an open claim; it comes last, once, and says why.
#[test]
fn articles_without_claims_that_stand_out_come_when_no_claim_is_open() {
    let weak = "Le comité cherche des bénévoles.";
    let articles = [("a.txt", "⟦Un⟧."), ("b.txt", weak), ("c.txt", "⟦Trois⟧."), ("d.txt", weak)];
    let mut reader = desk(&articles).size(120, 20).start();
    reader.keys("do");
    assert_eq!(reader.current(), "Trois");
    reader.keys("do");
    assert!(
        reader.foot().starts_with("No open claim; in this article none stands out"),
        "{}",
        reader.foot()
    );
    assert_eq!(reader.model().reader.article, Some(3));
    assert!(reader.shows("Found here: 1"), "{}", reader.screen());
    assert_eq!(reader.keys("o").model().reader.article, Some(1));
    reader.keys("o");
    assert_eq!(reader.foot(), "No open claim · + points out more");
    assert!(reader.keys("++++").foot().contains("highlighted") || reader.current() != "");
}
