//! Verbs of saying: whether a word is one here, with its auxiliaries and its voice.

use super::find::Finder;
use crate::core::lang::lexicon::class;

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
        if at > 0 && self.is_noun_or_infinitive(at) || ends(&self.settings.gerund) {
            return None;
        }
        let (mut start, mut auxiliary, mut passive) = (at, false, false);
        while let Some(i) = start.checked_sub(1) {
            if self.is_one_of(i, &self.settings.reflexive) {
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
        // `dass … gesagt wird`; `meldet sich`
        if self.is_one_of(at + 1, &self.settings.reflexive)
            || self.is_one_of(at + 1, &self.settings.passive)
        {
            return None;
        }
        passive |= !auxiliary && self.is_one_of(at + 1, &self.settings.agent);
        let participle = ends(&self.settings.participle);
        let finite = auxiliary || passive || !(participle || ends(&self.settings.infinitive));
        finite.then_some(Verb { start, passive })
    }

    /// What stands right before it shows a noun (`une annonce`, `l’annonce`) or an infinitive
    /// (`to say`, `zu sagen`); what a pronoun stands before is a verb: `il l’annonce`.
    fn is_noun_or_infinitive(&self, at: usize) -> bool {
        let before = at - 1;
        let object = before > 0
            && self.is(before - 1, class::THIRD | class::FIRST | class::PLURAL | class::NEGATION);
        let article = self.is(before, class::DET | class::NUMBER) && !object;
        let leads = self.is(before, class::PREP | class::TO | class::OF)
            && !self.is(before, class::AUX | class::ADVERB | class::THIRD);
        let name = self.tokens[at].is_capital() && !self.stops(before);
        article || leads || name || self.is_one_of(before, &["to", "zu", "te"])
    }

    /// A word that may stand between a subject and its verb, or within the verb.
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        let word = self.word(at);
        let shown = word.len() > 5
            && self.settings.adverb.iter().any(|end| word.ends_with(end))
            && !self.is(at, class::TITLE | class::BODY | class::STATE);
        self.is(at, class::NEGATION | class::ADVERB) || shown
    }

    /// `par la police`, `by officials`: who does it.
    pub(super) fn agent(&self, at: usize) -> Option<(usize, usize)> {
        self.is_one_of(at, &self.settings.agent).then(|| self.behind(at + 1, true))?
    }
}
