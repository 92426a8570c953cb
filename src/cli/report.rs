//! `claimdesk report`: the results for an editor to read.

use std::path::PathBuf;

use super::Place;
use super::failure::Failure;
use super::output::{self, Format};
use super::results::{self, Selection};
use crate::exchange::report::{self, PAGES};
use crate::exchange::{Output, Results};
use crate::i18n::Lang;

/// Write a report of the desk: one HTML page that needs nothing else, or Markdown.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The file to write: `.html` or `.md`. Above 100 articles a folder, with a page per article.
    #[arg(long, short, value_name = "FILE", default_value = "report.html")]
    output: PathBuf,
    /// The language of the report, `en` or `fr`; else the locale's.
    #[arg(long, value_name = "LANG", value_parser = ["en", "fr"])]
    lang: Option<String>,
    #[command(flatten)]
    selection: Selection,
}

pub(super) fn run(args: &Args, place: &Place, _format: Format) -> Result<(), Failure> {
    let (team, results) = results::of(&args.selection, place)?;
    let lang = match &args.lang {
        Some(lang) => Lang::of_locale(lang),
        None => team
            .config
            .values
            .lang
            .unwrap_or_else(|| Lang::of_environment(|name| std::env::var(name).ok())),
    };
    let is_markdown = args.output.extension().is_some_and(|e| e.eq_ignore_ascii_case("md"));
    if args.output.as_os_str() == "-" {
        return output::print(&report::html(&results, lang));
    }
    if is_markdown {
        let page = Output { name: String::new(), text: report::markdown(&results, lang) };
        results::write(&team.library, &args.output, false, &[page])?;
        return said(&args.output);
    }
    if results.articles.len() <= PAGES {
        let page = Output { name: String::new(), text: report::html(&results, lang) };
        results::write(&team.library, &args.output, false, &[page])?;
        return said(&args.output);
    }
    let folder = args.output.with_extension("");
    results::write(&team.library, &folder, true, &pages(&results, lang))?;
    said(&folder.join("index.html"))
}

/// The index and the articles in which something was decided.
fn pages(results: &Results, lang: Lang) -> Vec<Output> {
    let index = Output { name: "index.html".into(), text: report::html_index(results, lang) };
    let articles = results.articles.iter().map(|article| Output {
        name: report::page_name(article),
        text: report::html_article(results, article, lang),
    });
    [index].into_iter().chain(articles).collect()
}

fn said(path: &std::path::Path) -> Result<(), Failure> {
    output::print(&format!("{}\n", path.display()))
}
