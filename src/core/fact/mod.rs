//! Typed values found in a text, each with its place.
//!
//! `model.rs` holds their types and [`Fact`], which is any of them; a kind of fact is one file or
//! folder here: how it is found, how two of it compare.

pub(crate) mod attribution;
pub mod date;
pub(crate) mod hearsay;
mod model;
pub(crate) mod name;
pub mod quantity;
pub(crate) mod quote;

pub(crate) use model::MODERN;
pub use model::{
    Attribution, Comparison, Date, Fact, Facts, Kind, Moment, Name, NameKind, Noun, Part, Quantity,
    Quote,
};

pub use crate::core::lang::{Measure, Unit};

use crate::core::article::{Span, sentence::sentences};
use crate::core::lang::Language;
use crate::core::lang::reading::{self, Reading};
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// Finds the facts of one sentence after the other.
#[derive(Default)]
pub(crate) struct Finder {
    /// Which tokens of the sentence belong to dates, and of the stretch of it that is read.
    taken: Vec<bool>,
    part: Vec<bool>,
    names: name::Keys,
}

impl Finder {
    /// Finds the facts of a sentence; gives the first token behind what stands before the words of a
    /// paragraph. `label` is that as far as marks show it, and whether the sentence opens a line.
    pub(crate) fn find(
        &mut self,
        text: &str,
        span: Span,
        reading: &Reading,
        (label, opens): (usize, bool),
        facts: &mut Facts,
    ) -> usize {
        let (tokens, language) = (&reading.tokens, reading.language());
        let first = facts.dates.len();
        self.taken.clear();
        for stretch in &reading.parts {
            let tokens = &tokens[stretch.tokens.clone()];
            date::find(text, tokens, &mut self.part, stretch.language, &mut facts.dates);
            quantity::find(text, tokens, &self.part, stretch.language, facts);
            name::find(text, tokens, stretch.language, &mut self.names, &mut facts.names);
            self.taken.extend_from_slice(&self.part);
        }
        let words = if opens && label == 0 {
            behind_date(text, tokens, &self.taken, &facts.dates[first..])
        } else {
            label
        };
        let taken = &self.taken[words..];
        attribution::find(text, &tokens[words..], taken, span, language, &mut facts.attributions);
        hearsay::find(text, tokens, language, &mut facts.hearsay);
        words
    }
}

/// The dates and figures of a stretch alone, where nothing else of it matters.
pub(crate) fn values(text: &str, language: Language) -> Facts {
    let (mut reading, mut taken) = (Reading::new(language), Vec::new());
    let mut facts = Facts::default();
    for span in sentences(text) {
        reading.read(text, span);
        for reading::Part { tokens, language } in &reading.parts {
            let tokens = &reading.tokens[tokens.clone()];
            date::find(text, tokens, &mut taken, *language, &mut facts.dates);
            quantity::find(text, tokens, &taken, *language, &mut facts);
        }
    }
    facts
}

/// Finds the facts that reach beyond a sentence, when those of all sentences are found.
pub(crate) fn find_in_whole(text: &str, facts: &mut Facts) {
    date::settle(text, &mut facts.dates);
    quote::find(text, &mut facts.quotes);
    quote::find_speakers(facts);
}

/// How many tokens a date takes that stands before the words of a paragraph without a mark:
/// `May 5, 2010 A bank in Athens …`, `9 September 2013 11:55 Four men …`.
fn behind_date(text: &str, tokens: &[Token], taken: &[bool], dates: &[Date]) -> usize {
    let whole = |date: &&Date| date.from.year.is_some() && date.from.day.is_some();
    let Some(date) = dates.iter().find(whole) else { return 0 };
    if tokens.first().is_none_or(|first| first.span.start != date.span.start) {
        return 0;
    }
    // Times of day, their zones and the commas between belong to it.
    let zone = |at: usize| tokens[at].shape == Shape::Acronym && taken[at - 1];
    let comma = |at: usize| tokens[at].is_mark(text, ",") && taken.get(at + 1) == Some(&true);
    let end = (1..tokens.len()).find(|at| !(taken[*at] || zone(*at) || comma(*at)));
    let begins = |at: &usize| tokens[*at].is_capital() && tokens[*at].spaced;
    end.filter(begins).unwrap_or_default()
}
