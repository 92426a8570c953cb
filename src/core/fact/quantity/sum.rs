//! A number as its words and figures are added up.

use super::figure::{self, Convention, Reading};
use super::source::Source;
use crate::core::lang::lexicon::class;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// A number under construction: groups that a scale has closed, the largest first, and what
/// the next scale may still raise.
#[derive(Default)]
pub(super) struct Sum {
    groups: [(f64, f64); Self::MOST],
    closed: usize,
    pub(super) current: f64,
    /// The number word last added: `quatre` before `vingt`.
    part: f64,
    /// Only less than this may follow without a scale.
    room: f64,
    /// The largest scale named.
    pub(super) scale: f64,
    any: bool,
    pub(super) loose: bool,
    pub(super) about: bool,
    /// How many one of the multitude is that it ends in: a dozen, `une vingtaine`.
    pub(super) dozen: Option<f64>,
    /// The value if the one mark of the figure stands between thousands.
    pub(super) grouped: Option<f64>,
}

impl Sum {
    const MOST: usize = 6;

    pub(super) fn groups(&self) -> &[(f64, f64)] {
        &self.groups[..self.closed]
    }

    pub(super) fn value(&self) -> f64 {
        self.groups().iter().map(|group| group.0).sum::<f64>() + self.current
    }

    /// Takes one token, or a connective and a token; the next position, or `None` at the end.
    pub(super) fn step(&mut self, source: Source<'_>, at: usize) -> Option<usize> {
        let token = source.tokens.get(at)?;
        if self.parts_groups(source, at) {
            return self.add(source.tokens[at + 1].value, "").then_some(at + 2);
        }
        if self.any && token.is(class::AND) && self.tens_follow(source, at + 1) {
            return self.add_figure(source, at + 1).then_some(at + 2);
        }
        if self.any && self.ties(source, at) {
            let next = source.tokens.get(at + 1).filter(|next| next.is(class::NUMBER))?;
            // `le million et une personne`: an article.
            let large = self.closed > 0 && self.groups()[self.closed - 1].1 >= 1e6;
            if token.is(class::AND) && large && self.current == 0.0 && source.is_one(at + 1) {
                return None;
            }
            // `one hundred and three quarters`, but `one hundred and thirty fifths`
            let parts = source.tokens.get(at + 2).filter(|t| t.is(class::FRACTION));
            if token.is(class::AND) && parts.is_some_and(|parts| next.value < parts.value) {
                return None;
            }
            let hyphen = !token.is(class::AND);
            let raised = next.is(class::SCALE) && hyphen && self.multiply(next.value);
            let fits = !next.is(class::SCALE) && next.value < self.room;
            return (raised || fits && self.add(next.value, "")).then_some(at + 2);
        }
        if token.shape == Shape::Figure {
            return self.add_figure(source, at).then_some(at + 1);
        }
        let word = token.span.of(source.text);
        if token.is(class::DOZEN) && (self.any || !token.is(class::LOOSE)) {
            self.add_dozen(token.value);
            return Some(at + 1);
        }
        if token.is(class::LOOSE) && !self.any {
            // `milliers` are two thousand at the least.
            (self.current, self.loose, self.any) = (2.0 * token.value, true, true);
            self.scale = token.value;
            return Some(at + 1);
        }
        // `12 cents` are money.
        let cents = token.is(class::SCALE) && token.value < 1000.0 && token.entry.unit.is_some();
        if cents && self.closed == 0 && at > 0 && source.tokens[at - 1].shape == Shape::Figure {
            return None;
        }
        // `million` alone is a word of titles and names; `un million` is a number.
        let led = at > 0 && (source.is_one(at - 1) || source.is(at - 1, class::DET));
        let half = source.is(at + 1, class::AND) && source.is(at + 2, class::HALF);
        if token.is(class::SCALE) && !self.any && token.value >= 1e6 && !led && !half {
            return None;
        }
        if token.is(class::SCALE | class::LOOSE) {
            if self.loose || !self.multiply(token.value) {
                return None;
            }
            return Some(at + 1 + usize::from(abbreviated(source, at)));
        }
        if token.is(class::NUMBER) {
            return self.add(token.value, word).then_some(at + 1);
        }
        let behind_figure = at > 0 && source.tokens[at - 1].shape == Shape::Figure && self.any;
        let scale = behind_figure.then(|| source.suffix(at)).flatten()?;
        self.multiply(scale).then_some(at + 1)
    }

    /// Whether the comma at `at` parts the groups of a number in words: `two thousand, three
    /// hundred and five`.
    fn parts_groups(&self, source: Source<'_>, at: usize) -> bool {
        let comma = source.tokens[at].is_mark(source.text, ",") && self.closed > 0;
        let word =
            |i: usize| source.tokens.get(i).is_some_and(|t| t.is(class::NUMBER) && t.is_word());
        if !comma || self.current > 0.0 || !word(at - 1) || !word(at + 1) {
            return false;
        }
        let mut next = Self::default();
        let mut end = at + 1;
        while let Some(step) = next.step(source, end) {
            end = step;
        }
        let last = self.groups().last().map_or(0.0, |group| group.1);
        !next.loose && (100.0..last).contains(&next.value())
    }

    /// Whether the token ties the parts of a number: `vingt et un`, `$2.6-million`.
    fn ties(&self, source: Source<'_>, at: usize) -> bool {
        let token = &source.tokens[at];
        let next_glued = source.tokens.get(at + 1).is_some_and(|next| !next.spaced);
        let hyphen = token.is_mark(source.text, "-") && !token.spaced && next_glued;
        // `fifty - two`
        let small = |t: &Token| t.is(class::NUMBER) && t.value < 10.0 && !t.is(class::SCALE);
        let words = token.is_mark(source.text, "-")
            && source.tokens[at - 1].is(class::NUMBER)
            && self.room > 9.0
            && source.tokens.get(at + 1).is_some_and(small);
        let hyphen = hyphen || words;
        token.is(class::AND) && !self.loose || hyphen
    }

    /// `3 hundred and 21`: figures below a hundred behind one that is spoken, its own in figures.
    fn tens_follow(&self, source: Source<'_>, at: usize) -> bool {
        let hundreds = self.room.to_bits() == 100_f64.to_bits() && at > 2;
        let tens = source.tokens.get(at).filter(|next| next.shape == Shape::Figure);
        hundreds
            && source.tokens[at - 3].shape == Shape::Figure
            && !source.is(at + 1, class::SCALE)
            && tens.is_some_and(|tens| tens.span.len() <= 2 && source.word(at) != "0")
    }

    /// Behind a scale only a smaller figure goes on: `3 millions 500 000`.
    fn add_figure(&mut self, source: Source<'_>, at: usize) -> bool {
        let token = &source.tokens[at];
        let convention = Convention::of(source.language);
        let Some(reading) = figure::read(token.span.of(source.text), convention) else {
            return false;
        };
        let value = match reading {
            Reading::Sure(value) => value,
            Reading::Either { grouped, decimal } => {
                self.grouped = Some(grouped);
                decimal
            }
        };
        if self.any {
            let last = self.groups().last().map_or(0.0, |group| group.1);
            let scale = source.tokens.get(at + 1).filter(|next| next.is(class::SCALE));
            let scaled = scale.is_some();
            // `23.4bn  25.0bn`, side by side in a table; but `2 mil 300 millones`.
            if scale.is_some_and(|scale| last > 1000.0 && scale.value >= last) {
                return false;
            }
            let tens = source.is(at - 1, class::AND);
            let fits = token.spaced && value < last && value.fract() == 0.0;
            let group = fits && self.current == 0.0 && (value >= 1000.0 || scaled);
            if self.grouped.is_some() || !(group || tens) {
                return false;
            }
        }
        self.current += value;
        (self.part, self.room, self.any) = (value, 0.0, true);
        true
    }

    /// `trois douzaines`; with `trois cent deux douzaines` two dozens follow three hundred.
    fn add_dozen(&mut self, dozen: f64) {
        let all = self.value();
        let dozens = if self.part > 0.0 { self.part } else { all.max(1.0) };
        // `une trentaine`, `a dozen` are about so many; `trois douzaines` are counted.
        self.about = dozens <= 1.0;
        (self.closed, self.dozen) = (0, Some(dozen));
        self.current = (all - dozens).max(0.0) + dozens * dozen;
        (self.part, self.room, self.any) = (0.0, 0.0, true);
    }

    /// A scale raises what stands before it: `deux cent | mille`, `3.500 | millones`.
    fn multiply(&mut self, scale: f64) -> bool {
        let above = self.groups().last().map_or(f64::INFINITY, |group| group.1);
        if scale < 1000.0 {
            // `twelve hundred` and `322 hundred`, but not `hundred hundred`.
            let figure = self.current > 0.0 && self.part.to_bits() == self.current.to_bits();
            if above <= scale
                || self.current >= scale && !figure
                || self.any && self.current == 0.0 && above.is_infinite()
            {
                return false;
            }
            self.current = if self.current == 0.0 { 1.0 } else { self.current } * scale;
            (self.part, self.room) = (0.0, scale);
        } else {
            // `mil doscientos millones`: a larger scale raises the thousands, too.
            let mut low = self.current;
            while self.closed > 0 && self.groups[self.closed - 1].1 < scale {
                let (value, own) = self.groups[self.closed - 1];
                if own > 1000.0 && low > 0.0 {
                    return false;
                }
                low += value;
                self.closed -= 1;
            }
            let same = self.closed > 0 && self.groups[self.closed - 1].1 <= scale;
            if same || self.closed == Self::MOST || self.any && low == 0.0 && self.closed == 0 {
                return false;
            }
            let low = if low == 0.0 { 1.0 } else { low };
            self.groups[self.closed] = (low * scale, scale);
            self.closed += 1;
            (self.current, self.part, self.room) = (0.0, 0.0, scale);
        }
        self.grouped = self.grouped.map(|x| x * scale);
        self.scale = self.scale.max(scale);
        (self.any, self.dozen) = (true, None);
        true
    }

    /// A number word that is no scale.
    fn add(&mut self, value: f64, word: &str) -> bool {
        // `quatre-vingt`.
        if word.starts_with("vingt") && self.part.to_bits() == 4_f64.to_bits() {
            self.current += 76.0;
            (self.part, self.room) = (0.0, 20.0);
            return true;
        }
        if self.loose || self.any && value >= self.room {
            return false;
        }
        self.current += value;
        self.part = value;
        self.room = room_behind(value);
        self.any = true;
        true
    }
}

/// `Mrd.`, `Mio.`: the stop of an abbreviation belongs to it where the sentence goes on.
fn abbreviated(source: Source<'_>, at: usize) -> bool {
    let stop = source.tokens.get(at + 1).filter(|t| !t.spaced && t.is_mark(source.text, "."));
    let short = source.tokens[at].span.len() <= 4;
    let goes_on = |next: &Token| next.is_word() || next.entry.unit.is_some();
    short && stop.is_some() && source.tokens.get(at + 2).is_some_and(goes_on)
}

/// What may follow a number word: `vingt-neuf`, `soixante-dix-neuf`, `cent douze`.
fn room_behind(value: f64) -> f64 {
    match value as u64 {
        60 | 80 => 20.0,
        10 | 20 | 30 | 40 | 50 | 70 | 90 => 10.0,
        v if v >= 1000 && v.is_multiple_of(1000) => 1000.0,
        v if v >= 100 && v.is_multiple_of(100) => 100.0,
        _ => 0.0,
    }
}
