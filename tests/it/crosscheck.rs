//! What the other articles say: the gold list of the five articles, and what
//! must hold on any desk.

use std::fmt::Write as _;

use claimdesk::core::article::Span;
use claimdesk::core::claim::analyze;
use claimdesk::core::crosscheck::{DEFAULT_SCORE, DocId, Index, Pair, Relation};
use expect_test::expect;
use proptest::prelude::*;
use serde::Deserialize;

use crate::corpus::{Corpus, seeds};

#[derive(Deserialize)]
struct Gold {
    pairs: Vec<GoldPair>,
}

#[derive(Deserialize)]
struct GoldPair {
    a: Quoted,
    b: Quoted,
    relation: String,
    reading: u8,
}

#[derive(Deserialize)]
struct Quoted {
    file: String,
    quote: String,
}

/// A pair of the gold list with its places.
struct GoldPlace {
    a: Place,
    b: Place,
    relation: Relation,
    reading: u8,
}

/// A place in a desk.
type Place = (DocId, Span);

fn index_of(texts: &[String]) -> Index {
    let mut index = Index::new();
    for (i, text) in texts.iter().enumerate() {
        index.insert(DocId::new(i), text, &analyze(text));
    }
    index
}

fn gold(desk: &[(String, String)]) -> Vec<GoldPlace> {
    let gold: Gold = serde_json::from_str(include_str!("fixtures/crosscheck/gold.json")).unwrap();
    let place = |quoted: &Quoted| {
        let i = desk.iter().position(|(name, _)| *name == quoted.file).unwrap();
        let start = desk[i]
            .1
            .find(&quoted.quote)
            .unwrap_or_else(|| panic!("not in {}: {}", quoted.file, quoted.quote));
        assert_eq!(desk[i].1.matches(&quoted.quote).count(), 1, "twice: {}", quoted.quote);
        (DocId::new(i), Span::new(start, start + quoted.quote.len()))
    };
    let relation = |pair: &GoldPair| match pair.relation.as_str() {
        "agree" => Relation::Agree,
        "differ" | "denied" => Relation::Differ,
        "related" => Relation::Related,
        other => panic!("{other}"),
    };
    let pair = |pair: &GoldPair| GoldPlace {
        a: place(&pair.a),
        b: place(&pair.b),
        relation: relation(pair),
        reading: pair.reading,
    };
    gold.pairs.iter().map(pair).collect()
}

/// Whether a place found is the place meant: half of the shorter one is in both.
fn meets(found: Place, meant: Place) -> bool {
    let (a, b) = (found.1, meant.1);
    let both = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    found.0 == meant.0 && 2 * both >= a.len().min(b.len())
}

fn hits(pair: &Pair, gold: &GoldPlace) -> bool {
    let (a, b) = ((pair.article, pair.span), (pair.found.article, pair.found.span));
    meets(a, gold.a) && meets(b, gold.b) || meets(a, gold.b) && meets(b, gold.a)
}

/// How well the pairs shown by default fit the gold list.
#[derive(Debug, Default)]
struct Fit {
    /// Share of the first reading that is found.
    recall: f64,
    /// Share of the pairs shown that stand in either reading.
    precision: f64,
    /// Share of the pairs found that are told the right relation.
    relations: f64,
}

fn fit(pairs: &[Pair], gold: &[GoldPlace]) -> Fit {
    let share = |part: usize, all: usize| part as f64 / all.max(1) as f64;
    let first: Vec<&GoldPlace> = gold.iter().filter(|meant| meant.reading == 1).collect();
    let surest = |meant: &GoldPlace| {
        let found = pairs.iter().filter(|pair| hits(pair, meant));
        found.max_by(|x, y| x.found.score.total_cmp(&y.found.score))
    };
    let found: Vec<(&GoldPlace, &Pair)> =
        first.iter().filter_map(|meant| Some((*meant, surest(meant)?))).collect();
    let right = found.iter().filter(|(meant, pair)| meant.relation == pair.found.relation).count();
    let fitting = |gold: &dyn Fn(&Pair) -> bool| pairs.iter().filter(|pair| gold(pair)).count();
    Fit {
        recall: share(found.len(), first.len()),
        precision: share(fitting(&|pair| gold.iter().any(|meant| hits(pair, meant))), pairs.len()),
        relations: share(right, found.len()),
    }
}

/// This holds what is reached; `docs/crosscheck.md` says what is missed.
#[test]
fn the_gold_list_of_the_five_articles() {
    let desk = seeds();
    let texts: Vec<String> = desk.iter().map(|(_, text)| text.clone()).collect();
    let pairs = index_of(&texts).pairs(DEFAULT_SCORE);
    let fit = fit(&pairs, &gold(&desk));
    println!("{} pairs: {fit:.3?}", pairs.len());
    assert!(fit.recall >= 0.39, "{fit:?}");
    assert!(fit.precision >= 0.78, "{fit:?}");
    assert!(fit.relations >= 0.80, "{fit:?}");
}

#[test]
fn of_several_claims_the_one_that_says_the_same_is_shown() {
    let texts = [
        "Le port de Larne fournirait des grues neuves au chantier naval de Brest, ce qui pourrait accroître considérablement les capacités de production de toute la région, déjà très sollicitée.",
        "Le chantier naval de Brest recevrait des grues neuves du port de Larne, selon la mairie.",
    ]
    .map(str::to_owned);
    let index = index_of(&texts);
    let lent = "Le port de Larne fournirait des grues neuves au chantier naval de Brest";
    let here: Vec<Pair> = index.pairs_of(DocId(0), DEFAULT_SCORE);
    let told: Vec<&str> = here.iter().map(|pair| pair.span.of(&texts[0])).collect();
    assert_eq!(told, [lent]);
    let there = index.pairs_of(DocId(1), DEFAULT_SCORE);
    let told: Vec<&str> = there.iter().map(|pair| pair.found.span.of(&texts[0])).collect();
    assert_eq!(told, [lent]);
}

/// A small desk of recombined articles.
fn small_desk(seed: u64, count: usize) -> Vec<String> {
    Corpus::new(seed).take(count).map(|text| text.chars().take(1200).collect()).collect()
}

/// Pairs without their reasons, which name the two sides.
fn bare(index: &Index) -> Vec<String> {
    let pair = |p: Pair| {
        format!(
            "{:?}",
            (p.article, p.span, p.found.article, p.found.span, p.found.relation, p.found.score)
        )
    };
    index.pairs(DEFAULT_SCORE).into_iter().map(pair).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_articles_does_not_matter(seed: u64, order in Just((0..5usize).collect::<Vec<_>>()).prop_shuffle()) {
        let desk = small_desk(seed, 5);
        let mut shuffled = Index::new();
        for i in order {
            shuffled.insert(DocId::new(i), &desk[i], &analyze(&desk[i]));
        }
        prop_assert_eq!(index_of(&desk).pairs(DEFAULT_SCORE), shuffled.pairs(DEFAULT_SCORE));
    }

    #[test]
    fn two_articles_agree_on_something(seed: u64) {
        let desk = small_desk(seed, 6);
        for pair in index_of(&desk).pairs(DEFAULT_SCORE) {
            let agree = pair.found.relation == Relation::Agree;
            prop_assert!(
                !agree || pair.article == pair.found.article || !pair.found.why.is_empty(),
                "{:?} agrees with {:?} and does not say on what",
                pair.span.of(&desk[pair.article.index()]),
                pair.found.span.of(&desk[pair.found.article.index()])
            );
        }
    }

    #[test]
    fn removing_undoes_inserting(seed: u64, which in 0..5usize) {
        let desk = small_desk(seed, 6);
        let before = index_of(&desk[..5]);
        let mut after = index_of(&desk);
        after.insert(DocId::new(which), &desk[5], &analyze(&desk[5]));
        after.insert(DocId::new(which), &desk[which], &analyze(&desk[which]));
        after.remove(DocId(5));
        prop_assert_eq!(before.pairs(DEFAULT_SCORE), after.pairs(DEFAULT_SCORE));
    }

    #[test]
    fn a_relation_reads_the_same_from_both_ends(seed: u64) {
        let desk = small_desk(seed, 4);
        let index = index_of(&desk);
        let all: Vec<Pair> = (0..4).flat_map(|i| index.pairs_of(DocId(i), DEFAULT_SCORE)).collect();
        for pair in &all {
            let back = all.iter().find(|other| {
                (other.article, other.span) == (pair.found.article, pair.found.span)
                    && (other.found.article, other.found.span) == (pair.article, pair.span)
            });
            let back = back.map(|back| (back.found.relation, back.found.score));
            prop_assert_eq!(back, Some((pair.found.relation, pair.found.score)));
        }
        // So that of all pairs each is compared once.
        let once: Vec<Pair> = all.into_iter().filter(Pair::is_ordered).collect();
        prop_assert_eq!(index.pairs(DEFAULT_SCORE), once);
    }

    #[test]
    fn any_text_is_indexed(texts in proptest::collection::vec(".{0,200}", 1..4)) {
        let index = index_of(&texts);
        prop_assert_eq!(bare(&index), bare(&index_of(&texts)));
    }
}

/// The differences of a desk, one group a paragraph: the values, and who gives each on whose word.
fn told(index: &Index, texts: &[String]) -> String {
    let mut out = String::new();
    for difference in index.differences().found {
        writeln!(out, "{:?}", difference.kind).unwrap();
        for value in difference.values {
            for holder in value.holders {
                let text = &texts[holder.article.index()];
                let source =
                    holder.source.map_or(String::new(), |source| format!(", {}", source.of(text)));
                writeln!(out, "  {} {}{source}", holder.article.0, holder.value.of(text)).unwrap();
            }
            out.push_str("  --\n");
        }
    }
    out
}

#[test]
fn the_differences_of_the_five_articles() {
    let texts: Vec<String> = seeds().into_iter().map(|(_, text)| text).collect();
    let index = index_of(&texts);
    expect![[r#"
        Date
          3 juin, Hong Min
          4 juin
          --
          1 juillet
          --
        Figure
          1 environ 12 000 soldats, les services de renseignement sud-coréens
          --
          1 environ 3 000 soldats nord-coréens, John Kirby
          --
          3 environ 1 500 soldats
          --
          2 milliers de soldats nord-coréens, les estimations
          3 milliers de soldats
          4 plusieurs milliers de soldats nord-coréens
          --
    "#]]
    .assert_eq(&told(&index, &texts));
    let counts: Vec<usize> = (0..5).map(|i| index.differences_of(DocId(i))).collect();
    expect!["[0, 3, 0, 3, 1]"].assert_eq(&format!("{counts:?}"));
}

/// What the program prints for the desk of this repository.
fn printed(args: &[&str]) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_claimdesk"));
    let out = command
        .arg("crosscheck")
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn the_program_prints_pairs_in_code_points() {
    let lines = printed(&["--format", "jsonl"]);
    assert_eq!(lines, printed(&["--format", "jsonl"]));
    let pairs: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let array: Vec<serde_json::Value> =
        serde_json::from_str(&printed(&["--format", "json"])).unwrap();
    assert_eq!(pairs, array);

    let why = "environ 12 000 soldats ↔ environ 1 500 soldats: other figure";
    let soldiers = pairs.iter().find(|pair| pair["why"][0] == why).unwrap();
    assert_eq!(soldiers["relation"], "differ");
    let words = |end: &serde_json::Value| {
        let (_, text) = seeds().into_iter().find(|(name, _)| end["file"] == **name).unwrap();
        let (start, stop) =
            (end["start"].as_u64().unwrap() as usize, end["end"].as_u64().unwrap() as usize);
        text.chars().skip(start).take(stop - start).collect::<String>()
    };
    assert!(words(&soldiers["a"]).contains("environ 12 000 soldats"));
    assert!(words(&soldiers["b"]).contains("environ 1 500 soldats"));
}

#[test]
fn as_text_pairs_are_limited_on_demand() {
    let all = printed(&[]);
    let pairs = all.split("\n\n").filter(|pair| !pair.is_empty()).count();
    let some = printed(&["--limit", "2"]);
    assert!(pairs > 2 && all.starts_with(&some));
    assert_eq!(some.split("\n\n").filter(|pair| !pair.is_empty()).count(), 2);
    let json = printed(&["--limit", "2", "--format", "jsonl"]);
    assert_eq!(json.lines().count(), pairs, "programs get all");
}

#[test]
fn one_article_is_asked_about_by_name_or_path() {
    let name = &seeds()[3].0;
    let by_name = printed(&["--format", "jsonl", name]);
    assert_eq!(by_name, printed(&["--format", "jsonl", &format!("seeds/{name}")]));
    assert!(!by_name.is_empty());
    assert!(by_name.lines().all(|line| line.contains(name.as_str())));
}

/// How the first claims of two articles stand to each other in a desk with the five.
pub(crate) fn relation(a: &str, b: &str) -> Option<Relation> {
    let mut texts: Vec<String> = seeds().into_iter().map(|(_, text)| text).collect();
    let here = DocId::new(texts.len());
    texts.extend([a.to_owned(), b.to_owned()]);
    let pairs = index_of(&texts).pairs_of(here, DEFAULT_SCORE);
    pairs
        .into_iter()
        .map(|pair| pair.found)
        .find(|found| found.article.0 == here.0 + 1)
        .map(|found| found.relation)
}

/// Both ways round.
fn are_related<const N: usize>(pairs: [(&str, &str, Option<Relation>); N]) {
    for (a, b, want) in pairs {
        assert_eq!(relation(a, b), want, "{a} | {b}");
        assert_eq!(relation(b, a), want, "{b} | {a}");
    }
}

#[test]
fn relations_follow_what_is_said() {
    use Relation::{Agree, Differ};
    are_related([
        (
            "La Corée du Nord a envoyé plus de 10 000 soldats en Russie.",
            "La Corée du Nord a envoyé 12 000 soldats en Russie.",
            Some(Agree),
        ),
        (
            "North Korea has sent 12,000 soldiers to Russia.",
            "La Corée du Nord a envoyé 1 500 soldats en Russie.",
            Some(Differ),
        ),
        (
            "L'Ukraine a perdu 3 000 soldats ukrainiens près de Donetsk.",
            "La Corée du Nord a envoyé 1 500 soldats nord-coréens en Russie.",
            None,
        ),
        (
            "Le barrage d'Assouan ne sert pas seulement à produire du courant.",
            "Le barrage d'Assouan sert à produire du courant.",
            Some(Agree),
        ),
        (
            "Le musée a accueilli 4 200 visiteurs dimanche à Arles.",
            "Le musée a accueilli 3 100 visiteurs dimanche à Arles.",
            Some(Differ),
        ),
        (
            "La mairie de Lyon a fait construire 3 km de pistes cyclables en 2023.",
            "En 2023, la mairie de Lyon a fait construire 3 000 mètres de pistes cyclables.",
            Some(Agree),
        ),
        (
            "La mairie de Lyon a fait construire 3 km de pistes cyclables.",
            "La mairie de Lyon a fait construire 5 km de pistes cyclables.",
            Some(Differ),
        ),
        (
            "Le traité sur les pêcheries a été signé en mars 2019 à Oslo.",
            "Le traité sur les pêcheries a été signé en mai 2019 à Oslo.",
            Some(Differ),
        ),
        (
            "Le ministre a approuvé la fermeture de la centrale de Fessenheim.",
            "Le ministre n'a pas approuvé la fermeture de la centrale de Fessenheim.",
            Some(Differ),
        ),
        (
            "The firm will cut 300 jobs in Leeds.",
            "The firm will create 300 jobs in Leeds.",
            Some(Differ),
        ),
        (
            "The court acquitted two officers on Friday in Leeds.",
            "The court convicted two officers on Friday in Leeds.",
            Some(Differ),
        ),
        (
            "Le ministre n'a pas signé le traité à Vienne.",
            "Le ministre n’a jamais signé le traité à Vienne.",
            Some(Agree),
        ),
        (
            "L’explosion de l’usine de Brest a coûté la vie à trois ouvriers.",
            "Cinq salariés sont morts dans l’explosion de l’usine de Brest.",
            Some(Differ),
        ),
    ]);
}

#[test]
fn other_values_of_one_event_differ() {
    are_related([
        (
            "The number of measles cases in Ghent rose to 52 this week.",
            "The number of measles cases in Ghent rose to 61 this week.",
            Some(Relation::Differ),
        ),
        (
            "Le nombre de cas de rougeole à Gand s’élève à 52 cette semaine.",
            "Le nombre de cas de rougeole à Gand est de 61 cette semaine.",
            Some(Relation::Differ),
        ),
        (
            "The minister Ana Ruiz resigned on Friday in Quito after the vote.",
            "Ana Ruiz, the minister, resigned in Quito on Tuesday after the vote.",
            Some(Relation::Differ),
        ),
        (
            "Police said 8,000 demonstrators marched through Bari on Sunday.",
            "Organisers put the turnout of Sunday's march in Bari at 20,000.",
            Some(Relation::Differ),
        ),
        (
            "L'usine de Belfort a fermé le 03/06/2024, a annoncé la direction.",
            "L'usine de Belfort a fermé le 5 mai 2024, a annoncé la direction.",
            Some(Relation::Differ),
        ),
        (
            "Le PIB de la France a reculé de 0,1 % au T1 2024, selon l'Insee.",
            "Le PIB de la France a reculé de 0,1 % au T3 2024, selon l'Insee.",
            Some(Relation::Differ),
        ),
        (
            "Peru beat Bolivia 2-1 in Cusco on Sunday.",
            "Bolivia beat Peru 2-1 in Cusco on Sunday.",
            Some(Relation::Differ),
        ),
    ]);
}

#[test]
fn what_is_told_of_something_else_does_not_differ() {
    for (a, b) in [
        // How many died, and how many lived; who was arrested, and who was freed.
        (
            "31 people died in the ferry accident off the island of Luma.",
            "161 people survived the ferry accident off the island of Luma.",
        ),
        (
            "Fährunglück vor der Insel Luma: 31 Tote",
            "Nach dem Fährunglück vor der Insel Luma wurden 161 Menschen gerettet.",
        ),
        (
            "31 personnes sont mortes dans le naufrage du ferry au large de Luma.",
            "161 personnes ont survécu au naufrage du ferry au large de Luma.",
        ),
        (
            "Police in Luma arrested 30 protesters on the main square.",
            "Police in Luma released 12 protesters from the main square.",
        ),
        // The day of another predicate.
        (
            "A man accused of the shooting at the Kumasi market was on suicide watch Monday.",
            "Two people died in the shooting at the Kumasi market on Friday.",
        ),
        // Another quake, in another month.
        (
            "A quake hit the island of Luma on Tuesday, killing 11 people.",
            "In May a quake hit the island of Luma, killing 7 people.",
        ),
        // A plea is no verdict, and what may be is none.
        (
            "Joan Reeve pleaded not guilty to the murder of her sister in Ghent.",
            "Joan Reeve was convicted of the murder of her sister in Ghent.",
        ),
        (
            "Joan Reeve could be acquitted of the murder of her sister in Ghent.",
            "Joan Reeve was convicted of the murder of her sister in Ghent.",
        ),
        // The day of another event beside it.
        (
            "Ivo Ortega was convicted on March 20 of the murder of a guard in Ghent.",
            "Ivo Ortega was also convicted of the June 20 attempted murder of a man in Ghent.",
        ),
        // Whose age, and how long.
        (
            "The 37-year-old Joan Reeve was sentenced in Ghent to prison.",
            "Joan Reeve was sentenced in Ghent to 12 years in prison.",
        ),
        // Some of them, and others than those told before.
        (
            "50 people were injured in the quake on the island of Luma.",
            "30 of those injured in the quake on the island of Luma were in hospital.",
        ),
        (
            "The navy seized seven rifles from the pirates off the island of Luma.",
            "The navy seized two other rifles from the pirates off the island of Luma.",
        ),
        // Men, and degrees.
        (
            "As many as 40 firefighters fought the blaze at the mill in Ghent.",
            "It was minus 20 in Ghent as firefighters fought the blaze at the mill.",
        ),
        // Two persons, by their ages.
        (
            "Police in Luma said the woman killed on Friday was a 63-year-old from Ghent.",
            "Police in Luma said the man killed on Friday was a 47-year-old from Ghent.",
        ),
        // What was served, and what was imposed.
        (
            "Ivo Ortega served four months in prison for the theft in Ghent.",
            "Ivo Ortega was sentenced to three years in prison for the theft in Ghent.",
        ),
        // One was appointed, the other dismissed.
        (
            "Paulo Sa was appointed coach of Santos on June 27.",
            "Paulo Sa was fired as coach of Santos on March 2.",
        ),
    ] {
        do_not_differ(a, b);
    }
}

#[test]
fn another_place_person_or_part_does_not_differ() {
    for (a, b) in [
        // A town's marchers, and those of the country.
        (
            "As many as 50,000 people marched across Ruritania in the general strike.",
            "In Strelsau, 10,000 people marched in the general strike across Ruritania.",
        ),
        // Arrests of a day, and of all days.
        (
            "Police in Luma made 46 arrests on Wednesday night in the riots.",
            "Since the riots in Luma began, police have made more than 90 arrests.",
        ),
        // Some of the dead, and all of them.
        (
            "Three people died in the fire at the bank in Ghent.",
            "Two women died in the fire at the bank in Ghent.",
        ),
        // Who fell how far.
        (
            "Ivo Ortega, 36, fell 60 metres from the ridge above Luma.",
            "Joan Reeve, 27, fell 700 metres from the ridge above Luma.",
        ),
        // Another bidder.
        (
            "The Harbour Bank offered 160 million euros for the port of Luma.",
            "The Orient Line offered 184 million euros for the port of Luma.",
        ),
        // A season of it, and all of it.
        (
            "Paulo Sa was offered a deal worth 184 million dollars by Santos.",
            "Paulo Sa was offered a deal worth 23 million dollars per season by Santos.",
        ),
        // Results are no figures.
        (
            "Paulo Sa was hurt in a 27-24 loss to Luma.",
            "Paulo Sa was hurt in a 13-10 loss to Luma.",
        ),
        // Nobody counted yet.
        (
            "The quake on the island of Luma injured dozens of people.",
            "The quake on the island of Luma injured three people.",
        ),
    ] {
        do_not_differ(a, b);
    }
}

/// Both ways round.
fn do_not_differ(a: &str, b: &str) {
    assert_ne!(relation(a, b), Some(Relation::Differ), "{a} | {b}");
    assert_ne!(relation(b, a), Some(Relation::Differ), "{b} | {a}");
}

/// The relations that one article of a desk has to the next one.
fn relations(texts: [&str; 3]) -> Vec<Relation> {
    let pairs = index_of(&texts.map(str::to_owned)).pairs_of(DocId(0), DEFAULT_SCORE);
    let found = pairs.into_iter().map(|pair| pair.found);
    found.filter(|found| found.article == DocId(1)).map(|found| found.relation).collect()
}

#[test]
fn two_values_that_a_third_article_tells_side_by_side_do_not_differ() {
    let friday = "The court in Ghent heard the case against Ivo Ortega on Friday.";
    let monday = "The court in Ghent heard the case against Ivo Ortega on Monday.";
    let both = "The court in Ghent hears the case against Ivo Ortega. It heard the case on Friday and on Monday.";
    let neither = "The court in Ghent hears the case against Ivo Ortega. It sits for weeks.";
    assert!(relations([friday, monday, neither]).contains(&Relation::Differ));
    assert!(!relations([friday, monday, both]).contains(&Relation::Differ));
}
