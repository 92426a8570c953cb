//! The little JSON that the formats need: objects read with their order, their
//! doubled names and the raw text of each value; values written in one way.

use std::fmt;
use std::iter::{self, repeat_n};

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::ParseError;
use crate::core::annotation::value::Value;

/// A field as read: its name, and its value as a slice of the file's text.
pub(super) type Field<'a> = (String, &'a RawValue);

/// A text under reading; every error in it gets its line and column.
#[derive(Clone, Copy)]
pub(super) struct Source<'a>(pub(super) &'a str);

impl<'a> Source<'a> {
    /// The fields of the object that is the whole text.
    pub(super) fn root(self) -> Result<Vec<Field<'a>>, ParseError> {
        serde_json::from_str(self.0).map(|Fields(f)| f).map_err(|e| self.error(0, self.0, &e))
    }

    /// The fields of an object inside.
    pub(super) fn fields(self, raw: &'a RawValue) -> Result<Vec<Field<'a>>, ParseError> {
        self.value(raw).map(|Fields(f)| f)
    }

    /// A value of this type.
    pub(super) fn value<T: Deserialize<'a>>(self, raw: &'a RawValue) -> Result<T, ParseError> {
        serde_json::from_str(raw.get()).map_err(|e| self.error(self.offset(raw), raw.get(), &e))
    }

    /// An error about a value as a whole.
    pub(super) fn wrong(self, raw: &RawValue, what: impl Into<String>) -> ParseError {
        ParseError::at(self.0, self.offset(raw), what)
    }

    /// Where a value begins, in bytes: it is a slice of the text.
    fn offset(self, raw: &RawValue) -> usize {
        (raw.get().as_ptr() as usize).saturating_sub(self.0.as_ptr() as usize)
    }

    fn error(self, offset: usize, part: &str, error: &serde_json::Error) -> ParseError {
        let line: usize =
            part.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let message = error.to_string();
        let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
        ParseError::at(self.0, offset + line + error.column().saturating_sub(1), what)
    }
}

/// An object with its order and doubled names, which a map would drop.
struct Fields<'a>(Vec<Field<'a>>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Vec<Field<'de>>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(fields)
            }
        }
        deserializer.deserialize_map(InOrder).map(Self)
    }
}

/// Appends a value, its later lines indented by `depth` times two spaces.
pub(super) fn write(value: &Value<'_>, out: &mut String, depth: usize) {
    match value {
        Value::Text(text) => write_text(out, text),
        Value::Number(n) => out.push_str(&n.to_string()),
        Value::Flag(flag) => out.push_str(&flag.to_string()),
        Value::Null => out.push_str("null"),
        Value::Json(json) => out.push_str(json),
        Value::List(values) => write_block(out, depth, ['[', ']'], values.iter(), |out, value| {
            write(value, out, depth + 1);
        }),
        Value::Object(members) => write_object(out, depth, members.iter(), |out, (name, value)| {
            write_name(out, name);
            write(value, out, depth + 1);
        }),
    }
}

/// Appends an object whose members are written one by one.
pub(super) fn write_object<T>(
    out: &mut String,
    depth: usize,
    members: impl Iterator<Item = T>,
    write: impl FnMut(&mut String, T),
) {
    write_block(out, depth, ['{', '}'], members, write);
}

/// Appends the name of a member.
pub(super) fn write_name(out: &mut String, name: &str) {
    write_text(out, name);
    out.push_str(": ");
}

/// A value for programs that read JSON of ours elsewhere than in a notebook.
pub fn to_json(value: &Value<'_>) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Number(n) => (*n).into(),
        Value::Flag(flag) => (*flag).into(),
        Value::Text(text) => text.as_ref().into(),
        Value::Json(json) => serde_json::from_str(json).unwrap_or_default(),
        Value::List(values) => values.iter().map(to_json).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.to_string(), to_json(value))).collect()
        }
    }
}

fn write_block<T>(
    out: &mut String,
    depth: usize,
    [open, close]: [char; 2],
    items: impl Iterator<Item = T>,
    mut write: impl FnMut(&mut String, T),
) {
    let line = |out: &mut String, depth| out.extend(iter::once("\n").chain(repeat_n("  ", depth)));
    let before = out.len();
    for item in items {
        out.push(if out.len() == before { open } else { ',' });
        line(out, depth + 1);
        write(out, item);
    }
    if out.len() == before {
        out.push(open);
    } else {
        line(out, depth);
    }
    out.push(close);
}

/// A string with the escapes JSON demands and no others.
fn write_text(out: &mut String, text: &str) {
    out.push('"');
    let mut plain = 0;
    // All that is escaped is one byte long, so bytes serve as borders.
    for (at, byte) in text.bytes().enumerate() {
        if byte >= b' ' && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(&text[plain..at]);
        plain = at + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            8 => out.push_str("\\b"),
            12 => out.push_str("\\f"),
            other => out.extend(format!("\\u{other:04x}").chars()),
        }
    }
    out.push_str(&text[plain..]);
    out.push('"');
}
