//! Of which kind a change is.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::side::{Side, Unit};
use super::what::What;

/// The gravest kind among the words that changed.
pub(super) fn of(old: &Side, before: Range<usize>, new: &Side, after: Range<usize>) -> What {
    let kinds = |side: &Side, units: Range<usize>| {
        units.map(|n| of_unit(side, n)).min().unwrap_or(What::Other)
    };
    let what = kinds(old, before.clone()).min(kinds(new, after.clone()));
    let pairs = old.units[before].iter().zip(&new.units[after]);
    if what == What::Figure && pairs.clone().all(|(a, b)| same_figure(a, b)) {
        return What::Unit;
    }
    pairs.map(|(a, b)| related(&a.key, &b.key)).fold(what, What::min)
}

/// Whether two measures have one figure, so that the units differ.
fn same_figure(a: &Unit, b: &Unit) -> bool {
    a.figure.is_some() && a.figure == b.figure
}

fn of_unit(side: &Side, n: usize) -> What {
    let unit = &side.units[n];
    let key = unit.key.as_str();
    if let Some(what) = unit.value {
        return what;
    }
    let near = |n: Option<usize>| n.and_then(|n| side.units.get(n));
    let (before, after) = (near(n.checked_sub(1)), near(Some(n + 1)));
    if unit.has_digit() {
        let year = key.len() == 4 && (key.starts_with("19") || key.starts_with("20"));
        let month = |unit: Option<&Unit>| unit.is_some_and(|u| class(&u.key) == Some(What::Date));
        return if year || month(before) || month(after) { What::Date } else { What::Figure };
    }
    // The month is written with a capital, the verb without.
    if key == "may" && unit.span.of(side.text()) == key {
        return What::Hedge;
    }
    if let Some(what) = class(key) {
        return what;
    }
    let follows_figure = before.is_some_and(Unit::has_digit);
    if follows_figure && key.chars().any(char::is_alphabetic) || "$€£¥%°‰".contains(key) {
        return What::Unit;
    }
    if side.is_name(unit) || side.is_known_name(unit) {
        return What::Name;
    }
    if side.is_source(unit) {
        return What::Source;
    }
    What::Other
}

/// Whether no misprint is taken for granted in a word: one letter makes another of its class.
pub(super) fn is_grave(key: &str) -> bool {
    class(key).is_some()
}

/// What makes one word of another: a prefix that denies, or the ending of a verb (the French
/// conditional reports hearsay).
fn related(a: &str, b: &str) -> What {
    let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
    let denies = |prefix: &&str| long.strip_prefix(*prefix) == Some(short);
    if short.len() >= 4 && ["in", "im", "il", "ir", "un", "non", "dis", "des"].iter().any(denies) {
        return What::Negation;
    }
    let shared = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    if shared < 3 {
        return What::Other;
    }
    let ends = |endings: &[&str]| endings.iter().any(|end| a.ends_with(end) != b.ends_with(end));
    if ends(&["rait", "raient", "rais"]) {
        return What::Hedge;
    }
    if ends(&["ra", "ront", "rai", "ait", "aient", "ed", "ent", "e"]) {
        What::Tense
    } else {
        What::Other
    }
}

/// Words that tell the kind of a change, folded, with their class.
static LEXICON: LazyLock<HashMap<&'static str, What>> = LazyLock::new(|| {
    let lines = include_str!("words.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.rsplit_once(' '))
        .filter_map(|(word, class)| {
            let what = match class {
                "negation" => What::Negation,
                "figure" => What::Figure,
                "date" => What::Date,
                "unit" => What::Unit,
                "name" => What::Name,
                "hedge" => What::Hedge,
                "quantifier" => What::Quantifier,
                "source" => What::Source,
                "direction" => What::Direction,
                "tense" => What::Tense,
                _ => return None,
            };
            Some((word, what))
        })
        .collect()
});

fn class(folded: &str) -> Option<What> {
    LEXICON.get(folded).copied()
}
