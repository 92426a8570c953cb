//! What most subcommands begin with: the desk, the person, an article by name.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use etcetera::BaseStrategy as _;

use super::failure::Failure;
use super::{Place, output};
use crate::config::{Config, DESK_FILE, USER_FILE, Values};
use crate::core::annotation::{Label, Notebook, VerdictId};
use crate::core::article::Document;
use crate::core::claim::analyze;
use crate::core::review::{Item, Level, is_in_place, items, place};
use crate::core::team::{self, Team};
use crate::git;
use crate::git::again::find_again;
use crate::store::annotator::Annotator;
use crate::store::desk::{Desk, DeskError};
use crate::store::format::Sides;
use crate::store::notebook::{NotebookFile, Refusal};

/// Opens a desk; what its configuration has wrong is said and does not stop anybody from reading.
pub(super) fn open(root: &Path) -> Result<(Desk, Config), Failure> {
    let config = configuration(root);
    for problem in &config.problems {
        output::complain(&format!("warning: {problem}\n"));
    }
    Ok((open_as(root, &config)?, config))
}

/// Opens a desk whose configuration is known.
pub(super) fn open_as(root: &Path, config: &Config) -> Result<Desk, Failure> {
    configured(root, config).map_err(|error| Failure::not_found(&error, error.hint()))
}

/// A desk with the folders that its configuration names.
pub(super) fn configured(root: &Path, config: &Config) -> Result<Desk, DeskError> {
    let Values { seeds, annotations, .. } = &config.values;
    Ok(Desk::with_folders(root, seeds, annotations)?.asking(sides))
}

/// The configuration in force on a desk: the user's file, then the desk's.
pub(super) fn configuration(root: &Path) -> Config {
    Config::read(user_file().as_deref(), &desk_file(root))
}

/// The desk's file, which may not exist.
pub(super) fn desk_file(root: &Path) -> PathBuf {
    let path = root.join(DESK_FILE);
    path.strip_prefix(".").map_or(path.clone(), Path::to_path_buf)
}

/// The user's own file, which may not exist.
pub(super) fn user_file() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.config_dir().join(USER_FILE))
}

/// Refuses to write by a configuration that was not wholly understood.
pub(super) fn understood(config: &Config) -> Result<(), Failure> {
    let Some(problem) = config.problems.first() else { return Ok(()) };
    let more = match config.problems.len() {
        1 => String::new(),
        many => format!(" (the first of {many} problems; `claimdesk config --check` lists all)"),
    };
    Err(Failure::failed(format!("{}: {}{more}", problem.place, problem.what), &problem.hint))
}

/// What git's index has of a notebook in conflict.
fn sides(path: &Path) -> Option<Sides> {
    let stages = git::Repo::discover(path.parent()?).ok()?.stages(path).ok()?;
    Some(Sides { base: stages.base, ours: stages.ours, theirs: stages.theirs })
}

/// Who is at the desk.
pub(super) fn annotator(place: &Place) -> Annotator {
    who(place, &configuration(&place.desk)).0
}

/// Who is at the desk, and what says so: the first of these that has a name.
pub(super) fn who(place: &Place, config: &Config) -> (Annotator, String) {
    let variable = |name: &str| Some((std::env::var(name).ok()?, name.to_owned()));
    let asked = place.annotator.clone().map(|name| (name, "--annotator".to_owned()));
    let own = config.values.annotator.clone().map(|name| {
        let origin = config.origin("annotator").unwrap_or("default");
        (name, origin.to_owned())
    });
    let git = || Some((git::user_name(&place.desk).ok()??, "git config user.name".to_owned()));
    let named = |found: &(String, String)| !found.0.trim().is_empty();
    let found = asked
        .filter(named)
        .or_else(|| variable("CLAIMDESK_ANNOTATOR").filter(named))
        .or(own)
        .or_else(|| git().filter(named))
        .or_else(|| variable("USER").filter(named))
        .or_else(|| variable("LOGNAME").filter(named));
    let (name, origin) = found.unwrap_or_else(|| ("anonymous".to_owned(), "default".to_owned()));
    (Annotator::new(&name), origin)
}

/// The article a person means: its path, its name below `seeds/`, or a beginning of it.
pub(super) fn article(desk: &Desk, asked: &str) -> Result<String, Failure> {
    let entries = desk.articles().entries;
    let path = std::fs::canonicalize(asked).ok().and_then(|path| desk.article_name(&path));
    let exact = |name: &str| entries.iter().any(|entry| entry.name == name);
    if let Some(name) = path.filter(|name| exact(name)) {
        return Ok(name);
    }
    if exact(asked) {
        return Ok(asked.to_owned());
    }
    let mut begun = entries.iter().filter(|entry| entry.name.starts_with(asked));
    match (begun.next(), begun.next()) {
        (Some(one), None) => Ok(one.name.clone()),
        (Some(_), Some(_)) => Err(Failure::not_found(
            format!("several articles begin with `{asked}`"),
            "write more of the name; `claimdesk list` prints all names",
        )),
        (None, _) => Err(Failure::not_found(
            format!("no article `{asked}` in {}", desk.seeds().display()),
            "`claimdesk list` prints all names",
        )),
    }
}

/// A file that somebody named.
pub(super) fn file(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| {
        let hint = "name a file that you may read";
        Failure::unread(format!("cannot read {}", path.display()), &error, hint)
    })
}

/// A file that somebody named, or else the article of that name.
pub(super) fn file_or_article(place: &Place, path: &Path) -> Result<Vec<u8>, Failure> {
    let asked = path.to_str().filter(|_| !path.exists());
    let desk = || configured(&place.desk, &configuration(&place.desk)).ok();
    let Some((asked, desk)) = asked.and_then(|asked| Some((asked, desk()?))) else {
        return file(path);
    };
    read_article(&desk, &article(&desk, asked)?)
}

fn read_article(desk: &Desk, name: &str) -> Result<Vec<u8>, Failure> {
    let hint = "see who may read the file, and that it is a plain file";
    desk.read_article(name).map_err(|error| Failure::failed(&error, hint))
}

/// What is in a notebook that can be read; another one says nothing, least of all
/// that its claims are open.
pub(super) fn readable(file: &NotebookFile) -> Result<&Notebook, Failure> {
    match file.refusal() {
        None | Some(Refusal::Newer(_)) => Ok(file.notebook()),
        Some(refusal) => Err(refused(file, refusal)),
    }
}

/// Why a notebook cannot be used.
pub(super) fn refused(file: &NotebookFile, refusal: &Refusal) -> Failure {
    Failure::failed(format!("{}: {refusal}", file.shown_path().display()), refusal.hint())
}

/// An article with its claims as the reader numbers them.
pub(super) struct Review {
    /// The text.
    pub doc: Document,
    /// The claims in order: number 1 is the first.
    pub items: Vec<Item>,
}

/// Reads an article and joins its claims with a person's annotations.
pub(super) fn review(
    desk: &Desk,
    name: &str,
    own: &Notebook,
    level: Level,
) -> Result<(Review, Vec<u8>), Failure> {
    let bytes = read_article(desk, name)?;
    let doc = Document::new(bytes.clone());
    let analysis = analyze(doc.text());
    let away = own.annotations.iter().filter(|(_, a)| is_in_place(&doc, a).is_none());
    let found = find_again(desk.root(), &doc, away.map(|(id, a)| (id, &a.selector)), None);
    let placed: Vec<_> =
        own.annotations.iter().map(|(id, a)| place(&doc, id, a, found.get(id))).collect();
    let items = items(&analysis, &placed, level);
    let items = team::join(items, &team(desk, name, own, &doc));
    drop(placed);
    Ok((Review { doc, items }, bytes))
}

/// What teammates marked: the reader stops there, too.
fn team(desk: &Desk, name: &str, own: &Notebook, doc: &Document) -> Team {
    let own = Annotator::new(&own.annotator);
    let others = desk.annotators().into_iter().filter(|slug| slug != own.slug());
    let files = others.map(|slug| desk.notebook(&Annotator::new(&slug), name));
    let readable = files.filter(|file| file.exists() && file.refusal().is_none());
    let books: Vec<_> = readable.map(|file| Arc::new(file.notebook().clone())).collect();
    let away = team::away(doc, &books);
    let found = find_again(desk.root(), doc, away.iter().map(|(id, s)| (id, s)), None);
    team::gather(doc, &books, |id| found.get(id))
}

/// A verdict of this desk by its id or key.
pub(super) fn verdict(labels: &[Label], asked: &str) -> Result<VerdictId, Failure> {
    if let Some(label) =
        labels.iter().find(|label| label.id.0 == asked || label.key.to_string() == asked)
    {
        return Ok(label.id.clone());
    }
    let known: Vec<_> = labels.iter().map(|label| label.id.0.as_str()).collect();
    Err(Failure::usage(
        format!("no verdict `{asked}` on this desk"),
        format!("one of: {}", known.join(", ")),
    ))
}
