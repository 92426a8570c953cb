//! The tense of verbs, as far as endings and neighbours show it: the packs say how they end.

use super::lexicon::{Classes, class};
use super::settings::{Head, Settings};
use super::tense::Tense;
use super::token::Token;
use super::word::Shape;

/// Words that are no verbs, whatever their ending: `Beide`, `vorige`, `armed`.
const NO_VERB: Classes = class::PRAISE
    | class::DET
    | class::PREP
    | class::CONJ
    | class::CLAUSE
    | class::ORDINAL
    | class::NUMBER
    | class::RELATIVE
    | class::STOP
    | class::NOTNOUN
    | class::CROWD;

/// Shorter words, in bytes, show no tense by their ending.
const SHORT: usize = 5;

/// How many words behind an auxiliary its participle stands at most.
const BEHIND: usize = 3;

/// Gives each word of a sentence its tense.
pub(super) fn mark(text: &str, tokens: &mut [Token], settings: &Settings) {
    // How many of the next words stand behind the last auxiliary.
    let mut behind = 0_usize;
    for token in tokens.iter_mut() {
        token.tense = tense(text, token, behind > 0, settings);
        behind = if token.is(class::AUX) { BEHIND } else { behind.saturating_sub(1) };
    }
    for (verbs, closing, class, no) in [
        (&settings.denies, true, class::DENY, 0),
        (&settings.refuses, true, class::DENY | class::REFUSE, 0),
        (&settings.unsaid, true, 0, class::SAY),
        (&settings.idle, false, 0, class::DEED),
    ] {
        for verb in verbs {
            mark_divided(text, tokens, verb, closing, (class, no));
        }
    }
}

/// `schließt eine Koalition aus`: of a divided verb (`schließt+aus`) only both halves say what it
/// means; the second one may have to close the clause.
fn mark_divided(
    text: &str,
    tokens: &mut [Token],
    verb: &str,
    closing: bool,
    (class, no): (Classes, Classes),
) {
    const FARTHEST: usize = 40;
    let Some((first, second)) = verb.split_once('+') else { return };
    for at in 0..tokens.len() {
        // Nearly all are of another length already.
        if tokens[at].span.len() != first.len() || tokens[at].span.of(text) != first {
            continue;
        }
        let mut ahead = tokens[at + 1..].iter().take(FARTHEST).enumerate();
        let ends = ahead.find(|(_, token)| matches!(token.span.of(text), "." | ";" | ":" | "?"));
        let end = ends.map_or(tokens.len().min(at + 1 + FARTHEST), |(i, _)| at + 1 + i);
        let closes = |i: usize| {
            let next = tokens.get(i + 1);
            let last = || next.is_none_or(|n| n.shape == Shape::Mark || n.is(class::AND));
            tokens[i].span.of(text) == second && (!closing || last())
        };
        if (at + 1..end).any(closes) {
            tokens[at].class = (tokens[at].class | class) & !no;
        }
    }
}

/// The tense of a verb as far as its ending and its neighbours show it.
fn tense(text: &str, token: &Token, behind_auxiliary: bool, settings: &Settings) -> Tense {
    if token.shape != Shape::Small {
        return Tense::None;
    }
    let word = token.span.of(text);
    // Nearly all end in another letter.
    let ends_with =
        |end: &str| word.as_bytes().last() == end.as_bytes().last() && word.ends_with(end);
    let ends = |with: &[&str]| with.iter().any(|end| ends_with(end));
    let participle = || ends(&settings.participle) || token.is(class::PARTICIPLE);
    if behind_auxiliary && !settings.participle.is_empty() && participle() {
        return Tense::Past;
    }
    if word.len() >= SHORT && !token.is(NO_VERB) {
        if !token.is(class::PAST) && ends(&settings.past) {
            return Tense::Past;
        }
        if word.len() > SHORT && ends(&settings.future) {
            return Tense::Future;
        }
    }
    let finite = || {
        word.len() > SHORT
            && ends(&settings.finite)
            && !(settings.finite.iter()).any(|end| end.strip_prefix('-').is_some_and(ends_with))
    };
    let closed = !settings.finite.is_empty() || settings.head == Head::Last;
    if closed && !finite() { Tense::None } else { Tense::Other }
}
