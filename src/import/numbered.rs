//! The numbers of lists in documents of word processors: the text has only which list a paragraph is an item of.

use std::collections::{HashMap, HashSet};

use super::package::{Element, Step};

/// What stands before an item that has no number.
pub(super) const BULLET: &str = "- ";

/// How deep a list may stand in others.
const DEEPEST: usize = 16;

/// The level of a list: the numbers that it counts with, and where it starts.
#[derive(Clone, Copy, Debug)]
struct Level {
    counts: bool,
    start: u32,
}

impl Default for Level {
    fn default() -> Self {
        Self { counts: false, start: 1 }
    }
}

/// The lists of a `.docx` (ECMA-376, 17.9), with how far each has counted.
#[derive(Default)]
pub(super) struct Lists {
    /// The levels of each definition.
    levels: HashMap<(String, usize), Level>,
    /// The definition that each list follows: several may, and count on together.
    definitions: HashMap<String, String>,
    /// Where a list starts anew, by its level.
    starts: HashMap<(String, usize), u32>,
    begun: HashSet<String>,
    counts: HashMap<String, Vec<u32>>,
    /// The definition or the list, and the level, that is being read.
    reading: (String, usize),
}

impl Lists {
    /// Reads a step of the part that defines the lists.
    pub(super) fn step(&mut self, step: &Step<'_>) {
        let Step::Open(element) = step else { return };
        let value = || element.attribute("val").unwrap_or_default();
        match element.name {
            "abstractNum" => self.reading = (named(element, "abstractNumId"), 0),
            "num" => self.reading = (named(element, "numId"), 0),
            "lvl" | "lvlOverride" => self.reading.1 = number(element, "ilvl").unwrap_or(0) as usize,
            "abstractNumId" => drop(self.definitions.insert(self.reading.0.clone(), value())),
            "numFmt" => self.level().counts = value() == "decimal",
            "start" => self.level().start = number(element, "val").unwrap_or(1),
            "startOverride" => {
                let start = number(element, "val").unwrap_or(1);
                self.starts.insert(self.reading.clone(), start);
            }
            _ => {}
        }
    }

    fn level(&mut self) -> &mut Level {
        self.levels.entry(self.reading.clone()).or_default()
    }

    /// The sign of the next item of a list.
    pub(super) fn sign(&mut self, list: &str, level: usize) -> String {
        let definition = self.definitions.get(list).map_or("", String::as_str);
        let known = self.levels.get(&(definition.to_owned(), level)).copied().unwrap_or_default();
        if !known.counts || level >= DEEPEST {
            return BULLET.to_owned();
        }
        let counts = self.counts.entry(definition.to_owned()).or_default();
        let anew = self.begun.insert(list.to_owned());
        let start = self.starts.get(&(list.to_owned(), level)).filter(|_| anew);
        let next = match (start, counts.get(level)) {
            (Some(start), _) => *start,
            (None, Some(last)) if *last > 0 => last.saturating_add(1),
            _ => known.start,
        };
        counts.resize(level + 1, 0);
        counts[level] = next;
        format!("{next}. ")
    }
}

/// The lists of an `.odt` (ISO 26300, 5.3), the innermost last.
#[derive(Default)]
pub(super) struct OpenLists {
    levels: HashMap<(String, usize), Level>,
    /// The style that is being read.
    reading: String,
    open: Vec<(String, u32)>,
    /// How far the lists of a style have counted that were closed.
    closed: HashMap<String, u32>,
}

impl OpenLists {
    /// Reads a step of what defines the styles of lists.
    pub(super) fn step(&mut self, step: &Step<'_>) {
        let Step::Open(element) = step else { return };
        match element.name {
            "list-style" => self.reading = named(element, "name"),
            "list-level-style-number" => {
                let level = number(element, "level").unwrap_or(1) as usize;
                let start = number(element, "start-value").unwrap_or(1);
                let counts = element.attribute("num-format").as_deref() == Some("1");
                self.levels.insert((self.reading.clone(), level), Level { counts, start });
            }
            _ => {}
        }
    }

    /// A list begins; one without a style has that of the list around it.
    pub(super) fn open(&mut self, element: &Element<'_>) {
        let around = || self.open.last().map(|(style, _)| style.clone()).unwrap_or_default();
        let style = element.attribute("style-name").unwrap_or_else(around);
        let goes_on = element.attribute("continue-numbering").as_deref() == Some("true")
            || element.attribute("continue-list").is_some();
        let last = self.closed.get(&style).copied().filter(|_| goes_on).unwrap_or(0);
        self.open.push((style, last));
    }

    pub(super) fn close(&mut self) {
        if let Some((style, last)) = self.open.pop() {
            self.closed.insert(style, last);
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// The sign of the next item of the innermost list.
    pub(super) fn sign(&mut self, element: &Element<'_>) -> String {
        let depth = self.open.len();
        let Some((style, last)) = self.open.last_mut() else { return BULLET.to_owned() };
        let level = self.levels.get(&(style.clone(), depth)).copied().unwrap_or_default();
        if !level.counts {
            return BULLET.to_owned();
        }
        let next = if *last > 0 { last.saturating_add(1) } else { level.start };
        *last = number(element, "start-value").unwrap_or(next);
        format!("{last}. ")
    }
}

fn named(element: &Element<'_>, name: &str) -> String {
    element.attribute(name).unwrap_or_default()
}

fn number(element: &Element<'_>, name: &str) -> Option<u32> {
    element.attribute(name)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::package::walk;
    use super::*;

    #[test]
    fn a_list_counts_on_and_starts_anew_where_it_is_told_to() {
        let level = |level: u8, format: &str, start: u8| {
            format!(
                r#"<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/></w:lvl>"#
            )
        };
        let numbering = format!(
            r#"<w:numbering><w:abstractNum w:abstractNumId="7">{}{}{}</w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
            </w:numbering>"#,
            level(0, "decimal", 3),
            level(1, "decimal", 1),
            level(2, "bullet", 1)
        );
        let mut lists = Lists::default();
        walk(&numbering, |step| lists.step(&step)).unwrap();
        let items =
            [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("2", 0), ("2", 0)];
        let signs = items.map(|(list, level)| lists.sign(list, level));
        assert_eq!(signs.concat(), "3. 1. 2. - 4. 1. 1. 2. ");
        assert_eq!(lists.sign("9", 0), BULLET);
    }
}
