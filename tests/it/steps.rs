//! What is done is in proportion to what is asked for: counted in steps, not in time.

use std::fmt::Write as _;

use claimdesk::core::article::{Span, near};

use crate::harness::{Reader, Setting};

/// A desk of many short articles.
fn many(articles: usize) -> Reader {
    let setting = Setting::empty();
    for i in 0..articles {
        setting.article(&format!("{i:03}.txt"), &format!("Titre {i}\n\nIl y a {} morts.", i + 2));
    }
    setting.size(80, 12).start()
}

#[test]
fn of_many_articles_passed_by_at_once_only_the_last_is_opened() {
    let mut reader = many(60);
    let before = reader.keys("<Esc>").studied();
    reader.burst(&"j".repeat(50));
    assert_eq!(reader.studied() - before, 1);
    assert!(reader.screen().contains("Il y a 52 morts"), "{}", reader.screen());
    let before = reader.studied();
    reader.burst("<PgUp><PgUp><PgUp><Home>");
    assert_eq!(reader.studied() - before, 1);
    assert!(reader.screen().contains("Il y a 2 morts"), "{}", reader.screen());
}

#[test]
fn a_key_for_the_text_meets_the_article_on_the_way() {
    let mut reader = many(9);
    reader.burst("<Esc>jjdjjc");
    let saved = [("Il y a 4 morts", "disputed"), ("Il y a 6 morts", "corroborated")];
    assert_eq!(reader.saved(), saved.map(|(words, verdict)| (words.into(), verdict.into())));
}

#[test]
fn articles_that_change_at_the_same_time_are_all_read_again() {
    let mut reader = many(5);
    let before = reader.keys("<Esc>").studied();
    let new = "Neuf\n\nIl y a 7 morts. Il y a 8 blessés.";
    reader.change_all(&[("seeds/001.txt", new), ("seeds/003.txt", new), ("seeds/004.txt", new)]);
    assert_eq!(reader.studied() - before, 3);
    assert_eq!(reader.screen().matches("0/2").count(), 3, "{}", reader.screen());
}

#[test]
fn a_large_article_on_the_screen_is_studied_once() {
    for paragraphs in [2_000, 8_000] {
        let setting = Setting::empty();
        setting
            .article("a.txt", &"Il y a 12 morts et 300 blessés à Koursk.\n\n".repeat(paragraphs));
        assert_eq!(setting.start().studied(), 1);
    }
}

/// So many claims, and a notebook of somebody with a verdict on every `step`th.
fn marked(setting: &Setting, claims: usize, annotator: &str, step: usize) {
    let (mut text, mut marks) = (String::new(), String::new());
    for i in 0..claims {
        let claim = format!("Il y a {} morts", i + 2);
        if i % step == 0 {
            let (start, end) = (text.len(), text.len() + claim.len());
            let comma = if marks.is_empty() { "" } else { "," };
            let verdict = if i % 2 == 0 { "disputed" } else { "corroborated" };
            let _ = write!(
                marks,
                r#"{comma}"k{i:06}":{{"verdict":"{verdict}","exact":"{claim}","start":{start},"end":{end},"created":"2026-11-20T10:12:03Z","updated":"2026-11-20T10:12:03Z"}}"#
            );
        }
        text += &claim;
        text += ".\n";
    }
    setting.file("seeds/a.txt", text.as_bytes());
    let book = format!(
        r#"{{"format":"claimdesk/1","article":"a.txt","annotator":"{annotator}","annotations":{{{marks}}}}}"#
    );
    let folder = annotator.to_lowercase().replace(' ', "-").replace('é', "e");
    setting.file(&format!("annotations/{folder}/a.txt.json"), book.as_bytes());
}

#[test]
fn ten_thousand_annotations_in_one_article() {
    let setting = Setting::empty();
    marked(&setting, 10_000, "Zoé Martin", 1);
    let mut reader = setting.size(100, 20).start();
    let progress = reader.model().reader.progress();
    assert_eq!((progress.decided, progress.all, progress.stale), (10_000, 10_000, 0));
    reader.keys("<End>kc<Home>J");
    assert_eq!(reader.saved().len(), 10_000);
    assert_eq!(
        reader.saved().iter().filter(|(_, verdict)| verdict == "corroborated").count(),
        5_001
    );
}

#[test]
fn fifty_annotators_on_one_article() {
    let setting = Setting::empty();
    for i in 0..50 {
        marked(&setting, 400, &format!("Person {i:02}"), 1 + i % 2);
    }
    let mut reader = setting.size(100, 20).start();
    assert_eq!(reader.model().reader.team.iter().count(), 25 * 400 + 25 * 200);
    // All of them give the same verdict to the same claim; one's own is another.
    assert!(reader.model().reader.outline.lines.is_empty());
    // None of claims that are all alike stands out: more are asked for.
    reader.keys("+c");
    let outline = &reader.model().reader.outline;
    assert_eq!(outline.lines.len(), 1);
    assert_eq!(outline.voices(&outline.lines[0]).count(), 51);
}

#[test]
fn looking_by_place_looks_at_a_few() {
    // Claims as they lie in a text: each a few words behind the other, some inside others.
    for count in [1_000, 10_000] {
        let claims: Vec<_> = (0..count).map(|i| Span::new(10 * i, 10 * i + 5 + i % 30)).collect();
        let looked: usize =
            claims.iter().map(|claim| near(&claims, 35, *claim, |span| *span).len()).sum();
        assert!(looked <= 10 * count, "{looked} looks for {count} claims");
    }
}
