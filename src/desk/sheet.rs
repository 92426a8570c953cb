//! An article as the whole team sees it, whoever looks.

use super::Library;
use super::again::find_again;
use crate::core::annotation::Book;
use crate::core::article::Document;
use crate::core::review::Found;
use crate::core::team::opinion::{Opinion, away, opinions};
use crate::core::team::roster::Roster;
use crate::core::team::status::{Rules, Unit, team_units};
use crate::store::article::ArticleError;
use crate::store::notebook::NotebookFile;

/// What everybody said about an article.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// The article's name.
    pub article: String,
    /// Its text.
    pub document: Document,
    /// The notebooks.
    pub books: Vec<Book>,
    /// Those that cannot be read, or not wholly, and why.
    pub refused: Vec<NotebookFile>,
    /// What was said, in the order of the text.
    pub opinions: Vec<Opinion>,
}

impl Sheet {
    /// The claims that people spoke about.
    pub(crate) fn units(&self, rules: Rules<'_>) -> Vec<Unit> {
        team_units(&self.opinions, rules)
    }
}

impl Library {
    /// What these notebooks say about a text, each at its place; git is asked for old texts only
    /// where a quote does not stand where it stood.
    pub(crate) fn opinions(
        &self,
        document: &Document,
        books: &[Book],
        roster: &Roster,
    ) -> Vec<Opinion> {
        let lost = away(document, books);
        let found = match lost.is_empty() {
            true => Found::new(),
            false => {
                let quotes = lost.iter().map(|(id, selector)| (id, selector));
                find_again(self.desk().root(), document, quotes, None)
            }
        };
        opinions(document, books, roster, &found)
    }

    /// Whether what a sheet says follows from the article and from the notebooks called after it
    /// alone, as they are now.
    pub(crate) fn is_settled(&self, sheet: &Sheet, people: &[String]) -> bool {
        let name = &sheet.article;
        let is_elsewhere = |folder: &String| {
            !self.copies(folder, name).is_empty()
                || (!self.desk().has_notebook(folder, name) && self.has_former(folder, name))
        };
        sheet.refused.is_empty()
            && away(&sheet.document, &sheet.books).is_empty()
            && !people.iter().any(is_elsewhere)
    }

    /// An article with what everybody said about it, oneself included.
    ///
    /// # Errors
    /// As for [`Self::document`].
    pub(crate) fn sheet(
        &self,
        article: &str,
        people: &[String],
        roster: &Roster,
    ) -> Result<Sheet, ArticleError> {
        let (books, refused) = self.books(article, people);
        let (document, _) = self.document(article)?;
        let opinions = self.opinions(&document, &books, roster);
        Ok(Sheet { article: article.to_owned(), document, books, refused, opinions })
    }
}
