//! Small edits of a claim: a verdict holds on the same words and values, and on no others.

use std::fmt::Write as _;

use claimdesk::core::anchor::{Outcome, anchor, select};
use claimdesk::core::article::Span;
use expect_test::expect;

const BEFORE: &str = "Voici ce que l’on sait ce matin. ";
const AFTER: &str = " La suite de cette page ne change pas du tout.";

/// What becomes of a claim when it is written otherwise.
fn edited(was: &str, is: &str, old_text_at_hand: bool) -> Outcome {
    let (old, new) = (format!("{BEFORE}{was}{AFTER}"), format!("{BEFORE}{is}{AFTER}"));
    let span = Span::new(BEFORE.len(), BEFORE.len() + was.len());
    anchor(old_text_at_hand.then_some(&old), &new, &select(&old, span, None))
}

#[test]
fn a_verdict_holds_on_what_says_the_same() {
    let mut wrong = String::new();
    let lines = include_str!("../fixtures/anchor/edits.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let [kind, was, is] = line.split('|').collect::<Vec<_>>()[..] else { panic!("{line}") };
        for old_text in [true, false] {
            let outcome = edited(was, is, old_text);
            if outcome.in_force() != kind.starts_with("same") {
                writeln!(wrong, "{line} ({})", outcome.name()).unwrap();
            }
        }
    }
    expect![""].assert_eq(&wrong);
}

#[test]
fn changes_are_named_with_what_they_are() {
    let mut out = String::new();
    for (was, is) in [
        ("Le loyer est de 1 500 euros.", "Le loyer est de mille cinq cents euros."),
        ("Le loyer est de 1 500 euros.", "Le loyer est de 1 500 francs."),
        ("Il aurait payé la rançon.", "Il a payé la rançon."),
        ("Le virus vient d’Asie.", "Le virus viendrait d’Asie."),
        ("Tous les élus ont voté.", "Certains élus ont voté."),
        ("Selon la police, il est mort.", "Selon un voisin, il est mort."),
        ("Le pont est fermé.", "Le pont sera fermé."),
        ("Le prix est en hausse.", "Le prix est en baisse."),
        ("It is possible.", "It is impossible."),
        ("Mme Roy a signé.", "M. Roy a signé."),
        ("Il voit un chien.", "Il voit un chat."),
    ] {
        let (Outcome::Material { changes, .. } | Outcome::SameValue { changes, .. }) =
            edited(was, is, true)
        else {
            panic!("{was} {is}");
        };
        for change in changes {
            writeln!(out, "{}: {} → {}", change.what.name(), change.old, change.new).unwrap();
        }
    }
    expect![[r#"
        figure: 1 500 euros → mille cinq cents euros
        unit: 1 500 euros → 1 500 francs
        hedge: aurait → a
        hedge: vient → viendrait
        quantifier: Tous les → Certains
        source: la police → un voisin
        tense: est → sera
        direction: hausse → baisse
        negation: possible → impossible
        name: Mme → M
        other: chien → chat
    "#]]
    .assert_eq(&out);
}
