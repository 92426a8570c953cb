//! `claimdesk check`: what is wrong with the annotations of a desk, for people and for CI.

mod files;
mod inspect;
mod problem;
mod team;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::failure::Failure;
use super::output::{self, Format, on_one_line};
use super::team::Team;
use super::{Place, desk};
use crate::core::typed;
use crate::desk::Library;
use crate::exchange::sarif::{self, Finding, Grade};
use crate::i18n::{Lang, line as say};
use problem::Problem;

/// Look for what is wrong with the annotations of a desk.
///
/// Ends with 1 when a file is broken, or an error of your own is left; what others have to settle is
/// said and counts with `--all`. Warnings alone end with 0.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Repair what can be repaired without loss in your own folder, and say what was done.
    #[arg(long)]
    fix: bool,
    /// Also count what others have to settle.
    #[arg(long)]
    all: bool,
    /// Only count what is not so at this revision: what was changed since broke it.
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    /// Also see that the commits `A..B` write only into folders of their authors, by the addresses
    /// in [team.people].
    #[arg(long, value_name = "A..B")]
    authors: Option<String>,
}

pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let (library, config) = desk::library_to_write(place)?;
    let me = library.annotator().slug().to_owned();
    let roster = config.roster.clone();
    let owns = |folder: &str| roster.person_of(folder) == roster.person_of(&me);
    let fixer: Option<&dyn Fn(&str) -> bool> = if args.fix { Some(&owns) } else { None };
    let (files, mut problems) = inspect::all(&library, &config.labels, fixer);
    problems.extend(team::people(library.desk(), &config.roster));
    if let Some(range) = &args.authors {
        let found = team::authors(library.desk(), &config.roster, range);
        problems.extend(found.map_err(|error| Failure::git(&error, say::NAME_COMMITS))?);
    }
    let known = match &args.since {
        Some(revision) => team::known_at(&library, &config.labels, revision, &problems)
            .map_err(|error| Failure::git(&error, say::NAME_A_REVISION))?,
        None => BTreeSet::new(),
    };
    let team = Team::of(place, library, config);
    let library = &team.library;
    problems.extend(team::decisions(&team));
    problems.sort_by(|a, b| a.file.cmp(&b.file));
    problems.retain(|problem| !known.contains(&team::Known::of(problem)));
    for problem in &mut problems {
        let own = problem.folder(library.desk()).is_none_or(owns);
        problem.is_theirs = !own && problem.kind.is_personal() && !args.all && args.since.is_none();
    }
    let counts =
        |problem: &&Problem| problem.kind.is_error() && !problem.fixed && !problem.is_theirs;
    let errors = problems.iter().filter(counts).count();
    match format {
        Format::Text => {
            let others = desk::others(place.lang, &library.list());
            output::print(&(text(place.lang, files, &problems) + &others))?;
        }
        Format::Json => output::print_value(&json!({
            "notebooks": files,
            "errors": errors,
            "problems": problems.iter().map(value).collect::<Vec<_>>(),
        }))?,
        Format::Sarif => {
            let findings: Vec<_> = problems.iter().map(|p| finding(library, p)).collect();
            output::print_value(&sarif::log(env!("CARGO_PKG_VERSION"), &findings))?;
        }
        Format::Github => {
            let findings: Vec<_> = problems.iter().map(|p| finding(library, p)).collect();
            output::print(&sarif::github(&findings))?;
        }
        _ => output::print_list(true, problems.iter().map(value))?,
    }
    if errors == 0 {
        return Ok(());
    }
    let fixable = problems.iter().any(|p| p.kind.is_fixable() && !p.fixed);
    let is_unread = |p: &Problem| p.kind.is_unread() && !p.fixed && !p.is_theirs;
    let hint = match problems.iter().find(|p| is_unread(p)) {
        _ if fixable && !args.fix => say::CHECK_FIX.into(),
        Some(broken) => say::MEND_BY_HAND.with(&[&typed::path(&broken.file)]),
        None => say::ONLY_A_PERSON.into(),
    };
    let left = say::ERRORS_LEFT.with(&[&errors, &say::NOTEBOOKS.with(&[&files])]);
    Err(Failure::failed(left, hint))
}

/// A problem at its place in its file: where its annotation stands, unless the place is known.
fn finding(library: &Library, p: &Problem) -> Finding {
    let grade = match (p.fixed, p.kind.is_error()) {
        (true, _) => Grade::Fixed,
        (false, true) if !p.is_theirs => Grade::Error,
        (false, _) => Grade::Warning,
    };
    let id = p.annotation.as_ref().map(|id| id.0.as_str());
    Finding {
        rule: p.kind.name(),
        grade,
        message: p.message.en.clone(),
        file: p.file.clone(),
        at: p.line.or_else(|| library.desk().line_of(&p.file, id?)).unwrap_or((1, 1)),
        key: id.unwrap_or(&p.message.en).to_owned(),
    }
}

fn text(lang: Lang, files: usize, problems: &[Problem]) -> String {
    let mut text = String::new();
    for p in problems {
        let place = p.line.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        let grade = match (p.fixed, p.kind.is_error()) {
            (true, _) => say::GRADE_FIXED,
            (false, true) if p.is_theirs => say::GRADE_THEIRS,
            (false, true) => say::GRADE_ERROR,
            (false, false) => say::GRADE_WARNING,
        };
        let file = format!("{}{place}", p.file);
        let line = say::FINDING.fill(lang, &[&file, &grade, &p.message, &p.kind.name()]);
        let _ = writeln!(text, "{}", on_one_line(&line));
    }
    if problems.is_empty() {
        text += &say::NOTHING_WRONG.fill(lang, &[&say::NOTEBOOKS.with(&[&files])]);
    }
    text
}

fn value(p: &Problem) -> Value {
    let mut value = json!({
        "file": p.file,
        "kind": p.kind.name(),
        "severity": if p.kind.is_error() { "error" } else { "warning" },
        "message": p.message.en,
        "fixed": p.fixed,
        "counts": p.kind.is_error() && !p.fixed && !p.is_theirs,
    });
    if let Some((line, column)) = p.line {
        value["line"] = line.into();
        value["column"] = column.into();
    }
    if let Some(id) = &p.annotation {
        value["annotation"] = id.0.as_str().into();
    }
    value
}
