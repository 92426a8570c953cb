//! Reading the whole desk behind the screen: told in the foot, stopped and taken up again.

use std::path::PathBuf;

use claimdesk::i18n::Lang;

use crate::harness::{Reader, Setting};

/// Thirty articles of which a small screen shows four; none is read ahead.
fn reader(lang: Lang) -> Reader {
    let setting = Setting::empty().size(90, 10).lang(lang);
    for n in 0..30 {
        setting.article(&format!("{n:02}.txt"), "Hier, ⟦300 soldats sont morts⟧.");
    }
    setting.settings(|settings| settings.read_ahead = false).start()
}

#[test]
fn the_foot_says_how_far_it_is_and_how_to_go_on() {
    let mut reader = reader(Lang::En);
    assert!(reader.foot().ends_with("4 of 30 read · p resume"), "{}", reader.foot());
    // What is looked at is read all the same.
    reader.keys("<Esc>G");
    assert!(reader.foot().ends_with("8 of 30 read · p resume"), "{}", reader.foot());
    // Begun and stopped before anything was read.
    assert!(reader.burst("pp").foot().ends_with("8 of 30 read · p resume"), "{}", reader.foot());
    reader.keys("p");
    assert!(!reader.foot().contains("30"), "{}", reader.foot());
    assert!(reader.keys("p").foot().contains("All articles are read"));
}

#[test]
fn in_french_and_from_the_palette() {
    let mut reader = reader(Lang::Fr);
    assert!(reader.foot().ends_with("lus 4 sur 30 · p reprendre"), "{}", reader.foot());
    reader.keys(":lecture dossier<Enter>");
    assert!(!reader.foot().contains("30"), "{}", reader.foot());
}

#[test]
fn finding_the_claims_of_a_large_article_is_stopped_and_taken_up_again() {
    let setting = Setting::empty().size(90, 20);
    setting.article("a.txt", "Peu de mots.");
    setting.article("b.txt", &"Hier, 300 soldats sont morts à Koursk. ".repeat(10_000));
    let mut reader = setting.start();
    // Stopped before it was begun: the text is there, its claims are not.
    reader.burst("Jp");
    assert!(reader.foot().ends_with("claims found to 0 % · p resume"), "{}", reader.screen());
    assert!(reader.shows("Hier, 300 soldats") && reader.model().reader.items.is_empty());
    reader.keys("p");
    assert_eq!(reader.model().reader.items.len(), 10_000);
    assert!(!reader.foot().contains('%'), "{}", reader.foot());
}

/// Three articles that differ, and a teammate's verdict on one.
fn differing() -> Reader {
    let setting = Setting::empty().size(120, 30);
    for (name, figure) in [("a.txt", "12 000"), ("b.txt", "1 500"), ("c.txt", "12 000")] {
        let text = format!("La Corée du Nord a envoyé {figure} soldats en Russie, selon Séoul.\n");
        setting.article(name, &text);
    }
    setting.start()
}

/// What is kept of the desk for the next start, of this kind.
fn kept(reader: &Reader, kind: &str) -> PathBuf {
    let folder = reader.root().parent().unwrap().join("home/cache");
    let mut files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.find(|path| path.extension().is_some_and(|end| end == kind)).unwrap()
}

/// The list, the differences and the team's page; the foot apart, which tells of the moment.
fn overviews(reader: &mut Reader) -> Vec<String> {
    let page = |reader: &mut Reader, keys: &str| {
        let screen = reader.keys(keys).screen();
        let foot = screen.trim_end().rfind('\n').unwrap_or_default();
        screen[..foot].to_owned()
    };
    ["", "D", "<Esc>P"].map(|keys| page(reader, keys)).to_vec()
}

#[test]
fn a_start_finds_claims_only_where_something_changed_and_shows_what_it_would_without() {
    let mut reader = differing();
    reader.keys("d");
    reader.restart();
    let first = overviews(&mut reader);
    let cache = kept(&reader, "cache");
    let studied = |reader: &mut Reader| {
        let before = reader.studied();
        reader.restart();
        let after = reader.studied();
        assert_eq!(overviews(reader), first);
        after - before
    };
    // The open one, for the screen.
    assert_eq!(studied(&mut reader), 1);
    std::fs::write(&cache, "damaged").unwrap();
    assert_eq!(studied(&mut reader), 4);
    std::fs::remove_file(&cache).unwrap();
    assert_eq!(studied(&mut reader), 4);
    let text = "La Corée du Nord a envoyé 3 000 soldats en Russie, selon Séoul.\n";
    reader.change("seeds/b.txt", text.as_bytes());
    let before = reader.studied();
    reader.restart();
    assert_eq!(reader.studied() - before, 2);
    assert!(overviews(&mut reader)[1].contains("3 000"), "{}", reader.screen());
}

#[test]
fn what_the_desk_said_before_a_start_is_what_it_says_now() {
    let mut reader = differing();
    // From the first article, wherever reading stopped.
    let said = |reader: &mut Reader| {
        let first = overviews(reader.keys("KKKKK"));
        [first, overviews(reader.keys("<Esc>J"))].concat()
    };
    let other = |figure: &str| {
        format!("La Corée du Nord a envoyé {figure} soldats en Russie, selon Séoul.\n").into_bytes()
    };
    let path = |reader: &Reader, name: &str| reader.root().join("seeds").join(name);
    let changes: [&dyn Fn(&mut Reader); 6] = [
        &|_| {},
        &|reader| std::fs::write(kept(reader, "answers"), "damaged").unwrap(),
        &|reader| std::fs::write(path(reader, "b.txt"), other("3 000")).unwrap(),
        // One before the others, which gives them other numbers.
        &|reader| std::fs::write(path(reader, "0.txt"), other("4 000")).unwrap(),
        &|reader| std::fs::remove_file(path(reader, "a.txt")).unwrap(),
        // Which one says what.
        &|reader| {
            std::fs::rename(path(reader, "b.txt"), path(reader, "d.txt")).unwrap();
            std::fs::rename(path(reader, "c.txt"), path(reader, "b.txt")).unwrap();
        },
    ];
    let mut screens = Vec::new();
    for change in changes {
        said(reader.keys("<Esc>"));
        reader.end();
        change(&mut reader);
        let again = said(reader.restart());
        let fresh = Setting::empty().size(120, 30);
        for entry in std::fs::read_dir(reader.root().join("seeds")).unwrap() {
            let (name, path) = {
                let entry = entry.unwrap();
                (entry.file_name(), entry.path())
            };
            fresh.article(name.to_str().unwrap(), &std::fs::read_to_string(path).unwrap());
        }
        assert_eq!(again, said(&mut fresh.start()));
        screens.push(again);
    }
    screens.dedup();
    assert_eq!(screens.len(), 5, "each change of an article is seen, and no other");
}
