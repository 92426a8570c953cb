//! Claims that the person marked, to come back to them or to decide them together.

use std::collections::BTreeMap;

use super::desk::ArticleId;
use super::follow::{Fate, Follow};
use crate::core::annotation::Selector;
use crate::core::article::Span;

/// The marks of this session.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// What names the words of each, by article and place.
    all: BTreeMap<ArticleId, BTreeMap<Span, Selector>>,
}

impl Marks {
    /// Marks a claim, or takes its mark away; tells whether it is marked now.
    pub(in crate::state) fn turn(
        &mut self,
        article: ArticleId,
        span: Span,
        words: Selector,
    ) -> bool {
        let marks = self.all.entry(article).or_default();
        let is_new = marks.remove(&span).is_none();
        if is_new {
            marks.insert(span, words);
        }
        self.all.retain(|_, marks| !marks.is_empty());
        is_new
    }

    /// Whether a claim is marked.
    pub fn has(&self, article: ArticleId, span: Span) -> bool {
        self.all.get(&article).is_some_and(|marks| marks.contains_key(&span))
    }

    /// How many claims are marked.
    pub fn count(&self) -> usize {
        self.all.values().map(BTreeMap::len).sum()
    }

    /// All places, by article.
    pub(in crate::state) fn places(&self) -> BTreeMap<ArticleId, Vec<Span>> {
        let places = |marks: &BTreeMap<Span, Selector>| marks.keys().copied().collect();
        self.all.iter().map(|(article, marks)| (*article, places(marks))).collect()
    }

    /// The first place behind this one, around the end of the desk.
    pub(in crate::state) fn behind(&self, here: (ArticleId, usize)) -> Option<(ArticleId, Span)> {
        let places = || {
            self.all.iter().flat_map(|(article, marks)| marks.keys().map(|span| (*article, *span)))
        };
        let next = places().find(|(article, span)| (*article, span.start) > here);
        next.or_else(|| places().next())
    }

    /// The text of an article is another: marks go with their words. Gives how many were dropped,
    /// since these are gone.
    pub(in crate::state) fn follow(&mut self, to: &Follow<'_>) -> usize {
        let Some(marks) = self.all.remove(&to.article) else { return 0 };
        let before = marks.len();
        let moved = marks.into_values().filter_map(|words| match to.find(&words) {
            Fate::Same(span) => Some((span, to.now(span).unwrap_or(words))),
            Fate::Gone(_) => None,
        });
        let moved: BTreeMap<_, _> = moved.collect();
        let dropped = before - moved.len();
        if !moved.is_empty() {
            self.all.insert(to.article, moved);
        }
        dropped
    }

    /// What was marked is done with.
    pub(in crate::state) fn clear(&mut self) {
        self.all.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::anchor::select_in;
    use crate::core::article::Document;

    #[test]
    fn marks_go_with_their_words_and_are_gone_through() {
        let doc = |text: &str| Document::new(text.as_bytes().to_vec());
        let before = doc("Le riz.");
        let riz = select_in(&before, Span::new(3, 6), None);
        let mut marks = Marks::default();
        assert!(marks.turn(0, Span::new(3, 6), riz.clone()));
        assert!(marks.turn(2, Span::new(0, 3), riz.clone()));
        assert!(!marks.turn(2, Span::new(0, 3), riz.clone()));
        assert!(marks.turn(2, Span::new(4, 9), riz));
        let after = doc("Le bon riz.");
        let to = Follow::new(0, Some((&before, None)), Some((&after, None)));
        assert_eq!(marks.follow(&to), 0);
        assert!(marks.has(0, Span::new(7, 10)) && !marks.has(0, Span::new(3, 6)));
        assert_eq!(marks.behind((0, 7)), Some((2, Span::new(4, 9))));
        assert_eq!(marks.behind((2, 4)), Some((0, Span::new(7, 10))));
        let gone = doc("Rien.");
        let to = Follow::new(0, Some((&after, None)), Some((&gone, None)));
        assert_eq!(marks.follow(&to), 1);
        assert_eq!((marks.count(), marks.has(0, Span::new(7, 10))), (1, false));
    }
}
