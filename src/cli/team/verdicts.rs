//! `claimdesk verdicts`: what the team says of each claim.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::super::Place;
use super::super::failure::Failure;
use super::super::output::{self, Format, on_one_line};
use super::super::review::label_name;
use super::super::show::rivals;
use super::{Team, head, row};
use crate::core::annotation::Final;
use crate::core::team::opinion::Opinion;
use crate::core::team::status::Unit;
use crate::desk::Sheet;
use crate::i18n::line as say;
use crate::store::format::to_json;

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
        text = head(
            team.lang,
            &[say::AN_ARTICLE, say::A_CLAIM, say::VERDICT, say::STATE, say::BY, say::PEOPLE],
        );
    }
    for name in team.articles(&args.article)? {
        let sheet = team.sheet(&name)?;
        for unit in sheet.units(team.rules()) {
            if team.hides(&unit) {
                continue;
            }
            match format {
                Format::Text => text.push_str(&team.lines(&sheet, &unit)),
                Format::Markdown => text.push_str(&team.table_row(&sheet, &unit)),
                _ => values.push(value(&sheet, &unit)),
            }
        }
    }
    match format {
        Format::Text | Format::Markdown => output::print(&text)?,
        _ => output::print_list(format == Format::Jsonl, values)?,
    }
    team.whole()
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
            let mut said = json!({
                "verdict": annotation.verdict.as_ref().map(|verdict| &verdict.0),
                "id": opinion.key.rsplit('/').next(),
                "note": annotation.note,
                "standing": opinion.standing.name(),
            });
            if !annotation.conflict.is_empty() {
                let rivals = annotation.conflict.iter();
                said["conflict"] =
                    rivals.map(|rival| json!({&*rival.field: to_json(&rival.value)})).collect();
            }
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

impl Team {
    /// What a verdict is called, also where the desk does not know it.
    pub(super) fn verdict_name<'a>(&'a self, id: &'a str) -> &'a str {
        let label = self.config.labels.iter().find(|label| label.id.0 == id);
        label.map_or(id, |label| label_name(label, self.lang))
    }

    /// What a final verdict is called.
    fn final_name<'a>(&'a self, decided: &'a Final) -> &'a str {
        let verdict = decided.verdict.as_ref();
        verdict.map_or(say::UNDECIDABLE.to(self.lang), |verdict| self.verdict_name(&verdict.0))
    }

    fn lines(&self, sheet: &Sheet, unit: &Unit) -> String {
        let quote = on_one_line(unit.span.of(sheet.document.text()));
        let head = say::OF.fill(self.lang, &[&on_one_line(&sheet.article), &quote]);
        let mut out = format!("{head}\n  {}\n", self.in_force(unit));
        for opinion in &unit.opinions {
            let Some(verdict) = &opinion.annotation.verdict else { continue };
            let aside = match opinion.standing.is_in_force() {
                true => "",
                false => say::ON_OLD_WORDS.to(self.lang),
            };
            let note = on_one_line(&opinion.annotation.note);
            let note = if note.is_empty() { note } else { format!(" — {note}") };
            let (verdict, name) = (self.verdict_name(&verdict.0), on_one_line(&opinion.name));
            let _ = writeln!(out, "    {verdict:<14} {name}{aside}{note}");
            for rival in rivals(self.lang, &self.config.labels, &opinion.annotation) {
                let _ = writeln!(out, "      {}", on_one_line(&rival));
            }
        }
        // A decision that is not in force is the editor's to look at again.
        for decision in unit.unheld() {
            let told = say::FINALLY.fill(self.lang, &[&self.final_name(&decision.verdict)]);
            let (name, aside) = (on_one_line(&decision.name), say::ON_OLD_WORDS.to(self.lang));
            let _ = writeln!(out, "    {told}  {name}{aside}");
        }
        out
    }

    /// The verdict in force, in words, and how the claim stands.
    fn effective<'a>(&'a self, unit: &'a Unit) -> (&'a str, &'static str) {
        let verdict = match (&unit.decision, unit.effective().0) {
            (_, Some(verdict)) => self.verdict_name(&verdict.0),
            (Some(_), None) => say::UNDECIDABLE.to(self.lang),
            (None, None) => say::name("none").to(self.lang),
        };
        (verdict, say::name(unit.status.name()).to(self.lang))
    }

    /// The verdict in force with what it is in force by.
    fn in_force(&self, unit: &Unit) -> String {
        let (verdict, status) = self.effective(unit);
        match &unit.decision {
            Some(decision) => {
                let why = on_one_line(&decision.verdict.why);
                let why = if why.is_empty() { why } else { format!(" — {why}") };
                format!("{verdict} · {status}, {}{why}", on_one_line(&decision.name))
            }
            None => format!("{verdict} · {status}"),
        }
    }

    fn table_row(&self, sheet: &Sheet, unit: &Unit) -> String {
        let by = unit.decision.as_ref().map_or("", |decision| &decision.name);
        let said = |opinion: &Opinion| {
            let verdict = self.verdict_name(&opinion.annotation.verdict.as_ref()?.0);
            let rivals = rivals(self.lang, &self.config.labels, &opinion.annotation);
            let rivals = rivals.iter().fold(String::new(), |said, rival| said + " (" + rival + ")");
            let aside = match opinion.standing.is_in_force() {
                true => "",
                false => say::ON_OLD_WORDS.to(self.lang),
            };
            Some(format!("{} {verdict}{rivals}{aside}", opinion.name))
        };
        let people: Vec<_> = unit.opinions.iter().filter_map(said).collect();
        let (verdict, state) = self.effective(unit);
        let quote = unit.span.of(sheet.document.text());
        row([&*sheet.article, quote, verdict, state, by, &people.join(", ")])
    }
}
