//! Finding what can be checked: facts, claims, scores and reasons.

mod clause;
mod feature;
mod model;
mod reason;

pub use feature::Term;
pub use model::{Analysis, Claim, Kind, Kinds, Reason, Sentence, Sign};

use crate::core::article::Span;
use crate::core::article::sentence::sentences;
use crate::core::fact::{self, Facts};
use crate::core::lang::Language;
use crate::core::lang::token::{Token, Tokenizer};
use feature::Features;

/// From this score on a claim is highlighted by default.
pub const SHOWN: f32 = 0.5;
/// From this score on a claim is shown at the level that shows most. Where the words of a
/// language are not known, no claim has less: there that level shows every sentence.
pub const LEAST: f32 = 0.2;

/// Reads a text and says what in it can be checked.
///
/// All spans are bytes of `text`. Any input gives an answer.
pub fn analyze(text: &str) -> Analysis {
    analyze_while(text, |_| true).unwrap_or_default()
}

/// The same as long as `go_on` says so: it is asked at each sentence, with the
/// byte where that begins. None where it said no.
pub fn analyze_while(text: &str, mut go_on: impl FnMut(usize) -> bool) -> Option<Analysis> {
    let language = Language::of(text);
    let mut analysis = Analysis { language, ..Analysis::default() };
    let mut tokenizer = Tokenizer::new(language);
    let (mut tokens, mut taken, mut clauses) = (Vec::new(), Vec::new(), Vec::new());
    let mut keys = fact::name::Keys::default();
    for span in sentences(text) {
        if !go_on(span.start) {
            return None;
        }
        tokenizer.cut(text, span, &mut tokens);
        let facts = &mut analysis.facts;
        find_facts(text, span, &tokens, &mut taken, language, &mut keys, facts);
        let features = Features::of(text, span, &tokens, &analysis.facts, language);
        analysis.sentences.push(Sentence { span, score: features.score() });
        clause::clauses(text, &tokens, &mut clauses);
        for clause in &clauses {
            let part = &tokens[clause.clone()];
            let Some(place) = reason::place(text, part) else { continue };
            // A sentence of one clause was read above.
            let own = (clauses.len() > 1)
                .then(|| Features::of(text, place, part, &analysis.facts, language));
            let features = own.as_ref().unwrap_or(&features);
            let mut claim = reason::claim(place, span, part, &analysis.facts, features);
            if !language.has_pack() {
                claim.score = claim.score.max(LEAST);
            }
            analysis.claims.push(claim);
        }
    }
    fact::quote::find(text, &mut analysis.facts.quotes);
    fact::quote::find_speakers(text, &mut analysis.facts);
    analysis.sentences.shrink_to_fit();
    analysis.claims.shrink_to_fit();
    analysis.facts.shrink();
    Some(analysis)
}

impl Analysis {
    /// The features and weights behind the score of any stretch of the analysed text.
    pub fn explain(&self, text: &str, span: Span) -> Vec<Term> {
        let mut tokens = Vec::new();
        Tokenizer::new(self.language).cut(text, span, &mut tokens);
        Features::of(text, span, &tokens, &self.facts, self.language).terms()
    }
}

fn find_facts(
    text: &str,
    span: Span,
    tokens: &[Token],
    taken: &mut Vec<bool>,
    language: Language,
    keys: &mut fact::name::Keys,
    facts: &mut Facts,
) {
    fact::date::find(text, tokens, taken, language, &mut facts.dates);
    fact::quantity::find(text, tokens, taken, language, facts);
    fact::attribution::find(text, tokens, span, &mut facts.attributions);
    fact::hearsay::find(text, tokens, language, &mut facts.hearsay);
    fact::name::find(text, tokens, keys, &mut facts.names);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_ends_where_it_is_told_to() {
        let text = "Il pleut. Hier, 300 soldats sont morts. La ville est prise.";
        let mut asked = Vec::new();
        let found = analyze_while(text, |at| {
            asked.push(at);
            true
        });
        assert_eq!((found, asked.as_slice()), (Some(analyze(text)), &[0, 10, 40][..]));
        assert_eq!(analyze_while(text, |at| at < 40), None);
    }
}
