//! Writing the results of a desk, for the command line and the reader: article by article, so
//! that a desk of any size is written without being held in memory.

use std::collections::HashMap;
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::clock::stamp;
use super::context::Context;
use super::parallel;
use crate::config::Config;
use crate::core::article::{Document, Span, title};
use crate::core::claim::{Analysis, Level};
use crate::core::crosscheck::{self, ArticleId, Digest, Digester, Index, Relation};
use crate::core::review::Item;
use crate::core::team::status::Rules;
use crate::desk::{Library, Opened, Sheet};
use crate::exchange::{
    Article, Difference, FORMATS, Format, Header, Missing, Other, Piece, Said, Writer, report,
};
use crate::i18n::{Text, messages as say};
use crate::store::outside::{self, Growing};

/// So many statements of other articles are told of a claim.
const MOST_OTHERS: usize = 5;
/// So many texts of other articles are kept at hand.
const MOST_TEXTS: usize = 64;

/// What is to be written.
pub struct Order<'a> {
    /// The desk.
    pub library: &'a Library,
    /// Its labels, rules and publisher.
    pub config: &'a Config,
    /// Whose decisions: folders.
    pub folders: &'a [String],
    /// Which articles, by name.
    pub articles: Vec<String>,
    /// Only what was said since then.
    pub since: Option<Timestamp>,
    /// Whether what other articles say is wanted, too.
    pub crosscheck: bool,
}

/// Where it is to be written.
pub struct Place<'a> {
    /// The file; a folder where `is_folder`.
    pub path: &'a Path,
    /// Whether there are several files.
    pub is_folder: bool,
    /// The main file in the folder.
    pub main: &'a str,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Stopped {
    /// What the format requires is not known.
    Missing(Vec<Missing>),
    /// A file cannot be written.
    Unwritten(PathBuf, std::io::Error),
    /// The person has had enough.
    Cancelled,
}

/// Where the reader writes, below the desk's folder.
const FOLDER: &str = "exports";
/// Every so many articles the reader hears how far it is.
const STEP: usize = 25;
/// The reports, by the ids that the reader knows them by.
const REPORT: &str = "report";
const REPORT_MARKDOWN: &str = "report-markdown";

/// What the reader can write: id, what it is, and where it is put.
pub fn choices() -> Vec<(&'static str, Text, String)> {
    let reports = [
        (REPORT, say::REPORT_HTML, format!("{FOLDER}/report.html")),
        (REPORT_MARKDOWN, say::REPORT_MARKDOWN, format!("{FOLDER}/report.md")),
    ];
    let place = |format: &Format| match format.is_folder {
        true => format!("{FOLDER}/{}/", format.id),
        false => format!("{FOLDER}/{}", format.file),
    };
    let formats = FORMATS.iter().map(|format| (format.id, format.what, place(format)));
    reports.into_iter().chain(formats).collect()
}

/// Writes what the reader asked for, everybody's decisions on all articles; gives what to say of
/// it, and whether it went well.
pub(super) fn by_id(
    context: &Context,
    id: &str,
    go_on: &mut dyn FnMut(usize, usize) -> bool,
) -> (String, bool) {
    let (library, lang) = (context.library(), context.lang());
    let folders = library.desk().annotators();
    let entries = library.list().entries.into_iter().filter(|entry| entry.problem.is_none());
    let articles: Vec<_> = entries.map(|entry| entry.name).collect();
    let is_pages = id == REPORT && report::is_folder(articles.len());
    let (writer, name, main, is_folder) = match (id, Format::of(id)) {
        (REPORT, _) if is_pages => (report::html(lang), "report", "index.html", true),
        (REPORT_MARKDOWN, _) => (report::markdown(lang), "report.md", "", false),
        (_, Some(format)) if format.is_folder => ((format.open)(), format.id, format.file, true),
        (_, Some(format)) => ((format.open)(), format.file, "", false),
        (_, None) => (report::html(lang), "report.html", "", false),
    };
    let path = library.desk().root().join(FOLDER).join(name);
    let shown = format!("{FOLDER}/{name}{}", if is_folder { "/" } else { "" });
    let crosscheck = Format::of(id).is_none();
    let config = context.config();
    let order = Order { library, config, folders: &folders, articles, since: None, crosscheck };
    let at = Place { path: &path, is_folder, main };
    let mut progress =
        |done: usize, all: usize| !done.is_multiple_of(STEP) || done == 0 || go_on(done, all);
    match write(&order, writer, &at, &mut progress) {
        Ok(Written { claims, left_out }) if left_out.is_empty() => {
            (say::WRITTEN.fill(lang, &[&claims, &shown]), true)
        }
        Ok(Written { claims, left_out }) => {
            let names: Vec<_> = left_out.into_iter().map(|(name, _)| name).collect();
            (say::WRITTEN_BUT.fill(lang, &[&claims, &shown, &names.join(", ")]), false)
        }
        Err(Stopped::Missing(missing)) => {
            let first = missing.first().map(|first| format!("{}: {}", first.place, first.what));
            (say::LACKING.fill(lang, &[&first.unwrap_or_default(), &missing.len()]), false)
        }
        Err(Stopped::Unwritten(path, error)) => {
            (say::UNWRITTEN.fill(lang, &[&path.display(), &error]), false)
        }
        Err(Stopped::Cancelled) => (String::new(), true),
    }
}

/// What was written.
#[derive(Debug, Default)]
pub struct Written {
    /// How many claims somebody spoke about.
    pub claims: usize,
    /// Articles that could not be read, and why.
    pub left_out: Vec<(String, String)>,
}

/// Hears how far the writing is; says whether to go on.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize) -> bool;

/// Writes the results into files.
///
/// # Errors
/// As [`Stopped`] tells; then files of earlier articles may stand in the folder that was named,
/// but no file is written in part.
pub fn write(
    order: &Order<'_>,
    writer: Box<dyn Writer>,
    at: &Place<'_>,
    progress: Progress<'_>,
) -> Result<Written, Stopped> {
    let desk = order.library.desk();
    let path = if at.is_folder { at.path.join(at.main) } else { at.path.to_owned() };
    let unwritten = |path: &Path| {
        let path = path.to_owned();
        move |error| Stopped::Unwritten(path, error)
    };
    let mut main: Option<Growing> = None;
    let mut put = |piece| match piece {
        Piece::Part(bytes) => {
            let file = match &mut main {
                Some(file) => file,
                None => main.insert(Growing::begin(desk, &path).map_err(unwritten(&path))?),
            };
            file.append(&bytes).map_err(unwritten(&path))
        }
        Piece::File(name, bytes) => {
            let path = at.path.join(name);
            outside::write(desk, &path, &bytes).map_err(unwritten(&path))
        }
    };
    let written = pieces(order, writer, &mut put, progress)?;
    if let Some(main) = main {
        main.finish().map_err(unwritten(&path))?;
    }
    Ok(written)
}

/// Gives the results piece by piece.
///
/// # Errors
/// As [`Stopped`] tells.
pub fn pieces(
    order: &Order<'_>,
    mut writer: Box<dyn Writer>,
    put: &mut dyn FnMut(Piece) -> Result<(), Stopped>,
    progress: Progress<'_>,
) -> Result<Written, Stopped> {
    let all = order.articles.len();
    let mut go_on = |done| if progress(done, all) { Ok(()) } else { Err(Stopped::Cancelled) };
    go_on(0)?;
    let mut header = header(order);
    let survey = order.crosscheck.then(|| Survey::of(order.library));
    if let Some(survey) = &survey {
        let titles = survey.names.iter().cloned().zip(survey.titles.iter().cloned());
        header.titles = titles.collect();
    }
    let mut texts = Texts::new(order.library);
    let mut written = Written::default();
    let mut decided = HashMap::new();
    writer.begin(&header).into_iter().try_for_each(&mut *put)?;
    for (i, name) in order.articles.iter().enumerate() {
        match read(order, name) {
            Ok((opened, mut article)) => {
                if let Some(survey) = &survey {
                    survey.tell_others(&opened, &mut article, &mut texts);
                    decided.extend(survey.id(name).map(|id| (id, spans(&article))));
                }
                written.claims += article.decided().count();
                writer.article(&header, &article).into_iter().try_for_each(&mut *put)?;
            }
            Err(why) => written.left_out.push((name.clone(), why)),
        }
        go_on(i + 1)?;
    }
    if let Some(survey) = &survey {
        header.differences = survey.differences(&decided, &mut texts);
    }
    let rest = writer.end(&header).map_err(Stopped::Missing)?;
    rest.into_iter().try_for_each(put)?;
    Ok(written)
}

fn header(order: &Order<'_>) -> Header {
    let root = order.library.desk().root();
    let named = root.file_name().map(|name| name.to_string_lossy().into_owned());
    Header {
        desk: named.unwrap_or_else(|| "claimdesk".into()),
        labels: order.config.labels.clone(),
        made: stamp().now,
        publisher: order.config.values.publisher.clone(),
        articles: order.articles.len(),
        since: order.since,
        ..Header::default()
    }
}

/// An article with all that was said about it; or why it cannot be told.
fn read(order: &Order<'_>, name: &str) -> Result<(Opened, Article), String> {
    let library = order.library;
    let opened = library.open(name).map_err(|error| error.to_string())?;
    if let Some(refusal) = opened.notebooks.unread() {
        return Err(format!("{}: {refusal}", opened.notebooks.own.shown_path().display()));
    }
    let sheet = library.sheet(name, order.folders, &order.config.roster);
    let sheet = sheet.map_err(|error| error.to_string())?;
    if let Some(file) = sheet.refused.first() {
        return Err(format!("{} cannot be read", file.shown_path().display()));
    }
    let review = opened.review(library, Level::ALL);
    let level = order.config.values.level;
    let is_shown = |item: &Item| item.detected.is_some() && item.level <= level;
    let said = said(order, &sheet);
    let source = library.source(name);
    let mut article = Article::of(name, &opened.document, source, &review.items, is_shown, said);
    if let Some(since) = order.since {
        article.since(since);
    }
    Ok((opened, article))
}

fn said(order: &Order<'_>, sheet: &Sheet) -> Said {
    let roster = &order.config.roster;
    let per_article = usize::from(order.config.values.per_article);
    let lost = sheet.opinions.iter().filter(|opinion| !opinion.is_placed());
    let notes = sheet.books.iter().filter(|book| !book.notebook.note.is_empty()).map(|book| {
        let name = roster.name_of(roster.person_of(&book.folder));
        let name = name.unwrap_or(&book.notebook.annotator).to_owned();
        (name, book.notebook.note.clone())
    });
    Said {
        units: sheet.units(Rules { roster, per_article }),
        lost: lost.cloned().collect(),
        notes: notes.collect(),
    }
}

/// The claims of an article that somebody spoke about.
fn spans(article: &Article) -> Vec<Span> {
    article.decided().map(|claim| claim.span).collect()
}

/// All articles of a desk, to ask what others say.
struct Survey {
    index: Index,
    names: Vec<String>,
    titles: Vec<String>,
}

impl Survey {
    fn of(library: &Library) -> Self {
        let entries = library.list().entries.into_iter().filter(|entry| entry.problem.is_none());
        let names: Vec<String> = entries.map(|entry| entry.name).collect();
        let (mut index, mut titles) = (Index::new(), Vec::new());
        let read = |digester: &mut Digester, name: &String| digest(digester, library, name);
        let Ok(()) = parallel::in_order(&names, Digester::default, read, |(title, digest)| {
            if let Some(digest) = digest {
                index.insert_digest(ArticleId(titles.len() as u32), digest);
            }
            titles.push(title);
            Ok::<_, Infallible>(())
        });
        Self { index, names, titles }
    }

    fn id(&self, name: &str) -> Option<ArticleId> {
        // A listing is sorted by name.
        let at = self.names.binary_search_by(|known| known.as_str().cmp(name)).ok()?;
        Some(ArticleId(at as u32))
    }

    fn name(&self, id: ArticleId) -> &str {
        self.names.get(id.0 as usize).map_or("", |name| name)
    }

    /// Adds what other articles say to the claims that somebody spoke about.
    fn tell_others(&self, opened: &Opened, article: &mut Article, texts: &mut Texts<'_>) {
        let Some(id) = self.id(&article.name) else { return };
        let (text, analysis): (&str, &Analysis) = (opened.document.text(), &opened.analysis);
        for claim in article.claims.iter_mut().filter(|claim| !claim.opinions.is_empty()) {
            let found = self.index.query(id, text, analysis, claim.span);
            let told = found
                .iter()
                .filter(|found| found.article != id && found.relation != Relation::Related);
            let other = |found| self.other(found, text, texts);
            claim.others = told.take(MOST_OTHERS).filter_map(other).collect();
        }
    }

    fn other(&self, found: &crosscheck::Match, here: &str, texts: &mut Texts<'_>) -> Option<Other> {
        let name = self.name(found.article);
        let (document, origin) = texts.of(name)?;
        let words = |span: Span| document.text().get(span.range()).map(str::to_owned);
        Some(Other {
            relation: found.relation,
            article: name.to_owned(),
            origin: origin.clone(),
            words: words(found.span)?,
            values: found
                .why
                .first()
                .and_then(|why| Some((here.get(why.here.range())?.to_owned(), words(why.there)?))),
        })
    }

    /// The differences that touch a claim which somebody spoke about.
    fn differences(
        &self,
        decided: &HashMap<ArticleId, Vec<Span>>,
        texts: &mut Texts<'_>,
    ) -> Vec<Difference> {
        if decided.values().all(Vec::is_empty) {
            return Vec::new();
        }
        let is_decided = |holder: &crosscheck::Holder| {
            let spans = decided.get(&holder.article);
            spans.is_some_and(|spans| spans.iter().any(|span| span.overlaps(holder.claim)))
        };
        let all = self.index.differences().found.into_iter();
        let touched =
            all.filter(|d| d.values.iter().any(|value| value.holders.iter().any(is_decided)));
        touched.map(|difference| self.difference(&difference, texts)).collect()
    }

    fn difference(&self, found: &crosscheck::Difference, texts: &mut Texts<'_>) -> Difference {
        let mut values = Vec::new();
        for value in &found.values {
            let mut holders = Vec::new();
            let mut said = String::new();
            for holder in &value.holders {
                let name = self.name(holder.article);
                let Some((document, _)) = texts.of(name) else { continue };
                let words = |span: Span| document.text().get(span.range()).unwrap_or_default();
                if said.is_empty() {
                    words(holder.value).clone_into(&mut said);
                }
                holders.push(name.to_owned());
            }
            values.push((said, holders));
        }
        Difference { kind: found.kind, values }
    }
}

/// Title and digest of an article; no digest where it cannot be read.
fn digest(digester: &mut Digester, library: &Library, name: &str) -> (String, Option<Digest>) {
    let told = library.source(name).title;
    let Ok((document, _)) = library.document(name) else {
        return (told.unwrap_or_else(|| name.to_owned()), None);
    };
    let text = document.text();
    let digest = digester.digest(text, &library.analyze(text));
    (told.unwrap_or_else(|| title(text)), Some(digest))
}

/// The texts of other articles, the last few of them at hand.
struct Texts<'a> {
    library: &'a Library,
    held: HashMap<String, (Arc<Document>, String)>,
}

impl<'a> Texts<'a> {
    fn new(library: &'a Library) -> Self {
        Self { library, held: HashMap::new() }
    }

    /// An article's text and origin.
    fn of(&mut self, name: &str) -> Option<(Arc<Document>, String)> {
        if let Some(held) = self.held.get(name) {
            return Some(held.clone());
        }
        let (document, _) = self.library.document(name).ok()?;
        let read = (Arc::new(document), self.library.source(name).in_short());
        if self.held.len() >= MOST_TEXTS {
            self.held.clear();
        }
        self.held.insert(name.to_owned(), read.clone());
        Some(read)
    }
}
