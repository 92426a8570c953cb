//! The last row: the keys that matter now.

use std::fmt::Write as _;

use claimdesk::i18n::Lang;
use expect_test::expect;

use crate::harness::desk;

/// The foot of every place at three widths.
fn feet(lang: Lang) -> String {
    let places =
        [("text", ""), ("list", "<Esc>"), ("claim", "<Tab>"), ("note", "n"), ("help", "?")];
    let mut out = String::new();
    for (place, keys) in places {
        for (width, height) in [(120, 40), (80, 24), (40, 12)] {
            let mut reader = desk(&[("a.txt", "⟦Un⟧.")]).size(width, height).lang(lang).start();
            let _ = writeln!(out, "{place:5} {width:3}  {}", reader.keys(keys).foot());
        }
    }
    out
}

#[test]
fn in_english() {
    expect![[r#"
        text  120  cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select  Tab pane  / search       ○ open claim
        text   80  cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select
        text   40  cdumx verdict  ? help  q quit  j next
        list  120  ? help  q quit  j next  k previous  Enter open  v select  Tab pane  / search  : palette
        list   80  ? help  q quit  j next  k previous  Enter open  v select  Tab pane  / search
        list   40  ? help  q quit  j next  k previous
        claim 120  cdumx verdict  ? help  q quit  j next  k previous  Enter open  n note  e evidence  v select  Tab pane     ○ open claim
        claim  80  cdumx verdict  ? help  q quit  j next  k previous  Enter open  n note  v select
        claim  40  cdumx verdict  ? help  q quit  j next
        note  120  Esc keep  Ctrl-C drop  Ctrl-Z undo  F4 editor  Tab complete
        note   80  Esc keep  Ctrl-C drop  Ctrl-Z undo  F4 editor  Tab complete
        note   40  Esc keep  Ctrl-C drop  Ctrl-Z undo
        help  120  Enter close  Esc close  / search
        help   80  Enter close  Esc close  / search
        help   40  Enter close  Esc close  / search
    "#]].assert_eq(&feet(Lang::En));
}

#[test]
fn a_list_that_leads_nowhere_offers_no_key_that_opens() {
    let mut reader = desk(&[("a.txt", "⟦Un⟧.")]).size(120, 40).start();
    assert!(!reader.keys("A").foot().contains("open"), "{}", reader.foot());
    reader.keys("<Esc>d").change("seeds/a.txt", "Deux. Un autre texte.".as_bytes());
    assert!(reader.keys("A").foot().contains("Enter open"), "{}", reader.foot());
}

#[test]
fn in_french() {
    expect![[r#"
        text  120  cdumx verdict  ? aide  q quitter  j suivante  k précédente  n note  e preuve  v sélectionner     ○ affirmation ouverte
        text   80  cdumx verdict  ? aide  q quitter  j suivante  k précédente  n note  e preuve
        text   40  cdumx verdict  ? aide  q quitter
        list  120  ? aide  q quitter  j suivante  k précédente  Entrée ouvrir  v sélectionner  Tab volet  / chercher  : palette
        list   80  ? aide  q quitter  j suivante  k précédente  Entrée ouvrir  v sélectionner
        list   40  ? aide  q quitter  j suivante
        claim 120  cdumx verdict  ? aide  q quitter  j suivante  k précédente  Entrée ouvrir  n note  e preuve      ○ affirmation ouverte
        claim  80  cdumx verdict  ? aide  q quitter  j suivante  k précédente  Entrée ouvrir
        claim  40  cdumx verdict  ? aide  q quitter
        note  120  Échap garder  Ctrl-C abandonner  Ctrl-Z annuler  F4 éditeur  Tab compléter
        note   80  Échap garder  Ctrl-C abandonner  Ctrl-Z annuler  F4 éditeur  Tab compléter
        note   40  Échap garder  Ctrl-C abandonner
        help  120  Entrée fermer  Échap fermer  / chercher
        help   80  Entrée fermer  Échap fermer  / chercher
        help   40  Entrée fermer  Échap fermer  / chercher
    "#]].assert_eq(&feet(Lang::Fr));
}

#[test]
fn where_other_articles_speak_their_keys_are_in_it_and_signs_are_explained() {
    let here = "Séoul\n\nEn juin 2024, 200 soldats nord-coréens sont en Russie.";
    let there = "Kiev\n\nEn juin 2024, 300 soldats nord-coréens sont en Russie.";
    let mut reader = desk(&[("a.txt", here), ("b.txt", there)]).size(150, 30).start();
    let foot = reader.foot();
    assert!(foot.contains("1 other claim  V compare  a as evidence  D differences"), "{foot}");
    assert!(foot.ends_with("○ open claim"), "{foot}");
    let foot = reader.keys("<Esc>").foot();
    assert!(foot.ends_with("≠1 differ from other articles"), "{foot}");
    // Undo is told once there is something to undo.
    assert!(!foot.contains("U undo"), "{foot}");
    assert!(reader.keys("ld<Ctrl-L>").foot().contains("U undo"), "{}", reader.foot());
}
