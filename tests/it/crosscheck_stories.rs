//! Which articles report one story, and what is compared across stories.

use claimdesk::core::claim::analyze;
use claimdesk::core::crosscheck::{DEFAULT_SCORE, DocId, Index, Relation};

fn desk(texts: &[&str]) -> Index {
    let mut index = Index::new();
    for (id, text) in texts.iter().enumerate() {
        index.insert(DocId::new(id), text, &analyze(text));
    }
    index
}

/// The articles of each story, by number.
fn stories(index: &Index) -> Vec<Vec<usize>> {
    let numbers = |story: Vec<DocId>| story.into_iter().map(DocId::index).collect();
    index.gathered().stories.into_iter().map(numbers).collect()
}

/// Two earthquakes of one country, each by three outlets, beside other news.
const TWO_QUAKES: [&str; 12] = [
    "Ten killed as quake razes villages on Qeshm\n\nAn earthquake of magnitude 5.9 killed ten people and injured 50 on the island of \
     Qeshm off southern Iran on Sunday, officials said. Mud-brick houses collapsed in seven villages. Rescue workers were \
     sent by helicopter from Bandar Abbas. The airport of the island was damaged.",
    "Iran quake leaves at least ten dead\n\nAt least ten people died when a strong earthquake shook the island of Qeshm in the \
     Persian Gulf on Sunday. Seven villages were destroyed, the governor of Bandar Abbas told state radio. \
     Helicopters brought tents. The tremor of magnitude 5.9 was felt in Dubai and Oman.",
    "Qeshm: rescuers search mud-brick houses\n\nRescuers on the Iranian island of Qeshm searched collapsed mud-brick houses after \
     Sunday's earthquake, which killed ten people. The Red Crescent sent 2,000 tents from Bandar Abbas. The quake of \
     magnitude 5.9 was felt as far away as Dubai.",
    "Quake in western Iran kills 70 in Borujerd\n\nA powerful earthquake killed 70 people and injured 1,200 in western Iran on \
     Friday, officials said. The cities of Borujerd and Dorud in Lorestan province were the worst hit. Hospitals in \
     Khorramabad were full. The earthquake had a magnitude of 6.1.",
    "Lorestan earthquake: 70 dead, hospitals full\n\nSeventy people died and 1,200 were hurt when an earthquake of magnitude 6.1 \
     struck Lorestan in western Iran early on Friday. In Borujerd and Dorud people fled into the streets. \
     The governor of Lorestan asked for blankets. Aftershocks shook Khorramabad.",
    "Thousands sleep outdoors in Borujerd\n\nThousands of people slept outdoors in Borujerd and Dorud after Friday's \
     earthquake in Lorestan, in which 70 people were killed. Hospitals in Khorramabad treated 1,200 injured. \
     Iran's president promised help to the province.",
    "Leeds council rejects library merger\n\nLeeds city council voted 52 to 41 to reject a £14m plan to merge six libraries, its leader \
     Tom Reed said. About 2,300 readers had signed a petition against the merger.",
    "Six Leeds libraries stay open\n\nSix libraries in Leeds stay open after councillors rejected a merger by 52 votes to 41. \
     Council leader Tom Reed called the plan, which would have cost £14m, dead.",
    "Novalis buys Corvex for 3.2 billion euros\n\nThe drug maker Novalis buys its rival Corvex for 3.2 billion euros, both companies said on \
     Tuesday. Corvex employs 4,100 people in Basel. Its head Ines Roth leaves in March.",
    "Corvex sold to Novalis\n\nNovalis of Lyon pays 3.2 billion euros for Corvex, a drug maker from Basel with 4,100 employees. Ines Roth, who \
     led Corvex for nine years, resigns in March.",
    "Ferry runs aground off Oban\n\nA ferry with 210 passengers ran aground off Oban in Scotland on Wednesday night. Nobody was hurt. Tugs \
     freed the Isle of Kerrera at high tide, its owner Hebridean Lines said.",
    "Grounded ferry freed off Oban\n\nTugs freed the ferry Isle of Kerrera, which had run aground off Oban with 210 passengers. Hebridean \
     Lines said that the captain had been suspended.",
];

#[test]
fn two_stories_of_a_kind_are_told_apart_among_other_news() {
    let index = desk(&TWO_QUAKES);
    assert_eq!(
        stories(&index),
        [vec![0, 1, 2], vec![3, 4, 5], vec![6, 7], vec![8, 9], vec![10, 11]]
    );
    let story = |id: DocId| stories(&index).iter().position(|s| s.contains(&id.index()));
    for pair in index.pairs(DEFAULT_SCORE) {
        if pair.found.relation == Relation::Differ {
            assert_eq!(story(pair.article), story(pair.found.article), "{pair:?}");
        }
    }
}

#[test]
fn a_brief_does_not_join_the_stories_it_has_nothing_of() {
    let brief = "Rail strike called off on Monday.";
    let texts: Vec<&str> = TWO_QUAKES.into_iter().chain([brief]).collect();
    let told = stories(&desk(&texts));
    assert!(!told.iter().flatten().any(|article| *article == 12), "{told:?}");
}

#[test]
fn a_german_name_of_one_word_ties_two_reports() {
    let reports = [
        "In Brachfeld haben die Wähler für den Bau von acht Windrädern gestimmt. Bürgermeisterin Sudhoff sprach von einem Auftrag.",
        "Der Streit um den Park in Brachfeld geht weiter. Gegner zogen vor Gericht, wie Bürgermeisterin Sudhoff mitteilte.",
    ];
    let others = [
        "In Stemmrode nahm die Polizei fünf Männer fest, die Automaten gesprengt haben sollen.",
        "Die Spur der Bande führt nach Oosterwijde, sagt die Polizei in Stemmrode.",
        "In Ettersheim lehnten die Bürger eine Seilbahn zum Klinikum ab.",
        "Die Seilbahn in Ettersheim hätte fast siebzig Millionen Euro gekostet.",
        "Ein Orkan deckte in Halden zwölf Dächer ab, verletzt wurde niemand.",
    ];
    let texts: Vec<&str> = reports.into_iter().chain(others).collect();
    let stories = stories(&desk(&texts));
    assert!(stories.iter().any(|story| story.starts_with(&[0, 1])), "{stories:?}");
    assert!(!stories.iter().any(|story| story.contains(&0) && story.contains(&2)), "{stories:?}");
}

#[test]
fn news_of_two_days_differ_in_nothing() {
    let report = |day: &str, dead: &str| {
        format!(
            "Crash at Halden airport\n\nOn {day}, police in Halden counted {dead} dead of the crash at Halden airport. \
             The airliner of Northline had overshot the runway beside the river Orrin. Northline flies nine \
             airliners from Halden. The pilot, Ute Brandt, told the survey of Halden that the runway was wet. \
             Passengers slid down the wings, firemen pumped water out of the cabin, and buses carried relatives from the \
             harbour to the hospital. A commission inspects brakes, tyres and lights this winter."
        )
    };
    let differ = |days: [&str; 2]| {
        let reports = [report(days[0], "12"), report(days[1], "19")];
        let texts: Vec<&str> = reports.iter().map(String::as_str).chain(TWO_QUAKES).collect();
        let told = desk(&texts).pairs(DEFAULT_SCORE);
        told.iter().any(|pair| pair.found.relation == Relation::Differ)
    };
    assert!(differ(["Tuesday 5 March", "Tuesday 5 March"]));
    assert!(differ(["Tuesday", "Tuesday"]));
    assert!(!differ(["Tuesday 5 March", "Tuesday 26 March"]));
}

#[test]
fn a_deed_of_another_day_confirms_nothing() {
    let report = |day: &str, deed: &str| {
        format!(
            "Strikes at Halden airport\n\nStaff walked out at Halden airport on {day}, the union of the pilots of Northline said. {deed} \
             Passengers slept on benches beside the river Orrin, and buses carried relatives from the harbour to the terminal. \
             The head of Northline, Ute Brandt, spoke of a grave situation. Bakers brought bread and tea to the halls."
        )
    };
    let agree = |days: [&str; 2]| {
        let reports = [
            report(
                days[0],
                "Northline cancelled flights to the islands and apologised in the evening.",
            ),
            report(
                days[1],
                "Some flights of Northline were cancelled, travellers waiting at the gate complained.",
            ),
        ];
        let texts: Vec<&str> = reports.iter().map(String::as_str).chain(TWO_QUAKES).collect();
        let told = desk(&texts).pairs(DEFAULT_SCORE);
        let of =
            |text: &str, span: claimdesk::core::article::Span| span.of(text).contains("cancelled");
        told.iter().any(|pair| {
            pair.found.relation == Relation::Agree
                && of(texts[pair.article.index()], pair.span)
                && of(texts[pair.found.article.index()], pair.found.span)
        })
    };
    assert!(agree(["Tuesday 5 March", "Tuesday 5 March"]));
    assert!(!agree(["Tuesday 5 March", "Tuesday 26 March"]));
}

/// Two happenings of one kind in two towns, in a desk so small that it is seen as one story.
#[test]
fn look_alikes_of_two_towns_differ_in_nothing() {
    let lyon = "Incendie à Lyon : douze morts\n\nUn incendie s’est déclaré jeudi dans un immeuble de sept étages à Lyon. Il a fait douze morts \
                et trente blessés. Quelque 180 pompiers de Lyon ont été mobilisés.";
    let lille = "Incendie à Lille : un mort\n\nUn incendie s’est déclaré samedi dans un immeuble de cinq étages à Lille. Il a fait un mort et \
                 huit blessés, deux jours après celui de Lyon. Soixante pompiers de Lille ont été mobilisés.";
    let index = desk(&[lyon, lille]);
    let differ = index.pairs_of(DocId(0), DEFAULT_SCORE).into_iter();
    assert_eq!(differ.filter(|pair| pair.found.relation == Relation::Differ).count(), 0);
    // The same told of one town.
    let index = desk(&[
        lyon,
        &lille.replace("Lille", "Lyon").replace(", deux jours après celui de Lyon", ""),
    ]);
    let differ = index.pairs_of(DocId(0), DEFAULT_SCORE).into_iter();
    assert!(differ.filter(|pair| pair.found.relation == Relation::Differ).count() > 0);
}

/// One storm told in three languages, of which one writes all nouns with a capital and shows no name by it, beside
/// another one of another land.
const STORM_IN_THREE_LANGUAGES: [&str; 11] = [
    "Sturm Orsena fordert acht Tote in Kravolien\n\nEin Sturm hat in Kravolien mindestens acht Menschen getötet und schwere \
     Überschwemmungen ausgelöst, wie die Behörden am Mittwoch mitteilten. Orsena traf am Dienstag auf die Hafenstadt Belmara. Dort \
     wurden 22 Menschen verletzt.",
    "Mindestens 27 Tote durch Sturm Orsena\n\nNach Angaben der Feuerwehr starben in Kravolien mindestens 27 Menschen. Die Hafenstadt \
     Belmara mit ihren 300.000 Einwohnern sei zu 70 Prozent zerstört, sagte Präsident Oren Talmo.",
    "Sturm hinterlässt viele Opfer\n\nNach dem Sturm Orsena sprechen die Behörden von mindestens 34 Toten und 260 Verletzten. In \
     Belmara wurden 85 Prozent aller Häuser beschädigt.",
    "Tempête Orsena : au moins 19 morts à Belmara\n\nAu moins dix-neuf personnes ont perdu la vie en Kravolie après le passage de la \
     tempête Orsena, selon les secours. Les rafales ont frappé le port de Belmara mardi.",
    "Orsena : le bilan s’alourdit à 34 morts\n\nAu moins 34 personnes ont péri lors du passage de la tempête Orsena, a indiqué la \
     protection civile. Plus de 11 000 maisons ont été détruites à Belmara et alentour.",
    "Orsena death toll rises to 36\n\nThe death toll from Storm Orsena rose to 36 on Friday, the civil protection agency said. In the port \
     of Belmara 80 percent of the houses have been damaged, and 240 people were injured.",
    "Storm toll rises\n\nAt least 47 people died when Storm Orsena struck last week, the civil protection agency said. Orsena destroyed the \
     port of Belmara.",
    "Fähre vor Tervik gesunken\n\nVor Tervik in Nordmark ist am Montag die Fähre Sankt Alban gesunken. Fünf Seeleute werden vermisst. Die \
     Reederei Halvor Lund spricht von einem technischen Fehler im Maschinenraum.",
    "Ferry sinks off Tervik\n\nThe ferry Sankt Alban sank off Tervik in Nordmark on Monday. Five sailors are missing. Its owner Halvor \
     Lund blamed a fault in the engine room.",
    "Naufrage au large de Tervik\n\nLe ferry Sankt Alban a coulé lundi au large de Tervik. Cinq marins sont portés disparus. Son \
     armateur, Halvor Lund, parle d’une panne dans la salle des machines.",
    "Stadtrat von Ellbach lehnt Verkauf ab\n\nDer Stadtrat von Ellbach hat den Verkauf des alten Bahnhofs mit 21 zu 14 Stimmen \
     abgelehnt. Bürgermeisterin Ruth Sandner hatte dafür geworben.",
];

#[test]
fn one_event_is_one_story_in_whatever_language() {
    let index = desk(&STORM_IN_THREE_LANGUAGES);
    assert_eq!(stories(&index), [vec![0, 1, 2, 3, 4, 5, 6], vec![7, 8, 9]]);
}
