//! A verdict for many claims at once, and the marks that choose them.

use claimdesk::i18n::Lang;
use expect_test::expect;

use crate::harness::{Setting, desk};

const A: &str = "Un\n\n⟦Le riz coûte 12 euros⟧.\n\n⟦Abonnez-vous à notre lettre⟧.";
const B: &str = "Deux\n\n⟦Du blé à 3 euros⟧.\n\n⟦Abonnez-vous à notre lettre⟧.";
const C: &str = "Trois\n\n⟦Abonnez-vous\nà notre lettre⟧. ⟦Rien d’autre⟧.";

fn three() -> Setting {
    desk(&[("a.txt", A), ("b.txt", B), ("c.txt", C)]).size(90, 24)
}

fn verdicts(saved: &[(String, String)]) -> Vec<&str> {
    saved.iter().map(|(words, _)| words.as_str()).collect()
}

#[test]
fn what_is_printed_in_every_article_gets_one_verdict_in_one_step() {
    let mut reader = three().start();
    reader.keys("j*").check_dialog(expect![[r#"
        ╭─ A verdict for many claims ──────────────────────────────────────────────╮
        │ All claims with the words of this one                                    │
        │ claims: 3 · articles: 3                                                  │
        │                                                                          │
        │ c ✓ corroborated                                                         │
        │ d ✗ disputed                                                             │
        │ u ? unverified                                                           │
        │ m ≈ misleading                                                           │
        │ x – not a claim                                                          │
        │                                                                          │
        │ “Abonnez-vous à notre lettre”                                            │
        │ “Abonnez-vous à notre lettre”                                            │
        │ “Abonnez-vous à notre lettre”                                            │
        │                                                                          │
        │                                                                          │
        ╰──────────────────────────────────────────────────────────────────────────╯
    "#]]);
    reader.keys("x").check_dialog(expect![[r#"
        ╭─ A verdict for many claims ──────────────────────────────────────────────╮
        │ All claims with the words of this one                                    │
        │ claims: 3 · articles: 3                                                  │
        │                                                                          │
        │ – not a claim for all of these (claims: 3 · articles: 3)? y yes, n no    │
        │                                                                          │
        │ “Abonnez-vous à notre lettre”                                            │
        │ “Abonnez-vous à notre lettre”                                            │
        │ “Abonnez-vous à notre lettre”                                            │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        ╰──────────────────────────────────────────────────────────────────────────╯
    "#]]);
    assert_eq!(reader.saved(), []);
    reader.keys("y");
    let foot = reader.foot();
    assert!(foot.contains("3 claims in 3 articles: – not a claim"), "{foot}");
    let saved = reader.saved();
    assert_eq!(saved.len(), 3, "{saved:?}");
    assert!(saved.iter().all(|(_, verdict)| verdict == "not-a-claim"), "{saved:?}");
    // One undo, one redo.
    assert!(reader.keys("U").foot().contains("undone: 3 claims"), "{}", reader.foot());
    assert_eq!(reader.saved(), []);
    reader.keys("<Ctrl-R>");
    assert_eq!(reader.saved().len(), 3);
}

#[test]
fn no_leaves_all_as_it_is_and_esc_closes() {
    let mut reader = three().start();
    reader.keys("j*xn");
    assert!(reader.model().dialog.is_some());
    reader.keys("<Esc>");
    assert!(reader.model().dialog.is_none());
    assert_eq!(reader.saved(), []);
}

#[test]
fn marked_claims_of_several_articles_are_decided_together() {
    let mut reader = three().start();
    assert!(reader.keys("M").foot().contains("marked, in all: 1"), "{}", reader.foot());
    reader.keys("JM");
    assert!(reader.shows("◆"), "{}", reader.screen());
    reader.resize(150, 24).keys("<Ctrl-L>");
    assert!(reader.foot().contains("◆ marked by you"), "{}", reader.foot());
    // From mark to mark, around the end of the desk.
    assert_eq!(reader.keys("Z").current(), "Le riz coûte 12 euros");
    assert_eq!(reader.keys("Z").current(), "Du blé à 3 euros");
    reader.keys("*");
    assert!(reader.shows("The marked claims"), "{}", reader.screen());
    assert!(reader.shows("claims: 2 · articles: 2"), "{}", reader.screen());
    reader.keys("dy");
    assert_eq!(verdicts(&reader.saved()), ["Du blé à 3 euros", "Le riz coûte 12 euros"]);
    // What was marked is done with: the other ways to choose are left.
    assert!(!reader.keys("*").shows("The marked claims"));
}

#[test]
fn a_mark_is_taken_away_and_goes_with_its_words() {
    let mut reader = three().start();
    assert!(reader.keys("MM").foot().contains("mark removed"), "{}", reader.foot());
    reader
        .keys("M")
        .change("seeds/a.txt", format!("Avant. {}", A.replace(['⟦', '⟧'], "")).as_bytes());
    reader.keys("G").keys("Z");
    assert!(reader.current().contains("riz"), "{}", reader.current());
}

#[test]
fn without_marks_the_key_goes_to_the_claim_changed_last() {
    let mut reader = three().start();
    assert!(reader.keys("Z").foot().contains("No claim is marked"), "{}", reader.foot());
    reader.keys("dJJZ");
    assert_eq!(reader.current(), "Le riz coûte 12 euros");
}

#[test]
fn what_a_filter_shows_is_decided_together_and_what_is_replaced_is_said() {
    let mut reader = three().start();
    reader.keys("cfeuros<Enter>*");
    assert!(reader.shows("The claims that the filter shows"), "{}", reader.screen());
    assert!(reader.shows("claims: 2 · articles: 2 · decided already: 1"), "{}", reader.screen());
    reader.keys("u");
    assert!(reader.shows("Verdicts that are replaced: 1"), "{}", reader.screen());
    reader.keys("y");
    assert!(reader.saved().iter().all(|(_, verdict)| verdict == "unverified"));
    reader.keys("U");
    assert_eq!(reader.saved(), [("Le riz coûte 12 euros".into(), "corroborated".into())]);
}

#[test]
fn tab_turns_to_the_other_ways_to_choose() {
    let mut reader = three().lang(Lang::Fr).start();
    reader.keys("M*");
    assert!(reader.shows("Les affirmations marquées"), "{}", reader.screen());
    reader.keys("<Tab>");
    assert!(reader.shows("Toutes celles qui ont les mots"), "{}", reader.screen());
    assert!(reader.shows("affirmations : 1 · articles : 1"), "{}", reader.screen());
}

#[test]
fn where_there_is_no_claim_it_says_how_to_choose() {
    for (lang, said) in [(Lang::En, "No claim is marked"), (Lang::Fr, "Aucune affirmation marquée")]
    {
        let mut reader = desk(&[("a.txt", "Rien.")]).size(90, 20).lang(lang).start();
        assert!(reader.keys("*").foot().contains(said), "{}", reader.foot());
    }
}
