//! Whose age is told.

use crate::pairs::apart;

#[test]
fn the_age_of_one_who_is_quoted_is_set_against_another() {
    let leaves = "Theatre chief leaves Brant\n\nHelen Marlowe, 54, told staff on Thursday that she is leaving the \
        Brant theatre.\n";
    let needs = "Who will lead the Brant theatre?\n\nThe Brant theatre needs a new director. Ms Marlowe, who is 53, \
        announced last week that she was going.\n";
    assert_eq!(apart(leaves, needs), [["54", "53"]]);
    assert_eq!(apart(needs, leaves), [["53", "54"]]);
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
