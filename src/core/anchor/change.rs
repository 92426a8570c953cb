//! What differs between old and new words, and of which kind it is.

use std::collections::HashMap;
use std::sync::LazyLock;

use imara_diff::{Algorithm, Diff, InternedInput};

use super::fold::Fold;
use crate::core::article::Span;

/// Some words that became others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The words as they were; empty for an insertion.
    pub old: String,
    /// The words as they are; empty for a deletion.
    pub new: String,
    /// What kind of words they are.
    pub what: What,
}

/// What a change touches, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    /// A word that denies: `ne`, `pas`, `sans`, `not`.
    Negation,
    /// A figure, in digits or words.
    Figure,
    /// A day, month, or year.
    Date,
    /// What a figure counts.
    Unit,
    /// A proper name.
    Name,
    /// Any other words.
    Other,
}

impl What {
    /// The stable name used in files and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Negation => "negation",
            Self::Figure => "figure",
            Self::Date => "date",
            Self::Unit => "unit",
            Self::Name => "name",
            Self::Other => "other",
        }
    }
}

/// Whether two stretches differ in typography only: spaces, case, accents,
/// kinds of quotes and dashes, invisible characters.
pub(super) fn same_words(old: &str, new: &str) -> bool {
    old == new || ink(&Fold::of(old)) == ink(&Fold::of(new))
}

/// The figures of a folded text, in order, without what groups their digits.
pub(super) fn figures(folded: &str) -> Vec<String> {
    let words = units(folded);
    let figures = words.iter().map(|span| span.of(folded)).filter(|w| has_digit(w));
    figures.map(|figure| figure.replace(' ', "")).collect()
}

/// The changes that lead from old to new words, in order.
pub(super) fn changes(old: &str, new: &str) -> Vec<Change> {
    let (old, new) = (Side::new(old), Side::new(new));
    let mut input = InternedInput::default();
    input.update_before(old.words.iter().map(|span| span.of(&old.fold.text).replace(' ', "")));
    input.update_after(new.words.iter().map(|span| span.of(&new.fold.text).replace(' ', "")));
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_no_heuristic(&input);
    let mut out = Vec::new();
    for hunk in diff.hunks() {
        let (before, after) = (
            hunk.before.start as usize..hunk.before.end as usize,
            hunk.after.start as usize..hunk.after.end as usize,
        );
        let what = old.what(before.clone()).min(new.what(after.clone()));
        out.push(Change { old: old.text(before), new: new.text(after), what });
    }
    out
}

/// One side of a comparison.
struct Side<'a> {
    source: &'a str,
    fold: Fold,
    words: Vec<Span>,
}

impl<'a> Side<'a> {
    fn new(source: &'a str) -> Self {
        let fold = Fold::new(source);
        let words = units(&fold.text);
        Self { source, fold, words }
    }

    fn text(&self, words: std::ops::Range<usize>) -> String {
        if words.is_empty() {
            return String::new();
        }
        let folded = Span::new(self.words[words.start].start, self.words[words.end - 1].end);
        self.fold.source(folded).of(self.source).to_owned()
    }

    /// The gravest kind among some words.
    fn what(&self, words: std::ops::Range<usize>) -> What {
        words.map(|i| self.kind(i)).min().unwrap_or(What::Other)
    }

    fn kind(&self, i: usize) -> What {
        let folded = self.words[i].of(&self.fold.text);
        let near = |at: Option<usize>| {
            at.and_then(|at| self.words.get(at)).map_or("", |span| span.of(&self.fold.text))
        };
        let (before, after) = (near(i.checked_sub(1)), near(Some(i + 1)));
        if has_digit(folded) {
            let year = folded.len() == 4 && (folded.starts_with("19") || folded.starts_with("20"));
            let dated = [before, after].iter().any(|word| lexicon(word) == Some(What::Date));
            return if year || dated { What::Date } else { What::Figure };
        }
        if let Some(what) = lexicon(folded) {
            return what;
        }
        if has_digit(before) && folded.chars().any(char::is_alphabetic) {
            return What::Unit;
        }
        if "$€£¥%°‰".contains(folded) {
            return What::Unit;
        }
        let source = self.fold.source(self.words[i]).of(self.source);
        let capital = source.chars().next().is_some_and(char::is_uppercase);
        if capital && i > 0 && !matches!(before, "." | "!" | "?" | "\"") {
            return What::Name;
        }
        What::Other
    }
}

/// Words that tell the kind of a change, folded, with their class.
static LEXICON: LazyLock<HashMap<&'static str, What>> = LazyLock::new(|| {
    let lines = include_str!("words.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(word, class)| {
            let what = match class {
                "negation" => What::Negation,
                "figure" => What::Figure,
                "date" => What::Date,
                "unit" => What::Unit,
                _ => return None,
            };
            Some((word, what))
        })
        .collect()
});

fn lexicon(folded: &str) -> Option<What> {
    LEXICON.get(folded).copied()
}

fn has_digit(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

/// Words, signs, and whole figures (`12 000`, `1.100`, `3,5`) of a folded text.
fn units(folded: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for word in super::token::tokens(folded) {
        let text = word.of(folded);
        out.push(word);
        let Some([first, mark @ .., _]) = out.last_chunk::<3>() else {
            join_thousands(folded, &mut out);
            continue;
        };
        let separates = matches!(mark[0].of(folded), "." | "," | "'");
        let tight = first.end == mark[0].start && mark[0].end == word.start;
        if separates
            && tight
            && digits(text)
            && first.of(folded).ends_with(|c: char| c.is_ascii_digit())
        {
            let start = first.start;
            out.truncate(out.len() - 3);
            out.push(Span::new(start, word.end));
        }
        join_thousands(folded, &mut out);
    }
    out
}

/// Joins a group of three digits to the figure one space before it.
fn join_thousands(folded: &str, out: &mut Vec<Span>) {
    let Some(&[first, group]) = out.last_chunk::<2>() else { return };
    let text = group.of(folded);
    let joins = group.start == first.end + 1
        && text.len() == 3
        && digits(text)
        && first.of(folded).bytes().all(|b| b.is_ascii_digit() || b == b' ')
        && first.of(folded).rsplit(' ').next().is_some_and(|head| head.len() <= 3);
    if joins && folded.as_bytes()[first.end] == b' ' {
        out.truncate(out.len() - 2);
        out.push(Span::new(first.start, group.end));
    }
}

fn digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// The words and signs alone, so that only spaces between them are lost.
fn ink(folded: &str) -> Vec<String> {
    units(folded).iter().map(|span| span.of(folded).replace(' ', "")).collect()
}
