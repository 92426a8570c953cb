//! Tolls of one: `killing one person`, `un mort`. In most languages the word is the article, too, so
//! that it is no figure of a text by itself; of what becomes of people it counts all the same, and
//! who reads past it takes one dead for as many as another article tells.

use super::figure::CUSTODY;
use super::measures::Measures;
use super::pack::Roles;
use super::read::{Sentence, inside};
use super::value::Value;
use super::words::Word;
use crate::core::article::Span;
use crate::core::fact::{Noun, Quantity};
use crate::core::lang::Language;
use crate::core::lang::stem::fold;

/// What parts it from what it counts.
const APART: [char; 4] = [';', ':', ',', '('];
/// How many words lie between it and whom it counts, that one included: `one other person`.
const COUNTED: usize = 2;
/// And what became of nobody named: `one was killed`.
const BECAME: usize = 3;
/// How many words lie between it and the other one of two.
const OTHER: usize = 4;

impl Sentence<'_> {
    /// Adds what became of one to the values.
    pub(super) fn tolls_of_one(&self, values: &mut Vec<Value>) {
        for at in 0..self.words.len() {
            let Some((quantity, whole)) = self.one(at) else { continue };
            let value = self.figure(&quantity);
            let part = value.part || !whole;
            values.extend((value.fate && value.classed).then_some(Value { part, ..value }));
        }
    }

    /// The quantity that the word `at` opens, if it counts people, and whether it may be all of them: a man
    /// is told of by himself, or beside two women, and there may be others.
    fn one(&self, at: usize) -> Option<(Quantity, bool)> {
        let word = &self.words[at];
        let denied = at.checked_sub(1).is_some_and(|before| {
            let before = &self.words[before];
            before.is(Roles::NEGATOR) || before.is(Roles::NONE)
        });
        if !word.is(Roles::ONE) || denied || self.is_of_a_figure(word) {
            return None;
        }
        let behind = &self.words[at + 1..];
        let counted = behind.iter().take(COUNTED).find(|word| is_counted(word));
        // `from one person to another`
        if behind.iter().take(OTHER).any(|word| word.is(Roles::ANOTHER)) {
            return None;
        }
        let near = |noun: &&Word| !self.text[word.end..noun.start].contains(APART);
        let noun = counted.filter(near).map(|word| Span::new(word.start, word.end));
        let article = self.analysis.language != Language::English;
        if noun.is_none() && (article || !self.is_pronoun(at)) {
            return None;
        }
        let anybody = |word: &Word| word.is(Roles::ANYBODY) || word.is(Roles::FATE);
        let quantity = Quantity {
            span: Span::new(word.start, noun.map_or(word.end, |noun| noun.end)),
            figure: Span::new(word.start, word.end),
            low: Some(1.0),
            high: Some(1.0),
            noun: noun.map(|span| {
                let stem = fold(span.of(self.text)).into();
                Noun { span, stem, ..Noun::default() }
            }),
            ..Quantity::default()
        };
        Some((quantity, noun.is_none() || counted.is_some_and(anybody)))
    }

    /// Whether it is a part of what was read: `one in five people`.
    fn is_of_a_figure(&self, word: &Word) -> bool {
        let all = inside(self.analysis.facts.quantities, self.span, |q| q.span);
        all.iter().any(|q| q.span.start <= word.start && word.end <= q.span.end)
    }

    /// `one was killed`, `killing one`, `one of the victims`.
    fn is_pronoun(&self, at: usize) -> bool {
        let fate = |word: &Word| word.is(Roles::FATE);
        let some = self.words.get(at + 1).is_some_and(|word| word.is(Roles::OF));
        let behind = self.words[at + 1..].iter().take(BECAME);
        let mut behind = behind.skip_while(|word| word.is(Roles::PASSIVE) || word.is(Roles::AUX));
        let before = at.checked_sub(1).map(|before| &self.words[before]);
        some || before.is_some_and(fate) || behind.next().is_some_and(fate)
    }
}

/// Anybody, or who is called by what became of them; `a toll` is of many, and `a prisoner` is who it is.
fn is_counted(word: &Word) -> bool {
    let held = word.term.is_some_and(|term| term.key() == *CUSTODY);
    // `une fusillade` is what brought it about.
    let told = word.is(Roles::FATE)
        && !word.is(Roles::TALLY)
        && !word.lexeme.takes.meets(Measures::CAUSES);
    !held && (word.is(Roles::PEOPLE) || word.is(Roles::WHO) || told)
}
