//! Stories on the screen: what the articles differ on, which is the latest, which are one source.

use claimdesk::i18n::Lang;
use expect_test::expect;

use crate::harness::{Setting, desk};

const EARLY: &str =
    "Incendie à Lyon\n\nUn incendie a tué 12 personnes lundi à Lyon, selon le préfet.";
const LATE: &str =
    "Lyon : le bilan monte\n\nUn incendie a tué 15 personnes lundi à Lyon, selon le préfet.";

fn source(setting: &Setting, article: &str, outlet: &str, day: &str) {
    let text = format!(
        r#"{{ "format": "claimdesk-source/1", "outlet": "{outlet}", "published": "{day}" }}"#
    );
    setting.file(&format!("seeds/{article}.source.json"), text.as_bytes());
}

fn lyon() -> Setting {
    let setting = desk(&[("a.txt", EARLY), ("b.txt", LATE)]).size(140, 34);
    source(&setting, "a", "Le Progrès", "2024-06-03");
    source(&setting, "b", "Le Monde", "2024-06-04T08:00:00+02:00");
    setting
}

#[test]
fn a_difference_tells_what_it_is_about_who_says_it_and_which_is_the_latest() {
    let mut reader = lyon().start();
    reader.keys("D").check_dialog(expect![[r#"
        ╭─ Differences between the articles ─────────────────────────────────────────────────────────────────────────╮
        │ Deaths: 12 personnes / 15 personnes                                                            2 of 2 open │
        │   ○ 12 personnes  source: le préfet · Le Progrès · 3 Jun 2024                                              │
        │     “Un incendie a tué 12 personnes lundi à Lyon, selon le préfet”                                         │
        │   ○ 15 personnes  source: le préfet · Le Monde · 4 Jun 2024 · the latest                                   │
        │     “Un incendie a tué 15 personnes lundi à Lyon, selon le préfet”                                         │
        │ ── Incendie à Lyon · Le Progrès · 3 Jun 2024 ───────────────────────────────────────────────────────────── │
        │ Incendie à Lyon                                                                                            │
        │                                                                                                            │
        │ Un incendie a tué 12 personnes lundi à Lyon, selon le préfet.                                              │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        ╰────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    "#]]);
}

#[test]
fn an_article_stands_once_below_a_value_and_the_latest_word_is_told_once() {
    let early = "Incendie à Lyon : 12 morts\n\nUn incendie a tué 12 personnes lundi à Lyon, selon le préfet.";
    let same = "Incendie à Lyon : 15 morts\n\nUn incendie a tué 15 personnes lundi à Lyon, selon la mairie.";
    let articles = [("a.txt", early), ("b.txt", LATE), ("c.txt", same)];
    let setting = desk(&articles).size(140, 40);
    source(&setting, "a", "Le Progrès", "2024-06-03");
    source(&setting, "b", "Le Monde", "2024-06-04");
    source(&setting, "c", "Lyon Capitale", "2024-06-04");
    let mut reader = setting.start();
    reader.keys("D").check_dialog(expect![[r#"
        ╭─ Differences between the articles ─────────────────────────────────────────────────────────────────────────╮
        │ Deaths: 15 personnes / 12 personnes                                                            3 of 3 open │
        │   ○ 15 personnes  source: le préfet · Le Monde · 4 Jun 2024 · the latest                                   │
        │     “Un incendie a tué 15 personnes lundi à Lyon, selon le préfet”                                         │
        │   ○ 15 personnes  source: la mairie · Lyon Capitale · 4 Jun 2024                                           │
        │     “Un incendie a tué 15 personnes lundi à Lyon, selon la mairie”                                         │
        │   ○ 12 personnes  source: le préfet · Le Progrès · 3 Jun 2024                                              │
        │     “Un incendie a tué 12 personnes lundi à Lyon, selon le préfet”                                         │
        │ ── Lyon : le bilan monte · Le Monde · 4 Jun 2024 ───────────────────────────────────────────────────────── │
        │ Lyon : le bilan monte                                                                                      │
        │                                                                                                            │
        │ Un incendie a tué 15 personnes lundi à Lyon, selon le préfet.                                              │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        ╰────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    "#]]);
}

#[test]
fn two_values_of_one_day_leave_it_open_which_is_the_latest() {
    let other = "Lyon : le bilan\n\nUn incendie a tué 17 personnes lundi à Lyon, selon la mairie.";
    let articles = [("a.txt", EARLY), ("b.txt", LATE), ("c.txt", other)];
    let setting = desk(&articles).size(140, 40);
    source(&setting, "a", "Le Progrès", "2024-06-03");
    source(&setting, "b", "Le Monde", "2024-06-04");
    source(&setting, "c", "Lyon Capitale", "2024-06-04");
    let mut reader = setting.start();
    let screen = reader.keys("D").screen();
    let rows: Vec<_> = screen.lines().filter(|line| line.contains("personnes  source")).collect();
    assert_eq!(rows.len(), 3, "{screen}");
    assert!(!rows.iter().any(|row| row.contains("the latest")), "{screen}");
}

#[test]
fn in_french_too() {
    let mut reader = lyon().lang(Lang::Fr).start();
    reader.keys("D").check_dialog(expect![[r#"
        ╭─ Différences entre les articles ───────────────────────────────────────────────────────────────────────────╮
        │ Morts : 12 personnes / 15 personnes                                                       2 ouvertes sur 2 │
        │   ○ 12 personnes  source : le préfet · Le Progrès · 3 juin 2024                                            │
        │     « Un incendie a tué 12 personnes lundi à Lyon, selon le préfet »                                       │
        │   ○ 15 personnes  source : le préfet · Le Monde · 4 juin 2024 · le plus récent                             │
        │     « Un incendie a tué 15 personnes lundi à Lyon, selon le préfet »                                       │
        │ ── Incendie à Lyon · Le Progrès · 3 juin 2024 ──────────────────────────────────────────────────────────── │
        │ Incendie à Lyon                                                                                            │
        │                                                                                                            │
        │ Un incendie a tué 12 personnes lundi à Lyon, selon le préfet.                                              │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        ╰────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    "#]]);
}

#[test]
fn the_pane_gives_the_reason_in_a_few_words_and_the_story() {
    let reader = lyon().start();
    reader.check_pane(
        "Claim",
        expect![[r#"
            Claim                                1/1
            ○ open
            c corroborated  d disputed  u unverified
            m misleading  x not a claim

            Un incendie a tué 12 personnes lundi à
            Lyon, selon le préfet

            Other articles
            1 differs · Deaths: 12 ↔ 15 personnes
              Date: lundi
              Le Monde · 4 Jun 2024
              latest figure: 15 personnes (4 Jun
              2024)
              “Un incendie a tué 15 personnes lundi
              à Lyon, selon le préfet”
              source: le préfet

            On this story: 2 articles
            ▌ Le Progrès · 3 Jun 2024
            · Le Monde · 4 Jun 2024 · the latest

            Why
            strong 0.95 · figure · attributed · date
            · event
            · figure: 12 personnes
            · source: le préfet
            · date: lundi
            · event: tué
        "#]],
    );
}

#[test]
fn one_text_in_two_outlets_is_one_source() {
    let wire = "Un incendie a tué 12 personnes lundi à Lyon. Le préfet a ordonné l’évacuation de 300 \
        habitants. Les pompiers ont mobilisé 80 hommes. Le maire a promis 2 millions d’euros.";
    let (a, b) = (format!("Drame à Lyon\n\n{wire}"), format!("Incendie meurtrier\n\n{wire}"));
    let setting = desk(&[("a.txt", &a), ("b.txt", &b), ("c.txt", LATE)]).size(140, 40);
    source(&setting, "a", "Le Progrès", "2024-06-03");
    source(&setting, "b", "20 Minutes", "2024-06-03");
    let mut reader = setting.start();
    assert!(reader.shows("On this story: 3 articles, 2 sources"), "{}", reader.screen());
    assert!(reader.shows("same text: one source · 20 Minutes"), "{}", reader.screen());
    reader.keys("D");
    assert!(reader.shows("same text as Le Progrès"), "{}", reader.screen());
    // It confirms nothing.
    let at = reader.model().reader.item().map(|item| item.span).unwrap();
    let related = &reader.model().reader.related[&at];
    let copy = related.iter().position(|one| one.article == 1).unwrap();
    reader.keys("<Esc><Tab>").keys(&"j".repeat(copy)).keys("a");
    assert!(reader.foot().starts_with("evidence: context"), "{}", reader.foot());
}

#[test]
fn a_dateline_tells_the_day_where_nobody_wrote_it_down() {
    let text = "LYON, 3 juin 2024 (AFP) - Un incendie a tué 12 personnes lundi à Lyon.";
    let reader = desk(&[("a.txt", text)]).size(120, 20).start();
    assert!(reader.shows("3 Jun 2024"), "{}", reader.screen());
}

/// Two happenings, three articles each, and one that stands alone.
fn two_stories() -> Setting {
    let fire = |n: usize, toll: usize| {
        format!(
            "Incendie à Lyon {n}\n\nUn incendie a tué {toll} personnes lundi dans un immeuble de la Guillotière à \
            Lyon. Les pompiers du Rhône ont évacué 300 habitants, a dit la préfète Fabienne Buccio. La mairie de \
            Lyon a ouvert un gymnase aux familles. Les flammes sont parties d’une cave, selon le procureur de Lyon \
            Thierry Dran. Les secours ont soigné 40 blessés à l’hôpital Édouard-Herriot. Le quartier reste bouclé, \
            et des relogements commencent dans la soirée."
        )
    };
    let vote = |n: usize, votes: usize| {
        format!(
            "Budget {n}\n\nLe Sénat a adopté mardi le budget par {votes} voix. Le ministre Laurent Saint-Martin a \
            salué le vote au palais du Luxembourg. Le déficit doit tomber à 5 % du PIB en 2025, selon Bercy. La \
            gauche a voté contre une hausse de la TVA. Le rapporteur Jean-François Husson a défendu 3 milliards \
            d’euros d’économies. Une commission mixte doit réunir députés et sénateurs jeudi matin."
        )
    };
    let alone = "Tennis\n\nRafael Nadal a gagné dimanche son 14e titre à Roland-Garros contre Casper Ruud. \
        L’Espagnol a conclu en trois sets sur le court Philippe-Chatrier. Son pied gauche le fait souffrir depuis \
        Rome, a reconnu son entraîneur Carlos Moya. Le Norvégien jouait sa première finale de Grand Chelem. Le \
        tournoi de Wimbledon commence le 27 juin sur gazon.";
    let setting = Setting::empty().size(120, 40);
    let texts = [fire(1, 12), vote(1, 217), fire(2, 15), vote(2, 217), fire(3, 15), vote(3, 219)];
    for (name, text) in "abcdef".chars().zip(&texts) {
        setting.article(&format!("{name}.txt"), text);
    }
    setting.article("g.txt", alone);
    setting
}

#[test]
fn the_list_is_grouped_by_story_and_narrowed_to_one() {
    let mut reader = two_stories().start();
    let listed = |reader: &crate::harness::Reader| reader.model().list.order.clone();
    reader.keys("<Esc>SSS");
    assert_eq!(reader.foot(), "Grouped by story");
    assert_eq!(listed(&reader), [0, 2, 4, 1, 3, 5, 6]);
    reader.keys("l;");
    assert_eq!(reader.foot(), "Only the articles on this story: 3");
    assert_eq!(listed(&reader), [0, 2, 4]);
    assert!(reader.shows("Articles · this story"), "{}", reader.screen());
    reader.keys(";");
    assert_eq!(listed(&reader).len(), 7);
    reader.keys(";F");
    assert_eq!(listed(&reader).len(), 7);
    reader.keys("<Esc>G<Enter>;");
    assert_eq!(reader.foot(), "No other article is on this story");
}

#[test]
fn differences_stand_under_their_story() {
    let mut reader = two_stories().start();
    reader.keys("D");
    reader.check_dialog(expect![[r#"
        ╭─ Differences between the articles ─────────────────────────────────────────────────────────────────────────╮
        │ Incendie à Lyon 1                                                                               3 articles │
        │                                                                                                            │
        │ Deaths: 15 personnes / 12 personnes                                                            3 of 3 open │
        │   ○ 15 personnes  Incendie à Lyon 2                                                                        │
        │     “Un incendie a tué 15 personnes lundi dans un immeuble de la Guillotière à Lyon”                       │
        │   ○ 15 personnes  Incendie à Lyon 3 · same text as Incendie à Lyon 2: one source                           │
        │     “Un incendie a tué 15 personnes lundi dans un immeuble de la Guillotière à Lyon”                       │
        │   ○ 12 personnes  Incendie à Lyon 1                                                                        │
        │     “Un incendie a tué 12 personnes lundi dans un immeuble de la Guillotière à Lyon”                       │
        │                                                                                                            │
        │ Budget 1                                                                                        3 articles │
        │                                                                                                            │
        │ Vote: 217 voix / 219 voix                                                                      3 of 3 open │
        │   ○ 217 voix  Budget 1                                                                                     │
        │     “Le Sénat a adopté mardi le budget par 217 voix”                                                       │
        │   ○ 217 voix  Budget 2 · same text as Budget 1: one source                                                 │
        │     “Le Sénat a adopté mardi le budget par 217 voix”                                                       │
        │   ○ 219 voix  Budget 3                                                                                     │
        │     “Le Sénat a adopté mardi le budget par 219 voix”                                                       │
        │ ── Incendie à Lyon 2 ───────────────────────────────────────────────────────────────────────────────────── │
        │ Incendie à Lyon 2                                                                                          │
        │                                                                                                            │
        │ Un incendie a tué 15 personnes lundi dans un immeuble de la Guillotière à Lyon. Les pompiers du Rhône ont  │
        │ évacué 300 habitants, a dit la préfète Fabienne Buccio. La mairie de Lyon a ouvert un gymnase aux          │
        │ familles. Les flammes sont parties d’une cave, selon le procureur de Lyon Thierry Dran. Les secours ont    │
        │ soigné 40 blessés à l’hôpital Édouard-Herriot. Le quartier reste bouclé, et des relogements commencent     │
        │ dans la soirée.                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        ╰────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    "#]]);
}

/// That one thing was adopted and rejected tells more than by how many votes.
#[test]
fn the_pane_gives_the_opposite_outcome_first() {
    let articles = [
        (
            "a.txt",
            "Halden baut\n\nDer Stadtrat von Halden hat am Montag mit 38 zu 29 Stimmen den Bau der Seilbahn beschlossen.",
        ),
        (
            "b.txt",
            "Halden baut nicht\n\nDer Stadtrat von Halden hat den Bau der Seilbahn am Montag mit 34 zu 33 Stimmen abgelehnt.",
        ),
    ];
    let mut reader = desk(&articles).size(160, 40).start();
    reader.keys("<Enter>/mit 38<Enter>");
    let screen = reader.screen();
    let place = |words: &str| screen.find(words).unwrap_or_else(|| panic!("{words}:\n{screen}"));
    assert!(place("Adopted or rejected") < place("Votes for"), "{screen}");
}
