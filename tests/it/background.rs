//! Reading the whole desk behind the screen: told in the foot, stopped and taken up again.

use claimdesk::i18n::Lang;

use crate::harness::{Reader, Setting};

/// Thirty articles of which a small screen shows four; none is read ahead.
fn reader(lang: Lang) -> Reader {
    let setting = Setting::empty().size(90, 10).lang(lang);
    for n in 0..30 {
        setting.article(&format!("{n:02}.txt"), "Hier, ⟦300 soldats sont morts⟧.");
    }
    setting.settings(|settings| settings.read_ahead = false).start()
}

#[test]
fn the_foot_says_how_far_it_is_and_how_to_go_on() {
    let mut reader = reader(Lang::En);
    assert!(reader.foot().ends_with("4 of 30 read · p resume"), "{}", reader.foot());
    // What is looked at is read all the same.
    reader.keys("<Esc>G");
    assert!(reader.foot().ends_with("8 of 30 read · p resume"), "{}", reader.foot());
    // Begun and stopped before anything was read.
    assert!(reader.burst("pp").foot().ends_with("8 of 30 read · p resume"), "{}", reader.foot());
    reader.keys("p");
    assert!(!reader.foot().contains("30"), "{}", reader.foot());
    assert!(reader.keys("p").foot().contains("All articles are read"));
}

#[test]
fn in_french_and_from_the_palette() {
    let mut reader = reader(Lang::Fr);
    assert!(reader.foot().ends_with("lus 4 sur 30 · p reprendre"), "{}", reader.foot());
    reader.keys(":lecture dossier<Enter>");
    assert!(!reader.foot().contains("30"), "{}", reader.foot());
}

#[test]
fn finding_the_claims_of_a_large_article_is_stopped_and_taken_up_again() {
    let setting = Setting::empty().size(90, 20);
    setting.article("a.txt", "Peu de mots.");
    setting.article("b.txt", &"Hier, 300 soldats sont morts à Koursk. ".repeat(10_000));
    let mut reader = setting.start();
    // Stopped before it was begun: the text is there, its claims are not.
    reader.burst("Jp");
    assert!(reader.foot().ends_with("claims found to 0 % · p resume"), "{}", reader.screen());
    assert!(reader.shows("Hier, 300 soldats") && reader.model().reader.items.is_empty());
    reader.keys("p");
    assert_eq!(reader.model().reader.items.len(), 10_000);
    assert!(!reader.foot().contains('%'), "{}", reader.foot());
}
