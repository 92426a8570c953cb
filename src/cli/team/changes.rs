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
use crate::i18n::{Message, line as say};
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
    print(&team, &team.seen(found), format)
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
    print(&job.team, &job.team.seen(found), format)
}

fn unasked(error: &git::Error) -> Failure {
    Failure::git(error, say::HISTORY_IS_GITS)
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
                let id = seen()
                    .ok_or_else(|| Failure::not_found(say::NOTHING_SEEN, say::NOTHING_SEEN_HINT))?;
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

fn print(team: &Team, found: &[Event], format: Format) -> Result<(), Failure> {
    match format {
        Format::Text => output::print(&text(team, found)),
        Format::Markdown => output::print(&markdown(team, found)),
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
        "stale": match change.act {
            Act::ArticleEdited { undone } => Some(undone),
            _ => None,
        },
    })
}

fn none_if_empty(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// `2026-11-20 10:12  Anna Berg: disputed → unverified  a.txt “300 soldats”`.
fn text(team: &Team, found: &[Event]) -> String {
    let (mut out, lang) = (String::new(), team.lang);
    for event in found {
        let at = event.at.get(..16).unwrap_or(&event.at).replace('T', " ");
        let quote = on_one_line(&event.change.place.exact);
        let quote = match &*quote {
            "" => String::new(),
            quote => format!("  {}", say::QUOTED.fill(lang, &[&quote])),
        };
        let article = on_one_line(&event.article);
        let name = on_one_line(&event.name);
        let unsaved = match event.commit {
            None => format!(" ({})", say::NOT_COMMITTED.to(lang)),
            Some(_) => String::new(),
        };
        let told = say::OF.fill(lang, &[&name, &said(team, event)]);
        let _ = writeln!(out, "{at}  {told}  {article}{quote}{unsaved}");
    }
    out
}

/// What was done, in a few words.
fn said(team: &Team, event: &Event) -> String {
    let change = &event.change;
    let (from, to) = (on_one_line(&change.from), on_one_line(&change.to));
    let verdict = |id: &str| team.verdict_name(id).to_owned();
    // What is written of a final verdict that cannot be given.
    let decided = |id: &str| match id {
        "none" => say::UNDECIDABLE.to(team.lang).to_owned(),
        id => verdict(id),
    };
    let told = match change.act {
        Act::VerdictGiven => return verdict(&to),
        Act::VerdictChanged => say::BECOMES.with(&[&verdict(&from), &verdict(&to)]),
        Act::VerdictWithdrawn => say::TOOK_BACK.with(&[&verdict(&from)]),
        Act::Noted => say::OF.with(&[&say::A_NOTE_SAYS, &to]),
        Act::NoteRemoved => say::REMOVED_NOTE.into(),
        Act::Evidence => say::OF.with(&[&say::name("evidence"), &to]),
        Act::Tagged => say::OF.with(&[&say::name("tags"), &to]),
        Act::Finalised => say::FINALLY.with(&[&decided(&to)]),
        Act::FinalWithdrawn => say::TOOK_BACK_FINAL.with(&[&decided(&from)]),
        Act::Replied => say::SAID_THAT.with(&[&to]),
        Act::Worked if to.is_empty() => say::LET_GO.into(),
        Act::Worked => say::known_name(&to).map_or_else(|| Message::same(&to), Message::from),
        Act::Moved => say::MOVED_TO.with(&[&to]),
        Act::ArticleAdded => say::ARTICLE_ADDED.into(),
        Act::ArticleEdited { undone: 0 } => say::ARTICLE_EDITED.into(),
        Act::ArticleEdited { undone } => say::EDIT_UNDID.with(&[&say::ARTICLE_EDITED, &undone]),
        Act::ArticleRenamed => say::DID_RENAME.with(&[&from, &to]),
        Act::ArticleRemoved => say::ARTICLE_REMOVED.into(),
    };
    told.to(team.lang).to_owned()
}

fn markdown(team: &Team, found: &[Event]) -> String {
    let lang = team.lang;
    let mut out = format!("### {}\n\n", say::CHANGES.to(lang));
    if found.is_empty() {
        out.push_str(say::NOBODY_DID.to(lang));
        return out;
    }
    let names = [say::WHEN, say::WHO, say::WHAT, say::AN_ARTICLE, say::A_CLAIM];
    out.push_str(&head(lang, &names));
    for event in found {
        let at = event.at.get(..16).unwrap_or(&event.at).replace('T', " ");
        let cells =
            [&*at, &event.name, &said(team, event), &event.article, &event.change.place.exact];
        out.push_str(&row(cells));
    }
    out
}
