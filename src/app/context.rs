//! What every thread may look at: the desk, the names of its articles, the person.

use std::sync::{Arc, OnceLock};

use super::authors::Authors;
use super::words;
use crate::config::Config;
use crate::desk::Library;
use crate::desk::watch::{Change, Folder};
use crate::i18n::Lang;
use crate::state::Done;
use crate::state::model::desk::{ArticleId, Listing};
use crate::state::model::settings::Team;
use crate::store::listing::Entry;

/// Shared, and unchanging but for the authors.
#[derive(Clone)]
pub(super) struct Context(Arc<Inner>);

struct Inner {
    library: Library,
    config: Config,
    lang: Lang,
    team: Team,
    /// Unset while the folder is empty.
    entries: OnceLock<Vec<Entry>>,
    authors: Authors,
}

impl Context {
    /// Lists the articles; those that come later need a new one, unless there are none yet.
    pub(super) fn new(library: Library, config: Config, lang: Lang, team: Team) -> Self {
        let entries = OnceLock::new();
        let inner = Inner { library, config, lang, team, entries, authors: Authors::default() };
        let context = Self(Arc::new(inner));
        context.list();
        context
    }

    /// Lists the articles of a folder that was empty so far.
    pub(super) fn list(&self) {
        let entries = self.0.library.list().entries;
        if !entries.is_empty() {
            // Whoever comes second has listed the same folder.
            let _ = self.0.entries.set(entries);
        }
    }

    fn entries(&self) -> &[Entry] {
        self.0.entries.get().map_or(&[], Vec::as_slice)
    }

    pub(super) fn library(&self) -> &Library {
        &self.0.library
    }

    /// Who is in the team.
    pub(super) fn team(&self) -> &Team {
        &self.0.team
    }

    /// The desk's configuration.
    pub(super) fn config(&self) -> &Config {
        &self.0.config
    }

    /// The language of what is said.
    pub(super) fn lang(&self) -> Lang {
        self.0.lang
    }

    /// The articles as the list shows them.
    pub(super) fn listings(&self) -> Vec<Listing> {
        let entries = self.entries().iter();
        entries
            .map(|entry| Listing {
                name: entry.name.clone(),
                problem: entry.problem.map(|p| words::problem(self.0.lang, p).to_owned()),
            })
            .collect()
    }

    /// How many articles there are.
    pub(super) fn len(&self) -> usize {
        self.entries().len()
    }

    /// The name of an article that can be read.
    pub(super) fn readable(&self, article: ArticleId) -> Option<&str> {
        let entry = self.entries().get(article)?;
        entry.problem.is_none().then_some(entry.name.as_str())
    }

    /// The name of an article.
    pub(super) fn name(&self, article: ArticleId) -> &str {
        self.entries().get(article).map_or("", |entry| entry.name.as_str())
    }

    /// The article of a name.
    pub(super) fn article(&self, name: &str) -> Option<ArticleId> {
        // The listing is sorted by name.
        self.entries().binary_search_by(|entry| entry.name.as_str().cmp(name)).ok()
    }

    /// The teammates who are known to hold a notebook of an article.
    pub(super) fn authors(&self, article: ArticleId) -> Vec<String> {
        let mut slugs = self.0.authors.authors(article, || self.notebooks());
        slugs.extend(self.0.library.wanderers());
        slugs.sort_unstable();
        slugs.dedup();
        slugs.retain(|slug| slug != self.0.library.annotator().slug());
        slugs
    }

    fn notebooks(&self) -> Vec<(ArticleId, String)> {
        let found = self.0.library.desk().notebooks().into_iter();
        found.filter_map(|found| Some((self.article(&found.article)?, found.slug))).collect()
    }

    /// What may have changed in a folder that nobody watched: all of it.
    pub(super) fn all_of(&self, folder: Folder) -> Vec<Done> {
        match folder {
            Folder::Articles => (0..self.len()).map(Done::ArticleChanged).collect(),
            Folder::Notebooks => {
                let found = self.0.library.desk().notebooks().into_iter();
                let changes = found
                    .map(|found| Change::Notebook { slug: found.slug, article: found.article });
                changes.filter_map(|change| self.changed(change)).collect()
            }
        }
    }

    /// What a change of a file means for the articles that are listed.
    pub(super) fn changed(&self, change: Change) -> Option<Done> {
        match change {
            Change::Article { name, is_listed } => {
                let known = self.article(&name).map(Done::ArticleChanged);
                known.or_else(|| is_listed.then_some(Done::ArticlesAdded))
            }
            Change::Notebook { slug, article } => {
                let article = self.article(&article)?;
                self.0.authors.add(article, &slug);
                Some(Done::BooksChanged(article))
            }
            Change::Folder(_) => None,
        }
    }
}
