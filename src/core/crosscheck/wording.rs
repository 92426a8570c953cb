//! Where the reason of two deeds stands in their texts: at the words that tell them, rather than in a whole claim.

use super::model::{Compared, FactKind, Why};
use super::predicate::named;
use super::tokens::tokens;
use crate::core::article::Span;
use crate::core::lang::Language;
use crate::core::lang::stem::stem;

impl Why {
    /// The same with less on a side where a whole claim tells the event, or what a word on the other side denies: its own
    /// word for that. `here` and `there` are the texts of the two articles.
    #[must_use]
    pub fn at_its_words(self, here: &str, there: &str) -> Self {
        if self.kind != FactKind::Deed {
            return self;
        }
        let differs = self.agreement == Compared::Differs;
        let class = self.slot.filter(|_| !differs);
        let own = |claim: Span, text, word| {
            if claim.of(text).split_whitespace().count() <= if differs { DENIED } else { 1 } {
                return claim;
            }
            let denied = if differs { same_word(claim, text, word) } else { None };
            denied.or_else(|| named(claim, text, class?)).unwrap_or(claim)
        };
        Self {
            here: own(self.here, here, self.there.of(there)),
            there: own(self.there, there, self.here.of(here)),
            ..self
        }
    }
}

/// So many words has a word with what denies it at most: `n’a jamais été arrêté`.
const DENIED: usize = 7;
/// What is shorter says nothing: `pas`.
const SHORT: usize = 4;

/// Where a whole claim says a word in another form that stands in `denied`, the last one first.
fn same_word(claim: Span, text: &str, denied: &str) -> Option<Span> {
    if denied.split_whitespace().count() > DENIED {
        return None;
    }
    let words = claim.of(text);
    let language = Language::of(words);
    let sought: Vec<&str> = tokens(denied).map(|(a, b)| &denied[a..b]).collect();
    let find = |word: &&str| {
        let sought = stem(word, language);
        tokens(words).find(|&(a, b)| stem(&words[a..b], language) == sought)
    };
    let long = |word: &&&str| word.len() >= SHORT;
    let (start, end) = sought.iter().rev().filter(long).find_map(find)?;
    Some(Span::new(claim.start + start, claim.start + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two deeds that differ.
    fn deed(slot: Option<&'static str>, here: Span, there: Span) -> Why {
        Why { kind: FactKind::Deed, slot, agreement: Compared::Differs, here, there }
    }

    #[test]
    fn of_a_claim_only_the_word_is_shown_that_another_denies() {
        let told = "Hier. La victime marchait sur un sentier balisé, à 85 mètres du tireur.";
        let denied = "L’itinéraire emprunté n’était pas balisée.";
        let word = denied.find("n’était").unwrap_or_default();
        let own = Span::new("Hier. ".len(), told.len());
        let why = deed(None, own, Span::new(word, denied.len() - 1));
        let own = why.at_its_words(told, denied);
        assert_eq!((own.here.of(told), own.there.of(denied)), ("balisé", "n’était pas balisée"));
        let figure = Why { kind: FactKind::Figure, ..why };
        assert_eq!(figure.at_its_words(told, denied), figure);
    }

    #[test]
    fn of_a_claim_only_the_word_is_shown_that_names_the_event() {
        let told = "The officer who shot him has now been charged with murder in Halden.";
        let later = "The officer was charged on Monday.";
        let at = later.find("charged").unwrap_or_default();
        let why = deed(Some("charge"), Span::new(0, told.len()), Span::new(at, at + 7));
        let own = Why { agreement: Compared::Same, ..why }.at_its_words(told, later);
        assert_eq!((own.here.of(told), own.there.of(later)), ("charged", "charged"));
    }
}
