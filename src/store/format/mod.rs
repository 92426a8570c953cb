//! Notebooks, and what is known of an article's origin, as bytes: reading what is
//! there, however it got that way, and writing the one canonical form.
//!
//! [`parse`] is tried on the text as it is; only when that fails are the
//! damages looked for that git leaves (`damage`).

mod cut;
mod damage;
mod json;
mod places;
#[cfg(test)]
mod schema;
mod source;
mod source_merge;
mod v1;

use std::borrow::Cow;

pub use damage::Sides;
pub use json::to_json;
pub use places::Places;
pub use source::{Original, Provenance};

use crate::core::annotation::{AnnotationId, Notebook, merge};

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The notebook, as far as it could be read.
    pub notebook: Notebook,
    /// What was found damaged and is mended in `notebook`, though not yet on disk.
    pub repairs: Vec<Repair>,
    /// The `format` where it is newer than ours: then nothing may be written.
    pub newer: Option<String>,
    /// How the file is written besides its contents.
    pub style: Style,
}

/// A damage that was mended while reading.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Repair {
    /// The file had no bytes.
    Empty,
    /// git's conflict markers; both sides were merged.
    ConflictMarkers,
    /// Commas or lines between entries were missing or too many, as `merge=union` leaves them.
    Structure,
    /// An annotation stood there more than once; its versions were merged.
    DoubledEntry(AnnotationId),
    /// A field of an annotation stood there more than once; its values were merged.
    DoubledField(AnnotationId, String),
    /// While mending, the same field had two values: both are kept.
    Conflict(AnnotationId),
    /// While mending, one side had removed what the other had changed: it was kept.
    KeptDespiteRemoval(AnnotationId),
    /// A copy that a sync tool left beside it was merged.
    Copy,
    /// One side of a merge ended too early; of it, what stands whole was taken.
    CutShort,
}

impl std::fmt::Display for Repair {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => write!(f, "the file was empty"),
            Self::ConflictMarkers => write!(f, "git's conflict markers: both sides were merged"),
            Self::Copy => write!(f, "a copy that a sync tool left was merged"),
            Self::CutShort => {
                write!(f, "one side of a merge ended too early: what it still held was taken")
            }
            Self::Structure => write!(f, "lines left broken by a merge were put in order"),
            Self::DoubledEntry(id) => write!(f, "annotation {} stood there twice", id.0),
            Self::DoubledField(id, field) => {
                write!(f, "`{field}` of annotation {} stood there twice", id.0)
            }
            Self::Conflict(id) => {
                write!(f, "annotation {} has two values for one field: choose", id.0)
            }
            Self::KeptDespiteRemoval(id) => {
                write!(
                    f,
                    "annotation {} was removed on one side and changed on the other: kept",
                    id.0
                )
            }
        }
    }
}

impl From<merge::Notice> for Repair {
    fn from(notice: merge::Notice) -> Self {
        match notice {
            merge::Notice::Conflict(id) => Self::Conflict(id),
            merge::Notice::KeptDespiteRemoval(id)
            | merge::Notice::KeptFromSession(id)
            | merge::Notice::KeptFromGit(id) => Self::KeptDespiteRemoval(id),
        }
    }
}

/// What the canonical form leaves open and an existing file decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Lines end in CR LF.
    pub crlf: bool,
    /// The file begins with a byte order mark.
    pub bom: bool,
}

/// Why a file cannot be read as a notebook.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {what}")]
pub struct ParseError {
    /// What is wrong.
    pub what: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
    /// What to do about it.
    pub hint: String,
}

const BOM: &str = "\u{feff}";

/// Reads a notebook.
///
/// # Errors
/// Where it is no notebook and no damage that can be mended without loss.
pub fn parse(bytes: &[u8]) -> Result<Parsed, ParseError> {
    parse_with(bytes, &|| None)
}

/// Reads a notebook. Where it holds conflict markers, `ask` is asked for the
/// versions that git has of it.
///
/// # Errors
/// As for [`parse`].
pub fn parse_with(bytes: &[u8], ask: &dyn Fn() -> Option<Sides>) -> Result<Parsed, ParseError> {
    let mended;
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(torn) => {
            mended = cut::without_torn_character(bytes, torn.valid_up_to());
            utf8(mended.as_deref().unwrap_or(bytes))?
        }
    };
    let (text, bom) = text.strip_prefix(BOM).map_or((text, false), |t| (t, true));
    let first_line = text.split_inclusive('\n').next().unwrap_or_default();
    let style = Style { crlf: first_line.ends_with("\r\n"), bom };
    if text.trim().is_empty() {
        // Nothing in it can be lost, so it is as good as no file.
        return Ok(Parsed { repairs: vec![Repair::Empty], style, ..Parsed::default() });
    }
    // No string of JSON holds a bare line end, so this changes no value.
    let text =
        if style.crlf { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) };
    let parsed = match v1::read(&text) {
        Ok(parsed) => parsed,
        Err(error) => damage::mend(&text, ask).ok_or_else(|| damage::explain(&text, error))?,
    };
    Ok(Parsed { style, ..parsed })
}

/// Reads one side of a merge, of which `base` is the version before both. A side that ends too
/// early, as git may have taken it up, is read as far as it goes.
///
/// # Errors
/// As for [`parse`].
pub(super) fn parse_side(bytes: &[u8], base: &Notebook) -> Result<Parsed, ParseError> {
    parse(bytes).or_else(|error| {
        let notebook = cut::read(bytes, base).ok_or(error)?;
        Ok(Parsed { notebook, repairs: vec![Repair::CutShort], ..Parsed::default() })
    })
}

fn utf8(bytes: &[u8]) -> Result<&str, ParseError> {
    std::str::from_utf8(bytes).map_err(|e| {
        let valid = String::from_utf8_lossy(&bytes[..e.valid_up_to()]);
        ParseError::at(&valid, valid.len(), "a byte that is not UTF-8")
            .hint("save the file as UTF-8, or take it back from git")
    })
}

/// Writes a notebook in canonical form: fixed order of fields, ids sorted, two
/// spaces, UTF-8 unescaped, a final line end; what is default is left out.
pub fn serialize(notebook: &Notebook, style: Style) -> Vec<u8> {
    lay_out(notebook, style).0
}

/// The same, and where its annotations stand. Of lines that end in CR LF the places are not known.
pub fn lay_out(notebook: &Notebook, style: Style) -> (Vec<u8>, Places) {
    let mut text = if style.bom { BOM.to_owned() } else { String::new() };
    let places = v1::write(notebook, &mut text);
    if style.crlf {
        return (text.replace('\n', "\r\n").into_bytes(), Places::default());
    }
    (text.into_bytes(), Places::new(places))
}

/// The same, taking over what has not changed of the `bytes` that were written for the notebook
/// `before`.
pub fn lay_out_after(
    notebook: &Notebook,
    style: Style,
    before: &Notebook,
    bytes: &[u8],
    places: &Places,
) -> (Vec<u8>, Places) {
    places.write(bytes, before, notebook).unwrap_or_else(|| lay_out(notebook, style))
}

impl ParseError {
    /// An error at a byte of the text.
    fn at(text: &str, byte: usize, what: impl Into<String>) -> Self {
        let before = &text.as_bytes()[..byte.min(text.len())];
        let line_start = memchr::memrchr(b'\n', before).map_or(0, |n| n + 1);
        Self {
            what: what.into(),
            line: memchr::memchr_iter(b'\n', before).count() + 1,
            column: String::from_utf8_lossy(&before[line_start..]).chars().count() + 1,
            hint:
                "the file is left as it is; mend this place by hand, or take the file back from git"
                    .to_owned(),
        }
    }

    fn hint(mut self, hint: &str) -> Self {
        hint.clone_into(&mut self.hint);
        self
    }
}
