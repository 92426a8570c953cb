//! `claimdesk reply`: saying something to the team about a claim.

use super::super::Place;
use super::super::failure::Failure;
use super::super::mark::{Job, Which};
use super::super::output::{self, Format};
use super::Team;
use crate::core::annotation::Remark;
use crate::core::team::talk::{id, mentions, strangers, thread};
use crate::i18n::line as say;
use serde_json::json;

/// Say something to the team about a claim.
///
/// It stands in your own notebook, in answer to what somebody else said last. `@folder` in the
/// text names a person.
#[derive(Debug, clap::Args)]
pub(in super::super) struct Args {
    /// The article: its file, its name below `seeds/`, or a beginning of the name.
    article: String,
    #[command(flatten)]
    which: Which,
    /// One past the last code point of the words.
    #[arg(long, value_name = "B", requires = "start")]
    end: Option<usize>,
    /// What to say; an empty text takes the remark of `--edit` back.
    #[arg(long, value_name = "T")]
    text: String,
    /// Whom it is for, by folder name.
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    to: Vec<String>,
    /// Change this remark of yours instead of adding one.
    #[arg(long, value_name = "ID")]
    edit: Option<String>,
    /// Call the matter settled.
    #[arg(long)]
    done: bool,
}

pub(in super::super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let mut job = Job::open(place, &args.article)?;
    let item = job.find(&args.which, args.end)?;
    let sheet = job.team.sheet(&job.opened.name)?;
    let units = sheet.units(job.team.rules());
    let unit = units.iter().filter(|unit| unit.span.coincides(item.span));
    let unit = unit.max_by(|a, b| a.span.iou(item.span).total_cmp(&b.span.iou(item.span)));
    let me = job.team.me().to_owned();
    let said = unit.map(thread).unwrap_or_default();
    let re = said.last().filter(|last| last.person != me).map(|last| last.key.clone());
    let to = addressed(args, &job.team)?;
    let at = crate::app::stamp().now;
    let text = args.text.trim_end().to_owned();
    let remark = Remark { to, re, text, at, done: args.done, ..Remark::default() };
    let name = match &args.edit {
        Some(known) => {
            let own = job.opened.annotation(item.own());
            if own.is_none_or(|own| !own.talk.contains_key(known)) {
                return Err(Failure::not_found(
                    say::SAID_NOTHING.with(&[known]),
                    say::SAID_NOTHING_HINT,
                ));
            }
            known.clone()
        }
        None if remark.text.is_empty() && !remark.done => {
            return Err(Failure::usage(say::NOTHING_TO_SAY, say::NOTHING_TO_SAY_HINT));
        }
        None => id(&me, &remark),
    };
    let annotation = job.amend(&item, |annotation| {
        annotation.talk.insert(name.clone(), remark);
    })?;
    match format {
        Format::Text => output::print(&say::SAID_AS.fill(place.lang, &[&name])),
        _ => output::print_value(
            &json!({"article": job.opened.name, "id": annotation.0, "remark": name}),
        ),
    }
}

/// Whom a remark is for: those who are told, and those whom its text names.
fn addressed(args: &Args, team: &Team) -> Result<Vec<String>, Failure> {
    let people = team.people();
    let there = people.join(", ");
    if let Some(unknown) = args.to.iter().find(|person| !people.contains(person)) {
        let hint = say::THERE_ARE.with(&[&there]);
        return Err(Failure::not_found(say::IS_NOBODY_HERE.with(&[unknown]), hint));
    }
    for stranger in strangers(&args.text, &people) {
        output::warn(team.lang, &say::NAMES_NOBODY.with(&[&stranger, &there]));
    }
    let mut to = args.to.clone();
    to.extend(mentions(&args.text, &people).into_iter().filter(|p| !args.to.contains(p)));
    team.warn_of_strays(&to);
    Ok(to)
}
