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
        text  120  cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select  U undo  Tab pane  / search  : palette
        text   80  cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select
        text   40  cdumx verdict  ? help  q quit  j next
        list  120  ? help  q quit  j next  k previous  Enter open  e evidence  v select  U undo  Tab pane  / search  : palette
        list   80  ? help  q quit  j next  k previous  Enter open  e evidence  v select  U undo
        list   40  ? help  q quit  j next  k previous
        claim 120  cdumx verdict  ? help  q quit  j next  k previous  Enter open  n note  e evidence  v select  U undo  Tab pane  / search
        claim  80  cdumx verdict  ? help  q quit  j next  k previous  Enter open  n note  v select
        claim  40  cdumx verdict  ? help  q quit  j next
        note  120  Ctrl-S keep  Ctrl-C drop  Ctrl-Z undo  Tab complete
        note   80  Ctrl-S keep  Ctrl-C drop  Ctrl-Z undo  Tab complete
        note   40  Ctrl-S keep  Ctrl-C drop  Ctrl-Z undo
        help  120  Enter close  Esc close  / search
        help   80  Enter close  Esc close  / search
        help   40  Enter close  Esc close  / search
    "#]].assert_eq(&feet(Lang::En));
}

#[test]
fn in_french() {
    expect![[r#"
        text  120  cdumx verdict  ? aide  q quitter  j suivante  k précédente  n note  e preuve  v choisir  U annuler  Tab volet
        text   80  cdumx verdict  ? aide  q quitter  j suivante  k précédente  n note  e preuve
        text   40  cdumx verdict  ? aide  q quitter
        list  120  ? aide  q quitter  j suivante  k précédente  Enter ouvrir  e preuve  v choisir  U annuler  Tab volet  / chercher
        list   80  ? aide  q quitter  j suivante  k précédente  Enter ouvrir  e preuve  v choisir
        list   40  ? aide  q quitter  j suivante  e preuve
        claim 120  cdumx verdict  ? aide  q quitter  j suivante  k précédente  Enter ouvrir  n note  e preuve  v choisir  U annuler
        claim  80  cdumx verdict  ? aide  q quitter  j suivante  k précédente  Enter ouvrir
        claim  40  cdumx verdict  ? aide  q quitter
        note  120  Ctrl-S garder  Ctrl-C abandonner  Ctrl-Z annuler  Tab compléter
        note   80  Ctrl-S garder  Ctrl-C abandonner  Ctrl-Z annuler  Tab compléter
        note   40  Ctrl-S garder  Ctrl-C abandonner
        help  120  Enter fermer  Esc fermer  / chercher
        help   80  Enter fermer  Esc fermer  / chercher
        help   40  Enter fermer  Esc fermer  / chercher
    "#]].assert_eq(&feet(Lang::Fr));
}
