//! Figures of agreement, units and assignments, against vectors that other
//! packages computed (`fixtures/agreement/README.md` says which).

use std::collections::BTreeMap;
use std::path::Path;

use claimdesk::core::article::Span;
use claimdesk::core::team::agreement::{Agreement, Matrix};
use claimdesk::core::team::assign::assigned;
use claimdesk::core::team::spans::unitizing;
use claimdesk::core::team::unit::{Mark, units};
use serde_json::{Value, json};

fn vectors(name: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/agreement").join(name);
    let vectors: Vec<Value> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    assert!(vectors.len() > 50, "{name} holds {} vectors", vectors.len());
    vectors
}

#[track_caller]
fn near(found: Option<f64>, expected: &Value, what: &str) {
    match (found, expected.as_f64()) {
        (None, None) => assert!(expected.is_null(), "{what}: {expected}"),
        (Some(found), Some(expected)) => {
            assert!((found - expected).abs() < 1e-9, "{what}: {found}, not {expected}");
        }
        _ => panic!("{what}: {found:?}, not {expected}"),
    }
}

fn number(value: &Value) -> usize {
    value.as_u64().unwrap() as usize
}

fn span(start: &Value, end: &Value) -> Span {
    Span::new(number(start), number(end))
}

/// A matrix of verdicts by name, and the names by their number.
fn matrix(rows: &Value) -> (Matrix, Vec<&str>) {
    let rows: Vec<Vec<Option<&str>>> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row.as_array().unwrap().iter().map(Value::as_str).collect())
        .collect();
    let mut names: Vec<&str> = rows.iter().flatten().flatten().copied().collect();
    names.sort_unstable();
    names.dedup();
    let place = |verdict: &str| names.iter().position(|name| *name == verdict).unwrap();
    let raters = rows.first().map_or(0, Vec::len);
    let rows = rows.iter().map(|row| row.iter().map(|v| v.map(place)).collect()).collect();
    (Matrix { raters, rows }, names)
}

#[test]
fn agreement_is_what_other_packages_compute() {
    for vector in vectors("cases.json") {
        let name = vector["name"].as_str().unwrap();
        let (matrix, verdicts) = matrix(&vector["matrix"]);
        let (found, expected) = (Agreement::of(&matrix), &vector["expected"]);
        assert_eq!(found.units, number(&expected["units"]), "{name}");
        assert_eq!(found.verdicts, number(&expected["verdicts"]), "{name}");
        assert_eq!(found.fleiss_units, number(&expected["fleiss_units"]), "{name}");
        near(found.observed, &expected["observed"], name);
        near(found.alpha, &expected["alpha"], name);
        near(found.fleiss, &expected["fleiss"], name);
        let by_verdict: BTreeMap<_, _> =
            found.alpha_by_verdict.iter().map(|(v, alpha)| (verdicts[*v], *alpha)).collect();
        let expected_by = expected["alpha_by_verdict"].as_object().unwrap();
        assert_eq!(by_verdict.len(), expected_by.len(), "{name}");
        for (verdict, alpha) in by_verdict {
            near(alpha, &expected_by[verdict], &format!("{name}, {verdict}"));
        }
        let pairs = expected["pairs"].as_array().unwrap();
        assert_eq!(found.pairs.len(), pairs.len(), "{name}");
        for (pair, expected) in found.pairs.iter().zip(pairs) {
            let ids = ["a", "b", "n"].map(|key| number(&expected[key]));
            assert_eq!([pair.a, pair.b, pair.n], ids, "{name}");
            near(pair.observed, &expected["observed"], name);
            near(pair.cohen, &expected["cohen"], name);
        }
    }
}

/// A desk of one article with a sentence for each row, and a notebook for each rater.
fn desk_of(rows: &Value) -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    let rows = rows.as_array().unwrap();
    let sentence = |row: usize| format!("Le rapport {row} parle de {} soldats.", 1000 + row);
    let text = (0..rows.len()).map(sentence).collect::<Vec<_>>().join(" ");
    std::fs::create_dir(desk.path().join("seeds")).unwrap();
    std::fs::write(desk.path().join("seeds/a.txt"), &text).unwrap();
    for rater in 0..rows[0].as_array().unwrap().len() {
        let mut annotations = serde_json::Map::new();
        let mut start = 0;
        for (n, row) in rows.iter().enumerate() {
            let exact = sentence(n);
            let end = start + exact.chars().count();
            if let Some(verdict) = row[rater].as_str() {
                annotations.insert(
                    format!("id{n}"),
                    json!({"verdict": verdict, "exact": exact, "start": start, "end": end,
                        "created": "2026-11-20T10:00:00Z", "updated": "2026-11-20T10:00:00Z"}),
                );
            }
            start = end + 1;
        }
        let notebook = json!({"format": "claimdesk/1", "article": "a.txt",
            "annotator": format!("Rater {rater}"), "annotations": annotations});
        let folder = desk.path().join(format!("annotations/rater-{rater:02}"));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("a.txt.json"), notebook.to_string()).unwrap();
    }
    desk
}

#[test]
fn a_desk_gives_the_figures_of_its_matrix() {
    let mut desks = 0;
    for vector in vectors("cases.json") {
        let name = vector["name"].as_str().unwrap();
        let rows = vector["matrix"].as_array().unwrap();
        // Who decided nothing has no notebook, and what nobody decided is no unit.
        let given = |row: &Value| row.as_array().unwrap().iter().any(Value::is_string);
        let raters = rows.first().map_or(0, |row| row.as_array().unwrap().len());
        let decided = |rater: usize| rows.iter().any(|row| row[rater].is_string());
        if rows.is_empty() || !rows.iter().all(given) || !(0..raters).all(decided) {
            continue;
        }
        desks += 1;
        let desk = desk_of(&vector["matrix"]);
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_claimdesk"))
            .args(["agreement", "--format", "json", "--annotator", "Somebody Else"])
            .current_dir(desk.path())
            .output()
            .unwrap();
        assert!(out.status.success(), "{name}: {}", String::from_utf8_lossy(&out.stderr));
        let found: Value = serde_json::from_slice(&out.stdout).unwrap();
        let expected = &vector["expected"];
        for key in ["units", "verdicts", "fleiss_units"] {
            assert_eq!(found[key], expected[key], "{name}: {key}");
        }
        for key in ["observed", "alpha", "fleiss"] {
            near(found[key].as_f64(), &expected[key], name);
        }
        for (verdict, alpha) in expected["alpha_by_verdict"].as_object().unwrap() {
            near(found["alpha_by_verdict"][verdict].as_f64(), alpha, name);
        }
        for (pair, expected) in
            found["pairs"].as_array().unwrap().iter().zip(expected["pairs"].as_array().unwrap())
        {
            for key in ["a", "b"] {
                assert_eq!(pair[key], format!("rater-{:02}", number(&expected[key])), "{name}");
            }
            assert_eq!(pair["n"], expected["n"], "{name}");
            near(pair["observed"].as_f64(), &expected["observed"], name);
            near(pair["cohen"].as_f64(), &expected["cohen"], name);
        }
    }
    assert!(desks > 50, "{desks} matrices can be a desk");
}

#[test]
fn marks_join_to_the_units_of_the_reference() {
    for vector in vectors("units.json") {
        let mark = |value: &'_ Value| -> (String, Span, String) {
            let text = |i: usize| value[i].as_str().unwrap().to_owned();
            (text(0), span(&value[1], &value[2]), text(3))
        };
        let owned: Vec<_> = vector["annotations"].as_array().unwrap().iter().map(mark).collect();
        let marks: Vec<_> = owned
            .iter()
            .map(|(rater, span, verdict)| Mark { rater, span: *span, verdict })
            .collect();
        let mut found: Vec<Vec<_>> = units(&marks)
            .iter()
            .map(|unit| unit.iter().map(|&i| owned[i].clone()).collect())
            .collect();
        let mut expected: Vec<Vec<_>> = vector["units"]
            .as_array()
            .unwrap()
            .iter()
            .map(|unit| unit.as_array().unwrap().iter().map(mark).collect())
            .collect();
        for units in [&mut found, &mut expected] {
            for unit in &mut *units {
                unit.sort();
            }
            units.sort();
        }
        assert_eq!(found, expected, "{}", vector["name"]);
    }
}

#[test]
fn agreement_on_spans_is_that_of_the_literature() {
    for vector in vectors("alpha_u.json") {
        let name = vector["name"].as_str().unwrap();
        let raters: Vec<Vec<Span>> = vector["raters"]
            .as_array()
            .unwrap()
            .iter()
            .map(|marks| {
                let marks = marks.as_array().unwrap().iter();
                marks.map(|m| Span::new(number(&m[0]), number(&m[0]) + number(&m[1]))).collect()
            })
            .collect();
        let found = unitizing(number(&vector["length"]), &raters);
        near(Some(found.observed), &vector["observed"], name);
        near(Some(found.expected), &vector["expected"], name);
        near(found.alpha, &vector["alpha"], name);
    }
}

#[test]
fn articles_are_assigned_as_by_the_reference() {
    for vector in vectors("assign.json") {
        let strings = |value: &'_ Value| -> Vec<String> {
            let all = value.as_array().unwrap().iter();
            all.map(|slug| slug.as_str().unwrap().to_owned()).collect()
        };
        let people = strings(&vector["people"]);
        let people: Vec<&str> = people.iter().map(String::as_str).collect();
        let article = vector["article"].as_str().unwrap();
        let found = assigned(article, &people, number(&vector["per_article"]));
        assert_eq!(found, strings(&vector["assigned"]), "{article}");
    }
}
