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
    assert!(reader.shows("Not read: 1 · 1 matches in 1 articles"), "{}", reader.screen());
    reader.keys("<Backspace>zz");
    assert!(reader.shows("Not read: 1 · No matches in 2 articles"), "{}", reader.screen());
    reader.keys("<Esc>friz");
    assert!(reader.shows("Not read: 1"), "{}", reader.screen());
}
