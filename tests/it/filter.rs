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
