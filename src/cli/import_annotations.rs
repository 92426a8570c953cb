//! `claimdesk import-annotations`: verdicts from other tools, under a name of their own.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::json;

use super::failure::Failure;
use super::offers::{self, Offers};
use super::output::{self, Format, complain, on_one_line};
use super::{Place, desk};
use crate::config::Config;
use crate::core::anchor::select_in;
use crate::core::annotation::{
    Annotation, AnnotationId, BlobId, Label, Notebook, Selector, VerdictId,
};
use crate::core::article::{Document, Span};
use crate::desk::Library;
use crate::exchange::import::{self, About, File, Incoming, READERS, Reader};
use crate::i18n::{Lang, Message, Value, line as say};
use crate::store::annotator::Annotator;

/// Take verdicts over that were given in another tool.
///
/// They get a folder of their own, NAME, which must be new, or one that an import made. Each must
/// fit the words of its article; what does not fit is listed and left out, and then this ends with 1.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The format: csv (verdicts filled in by row), w3c, brat, doccano, label-studio.
    #[arg(long, value_name = "ID", value_parser = Offers(offers::readers), hide_possible_values = true)]
    from: String,
    /// The file; of brat, a folder or an .ann file with its .txt beside it.
    path: PathBuf,
    /// Under which name: a new one, or one that an import made.
    #[arg(long = "as", value_name = "NAME")]
    name: String,
    /// Only what this person said, where the file names people.
    #[arg(long, value_name = "PERSON")]
    by: Option<String>,
    /// Write nothing; tell what would be done.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let reader = Reader::of(&args.from).ok_or_else(|| {
        let known: Vec<_> = READERS.iter().map(|reader| reader.id).collect();
        Failure::usage(say::NO_READER.with(&[&args.from]), say::ONE_OF.with(&[&known.join(", ")]))
    })?;
    let (library, config) = desk::library_to_write(place)?;
    let annotator = Annotator::new(&args.name);
    may_be(&annotator, &library, &config)?;
    let read = (reader.read)(&files(&args.path, reader)?)
        .map_err(|why| Failure::failed(why, say::IS_IT_OF.with(&[&reader.id])))?;
    let mut job = Job::new(&library, &config.labels, &annotator, reader.id);
    job.misfits = read.misfits;
    let is_asked = |one: &Incoming| match (&args.by, &one.author) {
        (Some(asked), Some(author)) => asked == author,
        _ => true,
    };
    for incoming in read.found.into_iter().filter(is_asked) {
        let at = incoming.at.clone();
        if let Err(why) = job.take(incoming) {
            job.misfits.push((at, why));
        }
    }
    let taken = job.save(args.dry_run)?;
    job.tell(place.lang, taken, args, format)
}

/// Refuses to write where a person writes.
fn may_be(annotator: &Annotator, library: &Library, config: &Config) -> Result<(), Failure> {
    let hint = say::ANOTHER_NAME;
    let slug = annotator.slug();
    if slug == library.annotator().slug() {
        return Err(Failure::usage(say::IS_YOU.with(&[&slug]), hint));
    }
    let roster = &config.roster;
    if roster.people.contains_key(slug) || roster.person_of(slug) != slug {
        return Err(Failure::usage(say::IS_IN_TEAM.with(&[&slug]), hint));
    }
    let desk = library.desk();
    let is_persons = |found: &crate::store::desk::NotebookPath| {
        let file = desk.notebook_at(found);
        file.refusal().is_some() || file.notebook().imported.is_none()
    };
    match desk.notebooks_of(slug).iter().any(is_persons) {
        true => Err(Failure::usage(say::IS_A_PERSONS.with(&[&slug]), hint)),
        false => Ok(()),
    }
}

/// The files that were named: one, or those of the format in a folder; of brat the texts, too.
fn files(path: &Path, reader: &Reader) -> Result<Vec<File>, Failure> {
    let mut found = Vec::new();
    if path.is_dir() {
        below(path, path, reader, &mut found)?;
        found.sort_by(|a, b| a.name.cmp(&b.name));
        return Ok(found);
    }
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    found.push(File { name: name(path), text: text(path)? });
    let beside = path.with_extension("txt");
    if reader.id == "brat" && beside.is_file() {
        found.push(File { name: name(&beside), text: text(&beside)? });
    }
    Ok(found)
}

fn below(
    root: &Path,
    folder: &Path,
    reader: &Reader,
    found: &mut Vec<File>,
) -> Result<(), Failure> {
    let unread = |error| Failure::unread(folder, &error, say::NAME_A_FOLDER);
    for entry in fs::read_dir(folder).map_err(unread)? {
        let entry = entry.map_err(unread)?;
        let (path, kind) = (entry.path(), entry.file_type().map_err(unread)?);
        let is_wanted = path.extension().is_some_and(|ending| {
            ending == reader.ending || reader.id == "brat" && ending == "txt"
        });
        if kind.is_dir() {
            below(root, &path, reader, found)?;
        } else if kind.is_file() && is_wanted {
            let name =
                path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            found.push(File { name, text: text(&path)? });
        }
    }
    Ok(())
}

fn text(path: &Path) -> Result<String, Failure> {
    let unread = |error| Failure::unread(path, &error, say::NAME_A_UTF8_FILE);
    fs::read_to_string(path).map_err(unread)
}

/// Verdicts on their way into a folder.
struct Job<'a> {
    library: &'a Library,
    labels: &'a [Label],
    annotator: &'a Annotator,
    format: &'static str,
    /// The articles by name, by address, and by text.
    names: Vec<String>,
    urls: HashMap<String, String>,
    texts: HashMap<String, Option<Arc<(Document, BlobId)>>>,
    books: BTreeMap<String, Notebook>,
    misfits: Vec<(Message, Message)>,
    /// The articles and words that this file has spoken about.
    seen: HashSet<(String, usize, usize)>,
    taken: usize,
}

impl<'a> Job<'a> {
    fn new(
        library: &'a Library,
        labels: &'a [Label],
        annotator: &'a Annotator,
        format: &'static str,
    ) -> Self {
        let entries = library.list().entries.into_iter().filter(|entry| entry.problem.is_none());
        let names: Vec<String> = entries.map(|entry| entry.name).collect();
        let (urls, texts) = (HashMap::new(), HashMap::new());
        let (books, misfits, seen) = (BTreeMap::new(), Vec::new(), HashSet::new());
        Self {
            library,
            labels,
            annotator,
            format,
            names,
            urls,
            texts,
            books,
            misfits,
            seen,
            taken: 0,
        }
    }

    /// Puts one verdict into its notebook, or says why it does not fit.
    fn take(&mut self, incoming: Incoming) -> Result<(), Message> {
        let article = self.article(&incoming.article)?;
        let text = self.text(&article)?;
        let verdict = self.verdict(&incoming)?;
        let Some(place) = &incoming.place else {
            let book = self.book(&article);
            let note = incoming.note.unwrap_or_else(|| book.note.clone());
            if !book.note.is_empty() && book.note != note {
                return Err(say::TWO_NOTES.into());
            }
            book.note = note;
            self.taken += 1;
            return Ok(());
        };
        let (document, blob) = &*text;
        let selector = self.selector(place, &article, document, blob)?;
        let now = crate::app::stamp().now;
        let is_first = self.seen.insert((article.clone(), selector.start, selector.end));
        let book = self.book(&article);
        let known = book.annotations.iter().find(|(_, known)| {
            (known.selector.start, known.selector.end) == (selector.start, selector.end)
        });
        let (id, before) = match known {
            Some((id, known)) => (id.clone(), Some(known.clone())),
            None => (AnnotationId::of(&selector, |id| book.annotations.contains_key(id)), None),
        };
        let differs = |known: &Annotation| {
            known.verdict != verdict
                || incoming.note.as_ref().is_some_and(|note| known.note != *note)
        };
        if !is_first && before.as_ref().is_some_and(differs) {
            return Err(say::SAID_BEFORE.into());
        }
        let annotation = made(incoming, selector, verdict, before, now);
        book.annotations.insert(id, annotation);
        self.taken += 1;
        Ok(())
    }

    fn verdict(&self, incoming: &Incoming) -> Result<Option<VerdictId>, Message> {
        let Some(spelled) = &incoming.verdict else { return Ok(None) };
        let verdict = import::verdict(self.labels, spelled);
        verdict.map(Some).ok_or_else(|| say::NO_VERDICT.with(&[spelled]))
    }

    /// The article that is meant: by name, by address, else the one that has this text.
    fn article(&mut self, about: &About) -> Result<String, Message> {
        if let Some(name) = &about.name {
            let ending = |known: &&String| {
                known.rsplit_once('.').map_or(&***known, |(stem, _)| stem)
                    == name.trim_end_matches(".txt")
            };
            let known = self.names.iter().find(|known| *known == name);
            let known = known.or_else(|| self.names.iter().find(ending));
            return known.cloned().ok_or_else(|| say::NO_ARTICLE_NAMED.with(&[name]));
        }
        if let Some(url) = &about.url {
            if self.urls.is_empty() {
                let named = self
                    .names
                    .iter()
                    .filter_map(|name| Some((self.library.source(name).url?, name.clone())));
                self.urls = named.collect();
            }
            return self.urls.get(url).cloned().ok_or_else(|| say::NO_ARTICLE_FROM.with(&[url]));
        }
        let text = about.text.as_deref().ok_or(say::NAMES_NO_ARTICLE)?;
        for name in self.names.clone() {
            if self.text(&name).is_ok_and(|read| read.0.original() == text) {
                return Ok(name);
            }
        }
        Err(say::NO_ARTICLE_OF_TEXT.into())
    }

    fn text(&mut self, article: &str) -> Result<Arc<(Document, BlobId)>, Message> {
        let library = self.library;
        let read = self
            .texts
            .entry(article.to_owned())
            .or_insert_with(|| library.document(article).ok().map(Arc::new));
        read.clone().ok_or_else(|| say::ARTICLE_UNREAD.with(&[&article]))
    }

    /// The notebook of an article, as it will be.
    fn book(&mut self, article: &str) -> &mut Notebook {
        let (library, annotator, format) = (self.library, self.annotator, self.format);
        self.books.entry(article.to_owned()).or_insert_with(|| {
            let mut book = library.desk().notebook(annotator, article).notebook().clone();
            book.imported = Some(format.to_owned());
            book
        })
    }

    /// The words that are meant, where exactly they stand in the article.
    fn selector(
        &self,
        place: &import::Place,
        article: &str,
        document: &Document,
        blob: &BlobId,
    ) -> Result<Selector, Message> {
        let span = match place {
            import::Place::Annotation(key, words) => {
                let (folder, id) =
                    key.split_once('/').ok_or_else(|| say::NOT_AN_ID.with(&[key]))?;
                let file = self.library.desk().notebook_in(folder, article);
                let known = file.notebook().annotations.get(&AnnotationId(id.into()));
                match (known, words) {
                    (Some(Annotation { selector, .. }), _) => {
                        points(document, selector.start, selector.end, &selector.exact)?
                    }
                    (None, Some(words)) => return self.selector(words, article, document, blob),
                    (None, None) => return Err(say::NO_ANNOTATION.with(&[key])),
                }
            }
            import::Place::Points { start, end, words } => points(document, *start, *end, words)?,
            import::Place::Quote { exact, prefix, suffix } => {
                quote(document, exact, prefix, suffix)?
            }
        };
        Ok(select_in(document, span, Some(blob.clone())))
    }

    /// Writes the notebooks that changed; how many.
    fn save(&self, dry_run: bool) -> Result<usize, Failure> {
        let mut changed = 0;
        for (article, now) in &self.books {
            let mut file = self.library.desk().notebook(self.annotator, article);
            let base = file.notebook().clone();
            if base == *now {
                continue;
            }
            changed += 1;
            if !dry_run {
                file.save(&base, now)?;
            }
        }
        Ok(changed)
    }

    fn tell(&self, lang: Lang, changed: usize, args: &Args, format: Format) -> Result<(), Failure> {
        for (at, why) in &self.misfits {
            let said = say::OF.fill(lang, &[at, why]);
            complain(&format!("{}\n", on_one_line(&said)));
        }
        match format {
            Format::Text => {
                let (taken, changes) = match args.dry_run {
                    true => (say::WOULD_BE_TAKEN, say::BOOKS_WOULD_CHANGE),
                    false => (say::TAKEN_INTO, say::BOOKS_CHANGED),
                };
                let (slug, left) = (self.annotator.slug(), self.misfits.len());
                let taken = taken.with(&[&self.taken, &slug]);
                let (left, changed) = (say::LEFT.with(&[&left]), changes.with(&[&changed]));
                let told: [&dyn Value; 3] = [&taken, &left, &changed];
                output::print(&say::IMPORT_DONE.fill(lang, &told))?;
            }
            _ => output::print_value(&json!({
                "as": self.annotator.slug(),
                "taken": self.taken,
                "notebooks": changed,
                "left_out": self.misfits.iter().map(|(at, why)| json!({ "at": at.en, "why": why.en })).collect::<Vec<_>>(),
            }))?,
        }
        match self.misfits.len() {
            0 => Ok(()),
            left => Err(Failure::failed(say::MISFITS.with(&[&left]), say::MISFITS_HINT)),
        }
    }
}

/// What is written: what the file says, over what an earlier import said; of what the file has no place
/// for, that stays.
fn made(
    incoming: Incoming,
    selector: Selector,
    verdict: Option<VerdictId>,
    before: Option<Annotation>,
    now: jiff::Timestamp,
) -> Annotation {
    let (created, updated) = incoming.times.unwrap_or((now, now));
    let mut made = before.clone().unwrap_or_else(|| Annotation::new(selector, created));
    made.verdict = verdict;
    made.note = incoming.note.unwrap_or(made.note);
    made.short = incoming.short.unwrap_or(made.short);
    made.tags = incoming.tags.unwrap_or(made.tags);
    made.evidence = incoming.evidence.unwrap_or(made.evidence);
    if before.is_none_or(|before| before != made) {
        made.updated = made.updated.max(updated);
    }
    made
}

/// A stretch of code points on which these words stand, whatever white space is between them.
fn points(document: &Document, start: usize, end: usize, words: &str) -> Result<Span, Message> {
    let span = document.from_points(start, end).filter(|span| !span.is_empty());
    let span = span.ok_or_else(|| say::NOT_A_STRETCH.with(&[&start, &end]))?;
    let there = document.to_original_bytes(span).of(document.original());
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    match plain(there) == plain(words) || plain(span.of(document.text())) == plain(words) {
        true => Ok(span),
        false => {
            let both: [&dyn Value; 4] = [&start, &end, &plain(there), &plain(words)];
            Err(say::OTHER_WORDS_AT.with(&both))
        }
    }
}

/// The one place in an article where these words stand between these others.
fn quote(document: &Document, exact: &str, prefix: &str, suffix: &str) -> Result<Span, Message> {
    let text = document.original();
    let whole = format!("{prefix}{exact}{suffix}");
    let mut places = text.match_indices(&whole);
    let span = match (places.next(), places.next()) {
        (Some((at, _)), None) => Some(at + prefix.len()),
        (Some(_), Some(_)) => return Err(say::MORE_THAN_ONCE.with(&[&exact])),
        (None, _) => None,
    };
    let span = span.map(|start| Span::new(start, start + exact.len()));
    let found = span.and_then(|span| document.from_original_bytes(span));
    found.ok_or_else(|| say::NOT_THERE_AT_ALL.with(&[&exact]))
}
