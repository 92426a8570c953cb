//! A toll of one is a figure like any other: it differs from three and confirms one.

use claimdesk::core::crosscheck::{Compared, Match, Relation};

use crate::pairs::pairs;

/// What two articles that stand alone say of each other.
fn found(a: &str, b: &str) -> Vec<Match> {
    pairs(a, b).into_iter().map(|pair| pair.found).collect()
}

/// Every pair is found, stands so both ways round, and in no other way.
fn stand(pairs: &[(&str, &str)], want: Relation) {
    for &(a, b) in pairs {
        for (a, b) in [(a, b), (b, a)] {
            let relations: Vec<Relation> = found(a, b).iter().map(|one| one.relation).collect();
            assert_eq!(relations, [want], "{a} | {b}");
        }
    }
}

#[test]
fn one_dead_is_not_three_dead() {
    stand(
        &[
            (
                "A tram left the rails at the Kirkgate crossing in Halden on Tuesday, killing one person.",
                "Three people died when a tram left the rails at the Kirkgate crossing in Halden on Tuesday.",
            ),
            (
                "One person was killed when a tram left the rails in Halden on Tuesday.",
                "Three people were killed when a tram left the rails in Halden on Tuesday.",
            ),
            (
                "One was injured when a tram left the rails in Halden on Tuesday.",
                "Nine people were injured when a tram left the rails in Halden on Tuesday.",
            ),
            (
                "Une personne est morte dans le déraillement d’un tramway mardi à Halden.",
                "Trois personnes sont mortes dans le déraillement d’un tramway mardi à Halden.",
            ),
            (
                "Le déraillement d’un tramway a fait un mort mardi à Halden.",
                "Le déraillement d’un tramway a fait trois morts mardi à Halden.",
            ),
            (
                "Beim Unglück einer Straßenbahn in Halden ist am Dienstag ein Mensch gestorben.",
                "Beim Unglück einer Straßenbahn in Halden sind am Dienstag drei Menschen gestorben.",
            ),
            (
                "Una persona murió el martes al descarrilar un tranvía en Halden.",
                "Tres personas murieron el martes al descarrilar un tranvía en Halden.",
            ),
        ],
        Relation::Differ,
    );
}

#[test]
fn one_dead_is_one_dead_in_any_words() {
    stand(
        &[
            (
                "A tram left the rails at the Kirkgate crossing in Halden on Tuesday, killing one person.",
                "One person died when a tram left the rails at the Kirkgate crossing in Halden on Tuesday.",
            ),
            (
                "Une personne est morte dans le déraillement d’un tramway mardi à Halden.",
                "Le déraillement d’un tramway a fait un mort mardi à Halden.",
            ),
        ],
        Relation::Agree,
    );
}

/// How four languages tell of one toll, of one and of three; endings that stemmers know stand in the town’s name.
const IN_ALL: [[&str; 2]; 4] = [
    [
        "A tram derailed in Halden on Tuesday, killing one person, the police said.",
        "A tram derailed in Halden on Tuesday, killing three people, the police said.",
    ],
    [
        "Une personne est morte mardi dans le déraillement d’un tramway à Halden, selon la police.",
        "Trois personnes sont mortes mardi dans le déraillement d’un tramway à Halden, selon la police.",
    ],
    [
        "Beim Unglück einer Straßenbahn in Halden ist am Dienstag ein Mensch gestorben, wie die Polizei mitteilte.",
        "Beim Unglück einer Straßenbahn in Halden sind am Dienstag drei Menschen gestorben, wie die Polizei mitteilte.",
    ],
    [
        "Una persona murió el martes al descarrilar un tranvía en Halden, según la policía.",
        "Tres personas murieron el martes al descarrilar un tranvía en Halden, según la policía.",
    ],
];

#[test]
fn a_toll_of_one_is_the_same_in_every_language() {
    for [one, _] in IN_ALL {
        for [other, three] in IN_ALL {
            stand(&[(one, three)], Relation::Differ);
            if one != other {
                stand(&[(one, other)], Relation::Agree);
            }
        }
    }
}

#[test]
fn an_article_before_a_man_counts_nobody_else() {
    for (a, b) in [
        (
            "Un homme est mort dans le déraillement d’un tramway mardi à Halden.",
            "Trois personnes sont mortes dans le déraillement d’un tramway mardi à Halden.",
        ),
        (
            "Police said one man and two women died when a tram left the rails in Halden on Tuesday.",
            "Police said three people died when a tram left the rails in Halden on Tuesday.",
        ),
        (
            "One of the victims died when a tram left the rails in Halden on Tuesday.",
            "Three people died when a tram left the rails in Halden on Tuesday.",
        ),
    ] {
        for (a, b) in [(a, b), (b, a)] {
            let found = found(a, b);
            assert!(
                found.iter().all(|one| one.relation != Relation::Differ),
                "{a} | {b}: {found:?}"
            );
            let mut whys = found.iter().flat_map(|one| &one.why);
            assert!(whys.any(|why| why.agreement == Compared::Part), "{a} | {b}");
        }
    }
}
