//! Cutting a sentence into clauses, so that each can get its own verdict.

use std::ops::Range;

use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// Fewest words of a clause that stands for itself.
const WORDS: usize = 5;

/// How many tokens of a clause are looked at to see that.
const NEAR: usize = 60;

/// The clauses of a sentence as stretches of its tokens, in order, together all of them.
pub(crate) fn clauses(text: &str, tokens: &[Token], out: &mut Vec<Range<usize>>) {
    out.clear();
    let mut start = 0;
    let mut depth = 0_u32;
    for at in 1..tokens.len() {
        match tokens[at].span.of(text) {
            "«" | "“" | "(" => depth += 1,
            "»" | "”" | ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0
            && splits(text, tokens, at)
            && stands(tokens, start..at)
            && stands(tokens, at..tokens.len())
        {
            out.push(start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
}

/// Whether a clause may begin at token `at`.
fn splits(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = &tokens[at - 1];
    let mark = if before.shape == Shape::Mark { before.span.of(text) } else { "" };
    let token = &tokens[at];
    match mark {
        ";" => true,
        // `14:30` is one time.
        ":" => token.spaced,
        "," | "—" | "–" => token.is(class::CLAUSE) || is_gerund(text, tokens, at),
        _ => {
            token.is(class::CLAUSE)
                && matches!(
                    token.span.of(text),
                    "tandis que"
                        | "tandis qu’"
                        | "alors que"
                        | "alors qu’"
                        | "while"
                        | "whereas"
                        | "mais"
                        | "but"
                        | "because"
                )
        }
    }
}

/// `précisant que`: what is said goes on in a clause of its own.
fn is_gerund(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = tokens[at].span.of(text);
    tokens[at].shape == Shape::Small
        && (word.ends_with("ant") || word.ends_with("ing"))
        && tokens.get(at + 1).is_some_and(|next| next.is(class::THAT))
}

/// Long enough to be read alone, with a verb or a figure.
fn stands(tokens: &[Token], range: Range<usize>) -> bool {
    const VERB: Classes = class::AUX
        | class::PAST
        | class::PRESENT
        | class::MODAL
        | class::SAY
        | class::DENY
        | class::DEED
        | class::CHANGE
        | class::HOPE
        | class::DUTY;
    let part = &tokens[range];
    let part = &part[..part.len().min(NEAR)];
    let words = part.iter().filter(|token| token.shape != Shape::Mark).take(WORDS).count();
    words == WORDS && part.iter().any(|token| token.is(VERB) || token.shape == Shape::Figure)
}
