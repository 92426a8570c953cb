//! What happened on a desk, out of git: what people did, not which lines they changed.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::{Library, undone};
use crate::core::annotation::{AnnotationId, Notebook, Selector};
use crate::core::team::change::{Act, Change, Event, changes};
use crate::core::team::roster::Roster;
use crate::core::team::status::Rules;
use crate::git::log::{Commit, Touched, Wanted};
use crate::git::{Error, Repo};
use crate::store::desk::Desk;
use crate::store::format;
use crate::store::refusal::Refusal;

/// Which events.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Range<'a> {
    /// A revision or a range `A..B`.
    pub revisions: &'a str,
    /// Only from this time on, as git reads times.
    pub since: Option<&'a str>,
}

/// What is at a path of a desk.
pub(super) enum Place {
    Notebook { folder: String, article: String },
    Article(String),
}

/// What people did in a range of commits, the oldest first.
///
/// # Errors
/// When git cannot be run or does not know the range.
pub(crate) fn events(desk: &Desk, roster: &Roster, range: Range<'_>) -> Result<Vec<Event>, Error> {
    let repo = Repo::discover(desk.root())?;
    let paths = [desk.annotations().to_owned(), desk.seeds().to_owned()];
    let Range { revisions, since } = range;
    told(&repo, desk, roster, &repo.log(Wanted { range: revisions, since, paths: &paths })?)
}

/// All that was ever done to the annotations of one article that `is_about` lets through, by the
/// person's folder and id; what is not committed yet comes last.
///
/// # Errors
/// When git cannot be run.
pub(crate) fn history(
    desk: &Desk,
    roster: &Roster,
    article: &str,
    is_about: impl Fn(&str, &AnnotationId) -> bool,
) -> Result<Vec<Event>, Error> {
    let repo = Repo::discover(desk.root())?;
    let folders = desk.annotators();
    let path = |folder: &String| desk.annotations().join(folder).join(format!("{article}.json"));
    let paths: Vec<PathBuf> = folders.iter().map(path).collect();
    if paths.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = Wanted { range: "HEAD", since: None, paths: &paths };
    let mut all = match repo.head()? {
        Some(_) => told(&repo, desk, roster, &repo.log(wanted)?)?,
        None => Vec::new(),
    };
    for (folder, path) in folders.iter().zip(&paths) {
        let before = repo.versions(path, &["HEAD"])?.pop().flatten();
        let file = desk.notebook_in(folder, article);
        if !file.refusal().is_some_and(Refusal::hides) {
            let done = changes(&notebook(before.as_deref()), file.notebook());
            all.extend(done.into_iter().map(|change| Event {
                commit: None,
                at: change.at.map_or_else(String::new, |at| at.to_string()),
                by: roster.person_of(folder).to_owned(),
                folder: folder.clone(),
                name: name(roster, folder, &file.notebook().annotator),
                article: article.to_owned(),
                change,
            }));
        }
    }
    all.retain(|event| event.change.id.as_ref().is_some_and(|id| is_about(&event.by, id)));
    Ok(all)
}

fn told(
    repo: &Repo,
    desk: &Desk,
    roster: &Roster,
    commits: &[Commit],
) -> Result<Vec<Event>, Error> {
    let files = || commits.iter().flat_map(|commit| &commit.files);
    let is_book = |file: &&Touched| file.path.starts_with(desk.annotations());
    let ids = files().filter(is_book).flat_map(|file| file.before.iter().chain(&file.after));
    let blobs = repo.contents(ids)?;
    let undone = undone::all(repo, desk, commits)?;
    let mut all = Vec::new();
    for commit in commits {
        let renamed = renamed(desk, commit);
        for file in &commit.files {
            let Some(place) = place(desk, &file.path) else { continue };
            let (by, folder, readable, article, done) = match place {
                Place::Article(article) => {
                    let by = roster.by_email(&commit.email).unwrap_or(&commit.author);
                    let by = by.to_owned();
                    let undone = undone.get(&(&*commit.id, &*file.path)).copied();
                    let done = match renamed.get(&*file.path) {
                        None => vec![edited(file, undone.unwrap_or_default())],
                        // Of the two files of a new name the new one tells it.
                        Some(None) => Vec::new(),
                        Some(Some(old)) => {
                            vec![of_article(Act::ArticleRenamed, old.clone(), article.clone())]
                        }
                    };
                    let readable = roster.name_of(&by).unwrap_or(&commit.author).to_owned();
                    (by, String::new(), readable, article, done)
                }
                Place::Notebook { folder, article } => {
                    let text = |id: &Option<_>| id.as_ref().and_then(|id| blobs.get(id));
                    let [before, after] =
                        [&file.before, &file.after].map(|id| notebook(text(id).map(Vec::as_slice)));
                    let known = if after.annotator.is_empty() { &before } else { &after };
                    let by = roster.person_of(&folder).to_owned();
                    let readable = name(roster, &folder, &known.annotator);
                    (by, folder, readable, article, changes(&before, &after))
                }
            };
            all.extend(done.into_iter().map(|change| Event {
                commit: Some(commit.id.clone()),
                at: commit.at.clone(),
                by: by.clone(),
                folder: folder.clone(),
                name: readable.clone(),
                article: article.clone(),
                change,
            }));
        }
    }
    Ok(all)
}

fn name(roster: &Roster, folder: &str, annotator: &str) -> String {
    let person = roster.person_of(folder);
    let annotator = if annotator.is_empty() { folder } else { annotator };
    roster.name_of(person).unwrap_or(annotator).to_owned()
}

/// What became of an article.
fn edited(file: &Touched, undone: usize) -> Change {
    let act = match (&file.before, &file.after) {
        (None, _) => Act::ArticleAdded,
        (_, None) => Act::ArticleRemoved,
        _ => Act::ArticleEdited { undone },
    };
    of_article(act, String::new(), String::new())
}

fn of_article(act: Act, from: String, to: String) -> Change {
    Change { act, id: None, place: Selector::default(), from, to, at: None }
}

/// The articles that a commit gave another name, byte for byte: the file of the new name with the old
/// name, that of the old one without.
fn renamed<'a>(desk: &Desk, commit: &'a Commit) -> HashMap<&'a Path, Option<String>> {
    let article = |file: &Touched| match place(desk, &file.path)? {
        Place::Article(name) => Some(name),
        Place::Notebook { .. } => None,
    };
    let mut gone: Vec<_> = commit.files.iter().filter(|file| file.after.is_none()).collect();
    let mut found = HashMap::new();
    for new in commit.files.iter().filter(|file| file.before.is_none()) {
        if article(new).is_none() {
            continue;
        }
        let same = gone.iter().position(|old| old.before == new.after && article(old).is_some());
        if let Some(old) = same.map(|at| gone.remove(at)) {
            found.insert(&*new.path, article(old));
            found.insert(&*old.path, None);
        }
    }
    found
}

pub(super) fn place(desk: &Desk, path: &Path) -> Option<Place> {
    if let Ok(below) = path.strip_prefix(desk.annotations()) {
        let below = below.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
        let (folder, article) = below.split_once('/')?;
        let article = article.strip_suffix(".json")?.to_owned();
        return Some(Place::Notebook { folder: folder.to_owned(), article });
    }
    let name = desk.article_name(path)?;
    desk.may_list(&name).then_some(Place::Article(name))
}

/// A notebook as git holds it; one that cannot be read says nothing.
pub(super) fn notebook(bytes: Option<&[u8]>) -> Notebook {
    let read = bytes.and_then(|bytes| format::parse(bytes).ok());
    read.map(|read| read.notebook).unwrap_or_default()
}

/// Without what others said of claims that the person has not decided.
pub(crate) fn visible(library: &Library, rules: Rules<'_>, found: Vec<Event>) -> Vec<Event> {
    let me = rules.roster.person_of(library.annotator().slug());
    let folders = library.desk().annotators();
    let mut shown: HashMap<String, HashSet<String>> = HashMap::new();
    let mut is_shown = |event: &Event| {
        let Some(id) = event.change.id.as_ref().filter(|_| event.by != me) else { return true };
        let keys = shown.entry(event.article.clone()).or_insert_with(|| {
            let sheet = library.sheet(&event.article, &folders, rules.roster);
            let units = sheet.map(|sheet| sheet.units(rules)).unwrap_or_default();
            let own = units.iter().filter(|unit| unit.opinions.iter().any(|o| o.person == me));
            own.flat_map(|unit| unit.opinions.iter().map(|o| o.key.clone())).collect()
        });
        keys.contains(&format!("{}/{}", event.folder, id.0))
    };
    found.into_iter().filter(|event| is_shown(event)).collect()
}
