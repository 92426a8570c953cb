//! Figures that are of a part, a time or a person of their own, and the value that nobody else tells.

use crate::crosscheck_events::{differ, differs};

#[test]
fn some_of_those_who_are_known_are_not_all() {
    differ(
        &[
            (
                "Eight of the jurors at the Orrin murder trial were women.",
                "The two jurors at the Orrin murder trial spoke to reporters.",
            ),
            (
                "Police in Larne made 86 arrests over the course of Saturday’s protests.",
                "In the protests in Larne more than 200 people have been arrested.",
            ),
            (
                "Allein am Samstag wurden bei den Protesten in Larne 86 Menschen festgenommen.",
                "Bei den Protesten in Larne wurden mehr als 200 Menschen festgenommen.",
            ),
            (
                "Poe was sentenced to seven years in prison in Larne for fraud.",
                "The judge in Larne sentenced Poe for lying, adding three years to his sentence for fraud.",
            ),
            (
                "Jane Roe served four months in prison for obstruction.",
                "Jane Roe was sentenced to three years in prison for obstruction, all but six months suspended.",
            ),
        ],
        false,
    );
}

#[test]
fn who_sees_another_die_is_not_counted_among_the_dead() {
    differ(
        &[(
            "It is hard for 12 people to put another man to death, a lawyer in Larne said.",
            "The man who killed four people in Larne was sentenced to death.",
        )],
        false,
    );
}

#[test]
fn so_long_before_something_is_no_length_of_time() {
    differ(
        &[
            (
                "The new rule on rare owls will take effect in about 30 days.",
                "The new rule on rare owls takes effect nine days before the vote.",
            ),
            (
                "La grève des éboueurs de Lens a duré trois semaines.",
                "La grève des éboueurs de Lens a commencé deux semaines avant le vote.",
            ),
        ],
        false,
    );
}

#[test]
fn who_is_older_later_is_the_same() {
    let suspect =
        "7 March 2010\n\nJane Roe, 43, a nurse, was arrested for the shooting at the Orrin plant.";
    let trial =
        "9 May 2012\n\nJane Roe, 45, a nurse, is on trial for the shooting at the Orrin plant.";
    assert!(!differs(&[suspect, trial]));
    assert!(differs(&[suspect, &suspect.replace("43", "44")]));
}

#[test]
fn approval_and_disapproval_are_two_shares() {
    differ(
        &[(
            "A poll shows a 20 percent approval rating for the government.",
            "Another poll puts disapproval of the government at 68 percent.",
        )],
        false,
    );
}

#[test]
fn the_hour_of_a_count_is_not_that_of_the_vote() {
    differ(
        &[(
            "Voters in Larne began to cast their ballots at 8:00 am in the election.",
            "Voters in Larne had cast 2,400 ballots as of 4:00 pm in the election.",
        )],
        false,
    );
}

#[test]
fn a_game_is_not_the_season() {
    differ(
        &[
            (
                "Ned Poe caught eight passes for 66 yards and two touchdowns against Larne.",
                "Ned Poe caught 52 passes for 440 yards and two touchdowns for Larne.",
            ),
            (
                "Ned Poe has 53 catches for 605 yards.",
                "Ned Poe wound up with eight catches for 101 yards.",
            ),
        ],
        false,
    );
}

#[test]
fn a_return_to_prison_has_a_day_of_its_own() {
    differ(
        &[(
            "Ned Poe was serving life in prison for a 1998 assault conviction in Larne County.",
            "Ned Poe returned to prison in June 1999 to serve a life sentence for assault in Larne County.",
        )],
        false,
    );
}

const RULES: [&str; 4] = [
    "The ministry announced new rules for rare owls and wolves on Thursday, which foresters in Orrin welcomed.",
    "On Thursday the ministry announced rules that protect rare owls and wolves in the forests of Orrin.",
    "New rules for rare owls were announced by the ministry on Thursday; foresters in Orrin had asked for them.",
    "Foresters in Orrin spoke of a good day after the ministry announced its rules for rare owls on Thursday.",
];

#[test]
fn a_day_in_other_words_differs_where_all_others_tell_another() {
    let odd = "The government issued its long awaited protection for owls in woodland around Orrin on Monday.";
    let [a, b, c, d] = RULES;
    assert!(differs(&[a, b, c, d, odd]));
    assert!(!differs(&[a, odd]), "nobody else tells either day");
    let both = format!("{odd} Minister Jane Roe left Larne for home on Thursday.");
    assert!(!differs(&[a, b, c, d, &both]), "its Monday is of something else");
    assert!(!differs(&RULES));
}

#[test]
fn what_a_quake_did_is_of_its_day() {
    const QUAKE: [&str; 3] = [
        "A strong earthquake shook the island of Orrin on Sunday, and people ran out of their houses.",
        "An earthquake jolted Orrin island on Sunday morning, the governor of Orrin said.",
        "People on the island of Orrin ran from their houses when an earthquake struck on Sunday.",
    ];
    let odd =
        "The earthquake damaged houses on the island of Orrin on Thursday, the governor said.";
    assert!(differs(&[QUAKE[0], QUAKE[1], QUAKE[2], odd]));
    assert!(!differs(&[QUAKE[0], odd]), "damage alone may be of another day");
    assert!(!differs(&QUAKE));
}

#[test]
fn the_time_in_another_zone_is_no_year() {
    differ(
        &[(
            "A powerful quake with a magnitude of 6.1 struck Orrin in September.",
            "A quake with a magnitude of 5.6 struck Orrin at 17:06 (1336 GMT).",
        )],
        false,
    );
}

#[test]
fn a_game_has_many_lengths() {
    differ(
        &[
            (
                "Larne took the ball and went 73 yards in 13 plays to set up Poe’s winning score.",
                "Ned Poe threw for 205 yards on Sunday, and his 7-yard pass gave Larne a win over Orrin.",
            ),
            (
                "They handed the ball over to Larne at the 27-yard line.",
                "Larne took the ball and went 73 yards in 13 plays to set up the winning score.",
            ),
        ],
        false,
    );
    differ(
        &[(
            "The climber died after falling 60 metres from a ridge near Orrin.",
            "The climber died near Orrin after falling 150 metres from a ridge.",
        )],
        true,
    );
}

#[test]
fn what_goes_on_lasts_longer_each_day() {
    differ(
        &[(
            "The youths smashed windows in Orrin after four days of the worst riots in decades.",
            "Orrin was calm on Sunday after eight days of the worst riots in decades.",
        )],
        false,
    );
}

#[test]
fn two_things_of_one_day_have_hours_of_their_own() {
    differ(
        &[(
            "By 6:40 a.m. the fire in Orrin was under control, Chief Roe said.",
            "The fire call in Orrin came in at 3:30 a.m., Chief Roe said.",
        )],
        false,
    );
}

#[test]
fn the_day_of_an_issue_is_not_that_of_the_news() {
    differ(
        &[(
            "The maker on Wednesday released an emergency patch for a flaw of its Larne browser.",
            "In Thursday’s IT Herald, Jane Roe looks at the maker’s emergency patch for a flaw of its Larne browser.",
        )],
        false,
    );
}

#[test]
fn those_missing_or_hurt_are_no_dead_of_a_toll() {
    differ(
        &[
            (
                "La tempête a fait 38 morts à Larne, selon les secours.",
                "Le bilan de la tempête à Larne fait état de neuf personnes disparues, selon les secours.",
            ),
            (
                "La tempête a fait 38 morts à Larne, selon les secours.",
                "Le bilan de la tempête à Larne fait état de 120 blessés, selon les secours.",
            ),
        ],
        false,
    );
    differ(
        &[(
            "La tempête a fait 38 morts à Larne, selon les secours.",
            "Le bilan de la tempête à Larne est de 44 morts, selon les secours.",
        )],
        true,
    );
}

#[test]
fn the_dead_of_one_storm_are_not_those_of_another_before_it() {
    differ(
        &[(
            "Storm Ada killed 59 people in Larne, the rescue service said.",
            "Storm Ada struck Larne ten days after Storm Bertha killed 14 people, the rescue service said.",
        )],
        false,
    );
}
