//! `claimdesk changes` and `claimdesk log`: what people did, and the history of one claim.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::super::failure::Failure;
use super::super::mark::{Job, Which};
use super::super::output::{self, Format, on_one_line};
use super::super::{Place, read};
use super::{Team, head, row};
use crate::core::annotation::AnnotationId;
use crate::core::team::change::{Act, Event};
use crate::desk::changes::{Range, events, history, visible};
use crate::git::{self, Repo};
use crate::store::session::State;

/// Print what people did: verdicts, notes, decisions, replies, edited articles.
///
/// Out of git, so only what is committed. Without a range, all since the commit that you last
/// looked at in the reader, else since yesterday.
#[derive(Debug, clap::Args)]
pub(in super::super) struct Args {
    /// The commits `A..B`, as git names them.
    #[arg(value_name = "A..B", conflicts_with = "since")]
    range: Option<String>,
    /// Only since this revision or time (`today`, `2026-11-20`, `2.weeks`), or `last-seen`.
    #[arg(long, value_name = "REV|DATE")]
    since: Option<String>,
    /// Only what these people did, by folder name; `me` is yourself.
    #[arg(long, visible_alias = "by", value_name = "A,B", value_delimiter = ',')]
    people: Vec<String>,
}

/// Print the history of a claim: what everybody ever said of it.
#[derive(Debug, clap::Args)]
pub(in super::super) struct LogArgs {
    /// The article: its file, its name below `seeds/`, or a beginning of the name.
    article: String,
    #[command(flatten)]
    which: Which,
    /// One past the last code point of the words.
    #[arg(long, value_name = "B", requires = "start")]
    end: Option<usize>,
}

/// Where to look for commits.
enum From {
    Range(String),
    Time(String),
}

pub(in super::super) fn changes(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let team = Team::open(place)?;
    let from = args.from(&team)?;
    let range = match &from {
        From::Range(range) => Range { revisions: range, since: None },
        From::Time(since) => Range { revisions: "HEAD", since: Some(since) },
    };
    let mut found = events(team.library.desk(), team.roster(), range).map_err(|e| unasked(&e))?;
    if !args.people.is_empty() {
        let me = team.me();
        let named = |by: &str| args.people.iter().any(|p| p == by || p == "me" && by == me);
        found.retain(|event| named(&event.by));
    }
    print(&team.seen(found), format)
}

pub(in super::super) fn log(args: &LogArgs, place: &Place, format: Format) -> Result<(), Failure> {
    let job = Job::open(place, &args.article)?;
    let item = job.find(&args.which, args.end)?;
    let article = job.opened.name.clone();
    let sheet = job.team.sheet(&article)?;
    let units = sheet.units(job.team.rules());
    let unit = units.iter().filter(|unit| unit.span.coincides(item.span));
    let unit = unit.max_by(|a, b| a.span.iou(item.span).total_cmp(&b.span.iou(item.span)));
    let keys: Vec<&str> =
        unit.map(|u| u.opinions.iter().map(|o| &*o.key).collect()).unwrap_or_default();
    // The words that an annotation stands on name it also where it is gone by now.
    let is_about = |by: &str, id: &AnnotationId| {
        keys.iter().any(|key| {
            let (folder, known) = key.split_once('/').unwrap_or_default();
            job.team.roster().person_of(folder) == by && known == id.0
        })
    };
    let desk = job.team.library.desk();
    let found =
        history(desk, job.team.roster(), &article, is_about).map_err(|error| unasked(&error))?;
    print(&job.team.seen(found), format)
}

fn unasked(error: &git::Error) -> Failure {
    Failure::failed(error, "history is git's: `git log` must know the revision")
}

impl Args {
    fn from(&self, team: &Team) -> Result<From, Failure> {
        if let Some(range) = &self.range {
            return Ok(From::Range(range.clone()));
        }
        let root = team.library.desk().root();
        let repo = Repo::discover(root).map_err(|error| unasked(&error))?;
        let seen = || {
            let state = State::new(&read::folders().state?, root);
            state.last_seen().filter(|id| repo.resolve(id).is_ok_and(|found| found.is_some()))
        };
        let since = match self.since.as_deref() {
            None => {
                return Ok(seen().map_or_else(yesterday, |id| From::Range(format!("{id}..HEAD"))));
            }
            Some("last-seen") => {
                let id = seen().ok_or_else(|| {
                    Failure::not_found(
                        "nothing was looked at yet in this clone",
                        "`C` in the reader marks changes as seen; `--since DATE` asks for a time",
                    )
                })?;
                return Ok(From::Range(format!("{id}..HEAD")));
            }
            Some(since) => since,
        };
        let known = repo.resolve(since).map_err(|error| unasked(&error))?;
        Ok(match (known, since) {
            (Some(id), _) => From::Range(format!("{id}..HEAD")),
            (None, "today") => From::Time("midnight".to_owned()),
            (None, "yesterday") => yesterday(),
            (None, time) => From::Time(time.to_owned()),
        })
    }
}

fn yesterday() -> From {
    From::Time("yesterday.midnight".to_owned())
}

impl Team {
    /// On a blind desk, without what others said of claims that one has not decided.
    fn seen(&self, found: Vec<Event>) -> Vec<Event> {
        match self.config.values.blind && !self.sees_all() {
            true => visible(&self.library, self.rules(), found),
            false => found,
        }
    }
}

fn print(found: &[Event], format: Format) -> Result<(), Failure> {
    match format {
        Format::Text => output::print(&text(found)),
        Format::Markdown => output::print(&markdown(found)),
        _ => output::print_list(format == Format::Jsonl, found.iter().map(value)),
    }
}

fn value(event: &Event) -> Value {
    let change = &event.change;
    json!({
        "at": event.at,
        "by": event.by,
        "commit": event.commit,
        "article": event.article,
        "id": change.id.as_ref().map(|id| &id.0),
        "quote": change.place.exact,
        "what": change.act.name(),
        "from": none_if_empty(&change.from),
        "to": none_if_empty(&change.to),
    })
}

fn none_if_empty(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// `2026-11-20 10:12  Anna Berg: disputed → unverified  a.txt “300 soldats”`.
fn text(found: &[Event]) -> String {
    let mut out = String::new();
    for event in found {
        let at = event.at.get(..16).unwrap_or(&event.at).replace('T', " ");
        let quote = on_one_line(&event.change.place.exact);
        let quote = if quote.is_empty() { quote } else { format!("  “{quote}”") };
        let article = on_one_line(&event.article);
        let name = on_one_line(&event.name);
        let unsaved = if event.commit.is_none() { " (not committed)" } else { "" };
        let _ = writeln!(out, "{at}  {name}: {}  {article}{quote}{unsaved}", said(event));
    }
    out
}

/// What was done, in a few words.
fn said(event: &Event) -> String {
    let change = &event.change;
    let (from, to) = (on_one_line(&change.from), on_one_line(&change.to));
    match change.act {
        Act::VerdictChanged => format!("{from} → {to}"),
        Act::VerdictWithdrawn => format!("took back {from}"),
        Act::Noted => format!("note: {to}"),
        Act::NoteRemoved => "removed the note".to_owned(),
        Act::Evidence => format!("evidence: {to}"),
        Act::Tagged => format!("tags: {to}"),
        Act::Finalised => format!("final: {to}"),
        Act::FinalWithdrawn => format!("took back the final {from}"),
        Act::Replied => format!("said: {to}"),
        Act::Worked if to.is_empty() => "let the article go".to_owned(),
        Act::VerdictGiven | Act::Worked => to,
        Act::Moved => format!("moved to “{to}”"),
        Act::ArticleAdded => "added the article".to_owned(),
        Act::ArticleEdited => "edited the article".to_owned(),
        Act::ArticleRemoved => "removed the article".to_owned(),
    }
}

fn markdown(found: &[Event]) -> String {
    let mut out = String::from("### Changes\n\n");
    if found.is_empty() {
        out.push_str("Nobody did anything.\n");
        return out;
    }
    out.push_str(&head(&["when", "who", "what", "article", "claim"]));
    for event in found {
        let at = event.at.get(..16).unwrap_or(&event.at).replace('T', " ");
        let cells = [&*at, &event.name, &said(event), &event.article, &event.change.place.exact];
        out.push_str(&row(cells));
    }
    out
}
