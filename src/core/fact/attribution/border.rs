//! Where the words of a source end: what goes on with a name, and what begins something else.

use super::find::Finder;
use crate::core::article::Span;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// What shows that somebody is named, or something that tells.
pub(super) const NAMED: Classes =
    class::STATE | class::PEOPLE | class::TITLE | class::BODY | class::REPORT;

impl Finder<'_> {
    /// `nach Angaben der Küstenwache [verletzt]`, `volgens de VRT [houdt]`: where modifiers stand
    /// before their noun, a small word behind a name or a role goes on only to another.
    pub(super) fn is_verb_at_end(&self, at: usize) -> bool {
        const TIES: Classes = class::PREP | class::DET | class::AND | class::OF | class::CONJ;
        let capital = |i: usize| self.tokens.get(i).is_some_and(Token::is_capital);
        let small = self.tokens[at].shape == Shape::Small && !self.is(at, TIES);
        match self.settings.head {
            Head::Capital => small && capital(at - 1) && !capital(at + 1),
            Head::Plural => {
                // `de Haagse rechters`
                let adjective = self.word(at - 1).ends_with('e') || self.is(at - 1, class::PEOPLE);
                let complete = capital(at - 1) && !adjective || self.names(at - 1);
                small && complete && !self.names(at)
            }
            Head::First | Head::Last => false,
        }
    }

    /// `volgens Belgische media [een geweer]`: an article right behind a noun begins another phrase.
    pub(super) fn begins_another(&self, at: usize) -> bool {
        const LEADS: Classes =
            class::PREP | class::OF | class::AND | class::CONJ | class::DET | class::THAT;
        self.is(at, class::DET)
            && !self.is(at, class::OF | class::PREP | NAMED)
            && self.tokens[at - 1].is_word()
            && !self.is(at - 1, LEADS)
            && !self.is_particle(at)
    }

    /// `Jan [de] Wit`
    fn is_particle(&self, at: usize) -> bool {
        let capital = |i: usize| self.tokens.get(i).is_some_and(Token::is_capital);
        self.settings.head == Head::Plural && capital(at - 1) && capital(at + 1)
    }

    /// `sagte Polizeisprecher Holger Behrens [der Zeitung]`, `teilte das Amt [der dpa] mit`: whom it
    /// is told, since a person named in full has no genitive behind the name, and none is without a
    /// noun.
    pub(super) fn is_told(&self, from: usize, at: usize) -> bool {
        let capital = |i: usize| self.tokens[i].shape == Shape::Capital;
        let person =
            at >= from + 2 && capital(at - 1) && capital(at - 2) && !self.is(from, class::DET);
        let noun = self.tokens[at + 1..].iter().take(2).any(Token::is_capital);
        // `erzählt Nadeschdin [der DW]`, but `der Sprecher der CDU`
        let outlet = self.tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Acronym)
            && capital(at - 1)
            && !self.names(at - 1)
            && !self.is(from, class::DET);
        self.settings.head == Head::Capital && self.word(at) == "der" && (person || outlet || !noun)
    }

    /// `accusé par le parquet [d’avoir versé]`, `pela Procuradoria [de oferecer]`: what somebody did.
    pub(super) fn is_done(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1);
        let infinitive = next.is_some_and(|next| {
            let word = next.span.of(self.text);
            let ends = self.settings.infinitive.iter().any(|end| word.ends_with(end));
            next.shape == Shape::Small && word.len() > 4 && ends && !next.is(NAMED)
        });
        infinitive && self.is(at, class::OF) && self.is_one_of(at, &self.settings.bare_of)
    }

    /// `ricorda Piantedosi [annunciando]`
    pub(super) fn is_gerund_of_name(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.shape == Shape::Small
            && self.tokens[at - 1].is_capital()
            && self.settings.gerund.iter().any(|end| self.word(at).ends_with(end))
            && !token.is(NAMED)
    }

    /// `Bundesministerium [für] Gesundheit`: a preposition inside the name of a body.
    pub(super) fn names_a_field(&self, at: usize) -> bool {
        let capital = |i: usize| self.tokens.get(i).is_some_and(Token::is_capital);
        self.is_one_of(at, &self.settings.field_ties) && capital(at - 1) && capital(at + 1)
    }

    /// `der [„Spiegel“]`: where a short name in quotation marks closes that they open at `open`.
    pub(super) fn quoted_name(&self, open: usize) -> Option<usize> {
        if !is_quotation_mark(self.word(open)) {
            return None;
        }
        let close = (open + 2..self.tokens.len().min(open + 6))
            .find(|at| is_quotation_mark(self.word(*at)))?;
        let named = |at: usize| self.tokens[at].is_capital() || self.is(at, class::OF | class::DET);
        (self.tokens[open + 1].is_capital() && (open + 1..close).all(named)).then_some(close)
    }

    /// Where a short name in quotation marks opens that they close at `close`.
    pub(super) fn quoted_name_before(&self, close: usize) -> Option<usize> {
        (close.saturating_sub(5)..close).find(|open| self.quoted_name(*open) == Some(close))
    }

    /// Whether the words before `at` end in a name in quotation marks.
    pub(super) fn ends_in_quoted_name(&self, at: usize) -> bool {
        at > 0 && self.quoted_name_before(at - 1).is_some()
    }

    /// Whether a quotation ends right before `at`, with or without a comma.
    pub(super) fn closes_quotation(&self, at: usize) -> bool {
        let comma = at > 0 && self.word(at - 1) == ",";
        let last = at.checked_sub(1 + usize::from(comma));
        // `il "évalue les offres"`: what stands tight before a word opens.
        let opens = |last: usize| {
            self.tokens[last].spaced && self.tokens.get(last + 1).is_some_and(|next| !next.spaced)
        };
        let marked = |last: usize| is_quotation_mark(self.word(last)) && !opens(last);
        last.is_some_and(|last| marked(last) && self.quoted_name_before(last).is_none())
    }

    /// Whether a source is the head of a sentence and names nobody that is known: one word, or one
    /// with small ones behind it, as in `Darüber hinaus rechnet …`.
    pub(super) fn is_unknown(&self, source: Span) -> bool {
        let Some(first) = self.tokens.iter().position(Token::is_word) else { return false };
        let mut rest = self.tokens[first + 1..].iter().take_while(|t| t.span.end <= source.end);
        self.tokens[first].span.start == source.start
            && !self.tokens[first].is(NAMED)
            && rest.all(|token| token.shape == Shape::Small && !token.is(NAMED))
    }

    /// Whether a word names somebody by a role, a body or something that tells; where nouns are
    /// written as one, by how it ends: `Innenministerium`, `politiechef`.
    pub(super) fn names(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        if token.is(NAMED) {
            return true;
        }
        let compounds = matches!(self.settings.head, Head::Capital | Head::Plural);
        compounds && token.entry.class == 0 && self.lexicon.ends_in(self.word(at), NAMED)
    }
}

pub(super) fn is_quotation_mark(word: &str) -> bool {
    matches!(word, "«" | "»" | "“" | "”" | "„" | "\"" | "‘" | "’")
}
