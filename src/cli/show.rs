//! `claimdesk show`: one article with numbered claims and verdicts.

use std::fmt::Write;

use serde_json::{Value, json};

use super::failure::Failure;
use super::output::{self, Format, on_one_line};
use super::{Place, desk};
use crate::core::anchor::Change;
use crate::core::annotation::Annotation;
use crate::core::annotation::field::{self, FIELDS, Rule};
use crate::core::claim::{Level, Strength};
use crate::core::review::team::about;
use crate::core::review::{Item, Review, Standing};
use crate::desk::Opened;
use crate::store::format::to_json;

/// Print an article with its claims numbered, and the verdicts given.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The article: its file, its name below `seeds/`, or a beginning of the name.
    article: String,
}

pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let (library, config) = desk::library(place)?;
    let name = desk::article(library.desk(), &args.article)?;
    let opened = desk::opened(&library, &name)?;
    let level = config.values.level;
    let review = opened.review(&library, level);
    let claims = review.items.iter().enumerate();
    let claims = claims.map(|(i, item)| object(&opened, &review, i + 1, item, level));
    match format {
        Format::Text => output::page(&text(&opened, &review), config.values.pager.as_deref()),
        Format::Jsonl => output::print_list(true, claims),
        _ => output::print_value(&json!({
            "article": name,
            "annotator": opened.notebooks.own.notebook().annotator,
            "text": opened.document.original(),
            "claims": claims.collect::<Vec<_>>(),
        })),
    }
}

/// A claim's place, and all that its annotations say.
fn object(opened: &Opened, review: &Review, number: usize, item: &Item, level: Level) -> Value {
    let (start, end) = opened.document.to_points(item.span);
    let mut claim = json!({
        "claim": number, "start": start, "end": end, "quote": item.span.of(opened.document.text()),
        "strength": item.level.strength().name(), "shown": item.is_shown(level),
        "id": item.own.as_ref().map(|id| &id.0), "verdict": null, "standing": item.standing.name(), "note": null,
    });
    if let Some(annotation) = opened.annotation(item.own.as_ref()) {
        insert(&mut claim, annotation);
        then(&mut claim, annotation, &item.standing);
    }
    let team = about(&review.team, item.span).into_iter().map(|theirs| {
        let mut value = json!({ "annotator": theirs.annotator, "firm": theirs.standing.is_in_force(), "standing": theirs.standing.name() });
        insert(&mut value, &theirs.annotation);
        then(&mut value, &theirs.annotation, &theirs.standing);
        value
    });
    claim["team"] = team.collect();
    claim
}

/// Adds the words a verdict was given for, and what changed since, where these are not those shown.
fn then(object: &mut Value, annotation: &Annotation, standing: &Standing) {
    if *standing == Standing::Firm {
        return;
    }
    object["was"] = annotation.selector.exact.clone().into();
    let change = |c: &Change| {
        let mut told = json!({ "what": c.what.name(), "old": c.old, "new": c.new });
        if let Some(direction) = c.direction() {
            told["direction"] = direction.into();
        }
        told
    };
    object["changes"] = standing.changes().iter().map(change).collect();
}

/// Adds all fields of an annotation that say something; its place stands beside them.
fn insert(object: &mut Value, annotation: &Annotation) {
    for row in FIELDS.iter().filter(|row| !row.flat && !row.field.is_blank(annotation)) {
        object[row.name()] = to_json(&row.get(annotation));
    }
}

/// The text with `[n]` before each claim, then the claims one by one.
fn text(opened: &Opened, review: &Review) -> String {
    let shown = opened.document.text();
    let mut out = String::new();
    let mut at = 0;
    for (i, item) in review.items.iter().enumerate() {
        out.push_str(&shown[at..item.span.start.max(at)]);
        let _ = write!(out, "[{}] ", i + 1);
        at = item.span.start.max(at);
    }
    out.push_str(shown[at..].trim_end());
    out.push('\n');
    for (i, item) in review.items.iter().enumerate() {
        let verdict = item.verdict.as_ref().map_or("open", |id| id.0.as_str());
        let strength = item.level.strength();
        let state = match &item.standing {
            Standing::Firm if item.own.is_some() || strength == Strength::Strong => String::new(),
            Standing::Firm => format!(", {}", strength.name()),
            standing => format!(", {}", standing.name()),
        };
        let words = item.span.of(shown);
        let words = if words.is_empty() { String::new() } else { format!(": {words}") };
        let _ = write!(out, "\n[{}] {verdict}{state}{words}\n", i + 1);
        if let Some(annotation) = opened.annotation(item.own.as_ref()) {
            changed(&mut out, annotation, &item.standing);
            said(&mut out, annotation);
        }
    }
    out
}

/// The words a verdict was given for, and what changed since.
fn changed(out: &mut String, annotation: &Annotation, standing: &Standing) {
    if *standing == Standing::Firm {
        return;
    }
    for line in format!("was: {}", annotation.selector.exact).lines() {
        let _ = writeln!(out, "    {line}");
    }
    let around = if matches!(standing, Standing::Beside(_)) { " beside it" } else { "" };
    for change in standing.changes() {
        let words = |words: &str| match on_one_line(words) {
            none if none.is_empty() => "—".to_owned(),
            words => words,
        };
        let (old, new) = (words(&change.old), words(&change.new));
        let direction = change.direction().map(|d| format!(", {d}")).unwrap_or_default();
        let _ = writeln!(out, "    {}{around}: {old} → {new}{direction}", change.what.name());
    }
}

/// What an annotation says besides its verdict.
fn said(out: &mut String, annotation: &Annotation) {
    let told = [field::VERDICT, field::CONFLICT];
    let rows = FIELDS.iter().filter(|row| !row.flat && row.rule != Rule::Time);
    for row in rows.filter(|row| !told.contains(&row.name()) && !row.field.is_blank(annotation)) {
        let value = row.get(annotation).to_string();
        let value = match row.name() {
            field::NOTE => value,
            name => format!("{name}: {value}"),
        };
        for line in value.lines() {
            let _ = writeln!(out, "    {line}");
        }
    }
}
