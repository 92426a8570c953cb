//! `claimdesk todo`: what waits for the person who asks.

use std::fmt::Write as _;

use serde_json::json;

use super::super::Place;
use super::super::failure::Failure;
use super::super::output::{self, Format, on_one_line};
use super::{Team, head, row};
use crate::core::review::Standing;
use crate::core::team::status::{Status, Unit};
use crate::core::team::talk::{thread, waits_for};
use crate::desk::Sheet;
use crate::i18n::{Lang, line as say};

/// Print what waits for you.
///
/// Articles that are assigned to you and not done, questions, claims on which an editor decided
/// otherwise, verdicts on words that have changed or on which your machines differ; for an editor
/// also what is to be decided.
#[derive(Debug, clap::Args)]
pub(in super::super) struct Args {
    /// The articles, each by its file, its name below `seeds/`, or a beginning of the name; else all.
    article: Vec<String>,
}

/// Something that waits.
struct Task {
    why: &'static str,
    article: String,
    quote: String,
    by: String,
    /// Since when; of an assigned article, until when.
    at: String,
}

/// An article that is to be checked by the person.
const ASSIGNED: &str = "assigned";

pub(in super::super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let team = Team::open(place)?;
    let mut tasks = Vec::new();
    for name in team.articles(&args.article)? {
        let sheet = team.sheet(&name)?;
        tasks.extend(team.assigned_to_me(&sheet));
        for unit in sheet.units(team.rules()) {
            tasks.extend(team.tasks(&sheet, &unit));
        }
    }
    match format {
        Format::Text => output::print(&text(team.lang, &tasks))?,
        Format::Markdown => {
            let mut out = head(
                team.lang,
                &[say::WHY, say::AN_ARTICLE, say::A_CLAIM, say::BY, say::AT],
            );
            for Task { why, article, quote, by, at } in &tasks {
                out.push_str(&row([say::name(why).to(team.lang), &**article, quote, by, at]));
            }
            output::print(&out)?;
        }
        _ => output::print_list(
            format == Format::Jsonl,
            tasks.iter().map(|Task { why, article, quote, by, at }| {
                json!({"why": why, "article": article, "quote": quote, "by": by, "at": at})
            }),
        )?,
    }
    team.whole()
}

impl Team {
    /// The article itself, where it is assigned to the person and not done.
    fn assigned_to_me(&self, sheet: &Sheet) -> Option<Task> {
        let mine = self.assigned(&sheet.article).iter().any(|person| person == self.me());
        let done = sheet.books.iter().any(|book| {
            let state = book.notebook.work.as_ref().map(|work| work.state.as_str());
            self.roster().person_of(&book.folder) == self.me()
                && matches!(state, Some("done" | "published"))
        });
        let article = sheet.article.clone();
        let (quote, by) = (String::new(), String::new());
        let due = self.roster().due(&sheet.article);
        let at = due.map_or(String::new(), |day| day.to_string());
        (mine && !done).then_some(Task { why: ASSIGNED, article, quote, by, at })
    }

    /// What waits on a claim.
    fn tasks(&self, sheet: &Sheet, unit: &Unit) -> Vec<Task> {
        let me = self.me();
        let task = |why, by: &str, at: String| Task {
            why,
            article: sheet.article.clone(),
            quote: unit.span.of(sheet.document.text()).to_owned(),
            by: by.to_owned(),
            at,
        };
        let mut tasks = Vec::new();
        let said = thread(unit);
        if let Some(last) = waits_for(&said, me) {
            tasks.push(task("asked", &last.name, last.remark.at.to_string()));
        }
        if unit.opinions.iter().any(|o| o.person == me && !o.annotation.conflict.is_empty()) {
            tasks.push(task("conflict", "", String::new()));
        }
        let own = unit.opinions.iter().find(|o| o.person == me && o.annotation.verdict.is_some());
        if let (Some(own), Some(decision)) = (own.and_then(|own| own.firm()), &unit.decision)
            && decision.person != me
            && decision.verdict.verdict.as_ref() != Some(own)
        {
            tasks.push(task("overruled", &decision.name, decision.verdict.at.to_string()));
        }
        if own.is_some_and(|own| !own.standing.is_in_force()) {
            let lost = matches!(own.map(|own| &own.standing), Some(Standing::Lost(_)));
            tasks.push(task(if lost { "lost" } else { "stale" }, "", String::new()));
        }
        if self.roster().has_editors() && self.roster().decides(me) {
            let (by, at) = unit.decision.as_ref().map_or_else(Default::default, |decision| {
                (decision.name.clone(), decision.verdict.at.to_string())
            });
            match unit.status {
                Status::Disputed => tasks.push(task("disputed", "", String::new())),
                Status::Overtaken | Status::Contested => {
                    tasks.push(task(unit.status.name(), &by, at));
                }
                _ => {}
            }
        }
        tasks
    }
}

fn text(lang: Lang, tasks: &[Task]) -> String {
    if tasks.is_empty() {
        return say::NOTHING_WAITS.to(lang).to_owned();
    }
    let mut out = String::new();
    for Task { why, article, quote, by, at } in tasks {
        let quote = on_one_line(quote);
        let due = if *why == ASSIGNED && !at.is_empty() {
            format!("  {}", say::DUE.fill(lang, &[at]))
        } else {
            String::new()
        };
        let quote = match &*quote {
            "" => String::new(),
            quote => format!("  {}", say::QUOTED.fill(lang, &[&quote])),
        };
        let by = if by.is_empty() { String::new() } else { format!("  ({})", on_one_line(by)) };
        let _ = writeln!(
            out,
            "{:<10} {}{quote}{by}{due}",
            say::name(why).to(lang),
            on_one_line(article)
        );
    }
    out
}
