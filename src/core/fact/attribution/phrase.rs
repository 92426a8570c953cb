//! The words of a source: where its name begins and ends.

use super::find::Finder;
use crate::core::lang::lexicon::{Classes, Head, class};
use crate::core::lang::tense::Tense;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// Most tokens looked at for the name of a source.
const REACH: usize = 24;

/// What ends the words of a source.
const BREAK: Classes = class::AUX
    | class::MODAL
    | class::DUTY
    | class::FUTURE
    | class::CLAUSE
    | class::THAT
    | class::SAY
    | class::DENY
    | class::RELATIVE_PRONOUN
    | class::RELATIVE
    | class::WEEKDAY
    | class::ACCORDING
    | class::QUESTION;

/// What shows that somebody is named, or something that tells.
const NAMED: Classes = class::STATE | class::PEOPLE | class::TITLE | class::BODY | class::REPORT;

/// Pronouns, and words that belong to them.
const PERSONS: Classes = class::FIRST | class::SECOND | class::THIRD | class::PLURAL;

impl Finder<'_> {
    /// Marks that end a source. In a short message a source ends before tags, links and pictures.
    pub(super) fn stops(&self, at: usize) -> bool {
        let word = self.word(at);
        let picture = word.chars().next().is_some_and(|c| c >= '\u{2190}' && !c.is_alphanumeric());
        let mark = self.tokens.get(at).is_some_and(|token| token.shape == Shape::Mark);
        let inner = matches!(word, "@" | "'" | "’" | "&" | "-" | "$" | "%");
        picture || mark && !inner || self.is_link(at)
    }

    fn is_link(&self, at: usize) -> bool {
        let token = self.tokens.get(at).filter(|token| token.shape == Shape::Code);
        token.is_some_and(|token| token.span.of(self.text).contains("://"))
    }

    /// Whether a source goes no farther.
    fn ends(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        // `le porte-parole`, `l’annonce`: behind an article these are nouns.
        let noun = at > 0 && self.is(at - 1, class::DET) && token.is(class::SAY | class::DENY);
        let verb = token.is(class::PAST | class::PRESENT)
            || matches!(token.tense, Tense::Past | Tense::Future) && !token.is(NAMED);
        self.stops(at) || self.taken[at] || (token.is(BREAK) || verb) && !noun && !token.is(NAMED)
    }

    /// `Santa Rosa, Napa and San Francisco`: a comma between names of one list.
    fn ties_names(&self, comma: usize) -> bool {
        let name = |i: usize| self.tokens.get(i).is_some_and(Token::is_capital);
        if self.word(comma) != "," || comma == 0 || !name(comma - 1) || !name(comma + 1) {
            return false;
        }
        let mut at = comma + 1;
        while name(at) || self.word(at) == "," && name(at + 1) {
            at += 1;
        }
        self.is(at, class::AND) && name(at + 1)
    }

    /// The noun phrase that ends before the verb at `end`.
    pub(super) fn subject(&self, end: usize) -> Option<(usize, usize)> {
        let mut end = end;
        while end > 0 && self.is_adverb(end - 1) && !self.is(end - 1, PERSONS) {
            end -= 1;
        }
        if end > 0 && self.word(end - 1) == "," {
            // A title between commas belongs to the source.
            end = (end.saturating_sub(REACH)..end - 1).rev().find(|i| self.word(*i) == ",")?;
        }
        let last = end.checked_sub(1)?;
        if self.is(last, class::NOBODY) {
            return None;
        }
        if self.is(last, PERSONS) {
            return self.is_subject_pronoun(last).then_some((last, end));
        }
        let far = end.saturating_sub(REACH);
        let mut start = end;
        while start > far {
            let at = start - 1;
            let tied = start < end && self.ties_names(at);
            let joins = self.is(at, class::AND) && (start == end || !self.joins(at, start));
            if self.ends(at) && !tied || joins {
                break;
            }
            start = at;
            // `Le`, `The` with a capital begins a sentence or a name.
            if self.is(at, class::DET) && self.tokens[at].is_capital() {
                break;
            }
        }
        self.named(start, end)
    }

    /// The subject of the verb before `at`, from which a second verb is told.
    pub(super) fn subject_of_clause(&self, at: usize) -> Option<(usize, usize)> {
        let verb = |i: &usize| {
            self.is(*i, class::AUX | class::PAST | class::SAY | class::DENY)
                || self.tokens[*i].tense == Tense::Past
        };
        let near = at.saturating_sub(REACH)..at;
        let mut verb = near.rev().take_while(|i| !self.stops(*i)).filter(verb).last()?;
        while verb > 0 && self.is(verb - 1, class::AUX) {
            verb -= 1;
        }
        self.subject(verb)
    }

    /// The noun phrase that begins at `from`, behind a verb or a word that leads to a source.
    pub(super) fn behind(&self, from: usize, verb: bool) -> Option<(usize, usize)> {
        let from = if verb { self.skip_circumstances(from) } else { from };
        if self.is(from, class::NOBODY) {
            return None;
        }
        if self.is(from, PERSONS) && self.is_subject_pronoun(from) && verb {
            return Some((from, from + 1));
        }
        let end = self.phrase_end(from, verb);
        self.named(from, end)
    }

    /// A phrase behind `selon` that begins as nouns do, whoever it names.
    pub(super) fn noun_behind(&self, from: usize) -> Option<(usize, usize)> {
        let end = self.phrase_end(from, true);
        let noun = self.is(from, class::DET) && end > from + 1;
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last))?;
        (noun && last.shape == Shape::Small && !self.is(from, class::NUMBER)).then_some((from, end))
    }

    /// One past the words of the phrase that begins at `from`.
    fn phrase_end(&self, from: usize, verb: bool) -> usize {
        let mut end = from;
        while end < self.tokens.len().min(from + REACH) {
            let title = self.word(end) == "." && self.abbreviates(end);
            // `a 2013 report`
            let year = end > from && self.taken[end] && self.is(end - 1, class::DET);
            if self.ends(end) && !title && !year && !self.ties_names(end) {
                break;
            }
            if self.is_verb_at_end(from, end) {
                break;
            }
            let place = verb && end > from && self.is(end, class::PREP) && !self.is(end, class::OF);
            if place || self.is(end, class::AND) && !self.joins(end, end + 1) {
                break;
            }
            end += 1;
        }
        // `des Ministeriums [vom] Montag`: nothing hangs on it any more.
        while end > from && (self.is_adverb(end - 1) || self.is(end - 1, class::PREP)) {
            end -= 1;
        }
        end
    }

    /// `nach Angaben der Küstenwache [verletzt]`: where nouns have capitals, a small word behind one
    /// goes on only to another.
    fn is_verb_at_end(&self, from: usize, at: usize) -> bool {
        const TIES: Classes = class::PREP | class::DET | class::AND | class::OF | class::CONJ;
        let capital = |i: usize| self.tokens.get(i).is_some_and(Token::is_capital);
        self.settings.head == Head::Capital
            && at > from
            && self.tokens[at].shape == Shape::Small
            && !self.is(at, TIES)
            && capital(at - 1)
            && !capital(at + 1)
    }

    /// `a reconnu [hier à Paris] le général`: what may stand between a verb and its subject.
    fn skip_circumstances(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            let place = self.is(at, class::PREP)
                && self.tokens.get(at + 1).is_some_and(Token::is_capital)
                && self.is(at + 2, class::DET);
            let date = self.taken.get(at).is_some_and(|taken| *taken);
            if place {
                at += 2;
            } else if date || self.is_adverb(at) && !self.is(at, PERSONS | class::DET) {
                at += 1;
            } else {
                return at;
            }
        }
    }

    /// `Dr. Kisabaka`: the stop belongs to a title.
    fn abbreviates(&self, stop: usize) -> bool {
        let short = stop > 0 && self.tokens[stop - 1].span.len() <= 4;
        let next = self.tokens.get(stop + 1);
        short && self.tokens[stop - 1].is_capital() && next.is_some_and(Token::is_capital)
    }

    /// Whether `and` at `at` ties two that say it together, the second at `next`.
    fn joins(&self, at: usize, next: usize) -> bool {
        let begins = |i: usize| {
            self.is(i, class::DET | NAMED) || self.tokens.get(i).is_some_and(Token::is_capital)
        };
        at > 0 && begins(next) && !self.ends(next)
    }

    /// A phrase without what does not belong to it at its head, if it names a source.
    fn named(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        const LOOSE: Classes = class::CONJ | class::CLAUSE | class::HEDGE | class::NEGATION;
        let loose = |i: usize| {
            self.is(i, LOOSE)
                || self.is_adverb(i)
                || self.word(i) == "-"
                || self.tokens[i].shape == Shape::Figure && self.word(i).len() == 4
        };
        let mut start = start;
        while start < end && loose(start) {
            start += 1;
        }
        let leads = start < end && self.is(start, class::PREP) && !self.is(start, class::DET);
        (start < end && !leads && self.is_source(start, end)).then_some((start, end))
    }

    /// A source names somebody, or something that tells.
    fn is_source(&self, start: usize, end: usize) -> bool {
        let nouns = self.settings.head == Head::Capital;
        (start..end).any(|at| {
            let token = &self.tokens[at];
            if token.is(NAMED) || self.word(at) == "@" {
                return true;
            }
            let grammar = token.is(PERSONS | class::DET | class::PREP | class::CONJ | class::STOP);
            if !token.is_capital() || grammar {
                return false;
            }
            // At the head of a sentence every word has a capital, and in German every noun.
            let known = token.entry.class != 0;
            let opens = self.tokens[..at].iter().all(|t| !t.is_word());
            let alone = end - start == 1;
            token.shape == Shape::Acronym
                || !(known && (opens || nouns) && alone)
                    && !(nouns && at > start && !self.tokens[at - 1].is_capital())
        })
    }
}
