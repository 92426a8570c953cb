//! `claimdesk list`: the articles with title and progress.

use std::fmt::Write;

use serde_json::json;

use super::{Failure, Format, Place, desk, print, print_json};
use crate::core::article::{plain, title};
use crate::core::review::Progress;

/// List the articles with their titles and how many claims are decided.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    place: Place,
    /// How to print.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let (desk, config) = desk::open(&args.place.desk)?;
    let annotator = desk::annotator(&args.place);
    let mut text = String::new();
    let mut rows = Vec::new();
    for entry in desk.articles().entries {
        let file = desk.notebook(&annotator, &entry.name);
        let review = match entry.problem {
            Some(problem) => Err(problem.describe().to_owned()),
            None => desk::review(&desk, &entry.name, file.notebook(), config.values.level)
                .map_err(|failure| failure.to_string()),
        };
        match review {
            Ok((review, _)) => {
                let Progress { decided, all, stale } = Progress::of(&review.items);
                let title = title(review.doc.text());
                let _ = writeln!(text, "{decided:>4}/{all:<4} {}  {title}", plain(&entry.name));
                rows.push(json!({"article": entry.name, "title": title, "decided": decided, "claims": all, "stale": stale}));
            }
            Err(problem) => {
                let _ =
                    writeln!(text, "   -/-    {}  ({})", plain(&entry.name), problem.trim_end());
                rows.push(json!({"article": entry.name, "problem": problem.trim_end()}));
            }
        }
    }
    match args.format {
        Format::Text => print(&text),
        Format::Json => print_json(&json!(rows)),
    }
}
