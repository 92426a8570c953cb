//! `claimdesk verdicts`: what the team says of each claim.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::super::Place;
use super::super::failure::Failure;
use super::super::output::{self, Format, on_one_line};
use super::{Team, head, row};
use crate::core::team::status::Unit;
use crate::desk::Sheet;

/// Print what the team says of each claim.
///
/// The claims that people decided, each with the verdict in force and everybody's.
///
/// In force is the final verdict of an editor, else the one on which as many
/// people as `per-article` asks for agree, else none.
#[derive(Debug, clap::Args)]
pub(in super::super) struct Args {
    /// The articles, each by its file, its name below `seeds/`, or a beginning of the name; else all.
    article: Vec<String>,
}

pub(in super::super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let team = Team::open(place)?;
    let mut text = String::new();
    let mut values = Vec::new();
    if format == Format::Markdown {
        text = head(&["article", "claim", "verdict", "by", "people"]);
    }
    for name in team.articles(&args.article)? {
        let sheet = team.sheet(&name)?;
        for unit in sheet.units(team.rules()) {
            if team.hides(&unit) {
                continue;
            }
            match format {
                Format::Text => text.push_str(&lines(&sheet, &unit)),
                Format::Markdown => text.push_str(&table_row(&sheet, &unit)),
                _ => values.push(value(&sheet, &unit)),
            }
        }
    }
    match format {
        Format::Text | Format::Markdown => output::print(&text),
        _ => output::print_list(format == Format::Jsonl, values),
    }
}

impl Team {
    /// Whether the person sees what others say before having decided: an editor must.
    pub(super) fn sees_all(&self) -> bool {
        self.roster().has_editors() && self.roster().decides(self.me())
    }

    /// Whether a claim is hidden from the person who asks: on a blind desk, until
    /// the person has decided it, unless the person decides for the team.
    pub(super) fn hides(&self, unit: &Unit) -> bool {
        self.config.values.blind
            && !self.sees_all()
            && !unit.opinions.iter().any(|o| o.person == self.me())
    }
}

fn value(sheet: &Sheet, unit: &Unit) -> Value {
    let (effective, how) = unit.effective();
    let (start, end) = sheet.document.to_points(unit.span);
    let people: Map<_, _> = unit
        .opinions
        .iter()
        .filter(|opinion| opinion.annotation.verdict.is_some())
        .map(|opinion| {
            let annotation = &opinion.annotation;
            let said = json!({
                "verdict": annotation.verdict.as_ref().map(|verdict| &verdict.0),
                "id": opinion.key.rsplit('/').next(),
                "note": annotation.note,
                "standing": opinion.standing.name(),
            });
            (opinion.person.clone(), said)
        })
        .collect();
    let decision = unit.decision.as_ref().map(|decision| {
        let verdict = &decision.verdict;
        let over: Map<_, _> =
            verdict.over.iter().map(|(key, verdict)| (key.clone(), json!(verdict.0))).collect();
        json!({
            "by": decision.person,
            "verdict": verdict.verdict.as_ref().map(|verdict| &verdict.0),
            "why": verdict.why,
            "at": verdict.at.to_string(),
            "over": over,
        })
    });
    let talk: usize = unit.opinions.iter().map(|opinion| opinion.remarks().count()).sum();
    json!({
        "article": sheet.article,
        "start": start,
        "end": end,
        "quote": unit.span.of(sheet.document.text()),
        "status": unit.status.name(),
        "effective": effective.map(|verdict| &verdict.0),
        "how": how.name(),
        "people": people,
        "final": decision,
        "talk": talk,
    })
}

fn lines(sheet: &Sheet, unit: &Unit) -> String {
    let quote = on_one_line(unit.span.of(sheet.document.text()));
    let mut out = format!("{}: {quote}\n  {}\n", on_one_line(&sheet.article), in_force(unit));
    for opinion in &unit.opinions {
        let Some(verdict) = &opinion.annotation.verdict else { continue };
        let aside = match opinion.standing.is_in_force() {
            true => "",
            false => " (on words that have changed)",
        };
        let note = on_one_line(&opinion.annotation.note);
        let note = if note.is_empty() { note } else { format!(" — {note}") };
        let _ = writeln!(out, "    {:<14} {}{aside}{note}", verdict.0, on_one_line(&opinion.name));
    }
    out
}

/// The verdict in force with what it is in force by.
fn in_force(unit: &Unit) -> String {
    let status = unit.status.name();
    let (effective, _) = unit.effective();
    let verdict = effective.map_or("none", |verdict| verdict.0.as_str());
    match &unit.decision {
        Some(decision) => {
            let why = on_one_line(&decision.verdict.why);
            let why = if why.is_empty() { why } else { format!(" — {why}") };
            let verdict = effective.map_or("cannot be decided", |_| verdict);
            format!("{verdict} · {status}, {}{why}", on_one_line(&decision.name))
        }
        None => format!("{verdict} · {status}"),
    }
}

fn table_row(sheet: &Sheet, unit: &Unit) -> String {
    let (effective, how) = unit.effective();
    let by = unit.decision.as_ref().map_or(how.name(), |decision| &decision.name);
    let people: Vec<_> = unit
        .opinions
        .iter()
        .filter_map(|o| Some(format!("{} {}", o.name, o.annotation.verdict.as_ref()?.0)))
        .collect();
    let verdict = match (&unit.decision, effective) {
        (_, Some(verdict)) => verdict.0.as_str(),
        (Some(_), None) => "cannot be decided",
        (None, None) => unit.status.name(),
    };
    let quote = unit.span.of(sheet.document.text());
    row([&*sheet.article, quote, verdict, by, &people.join(", ")])
}
