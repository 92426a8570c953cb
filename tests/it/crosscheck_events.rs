//! Where, when and by whom: what parts two events, and what differs of one.

use claimdesk::core::claim::analyze;
use claimdesk::core::crosscheck::{Compared, DEFAULT_SCORE, DocId, Index, Relation};

use crate::crosscheck::relation;

/// Whether the two differ, both ways round.
pub(crate) fn differ(pairs: &[(&str, &str)], want: bool) {
    for &(a, b) in pairs {
        for (a, b) in [(a, b), (b, a)] {
            assert_eq!(relation(a, b) == Some(Relation::Differ), want, "{a} | {b}");
        }
    }
}

#[test]
fn one_event_is_not_in_two_places() {
    differ(
        &[
            (
                "The gunman was arrested in Chicago on Monday after a long chase.",
                "After a long chase, the gunman was arrested in Detroit on Monday.",
            ),
            (
                "Der Flüchtige wurde in Hamburg festgenommen.",
                "Die Polizei hat den Flüchtigen in München festgenommen.",
            ),
            (
                "El fugitivo fue detenido en Sevilla por la policía.",
                "La policía detuvo al fugitivo en Bilbao.",
            ),
        ],
        true,
    );
}

#[test]
fn a_place_that_may_hold_or_be_the_other_does_not_differ() {
    differ(
        &[
            (
                "Le suspect a été arrêté à Lyon dimanche matin.",
                "Le suspect a été arrêté en France dimanche matin.",
            ),
            ("Das Feuer brach in Köln aus.", "Das Feuer brach in Nordrhein-Westfalen aus."),
            ("The summit opened in London on Monday.", "Le sommet s’est ouvert à Londres lundi."),
            (
                "A fire broke out in Brooklyn, killing two people.",
                "Two people were killed when a fire broke out in Manhattan.",
            ),
            (
                "The suspect was arrested in Springfield, Missouri, on Friday.",
                "Police arrested the suspect in Missouri on Friday.",
            ),
            // Kent is a city in Washington, too, and Nord a region of Cameroon.
            (
                "A fire destroyed a bakery in Dover on Friday, killing two people.",
                "Two people were killed when a fire destroyed a bakery in Kent on Friday.",
            ),
            (
                "Un incendie a détruit une boulangerie à Lille vendredi, tuant deux personnes.",
                "Deux personnes ont été tuées quand un incendie a détruit une boulangerie dans le Nord vendredi.",
            ),
            // Neither a hotel nor the whole of a people is a place.
            (
                "The diamonds were stolen at the Carlton hotel.",
                "The diamonds were stolen in Cannes.",
            ),
        ],
        false,
    );
}

#[test]
fn figures_of_events_in_two_places_do_not_differ() {
    differ(
        &[
            (
                "A bomb killed 12 people in Baghdad on Tuesday.",
                "A bomb killed 30 people in Mosul on Tuesday.",
            ),
            (
                "Un incendie a fait deux morts à Nantes dans la nuit.",
                "Un incendie a fait cinq morts à Strasbourg dans la nuit.",
            ),
            (
                "Bei einem Unfall in Dresden starben drei Menschen.",
                "Bei einem Unfall in Kiel starben fünf Menschen.",
            ),
            (
                "Un terremoto de magnitud 5,1 sacudió Chile, en Valparaíso.",
                "Un terremoto de magnitud 6,2 sacudió Perú, en Arequipa.",
            ),
        ],
        false,
    );
}

#[test]
fn who_did_it_is_one_or_the_other() {
    differ(
        &[
            (
                "The bill was rejected by the Senate.",
                "The House of Representatives rejected the bill.",
            ),
            (
                "Paul Martin a été nommé directeur de l’hôpital.",
                "Julie Durand a été nommée directrice de l’hôpital.",
            ),
            (
                "Smith will succeed Brown as chief executive.",
                "Brown will succeed Smith as chief executive.",
            ),
        ],
        true,
    );
    differ(
        &[
            ("The bill was rejected by the Senate.", "Senators rejected the bill."),
            (
                "Paul Martin a été nommé directeur de l’hôpital.",
                "Martin a été nommé directeur de l’hôpital mardi.",
            ),
        ],
        false,
    );
}

#[test]
fn days_count_from_the_day_of_the_article() {
    let on = |day: &str, told: &str| {
        format!("LYON, {day} octobre 2024 (AFP) - Le maire de Lyon a été arrêté {told}.")
    };
    for (a, b, want) in [
        (on("23", "hier"), on("23", "mardi"), false),
        (on("23", "hier"), on("23", "lundi"), true),
        (on("23", "hier"), on("24", "le 22 octobre"), false),
        (on("23", "mardi"), on("24", "le 21 octobre"), true),
        // The last one or the next.
        (on("23", "mardi"), on("24", "le 29 octobre"), false),
        (on("23", "lundi"), on("24", "la semaine dernière"), false),
    ] {
        differ(&[(&a, &b)], want);
    }
}

#[test]
fn a_date_that_hangs_on_a_noun_is_that_of_what_it_names() {
    differ(
        &[
            (
                "The trade pact of July between Norway and Chile has been suspended.",
                "The trade treaty signed in June between Norway and Chile has been suspended.",
            ),
            (
                "The March election in Kordania was rigged, observers of the Carter mission said.",
                "The election held in April in Kordania was rigged, according to observers.",
            ),
            (
                "L’accord de pêche de juillet entre le Maroc et l’Islande prévoit des quotas.",
                "L’accord de pêche, signé en juin entre le Maroc et l’Islande, prévoit des quotas.",
            ),
            (
                "Der im Juni unterzeichnete Vertrag über die Grenze des Kosovo tritt in Kraft.",
                "Der Vertrag vom Juli über die Grenze des Kosovo tritt in Kraft.",
            ),
            (
                "La cumbre de junio entre Bolivia y Perú terminó sin acuerdo sobre el agua.",
                "La cumbre celebrada en julio entre Bolivia y Perú terminó sin acuerdo sobre el agua.",
            ),
        ],
        true,
    );
    differ(
        &[
            (
                "The July strike cost the port of Hull two million pounds.",
                "The treaty signed in June with Hull’s sister city was celebrated.",
            ),
            (
                "Le traité de juillet prévoit des échanges d’étudiants entre Lyon et Turin.",
                "Le procès ouvert en juin à Lyon porte sur des échanges de semences.",
            ),
        ],
        false,
    );
}

#[test]
fn what_stays_as_it_is_did_not_become_the_opposite() {
    differ(
        &[
            (
                "The Severn bridge at Chepstow remains closed to lorries.",
                "The Severn bridge at Chepstow has reopened to lorries.",
            ),
            (
                "La piscine municipale de Brest reste ouverte aux écoles.",
                "La piscine municipale de Brest ferme aux écoles.",
            ),
            (
                "Das Hallenbad im Stadtteil Westend bleibt geöffnet.",
                "Das Hallenbad im Stadtteil Westend schließt.",
            ),
            (
                "El puente viejo de Ronda sigue cerrado al tráfico.",
                "El puente viejo de Ronda fue reabierto al tráfico.",
            ),
        ],
        true,
    );
}

#[test]
fn what_rises_is_what_falls() {
    differ(
        &[
            (
                "L’action Thalmeuse cédait 4 % à la mi-journée.",
                "L’action Thalmeuse gagnait 4 % à la mi-journée.",
            ),
            (
                "Sales at Norvik rose by 4 percent last quarter.",
                "Sales at Norvik fell by 4 percent last quarter.",
            ),
        ],
        true,
    );
    differ(
        &[(
            "Sales at Norvik rose by 4 percent while its debt fell.",
            "Norvik’s debt fell while sales rose by 4 percent.",
        )],
        false,
    );
}

#[test]
fn votes_against_are_told_behind_those_for() {
    differ(
        &[
            (
                "The council of Larne approved the stadium by 27 votes to 19.",
                "The council of Larne approved the stadium by 27 votes to 21.",
            ),
            (
                "Le conseil de Larne a adopté le projet de stade par 27 voix contre 19.",
                "Le conseil de Larne a adopté le projet de stade par 27 voix contre 21.",
            ),
            (
                "Der Rat von Larne beschloss das Stadion mit 27 zu 19 Stimmen.",
                "Der Rat von Larne beschloss das Stadion mit 27 zu 21 Stimmen.",
            ),
            (
                "El ayuntamiento de Larne aprobó el estadio por 27 votos contra 19.",
                "El ayuntamiento de Larne aprobó el estadio por 27 votos contra 21.",
            ),
        ],
        true,
    );
}

#[test]
fn what_one_blames_another_rules_out() {
    differ(
        &[
            (
                "Investigators blamed a gas leak for the blast at the Corlay bakery.",
                "Investigators have ruled out a gas leak after the blast at the Corlay bakery.",
            ),
            (
                "Une fuite de gaz serait à l’origine de l’explosion de la boulangerie de Corlay.",
                "Les enquêteurs excluent une fuite de gaz après l’explosion de la boulangerie de Corlay.",
            ),
            (
                "Las pesquisas apuntan a un fallo en los frenos del autobús.",
                "La Guardia descarta un fallo en los frenos del autobús.",
            ),
        ],
        true,
    );
    differ(
        &[
            (
                "Investigators blamed a gas leak for the blast at the Corlay bakery.",
                "The mayor of Corlay ruled out a rise in gas prices for the swimming pool.",
            ),
            (
                "The cause of the fire at the Corlay bakery has not been determined.",
                "Investigators at the Corlay bakery want to determine the cause of the fire.",
            ),
        ],
        false,
    );
}

#[test]
fn whoever_died_is_counted_among_the_dead() {
    differ(
        &[
            (
                "At least 14 people died when a coach plunged into a ravine near Gorvan.",
                "Eleven pilgrims died when the coach plunged into a ravine near Gorvan.",
            ),
            (
                "L’attaque du marché de Goma a tué onze pèlerins.",
                "L’attaque du marché de Goma a fait quatorze morts.",
            ),
            (
                "Bei dem Busunglück nahe Gorvan starben elf Pilger.",
                "Bei dem Busunglück nahe Gorvan kamen 14 Menschen ums Leben.",
            ),
            (
                "Once peregrinos murieron al caer el autobús en Gorvan.",
                "Catorce personas murieron al caer el autobús en Gorvan.",
            ),
        ],
        true,
    );
}

#[test]
fn what_one_confirms_another_denies() {
    differ(
        &[
            (
                "The ministry confirmed the ransomware attack on Ravel hospital.",
                "The ministry denied the ransomware attack on Ravel hospital.",
            ),
            (
                "Le ministère a confirmé la cyberattaque contre l’hôpital de Ravel.",
                "Le ministère a démenti la cyberattaque contre l’hôpital de Ravel.",
            ),
            (
                "Das Ministerium bestätigte den Angriff auf das Krankenhaus in Ravel.",
                "Das Ministerium bestritt den Angriff auf das Krankenhaus in Ravel.",
            ),
            (
                "El ministerio confirmó el ataque al hospital de Ravel.",
                "El ministerio negó el ataque al hospital de Ravel.",
            ),
        ],
        true,
    );
}

#[test]
fn one_is_guilty_of_one_offence() {
    differ(
        &[
            (
                "A jury found Dale Reyes guilty of murder on Friday.",
                "A jury found Dale Reyes guilty of manslaughter on Friday.",
            ),
            (
                "Dale Reyes a été reconnu coupable de meurtre vendredi.",
                "Dale Reyes a été reconnu coupable d’homicide involontaire vendredi.",
            ),
            (
                "Dale Reyes wurde am Freitag wegen Mordes verurteilt.",
                "Dale Reyes wurde am Freitag wegen Totschlags verurteilt.",
            ),
            (
                "Dale Reyes fue condenado el viernes por asesinato.",
                "Dale Reyes fue condenado el viernes por homicidio imprudente.",
            ),
        ],
        true,
    );
    differ(
        &[(
            "A man was charged with murder over the killing of Ana Pohl in Ravel.",
            "The lawyer said that manslaughter laws are too strict in Ravel.",
        )],
        false,
    );
}

#[test]
fn a_german_compound_is_what_its_last_part_names() {
    differ(
        &[
            (
                "Die Elternbeiträge in Halle steigen um acht Prozent.",
                "Die Kita-Beiträge in Halle sinken um acht Prozent.",
            ),
            (
                "Beim Großbrand in Ulm wurden vier Menschen verletzt.",
                "Bei dem Brand in Ulm wurden sieben Menschen verletzt.",
            ),
        ],
        true,
    );
}

#[test]
fn a_number_of_one_slot_is_told_of_one_time_or_none() {
    assert_eq!(
        relation(
            "Le groupe Norvik prévoit la suppression de 140 postes d’ici à 2027 à Lens.",
            "Le groupe Norvik annonce à Lens la disparition de cent quarante emplois.",
        ),
        Some(Relation::Agree)
    );
    assert_eq!(
        relation(
            "La maison de Lens n’était pas équipée d’un détecteur de fumée.",
            "La maison de Lens ne comportait aucun avertisseur de fumée.",
        ),
        Some(Relation::Agree)
    );
}

/// Whether any two articles of a desk differ.
pub(crate) fn differs(texts: &[&str]) -> bool {
    let mut index = Index::new();
    for (i, text) in texts.iter().enumerate() {
        index.insert(DocId::new(i), text, &analyze(text));
    }
    let pairs = index.pairs(DEFAULT_SCORE);
    pairs.iter().any(|pair| pair.found.relation == Relation::Differ)
}

#[test]
fn the_day_that_no_other_article_tells_differs() {
    const FELT: [&str; 3] = [
        "Mark Felt, the Watergate informant, died Thursday at his home in Santa Rosa.",
        "Felt, the informant of Watergate, died on Thursday in Santa Rosa, his grandson said.",
        "The Watergate informant Mark Felt, known as Deep Throat, died Thursday in Santa Rosa.",
    ];
    let odd = "Mark Felt, who guided two reporters through Watergate, died on Friday.";
    assert!(differs(&[FELT[0], FELT[1], FELT[2], odd]));
    assert!(!differs(&FELT));
}

#[test]
fn another_event_has_a_day_of_its_own() {
    const RAID: &str =
        "Four men stole watches from a jeweller in central Lyon on Monday in a robbery.";
    differ(
        &[
            (
                RAID,
                "Lyon saw another dramatic robbery on Sunday, when a jeweller lost his watches.",
            ),
            (
                "Un braquage a eu lieu lundi dans une bijouterie du centre de Lyon.",
                "Un autre braquage avait eu lieu dimanche dans une bijouterie du centre de Lyon.",
            ),
            (
                "Ein Überfall auf ein Juweliergeschäft in Bonn ereignete sich am Montag.",
                "Ein weiterer Überfall auf ein Juweliergeschäft in Bonn ereignete sich am Sonntag.",
            ),
            (
                "Un robo en una joyería del centro de Ronda ocurrió el lunes.",
                "Otro robo en una joyería del centro de Ronda ocurrió el domingo.",
            ),
        ],
        false,
    );
}

#[test]
fn days_of_two_happenings_do_not_differ() {
    differ(
        &[
            ("Die Wahl im März kostete viel Geld.", "Der Streik im April kostete viel Geld."),
            ("La huelga de marzo en Vigo terminó.", "El festival de abril en Vigo terminó."),
            (
                "Officials blamed faulty wiring for the fire at the Orrin library.",
                "Officials in Orrin ruled out new taxes after the library fire.",
            ),
        ],
        false,
    );
}

#[test]
fn others_and_the_first_are_not_all() {
    differ(
        &[
            (
                "Another 20,000 people marched in Larne on Sunday.",
                "Some 100,000 people marched in Larne on Sunday.",
            ),
            (
                "He was acquitted of three other murders in Larne.",
                "He was convicted of the murder of Ana Pohl in Larne.",
            ),
            ("Die ersten 17 Häuser in Larne sind verkauft.", "In Larne sind 28 Häuser verkauft."),
            ("Los primeros 17 pasajeros llegaron a Larne.", "A Larne llegaron 28 pasajeros."),
            (
                "Les 12 premiers passagers ont quitté Larne.",
                "Le ferry de Larne transportait 28 passagers.",
            ),
        ],
        false,
    );
}

#[test]
fn passengers_are_people_and_no_event() {
    differ(
        &[
            (
                "A ferry carrying 214 people hit rocks off Larne on Sunday.",
                "A ferry with 241 passengers aboard hit rocks off Larne on Sunday.",
            ),
            (
                "Nach dem Unglück der Fähre in Larne wurden 17 Passagiere verletzt.",
                "23 Passagiere wurden beim Unglück der Fähre in Larne verletzt.",
            ),
            (
                "Le naufrage du ferry de Larne a fait 17 blessés.",
                "23 passagers ont été blessés dans le naufrage du ferry de Larne.",
            ),
            (
                "El accidente del ferri de Larne dejó 17 heridos.",
                "Resultaron heridos 23 pasajeros en el accidente del ferri de Larne.",
            ),
        ],
        true,
    );
    differ(
        &[(
            "Of the 214 people aboard the Larne ferry 23 passengers were hurt.",
            "A ferry with 214 people aboard hit rocks off Larne and 23 were hurt.",
        )],
        false,
    );
}

/// The values on which the first claims of two texts differ.
fn values_that_differ(a: &str, b: &str) -> Vec<(String, String)> {
    let mut index = Index::new();
    for (id, text) in [a, b].into_iter().enumerate() {
        index.insert(DocId::new(id), text, &analyze(text));
    }
    let pairs = index.pairs_of(DocId(0), DEFAULT_SCORE);
    let whys = pairs.iter().flat_map(|pair| &pair.found.why);
    let differ = whys.filter(|why| why.agreement == Compared::Differs);
    differ.map(|why| (why.here.of(a).to_owned(), why.there.of(b).to_owned())).collect()
}

#[test]
fn what_became_of_people_is_told_of_those_of_its_own_clause() {
    for (a, b) in [
        (
            "23 were hurt when a ferry with 241 people on board ran aground off Larne.",
            "A ferry with 214 people on board ran aground off Larne.",
        ),
        (
            "Many people were hurt after a ferry with 241 people on board ran aground off Larne.",
            "A ferry with 214 people on board ran aground off Larne.",
        ),
        (
            "23 personnes ont été blessées lorsqu’un ferry avec 241 personnes à bord s’est échoué à Larne.",
            "Un ferry avec 214 personnes à bord s’est échoué à Larne.",
        ),
        (
            "Vingt-trois blessés après que le ferry avec 241 personnes à bord s’est échoué à Larne.",
            "Un ferry avec 214 personnes à bord s’est échoué à Larne.",
        ),
        (
            "23 Verletzte, nachdem eine Fähre mit 241 Menschen an Bord vor Larne auf Grund lief.",
            "Eine Fähre mit 214 Menschen an Bord lief vor Larne auf Grund.",
        ),
        (
            "Hubo 23 heridos cuando un ferri con 241 personas a bordo encalló cerca de Larne.",
            "Un ferri con 214 personas a bordo encalló cerca de Larne.",
        ),
        (
            "Mueren 23 personas tras encallar un ferri con 241 personas a bordo cerca de Larne.",
            "Un ferri con 214 personas a bordo encalló cerca de Larne.",
        ),
        // What stands beside a figure, where another one is nearer to what became of people.
        (
            "23 blessés dans le naufrage d’un ferry transportant 241 personnes à Larne.",
            "Un ferry transportant 214 personnes a fait naufrage à Larne.",
        ),
    ] {
        for (a, b, [x, y]) in [(a, b, ["241", "214"]), (b, a, ["214", "241"])] {
            let found = values_that_differ(a, b);
            let told = found.iter().all(|(here, there)| here.contains(x) && there.contains(y));
            assert!(!found.is_empty() && told, "{found:?}: {a} | {b}");
        }
    }
    // One clause, whatever small words stand in it, or one of the same people.
    for (a, b) in [
        (
            "The governor said that five people had received treatment after being injured by the Larne quake.",
            "The Larne quake injured two people.",
        ),
        (
            "Cinq personnes ont été hospitalisées après avoir été blessées par le séisme de Larne.",
            "Le séisme de Larne a blessé deux personnes.",
        ),
        (
            "Fünf Menschen kamen in die Klinik, nachdem sie beim Erdbeben in Larne verletzt worden waren.",
            "Beim Erdbeben in Larne wurden zwei Menschen verletzt.",
        ),
        (
            "Cinco personas reciben atención tras resultar heridas en el terremoto de Larne.",
            "El terremoto de Larne dejó dos heridos.",
        ),
        (
            "Some 23 passengers of the Larne ferry were listed as missing.",
            "Some 19 passengers of the Larne ferry were listed as missing.",
        ),
        (
            "The fire on the Larne ferry killed as many as 23 people.",
            "The fire on the Larne ferry killed 31 people.",
        ),
        (
            "23 Passagiere der Fähre in Larne gelten als vermisst.",
            "19 Passagiere der Fähre in Larne gelten als vermisst.",
        ),
        (
            "Beim Brand der Fähre in Larne wurden mehr als 23 Menschen verletzt.",
            "Beim Brand der Fähre in Larne wurden 17 Menschen verletzt.",
        ),
    ] {
        differ(&[(a, b)], true);
    }
}
