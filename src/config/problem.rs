//! What is wrong in a configuration: where, what, and what to do.

use std::fmt;

/// One thing that was not understood. The rest of the file counts nevertheless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// `file:line:column`, or the file alone where it cannot be read.
    pub place: String,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub hint: String,
}

impl Problem {
    pub(super) fn new(
        place: impl Into<String>,
        what: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self { place: place.into(), what: what.into(), hint: hint.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\nhint: {}", self.place, self.what, self.hint)
    }
}

/// A hint at the nearest of the known names, or all of them where none is near.
pub(super) fn known<'a>(asked: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<_> = names.into_iter().collect();
    match nearest(asked, &names) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("known here: {}", names.join(", ")),
    }
}

/// The known name that a slip of the fingers most likely meant: at most a third of its letters away.
fn nearest<'a>(asked: &str, names: &[&'a str]) -> Option<&'a str> {
    let asked: Vec<char> = asked.to_lowercase().chars().collect();
    let far = asked.len().div_ceil(3);
    let scored = names.iter().map(|name| (slips(&asked, &name.chars().collect::<Vec<_>>()), *name));
    scored.filter(|(slips, _)| *slips <= far).min_by_key(|(slips, _)| *slips).map(|(_, name)| name)
}

/// Letters added, left out, changed, or swapped with their neighbour
/// (optimal string alignment: Damerau 1964, without edits inside a swap).
fn slips(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut least = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i - 1] == *y && b[j - 1] == *x {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_forgiven_and_other_words_are_not() {
        let names = ["column", "spacing", "lang", "level", "theme"];
        for (asked, expect) in [
            ("colunm", Some("column")),
            ("Theme", Some("theme")),
            ("levle", Some("level")),
            ("spaceing", Some("spacing")),
            ("language", None),
            ("x", None),
        ] {
            assert_eq!(nearest(asked, &names), expect, "{asked}");
        }
    }
}
