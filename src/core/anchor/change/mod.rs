//! What differs between old and new words, and of which kind it is.
//!
//! A difference is judged by what it is, never by how much: one letter may make another word, and a
//! figure may be written anew from end to end and stay what it was. In doubt it is material.

mod kind;
mod side;
mod spelling;
mod what;

use imara_diff::{Algorithm, Diff, InternedInput};

use super::fold::Fold;
use side::{Side, Unit};

pub(super) use side::figures;
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

/// Judges what became of some words.
pub(super) fn judge(old: &str, new: &str) -> Judgement {
    let same_ink = side::ink(&Fold::words(old).text) == side::ink(&Fold::words(new).text);
    let (old, new) = (Side::new(old), Side::new(new));
    let mut input = InternedInput::default();
    input.update_before(old.units.iter().map(|unit| unit.key.as_str()));
    input.update_after(new.units.iter().map(|unit| unit.key.as_str()));
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_no_heuristic(&input);
    let mut found = Found { old: &old, new: &new, changes: Vec::new(), values: Vec::new() };
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
    changes: Vec<Change>,
    /// Values said otherwise.
    values: Vec<Change>,
}

impl Found<'_> {
    /// Units that say the same: values may be written otherwise, words in other letters.
    fn tied(&mut self, before: std::ops::Range<usize>, after: std::ops::Range<usize>) {
        for (i, j) in before.zip(after) {
            let (a, b) = (&self.old.units[i], &self.new.units[j]);
            let (old, new) = (a.span.of(&self.old.text), b.span.of(&self.new.text));
            if old == new {
                continue;
            }
            if let Some(what) = a.value.or(b.value) {
                if side::ink(&Fold::of(old)) != side::ink(&Fold::of(new)) {
                    self.values.push(Change { old: old.into(), new: new.into(), what });
                } else if let Some(what) = spelling::other_letters(old, new) {
                    self.changes.push(Change { old: old.into(), new: new.into(), what });
                }
                continue;
            }
            let after_figure = i.checked_sub(1).is_some_and(|n| self.old.units[n].has_digit());
            let all_capitals =
                spelling::is_shouted(&self.old.text) || spelling::is_shouted(&self.new.text);
            if let Some(what) = spelling::other_word(old, new, after_figure, all_capitals) {
                self.changes.push(Change { old: old.into(), new: new.into(), what });
            }
        }
    }

    /// Units that differ: other words, unless they are the same ones spelt otherwise.
    fn untied(&mut self, before: std::ops::Range<usize>, after: std::ops::Range<usize>) {
        if self.spelt_otherwise(before.clone(), after.clone()) {
            return;
        }
        let what = kind::of(self.old, before.clone(), self.new, after.clone());
        let (old, new) = (self.old.words(before).to_owned(), self.new.words(after).to_owned());
        self.changes.push(Change { old, new, what });
    }

    fn spelt_otherwise(
        &self,
        before: std::ops::Range<usize>,
        after: std::ops::Range<usize>,
    ) -> bool {
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
        // A word that a line end divided is one word, with its hyphen or without.
        let hyphened = |side: &Side, units| {
            let words = side.words(units).replace("-\r\n", "-").replace("-\n", "-");
            !words.contains(char::is_whitespace)
        };
        if joined(a) == joined(b)
            && hyphened(self.old, before.clone())
            && hyphened(self.new, after.clone())
        {
            return true;
        }
        if spelling::same_phrase(&phrase(a), &phrase(b)) {
            return true;
        }
        a.len() == b.len()
            && a.iter().zip(b).all(|(a, b)| {
                let named = self.old.is_name(a) || self.new.is_name(b);
                let grave = kind::is_grave(&a.key) || kind::is_grave(&b.key);
                let words = (a.span.of(&self.old.text), b.span.of(&self.new.text));
                a.key == b.key
                    || spelling::is_variant(&a.key, &b.key)
                    || !named && !grave && spelling::is_misprint(words.0, words.1)
            })
    }
}

fn phrase(units: &[Unit]) -> String {
    units.iter().map(|unit| unit.key.as_str()).collect::<Vec<_>>().join(" ")
}

/// Whether a word only stands twice (`the the`).
fn is_doubled(side: &Side, units: std::ops::Range<usize>) -> bool {
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
    fn a_word_divided_by_a_line_end_is_the_same_word() {
        let old = "The report found that 4,500 house-\nholds had lost power.";
        let healed = old.replace("-\n", "");
        assert_eq!(judge(old, &healed), Judgement::Cosmetic);
        assert_eq!(judge(&old.replace('\n', "\r\n"), &healed), Judgement::Cosmetic);
        let other = healed.replace("households", "house holds");
        assert!(matches!(judge(&healed, &other), Judgement::Material(_)));
    }
}
