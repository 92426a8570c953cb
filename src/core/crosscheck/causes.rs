//! What is said to have brought something about, and what is ruled out.

use std::sync::LazyLock;

use super::pack::Roles;
use super::read::Sentence;
use super::term::{Key, Term};
use super::value::{Said, Value};
use super::words::Word;
use crate::core::article::Span;

/// What names a cause.
static CAUSE: LazyLock<Key> = LazyLock::new(|| Term::class("cause").key());
/// How many telling words lie between a cause and what names it as one.
const BESIDE: usize = 2;

impl Sentence<'_> {
    /// `blamed a steering failure`, `ruled out any fault with the steering`.
    pub(super) fn causes(&self, values: &mut Vec<Value>) {
        for (at, word) in self.words.iter().enumerate() {
            if !is_thing(word) {
                continue;
            }
            let named = if word.ruled_out { Some(false) } else { self.named_as_cause(at) };
            let Some(named) = named else { continue };
            let span = Span::new(word.start, word.end);
            let said = Said::Cause(named);
            let value = self.value(span, &self.range(span), said, None);
            values.push(Value { role: word.term.map_or(0, Term::key), classed: true, ..value });
        }
    }

    /// Whether a word beside it names it as a cause, or says that it is none.
    fn named_as_cause(&self, at: usize) -> Option<bool> {
        let beside = |words: &mut dyn Iterator<Item = &Word>| {
            let told = words.filter(|word| word.term.is_some());
            told.take(BESIDE + 1).find(|word| is_cause(word)).map(|word| !word.negated)
        };
        let clause = self.clause(Span::new(self.words[at].start, self.words[at].end));
        let after = self.words.get(at + 1..clause.end).unwrap_or_default();
        let before = self.words.get(clause.start..at).unwrap_or_default();
        beside(&mut before.iter().rev()).or_else(|| beside(&mut after.iter()))
    }
}

fn is_cause(word: &Word) -> bool {
    word.term.is_some_and(|term| term.key() == *CAUSE)
}

/// A thing or event, neither a name nor people.
fn is_thing(word: &Word) -> bool {
    let people = [Roles::PEOPLE, Roles::WHO, Roles::SAY, Roles::FATE, Roles::MODAL];
    let told = word.term.is_some_and(|term| !term.is_name()) && !word.source;
    told && !is_cause(word)
        && (word.ruled_out || !word.negated)
        && !people.into_iter().any(|role| word.is(role))
}
