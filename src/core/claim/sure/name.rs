//! Whether a name is surely one of a person or body, and whole.

use std::ops::Range;

use super::sight::Sight;
use crate::core::fact::{Name, NameKind};
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::word::Shape;

impl Sight<'_> {
    /// A person named in full or behind a title, a body of several words with the word that says so.
    /// Letters alone (`AFP`, `QR`) and other words with capitals (`Black Sea`) tell nobody who acts.
    pub(in crate::core::claim) fn is_sure_name(&self, name: &Name) -> bool {
        let run = self.range(name.span);
        if run.is_empty() || self.is_cut(&run) {
            return false;
        }
        let acronym = self.tokens[run.clone()].iter().any(|t| t.shape == Shape::Acronym);
        match name.kind {
            _ if acronym || self.is_heading() => false,
            NameKind::Person => self.is_sure_person(&run),
            NameKind::Organisation => run.len() > 1 && self.is_sure_body(&run),
            NameKind::State | NameKind::People | NameKind::Other => false,
        }
    }

    /// `Jean Lebon`, `Mr Putin`; but `Westminster Bridge`, `Red Devils`: usual words name things.
    fn is_sure_person(&self, run: &Range<usize>) -> bool {
        // `ministro dell’Interno Matteo Ferri`
        const NEAR: usize = 4;
        let near = self.tokens[run.start.saturating_sub(NEAR)..run.start].iter().rev();
        let titled = self.is(run.start, class::TITLE)
            || near
                .take_while(|token| token.shape != Shape::Mark)
                .take(if run.len() > 1 { NEAR } else { 1 })
                .any(|token| token.is(class::TITLE));
        let usual = |at: usize| self.is_usual(at) && self.tokens[at].shape == Shape::Capital;
        titled || run.len() > 1 && !run.clone().any(usual)
    }

    /// `Royal Bank of Canada`; but `Centers for [Disease Control] and Prevention`.
    fn is_sure_body(&self, run: &Range<usize>) -> bool {
        const TIES: Classes = class::AND | class::OF | class::PREP;
        let ties =
            |at: usize| self.is(at, TIES) || self.settings.field_ties.contains(&self.word(at));
        // `Fédération royale [belge]`
        let people = self.tokens.get(run.end).is_some_and(|next| {
            next.is(class::PEOPLE)
                && next.shape == Shape::Small
                && self.settings.head == Head::First
        });
        // `[Chairman of] Midway Broadcasting Corporation`
        if people || self.is(run.start, class::TITLE) {
            return false;
        }
        let led = run.start > 1 && ties(run.start - 1) && self.is_capital(run.start - 2);
        // `Assemblée générale de l’ONU` is whole.
        let follows = ties(run.end)
            && self.is_capital(run.end + 1)
            && !self.is(run.end + 1, class::STATE)
            && (self.settings.head != Head::First || !self.is(run.end, class::OF | class::PREP));
        !led && !follows
    }

    /// `Kim Jong [Un]`, `[CBS Los Angeles] JURUPA VALLEY`: another word with a capital stands beside it.
    pub(super) fn is_cut(&self, run: &Range<usize>) -> bool {
        const OTHERS: Classes = class::PEOPLE
            | class::STATE
            | class::WEEKDAY
            | class::TITLE
            | class::FIELD
            | class::DET;
        let nouns = self.settings.nouns_have_capitals();
        let beside = |at: usize| {
            self.tokens.get(at).is_some_and(|token| {
                token.is_capital() && !token.is(OTHERS) && (!nouns || token.entry.class == 0)
            })
        };
        let behind = self.tokens.get(run.end).is_some_and(|next| {
            let word = next.span.of(self.text);
            let glued = matches!(word, "&" | "-" | "/" | "@") && !next.spaced;
            // `Luigi [di Maio]`
            let particle = self.settings.ties.contains(&word) && !next.is(class::OF | class::AND)
                // `Hervé [le Bras]`
                || run.len() == 1 && next.is(class::DET) && !next.is(class::OF | class::TO);
            let tied = particle && self.is_capital(run.end + 1);
            glued || tied || next.spaced && beside(run.end) && !nouns
        });
        let opens = run.start == 1;
        let before = run.start.checked_sub(1).is_some_and(|at| {
            let token = &self.tokens[at];
            let glued = matches!(token.span.of(self.text), "&" | "-" | "/" | "@" | "#");
            let word = !opens && !nouns && self.tokens[run.start].spaced && beside(at);
            glued && !self.tokens[run.start].spaced || word
        });
        behind || before
    }
}
