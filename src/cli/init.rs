//! `claimdesk init`: a folder made ready for a team.

use std::fmt::{self, Write as _};
use std::io;
use std::path::{Path, PathBuf};

use super::Place;
use super::failure::{Failure, system};
use super::output::print;
use crate::config::{self, DESK_FILE};
use crate::core::team::roster::Role;
use crate::git::{self, Repo};
use crate::i18n::{Lang, Value, line as say};
use crate::store::desk::Desk;
use crate::store::setup::{self, Step};

/// Prepare a folder as a desk, and this clone's git to merge notebooks.
///
/// What exists is left as it is, or said.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder; else the one that `--desk` names.
    #[arg(conflicts_with = "desk")]
    folder: Option<PathBuf>,
    /// Only tell git in this clone how to merge: for each further clone of a desk.
    #[arg(long)]
    git_only: bool,
    /// Write CODEOWNERS, too, so that a forge asks each person of [team.people] that has a `forge`
    /// account about changes to their folder, and the editors about claimdesk.toml.
    #[arg(long, conflicts_with = "git_only")]
    team: bool,
    /// Clone the desk of this address first, without old contents.
    #[arg(long, value_name = "URL", conflicts_with = "git_only")]
    clone: Option<String>,
    /// Of the clone check out these folders of articles only, with what everybody decided on them.
    #[arg(long, value_name = "A,B", value_delimiter = ',', requires = "clone")]
    topics: Vec<String>,
}

/// Notebooks and what is known of articles are merged by us; articles keep their bytes, so that
/// their ids are git's. Of lines that fit a file, git takes the last.
fn attributes(seeds: &str, annotations: &str) -> [String; 3] {
    [
        format!("{annotations}/**/*.json text eol=lf merge=claimdesk"),
        format!("{seeds}/** -text"),
        "*.source.json text eol=lf merge=claimdesk".to_owned(),
    ]
}

/// Who reviews what, for GitHub and GitLab.
const OWNERS: &str = "CODEOWNERS";
/// What a crash may leave behind.
const IGNORE: &str = ".claimdesk-*";

pub(super) fn run(args: &Args, place: &Place) -> Result<(), Failure> {
    if let Some(url) = &args.clone {
        return clone(url, args.folder.as_deref(), &args.topics, place);
    }
    let desk = args.folder.as_ref().unwrap_or(&place.desk);
    if args.team { owners(place.lang, desk) } else { prepare(place.lang, desk, args.git_only) }
}

/// Prepares a folder as a desk, and says to the forge who reviews what.
fn owners(lang: Lang, desk: &Path) -> Result<(), Failure> {
    let config = super::desk::configuration(desk);
    let annotations = config.values.annotations.to_string_lossy().replace('\\', "/");
    let people = &config.roster.people;
    let accounts =
        people.iter().filter_map(|(slug, person)| Some((slug, person, person.forge.as_deref()?)));
    let mut lines: Vec<String> = Vec::new();
    let mut editors: Vec<&str> = Vec::new();
    for (slug, person, account) in accounts {
        let folders = [slug].into_iter().chain(&person.also);
        lines
            .extend(folders.map(|folder| format!("/{annotations}/{}/ {account}", escaped(folder))));
        editors.extend((person.role == Role::Editor).then_some(account));
    }
    if lines.is_empty() {
        return Err(Failure::usage(say::NO_ACCOUNTS, say::NO_ACCOUNTS_HINT));
    }
    if !editors.is_empty() {
        lines.push(format!("/{DESK_FILE} {}", editors.join(" ")));
    }
    prepare(lang, desk, false)?;
    let mut report = Report { lang, text: String::new() };
    report.step(desk, OWNERS, setup::lines(desk, OWNERS, &lines))?;
    let without = people.iter().filter(|(_, person)| person.forge.is_none());
    let without: Vec<_> = without.map(|(slug, _)| slug.as_str()).collect();
    if !without.is_empty() {
        report.line(OWNERS, &say::NO_ACCOUNT_OF.with(&[&without.join(", ")]));
    }
    print(&report.text)
}

/// A folder's name as a pattern of CODEOWNERS.
fn escaped(folder: &str) -> String {
    folder.replace(' ', "\\ ")
}

/// Clones a desk, or some topics of it, and tells its git how to merge.
fn clone(
    url: &str,
    folder: Option<&Path>,
    topics: &[String],
    place: &Place,
) -> Result<(), Failure> {
    let lang = place.lang;
    let failed = |error: git::Error| Failure::git(&error, say::CLONE_HINT);
    let named = url.trim_end_matches('/').rsplit(['/', ':']).next().unwrap_or_default();
    let named = PathBuf::from(named.strip_suffix(".git").unwrap_or(named));
    let folder = folder.unwrap_or(&named);
    if folder.exists() {
        return Err(Failure::usage(say::EXISTS.with(&[&folder.display()]), say::EXISTS_HINT));
    }
    let repo = Repo::clone_top(url, folder).map_err(failed)?;
    let config = super::desk::configuration(folder);
    let [seeds, annotations] = [&config.values.seeds, &config.values.annotations]
        .map(|path| path.to_string_lossy().replace('\\', "/"));
    let mut wanted = Vec::new();
    if topics.is_empty() {
        wanted.extend([seeds, annotations]);
    } else {
        let here = Place { desk: folder.to_owned(), annotator: place.annotator.clone(), lang };
        let mut people = repo.folders(&annotations).map_err(failed)?;
        people.push(super::desk::who(&here, &config).0.slug().to_owned());
        let known = repo.folders(&seeds).map_err(failed)?;
        if let Some(unknown) = topics.iter().find(|topic| !known.contains(topic)) {
            // Nothing is left that stands in the way of the next try.
            setup::discard(folder)
                .map_err(|error| Failure::failed(system(&error), say::REMOVE_BY_HAND))?;
            let hint = match known.is_empty() {
                true => say::LEAVE_TOPICS_OUT.with(&[&seeds]),
                false => say::ONE_OF.with(&[&known.join(", ")]),
            };
            return Err(Failure::not_found(say::NO_FOLDER_IN.with(&[unknown, &seeds]), hint));
        }
        for topic in topics {
            wanted.push(format!("{seeds}/{topic}"));
            wanted.extend(people.iter().map(|person| format!("{annotations}/{person}/{topic}")));
        }
    }
    wanted.sort_unstable();
    wanted.dedup();
    repo.check_out_only(&wanted).map_err(failed)?;
    let mut report = Report { lang, text: String::new() };
    report.line(folder.display(), &say::CLONED);
    driver(&repo, &mut report)?;
    print(&report.text)
}

/// Prepares a folder as a desk, or git alone.
pub(super) fn prepare(lang: Lang, desk: &Path, git_only: bool) -> Result<(), Failure> {
    let mut report = Report { lang, text: String::new() };
    if !git_only {
        files(desk, &mut report)?;
    }
    match Repo::discover(desk) {
        Ok(repo) => driver(&repo, &mut report)?,
        Err(error) if git_only => {
            return Err(Failure::git(&error, say::RUN_IN_A_CLONE));
        }
        Err(git::Error::NoGit | git::Error::NoRepository(_)) => {
            report.text += say::NO_REPOSITORY.to(lang);
        }
        Err(error) => return Err(Failure::git(&error, say::GIT_NOT_READY)),
    }
    print(&report.text)
}

fn files(desk: &Path, report: &mut Report) -> Result<(), Failure> {
    let mut tell = |name: &str, step| report.step(desk, name, step);
    // A desk that has a configuration may name its folders otherwise.
    let values = super::desk::configuration(desk).values;
    let [seeds, annotations] =
        [values.seeds, values.annotations].map(|p| p.to_string_lossy().replace('\\', "/"));
    // Articles that stand in the folder itself would no longer be seen beside an empty `seeds/`.
    let flat = Desk::with_folders(desk, Path::new(&seeds), Path::new(&annotations))
        .is_ok_and(|desk| desk.is_flat() && !desk.articles().entries.is_empty());
    for name in [&seeds, &annotations].into_iter().skip(usize::from(flat)) {
        tell(&format!("{name}/"), setup::folder(desk, name))?;
    }
    tell(DESK_FILE, setup::file(desk, DESK_FILE, &commented(&config::sample())))?;
    tell(
        ".gitattributes",
        setup::lines(desk, ".gitattributes", &attributes(&seeds, &annotations)),
    )?;
    tell(".gitignore", setup::lines(desk, ".gitignore", &[IGNORE.to_owned()]))
}

/// What was done, line by line.
struct Report {
    lang: Lang,
    text: String,
}

impl Report {
    fn line(&mut self, subject: impl fmt::Display, what: &dyn Value) {
        let _ = writeln!(self.text, "{}", say::OF.fill(self.lang, &[&subject, what]));
    }

    /// Tells what became of a file.
    fn step(&mut self, desk: &Path, name: &str, step: io::Result<Step>) -> Result<(), Failure> {
        let what = match step {
            Ok(Step::Made) => say::MADE,
            Ok(Step::Added) => say::LINES_ADDED,
            Ok(Step::Kept) => say::LEFT_AS_IT_IS,
            Err(error) => {
                let what = say::OF.with(&[&desk.join(name).display(), &system(&error)]);
                return Err(Failure::failed(what, say::MAY_WRITE_FOLDER));
            }
        };
        self.line(name, &what);
        Ok(())
    }
}

/// The sample with every setting commented out: a desk says only what it means to
/// say, for what it says wins over each person's own file.
fn commented(sample: &str) -> String {
    let mut text = String::new();
    for line in sample.lines() {
        if !line.is_empty() && !line.starts_with('#') {
            text.push('#');
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

fn driver(repo: &Repo, report: &mut Report) -> Result<(), Failure> {
    let failed = |error: git::Error| Failure::git(&error, say::MAY_WRITE_GIT_CONFIG);
    let settings = [
        ("merge.claimdesk.name", "claimdesk notebooks".to_owned()),
        ("merge.claimdesk.driver", driver_command()),
    ];
    for (key, value) in settings {
        let old = repo.config(key).map_err(failed)?;
        if old.as_ref() != Some(&value) {
            repo.set_config(key, &value).map_err(failed)?;
        }
        let what = match old {
            Some(old) if old == value => say::SET_ALREADY.into(),
            Some(old) => say::SET_ANEW.with(&[&old]),
            None => say::IS_SET.into(),
        };
        report.line(format_args!("git config {key}"), &what);
    }
    Ok(())
}

/// What git runs to merge two versions of a notebook.
pub(super) fn driver_command() -> String {
    command(&program())
}

/// What git runs. Should the program be gone one day, git merges as it would
/// without it: its conflict markers are read like everything else.
fn command(program: &str) -> String {
    format!(
        "{program} merge-driver %O %A %B %P; s=$?; \
         if [ $s -ge 126 ]; then git merge-file -q %A %O %B; s=$?; fi; exit $s"
    )
}

/// This program, for a shell: by name where the shell finds it by name.
fn program() -> String {
    let Ok(this) = std::env::current_exe() else { return "claimdesk".to_owned() };
    let found = std::env::var_os("PATH").is_some_and(|path| {
        let mut places = std::env::split_paths(&path).map(|dir| dir.join("claimdesk"));
        let real = |path: &Path| std::fs::canonicalize(path).ok();
        places.find(|p| p.is_file()).is_some_and(|p| real(&p).is_some() && real(&p) == real(&this))
    });
    if found {
        return "claimdesk".to_owned();
    }
    let path = this.display().to_string().replace('\\', "/");
    format!("'{}'", path.replace('\'', "'\\''"))
}
