//! What is said to be so, as a cause or in so many words, and what is denied.

use std::sync::LazyLock;

use super::pack::Roles;
use super::read::Sentence;
use super::term::{Key, Term};
use super::value::{Piece, Said, Value};
use super::words::Word;
use crate::core::article::Span;

/// What names a cause, and what confirms.
static CAUSE: LazyLock<Key> = LazyLock::new(|| Term::class("cause").key());
static CONFIRM: LazyLock<Key> = LazyLock::new(|| Term::class("confirm").key());
/// How many telling words lie between such a word and what is stated, that included.
const BESIDE: usize = 3;

impl Sentence<'_> {
    /// `blamed a steering failure`, `confirmed the attack`; `ruled out any fault with the steering`.
    pub(super) fn stated(&self, values: &mut Vec<Value>) {
        let leads = |word: &Word| word.ruled_out || is(word, *CAUSE) || is(word, *CONFIRM);
        if !self.words.iter().any(leads) {
            return;
        }
        for (at, word) in self.words.iter().enumerate().filter(|(_, word)| is_thing(word)) {
            let so = if word.ruled_out { Some(false) } else { self.is_so(at) };
            let Some(so) = so else { continue };
            let span = Span::new(word.start, word.end);
            let value = self.value(span, &self.range(span), Said::Stated(so), None);
            let piece = Piece::new(self.span.start, self.with_negation(at));
            let role = word.term.map_or(0, Term::key);
            values.push(Value { piece, role, classed: true, ..value });
        }
    }

    /// Whether a word beside it states it or, itself negated, does not.
    fn is_so(&self, at: usize) -> Option<bool> {
        let clause = self.clause(Span::new(self.words[at].start, self.words[at].end));
        let told = |word: &&Word| word.term.is_some();
        let before = self.words.get(clause.start..at).unwrap_or_default().iter().rev();
        let after = self.words.get(at + 1..clause.end).unwrap_or_default().iter();
        let cause = |word: &&Word| is(word, *CAUSE);
        let states = |word: &&Word| cause(word) || is(word, *CONFIRM) && !word.negated;
        // `blamed a leak for the blast`: the blast is what it brought about.
        let leads = |word: &&Word| word.is(Roles::WITH) || word.is(Roles::PLACE);
        let before = before.take_while(|word| word.term.is_some() || !leads(word));
        let said = before.filter(told).take(BESIDE).find(states);
        let said = said.or_else(|| after.filter(told).take(BESIDE).find(cause));
        said.map(|word| !word.negated)
    }
}

fn is(word: &Word, class: Key) -> bool {
    word.term.is_some_and(|term| term.key() == class)
}

/// A thing or event, neither a name nor people.
fn is_thing(word: &Word) -> bool {
    let people = [Roles::PEOPLE, Roles::WHO, Roles::SAY, Roles::FATE, Roles::MODAL];
    let told = word.term.is_some_and(|term| !term.is_name()) && !word.source;
    let states = is(word, *CAUSE) || is(word, *CONFIRM);
    let open = word.negated && !word.ruled_out;
    told && !states && !open && !people.into_iter().any(|role| word.is(role))
}
