//! What comes nearest in an article of the story that says nothing which is surely of the same event.

use claimdesk::core::claim::analyze;
use claimdesk::core::crosscheck::{DocId, Index, Match, Relation};

const RECORD: &str = "Lantern festival draws a record crowd to Norwick\n\nThe lantern festival in Norwick drew 74,000 visitors over three days, the organisers said on Monday. Two people were treated for burns after a stall caught fire. The festival cost the town 410,000 euros.\n";
const CLEARED: &str = "Norwick clears up after its lantern festival\n\nVolunteers took down the last lanterns in Norwick on Monday after a weekend with 68,000 admissions to the festival. A stall went up in flames on Saturday night and two helpers suffered burns. The town's contribution to the festival came to 450,000 euros.\n";
const STORM: &str = "Storm cuts power to villages near Halden\n\nA storm cut power to 12,000 homes near Halden on Monday. The grid company said repairs would take two days.\n";

/// What the desk of these texts says of the claim that holds `words` of the first one.
fn said(texts: &[&str], words: &str) -> Vec<Match> {
    let analyses: Vec<_> = texts.iter().map(|text| analyze(text)).collect();
    let mut index = Index::new();
    for (id, (text, analysis)) in texts.iter().zip(&analyses).enumerate() {
        index.insert(DocId::new(id), text, analysis);
    }
    let at = texts[0].find(words).expect("the words");
    let claim = analyses[0].claims.iter().find(|claim| claim.span.contains(at)).expect("a claim");
    index.query(DocId(0), texts[0], &analyses[0], claim.span)
}

fn nearest<'a>(found: &[Match], texts: &[&'a str]) -> Vec<&'a str> {
    let nearest = found.iter().filter(|one| one.relation == Relation::Nearest);
    nearest.map(|one| one.span.of(texts[one.article.index()])).collect()
}

#[test]
fn what_is_told_in_other_words_stands_beside_the_claim() {
    for texts in [[RECORD, CLEARED, STORM], [CLEARED, RECORD, STORM]] {
        let (here, there) =
            if texts[0] == RECORD { ("74,000", "68,000") } else { ("68,000", "74,000") };
        let found = said(&texts, here);
        let told = nearest(&found, &texts);
        assert!(told.len() == 1 && told[0].contains(there), "{told:?}");
        assert!(found.iter().all(|one| one.relation <= Relation::Related), "{found:?}");
    }
}

#[test]
fn what_is_told_surely_is_not_told_again() {
    let texts = [RECORD, CLEARED, STORM];
    let found = said(&texts, "410,000");
    assert_eq!(found.iter().map(|one| one.relation).collect::<Vec<_>>(), [Relation::Differ]);
}

#[test]
fn nothing_is_near_in_another_story() {
    let texts = [STORM, RECORD, CLEARED];
    assert_eq!(nearest(&said(&texts, "12,000"), &texts), Vec::<&str>::new());
}

#[test]
fn what_is_nearer_to_something_else_here_is_not_shown() {
    // The other article's only fire is that of the stall.
    let texts = [RECORD, CLEARED];
    let found = said(&texts, "410,000");
    assert!(nearest(&found, &texts).is_empty(), "{found:?}");
}

#[test]
fn a_number_alone_brings_nothing_near() {
    let fire =
        "Fire in Norwick\n\nA fire killed 12 people in Norwick on Monday, the prefect said.\n";
    let rice = "Rice\n\nRice costs 12 euros.\n";
    assert!(said(&[fire, rice], "12 people").is_empty());
}
