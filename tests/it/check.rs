//! `claimdesk check` and `claimdesk merge-driver`, as people and CI call them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use claimdesk::core::annotation::{Annotation, AnnotationId, Notebook, Selector};
use claimdesk::store::driver::merge_files;
use claimdesk::store::format::{self, Repair, Style};
use expect_test::{Expect, expect};
use tempfile::TempDir;

const ARTICLE: &str = "La Corée du Nord a envoyé 12 000 soldats. Le traité date de juin 2024.\n";

/// A notebook with one annotation on the article; `edit` changes its text.
fn notebook(edit: impl Fn(String) -> String) -> String {
    edit(
        r#"{
  "format": "claimdesk/1",
  "article": "a.txt",
  "annotator": "Zoé Martin",
  "annotations": {
    "k1": {
      "verdict": "disputed",
      "exact": "12 000 soldats",
      "prefix": "a envoyé ",
      "suffix": ". Le traité",
      "start": 26,
      "end": 40,
      "created": "2026-11-20T10:12:03Z",
      "updated": "2026-11-20T10:12:03Z"
    }
  }
}
"#
        .to_owned(),
    )
}

fn desk(notebook: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("seeds")).unwrap();
    fs::create_dir_all(dir.path().join("annotations/zoe-martin")).unwrap();
    fs::write(dir.path().join("seeds/a.txt"), ARTICLE).unwrap();
    fs::write(dir.path().join("annotations/zoe-martin/a.txt.json"), notebook).unwrap();
    dir
}

/// Runs the program in a folder, with nothing of this machine's settings.
fn run(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(args)
        .current_dir(dir)
        .env_clear()
        .env("CLAIMDESK_ANNOTATOR", "Zoé Martin")
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", dir)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CEILING_DIRECTORIES", dir.parent().unwrap())
        .output()
        .unwrap()
}

#[track_caller]
fn says(dir: &Path, args: &[&str], expected: &Expect) {
    let out = run(dir, args);
    let text = format!(
        "{}{}exit {}\n",
        String::from_utf8_lossy(&out.stdout),
        String::from_utf8_lossy(&out.stderr),
        out.status.code().unwrap()
    );
    expected.assert_eq(&text);
}

#[test]
fn a_sound_desk_passes() {
    let desk = desk(&notebook(|n| n));
    says(
        desk.path(),
        &["check"],
        &expect![[r#"
        1 notebook: nothing wrong
        exit 0
    "#]],
    );
}

#[test]
fn every_problem_is_named_and_ends_with_one() {
    let table = [
        ("broken", notebook(|n| n.replace("\"start\": 26,", "\"start\": 26"))),
        ("without a field", notebook(|n| n.replace("      \"end\": 40,\n", ""))),
        ("unknown verdict", notebook(|n| n.replace("\"disputed\"", "\"perhaps\""))),
        ("stale", notebook(|n| n.replace("\"12 000 soldats\"", "\"13 000 soldats\""))),
        (
            "lost",
            notebook(|n| {
                n.replace("12 000 soldats", "aucune trace du tout")
                    .replace("a envoyé ", "")
                    .replace(". Le traité", "")
            }),
        ),
        ("another article", notebook(|n| n.replace("\"a.txt\"", "\"b.txt\""))),
        ("another annotator", notebook(|n| n.replace("Zoé Martin", "Jean Dupont"))),
        (
            "unresolved",
            notebook(|n| {
                n.replace("      \"created\"", "      \"conflict\": [\n        {\n          \"verdict\": \"corroborated\"\n        }\n      ],\n      \"created\"")
            }),
        ),
        ("newer", notebook(|n| n.replace("claimdesk/1", "claimdesk/2"))),
        ("layout", notebook(|n| n.replace("  ", "\t"))),
        (
            "evidence",
            notebook(|n| {
                n.replace("      \"created\"", "      \"evidence\": [\n        {\n          \"stance\": \"context\",\n          \"article\": \"../gone.txt\"\n        }\n      ],\n      \"created\"")
            }),
        ),
    ];
    let mut report = String::new();
    for (name, notebook) in table {
        let desk = desk(&notebook);
        let out = run(desk.path(), &["check"]);
        writeln!(report, "{name} ({}):", out.status.code().unwrap()).unwrap();
        report += &String::from_utf8_lossy(&out.stdout);
    }
    expect![[r#"
        broken (1):
        annotations/zoe-martin/a.txt.json:12:7: error: expected `,` or `}`; the file is left as it is; mend this place by hand, or take the file back from git [schema]
        without a field (1):
        annotations/zoe-martin/a.txt.json:6:11: error: an annotation without `end`; the file is left as it is; mend this place by hand, or take the file back from git [schema]
        unknown verdict (1):
        annotations/zoe-martin/a.txt.json: error: annotation k1: no verdict `perhaps` on this desk [unknown-verdict]
        stale (1):
        annotations/zoe-martin/a.txt.json: error: annotation k1: the words have changed: "13 000 soldats" is now "12 000 soldats" [stale]
        lost (1):
        annotations/zoe-martin/a.txt.json: warning: not laid out as claimdesk does, so git merges it badly [layout]
        annotations/zoe-martin/a.txt.json: error: annotation k1: the words are gone: "aucune trace du tout" [lost]
        another article (0):
        annotations/zoe-martin/a.txt.json: warning: it says it is about `b.txt`, which has this name now [renamed]
        another annotator (1):
        annotations/zoe-martin/a.txt.json: error: it says it is by Jean Dupont, whose folder is `jean-dupont`, and stands in `zoe-martin` [wrong-place]
        unresolved (1):
        annotations/zoe-martin/a.txt.json: error: annotation k1: two machines differ on “12 000 soldats”: verdict: disputed here, corroborated there; choose [conflict]
        newer (0):
        annotations/zoe-martin/a.txt.json: warning: it is in the newer format claimdesk/2; update claimdesk; until then the file is shown and not written [newer-format]
        layout (0):
        annotations/zoe-martin/a.txt.json: warning: not laid out as claimdesk does, so git merges it badly [layout]
        evidence (0):
        annotations/zoe-martin/a.txt.json: warning: annotation k1: the evidence `../gone.txt` is gone [evidence-gone]
    "#]].assert_eq(&report);
}

#[test]
fn an_article_that_is_gone_is_said() {
    let desk = desk(&notebook(|n| n));
    fs::remove_file(desk.path().join("seeds/a.txt")).unwrap();
    fs::write(desk.path().join("annotations/stray.json"), "{}").unwrap();
    says(
        desk.path(),
        &["check"],
        &expect![[r#"
            annotations/stray.json: error: a notebook belongs into a folder named after its annotator [wrong-place]
            annotations/zoe-martin/a.txt.json: error: the article `a.txt` is gone; 1 annotation is kept [article-gone]
            error: 2 errors left in 1 notebook
            hint: open the reader to decide what only a person can
            exit 1
        "#]],
    );
}

#[test]
fn fix_mends_what_loses_nothing_and_says_so() {
    let broken = notebook(|n| {
        n.replace(
            "      \"verdict\": \"disputed\",\n",
            "<<<<<<< HEAD\n      \"verdict\": \"disputed\",\n=======\n      \"verdict\": \"misleading\",\n>>>>>>> laptop\n",
        )
    });
    let desk = desk(&broken);
    let temp = desk.path().join("annotations/zoe-martin/.claimdesk-x.tmp");
    fs::write(&temp, "half").unwrap();
    says(
        desk.path(),
        &["check"],
        &expect![[r#"
            annotations/zoe-martin/.claimdesk-x.tmp: warning: left behind by a claimdesk that was killed while saving [leftover]
            annotations/zoe-martin/a.txt.json: error: git's conflict markers: both sides were merged [conflict-markers]
            annotations/zoe-martin/a.txt.json: error: annotation k1: two machines differ on “12 000 soldats”: verdict: misleading here, disputed there; choose [conflict]
            error: 2 errors left in 1 notebook
            hint: `claimdesk check --fix` repairs what can be repaired without loss
            exit 1
        "#]],
    );
    let path = desk.path().join("annotations/zoe-martin/a.txt.json");
    assert_eq!(fs::read_to_string(&path).unwrap(), broken, "only --fix writes");
    says(
        desk.path(),
        &["check", "--fix"],
        &expect![[r#"
            annotations/zoe-martin/.claimdesk-x.tmp: fixed: left behind by a claimdesk that was killed while saving [leftover]
            annotations/zoe-martin/a.txt.json: fixed: git's conflict markers: both sides were merged [conflict-markers]
            annotations/zoe-martin/a.txt.json: error: annotation k1: two machines differ on “12 000 soldats”: verdict: misleading here, disputed there; choose [conflict]
            error: 1 error left in 1 notebook
            hint: open the reader to decide what only a person can
            exit 1
        "#]],
    );
    assert!(!temp.exists());
    says(
        desk.path(),
        &["check", "--format", "json"],
        &expect![[r#"
            {"notebooks":1,"errors":1,"problems":[{"file":"annotations/zoe-martin/a.txt.json","kind":"conflict","severity":"error","message":"annotation k1: two machines differ on “12 000 soldats”: verdict: misleading here, disputed there; choose","fixed":false,"counts":true,"annotation":"k1"}]}
            error: 1 error left in 1 notebook
            hint: open the reader to decide what only a person can
            exit 1
        "#]],
    );
}

#[test]
fn the_merge_driver_leaves_both_sides_when_one_is_no_notebook() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
    write("base", "");
    write("ours", &notebook(|n| n));
    write("theirs", "{ broken");
    says(
        dir.path(),
        &["merge-driver", "base", "ours", "theirs", "annotations/z/a.txt.json"],
        &expect![[r#"
            error: annotations/z/a.txt.json: theirs cannot be merged: line 1, column 3: key must be a string
            hint: git leaves the file to you: put both sides in order, then `git add` it
            exit 1
        "#]],
    );
    let left = fs::read_to_string(dir.path().join("ours")).unwrap();
    assert_eq!(
        left,
        format!("<<<<<<< ours\n{}=======\n{{ broken\n>>>>>>> theirs\n", notebook(|n| n))
    );
}

/// git takes up as much of a file as it measured before a larger one took its place, and merges
/// that: wherever it ends, what the other side and the last commit say is kept.
#[test]
fn the_merge_driver_takes_what_a_side_that_ends_too_early_still_says() {
    let book = |ids: std::ops::Range<usize>| {
        let mut notebook = Notebook::default();
        for n in ids {
            let selector =
                Selector { exact: format!("{n} é"), start: 9 * n, ..Selector::default() };
            let made = Annotation::new(selector, "2026-11-20T10:12:03Z".parse().unwrap());
            notebook.annotations.insert(AnnotationId(format!("a{n}").into()), made);
        }
        notebook
    };
    let written = |notebook: &Notebook| format::serialize(notebook, Style::default());
    let (base, ours, theirs) = (written(&book(0..3)), written(&book(0..4)), book(0..9));
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    let whole = written(&theirs);
    let first = whole.windows(6).position(|end| end == b"\n    }").unwrap() + 6;
    for end in first..whole.len() {
        fs::write(path("base"), &base).unwrap();
        fs::write(path("ours"), &ours).unwrap();
        fs::write(path("theirs"), &whole[..end]).unwrap();
        let told = merge_files(&path("base"), &path("ours"), &path("theirs")).unwrap();
        let merged = format::parse(&fs::read(path("ours")).unwrap()).unwrap().notebook;
        let entries = whole[..end].windows(6).filter(|end| *end == b"\n    }").count();
        assert_eq!(merged.annotations.len(), entries.max(4), "{end}");
        // A merge without the driver leaves both between markers.
        let left = [b"<<<<<<< ours\n", &ours[..], b"=======\n", &whole[..end], b"\n>>>>>>> x\n"];
        let read = format::parse(&left.concat()).unwrap();
        assert_eq!(read.notebook.annotations.len(), entries.max(4), "{end}");
        // At its very end only the line end is missing.
        assert_eq!(told.contains(&Repair::CutShort), end < whole.len() - 1, "{end}");
    }
}

/// A clock that is far off must not make a file unreadable.
#[test]
fn a_time_at_the_end_of_the_calendar_is_read() {
    let dir = desk(&notebook(|text| text.replace("2026-11-20T10:12:03Z", "9999-12-31T23:59:59Z")));
    let shown = run(dir.path(), &["show", "a", "--annotator", "Zoé Martin"]);
    let text = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(shown.status.success() && text.contains("disputed"), "{text}");
    let marked = run(
        dir.path(),
        &["mark", "a", "--quote", "12 000 soldats", "--verdict", "c", "--annotator", "Zoé Martin"],
    );
    assert!(marked.status.success(), "{}", String::from_utf8_lossy(&marked.stderr));
    let shown = run(dir.path(), &["show", "a", "--annotator", "Zoé Martin"]);
    assert!(String::from_utf8_lossy(&shown.stdout).contains("corroborated"));
}
