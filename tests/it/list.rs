//! The list of articles: title, file, progress; moving through it, opening.

use claimdesk::i18n::Lang;
use claimdesk::state::Msg;
use claimdesk::state::model::signal::{Done, MouseAct};
use expect_test::expect;

use crate::harness::{Reader, desk};

fn three() -> Reader {
    desk(&[
        ("a.txt", "Premier\n\n⟦300 soldats sont morts⟧. ⟦La ville est prise⟧."),
        ("b.txt", "Deuxième\n\n⟦Le pont a sauté le 3 mai⟧."),
        ("sub/c.txt", "Rien à vérifier ici."),
    ])
    .size(80, 10)
    .start()
}

#[test]
fn it_shows_title_file_and_progress() {
    let mut reader = three();
    reader.keys("d<Esc>").check(expect![[r#"
        ▌Articles                   1/3 │ Premier                                   0 %
        ▌ Premier                   1/2 │   Premier
        ▌ a.txt                ━━━━──── │
          Deuxième                  0/1 │▌✗ 300 soldats sont morts.○La ville est
          b.txt                ──────── │▌  prise.
          Rien à vérifier ici.      0/0 │
          sub/c.txt                     │
                                        │
                                        │
         ? help  q quit  j next  k previous  Enter open  v select  U undo  Tab pane
    "#]]);
}

#[test]
fn an_article_is_called_by_the_headline_that_is_known_of_it() {
    let setting = desk(&[("a.txt", "Dear all,\n\n⟦300 soldats sont morts⟧.")]).size(110, 10);
    let source = r#"{ "format": "claimdesk-source/1", "title": "The river\u001b rises" }"#;
    setting.file("seeds/a.source.json", source.as_bytes());
    let reader = setting.start();
    assert!(reader.shows("▌ The river␛ rises "), "{}", reader.screen());
    assert!(reader.shows("│▌The river␛ rises "), "{}", reader.screen());
}

#[test]
fn moving_shows_the_article_beside_the_list() {
    let mut reader = three();
    reader.keys("<Esc>j").check(expect![[r#"
        ▌Articles                   2/3 │ Deuxième                                  0 %
          Premier                   0/2 │   Deuxième
          a.txt                ──────── │
        ▌ Deuxième                  0/1 │▌○ Le pont a sauté le 3 mai.
        ▌ b.txt                ──────── │
          Rien à vérifier ici.      0/0 │
          sub/c.txt                     │
                                        │
                                        │
         ? help  q quit  j next  k previous  Enter open  v select  Tab pane  / search
    "#]]);
    reader.keys("j").check(expect![[r#"
        ▌Articles                   3/3 │ Rien à vérifier ici.                      0 %
          Premier                   0/2 │ · Rien à vérifier ici.
          a.txt                ──────── │
          Deuxième                  0/1 │
          b.txt                ──────── │
        ▌ Rien à vérifier ici.      0/0 │
        ▌ sub/c.txt                     │
                                        │
                                        │
         ? help  q quit  j next  k previous  Enter open  v select  Tab pane  / search
    "#]]);
}

#[test]
fn enter_opens_and_the_ends_hold() {
    let mut reader = three();
    reader.keys("<Esc>kkjjjjj");
    assert!(reader.shows("▌Articles") && reader.shows("3/3"));
    reader.keys("k<Enter>");
    assert!(!reader.shows("Articles"));
    assert_eq!(reader.current(), "Le pont a sauté le 3 mai");
}

#[test]
fn the_mouse_chooses_and_the_wheel_moves() {
    let mut reader = three();
    reader.keys("<Esc>").mouse(MouseAct::Press, "b.txt");
    assert!(reader.shows("2/3") && reader.shows("Le pont a sauté"));
    reader.mouse(MouseAct::WheelUp, "b.txt");
    assert!(reader.shows("1/3"));
    reader.mouse(MouseAct::Press, "300 soldats");
    assert!(!reader.shows("Articles"), "a click into the text goes there");
}

#[test]
fn an_empty_desk_says_what_to_do() {
    let mut reader = desk(&[]).size(60, 6).start();
    reader.check(expect![[r#"
        ▌Articles
         No article here. Put plain text files (.txt) into seeds/:
         they appear at once.


         ? help  q quit  j next  k previous  Enter open  v select
    "#]]);
    reader.keys("jk<Enter>dnU<Tab>joJK");
}

#[test]
fn an_article_that_comes_and_goes_is_told() {
    let mut reader = three();
    let text = "Premier\n\n300 soldats sont morts. 20 tués.";
    reader.change("seeds/a.txt", text.as_bytes());
    assert!(reader.shows("20 tués"));
    std::fs::remove_file(reader.root().join("seeds/a.txt")).unwrap();
    reader.noticed("seeds/a.txt").check(expect![[r#"
        ▌a.txt
           The article is gone.




         Claim ─────────────────────────────────────────────────────────────────────────


         cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select
    "#]]);
}

#[cfg(unix)]
#[test]
fn what_the_disk_says_is_said_in_the_persons_language() {
    for (lang, words) in [
        (Lang::En, "a pipe, socket or device"),
        (Lang::Fr, "un tube, une socket ou un périphérique"),
    ] {
        let setting = desk(&[("b.txt", "Il pleut.")]).size(160, 12).lang(lang);
        let made = std::process::Command::new("mkfifo")
            .arg(setting.root().join("seeds/a.txt"))
            .status()
            .unwrap();
        assert!(made.success());
        let mut reader = setting.start();
        assert!(reader.keys("<Esc>").shows(words), "{}", reader.screen());
    }
}

#[test]
fn a_failed_save_is_told_in_french_to_a_french_reader() {
    let mut reader =
        desk(&[("a.txt", "⟦La ville est prise⟧.")]).size(240, 12).lang(Lang::Fr).start();
    reader.disk(Some(std::io::ErrorKind::StorageFull)).keys("d");
    let foot = reader.foot();
    assert!(foot.starts_with("⚠ 1 NON ENREGISTRÉ\u{a0}: le disque est plein"), "{foot}");
    assert!(reader.keys("q").shows("d’écrire annotations/"), "{}", reader.screen());
}

#[test]
fn it_is_said_where_changes_of_others_are_not_seen() {
    let mut reader = three();
    reader.send(Msg::Done(Done::WatchLooks));
    assert!(reader.foot().contains("looking every five seconds"), "{}", reader.foot());
    reader.send(Msg::Done(Done::Unwatched));
    assert!(reader.foot().contains("Changes by others are not seen"), "{}", reader.foot());
}

#[test]
fn outlet_and_date_stand_in_the_list_and_in_the_head() {
    for (lang, words) in
        [(Lang::En, "Le Temps · 23 Oct 2024"), (Lang::Fr, "Le Temps · 23 oct. 2024")]
    {
        let setting = desk(&[("a.txt", "Premier\n\nIl pleut.")]).size(160, 12).lang(lang);
        let source = "{\"format\": \"claimdesk-source/1\", \"outlet\": \"Le Temps\", \"published\": \"2024-10-23T08:30:00+02:00\"}";
        std::fs::write(setting.root().join("seeds/a.source.json"), source).unwrap();
        let screen = setting.start().keys("<Esc>").screen();
        assert_eq!(screen.matches(words).count(), 2, "{screen}");
    }
}

#[test]
fn an_origin_told_meanwhile_is_shown() {
    let mut reader = three();
    let source = "{\"format\": \"claimdesk-source/1\", \"outlet\": \"Le Temps\"}";
    std::fs::write(reader.root().join("seeds/a.source.json"), source).unwrap();
    assert!(reader.noticed("seeds/a.source.json").shows("Le Temps"), "{}", reader.screen());
}

#[test]
fn it_is_sorted_by_date_and_by_outlet_and_filtered_by_them() {
    let setting = desk(&[
        ("a.txt", "Premier\n\n⟦300 soldats sont morts⟧."),
        ("b.txt", "Deuxième\n\n⟦Le pont a sauté le 3 mai⟧."),
        ("c.txt", "Troisième\n\n⟦Le pont a rouvert le 4 mai⟧."),
    ]);
    for (name, outlet, day) in [("a", "Le Temps", "2024-10-23"), ("c", "Le Courrier", "2024-11-02")]
    {
        let source = format!(
            r#"{{ "format": "claimdesk-source/1", "outlet": "{outlet}", "published": "{day}" }}"#
        );
        setting.file(&format!("seeds/{name}.source.json"), source.as_bytes());
    }
    let mut reader = setting.size(100, 14).start();
    let order = |reader: &Reader| {
        let model = reader.model();
        let name = |id: &usize| model.desk.articles[*id].listing.name.clone();
        model.list.order.iter().map(name).collect::<Vec<_>>()
    };
    reader.keys("<Esc>").keys("SSSS");
    assert_eq!(reader.foot(), "Sorted by date, the latest first");
    assert_eq!(order(&reader), ["c.txt", "a.txt", "b.txt"], "{}", reader.screen());
    reader.keys("S");
    assert_eq!(order(&reader), ["c.txt", "a.txt", "b.txt"], "Le Courrier, Le Temps, nobody");
    reader.keys("S").keys("f").typed("outlet:temps").keys("<Enter>");
    assert_eq!(order(&reader), ["a.txt"], "{}", reader.screen());
    reader.keys("f<Ctrl-U>").typed("published:2024-11").keys("<Enter>");
    assert_eq!(order(&reader), ["c.txt"], "{}", reader.screen());
}
