//! Outcomes of which a story has one, in the words of four languages; nobody hurt beside somebody; tolls, ages and days
//! that are told in another way.

use crate::crosscheck_events::differ;
use crate::pairs::apart;

#[test]
fn one_outcome_differs_in_the_words_of_each_language() {
    differ(
        &[
            (
                "The skipper of the Merrow, Alec Roe, was remanded in custody in Halden.",
                "Alec Roe, skipper of the Merrow, was later freed on bail in Halden.",
            ),
            (
                "Alec Roe, skipper of the Merrow, had been drinking in Halden.",
                "There was no trace of alcohol in the blood of Alec Roe, skipper of the Merrow.",
            ),
            (
                "Alec Roe, skipper of the Merrow, has never been convicted, a cousin in Halden said.",
                "Alec Roe, skipper of the Merrow, has a previous conviction, papers in Halden show.",
            ),
            (
                "The driver Kurt Rohe aus Halden sitzt in Untersuchungshaft, sagt die Polizei.",
                "Kurt Rohe aus Halden ist wieder auf freiem Fuß, sagt die Polizei.",
            ),
            (
                "Der Fahrer Kurt Rohe aus Halden bestreitet die Vorwürfe.",
                "Der Fahrer Kurt Rohe aus Halden hat die Tat gestanden und ein Geständnis abgelegt.",
            ),
            (
                "Die Stadtwerke Halden: Der Streik ist beendet, sagt Petra Rohe.",
                "Die Stadtwerke Halden: Der Ausstand wird verlängert, der Streik geht weiter, sagt Petra Rohe.",
            ),
            (
                "El conductor Juan Roel, de Halden, ingresó en prisión.",
                "El conductor Juan Roel, de Halden, quedó en libertad con cargos.",
            ),
            (
                "El conductor Juan Roel, de Halden, reconoció los hechos.",
                "El conductor Juan Roel, de Halden, niega las acusaciones.",
            ),
            (
                "El conductor Juan Roel, de Halden, dio positivo en alcoholemia.",
                "No había ni rastro de alcohol en la sangre del conductor Juan Roel, de Halden.",
            ),
            (
                "Jean Tell, le gérant du bar de Halden, a été écroué.",
                "Jean Tell, le gérant du bar de Halden, a été laissé libre jeudi sous contrôle judiciaire.",
            ),
            (
                "Jean Tell, le gérant du bar de Halden, a déjà été condamné.",
                "Jean Tell, le gérant du bar de Halden, n’a jamais été condamné.",
            ),
        ],
        true,
    );
}

#[test]
fn who_denies_the_charges_pleads_not_guilty() {
    differ(
        &[
            (
                "Alec Roe, skipper of the Merrow, denies the charges in Halden.",
                "Alec Roe, skipper of the Merrow, pleads not guilty in Halden.",
            ),
            (
                "Der Fahrer Kurt Rohe aus Halden bestreitet die Vorwürfe.",
                "Der Fahrer Kurt Rohe aus Halden beteuert seine Unschuld.",
            ),
        ],
        false,
    );
}

#[test]
fn nobody_differs_from_some() {
    differ(
        &[
            (
                "After the match of Halden against Orrin nobody was arrested.",
                "Nine people were arrested after the match of Halden against Orrin.",
            ),
            (
                "Der Busunfall bei Halden am Sonntag: Im Bus gab es keine Toten.",
                "Der Busunfall bei Halden am Sonntag: Im Bus gab es drei Tote.",
            ),
        ],
        true,
    );
}

#[test]
fn a_toll_is_told_far_before_its_number() {
    let dead = |text: &str, other: &str| apart(text, other).into_iter().next();
    let three = "Three people died when the ferry Merrow struck the mole of Halden.\n";
    let four = "The death toll from the ferry Merrow in Halden rose to four on Wednesday.\n";
    assert_eq!(dead(three, four), Some(["Three people".into(), "four".into()]));
    let six = "Sechs Menschen kamen bei dem Busunfall bei Halden ums Leben.\n";
    let seven = "Nach dem Busunfall bei Halden: Zahl der Toten steigt auf sieben.\n";
    assert_eq!(dead(six, seven), Some(["Sechs Menschen".into(), "sieben".into()]));
}

#[test]
fn an_age_beside_a_name_has_its_unit_in_other_languages() {
    let forty_one =
        "Jeanne Tell élue à Halden\n\nJeanne Tell, 41 ans, a été élue dimanche à Halden.\n";
    let forty_two = "Halden a voté\n\nJeanne Tell, 42 ans, a été élue dimanche à Halden.\n";
    assert_eq!(apart(forty_one, forty_two), [["41 ans", "42 ans"]]);
}

#[test]
fn the_day_of_a_funeral_is_not_that_of_the_deaths() {
    let friday = "Halden en deuil\n\nLes obsèques des victimes de l’incendie de Halden auront lieu vendredi.\n";
    let saturday = "Halden en deuil\n\nLes obsèques des victimes de l’incendie de Halden auront lieu samedi.\n";
    assert_eq!(apart(friday, saturday), [["vendredi", "samedi"]]);
    let died = "Halden en deuil\n\nLes victimes de l’incendie de Halden sont mortes samedi.\n";
    assert_eq!(apart(friday, died), [] as [[String; 2]; 0]);
}

#[test]
fn last_year_is_the_time_of_what_stands_beside_it() {
    let figures = |day: &str| {
        format!(
            "Carnaval de Halden\n\nLe carnaval de Halden a fait {day} blessés, contre huit l’an dernier, dit le maire.\n"
        )
    };
    assert_eq!(apart(&figures("31"), &figures("17")), [["31 blessés", "17 blessés"]]);
}

#[test]
fn some_of_the_things_counted_are_no_other_count() {
    let all = "Halden police lost evidence\n\nThe loss of evidence in Halden affected 47 criminal cases, nine of which collapsed.\n";
    let some = "Halden police lost evidence\n\nProsecutors in Halden dropped nine criminal cases over the loss of evidence.\n";
    assert_eq!(apart(all, some), [] as [[String; 2]; 0]);
}

#[test]
fn how_often_somebody_was_arrested_is_not_how_many() {
    let often =
        "Gray of Halden\n\nPolice in Halden have arrested Kim Gray three times since October.\n";
    let many = "Riot in Halden\n\nPolice in Halden have arrested seven people since October, Kim Gray among them.\n";
    assert_eq!(apart(often, many), [] as [[String; 2]; 0]);
}
