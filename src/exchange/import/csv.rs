//! A table as `export --to csv` writes it, with the verdicts that somebody filled in: by the id of
//! an annotation, or by article, position and words where there is none of that id.

use std::collections::HashMap;

use super::super::csv::unharmed;
use super::{About, File, Incoming, Place, Read};
use crate::i18n::{Message, line as say};

/// The columns that are read; others are left alone.
const NEEDED: [&str; 2] = ["article", "verdict"];

pub(super) fn read(files: &[File]) -> Result<Read, Message> {
    let mut read = Read::default();
    for file in files {
        table(file, &mut read)?;
    }
    Ok(read)
}

fn table(file: &File, read: &mut Read) -> Result<(), Message> {
    let text = file.text.trim_start_matches('\u{feff}');
    let head = text.lines().next().unwrap_or_default();
    // A spreadsheet of a country that writes `3,5` saves with semicolons.
    let delimiter = if head.contains(';') && !head.contains(',') { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let wrong = |error: csv::Error| say::OF.with(&[&file.name, &error]);
    let head = reader.headers().map_err(wrong)?.clone();
    let columns: HashMap<&str, usize> =
        head.iter().enumerate().map(|(i, n)| (n.trim(), i)).collect();
    if let Some(missing) = NEEDED.iter().find(|name| !columns.contains_key(**name)) {
        return Err(say::NO_COLUMN.with(&[&file.name, missing]));
    }
    for (i, row) in reader.records().enumerate() {
        let row = row.map_err(wrong)?;
        let at = say::ROW_OF.with(&[&file.name, &(i + 2)]);
        let given = |name: &str| {
            let cell = columns.get(name).and_then(|at| row.get(*at));
            cell.map(|cell| unharmed(cell).to_owned())
        };
        let cell = |name: &str| given(name).unwrap_or_default();
        let verdict = cell("verdict");
        if verdict.trim().is_empty() && cell("note").trim().is_empty() {
            continue;
        }
        let place = place(&cell);
        let is_on_article = cell("claim").is_empty() && cell("quote").is_empty();
        if place.is_none() && !is_on_article {
            read.misfit(at, say::NO_PLACE_IN_ROW);
            continue;
        }
        let times = cell("created").parse().ok().zip(cell("updated").parse().ok());
        read.found.push(Incoming {
            at,
            author: Some(cell("person")).filter(|person| !person.is_empty()),
            article: About { name: Some(cell("article")), ..About::default() },
            place,
            verdict: Some(verdict).filter(|verdict| !verdict.trim().is_empty()),
            note: given("note"),
            short: given("short"),
            tags: given("tags").map(|tags| {
                tags.split(", ").filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
            }),
            // A cell has only the addresses of the evidence.
            evidence: None,
            times,
        });
    }
    Ok(())
}

fn place(cell: &impl Fn(&str) -> String) -> Option<Place> {
    let number = |name: &str| cell(name).trim().parse().ok();
    let points = number("start").zip(number("end"));
    let points = points.map(|(start, end)| Place::Points { start, end, words: cell("quote") });
    match cell("id") {
        id if id.is_empty() => points,
        id => Some(Place::Annotation(id, points.map(Box::new))),
    }
}
