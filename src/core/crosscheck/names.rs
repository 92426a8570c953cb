//! The words of the names of an article. The endings of one language are none of a name: a town or person is called
//! the same in all, so that these words are compared as they are written and not by their stems.

use rustc_hash::FxHashSet;

use super::term::Term;
use super::tokens::tokens;
use super::words::Word;
use crate::core::claim::Analysis;
use crate::core::fact::{Name, NameKind};
use crate::core::lang::lexicon::Lexicon;
use crate::core::lang::stem::fold;
use crate::core::lang::words::is_usual_in;

/// The words of the names of an article, folded.
#[derive(Default)]
pub(super) struct Names(FxHashSet<String>);

impl Names {
    /// Those of what was found in a text; states have a key of their own, and usual words their stem: a
    /// `Court` is a court. None where all nouns have a capital: there a name is found in one article and not in
    /// another, so that the pack tells by the word alone.
    pub(super) fn of(text: &str, analysis: &Analysis) -> Self {
        if Lexicon::of(analysis.language).settings.nouns_have_capitals() {
            return Self::default();
        }
        let named = |name: &&Name| !matches!(name.kind, NameKind::State | NameKind::People);
        let usual = |word: &str| is_usual_in(analysis.language, &word.to_lowercase()) == Some(true);
        let words = analysis.facts.names.iter().filter(named).flat_map(|name| {
            let name = name.span.of(text);
            tokens(name).map(|(start, end)| &name[start..end])
        });
        Self(words.filter(|word| !usual(word)).map(fold).collect())
    }

    /// Gives the words of names the term of their spelling, wherever they stand with a capital.
    pub(super) fn spell(&self, text: &str, words: &mut [Word]) {
        if self.0.is_empty() {
            return;
        }
        for word in words.iter_mut().filter(|word| word.lexeme.class.is_none()) {
            let written = &text[word.start..word.end];
            if word.term.is_none() || !written.starts_with(char::is_uppercase) {
                continue;
            }
            let folded = fold(written);
            if self.0.contains(&folded) {
                word.term = Some(Term::of_name(&folded));
            }
        }
    }
}
