//! Verbs of saying: whether a word is one here, with its auxiliaries and its voice.

use super::border::is_quotation_mark;
use super::find::Finder;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::token::Token;

/// A verb with its auxiliaries.
pub(super) struct Verb {
    /// Its first token.
    pub(super) start: usize,
    /// `a été signalée`: the subject is what is said, and who says it stands behind `par`.
    pub(super) passive: bool,
}

impl Finder<'_> {
    /// The verb whose last word stands at `at`; `None` where that is a noun (`une annonce`), an
    /// infinitive, a participle alone, or turned on itself (`se confirme`).
    pub(super) fn verb(&self, at: usize) -> Option<Verb> {
        let word = self.word(at);
        let ends = |with: &[&str]| with.iter().any(|end| word.ends_with(end));
        if at > 0 && self.is_noun_or_infinitive(at)
            || ends(&self.settings.gerund)
            || self.is_governed(at)
        {
            return None;
        }
        let (mut start, mut auxiliary, mut passive) = (at, false, false);
        while let Some(i) = start.checked_sub(1) {
            if self.is_reflexive(i) {
                return None;
            }
            if self.is(i, class::AUX) {
                auxiliary = true;
                passive |= self.is_one_of(i, &self.settings.passive);
            } else if !(self.is_adverb(i) || self.word(i).starts_with('-')) {
                break;
            }
            start = i;
        }
        // `s’est exclamé` is listed as a whole, with its auxiliary.
        let participle = ends(&self.settings.participle) && !word.contains(' ');
        if let Some(i) = self.auxiliary_across(start).filter(|_| participle && !auxiliary) {
            (start, auxiliary) = (i, true);
            passive |= self.is_one_of(i, &self.settings.passive);
        }
        // `dass … gesagt wird`; `meldet sich`
        if self.is_one_of(at + 1, &self.settings.reflexive)
            || self.is_one_of(at + 1, &self.settings.passive)
        {
            return None;
        }
        passive |= !auxiliary && self.is_one_of(at + 1, &self.settings.agent);
        let finite = auxiliary || passive || !(participle || ends(&self.settings.infinitive));
        finite.then_some(Verb { start, passive })
    }

    /// `se`, `s’est`, `se sont`: what turns a verb on itself.
    fn is_reflexive(&self, at: usize) -> bool {
        let word = self.word(at);
        let first = word.split_inclusive(['\'', '’', ' ']).next().unwrap_or_default();
        self.settings.reflexive.contains(&first.trim_end().to_lowercase().as_str())
    }

    /// `[a], de son côté, confirmé`, `[avait] dans un premier temps confirmé`: the auxiliary of a
    /// participle, across what is put in between.
    fn auxiliary_across(&self, participle: usize) -> Option<usize> {
        const FARTHEST: usize = 8;
        const VERBS: Classes = class::SAY
            | class::DENY
            | class::PAST
            | class::MODAL
            | class::THAT
            | class::CLAUSE
            | class::RELATIVE_PRONOUN;
        let near = (participle.saturating_sub(FARTHEST)..participle).rev();
        let mut verbs = near.filter(|i| self.is(*i, VERBS | class::AUX));
        let at = verbs.next().filter(|i| self.is(*i, class::AUX))?;
        let commas = self.word(at + 1) == "," && self.word(participle - 1) == ",";
        let between = at + 1 < participle && (commas || self.is(at + 1, class::PREP));
        let whole = || (at + 2..participle - 1).all(|i| !self.stops(i));
        (between && whole()).then_some(at)
    }

    /// What stands right before it shows a noun (`une annonce`, `l’annonce`) or an infinitive
    /// (`to say`, `zu sagen`); what a pronoun stands before is a verb: `il l’annonce`.
    fn is_noun_or_infinitive(&self, at: usize) -> bool {
        let before = at - 1;
        let object = before > 0
            && self.is(before - 1, class::THIRD | class::FIRST | class::PLURAL | class::NEGATION);
        let article = self.is(before, class::DET | class::NUMBER) && !object;
        let leads = self.is(before, class::PREP | class::TO | class::OF)
            && !self.is(before, class::AUX | class::ADVERB | class::THIRD | class::ACCORDING);
        let name = self.tokens[at].is_capital() && !self.stops(before);
        let article = article && !self.is_inverted(at);
        // `Swift’s claims`
        let possessive =
            self.word(before) == "s" && before > 0 && matches!(self.word(before - 1), "'" | "’");
        // `to personally announce`
        let first = (0..at).rev().find(|i| !self.is_adverb(*i)).unwrap_or(before);
        article || possessive || leads || name || self.is_one_of(first, &self.settings.marker)
    }

    /// `Könnte jemand dem Papst [sagen], …`, `wil de minister niet [zeggen]`: in German and Dutch the
    /// infinitive that a modal governs stands at the end of its clause and looks like a plural.
    fn is_governed(&self, at: usize) -> bool {
        const GOVERNS: Classes = class::MODAL | class::DUTY | class::FUTURE | class::HOPE;
        let clause = (0..at).rev().take_while(|i| !self.ends_clause(*i));
        self.verb_is_second()
            && self.word(at).ends_with("en")
            && clause.into_iter().any(|i| self.is(i, GOVERNS))
    }

    /// `Dat meldt het ministerie`, `Lo scrive il giornale`: what opens a sentence before a verb and
    /// its subject looks like an article, and stands for what was said.
    fn is_inverted(&self, at: usize) -> bool {
        let opens = self.tokens[..at - 1].iter().all(|token| !token.is_word());
        let names = class::DET | class::TITLE | class::BODY;
        // In German genitives look like subjects: `der`.
        let of = self.is(at + 1, class::OF) && !self.settings.nouns_have_capitals();
        // `Dat meldt demissionair minister …`
        let described = self.is(at + 2, class::TITLE);
        let subject = described
            || self.is(at + 1, names) && !of
            || self.tokens.get(at + 1).is_some_and(Token::is_capital)
            || self.circumstance(at + 1).is_some();
        opens && subject
    }

    /// A word that may stand between a subject and its verb, or within the verb.
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        let word = self.word(at);
        // `du recensement`, `le mouvement`
        let noun = at > 0
            && (self.is(at - 1, class::DET)
                || self.is(at - 1, class::OF) && !self.is_one_of(at - 1, &self.settings.bare_of));
        let shown = word.len() > 5
            && !noun
            && self.settings.adverb.iter().any(|end| word.ends_with(end))
            && !self.is(at, class::TITLE | class::BODY | class::STATE);
        self.is(at, class::NEGATION | class::ADVERB) || shown
    }

    /// `did not deny`, `n’a pas exclu`, `schließt nicht aus`: nothing is denied.
    pub(super) fn is_negated(&self, start: usize, at: usize) -> bool {
        let within = |i: usize| self.is(i, class::NEGATION);
        let mut behind = (at + 1..self.tokens.len()).take_while(|i| !self.stops(*i));
        (start..at).any(within)
            || self.verb_is_second() && behind.any(within)
            || self.settings.head == Head::First && within(at + 1)
    }

    /// `n’a annoncé aucun plan`, `has not said`: whoever says nothing is no source. In `said no one was hurt` what is
    /// said is denied.
    pub(super) fn is_unsaid(&self, start: usize, at: usize) -> bool {
        let negation = |i: usize| self.is(i, class::NEGATION);
        // `n’a dit`: what else may deny a French verb stands behind it.
        let opens = |i: usize| {
            let word = self.word(i).to_lowercase();
            word == "ne" || word.starts_with("n’") || word.starts_with("n'")
        };
        let behind = self.settings.head == Head::First && negation(at + 1);
        (start..at).any(negation) || behind && (start.saturating_sub(1)..=at).any(opens)
    }

    /// Whether what a verb like `rejects` rejects is something said: accusations, not an offer.
    pub(super) fn refuses_words(&self, at: usize) -> bool {
        const NEAR: usize = 10;
        let said = |i: usize| self.is(i, class::CHARGE) || is_quotation_mark(self.word(i));
        let near = at.saturating_sub(NEAR)..(at + NEAR).min(self.tokens.len());
        // `contestaient en mai que …`
        let between = |i: usize| self.taken.get(i) == Some(&true) || self.is(i, class::PREP);
        let next = (at + 1..self.tokens.len()).find(|i| !between(*i));
        let that = next.is_some_and(|next| self.is(next, class::THAT));
        that || self.word(at + 1) == ":" || near.into_iter().any(said)
    }

    /// `par la police`, `by officials`: who does it.
    pub(super) fn agent(&self, at: usize) -> Option<(usize, usize)> {
        self.is_one_of(at, &self.settings.agent).then(|| self.behind(at + 1, true))?
    }
}
