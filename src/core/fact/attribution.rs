//! Finding who is said to have said what.

use super::model::Attribution;
use crate::core::article::Span;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::token::Token;

/// Most tokens looked at for the name of a source.
const REACH: usize = 24;

/// Finds the sources of a sentence.
pub(crate) fn find(text: &str, tokens: &[Token], sentence: Span, out: &mut Vec<Attribution>) {
    let finder = Finder { text, tokens, sentence };
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let found = if token.is(class::ACCORDING) {
            finder.according(at)
        } else if token.is(class::SAY | class::DENY) {
            finder.saying(at)
        } else {
            None
        };
        at = match found {
            Some((attribution, end)) => {
                out.push(attribution);
                end.max(at + 1)
            }
            None => at + 1,
        };
    }
}

struct Finder<'a> {
    text: &'a str,
    tokens: &'a [Token],
    sentence: Span,
}

/// What ends the words of a source.
const BREAK: Classes = class::AUX
    | class::MODAL
    | class::DUTY
    | class::CLAUSE
    | class::THAT
    | class::SAY
    | class::DENY
    | class::RELATIVE_PRONOUN
    | class::ACCORDING;

impl Finder<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn stops(&self, at: usize) -> bool {
        let word = self.word(at);
        // In a short message a source ends before tags, links and pictures.
        is_picture(word)
            || matches!(
                word,
                "," | "."
                    | ";"
                    | "#"
                    | "http"
                    | "https"
                    | ":"
                    | "!"
                    | "?"
                    | "»"
                    | "”"
                    | "“"
                    | "\""
                    | "«"
                    | "("
                    | ")"
                    | "…"
                    | "–"
                    | "—"
            )
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end)
    }

    /// `selon les services de renseignement sud-coréens`.
    fn according(&self, at: usize) -> Option<(Attribution, usize)> {
        let end = self.source_end(at + 1, false);
        if end == at + 1 || !self.is_source(at + 1, end) {
            return None;
        }
        let span = self.span(at, end);
        let content = if at == 0 || self.begins_clause(at) {
            Span::new(self.after_comma(end), self.sentence.end)
        } else {
            Span::new(self.sentence.start, span.start)
        };
        let source = self.span(at + 1, end);
        Some((Attribution { span, source, content: self.trim(content), denies: false }, end))
    }

    fn begins_clause(&self, at: usize) -> bool {
        self.tokens[..at].iter().all(|t| t.is(class::CLAUSE | class::CONJ) || !t.is_word())
    }

    fn after_comma(&self, end: usize) -> usize {
        let at = if self.word(end) == "," { end + 1 } else { end };
        self.tokens.get(at).map_or(self.sentence.end, |token| token.span.start)
    }

    fn source_end(&self, from: usize, behind_verb: bool) -> usize {
        let mut end = from;
        while end < self.tokens.len().min(from + REACH) && !self.stops(end) {
            let token = &self.tokens[end];
            let verb = token.is(BREAK) && !(end == from && token.is(class::DET));
            let place = behind_verb
                && end > from
                && matches!(
                    token.span.of(self.text),
                    "dans" | "lors de" | "à" | "in" | "on" | "at" | "mardi" | "lundi" | "en"
                );
            if verb || place || token.is(class::RELATIVE) {
                break;
            }
            end += 1;
        }
        end
    }

    /// A source names somebody, or something that tells.
    fn is_source(&self, start: usize, end: usize) -> bool {
        self.tokens[start..end].iter().any(|t| {
            t.is(class::STATE
                | class::PEOPLE
                | class::TITLE
                | class::BODY
                | class::REPORT
                | class::THIRD
                | class::FIRST)
                || (t.is_capital() && !t.is(class::DET))
                || t.span.of(self.text) == "@"
        })
    }

    /// `Séoul indique …`, `…, a déclaré John Kirby`.
    fn saying(&self, at: usize) -> Option<(Attribution, usize)> {
        let verb = self.verb_start(at)?;
        self.inverted(verb, at).or_else(|| self.plain(verb, at))
    }

    /// The first token of the verb with its auxiliaries, `None` where it is no finite verb.
    fn verb_start(&self, at: usize) -> Option<usize> {
        let mut start = at;
        let mut auxiliary = false;
        while let Some(i) = start.checked_sub(1) {
            let token = &self.tokens[i];
            let adverb = token.is(class::NEGATION)
                || matches!(
                    token.span.of(self.text),
                    "également"
                        | "ainsi"
                        | "déjà"
                        | "aussi"
                        | "also"
                        | "n'"
                        | "n’"
                        | "ne"
                        | "lui"
                        | "-t-il"
                        | "-t-elle"
                        | "-il"
                        | "-elle"
                        | "-ils"
                        | "-t-on"
                );
            if token.is(class::AUX) {
                auxiliary = true;
            } else if !adverb {
                break;
            }
            start = i;
        }
        let word = self.word(at);
        let participle = word.ends_with('é')
            || word.ends_with("és")
            || word.ends_with("ée")
            || word.ends_with("ées");
        let infinitive = word.ends_with("er") && word != "hier";
        let finite = auxiliary || !(participle || infinitive || word.ends_with("ant"));
        finite.then_some(start)
    }

    /// `…, a déclaré John Kirby dans un communiqué`; `“…,” a-t-il précisé`.
    fn inverted(&self, verb: usize, at: usize) -> Option<(Attribution, usize)> {
        if verb > 0 && !self.stops(verb - 1) {
            return None;
        }
        let pronoun = (verb..=at + 1).find(|i| self.word(*i).starts_with('-'));
        let (source, end) = if let Some(i) = pronoun {
            (self.tokens[i].span, at + 1 + usize::from(i > at))
        } else {
            let end = self.source_end(at + 1, true);
            let named =
                end > at + 1 && self.is_source(at + 1, end) && !self.tokens[at + 1].is(class::THAT);
            let subject =
                named && self.tokens.get(end).is_none_or(|t| !t.is(class::AUX | class::THAT));
            (subject.then(|| self.span(at + 1, end))?, end)
        };
        let span = self.span(verb, end);
        let before = Span::new(self.sentence.start, span.start);
        let content = if verb == 0 { Span::new(span.end, self.sentence.end) } else { before };
        Some((self.attribution(span, source, content, at), end))
    }

    /// `John Kirby, porte-parole du Conseil, a souligné que …`; `Séoul indique …`.
    fn plain(&self, verb: usize, at: usize) -> Option<(Attribution, usize)> {
        let mut end = verb;
        if end > 0 && self.word(end - 1) == "," {
            // A title between commas belongs to the source.
            end = (end.saturating_sub(REACH)..end - 1).rev().find(|i| self.word(*i) == ",")?;
        }
        let far = end.saturating_sub(REACH);
        let inner = |i: &usize| {
            !self.stops(*i) && !self.tokens[*i].is(BREAK) && !self.tokens[*i].is(class::RELATIVE)
        };
        let start = (far..end).rev().take_while(inner).last()?;
        if !self.is_source(start, end) {
            return None;
        }
        let mut after = at + 1;
        if self.tokens.get(after).is_some_and(|t| t.is(class::THAT)) || self.word(after) == ":" {
            after += 1;
        }
        let rest = self.tokens.get(after).map_or(self.sentence.end, |token| token.span.start);
        let source = self.span(start, end);
        let content = Span::new(rest, self.sentence.end);
        Some((self.attribution(self.span(start, at + 1), source, content, at), at + 1))
    }

    fn attribution(&self, span: Span, source: Span, content: Span, at: usize) -> Attribution {
        Attribution {
            span,
            source,
            content: self.trim(content),
            denies: self.tokens[at].is(class::DENY),
        }
    }

    /// Without white space and the marks at its ends.
    fn trim(&self, span: Span) -> Span {
        let words = span.of(self.text);
        let edge = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.');
        let start = span.start + words.len() - words.trim_start_matches(edge).len();
        Span::new(start, (start + words.trim_matches(edge).len()).max(start))
    }
}

/// An emoji or another symbol.
fn is_picture(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c >= '\u{2190}' && !c.is_alphanumeric())
}
