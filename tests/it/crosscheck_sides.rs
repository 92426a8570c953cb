//! What decides which side a sentence is on: who votes how, what a verb becomes at the end of its clause, what the sentence
//! before was about; and what must not agree.

use claimdesk::core::crosscheck::Relation;

use crate::crosscheck::relation;
use crate::crosscheck_events::differ;
use crate::pairs::pairs;

/// Whether any pair of two articles agrees, the same both ways round.
fn agree(a: &str, b: &str) -> bool {
    let any = |a, b| pairs(a, b).iter().any(|pair| pair.found.relation == Relation::Agree);
    assert_eq!(any(a, b), any(b, a), "{a} | {b}");
    any(a, b)
}

#[test]
fn votes_are_those_of_one_side() {
    differ(
        &[
            (
                "HALDEN, 4 avril - Le conseil de Halden a adopté le budget jeudi par 24 voix contre 9.",
                "HALDEN, 4 avril - Le budget de Halden est passé jeudi avec 21 voix pour et 12 contre.",
            ),
            (
                "The council of Halden passed the budget on Thursday by 27 votes to 19.",
                "The council of Halden passed its budget on Thursday by 31 votes to 15.",
            ),
        ],
        true,
    );
}

#[test]
fn a_german_verb_is_read_with_its_particle_and_its_negation() {
    differ(
        &[
            (
                "Die Polizei nahm nach dem Brand im Möbellager von Halden einen 34-jährigen Mann fest.",
                "Nach dem Brand im Möbellager von Halden hat die Polizei bislang niemanden festgenommen.",
            ),
            (
                "Die Polizei nahm nach dem Brand im Möbellager von Halden den Lageristen Kurt Rohe fest.",
                "Die Polizei nahm nach dem Brand im Möbellager von Halden den Lageristen Kurt Rohe nicht fest.",
            ),
        ],
        true,
    );
}

#[test]
fn a_sum_is_of_what_the_sentence_before_is_about() {
    let articles = [
        "Halden : le budget voté\n\nHALDEN, 4 avril - Le conseil de Halden a adopté jeudi le budget. Il s’élève à 52 millions d’euros.\n",
        "Halden : le budget passe\n\nHALDEN, 4 avril - Les élus de Halden ont voté jeudi un budget de 48 millions d’euros.\n",
    ];
    let found = pairs(articles[0], articles[1]);
    let differs =
        |pair: &&claimdesk::core::crosscheck::Pair| pair.found.relation == Relation::Differ;
    assert!(found.iter().any(|pair| differs(&pair)), "{found:?}");
}

#[test]
fn who_said_that_it_would_not_be_agrees_with_nobody_who_tells_it() {
    for (a, b) in [
        (
            "The director of the Halden clinic said that she would not resign over the leak.",
            "The director of the Halden clinic resigned on Monday over the leak.",
        ),
        (
            "Alan Roe will appeal against his conviction in Halden, his lawyer said.",
            "There would be no appeal by Alan Roe against his conviction in Halden, his lawyer said.",
        ),
    ] {
        assert!(!agree(a, b), "{a} | {b}");
    }
}

#[test]
fn two_who_are_elected_agree_in_nothing() {
    assert!(!agree(
        "Hélène Roux a été élue maire de Halden dimanche, après un long dépouillement.",
        "Jacques Marchand a été élu maire de Halden dimanche, après un long dépouillement.",
    ));
}

#[test]
fn who_counts_other_dead_does_not_agree_by_the_hurt() {
    let relation = relation(
        "Le bilan de l’accident de train de Halden est de deux morts et 41 blessés.",
        "Trois personnes ont perdu la vie et une quarantaine ont été blessées dans l’accident de train de Halden.",
    );
    assert_ne!(relation, Some(Relation::Agree));
}

#[test]
fn nobody_counts_people_in_decimals() {
    differ(
        &[
            (
                "At least 4 people killed by 6.5 magnitude earthquake in Halden.",
                "At least 14 people were killed in Halden when the earthquake struck, the mayor said.",
            ),
            (
                "Un séisme de 6,5 tue quatre personnes à Halden.",
                "Quatre personnes ont été tuées à Halden par le séisme, dit le maire.",
            ),
        ],
        false,
    );
}

#[test]
fn winner_and_loser_do_not_agree() {
    for (a, b) in [
        (
            "La France bat l’Argentine et gagne la Coupe du monde.",
            "Argentina bested France 4-2 on penalties to win the World Cup.",
        ),
        (
            "La France bat l’Argentine en finale de la Coupe du monde.",
            "L’Argentine bat la France en finale de la Coupe du monde.",
        ),
        (
            "France beat Argentina to win the World Cup on Sunday.",
            "Argentina’s victory over France on Sunday won it the World Cup.",
        ),
    ] {
        assert!(!agree(a, b), "{a} | {b}");
    }
}

#[test]
fn a_bound_is_no_news_of_what_lies_far_beyond_it() {
    let toll = "El terremoto de Halden deja 14 muertos, según el balance oficial.";
    assert!(agree(
        toll,
        "El terremoto de Halden deja al menos 13 muertos, según el balance oficial."
    ));
    assert!(!agree(
        toll,
        "El terremoto de Halden deja al menos cuatro muertos, según el balance oficial."
    ));
    let dead = "The earthquake in Halden killed 14 people, officials said on Sunday.";
    assert!(!agree(
        dead,
        "The earthquake in Halden killed at least four people, officials said on Sunday."
    ));
}

#[test]
fn an_inquiry_that_is_not_opened_does_not_agree_with_what_is() {
    for opened in [
        "The bridge, opened in 1998, carries 23,000 riders a day.",
        "Le pont, ouvert en 1998, porte 23 000 voyageurs par jour.",
        "The bridge of Halden was closed on Monday after cracks were found.",
    ] {
        for none in [
            "Aucune enquête n’a été ouverte sur le pont.",
            "No inquiry has been opened into the bridge.",
            "Zur Brücke wurden keine Ermittlungen eröffnet.",
        ] {
            assert!(!agree(opened, none), "{opened} | {none}");
        }
    }
}

/// Told of one day, sum or amount, and nothing else alike: two deeds, of which the one confirms nothing of the other.
const OF_TWO_DEEDS: [(&str, &str); 16] = [
    (
        "The police arrested Mayor Anna Berg on Friday.",
        "The police thanked Mayor Anna Berg on Friday.",
    ),
    (
        "La police a arrêté la maire Anna Berg vendredi.",
        "La police a remercié la maire Anna Berg vendredi.",
    ),
    (
        "Die Polizei hat Bürgermeisterin Anna Berg am Freitag festgenommen.",
        "Die Polizei hat Bürgermeisterin Anna Berg am Freitag gelobt.",
    ),
    ("Anna Berg married Tom Hill on Friday.", "Anna Berg divorced Tom Hill on Friday."),
    ("The bank sued the city of Leeds on Friday.", "The bank paid the city of Leeds on Friday."),
    (
        "The company bought a factory in Leeds in 2021.",
        "The company sold a factory in Leeds in 2021.",
    ),
    ("The firm paid £5 million to the town.", "The firm owes £5 million to the town."),
    ("The firm won a £5 million contract.", "The firm lost a £5 million contract."),
    ("The navy seized 40 kilos of cocaine.", "The navy lost 40 kilos of cocaine."),
    (
        "The vaccine prevented 95 percent of infections.",
        "The vaccine caused 95 percent of infections.",
    ),
    (
        "The court upheld the conviction of Mark Lee on Friday.",
        "The court quashed the conviction of Mark Lee on Friday.",
    ),
    (
        "Das Gericht hat die Verurteilung von Mark Lee bestätigt.",
        "Das Gericht hat die Verurteilung von Mark Lee aufgehoben.",
    ),
    ("The firm had a profit of 13 cents per share.", "The firm had a loss of 13 cents per share."),
    (
        "Der Gewinn des Konzerns betrug 12 Millionen Euro.",
        "Der Verlust des Konzerns betrug 12 Millionen Euro.",
    ),
    ("The group hired 600 people.", "The group laid off 600 people."),
    (
        "Maia Sandu won the presidential runoff on Sunday.",
        "Alexandr Stoianoglo won the presidential runoff on Sunday.",
    ),
];

#[test]
fn a_day_or_a_sum_confirms_no_other_deed() {
    let agree = |a, b| pairs(a, b).iter().any(|pair| pair.found.relation == Relation::Agree);
    for (a, b) in OF_TWO_DEEDS {
        assert!(!agree(a, b) && !agree(b, a), "{a} | {b}");
    }
    let alike = [
        (
            "The police arrested Mayor Anna Berg on Friday.",
            "Mayor Anna Berg was arrested by the police on Friday.",
        ),
        (
            "The company bought a factory in Leeds in 2021.",
            "The factory in Leeds was acquired by the company in 2021.",
        ),
    ];
    for (a, b) in alike {
        assert!(agree(a, b) && agree(b, a), "{a} | {b}");
    }
}

#[test]
fn a_toll_that_has_risen_since_does_not_agree_by_the_day_of_what_caused_it() {
    let agree = |a, b| pairs(a, b).iter().any(|pair| pair.found.relation == Relation::Agree);
    for (a, b) in [
        (
            "The explosion killed 12 people on Friday.",
            "The number of people killed in Friday's explosion rose to 19 on Tuesday.",
        ),
        (
            "The fire injured 30 people on Friday.",
            "The number of injured in Friday's fire rose to 41.",
        ),
        (
            "L'accident a fait trois morts vendredi.",
            "Le bilan de l'accident de vendredi est passé à cinq morts lundi.",
        ),
    ] {
        assert!(!agree(a, b) && !agree(b, a), "{a} | {b}");
    }
}

#[test]
fn two_bounds_of_one_side_confirm_each_other_only_where_they_are_one() {
    let agree = |a, b| pairs(a, b).iter().any(|pair| pair.found.relation == Relation::Agree);
    let least = "Au moins 38 personnes sont mortes dans le cyclone, selon la préfecture.";
    let more = "Le cyclone a fait au moins 52 morts, selon la préfecture.";
    let same = "Le cyclone a fait au moins 38 morts, selon la préfecture.";
    assert!(!agree(least, more) && !agree(more, least));
    assert!(agree(least, same));
}

#[test]
fn the_size_of_a_house_confirms_no_seats_in_it() {
    let agree = |a, b| pairs(a, b).iter().any(|pair| pair.found.relation == Relation::Agree);
    let lost = "The Labour Alliance misses a majority with 88 of the 179 seats.";
    let won = "The Labour Alliance takes 98 of the 179 seats.";
    assert!(!agree(lost, won) && !agree(won, lost));
}
