//! The event that two sentences name: why they agree where no value of theirs does.

use super::denial::clause;
use super::event::{TELLING, Weighed};
use super::pack::{Pack, class_name, is_event};
use super::statement::Statement;
use super::term::{Key, Term, meet};
use super::tokens::tokens;
use super::value::Piece;
use crate::core::article::Span;
use crate::core::lang::Language;
use crate::core::lang::stem::fold;

/// The most telling event of the lexicon that both name, with the claims that name it: nothing where they share other
/// words only, which tells no statement that both make. Who accepts a verdict and who may appeal do not say the same.
pub(super) fn common(a: &Weighed<'_>, b: &Statement) -> Option<(Key, [Piece; 2])> {
    let mut best: Option<(f32, usize, usize)> = None;
    meet(&a.statement.terms, &b.terms, |i, j| {
        let (weight, key) = (a.weights[i], a.statement.terms[i].key());
        let tells = weight >= TELLING && is_event(key);
        let tells = tells && tells_opposite(a.statement, key) == tells_opposite(b, key);
        if tells && best.is_none_or(|(most, ..)| weight > most) {
            best = Some((weight, i, j));
        }
    });
    let (_, i, j) = best?;
    let pieces = [clause(a.statement, i).0, clause(b, j).0];
    Some((a.statement.terms[i].key(), pieces))
}

/// Whether a sentence tells the opposite of an event.
fn tells_opposite(statement: &Statement, event: Key) -> bool {
    statement.values.iter().any(|value| value.role == event && value.is_opposite())
}

/// Where a stretch of a text names an event of this class: the word or phrase.
pub(super) fn named(stretch: Span, text: &str, class: &str) -> Option<Span> {
    let words = stretch.of(text);
    let pack = Pack::numbered(Pack::number_for(words, Language::of(words)));
    let places: Vec<(usize, usize)> = tokens(words).collect();
    let folded: Vec<String> = places.iter().map(|&(a, b)| fold(&words[a..b])).collect();
    let is_of = |key: Option<Key>| key.and_then(class_name) == Some(class);
    (0..places.len()).find_map(|last| {
        let (start, end) = places[last];
        let alone = is_of(pack.look_up(&words[start..end]).1.class.map(Term::key));
        let phrases = pack.phrases(&folded[last]).iter();
        let mut said = phrases.filter(|phrase| {
            is_of(phrase.lexeme.class.map(Term::key)) && folded[..=last].ends_with(&phrase.words)
        });
        let phrase = said.next().map(|phrase| places[last + 1 - phrase.words.len()].0);
        let from = phrase.or_else(|| alone.then_some(start))?;
        Some(Span::new(stretch.start + from, stretch.start + end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_shown_at_its_word_or_phrase() {
        let at = |text: &str, class| {
            let span = named(Span::new(0, text.len()), text, class);
            span.map(|span| span.of(text).to_owned())
        };
        let released = "Jane Roe was set free on Monday, and the mayor of Orrin was in the crowd.";
        assert_eq!(at(released, "custody").as_deref(), Some("set free"));
        let sold = "La mairie de Halden a refusé de vendre le terrain à la société de la ville.";
        assert_eq!(at(sold, "adopt").as_deref(), Some("refusé"));
        assert_eq!(at(sold, "custody"), None);
    }
}
