//! What is compared is what is said: bounds that verbs and negations set, times of day in words.

use claimdesk::core::crosscheck::{Compared, FactKind, Match, Relation};

use crate::pairs::{apart, pairs};

/// What two articles that stand alone say of each other.
fn found(a: &str, b: &str) -> Vec<Match> {
    pairs(a, b).into_iter().map(|pair| pair.found).collect()
}

/// Whether any pair of two articles stands so, the same both ways round.
fn is_any(a: &str, b: &str, relation: Relation) -> bool {
    let any = |a, b| found(a, b).iter().any(|one| one.relation == relation);
    let (there, back) = (any(a, b), any(b, a));
    assert_eq!(there, back, "{a} | {b}");
    there
}

#[test]
fn what_was_not_exceeded_is_no_bound_from_below() {
    for (a, b) in [
        (
            "Le conducteur du tramway n’a pas dépassé 85 km/h avant l’accident de Halden, selon la police.",
            "Le conducteur du tramway roulait à 118 km/h avant l’accident de Halden, selon la police.",
        ),
        (
            "The tram did not exceed 85 km/h before the accident in Halden, the police said.",
            "The tram was travelling at 118 km/h before the accident in Halden, the police said.",
        ),
        (
            "Die Straßenbahn überschritt vor dem Unfall in Halden 85 km/h nicht, sagte die Polizei.",
            "Die Straßenbahn fuhr vor dem Unfall in Halden mit 118 km/h, sagte die Polizei.",
        ),
    ] {
        assert!(!is_any(a, b, Relation::Agree), "{a} | {b}: {:?}", found(a, b));
    }
}

#[test]
fn a_time_in_words_is_that_in_figures() {
    for (a, b) in [
        (
            "The fire in the mill at Halden broke out at half past five on Tuesday, the police said.",
            "The fire in the mill at Halden broke out at 5.30 pm on Tuesday, the police said.",
        ),
        (
            "L’incendie du moulin de Halden s’est déclaré mardi à cinq heures et demie, selon la police.",
            "L’incendie du moulin de Halden s’est déclaré mardi à 17h30, selon la police.",
        ),
        (
            "Der Brand in der Mühle von Halden brach am Dienstag um halb sechs aus, sagte die Polizei.",
            "Der Brand in der Mühle von Halden brach am Dienstag um 17.30 Uhr aus, sagte die Polizei.",
        ),
    ] {
        let found = found(a, b);
        assert!(found.iter().all(|one| one.relation == Relation::Agree), "{a} | {b}: {found:?}");
        let told = |one: &Match, kind| one.why.iter().any(|why| why.kind == kind);
        let both = |one| told(one, FactKind::Date) && told(one, FactKind::Hour);
        assert!(found.iter().any(both), "{a} | {b}: {found:?}");
    }
}

#[test]
fn a_sentence_asked_for_is_no_other_sentence_than_the_one_given() {
    for (a, b) in [
        (
            "Prosecutors asked for five years in prison for the former mayor of Halden on Tuesday.",
            "The former mayor of Halden was sentenced to three years in prison on Tuesday.",
        ),
        (
            "Le parquet a requis mardi cinq ans de prison contre l’ancien maire de Halden.",
            "L’ancien maire de Halden a été condamné mardi à trois ans de prison.",
        ),
        (
            "Le procureur a réclamé mardi cinq ans de prison contre l’ancien maire de Halden.",
            "L’ancien maire de Halden a été condamné mardi à trois ans de prison.",
        ),
        (
            "Die Staatsanwaltschaft hat am Dienstag fünf Jahre Haft für den früheren Bürgermeister von Halden verlangt.",
            "Der frühere Bürgermeister von Halden ist am Dienstag zu drei Jahren Haft verurteilt worden.",
        ),
        (
            "La fiscalía pide cinco años de cárcel para el exalcalde de Halden, dijo el martes.",
            "El exalcalde de Halden fue condenado el martes a tres años de cárcel.",
        ),
    ] {
        assert!(!is_any(a, b, Relation::Differ), "{a} | {b}: {:?}", found(a, b));
    }
    let (a, b) = (
        "The former mayor of Halden was sentenced to five years in prison on Tuesday.",
        "The former mayor of Halden was sentenced to three years in prison on Tuesday.",
    );
    assert!(is_any(a, b, Relation::Differ));
}

#[test]
fn some_of_a_whole_are_told_of_as_many_as_they_are() {
    let two =
        "Two of its five carriages derailed when a train left the rails in Halden on Tuesday.";
    let five = "Five carriages derailed when a train left the rails in Halden on Tuesday.";
    let same = "Two carriages derailed when a train left the rails in Halden on Tuesday.";
    let figures = |a: &str, b: &str| {
        let found = found(a, b);
        let equal = |one: &Match| {
            let figure = one.why.iter().filter(|why| why.kind == FactKind::Figure);
            figure.filter(|why| why.agreement != Compared::Differs).count()
        };
        found.iter().map(equal).sum::<usize>()
    };
    for (a, b) in [(two, five), (five, two)] {
        assert_eq!(figures(a, b), 0, "{a} | {b}: {:?}", found(a, b));
    }
    for (a, b) in [(two, same), (same, two)] {
        assert_eq!(figures(a, b), 1, "{a} | {b}: {:?}", found(a, b));
    }
}

#[test]
fn what_is_many_times_as_much_is_of_something_else() {
    assert_eq!(
        apart(
            "The quake in Qeshm had a magnitude of 5.9, the survey said.",
            "The quake in Qeshm had a magnitude of 3.8, the survey said.",
        ),
        [[""; 2]; 0]
    );
    assert_eq!(
        apart(
            "The quake in Qeshm had a magnitude of 5.9, the survey said.",
            "The quake in Qeshm had a magnitude of 6.1, the survey said.",
        ),
        [["5.9", "6.1"]]
    );
    assert_eq!(
        apart(
            "The climber slipped on Mount Orrin and fell 700 metres to his death.",
            "The climber slipped on Mount Orrin and fell 60 metres to his death.",
        ),
        [[""; 2]; 0]
    );
}

#[test]
fn what_was_before_or_grows_each_day_does_not_differ() {
    for (a, b) in [
        (
            "Deux jours après le naufrage, les côtes de Halden attendent le fioul.",
            "Trois jours après le naufrage, les côtes de Halden attendent le fioul.",
        ),
        (
            "La ville de Halden est sans électricité depuis cinq jours, dit le maire.",
            "La ville de Halden est sans électricité depuis deux jours, dit le maire.",
        ),
    ] {
        assert_eq!(apart(a, b), [[""; 2]; 0]);
    }
    assert_eq!(
        apart(
            "La participation à Halden est de 58,4 %, contre 41,2 % en 2020.",
            "La participation à Halden atteint 52 % des inscrits.",
        ),
        [["58,4 %", "52 % des inscrits"]]
    );
    assert_eq!(
        apart(
            "Unemployment in Halden rose to 7.4 percent in March.",
            "The jobless rate in Halden stood at 7.9 percent in March.",
        ),
        [["7.4 percent", "7.9 percent"]]
    );
}

#[test]
fn figures_and_days_are_of_what_they_are_told_of() {
    for (a, b) in [
        // What the next figure counts is its own.
        (
            "Légionellose à Tréville : 37 cas et trois décès.",
            "Légionellose à Tréville : trois personnes ont perdu la vie.",
        ),
        // From one to another; a prisoner is who it is.
        (
            "La légionellose de Tréville ne se transmet pas d’une personne à l’autre.",
            "Six malades de la légionellose sont à l’hôpital de Tréville.",
        ),
        (
            "Un détenu a blessé deux surveillants à la prison de Tréville.",
            "Trois personnes sont en garde à vue après l’attaque à la prison de Tréville.",
        ),
        // Each who stands has a share.
        (
            "Arrivé troisième, Denis Pellerey a 14,6 % des voix à Tréville.",
            "Maud Esterlin recueille 51 % des voix à Tréville.",
        ),
        // The day after is another one.
        (
            "La bijouterie de Tréville a été attaquée jeudi par quatre hommes.",
            "Vendredi, au lendemain de l’attaque de la bijouterie de Tréville, la police cherche quatre hommes.",
        ),
    ] {
        assert_eq!(apart(a, b), [[""; 2]; 0]);
    }
}

#[test]
fn who_counts_the_dead_of_another_storm_confirms_none() {
    assert!(!is_any(
        "In 1987 a storm on the coast of Halden killed eleven people.",
        "The number of people killed in the storm on the coast of Halden has risen to three.",
        Relation::Agree,
    ));
}

/// The one number of a thing, or the one sum, that two short articles tell in their own words.
#[test]
fn the_one_number_of_a_thing_and_the_one_sum_are_those_of_the_story() {
    let a = "Notes de frais : l’adjoint Jean Tell démissionne à Halden. Selon nos informations, 214 factures de Jean Tell ont été réglées par la \
             ville de Halden.";
    let b = "Notes de frais à Halden : l’adjoint Jean Tell reste en poste. La ville de Halden a réglé 124 factures de Jean Tell.";
    assert_eq!(apart(a, b).last().unwrap(), &["214 factures", "124 factures"]);
    let a = "La société Wendle, propriétaire de l’immeuble, avait été mise en demeure pour des travaux d’un montant de 450 000 euros.";
    let b = "La société Wendle, propriétaire, avait été sommée de réaliser 540 000 euros de travaux dans l’immeuble.";
    assert_eq!(apart(a, b), [["450 000 euros", "540 000 euros de travaux"]]);
    // One may be the other rounded.
    let b = b.replace("540 000", "500 000");
    assert_eq!(apart(a, &b), Vec::<[String; 2]>::new());
}

/// A shooting is nobody who was shot, and whoever is between life and death is not dead.
#[test]
fn what_counts_nobody_agrees_with_no_toll() {
    let a = "Une fusillade fait trois morts à Halden.";
    let b =
        "Halden : un mort dans une fusillade, une autre victime se trouve entre la vie et la mort.";
    let same =
        pairs(a, b).into_iter().filter(|pair| pair.found.relation == Relation::Agree).count();
    assert_eq!(same, 0);
}
