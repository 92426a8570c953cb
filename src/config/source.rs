//! A configuration file as read, and the places in it.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::Problem;
use crate::core::article::plain;
use crate::i18n::line as say;

/// A table of a file, with places.
pub(super) type Table<'a> = DeTable<'a>;
/// A value of a file, with its place.
pub(super) type Value<'a> = Spanned<DeValue<'a>>;

/// Which of the two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The one in the user's own configuration folder.
    User,
    /// The one in the desk, which a team shares.
    Desk,
}

impl Layer {
    /// Its short name, for the page of keys.
    pub(crate) const fn short(self) -> &'static str {
        match self {
            Self::User => "claimdesk/config.toml",
            Self::Desk => "claimdesk.toml",
        }
    }
}

/// Longest file that is read, in bytes: a configuration has a few hundred.
const LONGEST: u64 = 1 << 20;

/// One file.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) layer: Layer,
    /// Its path as shown.
    pub(super) shown: String,
    pub(super) text: String,
}

impl Source {
    /// Reads a file; none where there is none.
    pub(super) fn read(layer: Layer, path: &Path) -> Result<Option<Self>, Problem> {
        let shown = plain(&path.display().to_string()).into_owned();
        match read_text(layer, path) {
            Ok(text) => Ok(Some(Self { layer, shown, text })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Problem::new(
                shown,
                say::UNREADABLE_FILE.with(&[&error]),
                say::UNREADABLE_FILE_HINT,
            )),
        }
    }

    /// `file:line:column` of a byte, counted from 1, the column in characters.
    pub(super) fn place(&self, at: usize) -> String {
        let (line, column) = position(&self.text, at);
        format!("{}:{line}:{column}", self.shown)
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        position(&self.text, at).0
    }

    /// What stands there, cut to one short line and safe to show.
    pub(super) fn words(&self, at: Range<usize>) -> String {
        let words = plain(self.text.get(at).unwrap_or_default()).into_owned();
        let line = words.lines().next().unwrap_or_default();
        crate::core::article::width::fit(line, 40)
    }
}

fn read_text(layer: Layer, path: &Path) -> io::Result<String> {
    let is_outside = |folder: &Path| {
        let real = fs::canonicalize(path);
        real.is_ok_and(|real| fs::canonicalize(folder).is_ok_and(|desk| !real.starts_with(desk)))
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    // What a desk's file says is quoted in messages, and a desk may come from anybody.
    if layer == Layer::Desk && is_outside(folder.unwrap_or(Path::new("."))) {
        return Err(io::Error::other("a link that leaves the desk"));
    }
    // Asked before opening: opening a pipe waits for a writer.
    let meta = fs::metadata(path)?;
    if !meta.is_file() || meta.len() > LONGEST {
        return Err(io::Error::other("not a plain file, or too long"));
    }
    fs::read_to_string(path)
}

fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.trim_start_matches('\u{feff}').chars().count() + 1)
}

/// The entries of a table in the order of the file.
pub(super) fn in_order<'t, 'a>(
    table: &'t Table<'a>,
) -> Vec<(&'t str, Range<usize>, &'t Value<'a>)> {
    let mut entries: Vec<_> =
        table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value)).collect();
    entries.sort_by_key(|(_, at, _)| at.start);
    entries
}

/// The last key of this name before a byte, anywhere in a table: the other half of a duplicate.
pub(super) fn key_before(table: &Table<'_>, name: &str, before: usize) -> Option<usize> {
    let own = table.iter().filter_map(|(key, value)| {
        let here = (key.get_ref() == name && key.span().start < before).then(|| key.span().start);
        let below = value.get_ref().as_table().and_then(|t| key_before(t, name, before));
        here.max(below)
    });
    own.max()
}
