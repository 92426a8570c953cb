//! What was found around one sentence of a text. A search through all that was found in it would read memory from everywhere,
//! some forty times for each sentence.

use crate::core::article::{Span, begun_before};
use crate::core::claim::{Analysis, Claim, Sentence};
use crate::core::fact::{Attribution, Date, Name, Quantity};
use crate::core::lang::Language;

/// A part of an analysis: what begins in some sentences.
#[derive(Clone, Copy)]
pub(super) struct Near<'a> {
    pub(super) language: Language,
    pub(super) sentences: &'a [Sentence],
    pub(super) claims: &'a [Claim],
    pub(super) facts: Facts<'a>,
}

/// Its facts, in order of place.
#[derive(Clone, Copy)]
pub(super) struct Facts<'a> {
    pub(super) quantities: &'a [Quantity],
    pub(super) dates: &'a [Date],
    pub(super) attributions: &'a [Attribution],
    pub(super) names: &'a [Name],
    pub(super) unread: &'a [Span],
}

impl<'a> Near<'a> {
    /// All of it.
    pub(super) fn all(analysis: &'a Analysis) -> Self {
        let facts = Facts {
            quantities: &analysis.facts.quantities,
            dates: &analysis.facts.dates,
            attributions: &analysis.facts.attributions,
            names: &analysis.facts.names,
            unread: &analysis.facts.unread,
        };
        let (sentences, claims) = (&analysis.sentences[..], &analysis.claims[..]);
        Self { language: analysis.language, sentences, claims, facts }
    }

    /// What begins in a sentence, or in the one before it: there it is looked whom and when it is about.
    pub(super) fn around(self, sentence: Span) -> Self {
        let here = begun_before(self.sentences, sentence.start, |sentence| sentence.span);
        let before = here.checked_sub(1).map(|at| self.sentences[at].span.start);
        self.part(Part::From(before.unwrap_or(sentence.start)))
    }

    /// What begins before a place.
    pub(super) fn until(self, at: usize) -> Self {
        self.part(Part::Until(at))
    }

    fn part(self, part: Part) -> Self {
        let facts = Facts {
            quantities: part.of(self.facts.quantities, |quantity| quantity.span),
            dates: part.of(self.facts.dates, |date| date.span),
            attributions: part.of(self.facts.attributions, |said| said.span),
            names: part.of(self.facts.names, |name| name.span),
            unread: part.of(self.facts.unread, |span| *span),
        };
        let sentences = part.of(self.sentences, |sentence| sentence.span);
        let claims = part.of(self.claims, |claim| claim.span);
        Self { sentences, claims, facts, ..self }
    }
}

#[derive(Clone, Copy)]
enum Part {
    From(usize),
    Until(usize),
}

impl Part {
    fn of<T>(self, all: &[T], place: impl Fn(&T) -> Span) -> &[T] {
        match self {
            Self::From(at) => &all[begun_before(all, at, place)..],
            Self::Until(at) => &all[..begun_before(all, at, place)],
        }
    }
}
