//! `claimdesk list`: the articles with title and progress.

use std::fmt::Write;

use serde_json::json;

use super::failure::Failure;
use super::output::{self, Format, on_one_line};
use super::{Place, desk};
use crate::core::article::title;
use crate::core::review::Progress;

/// List the articles with their titles and how many claims are decided.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

pub(super) fn run(place: &Place, format: Format) -> Result<(), Failure> {
    let (desk, config) = desk::open(&place.desk)?;
    let annotator = desk::annotator(place);
    let mut text = String::new();
    let mut rows = Vec::new();
    let mut unread = None;
    for entry in desk.articles().entries {
        let file = desk.notebook(&annotator, &entry.name);
        let own = desk::readable(&file);
        let review = match (entry.problem, &own) {
            (Some(problem), _) => Err(problem.describe().to_owned()),
            (None, Err(failure)) => Err(failure.what().to_owned()),
            (None, Ok(own)) => desk::review(&desk, &entry.name, own, config.values.level)
                .map_err(|failure| failure.what().to_owned()),
        };
        match review {
            Ok((review, _)) => {
                let Progress { decided, all, stale } = Progress::of(&review.items);
                let title = title(review.doc.text());
                let name = on_one_line(&entry.name);
                let _ = writeln!(text, "{decided:>4}/{all:<4} {name}  {title}");
                rows.push(json!({"article": entry.name, "title": title, "decided": decided, "claims": all, "stale": stale}));
            }
            Err(problem) => {
                let shown = on_one_line(&format!("{}  ({problem})", entry.name));
                let _ = writeln!(text, "   -/-    {shown}");
                rows.push(json!({"article": entry.name, "problem": problem}));
            }
        }
        unread = unread.or(own.err());
    }
    match format {
        Format::Text => output::print(&text)?,
        Format::Json => output::print_value(&rows)?,
        Format::Jsonl => output::print_list(true, rows)?,
    }
    unread.map_or(Ok(()), Err)
}
