//! What most subcommands begin with: the desk, the person, an article by name.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use etcetera::BaseStrategy as _;

use super::failure::{Failure, system};
use super::review::{label_name, named as is_named};
use super::{Place, output};
use crate::app::history::{GitHistory, REST};
use crate::config::{Config, DESK_FILE, USER_FILE, Values};
use crate::core::annotation::{Label, VerdictId};
use crate::core::article::Document;
use crate::desk::{Library, Opened, document};
use crate::git;
use crate::i18n::{Lang, Message, line as say};
use crate::store::annotator::Annotator;
use crate::store::desk::{Desk, DeskError};
use crate::store::listing::Listing;
use crate::store::session::State;

/// The desk that a folder belongs to: one above it where that keeps its articles or
/// decisions, else the folder itself.
pub(super) fn root_of(folder: &Path) -> PathBuf {
    let Ok(real) = folder.canonicalize() else { return folder.to_owned() };
    if is_desk(&real) {
        return folder.to_owned();
    }
    let above = real.ancestors().skip(1);
    let found =
        above.into_iter().find(|above| is_desk(above) || real.starts_with(above.join("seeds")));
    found.map_or_else(|| folder.to_owned(), Path::to_path_buf)
}

/// Whether a folder says itself that it is a desk.
fn is_desk(folder: &Path) -> bool {
    folder.join(DESK_FILE).is_file() || folder.join("annotations").is_dir()
}

/// More files and folders than these are not looked through unasked.
pub(super) const LARGE: usize = 10_000;

/// Whether a folder that nobody made for articles is too large to be looked through unasked.
pub(super) fn is_large(desk: &Desk) -> bool {
    let home = etcetera::home_dir().ok().and_then(|home| home.canonicalize().ok());
    let home = home.is_some_and(|home| home.starts_with(desk.root()));
    desk.is_flat() && !desk.annotations().is_dir() && (home || desk.is_larger(LARGE))
}

/// Opens a desk; what its configuration has wrong is said and does not stop anybody from reading.
pub(super) fn open(place: &Place) -> Result<(Desk, Config), Failure> {
    let config = configuration(&place.desk);
    for problem in &config.problems {
        let what = say::OF.with(&[&problem.place, &problem.what]);
        output::warn(place.lang, &what);
        output::complain(&say::HINT.fill(place.lang, &[&problem.hint]));
    }
    let desk = open_as(&place.desk, &config)?;
    not_large(&desk)?;
    Ok((desk, config))
}

fn not_large(desk: &Desk) -> Result<(), Failure> {
    if !is_large(desk) {
        return Ok(());
    }
    Err(Failure::usage(
        say::LARGE_FOLDER.with(&[&desk.root().display(), &LARGE]),
        say::LARGE_FOLDER_HINT,
    ))
}

/// A desk as the person at it sees it.
pub(super) fn library(place: &Place) -> Result<(Library, Config), Failure> {
    let (desk, config) = open(place)?;
    Ok((library_of(desk, place, &config), config))
}

/// The same to write on it, by a configuration that was wholly understood.
pub(super) fn library_to_write(place: &Place) -> Result<(Library, Config), Failure> {
    let config = configuration(&place.desk);
    understood(&config)?;
    let desk = open_as(&place.desk, &config)?;
    not_large(&desk)?;
    Ok((library_of(desk, place, &config), config))
}

pub(super) fn library_of(desk: Desk, place: &Place, config: &Config) -> Library {
    library_for(desk, who(place, config).0, config)
}

/// A desk as somebody of this name sees it.
pub(super) fn library_for(desk: Desk, annotator: Annotator, config: &Config) -> Library {
    // One of several folders of a person is written into: the first; and a folder is taken as it
    // is called, whatever a name would make of it.
    let person = config.roster.person_of(annotator.slug()).to_owned();
    let folders = desk.annotators();
    let same = |folder: &&String| Annotator::new(folder).slug() == person;
    let known = folders.contains(&person).then(|| person.clone());
    let folder = known.or_else(|| folders.iter().find(same).cloned()).unwrap_or(person);
    Library::new(desk, annotator.in_folder(&folder)).renamed(config.renamed.clone())
}

/// Says how many documents of other kinds lie among the articles; nothing where there are none.
pub(super) fn others(lang: Lang, listing: &Listing) -> String {
    let ending = |name: &String| {
        name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
    };
    let endings: BTreeSet<_> = listing.others.iter().map(ending).collect();
    let endings = endings.into_iter().collect::<Vec<_>>().join(", ");
    match listing.others.len() {
        0 => String::new(),
        count => say::OTHER_FILES.fill(lang, &[&count, &endings]),
    }
}

/// Remembers that this clone wrote files for all, so that a sync shares them.
pub(super) fn wrote(lang: Lang, desk: &Desk, files: impl IntoIterator<Item = PathBuf>) {
    // Where nothing can be shared there is nothing to remember.
    let shares = git::place::GitDir::find(desk.root()).is_some();
    let Some(folder) = super::read::folders().state.filter(|_| shares) else { return };
    if let Err(error) = State::new(&folder, desk.root()).keep_wrote(files) {
        output::warn(lang, &say::SYNC_NEEDS_WITH.with(&[&system(&error)]));
    }
}

/// Opens a desk whose configuration is known.
pub(super) fn open_as(root: &Path, config: &Config) -> Result<Desk, Failure> {
    Ok(configured(root, config)?)
}

/// A desk with the folders that its configuration names.
pub(super) fn configured(root: &Path, config: &Config) -> Result<Desk, DeskError> {
    let Values { seeds, annotations, .. } = &config.values;
    let desk = Desk::with_folders(root, seeds, annotations)?;
    let history = GitHistory::of(desk.root(), REST);
    Ok(desk.with_history(Arc::new(history)))
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
    let what = say::OF.with(&[&problem.place, &problem.what]);
    let what = match config.problems.len() {
        1 => what,
        many => say::FIRST_PROBLEM.with(&[&what, &many]),
    };
    Err(Failure::failed(what, problem.hint.clone()))
}

/// Who is at the desk, and what says so: the first of these that has a name.
pub(super) fn who(place: &Place, config: &Config) -> (Annotator, String) {
    let git = || Some((git::user_name(&place.desk).ok()??, "git config user.name".to_owned()));
    let (name, origin) =
        told(place, config).or_else(|| git().filter(named)).unwrap_or_else(on_the_system);
    (Annotator::new(&name), origin)
}

/// Who is at the desk where git does not say so, and whether git has to be asked.
pub(super) fn who_unasked(place: &Place, config: &Config) -> (Annotator, bool) {
    let told = told(place, config);
    let is_known = told.is_some();
    (Annotator::new(&told.unwrap_or_else(on_the_system).0), !is_known)
}

/// A name and what says so.
type Named = (String, String);

fn named(found: &Named) -> bool {
    !found.0.trim().is_empty()
}

fn variable(name: &str) -> Option<Named> {
    Some((std::env::var(name).ok()?, name.to_owned())).filter(named)
}

/// Who the person says to be, to this program.
fn told(place: &Place, config: &Config) -> Option<Named> {
    let asked = place.annotator.clone().map(|name| (name, "--annotator".to_owned()));
    let own = config.values.annotator.clone().map(|name| {
        let origin = config.origin("annotator").unwrap_or("default");
        (name, origin.to_owned())
    });
    asked.filter(named).or_else(|| variable("CLAIMDESK_ANNOTATOR")).or(own)
}

/// What the system calls the person.
fn on_the_system() -> Named {
    let found = variable("USER").or_else(|| variable("LOGNAME"));
    found.unwrap_or_else(|| ("anonymous".to_owned(), "default".to_owned()))
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
    let begun = |begins: &dyn Fn(&str) -> bool| -> Vec<&String> {
        entries.iter().map(|entry| &entry.name).filter(|name| begins(name)).take(2).collect()
    };
    let mut found = begun(&|name| name.starts_with(asked));
    if found.is_empty() {
        // Whoever types the name of a file need not know its folder.
        found = begun(&|name| name.rsplit('/').next().is_some_and(|file| file.starts_with(asked)));
    }
    match *found {
        [one] => Ok(one.clone()),
        [_, ..] => Err(Failure::not_found(
            say::SEVERAL_ARTICLES.with(&[&asked]),
            say::SEVERAL_ARTICLES_HINT,
        )),
        [] => Err(Failure::not_found(
            say::NO_ARTICLE.with(&[&asked, &desk.seeds().display()]),
            say::LIST_NAMES,
        )),
    }
}

/// A file that somebody named.
pub(super) fn file(path: &Path) -> Result<Document, Failure> {
    let unread = |error| Failure::unread(path, &error, say::NAME_A_FILE);
    std::fs::read(path).map(document).map_err(unread)
}

/// A file that somebody named, or else the article of that name.
pub(super) fn file_or_article(place: &Place, path: &Path) -> Result<Document, Failure> {
    let asked = path.to_str().filter(|_| !path.exists());
    let library = || {
        let config = configuration(&place.desk);
        Some(library_of(configured(&place.desk, &config).ok()?, place, &config))
    };
    let Some((asked, library)) = asked.and_then(|asked| Some((asked, library()?))) else {
        return file(path);
    };
    let name = article(library.desk(), asked)?;
    Ok(library.document(&name)?.0)
}

/// An article with everything about it; one whose notebook cannot be read says
/// nothing, least of all that its claims are open.
pub(super) fn opened(library: &Library, name: &str) -> Result<Opened, Failure> {
    let opened = library.open(name)?;
    match opened.notebooks.unread() {
        Some(refusal) => Err(Failure::refused(&opened.notebooks.own, refusal)),
        None => Ok(opened),
    }
}

/// A verdict of this desk by its id, key or name.
pub(super) fn verdict(labels: &[Label], asked: &str) -> Result<VerdictId, Failure> {
    let by_id = labels.iter().find(|label| label.id.0 == asked);
    if let Some(label) = by_id.or_else(|| labels.iter().find(|label| is_named(label, asked))) {
        return Ok(label.id.clone());
    }
    let known = Message::of(|lang| {
        let name = |label: &Label| match lang {
            Lang::En => label.id.0.clone(),
            Lang::Fr => label.fr.clone(),
        };
        labels.iter().map(name).collect::<Vec<_>>().join(", ")
    });
    Err(Failure::usage(say::NO_VERDICT.with(&[&asked]), say::ONE_OF.with(&[&known])))
}

/// What a verdict is called, also where the desk does not know it.
pub(super) fn verdict_name<'a>(labels: &'a [Label], id: &'a VerdictId, lang: Lang) -> &'a str {
    let label = labels.iter().find(|label| label.id == *id);
    label.map_or(&id.0, |label| label_name(label, lang))
}
