//! Claims that the person marked, to come back to them or to decide them together.

use std::collections::BTreeMap;

use super::desk::ArticleId;
use crate::core::article::Span;

/// The marks of this session.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// The words of each, by article and place.
    all: BTreeMap<ArticleId, BTreeMap<Span, String>>,
}

impl Marks {
    /// Marks a claim, or takes its mark away; tells whether it is marked now.
    pub(in crate::state) fn turn(&mut self, article: ArticleId, span: Span, words: &str) -> bool {
        let marks = self.all.entry(article).or_default();
        let is_new = marks.remove(&span).is_none();
        if is_new {
            marks.insert(span, words.to_owned());
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
        let places = |marks: &BTreeMap<Span, String>| marks.keys().copied().collect();
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

    /// The text of an article is another: marks go with their words, to the nearest place where
    /// these still stand.
    pub(in crate::state) fn follow(&mut self, article: ArticleId, text: &str) {
        let Some(marks) = self.all.remove(&article) else { return };
        let moved = marks.into_iter().filter_map(|(span, words)| {
            let stands = text.get(span.range()) == Some(words.as_str());
            let places = || memchr::memmem::find_iter(text.as_bytes(), words.as_bytes());
            let nearest = || places().take(1000).min_by_key(|place| place.abs_diff(span.start));
            let start = if stands { span.start } else { nearest()? };
            Some((Span::new(start, start + words.len()), words))
        });
        let moved: BTreeMap<_, _> = moved.collect();
        if !moved.is_empty() {
            self.all.insert(article, moved);
        }
    }

    /// What was marked is done with.
    pub(in crate::state) fn clear(&mut self) {
        self.all.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_with_their_words_and_are_gone_through() {
        let mut marks = Marks::default();
        assert!(marks.turn(0, Span::new(4, 7), "riz") && marks.turn(2, Span::new(0, 3), "blé"));
        assert!(!marks.turn(2, Span::new(0, 3), "blé"));
        assert!(marks.turn(2, Span::new(4, 9), "avoine"));
        marks.follow(0, "Le bon riz.");
        assert!(marks.has(0, Span::new(7, 10)) && !marks.has(0, Span::new(4, 7)));
        assert_eq!(marks.behind((0, 7)), Some((2, Span::new(4, 9))));
        assert_eq!(marks.behind((2, 4)), Some((0, Span::new(7, 10))));
        marks.follow(0, "Rien.");
        assert_eq!((marks.count(), marks.has(0, Span::new(7, 10))), (1, false));
    }
}
