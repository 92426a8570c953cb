//! Format 1, as `docs/format.md` describes it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::DateTime;
use serde_json::value::RawValue;

use super::json::{self, Field, Source};
use super::{ParseError, Parsed, Repair};
use crate::core::annotation::field::{FIELDS, members, row};
use crate::core::annotation::team::WORK;
use crate::core::annotation::value::{Member, Members, Shape, Value, between};
use crate::core::annotation::{
    Annotation, AnnotationId, Extra, Notebook, Selector, Unknown, Work, merge,
};

/// What `format` says.
const FORMAT: &str = "claimdesk/1";

/// A notebook's own fields in the order they are written; an annotation's have a table in `core`.
const NOTEBOOK: [&str; 7] =
    ["format", "article", "annotator", "imported", "note", "work", ANNOTATIONS];
const ANNOTATIONS: &str = "annotations";

/// No merge runs more sides than this into one object.
const MOST_VERSIONS: usize = 16;

/// Reads a notebook of this format, or as much as can be shown of a newer one.
pub(super) fn read(text: &str) -> Result<Parsed, ParseError> {
    let source = Source(text);
    let fields = source.root()?;
    match format(source, &fields)? {
        1 => Reader::of(source).notebook(fields),
        version => {
            let newer = Some(format!("claimdesk/{version}"));
            let known = Reader::of(source).notebook(fields);
            Ok(Parsed { newer, ..known.unwrap_or_default() })
        }
    }
}

fn format(source: Source<'_>, fields: &[Field<'_>]) -> Result<u64, ParseError> {
    let Some((_, raw)) = fields.iter().find(|(name, _)| name == "format") else {
        return Err(ParseError::at(source.0, 0, "no `format`: not a claimdesk notebook"));
    };
    let value: String = source.value(raw)?;
    let version = value.strip_prefix("claimdesk/").and_then(|v| v.parse().ok());
    version
        .filter(|v| *v > 0)
        .ok_or_else(|| source.wrong(raw, format!("`format` is {value:?}, not {FORMAT:?}")))
}

struct Reader<'a> {
    source: Source<'a>,
    /// The names of an annotation.
    known: Vec<Member>,
    repairs: BTreeSet<Repair>,
}

impl<'a> Reader<'a> {
    fn of(source: Source<'a>) -> Self {
        Self { source, known: members().collect(), repairs: BTreeSet::new() }
    }

    fn notebook(mut self, fields: Vec<Field<'a>>) -> Result<Parsed, ParseError> {
        let rank = |name: &str| NOTEBOOK.iter().position(|known| *known == name);
        let extra = extra(&last_of_each(fields.clone()), rank);
        let mut notebook = Notebook { extra, ..Notebook::default() };
        // Of doubled names all are read: `annotations` that stand there twice are one.
        for (name, raw) in fields {
            match name.as_str() {
                "article" => notebook.article = self.source.value(raw)?,
                "annotator" => notebook.annotator = self.source.value(raw)?,
                "imported" => notebook.imported = Some(self.source.value(raw)?),
                "note" => notebook.note = self.source.value(raw)?,
                "work" => {
                    let work = self.shaped(raw, &Shape::Object(&WORK))?;
                    notebook.work = Some(Box::new(Work::of_object(work)));
                }
                ANNOTATIONS => {
                    for (id, raw) in self.source.fields(raw)? {
                        self.entry(&mut notebook, &AnnotationId(id.into()), raw)?;
                    }
                }
                _ => {}
            }
        }
        let repairs = self.repairs.into_iter().collect();
        Ok(Parsed { notebook, repairs, ..Parsed::default() })
    }

    /// Reads one annotation; doubled ones and doubled fields are versions to merge.
    fn entry(
        &mut self,
        notebook: &mut Notebook,
        id: &AnnotationId,
        raw: &'a RawValue,
    ) -> Result<(), ParseError> {
        let fields = self.source.fields(raw)?;
        for name in doubled(&fields) {
            self.repairs.insert(Repair::DoubledField(id.clone(), name));
        }
        for version in self.versions(raw, fields)? {
            let read = self.annotation(raw, &version)?;
            let Some(before) = notebook.annotations.remove(id) else {
                notebook.annotations.insert(id.clone(), read);
                continue;
            };
            if !self.repairs.iter().any(|r| matches!(r, Repair::DoubledField(i, _) if i == id)) {
                self.repairs.insert(Repair::DoubledEntry(id.clone()));
            }
            let one = |a| Notebook {
                annotations: [(id.clone(), a)].into_iter().collect(),
                ..Notebook::default()
            };
            let merged = merge::merge(&Notebook::default(), &one(before), &one(read));
            self.repairs.extend(merged.notices.into_iter().map(Repair::from));
            if let Some(one) = merged.notebook.annotations.shared(id) {
                notebook.annotations.insert(id.clone(), one.clone());
            }
        }
        Ok(())
    }

    fn annotation(&self, whole: &RawValue, fields: &[Field<'a>]) -> Result<Annotation, ParseError> {
        self.complete(whole, fields, &self.known)?;
        let mut annotation = Annotation::new(Selector::default(), Timestamp::UNIX_EPOCH);
        annotation.extra =
            extra(fields, |name| self.known.iter().position(|known| known.name == name));
        for row in &FIELDS {
            let member = row.field.member;
            if let (true, Shape::Object(members)) = (row.flat, member.shape) {
                row.set(&mut annotation, self.members(fields, members, false)?);
            } else if let Some((_, raw)) = fields.iter().rfind(|(name, _)| name == member.name) {
                row.set(&mut annotation, self.shaped(raw, &member.shape)?);
            }
        }
        Ok(annotation)
    }

    /// Refuses an object that lacks what it must have.
    fn complete(
        &self,
        whole: &RawValue,
        fields: &[Field<'a>],
        known: &[Member],
    ) -> Result<(), ParseError> {
        let has = |name| fields.iter().any(|(n, _)| n == name);
        match known.iter().find(|member| member.required && !has(member.name)) {
            Some(member) => {
                Err(self.source.wrong(whole, format!("an annotation without `{}`", member.name)))
            }
            None => Ok(()),
        }
    }

    /// Reads a value of this shape.
    fn shaped(&self, raw: &'a RawValue, shape: &Shape) -> Result<Value<'a>, ParseError> {
        Ok(match shape {
            Shape::Text | Shape::Day | Shape::Digest => self.text(raw)?,
            Shape::Flag => Value::Flag(self.source.value(raw)?),
            Shape::Nullable(_) if raw.get() == "null" => Value::Null,
            Shape::Nullable(of) => self.shaped(raw, of)?,
            Shape::Map(of) => {
                let mut members = Vec::new();
                for (name, raw) in last_of_each(self.source.fields(raw)?) {
                    members.push((name.into(), self.shaped(raw, of)?));
                }
                Value::Object(members)
            }
            Shape::Number => Value::Number(self.source.value(raw)?),
            Shape::Word(words) => self.word(raw, words)?,
            Shape::Time => self.time(raw)?,
            Shape::List(of) => {
                let mut values = Vec::new();
                for raw in self.source.value::<Vec<&RawValue>>(raw)? {
                    match of {
                        Shape::Object(members) => {
                            // Two that were run into one are two again.
                            for fields in self.versions(raw, self.source.fields(raw)?)? {
                                values.push(self.members(&fields, *members, true)?);
                            }
                        }
                        other => values.push(self.shaped(raw, other)?),
                    }
                }
                Value::List(values)
            }
            Shape::Object(members) => {
                let fields = last_of_each(self.source.fields(raw)?);
                self.complete(raw, &fields, &members.list())?;
                self.members(&fields, *members, true)?
            }
            Shape::Rival => self.rival(raw)?,
        })
    }

    /// The known members among these fields; the others too, where they belong to them.
    fn members(
        &self,
        fields: &[Field<'a>],
        known: &dyn Members,
        others: bool,
    ) -> Result<Value<'a>, ParseError> {
        let mut members = Vec::with_capacity(fields.len());
        for (name, raw) in fields {
            if let Some(member) = known.named(name) {
                members.push((member.name.into(), self.shaped(raw, &member.shape)?));
            } else if others {
                members.push((name.clone().into(), Value::Json(raw.get().into())));
            }
        }
        Ok(Value::Object(members))
    }

    fn text(&self, raw: &'a RawValue) -> Result<Value<'a>, ParseError> {
        self.source.value::<String>(raw).map(|text| Value::Text(text.into()))
    }

    fn word(&self, raw: &'a RawValue, words: &[&str]) -> Result<Value<'a>, ParseError> {
        let word: String = self.source.value(raw)?;
        if !words.contains(&word.as_str()) {
            return Err(self
                .source
                .wrong(raw, format!("{word:?} is not one of {}", words.join(", "))));
        }
        Ok(Value::Text(word.into()))
    }

    fn time(&self, raw: &'a RawValue) -> Result<Value<'a>, ParseError> {
        let time: String = self.source.value(raw)?;
        if time.parse::<Timestamp>().is_ok() {
            return Ok(Value::Text(time.into()));
        }
        let what = || format!("{time:?} is no time such as 2026-11-20T10:12:03Z");
        let last = end_of_time(&time).ok_or_else(|| self.source.wrong(raw, what()))?;
        Ok(Value::Text(last.to_string().into()))
    }

    /// A rival is an object of one field: the one that has another value.
    fn rival(&self, raw: &'a RawValue) -> Result<Value<'a>, ParseError> {
        let fields = self.source.fields(raw)?;
        let [(name, raw)] = fields.as_slice() else {
            return Err(self.source.wrong(raw, "a conflict that is not one field"));
        };
        let value = match row(name).filter(|row| row.rule.has_rivals()) {
            Some(row) if raw.get() == "null" && row.field.blank == Value::Null => Value::Null,
            Some(row) => self.shaped(raw, &row.field.member.shape)?,
            None => Value::Json(raw.get().into()),
        };
        Ok(Value::Object(vec![(name.clone().into(), value)]))
    }

    fn versions(
        &self,
        whole: &RawValue,
        fields: Vec<Field<'a>>,
    ) -> Result<Vec<Vec<Field<'a>>>, ParseError> {
        let most = || self.source.wrong(whole, "a field stands here too many times");
        versions(fields).ok_or_else(most)
    }
}

/// The last time there is for a time that other programs write beyond it, such as
/// `9999-12-31T23:59:59Z`.
fn end_of_time(value: &str) -> Option<Timestamp> {
    let wall: DateTime = value.strip_suffix('Z')?.parse().ok()?;
    let last = Timestamp::from_second(Timestamp::MAX.as_second()).ok()?;
    (wall.year() == 9999).then_some(last)
}

/// The fields that are not `known`, each with its place between those that are.
fn extra(fields: &[Field<'_>], known: impl Fn(&str) -> Option<usize>) -> Extra {
    let mut extra = Extra::new();
    let mut slot = 0;
    for (name, raw) in fields {
        if let Some(rank) = known(name) {
            slot = slot.max(rank + 1);
        } else {
            extra.push(Unknown { name: name.clone(), json: raw.get().to_owned(), slot });
        }
    }
    extra
}

/// Of fields with the same name the last.
fn last_of_each(mut fields: Vec<Field<'_>>) -> Vec<Field<'_>> {
    if !doubled(&fields).is_empty() {
        let mut seen = BTreeSet::new();
        fields.reverse();
        fields.retain(|(name, _)| seen.insert(name.clone()));
        fields.reverse();
    }
    fields
}

/// The names that stand in an object more than once.
fn doubled(fields: &[Field<'_>]) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    fields.iter().filter(|(name, _)| !seen.insert(name.as_str())).map(|(n, _)| n.clone()).collect()
}

/// An object with doubled names as so many objects without: the first has the
/// first value of each name, the second the second where there is one, and so on.
fn versions(fields: Vec<Field<'_>>) -> Option<Vec<Vec<Field<'_>>>> {
    if doubled(&fields).is_empty() {
        return Some(vec![fields]);
    }
    let mut counts = BTreeMap::new();
    let numbered: Vec<(usize, Field<'_>)> = fields
        .into_iter()
        .map(|field| {
            let count = counts.entry(field.0.clone()).or_insert(0);
            *count += 1;
            (*count - 1, field)
        })
        .collect();
    let most = counts.values().copied().max().unwrap_or(1);
    if most > MOST_VERSIONS {
        return None;
    }
    let versions = (0..most)
        .map(|version| {
            let here = |(n, field): &(usize, Field<'_>)| *n == version.min(counts[&field.0] - 1);
            numbered.iter().filter(|f| here(f)).map(|(_, field)| field.clone()).collect()
        })
        .collect();
    Some(versions)
}

/// Appends a notebook in the canonical form; gives the places of its annotations.
pub(super) fn write(notebook: &Notebook, out: &mut String) -> Vec<(AnnotationId, Range<usize>)> {
    let mut places = Vec::with_capacity(notebook.annotations.len());
    let known = [
        Value::text(FORMAT),
        Value::text(&notebook.article),
        Value::text(&notebook.annotator),
        Value::maybe(notebook.imported.as_deref()),
        Value::maybe((!notebook.note.is_empty()).then_some(&*notebook.note)),
        notebook.work.as_ref().map_or(Value::Null, |work| work.object()),
        Value::Object(Vec::new()), // stands for them all: each is written as its turn comes
    ];
    let known = NOTEBOOK.into_iter().map(Cow::Borrowed).zip(known);
    let known = known.map(|(name, value)| (value != Value::Null).then_some((name, value)));
    let members = between(known, &notebook.extra);
    json::write_object(out, 0, members.iter(), |out, (name, value)| {
        json::write_name(out, name);
        if name == ANNOTATIONS {
            json::write_object(out, 1, notebook.annotations.iter(), |out, (id, annotation)| {
                let start = out.len();
                write_entry(out, id, annotation);
                places.push((id.clone(), start..out.len()));
            });
        } else {
            json::write(value, out, 1);
        }
    });
    out.push('\n');
    places
}

/// Appends one annotation with its id.
pub(super) fn write_entry(out: &mut String, id: &AnnotationId, annotation: &Annotation) {
    json::write_name(out, &id.0);
    json::write(&annotation.object(), out, 2);
}
