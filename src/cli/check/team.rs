//! What is wrong with the team rather than with a file: people, rights, decisions that have lost
//! their ground, and what a range of commits broke.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::team::{Team, name_words, strays};
use super::inspect;
use super::problem::{Kind, Problem};
use crate::core::annotation::Label;
use crate::core::team::progress::Progress;
use crate::core::team::roster::{Person, Roster};
use crate::core::team::status::{Status, Unit};
use crate::desk::{Library, Sheet};
use crate::git::log::Wanted;
use crate::git::{self, Repo};
use crate::i18n::line as say;
use crate::store::desk::Desk;
use crate::store::setup;

/// Two people of one name, one person of two names, and one whose folder is called otherwise.
pub(super) fn people(desk: &Desk, roster: &Roster) -> Vec<Problem> {
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for found in desk.notebooks() {
        let file = desk.notebook_at(&found);
        if file.refusal().is_none() {
            let name = file.notebook().annotator.clone();
            names.entry(found.slug).or_default().insert(name);
        }
    }
    let folder = |slug: &str| desk.name_below(&desk.annotations().join(slug));
    let mut problems = Vec::new();
    for (slug, names) in names.iter().filter(|(_, names)| names.len() > 1) {
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let message = say::TWO_IN_A_FOLDER.with(&[&names.join(", ")]);
        problems.push(Problem::new(folder(slug), Kind::TwoPeople, message));
    }
    let all: Vec<(&String, &String)> =
        names.iter().flat_map(|(slug, names)| names.iter().map(move |name| (slug, name))).collect();
    for (i, (slug, name)) in all.iter().enumerate() {
        for (other, same) in &all[..i] {
            let apart = slug != other && roster.person_of(slug) != roster.person_of(other);
            if apart && name_words(name) == name_words(same) {
                let message = say::ONE_NAME.with(&[name, other]);
                problems.push(Problem::new(folder(slug), Kind::SameName, message));
            }
        }
    }
    let folders = desk.annotators();
    for (person, other) in strays(roster, &folders) {
        let message = say::HAS_NO_FOLDER.with(&[&person, &other]);
        problems.push(Problem::new(folder(other), Kind::SameName, message));
    }
    for (slug, person) in &roster.people {
        let shares = |(other, known): &(&String, &Person)| {
            *other < slug && known.emails.iter().any(|email| person.emails.contains(email))
        };
        if let Some((other, _)) = roster.people.iter().find(shares) {
            let message = say::ONE_ADDRESS.with(&[other]);
            problems.push(Problem::new(folder(slug), Kind::SameName, message));
        }
    }
    problems
}

/// Final verdicts that have lost their ground, and articles changed since they were published.
pub(super) fn decisions(team: &Team) -> Vec<Problem> {
    let desk = team.library.desk();
    let mut problems = Vec::new();
    let articles = team.articles(&[]).unwrap_or_default();
    for article in articles {
        // What cannot be read is told by the look at the files.
        let Ok(sheet) = team.quiet_sheet(&article) else { continue };
        for unit in sheet.units(team.rules()) {
            problems.extend(decision(desk, &sheet, &unit));
        }
        let progress = Progress::of(&[], &sheet.books, team.rules());
        if progress.is_changed_since_published() {
            let file = desk.article_path(&article).unwrap_or_default();
            let file = desk.name_below(&file);
            let message = say::GONE_ON_SINCE;
            problems.push(Problem::new(file, Kind::ChangedSincePublished, message));
        }
    }
    problems
}

fn decision(desk: &Desk, sheet: &Sheet, unit: &Unit) -> Option<Problem> {
    let decision = unit.decision.as_ref()?;
    let words = format!("{:?}", unit.span.of(sheet.document.text()));
    let (kind, message) = match unit.status {
        Status::Overtaken => {
            (Kind::Overtaken, say::SAID_OTHERWISE_SINCE.with(&[&decision.name, &words]))
        }
        Status::Contested => {
            let others: Vec<_> = unit.contesting.iter().map(|other| &*other.name).collect();
            let others = others.join(", ");
            let message = say::DECIDED_DIFFERENTLY.with(&[&decision.name, &others, &words]);
            (Kind::Contested, message)
        }
        _ => return None,
    };
    let folder = decision.key.split('/').next().unwrap_or_default();
    let path = desk.annotations().join(folder).join(format!("{}.json", sheet.article));
    Some(Problem::new(desk.name_below(&path), kind, message))
}

/// Commits of a range that write into folders of others, or of nobody who is known.
pub(super) fn authors(
    desk: &Desk,
    roster: &Roster,
    range: &str,
) -> Result<Vec<Problem>, git::Error> {
    let repo = Repo::discover(desk.root())?;
    let paths = [desk.annotations().to_owned()];
    let mut problems = Vec::new();
    for commit in repo.log(Wanted { range, since: None, paths: &paths })? {
        let folders: BTreeSet<_> = commit
            .files
            .iter()
            .filter_map(|file| file.path.strip_prefix(desk.annotations()).ok()?.iter().next())
            .map(|folder| folder.to_string_lossy().into_owned())
            .collect();
        for folder in folders {
            let person = roster.person_of(&folder);
            let known = roster.people.get(person);
            let id = &commit.id[..commit.id.len().min(9)];
            let file = desk.name_below(&desk.annotations().join(&folder));
            if known.is_none() && !roster.people.is_empty() {
                let message = say::NOBODYS_FOLDER.with(&[&id, &commit.email]);
                problems.push(Problem::new(file, Kind::UnknownPerson, message));
            } else if let Some(known) = known.filter(|known| !known.emails.is_empty()) {
                let own =
                    known.emails.iter().any(|email| email.eq_ignore_ascii_case(&commit.email));
                if !own {
                    let message = say::FOREIGN_WRITE.with(&[&id, &commit.email, &person]);
                    problems.push(Problem::new(file, Kind::ForeignWrite, message));
                }
            }
        }
    }
    Ok(problems)
}

/// Of these problems those that were there at a revision already: what changed since did not break
/// them. Only what differs from the revision is looked at as it was then.
pub(super) fn known_at(
    library: &Library,
    labels: &[Label],
    revision: &str,
    problems: &[Problem],
) -> Result<BTreeSet<Known>, git::Error> {
    let desk = library.desk();
    let repo = Repo::discover(desk.root())?;
    let mut then = repo.tree(revision, desk.annotations())?;
    then.extend(repo.tree(revision, desk.seeds())?);
    let mut wanted = BTreeSet::new();
    for problem in problems {
        let path = desk.root().join(&problem.file);
        if let Ok(below) = path.strip_prefix(desk.annotations())
            && let Some((_, article)) = below.to_string_lossy().replace('\\', "/").split_once('/')
        {
            let article = article.strip_suffix(".json").unwrap_or(article);
            wanted.extend(desk.article_path(article));
        }
        wanted.insert(path);
    }
    let blobs = repo.contents(wanted.iter().filter_map(|path| then.get(path)))?;
    let files = wanted.iter().filter_map(|path| {
        let below = path.strip_prefix(desk.root()).ok()?;
        Some((below.to_owned(), blobs.get(then.get(path)?)?.clone()))
    });
    let folder =
        setup::scratch_with(files).map_err(|source| git::Error::Io { command: "show", source })?;
    let below =
        |path: &Path| path.strip_prefix(desk.root()).map(Path::to_owned).unwrap_or_default();
    let old = Desk::with_folders(folder.path(), &below(desk.seeds()), &below(desk.annotations()));
    // Nothing was there then.
    let Ok(old) = old else { return Ok(BTreeSet::new()) };
    let old = Library::new(old, library.annotator().clone());
    let (_, problems) = inspect::all(&old, labels, None);
    Ok(problems.iter().map(Known::of).collect())
}

/// A problem as it is known again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Known {
    file: String,
    kind: &'static str,
    annotation: Option<String>,
}

impl Known {
    pub(super) fn of(problem: &Problem) -> Self {
        // How words are gone may be told otherwise without the history at hand.
        let kind = match problem.kind {
            Kind::Stale | Kind::Ambiguous | Kind::Lost | Kind::SameValue => "words",
            kind => kind.name(),
        };
        let annotation = problem.annotation.as_ref().map(|id| id.0.to_string());
        Self { file: problem.file.clone(), kind, annotation }
    }
}
