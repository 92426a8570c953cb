//! Search, palette and filter, as they show on the screen.

use crate::harness::desk;

const ONE: &str = "Titre\n⟦Trois soldats à Séoul⟧. ⟦Le riz est cher⟧.";
const TWO: &str = "Autre\n⟦Des SOLDATS à Koursk⟧.";

#[test]
fn a_search_is_counted_and_gone_through() {
    let mut reader = desk(&[("a.txt", ONE), ("b.txt", TWO)]).size(120, 20).start();
    assert!(reader.keys("/seoul<Enter>").foot().contains("/seoul 1/1"));
    assert!(!reader.keys("<Esc>").foot().contains("seoul"));
}

#[test]
fn the_palette_runs_what_it_finds() {
    let mut reader = desk(&[("a.txt", ONE), ("b.txt", TWO)]).size(120, 20).start();
    reader.keys(":verdict disp<Enter>");
    assert_eq!(reader.saved(), [("Trois soldats à Séoul".into(), "disputed".into())]);
    assert_eq!(reader.keys(":b.txt<Enter>").current(), "Des SOLDATS à Koursk");
    assert_eq!(reader.keys("<Alt-Left>:riz<Enter>").current(), "Le riz est cher");
}

#[test]
fn a_filter_hides_claims_and_says_so() {
    let mut reader = desk(&[("a.txt", ONE), ("b.txt", TWO)]).size(120, 20).start();
    assert_eq!(reader.keys("friz<Enter>").current(), "Le riz est cher");
    assert!(reader.shows("▽ riz"));
    assert_eq!(reader.keys("Fg").current(), "Le riz est cher");
    assert!(!reader.shows("▽ riz"));
}

/// What cannot be read is not "no match".
#[test]
#[cfg(unix)]
fn articles_that_cannot_be_read_are_counted_apart() {
    let setting = desk(&[("a.txt", ONE), ("b.txt", TWO)]).size(120, 20);
    std::os::unix::fs::symlink("/dev/null", setting.root().join("seeds/c.txt")).unwrap();
    let mut reader = setting.start();
    reader.keys("skoursk");
    assert!(reader.shows("Not read: 1 · 1 match in 1 article"), "{}", reader.screen());
    reader.keys("<Backspace>zz");
    assert!(reader.shows("Not read: 1 · No matches in 2 articles"), "{}", reader.screen());
    reader.keys("<Esc>friz");
    assert!(reader.shows("Not read: 1"), "{}", reader.screen());
}

#[test]
fn whole_words_patterns_and_notes_are_found_in_the_article() {
    let text = "Titre\n⟦Le riz coûte 12\u{202f}000 euros⟧. ⟦Des frites⟧.";
    let mut reader = desk(&[("a.txt", text), ("b.txt", TWO)]).size(120, 20).start();
    assert!(reader.keys("/ri<Enter>").foot().contains("/ri 1/2"), "{}", reader.foot());
    assert!(reader.keys("<Esc>/\"riz\"<Enter>").foot().contains("1/1"), "{}", reader.foot());
    assert!(reader.keys("<Esc>//\\d+ \\d+ euros/<Enter>").foot().contains("1/1"));
    // A pattern that makes no sense yet is told while it is typed.
    assert!(reader.keys("<Esc>//(euros").shows("Not a pattern yet: unclosed group"));
    assert!(reader.keys(")<Enter>").foot().contains("1/1"), "{}", reader.foot());
    // What was written about a claim leads to it.
    reader.keys("<Esc>jn").typed("voir la mairie").keys("<Esc>k/note: mairie<Enter>");
    assert_eq!(reader.current(), "Des frites", "{}", reader.foot());
    assert!(reader.foot().contains("1/1"), "{}", reader.foot());
}

#[test]
fn the_same_in_all_articles_and_from_a_note_to_its_claim() {
    let mut reader = desk(&[("a.txt", ONE), ("b.txt", TWO)]).size(120, 20).start();
    reader.keys("Jn").typed("vu par l’AFP").keys("<Esc>K");
    assert!(reader.keys("s\"soldat\"").shows("No matches in 2 articles"), "{}", reader.screen());
    reader.keys("<Ctrl-U>/s[oé]\\w+");
    assert!(reader.shows("3 matches in 2 articles"), "{}", reader.screen());
    assert!(reader.keys("<Ctrl-U>/(x").shows("Not a pattern yet"), "{}", reader.screen());
    reader.keys("<Ctrl-U>note: afp");
    assert!(reader.shows("vu par l’AFP"), "{}", reader.screen());
    assert_eq!(reader.keys("<Enter>").current(), "Des SOLDATS à Koursk");
}

#[test]
fn what_a_teammate_wrote_is_found_unless_it_is_hidden() {
    let ana = r#"{ "format": "claimdesk/1", "article": "b.txt", "annotator": "Ana", "annotations": {
        "id1": { "verdict": "disputed", "exact": "Des SOLDATS", "start": 6, "end": 17, "note": "Selon Reuters.",
                 "created": "2026-11-19T08:00:00Z", "updated": "2026-11-19T08:00:00Z" } } }"#;
    for (blind, said) in [(false, "1 match in 1 article"), (true, "No matches in 2 articles")] {
        let setting = desk(&[("a.txt", ONE), ("b.txt", TWO)]).size(120, 20);
        setting.file("annotations/ana/b.txt.json", ana.as_bytes());
        let mut reader = setting.settings(|settings| settings.blind = blind).start();
        assert!(reader.keys("snote: reuters").shows(said), "{blind}: {}", reader.screen());
    }
}
