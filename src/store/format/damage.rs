//! Files that git left broken: conflict markers, and the lines of two sides in one.
//!
//! Forges run no merge drivers and a clone may lack ours, so such files are
//! read too. With git's index at hand ([`Sides`]) they are merged as the driver
//! would have done. Else every side is put together from the markers, and the
//! lines of `merge=union` are put in order by their indentation, which is
//! reliable because we wrote it.

use super::{ParseError, Parsed, Repair, cut, v1};
use crate::core::annotation::Notebook;
use crate::core::annotation::merge::{self, Merged};

/// The versions of a file in conflict that git's index holds, as far as it does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// The last version both sides shared.
    pub base: Option<Vec<u8>>,
    /// Our side.
    pub ours: Option<Vec<u8>>,
    /// The other side.
    pub theirs: Option<Vec<u8>>,
}

/// Conflicts in conflicts are read down to this depth.
const DEEPEST: u32 = 4;

/// Reads a damaged file; none where something could be lost.
pub(super) fn mend(text: &str, ask: &dyn Fn() -> Option<Sides>) -> Option<Parsed> {
    if !text.lines().any(|line| Marker::of(line) == Some(Marker::Ours)) {
        return in_order(text);
    }
    let (merged, is_cut) =
        ask().and_then(|sides| from_index(&sides)).or_else(|| from_markers(text))?;
    Some(Parsed {
        notebook: merged.notebook,
        repairs: [Repair::ConflictMarkers]
            .into_iter()
            .chain(is_cut.then_some(Repair::CutShort))
            .chain(merged.notices.into_iter().map(Repair::from))
            .collect(),
        ..Parsed::default()
    })
}

/// The error to tell where nothing could be mended: conflict markers are the
/// cause, not the first sign that is no JSON.
pub(super) fn explain(text: &str, error: ParseError) -> ParseError {
    let mut byte = 0;
    for line in text.split_inclusive('\n') {
        if Marker::of(line).is_some() {
            return ParseError::at(
                text,
                byte,
                "git's conflict markers, with sides that cannot be read",
            )
            .hint(
                "the file is left as it is; take one side with `git checkout --ours` or `--theirs`",
            );
        }
        byte += line.len();
    }
    error
}

/// What both sides come to, and whether one of them ended too early.
fn from_index(sides: &Sides) -> Option<(Merged, bool)> {
    let whole = |bytes: &[u8]| version(std::str::from_utf8(bytes).ok()?);
    let base = sides.base.as_deref().and_then(whole).unwrap_or_default();
    let mut is_cut = false;
    let mut side = |bytes: &Option<Vec<u8>>| {
        let bytes = bytes.as_deref()?;
        whole(bytes).or_else(|| {
            is_cut = true;
            cut::read(bytes, &base)
        })
    };
    let (ours, theirs) = (side(&sides.ours)?, side(&sides.theirs)?);
    Some((merge::merge(&base, &ours, &theirs), is_cut))
}

/// The whole versions that stand between git's conflict markers.
pub(super) struct Versions {
    /// What both sides shared, where the markers show it.
    pub(super) base: Option<String>,
    /// The sides.
    pub(super) sides: Vec<String>,
}

/// The versions of a file with conflict markers; none where they are in no order.
pub(super) fn versions(text: &str) -> Option<Versions> {
    if !text.lines().any(|line| Marker::of(line) == Some(Marker::Ours)) {
        return None;
    }
    let parts = Lines { lines: text.split_inclusive('\n').collect(), at: 0 }.file()?;
    let depth = depth(&parts);
    if depth > DEEPEST {
        return None;
    }
    let sides = (0..1_u32 << depth).map(|choice| {
        let mut text = String::new();
        side_of(&parts, choice, &mut text);
        text
    });
    Some(Versions { base: base_of(&parts), sides: sides.collect() })
}

fn from_markers(text: &str) -> Option<(Merged, bool)> {
    let versions = versions(text)?;
    // A base that cannot be read, as zdiff3 may leave it, is no base: what one
    // side removed then comes back, which loses nothing.
    let base = versions.base.and_then(|text| v1::read(&text).ok());
    let base = base.filter(|b| b.repairs.is_empty()).map(|b| b.notebook).unwrap_or_default();
    let mut merged: Option<Merged> = None;
    let mut is_cut = false;
    for text in &versions.sides {
        let next = version(text).or_else(|| {
            is_cut = true;
            cut::read(text.as_bytes(), &base)
        })?;
        merged = Some(match merged {
            None => Merged { notebook: next, notices: Vec::new() },
            Some(before) => {
                let mut both = merge::merge(&base, &before.notebook, &next);
                both.notices.extend(before.notices);
                both
            }
        });
    }
    let mut merged = merged?;
    merged.notices.sort();
    merged.notices.dedup();
    Some((merged, is_cut))
}

/// One whole version of the file.
fn version(text: &str) -> Option<Notebook> {
    if text.trim().is_empty() {
        return Some(Notebook::default());
    }
    let parsed = v1::read(text).ok().or_else(|| in_order(text))?;
    parsed.newer.is_none().then_some(parsed.notebook)
}

/// A line that git put between the sides: at least seven of one sign.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marker {
    Ours,
    Base,
    Theirs,
    End,
}

impl Marker {
    fn of(line: &str) -> Option<Self> {
        let line = line.trim_end();
        let sign = line.chars().next()?;
        let label = line.trim_start_matches(sign);
        let long = line.len() - label.len() >= 7;
        let marker = match sign {
            '<' => Self::Ours,
            '|' => Self::Base,
            '=' => Self::Theirs,
            '>' => Self::End,
            _ => return None,
        };
        (long && (label.is_empty() || label.starts_with(' '))).then_some(marker)
    }
}

/// A stretch of a file with conflicts.
enum Part<'a> {
    Line(&'a str),
    Conflict { ours: Vec<Self>, base: Option<Vec<Self>>, theirs: Vec<Self> },
}

/// The lines of a file while its conflicts are read.
struct Lines<'a> {
    lines: Vec<&'a str>,
    at: usize,
}

impl<'a> Lines<'a> {
    fn file(mut self) -> Option<Vec<Part<'a>>> {
        let parts = self.parts(0)?;
        (self.at == self.lines.len()).then_some(parts)
    }

    /// Everything up to the next marker that opens no conflict.
    fn parts(&mut self, depth: u32) -> Option<Vec<Part<'a>>> {
        let mut parts = Vec::new();
        while let Some(line) = self.lines.get(self.at) {
            match Marker::of(line) {
                None => {
                    parts.push(Part::Line(line));
                    self.at += 1;
                }
                Some(Marker::Ours) if depth <= DEEPEST => parts.push(self.conflict(depth)?),
                Some(Marker::Ours) => return None,
                Some(_) => break,
            }
        }
        Some(parts)
    }

    fn conflict(&mut self, depth: u32) -> Option<Part<'a>> {
        self.at += 1;
        let ours = self.parts(depth + 1)?;
        let base = if self.take(Marker::Base) { Some(self.parts(depth + 1)?) } else { None };
        self.take(Marker::Theirs).then_some(())?;
        let theirs = self.parts(depth + 1)?;
        self.take(Marker::End).then_some(Part::Conflict { ours, base, theirs })
    }

    fn take(&mut self, marker: Marker) -> bool {
        let here = self.lines.get(self.at).is_some_and(|line| Marker::of(line) == Some(marker));
        self.at += usize::from(here);
        here
    }
}

/// How many conflicts stand in one another, those in a base apart.
fn depth(parts: &[Part<'_>]) -> u32 {
    let of = |part: &Part<'_>| match part {
        Part::Line(_) => 0,
        Part::Conflict { ours, theirs, .. } => 1 + depth(ours).max(depth(theirs)),
    };
    parts.iter().map(of).max().unwrap_or(0)
}

/// The version that takes, at each depth, the side its bit of `choice` says.
fn side_of(parts: &[Part<'_>], choice: u32, out: &mut String) {
    for part in parts {
        match part {
            Part::Line(line) => out.push_str(line),
            Part::Conflict { ours, theirs, .. } => {
                side_of(if choice & 1 == 0 { ours } else { theirs }, choice >> 1, out);
            }
        }
    }
}

/// The version both sides shared, where the markers show it.
fn base_of(parts: &[Part<'_>]) -> Option<String> {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Line(line) => text.push_str(line),
            Part::Conflict { base, .. } => text.push_str(&base_of(base.as_ref()?)?),
        }
    }
    Some(text)
}

/// Reads a file whose closing lines got lost or doubled between two entries.
///
/// A fault of commas alone is a slip of somebody's hand, and a missing end a
/// file cut short: both are refused, so that a person looks at them.
fn in_order(text: &str) -> Option<Parsed> {
    let (lines, moved) = close_by_indent(text)?;
    let mut parsed = v1::read(&with_commas(&lines)).ok()?;
    if !moved && parsed.repairs.is_empty() {
        return None;
    }
    parsed.repairs.insert(0, Repair::Structure);
    Some(parsed)
}

/// The lines with every bracket closed where the indentation says, without their
/// commas; and whether any closing line was put in or left out.
fn close_by_indent(text: &str) -> Option<(Vec<String>, bool)> {
    let mut lines = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut moved = false;
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        let content = line.trim_start();
        let indent = line.len() - content.len();
        let content = content.trim_end().trim_end_matches(',');
        let closes = matches!(content, "}" | "]");
        while open.last().is_some_and(|(i, _)| *i > indent || *i == indent && !closes) {
            let (indent, close) = open.pop()?;
            lines.push(format!("{}{close}", " ".repeat(indent)));
            moved = true;
        }
        if closes {
            match open.last() {
                Some((i, close)) if *i == indent && content.starts_with(*close) => drop(open.pop()),
                // Doubled: the first one has done it.
                _ => {
                    moved = true;
                    continue;
                }
            }
        } else if let Some(close) = opens(content) {
            open.push((indent, close));
        }
        lines.push(line.trim_end().trim_end_matches(',').to_owned());
    }
    open.is_empty().then_some((lines, moved))
}

/// What closes the bracket a line ends with.
fn opens(content: &str) -> Option<char> {
    let (before, close) = match content.strip_suffix('{') {
        Some(before) => (before, '}'),
        None => (content.strip_suffix('[')?, ']'),
    };
    (before.is_empty() || before.ends_with("\": ")).then_some(close)
}

fn with_commas(lines: &[String]) -> String {
    let mut text = String::new();
    for (n, line) in lines.iter().enumerate() {
        let last = lines.get(n + 1).is_none_or(|next| matches!(next.trim(), "}" | "]"));
        text.push_str(line);
        text.push_str(if last || opens(line.trim()).is_some() { "\n" } else { ",\n" });
    }
    text
}
