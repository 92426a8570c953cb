//! `claimdesk list`: the articles with title and progress.

use std::fmt::Write;
use std::sync::Arc;

use serde_json::json;

use super::failure::Failure;
use super::output::{self, Format, on_one_line};
use super::{Place, desk};
use crate::config::Config;
use crate::core::annotation::Book;
use crate::core::article::title;
use crate::core::review::Progress;
use crate::core::team::outline::Outline;
use crate::core::team::status::Rules;
use crate::desk::{Library, Opened};

/// List the articles with their titles and how many claims are decided.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

pub(super) fn run(place: &Place, format: Format) -> Result<(), Failure> {
    let (library, config) = desk::library(place)?;
    let mut text = String::new();
    let mut rows = Vec::new();
    let mut unread = None;
    let listing = library.list();
    for entry in &listing.entries {
        let opened = match entry.problem {
            Some(problem) => Err(problem.describe().to_owned()),
            None => desk::opened(&library, &entry.name).map_err(|failure| {
                let what = failure.what().to_owned();
                unread.get_or_insert(failure);
                what
            }),
        };
        match opened {
            Ok(opened) => {
                let review = opened.review(&library, config.values.level);
                let Progress { decided, all, stale } = review.progress;
                let others = review.due.iter().filter(|due| due.who.is_some());
                let others = others.filter(|due| due.why.is_pressing()).count();
                let disputes = disputes(&library, &config, &opened);
                let due = due(stale, others, disputes);
                let title = title(opened.document.text());
                let source = library.source(&entry.name);
                let name = on_one_line(&entry.name);
                let origin = match on_one_line(&source.in_short()) {
                    origin if origin.is_empty() => origin,
                    origin => format!("  ({origin})"),
                };
                let _ = writeln!(text, "{decided:>4}/{all:<4} {name}  {title}{origin}{due}");
                let mut row = json!({"article": entry.name, "title": title, "decided": decided, "claims": all, "stale": stale, "stale_of_others": others, "disputes": disputes});
                for (field, value) in [
                    ("outlet", source.outlet),
                    ("published", source.published),
                    ("url", source.url),
                ] {
                    if let Some(value) = value {
                        row[field] = value.into();
                    }
                }
                rows.push(row);
            }
            Err(problem) => {
                let shown = on_one_line(&format!("{}  ({problem})", entry.name));
                let _ = writeln!(text, "   -/-    {shown}");
                rows.push(json!({"article": entry.name, "problem": problem}));
            }
        }
    }
    match format {
        Format::Text => {
            text.push_str(&desk::others(&listing));
            output::print(&text)?;
        }
        Format::Json => output::print_value(&rows)?,
        _ => output::print_list(true, rows)?,
    }
    unread.map_or(Ok(()), Err)
}

/// On how many claims people disagree.
fn disputes(library: &Library, config: &Config, opened: &Opened) -> usize {
    let own = &opened.notebooks.own;
    let folder = library.annotator().slug().to_owned();
    let own = Book { folder, notebook: Arc::new(own.notebook().clone()) };
    let books: Vec<_> = [own].into_iter().chain(opened.notebooks.team.iter().cloned()).collect();
    let opinions = library.opinions(&opened.document, &books, &config.roster);
    let per_article = usize::from(config.values.per_article);
    let rules = Rules { roster: &config.roster, per_article };
    Outline::of(&opened.document, &opinions, &books, rules).disputes().count()
}

/// What needs a look, in words; nothing where nothing does.
fn due(stale: usize, others: usize, disputes: usize) -> String {
    let parts = [(stale, "to look at"), (others, "for others"), (disputes, "in dispute")];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    parts.fold(String::new(), |all, (count, what)| format!("{all} · {count} {what}"))
}
