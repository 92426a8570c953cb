//! The three-way merge of notebooks: by annotation, then by field.
//!
//! It serves two windows, a script beside the reader, `git pull` during a
//! session, git's merge driver, the repair of damaged files and undo alike.
//! A field changed on one side takes that side's value; changed on both to
//! different values, the one of the annotation updated later is in force and
//! the other is kept as a [`Rival`]; lists are sets. The table of fields
//! ([`FIELDS`]) says which is which. An annotation
//! removed on one side and changed on the other stays.
//!
//! The result does not depend on which side is called ours, and merging a
//! result again with one of its sides changes nothing.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::field::{FIELDS, Rule};
use super::value::Value;
use super::{Annotation, AnnotationId, Extra, Notebook, Rival, Selector, Unknown, Work};

/// What a merge gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// The notebook that holds both sides' work.
    pub notebook: Notebook,
    /// What a person should be told, in order of id.
    pub notices: Vec<Notice>,
}

/// Something a merge did that its author should look at.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Notice {
    /// The same field got two values: both are kept, a choice is due.
    Conflict(AnnotationId),
    /// Removed on one side, changed on the other: it was kept.
    KeptDespiteRemoval(AnnotationId),
    /// Decided in this session and removed by another writer: it was kept.
    KeptFromSession(AnnotationId),
    /// Never committed and taken away by git: it was kept.
    KeptFromGit(AnnotationId),
}

/// Merges what two sides made of `base`. An empty `base` is right where none is known.
pub fn merge(base: &Notebook, ours: &Notebook, theirs: &Notebook) -> Merged {
    // Nearly always only one side has changed something.
    if let Some(one) = only_change(base, ours, theirs) {
        return Merged { notebook: one.clone(), notices: Vec::new() };
    }
    let mut notebook = Notebook {
        article: plain(&base.article, &ours.article, &theirs.article, Ord::max).clone(),
        annotator: plain(&base.annotator, &ours.annotator, &theirs.annotator, Ord::max).clone(),
        note: note(base, ours, theirs),
        imported: plain(&base.imported, &ours.imported, &theirs.imported, Ord::max).clone(),
        work: work(base, ours, theirs),
        extra: extra(&base.extra, &ours.extra, &theirs.extra, &mut |o, t| o.max(t).clone()),
        ..Notebook::default()
    };
    let mut notices = Vec::new();
    let ids: BTreeSet<_> = ours.annotations.keys().chain(theirs.annotations.keys()).collect();
    for id in ids {
        let sides = [base, ours, theirs].map(|n| n.annotations.shared(id));
        if let Some(untouched) = untouched(sides) {
            notebook.annotations.insert(id.clone(), untouched.clone());
            continue;
        }
        let [b, o, t] = sides.map(|side| side.map(|annotation| &**annotation));
        let (merged, outcome) = annotation(b, o, t, Clash::BothStay);
        match outcome {
            Outcome::Quiet => {}
            Outcome::Conflict => notices.push(Notice::Conflict(id.clone())),
            Outcome::Kept => notices.push(Notice::KeptDespiteRemoval(id.clone())),
        }
        if let Some(merged) = merged {
            notebook.annotations.insert(id.clone(), merged);
        }
    }
    Merged { notebook, notices }
}

/// The side that says all there is to say: both are the same, or the other is as it was.
fn only_change<'a>(
    base: &Notebook,
    ours: &'a Notebook,
    theirs: &'a Notebook,
) -> Option<&'a Notebook> {
    if base == theirs || ours == theirs {
        return Some(ours);
    }
    (base == ours).then_some(theirs)
}

/// The annotation that both sides have, or that one of them has changed: it is shared, not copied.
fn untouched(sides: [Option<&Arc<Annotation>>; 3]) -> Option<&Arc<Annotation>> {
    match sides {
        [_, Some(ours), Some(theirs)] if ours == theirs => Some(ours),
        [Some(base), Some(same), Some(one)] | [Some(base), Some(one), Some(same)]
            if base == same =>
        {
            Some(one)
        }
        _ => None,
    }
}

/// What to do where both sides changed the same field to different values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Clash {
    /// The later value is in force, the other becomes a rival.
    BothStay,
    /// Ours stays, as for an undo that comes too late.
    OursStays,
}

/// Whether merging one annotation is worth a word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Quiet,
    Conflict,
    Kept,
}

/// Merges one annotation; none stands for absent.
pub(super) fn annotation(
    base: Option<&Annotation>,
    ours: Option<&Annotation>,
    theirs: Option<&Annotation>,
    clash: Clash,
) -> (Option<Annotation>, Outcome) {
    match (base, ours, theirs) {
        (_, None, None) => (None, Outcome::Quiet),
        (_, Some(o), Some(t)) if o == t => (Some(o.clone()), Outcome::Quiet),
        (None, Some(one), None) | (None, None, Some(one)) => (Some(one.clone()), Outcome::Quiet),
        (Some(b), Some(one), None) | (Some(b), None, Some(one)) if b == one => {
            (None, Outcome::Quiet)
        }
        (Some(_), Some(one), None) | (Some(_), None, Some(one)) => {
            (Some(one.clone()), Outcome::Kept)
        }
        (Some(b), Some(same), Some(one)) | (Some(b), Some(one), Some(same)) if b == same => {
            (Some(one.clone()), Outcome::Quiet)
        }
        (Some(b), Some(o), Some(t)) => fields(b, o, t, clash),
        (None, Some(o), Some(t)) => fields(&blank(o, t), o, t, clash),
    }
}

/// The base where none is known: nothing said yet, so what either side says stands.
fn blank(ours: &Annotation, theirs: &Annotation) -> Annotation {
    let same = ours.selector == theirs.selector;
    let selector = if same { ours.selector.clone() } else { Selector::default() };
    Annotation {
        created: ours.created.max(theirs.created),
        ..Annotation::new(selector, ours.updated.min(theirs.updated))
    }
}

fn fields(
    b: &Annotation,
    o: &Annotation,
    t: &Annotation,
    clash: Clash,
) -> (Option<Annotation>, Outcome) {
    let mut judge = Judge { clash, later: o.updated.cmp(&t.updated), rivals: Vec::new() };
    let mut merged = Annotation {
        created: *plain(&b.created, &o.created, &t.created, Ord::min),
        updated: o.updated.max(t.updated),
        extra: extra(&b.extra, &o.extra, &t.extra, &mut |o, t| {
            let rival = |u: Unknown| Rival { field: u.name, value: Value::Json(u.json.into()) };
            judge.clash(o, t, rival)
        }),
        ..o.clone()
    };
    for row in &FIELDS {
        let [base, ours, theirs] = [b, o, t].map(|a| row.get(a));
        match row.rule {
            Rule::One => {
                let rival = |value| Rival::new(row.name(), value);
                row.set(&mut merged, judge.field(&base, &ours, &theirs, rival));
            }
            Rule::Dated => {
                let rival = |value| Rival::new(row.name(), value);
                let dated = dated(&ours).cmp(&dated(&theirs));
                let later = std::mem::replace(&mut judge.later, dated);
                row.set(&mut merged, judge.field(&base, &ours, &theirs, rival));
                judge.later = later;
            }
            Rule::Entries => row.set(&mut merged, entries(base, ours, theirs, clash)),
            Rule::Set => {
                let [base, ours, theirs] = [base, ours, theirs].map(Value::into_list);
                row.set(&mut merged, Value::List(set(&base, &ours, &theirs)));
            }
            Rule::Time => {}
        }
    }
    let outcome = match clash {
        Clash::BothStay if !judge.rivals.is_empty() => Outcome::Conflict,
        _ => Outcome::Quiet,
    };
    if outcome == Outcome::Conflict {
        merged.conflict.extend(judge.rivals);
    }
    drop_settled(&mut merged);
    (Some(merged), outcome)
}

/// Decides which of two new values is in force, and keeps the other.
struct Judge {
    clash: Clash,
    /// How ours compares with theirs in time.
    later: Ordering,
    rivals: Vec<Rival>,
}

impl Judge {
    fn field<T: Ord + Clone>(
        &mut self,
        base: &T,
        ours: &T,
        theirs: &T,
        rival: impl Fn(T) -> Rival,
    ) -> T {
        match pick(base, ours, theirs) {
            Pick::One(value) => value.clone(),
            Pick::Two(o, t) => self.clash(o, t, rival),
        }
    }

    /// The later side wins; of two equally late ones the greater value, so that
    /// two machines agree without asking.
    fn clash<T: Ord + Clone>(&mut self, ours: &T, theirs: &T, rival: impl Fn(T) -> Rival) -> T {
        let stays =
            self.clash == Clash::OursStays || self.later.then_with(|| ours.cmp(theirs)).is_gt();
        let (stays, other) = if stays { (ours, theirs) } else { (theirs, ours) };
        self.rivals.push(rival(other.clone()));
        stays.clone()
    }
}

/// When a value was set, as it tells itself.
fn dated(value: &Value<'_>) -> Option<Timestamp> {
    let Value::Object(members) = value else { return None };
    let (_, at) = members.iter().find(|(name, _)| name == "at")?;
    let Value::Text(at) = at else { return None };
    at.parse().ok()
}

/// Dated values by name: of two new ones the later, of two equally late ones the greater;
/// one that is gone on one side and changed on the other stays.
fn entries<'a>(base: Value<'a>, ours: Value<'a>, theirs: Value<'a>, clash: Clash) -> Value<'a> {
    let [base, ours, theirs] =
        [base, ours, theirs].map(|v| v.into_members().into_iter().collect::<BTreeMap<_, _>>());
    let names: BTreeSet<_> = ours.keys().chain(theirs.keys()).cloned().collect();
    let merged = names.into_iter().filter_map(|name| {
        let [b, o, t] = [&base, &ours, &theirs].map(|entries| entries.get(&name));
        let entry = match pick(&b, &o, &t) {
            Pick::One(entry) => (*entry)?,
            Pick::Two(Some(o), Some(t)) if clash == Clash::BothStay => {
                if (dated(o), o) > (dated(t), t) { o } else { t }
            }
            Pick::Two(one, other) => (*one).or(*other)?,
        };
        Some((name, entry.clone()))
    });
    Value::Object(merged.collect())
}

/// The note on the article: of two new ones both, one below the other.
fn note(base: &Notebook, ours: &Notebook, theirs: &Notebook) -> String {
    match pick(&base.note, &ours.note, &theirs.note) {
        Pick::One(note) => note.clone(),
        Pick::Two(o, t) if o.contains(t.as_str()) => o.clone(),
        Pick::Two(o, t) if t.contains(o.as_str()) => t.clone(),
        Pick::Two(o, t) => [o.min(t).as_str(), o.max(t)].join("\n\n"),
    }
}

/// How far one is with the article: of two new values the later.
fn work(base: &Notebook, ours: &Notebook, theirs: &Notebook) -> Option<Box<Work>> {
    match pick(&base.work, &ours.work, &theirs.work) {
        Pick::One(work) => work.clone(),
        Pick::Two(o, t) => {
            let order = |work: &Option<Box<Work>>| work.as_ref().map(|w| (w.at, w.state.clone()));
            if order(o) > order(t) { o.clone() } else { t.clone() }
        }
    }
}

/// Sorts the rivals and drops those that say what is in force anyway.
fn drop_settled(a: &mut Annotation) {
    let mut conflict = std::mem::take(&mut a.conflict);
    conflict.retain(|rival| !rival.is_settled(a));
    conflict.sort();
    conflict.dedup();
    a.conflict = conflict;
}

/// What three values of one field come to.
enum Pick<'a, T> {
    One(&'a T),
    Two(&'a T, &'a T),
}

fn pick<'a, T: PartialEq>(base: &'a T, ours: &'a T, theirs: &'a T) -> Pick<'a, T> {
    if ours == theirs || theirs == base {
        Pick::One(ours)
    } else if ours == base {
        Pick::One(theirs)
    } else {
        Pick::Two(ours, theirs)
    }
}

/// A field where one of two new values can be given up.
fn plain<'a, T: PartialEq>(
    base: &'a T,
    ours: &'a T,
    theirs: &'a T,
    choose: impl Fn(&'a T, &'a T) -> &'a T,
) -> &'a T {
    match pick(base, ours, theirs) {
        Pick::One(v) => v,
        Pick::Two(o, t) => choose(o, t),
    }
}

/// A list as a set: what both kept in the order of the base, then what is new,
/// sorted. To put a list in another order counts only where nothing else happens.
fn set<T: Ord + Clone>(base: &Vec<T>, ours: &Vec<T>, theirs: &Vec<T>) -> Vec<T> {
    let (ours, theirs) = match pick(base, ours, theirs) {
        Pick::One(v) => return v.clone(),
        Pick::Two(o, t) => (o, t),
    };
    let [b, o, t] = [base, ours, theirs].map(BTreeSet::from_iter);
    match (o == b, t == b) {
        (true, true) => return ours.min(theirs).clone(),
        (true, false) => return theirs.clone(),
        (false, true) => return ours.clone(),
        (false, false) => {}
    }
    let mut both = Vec::new();
    for value in base.iter().filter(|v| o.contains(v) && t.contains(v)) {
        if !both.contains(value) {
            both.push(value.clone());
        }
    }
    both.extend(o.union(&t).filter(|v| !b.contains(*v)).map(|v| (*v).clone()));
    both
}

/// Unknown fields by name.
fn extra(
    base: &Extra,
    ours: &Extra,
    theirs: &Extra,
    choose: &mut dyn FnMut(&Unknown, &Unknown) -> Unknown,
) -> Extra {
    let (ours, theirs) = match pick(base, ours, theirs) {
        Pick::One(v) => return v.clone(),
        Pick::Two(o, t) => (o, t),
    };
    let find = |list: &Extra, name: &str| list.iter().find(|u| u.name == name).cloned();
    let names: BTreeSet<_> = ours.iter().chain(theirs).map(|u| u.name.as_str()).collect();
    let mut merged: Extra = names
        .into_iter()
        .filter_map(|name| {
            let [b, o, t] = [base, ours, theirs].map(|list| find(list, name));
            match pick(&b, &o, &t) {
                Pick::One(v) => v.clone(),
                Pick::Two(Some(o), Some(t)) => Some(choose(o, t)),
                Pick::Two(one, other) => one.clone().or_else(|| other.clone()),
            }
        })
        .collect();
    merged.sort_by(|a, b| (a.slot, &a.name).cmp(&(b.slot, &b.name)));
    merged
}
