//! The three-way merge and edits: what holds whatever people do.

use std::collections::BTreeMap;

use claimdesk::core::annotation::edit::Edit;
use claimdesk::core::annotation::field::FIELDS;
use claimdesk::core::annotation::merge::{Notice, merge};
use claimdesk::core::annotation::{
    Annotation, AnnotationId, BlobId, Evidence, Final, Notebook, Remark, Rival, Selector, Stance,
    Unknown, VerdictId, Work,
};
use claimdesk::store::format;
use expect_test::expect;
use jiff::Timestamp;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

// Few values, so that the two sides meet often.

fn id() -> impl Strategy<Value = AnnotationId> {
    select(vec!["aa", "bb", "cc", "dd"]).prop_map(|id| AnnotationId(id.into()))
}

fn time() -> impl Strategy<Value = Timestamp> {
    (0_i64..4).prop_map(|n| Timestamp::from_second(1_800_000_000 + n).unwrap())
}

fn verdict() -> impl Strategy<Value = Option<VerdictId>> {
    option::of(
        select(vec!["corroborated", "disputed", "unverified"])
            .prop_map(|v| VerdictId(v.to_owned())),
    )
}

fn word() -> impl Strategy<Value = String> {
    select(vec!["", "a", "é\n\"b\"", "\u{1}\\ c", "<<<<<<<"]).prop_map(str::to_owned)
}

fn selector() -> impl Strategy<Value = Selector> {
    (word(), 0_usize..3, option::of(select(vec!["b1", "b2"]))).prop_map(|(exact, start, blob)| {
        Selector {
            end: start + exact.chars().count(),
            blob: blob.map(|b| BlobId(b.to_owned())),
            exact,
            start,
            ..Selector::default()
        }
    })
}

fn unknown() -> impl Strategy<Value = Vec<Unknown>> {
    let names = btree_map(select(vec!["later", "more"]), select(vec!["1", "[ true ]"]), 0..2);
    names.prop_map(|fields| {
        let field = |(name, json): (&str, &str)| Unknown {
            name: name.to_owned(),
            json: json.to_owned(),
            slot: 2,
        };
        fields.into_iter().map(field).collect()
    })
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (select(vec![Stance::Supports, Stance::Refutes]), option::of(word()), unknown())
        .prop_map(|(stance, quote, extra)| Evidence { stance, quote, extra, ..Evidence::default() })
}

fn annotation() -> impl Strategy<Value = Annotation> {
    let words = vec(select(vec!["t1", "t2", "t3"]).prop_map(str::to_owned), 0..3);
    let said = (verdict(), selector(), word(), vec(evidence(), 0..3), words, word());
    let team = (option::of(final_verdict()), talk());
    (said, team, time(), time(), unknown()).prop_map(
        |((verdict, selector, note, evidence, tags, short), team, created, updated, extra)| {
            Annotation {
                verdict,
                selector,
                note,
                evidence,
                tags,
                short,
                final_verdict: team.0,
                talk: team.1,
                conflict: vec![],
                created,
                updated,
                extra,
            }
        },
    )
}

fn final_verdict() -> impl Strategy<Value = Final> {
    let over = btree_map(word(), word().prop_map(VerdictId), 0..2);
    (verdict(), word(), time(), over, unknown()).prop_map(|(verdict, why, at, over, extra)| Final {
        verdict,
        why,
        at,
        over,
        extra,
    })
}

fn talk() -> impl Strategy<Value = BTreeMap<String, Remark>> {
    let to = vec(word(), 0..2);
    let remark = (to, option::of(word()), word(), time(), any::<bool>(), unknown())
        .prop_map(|(to, re, text, at, done, extra)| Remark { to, re, text, at, done, extra });
    btree_map(select(vec!["t1", "t2"]).prop_map(str::to_owned), remark, 0..2)
}

fn work() -> impl Strategy<Value = Work> {
    (select(Work::STATES.to_vec()), time(), option::of(word()), unknown())
        .prop_map(|(state, at, head, extra)| Work { state: state.to_owned(), at, head, extra })
}

fn notebook() -> impl Strategy<Value = Notebook> {
    let annotations = btree_map(id(), annotation(), 0..4);
    let parts = (annotations, option::of(work().prop_map(Box::new)), word(), option::of(word()));
    parts.prop_map(|(annotations, work, note, imported)| Notebook {
        article: "a.txt".to_owned(),
        annotator: "é".to_owned(),
        note,
        imported,
        work,
        annotations: annotations.into_iter().collect(),
        extra: vec![],
    })
}

/// One thing a person does.
#[derive(Clone, Debug)]
enum Act {
    Add(Box<Annotation>),
    Remove,
    Verdict(Option<VerdictId>),
    Note(String),
    Place(Selector),
    Tags(Vec<String>),
    Evidence(Vec<Evidence>),
    Final(Option<Final>),
    Talk(BTreeMap<String, Remark>),
}

fn act() -> impl Strategy<Value = (AnnotationId, Act, Timestamp)> {
    let what = prop_oneof![
        annotation().prop_map(|a| Act::Add(Box::new(a))),
        Just(Act::Remove),
        verdict().prop_map(Act::Verdict),
        word().prop_map(Act::Note),
        selector().prop_map(Act::Place),
        vec(word(), 0..3).prop_map(Act::Tags),
        vec(evidence(), 0..3).prop_map(Act::Evidence),
        option::of(final_verdict()).prop_map(Act::Final),
        talk().prop_map(Act::Talk),
    ];
    (id(), what, time())
}

fn edit(notebook: &Notebook, (id, act, now): (AnnotationId, Act, Timestamp)) -> Edit {
    match act {
        Act::Add(_) if notebook.annotations.contains_key(&id) => Edit::default(),
        Act::Add(annotation) => Edit::add(id, *annotation),
        Act::Remove => Edit::remove(notebook, &id),
        Act::Verdict(v) => Edit::change(notebook, &id, now, |a| a.verdict = v),
        Act::Note(n) => Edit::change(notebook, &id, now, |a| a.note = n),
        Act::Place(s) => Edit::change(notebook, &id, now, |a| a.selector = s),
        Act::Tags(t) => Edit::change(notebook, &id, now, |a| a.tags = t),
        Act::Evidence(e) => Edit::change(notebook, &id, now, |a| a.evidence = e),
        Act::Final(f) => Edit::change(notebook, &id, now, |a| a.final_verdict = f),
        Act::Talk(t) => Edit::change(notebook, &id, now, |a| a.talk = t),
    }
}

type Acts = Vec<(AnnotationId, Act, Timestamp)>;

/// The notebook after these acts, and the edits they were.
fn worked(notebook: &Notebook, acts: Acts) -> (Notebook, Vec<Edit>) {
    let mut after = notebook.clone();
    let mut edits = Vec::new();
    for act in acts {
        let edit = edit(&after, act);
        edit.apply(&mut after);
        edits.push(edit);
    }
    (after, edits)
}

/// A base and what two sides made of it.
fn sides() -> impl Strategy<Value = (Notebook, Notebook, Notebook)> {
    let work = || vec(act(), 0..6);
    (notebook(), work(), work())
        .prop_map(|(base, one, two)| (base.clone(), worked(&base, one).0, worked(&base, two).0))
}

/// Everything an annotation says in a field that can clash: in force, or as a rival.
fn says(a: &Annotation) -> Vec<Rival> {
    let mut all = a.conflict.clone();
    let one = FIELDS.iter().filter(|row| row.rule.has_rivals());
    all.extend(one.map(|row| Rival::new(row.name(), row.get(a))));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn it_does_not_matter_which_side_is_ours((base, one, two) in sides()) {
        prop_assert_eq!(merge(&base, &one, &two), merge(&base, &two, &one));
    }

    #[test]
    fn a_merge_again_changes_nothing((base, one, two) in sides()) {
        let merged = merge(&base, &one, &two).notebook;
        prop_assert_eq!(&merge(&base, &merged, &one).notebook, &merged);
        prop_assert_eq!(&merge(&base, &two, &merged).notebook, &merged);
        prop_assert_eq!(&merge(&base, &merged, &merged).notebook, &merged);
        prop_assert_eq!(&merge(&one, &one, &merged).notebook, &merged);
        prop_assert_eq!(&merge(&base, &base, &one).notebook, &one);
    }

    #[test]
    fn work_on_different_annotations_is_simply_both(
        base in notebook(), one in vec(act(), 0..6), two in vec(act(), 0..6),
    ) {
        let apart = |acts: Acts, ids: [&str; 2]| -> Acts {
            acts.into_iter().filter(|(id, ..)| ids.contains(&id.0.as_str())).collect()
        };
        let (one, two) = (apart(one, ["aa", "bb"]), apart(two, ["cc", "dd"]));
        let (ours, theirs) = (worked(&base, one.clone()).0, worked(&base, two.clone()).0);
        let both = worked(&ours, two).0;
        let merged = merge(&base, &ours, &theirs);
        prop_assert_eq!(merged.notebook, both);
        prop_assert_eq!(merged.notices, []);
    }

    #[test]
    fn work_on_different_fields_is_simply_both(
        base in annotation(), v in verdict(), note in word(), place in selector(), tags in vec(word(), 0..3), now in time(),
    ) {
        let id = AnnotationId("aa".into());
        let base = Notebook { annotations: [(id.clone(), base)].into_iter().collect(), ..Notebook::default() };
        let one = [Act::Verdict(v), Act::Tags(tags)].map(|act| (id.clone(), act, now));
        let two = [Act::Note(note), Act::Place(place)].map(|act| (id.clone(), act, now));
        let (ours, theirs) = (worked(&base, one.to_vec()).0, worked(&base, two.to_vec()).0);
        let merged = merge(&base, &ours, &theirs);
        prop_assert_eq!(merged.notebook, worked(&ours, two.to_vec()).0);
        prop_assert_eq!(merged.notices, []);
    }

    #[test]
    fn nothing_anybody_decided_is_lost((base, one, two) in sides()) {
        let merged = merge(&base, &one, &two).notebook;
        for side in [&one, &two] {
            for (id, a) in &side.annotations {
                let before = base.annotations.get(id);
                if before == Some(a) {
                    continue;
                }
                let after = merged.annotations.get(id).expect("changed, so kept");
                let known = before.map(says).unwrap_or_default();
                for value in says(a).into_iter().filter(|v| before.is_some() && !known.contains(v)) {
                    prop_assert!(says(after).contains(&value), "{value:?} is lost");
                }
            }
        }
    }

    #[test]
    fn undo_takes_back_everything_in_turn(base in notebook(), acts in vec(act(), 0..10)) {
        let (mut now, edits) = worked(&base, acts);
        let done = now.clone();
        for edit in edits.iter().rev() {
            edit.inverse().apply(&mut now);
        }
        prop_assert_eq!(&now, &base);
        for edit in &edits {
            edit.apply(&mut now);
        }
        prop_assert_eq!(now, done);
    }

    #[test]
    fn undo_after_a_merge_leaves_the_work_of_others(
        base in notebook(), one in vec(act(), 0..4), two in vec(act(), 0..4),
    ) {
        let apart = |acts: Acts, ids: [&str; 2]| -> Acts {
            acts.into_iter().filter(|(id, ..)| ids.contains(&id.0.as_str())).collect()
        };
        let (ours, edits) = worked(&base, apart(one, ["aa", "bb"]));
        let theirs = worked(&base, apart(two, ["cc", "dd"])).0;
        let mut now = merge(&base, &ours, &theirs).notebook;
        for edit in edits.iter().rev() {
            edit.inverse().apply(&mut now);
        }
        prop_assert_eq!(now, theirs);
    }

    #[test]
    fn what_is_saved_is_what_is_loaded((base, one, two) in sides()) {
        let merged = merge(&base, &one, &two).notebook;
        let bytes = format::serialize(&merged, format::Style::default());
        let parsed = format::parse(&bytes).unwrap();
        prop_assert_eq!(&parsed.notebook, &merged);
        prop_assert_eq!(parsed.repairs, []);
        prop_assert_eq!(format::serialize(&parsed.notebook, parsed.style), bytes);
    }
}

fn example() -> (AnnotationId, Notebook) {
    let id = AnnotationId("aa".into());
    let annotation = Annotation {
        verdict: Some(VerdictId("unverified".to_owned())),
        ..Annotation::new(Selector { exact: "x".to_owned(), end: 1, ..Selector::default() }, at(0))
    };
    let annotations = [(id.clone(), annotation)].into_iter().collect();
    (id, Notebook { annotations, ..Notebook::default() })
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

fn decide(notebook: &Notebook, verdict: &str, second: i64) -> Notebook {
    let (id, _) = example();
    let mut after = notebook.clone();
    let verdict = Some(VerdictId(verdict.to_owned()));
    Edit::change(notebook, &id, at(second), |a| a.verdict = verdict).apply(&mut after);
    after
}

#[test]
fn two_verdicts_are_both_kept_until_one_is_chosen() {
    let (id, base) = example();
    let (early, late) = (decide(&base, "disputed", 1), decide(&base, "corroborated", 2));
    let merged = merge(&base, &early, &late);
    assert_eq!(merged.notices, [Notice::Conflict(id.clone())]);
    expect![[r#"
        {
          "format": "claimdesk/1",
          "article": "",
          "annotator": "",
          "annotations": {
            "aa": {
              "verdict": "corroborated",
              "exact": "x",
              "start": 0,
              "end": 1,
              "conflict": [
                {
                  "verdict": "disputed"
                }
              ],
              "created": "2027-01-15T08:00:00Z",
              "updated": "2027-01-15T08:00:02Z"
            }
          }
        }
    "#]]
    .assert_eq(
        &String::from_utf8(format::serialize(&merged.notebook, format::Style::default())).unwrap(),
    );

    let chosen = decide(&merged.notebook, "disputed", 3);
    assert_eq!(chosen.annotations[&id].conflict, []);
    // The other machine had seen the conflict and done nothing about it.
    assert_eq!(merge(&merged.notebook, &chosen, &merged.notebook).notebook, chosen);
}

#[test]
fn a_removal_yields_to_a_change() {
    let (id, base) = example();
    let changed = decide(&base, "disputed", 1);
    let merged = merge(&base, &Notebook::default(), &changed);
    assert_eq!(merged.notices, [Notice::KeptDespiteRemoval(id)]);
    assert_eq!(merged.notebook, changed);
    assert_eq!(merge(&base, &Notebook::default(), &base).notebook, Notebook::default());
}

#[test]
fn undo_that_comes_too_late_leaves_the_others_value() {
    let (id, base) = example();
    let mine = Edit::change(&base, &id, at(1), |a| a.note = "mine".to_owned());
    let mut now = base;
    mine.apply(&mut now);
    let mut now = decide(&now, "disputed", 2);
    now.annotations.get_mut(&id).unwrap().note = "theirs".to_owned();
    let before = now.clone();
    mine.inverse().apply(&mut now);
    assert_eq!(now.annotations[&id].note, "theirs");
    assert_eq!(now.annotations[&id].verdict, before.annotations[&id].verdict);
}

#[test]
fn the_clock_of_an_annotation_never_goes_back() {
    let (id, base) = example();
    let late = decide(&base, "disputed", 5);
    let after = decide(&late, "corroborated", 1);
    assert_eq!(after.annotations[&id].updated, at(5));
}

#[test]
fn a_change_that_changes_nothing_is_no_edit() {
    let (id, base) = example();
    assert!(Edit::change(&base, &id, at(9), |_| {}).is_empty());
    assert!(Edit::remove(&base, &AnnotationId("zz".into())).is_empty());
}

// What git makes of two versions of a file when no driver is there.

/// As [`sides`], but as in life: ids are never given twice, and no two annotations
/// share their words and their moment. Lines are all that git compares, so of
/// twins it may well take one for the other.
fn lifelike() -> impl Strategy<Value = (Notebook, Notebook, Notebook)> {
    let act = |side: i64| {
        let what = prop_oneof![
            annotation().prop_map(|a| Act::Add(Box::new(a))),
            Just(Act::Remove),
            verdict().prop_map(Act::Verdict),
            word().prop_map(Act::Note),
            vec(evidence(), 0..3).prop_map(Act::Evidence),
        ];
        let ids = (0_i64..12, select(vec![0, side]));
        (ids, what, 0_i64..1_000_000_000).prop_map(move |((id, by), mut act, n)| {
            let n = (n * 3 + side) * 12 + id;
            let by = if matches!(act, Act::Add(_)) { side } else { by };
            if let Act::Add(a) = &mut act {
                a.selector.exact = format!("words {n}");
                (a.selector.start, a.selector.end) = (n as usize, n as usize + 100);
                (a.created, a.updated) = (at(n), at(n));
            }
            (
                AnnotationId(format!("k{id}{}", ["", "a", "b"][by as usize]).into()),
                act,
                at(36_000_000_000 + n),
            )
        })
    };
    let work = move |most, side| vec(act(side), 0..most);
    (work(20, 0), work(6, 1), work(6, 2)).prop_map(|(base, one, two)| {
        let base = worked(&Notebook::default(), base).0;
        (base.clone(), worked(&base, one).0, worked(&base, two).0)
    })
}

/// `git merge-file` in this style; whether it found conflicts, and the text.
fn git_merge_file(style: &str, [ours, base, theirs]: [&[u8]; 3]) -> (bool, Vec<u8>) {
    let dir = tempfile::tempdir().unwrap();
    let paths = ["ours", "base", "theirs"].map(|name| dir.path().join(name));
    for (path, bytes) in paths.iter().zip([ours, base, theirs]) {
        std::fs::write(path, bytes).unwrap();
    }
    let mut git = std::process::Command::new("git");
    git.args(["merge-file", "-p"]).args((!style.is_empty()).then_some(style)).args(&paths);
    let out = git.output().unwrap();
    let code = out.status.code().unwrap();
    assert!(code < 128, "git merge-file: {}", String::from_utf8_lossy(&out.stderr));
    (code > 0, out.stdout)
}

fn bytes(notebook: &Notebook) -> Vec<u8> {
    format::serialize(notebook, format::Style::default())
}

/// Fails unless all that `side` said since `base` is said in `merged`. Where the
/// base is not known, what was cleared cannot be.
fn assert_kept(base: &Notebook, side: &Notebook, merged: &Notebook, text: &[u8]) {
    for (id, a) in &side.annotations {
        let before = base.annotations.get(id);
        if before == Some(a) {
            continue;
        }
        let text = String::from_utf8_lossy(text);
        let after =
            merged.annotations.get(id).unwrap_or_else(|| panic!("{id:?} is lost in {text}"));
        let mut known = before.map(says).unwrap_or_default();
        let one = FIELDS.iter().filter(|row| row.rule.has_rivals());
        known.extend(one.map(|row| Rival::new(row.name(), row.field.blank.clone())));
        for value in says(a).into_iter().filter(|v| !known.contains(v)) {
            assert!(says(after).contains(&value), "{value:?} of {id:?} is lost in {text}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn conflict_markers_are_merged_as_the_driver_would(
        (base, one, two) in lifelike(), style in select(vec!["", "--diff3", "--zdiff3"]),
    ) {
        let texts = [&one, &base, &two].map(bytes);
        let (conflict, merged) = git_merge_file(style, texts.each_ref().map(Vec::as_slice));
        if !conflict {
            return Ok(());
        }
        let expected = merge(&base, &one, &two);
        let [ours, base_text, theirs] = texts.map(Some);
        let sides = format::Sides { base: base_text, ours, theirs };
        let with_index = format::parse_with(&merged, &|| Some(sides.clone())).unwrap();
        prop_assert_eq!(with_index.notebook, expected.notebook);
        let removed = |side: &Notebook| base.annotations.keys().any(|id| !side.annotations.contains_key(id));
        if removed(&one) || removed(&two) {
            // To git, one removed and one added beside it is one changed: only the index knows.
            return Ok(());
        }
        let without = format::parse(&merged).unwrap();
        prop_assert_eq!(&without.repairs[0], &format::Repair::ConflictMarkers);
        assert_kept(&base, &one, &without.notebook, &merged);
        assert_kept(&base, &two, &without.notebook, &merged);
    }

    #[test]
    fn without_conflicts_git_merges_as_we_do((base, one, two) in lifelike()) {
        let texts = [&one, &base, &two].map(bytes);
        let (conflict, merged) = git_merge_file("", texts.each_ref().map(Vec::as_slice));
        if !conflict {
            let parsed = format::parse(&merged).unwrap();
            prop_assert_eq!(parsed.repairs, [], "{}", String::from_utf8_lossy(&merged));
            prop_assert_eq!(parsed.notebook, merge(&base, &one, &two).notebook);
        }
    }

    #[test]
    fn what_a_union_merge_leaves_is_sorted_out_or_refused((base, one, two) in lifelike()) {
        let texts = [&one, &base, &two].map(bytes);
        let (_, merged) = git_merge_file("--union", texts.each_ref().map(Vec::as_slice));
        let removed = |side: &Notebook| base.annotations.keys().any(|id| !side.annotations.contains_key(id));
        if removed(&one) || removed(&two) {
            return Ok(());
        }
        // Where equal lists ran two annotations into one, nobody can tell them
        // apart: such a file is refused and kept for a person to look at.
        let Ok(parsed) = format::parse(&merged) else { return Ok(()) };
        assert_kept(&base, &one, &parsed.notebook, &merged);
        assert_kept(&base, &two, &parsed.notebook, &merged);
    }
}
