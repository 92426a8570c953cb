//! Pages, documents and mails become articles: files in, files out.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use claimdesk::core::annotation::BlobId;
use expect_test::expect;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A page as a newspaper's site serves it.
fn page(words: &str) -> String {
    let told = "Le pont a été détruit dans la nuit, selon la préfecture. ".repeat(6);
    let paragraph = format!("<p>{words} {told}</p>");
    format!(
        r#"<!doctype html><html lang="fr"><head><title>Un pont détruit - Le Temps</title>
<meta property="og:title" content="Un pont détruit"><meta property="og:site_name" content="Le Temps">
<meta property="article:published_time" content="2024-10-23T08:30:00+02:00">
<link rel="canonical" href="https://letemps.example/pont"></head>
<body><nav><a href="/">Accueil</a></nav><article><h1>Un pont détruit</h1>{}</article></body></html>"#,
        paragraph.repeat(6)
    )
}

const MAIL: &str = "From: Zoé <zoe@example.org>\r\nSubject: Le pont\r\n\
    Date: Wed, 23 Oct 2024 08:30:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
    Le pont a été détruit le 22 octobre.\r\n";

/// A folder with files.
struct Folder {
    dir: TempDir,
}

struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = Self { dir: tempfile::tempdir().unwrap() };
        for (name, bytes) in files {
            folder.put(name, bytes);
        }
        folder
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn run(&self, args: &[&str], input: &[u8]) -> Said {
        let mut child = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
            .env_clear()
            .env("HOME", self.dir.path().join("home"))
            .env("PATH", "/usr/bin:/bin")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .current_dir(self.dir.path())
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // It may end without reading.
        let _ = child.stdin.take().unwrap().write_all(input);
        let done = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said { code: done.status.code().unwrap(), out: text(done.stdout), err: text(done.stderr) }
    }

    /// Runs what succeeds without a warning.
    #[track_caller]
    fn ok(&self, args: &[&str]) -> String {
        let said = self.run(args, b"");
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{args:?}");
        said.out
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.dir.path().join(name)).unwrap()
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.text(name)).unwrap()
    }

    /// All files below the folder, sorted.
    fn files(&self) -> Vec<String> {
        let (mut found, mut open) = (Vec::new(), vec![self.dir.path().to_owned()]);
        while let Some(folder) = open.pop() {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    open.push(path);
                } else {
                    let below = path.strip_prefix(self.dir.path()).unwrap();
                    found.push(below.to_str().unwrap().replace('\\', "/"));
                }
            }
        }
        found.sort_unstable();
        found
    }
}

#[test]
fn a_page_becomes_an_article_with_its_origin_and_the_page_is_kept() {
    let page = page("Trois cents personnes ont été évacuées.");
    let desk =
        Folder::new(&[("seeds/a.txt", b"Il pleut.\n"), ("in/Une Page.html", page.as_bytes())]);
    let said = desk.ok(&["import", "in/Une Page.html"]);
    expect![[r#"
        seeds/une-page.txt ← Une Page.html (Le Temps · 2024-10-23)
    "#]]
    .assert_eq(&said);
    let text = desk.text("seeds/une-page.txt");
    assert!(text.contains("Trois cents personnes") && !text.contains("Accueil"), "{text}");
    let mut origin = desk.json("seeds/une-page.source.json");
    let accessed = origin["accessed"].take();
    assert!(accessed.as_str().unwrap().parse::<jiff::Timestamp>().is_ok());
    assert_eq!(
        origin,
        json!({
            "format": "claimdesk-source/1", "title": "Un pont détruit", "outlet": "Le Temps",
            "published": "2024-10-23T08:30:00+02:00", "url": "https://letemps.example/pont",
            "lang": "fr", "accessed": null,
            "original": {"file": "originals/une-page.html", "blob": BlobId::of(page.as_bytes()).0},
            "extractor": "html/3",
        })
    );
    assert_eq!(desk.text("originals/une-page.html"), page);
    assert!(desk.ok(&["list"]).contains("(Le Temps · 2024-10-23)"));
    let rows: Value = serde_json::from_str(&desk.ok(&["list", "--format", "json"])).unwrap();
    assert_eq!(rows[1]["title"], "Un pont détruit");
    assert_eq!(rows[1]["outlet"], "Le Temps");
    assert_eq!(rows[1]["url"], "https://letemps.example/pont");
}

#[test]
fn nothing_is_overwritten_and_an_original_is_kept_once() {
    let page = page("Un.");
    let desk = Folder::new(&[
        ("seeds/page.txt", b"Mine.\n"),
        ("page.html", page.as_bytes()),
        (
            "other/page.html",
            b"<html><body><p>Un autre texte sur la pluie de mai.</p></body></html>",
        ),
    ]);
    let said = desk.run(&["import", "page.html", "page.html", "--outlet", "Le Soir"], b"");
    let twin = "warning: page.html: the same file is an article already: page-2.txt\n";
    assert_eq!((said.code, said.err.as_str()), (0, twin));
    desk.run(&["import", "other/page.html"], b"");
    assert_eq!(desk.text("seeds/page.txt"), "Mine.\n");
    expect![[r#"
        [
            "originals/page-2.html",
            "originals/page.html",
            "other/page.html",
            "page.html",
            "seeds/page-2.source.json",
            "seeds/page-2.txt",
            "seeds/page-3.source.json",
            "seeds/page-3.txt",
            "seeds/page-4.source.json",
            "seeds/page-4.txt",
            "seeds/page.txt",
        ]
    "#]]
    .assert_debug_eq(&desk.files());
    assert_eq!(desk.json("seeds/page-2.source.json")["outlet"], "Le Soir");
}

#[test]
fn an_empty_folder_gets_seeds_and_one_of_texts_stays_as_it_is() {
    for (files, article) in [
        (&[("m.eml", MAIL.as_bytes())][..], "seeds/m.txt"),
        (&[("m.eml", MAIL.as_bytes()), ("a.txt", b"Il pleut.\n")], "m.txt"),
    ] {
        let desk = Folder::new(files);
        desk.ok(&["import", "--no-original", "m.eml"]);
        assert!(desk.text(article).contains("Le pont a été détruit"), "{article}");
        assert!(!desk.dir.path().join("originals").exists());
        let origin = desk.json(&article.replace(".txt", ".source.json"));
        assert_eq!(origin["title"], "Le pont");
        assert_eq!(origin["original"], json!({"blob": BlobId::of(MAIL.as_bytes()).0}));
    }
}

#[test]
fn what_lies_beside_the_articles_is_told_until_it_is_imported() {
    let page = page("Un.");
    let desk = Folder::new(&[
        ("a.txt", b"Il pleut.\n"),
        ("Une page.html", page.as_bytes()),
        ("sub/lettre.eml", MAIL.as_bytes()),
    ]);
    expect![[r#"
           0/0    a.txt  Il pleut.
        2 files of other kinds (eml, html) · `claimdesk import` reads them
    "#]]
    .assert_eq(&desk.ok(&["list"]));
    desk.ok(&["import", "Une page.html"]);
    assert!(
        desk.ok(&["list"])
            .ends_with("1 file of another kind (eml) · `claimdesk import` reads it\n")
    );
    // A folder is imported as often as one likes: what is there stays.
    let said = desk.run(&["import", "."], b"");
    assert_eq!((said.code, said.err.as_str()), (0, "Une page.html: imported already\n"));
    assert_eq!(said.out, "lettre.txt ← lettre.eml (2024-10-23)\n");
    assert!(!desk.ok(&["list"]).contains("import"));
    let said = desk.run(&["import"], b"");
    assert!(
        (said.code, &*said.out) == (0, "") && said.err.starts_with("Nothing to import"),
        "{}",
        said.err
    );
    // What the hint says is a command, too.
    desk.put("sub/note.md", "# Le pont\n\nIl mesure 212 m.\n".as_bytes());
    assert_eq!(desk.ok(&["import"]), "note.txt ← note.md\n");
}

#[test]
fn each_file_that_cannot_be_read_is_named_and_leaves_nothing() {
    let desk = Folder::new(&[
        ("seeds/a.txt", b"Il pleut.\n"),
        ("deep.html", "<div>".repeat(2000).as_bytes()),
        ("empty.html", b""),
        ("broken.docx", b"PK\x03\x04 no"),
        ("tool.exe", b"MZ"),
        ("noise.txt", b"\0\0\0\x01"),
        ("m.eml", MAIL.as_bytes()),
        ("nothing/readme", b""),
    ]);
    let named =
        ["deep.html", "empty.html", "broken.docx", "tool.exe", "noise.txt", "gone.html", "nothing"];
    let said = desk.run(&[&["import"][..], &named, &["seeds/a.txt", "m.eml"]].concat(), b"");
    assert_eq!(said.code, 1);
    assert_eq!(said.out, "seeds/m.txt ← m.eml (2024-10-23)\n");
    let lines: Vec<_> = said.err.lines().collect();
    for (name, line) in named.iter().zip(&lines) {
        assert!(line.starts_with(&format!("{name}: ")), "{line}");
    }
    assert_eq!(lines[7], "a.txt: it is an article of this desk already");
    assert_eq!(lines[8], "error: 8 of 9 not imported");
    let made: Vec<_> =
        desk.files().into_iter().filter(|name| name.starts_with(['s', 'o'])).collect();
    assert_eq!(made, ["originals/m.eml", "seeds/a.txt", "seeds/m.source.json", "seeds/m.txt"]);
}

#[test]
fn a_text_on_standard_input_is_taken_with_what_is_said_of_it() {
    let desk = Folder::new(&[("seeds/a.txt", b"Il pleut.\n")]);
    let told = ["--title", "La crue", "--published", "23 octobre 2024", "--author", "Max Renn"];
    let said =
        desk.run(&[&["import", "-"][..], &told].concat(), "La Seine a débordé.\n".as_bytes());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(desk.text("seeds/la-crue.txt"), "La Seine a débordé.\n");
    let origin = desk.json("seeds/la-crue.source.json");
    assert_eq!(origin["published"], "2024-10-23");
    assert_eq!(origin["author"], json!(["Max Renn"]));
    assert_eq!(desk.text("originals/la-crue.txt"), "La Seine a débordé.\n");
    let page = page("Deux.");
    assert_eq!(desk.run(&["import", "-"], page.as_bytes()).code, 0);
    assert!(desk.text("seeds/un-pont-detruit.txt").contains("Deux."));
}

#[test]
fn people_say_where_an_article_comes_from() {
    let desk = Folder::new(&[
        ("seeds/a.txt", b"Il pleut.\n"),
        ("seeds/b.txt", b"Il neige.\n"),
        ("seeds/b.source.json", b"{\"paywall\": true, \"format\": \"claimdesk-source/1\", \"url\": \"https://x.example\"}"),
    ]);
    assert_eq!(desk.ok(&["source", "a"]), "nothing is known\n");
    desk.ok(&["source", "a", "--outlet", "Le Temps", "--published", "2024-10-23"]);
    desk.ok(&["source", "b", "--url", "", "--author", "Zoé", "--author", "Max"]);
    expect![[r#"
        author     Zoé, Max
        paywall    true
    "#]]
    .assert_eq(&without_time(&desk.ok(&["source", "b"])));
    let list = "   0/0    a.txt  Il pleut.  (Le Temps · 2024-10-23)\n   0/0    b.txt  Il neige.\n";
    assert_eq!(desk.ok(&["list"]), list);
    for (args, words) in [
        (["--published", "soon"], "`soon` is no date"),
        (["--url", "javascript:alert(1)"], "is no address of a page"),
    ] {
        let said = desk.run(&[&["source", "a"][..], &args].concat(), b"");
        assert!(said.code == 2 && said.err.contains(words), "{}", said.err);
    }
    desk.put("seeds/b.source.json", b"{\n<<<<<<< ours\n");
    let said = desk.run(&["source", "b", "--outlet", "X"], b"");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("b.source.json: line 2"), "{}", said.err);
    assert_eq!(desk.text("seeds/b.source.json"), "{\n<<<<<<< ours\n");
    let said = desk.run(&["check"], b"");
    assert!(said.out.starts_with("seeds/b.source.json:2:1: error: "), "{}", said.out);
}

#[cfg(unix)]
#[test]
fn no_link_leads_an_import_out_of_the_desk() {
    let outside = Folder::new(&[("x.json", b"{}")]);
    let desk = Folder::new(&[("seeds/a.txt", b"Il pleut.\n"), ("m.eml", MAIL.as_bytes())]);
    let link = |to: &Path, name: &str| {
        std::os::unix::fs::symlink(to, desk.dir.path().join(name)).unwrap();
    };
    link(outside.dir.path(), "originals");
    link(&outside.dir.path().join("x.json"), "seeds/a.source.json");
    let said = desk.run(&["import", "m.eml"], b"");
    assert!(said.code == 1 && said.err.contains("leaves the desk"), "{}", said.err);
    let said = desk.run(&["source", "a", "--outlet", "X"], b"");
    assert!(said.code == 1 && said.err.contains("leaves the desk"), "{}", said.err);
    assert_eq!(outside.files(), ["x.json"]);
    assert_eq!(outside.text("x.json"), "{}");
    assert!(!desk.dir.path().join("seeds/m.txt").exists());
}

#[test]
fn a_pdf_is_read_where_its_program_is_installed() {
    let desk = Folder::new(&[("seeds/a.txt", b"Il pleut.\n"), ("x.pdf", b"%PDF-1.4 broken")]);
    let said = desk.run(&["import", "x.pdf"], b"");
    assert_eq!(said.code, 1);
    assert!(said.err.starts_with("x.pdf: "), "{}", said.err);
    assert_eq!(desk.files(), ["seeds/a.txt", "x.pdf"]);
}

#[test]
fn a_text_taken_out_again_is_shown_with_the_fate_of_each_verdict_before_it_is_written() {
    let folder = Folder::new(&[("page.html", page("Onze voitures étaient dessus.").as_bytes())]);
    folder.ok(&["import", "page.html"]);
    let name = "seeds/page.txt";
    assert_eq!(folder.ok(&["import", "--again"]), "page.txt: unchanged\n");
    // As if an older extractor had read it.
    let old = folder.text(name).replacen("Onze voitures", "Douze camions", 1);
    folder.put(name, old.as_bytes());
    for (quote, verdict) in [("Douze camions étaient dessus", "d"), ("selon la préfecture", "c")]
    {
        let quote = ["mark", "page", "--quote", quote, "--verdict", verdict, "--annotator", "Zoé"];
        folder.run(&quote, b"");
    }
    let told = folder.ok(&["import", "--again", "page"]);
    for line in [
        "- Douze camions étaient dessus.",
        "+ Onze voitures étaient dessus.",
        "nothing was written",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert!(!told.contains('␊'), "{told}");
    assert!(folder.ok(&["source", "page"]).contains("original   originals/page.html\n"));
    assert!(told.contains("firm → ") && told.contains("Zoé · disputed · “Douze camions"), "{told}");
    assert_eq!(folder.text(name), old);
    folder.ok(&["import", "--again", "page", "--write"]);
    assert!(folder.text(name).contains("Onze voitures étaient dessus."));
}

#[test]
fn an_export_of_many_articles_becomes_one_each_and_is_kept_once() {
    let export = "Le pont ferme\n543 mots\n23 octobre 2024\nLe Courrier\n\nLe pont de Pau ferme.\n\nDocument LCOUR0002\n\n\
                  Il rouvre\n210 mots\n24 octobre 2024\nLe Matin\n\nIl rouvre.\n\nDocument LMAT0001\n";
    let folder = Folder::new(&[("factiva.txt", export.as_bytes())]);
    folder.ok(&["-C", "desk", "init", "desk"]);
    folder.ok(&["-C", "desk", "import", "--split", "factiva", "factiva.txt"]);
    let files = folder.files();
    let made: Vec<_> = files.iter().filter(|file| file.contains("/seeds/")).collect();
    assert_eq!(
        made,
        [
            "desk/seeds/il-rouvre.source.json",
            "desk/seeds/il-rouvre.txt",
            "desk/seeds/le-pont-ferme.source.json",
            "desk/seeds/le-pont-ferme.txt"
        ]
    );
    assert_eq!(files.iter().filter(|file| file.contains("/originals/")).count(), 1, "{files:?}");
    let source = folder.json("desk/seeds/il-rouvre.source.json");
    assert_eq!(
        (&source["outlet"], &source["published"]),
        (&json!("Le Matin"), &json!("2024-10-24"))
    );
    // Its original would give the text of both.
    let again = folder.run(&["-C", "desk", "import", "--again", "il-rouvre"], b"");
    assert!(again.err.contains("its original holds many articles"), "{}", again.err);
    let said = folder.run(&["-C", "desk", "import", "--split", "half", "factiva.txt"], b"");
    assert!(said.err.contains("begin:WORDS"), "{}", said.err);
}

#[test]
fn of_two_values_of_an_origin_both_are_kept_until_somebody_chooses() {
    let folder = Folder::new(&[("seeds/a.txt", b"Un texte.\n"), ("seeds/b.txt", b"Un autre.\n")]);
    let file = |more: &str| format!("{{\n  \"format\": \"claimdesk-source/1\",\n{more}}}\n");
    let ours = "  \"outlet\": \"A\",\n  \"updated\": \"2026-11-20T10:00:00Z\"\n";
    let theirs = "  \"outlet\": \"B\",\n  \"updated\": \"2026-11-21T10:00:00Z\"\n";
    let markers = file(&format!("<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\n"));
    folder.put("seeds/a.source.json", markers.as_bytes());
    let said = folder.ok(&["source", "a"]);
    assert!(said.contains("outlet     B\n") && said.contains("conflict   outlet: A\n"), "{said}");
    // git's driver does the same with three files.
    folder.put("base", file("  \"lang\": \"fr\"\n").as_bytes());
    folder.put("ours", file(ours).as_bytes());
    folder.put("theirs", file(theirs).as_bytes());
    folder.ok(&["merge-driver", "base", "ours", "theirs", "seeds/b.source.json"]);
    folder.put("seeds/b.source.json", folder.text("ours").as_bytes());
    assert_eq!(folder.json("ours")["conflict"], json!([{ "outlet": "A" }]));
    let said = folder.run(&["check"], b"");
    assert!(
        said.code == 1 && said.out.contains("`outlet` has two values, \"B\" and \"A\""),
        "{}",
        said.out
    );
    for article in ["a", "b"] {
        folder.ok(&["source", article, "--outlet", "A"]);
        let source = folder.json(&format!("seeds/{article}.source.json"));
        assert_eq!((&source["outlet"], &source["conflict"]), (&json!("A"), &Value::Null));
    }
    assert_eq!(folder.run(&["check"], b"").code, 0);
}

/// The lines that do not tell when it was run.
fn without_time(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !line.starts_with("updated ")).collect()
}

#[test]
fn import_changes_no_figure_and_keeps_what_is_quoted() {
    let words = "Elle a compté 1 240<sup>3</sup> familles en 2024.<sup><a href='#n'>2</a></sup> Il y a \
        <del>300</del> <ins>400</ins> blessés sur 40 m<sup>2</sup>, dit-elle : <q>Rien à dire.</q>";
    let markdown =
        "Elle a compté 1 240<sup>3</sup> familles, ~~300~~ 400 blessés.\n\n1. un\n2. deux\n";
    let desk = Folder::new(&[
        ("seeds/a.txt", b"Il pleut.\n"),
        ("page.html", page(words).as_bytes()),
        ("note.md", markdown.as_bytes()),
    ]);
    desk.ok(&["import", "page.html", "note.md"]);
    let text = desk.text("seeds/page.txt");
    let told = "Elle a compté 1 240[3] familles en 2024.[2] Il y a 400 blessés sur 40 m², dit-elle : «\u{a0}Rien à dire.\u{a0}»";
    assert!(text.contains(told), "{text}");
    assert_eq!(
        desk.text("seeds/note.txt"),
        "Elle a compté 1 240[3] familles, 400 blessés.\n\n1. un\n2. deux\n"
    );
}

#[test]
fn a_text_whose_letters_are_uncertain_is_told() {
    let pound = b"Fine\n\nThe firm was fined \xA31.2 million on Friday, the regulator said.\n";
    let polish = b"Prezydent powiedzia\xB3 w pi\xB9tek, \xBFe zgin\xEA\xB3o 12 os\xF3b.\n";
    let desk =
        Folder::new(&[("seeds/a.txt", b"Il pleut.\n"), ("uk.txt", pound), ("pl.txt", polish)]);
    let said = desk.run(&["import", "uk.txt"], b"");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(desk.text("seeds/uk.txt").contains("fined £1.2 million"));
    let said = desk.run(&["import", "pl.txt"], b"");
    let told = "warning: pl.txt: the encoding of its letters was guessed";
    assert!(said.code == 0 && said.err.starts_with(told), "{}", said.err);
    fs::write(desk.dir.path().join("seeds/pl2.txt"), polish).unwrap();
    let check = desk.run(&["check"], b"");
    assert!(check.out.contains("seeds/pl2.txt: warning: read as "), "{}", check.out);
}

#[test]
fn a_page_that_is_cut_for_those_who_do_not_pay_is_told() {
    let wall = "<p>Il vous reste 35 % de cet article à lire. La suite est réservée aux abonnés.</p></article>";
    let page = page("Un.").replace("</article>", wall);
    let desk = Folder::new(&[("seeds/a.txt", b"Il pleut.\n"), ("page.html", page.as_bytes())]);
    let said = desk.run(&["import", "page.html"], b"");
    let warning =
        "warning: page.html: the text is cut: the page says that the rest is for subscribers\n";
    assert_eq!((said.code, said.err.as_str()), (0, warning));
    assert!(!desk.text("seeds/page.txt").contains("35 %"));
}
