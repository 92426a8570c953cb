//! The words of a sentence around what is to be told.

use std::cell::OnceCell;
use std::ops::Range;

use crate::core::article::Span;
use crate::core::lang::Language;
use crate::core::lang::lexicon::{Classes, Lexicon};
use crate::core::lang::settings::{Head, Settings};
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::lang::words;

/// A sentence, of which a clause is told.
pub(in crate::core::claim) struct Sight<'a> {
    pub text: &'a str,
    pub language: Language,
    /// All tokens of the sentence: what stands before and behind a clause says whether it is whole.
    pub tokens: &'a [Token],
    /// Those of the clause.
    pub clause: Range<usize>,
    pub settings: &'static Settings,
    /// Whether the sentence is a heading, once that was asked.
    heading: &'a OnceCell<bool>,
}

impl<'a> Sight<'a> {
    pub(in crate::core::claim) fn new(
        (text, language): (&'a str, Language),
        tokens: &'a [Token],
        clause: Range<usize>,
        heading: &'a OnceCell<bool>,
    ) -> Self {
        let settings = &Lexicon::of(language).settings;
        Self { text, language, tokens, clause, settings, heading }
    }

    /// The tokens of the clause.
    pub(in crate::core::claim) fn part(&self) -> &'a [Token] {
        &self.tokens[self.clause.clone()]
    }

    /// Where the clause stands.
    pub(in crate::core::claim) fn clause_span(&self) -> Span {
        if self.clause.is_empty() { Span::default() } else { self.span(&self.clause) }
    }

    /// The tokens that a stretch of this sentence covers.
    pub(super) fn range(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }

    /// The stretch that these tokens cover.
    pub(super) fn span(&self, run: &Range<usize>) -> Span {
        Span::new(self.tokens[run.start].span.start, self.tokens[run.end - 1].span.end)
    }

    pub(super) fn before(&self, at: usize) -> Option<&'a Token> {
        at.checked_sub(1).map(|at| &self.tokens[at])
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    pub(super) fn is(&self, at: usize, class: Classes) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(class))
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capital)
    }

    /// `if`, `si`
    pub(super) fn is_condition(&self, token: &Token) -> bool {
        let word = token.span.of(self.text);
        self.settings.condition.iter().any(|one| word.eq_ignore_ascii_case(one))
    }

    /// Whether a number stands here, in digits or words.
    pub(super) fn is_number(&self, at: usize) -> bool {
        use crate::core::lang::lexicon::class;
        let number = class::NUMBER | class::SOME | class::DOZEN | class::FRACTION;
        self.tokens.get(at).is_some_and(|token| token.shape == Shape::Figure || token.is(number))
    }

    /// Whether a word is a usual one of the language, were it written small: `Bridge`, not `Ruiz`.
    pub(super) fn is_usual(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| self.is_usual_word(token))
    }

    pub(in crate::core::claim) fn is_usual_word(&self, token: &Token) -> bool {
        let word = token.span.of(self.text).to_lowercase();
        words::is_usual_in(self.language, &word) == Some(true)
    }

    /// Whether a word ends as one of a list.
    pub(super) fn ends(&self, at: usize, list: &[&str]) -> bool {
        list.iter().any(|end| self.word(at).ends_with(end))
    }

    /// Whether most long words of a sentence in English have capitals: in a heading they show no name.
    pub(super) fn is_heading(&self) -> bool {
        *self.heading.get_or_init(|| self.has_capitals())
    }

    fn has_capitals(&self) -> bool {
        let closed = self.tokens.last().is_some_and(|last| last.is_mark(self.text, "."));
        if closed || self.settings.head != Head::Last {
            return false;
        }
        let long = |token: &&Token| token.is_word() && token.span.len() > 3;
        let capitals = self.tokens.iter().filter(long).filter(|t| t.is_capital()).count();
        capitals * 2 > self.tokens.iter().filter(long).count()
    }
}
