//! Which articles of the desk report one story, and which print one text.

use super::desk::ArticleId;
use crate::core::keep::keep;

/// What is known of it; nothing until the desk was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stories {
    /// The articles of each story that more than one reports.
    pub told: Vec<Vec<ArticleId>>,
    /// Articles that print one text: they are one source.
    pub copies: Vec<Vec<ArticleId>>,
}

keep!(struct Stories { told, copies });

impl Stories {
    /// The story of an article, as a number; none where it stands alone.
    pub(crate) fn number(&self, article: ArticleId) -> Option<usize> {
        self.told.iter().position(|story| story.contains(&article))
    }

    /// The articles of its story, itself among them; none where it stands alone.
    pub(crate) fn of(&self, article: ArticleId) -> &[ArticleId] {
        self.number(article).map_or(&[], |number| &self.told[number])
    }

    /// Whether two articles print one text.
    pub(crate) fn are_copies(&self, a: ArticleId, b: ArticleId) -> bool {
        a != b && self.copies.iter().any(|copies| copies.contains(&a) && copies.contains(&b))
    }

    /// How many sources these articles are: those that print one text are one.
    pub(crate) fn sources(&self, articles: &[ArticleId]) -> usize {
        let repeats = |at: usize, id: ArticleId| {
            articles[..at].iter().any(|before| self.are_copies(*before, id))
        };
        articles.iter().enumerate().filter(|(at, id)| !repeats(*at, **id)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_one_source() {
        let stories = Stories { told: vec![vec![0, 1, 2, 4]], copies: vec![vec![0, 2, 3]] };
        assert_eq!(stories.sources(stories.of(4)), 3);
        assert_eq!((stories.number(3), stories.of(3)), (None, &[][..]));
        assert!(stories.are_copies(2, 0) && !stories.are_copies(0, 0) && !stories.are_copies(0, 1));
    }
}
