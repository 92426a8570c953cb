//! The file format: every fixture is read by one loop. A file of each released
//! format stays in `valid/` for good.

use std::fs;
use std::path::PathBuf;

use claimdesk::store::format::{self, Repair};
use expect_test::expect_file;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// The fixtures of one kind, by file name.
fn fixtures(kind: &str) -> Vec<(String, PathBuf, Vec<u8>)> {
    let folder =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/format").join(kind);
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let bytes = fs::read(&path).unwrap();
            (name, path, bytes)
        })
        .collect();
    all.sort();
    assert!(!all.is_empty());
    all
}

#[test]
fn saving_what_was_loaded_changes_no_byte() {
    for (name, _, bytes) in fixtures("valid") {
        let parsed = format::parse(&bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(parsed.repairs, [], "{name}");
        let saved = format::serialize(&parsed.notebook, parsed.style);
        assert_eq!(String::from_utf8(saved), String::from_utf8(bytes), "{name}");
    }
}

/// `docs/annotations.schema.json`, ready to validate with.
fn schema() -> jsonschema::Validator {
    let text = include_str!("../../docs/annotations.schema.json");
    let schema = serde_json::from_str(text).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

#[test]
fn what_is_saved_validates_and_what_is_broken_does_not() {
    let schema = schema();
    for (name, _, bytes) in fixtures("valid").into_iter().chain(fixtures("damaged")) {
        let notebook = format::parse(&bytes).unwrap().notebook;
        let saved = format::serialize(&notebook, format::Style::default());
        let value = serde_json::from_slice(&saved).unwrap();
        let errors: Vec<_> = schema.iter_errors(&value).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
    for (name, _, bytes) in fixtures("invalid") {
        let Ok(value) = serde_json::from_slice(&bytes) else { continue };
        assert!(!schema.is_valid(&value), "{name}");
    }
}

#[test]
fn broken_files_say_where_and_what_to_do() {
    for (name, path, bytes) in fixtures("invalid") {
        let error = format::parse(&bytes).expect_err(&name);
        let message = format!("{error}\nhint: {}\n", error.hint);
        expect_file![path.with_extension("txt")].assert_eq(&message);
    }
}

#[test]
fn what_git_left_broken_is_mended() {
    for (name, path, bytes) in fixtures("damaged") {
        let parsed = format::parse(&bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
        let mut report = String::new();
        for repair in &parsed.repairs {
            report += &repair.to_string();
            report.push('\n');
        }
        let saved = format::serialize(&parsed.notebook, format::Style::default());
        report.push_str(&String::from_utf8(saved).unwrap());
        expect_file![path.with_extension("txt")].assert_eq(&report);
    }
}

#[test]
fn a_file_cut_anywhere_is_an_error_and_never_a_panic() {
    let (_, _, bytes) = fixtures("valid").into_iter().find(|f| f.0 == "full.json").unwrap();
    for end in 1..bytes.len() - 2 {
        assert!(format::parse(&bytes[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn a_newer_format_is_shown_as_far_as_it_is_understood() {
    let newer = r#"{ "format": "claimdesk/2", "article": "a.txt", "annotator": "é", "annotations": {}, "x": 1 }"#;
    let parsed = format::parse(newer.as_bytes()).unwrap();
    assert_eq!(parsed.newer.as_deref(), Some("claimdesk/2"));
    assert_eq!(parsed.notebook.annotator, "é");
    let strange = r#"{ "format": "claimdesk/3", "annotations": "elsewhere" }"#;
    assert_eq!(format::parse(strange.as_bytes()).unwrap().newer.as_deref(), Some("claimdesk/3"));
}

#[test]
fn unknown_fields_may_be_as_deep_as_they_like() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let text = format!(
        "{{\n  \"format\": \"claimdesk/1\",\n  \"article\": \"a\",\n  \"annotator\": \"b\",\n  \"annotations\": {{}},\n  \"x\": {deep}\n}}\n"
    );
    let parsed = format::parse(text.as_bytes()).unwrap();
    assert!(format::serialize(&parsed.notebook, parsed.style) == text.as_bytes());
}

#[test]
fn an_empty_file_is_as_good_as_none() {
    for bytes in ["", "\n", "\u{feff}"] {
        assert_eq!(format::parse(bytes.as_bytes()).unwrap().repairs, [Repair::Empty]);
    }
}

/// What hands and merges do to a file: lines dropped, doubled, moved, bytes changed.
#[derive(Clone, Debug)]
enum Harm {
    Drop(Index),
    Double(Index),
    Move(Index, Index),
    Insert(Index, &'static str),
    Byte(Index, u8),
}

fn harm() -> impl Strategy<Value = Harm> {
    let marker = select(vec![
        "<<<<<<< a\n",
        "||||||| b\n",
        "=======\n",
        ">>>>>>> c\n",
        "    },\n",
        "{\n",
        "]\n",
    ]);
    prop_oneof![
        any::<Index>().prop_map(Harm::Drop),
        any::<Index>().prop_map(Harm::Double),
        (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Harm::Move(a, b)),
        (any::<Index>(), marker).prop_map(|(a, m)| Harm::Insert(a, m)),
        (any::<Index>(), any::<u8>()).prop_map(|(a, b)| Harm::Byte(a, b)),
    ]
}

fn harmed(bytes: &[u8], harms: Vec<Harm>) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> =
        bytes.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
    for harm in harms {
        let at = |index: Index| index.index(lines.len());
        match harm {
            _ if lines.is_empty() => break,
            Harm::Drop(a) => drop(lines.remove(at(a))),
            Harm::Double(a) => lines.insert(at(a), lines[at(a)].clone()),
            Harm::Move(a, b) => {
                let (a, b) = (at(a), at(b));
                lines.swap(a, b);
            }
            Harm::Insert(a, text) => lines.insert(at(a), text.as_bytes().to_vec()),
            Harm::Byte(a, byte) => {
                let line = at(a);
                let at = a.index(lines[line].len().max(1));
                if let Some(old) = lines[line].get_mut(at) {
                    *old = byte;
                }
            }
        }
    }
    lines.concat()
}

proptest! {
    #[test]
    fn no_harm_makes_it_panic_and_what_is_read_can_be_saved(harms in vec(harm(), 1..8)) {
        for (name, _, bytes) in fixtures("valid").into_iter().chain(fixtures("damaged")) {
            let bytes = harmed(&bytes, harms.clone());
            let parsed = match format::parse(&bytes) {
                Ok(parsed) if parsed.newer.is_none() => parsed,
                Ok(_) => continue,
                Err(error) => {
                    prop_assert!(error.line >= 1 && error.column >= 1);
                    continue;
                }
            };
            let saved = format::serialize(&parsed.notebook, parsed.style);
            let again = format::parse(&saved).unwrap_or_else(|e| panic!("{name}: {e}"));
            prop_assert_eq!(&again.notebook, &parsed.notebook);
            prop_assert_eq!(again.repairs, []);
            prop_assert_eq!(format::serialize(&again.notebook, again.style), saved);
        }
    }
}
