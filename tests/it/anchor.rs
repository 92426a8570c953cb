//! Quotes found again in articles that were changed: by hand, and by program.

use std::fmt::Write as _;

use claimdesk::core::anchor::{Change, Outcome, Points, What, anchor, select};
use claimdesk::core::article::Span;
use expect_test::{Expect, expect};
use proptest::prelude::*;

/// Marks the quote in the old text with `⟦ ⟧`, finds it in the new one with and without
/// the old text, and shows the state and the place.
#[track_caller]
fn check(old: &str, new: &str, expect: &Expect) {
    let (text, span) = unmark(old);
    let selector = select(&text, span, None);
    let mut out = String::new();
    for (how, old) in [("old text", Some(text.as_str())), ("quote only", None)] {
        let outcome = anchor(old, new, &selector);
        writeln!(out, "{how}: {}", show(new, &outcome)).unwrap();
    }
    expect.assert_eq(&out);
}

fn unmark(marked: &str) -> (String, Span) {
    let start = marked.find('⟦').unwrap();
    let end = marked.find('⟧').unwrap() - '⟦'.len_utf8();
    (marked.replace(['⟦', '⟧'], ""), Span::new(start, end))
}

fn show(text: &str, outcome: &Outcome) -> String {
    let mut out = outcome.name().to_owned();
    let place = |span: &Span| write!(out, " ⟦{}⟧", span.of(text)).unwrap();
    match outcome {
        Outcome::Ambiguous { candidates } => candidates.iter().for_each(place),
        Outcome::Lost { there } => there.iter().for_each(place),
        _ => outcome.span().iter().for_each(place),
    }
    if let Outcome::Material { changes, .. } = outcome {
        for Change { old, new, what, .. } in changes {
            write!(out, " {}: {old} → {new};", what.name()).unwrap();
        }
    }
    out
}

const ARTICLE: &str = "Séoul s’inquiète. Selon les services de renseignement sud-coréens, la Corée du Nord a déployé \
⟦environ 12 000 soldats⟧ en Russie depuis le mois d’octobre. Moscou n’a pas confirmé ces chiffres.\n\
Les experts en défense tirent la sonnette d’alarme sur les conséquences de cette alliance.\n";

fn changed(edit: impl Fn(String) -> String) -> String {
    edit(unmark(ARTICLE).0)
}

#[test]
fn an_untouched_article() {
    check(
        ARTICLE,
        &changed(|text| text),
        &expect![[r#"
        old text: exact ⟦environ 12 000 soldats⟧
        quote only: exact ⟦environ 12 000 soldats⟧
    "#]],
    );
}

#[test]
fn a_new_first_paragraph() {
    check(
        ARTICLE,
        &changed(|text| format!("Mise à jour à 18 heures.\n{text}")),
        &expect![[r#"
        old text: moved ⟦environ 12 000 soldats⟧
        quote only: moved ⟦environ 12 000 soldats⟧
    "#]],
    );
}

#[test]
fn another_typography() {
    check(
        ARTICLE,
        &changed(|text| text.replace("12 000", "12\u{202F}000").to_uppercase()),
        &expect![[r#"
            old text: cosmetic ⟦ENVIRON 12 000 SOLDATS⟧
            quote only: cosmetic ⟦ENVIRON 12 000 SOLDATS⟧
        "#]],
    );
}

#[test]
fn another_figure() {
    check(
        ARTICLE,
        &changed(|text| text.replace("12 000", "15 000")),
        &expect![[r#"
        old text: material ⟦environ 15 000 soldats⟧ figure: 12 000 → 15 000;
        quote only: material ⟦environ 15 000 soldats⟧ figure: 12 000 → 15 000;
    "#]],
    );
}

#[test]
fn the_words_are_taken_out() {
    let new = changed(|text| text.replace("environ 12 000 soldats", "des unités"));
    check(
        ARTICLE,
        &new,
        &expect![[r#"
        old text: lost ⟦des unités⟧
        quote only: lost ⟦des unités⟧
    "#]],
    );
}

#[test]
fn the_sentence_is_taken_out() {
    let gone = |text: String| {
        let (head, rest) = text.split_once("Selon").unwrap();
        format!("{head}{}", rest.split_once("octobre. ").unwrap().1)
    };
    check(
        ARTICLE,
        &changed(gone),
        &expect![[r#"
        old text: lost
        quote only: lost
    "#]],
    );
}

#[test]
fn the_paragraph_moves() {
    let moved = |text: String| {
        let (first, second) = text.split_once('\n').unwrap();
        format!("{second}{first}\n")
    };
    check(
        ARTICLE,
        &changed(moved),
        &expect![[r#"
        old text: moved ⟦environ 12 000 soldats⟧
        quote only: moved ⟦environ 12 000 soldats⟧
    "#]],
    );
}

#[test]
fn a_sentence_that_begins_alike_is_put_before() {
    check(
        "Un début.\n⟦La Corée du Nord nie.⟧ Elle se tait.",
        "Un début.\nLa Corée du Sud insiste. La Corée du Nord nie. Elle se tait.",
        &expect![[r#"
            old text: ambiguous ⟦La Corée du Nord nie.⟧ ⟦La Corée du Sud⟧
            quote only: ambiguous ⟦La Corée du Nord nie.⟧ ⟦La Corée du Sud⟧
        "#]],
    );
}

#[test]
fn the_same_words_stand_elsewhere_too() {
    check(
        "Un accord a été signé à Moscou. Puis ⟦la Corée du Nord⟧ a livré des armes à la Russie.",
        "Hier la Corée du Nord a parlé. Aujourd’hui la Corée du Nord a répondu.",
        &expect![[r#"
            old text: lost ⟦la Corée du Nord⟧
            quote only: lost
        "#]],
    );
}

#[test]
fn twice_the_same_paragraph() {
    let paragraph = "Le ministre a dit que ⟦les livraisons d’armes ont cessé depuis le printemps⟧, sans preuve.\n";
    let (plain, _) = unmark(paragraph);
    check(
        paragraph,
        &format!("Titre.\n{plain}{plain}"),
        &expect![[r#"
        old text: moved ⟦les livraisons d’armes ont cessé depuis le printemps⟧
        quote only: ambiguous ⟦les livraisons d’armes ont cessé depuis le printemps⟧ ⟦les livraisons d’armes ont cessé depuis le printemps⟧
    "#]],
    );
}

#[test]
fn entities_and_markup() {
    let new = changed(|text| text.replace('é', "&eacute;").replace("12 000", "12&nbsp;000"));
    check(
        ARTICLE,
        &new,
        &expect![[r#"
        old text: cosmetic ⟦environ 12&nbsp;000 soldats⟧
        quote only: cosmetic ⟦environ 12&nbsp;000 soldats⟧
    "#]],
    );
}

#[test]
fn what_changed_has_a_name() {
    for (old, new, what) in [
        ("Moscou a confirmé l’envoi", "Moscou n’a pas confirmé l’envoi", What::Negation),
        ("He said it was true then", "He said it was not true then", What::Negation),
        ("un accord sans condition", "un accord avec condition", What::Negation),
        ("près de 1.100 pertes", "près de 4.100 pertes", What::Figure),
        ("une hausse de 5 % des prix", "une hausse de 7 % des prix", What::Figure),
        ("deux mille hommes envoyés", "trois mille hommes envoyés", What::Figure),
        ("3,5 millions", "35 millions", What::Figure),
        ("200 millions de dollars", "200 millions de roubles", What::Unit),
        ("170 mm de calibre", "170 cm de calibre", What::Unit),
        ("5 % des prix", "5 ‰ des prix", What::Unit),
        ("signé en juin à Pyongyang", "signé en juillet à Pyongyang", What::Date),
        ("le 12 juin à Pyongyang", "le 14 juin à Pyongyang", What::Date),
        ("depuis 2023 déjà", "depuis 2024 déjà", What::Date),
        ("selon Hong Min", "selon Kim Min", What::Name),
        ("le président russe parle", "le président chinois parle", What::Name),
    ] {
        let before = format!("Voici le début de la phrase: {old}, et voici la fin du texte.");
        let after = before.replace(old, new);
        let start = before.find(old).unwrap();
        let selector = select(&before, Span::new(start, start + old.len()), None);
        for old_text in [Some(before.as_str()), None] {
            let outcome = anchor(old_text, &after, &selector);
            let Outcome::Material { changes, .. } = &outcome else {
                panic!("{old} → {new}: {outcome:?}");
            };
            assert_eq!(changes.iter().map(|change| change.what).min(), Some(what), "{changes:?}");
        }
    }
}

#[test]
fn only_typography_is_cosmetic() {
    for (old, new, cosmetic) in [
        ("« Koksan »", "\"Koksan\"", true),
        ("l'état-major", "L’ÉTAT‑MAJOR", true),
        ("5 MW", "5 mW", false),
        ("les US", "les us", false),
        ("tué", "tue", false),
        ("12 Mb", "12 MB", false),
        ("LE PRÉSIDENT", "le président", true),
        ("à Élancourt", "à Elancourt", true),
        ("12 000 soldats", "12000 soldats", true),
        ("oui… non", "oui... non", true),
        ("un  deux\ntrois", "un deux trois", true),
        ("so\u{AD}lide", "solide", true),
        ("la notable", "la no table", false),
        ("1 2", "12", false),
        ("2024 100", "2024100", false),
        ("1,5", "15", false),
        ("-5", "5", false),
        ("il ment.", "il ment?", false),
        ("чай", "чаи", false),
        ("5 €", "5 $", false),
        ("une", "un", false),
    ] {
        let text =
            |words: &str| format!("Avant tout il y a ceci ( {words} ) et après il y a cela.");
        let (before, after) = (text(old), text(new));
        let start = before.find('(').unwrap() + 2;
        let selector = select(&before, Span::new(start, start + old.len()), None);
        let outcome = anchor(Some(&before), &after, &selector);
        assert_eq!(outcome.name() == "cosmetic", cosmetic, "{old} → {new}: {outcome:?}");
        assert_eq!(outcome.in_force(), cosmetic, "{old} → {new}: {outcome:?}");
    }
}

#[test]
fn positions_of_another_version_do_no_harm() {
    let (text, span) = unmark(ARTICLE);
    let mut selector = select(&text, span, None);
    (selector.start, selector.end) = (1_000_000, 7);
    let moved = format!("Ajout. {text}");
    assert_eq!(anchor(Some(&text), &moved, &selector).name(), "moved");
    selector.exact.clear();
    assert_eq!(anchor(Some(&text), &moved, &selector), Outcome::Lost { there: None });
}

#[cfg(has_seeds)]
mod corrections;
mod edges;
mod edits;
#[cfg(has_seeds)]
mod generated;

/// Every outcome keeps what its name promises.
fn keeps_its_word(new: &str, exact: &str, start: usize, outcome: &Outcome) {
    let inside = |span: &Span| new.get(span.range()).is_some();
    match outcome {
        Outcome::Exact { span } => {
            assert_eq!(span.of(new), exact);
            assert_eq!(Points::new(new).point(span.start), start);
        }
        Outcome::Moved { span } => assert_eq!(span.of(new), exact),
        Outcome::Cosmetic { span } => {
            let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).collect::<String>();
            assert!(inside(span));
            assert_eq!(digits(span.of(new)), digits(exact));
            assert_ne!(span.of(new), exact);
        }
        Outcome::SameValue { span, changes } | Outcome::Material { span, changes } => {
            assert!(inside(span) && !changes.is_empty(), "{outcome:?}");
            assert_ne!(span.of(new), exact);
        }
        Outcome::Ambiguous { candidates } => {
            assert!(candidates.len() > 1 && candidates.iter().all(inside));
        }
        Outcome::Lost { there } => assert!(there.iter().all(inside)),
    }
}

proptest! {
    #[test]
    fn any_texts_give_an_answer(
        old in "[ab1é’ .\n&;\u{AD}\u{301}北🙂]{1,120}|\\PC{1,80}",
        new in "[ab1é’ .\n&;\u{AD}\u{301}北🙂]{0,120}|\\PC{0,80}",
        a in 0usize..400,
        b in 0usize..400,
        known in any::<bool>(),
    ) {
        let at = |n: usize| (0..=n % (old.len() + 1)).rev().find(|&n| old.is_char_boundary(n)).unwrap();
        let selector = select(&old, Span::new(at(a.min(b)), at(a.max(b))), None);
        let outcome = anchor(known.then_some(&old), &new, &selector);
        keeps_its_word(&new, &selector.exact, selector.start, &outcome);
    }

    #[test]
    fn the_same_text_is_exact(text in "[ab1é’ .\n\u{301}北]{1,120}|\\PC{1,80}", a in 0usize..400, b in 0usize..400) {
        let at = |n: usize| (0..=n % (text.len() + 1)).rev().find(|&n| text.is_char_boundary(n)).unwrap();
        let span = Span::new(at(a.min(b)), at(a.max(b)));
        let selector = select(&text, span, None);
        prop_assume!(!span.is_empty());
        prop_assert_eq!(anchor(Some(&text), &text, &selector), Outcome::Exact { span });
        prop_assert_eq!(anchor(None, &text, &selector), Outcome::Exact { span });
    }
}
