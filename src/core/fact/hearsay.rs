//! The conditional of hearsay: French tells by it what others say.

use crate::core::article::Span;
use crate::core::lang::Language;
use crate::core::lang::lexicon::{Classes, Lexicon, class};
use crate::core::lang::settings::Settings;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::lang::words;

/// Finds the verbs of a sentence that only report.
pub(crate) fn find(text: &str, tokens: &[Token], language: Language, out: &mut Vec<Span>) {
    let settings = &Lexicon::of(language).settings;
    let conditional_tells = !settings.hearsay_ends.is_empty();
    // Nearly no sentence has any.
    let may_tell =
        |token: &Token| token.is(class::HEARSAY) || ends_as_conditionals(token, text, settings);
    if !tokens.iter().any(may_tell) {
        return;
    }
    let first = out.len();
    // `avait annoncé qu’il saisirait`: what was to come then; but `affirme qu’il aurait saisi`.
    let (mut said, mut to_come) = (false, false);
    for (at, token) in tokens.iter().enumerate() {
        said |= token.is(class::SAY);
        to_come |= said && token.is(class::THAT);
        let conditional = || {
            conditional_tells
                && !to_come
                && is_conditional(token, text, (language, settings))
                && !is_of_what_is_sought(text, tokens, at)
        };
        let whole = || {
            let needs = &settings.hearsay_with;
            let verb = !token.span.of(text).contains(' ') && is_verb(token.span, &tokens[at..]);
            let has = |token: &Token| needs.contains(&token.span.of(text));
            needs.is_empty() || !verb || tokens[at..].iter().any(has)
        };
        // `aurait pu avoir`, `aurait dû`: what did not happen.
        let unreal = || {
            const WOULD: Classes = class::MODAL | class::DUTY | class::HOPE;
            let mut rest = tokens[at + 1..].iter();
            let next = rest.find(|next| !next.is(class::ADVERB | class::NEGATION | class::STOP));
            conditional_tells && next.is_some_and(|next| next.is(WOULD))
        };
        let told = || {
            let to_come = to_come && conditional_tells && is_bare(tokens, at);
            // `un train qui serait loué`, but `un homme qui aurait tué`
            let sought = || {
                conditional_tells
                    && settings.would_be.iter().any(|be| token.span.of(text).starts_with(be))
                    && is_of_what_is_sought(text, tokens, at)
            };
            !to_come && !unreal() && whole() && !sought()
        };
        if token.is(class::HEARSAY) && told() || conditional() {
            out.push(token.span);
        }
    }
    // Behind `si` the conditional is a real one; behind `personne` nobody does it.
    let real = |token: &Token| {
        let word = token.span.of(text);
        settings.conditions.iter().any(|condition| word.eq_ignore_ascii_case(condition))
    };
    if out.len() > first && tokens.iter().any(real) {
        let form =
            |span: &Span| settings.conditional.iter().any(|end| span.of(text).ends_with(end));
        let verbs =
            |span: &Span| !span.of(text).contains(' ') && (is_verb(*span, tokens) || form(span));
        let kept: Vec<Span> = out.drain(first..).filter(|span| !verbs(span)).collect();
        out.extend(kept);
    }
}

/// `un seuil qui permettrait …`: what a thing would do that is not there yet. Behind a comma the
/// clause tells of somebody known: `le ministre, qui souffrirait d’un cancer`.
fn is_of_what_is_sought(text: &str, tokens: &[Token], at: usize) -> bool {
    const NEAR: usize = 3;
    let first = at.saturating_sub(NEAR);
    let relative = (first..at).rev().find(|i| tokens[*i].is(class::RELATIVE_PRONOUN));
    relative.is_some_and(|i| i == 0 || !tokens[i - 1].is_mark(text, ","))
}

/// `qu’il n’y aurait pas de sanctions`: with a noun behind it, no participle, it tells what was to
/// come.
fn is_bare(tokens: &[Token], at: usize) -> bool {
    const NOUN: Classes = class::DET | class::OF | class::NUMBER | class::SOME;
    let mut rest = tokens[at + 1..].iter();
    let next = rest.find(|token| !token.is(class::NEGATION | class::ADVERB));
    next.is_some_and(|next| next.is(NOUN) || next.shape == Shape::Figure)
}

/// Whether the words of hearsay at a place are an auxiliary or a verb, rather than `angeblich`.
fn is_verb(span: Span, tokens: &[Token]) -> bool {
    let token = tokens.iter().find(|token| token.span == span);
    token.is_some_and(|token| !token.is(class::HEARSAY) || token.is(class::AUX | class::MODAL))
}

fn ends_as_conditionals(token: &Token, text: &str, settings: &Settings) -> bool {
    // Nearly all end in another letter.
    let last = token.span.end.checked_sub(1).and_then(|last| text.as_bytes().get(last));
    last == Some(&b't')
        && settings.hearsay_ends.iter().any(|end| token.span.of(text).ends_with(end))
}

/// By its ending; what is possible, due or wished is no hearsay.
fn is_conditional(token: &Token, text: &str, (language, settings): (Language, &Settings)) -> bool {
    if token.shape != Shape::Small
        || token.is(class::MODAL | class::DUTY | class::HOPE | class::SAY | class::DENY)
    {
        return false;
    }
    let word = token.span.of(text);
    // Nearly all end in another letter.
    if !word.ends_with('t') {
        return false;
    }
    let form = settings.hearsay_ends.iter().find_map(|end| word.strip_suffix(end));
    form.is_some_and(|stem| {
        let noun = settings.hearsay_not.contains(&stem);
        stem.len() > 2
            && !noun
            && stem.ends_with(['e', 'i', 'u', 'd', 't', 'r', 'v'])
            && !is_imperfect(stem, (language, settings))
    })
}

/// `entrait`, `offrait`: the stem ends in the `r` itself, as the infinitive shows.
fn is_imperfect(stem: &str, (language, settings): (Language, &Settings)) -> bool {
    settings
        .imperfect
        .iter()
        .any(|end| words::is_usual_in(language, &format!("{stem}{end}")) == Some(true))
}
