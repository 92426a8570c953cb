//! What a story has one figure of differs, and agrees, in whatever words two outlets tell it; a number of several
//! digits that both give of one thing is the same one.

use claimdesk::core::crosscheck::{Match, Relation};

use crate::pairs::pairs;

/// What two articles of one story say of each other in the sentences that hold these words.
fn found(articles: [&str; 2], words: [&str; 2]) -> Vec<Match> {
    let [a, b] = articles;
    let all = pairs(a, b).into_iter();
    let holds =
        |text: &str, span: claimdesk::core::article::Span, words| span.of(text).contains(words);
    all.filter(|pair| holds(a, pair.span, words[0]) && holds(b, pair.found.span, words[1]))
        .map(|pair| pair.found)
        .collect()
}

fn stand(articles: [&str; 2], words: [&str; 2], want: Option<Relation>) {
    for (articles, words) in [(articles, words), ([articles[1], articles[0]], [words[1], words[0]])]
    {
        let relations: Vec<Relation> =
            found(articles, words).iter().map(|one| one.relation).collect();
        let shown = relations.iter().find(|one| **one != Relation::Related).copied();
        assert_eq!(shown, want, "{words:?}: {relations:?}");
    }
}

const HARBOUR: [&str; 2] = [
    "Kelmar votes for a new harbour\n\nKELMAR, 9 March 2025 - The people of Kelmar voted for a new harbour on Sunday. \
     Turnout was 61 per cent, the island council said. The harbour will cost 72.4 million euros.\n",
    "A harbour for Kelmar\n\nKelmar wants its new harbour. Hardly anybody stayed at home: voter turnout came to 54 per cent \
     this Sunday. Ferries could moor by 2029, and the bill is put at 72.4 million euros.\n",
];

const CAVE: [&str; 2] = [
    "Grotte de Sauvel : cinq spéléologues remontés\n\nSAUVEL, 4 mai 2025 - Les cinq spéléologues bloqués dans la grotte de Sauvel \
     ont été remontés dimanche. Ils étaient coincés à une profondeur de 140 mètres. Quelque 1 240 habitants avaient envahi le plateau.\n",
    "Sauvel : la fin d’une attente\n\nDimanche, la grotte de Sauvel a rendu ses spéléologues. L’eau les avait surpris à 190 mètres de \
     profondeur, raconte Odile Fresnel. Mille deux cent quarante personnes campaient là-haut, sous la pluie.\n",
];

#[test]
fn what_a_story_has_one_figure_of_differs_in_other_words() {
    stand(HARBOUR, ["61 per cent", "54 per cent"], Some(Relation::Differ));
    stand(CAVE, ["140 mètres", "190 mètres"], Some(Relation::Differ));
}

#[test]
fn a_number_of_several_digits_agrees_in_other_words() {
    stand(HARBOUR, ["72.4 million", "72.4 million"], Some(Relation::Agree));
    stand(CAVE, ["1 240 habitants", "Mille deux cent quarante"], Some(Relation::Agree));
}

#[test]
fn one_number_of_two_things_agrees_in_nothing() {
    let articles = [
        "Dairy closes in Orlen\n\nORLEN, 2 June 2025 - The dairy of Orlen will close with the loss of 180 jobs, its owner said on Monday.\n",
        "Orlen fears for its dairy\n\nThe dairy of Orlen is to close. Some 180 farms bring it their milk every morning, the union said on Monday.\n",
    ];
    stand(articles, ["180 jobs", "180 farms"], None);
}
