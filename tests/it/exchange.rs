//! What each format looks like, file by file; and that nothing which people or articles say becomes
//! part of it: in every field stands what would be a formula, a tag, an entity, a link.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use expect_test::expect_file;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::claimdesk;

/// What a field must survive.
const EVIL: &str = "=SUM(A1) <script>alert(1)</script> \"x\" 'y' & ]]> `c` | [l](javascript:x) ![i](//x.org) \u{202e}é";

/// An address that a browser would be given.
const HOSTILE: &str = "https://example.org/\"><script>alert('1')</script>{a}|b^`&x=é";

const A: &str = "Le pont de Pau\n\nLe pont de Pau mesure 212 mètres depuis 1998 🌉.\n\nIl a coûté 45 millions d’euros.\n\n\
                 La ville compte 77 000 habitants.\n";

/// Windows line ends, a claim over one of them, letters of two and more code points, right to left.
fn b() -> String {
    format!(
        "{EVIL}\r\n\r\n300 pompiers 👩‍🚒 de Pau\r\nsont venus en 2024 {EVIL}.\r\n\r\nقال الوزير إن 45 شخصا وصلوا.\r\n"
    )
}

const CONFIG: &str = r#"
[labels.misleading]
en = "<b>\"mis\" | leading"
fr = "trompeur"
help = "=1+1 <img src=x onerror=alert(1)> & | pipe"

[publish]
name = "Rédaction <i>\"&"
url = "https://example.org"
page = "https://example.org/{article}#{claim}"

[team]
per-article = 2

[team.people.zoe]
name = "Zoé <script>"

[team.people.max]
name = "Max =1"
role = "editor"
"#;

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let b = b();
        desk.write("claimdesk.toml", CONFIG);
        desk.write("seeds/a.txt", A);
        desk.write("seeds/sub dir/b.txt", &b);
        desk.write("seeds/a.source.json", &json!({
            "format": "claimdesk-source/1", "title": "Le pont de Pau", "outlet": "Le Courrier", "author": ["A. Petit"],
            "published": "2024-10-23", "url": "https://courrier.example/pont?a=1&b=2", "lang": "fr",
        }).to_string());
        desk.write(
            "seeds/sub dir/b.source.json",
            &json!({
                "format": "claimdesk-source/1", "title": EVIL, "outlet": EVIL, "author": [EVIL],
                "published": "2024-10-24", "url": HOSTILE,
            })
            .to_string(),
        );
        let evidence = json!({
            "stance": "supports", "url": "https://mairie.example/plan?x=1&y=2", "title": "Plan de 1997", "quote": "212 m",
            "accessed": "2024-11-02", "archived": "originals/plan.html", "archive-url": "https://archive.example/plan",
        });
        let hostile = json!([
            { "stance": "refutes", "url": HOSTILE, "title": EVIL, "quote": EVIL,
              "archived": EVIL, "archive-url": "javascript:alert(1)" },
            { "stance": "context", "article": EVIL, "quote": EVIL },
        ]);
        let bridge = "Le pont de Pau mesure 212 mètres depuis 1998 🌉";
        let cost = "Il a coûté 45 millions d’euros";
        let people = "La ville compte 77 000 habitants";
        let firemen = "300 pompiers 👩‍🚒 de Pau\r\nsont venus en 2024";
        desk.book("zoe", "a.txt", "À relire.", &[
            said(A, bridge, &json!({ "verdict": "corroborated", "note": "Plan : 212 m.", "tags": ["pont"], "evidence": [evidence] })),
            said(A, cost, &json!({ "verdict": "disputed", "note": "Sans les accès ?" })),
            said(A, people, &json!({ "verdict": "disputed" })),
        ]);
        desk.book(
            "max",
            "a.txt",
            "",
            &[
                said(A, bridge, &json!({ "verdict": "corroborated" })),
                said(
                    A,
                    cost,
                    &json!({ "short": "Le pont a coûté 45 millions", "final": {
                "verdict": "misleading", "why": "Sans les accès.", "at": "2026-11-21T09:00:00Z",
                "over": { "zoe/k000001": "disputed" } } }),
                ),
                said(A, people, &json!({ "verdict": "corroborated" })),
            ],
        );
        desk.book("zoe", "sub dir/b.txt", EVIL, &[
            said(&b, firemen, &json!({ "verdict": "disputed", "note": EVIL, "tags": [EVIL], "evidence": hostile, "short": EVIL })),
            said(&b, "قال الوزير إن 45 شخصا وصلوا", &json!({ "verdict": "unverified", "note": "نعم" })),
            json!({ "verdict": "disputed", "exact": "xyzzy <b>quux</b> plugh", "start": 3, "end": 9, "note": EVIL }),
        ]);
        desk.book("max", "sub dir/b.txt", "", &[said(&b, firemen, &json!({ "verdict": "=x<y>" }))]);
        desk
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn book(&self, folder: &str, article: &str, note: &str, all: &[Value]) {
        let mut annotations = serde_json::Map::new();
        for (i, said) in all.iter().enumerate() {
            let mut said = said.clone();
            said["created"] = "2026-11-20T10:12:03Z".into();
            said["updated"] = "2026-11-20T10:15:44Z".into();
            annotations.insert(format!("k{i:06}"), said);
        }
        let book = json!({
            "format": "claimdesk/1", "article": article, "annotator": folder, "note": note, "annotations": annotations,
        });
        self.write(&format!("annotations/{folder}/{article}.json"), &book.to_string());
    }

    fn run(&self, args: &[&str]) {
        let out = claimdesk(self.0.path(), "zoe", args);
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    }

    fn export(&self, format: &str, out: &str) -> Vec<String> {
        self.run(&["export", "--to", format, "-o", out]);
        let mut files = Vec::new();
        let at = self.0.path().join(out);
        if at.is_dir() {
            list(&at, &mut files);
        } else {
            files.push(at.display().to_string());
        }
        files.sort();
        files
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }
}

/// What somebody says of these words of a text.
fn said(text: &str, exact: &str, more: &Value) -> Value {
    let at = text.find(exact).unwrap();
    let start = text[..at].chars().count();
    let mut said = json!({ "exact": exact, "start": start, "end": start + exact.chars().count() });
    said.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    said
}

fn list(folder: &Path, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { list(&path, files) } else { files.push(path.display().to_string()) }
    }
}

/// The files that each format is made of, by the names under which they are kept here.
const FILES: [(&str, &str); 8] = [
    ("csv", "verdicts.csv"),
    ("jsonl", "verdicts.jsonl"),
    ("w3c", "annotations.jsonl"),
    ("claimreview", "claimreview.json"),
    ("brat", "brat"),
    ("doccano", "doccano.jsonl"),
    ("label-studio", "studio"),
    ("cas", "cas"),
];

#[track_caller]
fn is_golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/exchange").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
    }
    // The carriage returns of a table are seen, and survive git.
    expect_file![path].assert_eq(&text.replace('\r', "␍"));
}

/// A file of a packed project.
fn unpacked(path: &Path, name: &str) -> String {
    let mut packed = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    std::io::read_to_string(packed.by_name(name).unwrap()).unwrap()
}

#[test]
fn each_format_is_written_as_its_golden_files_show() {
    let desk = Desk::new();
    for (format, out) in FILES {
        for file in desk.export(format, out) {
            let name = Path::new(&file).strip_prefix(desk.0.path()).unwrap().display().to_string();
            is_golden(
                &name.replace(std::path::MAIN_SEPARATOR, "/"),
                &fs::read_to_string(&file).unwrap(),
            );
        }
    }
    desk.run(&["export", "--to", "refi-qda", "-o", "project.qdpx"]);
    let project = unpacked(&desk.0.path().join("project.qdpx"), "project.qde");
    // The project's name is that of the folder, and it is made now.
    let head = project.find("<Users>").unwrap();
    is_golden("project.qde", &project[head..]);
    for lang in ["en", "fr"] {
        desk.run(&["report", "--lang", lang, "-o", "report.html"]);
        let page = desk.read("report.html");
        let main = page.find("<main>").unwrap()..page.find("</main>").unwrap();
        is_golden(&format!("report.{lang}.html"), &page[main]);
        desk.run(&["report", "--lang", lang, "-o", "report.md"]);
        let page = desk.read("report.md");
        is_golden(&format!("report.{lang}.md"), &page[page.find("\n\n").unwrap()..]);
    }
}

/// What a report is made of; anything else would have come out of an article or a note.
const ELEMENTS: &str = "html head meta title style body header main footer article section nav h1 h2 h3 p div span a b br q sup \
                        blockquote ul ol li svg rect";
const ATTRIBUTES: &str = "lang charset http-equiv content name id class dir href rel aria-label role viewbox preserveaspectratio \
                          x y width height";

#[test]
fn a_report_has_no_element_and_no_attribute_that_content_brought() {
    let desk = Desk::new();
    desk.run(&["report", "-o", "report.html"]);
    let page = dom_query::Document::from(desk.read("report.html"));
    let mut told = 0;
    for node in page.select("*").nodes() {
        let name = node.node_name().unwrap().to_lowercase();
        assert!(ELEMENTS.split_whitespace().any(|known| known == name), "<{name}>");
        for attribute in node.attrs() {
            let name = attribute.name.local.to_lowercase();
            assert!(ATTRIBUTES.split_whitespace().any(|known| known == name), "{name}=");
            let value = attribute.value.to_string();
            let leads = value.starts_with("https://") || value.starts_with('#');
            assert!(name != "href" || leads, "{value}");
            told += usize::from(name == "href" && value.starts_with("https://"));
        }
    }
    assert_eq!(told, 5, "the addresses of two articles, a page, its archive, and a hostile one");
    let text = page.select("body").text();
    assert!(text.matches("=SUM(A1) <script>alert(1)</script> \"x\" 'y' & ]]>").count() > 10);
}

#[test]
fn a_report_in_markdown_has_no_link_no_picture_and_no_html() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let desk = Desk::new();
    desk.run(&["report", "-o", "report.md"]);
    let page = desk.read("report.md");
    for event in Parser::new_ext(&page, Options::all()) {
        let is_text = !matches!(
            event,
            Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Code(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::Start(
                    Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock
                )
        );
        assert!(is_text, "{event:?}");
    }
}

#[test]
fn what_is_xml_is_whole_and_says_what_was_said() {
    use quick_xml::events::Event;
    let desk = Desk::new();
    let mut files = desk.export("cas", "cas");
    files.extend(
        desk.export("label-studio", "studio").into_iter().filter(|file| file.contains("config")),
    );
    let mut texts: Vec<String> =
        files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    desk.run(&["export", "--to", "refi-qda", "-o", "project.qdpx"]);
    texts.push(unpacked(&desk.0.path().join("project.qdpx"), "project.qde"));
    assert_eq!(texts.len(), 5);
    let mut said = BTreeSet::new();
    for text in &texts {
        let mut reader = quick_xml::Reader::from_str(text);
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{error}: {text}")) {
                Event::Eof => break,
                Event::Start(tag) | Event::Empty(tag) => {
                    for attribute in tag.attributes() {
                        let value = attribute
                            .unwrap()
                            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                            .unwrap()
                            .into_owned();
                        said.insert(value);
                    }
                }
                _ => {}
            }
        }
    }
    assert!(said.contains(&b()), "the text of an article, line ends and all");
    assert!(said.contains(&format!("Zoé <script>: {EVIL}")), "a note: {said:?}");
}

#[test]
fn a_table_has_one_width_and_no_cell_that_a_spreadsheet_would_run() {
    let desk = Desk::new();
    desk.run(&["export", "--to", "csv", "-o", "v.csv"]);
    let text = desk.read("v.csv");
    let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut rows = 0;
    for row in table.records() {
        for cell in &row.unwrap() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
        rows += 1;
    }
    assert!(rows > 10, "{rows}");
}
