//! Format 1, as `docs/format.md` describes it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::DateTime;
use serde_json::value::RawValue;

use super::json::{Field, Json, Source};
use super::{ParseError, Parsed, Repair};
use crate::core::annotation::{
    Annotation, AnnotationId, BlobId, Evidence, Extra, Notebook, Rival, Selector, Stance, Unknown,
    VerdictId, merge,
};

/// What `format` says.
const FORMAT: &str = "claimdesk/1";

/// Known fields in the order they are written.
const NOTEBOOK: [&str; 4] = ["format", "article", "annotator", "annotations"];
const ANNOTATION: [&str; 13] = [
    "verdict", "exact", "prefix", "suffix", "start", "end", "blob", "note", "evidence", "tags",
    "conflict", "created", "updated",
];
const REQUIRED: [&str; 5] = ["exact", "start", "end", "created", "updated"];
const EVIDENCE: [&str; 6] = ["stance", "article", "quote", "url", "title", "accessed"];

/// No merge runs more sides than this into one object.
const MOST_VERSIONS: usize = 16;

/// Reads a notebook of this format, or as much as can be shown of a newer one.
pub(super) fn read(text: &str) -> Result<Parsed, ParseError> {
    let source = Source(text);
    let fields = source.root()?;
    match format(source, &fields)? {
        1 => Reader { source, repairs: BTreeSet::new() }.notebook(fields),
        version => {
            let newer = Some(format!("claimdesk/{version}"));
            let known = Reader { source, repairs: BTreeSet::new() }.notebook(fields);
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
    repairs: BTreeSet<Repair>,
}

impl<'a> Reader<'a> {
    fn notebook(mut self, fields: Vec<Field<'a>>) -> Result<Parsed, ParseError> {
        let mut notebook = Notebook { extra: extra(&fields, &NOTEBOOK), ..Notebook::default() };
        for (name, raw) in fields {
            match name.as_str() {
                "article" => notebook.article = self.source.value(raw)?,
                "annotator" => notebook.annotator = self.source.value(raw)?,
                "annotations" => {
                    for (id, raw) in self.source.fields(raw)? {
                        self.entry(&mut notebook, &AnnotationId(id), raw)?;
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
            let one = |a| Notebook { annotations: [(id.clone(), a)].into(), ..Notebook::default() };
            let merged = merge::merge(&Notebook::default(), &one(before), &one(read));
            self.repairs.extend(merged.notices.into_iter().map(Repair::from));
            notebook.annotations.extend(merged.notebook.annotations);
        }
        Ok(())
    }

    fn annotation(&self, whole: &RawValue, fields: &[Field<'a>]) -> Result<Annotation, ParseError> {
        if let Some(name) = REQUIRED.iter().find(|name| !has(fields, name)) {
            return Err(self.source.wrong(whole, format!("an annotation without `{name}`")));
        }
        let mut annotation = Annotation {
            verdict: None,
            selector: self.selector(fields)?,
            note: String::new(),
            evidence: Vec::new(),
            tags: Vec::new(),
            conflict: Vec::new(),
            created: Timestamp::UNIX_EPOCH,
            updated: Timestamp::UNIX_EPOCH,
            extra: extra(fields, &ANNOTATION),
        };
        for (name, raw) in fields {
            match name.as_str() {
                "verdict" => annotation.verdict = Some(VerdictId(self.source.value(raw)?)),
                "note" => annotation.note = self.source.value(raw)?,
                "tags" => annotation.tags = self.source.value(raw)?,
                "evidence" => annotation.evidence = self.list(raw, Self::evidence)?.concat(),
                "conflict" => annotation.conflict = self.list(raw, Self::rival)?,
                "created" => annotation.created = self.time(raw)?,
                "updated" => annotation.updated = self.time(raw)?,
                _ => {}
            }
        }
        Ok(annotation)
    }

    fn selector(&self, fields: &[Field<'a>]) -> Result<Selector, ParseError> {
        let mut selector = Selector::default();
        for (name, raw) in fields {
            match name.as_str() {
                "exact" => selector.exact = self.source.value(raw)?,
                "prefix" => selector.prefix = self.source.value(raw)?,
                "suffix" => selector.suffix = self.source.value(raw)?,
                "start" => selector.start = self.source.value(raw)?,
                "end" => selector.end = self.source.value(raw)?,
                "blob" => selector.blob = Some(BlobId(self.source.value(raw)?)),
                _ => {}
            }
        }
        Ok(selector)
    }

    /// Reads one piece of evidence, or several where two were run into one.
    fn evidence(&self, raw: &'a RawValue) -> Result<Vec<Evidence>, ParseError> {
        let versions = self.versions(raw, self.source.fields(raw)?)?;
        versions.iter().map(|fields| self.one_evidence(fields)).collect()
    }

    fn one_evidence(&self, fields: &[Field<'a>]) -> Result<Evidence, ParseError> {
        let mut evidence = Evidence { extra: extra(fields, &EVIDENCE), ..Evidence::default() };
        for (name, raw) in fields {
            let text = || self.source.value::<String>(raw);
            match name.as_str() {
                "stance" => evidence.stance = self.stance(raw)?,
                "article" => evidence.article = Some(text()?),
                "quote" => evidence.quote = Some(text()?),
                "url" => evidence.url = Some(text()?),
                "title" => evidence.title = Some(text()?),
                "accessed" => evidence.accessed = Some(text()?),
                _ => {}
            }
        }
        Ok(evidence)
    }

    fn stance(&self, raw: &'a RawValue) -> Result<Stance, ParseError> {
        let value: String = self.source.value(raw)?;
        STANCES.iter().find(|(_, word)| *word == value).map(|(stance, _)| *stance).ok_or_else(
            || {
                let what = format!("`stance` is {value:?}, not supports, refutes or context");
                self.source.wrong(raw, what)
            },
        )
    }

    /// A rival is an object of one field: the one that has another value.
    fn rival(&self, raw: &'a RawValue) -> Result<Rival, ParseError> {
        let fields = self.source.fields(raw)?;
        let [(name, value)] = fields.as_slice() else {
            return Err(self.source.wrong(raw, "a conflict that is not one field"));
        };
        Ok(match name.as_str() {
            "verdict" => Rival::Verdict(self.source.value::<Option<String>>(value)?.map(VerdictId)),
            "note" => Rival::Note(self.source.value(value)?),
            "place" => {
                let fields = self.source.fields(value)?;
                Rival::Selector(self.selector(&fields)?)
            }
            _ => Rival::Unknown(Unknown {
                name: name.clone(),
                json: value.get().to_owned(),
                slot: ANNOTATION.len(),
            }),
        })
    }

    fn versions(
        &self,
        whole: &RawValue,
        fields: Vec<Field<'a>>,
    ) -> Result<Vec<Vec<Field<'a>>>, ParseError> {
        let most = || self.source.wrong(whole, "a field stands here too many times");
        versions(fields).ok_or_else(most)
    }

    fn list<T>(
        &self,
        raw: &'a RawValue,
        read: impl Fn(&Self, &'a RawValue) -> Result<T, ParseError>,
    ) -> Result<Vec<T>, ParseError> {
        let values: Vec<&RawValue> = self.source.value(raw)?;
        values.into_iter().map(|raw| read(self, raw)).collect()
    }

    fn time(&self, raw: &'a RawValue) -> Result<Timestamp, ParseError> {
        let value: String = self.source.value(raw)?;
        value.parse().ok().or_else(|| end_of_time(&value)).ok_or_else(|| {
            self.source.wrong(raw, format!("{value:?} is no time such as 2026-11-20T10:12:03Z"))
        })
    }
}

/// The last time there is for a time that other programs write beyond it, such as
/// `9999-12-31T23:59:59Z`.
fn end_of_time(value: &str) -> Option<Timestamp> {
    let wall: DateTime = value.strip_suffix('Z')?.parse().ok()?;
    let last = Timestamp::from_second(Timestamp::MAX.as_second()).ok()?;
    (wall.year() == 9999).then_some(last)
}

const STANCES: [(Stance, &str); 3] =
    [(Stance::Supports, "supports"), (Stance::Refutes, "refutes"), (Stance::Context, "context")];

/// The fields that are not `known`, each with its place between those that are;
/// of doubled ones the last.
fn extra(fields: &[Field<'_>], known: &[&str]) -> Extra {
    let last: BTreeMap<&str, usize> =
        fields.iter().enumerate().map(|(n, (name, _))| (name.as_str(), n)).collect();
    let mut extra = Extra::new();
    let mut slot = 0;
    for (n, (name, raw)) in fields.iter().enumerate() {
        if let Some(rank) = known.iter().position(|k| k == name) {
            slot = slot.max(rank + 1);
        } else if last.get(name.as_str()) == Some(&n) {
            extra.push(Unknown { name: name.clone(), json: raw.get().to_owned(), slot });
        }
    }
    extra
}

fn has(fields: &[Field<'_>], name: &str) -> bool {
    fields.iter().any(|(n, _)| n == name)
}

/// The names that stand in an object more than once.
fn doubled(fields: &[Field<'_>]) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    fields.iter().filter(|(name, _)| !seen.insert(name.as_str())).map(|(n, _)| n.clone()).collect()
}

/// An object with doubled names as so many objects without: the first has the
/// first value of each name, the second the second where there is one, and so on.
fn versions(fields: Vec<Field<'_>>) -> Option<Vec<Vec<Field<'_>>>> {
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

/// Writes a notebook in the canonical form.
pub(super) fn write(notebook: &Notebook) -> String {
    let entries =
        notebook.annotations.iter().map(|(id, a)| (id.0.as_str(), annotation(a))).collect();
    let object = object(
        &notebook.extra,
        vec![
            Some(Json::text(FORMAT)),
            Some(Json::text(&notebook.article)),
            Some(Json::text(&notebook.annotator)),
            Some(Json::Object(entries)),
        ],
        &NOTEBOOK,
    );
    let mut out = String::new();
    object.write(&mut out, 0);
    out.push('\n');
    out
}

fn annotation(a: &Annotation) -> Json<'_> {
    let mut values = vec![a.verdict.as_ref().map(|v| Json::text(&v.0))];
    values.extend(selector(&a.selector));
    values.extend([
        text(&a.note),
        list(a.evidence.iter().map(evidence)),
        list(a.tags.iter().map(|t| Json::text(t))),
        list(a.conflict.iter().map(rival)),
        Some(time(a.created)),
        Some(time(a.updated)),
    ]);
    object(&a.extra, values, &ANNOTATION)
}

fn selector(s: &Selector) -> [Option<Json<'_>>; 6] {
    [
        Some(Json::text(&s.exact)),
        text(&s.prefix),
        text(&s.suffix),
        Some(Json::Number(s.start)),
        Some(Json::Number(s.end)),
        s.blob.as_ref().map(|b| Json::text(&b.0)),
    ]
}

fn evidence(e: &Evidence) -> Json<'_> {
    let stance = STANCES.iter().find(|(s, _)| *s == e.stance).map(|(_, word)| Json::text(word));
    let texts = [&e.article, &e.quote, &e.url, &e.title, &e.accessed];
    let values = std::iter::once(stance).chain(texts.map(|t| t.as_deref().map(Json::text)));
    object(&e.extra, values.collect(), &EVIDENCE)
}

fn rival(rival: &Rival) -> Json<'_> {
    Json::Object(vec![match rival {
        Rival::Verdict(v) => ("verdict", v.as_ref().map_or(Json::Null, |v| Json::text(&v.0))),
        Rival::Note(note) => ("note", Json::text(note)),
        Rival::Selector(s) => ("place", object(&[], selector(s).into(), &ANNOTATION[1..7])),
        Rival::Unknown(u) => (u.name.as_str(), Json::Raw(&u.json)),
    }])
}

/// An object of the known fields that have a value, the unknown ones between them.
fn object<'a>(
    extra: &'a [Unknown],
    values: Vec<Option<Json<'a>>>,
    known: &[&'static str],
) -> Json<'a> {
    let mut fields: Vec<(&str, Json<'a>)> = Vec::with_capacity(values.len() + extra.len());
    let unknown = |slot| {
        extra.iter().filter(move |u| u.slot == slot).map(|u| (u.name.as_str(), Json::Raw(&u.json)))
    };
    fields.extend(unknown(0));
    for (n, (name, value)) in known.iter().zip(values).enumerate() {
        fields.extend(value.map(|v| (*name, v)));
        fields.extend(unknown(n + 1));
    }
    Json::Object(fields)
}

fn text(text: &str) -> Option<Json<'_>> {
    (!text.is_empty()).then(|| Json::text(text))
}

fn list<'a>(values: impl Iterator<Item = Json<'a>>) -> Option<Json<'a>> {
    let values: Vec<_> = values.collect();
    (!values.is_empty()).then_some(Json::List(values))
}

fn time<'a>(time: Timestamp) -> Json<'a> {
    Json::Text(time.to_string().into())
}
