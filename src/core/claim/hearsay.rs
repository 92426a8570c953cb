//! The conditional of hearsay: French tells by it what others say.

use super::lexicon::class;
use super::token::Token;
use crate::core::text::Span;
use crate::core::text::lang::Language;
use crate::core::text::word::Shape;

/// Finds the verbs of a sentence that only report.
pub(super) fn find(text: &str, tokens: &[Token], language: Language, out: &mut Vec<Span>) {
    let condition =
        tokens.iter().any(|token| matches!(token.span.of(text), "si" | "Si" | "s’" | "sinon"));
    for token in tokens {
        let told = token.is(class::HEARSAY);
        let conditional = language == Language::French && !condition && is_conditional(token, text);
        if (told && !(condition && language == Language::French)) || conditional {
            out.push(token.span);
        }
    }
}

/// By its ending; what is possible, due or wished is no hearsay.
fn is_conditional(token: &Token, text: &str) -> bool {
    let word = token.span.of(text);
    let form = word.strip_suffix("raient").or_else(|| word.strip_suffix("rait"));
    token.shape == Shape::Small
        && !token.is(class::MODAL | class::DUTY | class::HOPE)
        && form.is_some_and(|stem| {
            let noun =
                matches!(stem, "att" | "ext" | "ret" | "t" | "port" | "abst" | "dist" | "soust");
            stem.len() > 2 && !noun && stem.ends_with(['e', 'i', 'u', 'd', 't', 'r', 'v'])
        })
}
