//! Copying words with their reference, and opening links.

use crate::harness::{Reader, desk};

const HERE: &str = "Séoul\n\nEn juin 2024, la Corée du Nord a envoyé 12 000 soldats en Russie.\n";
const THERE: &str = "Kiev\n\nLa Corée du Nord a envoyé 1 500 soldats en Russie en juin 2024.\n";

fn reader() -> Reader {
    desk(&[("a.txt", HERE), ("b.txt", THERE)]).size(120, 30).start()
}

#[test]
fn the_related_claim_that_is_marked_is_copied_with_its_own_place() {
    let mut reader = reader();
    let here =
        "“En juin 2024, la Corée du Nord a envoyé 12 000 soldats en Russie” (Séoul, a.txt, 7–71)";
    assert_eq!(reader.keys("Y").copied().as_deref(), Some(here));
    assert!(reader.keys("<Tab>").shows("▌ differ"), "{}", reader.screen());
    let there =
        "“La Corée du Nord a envoyé 1 500 soldats en Russie en juin 2024” (Kiev, b.txt, 6–68)";
    assert_eq!(reader.keys("Y").copied().as_deref(), Some(there));
}

#[test]
fn links_of_teammates_follow_ones_own() {
    let setting = desk(&[("a.txt", "Hier, ⟦300 soldats sont morts⟧.")]).size(120, 30);
    let ana = r#"{ "format": "claimdesk/1", "article": "a.txt", "annotator": "Ana", "annotations": {
        "id1": { "verdict": "disputed", "exact": "300 soldats", "start": 6, "end": 17,
                 "evidence": [{ "stance": "refutes", "url": "https://example.org/ana" }],
                 "created": "2026-11-19T08:00:00Z", "updated": "2026-11-19T08:00:00Z" } } }"#;
    setting.file("annotations/ana/a.txt.json", ana.as_bytes());
    let mut reader = setting.settings(|settings| settings.blind = true).start();
    assert!(reader.keys("B").foot().contains("has a link"), "{}", reader.foot());
    reader.keys("ck").keys("e").paste("https://example.org/own").keys("<Enter>");
    let shown = reader.keys("B").screen();
    let places = ["example.org/own", "example.org/ana"].map(|url| shown.find(url));
    assert!(places[0].is_some() && places[0] < places[1], "{shown}");
    reader.keys("j<Enter>");
    assert_eq!(reader.foot(), "Opened: https://example.org/ana");
}

#[test]
fn the_only_link_is_opened_and_several_are_offered() {
    let text = "⟦300 personnes sont mortes⟧, selon https://example.org/rapport.\n\nVoir (https://example.org/suite).\n";
    let setting = desk(&[("a.txt", text), ("b.txt", "⟦5 morts⟧, dit http://example.org/b.")]);
    let source = r#"{ "format": "claimdesk-source/1", "outlet": "Le Courrier", "url": "https://courrier.example/1" }"#;
    setting.file("seeds/a.source.json", source.as_bytes());
    let mut reader = setting.size(120, 30).start();
    let shown = reader.keys("B").screen();
    let lines = [
        "text     https://example.org/rapport",
        "article  https://courrier.example/1",
        "text     https://example.org/suite",
    ];
    let places = lines.map(|line| shown.find(line));
    assert!(places[0].is_some() && places.is_sorted(), "{shown}");
    assert!(shown.contains("Le Courrier"), "{shown}");
    reader.keys("<Esc>").keys("J").keys("B");
    assert_eq!(reader.foot(), "Opened: http://example.org/b");
}

/// A claim with a link in its evidence, in a terminal that opens links or does not.
fn linked(links: bool) -> Reader {
    let setting = desk(&[("a.txt", "Hier, ⟦300 soldats sont morts⟧.")]).size(120, 30);
    let mut reader = setting.settings(|settings| settings.look.links = links).start();
    reader.keys("e").paste(&format!("https://example.org/é/{}", "long-".repeat(12)));
    reader.keys("<Enter>");
    reader
}

#[test]
fn links_are_told_to_a_terminal_that_opens_them_and_change_nothing_else() {
    let (plain, mut reader) = (linked(false), linked(true));
    assert!(!plain.screen().contains('\x1b'));
    let open =
        format!("\x1b]8;id=claimdesk-0;https://example.org/%C3%A9/{}\x1b\\", "long-".repeat(12));
    let bare = |screen: String| screen.replace(&open, "").replace("\x1b]8;;\x1b\\", "");
    assert_eq!(bare(reader.screen()), plain.screen());
    // Every letter of it, over two rows, and nothing else.
    assert_eq!(
        reader.screen().matches(&open).count(),
        "https://example.org/é/".chars().count() + 60
    );
    // What lies over it is no link.
    for dialog in ["?", "n", "P", ":"] {
        assert!(!reader.keys(dialog).screen().contains("example.org/%C3"), "{dialog}");
        reader.keys("<Esc>");
    }
}
