//! Problems of files that are no notebooks in their place: copies, twins, origins.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use super::problem::{Kind, Problem, name_below};
use crate::core::annotation::BlobId;
use crate::store::desk::{Desk, NotebookPath};
use crate::store::format::Provenance;
use crate::store::source::Why;

/// A copy that a program left which syncs folders: what it says is taken over into the notebook,
/// as from the side of a conflict, and then it goes.
pub(super) fn copied(desk: &Desk, copy: &NotebookPath, fix: bool) -> Problem {
    let file = name_below(desk, &copy.path);
    let Some(of) = desk.copied(copy) else {
        return Problem::new(file, Kind::Copy, "a copy of no notebook".to_owned());
    };
    let message = format!("a copy of `{}` that a sync tool left", name_below(desk, &of.path));
    let mut problem = Problem::new(file, Kind::Copy, message);
    let theirs = desk.notebook_at(copy);
    if let Some(refusal) = theirs.refusal() {
        let _ = write!(problem.message, "; it cannot be read: {refusal}");
        return problem;
    }
    if fix {
        let mut ours = desk.notebook_at(&of);
        let taken = ours.take_over(theirs.notebook()).map_err(|error| error.to_string());
        let removed = taken.and_then(|_| desk.remove_copy(&copy.path).map_err(|e| e.to_string()));
        match removed {
            Ok(()) => problem.fixed = true,
            Err(error) => {
                let _ = write!(problem.message, "; not taken over: {error}");
            }
        }
    }
    problem
}

/// Articles of which one is a copy of another: a verdict on one says nothing of the other.
pub(super) fn twins(desk: &Desk) -> Vec<Problem> {
    let length = |name: &str| Some(desk.article_path(name)?.metadata().ok()?.len());
    let mut by_length: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    for entry in desk.articles().entries.into_iter().filter(|entry| entry.problem.is_none()) {
        if let Some(length) = length(&entry.name).filter(|length| *length > 0) {
            by_length.entry(length).or_default().push(entry.name);
        }
    }
    let mut problems = Vec::new();
    for names in by_length.into_values().filter(|names| names.len() > 1) {
        let mut known: HashMap<BlobId, String> = HashMap::new();
        for name in names {
            let Ok(bytes) = desk.read_article(&name) else { continue };
            match known.entry(BlobId::of(&bytes)) {
                Entry::Occupied(first) => {
                    let path = desk.article_path(&name).unwrap_or_default();
                    let message = format!("the same bytes as `{}`", first.get());
                    problems.push(Problem::new(name_below(desk, &path), Kind::SameBytes, message));
                }
                Entry::Vacant(place) => {
                    place.insert(name);
                }
            }
        }
    }
    problems
}

/// What is wrong with the files that say where articles come from.
pub(super) fn sources(desk: &Desk) -> Vec<Problem> {
    let entries = desk.articles().entries;
    entries.iter().filter_map(|entry| source(desk, &entry.name)).collect()
}

fn source(desk: &Desk, article: &str) -> Option<Problem> {
    let error = match desk.provenance(article) {
        Ok(known) => return rival(desk, article, &known),
        Err(error) => error,
    };
    let file = name_below(desk, &error.path);
    let (line, message) = match error.why {
        Why::Form(error) => (Some((error.line, error.column)), error.what),
        Why::System(error) => (None, error.to_string()),
    };
    Some(Problem { line, ..Problem::new(file, Kind::Source, message) })
}

/// A field with two values, of which somebody has to choose one.
fn rival(desk: &Desk, article: &str, known: &Provenance) -> Option<Problem> {
    let (field, _) = known.conflict.first()?;
    let option = if field == "lang" { "language" } else { field };
    let message = format!(
        "`{field}` has two values; `claimdesk source {article}` shows them, and with `--{option}` chooses"
    );
    let file = name_below(desk, &desk.source_path(article)?);
    Some(Problem::new(file, Kind::Source, message))
}
