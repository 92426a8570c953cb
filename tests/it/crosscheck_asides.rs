//! Figures, dates and denials that stand beside what another article tells, and answer another question.

use crate::pairs::apart;

/// None of them differ, either way round.
fn silent(pairs: &[(&str, &str)]) {
    for &(a, b) in pairs {
        assert_eq!(apart(a, b), Vec::<[String; 2]>::new(), "{a} | {b}");
        assert_eq!(apart(b, a), Vec::<[String; 2]>::new(), "{b} | {a}");
    }
}

#[test]
fn an_average_is_no_toll() {
    silent(&[
        (
            "Fever in Halden\n\nThree patients have died of the fever in Halden hospital.\n",
            "Fever in Halden\n\nOf ten patients with the fever in Halden hospital, one dies on average.\n",
        ),
        (
            "La fièvre à Halden\n\nTrois malades sont morts de la fièvre à l’hôpital de Halden.\n",
            "La fièvre à Halden\n\nSur dix malades de la fièvre à l’hôpital de Halden, un meurt en moyenne.\n",
        ),
    ]);
    // The toll itself does.
    let three = "Fever in Halden\n\nThree patients have died of the fever in Halden hospital.\n";
    let two = "Fever in Halden\n\nTwo patients have died of the fever in Halden hospital.\n";
    assert_eq!(apart(three, two).len(), 1);
}

#[test]
fn a_first_toll_is_nobody() {
    silent(&[(
        "Incendie à Halden\n\nTrois personnes sont mortes dans l’incendie de la filature de Halden.\n",
        "Incendie à Halden\n\nAu moins deux personnes sont mortes dans l’incendie de la filature de Halden, selon un \
         premier bilan.\n",
    )]);
}

#[test]
fn what_the_prosecutor_wanted_is_not_the_sentence() {
    silent(&[
        (
            "Procès à Halden\n\nLe médecin de Halden a été condamné à deux ans de prison avec sursis.\n",
            "Procès à Halden\n\nLe parquet, qui voulait trois ans de prison pour le médecin de Halden, étudie le jugement.\n",
        ),
        (
            "Trial in Halden\n\nThe Halden doctor was sentenced to two years in prison.\n",
            "Trial in Halden\n\nProsecutors had wanted a prison sentence of three years for the Halden doctor.\n",
        ),
    ]);
}

#[test]
fn a_deadline_for_an_appeal_is_no_appeal() {
    silent(&[(
        "Procès à Halden\n\nLe médecin de Halden accepte la décision, selon son avocat.\n",
        "Procès à Halden\n\nLe médecin de Halden a dix jours pour faire appel, selon le tribunal.\n",
    )]);
}

#[test]
fn the_date_between_a_title_and_the_text_is_that_of_the_article() {
    silent(&[(
        "Cable repairs near Halden will take around twelve days October 11, 2024 As many readers noticed, the cable off \
         Halden is damaged, the operator said.\n",
        "Cable repairs near Halden will take around twelve days October 10, 2024 As many readers noticed, the cable off \
         Halden is damaged, the operator said.\n",
    )]);
}

#[test]
fn a_stranger_does_not_deny_what_is_told_of_somebody_else() {
    silent(&[(
        "Climber dies at Mount Halden\n\nInspector Grant said that Robert Bankes was wearing crampons but had no \
         experience.\n",
        "Skier dies at Mount Halden\n\nThe skier from Linz was well equipped, but was not wearing crampons when he \
         slipped.\n",
    )]);
}
