//! What became of things, and who did it to whom.

use std::ops::Range;

use super::measures::Measures;
use super::pack::{Pack, Roles};
use super::read::{Sentence, inside};
use super::term::{Key, Term};
use super::value::{Piece, Said, Value};
use super::words::Word;
use crate::core::article::Span;
use crate::core::fact::{Name, NameKind};

/// How many words before a deed leave open whether it was done.
const OPEN: usize = 4;
/// How many words lie between a deed and the one to whom it was done.
const BESIDE: usize = 2;
/// How many words lie between a state and what says that it lasts: `will stay in police custody`.
const STAYING: usize = 3;
/// How many words lie between a word and what says that it is not so, that included.
const NEGATION: usize = 5;
/// How many words hold what was meant and what denies it: `would be no`.
const DENIED: usize = 3;
/// How many words lie between an offence and what leads to it, that included: `in her murder`.
const LED: usize = 2;

impl Sentence<'_> {
    /// Words that name one of opposite states, and words said not to be so.
    pub(super) fn deeds(&self, values: &mut Vec<Value>) {
        for (at, word) in self.words.iter().enumerate() {
            let Some(term) = word.term.filter(|term| !term.is_name()) else { continue };
            let span = Span::new(word.start, word.end);
            let sign = word.lexeme.sign;
            let tried = !word.lexeme.takes.meets(Measures::OFFENCE) || self.is_tried(at);
            // Who denies that he killed does not deny that somebody died.
            let denies = word.ruled_out && word.is(Roles::FATE);
            if (sign.is_some() && tried || word.negated) && !self.is_open(at) && !denies {
                let sign = sign.unwrap_or(1) * if word.negated { -1 } else { 1 };
                let turn = word.is(Roles::TURN);
                let value = self.value(span, &self.range(span), Said::Deed(sign), None);
                let counted = values.iter().any(|other| {
                    matches!(other.said, Said::Figure(_)) && other.fate && other.role == term.key()
                });
                values.push(Value {
                    piece: Piece::new(self.span.start, self.with_negation(at)),
                    role: term.key(),
                    head: if turn { self.turned(at) } else { 0 },
                    who: counted,
                    classed: word.lexeme.sign.is_some(),
                    denied: word.negated || self.stays(at),
                    earlier: value.earlier || self.is_of_others(at),
                    passing: word.lexeme.takes.meets(Measures::STATES),
                    turn,
                    ..value
                });
            } else if let Some(said) = self.act(at).filter(|_| !word.negated) {
                let value = self.value(span, &self.range(span), said, None);
                values.push(Value { role: term.key(), classed: true, ..value });
            }
        }
    }

    /// Where a word stands with what says that it is not so, so that a reader sees both: `n’est pas mort`, `no arrest`.
    pub(super) fn with_negation(&self, at: usize) -> Span {
        let word = &self.words[at];
        let own = Span::new(word.start, word.end);
        let negates = |word: &Word| {
            let roles = [Roles::OPENS, Roles::NEGATOR, Roles::NONE, Roles::REFUSES, Roles::DENY];
            roles.into_iter().any(|role| word.is(role))
        };
        let joined = |from: usize, to: usize| {
            Span::new(from, to).of(self.text).find([',', ';', ':', '.']).is_none()
        };
        if !word.negated {
            return own;
        }
        let before = self.words[at.saturating_sub(NEGATION)..at].iter();
        let first = before.clone().find(|word| negates(word) && joined(word.start, own.start));
        // `ne participe pas`
        let behind = self.words.get(at + 1).filter(|next| {
            next.is(Roles::NEGATOR) && first.is_some_and(|first| first.is(Roles::OPENS))
        });
        let (start, end) =
            (first.map_or(own.start, |w| w.start), behind.map_or(own.end, |w| w.end));
        Span::new(start, end)
    }

    /// `acquitted of three other murders`: not of the one that is told of.
    fn is_of_others(&self, at: usize) -> bool {
        let next = self.words[at + 1..].iter().take(OPEN + 1);
        let joined = |word: &&Word| {
            let gap = self.text.get(self.words[at].end..word.start).unwrap_or_default();
            !gap.contains([',', ';', ':', '('])
        };
        next.take_while(joined).any(|word| word.is(Roles::MORE))
    }

    /// `guilty of murder`: which offence it was counts where somebody is tried for it.
    fn is_tried(&self, at: usize) -> bool {
        // `charged in her murder`: in whose case, not with what.
        if self.words[at.saturating_sub(LED)..at].iter().any(|word| word.is(Roles::PLACE)) {
            return false;
        }
        let clause = self.clause(Span::new(self.words[at].start, self.words[at].end));
        self.words[clause].iter().any(|word| word.lexeme.takes.meets(Measures::TRIES))
    }

    /// `remains closed`: that it opened is denied.
    fn stays(&self, at: usize) -> bool {
        self.words[at.saturating_sub(STAYING)..at].iter().any(|word| word.is(Roles::STAYS))
    }

    /// What rises or falls: the measure named nearest in its claim, before it where that is open.
    fn turned(&self, at: usize) -> Key {
        let clause = self.clause(Span::new(self.words[at].start, self.words[at].end));
        // A crowd that grows in front of a station tells of no figure.
        let takes = |word: &Word| word.lexeme.takes.meets(Measures::AMOUNT) || word.is(Roles::FATE);
        let measure = |word: &&Word| takes(word) && !word.is(Roles::TURN);
        let told = |word: &&Word| word.term.is_some();
        // `died when a tree fell`: not of what the other clause tells.
        let joined = |word: &&Word| !word.is(Roles::WHEN);
        let before = self.words[clause.start.min(at)..at].iter().rev();
        let before = before.take_while(joined).filter(told);
        let after = self.words[at + 1..clause.end.max(at + 1)].iter().filter(told);
        let before = before.enumerate().find(|(_, word)| measure(word));
        let after = after.enumerate().find(|(_, word)| measure(word));
        let nearest = before.into_iter().chain(after).min_by_key(|(distance, _)| *distance);
        nearest.and_then(|(_, word)| word.term).map_or(0, Term::key)
    }

    /// Whether words before leave open that it is so: `if convicted`, `could be found guilty`.
    pub(super) fn is_open(&self, at: usize) -> bool {
        let gap = |word: &Word| self.text.get(word.end..self.words[at].start).unwrap_or_default();
        // Few words are such: the gaps of the others are not looked through.
        let from = at.saturating_sub(OPEN);
        let open = |i: &usize| {
            // `would not`, `would be no`
            let denies = |word: &Word| word.is(Roles::NEGATOR) || word.is(Roles::NONE);
            let refused = || {
                self.words[*i].is(Roles::REPORTS)
                    && self.words[*i..at].iter().take(DENIED).any(denies)
            };
            self.words[*i].is(Roles::MAYBE) && !refused()
        };
        (from..at).filter(open).any(|i| !gap(&self.words[i]).contains([',', ';', ':']))
    }

    /// `Brazil beat Chile`, `Chile were beaten by Brazil`: both by the last word of their names.
    fn act(&self, at: usize) -> Option<Said> {
        let word = &self.words[at];
        if !word.lexeme.takes.meets(Measures::WHOM) {
            return None;
        }
        // At the head of a sentence a capital alone shows no name.
        let named = |word: &Word| {
            word.term.is_some() && self.text[word.start..].starts_with(char::is_uppercase)
        };
        let before =
            self.words[..at].iter().rev().take(BESIDE + 1).take_while(|w| !w.is(Roles::BY));
        let first = before.clone().find(|word| named(word))?;
        let after = &self.words[at + 1..];
        let start = after.iter().take(BESIDE).position(named)?;
        // `beat the champions in Lima`
        if after[..start].iter().any(|word| word.is(Roles::PLACE)) {
            return None;
        }
        let name = after[start..].iter().take_while(|word| named(word)).last()?;
        let gap = self.text.get(first.end..name.start)?;
        if gap.contains([',', ';', ':', '.', '(']) {
            return None;
        }
        let (subject, object) = (first.term?.key(), name.term?.key());
        let passive = after[..start].iter().any(|word| word.is(Roles::BY));
        let (by, on) = if passive { (object, subject) } else { (subject, object) };
        (by != on).then_some(Said::Act([by, on]))
    }

    /// Where the sentence before stands.
    pub(super) fn sentence_before(&self) -> Option<Span> {
        let sentences = &self.analysis.sentences;
        let here = sentences.partition_point(|sentence| sentence.span.start < self.span.start);
        here.checked_sub(1).map(|at| sentences[at].span)
    }

    /// Whom the sentence before is about: the first name in it.
    fn subject_before(&self) -> Key {
        let Some(last) = self.sentence_before() else { return 0 };
        let names = inside(self.analysis.facts.names, last, |name| name.span);
        let somebody = |name: &&Name| matches!(name.kind, NameKind::Person | NameKind::Other);
        let Some(name) = names.iter().find(somebody) else { return 0 };
        let own = name.span.of(self.text);
        let word = own.rsplit(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
        word.and_then(|word| Pack::numbered(self.pack).look_up(word).0).map_or(0, Term::key)
    }

    /// Whom a clause is about: the last name before the event of a value, else the first before the value;
    /// by its last word.
    pub(super) fn agent(&self, clause: Range<usize>, value: Span, role: Key) -> Key {
        let named =
            |word: &Word| word.term.is_some_and(Term::is_name) && !word.source && !word.placed;
        let clause = &self.words[clause];
        let before = &clause[..clause.partition_point(|word| word.start < value.start)];
        let is_event = |word: &Word| word.term.is_some_and(|term| term.key() == role);
        let event = before.iter().rposition(is_event).unwrap_or_default();
        let first = || {
            let from = before.iter().position(named)?;
            before[from..].iter().take_while(|word| named(word)).last()
        };
        let name = before[..event].iter().rev().find(|word| named(word)).or_else(first);
        let name = name.and_then(|word| word.term).map_or(0, Term::key);
        let goes_on = name == 0 && self.words.first().is_some_and(|word| word.is(Roles::PRONOUN));
        if goes_on { self.subject_before() } else { name }
    }
}
