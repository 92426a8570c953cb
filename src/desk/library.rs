//! The articles of a desk and what people decided on them, seen by one person.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::again::find_again;
use super::identity::Identity;
use super::{Opened, document};
use crate::core::annotation::{BlobId, Book, Notebook};
use crate::core::article::{Document, Source};
use crate::core::claim::{Analysis, analyze_while};
use crate::core::review::{Decisions, Found};
use crate::store::annotator::Annotator;
use crate::store::article::ArticleError;
use crate::store::desk::{Desk, NotebookPath};
use crate::store::listing::Listing;
use crate::store::notebook::NotebookFile;
use crate::store::refusal::Refusal;

/// What finds the claims of a text, as long as it is told to go on (see
/// [`crate::core::claim::analyze_while`]).
pub type Detector =
    Box<dyn Fn(&str, &mut dyn FnMut(usize) -> bool) -> Option<Analysis> + Send + Sync>;

/// A desk and the person at it.
pub struct Library {
    desk: Desk,
    annotator: Annotator,
    /// None for that of the program.
    detector: Option<Detector>,
    identity: Identity,
}

/// The notebooks of an article.
#[derive(Debug)]
pub struct Notebooks {
    /// One's own.
    pub own: NotebookFile,
    /// The teammates', in order of their names.
    pub team: Vec<Book>,
    /// Those of the team that cannot be read, or not wholly, and why.
    pub refused: Vec<NotebookFile>,
}

impl Library {
    /// A person's view of a desk.
    pub fn new(desk: Desk, annotator: Annotator) -> Self {
        Self { desk, annotator, detector: None, identity: Identity::default() }
    }

    /// The same, knowing the former names of articles, by the names they have now.
    #[must_use]
    pub(crate) fn renamed(self, names: BTreeMap<String, String>) -> Self {
        Self { identity: Identity::renamed(names), ..self }
    }

    /// The same, with another way to find claims.
    #[must_use]
    pub fn detecting(self, detector: Detector) -> Self {
        Self { detector: Some(detector), ..self }
    }

    /// The desk's files.
    pub(crate) const fn desk(&self) -> &Desk {
        &self.desk
    }

    /// The person.
    pub(crate) const fn annotator(&self) -> &Annotator {
        &self.annotator
    }

    /// The articles: names only.
    pub(crate) fn list(&self) -> Listing {
        self.identity.forget();
        self.desk.articles()
    }

    /// Where an article comes from, as far as that is known.
    pub(crate) fn source(&self, name: &str) -> Source {
        self.desk.provenance(name).map(|known| known.source).unwrap_or_default()
    }

    /// An article's text, and what git calls its bytes.
    ///
    /// # Errors
    /// As for [`Desk::read_article`].
    pub(crate) fn document(&self, name: &str) -> Result<(Document, BlobId), ArticleError> {
        let bytes = self.desk.read_article(name)?;
        let blob = BlobId::of(&bytes);
        Ok((document(bytes), blob))
    }

    /// The text of an article whose bytes are wanted, told from them as they are
    /// where they are UTF-8: most articles of a search need no document. Their lines
    /// are not joined yet.
    ///
    /// # Errors
    /// As for [`Desk::read_article`].
    pub(crate) fn document_where(
        &self,
        name: &str,
        is_wanted: impl FnOnce(&str) -> bool,
    ) -> Result<Option<Document>, ArticleError> {
        let bytes = self.desk.read_article(name)?;
        let is_wanted = std::str::from_utf8(&bytes).map_or(true, is_wanted);
        Ok(is_wanted.then(|| document(bytes)))
    }

    /// The beginning of an article of more than `limit` bytes, which has no name in
    /// git yet; a shorter one as a whole.
    ///
    /// # Errors
    /// As for [`Desk::read_article_head`].
    pub(crate) fn head(
        &self,
        name: &str,
        limit: u64,
    ) -> Result<(Document, Option<BlobId>), ArticleError> {
        let bytes = self.desk.read_article_head(name, limit)?;
        if bytes.len() as u64 == limit {
            return Ok((Document::head(bytes), None));
        }
        let blob = BlobId::of(&bytes);
        Ok((document(bytes), Some(blob)))
    }

    /// Finds the claims of a text.
    pub(crate) fn analyze(&self, text: &str) -> Analysis {
        self.analyze_while(text, |_| true).unwrap_or_default()
    }

    /// Finds the claims of a text, as long as `go_on` says so.
    pub(crate) fn analyze_while(
        &self,
        text: &str,
        mut go_on: impl FnMut(usize) -> bool,
    ) -> Option<Analysis> {
        match &self.detector {
            Some(detector) => detector(text, &mut go_on),
            None => analyze_while(text, go_on),
        }
    }

    /// Whether claims are found as the program does, so that a text can be read in parts.
    pub(crate) const fn reads_in_parts(&self) -> bool {
        self.detector.is_none()
    }

    /// The folder names of everybody else who has decided something on this desk.
    pub(crate) fn teammates(&self) -> Vec<String> {
        let mut slugs = self.desk.annotators();
        slugs.retain(|slug| slug != self.annotator.slug());
        slugs
    }

    /// One's own notebook of an article, under whatever name that had when it was made; the next
    /// save moves it.
    pub(crate) fn own(&self, name: &str) -> NotebookFile {
        let mut file = self.own_as_it_stands(name);
        self.renew_evidence(&mut file);
        file
    }

    fn own_as_it_stands(&self, name: &str) -> NotebookFile {
        let file = self.desk.notebook(&self.annotator, name);
        if file.exists() || file.refusal().is_some() {
            return self.with_copies(file, self.annotator.slug(), name);
        }
        let former = self.identity.former(&self.desk, self.annotator.slug(), name);
        former.map_or(file, |former| self.desk.notebook_moving(&self.annotator, &former, name))
    }

    /// Lets the evidence of a notebook name renamed articles by the names they have now: the next
    /// save writes them. Gives the names, old and new.
    pub(crate) fn renew_evidence(&self, file: &mut NotebookFile) -> BTreeMap<String, String> {
        let is_gone =
            |name: &&String| self.desk.article_path(name).is_some_and(|path| !path.exists());
        let annotations = file.notebook().annotations.values();
        let named = annotations.flat_map(|a| &a.evidence).filter_map(|e| e.article.as_ref());
        let renamed: BTreeMap<_, _> = named
            .filter(is_gone)
            .filter_map(|name| Some((name.clone(), self.name_today(name)?)))
            .collect();
        if !renamed.is_empty() {
            file.renaming(renamed.clone());
        }
        renamed
    }

    /// The copies of a person's notebook that sync tools left.
    pub(crate) fn copies(&self, folder: &str, article: &str) -> Vec<PathBuf> {
        self.identity.copies(&self.desk, folder, article)
    }

    /// The article of the notebook that a file, called as if it were about `article`, is a copy of.
    pub(crate) fn copied(&self, folder: &str, article: &str) -> Option<String> {
        let of = self.desk.copied(&self.desk.notebook_path_in(folder, article)?)?;
        self.identity.forget();
        Some(of.article)
    }

    fn with_copies(&self, file: NotebookFile, folder: &str, article: &str) -> NotebookFile {
        let copies = self.copies(folder, article);
        if copies.is_empty() { file } else { file.with_copies(copies) }
    }

    /// A teammate's notebook of an article, under whatever name that had when it was made.
    pub(super) fn teammates_notebook(&self, folder: &str, name: &str) -> NotebookFile {
        let file = self.desk.notebook_in(folder, name);
        if file.exists() || file.refusal().is_some() {
            return self.with_copies(file, folder, name);
        }
        let former = self.identity.former(&self.desk, folder, name);
        former.map_or(file, |former| self.desk.notebook_in(folder, &former))
    }

    /// Whether a person's notebook of an article stands under a name that the article had.
    pub(crate) fn has_former(&self, folder: &str, name: &str) -> bool {
        self.identity.former(&self.desk, folder, name).is_some()
    }

    /// Whether git has to be asked, or the text searched, to tell where all decisions stand.
    pub(crate) fn has_moved(doc: &Document, own: &Notebook, team: &[Book]) -> bool {
        !Decisions::of(doc, own, team, &Found::new()).away().is_empty()
    }

    /// Who has notebooks whose articles are gone: they may be about any other.
    pub(crate) fn wanderers(&self) -> Vec<String> {
        self.identity.people(&self.desk)
    }

    /// The notebooks whose articles are gone, and of which nobody knows which other they are about.
    pub(super) fn gone(&self) -> Vec<NotebookPath> {
        let all = self.desk.annotators().into_iter().flat_map(|slug| {
            let mut of = self.identity.homeless(&self.desk, &slug);
            of.sort_unstable();
            of
        });
        all.filter(|found| self.identity.today(&self.desk, found).is_none()).collect()
    }

    /// Whether an article is these bytes.
    pub(crate) fn is_version(&self, name: &str, blob: &BlobId) -> bool {
        self.desk.read_article(name).is_ok_and(|bytes| BlobId::of(&bytes) == *blob)
    }

    /// The name that an article has now which had this one, where that is known.
    pub(crate) fn name_today(&self, article: &str) -> Option<String> {
        let people = self.desk.annotators().into_iter();
        let lost = people.flat_map(|slug| self.identity.homeless(&self.desk, &slug));
        let mut lost = lost.filter(|found| found.article == article);
        let by_bytes = || lost.find_map(|found| self.identity.today(&self.desk, &found));
        self.identity.by_name(&self.desk, article).or_else(by_bytes)
    }

    /// The article that a notebook whose own is gone is about now.
    pub(crate) fn today(&self, found: &NotebookPath) -> Option<String> {
        self.identity.today(&self.desk, found)
    }

    /// The notebooks that these people have of an article, in order of their names, and those
    /// that cannot be read, or not wholly.
    pub(crate) fn team(&self, name: &str, people: &[String]) -> (Vec<Book>, Vec<NotebookFile>) {
        let (mut books, refused) = self.books(name, people);
        Book::sort(&mut books);
        (books, refused)
    }

    /// The notebooks in these folders as far as they say something, in the order of the folders, and those
    /// that may not be written: what they say is not known, or not wholly understood.
    pub(super) fn books(&self, name: &str, folders: &[String]) -> (Vec<Book>, Vec<NotebookFile>) {
        let (mut books, mut refused) = (Vec::new(), Vec::new());
        for folder in folders {
            let file = self.teammates_notebook(folder, name);
            if file.exists() && !file.refusal().is_some_and(Refusal::hides) {
                let notebook = Arc::new(file.notebook().clone());
                books.push(Book { folder: folder.clone(), notebook });
            }
            if file.refusal().is_some() {
                refused.push(file);
            }
        }
        (books, refused)
    }

    /// One's own notebook of an article and those of these people.
    pub(crate) fn notebooks(&self, name: &str, people: &[String]) -> Notebooks {
        let (team, refused) = self.team(name, people);
        Notebooks { own: self.own(name), team, refused }
    }

    /// Everything about one article.
    ///
    /// # Errors
    /// As for [`Desk::read_article`].
    pub(crate) fn open(&self, name: &str) -> Result<Opened, ArticleError> {
        let (document, blob) = self.document(name)?;
        let analysis = self.analyze(document.text());
        let notebooks = self.notebooks(name, &self.teammates());
        Ok(Opened { name: name.to_owned(), document, blob, analysis, notebooks })
    }

    /// All decisions on an article at their place in today's text; git is asked for old
    /// texts only where a quote does not stand where it stood.
    pub(crate) fn decisions<'a>(
        &self,
        doc: &Document,
        own: &'a Notebook,
        team: &[Book],
    ) -> Decisions<'a> {
        let placed = Decisions::of(doc, own, team, &Found::new());
        if placed.away().is_empty() {
            return placed;
        }
        let quotes = placed.away().iter().map(|(id, selector)| (id, selector));
        Decisions::of(doc, own, team, &find_again(self.desk.root(), doc, quotes, None))
    }
}

impl Notebooks {
    /// Why one's own notebook says nothing; none where it can be read, be it of a
    /// newer version.
    pub(crate) fn unread(&self) -> Option<&Refusal> {
        self.own.refusal().filter(|refusal| refusal.hides())
    }
}
