//! A filter in force while verdicts are given.

use crate::harness::{Reader, desk};

fn reader() -> Reader {
    let articles = [
        ("a.txt", "Un\n⟦Le riz est cher⟧."),
        ("b.txt", "Deux\n⟦Des soldats à Koursk⟧."),
        ("c.txt", "Trois\n⟦Le blé est cher⟧."),
    ];
    desk(&articles).size(120, 30).start()
}

/// The articles listed, by title.
fn listed(reader: &Reader) -> Vec<String> {
    let model = reader.model();
    model.list.order.iter().map(|article| model.desk.title(*article).to_owned()).collect()
}

#[test]
fn an_article_without_such_claims_goes_when_one_leaves_it() {
    let mut reader = reader();
    reader.keys("fopen<Enter>");
    assert_eq!(listed(&reader), ["Un", "Deux", "Trois"]);
    // Decided, yet still under the eyes.
    reader.keys("d");
    assert_eq!(listed(&reader), ["Un", "Deux", "Trois"]);
    reader.keys("J");
    assert_eq!(
        (listed(&reader), reader.current()),
        (vec!["Deux".into(), "Trois".into()], "Des soldats à Koursk")
    );
}

#[test]
fn an_article_that_holds_such_claims_again_stays() {
    let mut reader = reader();
    reader.keys("fopen<Enter>dUJ");
    assert_eq!(listed(&reader), ["Un", "Deux", "Trois"]);
    // Through the list: the line left goes, the cursor stays on the article it went to.
    reader.keys("d<Esc>j");
    assert_eq!(
        (listed(&reader), reader.current()),
        (vec!["Un".into(), "Trois".into()], "Le blé est cher")
    );
}

#[test]
fn an_article_comes_into_the_list_with_its_first_such_claim() {
    let mut reader = reader();
    reader.keys("fdecided<Enter>");
    assert!(listed(&reader).is_empty());
    reader.keys("Fd");
    reader.keys("fdecided<Enter>");
    assert_eq!(listed(&reader), ["Un"]);
}

#[test]
fn what_changes_on_disk_comes_and_goes() {
    let mut reader = reader();
    reader.keys("fnavires<Enter>");
    assert!(listed(&reader).is_empty());
    reader.change("seeds/b.txt", "Deux\nHier, 300 navires ont coulé près de Kiev.".as_bytes());
    assert_eq!(listed(&reader), ["Deux"]);
    reader.change("seeds/b.txt", "Deux\nHier, 300 soldats sont morts près de Kiev.".as_bytes());
    assert!(listed(&reader).is_empty());
    let ana = r#"{ "format": "claimdesk/1", "article": "c.txt", "annotator": "Ana", "annotations": {
        "id1": { "verdict": "disputed", "exact": "Le blé est cher", "start": 6, "end": 21,
                 "created": "2026-11-19T08:00:00Z", "updated": "2026-11-19T08:00:00Z" } } }"#;
    reader.keys("Ffby:ana<Enter>").change("annotations/ana/c.txt.json", ana.as_bytes());
    assert_eq!(listed(&reader), ["Trois"]);
}

#[test]
fn the_sums_of_the_overview_count_what_a_filter_hides() {
    let mut reader = reader();
    reader.keys("dfriz open<Enter>P");
    assert!(reader.shows("✗ disputed         1"), "{}", reader.screen());
}

/// The day that the list shows is the day that the filter goes by, also in articles that are not open.
#[test]
fn articles_are_found_by_the_day_that_the_list_shows() {
    let dated =
        |day: &str| format!("Feu\n{day}\n\n⟦Le {day}, le feu a tué 300 personnes à Koursk⟧.");
    let texts = [dated("12 mars 2024"), dated("14 mars 2024"), dated("2 avril 2024"), dated("")];
    let names = ["a.txt", "b.txt", "c.txt", "d.txt"];
    let articles: Vec<_> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
    let mut reader = desk(&articles).size(120, 30).start();
    let shown = |reader: &Reader, month| {
        reader
            .screen()
            .lines()
            .filter(|line| line.chars().take(30).collect::<String>().contains(month))
            .count()
    };
    assert_eq!(
        (shown(&reader, "Mar 2024"), shown(&reader, "Apr 2024")),
        (2, 1),
        "{}",
        reader.screen()
    );
    for (line, count) in
        [("published:2024-03", 2), ("published:2024", 3), ("-published:2024-03", 2)]
    {
        reader.keys("f").typed(line).keys("<Enter>");
        assert_eq!(listed(&reader).len(), count, "{line}:\n{}", reader.screen());
        reader.keys("F");
    }
}

#[test]
fn words_that_are_not_understood_never_look_like_a_filter() {
    let mut reader = reader();
    reader.keys("fkind:colour<Enter>");
    assert!(reader.foot().contains("Not understood: kind:colour"), "{}", reader.foot());
    assert!(
        !reader.screen().lines().next().unwrap().contains("kind:colour"),
        "{}",
        reader.screen()
    );
    // What there is instead stands there at once.
    assert!(reader.shows("kind:quantity") && reader.shows("kind:denial"), "{}", reader.screen());
    reader.keys("<Esc>");
    assert!(reader.model().filter.is_none());
    assert_eq!(listed(&reader), ["Un", "Deux", "Trois"]);
    // The words that the line tells are words that it takes.
    for line in ["kind:quantity", "kind:date", "kind:quote", "kind:figure"] {
        reader.keys("f").typed(line).keys("<Enter>");
        assert!(!reader.shows("Not understood"), "{line}");
        reader.keys("F");
    }
}

#[test]
fn an_article_whose_claims_are_all_hidden_says_that_the_filter_hides_them() {
    let mut reader = reader();
    reader.keys("fnavires<Enter>");
    assert!(reader.shows("The filter shows no claim"), "{}", reader.screen());
    assert!(!reader.shows("stands out"), "{}", reader.screen());
    assert!(reader.keys("d").foot().starts_with("The filter shows no claim"), "{}", reader.foot());
}
