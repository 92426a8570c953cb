//! Where, when and by whom: what parts two events, and what differs of one.

use claimdesk::core::crosscheck::Relation;

use crate::crosscheck::relation;

/// Whether the two differ, both ways round.
fn differ(pairs: &[(&str, &str)], want: bool) {
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
