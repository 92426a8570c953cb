//! Finding named actors and places, as far as capitals and a small lexicon carry.

use std::collections::HashSet;
use std::sync::Arc;

use super::model::{Name, NameKind};
use crate::core::article::Span;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::stem::fold;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// The keys of the names of a text, each stored once.
#[derive(Default)]
pub(crate) struct Keys(HashSet<Arc<str>>);

impl Keys {
    fn shared(&mut self, key: &str) -> Arc<str> {
        if let Some(known) = self.0.get(key) {
            return known.clone();
        }
        let key: Arc<str> = key.into();
        self.0.insert(key.clone());
        key
    }
}

/// Finds the names of a sentence.
pub(crate) fn find(text: &str, tokens: &[Token], keys: &mut Keys, out: &mut Vec<Name>) {
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        if token.is(class::PEOPLE) || token.is(class::STATE) && is_written_as_name(text, token) {
            let kind = if token.is(class::PEOPLE) { NameKind::People } else { NameKind::State };
            out.push(Name { span: token.span, key: keys.shared(token.entry.key), kind });
            at += 1;
        } else if begins(text, tokens, at) {
            let end = end_of(text, tokens, at);
            out.push(name(text, tokens, at, end, keys));
            at = end;
        } else {
            at += 1;
        }
    }
}

/// `UN` is a state's or body's name, `un` and `Un` are not.
fn is_written_as_name(text: &str, token: &Token) -> bool {
    let word = token.span.of(text);
    if word.len() == 2 {
        token.shape == Shape::Acronym
    } else {
        word.starts_with(char::is_uppercase)
    }
}

/// Words that only grammar capitalises are no names.
const COMMON: Classes = class::DET
    | class::PREP
    | class::CONJ
    | class::CLAUSE
    | class::THAT
    | class::AUX
    | class::PAST
    | class::PRESENT
    | class::FIRST
    | class::PLURAL
    | class::SECOND
    | class::THIRD
    | class::QUESTION
    | class::STOP
    | class::NEGATION
    | class::ACCORDING
    | class::RELATIVE
    | class::MONTH
    | class::WEEKDAY
    | class::NUMBER
    | class::ABOUT
    | class::MORE
    | class::LESS
    | class::LEAST
    | class::MOST
    | class::SOME
    | class::BETWEEN
    | class::MODAL
    | class::DUTY
    | class::FUTURE
    | class::HEDGE
    | class::OPINION
    | class::UNIT
    | class::HOPE
    | class::SAY;

fn begins(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let named = token.is_capital()
        || (token.shape == Shape::Code && token.span.of(text).starts_with(char::is_uppercase));
    if !named || token.is(COMMON) && token.shape != Shape::Acronym {
        return false;
    }
    if token.shape == Shape::Acronym {
        return token.span.len() > 1 && !is_roman(token.span.of(text));
    }
    let opens = at == 0
        || matches!(
            tokens[at - 1].span.of(text),
            "«" | "“" | "\"" | "”" | ":" | "-" | "–" | "—" | "." | "!" | "?"
        );
    // At the head of a sentence every word has a capital: a second one, or no other trace, shows a name.
    let followed =
        tokens.get(at + 1).is_some_and(|next| next.is_capital() && next.spaced && !next.is(COMMON));
    !opens
        || followed
        || (token.entry.class == 0
            && tokens.get(at + 1).is_some_and(|next| {
                next.is(class::AUX
                    | class::PAST
                    | class::SAY
                    | class::DENY
                    | class::PRESENT
                    | class::MODAL)
            }))
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}

/// A run of capitals, tied by `de` or `of` where the next word has one too.
fn end_of(text: &str, tokens: &[Token], at: usize) -> usize {
    let capital = |i: usize| {
        tokens.get(i).is_some_and(|t| {
            (t.is_capital() || t.shape == Shape::Code)
                && t.spaced
                && !t.is(class::STATE | class::PEOPLE | class::MONTH)
        })
    };
    let mut end = at + 1;
    while end < at + 8 {
        let tie = tokens.get(end).is_some_and(|t| {
            matches!(
                t.span.of(text),
                "de" | "du"
                    | "des"
                    | "of"
                    | "van"
                    | "von"
                    | "bin"
                    | "al"
                    | "el"
                    | "d’"
                    | "d'"
                    | "la"
                    | "and"
                    | "&"
            )
        });
        if capital(end) {
            end += 1;
        } else if tie
            && (capital(end + 1)
                && tokens[end].span.of(text) != "and"
                && tokens[end].span.of(text) != "la")
        {
            end += 2;
        } else {
            break;
        }
    }
    end
}

fn name(text: &str, tokens: &[Token], at: usize, end: usize, keys: &mut Keys) -> Name {
    let span = Span::new(tokens[at].span.start, tokens[end - 1].span.end);
    let titled = at > 0 && tokens[at - 1].is(class::TITLE) || tokens[at].is(class::TITLE);
    let near_title = tokens[at.saturating_sub(3)..at].iter().any(|t| t.is(class::TITLE));
    let body = tokens[at..end].iter().any(|t| t.is(class::BODY) || t.shape == Shape::Acronym);
    let kind = if body {
        NameKind::Organisation
    } else if titled
        || near_title
        || (end - at == 2 && tokens[at..end].iter().all(|t| t.entry.class == 0))
    {
        NameKind::Person
    } else {
        NameKind::Other
    };
    // Persons go by their last name.
    let key = if kind == NameKind::Person { tokens[end - 1].span } else { span };
    Name { span, key: keys.shared(&fold(key.of(text))), kind }
}
