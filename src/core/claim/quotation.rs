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

#[cfg(test)]
mod tests {
    use crate::core::claim::analyze;

    #[test]
    fn what_is_cut_from_who_says_it_or_from_what_it_leads_to_is_a_part() {
        let partial = |text: &str| {
            let found = analyze(text).claims;
            found
                .iter()
                .filter(|c| c.partial)
                .map(|c| c.span.of(text).to_owned())
                .collect::<Vec<_>>()
        };
        for (text, want) in [
            ("“Leeds closed 30 schools. It was sad,” said Ann Lee.", "Leeds closed 30 schools"),
            ("« Lens a fermé 30 gares. C’est triste », dit Anne Roux.", "Lens a fermé 30 gares"),
            ("„Essen schloss 2019 30 Werke. Schade“, sagt Roth.", "Essen schloss 2019 30 Werke"),
            ("»Essen schloss 2019 30 Werke. Schade«, sagt Roth.", "»Essen schloss 2019 30 Werke"),
            (
                "There are 30 reasons for it in Leeds:\nIt was sad.",
                "There are 30 reasons for it in Leeds",
            ),
        ] {
            assert_eq!(partial(text), [want]);
        }
        for text in [
            "“Leeds closed 30 schools,” said Ann Lee. Leeds paid £30m in 2019.",
            "It was sad. “Leeds closed 30 schools in 2019.”",
            "A 30\" screen was sold in Leeds in 2019. Leeds closed 30 schools.",
            "»Es war schade«, sagt Roth. Essen schloss 2019 30 Werke.",
            "“It was sad, she said.\nLeeds closed 30 schools in 2019.",
        ] {
            assert_eq!(partial(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_stands_before_half_a_quotation_is_told_by_itself() {
        let text = "Lens reste marquée par la guerre de 1914 et ses 300 morts : « On n’a qu’une réaction ici. C’est un \
                    mensonge », dit Anne Roux.";
        let first = analyze(text).claims[0].span.of(text).to_owned();
        assert_eq!(first, "Lens reste marquée par la guerre de 1914 et ses 300 morts");
    }
}
