//! Where in a sentence what its clauses go by stands.

use super::known::Sorted;
use super::{Classes, Cutter, class};
use crate::core::article::within;
use crate::core::claim::reason::tells;
use crate::core::fact::{Name, NameKind};

impl Cutter<'_> {
    pub(super) fn tokens_that(&self, is: impl Fn(usize) -> bool) -> Vec<usize> {
        (0..self.tokens.len()).filter(|at| is(*at)).collect()
    }

    pub(super) fn commas(&self) -> Sorted<'_> {
        self.known.commas.all(|| self.tokens_that(|at| self.word(at) == ","))
    }

    pub(super) fn resumed(&self) -> Sorted<'_> {
        // `the council, which met in May, said in a note`
        let says = |at: usize| {
            self.tokens.get(at).is_some_and(|token| token.is(class::SAY | class::DENY))
                && self
                    .tokens
                    .get(at + 1)
                    .is_none_or(|next| !next.is_capital() && !next.is(class::DET))
        };
        let goes_on = |at: usize| self.token_is_finite(at) || says(at);
        let resumes = |comma| self.word(comma) == "," && goes_on(comma + 1);
        self.known.resumed.all(|| self.tokens_that(resumes))
    }

    pub(super) fn finite(&self) -> Sorted<'_> {
        self.known.finite.all(|| self.tokens_that(|at| self.is_finite(at)))
    }

    pub(super) fn said(&self) -> Sorted<'_> {
        let said = |at: usize| self.tokens[at].is(class::SAY | class::DENY);
        self.known.said.all(|| self.tokens_that(said))
    }

    pub(super) fn that(&self) -> Sorted<'_> {
        self.known.that.all(|| self.tokens_that(|at| self.tokens[at].is(class::THAT)))
    }

    pub(super) fn borders(&self) -> Sorted<'_> {
        const BORDER: Classes = class::THAT | class::CLAUSE | class::RELATIVE_PRONOUN;
        let border = |at: usize| self.word(at) == "," || self.tokens[at].is(BORDER);
        self.known.borders.all(|| self.tokens_that(border))
    }

    pub(super) fn values(&self) -> Sorted<'_> {
        self.known.values.all(|| {
            let all = self.span(0..self.tokens.len());
            let figures = within(&self.facts.quantities, all, |q| q.span).iter();
            let figures = figures.filter(|q| tells(self.text, q)).map(|q| q.span.start);
            let dates = within(&self.facts.dates, all, |d| d.span).iter().map(|d| d.span.start);
            let mut values: Vec<_> = figures.chain(dates).collect();
            values.sort_unstable();
            values
        })
    }

    pub(super) fn names(&self) -> Sorted<'_> {
        let named = |name: &&Name| name.kind != NameKind::People;
        self.known.names.all(|| {
            let names = within(&self.facts.names, self.span(0..self.tokens.len()), |n| n.span);
            names.iter().filter(named).map(|name| name.span.start).collect()
        })
    }
}
