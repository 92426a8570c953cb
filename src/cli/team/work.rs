//! `claimdesk take`, `done`, `publish`, `assign`: who does what, and how far one is.

use jiff::civil::Date;
use serde_json::json;

use super::super::Place;
use super::super::desk;
use super::super::failure::{Failure, Wrong, system};
use super::super::output::{self, Format, on_one_line};
use super::Team;
use crate::config::{DESK_FILE, quoted};
use crate::core::annotation::Work;
use crate::core::team::assign::Pattern;
use crate::git::Repo;
use crate::i18n::line as say;
use crate::store::setup;

/// Take an article: others see that you are on it.
#[derive(Debug, clap::Args)]
pub(in super::super) struct TakeArgs {
    #[command(flatten)]
    which: Which,
}

/// Say that you are done with an article.
#[derive(Debug, clap::Args)]
pub(in super::super) struct DoneArgs {
    #[command(flatten)]
    which: Which,
}

/// Say that an article is published, as an editor.
#[derive(Debug, clap::Args)]
pub(in super::super) struct PublishArgs {
    #[command(flatten)]
    which: Which,
}

#[derive(Debug, clap::Args)]
struct Which {
    /// The article: its file, its name below `seeds/`, or a beginning of the name.
    article: String,
    /// Take back what you said of it.
    #[arg(long)]
    undo: bool,
}

/// Divide the articles among people.
///
/// Without arguments, prints who checks what. `claimdesk assign '2026-11/**' anna-berg ben` writes
/// into `claimdesk.toml` that these people check the articles of that pattern; all others are
/// divided by rule among the checkers. Of several patterns that fit the one said last counts.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("said").multiple(true))]
pub(in super::super) struct AssignArgs {
    /// Which articles: `*` stands for anything in a name, `**` also for folders.
    #[arg(requires = "said")]
    pattern: Option<String>,
    /// Who checks them, by folder name.
    #[arg(group = "said")]
    people: Vec<String>,
    /// The day by which they are to be checked: 2026-12-01.
    #[arg(long, value_name = "DAY", group = "said", requires = "pattern", value_parser = day)]
    due: Option<Date>,
    /// Also where nobody's folder is called so.
    #[arg(long, requires = "people")]
    force: bool,
    /// Print who checks what, as without arguments.
    #[arg(long, conflicts_with = "pattern")]
    list: bool,
}

/// A day as `--due` has it.
fn day(text: &str) -> Result<Date, Wrong> {
    text.parse().map_err(|_| Wrong(say::A_DAY_SUCH_AS.into()))
}

pub(in super::super) fn take(
    args: &TakeArgs,
    place: &Place,
    format: Format,
) -> Result<(), Failure> {
    set(&args.which, "taken", place, format)
}

pub(in super::super) fn done(
    args: &DoneArgs,
    place: &Place,
    format: Format,
) -> Result<(), Failure> {
    set(&args.which, "done", place, format)
}

pub(in super::super) fn publish(
    args: &PublishArgs,
    place: &Place,
    format: Format,
) -> Result<(), Failure> {
    let (library, config) = desk::library(place)?;
    Team::of(place, library, config).editor()?;
    set(&args.which, "published", place, format)
}

fn set(which: &Which, state: &'static str, place: &Place, format: Format) -> Result<(), Failure> {
    let (library, _) = desk::library_to_write(place)?;
    let name = desk::article(library.desk(), &which.article)?;
    let mut file = library.own(&name);
    if let Some(refusal) = file.refusal() {
        return Err(Failure::refused(&file, refusal));
    }
    let base = file.notebook().clone();
    let mut notebook = base.clone();
    let head = || Repo::discover(library.desk().root()).ok()?.head().ok()?;
    notebook.work = (!which.undo).then(|| {
        let head = if state == "published" { head() } else { None };
        let at = crate::app::stamp().now;
        Box::new(Work { state: state.to_owned(), at, head, ..Work::default() })
    });
    file.save(&base, &notebook)?;
    let now = if which.undo { None } else { Some(state) };
    match format {
        Format::Text => {
            let now = say::name(now.unwrap_or("to do"));
            output::print(&(say::OF.fill(place.lang, &[&on_one_line(&name), &now]) + "\n"))
        }
        _ => output::print_value(&json!({"article": name, "state": now})),
    }
}

pub(in super::super) fn assign(
    args: &AssignArgs,
    place: &Place,
    format: Format,
) -> Result<(), Failure> {
    let team = Team::open(place)?;
    let Some(pattern) = &args.pattern else {
        team.warn_of_strays(team.roster().people.keys());
        return list(&team, format);
    };
    let known = |person: &&String| !team.roster().people.contains_key(*person);
    if let Some(unknown) = args.people.iter().find(known) {
        let all: Vec<_> = team.roster().people.keys().map(String::as_str).collect();
        let hint = match all.is_empty() {
            true => say::IS_NOBODY_HINT.into(),
            false => say::THERE_ARE.with(&[&all.join(", ")]),
        };
        return Err(Failure::not_found(say::IS_NOBODY.with(&[unknown]), hint));
    }
    if let Some((person, folder)) = team.stray_among(&args.people).filter(|_| !args.force) {
        return Err(Failure::not_found(
            say::NOBODY_IN_FOLDER.with(&[&person, &folder]),
            say::CALL_AS_FOLDER,
        ));
    }
    team.warn_of_strays(&args.people);
    let articles = team.articles(&[])?;
    let fitting = Pattern::new(pattern);
    let count = articles.iter().filter(|article| fitting.fits(article)).count();
    if count == 0 {
        return Err(Failure::not_found(say::NONE_FITS.with(&[pattern]), say::LIST_NAMES));
    }
    let root = team.library.desk().root();
    let write = |table: &str, value: &str| {
        let line = format!("{} = {value}", quoted(pattern));
        setup::entry(root, DESK_FILE, table, &quoted(pattern), &line)
            .map_err(|error| Failure::failed(system(&error), say::MAY_WRITE_CONFIG))
    };
    let mut said = Vec::new();
    if !args.people.is_empty() {
        let people: Vec<_> = args.people.iter().map(|one| quoted(one)).collect();
        write("[team.assign]", &format!("[{}]", people.join(", ")))?;
        said.push(args.people.join(", "));
    }
    if let Some(day) = args.due {
        write("[team.due]", &quoted(&day.to_string()))?;
        said.push(say::DUE.fill(place.lang, &[&day]));
    }
    desk::wrote(place.lang, team.library.desk(), [root.join(DESK_FILE)]);
    output::print(&say::N_ARTICLES_ARE.fill(place.lang, &[&count, &said.join(" · ")]))
}

fn list(team: &Team, format: Format) -> Result<(), Failure> {
    let articles = team.articles(&[])?.into_iter();
    let row = |article: String| (team.assigned(&article), team.roster().due(&article), article);
    let rows: Vec<_> = articles.map(row).collect();
    match format {
        Format::Text => {
            let line = |(people, due, article): &(Vec<String>, Option<Date>, String)| {
                let due = due.map_or(String::new(), |day| {
                    format!("  {}", say::DUE.fill(team.lang, &[&day]))
                });
                format!("{}  {}{due}\n", on_one_line(article), people.join(", "))
            };
            output::print(&rows.iter().map(line).collect::<String>())
        }
        _ => {
            let value = |(people, due, article): &(Vec<String>, Option<Date>, String)| {
                let due = due.map(|day| day.to_string());
                json!({"article": article, "assigned": people, "due": due})
            };
            output::print_list(format == Format::Jsonl, rows.iter().map(value))
        }
    }
}
