//! What one article denies and another tells, and how far a case has come.

use claimdesk::core::crosscheck::{Pair, Relation};

use crate::crosscheck_events::{differ, differs};
use crate::pairs::{apart, pairs};

#[test]
fn what_one_denies_another_tells() {
    differ(
        &[
            (
                "Police said Jane Roe was wearing crampons when she fell on Mount Orrin.",
                "Jane Roe was not wearing crampons when she slipped on Mount Orrin.",
            ),
            (
                "Jean Tell marchait sur un sentier balisé quand la balle l’a touché.",
                "Le sentier que suivait Jean Tell n’était pas balisé, selon les gendarmes.",
            ),
            (
                "Le directeur promet de rembourser les billets du concert de Halden.",
                "Les billets du concert de Halden ne seront pas remboursés.",
            ),
        ],
        true,
    );
}

#[test]
fn what_is_lacking_or_only_meant_denies_nothing() {
    differ(
        &[
            (
                "Jane Roe won the race on Mount Orrin without crampons.",
                "Jane Roe lost her crampons on Mount Orrin.",
            ),
            (
                "The council of Halden had not bought the old dairy.",
                "The council of Halden was in talks to buy the old dairy.",
            ),
            (
                "Jane Roe showed no emotion during the trial in Halden.",
                "The trial of Jane Roe in Halden brought much emotion to the town.",
            ),
        ],
        false,
    );
}

#[test]
fn who_is_charged_may_be_convicted_later() {
    differ(
        &[
            (
                "Yvonne Poe was charged with the murder of two workers at the Orrin bakery.",
                "Yvonne Poe was found guilty of the murder of two workers at the Orrin bakery.",
            ),
            (
                "Yvonne Poe a été mise en examen pour le meurtre de deux ouvriers de la boulangerie Orrin.",
                "Yvonne Poe a été reconnue coupable du meurtre de deux ouvriers de la boulangerie Orrin.",
            ),
        ],
        false,
    );
}

#[test]
fn who_resigned_was_not_dismissed() {
    differ(
        &[
            (
                "The police chief of Eastmere, Fiona Roe, resigned on Thursday.",
                "The police chief of Eastmere, Fiona Roe, was sacked.",
            ),
            (
                "Die Trainerin Petra Roe aus Halden ist zurückgetreten.",
                "Die Trainerin Petra Roe aus Halden wurde abberufen.",
            ),
        ],
        true,
    );
}

#[test]
fn one_measure_of_one_thing_differs_in_other_words() {
    let found = "Police found 12 kilos of explosives in the barn of Marc Tell in Halden.";
    differ(
        &[(found, "In the barn of Marc Tell lay 20 kilos of explosives, police in Halden said.")],
        true,
    );
    let other = "Marc Tell of Halden grows 20 kilos of pumpkins beside his barn.";
    differ(&[(found, other)], false);
}

#[test]
fn a_day_of_the_past_is_one_day_of_its_month() {
    // A whole date at the head of a text is mostly that of the text.
    let head = "Le tribunal de Halden juge un chasseur pour la mort d’un promeneur, Jean Tell. La salle \
        était pleine, la famille se tenait au premier rang, et l’accusé baissait les yeux. Le président a lu \
        les rapports des gendarmes, puis il a donné la parole aux parties, qui se sont longuement \
        opposées sur le déroulement de la battue. ";
    let tell = |day: &str| [head, day].concat();
    let rain = tell("C’était le 9 décembre 2023, sous une pluie fine, dans la forêt de Halden.");
    let fall = tell("Jean Tell est tombé le 16 décembre 2023 dans la forêt de Halden.");
    assert!(differs(&[&rain, &fall]));
    assert!(!differs(&[&rain, &fall.replace("16", "9")]));
}

#[test]
fn what_a_story_has_one_outcome_of_differs_in_whatever_words() {
    differ(
        &[
            (
                "Le docteur Jean Tell avait présenté ses excuses à la famille Orrin à Halden.",
                "Jean Tell n’a jamais présenté d’excuses à la famille Orrin, à Halden.",
            ),
            (
                "The lawyer of Jane Roe said they have filed an appeal with the court of Halden.",
                "Jane Roe, found guilty in Halden of theft, accepts the verdict, a cousin said.",
            ),
            (
                "Le feu de la scierie Orrin, à Halden, est d’origine criminelle, dit le parquet.",
                "L’incendie de la scierie Orrin, à Halden, est accidentel : un câble a fondu.",
            ),
            (
                "Der Brand im Sägewerk Orrin bei Halden ist unter Kontrolle, teilte die Feuerwehr mit.",
                "Das Sägewerk Orrin bei Halden brennt noch, das Feuer ist außer Kontrolle.",
            ),
        ],
        true,
    );
}

#[test]
fn opposites_are_told_in_one_word_more_or_of_a_month_to_come() {
    differ(
        &[
            (
                "L’usine Orrin de Halden continue d’ailleurs de tourner, selon le maire.",
                "L’usine Orrin de Halden est à l’arrêt depuis lundi, selon le maire.",
            ),
            (
                "Le centre d’essais de Halden verra bien le jour : les travaux commencent en septembre.",
                "Le centre d’essais prévu à Halden est abandonné.",
            ),
            (
                "L’avocat de Jeanne Tell a annoncé que sa cliente irait en appel à Halden.",
                "Jeanne Tell ne fera pas appel de sa condamnation à Halden.",
            ),
            (
                "Maud Orrin saisira le tribunal après l’élection de Halden.",
                "Maud Orrin ne déposera aucun recours après l’élection de Halden.",
            ),
            (
                "La conductrice avait sa ceinture quand le car de Halden s’est couché.",
                "La conductrice du car de Halden n’avait pas attaché sa ceinture.",
            ),
        ],
        true,
    );
}

#[test]
fn who_refuses_to_do_something_does_not_do_it() {
    differ(
        &[(
            "Jane Roe declined to resign as head of Northline over the ferry disaster.",
            "Jane Roe resigned as head of Northline over the ferry disaster on Friday.",
        )],
        true,
    );
    let agree = |pair: &Pair| pair.found.relation == Relation::Agree;
    for (a, b) in [
        (
            "Union leader Ute Brandt refused to sign the wage deal of Northline on Friday.",
            "Union leader Ute Brandt signed the wage deal of Northline on Friday.",
        ),
        (
            "La syndicaliste Ute Brandt refuse de signer l’accord salarial de Northline.",
            "La syndicaliste Ute Brandt a signé l’accord salarial de Northline.",
        ),
        (
            "La sindicalista Ute Brandt se negó a firmar el acuerdo salarial de Northline.",
            "La sindicalista Ute Brandt firmó el acuerdo salarial de Northline.",
        ),
        (
            "Northline chief Ute Brandt refused to resign over the ferry disaster on Friday.",
            "Northline chief Ute Brandt stepped down over the ferry disaster on Friday.",
        ),
    ] {
        assert!(!pairs(a, b).iter().any(agree), "{a} | {b}");
    }
}

#[test]
fn what_is_above_a_limit_is_not_drunk() {
    differ(
        &[(
            "The tram of Halden was 12 kilometres an hour above the limit when it crashed.",
            "The driver of the tram that crashed in Halden was sober.",
        )],
        false,
    );
}

#[test]
fn a_fire_that_burned_may_be_out_later() {
    differ(
        &[(
            "The fire at the Waitrose store in Wellington was still burning on Saturday morning.",
            "Late on Friday the blaze that destroyed the store in Wellington was under control.",
        )],
        false,
    );
}

#[test]
fn who_denies_a_killing_denies_no_death_and_whose_murder_it_is_tells_no_charge() {
    differ(
        &[
            (
                "Alan Prewett had denied killing Simon Haddow, his business partner in Halden.",
                "At the death of Simon Haddow, Alan Prewett was his business partner in Halden.",
            ),
            (
                "The drunk driver was charged in the murder of Jane Roe in Queens, police said.",
                "The drunk driver was charged with manslaughter after he struck Jane Roe in Queens.",
            ),
            (
                "Jane Roe died in Halden when a tree fell on her van in the storm.",
                "The number of people who died in the storm in Halden has risen to three.",
            ),
        ],
        false,
    );
}

/// What a denied inquiry is about is not denied, nor is the day of the denial that of anything else.
#[test]
fn a_denial_leaves_standing_what_it_is_about() {
    let a = "Le procureur de Halden a démenti mercredi avoir ouvert une enquête sur les notes de frais de Jean Tell.";
    let sum =
        "Les notes de frais de Jean Tell s’élèvent à 68 000 euros, selon son avocat à Halden.";
    assert_eq!(apart(a, sum), Vec::<[String; 2]>::new());
    let left =
        "Jean Tell a démissionné lundi 4 mai à Halden, après la révélation de ses notes de frais.";
    assert_eq!(apart(a, left), Vec::<[String; 2]>::new());
}

/// A reader sees what makes two equal words opposites.
#[test]
fn an_outcome_is_shown_with_what_denies_it() {
    let a = "Le parquet de Halden a ouvert une enquête sur Jean Tell.";
    let b = "Le parquet de Halden n’a pas ouvert d’enquête sur Jean Tell.";
    assert_eq!(apart(a, b), [["ouvert une enquête", "n’a pas ouvert d’enquête"]]);
}

/// What is denied is shown so, also where another one states it.
#[test]
fn what_is_stated_and_denied_is_shown_with_the_denial() {
    let a = "The Harran company denied that the engine had failed before.";
    let b = "The Harran company admitted that the engine had failed twice.";
    let engine = ["denied that the engine", "engine"];
    assert_eq!(apart(a, b), [engine, ["denied that the engine had failed", "failed"]]);
}

/// Shares fall, and a ferry loses power: that something goes down is no statement that both make.
#[test]
fn that_two_things_fall_is_no_agreement() {
    let a = "The ferry Isle of Harran lost power in the Minch off Halden.";
    let b = "Shares of the owner of the Isle of Harran fell after the ferry drifted in the Minch off Halden.";
    let agree = pairs(a, b).into_iter().filter(|pair| pair.found.relation == Relation::Agree);
    assert_eq!(agree.count(), 0);
}
