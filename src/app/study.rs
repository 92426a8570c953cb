//! Reading an article and all that is known of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::office::Office;
use super::queue::Job;
use crate::core::annotation::{Annotation, AnnotationId, BlobId, VerdictId};
use crate::core::article::{Document, Span, title};
use crate::core::claim::Analysis;
use crate::core::crosscheck::{Digest, Digester};
use crate::core::filter::{Filter, Ground};
use crate::core::review::{self, Level, Placed, Progress, Standing, is_in_place, place};
use crate::core::team::{self, Tally, Team};
use crate::git::again::{Found, find_again};
use crate::state::model::desk::{ArticleId, Books, Summary};
use crate::state::model::signal::Search;
use crate::state::{Done, Loaded};
use crate::store::annotator::Annotator;
use crate::store::notebook::NotebookFile;

/// Up to this many bytes of an article are read before the first frame; more in the background.
const HEAD: u64 = 256 * 1024;
/// Up to this many bytes of text are looked through for claims before the frame.
const QUICK: usize = 64 * 1024;

/// Reads an article as far as it shows at once, and tells what is left to do.
pub(super) fn open(
    office: &Office,
    article: ArticleId,
) -> (Vec<Done>, Vec<Job>, Option<NotebookFile>) {
    let Some(name) = office.readable(article) else {
        let why =
            office.listings().get(article).and_then(|l| l.problem.clone()).unwrap_or_default();
        return (vec![Done::Read(article, Err(why))], Vec::new(), None);
    };
    let bytes = match office.desk().read_article_head(name, HEAD) {
        Ok(bytes) => bytes,
        Err(error) => return (vec![Done::Read(article, Err(error.to_string()))], Vec::new(), None),
    };
    let (books, file) = books(office, article);
    let mut done = vec![Done::BooksRead(article, books)];
    let mut rest = Vec::new();
    if bytes.len() as u64 == HEAD {
        let doc = Arc::new(Document::head(bytes));
        done.push(Done::Read(article, Ok(Loaded { doc, blob: None })));
        rest.push(Job::Read(article));
        return (done, rest, file);
    }
    let blob = BlobId::of(&bytes);
    let doc = Arc::new(Document::new(bytes));
    done.push(Done::Read(article, Ok(Loaded { doc: doc.clone(), blob: Some(blob) })));
    if doc.text().len() <= QUICK {
        done.push(Done::Studied(article, Arc::new(office.analyze(doc.text()))));
    } else {
        rest.push(Job::Study(article, doc));
    }
    (done, rest, file)
}

/// Reads all annotations of an article.
pub(super) fn books(office: &Office, article: ArticleId) -> (Books, Option<NotebookFile>) {
    books_of(office, article, &office.teammates())
}

/// Reads one's own annotations of an article and those of these people.
fn books_of(office: &Office, article: ArticleId, team: &[String]) -> (Books, Option<NotebookFile>) {
    let name = office.name(article);
    let file = office.desk().notebook(office.annotator(), name);
    let mut books = Books {
        own: file.notebook().clone(),
        mended: !file.repairs().is_empty() && file.refusal().is_none(),
        read_only: file.refusal().map(|refusal| {
            format!("{}: {refusal}; {}", file.shown_path().display(), refusal.hint())
        }),
        ..Books::default()
    };
    for slug in team {
        let other = office.desk().notebook(&Annotator::new(slug), name);
        if let Some(refusal) = other.refusal() {
            books.problems.push(format!("{}: {refusal}", other.shown_path().display()));
        }
        if other.exists() && other.refusal().is_none() {
            books.team.push(Arc::new(other.notebook().clone()));
        }
    }
    books.team.sort_by(|a, b| a.annotator.cmp(&b.annotator));
    books.problems.extend(books.read_only.clone());
    (books, Some(file))
}

/// The whole text of an article, or why it cannot be read.
pub(super) fn text(office: &Office, article: ArticleId) -> Result<Document, Option<String>> {
    let name = office.readable(article).ok_or(None)?;
    let read = office.desk().read_article(name);
    read.map(Document::new).map_err(|error| Some(error.source.to_string()))
}

/// Title and counts of an article that was read and studied, and what the index wants of it.
pub(super) fn summarize(
    office: &Office,
    article: ArticleId,
    doc: &Document,
    analysis: &Analysis,
    digester: &mut Digester,
) -> (Summary, Digest) {
    let digest = digester.digest(doc.text(), analysis);
    let (books, _) = books_of(office, article, &office.authors(article));
    (summary_of(office, doc, analysis, &books), digest)
}

fn summary_of(office: &Office, doc: &Document, analysis: &Analysis, books: &Books) -> Summary {
    let own = &books.own.annotations;
    let found = search(office, doc, own);
    let placed: Vec<Placed<'_>> =
        own.iter().map(|(id, a)| place(doc, id, a, found.get(id))).collect();
    let team = team(office, doc, books);
    let items = |level| team::join(review::items(analysis, &placed, level), &team);
    let shown = items(Level::default());
    let tags = books.team.iter().map(|book| &**book).chain([&books.own]);
    let tags = tags.flat_map(|book| book.annotations.values()).flat_map(|a| a.tags.clone());
    Summary {
        title: title(doc.text()),
        progress: std::array::from_fn(|n| Progress::of(&items(Level::new(n as u8)))),
        tallies: [Tally::of_items(&books.own.annotator, &shown)]
            .into_iter()
            .chain(Tally::of_team(&team))
            .collect(),
        disputes: team::disputes(doc, &shown, &team),
        tags: tags.collect(),
        problem: None,
    }
}

/// The teammates' annotations in today's text.
fn team(office: &Office, doc: &Document, books: &Books) -> Team {
    let away = team::away(doc, &books.team);
    let quotes = away.iter().map(|(id, selector)| (id, selector));
    let found = match away.is_empty() {
        true => Found::new(),
        false => find_again(office.desk().root(), doc, quotes, None),
    };
    team::gather(doc, &books.team, |id| found.get(id))
}

/// Whether an article holds a claim that a filter lets through.
pub(super) fn holds(office: &Office, article: ArticleId, filter: &Filter, level: Level) -> bool {
    let Some(name) = office.readable(article) else { return false };
    let Ok(bytes) = office.desk().read_article(name) else { return false };
    let doc = Document::new(bytes);
    let analysis = office.analyze(doc.text());
    let (books, _) = books_of(office, article, &office.authors(article));
    let found = search(office, &doc, &books.own.annotations);
    let placed = books.own.annotations.iter().map(|(id, a)| place(&doc, id, a, found.get(id)));
    let team = team(office, &doc, &books);
    let items = team::join(review::items(&analysis, &placed.collect::<Vec<_>>(), level), &team);
    let (title, own) = (title(doc.text()), &books.own);
    let ground = Ground { doc: &doc, analysis: &analysis, title: &title, own, team: &team };
    !filter.sift(items, ground).is_empty()
}

/// An article's text with the person's verdicts that are in force on it.
pub(super) fn verdicts(
    office: &Office,
    article: ArticleId,
) -> Option<(Document, Vec<(Span, VerdictId)>)> {
    let name = office.readable(article)?;
    let doc = Document::new(office.desk().read_article(name).ok()?);
    let file = office.desk().notebook(office.annotator(), name);
    let annotations = &file.notebook().annotations;
    let found = search(office, &doc, annotations);
    let placed = annotations.iter().map(|(id, a)| place(&doc, id, a, found.get(id)));
    let firm = placed.filter(|placed| placed.standing == Standing::Firm);
    let verdicts =
        firm.filter_map(|placed| Some((placed.span, placed.annotation.verdict.clone()?))).collect();
    Some((doc, verdicts))
}

/// Finds the quotes again that do not stand at their old position.
fn search(
    office: &Office,
    doc: &Document,
    annotations: &BTreeMap<AnnotationId, Annotation>,
) -> Found {
    let away = annotations.iter().filter(|(_, a)| is_in_place(doc, a).is_none());
    let quotes: Vec<_> = away.map(|(id, a)| (id, &a.selector)).collect();
    if quotes.is_empty() {
        Found::new()
    } else {
        find_again(office.desk().root(), doc, quotes, None)
    }
}

/// What became of these quotes, with the text of before the article changed, where it is at hand.
pub(super) fn anchored(office: &Office, search: &Search) -> Found {
    let quotes = search.quotes.iter().map(|(id, selector)| (id, selector));
    find_again(office.desk().root(), &search.doc, quotes, search.before.as_ref())
}
