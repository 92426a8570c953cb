//! Reading an article and all that is known of it.

use std::sync::Arc;

use super::clock::stamp;
use super::context::Context;
use super::kept::{Key, Known, Untouched};
use super::words;
use crate::core::anchor::fold::Fold;
use crate::core::anchor::select_in;
use crate::core::annotation::{AnnotationId, BlobId, Selector, VerdictId};
use crate::core::article::{Document, Source, Span, plain};
use crate::core::claim::{Analysis, Level};
use crate::core::filter::{Filter, Ground};
use crate::core::review::team::Tallies;
use crate::core::review::{Found, Item, Placed, Progress, Review, Standing};
use crate::core::search::Phrase;
use crate::core::team::outline::{Outline, untouched};
use crate::core::team::status::team_units;
use crate::desk::{self, Library, again::find_again, dated};
use crate::i18n::Lang;
use crate::state::Done;
use crate::state::model::bulk::{Batch, Want};
use crate::state::model::desk::{ArticleId, Books, Orphan};
use crate::state::model::summary::Summary;
use crate::state::model::work::{Answer, Job, Loaded, Quotes};
use crate::store::notebook::NotebookFile;

/// Up to this many bytes of an article are read before the first frame; more in the background.
const HEAD: u64 = 256 * 1024;
/// Up to this many bytes of text are looked through for claims before the frame.
pub(super) const QUICK: usize = 64 * 1024;

/// Reads an article as far as it shows at once, and the annotations that oneself and these
/// `people` have of it, unless all are held already; up to `quick` bytes of it are looked through
/// for claims. Tells what is left to do.
pub(super) fn open(
    context: &Context,
    article: ArticleId,
    people: Option<&[String]>,
    quick: usize,
) -> (Vec<Done>, Vec<Job>, Option<NotebookFile>) {
    let Some(name) = context.readable(article) else {
        let why = context.problem(article).unwrap_or_default().to_owned();
        return (vec![Done::Work(Answer::Read(article, Err(why)))], Vec::new(), None);
    };
    let (doc, blob) = match context.library().head(&name, HEAD) {
        Ok(head) => head,
        Err(error) => {
            let read = Answer::Read(article, Err(words::article(context.lang(), &error)));
            return (vec![Done::Work(read)], Vec::new(), None);
        }
    };
    let doc = Arc::new(doc);
    let is_whole = blob.is_some();
    let loaded = Loaded { doc: doc.clone(), blob };
    let (mut done, mut file) = (Vec::new(), None);
    if let Some(people) = people {
        let (books, own) = books_of(context, article, people);
        done.push(Done::BooksRead(article, Box::new(books)));
        file = Some(own);
    }
    done.push(Done::Work(Answer::Read(article, Ok(loaded))));
    let rest = if !is_whole {
        vec![Job::Read(article)]
    } else if doc.text().len() > quick {
        vec![Job::Analyze(article, doc)]
    } else {
        let analysis = Arc::new(context.library().analyze(doc.text()));
        done.push(Done::Work(Answer::Analyzed(article, analysis)));
        Vec::new()
    };
    (done, rest, file)
}

/// Whether a job finds the claims of an article that may be looked through before its frame.
pub(super) fn is_quick(job: &Job) -> bool {
    matches!(job, Job::Analyze(_, doc) if doc.text().len() <= QUICK)
}

/// Reads all annotations of an article.
pub(super) fn books(context: &Context, article: ArticleId) -> (Books, NotebookFile) {
    books_of(context, article, &context.library().teammates())
}

/// Reads one's own annotations of an article and those of these people.
fn books_of(context: &Context, article: ArticleId, people: &[String]) -> (Books, NotebookFile) {
    let file = context.library().own(&context.name(article));
    let mut books = team_books(context, article, people);
    take_own(&mut books, &file, context.lang());
    (books, file)
}

/// Reads the annotations that these people have of an article.
pub(super) fn team_books(context: &Context, article: ArticleId, people: &[String]) -> Books {
    let (library, name) = (context.library(), context.name(article));
    let (team, refused) = library.team(&name, people);
    let problems = refused.iter().filter_map(|file| words::refused(context.lang(), file)).collect();
    let copies = library.copies(library.annotator().slug(), &name);
    Books { team, problems, copies, ..Books::default() }
}

/// Adds one's own annotations to those of the team.
pub(super) fn take_own(books: &mut Books, file: &NotebookFile, lang: Lang) {
    books.own = file.notebook().clone();
    books.mended = !file.repairs().is_empty() && file.refusal().is_none();
    books.read_only = words::read_only(lang, file);
    books.problems.extend(books.read_only.clone());
}

/// The whole text of an article and what git calls it, or why it cannot be read. Where it was read for its key, it is
/// not read again.
pub(super) fn text(
    context: &Context,
    article: ArticleId,
    key: Option<&mut Key>,
) -> Result<(Document, BlobId), Option<String>> {
    if let Some((bytes, blob)) = key.and_then(Key::take_read) {
        return Ok((desk::document(bytes), blob));
    }
    let name = context.readable(article).ok_or(None::<String>)?;
    let read = context.library().document(&name);
    read.map_err(|error| Some(words::unread(context.lang(), &error.why)))
}

/// What the last run knew of an article, where nothing has changed that it was made from; and what
/// it is made from now.
pub(super) fn known(context: &Context, article: ArticleId) -> (Option<Key>, Option<Known>) {
    let Some(name) = context.readable(article) else { return (None, None) };
    let people = context.authors(article);
    let key = context.kept().key(context.library(), &name, &people, stamp().now);
    let known = key.as_ref().and_then(|key| context.kept().get(&name, key));
    (key, known)
}

/// What an article that was read and studied comes to.
pub(super) struct Made {
    /// Title and counts.
    pub summary: Summary,
    /// The claims that nobody has spoken about.
    pub untouched: Untouched,
    /// Whether all of it follows from the bytes of its files alone, not from what git has now.
    pub is_lasting: bool,
}

/// Title and counts of an article that was read and studied.
pub(super) fn summarize(
    context: &Context,
    article: ArticleId,
    doc: &Document,
    analysis: &Analysis,
    source: Source,
) -> Made {
    let (books, own) = books_of(context, article, &context.authors(article));
    let source = dated(source, doc, analysis);
    let (summary, untouched) = summary_of(context, doc, analysis, &books);
    let title = source.title_of(doc.text());
    let is_whole = books.problems.is_empty() && own.repairs().is_empty();
    let is_lasting = is_whole && !Library::has_moved(doc, &books.own, &books.team);
    let summary = Summary { title, source, unread: books.problems, ..summary };
    Made { summary, untouched, is_lasting }
}

/// What is known of where an article comes from.
pub(super) fn source(context: &Context, article: ArticleId) -> Source {
    context.library().source(&context.name(article))
}

fn summary_of(
    context: &Context,
    doc: &Document,
    analysis: &Analysis,
    books: &Books,
) -> (Summary, Untouched) {
    let team = context.team();
    let decisions = context.library().decisions(doc, &books.own, &books.team);
    let review = Review::of(doc, analysis, decisions, Level::default());
    let progress = |n| Progress::of(&review.items, Level::new(n as u8));
    let tags = books.team.iter().map(|book| &*book.notebook).chain([&books.own]);
    let tags = tags.flat_map(|book| book.annotations.values()).flat_map(|a| a.tags.clone());
    let all = team.books(&Arc::new(books.own.clone()), &books.team);
    let opinions = context.library().opinions(doc, &all, &team.roster);
    let units = team_units(&opinions, team.rules());
    let summary = Summary {
        progress: std::array::from_fn(progress),
        own: review.own.clone(),
        tallies: Tallies::of(&review.team),
        team: Outline::of(doc, &units, &all, team.rules()),
        due: review.due,
        tags: tags.collect(),
        ..Summary::default()
    };
    (summary, untouched(&analysis.claims, &units))
}

/// Whether an article holds a claim that a filter lets through; none where it cannot be read.
pub(super) fn holds(
    context: &Context,
    article: ArticleId,
    filter: &Filter,
    level: Level,
) -> Option<bool> {
    let Read { items, .. } = read(context, article, filter, level)?;
    Some(items.iter().any(|item| item.is_shown(level)))
}

/// The claims of an article that are wanted to be decided together; none where it holds none, cannot
/// be read, or nothing can be written about it.
pub(super) fn collect(context: &Context, article: ArticleId, want: &Want) -> Option<Batch> {
    if !want.may_be_in(article) {
        return None;
    }
    let everything = Filter::default();
    let (filter, level) = match want {
        Want::Filtered(filter, level) => (&**filter, *level),
        Want::Marked(_) | Want::Same(_) => (&everything, Level::default()),
    };
    if let Want::Same(words) = want {
        let name = context.readable(article)?;
        let phrase = Phrase::plain(words)?;
        let may_hold =
            |text: &str| phrase.query.find(text).next().is_some() || phrase.may_be_broken_in(text);
        context.library().document_where(&name, may_hold).ok()??;
    }
    let Read { doc, blob, items, writable } = read(context, article, filter, level)?;
    let is_wanted = |item: &Item| match want {
        Want::Marked(marks) => marks.get(&article).is_some_and(|spans| spans.contains(&item.span)),
        Want::Filtered(..) => item.is_shown(level),
        Want::Same(words) => Fold::of(item.span.of(doc.text())) == *words,
    };
    let wanted = items.into_iter().filter(|item| !item.span.is_empty() && is_wanted(item));
    let select = |item: Item| {
        let here = select_in(&doc, item.span, Some(blob.clone()));
        (item, here)
    };
    let claims: Vec<_> = wanted.map(select).collect();
    (writable && !claims.is_empty()).then_some(Batch { article, claims })
}

/// An article with the claims that a filter lets through.
struct Read {
    doc: Document,
    blob: BlobId,
    items: Vec<Item>,
    /// Whether one's own notebook can be written.
    writable: bool,
}

fn read(context: &Context, article: ArticleId, filter: &Filter, level: Level) -> Option<Read> {
    let name = context.readable(article)?;
    let (doc, blob) = context.library().document(&name).ok()?;
    let analysis = context.library().analyze(doc.text());
    let (books, _) = books_of(context, article, &context.authors(article));
    let (own, team) = (&books.own, &books.team);
    let review = Review::of(&doc, &analysis, context.library().decisions(&doc, own, team), level);
    let source = dated(context.library().source(&name), &doc, &analysis);
    let (title, team) = (source.title_of(doc.text()), &review.team);
    let ground =
        Ground { doc: &doc, analysis: &analysis, title: &title, source: &source, own, team };
    let items = filter.sift(review.items, ground);
    Some(Read { items, writable: books.read_only.is_none(), doc, blob })
}

/// What was written about the claims of an article, with their places: one's own, and the team's where
/// that is seen. None where the article cannot be read.
pub(super) fn notes(context: &Context, article: ArticleId) -> Option<Vec<(Span, String)>> {
    let name = context.readable(article)?;
    let (mut books, _) = books_of(context, article, &context.authors(article));
    if context.is_blind() {
        books.team.clear();
    }
    let all = books.team.iter().map(|book| &*book.notebook).chain([&books.own]);
    let mut written = all.flat_map(|book| book.annotations.values());
    if written.all(|one| one.written().is_empty()) {
        return Some(Vec::new());
    }
    let (doc, _) = context.library().document(&name).ok()?;
    let decisions = context.library().decisions(&doc, &books.own, &books.team);
    let own = decisions.own().iter().map(|placed| (placed.span, placed.annotation.written()));
    let mut notes: Vec<_> = own.filter(|(_, text)| !text.is_empty()).collect();
    for theirs in decisions.team().iter() {
        notes.push((theirs.span, theirs.annotation.written()));
    }
    notes.retain(|(_, text)| !text.is_empty());
    Some(notes)
}

/// An article's text with the person's verdicts that are in force on it.
pub(super) fn verdicts(
    context: &Context,
    article: ArticleId,
) -> Option<(Document, Vec<(Span, VerdictId)>)> {
    let name = context.readable(article)?;
    let (doc, _) = context.library().document(&name).ok()?;
    let file = context.library().own(&name);
    let decisions = context.library().decisions(&doc, file.notebook(), &[]);
    let firm = decisions.own().iter().filter(|placed| placed.standing.is_in_force());
    let verdicts =
        firm.filter_map(|placed| Some((placed.span, placed.annotation.verdict.clone()?))).collect();
    Some((doc, verdicts))
}

/// The words on which one's own verdicts stand whose values are said otherwise.
pub(super) fn same_values(context: &Context, article: ArticleId) -> Vec<(AnnotationId, Selector)> {
    let said =
        |placed: &Placed<'_>, _: &Document| matches!(placed.standing, Standing::SameValue(_));
    places(context, article, said)
}

/// The words on which one of one's own verdicts stands, where they changed to these.
pub(super) fn changed_words(
    context: &Context,
    article: ArticleId,
    id: &AnnotationId,
    is: &str,
) -> Option<(AnnotationId, Selector)> {
    let stands = |placed: &Placed<'_>, doc: &Document| {
        let changed = matches!(placed.standing, Standing::Stale(_) | Standing::SameValue(_));
        changed && placed.id == id && placed.span.of(doc.text()) == is
    };
    places(context, article, stands).pop()
}

/// The words on which such verdicts of one's own stand.
fn places(
    context: &Context,
    article: ArticleId,
    are: impl Fn(&Placed<'_>, &Document) -> bool,
) -> Vec<(AnnotationId, Selector)> {
    let Some(name) = context.readable(article) else { return Vec::new() };
    let Ok((doc, blob)) = context.library().document(&name) else { return Vec::new() };
    let file = context.library().own(&name);
    let decisions = context.library().decisions(&doc, file.notebook(), &[]);
    let place =
        |placed: &Placed<'_>| (placed.id.clone(), select_in(&doc, placed.span, Some(blob.clone())));
    decisions.own().iter().filter(|placed| are(placed, &doc)).map(place).collect()
}

/// What was decided on articles that are gone.
pub(super) fn orphans(context: &Context) -> Vec<Orphan> {
    let library = context.library();
    let own = library.annotator().slug();
    let orphan = |orphan: desk::Orphan| {
        let verdicts = orphan.notebook.annotations.values().filter_map(|annotation| {
            let words = annotation.selector.exact.clone();
            Some((annotation.verdict.clone()?, words, annotation.note.clone()))
        });
        let notebook = &orphan.notebook;
        Orphan {
            who: (orphan.path.slug != own).then(|| notebook.annotator.clone()),
            verdicts: verdicts.collect(),
            offer: orphan.offer().map(|(article, quotes)| (article.to_owned(), quotes)),
            article: plain(&orphan.path.article).into_owned(),
        }
    };
    library.orphans().into_iter().map(orphan).collect()
}

/// What became of these quotes, with the text of before the article changed, where it is at hand.
pub(super) fn anchored(context: &Context, search: &Quotes) -> Found {
    let quotes = search.sought.iter().map(|(id, selector)| (id, selector));
    find_again(context.library().desk().root(), &search.doc, quotes, search.before.as_ref())
}
