//! Report and exports from the reader, what a desk asks for beside a verdict, notes on articles.

use std::fs;

use expect_test::expect;

use crate::harness::{Setting, desk};

const TEXT: &str = "Hier, ⟦300 soldats sont morts⟧. ⟦La ville est prise⟧.";

/// A desk whose results can be written, in so many columns.
fn results_of(width: u16) -> Setting {
    let setting = desk(&[("a.txt", TEXT)]).size(width, 30);
    setting.settings(|settings| settings.exports = claimdesk::app::results::choices())
}

#[test]
fn a_report_is_two_keys_away() {
    let mut reader = results_of(120).start();
    reader.keys("d");
    assert!(reader.keys("X").shows("exports/report.html"), "{}", reader.screen());
    reader.keys("<Enter>");
    assert_eq!(reader.foot(), "1 decided claim written to exports/report.html");
    let page = fs::read_to_string(reader.root().join("exports/report.html")).unwrap();
    assert!(page.contains("✗ disputed"), "{page}");
}

#[test]
fn an_export_that_lacks_something_says_what_and_writes_nothing() {
    let mut reader = results_of(140).start();
    reader.keys("d").keys("X").keys("jjjjj<Enter>");
    assert!(
        reader.foot().starts_with("not written: claimdesk.toml: no `name`"),
        "{}",
        reader.foot()
    );
    assert!(!reader.root().join("exports/claimreview.json").exists());
    reader.keys("X").keys("jjjjjj<Enter>");
    assert!(reader.root().join("exports/brat/a.ann").exists(), "{}", reader.foot());
}

#[test]
fn a_note_on_an_article_is_written_from_the_list_and_taken_back() {
    let mut reader = desk(&[("a.txt", TEXT)]).size(120, 30).start();
    reader.keys("<Esc>").keys("n").typed("À relire.").keys("<Ctrl-S>");
    assert!(reader.foot().starts_with("note saved"), "{}", reader.foot());
    assert!(
        reader.shows("Note on the article") && reader.shows("À relire."),
        "{}",
        reader.screen()
    );
    assert!(reader.files().contains("\"note\": \"À relire.\""), "{}", reader.files());
    assert!(!reader.keys("U").shows("À relire.") || reader.foot().contains("undone"));
    assert!(!reader.files().contains("À relire."), "{}", reader.files());
}

#[test]
fn a_desk_that_needs_evidence_asks_for_it_and_gives_the_verdict() {
    let setting = desk(&[("a.txt", TEXT)]).size(120, 30).settings(|settings| {
        settings.labels[1].needs = vec![claimdesk::core::annotation::Need::Evidence];
        settings.labels[1].help = "Une source dit le contraire.".to_owned();
    });
    let mut reader = setting.start();
    assert!(reader.shows("Une source dit le"), "{}", reader.screen());
    reader.keys("d");
    assert!(reader.foot().contains("needs evidence"), "{}", reader.foot());
    assert!(reader.files().contains("\"disputed\""), "{}", reader.files());
    reader.keys("k");
    assert!(reader.shows("needs evidence"), "{}", reader.screen());
    reader.keys("e").paste("https://example.org/a").keys("<Enter>");
    assert!(!reader.shows("needs evidence"), "{}", reader.screen());
}

#[test]
fn a_claim_in_short_is_bounded() {
    let mut reader = desk(&[("a.txt", TEXT)]).size(120, 30).start();
    reader.keys(":claim-in<Enter>").typed(&"x".repeat(80)).keys("<Enter>");
    assert_eq!(reader.foot(), "At most 75 characters");
    reader.keys(&"<Backspace>".repeat(120)).typed("300 morts").keys("<Enter>");
    assert!(reader.foot().starts_with("claim in short saved"), "{}", reader.foot());
    assert!(reader.files().contains("\"short\": \"300 morts\""), "{}", reader.files());
}

#[test]
fn documents_among_the_articles_are_offered_and_imported() {
    let setting = desk(&[("a.txt", TEXT)]).size(120, 30);
    setting.file("seeds/note.md", "# Le pont\n\nIl mesure 212 mètres.\n".as_bytes());
    setting.file("seeds/film.srt", b"1\n00:00:01,000 --> 00:00:02,000\n12 morts.\n");
    let mut reader = setting.start();
    assert!(reader.shows("2 files of other kinds"), "{}", reader.screen());
    reader.change("seeds/mail.eml", b"Subject: Le pont\n\nIl mesure 212 m.\n");
    assert!(reader.shows("3 files of other kinds"), "{}", reader.screen());
    std::fs::remove_file(reader.root().join("seeds/mail.eml")).unwrap();
    reader.noticed("seeds/mail.eml");
    let shown = reader.keys("I").screen();
    assert!(shown.contains("2 documents") && shown.contains("note.md"), "{shown}");
    assert!(reader.foot().contains("Enter choose"), "{}", reader.foot());
    reader.keys("<Enter>");
    assert_eq!(reader.foot(), "2 imported; the originals are kept");
    for file in ["note.txt", "note.source.json", "film.txt"] {
        assert!(reader.root().join("seeds").join(file).exists(), "{file}");
    }
    reader.noticed("seeds/note.txt");
    reader.change("seeds/page.html", b"<b>Kurz, 212 m.</b>");
    reader.keys("I<Enter>");
    assert_eq!(
        reader.foot(),
        "1 imported; page.html: no article stands out in the page; look through the text"
    );
    reader.noticed("seeds/page.txt");
    assert!(!reader.shows("other kind"), "{}", reader.screen());
    assert!(reader.keys("I").foot().starts_with("Nothing to import"), "{}", reader.foot());
}

#[test]
fn the_list_leaves_a_row_for_documents_that_could_be_imported() {
    let articles: Vec<_> = (0..9).map(|n| (format!("{n}.txt"), format!("Texte {n}."))).collect();
    let articles: Vec<_> = articles.iter().map(|(name, text)| (&**name, &**text)).collect();
    let setting = desk(&articles).size(110, 12);
    setting.file("seeds/page.html", b"<p>Il mesure 212 m.</p>");
    let mut reader = setting.start();
    // The last article is in sight when it is selected, whatever stands below it.
    reader.keys("<Shift-Tab><End>").check_pane(
        "Articles",
        expect![[r#"
        ▌Articles               9/9
          Texte 5.              0/0
          5.txt
          Texte 6.              0/0
          6.txt
          Texte 7.              0/0
          7.txt
        ▌ Texte 8.              0/0
        ▌ 8.txt
          1 file of another kind ·
          I to import
    "#]],
    );
}

#[test]
fn where_an_article_comes_from_is_told_in_a_form() {
    let setting = desk(&[("a.txt", TEXT), ("b.txt", TEXT)]).size(120, 30);
    let source = r#"{ "format": "claimdesk-source/1", "outlet": "Le Soir", "conflict": [{ "outlet": "Le Matin" }], "x": 1 }"#;
    setting.file("seeds/b.source.json", source.as_bytes());
    let mut reader = setting.start();
    reader.keys("<Shift-Tab>je").check_dialog(expect![[r#"
        ╭─ Where it comes from: b.txt ─────────────────────────────────────────────────────╮
        │ ▌Title                                                                           │
        │  Outlet     Le Soir                                                              │
        │  Author                                                                          │
        │  Published                                                                       │
        │  Address                                                                         │
        │  Language                                                                        │
        ╰──────────────────────────────────────────────────────────────────────────────────╯
    "#]]);
    reader.keys("<Tab><Ctrl-U>").typed("Le Monde").keys("<Tab>").typed("A. Roux; B. Petit");
    reader.keys("<Tab>").typed("hier").keys("<Enter>");
    assert_eq!(reader.foot(), "Write the day as 2026-11-21");
    reader.keys("<Ctrl-U>").typed("2024-10-23").keys("<Enter>");
    assert_eq!(reader.foot(), "Written for all: seeds/b.source.json");
    assert!(reader.shows("Le Monde · 23 Oct 2024"), "{}", reader.screen());
    let written = fs::read_to_string(reader.root().join("seeds/b.source.json")).unwrap();
    let written: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_eq!(written["outlet"], "Le Monde");
    assert_eq!(written["author"], serde_json::json!(["A. Roux", "B. Petit"]));
    assert_eq!((&written["x"], &written["title"]), (&1.into(), &serde_json::Value::Null));
    assert!(written.get("conflict").is_none(), "{written}");
    // Nothing changed, nothing written.
    let before =
        fs::metadata(reader.root().join("seeds/b.source.json")).unwrap().modified().unwrap();
    reader.keys("e<Enter>");
    let after =
        fs::metadata(reader.root().join("seeds/b.source.json")).unwrap().modified().unwrap();
    assert_eq!(before, after);
}

#[test]
fn what_is_typed_into_the_form_of_a_source_stays_with_its_article() {
    for keep in ["<Esc>", "<Enter>"] {
        let mut reader = desk(&[("a.txt", TEXT), ("b.txt", TEXT)]).size(120, 30).start();
        reader.keys("<Shift-Tab>je<Tab>").typed("Le Soir").keys("<Ctrl-C>");
        assert!(reader.foot().contains("the draft is kept"), "{}", reader.foot());
        // The form of another article knows nothing of it.
        assert!(!reader.keys("ke").shows("Le Soir"), "{}", reader.screen());
        assert!(reader.keys("<Esc>je").shows("Le Soir"), "{}", reader.screen());
        assert_eq!(reader.keys(keep).foot(), "Written for all: seeds/b.source.json");
    }
}

#[test]
fn a_claim_of_a_recording_tells_when_it_was_said() {
    let setting = desk(&[("a.txt", "Bonjour à tous. ⟦300 soldats sont morts⟧.")]).size(120, 30);
    let source = r#"{ "format": "claimdesk-source/1", "times": [[0, 1000], [16, 723500]] }"#;
    setting.file("seeds/a.source.json", source.as_bytes());
    let mut reader = setting.start();
    assert!(reader.shows("said at 0:12:03"), "{}", reader.screen());
    reader.keys("d");
    assert!(reader.shows("said at 0:12:03"), "{}", reader.screen());
}
