//! Numbers, ordinals and parts that are written as one word: `dreihundertfünfzig`,
//! `drieëntwintigste`, `veinteavo`.

use super::lexicon::{Classes, Lexicon, class, head};

impl Lexicon {
    /// Whether the language writes numbers, ordinals or parts as one word.
    pub(crate) const fn has_compounds(&self) -> bool {
        self.settings.glue.is_some() || !self.settings.parts.is_empty()
    }

    /// Whether a compound ends in a word of these classes: `Innenministerium`, `politiechef`.
    pub(crate) fn ends_in(&self, word: &str, class: Classes) -> bool {
        const HEAD: usize = 3;
        const TAIL: usize = 4;
        let word = word.to_lowercase();
        let tails = word.char_indices().skip(HEAD).map(|(at, _)| &word[at..]);
        tails
            .filter(|tail| tail.len() >= TAIL)
            .any(|tail| self.get(tail).is_some_and(|entry| entry.is(class)))
    }

    /// The value of a number written as one word: `dreihundertfünfzig`, `centocinquantamila`.
    pub(crate) fn compound(&self, word: &str) -> Option<f64> {
        let glue = self.settings.glue.as_ref()?;
        if word.len() < 6 || !self.heads.contains(head(word)?) {
            return None;
        }
        self.rest(word, glue, Partial::default())
    }

    /// Reads on behind what has been read. The longest number word need not be the one meant:
    /// `ottocent|ottanta`, `hundert|eins`.
    fn rest(&self, rest: &str, glue: &[&str], read: Partial) -> Option<f64> {
        if rest.is_empty() {
            return Some(read.total + read.current);
        }
        let linked = glue.iter().find_map(|link| rest.strip_prefix(link));
        let linked = linked.filter(|_| read.total + read.current > 0.0);
        let ways = linked.map(|rest| (rest, true)).into_iter().chain([(rest, false)]);
        for (rest, linked) in ways {
            for (value, len) in self.numbers(rest) {
                let found =
                    read.with(value, linked).and_then(|read| self.rest(&rest[len..], glue, read));
                if found.is_some() {
                    return found;
                }
            }
        }
        None
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
        if self.settings.nth.is_empty() || !self.heads.contains(head(word)?) {
            return None;
        }
        let mut cuts = (4..word.len().saturating_sub(3)).filter(|at| word.is_char_boundary(*at));
        cuts.find_map(|at| {
            let last = self.get(&word[at..]).filter(|entry| entry.is(class::ORDINAL))?;
            let hundreds = self.whole(&word[..at]).filter(|value| value % 100.0 == 0.0)?;
            (last.value < 100.0).then_some(hundreds + last.value)
        })
    }

    /// The value of a number written as one word, of one part or several.
    fn whole(&self, word: &str) -> Option<f64> {
        let known = self.get(word).filter(|entry| entry.is(class::NUMBER));
        known.map(|entry| entry.value).or_else(|| self.compound(word))
    }

    /// Where a number and the name of parts are written as one, one past the number:
    /// `drei|viertel`, `twee|derde`.
    pub(crate) fn parts_at(&self, word: &str) -> Option<usize> {
        if self.settings.glue.is_none() || !self.heads.contains(head(word)?) {
            return None;
        }
        let (number, len) = self.numbers(word).next()?;
        let parts = self.get(&word[len..])?;
        (parts.is(class::FRACTION) && number > 1.0 && number < parts.value).then_some(len)
    }

    /// The number words that `rest` begins with, the longest first: values and lengths.
    fn numbers<'a>(&'a self, rest: &'a str) -> impl Iterator<Item = (f64, usize)> + 'a {
        const LONGEST: usize = 16;
        let most = rest.floor_char_boundary(LONGEST);
        (2..=most).rev().filter(|len| rest.is_char_boundary(*len)).filter_map(|len| {
            let entry = self.get(&rest[..len])?;
            let whole = entry.value.fract() == 0.0 && !entry.is(class::LOOSE);
            (entry.is(class::NUMBER | class::PIECE) && whole).then_some((entry.value, len))
        })
    }
}

/// A number of which some words have been read.
#[derive(Clone, Copy)]
struct Partial {
    /// What a scale has closed.
    total: f64,
    /// The scale that closed it last.
    scale: f64,
    /// What the next scale may raise.
    current: f64,
    /// What may follow without a scale must be less than this.
    room: f64,
}

impl Default for Partial {
    fn default() -> Self {
        Self { total: 0.0, scale: f64::INFINITY, current: 0.0, room: f64::INFINITY }
    }
}

impl Partial {
    /// With one more word, which `und` may link to the one before.
    fn with(self, value: f64, linked: bool) -> Option<Self> {
        let Self { total, scale, current, mut room } = self;
        // `dreiundfünfzig`: the unit stands before its ten.
        if linked && current % 100.0 < 10.0 && value >= 20.0 {
            room = room.max(100.0);
        }
        if value >= 1000.0 {
            let total = total + current.max(1.0) * value;
            return (value < scale).then_some(Self {
                total,
                scale: value,
                current: 0.0,
                room: value,
            });
        }
        if value >= 100.0 {
            let fits = current < 100.0;
            let current = current.max(1.0) * value;
            return fits.then_some(Self { total, scale, current, room: 100.0 });
        }
        // `sessanta|sei`
        let next = if value >= 20.0 && value % 10.0 == 0.0 && !linked { 10.0 } else { 0.0 };
        (value < room).then_some(Self { total, scale, current: current + value, room: next })
    }
}
