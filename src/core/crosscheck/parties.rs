//! Who did it, and to whom it was done, where an event has one such: who adopted a law, who was named to an office.

use std::ops::Range;

use super::facing::{Facing, Setting};
use super::measures::Measures;
use super::pack::Roles;
use super::read::Sentence;
use super::term::Term;
use super::value::{Party, Said, Value};
use super::vector::Vector;
use super::words::Word;
use crate::core::article::Span;
use crate::core::fact::Comparison;

/// How many small words lie between a predicate and a name: `par le Sénat`, `a été nommé`.
const SMALL: usize = 4;
/// And how many between the name and what makes the predicate passive.
const PASSIVE: usize = 5;

impl Sentence<'_> {
    /// The parties of the events that it tells.
    pub(super) fn parties(&self, values: &mut Vec<Value>) {
        for (at, word) in self.words.iter().enumerate() {
            let Some(term) = word.term.filter(|term| !term.is_name()) else { continue };
            let takes = word.lexeme.takes;
            if word.negated || !takes.meets(Measures::PARTY) || self.is_open(at) {
                continue;
            }
            let passive = self.is_passive(at);
            let name = match passive {
                true if takes.meets(Measures::DONE_BY) => self.led_by(at),
                true => self.subject(at),
                false if takes.meets(Measures::DONE_BY) => self.subject(at),
                false => None,
            };
            let Some(name) = name else { continue };
            let span = Span::new(self.words[name.start].start, self.words[name.end - 1].end);
            let mut keys = self.words[name.clone()].iter().rev().filter_map(|word| word.term);
            let name = [keys.next(), keys.next()].map(|key| key.map_or(0, Term::key));
            let party = Said::Party(Party { name });
            let value = self.value(span, &self.range(span), party, Some(word));
            let denied = word.lexeme.sign == Some(-1);
            values.push(Value { role: term.key(), classed: true, denied, ..value });
        }
    }

    fn is_passive(&self, at: usize) -> bool {
        let before = self.words[at.saturating_sub(PASSIVE)..at].iter();
        before.clone().any(|word| word.is(Roles::PASSIVE))
    }

    /// `rejected by the Senate`, `wurde vom Senat abgelehnt`.
    fn led_by(&self, at: usize) -> Option<Range<usize>> {
        let next = self.words.get(at + 1).filter(|word| word.is(Roles::BY));
        if next.is_some() {
            let small = |word: &&Word| word.term.is_none();
            let led = self.words[at + 1..].iter().take_while(small).count();
            let start = at + 1 + led;
            return if led <= SMALL { self.name_at(start, at) } else { None };
        }
        let name = self.subject(at)?;
        let before = self.words[..name.start].iter().rev().take_while(|word| word.term.is_none());
        before.take(SMALL).any(|word| word.is(Roles::BY)).then_some(name)
    }

    /// The name before a predicate, with nothing but small words between: `The Senate has rejected`.
    fn subject(&self, at: usize) -> Option<Range<usize>> {
        let small = self.words[..at].iter().rev().take_while(|word| word.term.is_none()).count();
        let end = at - small;
        let named = |word: &&Word| word.term.is_some_and(Term::is_name);
        let name = self.words[..end].iter().rev().take_while(named).count();
        if small > SMALL || name == 0 {
            return None;
        }
        self.name_at(end - name, at)
    }

    /// The name that starts at this word, in one clause with the predicate at `other`.
    fn name_at(&self, start: usize, other: usize) -> Option<Range<usize>> {
        let named = |word: &&Word| word.term.is_some_and(Term::is_name);
        let end = start + self.words.get(start..)?.iter().take_while(named).count();
        let (from, to) = (start.min(other), (end.max(other + 1)).min(self.words.len()));
        let stretch = self.text.get(self.words[from].start..self.words[to - 1].end)?;
        let whole = !stretch.contains([',', ';', ':', '(', '"', '“', '«']);
        (start < end && whole && !self.is_placed(start)).then_some(start..end)
    }
}

/// Whether both sentences tell one event that only one of the two can have done or got: what else they say of it is the same,
/// and neither article knows the other one.
pub(super) fn is_of_one_event(facing: &Facing<'_>, setting: Setting<'_>) -> bool {
    let Facing { x, y, clauses, comparison, .. } = facing;
    let knows = |article: &Vector, said: &Said| match said {
        Said::Party(party) => party.name.iter().any(|key| *key != 0 && article.knows(*key)),
        _ => false,
    };
    let told = setting.told.is_some_and(|told| {
        *comparison == Comparison::Differs
            && (knows(told.there, &x.said) || knows(told.here, &y.said))
    });
    let one = x.role == y.role && x.denied == y.denied;
    one && !told && clauses.about >= ABOUT && clauses.covered >= COVERED
}

/// So much both clauses say of one thing, in rare words, and so many of the words of the shorter one.
const ABOUT: f32 = 0.5;
const COVERED: f32 = 0.4;
