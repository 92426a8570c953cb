//! What is known of an article's origin, as `docs/sources.md` describes it.

use std::borrow::Cow;

use jiff::Timestamp;
use serde_json::value::RawValue;

use super::{BOM, ParseError, damage, json, source_merge, utf8};
use crate::core::annotation::value::Value;
use crate::core::article::{Moment, Source};

/// What `format` says.
pub(super) const FORMAT: &str = "claimdesk-source/1";
/// The member that keeps values which lost against others.
pub(super) const CONFLICT: &str = "conflict";
/// The member that tells when words of a recording were said.
const TIMES: &str = "times";

/// Members that this version does not know: their names and JSON text, byte for byte.
type Unknown = Vec<(String, String)>;

/// Where an article comes from, and how its text was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// Who published it, when and where.
    pub source: Source,
    /// When it was fetched or imported: ISO 8601.
    pub accessed: Option<String>,
    /// The file that the text was taken from.
    pub original: Option<Original>,
    /// What took it out, with its version.
    pub extractor: Option<String>,
    /// What a person has to say on it.
    pub notes: Option<String>,
    /// When a person or a merge last changed it: ISO 8601.
    pub updated: Option<String>,
    /// Values that were given at the same time as those in force: the field's name, and its value
    /// as JSON text. Somebody has to choose.
    pub conflict: Vec<(String, String)>,
    unknown: Unknown,
}

/// The file that an article's text was taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Original {
    /// Its path below the desk's folder, where it was kept.
    pub file: Option<String>,
    /// git's name for its bytes.
    pub blob: Option<String>,
    unknown: Unknown,
}

impl Original {
    /// A file with these bytes, kept or not.
    pub const fn new(file: Option<String>, blob: String) -> Self {
        Self { file, blob: Some(blob), unknown: Unknown::new() }
    }
}

impl Provenance {
    /// What is known of a text that was taken out of a file just now.
    pub fn extracted(source: Source, now: Timestamp, extractor: &str) -> Self {
        let (accessed, extractor) = (Some(now.to_string()), Some(extractor.to_owned()));
        Self { source, accessed, extractor, ..Self::default() }
    }

    /// Reads a file. One in which git left its conflict markers is read as the merge of its sides.
    ///
    /// # Errors
    /// Where it is no such file, or a field holds something else than it should.
    pub fn parse(bytes: &[u8]) -> Result<Self, ParseError> {
        let text = utf8(bytes)?;
        let text = text.strip_prefix(BOM).unwrap_or(text);
        Self::read(text)
            .or_else(|error| between_markers(text).ok_or_else(|| damage::explain(text, error)))
    }

    /// Three versions as one: of two new values of a field that written later is in force, and the
    /// other is kept in `conflict`.
    #[must_use]
    pub fn merged(base: Option<&Self>, ours: &Self, theirs: &Self) -> Self {
        source_merge::merge(base, ours, theirs)
    }

    /// Drops the rivals of fields about which somebody has just spoken.
    pub fn settle(&mut self, is_settled: impl Fn(&str) -> bool) {
        self.conflict.retain(|(name, _)| !is_settled(name));
    }

    fn read(text: &str) -> Result<Self, ParseError> {
        let text = json::Source(text);
        let mut read = Self::default();
        let mut format = None;
        for (name, raw) in text.root()? {
            match name.as_str() {
                "format" => format = Some((text.value::<String>(raw)?, raw)),
                "author" => read.source.author = authors(text, raw)?,
                "original" => read.original = original(text, raw)?,
                TIMES => read.source.times = times(text, raw)?,
                CONFLICT => read.conflict = conflict(text, raw)?,
                known => match read.text(known) {
                    Some(place) => *place = text.value(raw)?,
                    None => read.unknown.push((name, raw.get().to_owned())),
                },
            }
        }
        match format {
            Some((format, _)) if format == FORMAT => Ok(read),
            Some((other, raw)) => {
                Err(text.wrong(raw, format!("`format` is {other:?}, not {FORMAT:?}")))
            }
            None => Err(ParseError::at(text.0, 0, format!("no `format`: write {FORMAT:?}"))),
        }
    }

    /// Writes a file: fixed order, two spaces, what is not known left out.
    pub fn to_bytes(&self) -> Vec<u8> {
        let maybe = |text: &'_ Option<String>| text.clone().map_or(Value::Null, owned);
        let source = &self.source;
        let authors = match source.author.as_slice() {
            [] => Value::Null,
            names => Value::list(names.iter().map(|name| Value::text(name))),
        };
        let original = self.original.as_ref().map_or(Value::Null, |original| {
            let members = [("file", maybe(&original.file)), ("blob", maybe(&original.blob))];
            object(members, &original.unknown)
        });
        let members = [
            ("format", Value::text(FORMAT)),
            ("title", maybe(&source.title)),
            ("outlet", maybe(&source.outlet)),
            ("author", authors),
            ("published", maybe(&source.published)),
            ("modified", maybe(&source.modified)),
            ("url", maybe(&source.url)),
            ("lang", maybe(&source.lang)),
            ("accessed", maybe(&self.accessed)),
            ("original", original),
            ("extractor", maybe(&self.extractor)),
            ("notes", maybe(&self.notes)),
            ("updated", maybe(&self.updated)),
            (TIMES, moments(&source.times)),
            (CONFLICT, rivals(&self.conflict)),
        ];
        let mut text = String::new();
        json::write(&object(members, &self.unknown), &mut text, 0);
        text.push('\n');
        text.into_bytes()
    }

    /// The place of a field that holds one text.
    fn text(&mut self, name: &str) -> Option<&mut Option<String>> {
        Some(match name {
            "title" => &mut self.source.title,
            "outlet" => &mut self.source.outlet,
            "published" => &mut self.source.published,
            "modified" => &mut self.source.modified,
            "url" => &mut self.source.url,
            "lang" => &mut self.source.lang,
            "accessed" => &mut self.accessed,
            "extractor" => &mut self.extractor,
            "notes" => &mut self.notes,
            "updated" => &mut self.updated,
            _ => return None,
        })
    }
}

/// Names in a list; people also write one name alone.
fn authors(text: json::Source<'_>, raw: &RawValue) -> Result<Vec<String>, ParseError> {
    if raw.get().starts_with('[') {
        return text.value(raw);
    }
    Ok(text.value::<Option<String>>(raw)?.into_iter().collect())
}

/// The sides of git's conflict markers as one; none where one of them cannot be read.
fn between_markers(text: &str) -> Option<Provenance> {
    let versions = damage::versions(text)?;
    let base = versions.base.and_then(|text| Provenance::read(&text).ok());
    let sides = versions.sides.iter().map(|text| Provenance::read(text).ok());
    let sides: Vec<_> = sides.collect::<Option<_>>()?;
    sides.into_iter().reduce(|a, b| source_merge::merge(base.as_ref(), &a, &b))
}

/// Pairs of a place in the text and milliseconds.
fn times(text: json::Source<'_>, raw: &RawValue) -> Result<Vec<Moment>, ParseError> {
    let pairs: Vec<(usize, u64)> = text.value::<Option<_>>(raw)?.unwrap_or_default();
    Ok(pairs.into_iter().map(|(point, millis)| Moment { point, millis }).collect())
}

/// The same on one line.
fn moments(times: &[Moment]) -> Value<'static> {
    if times.is_empty() {
        return Value::Null;
    }
    let pairs: Vec<_> = times.iter().map(|t| format!("[{}, {}]", t.point, t.millis)).collect();
    Value::Json(Cow::Owned(format!("[{}]", pairs.join(", "))))
}

/// Values that lost: a list of objects of one member each.
fn conflict<'a>(
    text: json::Source<'a>,
    raw: &'a RawValue,
) -> Result<Vec<(String, String)>, ParseError> {
    let entries: Vec<&RawValue> = text.value::<Option<_>>(raw)?.unwrap_or_default();
    let mut rivals = Vec::new();
    for entry in entries {
        let fields = text.fields(entry)?;
        rivals.extend(fields.into_iter().map(|(name, raw)| (name, raw.get().to_owned())));
    }
    Ok(rivals)
}

fn rivals(conflict: &[(String, String)]) -> Value<'_> {
    if conflict.is_empty() {
        return Value::Null;
    }
    Value::list(conflict.iter().map(|(name, json)| {
        Value::Object(vec![(Cow::Borrowed(name), Value::Json(Cow::Borrowed(json)))])
    }))
}

fn original<'a>(text: json::Source<'a>, raw: &'a RawValue) -> Result<Option<Original>, ParseError> {
    if raw.get() == "null" {
        return Ok(None);
    }
    let mut original = Original::default();
    for (name, raw) in text.fields(raw)? {
        match name.as_str() {
            "file" => original.file = text.value(raw)?,
            "blob" => original.blob = text.value(raw)?,
            _ => original.unknown.push((name, raw.get().to_owned())),
        }
    }
    Ok(Some(original))
}

/// An object of what is known, then of what is not.
fn object<'a, const N: usize>(known: [(&'a str, Value<'a>); N], unknown: &'a Unknown) -> Value<'a> {
    let known = known
        .into_iter()
        .filter(|(_, value)| !matches!(value, Value::Null))
        .map(|(name, value)| (Cow::Borrowed(name), value));
    let unknown = unknown
        .iter()
        .map(|(name, json)| (Cow::Borrowed(name.as_str()), Value::Json(Cow::Borrowed(json))));
    Value::Object(known.chain(unknown).collect())
}

fn owned(text: String) -> Value<'static> {
    Value::Text(Cow::Owned(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_stays_as_it_is() {
        let text = r#"{
  "format": "claimdesk-source/1",
  "outlet": "Le Monde",
  "author": [
    "Zoé Martin"
  ],
  "published": "2024-10-23",
  "original": {
    "file": "originals/page.html",
    "blob": "e69de29",
    "pages": [1,  2]
  },
  "paywall": 1e400
}
"#;
        let read = Provenance::parse(text.as_bytes()).unwrap();
        assert_eq!(read.source.outlet.as_deref(), Some("Le Monde"));
        assert_eq!(String::from_utf8(read.to_bytes()).unwrap(), text);
    }

    #[test]
    fn what_people_write_is_read_and_what_is_wrong_has_its_place() {
        let read = Provenance::parse(
            "\u{feff}{\"author\": \"Max\", \"url\": null, \"format\": \"claimdesk-source/1\"}\r\n"
                .as_bytes(),
        );
        assert_eq!(read.unwrap().source.author, ["Max"]);
        for (text, error) in [
            ("{\"format\": \"claimdesk-source/1\",\n \"url\": 5}", "line 2, column 9"),
            ("{\"format\": \"claimdesk/1\"}", "line 1, column 12"),
            ("{}", "line 1, column 1: no `format`"),
            ("<<<<<<< ours\n", "line 1"),
            ("", "line 1"),
        ] {
            let found = Provenance::parse(text.as_bytes()).unwrap_err().to_string();
            assert!(found.starts_with(error), "{text}: {found}");
        }
    }
}
