//! What is done is in proportion to what is asked for: counted in steps, not in time.

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
