//! Where in a sentence what its clauses go by stands.

use std::cell::OnceCell;
use std::ops::Range;

use super::{Classes, Cutter, class};
use crate::core::article::within;
use crate::core::claim::reason::tells;
use crate::core::fact::{Name, NameKind};

/// Where in the sentence something stands, in order; found once, when it is first asked for.
#[derive(Default)]
pub(super) struct Known {
    /// Tokens: commas.
    pub(super) commas: Places,
    /// Commas behind which a verb goes on.
    pub(super) resumed: Places,
    /// Verbs that show a clause.
    pub(super) finite: Places,
    /// Verbs of saying and denying.
    pub(super) said: Places,
    /// What leads to what is said: `que`.
    pub(super) that: Places,
    /// Commas and words that begin a part of the sentence.
    pub(super) borders: Places,
    /// Bytes: figures that tell something, and dates.
    pub(super) values: Places,
    /// Names but those of peoples.
    pub(super) names: Places,
    /// Tokens: dashes between words.
    pub(super) dashes: Places,
    /// Words that may be verbs.
    pub(super) verbs: Places,
    /// What leads to a source: `selon`.
    pub(super) sources: Places,
    /// Verbs that may be those of a main clause.
    pub(super) main: Places,
    /// What begins a clause that describes: `who`.
    pub(super) openers: Places,
}

#[derive(Default)]
pub(super) struct Places(OnceCell<Vec<usize>>);

impl Places {
    pub(super) fn all(&self, find: impl FnOnce() -> Vec<usize>) -> Sorted<'_> {
        Sorted(self.0.get_or_init(find))
    }
}

/// Places in their order.
#[derive(Clone, Copy)]
pub(super) struct Sorted<'a>(pub(super) &'a [usize]);

impl Sorted<'_> {
    pub(super) fn any(self, range: Range<usize>) -> bool {
        self.last(range).is_some()
    }

    pub(super) fn first(self, range: Range<usize>) -> Option<usize> {
        let before = self.0.partition_point(|place| *place < range.start);
        self.0.get(before).copied().filter(|place| *place < range.end)
    }

    pub(super) fn last(self, range: Range<usize>) -> Option<usize> {
        let before = self.0.partition_point(|place| *place < range.end);
        self.0[..before].last().copied().filter(|place| *place >= range.start)
    }
}

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
