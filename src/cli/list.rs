//! `claimdesk list`: the articles with title and progress.

use std::fmt::Write as _;
use std::sync::Arc;

use serde_json::{Value, json};

use super::failure::Failure;
use super::output::{self, Format, List, on_one_line};
use super::{Place, desk, team};
use crate::app::{parallel, words};
use crate::config::Config;
use crate::core::annotation::Book;
use crate::core::article::Source;
use crate::core::review::Progress;
use crate::core::team::outline::{Outline, View};
use crate::core::team::status::{Rules, team_units};
use crate::core::typed;
use crate::desk::{Library, Opened, Orphan, dated};
use crate::i18n::{Lang, Message, line as say};
use crate::store::listing::Entry;
use crate::store::notebook::NotebookFile;

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
        let orphans = library.orphans();
        return match format {
            Format::Text => {
                let lines = |orphan: &Orphan| lines(place.lang, &config, orphan);
                output::print(&orphans.iter().map(lines).collect::<String>())
            }
            Format::Json => output::print_value(&orphans.iter().map(value).collect::<Vec<_>>()),
            _ => output::print_list(true, orphans.iter().map(value)),
        };
    }
    let listing = library.list();
    let mut list = List::new(format != Format::Json);
    let (mut unread, mut left_out) = (None, 0);
    let row = |(): &mut (), entry: &Entry| Row::of(&library, &config, entry);
    parallel::in_order(
        &listing.entries,
        || (),
        row,
        |row| {
            match format {
                Format::Text => output::print(&row.text(place.lang))?,
                _ => list.push(&row.object())?,
            }
            left_out += team::unread(place.lang, &row.refused);
            unread = unread.take().or(row.failure);
            Ok::<_, Failure>(())
        },
    )?;
    match format {
        Format::Text => output::print(&desk::others(place.lang, &listing))?,
        _ => list.end()?,
    }
    let left_out = (left_out > 0).then(|| Failure::left_out(left_out));
    unread.or(left_out).map_or(Ok(()), Err)
}

/// An article as it is listed.
struct Row {
    name: String,
    /// What is known of it, or why nothing is.
    known: Result<Known, Message>,
    /// Why it could not be read though it should have been.
    failure: Option<Failure>,
    /// The notebooks on it that cannot be read, or not wholly.
    refused: Vec<NotebookFile>,
}

struct Known {
    title: String,
    progress: Progress,
    /// Verdicts of others that somebody has to look at.
    others: usize,
    disputes: usize,
    source: Source,
    /// The file, where columns stand side by side in it.
    in_columns: Option<String>,
}

impl Row {
    fn of(library: &Library, config: &Config, entry: &Entry) -> Self {
        let name = entry.name.clone();
        if let Some(problem) = entry.problem {
            let why = Message::of(|lang| words::problem(lang, problem).to_owned());
            return Self { name, known: Err(why), failure: None, refused: Vec::new() };
        }
        let opened = match desk::opened(library, &entry.name) {
            Ok(opened) => opened,
            Err(failure) => {
                let (known, refused) = (Err(failure.what()), Vec::new());
                return Self { name, known, failure: Some(failure), refused };
            }
        };
        let review = opened.review(library, config.values.level);
        let desk = library.desk();
        let file = || Some(desk.name_below(&desk.article_path(&entry.name)?));
        let others = review.due.iter().filter(|due| due.who.is_some());
        let source = dated(library.source(&entry.name), &opened.document, &opened.analysis);
        let known = Known {
            title: source.title_of(opened.document.text()),
            progress: review.progress,
            others: others.filter(|due| due.why.is_pressing()).count(),
            disputes: disputes(library, config, &opened),
            source,
            in_columns: file().filter(|_| opened.document.is_in_columns()),
        };
        Self { name, known: Ok(known), failure: None, refused: opened.notebooks.refused }
    }

    /// How many notebooks on it say nothing, since they cannot be read.
    fn left_out(&self) -> usize {
        let refusals = self.refused.iter().filter_map(NotebookFile::refusal);
        refusals.filter(|refusal| refusal.hides()).count()
    }

    fn text(&self, lang: Lang) -> String {
        let known = match &self.known {
            Ok(known) => known,
            Err(problem) => {
                let shown = on_one_line(&format!("{}  ({})", self.name, problem.to(lang)));
                return format!("   -/-    {shown}\n");
            }
        };
        let Progress { decided, all, stale } = known.progress;
        let mut due = due(lang, stale, known.others, known.disputes);
        if let left_out @ 1.. = self.left_out() {
            due = format!("{due} · {}", say::NOTEBOOKS_UNREAD.fill(lang, &[&left_out]));
        }
        let origin = match on_one_line(&known.source.in_short()) {
            origin if origin.is_empty() => origin,
            origin => format!("  ({origin})"),
        };
        let (name, title) = (on_one_line(&self.name), &known.title);
        let columns = known.in_columns.as_ref().map_or_else(String::new, |file| {
            format!(" · {}", say::COLUMNS_BESIDE.fill(lang, &[&on_one_line(&typed::path(file))]))
        });
        format!("{decided:>4}/{all:<4} {name}  {title}{origin}{due}{columns}\n")
    }

    fn object(&self) -> Value {
        let known = match &self.known {
            Ok(known) => known,
            Err(problem) => return json!({"article": self.name, "problem": problem.en}),
        };
        let Progress { decided, all, stale } = known.progress;
        let mut row = json!({
            "article": self.name, "title": known.title, "decided": decided, "claims": all,
            "stale": stale, "stale_of_others": known.others, "disputes": known.disputes,
        });
        let Source { outlet, published, url, .. } = &known.source;
        for (field, value) in [("outlet", outlet), ("published", published), ("url", url)] {
            if let Some(value) = value {
                row[field] = value.clone().into();
            }
        }
        if known.in_columns.is_some() {
            row["columns"] = true.into();
        }
        if let left_out @ 1.. = self.left_out() {
            row["unread_notebooks"] = left_out.into();
        }
        row
    }
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
    let units = team_units(&opinions, rules);
    Outline::of(&opened.document, &units, &books, rules).count(View::Disputed)
}

/// What needs a look, in words; nothing where nothing does.
fn due(lang: Lang, stale: usize, others: usize, disputes: usize) -> String {
    let parts = [(stale, say::N_STALE), (others, say::N_FOR_OTHERS), (disputes, say::N_DISPUTED)];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    parts.fold(String::new(), |all, (count, what)| format!("{all} · {count} {}", what.to(lang)))
}

/// What was decided on an article that is gone, with an article that may be its own.
fn lines(lang: Lang, config: &Config, orphan: &Orphan) -> String {
    let (article, notebook) = (&orphan.path.article, &orphan.notebook);
    let mut out = format!("{}  {}", on_one_line(article), on_one_line(&notebook.annotator));
    if let Some((now, quotes)) = orphan.offer() {
        let all = notebook.annotations.len();
        let now = on_one_line(now);
        out += &say::ORPHAN_OFFER.fill(lang, &[&quotes, &all, &now]);
    }
    out.push('\n');
    for annotation in notebook.annotations.values() {
        let verdict = annotation.verdict.as_ref();
        let verdict = verdict.map_or(say::OPEN.to(lang), |verdict| {
            desk::verdict_name(&config.labels, verdict, lang)
        });
        let words = on_one_line(&annotation.selector.exact);
        let note = on_one_line(&annotation.note);
        let note = if note.is_empty() { note } else { format!(" — {note}") };
        let said = say::OF.fill(lang, &[&on_one_line(verdict), &words]);
        let _ = writeln!(out, "    {said}{note}");
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
