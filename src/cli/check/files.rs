//! Problems of files that are no notebooks in their place: copies, twins, origins.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::convert::Infallible;

use serde_json::Value;

use super::super::failure::system;
use super::problem::{Kind, Problem};
use crate::app::{parallel, words};
use crate::core::annotation::BlobId;
use crate::core::article::{Encoding, columns, decode};
use crate::core::typed;
use crate::i18n::{Message, line as say};
use crate::store::desk::{Desk, NotebookPath};
use crate::store::format::Provenance;
use crate::store::source::Why;

/// A copy that a program left which syncs folders: what it says is taken over into the notebook,
/// as from the side of a conflict, and then it goes.
pub(super) fn copied(desk: &Desk, copy: &NotebookPath, fix: bool) -> Problem {
    let file = desk.name_below(&copy.path);
    let Some(of) = desk.copied(copy) else {
        return Problem::new(file, Kind::Copy, say::COPY_OF_NONE);
    };
    let message = say::COPY_LEFT.with(&[&desk.name_below(&of.path)]);
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

/// What is wrong with the articles themselves, each read once: one that is a copy of another, since a
/// verdict on one says nothing of the other, and columns side by side, since not all of it is read.
pub(super) fn articles(desk: &Desk) -> Vec<Problem> {
    let entries = desk.articles().entries.into_iter().filter(|entry| entry.problem.is_none());
    let names: Vec<String> = entries.map(|entry| entry.name).collect();
    let look = |(): &mut (), name: &String| {
        let bytes = desk.read_article(name).ok().filter(|bytes| !bytes.is_empty())?;
        let id = BlobId::of(&bytes);
        let (text, encoding) = decode(bytes);
        Some((name.clone(), id, !columns::beside(&text).is_empty(), encoding))
    };
    let (mut problems, mut known) = (Vec::new(), HashMap::new());
    let take = |seen: Option<(String, BlobId, bool, Encoding)>| {
        let Some((name, id, in_columns, encoding)) = seen else { return Ok(()) };
        let file = desk.name_below(&desk.article_path(&name).unwrap_or_default());
        if in_columns {
            let message = say::IN_COLUMNS.with(&[&typed::path(&file)]);
            problems.push(Problem::new(file.clone(), Kind::Columns, message));
        }
        if encoding.is_doubtful() {
            let message = say::LETTERS_GUESSED.with(&[&encoding.name]);
            problems.push(Problem::new(file.clone(), Kind::Letters, message));
        }
        match known.entry(id) {
            Entry::Occupied(first) => {
                let message = say::SAME_BYTES.with(&[first.get()]);
                problems.push(Problem::new(file, Kind::SameBytes, message));
            }
            Entry::Vacant(place) => {
                place.insert(name);
            }
        }
        Ok::<_, Infallible>(())
    };
    let Ok(()) = parallel::in_order(&names, || (), look, take);
    problems
}

/// What is wrong with the files that say where articles come from.
pub(super) fn sources(desk: &Desk) -> Vec<Problem> {
    let entries = desk.articles().entries;
    entries.iter().flat_map(|entry| source(desk, &entry.name)).collect()
}

fn source(desk: &Desk, article: &str) -> Vec<Problem> {
    let error = match desk.provenance(article) {
        Ok(known) => return rivals(desk, article, &known),
        Err(error) => error,
    };
    let file = desk.name_below(&error.path);
    let (line, message) = match error.why {
        Why::Form(error) => (Some((error.line, error.column)), Message::same(error.what)),
        Why::System(error) => (None, system(&error)),
    };
    vec![Problem { line, ..Problem::new(file, Kind::Source, message) }]
}

/// The fields with two values, of which somebody has to choose one.
fn rivals(desk: &Desk, article: &str, known: &Provenance) -> Vec<Problem> {
    let Some(path) = desk.source_path(article) else { return Vec::new() };
    let own: Value = serde_json::from_slice(&known.to_bytes()).unwrap_or_default();
    let rival = |(field, there): &(String, String)| {
        let option = if field == "lang" { "language" } else { field };
        let here = own.get(field).map_or_else(|| "—".to_owned(), Value::to_string);
        let name = typed::word(article);
        let message = say::TWO_VALUES_OF.with(&[field, &here, there, &name, &option]);
        Problem::new(desk.name_below(&path), Kind::Source, message)
    };
    known.conflict.iter().map(rival).collect()
}
