//! The conditional of hearsay: French tells by it what others say.

use crate::core::article::Span;
use crate::core::lang::Language;
use crate::core::lang::lexicon::class;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// Finds the verbs of a sentence that only report.
pub(crate) fn find(text: &str, tokens: &[Token], language: Language, out: &mut Vec<Span>) {
    let french = language == Language::French;
    let first = out.len();
    // `avait annoncé qu’il saisirait`: what was to come then; but `affirme qu’il aurait saisi`.
    let (mut said, mut to_come) = (false, false);
    for token in tokens {
        said |= token.is(class::SAY);
        to_come |= said && token.is(class::THAT);
        let conditional = || french && !to_come && is_conditional(token, text);
        if token.is(class::HEARSAY) || conditional() {
            out.push(token.span);
        }
    }
    // Behind `si` the conditional is a real one.
    let real = |token: &Token| matches!(token.span.of(text), "si" | "Si" | "s’" | "s'" | "sinon");
    if french && out.len() > first && tokens.iter().any(real) {
        out.truncate(first);
    }
}

/// By its ending; what is possible, due or wished is no hearsay.
fn is_conditional(token: &Token, text: &str) -> bool {
    if token.shape != Shape::Small
        || token.is(class::MODAL | class::DUTY | class::HOPE | class::SAY | class::DENY)
    {
        return false;
    }
    let word = token.span.of(text);
    let form = word.strip_suffix("raient").or_else(|| word.strip_suffix("rait"));
    form.is_some_and(|stem| {
        let noun = matches!(stem, "att" | "ext" | "ret" | "port" | "abst" | "dist" | "soust");
        stem.len() > 2 && !noun && stem.ends_with(['e', 'i', 'u', 'd', 't', 'r', 'v'])
    })
}
