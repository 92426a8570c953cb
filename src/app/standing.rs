//! How the team stands on articles, for the command line, which reads only what changed since it was
//! last asked; of that, too, it takes what the reader has kept meanwhile.

use std::collections::BTreeMap;

use super::clock::stamp;
use super::context::{Context, Folders};
use super::kept::Untouched;
use super::parallel;
use crate::config::Config;
use crate::core::annotation::BlobId;
use crate::core::keep::{Keep as _, keep};
use crate::core::team::progress::Progress;
use crate::desk::Library;
use crate::desk::unsaved::Unsaved;
use crate::desk::watch::{Change, change};
use crate::git::{self, Repo};
use crate::i18n::Lang;
use crate::state::Settings;
use crate::state::model::settings::Team;
use crate::store::cache::Cache;
use crate::store::census::{Census, Folder, Look};
use crate::store::desk::Desk;

/// How the team stands on an article.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    /// Of what people said.
    pub(crate) progress: Progress,
    /// The claims that nobody has spoken about.
    pub(crate) untouched: Untouched,
}
keep!(struct Standing { progress, untouched });

/// How the team stands on all articles, as far as that is known without reading. It is the same for
/// everybody who asks.
pub(crate) struct Standings {
    known: Known,
    /// None where the system names no folder for what can be made anew.
    cache: Option<Cache>,
    /// What the reader kept; none where it is not needed.
    reader: Option<Context>,
    /// Whether it is not as it was kept.
    is_new: bool,
}

/// What is kept until the next time.
#[derive(Default)]
struct Known {
    /// The files at the last look.
    census: Census,
    /// All articles; with none where the next time has to read.
    articles: BTreeMap<String, Option<Standing>>,
    /// What the people who asked have not committed.
    unsaved: BTreeMap<String, Unsaved>,
}
keep!(struct Known { census, articles, unsaved });

impl Standings {
    /// Looks at which files changed since the last time, on a desk with these articles.
    pub(crate) fn look(
        library: Library,
        articles: &[String],
        config: Config,
        team: Team,
        folders: &Folders,
    ) -> Self {
        let cache = folders.cache.as_deref().map(|folder| {
            let (people, asked) = (&team.roster.people, team.per_article);
            let terms = format!("{} {people:?} {asked} {:?}", folders.program, config.renamed);
            Cache::of(folder, library.desk().root(), "standings", &terms)
        });
        let kept = cache.as_ref().and_then(Cache::read);
        let mut known = kept.and_then(|bytes| Known::take(&mut &bytes[..])).unwrap_or_default();
        let each = |folders: Vec<Folder>, look: &(dyn Fn(Folder) -> Look + Sync)| {
            parallel::each(folders.into_iter(), || (), |(), folder| look(folder))
        };
        let changed = known.census.look(library.desk(), stamp().now, each);
        let is_new = changed.as_ref().is_none_or(|changed| !changed.is_empty());
        if changed.is_none() {
            known.unsaved.clear();
        }
        if !changed.is_some_and(|changed| known.renew(&changed, library.desk(), articles)) {
            known.articles = articles.iter().map(|name| (name.clone(), None)).collect();
        }
        let reader = known.articles.values().any(Option::is_none).then(|| {
            let settings = Settings { team, ..Settings::new(library.annotator().name(), Lang::En) };
            let listing = library.list();
            Context::new(library, listing, config, &settings, folders)
        });
        Self { known, cache, reader, is_new }
    }

    /// Whether it is known how the team stands on an article.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.known.articles.get(name).is_some_and(Option::is_some)
    }

    /// What the reader kept of an article, where that has not changed since.
    pub(crate) fn kept(&self, name: &str) -> Option<Standing> {
        let reader = self.reader.as_ref()?;
        let people = reader.authors(reader.article(name)?);
        let key = reader.kept().key(reader.library(), name, &people, stamp().now)?;
        let (summary, untouched) = reader.kept().standing(name, &key)?;
        Some(Standing { progress: summary.team.progress, untouched })
    }

    /// Keeps how the team stands on an article for as long as its files stay as they are.
    pub(crate) fn put(&mut self, name: &str, standing: Standing) {
        if let Some(known @ None) = self.known.articles.get_mut(name) {
            *known = Some(standing);
            self.is_new = true;
        }
    }

    /// How many of a person's notebooks differ from the last commit, in which git calls their folder
    /// so.
    ///
    /// # Errors
    /// When git cannot be run.
    pub(crate) fn unsaved(
        &mut self,
        desk: &Desk,
        slug: &str,
        repo: &Repo,
        folder: Option<BlobId>,
    ) -> Result<usize, git::Error> {
        let before = self.known.unsaved.remove(slug);
        let now = Unsaved::renew(before.clone(), desk, slug, repo, folder)?;
        let differing = now.articles.len();
        self.is_new |= before.as_ref() != Some(&now);
        self.known.unsaved.insert(slug.to_owned(), now);
        Ok(differing)
    }

    /// Keeps all of it for the next time, and gives it, by article.
    pub(crate) fn close(self) -> BTreeMap<String, Option<Standing>> {
        if let Some(cache) = self.cache.filter(|_| self.is_new) {
            let mut bytes = Vec::new();
            self.known.put(&mut bytes);
            if let Err(error) = cache.write(&bytes) {
                tracing::warn!("what was read is not kept for the next time: {error}");
            }
        }
        self.known.articles
    }
}

impl Known {
    /// Forgets what changes have touched; false where that cannot be told, and what is known of
    /// articles must be forgotten.
    fn renew(&mut self, changed: &[String], desk: &Desk, articles: &[String]) -> bool {
        // Others' notebooks may be about an article that came, or that went.
        let mut is_told = self.articles.keys().eq(articles);
        for path in changed {
            match change(desk, &desk.root().join(path)) {
                Some(Change::Article { name, .. }) => {
                    self.articles.entry(name).and_modify(|known| *known = None);
                }
                Some(Change::Notebook { slug, article }) => {
                    match self.articles.get_mut(&article) {
                        Some(known) => *known = None,
                        // It may be about any article: one that had the name, or whose notebook it is a copy of.
                        None => is_told = false,
                    }
                    if let Some(unsaved) = self.unsaved.get_mut(&slug) {
                        unsaved.articles.push(article);
                    }
                }
                Some(Change::Folder(_)) | None => {}
            }
        }
        is_told
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::annotator::Annotator;

    /// A desk of three articles, as it is asked about long after all was written.
    struct Home(tempfile::TempDir);

    impl Home {
        fn new() -> Self {
            let home = Self(tempfile::tempdir().unwrap());
            for name in ["a", "b", "c"] {
                home.write(&format!("seeds/{name}.txt"), "Il y a 300 soldats.");
            }
            home
        }

        fn write(&self, name: &str, text: &str) {
            let path = self.0.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }

        /// Forgets what changes have touched, and gives what is left.
        fn left(&self, changed: &[&str]) -> Vec<String> {
            let desk = Desk::open(self.0.path()).unwrap();
            let library = Library::new(desk.clone(), Annotator::new("Zoé"));
            let standing =
                Standing { progress: Progress::default(), untouched: Untouched::default() };
            let names = ["a.txt", "b.txt", "c.txt"].map(str::to_owned);
            let articles = names.into_iter().map(|name| (name, Some(standing.clone()))).collect();
            let mut known = Known { articles, ..Known::default() };
            let changed: Vec<_> = changed.iter().map(|path| (*path).to_owned()).collect();
            let listed = library.list().entries.into_iter().map(|entry| entry.name);
            if !known.renew(&changed, &desk, &listed.collect::<Vec<_>>()) {
                return Vec::new();
            }
            known.articles.retain(|_, known| known.is_some());
            known.articles.into_keys().collect()
        }
    }

    #[test]
    fn a_change_touches_its_article_and_what_cannot_be_told_touches_all() {
        let home = Home::new();
        let all = ["a.txt", "b.txt", "c.txt"];
        assert_eq!(home.left(&[]), all);
        assert_eq!(home.left(&["seeds/b.txt"]), ["a.txt", "c.txt"]);
        assert_eq!(home.left(&["annotations/ana/c.txt.json", "seeds/a.source.json"]), ["b.txt"]);
        assert_eq!(home.left(&["annotations/README.md", "seeds/page.html"]), all);
        // The notebook of an article that had another name, or a copy.
        assert!(home.left(&["annotations/ana/old.txt.json"]).is_empty());
        home.write("seeds/d.txt", "Il y a 300 soldats.");
        assert!(home.left(&["seeds/d.txt"]).is_empty());
    }
}
