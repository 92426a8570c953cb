//! Whose age is told.

use claimdesk::core::crosscheck::{Compared, Relation};

use crate::pairs::pairs;

#[test]
fn the_age_of_one_who_is_quoted_is_set_against_another() {
    let leaves = "Theatre chief leaves Brant\n\nHelen Marlowe, 54, told staff on Thursday that she is leaving the \
        Brant theatre.\n";
    let needs = "Who will lead the Brant theatre?\n\nThe Brant theatre needs a new director. Ms Marlowe, who is 53, \
        announced last week that she was going.\n";
    let differ = |a: &str, b: &str| -> Vec<[String; 2]> {
        let pairs = pairs(a, b).into_iter().filter(|pair| pair.found.relation == Relation::Differ);
        let why = pairs.flat_map(|pair| pair.found.why);
        let apart = why.filter(|why| why.agreement == Compared::Differs);
        apart.map(|why| [why.here.of(a).to_owned(), why.there.of(b).to_owned()]).collect()
    };
    assert_eq!(differ(leaves, needs), [["54", "53"]]);
    assert_eq!(differ(needs, leaves), [["53", "54"]]);
}

#[test]
fn a_range_of_ages_is_no_toll() {
    crate::crosscheck_events::differ(
        &[(
            "Cinq adolescents de 11 à 14 ans ont perdu la vie dans le car de Halden.",
            "Quatre collégiens ont été tués dans le car de Halden.",
        )],
        true,
    );
}
