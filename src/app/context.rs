//! What every thread may look at: the desk, the names of its articles, the person.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use super::answers::Answers;
use super::authors::Authors;
use super::catalogue::{Catalogue, News};
use super::kept::Kept;
use super::words;
use crate::config::Config;
use crate::desk::Library;
use crate::desk::watch::{Change, Folder};
use crate::i18n::Lang;
use crate::state::Done;
use crate::state::model::desk::{ArticleId, Listing as Shown};
use crate::state::model::settings::{Settings, Team};
use crate::store::listing::{Entry, Listing};
use crate::store::session::State;

/// Shared by all threads.
#[derive(Clone)]
pub(super) struct Context(Arc<Inner>);

struct Inner {
    library: Library,
    config: Config,
    lang: Lang,
    team: Team,
    /// Whether others' verdicts stay hidden until one's own is given.
    blind: bool,
    /// What is kept for the user beside the desk; none where the system names no folder for it.
    state: Option<State>,
    articles: RwLock<Catalogue>,
    authors: Authors,
    /// What the last run knew.
    kept: Kept,
    /// What the desk said when it was asked.
    answers: Answers,
}

/// The folders that the system wants programs to use for one user; none where there is no such.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    /// For where reading stopped.
    pub state: Option<PathBuf>,
    /// For what can be made anew.
    pub cache: Option<PathBuf>,
    /// Tells this program from others, and from an earlier build: no other reads what it caches.
    pub program: String,
}

/// What all that is kept depends on besides the files.
pub(super) fn terms(library: &Library, config: &Config, team: &Team, folders: &Folders) -> String {
    format!("{} {:?} {team:?} {:?}", folders.program, library.annotator(), config.renamed)
}

impl Context {
    /// A desk with these articles.
    pub(super) fn new(
        library: Library,
        listing: Listing,
        config: Config,
        settings: &Settings,
        folders: &Folders,
    ) -> Self {
        let (lang, team, blind) = (settings.lang, settings.team.clone(), settings.blind);
        let state = folders.state.as_deref();
        let state = state.map(|folder| State::new(folder, library.desk().root()));
        let kept = folders.cache.as_deref().map(|folder| {
            let (root, terms) = (library.desk().root(), terms(&library, &config, &team, folders));
            (Kept::of(folder, root, &terms), Answers::of(folder, root, &terms))
        });
        let (kept, answers) = kept.unwrap_or_default();
        let articles = RwLock::default();
        let inner = Inner {
            library,
            config,
            lang,
            team,
            blind,
            state,
            articles,
            authors: Authors::default(),
            kept,
            answers,
        };
        let context = Self(Arc::new(inner));
        context.take(listing);
        context
    }

    /// Takes what the folder holds now.
    pub(super) fn take(&self, listing: Listing) -> News {
        // Not held below: who lists the authors holds theirs and asks for the articles.
        let news = {
            let mut articles = self.0.articles.write().unwrap_or_else(PoisonError::into_inner);
            articles.take(listing)
        };
        if !news.come.is_empty() {
            self.0.authors.forget();
        }
        news
    }

    fn articles(&self) -> RwLockReadGuard<'_, Catalogue> {
        self.0.articles.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn library(&self) -> &Library {
        &self.0.library
    }

    /// Whether others' verdicts stay hidden until one's own is given.
    pub(super) fn is_blind(&self) -> bool {
        self.0.blind
    }

    /// What is kept for the user beside the desk.
    pub(super) fn state(&self) -> Option<&State> {
        self.0.state.as_ref()
    }

    /// What the last run knew of the articles.
    pub(super) fn kept(&self) -> &Kept {
        &self.0.kept
    }

    /// What the desk said when it was asked.
    pub(super) fn answers(&self) -> &Answers {
        &self.0.answers
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
    pub(super) fn listings(&self) -> Vec<Shown> {
        let articles = self.articles();
        let listing = |(entry, gone): (&Entry, bool)| Shown {
            name: entry.name.clone(),
            problem: entry.problem.map(|p| words::problem(self.0.lang, p).to_owned()),
            gone,
        };
        articles.iter().map(listing).collect()
    }

    /// Documents of other kinds that lay among the articles when these were listed.
    pub(super) fn others(&self) -> Vec<String> {
        self.articles().others.clone()
    }

    /// How many articles there are and were.
    pub(super) fn len(&self) -> usize {
        self.articles().len()
    }

    /// The name of an article that can be read.
    pub(super) fn readable(&self, article: ArticleId) -> Option<String> {
        let articles = self.articles();
        let entry = articles.get(article)?;
        entry.problem.is_none().then(|| entry.name.clone())
    }

    /// Why an article cannot be read, where the listing knows that.
    pub(super) fn problem(&self, article: ArticleId) -> Option<&'static str> {
        let problem = self.articles().get(article)?.problem?;
        Some(words::problem(self.0.lang, problem))
    }

    /// The name of an article, also of one that is gone.
    pub(super) fn name(&self, article: ArticleId) -> String {
        self.articles().name(article).to_owned()
    }

    /// The article of a name.
    pub(super) fn article(&self, name: &str) -> Option<ArticleId> {
        let articles = self.articles();
        articles.find(name).filter(|id| articles.get(*id).is_some())
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
        let found = self.0.library.desk().notebooks_where(|_| true).into_iter();
        found.filter_map(|found| Some((self.article(&found.article)?, found.slug))).collect()
    }

    /// What may have changed in a folder that nobody watched: all of it.
    pub(super) fn all_of(&self, folder: Folder) -> Vec<Done> {
        match folder {
            Folder::Articles => {
                let there = (0..self.len()).filter(|id| self.readable(*id).is_some());
                there.map(Done::ArticleChanged).chain([Done::FolderChanged]).collect()
            }
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
                let articles = self.articles();
                match (articles.has(&name), is_listed) {
                    (true, true) => articles.find(&name).map(Done::ArticleChanged),
                    (true, false) | (false, true) => Some(Done::FolderChanged),
                    (false, false) => {
                        // Not held while it is asked for again: who waits to write would stop both.
                        drop(articles);
                        let matters =
                            self.is_folder(&name) || self.library().desk().may_import(&name);
                        matters.then_some(Done::FolderChanged)
                    }
                }
            }
            Change::Notebook { slug, article } => {
                let copied = || self.article(&self.0.library.copied(&slug, &article)?);
                let Some(article) = self.article(&article).or_else(copied) else {
                    return Some(Done::OrphansChanged);
                };
                self.0.authors.add(article, &slug);
                Some(Done::BooksChanged(article))
            }
            Change::Folder(_) => None,
        }
    }

    /// Whether articles may have come or gone with a folder of this name.
    fn is_folder(&self, name: &str) -> bool {
        let path = self.0.library.desk().article_path(name);
        self.articles().has_below(name) || path.is_some_and(|path| path.is_dir())
    }
}
