//! `claimdesk list`: the articles with title and progress.

use std::fmt::Write;
use std::sync::Arc;

use serde_json::{Value, json};

use super::failure::Failure;
use super::output::{self, Format, on_one_line};
use super::{Place, desk};
use crate::config::Config;
use crate::core::annotation::Book;
use crate::core::article::title;
use crate::core::review::Progress;
use crate::core::team::outline::Outline;
use crate::core::team::status::Rules;
use crate::desk::{Library, Opened, Orphan};

/// List the articles with their titles and how many claims are decided.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// List what was decided on articles that are gone instead.
    #[arg(long)]
    gone: bool,
}

pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let (library, config) = desk::library(place)?;
    if args.gone {
        return gone(&library.orphans(), format);
    }
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

/// What was decided on articles that are gone, with an article that may be theirs.
fn gone(orphans: &[Orphan], format: Format) -> Result<(), Failure> {
    match format {
        Format::Text => output::print(&orphans.iter().map(lines).collect::<String>()),
        Format::Json => output::print_value(&orphans.iter().map(value).collect::<Vec<_>>()),
        _ => output::print_list(true, orphans.iter().map(value)),
    }
}

fn lines(orphan: &Orphan) -> String {
    let (article, notebook) = (&orphan.path.article, &orphan.notebook);
    let mut out = format!("{}  {}", on_one_line(article), on_one_line(&notebook.annotator));
    if let Some((now, quotes)) = orphan.offer() {
        let all = notebook.annotations.len();
        let now = on_one_line(now);
        let _ = write!(out, " · {quotes} of {all} quotes stand in {now}: `claimdesk mv` takes it");
    }
    out.push('\n');
    for annotation in notebook.annotations.values() {
        let verdict = annotation.verdict.as_ref().map_or("open", |verdict| &verdict.0);
        let words = on_one_line(&annotation.selector.exact);
        let note = on_one_line(&annotation.note);
        let note = if note.is_empty() { note } else { format!(" — {note}") };
        let _ = writeln!(out, "    {}: {words}{note}", on_one_line(verdict));
    }
    out
}

fn value(orphan: &Orphan) -> Value {
    let annotations = orphan.notebook.annotations.iter().map(|(id, annotation)| {
        json!({
            "id": id.0,
            "verdict": annotation.verdict.as_ref().map(|verdict| &verdict.0),
            "quote": annotation.selector.exact,
            "note": annotation.note,
        })
    });
    let found =
        orphan.found.iter().map(|(article, quotes)| json!({"article": article, "quotes": quotes}));
    json!({
        "article": orphan.path.article,
        "annotator": orphan.notebook.annotator,
        "annotations": annotations.collect::<Vec<_>>(),
        "offer": orphan.offer().map(|(article, _)| article),
        "found": found.collect::<Vec<_>>(),
    })
}
