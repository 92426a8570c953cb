//! The teammates' notebooks of the open article. Each save of one's own is told by the watch, as theirs are: read again is
//! only what changed since.

use std::collections::HashMap;

use super::clock::stamp;
use super::context::Context;
use super::study;
use crate::core::annotation::Book;
use crate::state::model::desk::{ArticleId, Books};
use crate::store::cache::Stat;

/// What was read last.
#[derive(Default)]
pub(super) struct Teammates {
    article: Option<ArticleId>,
    /// By the folder's name, each with what tells its version.
    known: HashMap<String, (u64, Book)>,
}

/// The versions of notebooks, by the folder's name.
pub(super) type Marks = HashMap<String, u64>;

impl Teammates {
    /// The versions that are to be read now; not of those that may change without telling.
    pub(super) fn marks(context: &Context, article: ArticleId, people: &[String]) -> Marks {
        let (library, name, now) = (context.library(), context.name(article), stamp().now);
        let mark = |folder: &String| {
            let path = library.desk().notebook_path_in(folder, &name)?.path;
            let stat = Stat::of(&path, now).filter(|stat| !stat.is_fresh)?;
            library.copies(folder, &name).is_empty().then(|| (folder.clone(), stat.mark))
        };
        people.iter().filter_map(mark).collect()
    }

    /// These were read, of these versions or later ones.
    pub(super) fn took(&mut self, article: ArticleId, marks: &Marks, team: &[Book]) {
        self.article = Some(article);
        let known =
            |book: &Book| Some((book.folder.clone(), (*marks.get(&book.folder)?, book.clone())));
        self.known = team.iter().filter_map(known).collect();
    }

    /// Reads them again as far as they changed.
    pub(super) fn read(&mut self, context: &Context, article: ArticleId) -> Books {
        let people = context.library().teammates();
        let marks = Self::marks(context, article, &people);
        let known = if self.article == Some(article) {
            std::mem::take(&mut self.known)
        } else {
            HashMap::new()
        };
        let is_same = |(folder, (mark, _)): &(String, (u64, Book))| marks.get(folder) == Some(mark);
        let mut team: Vec<Book> =
            known.into_iter().filter(is_same).map(|(_, (_, book))| book).collect();
        let changed =
            people.into_iter().filter(|slug| team.iter().all(|book| book.folder != *slug));
        let mut books = study::team_books(context, article, &changed.collect::<Vec<_>>());
        team.append(&mut books.team);
        Book::sort(&mut team);
        self.took(article, &marks, &team);
        Books { team, ..books }
    }
}
