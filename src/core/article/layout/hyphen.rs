//! Words divided at the end of a line: one word, a compound, or two.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::line::{Line, division};
use crate::core::lang::words::is_usual;

/// What becomes of a hyphen at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heal {
    /// `house-⏎holds`: it goes, with the line end.
    Word,
    /// `nord-⏎coréens`: it stays, the line end goes.
    Compound,
    /// `Nord- ⏎und`: it stays, and a space behind it.
    Apart,
}

/// What the words of a file tell about its hyphens.
#[derive(Clone, Debug, Default)]
pub(super) struct Hyphens<'a> {
    words: HashSet<&'a str>,
    /// Whether what no word tells is a divided word.
    divides: bool,
}

const BEFORE: u8 = 1;
const BEHIND: u8 = 2;
const JOINS: u8 = 4;

static PARTS: LazyLock<HashMap<&'static str, u8>> = LazyLock::new(|| {
    let mut parts = HashMap::new();
    for line in include_str!("hyphen.txt").lines() {
        let Some((class, part)) = line.split_once(' ') else { continue };
        let bit = match class {
            "before" => BEFORE,
            "behind" => BEHIND,
            "joins" => JOINS,
            _ => continue,
        };
        *parts.entry(part).or_default() |= bit;
    }
    parts
});

fn is_part(word: &str, bit: u8) -> bool {
    PARTS.get(word).is_some_and(|bits| bits & bit != 0)
}

/// Whether two halves are a usual word, and one of them is none: `pro-⏎duction`, that begins like
/// `pro-russe`, but not `week-⏎end`.
fn is_divided(before: &str, behind: &str) -> bool {
    is_usual(&format!("{before}{behind}")) && !(is_usual(before) && is_usual(behind))
}

/// Of so many joined lines and more, a share is believed.
const ENOUGH: usize = 25;

impl<'a> Hyphens<'a> {
    /// Learns from the text which words it has, with and without hyphens.
    ///
    /// `ends` are the divided words at its line ends, `joined` the number of lines that go on.
    pub(super) fn learn(text: &'a str, ends: &[(&str, &str)], joined: usize) -> Self {
        if ends.is_empty() {
            return Self { words: HashSet::new(), divides: true };
        }
        let is_inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '‐');
        let words = text.split(|c: char| !is_inner(c)).filter(|word| word.len() > 3).collect();
        let mut hyphens = Self { words, divides: true };
        let (mut whole, mut unknown) = (0, 0);
        for (before, behind) in ends {
            match hyphens.known(before, behind) {
                Some(Heal::Word) => whole += 1,
                Some(_) => {}
                None => unknown += 1,
            }
        }
        // Typesetters divide every tenth line or more; rare compounds come far more seldom.
        hyphens.divides = whole > 0 || joined < ENOUGH || unknown * 25 >= joined;
        hyphens
    }

    /// What the file has elsewhere, what the lexicon knows, what its letters tell.
    fn known(&self, before: &str, behind: &str) -> Option<Heal> {
        let loud = |word: &str| word.chars().all(char::is_uppercase) && word.chars().count() > 1;
        let figure = before.contains(|c: char| c.is_ascii_digit());
        let plain = behind.starts_with(char::is_lowercase) || loud(before) && loud(behind);
        if figure || !plain {
            return Some(Heal::Compound);
        }
        self.seen(before, behind).or_else(|| {
            let (before, behind) = (before.to_lowercase(), behind.to_lowercase());
            if is_divided(&before, &behind) {
                return Some(Heal::Word);
            }
            let known = is_part(&before, BEFORE) || is_part(&behind, BEHIND);
            known.then_some(Heal::Compound)
        })
    }

    /// What the file itself has elsewhere.
    fn seen(&self, before: &str, behind: &str) -> Option<Heal> {
        let has = |word: &str| {
            self.words.contains(word) || self.words.contains(word.to_lowercase().as_str())
        };
        if has(&format!("{before}-{behind}")) {
            return Some(Heal::Compound);
        }
        has(&format!("{before}{behind}")).then_some(Heal::Word)
    }

    /// Judges the hyphen between two lines.
    pub(super) fn heal(&self, a: &Line<'_>, b: &Line<'_>) -> Heal {
        let Some((before, sign)) = division(a.last_word()) else { return Heal::Apart };
        let before = bare(before);
        let behind = first_letters(b.text);
        if matches!(sign, '\u{ad}' | '¬') {
            return Heal::Word;
        }
        let spaced = b.text[behind.len()..].starts_with(' ');
        if spaced && is_part(behind, JOINS) {
            return Heal::Apart;
        }
        let known = self.known(before, behind);
        known.unwrap_or(if self.divides { Heal::Word } else { Heal::Compound })
    }
}

/// The two parts of a divided word.
pub(super) fn parts<'a>(a: &Line<'a>, b: &Line<'a>) -> Option<(&'a str, &'a str)> {
    let near = a.text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let (before, _) = division(near)?;
    Some((bare(before), first_letters(b.text)))
}

fn bare(part: &str) -> &str {
    part.rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '‐'))).next().unwrap_or(part)
}

fn first_letters(text: &str) -> &str {
    let is_inner = |c: char| c.is_alphanumeric() || c == '-';
    let end = text.find(|c| !is_inner(c)).unwrap_or(text.len());
    text[..end].trim_end_matches('-')
}
