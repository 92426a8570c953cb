//! What is told of a part and of the whole: neither the same nor another value.

use claimdesk::core::crosscheck::{Compared, Match, Relation};
use claimdesk::i18n::Lang;

use crate::harness::desk;
use crate::pairs::pairs;

/// What two articles that stand alone say of each other.
fn found(a: &str, b: &str) -> Vec<Match> {
    pairs(a, b).into_iter().map(|pair| pair.found).collect()
}

/// Whether one of the two is said to be part of the other, both ways round, and never to differ.
fn are_parts(pairs: &[(&str, &str)], want: bool) {
    for &(a, b) in pairs {
        for (a, b) in [(a, b), (b, a)] {
            let found = found(a, b);
            let mut whys = found.iter().flat_map(|one| &one.why);
            assert_eq!(whys.any(|why| why.agreement == Compared::Part), want, "{a} | {b}");
            assert!(found.iter().all(|one| one.relation != Relation::Differ), "{a} | {b}");
        }
    }
}

#[test]
fn some_of_them_may_be_part_of_all() {
    are_parts(
        &[
            (
                "The ferry fire off Larne killed 31 people on Sunday.",
                "The ferry fire off Larne killed 12 women on Sunday.",
            ),
            (
                "L’incendie du ferry au large de Larne a tué 31 personnes dimanche.",
                "L’incendie du ferry au large de Larne a tué 12 femmes dimanche.",
            ),
            (
                "Bei dem Brand der Fähre vor Larne starben am Sonntag 31 Menschen.",
                "Bei dem Brand der Fähre vor Larne starben am Sonntag 12 Kinder.",
            ),
            (
                "El incendio del ferri frente a Larne mató a 31 personas el domingo.",
                "El incendio del ferri frente a Larne mató a 12 niños el domingo.",
            ),
            (
                "50 people were injured in the quake on the island of Luma.",
                "30 of those injured in the quake on the island of Luma were in hospital.",
            ),
        ],
        true,
    );
}

#[test]
fn a_town_may_be_part_of_a_country_and_not_of_another_town() {
    are_parts(
        &[
            (
                "Some 50,000 people marched in the general strike across Ruritania.",
                "In Strelsau, 10,000 people marched in the general strike across Ruritania.",
            ),
            (
                "50 000 personnes ont défilé en Ruritanie lors de la grève générale.",
                "À Strelsau, 10 000 personnes ont défilé lors de la grève générale en Ruritanie.",
            ),
        ],
        true,
    );
    are_parts(
        &[
            (
                "In Hull, 20,000 people marched in the general strike across Britain.",
                "In Leeds, 10,000 people marched in the general strike across Britain.",
            ),
            (
                "À Lyon, 20 000 personnes ont défilé lors de la grève générale en France.",
                "À Marseille, 10 000 personnes ont défilé lors de la grève générale en France.",
            ),
        ],
        false,
    );
}

#[test]
fn what_is_more_than_the_whole_is_no_part_of_it() {
    are_parts(
        &[
            (
                "The ferry fire off Larne killed 9 people on Sunday.",
                "The ferry fire off Larne killed 12 women on Sunday.",
            ),
            (
                "The ferry fire off Larne killed 31 people on Sunday.",
                "The mine fire in Kiruna trapped 12 women on Sunday.",
            ),
        ],
        false,
    );
}

#[test]
fn the_pane_says_that_one_may_be_part_of_the_other() {
    for (lang, shown) in [
        (Lang::En, ["31 people ↔ 12 women", "may be part of"]),
        (Lang::Fr, ["31 people ↔ 12 women", "fait peut-être partie de"]),
    ] {
        let articles = [
            ("a.txt", "⟦The ferry fire off Larne killed 31 people on Sunday.⟧\n"),
            ("b.txt", "⟦The ferry fire off Larne killed 12 women on Sunday.⟧\n"),
        ];
        let reader = desk(&articles).lang(lang).size(120, 40).start();
        assert!(shown.iter().all(|words| reader.shows(words)), "{}", reader.screen());
    }
}

#[test]
fn a_part_alone_agrees_with_no_whole() {
    let a = "Hochwasser in Irland: fünf Tote\n\nDUBLIN, 9. Oktober 2025 (dpa) - Beim Hochwasser des Flusses Barrow sind am \
             Mittwoch fünf Menschen gestorben.";
    let b = "Barrow flood toll rises to five\n\nThe death toll of the flood of the river Barrow in Carlow rose to five on \
             Friday, the county council said. Two of the dead were children.";
    let found = found(a, b);
    let of_two: Vec<_> = found.iter().filter(|one| one.span.of(b).starts_with("Two")).collect();
    assert!(of_two.iter().all(|one| one.relation == Relation::Related), "{of_two:?}");
    assert!(of_two.iter().flat_map(|one| &one.why).any(|why| why.agreement == Compared::Part));
}

#[test]
fn each_side_counting_what_the_other_does_not_agrees_in_nothing() {
    let a = "A ferry ran aground off Orrin on Monday and 23 passengers were hurt.";
    let b = "The ferry ran aground off Orrin, and 12 of the injured passengers were still in hospital on Tuesday.";
    for (a, b) in [(a, b), (b, a)] {
        let relations: Vec<Relation> = found(a, b).iter().map(|one| one.relation).collect();
        assert_eq!(relations, [Relation::Related]);
    }
}

#[test]
fn what_goes_on_agrees_with_no_other_length_of_it() {
    let a = "The youths smashed windows in Orrin after four days of the worst riots in decades.";
    let b = "The youths smashed windows in Orrin after eight days of the worst riots in decades.";
    let found = found(a, b);
    assert!(!found.is_empty());
    assert!(found.iter().all(|found| found.relation == Relation::Related), "{found:?}");
}

#[test]
fn two_statements_of_one_thing_confirm_nothing() {
    for (a, b) in [
        (
            "A tram derailed in Halden on Tuesday and one person is dead.",
            "The tram that derailed in Halden carried 70 passengers, the operator said.",
        ),
        (
            "The derailed tram in Halden had been built in 1987.",
            "The tram that derailed in Halden carried 70 passengers, the operator said.",
        ),
        (
            "Le tramway déraillé à Halden avait été construit en 1987.",
            "Le tramway qui a déraillé à Halden transportait 70 passagers, selon l’exploitant.",
        ),
    ] {
        for (a, b) in [(a, b), (b, a)] {
            let found = found(a, b);
            assert!(
                found.iter().all(|one| one.relation == Relation::Related),
                "{a} | {b}: {found:?}"
            );
        }
    }
}

/// The gazetteer knows what lies in what.
#[test]
fn a_town_is_part_of_its_country() {
    are_parts(
        &[
            (
                "The floods killed 40 people in Valencia, the rescue service said.",
                "The floods killed 52 people in Spain, the rescue service said.",
            ),
            (
                "Les inondations ont tué 40 personnes à Toulouse, selon les secours.",
                "Les inondations ont tué 52 personnes en France, selon les secours.",
            ),
            (
                "The floods killed 12 people in Ormsdale, the rescue service said.",
                "The floods killed 52 people in Wales, the rescue service said.",
            ),
        ],
        true,
    );
}

/// Deaths are told by both, and as many by neither.
#[test]
fn what_is_counted_otherwise_does_not_agree_by_its_name() {
    for (a, b) in [
        (
            "Bei der Flut gab es 12 Tote in Koblenz, sagte der Minister.",
            "Bei der Flut gab es 180 Tote in Deutschland, sagte der Minister.",
        ),
        (
            "The storm cut power to 30,000 homes in Kent, the firm said.",
            "The storm cut power to 120,000 homes in England, the firm said.",
        ),
    ] {
        for (a, b) in [(a, b), (b, a)] {
            assert!(found(a, b).iter().all(|one| one.relation != Relation::Agree), "{a} | {b}");
        }
    }
}

/// One land has a name in each language.
#[test]
fn a_land_is_no_part_of_itself_in_another_language() {
    let a = "Der Sturm tötete neun Menschen in Madagaskar, sagte der Minister.";
    let b = "La tempête a tué 59 personnes à Madagascar, selon le ministre.";
    let part = |one: &Match| one.why.iter().any(|why| why.agreement == Compared::Part);
    assert!(!found(a, b).iter().any(part) && !found(b, a).iter().any(part));
}
