//! Articles come, go, change and are renamed while the reader is open.

use std::fs;

use claimdesk::i18n::Lang;
use expect_test::expect;

use crate::harness::{Reader, desk};

const FIRST: &str = "Selon l’armée, ⟦12 000 soldats⟧ sont arrivés. ⟦La ville est prise⟧.";

fn two() -> Reader {
    let mut reader =
        desk(&[("b.txt", FIRST), ("d.txt", "⟦Le pont a sauté le 3 mai⟧.")]).size(100, 9).start();
    reader.keys("d");
    reader
}

fn remove(reader: &mut Reader, name: &str) {
    fs::remove_file(reader.root().join("seeds").join(name)).unwrap();
    reader.noticed(&format!("seeds/{name}"));
}

#[test]
fn a_new_article_is_listed_read_and_found_where_its_name_belongs() {
    let mut reader = two();
    reader.change("seeds/c.txt", "Hier, 300 hommes sont morts à Koursk.".as_bytes());
    reader.keys("<Esc>").check(expect![[r#"
        ▌Articles                         1/3 │ Selon l’armée, 12 000 soldats sont arrivés. La ville …  0 %
        ▌ Selon l’armée, 12 000 soldats … 1/2 │▌  Selon l’armée,✗12 000 soldats sont arrivés.○La ville est
        ▌ b.txt                      ━━━━──── │▌  prise.
          Hier, 300 hommes sont morts à … 0/1 │
          c.txt                      ──────── │
          Le pont a sauté le 3 mai.       0/1 │
          d.txt                      ──────── │
                                              │
         ? help  q quit  j next  k previous  Enter open  v select  U undo  Tab pane  / search  : palette
    "#]]);
    assert_eq!(reader.current(), "La ville est prise");
    reader.keys("jd");
    assert_eq!(reader.model().desk.books.len(), 2);
    reader.keys("P");
    assert!(reader.screen().contains("3 articles"), "{}", reader.screen());
}

#[test]
fn an_article_that_is_gone_leaves_the_list_and_its_verdicts_stay_in_sight() {
    let mut reader = two();
    remove(&mut reader, "b.txt");
    reader.check(expect![[r#"
        ▌b.txt
                The article is gone; your 1 verdict is kept.






         cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select  U undo  Tab pane
    "#]]);
    reader.keys("A").check(expect![[r#"
        ▌b.txt
        ╭─ Verdicts that need a look ──────────────────────────────────────────────────────────────────────╮
        │ Articles that are gone                                                                         1 │
        │   b.txt · you                                                                                    │
        │     ✗ disputed  “12 000 soldats”                                                                 │
        ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯


         ? help  Esc close  j next  k previous
    "#]]);
    reader.keys("<Esc>P");
    assert!(reader.screen().contains("⚠ 1 on articles that are gone"), "{}", reader.screen());
    // It comes back, and all with it.
    reader.keys("<Esc>");
    let text = FIRST.replace(['⟦', '⟧'], "");
    reader.change("seeds/b.txt", text.as_bytes());
    assert_eq!(reader.model().desk.orphans, []);
    assert_eq!(reader.model().reader.sums.progress.decided, 1);
}

#[test]
fn an_article_that_is_gone_is_told_in_french() {
    let mut reader = desk(&[("b.txt", FIRST)]).size(80, 6).lang(Lang::Fr).start();
    reader.keys("d");
    remove(&mut reader, "b.txt");
    let screen = reader.screen();
    assert!(screen.contains("L’article a disparu") && !screen.contains("os error"), "{screen}");
}

#[test]
fn a_renamed_article_stays_on_the_screen_with_its_verdicts() {
    let mut reader = two();
    let root = reader.root();
    fs::rename(root.join("seeds/b.txt"), root.join("seeds/z.txt")).unwrap();
    reader.noticed("seeds/b.txt");
    assert!(reader.screen().contains("b.txt is now z.txt"), "{}", reader.screen());
    assert_eq!(reader.model().reader.sums.progress.decided, 1);
    assert_eq!(reader.current(), "La ville est prise");
    // The owner's next verdict moves the notebook.
    reader.keys("c");
    assert!(root.join("annotations/zoe-martin/z.txt.json").is_file());
    assert!(!root.join("annotations/zoe-martin/b.txt.json").exists());
}

#[test]
fn a_change_of_the_article_on_the_screen_is_one_line() {
    let mut reader = two();
    let text = FIRST.replace(['⟦', '⟧'], "");
    reader.change("seeds/b.txt", format!("Hier. {text}").as_bytes());
    assert!(reader.screen().contains(" b changed"), "{}", reader.screen());
    reader.change("seeds/b.txt", text.replace("12 000", "10 000").as_bytes());
    let screen = reader.screen();
    assert!(screen.contains("b changed: 1 verdict to look at · A show"), "{screen}");
}

#[test]
fn a_folder_of_articles_comes_as_a_whole() {
    let mut reader = two();
    fs::create_dir_all(reader.root().join("seeds/sub/deep")).unwrap();
    fs::write(reader.root().join("seeds/sub/deep/x.txt"), "Demain.").unwrap();
    reader.noticed("seeds/sub");
    assert_eq!(reader.model().desk.order.len(), 3);
    fs::remove_dir_all(reader.root().join("seeds/sub")).unwrap();
    reader.noticed("seeds/sub");
    assert_eq!(reader.model().desk.order.len(), 2);
}
