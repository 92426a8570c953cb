//! Saving a notebook: alone, among other writers, and over a failing disk.

use std::fs;

use claimdesk::core::annotation::edit::Edit;
use claimdesk::core::annotation::{Annotation, AnnotationId, Notebook, Selector, VerdictId};
use claimdesk::store::annotator::Annotator;
use claimdesk::store::desk::Desk;
use tempfile::TempDir;

/// A desk with one article, `a.txt`.
fn desk() -> (TempDir, Desk) {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("seeds")).unwrap();
    fs::write(dir.path().join("seeds/a.txt"), "Environ 12 000 soldats.\n").unwrap();
    let desk = Desk::open(dir.path()).unwrap();
    (dir, desk)
}

fn annotation(verdict: &str) -> Annotation {
    let time = "2026-11-20T10:12:03Z".parse().unwrap();
    Annotation {
        verdict: Some(VerdictId(verdict.to_owned())),
        selector: Selector {
            exact: "12 000 soldats".to_owned(),
            start: 8,
            end: 22,
            ..Selector::default()
        },
        note: String::new(),
        evidence: vec![],
        tags: vec![],
        conflict: vec![],
        created: time,
        updated: time,
        extra: vec![],
    }
}

/// The notebook with one more annotation.
fn with(notebook: &Notebook, id: &str, verdict: &str) -> Notebook {
    let mut notebook = notebook.clone();
    Edit::add(AnnotationId(id.to_owned()), annotation(verdict)).apply(&mut notebook);
    notebook
}

fn ids(notebook: &Notebook) -> Vec<&str> {
    notebook.annotations.keys().map(|id| id.0.as_str()).collect()
}

#[test]
fn the_first_save_makes_the_folders_and_the_next_load_reads_it() {
    let (_dir, desk) = desk();
    let zoe = Annotator::new("Zoé Martin");
    let mut file = desk.notebook(&zoe, "a.txt");
    assert!(!file.exists() && file.refusal().is_none());
    let empty = file.notebook().clone();
    let ours = with(&empty, "k1", "disputed");
    let saved = file.save(&empty, &ours).unwrap();
    assert_eq!((saved.notebook, saved.merged), (ours.clone(), false));
    assert_eq!(file.path(), desk.root().join("annotations/zoe-martin/a.txt.json"));
    assert_eq!(desk.notebook(&zoe, "a.txt").notebook(), &ours);
}

#[test]
fn two_windows_keep_each_others_work() {
    let (_dir, desk) = desk();
    let zoe = Annotator::new("Zoé Martin");
    let (mut one, mut two) = (desk.notebook(&zoe, "a.txt"), desk.notebook(&zoe, "a.txt"));
    let empty = one.notebook().clone();
    one.save(&empty, &with(&empty, "k1", "disputed")).unwrap();
    let saved = two.save(&empty, &with(&empty, "k2", "misleading")).unwrap();
    assert!(saved.merged);
    assert_eq!(ids(&saved.notebook), ["k1", "k2"]);
    assert!(one.reload());
    assert_eq!(one.notebook(), two.notebook());
}

#[test]
fn a_save_already_under_way_removes_nothing_that_was_merged_meanwhile() {
    let (_dir, desk) = desk();
    let zoe = Annotator::new("Zoé Martin");
    let (mut window, mut script) = (desk.notebook(&zoe, "a.txt"), desk.notebook(&zoe, "a.txt"));
    let empty = window.notebook().clone();
    script.save(&empty, &with(&empty, "k1", "disputed")).unwrap();
    // Two keys pressed before the window heard of the script's annotation.
    let first = with(&empty, "k2", "misleading");
    let second = with(&first, "k3", "unverified");
    window.save(&empty, &first).unwrap();
    let saved = window.save(&empty, &second).unwrap();
    assert_eq!(ids(&saved.notebook), ["k1", "k2", "k3"]);
}
