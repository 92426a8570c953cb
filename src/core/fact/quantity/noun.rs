//! What a figure counts.

use super::find::Finder;
use crate::core::fact::model::Noun;
use crate::core::lang::lexicon::{Classes, Lexicon, class};
use crate::core::lang::settings::Head;
use crate::core::lang::stem::stem;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// Most words of a counted noun with its modifiers.
const WORDS: usize = 4;
/// How many words stand between what is counted and its figure at most.
const FURTHEST: usize = 14;

impl Finder<'_> {
    /// The counted noun with its modifiers, and one past it. A `measured` figure has a unit, so
    /// that the noun is tied by `de`; `one` of something need be no plural.
    pub(super) fn noun(&self, at: usize, measured: bool, one: bool) -> Option<(Noun, usize)> {
        let (first, head, end) = self.noun_place(at, measured, one)?;
        let modifiers = (first..end)
            .filter(|i| *i != head)
            .map(|i| stem(self.word(i), self.language).into())
            .collect();
        let stem = stem(self.word(head), self.language).into();
        Some((Noun { span: self.span(first, end), stem, modifiers }, end))
    }

    /// `the number of cases rose to 52`: what is counted stands before the figure at `at..end`.
    pub(super) fn noun_before(&self, at: usize, end: usize) -> Option<Noun> {
        const BOUND: Classes =
            class::ABOUT | class::MORE | class::LEAST | class::LESS | class::MOST;
        const VERBS: Classes = class::PASSES | class::NEARS | class::ATTAINS;
        const LEADS: Classes = class::REACHES | VERBS;
        const SMALL: Classes = class::DET | class::ADVERB | class::NEGATION;
        let lead = (0..at).rev().find(|i| !self.is(*i, BOUND) || self.is(*i, LEADS))?;
        // `dépasse désormais les 300`
        let verb = (0..=lead).rev().find(|i| !self.is(*i, SMALL));
        let lead = verb.filter(|verb| self.is(*verb, VERBS)).unwrap_or(lead);
        // `est de 52`; `de 48 à 52`
        let told = self.is(lead, class::OF) && lead > 0 && self.is(lead - 1, class::AUX);
        let from = self.is(lead, class::FROM) && self.is(end, class::TO);
        if !(self.is(lead, LEADS) || told || from) {
            return None;
        }
        let ends = |i: &usize| {
            self.is(*i, class::CLAUSE | class::RELATIVE_PRONOUN) || self.word(*i) == ";"
        };
        let before = (lead.saturating_sub(FURTHEST)..lead).rev();
        let total = before.take_while(|i| !ends(i)).find(|i| self.is(*i, class::TOTAL))?;
        let tied = self.is(total + 1, class::OF | class::PREP);
        self.noun(total + 1, tied, true).map(|(noun, _)| noun)
    }

    /// Whether several of something stand at `at`.
    pub(super) fn is_counted(&self, at: usize) -> bool {
        self.noun_place(at, false, false).is_some()
    }

    /// Where a counted noun begins, its head, and one past it.
    pub(super) fn noun_place(
        &self,
        at: usize,
        measured: bool,
        one: bool,
    ) -> Option<(usize, usize, usize)> {
        if !self.language.has_pack() {
            return None;
        }
        let many = !measured && !one;
        let of = usize::from(self.is(at, class::OF));
        if measured && of == 0 {
            return None;
        }
        let mut first = at + of;
        let small = |i: usize| self.token(i).is_some_and(|t| t.shape == Shape::Small);
        // `fünf mutmaßliche Täter`
        let alleged = |i: usize| {
            let next = self.token(i + 1).filter(|next| self.is_nominal(next, true));
            // In Dutch it may be an adverb: `zo veel mogelijk`; in English nothing shows it.
            let shown = matches!(self.settings.head, Head::First | Head::Capital);
            let hedge = shown && many && self.is(i, class::HEDGE) && self.is_plural(i);
            hedge && small(i) && next.is_some()
        };
        while self.is(first, class::PREMOD)
            || measured && self.is(first, class::DET)
            || alleged(first)
        {
            first += 1;
        }
        let nominal =
            |i: usize| self.token(i).is_some_and(|token| self.is_nominal(token, i == first));
        let mut end = first;
        let kind = |i: usize| self.is(i, class::PEOPLE) || self.is_name_of_kind(i);
        while end < first + WORDS
            && (nominal(end)
                || kind(end) && (nominal(end + 1) || self.is(end + 1, class::AND) && kind(end + 2))
                // `Somali and Yemeni pirates`
                || end > first && kind(end - 1) && self.is(end, class::AND) && kind(end + 1))
        {
            end += 1;
        }
        let (head, end) = self.head(first, end, many)?;
        Some((first, head, end))
    }

    /// The head of the noun among the words `first..end`, and one past its modifiers.
    fn head(&self, first: usize, end: usize, many: bool) -> Option<(usize, usize)> {
        if first == end {
            return None;
        }
        let plural = |i: &usize| self.is_plural(*i);
        match self.settings.head {
            Head::First => {
                (!many || plural(&first)).then(|| (first, self.modifiers_behind(first, end)))
            }
            Head::Last => {
                let last = (first..end).rev().find(plural);
                // `50% of installed capacity`: a participle is no noun.
                let only = || {
                    let modifies =
                        self.settings.past.iter().any(|end| self.word(first).ends_with(end));
                    if modifies { end - 1 } else { first }
                };
                let head = if many { last? } else { last.unwrap_or_else(only) };
                Some((head, head + 1))
            }
            Head::Plural => {
                let plural = (first..end).find(plural);
                let head = if many { plural? } else { plural.unwrap_or(first) };
                Some((head, head + 1))
            }
            Head::Capital => {
                let head = (first..end).find(|i| self.tokens[*i].is_capital())?;
                Some((head, head + 1))
            }
        }
    }

    /// A name that tells which: `41 Somali pirates`, `12 Airbus jets`.
    fn is_name_of_kind(&self, at: usize) -> bool {
        let capital = self.token(at).is_some_and(|token| token.shape == Shape::Capital);
        self.settings.head == Head::Last && capital && !self.is(at, class::MONTH | class::WEEKDAY)
    }

    fn is_nominal(&self, token: &Token, head: bool) -> bool {
        let word = token.span.of(self.text);
        let capital = token.is(class::PEOPLE) || self.settings.head == Head::Capital;
        let letters = token.shape == Shape::Small || token.shape == Shape::Capital && capital;
        let grammar = class::DET
            | class::PREP
            | class::CONJ
            | class::CLAUSE
            | class::THAT
            | class::RELATIVE_PRONOUN
            | class::AUX
            | class::PAST
            | class::PRESENT
            | class::MODAL
            | class::STOP
            | class::NOTNOUN
            | class::THIRD
            | class::SAY
            | class::NEGATION
            | class::FIRST
            | class::SECOND
            | class::RELATIVE
            | class::HEDGE
            | class::DUTY
            | class::ACCORDING
            | class::MONTH
            | class::WEEKDAY
            | class::BETWEEN
            | class::NUMBER
            | class::QUESTION
            | class::FUTURE;
        let said = head && token.is(class::SAY | class::REPORT) && !token.is(class::PREP);
        let blocked = token.is(grammar) && !said;
        // `three bank workers-two women and a man`
        let counts = |part: &str| {
            Lexicon::of(self.language).get(part).is_some_and(|entry| entry.is(class::NUMBER))
        };
        let numbered = word.rsplit_once('-').is_some_and(|(_, last)| counts(last));
        letters && !blocked && !numbered && word.chars().nth(1).is_some() && (token.spaced || head)
    }

    /// The words behind a noun that agree with it: plurals, or those of a state.
    fn modifiers_behind(&self, first: usize, end: usize) -> usize {
        let mut last = first + 1;
        while last < end
            && (self.tokens[last].is(class::PEOPLE)
                || self.is_plural(first) && self.is_plural(last))
        {
            last += 1;
        }
        last
    }

    /// By its ending, or as one of those that do not show it: `people`.
    fn is_plural(&self, at: usize) -> bool {
        let word = self.word(at);
        self.is(at, class::CROWD) || self.settings.plural.iter().any(|end| word.ends_with(end))
    }
}
