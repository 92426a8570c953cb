//! `claimdesk show`: one article with numbered claims and verdicts.

use std::fmt::Write;

use serde_json::{Value, json};

use super::failure::Failure;
use super::output::{self, Format};
use super::{Place, desk};
use crate::core::annotation::{Annotation, Notebook};
use crate::core::review::{Item, Standing};

/// Print an article with its claims numbered, and the verdicts given.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The article: its file, its name below `seeds/`, or a beginning of the name.
    article: String,
}

pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let (desk, config) = desk::open(&place.desk)?;
    let name = desk::article(&desk, &args.article)?;
    let file = desk.notebook(&desk::annotator(place), &name);
    let own = desk::readable(&file)?;
    let (review, _) = desk::review(&desk, &name, own, config.values.level)?;
    let claims = review.items.iter().enumerate();
    let mut claims = claims.map(|(i, item)| object(&review, own, i + 1, item));
    match format {
        Format::Text => output::print(&text(&review, own)),
        Format::Jsonl => output::print_list(true, claims),
        Format::Json => {
            let claims: Vec<_> = claims.by_ref().collect();
            output::print_value(
                &json!({"article": name, "annotator": own.annotator, "text": review.doc.original(), "claims": claims}),
            )
        }
    }
}

fn annotation<'a>(own: &'a Notebook, item: &Item) -> Option<&'a Annotation> {
    own.annotations.get(item.own.as_ref()?)
}

const fn standing(item: &Item) -> &'static str {
    match item.standing {
        Standing::Firm => "firm",
        Standing::SameValue(_) => "same-value",
        Standing::Stale(_) => "stale",
        Standing::Ambiguous(_) => "ambiguous",
        Standing::Lost(_) => "lost",
    }
}

fn object(review: &desk::Review, own: &Notebook, number: usize, item: &Item) -> Value {
    let (start, end) = review.doc.to_points(item.span);
    let annotation = annotation(own, item);
    json!({
        "claim": number, "start": start, "end": end, "quote": item.span.of(review.doc.text()),
        "id": item.own.as_ref().map(|id| &id.0), "verdict": item.verdict.as_ref().map(|v| &v.0),
        "standing": standing(item), "note": annotation.map(|a| &a.note).filter(|note| !note.is_empty()),
    })
}

/// The text with `[n]` before each claim, then the claims one by one.
fn text(review: &desk::Review, own: &Notebook) -> String {
    let shown = review.doc.text();
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
        let state = if item.standing == Standing::Firm { "" } else { standing(item) };
        let _ = write!(
            out,
            "\n[{}] {verdict}{}{state}: {}\n",
            i + 1,
            if state.is_empty() { "" } else { ", " },
            item.span.of(shown)
        );
        for line in annotation(own, item).map(|a| a.note.as_str()).unwrap_or_default().lines() {
            let _ = writeln!(out, "    {line}");
        }
    }
    out
}
