//! Where a quotation begins and ends that goes on over several sentences.

use crate::core::article::{Span, within};
use crate::core::fact::Facts;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// The quotation that a place in a line stands in. It ends with its line, though its mark may be lost.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Quotation {
    /// The mark that closes it.
    close: Option<&'static str>,
}

impl Quotation {
    /// Whether it is not closed yet.
    pub(super) const fn is_open(self) -> bool {
        self.close.is_some()
    }

    /// The same behind these words.
    pub(super) fn after(mut self, text: &str, tokens: &[Token]) -> Self {
        for at in 0..tokens.len() {
            self.pass(text, tokens, at);
        }
        self
    }

    /// Passes a token.
    pub(super) fn pass(&mut self, text: &str, tokens: &[Token], at: usize) {
        let token = &tokens[at];
        if token.shape != Shape::Mark {
            return;
        }
        let word = token.span.of(text);
        let glued = tokens.get(at + 1).is_some_and(|next| !next.spaced);
        self.close = match self.close {
            // `“It rose" she said`
            Some(close) if word == close || word == "\"" && !token.spaced && at > 0 => None,
            Some(close) => Some(close),
            None => match word {
                "«" => Some("»"),
                "“" => Some("”"),
                "„" => Some("“"),
                "\"" if token.spaced || at == 0 || glued => Some("\""),
                // `»Wir gehen«`, `”Vi går”`
                "»" if token.spaced && glued => Some("«"),
                "”" if token.spaced && glued => Some("”"),
                _ => None,
            },
        };
    }
}

/// The quotations of a sentence, followed from claim to claim.
pub(super) struct Course<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    quotation: Quotation,
}

impl<'a> Course<'a> {
    pub(super) const fn new(text: &'a str, tokens: &'a [Token], begun: Quotation) -> Self {
        Self { text, tokens, at: 0, quotation: begun }
    }

    /// Whether the next claim is only a part of what is told: words of a quotation whose speaker stands elsewhere, or
    /// what leads to the next sentence: `A few reasons for it are:`.
    pub(super) fn is_part(&mut self, claim: Span, facts: &Facts) -> bool {
        let begins = self.is_quoted_at(claim.start);
        let ends = self.is_quoted_at(claim.end);
        let told = || !within(&facts.attributions, claim, |a| a.span).is_empty();
        let mut rest = self.tokens[self.at..].iter().filter(|token| !token.is_mark(self.text, ")"));
        let leads =
            rest.next().is_some_and(|next| next.is_mark(self.text, ":")) && rest.next().is_none();
        leads || (begins || ends) && !told()
    }

    fn is_quoted_at(&mut self, place: usize) -> bool {
        while self.tokens.get(self.at).is_some_and(|token| token.span.start < place) {
            self.quotation.pass(self.text, self.tokens, self.at);
            self.at += 1;
        }
        self.quotation.is_open()
    }
}
