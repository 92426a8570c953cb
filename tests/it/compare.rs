//! Two places side by side, and the place that a list leads to seen below it.

use claimdesk::i18n::Lang;
use expect_test::expect;

use crate::harness::{Reader, Setting, desk};

const EARLY: &str = "Incendie à Lyon\n\nLe feu a pris tôt.\n\n\
    Un incendie a tué 12 personnes lundi à Lyon, selon le préfet.";
const LATE: &str = "Lyon : le bilan monte\n\nLes secours cherchent encore.\n\n\
    Un incendie a tué 15 personnes lundi à Lyon, selon le préfet.";

fn lyon(width: u16, height: u16) -> Setting {
    desk(&[("a.txt", EARLY), ("b.txt", LATE), ("c.txt", "Riz\n\nLe riz coûte 12 euros.")])
        .size(width, height)
}

fn marked(reader: &Reader) -> Vec<String> {
    let values = reader.styled(|style| {
        let differs = ratatui::style::Modifier::BOLD | ratatui::style::Modifier::UNDERLINED;
        style.add_modifier.contains(differs) && style.fg == Some(ratatui::style::Color::Red)
    });
    values.into_iter().filter(|words| words.contains("personnes")).collect()
}

#[test]
fn a_claim_and_its_counterpart_stand_side_by_side_with_the_difference_marked() {
    let mut reader = lyon(100, 20).start();
    reader.keys("V").check_dialog(expect![[r#"
        ╭─ Side by side ───────────────────────────────────────────────────────────────────────────────╮
        │ differs · 1/1                                                                                │
        │ Deaths: 12 ↔ 15 personnes                                                                    │
        │ Date: lundi                                                                                  │
        │                                                                                              │
        │ Incendie à Lyon                              │ Lyon : le bilan monte                         │
        │                                              │                                               │
        │ Le feu a pris tôt.                           │ Les secours cherchent encore.                 │
        │                                              │                                               │
        │ Un incendie a tué 12 personnes lundi à Lyon, │ Un incendie a tué 15 personnes lundi à Lyon,  │
        │ selon le préfet.                             │ selon le préfet.                              │
        │                                              │                                               │
        │                                              │                                               │
        │                                              │                                               │
        │                                              │                                               │
        │                                              │                                               │
        ╰──────────────────────────────────────────────────────────────────────────────────────────────╯
    "#]]);
    assert_eq!(marked(&reader), ["Deaths: 12 ↔ 15 personnes", "12 personnes", "15 personnes"]);
    // From here to the counterpart, and back.
    reader.keys("<Enter>");
    assert!(reader.shows("Lyon : le bilan monte"), "{}", reader.screen());
    assert!(reader.current().contains("15 personnes"), "{}", reader.current());
    assert!(reader.keys("b").current().contains("12 personnes"));
}

#[test]
fn in_french_on_a_narrow_screen_one_stands_above_the_other() {
    let mut reader = lyon(60, 24).lang(Lang::Fr).start();
    reader.keys("V").check_dialog(expect![[r#"
        ╭─ Côte à côte ────────────────────────────────────────╮
        │ diffère · 1/1                                        │
        │ Morts : 12 ↔ 15 personnes                            │
        │ Date : lundi                                         │
        │                                                      │
        │ Incendie à Lyon                                      │
        │                                                      │
        │ Un incendie a tué 12 personnes lundi à Lyon, selon   │
        │ le préfet.                                           │
        │                                                      │
        │                                                      │
        │                                                      │
        │ ──────────────────────────────────────────────────── │
        │ Lyon : le bilan monte                                │
        │                                                      │
        │ Un incendie a tué 15 personnes lundi à Lyon, selon   │
        │ le préfet.                                           │
        │                                                      │
        │                                                      │
        │                                                      │
        ╰──────────────────────────────────────────────────────╯
    "#]]);
}

#[test]
fn what_stands_beside_is_taken_as_evidence() {
    let mut reader = lyon(100, 20).start();
    reader.keys("Va");
    assert!(reader.foot().contains("evidence: refutes"), "{}", reader.foot());
    assert!(reader.keys("<Esc>").files().contains("15 personnes"), "{}", reader.files());
}

#[test]
fn a_line_of_the_differences_stands_beside_the_others_and_the_list_comes_back() {
    let mut reader = lyon(100, 30).start();
    reader.keys("DV");
    assert!(reader.shows("Side by side"), "{}", reader.screen());
    assert_eq!(marked(&reader), ["Deaths: 12 ↔ 15 personnes", "12 personnes", "15 personnes"]);
    assert!(reader.keys("<Esc>").shows("Differences between the articles"));
    reader.keys("jV");
    assert!(reader.shows("15 ↔ 12"), "{}", reader.screen());
    // Evidence is for the claim that is open.
    assert!(reader.keys("a").foot().contains("Open the claim"), "{}", reader.foot());
    assert!(reader.keys("<Enter>").current().contains("12 personnes"));
}

#[test]
fn where_nothing_stands_beside_it_says_so() {
    for (lang, said) in
        [(Lang::En, "No other article speaks"), (Lang::Fr, "Aucun autre article ne parle")]
    {
        let mut reader =
            desk(&[("a.txt", "Le riz coûte 12 euros.")]).size(90, 20).lang(lang).start();
        assert!(reader.keys("V").foot().contains(said), "{}", reader.foot());
        assert!(reader.model().dialog.is_none());
    }
    let mut reader = lyon(100, 30).start();
    assert!(reader.keys("iV").foot().contains("Nothing stands beside"), "{}", reader.foot());
}

#[test]
fn below_the_differences_the_selected_place_is_seen_as_it_reads() {
    let mut reader = lyon(90, 30).start();
    reader.keys("Dj").check_dialog(expect![[r#"
        ╭─ Differences between the articles ─────────────────────────────────────────────────────╮
        │ Deaths: 12 personnes / 15 personnes                                        2 of 2 open │
        │   ○ 12 personnes  source: le préfet · Incendie à Lyon                                  │
        │     “Un incendie a tué 12 personnes lundi à Lyon, selon le préfet”                     │
        │   ○ 15 personnes  source: le préfet · Lyon : le bilan monte                            │
        │     “Un incendie a tué 15 personnes lundi à Lyon, selon le préfet”                     │
        │ ── Lyon : le bilan monte ───────────────────────────────────────────────────────────── │
        │ Les secours cherchent encore.                                                          │
        │                                                                                        │
        │ Un incendie a tué 15 personnes lundi à Lyon, selon le préfet.                          │
        │                                                                                        │
        │                                                                                        │
        │                                                                                        │
        ╰────────────────────────────────────────────────────────────────────────────────────────╯
    "#]]);
}

#[test]
fn below_a_search_in_all_articles_too() {
    let mut reader = lyon(90, 30).start();
    reader.keys("spersonnes<Down>").check_dialog(expect![[r#"
        ╭─ Search in all articles ───────────────────────────────────────────────────────────╮
        │ › personnes                                                                        │
        │ 2 matches in 2 articles                                                            │
        │  Incendie à Lyon        Un incendie a tué 12 personnes lundi à Lyon, selon le pré… │
        │▌ Lyon : le bilan monte  Un incendie a tué 15 personnes lundi à Lyon, selon le pré… │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │ ── Lyon : le bilan monte ───────────────────────────────────────────────────────── │
        │ Les secours cherchent encore.                                                      │
        │                                                                                    │
        │ Un incendie a tué 15 personnes lundi à Lyon, selon le préfet.                      │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        ╰────────────────────────────────────────────────────────────────────────────────────╯
    "#]]);
}

#[test]
fn below_the_palette_a_claim_or_the_head_of_an_article() {
    let mut reader = lyon(90, 30).start();
    reader.keys(":bilan").check_dialog(expect![[r#"
        ╭─ Palette ──────────────────────────────────────────────────────────────────────────╮
        │ › bilan                                                                            │
        │ Commands, articles by title, claims by words                                       │
        │▌ ≡ Lyon : le bilan monte                                                     b.txt │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │                                                                                    │
        │ ── Lyon : le bilan monte ───────────────────────────────────────────────────────── │
        │ Lyon : le bilan monte                                                              │
        │                                                                                    │
        │ Les secours cherchent encore.                                                      │
        │                                                                                    │
        │ Un incendie a tué 15 personnes lundi à Lyon, selon le préfet.                      │
        │                                                                                    │
        ╰────────────────────────────────────────────────────────────────────────────────────╯
    "#]]);
    reader.keys("<Ctrl-U>incendie a tu");
    assert!(reader.shows("Le feu a pris tôt."), "{}", reader.screen());
}

#[test]
fn a_change_of_the_article_below_is_seen() {
    let mut reader = lyon(90, 30).start();
    reader.keys("Dj");
    reader.change("seeds/b.txt", LATE.replace("cherchent", "fouillent").as_bytes());
    assert!(reader.shows("Les secours fouillent encore."), "{}", reader.screen());
}

/// Where hardly anything fits, it is the values, and a whole sentence.
#[test]
fn on_a_small_screen_the_differing_values_and_a_sentence_are_seen() {
    let lead = "Selon le préfet, qui parlait dans la soirée devant la presse à Lyon, ";
    let article = |dead| format!("{lead}⟦un incendie a tué {dead} personnes lundi à Lyon⟧.");
    let articles = [("a.txt", article(12)), ("b.txt", article(15))];
    let setting = || desk(&articles.each_ref().map(|(name, text)| (*name, text.as_str())));
    let mut reader = setting().size(40, 12).start();
    reader.keys("V");
    assert!(["tué 12", "tué 15"].iter().all(|it| reader.shows(it)), "{}", reader.screen());
    reader.keys("<Esc>D");
    let preview = reader.screen().replace(['│', '\n'], " ");
    let preview = preview.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = "un incendie a tué 12 personnes lundi à Lyon.";
    assert!(preview.contains(sentence), "{}", reader.screen());
    // Of a pane that is as low the first row says the values.
    let reader = setting().size(80, 24).start();
    let row = "1 differs · Deaths: 12 ↔ 15 personnes";
    assert!(reader.shows(row), "{}", reader.screen());
    assert!(reader.foot().contains("1 other claim "), "{}", reader.foot());
}

#[test]
fn a_low_screen_has_no_preview() {
    let mut reader = lyon(90, 16).start();
    assert!(!reader.keys("Dj").shows("Les secours cherchent"), "{}", reader.screen());
    reader.resize(40, 12);
    assert!(reader.shows("15 personnes"), "{}", reader.screen());
}

#[test]
fn on_the_smallest_screen_both_say_something() {
    let mut reader = lyon(40, 12).start();
    reader.keys("V");
    assert!(reader.shows("12 personnes") || reader.shows("a tué 12"), "{}", reader.screen());
    reader.check_dialog(expect![[r#"
        ╭─ Side by side ───────────────────╮
        │ differs · 1/1                    │
        │ Deaths: 12 ↔ 15 personnes        │
        │ Incendie à Lyon                  │
        │ Un incendie a tué 12 personnes   │
        │ ──────────────────────────────── │
        │ Lyon : le bilan monte            │
        │ Un incendie a tué 15 personnes   │
        ╰──────────────────────────────────╯
    "#]]);
}
