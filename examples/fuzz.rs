//! Feeds the parts that read files with broken input: notebooks, configuration, articles, what
//! git gives to the merge driver, quotes to find again, what is known of articles, and documents
//! of every kind that is imported: cut short, bits flipped, nested, packed.
//!
//! `cargo run --release --example fuzz [RUNS [SEED]]` prints, for each part, how many inputs it
//! took, how many of them panicked or broke a promise, and the longest time for one.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it says what it found")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use claimdesk::config::Config;
use claimdesk::core::anchor::Reanchor;
use claimdesk::core::annotation::Selector;
use claimdesk::core::article::Document;
use claimdesk::core::claim::analyze;
use claimdesk::import::{Kind, Rule, extract};
use claimdesk::store::driver::merge_files;
use claimdesk::store::format::{self, Provenance, Style};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A part under test: what it is fed with, and what it must do with anything.
type Part = (&'static str, Vec<Vec<u8>>, fn(&[Vec<u8>], &Path));

/// How many parts share the runs.
const COUNT: u64 = 11;

/// One input must not take longer; the largest are some kilobytes.
const SLOW: Duration = Duration::from_secs(2);

fn main() {
    let mut args = std::env::args().skip(1).map(|arg| arg.parse().expect("a number"));
    let (runs, seed) = (args.next().unwrap_or(10_000), args.next().unwrap_or(1));
    let notebooks = files("tests/it/fixtures/format", "json");
    let articles = files("seeds", "txt");
    let documents = documents();
    let packed = |name: &str| vec![pack(name, &documents)];
    let parts: [Part; 11] = [
        ("notebook", notebooks.clone(), notebook),
        ("configuration", files("tests/it/fixtures/config", "toml"), configuration),
        ("article", articles.clone(), article),
        ("merge driver", notebooks, driver),
        ("anchor", articles.clone(), anchor),
        ("origin", sources(), origin),
        ("page", text_of("html", &documents), |inputs, _| imported(Kind::Html, &inputs[0])),
        ("mail", text_of("eml", &documents), mail),
        (
            "words",
            [text_of("srt", &documents), text_of("md", &documents), articles].concat(),
            words,
        ),
        ("document", text_of("xml", &documents), document),
        ("package", ["docx", "odt", "epub"].map(packed).concat(), package),
    ];
    let scratch = std::env::temp_dir().join(format!("claimdesk-fuzz-{}", std::process::id()));
    fs::create_dir_all(&scratch).expect("a scratch folder");
    std::panic::set_hook(Box::new(|_| {}));
    let mut bad = 0;
    for (name, corpus, part) in parts {
        let mut random = Random(seed);
        let (mut panics, mut slow, mut longest) = (0, 0, Duration::ZERO);
        for run in 0..runs / COUNT {
            let inputs: Vec<_> = (0..3).map(|_| mutate(&corpus, &mut random)).collect();
            let began = Instant::now();
            if catch_unwind(AssertUnwindSafe(|| part(&inputs, &scratch))).is_err() {
                panics += 1;
                eprintln!("{name}, run {run} of seed {seed}: panic");
                for (n, input) in inputs.iter().enumerate() {
                    let file = scratch.join(format!("{}-{run}-{n}", name.replace(' ', "-")));
                    fs::write(&file, input).expect("the scratch folder can be written to");
                    eprintln!("  {}", file.display());
                }
            }
            let took = began.elapsed();
            slow += u32::from(took > SLOW);
            longest = longest.max(took);
        }
        println!(
            "{name}: {} inputs, {panics} failed, {slow} slow, longest {longest:.0?}",
            runs / COUNT
        );
        bad += panics + slow;
    }
    if bad > 0 {
        std::process::exit(1);
    }
    let _ = fs::remove_dir_all(scratch);
}

/// What a notebook is read as is written and read again as the same.
fn notebook(inputs: &[Vec<u8>], _: &Path) {
    let Ok(parsed) = format::parse(&inputs[0]) else { return };
    if parsed.newer.is_some() {
        return;
    }
    let bytes = format::serialize(&parsed.notebook, Style::default());
    let again = format::parse(&bytes).expect("what was written can be read");
    assert_eq!(again.notebook, parsed.notebook);
    assert_eq!(format::serialize(&again.notebook, Style::default()), bytes);
}

fn configuration(inputs: &[Vec<u8>], scratch: &Path) {
    let (user, desk) = (scratch.join("user.toml"), scratch.join("claimdesk.toml"));
    fs::write(&user, &inputs[0]).expect("the scratch folder can be written to");
    fs::write(&desk, &inputs[1]).expect("the scratch folder can be written to");
    let config = Config::read(Some(&user), &desk);
    let _ = config.keymap();
    assert!(!config.labels.is_empty());
}

/// Every place in the text that is shown has one in the original, and back.
fn article(inputs: &[Vec<u8>], _: &Path) {
    let doc = Document::new(inputs[0].clone());
    for claim in analyze(doc.text()).claims {
        assert!(!claim.span.of(doc.text()).is_empty());
        let (start, end) = doc.to_points(claim.span);
        assert!(start <= end);
        let _ = doc.from_points(start, end);
    }
}

/// A merge loses no annotation that a side has added, and merging again changes nothing.
fn driver(inputs: &[Vec<u8>], scratch: &Path) {
    let [base, ours, theirs] = ["base", "ours", "theirs"].map(|name| scratch.join(name));
    for (file, input) in [&base, &ours, &theirs].into_iter().zip(inputs) {
        fs::write(file, input).expect("the scratch folder can be written to");
    }
    let result = merge_files(&base, &ours, &theirs);
    let merged = fs::read(&ours).expect("the merge wrote ours");
    if result.is_err() {
        let held = |part: &[u8]| merged.windows(part.len().max(1)).any(|window| window == part);
        assert!(inputs[1].is_empty() || held(&inputs[1]), "ours is still there");
        return;
    }
    let merged = format::parse(&merged).expect("the merge can be read").notebook;
    let read = |bytes: &[u8]| format::parse(bytes).map(|p| p.notebook.annotations);
    let before = read(&inputs[0]).unwrap_or_default();
    for side in [read(&inputs[1]), read(&inputs[2])].into_iter().flatten() {
        let added: BTreeMap<_, _> =
            side.iter().filter(|(id, _)| !before.contains_key(id)).collect();
        assert!(added.keys().all(|id| merged.annotations.contains_key(id)));
    }
}

/// Wherever a quote is found again, the words are there.
fn anchor(inputs: &[Vec<u8>], _: &Path) {
    let [old, new] = [&inputs[0], &inputs[1]].map(|bytes| Document::new(bytes.clone()));
    let points = old.original().chars().count();
    for step in 1..8 {
        let start = points * step / 9;
        let exact: String = old.original().chars().skip(start).take(step * 11).collect();
        let end = start + exact.chars().count();
        let selector = Selector { exact, start, end, ..Selector::default() };
        for text in [Some(old.original()), None] {
            let _ = Reanchor::new(text, new.original()).find(&selector);
        }
    }
}

/// What is known of an article is written and read again as the same; a merge with itself is itself.
fn origin(inputs: &[Vec<u8>], _: &Path) {
    let Ok(known) = Provenance::parse(&inputs[0]) else { return };
    let again = Provenance::parse(&known.to_bytes()).expect("what was written can be read");
    assert_eq!(again, known);
    if let Ok(other) = Provenance::parse(&inputs[1]) {
        let merged = Provenance::merged(Some(&known), &other, &other);
        assert_eq!(merged.source, other.source);
        let _ = Provenance::merged(None, &known, &other);
    }
}

/// A document is read, or refused with a reason; a text has words.
fn imported(kind: Kind, bytes: &[u8]) {
    match extract(kind, bytes) {
        Ok(read) => assert!(!read.text.trim().is_empty()),
        Err(refusal) => assert!(!refusal.to_string().is_empty()),
    }
}

fn mail(inputs: &[Vec<u8>], _: &Path) {
    imported(Kind::Mail, &inputs[0]);
    imported(Kind::Mhtml, &inputs[0]);
}

fn words(inputs: &[Vec<u8>], _: &Path) {
    imported(Kind::Subtitles, &inputs[0]);
    imported(Kind::Markdown, &inputs[0]);
    let text = String::from_utf8_lossy(&inputs[0]);
    for rule in ["factiva", "lexisnexis", "europresse", "begin:-", "line:1"] {
        let rule = Rule::parse(rule).expect("a rule");
        assert!(rule.split(&text).iter().all(|part| !part.text.trim().is_empty()));
    }
}

/// Broken XML in a whole archive.
fn document(inputs: &[Vec<u8>], _: &Path) {
    let [a, b, c] = [0, 1, 2].map(|i| String::from_utf8_lossy(&inputs[i]));
    let (head, body) = ("[Content_Types].xml", "word/document.xml");
    let docx = zip(&[(head, &b), ("_rels/.rels", &c), (body, &a), ("word/footnotes.xml", &b)]);
    imported(Kind::Docx, &docx);
    imported(Kind::Odt, &zip(&[("content.xml", &a), ("meta.xml", &b)]));
    let epub = [("META-INF/container.xml", &*b), ("content.opf", &c), ("a.xhtml", &a)];
    imported(Kind::Epub, &zip(&epub));
}

/// A broken archive.
fn package(inputs: &[Vec<u8>], _: &Path) {
    for kind in [Kind::Docx, Kind::Odt, Kind::Epub] {
        imported(kind, &inputs[0]);
    }
}

/// Documents to begin with, by the ending of their kind.
fn documents() -> Vec<(&'static str, String)> {
    let told = "Le pont de Pau a été détruit le 23 octobre 2024, selon la préfecture. ".repeat(8);
    let page = format!(
        "<!doctype html><html lang=fr><head><title>T</title><meta property=og:url content=https://a.org>\
         <script type=application/ld+json>{{\"datePublished\":\"2024-10-23\",\"author\":[{{\"name\":\"A\"}}]}}</script></head>\
         <body><nav><a href=/>x</a></nav><article><h1>T</h1><p>{told}</p><ul><li>a<li>b</ul><table><tr><td>1<td>2</table>\
         <img src=\"data:image/png;base64,AAAA\"><div><div><p>{told}</p></div></div></article></body></html>"
    );
    let mail = format!(
        "From: =?utf-8?q?Zo=C3=A9?= <z@a.org>\r\nSubject: Le pont\r\nDate: Wed, 23 Oct 2024 08:30:00 +0200\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\
         Content-Location: https://a.org/\r\n\r\n{page}\r\n--b\r\nContent-Type: text/plain\r\n\r\n> cité\r\n{told}\r\n--b--\r\n"
    );
    let word = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\
         <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{told}</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del>\
         <w:footnoteReference w:id=\"1\"/></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>"
    );
    let open = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text><text:h>T</text:h>\
         <text:list><text:list-item><text:p>{told}</text:p></text:list-item></text:list><text:s text:c=\"3\"/></office:text></office:body></office:document-content>"
    );
    let relations = "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let container =
        "<container><rootfiles><rootfile full-path=\"content.opf\"/></rootfiles></container>";
    let book = "<package><metadata><dc:title>T</dc:title><dc:date>2024</dc:date></metadata><manifest>\
                <item id=\"a\" href=\"a.xhtml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>";
    vec![
        ("html", page),
        ("eml", mail),
        (
            "srt",
            format!(
                "1\n00:00:01,000 --> 00:00:02,500\n{told}\n\n2\n00:00:02,600 --> 00:00:04,000 align:start\n<v Ana>12.\n"
            ),
        ),
        (
            "md",
            format!(
                "---\ntitle: T\ndate: 2024-10-23\nurl: https://a.org\n---\n\n# T\n\n{told}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> q\n\n- [x](y)\n"
            ),
        ),
        ("xml", word),
        ("xml", open),
        ("xml", relations.to_owned()),
        ("xml", container.to_owned()),
        ("xml", book.to_owned()),
    ]
}

fn text_of(ending: &str, documents: &[(&str, String)]) -> Vec<Vec<u8>> {
    let of = documents.iter().filter(|(kind, _)| *kind == ending);
    of.map(|(_, text)| text.clone().into_bytes()).collect()
}

/// A whole document of a kind that is an archive.
fn pack(kind: &str, documents: &[(&str, String)]) -> Vec<u8> {
    let xml: Vec<&str> =
        documents.iter().filter(|(kind, _)| *kind == "xml").map(|(_, text)| &**text).collect();
    match kind {
        "docx" => zip(&[("_rels/.rels", xml[2]), ("word/document.xml", xml[0])]),
        "odt" => zip(&[("content.xml", xml[1])]),
        _ => zip(&[
            ("META-INF/container.xml", xml[3]),
            ("content.opf", xml[4]),
            ("a.xhtml", &documents[0].1),
        ]),
    }
}

fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("an archive").into_inner()
}

/// What is known of articles, in the forms that people and merges leave.
fn sources() -> Vec<Vec<u8>> {
    let whole = r#"{
  "format": "claimdesk-source/1",
  "title": "Le pont",
  "outlet": "Le Courrier",
  "author": ["A. Petit"],
  "published": "2024-10-23",
  "url": "https://a.org",
  "original": { "file": "originals/a.html", "blob": "e69de29", "pages": [1, 2] },
  "updated": "2026-11-20T10:00:00Z",
  "conflict": [{ "outlet": "Le Matin" }, { "url": null }],
  "paywall": 1e400
}
"#;
    let markers = whole.replace(
        "  \"outlet\": \"Le Courrier\",\n",
        "<<<<<<< ours\n  \"outlet\": \"A\",\n||||||| base\n=======\n  \"outlet\": \"B\",\n>>>>>>> theirs\n",
    );
    vec![whole.into(), markers.into_bytes()]
}

/// A file of the corpus with some changes: bytes, lines, numbers, and parts of others.
fn mutate(corpus: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = random.of(corpus).clone();
    bytes.truncate(20_000);
    for _ in 0..random.below(6) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(60)).min(bytes.len());
        match random.below(8) {
            0 => bytes.insert(at, random.below(256) as u8),
            1 => drop(bytes.drain(at..end)),
            2 => drop(bytes.splice(at..end, random.of(&TOKENS).bytes())),
            3 => {
                let other = random.of(corpus);
                let from = random.below(other.len() + 1);
                let part = &other[from..(from + random.below(400)).min(other.len())];
                bytes.splice(at..end, part.iter().copied());
            }
            4 => bytes.truncate(at),
            5 => {
                let mut lines: Vec<_> = bytes.split_inclusive(|b| *b == b'\n').collect();
                if lines.len() > 1 {
                    let (a, b) = (random.below(lines.len()), random.below(lines.len()));
                    lines.swap(a, b);
                }
                bytes = lines.concat();
            }
            6 => {
                let part = bytes[at..end].repeat(random.below(40));
                bytes.splice(at..at, part);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
            }
        }
    }
    bytes
}

/// What parsers stumble over.
const TOKENS: [&str; 24] = [
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "-1",
    "1e999",
    "18446744073709551616",
    "\\u0000",
    "\\ud800",
    "\u{feff}",
    "\u{0}",
    "\u{85}",
    "\u{202e}",
    "e\u{301}",
    "<<<<<<< ours\n",
    "=======\n",
    ">>>>>>> theirs\n",
    "[labels.x]\n",
    "9999-12-31T23:59:59Z",
    "\r\n",
];

/// Numbers that a seed repeats (xorshift64*).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        (number % end.max(1) as u64) as usize
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// The files below a folder, sorted by path.
fn files(folder: &str, extension: &str) -> Vec<Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of the repository").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == extension) {
                found.insert(path.clone(), fs::read(path).expect("a file of the repository"));
            }
        }
    }
    found.into_values().collect()
}
