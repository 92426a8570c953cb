//! The first lines of an article, and the day that one of them tells.

use super::super::iso_date;
use crate::core::article::Source;

/// The first lines of an article that say something.
pub(super) struct Head<'a> {
    lines: Vec<&'a str>,
    /// Which of them tells the day.
    day: Option<usize>,
}

impl<'a> Head<'a> {
    /// The head of an article.
    pub(super) fn of(text: &'a str) -> Self {
        /// So many lines of an article are its head.
        const LINES: usize = 14;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let lines: Vec<_> = lines.take(LINES).collect();
        let day = lines.iter().position(|line| date(line).is_some());
        Self { lines, day }
    }

    /// The same where a title may come first, which may tell a day, too: the day is in a line of at most
    /// so many words.
    pub(super) fn with_short_day(self, words: usize) -> Self {
        let is_day = |line: &&str| line.split_whitespace().count() <= words && date(line).is_some();
        let day = self.lines.iter().position(is_day);
        Self { day, ..self }
    }

    pub(super) fn lines(&self) -> &[&'a str] {
        &self.lines
    }

    pub(super) fn first(&self) -> Option<&'a str> {
        self.lines.first().copied()
    }

    /// The line before the day.
    pub(super) fn before(&self) -> Option<&'a str> {
        self.lines.get(self.day?.checked_sub(1)?).copied()
    }

    /// The lines behind the day.
    pub(super) fn behind(&self) -> &[&'a str] {
        self.day.map_or(&[], |at| &self.lines[at + 1..])
    }

    /// Where an article comes from whose title and outlet are these.
    pub(super) fn source(&self, title: Option<&str>, outlet: Option<&str>) -> Source {
        Source {
            title: title.map(str::to_owned),
            outlet: outlet.map(str::to_owned),
            published: self.day.and_then(|at| date(self.lines[at])),
            ..Source::default()
        }
    }
}

/// The day that a line of a head tells, with the day of the week, the section or the page beside it.
pub(super) fn date(line: &str) -> Option<String> {
    const LONGEST: usize = 60;
    let may_be = line.len() <= LONGEST && line.contains(|c: char| c.is_ascii_digit());
    iso_date(line).filter(|_| may_be)
}
