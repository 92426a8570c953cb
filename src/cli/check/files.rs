//! Problems of files that are no notebooks in their place: copies, twins, origins.

use std::collections::hash_map;
use std::collections::{BTreeMap, HashMap};

use super::super::failure::system;
use super::problem::{Kind, Problem, name_below};
use crate::app::words;
use crate::core::annotation::BlobId;
use crate::desk::Library;
use crate::i18n::{Message, line as say};
use crate::store::desk::{Desk, NotebookPath};
use crate::store::format::Provenance;
use crate::store::listing::Entry;
use crate::store::source::Why;

/// A copy that a program left which syncs folders: what it says is taken over into the notebook,
/// as from the side of a conflict, and then it goes.
pub(super) fn copied(desk: &Desk, copy: &NotebookPath, fix: bool) -> Problem {
    let file = name_below(desk, &copy.path);
    let Some(of) = desk.copied(copy) else {
        return Problem::new(file, Kind::Copy, say::COPY_OF_NONE);
    };
    let message = say::COPY_LEFT.with(&[&name_below(desk, &of.path)]);
    let mut problem = Problem::new(file, Kind::Copy, message);
    let theirs = desk.notebook_at(copy);
    if let Some(refusal) = theirs.refusal() {
        let why = Message::of(|lang| words::refusal(lang, refusal));
        problem.message = say::COPY_UNREAD.with(&[&problem.message, &why]);
        return problem;
    }
    if fix {
        let mut ours = desk.notebook_at(&of);
        let taken = ours.take_over(theirs.notebook());
        let taken = taken.map_err(|error| Message::of(|lang| words::unsaved_why(lang, &error)));
        let removed =
            taken.and_then(|_| desk.remove_copy(&copy.path).map_err(|error| system(&error)));
        match removed {
            Ok(()) => problem.fixed = true,
            Err(error) => {
                problem.message = say::COPY_NOT_TAKEN.with(&[&problem.message, &error]);
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
                hash_map::Entry::Occupied(first) => {
                    let path = desk.article_path(&name).unwrap_or_default();
                    let message = say::SAME_BYTES.with(&[first.get()]);
                    problems.push(Problem::new(name_below(desk, &path), Kind::SameBytes, message));
                }
                hash_map::Entry::Vacant(place) => {
                    place.insert(name);
                }
            }
        }
    }
    problems
}

/// Articles in which columns stand side by side, so that not all of them is read.
pub(super) fn columns(library: &Library) -> Vec<Problem> {
    let desk = library.desk();
    let entries = desk.articles().entries.into_iter().filter(|entry| entry.problem.is_none());
    let problem = |entry: Entry| {
        let is_in_columns = library.document(&entry.name).is_ok_and(|(doc, _)| doc.is_in_columns());
        let path = desk.article_path(&entry.name).filter(|_| is_in_columns)?;
        let file = name_below(desk, &path);
        let message = say::IN_COLUMNS.with(&[&file]);
        Some(Problem::new(file, Kind::Columns, message))
    };
    entries.filter_map(problem).collect()
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
        Why::Form(error) => (Some((error.line, error.column)), Message::same(error.what)),
        Why::System(error) => (None, system(&error)),
    };
    Some(Problem { line, ..Problem::new(file, Kind::Source, message) })
}

/// A field with two values, of which somebody has to choose one.
fn rival(desk: &Desk, article: &str, known: &Provenance) -> Option<Problem> {
    let (field, _) = known.conflict.first()?;
    let option = if field == "lang" { "language" } else { field };
    let message = say::TWO_VALUES_OF.with(&[field, &article, &option]);
    let file = name_below(desk, &desk.source_path(article)?);
    Some(Problem::new(file, Kind::Source, message))
}
