//! What differs between old and new words, and of which kind it is.
//!
//! A difference is judged by what it is, never by how much: one letter may make another word, and a
//! figure may be written anew from end to end and stay what it was. In doubt it is material.

mod kind;
mod side;
mod spelling;
mod what;

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

use super::fold::Fold;
use side::{Size, Unit};

pub(super) use side::{Side, figures};
pub use what::{Change, What};

/// What two stretches have to do with each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Judgement {
    /// The same words in another typography or spelling.
    Cosmetic,
    /// The same values said otherwise.
    SameValue(Vec<Change>),
    /// Other words.
    Material(Vec<Change>),
}

/// Judges what became of some words; a word with a letter more or less may be a misprint only where `misprints` says so.
pub(super) fn judge(old: &str, new: &str, misprints: bool) -> Judgement {
    let same_ink = side::ink(&Fold::words(old).text) == side::ink(&Fold::words(new).text);
    let (old, new) = (Side::new(old), Side::new(new));
    let mut input = InternedInput::default();
    input.update_before(old.units.iter().map(|unit| unit.key.as_str()));
    input.update_after(new.units.iter().map(|unit| unit.key.as_str()));
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_no_heuristic(&input);
    let mut found =
        Found { old: &old, new: &new, misprints, changes: Vec::new(), values: Vec::new() };
    let (mut i, mut j) = (0, 0);
    for hunk in diff.hunks() {
        let before = hunk.before.start as usize..hunk.before.end as usize;
        let after = hunk.after.start as usize..hunk.after.end as usize;
        found.tied(i..before.start, j..after.start);
        (i, j) = (before.end, after.end);
        found.untied(before, after);
    }
    found.tied(i..old.units.len(), j..new.units.len());
    match (found.changes.is_empty(), found.values.is_empty() || same_ink) {
        (false, _) => Judgement::Material(found.changes),
        (true, false) => Judgement::SameValue(found.values),
        (true, true) => Judgement::Cosmetic,
    }
}

/// The differences of two sides.
struct Found<'a> {
    old: &'a Side,
    new: &'a Side,
    misprints: bool,
    changes: Vec<Change>,
    /// Values said otherwise.
    values: Vec<Change>,
}

impl Found<'_> {
    /// Units that say the same: values may be written otherwise, words in other letters.
    fn tied(&mut self, before: Range<usize>, after: Range<usize>) {
        for (i, j) in before.zip(after) {
            let (a, b) = (&self.old.units[i], &self.new.units[j]);
            let (old, new) = (a.span.of(self.old.text()), b.span.of(self.new.text()));
            if old == new {
                continue;
            }
            let change = |what| self.change(i..i + 1, j..j + 1, what);
            if let Some(what) = a.value.or(b.value) {
                if side::ink(&Fold::of(old)) != side::ink(&Fold::of(new)) {
                    self.values.push(change(what));
                } else if let Some(what) = spelling::other_letters(old, new) {
                    self.changes.push(change(what));
                }
                continue;
            }
            let after_figure = i.checked_sub(1).is_some_and(|n| self.old.units[n].has_digit());
            let all_capitals =
                spelling::is_shouted(self.old.text()) || spelling::is_shouted(self.new.text());
            if let Some(what) = spelling::other_word(old, new, after_figure, all_capitals) {
                self.changes.push(change(what));
            }
        }
    }

    /// Units that differ: other words, unless they are the same ones spelt otherwise.
    fn untied(&mut self, before: Range<usize>, after: Range<usize>) {
        if self.spelt_otherwise(before.clone(), after.clone()) {
            return;
        }
        let what = kind::of(self.old, before.clone(), self.new, after.clone());
        self.changes.push(self.change(before, after, what));
    }

    fn change(&self, before: Range<usize>, after: Range<usize>, what: What) -> Change {
        let (was, is) = (&self.old.units[before.clone()], &self.new.units[after.clone()]);
        Change {
            old: self.old.words(before).to_owned(),
            new: self.new.words(after.clone()).to_owned(),
            what,
            at: self.new.source(after),
            trend: only_size(is).zip(only_size(was)).and_then(|(is, was)| is.compare(was)),
        }
    }

    fn spelt_otherwise(&self, before: Range<usize>, after: Range<usize>) -> bool {
        let (a, b) = (&self.old.units[before.clone()], &self.new.units[after.clone()]);
        if a.is_empty() || b.is_empty() {
            let (side, units) = if a.is_empty() { (self.new, after) } else { (self.old, before) };
            return is_doubled(side, units);
        }
        if a.iter().chain(b).any(|unit| unit.value.is_some() || unit.has_digit()) {
            return false;
        }
        let joined =
            |units: &[Unit]| units.iter().map(|unit| unit.key.as_str()).collect::<String>();
        if joined(a) == joined(b) {
            let words = (self.old.words(before.clone()), self.new.words(after.clone()));
            if spelling::is_one_word(words.0, words.1) {
                return true;
            }
        }
        if spelling::same_phrase(&phrase(a), &phrase(b)) {
            return true;
        }
        a.len() == b.len()
            && a.iter().zip(b).all(|(a, b)| {
                let words = (a.span.of(self.old.text()), b.span.of(self.new.text()));
                let grave = kind::is_grave(&a.key) || kind::is_grave(&b.key);
                a.key == b.key
                    || spelling::is_variant(words.0, words.1)
                    || self.misprints && !grave && spelling::is_misprint(words.0, words.1)
            })
    }
}

/// The one size among some units.
fn only_size(units: &[Unit]) -> Option<&Size> {
    let mut sizes = units.iter().filter_map(|unit| unit.size.as_ref());
    sizes.next().filter(|_| sizes.next().is_none())
}

fn phrase(units: &[Unit]) -> String {
    units.iter().map(|unit| unit.key.as_str()).collect::<Vec<_>>().join(" ")
}

/// Whether a word only stands twice (`the the`).
fn is_doubled(side: &Side, units: Range<usize>) -> bool {
    let [one] = &side.units[units.clone()] else { return false };
    let near = [units.start.checked_sub(1), Some(units.end)];
    let twin =
        near.into_iter().flatten().filter_map(|n| side.units.get(n)).any(|n| n.key == one.key);
    twin && one.value.is_none() && !one.has_digit() && one.key.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_knows_its_place_and_its_direction() {
        use std::cmp::Ordering::{Greater, Less};
        for (old, new, place, trend) in [
            ("environ 12 000 soldats", "environ 10 000 soldats", "10 000", Some(Less)),
            ("environ 12 000 soldats", "des **soldats**, 13 500", "des", None),
            ("en hausse de 5 %", "en hausse de <b>7 %</b>", "7 %", Some(Greater)),
            ("le 3 juin 2024", "le 5 mai 2024", "5 mai 2024", Some(Less)),
            ("le 3 juin 2024", "en 2025", "en 2025", None),
            ("200 millions de dollars", "300 millions d’euros", "300 millions d’euros", None),
            ("il n’a pas signé", "il a signé", "", None),
        ] {
            let Judgement::Material(changes) = judge(old, new, true) else { panic!("{new}") };
            assert_eq!((changes[0].at.of(new), changes[0].trend), (place, trend), "{new}");
        }
    }

    #[test]
    fn a_word_divided_by_a_line_end_is_the_same_word() {
        let old = "The report found that 4,500 house-\nholds had lost power.";
        let healed = old.replace("-\n", "");
        assert_eq!(judge(old, &healed, true), Judgement::Cosmetic);
        assert_eq!(judge(&old.replace('\n', "\r\n"), &healed, true), Judgement::Cosmetic);
        let other = healed.replace("households", "house holds");
        assert!(matches!(judge(&healed, &other, true), Judgement::Material(_)));
    }
}
