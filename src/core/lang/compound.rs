//! Numbers, ordinals and parts that are written as one word: `dreihundertfünfzig`,
//! `drieëntwintigste`, `veinteavo`.

use super::lexicon::{Classes, Entry, Lexicon, class};

impl Lexicon {
    /// Whether the language writes numbers, ordinals or parts as one word.
    pub(crate) const fn has_compounds(&self) -> bool {
        self.settings.glue.is_some() || !self.settings.parts.is_empty()
    }

    /// The value of a number written as one word: `dreihundertfünfzig`, `centocinquantamila`.
    pub(crate) fn compound(&self, word: &str) -> Option<f64> {
        let glue = self.settings.glue.as_ref()?;
        let head = word.get(..2)?;
        if word.len() < 6 || !self.heads.contains(head) {
            return None;
        }
        let (mut total, mut current, mut rest) = (0.0_f64, 0.0_f64, word);
        // What may follow without a scale must be less than this.
        let mut room = f64::INFINITY;
        while !rest.is_empty() {
            let linked = glue.iter().find_map(|link| rest.strip_prefix(link));
            let (entry, len) = match linked.and_then(|rest| self.longest_number(rest)) {
                Some((entry, len)) if current > 0.0 || total > 0.0 => {
                    rest = linked.unwrap_or(rest);
                    // `dreiundfünfzig`: the unit stands before its ten.
                    if current % 100.0 < 10.0 && entry.value >= 20.0 {
                        room = 100.0;
                    }
                    (entry, len)
                }
                _ => self.longest_number(rest)?,
            };
            rest = &rest[len..];
            if entry.value >= 1000.0 {
                total += current.max(1.0) * entry.value;
                (current, room) = (0.0, entry.value);
            } else if entry.value >= 100.0 {
                current = current.max(1.0) * entry.value;
                room = 100.0;
            } else if entry.value < room {
                current += entry.value;
                room = 0.0;
            } else {
                return None;
            }
        }
        Some(total + current)
    }

    /// The class and value of a word that is put together from number words: a number, an ordinal
    /// (`dreiundzwanzigste`, `ventitreesimo`) or a part (`Zwanzigstel`, `veinteavo`).
    pub(crate) fn compounded(&self, word: &str) -> Option<(Classes, f64)> {
        if let Some(value) = self.compound(word) {
            return Some((class::NUMBER, value));
        }
        let without = |ends: &[&str]| ends.iter().find_map(|end| word.strip_suffix(end));
        let part = without(&self.settings.parts).and_then(|word| self.whole(word));
        if let Some(value) = part.filter(|value| *value > 10.0) {
            return Some((class::FRACTION, value));
        }
        // Where parts have no ending of their own, an ordinal names them, too.
        let parts = if self.settings.parts.is_empty() { class::FRACTION } else { 0 };
        if let Some(value) = self.nth_of_hundred(word) {
            return Some((class::ORDINAL | parts, value));
        }
        let stem = without(&self.settings.nth)?;
        // `ventun|esimo`: the number has lost its last vowel.
        let value = self.whole(stem).or_else(|| {
            ["o", "e", "i", "a"].iter().find_map(|vowel| self.whole(&format!("{stem}{vowel}")))
        })?;
        // The smaller ones are words of their own: `dreisten` is no third.
        (value >= 20.0).then_some((class::ORDINAL | parts, value))
    }

    /// `hundertfünfte`, `honderdvijfde`: a small ordinal behind hundreds or thousands.
    fn nth_of_hundred(&self, word: &str) -> Option<f64> {
        if self.settings.nth.is_empty() || !self.heads.contains(word.get(..2)?) {
            return None;
        }
        let mut cuts = (4..word.len().saturating_sub(3)).filter(|at| word.is_char_boundary(*at));
        cuts.find_map(|at| {
            let last = self.entries.get(&word[at..]).filter(|entry| entry.is(class::ORDINAL))?;
            let hundreds = self.whole(&word[..at]).filter(|value| value % 100.0 == 0.0)?;
            (last.value < 100.0).then_some(hundreds + last.value)
        })
    }

    /// The value of a number written as one word, of one part or several.
    fn whole(&self, word: &str) -> Option<f64> {
        let known = self.entries.get(word).filter(|entry| entry.is(class::NUMBER));
        known.map(|entry| entry.value).or_else(|| self.compound(word))
    }

    /// Where a number and the name of parts are written as one, one past the number:
    /// `drei|viertel`, `twee|derde`.
    pub(crate) fn parts_at(&self, word: &str) -> Option<usize> {
        let head = word.get(..2)?;
        if self.settings.glue.is_none() || !self.heads.contains(head) {
            return None;
        }
        let (number, len) = self.longest_number(word)?;
        let parts = self.entries.get(&word[len..])?;
        (parts.is(class::FRACTION) && number.value > 1.0 && number.value < parts.value)
            .then_some(len)
    }

    /// The longest number word that `rest` begins with, and its length.
    fn longest_number(&self, rest: &str) -> Option<(&Entry, usize)> {
        const LONGEST: usize = 14;
        let most = rest.floor_char_boundary(LONGEST);
        (2..=most).rev().filter(|len| rest.is_char_boundary(*len)).find_map(|len| {
            let entry = self.entries.get(&rest[..len])?;
            let whole = entry.value.fract() == 0.0;
            (entry.is(class::NUMBER | class::PIECE) && whole).then_some((entry, len))
        })
    }
}
