//! The words of a source: where its name begins and ends.

use super::border::{NAMED, is_quotation_mark};
use super::find::Finder;
use crate::core::article::Span;
use crate::core::lang::Language;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::tense::Tense;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::lang::words::is_common_noun;

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

/// Pronouns, and words that belong to them.
const PERSONS: Classes = class::FIRST | class::SECOND | class::THIRD | class::PLURAL;

impl Finder<'_> {
    /// Marks that end a source. In a short message a source ends before tags, links and pictures.
    pub(super) fn stops(&self, at: usize) -> bool {
        let word = self.word(at);
        let picture = word.chars().next().is_some_and(|c| c >= '\u{2190}' && !c.is_alphanumeric());
        let mark = self.tokens.get(at).is_some_and(|token| token.shape == Shape::Mark);
        let dash = word == "-" && self.tokens[at].spaced;
        let inner = matches!(word, "@" | "'" | "’" | "&" | "-" | "$" | "%") && !dash;
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

    /// The noun phrase that ends before the verb at `end`, if it names a source.
    pub(super) fn subject(&self, end: usize) -> Option<(usize, usize)> {
        let (start, end) = self.phrase_before(end)?;
        // `Wolmar, der einige Bücher geschrieben hat`
        let relative = self.settings.head == Head::Capital
            && start > 0
            && self.word(start - 1) == ","
            && self.is_one_of(start, &["der", "die", "das"]);
        if relative {
            return None;
        }
        let pronoun = end == start + 1 && self.is(start, PERSONS);
        if pronoun { Some((start, end)) } else { self.named(start, end) }
    }

    /// The noun phrase that ends before the verb at `end`, whoever it names.
    pub(super) fn noun_before(&self, end: usize) -> Option<(usize, usize)> {
        let (start, end) = self.phrase_before(end)?;
        let start = self.behind_loose(start, end);
        self.is_noun_phrase(start, end).then_some((start, end))
    }

    /// The words of a phrase that ends before `end`.
    fn phrase_before(&self, end: usize) -> Option<(usize, usize)> {
        let mut end = end;
        // `officials [this week] said`
        while end > 0
            && (self.is_adverb(end - 1) && !self.is(end - 1, PERSONS) || self.taken[end - 1])
        {
            end -= 1;
            // `Strava [on Thursday] announced`
            let led = end > 1 && self.taken[end] && self.is(end - 1, class::PREP | class::DET);
            end -= usize::from(led && !self.taken[end - 1]);
        }
        if end > 0 && self.word(end - 1) == "," {
            // A title between commas belongs to the source.
            let comma =
                (end.saturating_sub(REACH)..end - 1).rev().find(|i| self.word(*i) == ",")?;
            if self.is_clause(comma + 1, end - 1) {
                return None;
            }
            end = self.before_relative(comma);
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
            if let Some(open) = self.quoted_name_before(at) {
                start = open;
                continue;
            }
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
        Some((start, end))
    }

    /// `Gomery, que liderou a comissão, entre 2004 e 2006, disse`: where the relative clause begins
    /// that reaches up to the comma.
    fn before_relative(&self, comma: usize) -> usize {
        let relates = |at: &usize| {
            let that = self.settings.head == Head::First && self.is(at + 1, class::THAT);
            self.word(*at) == "," && (that || self.is(at + 1, class::RELATIVE_PRONOUN))
        };
        (comma.saturating_sub(REACH)..comma).rev().find(relates).unwrap_or(comma)
    }

    /// Whether words between two commas tell something of their own, rather than who somebody is.
    fn is_clause(&self, start: usize, end: usize) -> bool {
        const VERBS: Classes = class::AUX | class::PAST | class::MODAL | class::DUTY;
        let relative = self.is(start, class::RELATIVE_PRONOUN);
        !relative && (start..end).any(|at| self.is(at, VERBS))
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
        // `het` is an article, too.
        if self.is(from, class::NOBODY) && !self.is(from, class::DET) {
            return None;
        }
        if self.is(from, PERSONS) && self.is_subject_pronoun(from) && verb {
            return Some((from, from + 1));
        }
        let end = self.phrase_end(from, verb);
        let end = if verb { self.before_hearer(from, end) } else { end };
        self.named(from, end)
    }

    /// `sagte [Roth] der Zeitung`: behind a name without more stands who is told.
    fn before_hearer(&self, start: usize, end: usize) -> usize {
        const LEAST: usize = 5;
        if !self.settings.nouns_have_capitals() || end <= start + 1 {
            return end;
        }
        let Some(hearer) = (start + 1..end).find(|at| self.is(*at, class::DET)) else { return end };
        let name = |at: usize| {
            let token = &self.tokens[at];
            let word = self.word(at).to_lowercase();
            let language = Language::German;
            token.shape == Shape::Capital
                && token.entry.class == 0
                && !is_common_noun(language, &word, &self.settings.declined, LEAST)
        };
        if (start..hearer).all(name) { hearer } else { end }
    }

    /// A phrase that begins as nouns do, whoever it names: behind `selon`, or beside a verb that
    /// surely tells something.
    pub(super) fn noun_behind(&self, from: usize) -> Option<(usize, usize)> {
        let end = self.phrase_end(from, true);
        self.is_noun_phrase(from, end).then_some((from, end))
    }

    /// Whether words behind an English verb may be its subject: `…, said [local officials]`, but
    /// not `…, announced [new AI features]`.
    pub(super) fn may_follow(&self, source: Span) -> bool {
        let at = self.tokens.partition_point(|token| token.span.start < source.start);
        let named = |at: usize| self.is(at, NAMED | class::DET | PERSONS);
        let capital = |at: usize| self.tokens.get(at).is_some_and(Token::is_capital);
        self.settings.head != Head::Last || named(at) || named(at + 1) || capital(at)
    }

    /// `sagte [Zimmer].`: where nouns have capitals, a single one without an article is a name.
    pub(super) fn name_alone(&self, at: usize) -> Option<(usize, usize)> {
        let name = self.tokens.get(at)?.shape == Shape::Capital;
        let alone = self.tokens.get(at + 1).is_none_or(|_| self.stops(at + 1));
        (self.settings.nouns_have_capitals() && name && alone).then_some((at, at + 1))
    }

    /// Whether a word may describe the noun behind it: an adjective, and no verb.
    fn is_described_by(&self, at: usize) -> bool {
        self.tokens[at].shape == Shape::Small && !self.ends(at) && !self.is(at, class::DET)
    }

    /// `den Daten zufolge`, `Angaben der Polizei zufolge`: the phrase before `zufolge`, back to its
    /// article, or to its noun where it has none.
    pub(super) fn phrase_of_postposed(&self, at: usize) -> Option<(usize, usize)> {
        let capital = |i: usize| self.tokens[i].is_capital();
        let genitive = |i: usize| self.is(i, class::OF) && i > 0 && capital(i - 1);
        let mut start = at.checked_sub(1)?;
        // Back over genitives to the noun they hang on.
        while let Some(of) = (start.saturating_sub(3)..=start).rev().find(|i| genitive(*i)) {
            start = of - 1;
        }
        // `eigenen Angaben`, `den ersten Angaben`
        while start > 0 && self.word(start - 1).ends_with("en") && self.is_described_by(start - 1) {
            start -= 1;
        }
        start -= usize::from(start > 0 && self.is(start - 1, class::DET));
        self.named(start, at)
    }

    /// `los datos facilitados por [la Delegación]`: whose the words that tell are.
    pub(super) fn giver(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let given = |at: usize| {
            let word = self.word(at);
            let mut ends = self.settings.participle.iter().chain(&self.settings.past);
            ends.any(|end| word.ends_with(end))
        };
        let tells = |at: usize| self.is(at, class::PARTICIPLE) || given(at);
        let agent = (start + 1..end)
            .find(|at| self.is_one_of(*at, &self.settings.agent) && tells(at - 1))?;
        self.named(agent + 1, end)
    }

    /// `Selon Marie Dupont [des chiens] ont …`: a phrase that runs into a verb without a comma holds
    /// its subject, from the last article behind a name on.
    pub(super) fn before_subject(&self, start: usize, end: usize) -> usize {
        if end >= self.tokens.len() || self.stops(end) {
            return end;
        }
        let article = |i: &usize| self.is(*i, class::DET) && self.tokens[i - 1].is_capital();
        (start + 1..end).rev().find(article).unwrap_or(end)
    }

    /// Whether words are an article with a noun.
    fn is_noun_phrase(&self, from: usize, end: usize) -> bool {
        const LONGEST: usize = 7;
        let noun = self.is(from, class::DET) && (from + 2..=from + LONGEST).contains(&end);
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        let capital = self.settings.head == Head::Capital;
        noun && last.is_some_and(|last| match last.shape {
            Shape::Small => !capital,
            Shape::Capital => capital,
            _ => false,
        })
    }

    /// One past the words of the phrase that begins at `from`.
    fn phrase_end(&self, from: usize, verb: bool) -> usize {
        let mut end = from;
        while end < self.tokens.len().min(from + REACH) {
            let title = self.word(end) == "." && self.abbreviates(end);
            // `a 2013 report`, but `das Amt [42 Fälle]`
            let figure = self.tokens[end].shape == Shape::Figure;
            let counts =
                figure && self.tokens.get(end + 1).is_some_and(|next| self.may_count(next));
            if counts && end > from && !self.taken[end] {
                break;
            }
            let year = end > from && self.taken[end] && figure && self.is(end - 1, class::DET);
            if let Some(close) = self.quoted_name(end).filter(|_| end > from) {
                end = close + 1;
                continue;
            }
            if self.ends(end) && !title && !year && !self.ties_names(end) {
                break;
            }
            if end > from
                && (self.is_verb_at_end(end)
                    || self.begins_another(end)
                    || self.is_told(from, end)
                    || self.is_gerund_of_name(end)
                    || self.is_done(end))
            {
                break;
            }
            let place = verb
                && end > from
                && self.is(end, class::PREP | class::PER)
                && !self.is(end, class::OF)
                && !self.names_a_field(end);
            if place || self.is(end, class::AND) && !self.joins(end, end + 1) {
                break;
            }
            end += 1;
        }
        // `des Ministeriums [vom] Montag`: nothing hangs on it any more.
        while end > from
            && (self.is_adverb(end - 1) || self.is(end - 1, class::PREP | class::AND | class::LESS))
        {
            end -= 1;
        }
        end
    }

    /// Whether a word behind a figure may be what it counts, rather than the rest of a name: `42
    /// Fälle`, but `France 3 Occitanie`.
    fn may_count(&self, next: &Token) -> bool {
        match self.settings.head {
            Head::Capital => next.is_capital(),
            _ => next.shape == Shape::Small,
        }
    }

    /// `a reconnu [hier à Paris] le général`, `han informado [a EFE] fuentes policiales`: what may
    /// stand between a verb and its subject.
    fn skip_circumstances(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            // `el lunes`
            let article = usize::from(self.is(at, class::DET));
            let date = self.taken.get(at + article).is_some_and(|taken| *taken);
            if let Some(end) = self.circumstance(at) {
                at = end;
            } else if date {
                at += 1 + article;
            } else if self.is_adverb(at) && !self.is(at, PERSONS | class::DET)
                || self.is(at, class::ABOUT) && self.is(at + 1, class::DET)
            {
                // `warnte [etwa] der Verfassungsschutz`
                at += 1;
            } else {
                return at;
            }
        }
    }

    /// One past a place or whom it is told, with a preposition, where another phrase follows:
    /// `à Paris [le général]`, `sui social [il ministro]`. In English nothing shows that.
    pub(super) fn circumstance(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 7;
        if !self.is(at, class::PREP | class::PER) || self.settings.head == Head::Last {
            return None;
        }
        let mut end = at + 2;
        while end < (at + LONGEST).min(self.tokens.len()) && !self.ends(end) {
            let last = &self.tokens[end - 1];
            let role = last.is_capital() && self.is(end, NAMED);
            // `en un comunicado [Ana Ruiz]`
            let noun = last.shape == Shape::Small && !last.is(class::PREP | class::OF | class::DET);
            let name = noun && self.tokens[end].is_capital() && self.settings.head == Head::First;
            // `a expliqué à l’AFP [Julie Andrès]`
            let outlet = last.shape == Shape::Acronym
                && self.tokens[end].shape == Shape::Capital
                && self.settings.head == Head::First;
            if self.begins_another(end) || role || name || outlet {
                return Some(end);
            }
            end += 1;
        }
        None
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
        // `ministère de l’Intérieur et [de l’Outre-mer]`
        let parallel = self.is(next, class::OF);
        at > 0 && (begins(next) || parallel) && !self.ends(next)
    }

    /// A phrase without what does not belong to it at its head, if it names a source.
    fn named(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let start = self.behind_loose(start, end);
        let leads = start < end && self.is(start, class::PREP) && !self.is(start, class::DET);
        (start < end && !leads && self.is_source(start, end)).then_some((start, end))
    }

    /// The first word of a phrase that belongs to it.
    fn behind_loose(&self, start: usize, end: usize) -> usize {
        const LOOSE: Classes = class::CONJ | class::CLAUSE | class::HEDGE | class::NEGATION;
        let loose = |i: usize| {
            self.is(i, LOOSE)
                || self.is_adverb(i)
                || self.word(i) == "-"
                // `the the Centre`
                || self.is(i, class::DET) && self.word(i).eq_ignore_ascii_case(self.word(i + 1))
                // `On Monday [night] No 10 confirmed …`
                || i > 0 && self.taken[i - 1] && self.is_one_of(i, &self.settings.day_parts)
                || self.tokens[i].shape == Shape::Figure && self.word(i).len() == 4
        };
        (start..end).find(|i| !loose(*i)).unwrap_or(end)
    }

    /// Whether a capital behind `at - 1` belongs to a name rather than to a noun of German.
    fn goes_on(&self, at: usize) -> bool {
        self.tokens[at - 1].is_capital() || is_quotation_mark(self.word(at - 1))
    }

    /// A source names somebody, or something that tells.
    fn is_source(&self, start: usize, end: usize) -> bool {
        const GRAMMAR: Classes =
            PERSONS | class::DET | class::PREP | class::CONJ | class::STOP | class::AUX;
        let nouns = self.settings.head == Head::Capital;
        (start..end).any(|at| {
            let token = &self.tokens[at];
            if self.names(at) || self.word(at) == "@" {
                return true;
            }
            let grammar = token.is(GRAMMAR);
            if !token.is_capital() || grammar {
                return false;
            }
            // At the head of a sentence every word has a capital, and in German every noun.
            let known = token.entry.class != 0;
            let opens = self.tokens[..at].iter().all(|t| !t.is_word());
            let alone = end - start == 1;
            token.shape == Shape::Acronym
                || !(known && (opens || nouns) && alone)
                    && !(nouns && at > start && !self.goes_on(at))
        })
    }
}
