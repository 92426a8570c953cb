//! Days of what a story has one of: whoever tells another one tells it otherwise, in whatever words.

use claimdesk::core::claim::analyze;
use claimdesk::core::crosscheck::Relation;

use crate::pairs::{apart, pairs};

fn differ(a: &str, b: &str, days: [&str; 2]) {
    assert_eq!(apart(a, b), [days], "{a} | {b}");
    let [here, there] = days;
    assert_eq!(apart(b, a), [[there, here]], "{b} | {a}");
}

fn nothing(a: &str, b: &str) {
    assert_eq!(apart(a, b), Vec::<[String; 2]>::new(), "{a} | {b}");
    assert_eq!(apart(b, a), Vec::<[String; 2]>::new(), "{b} | {a}");
}

fn agreements(a: &str, b: &str) -> usize {
    pairs(a, b).iter().filter(|pair| pair.found.relation == Relation::Agree).count()
}

#[test]
fn the_day_of_a_fire_differs_in_whatever_words_it_is_told() {
    let a = "A blaze tore through the Harrow Street market hall on Tuesday night, the fire brigade said. The market hall of Harrow Street had stood for ninety years.";
    let b = "Traders of the Harrow Street market hall have lost their stock. The fire in the market hall broke out on Wednesday, says the owner of Harrow Street, and insurers have begun to count the loss.";
    differ(a, b, ["Tuesday", "Wednesday"]);
}

#[test]
fn the_night_that_a_fire_is_told_of_is_that_of_the_fire() {
    let a = "Investigators say arson is to blame for Friday night's fire at the Wendle Bible Church. Nobody was in the Wendle Bible Church.";
    let b = "Flames destroyed the Wendle Bible Church. The fire at the Wendle Bible Church started on Saturday, neighbours said.";
    differ(a, b, ["Friday", "Saturday"]);
}

/// What lasts has one day and many hours.
#[test]
fn a_fire_is_told_of_at_many_hours() {
    let a = "A fire broke out in the Harrow Street market hall at 6 a.m., the brigade said. The market hall of Harrow Street had stood for ninety years.";
    let b = "The fire in the Harrow Street market hall was still burning at 9.30 a.m., the brigade said.";
    nothing(a, b);
}

/// An article that tells of two has no one day of it.
#[test]
fn a_second_fire_has_a_day_of_its_own() {
    let a = "A fire gutted the Harrow Street market hall on Tuesday. A second fire damaged the Harrow Street depot on Thursday.";
    let b = "The fire in the Harrow Street depot broke out on Friday, the brigade said.";
    nothing(a, b);
}

/// What a clause about a noun puts into another time is that noun's.
#[test]
fn a_day_is_not_that_of_what_was_before_it() {
    let a = "A gunman killed one and hurt two others Monday at the Orrin accounting firm from which he was fired last week, police said.";
    let b = "One was killed and two others were hurt at the Orrin accounting firm on Friday, when a gunman opened fire, police said.";
    differ(a, b, ["Monday", "Friday"]);
    let a = "The Halden Rovers fired coach Jane Roe on Saturday, one day after the team lost 5-0 in Wendle.";
    let b = "The Halden Rovers fired coach Jane Roe Wednesday morning after a weak start.";
    differ(a, b, ["Saturday", "Wednesday"]);
}

#[test]
fn somebody_dies_on_one_day() {
    let a = "A former clerk who kept the books of the council for years, Orrin Tell died of heart failure Thursday at home, his grandson said.";
    let b = "Orrin Tell, the last witness of the flood of Halden, died on Monday.";
    differ(a, b, ["Thursday", "Monday"]);
}

#[test]
fn a_pact_has_the_day_on_which_it_is_signed() {
    let a = "Les verriers Halden et Wendle ont signé mardi un accord de fusion.";
    let b = "Halden va racheter Wendle, aux termes d’un accord signé lundi.";
    differ(a, b, ["mardi", "lundi"]);
}

/// That both name the day says nothing where each names another hour of it.
#[test]
fn another_hour_of_one_day_is_no_agreement() {
    let a = "La perquisition a eu lieu mardi à 6 heures à la mairie de Halden.";
    let b = "La perquisition a eu lieu mardi à 9 heures à la mairie de Halden.";
    differ(a, b, ["6 heures", "9 heures"]);
    let b = "Les enquêteurs ont fouillé la mairie de Halden mardi à 9 heures.";
    assert_eq!(agreements(a, b), 0, "{a} | {b}");
}

/// What is told of a year long over is no other answer.
#[test]
fn a_strike_of_long_ago_lasted_as_long_as_it_did() {
    let a = "HALDEN, 5 May 2026. The strike at Halden port will last eight days, the union said.";
    let b = "HALDEN, 5 May 2026. Workers at Halden port are on strike. A strike at the port in 1989 lasted 19 days, the union said.";
    nothing(a, b);
}

#[test]
fn a_year_confirms_no_day_of_it() {
    let a = "Une fusillade a fait trois morts vendredi à Halden.";
    let b = "C’est la douzième fusillade mortelle à Halden en 2026.";
    assert_eq!(agreements(a, b), 0, "{a} | {b}");
}

/// How many pairs of its own sentences an article differs in.
fn differs_from_itself(text: &str) -> usize {
    let pairs = crate::pairs::pairs(text, "");
    pairs.iter().filter(|pair| pair.found.relation == Relation::Differ).count()
}

/// An article tells one day after the other, and one source does not contradict itself.
#[test]
fn an_article_differs_from_itself_by_no_days_of_one_source() {
    for text in [
        "On Monday the Royal Hospital admitted 41 patients with flu, the trust said. On Tuesday the Royal Hospital admitted 56 patients with flu, the hospital trust said.",
        "On Monday the Royal Hospital admitted 41 patients with flu, the trust said. On Wednesday the Royal Hospital admitted 73 patients with flu, according to the health secretary.",
        "On 2 March the port authority said that 137 containers were unloaded at quay 1.\n\nOn 3 March the port authority said that 174 containers were unloaded at quay 2.",
        "Lundi, le port de Halden a reçu 41 navires, a dit la préfecture. Mardi, le port de Halden a reçu 56 navires, a dit la préfecture.",
        "Am Montag wurden in Halden 41 Menschen verletzt, teilte die Polizei mit. Am Dienstag wurden in Halden 56 Menschen verletzt, teilte die Polizei mit.",
    ] {
        assert_eq!(differs_from_itself(text), 0, "{text}");
    }
    let two = "The fire at the Halden depot killed 12 people on Monday, police said. The fire at the Halden depot killed 15 people on Monday, the mayor said.";
    assert!(differs_from_itself(two) > 0);
}

/// An English date whose order nobody tells is neither of two days.
#[test]
fn an_english_date_of_figures_is_either_of_two_days() {
    let a = "Engineers closed the Crown Bridge in Leeds on 3 June 2024 after a crack was found, the council said.";
    for b in [
        "The Crown Bridge in Leeds was closed on 03/06/2024 by engineers after they found a crack, the council said.",
        "The Crown Bridge in Leeds was closed on 06/03/2024 by engineers after they found a crack, the council said.",
    ] {
        let apart = crate::pairs::apart(a, b);
        assert!(apart.is_empty(), "{apart:?}");
    }
    let a = "Crown Bridge in Leeds opened in the mid-1990s.";
    let b = "Crown Bridge in Leeds opened in 1996.";
    assert!(crate::pairs::apart(a, b).is_empty());
}

/// The day on which an article was written is none of what it tells, in whatever words it stands below the title.
#[test]
fn the_day_of_an_article_is_no_value() {
    let train = [
        (
            "Der Zug ist in Lyon entgleist.",
            &[
                "Lyon, #. Mai 2025",
                "Lyon, den #. Mai 2025",
                "Lyon, Samstag, #. Mai 2025",
                "Lyon (AFP), #. Mai 2025, 14.30 Uhr",
                "Frankfurt am Main – #. Mai 2025",
                "Stand: #. Mai 2025",
                "Veröffentlicht am #. Mai 2025",
            ][..],
        ),
        (
            "Le train a déraillé à Lyon.",
            &[
                "Lyon, le # mai 2025",
                "Saint-Denis, le # mai 2025 à 14h30",
                "Lyon, samedi # mai 2025",
                "Mis à jour le # mai 2025",
                "Par Anna Berg, le # mai 2025",
            ],
        ),
        (
            "The train came off the rails in Lyon.",
            &[
                "Lyon, # May 2025",
                "Lyon, May #, 2025",
                "Lyon – # May 2025",
                "Last updated # May 2025",
            ],
        ),
        (
            "El tren descarriló en Lyon.",
            &["Madrid, a # de mayo de 2025", "Publicado el # de mayo de 2025"],
        ),
        ("Il treno è deragliato a Lione.", &["Roma, # maggio 2025", "Roma, lì # maggio 2025"]),
        ("O trem descarrilou em Lyon.", &["Lisboa, # de maio de 2025"]),
        ("De trein is in Lyon ontspoord.", &["Amsterdam, zaterdag # mei 2025"]),
    ];
    for (told, lines) in train {
        for (line, end) in
            lines.iter().flat_map(|line| [(line, "\n\n"), (line, ". "), (line, " – ")])
        {
            let [a, b] =
                ["3", "5"].map(|day| format!("Title\n{}{end}{told}", line.replace('#', day)));
            nothing(&a, &b);
            assert!(!claims(&a).iter().any(|claim| claim.contains("2025")), "{a}");
        }
    }
}

/// A day on which something happened is one.
#[test]
fn a_day_beside_what_happened_is_a_value() {
    for text in [
        "Title\nAnna Berg died in Lyon, 3 May 2025.",
        "Title\nLyon, le 3 mai 2025 : douze morts.",
        "Title\nDas Werk wurde am 3. Mai 2025 eröffnet.",
        "Title\nPublished accounts show a loss on 3 May 2025.",
    ] {
        assert!(claims(text).iter().any(|claim| claim.contains("2025")), "{text}");
    }
}

fn claims(text: &str) -> Vec<String> {
    analyze(text).claims.iter().map(|claim| claim.span.of(text).to_owned()).collect()
}
