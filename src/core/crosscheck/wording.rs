//! Where the reason of two deeds stands in their texts: at the words that tell them, rather than in a whole claim.

use super::model::{Compared, FactKind, Why};
use super::pack::tokens;
use super::predicate::named;
use super::stage::ended_by;
use crate::core::article::Span;
use crate::core::lang::Language;
use crate::core::lang::stem::stem;

impl Why {
    /// The same with less on a side where a whole claim tells the event, what a word on the other side denies, or the
    /// stage of a case that ended: its own word for that. `here` and `there` are the texts of the two articles.
    #[must_use]
    pub fn at_its_words(self, here: &str, there: &str) -> Self {
        if self.kind != FactKind::Deed {
            return self;
        }
        if let Some(class) = self.slot.filter(|_| self.agreement == Compared::Same) {
            let own = |claim: Span, text: &str| match claim.of(text).contains(char::is_whitespace) {
                true => named(claim, text, class).unwrap_or(claim),
                false => claim,
            };
            return Self { here: own(self.here, here), there: own(self.there, there), ..self };
        }
        if self.agreement != Compared::Differs {
            return self;
        }
        // The stage of a case that ended, or the word that the other side denies.
        let ended = self.slot.and_then(ended_by);
        let own = |claim: Span, text, word| {
            let wide = claim.of(text).contains(char::is_whitespace);
            let stage = || ended.filter(|_| wide).and_then(|class| named(claim, text, class));
            same_word(claim, text, word).or_else(stage).unwrap_or(claim)
        };
        Self {
            here: own(self.here, here, self.there.of(there)),
            there: own(self.there, there, self.here.of(here)),
            ..self
        }
    }
}

/// Where a stretch of several words says one word in another form.
fn same_word(stretch: Span, text: &str, word: &str) -> Option<Span> {
    let several = |text: &str| text.contains(char::is_whitespace);
    let words = stretch.of(text);
    if !several(words) || several(word) {
        return None;
    }
    let language = Language::of(words);
    let sought = stem(word, language);
    let (start, end) = tokens(words).find(|&(a, b)| stem(&words[a..b], language) == sought)?;
    Some(Span::new(stretch.start + start, stretch.start + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_claim_only_the_word_is_shown_that_another_denies() {
        let told = "Hier. La victime marchait sur un sentier balisé, à 85 mètres du tireur.";
        let denied = "L’itinéraire emprunté n’était pas balisée.";
        let word = denied.find("balisée").unwrap_or_default();
        let why = Why {
            kind: FactKind::Deed,
            slot: None,
            agreement: Compared::Differs,
            here: Span::new("Hier. ".len(), told.len()),
            there: Span::new(word, word + "balisée".len()),
        };
        let own = why.at_its_words(told, denied);
        assert_eq!((own.here.of(told), own.there.of(denied)), ("balisé", "balisée"));
        let figure = Why { kind: FactKind::Figure, ..why };
        assert_eq!(figure.at_its_words(told, denied), figure);
    }

    #[test]
    fn of_a_claim_only_the_word_is_shown_that_names_the_stage_or_the_event() {
        let told = "The officer who shot him has now been charged with murder in Halden.";
        let later = "The officer was convicted of murder.";
        let at = later.find("convicted").unwrap_or_default();
        let why = Why {
            kind: FactKind::Deed,
            slot: Some("verdict"),
            agreement: Compared::Differs,
            here: Span::new(0, told.len()),
            there: Span::new(at, at + "convicted".len()),
        };
        let own = why.at_its_words(told, later);
        assert_eq!((own.here.of(told), own.there.of(later)), ("charged", "convicted"));
        let why = Why { agreement: Compared::Same, slot: Some("charge"), ..why };
        assert_eq!(why.at_its_words(told, later).here.of(told), "charged");
    }
}
