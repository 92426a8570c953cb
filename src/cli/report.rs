//! `claimdesk report`: the results for an editor to read.

use std::path::{Path, PathBuf};

use super::Place;
use super::failure::Failure;
use super::output;
use super::results::{self, Request, Selection};
use crate::app::results::Place as At;
use crate::exchange::{Piece, report};
use crate::i18n::{Lang, line as say};

/// Write a report of the desk: one HTML page that needs nothing else, or Markdown.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The file to write: `.html` or `.md`. Above 100 articles a folder, with a page per article.
    #[arg(long, short, value_name = "FILE", default_value = "report.html")]
    output: PathBuf,
    /// The language of the report, `en` or `fr`; else the configuration's, else the locale's.
    #[arg(long, value_name = "LANG", value_parser = ["en", "fr"])]
    lang: Option<String>,
    #[command(flatten)]
    selection: Selection,
}

/// Endings of what a report is not written as, whatever the file is called.
const OTHERS: [&str; 11] =
    ["docx", "doc", "odt", "rtf", "pdf", "txt", "csv", "json", "jsonl", "xlsx", "epub"];

pub(super) fn run(args: &Args, place: &Place) -> Result<(), Failure> {
    let request = Request::of(&args.selection, place)?;
    let lang = args.lang.as_deref().map_or(place.lang, Lang::of_locale);
    if args.output.as_os_str() == "-" {
        if report::is_folder(request.articles()) {
            return Err(Failure::usage(
                say::REPORT_IS_FOLDER.with(&[&request.articles()]),
                say::REPORT_IS_FOLDER_HINT,
            ));
        }
        return request.pieces(true, report::html(lang), |piece| {
            let (Piece::Part(bytes) | Piece::File(_, bytes)) = piece;
            output::print(&String::from_utf8_lossy(&bytes))
        });
    }
    let is = |ending: &str| args.output.extension().is_some_and(|e| e.eq_ignore_ascii_case(ending));
    let is_markdown = is("md") || is("markdown");
    if let Some(other) = OTHERS.iter().find(|ending| is(ending)) {
        return Err(Failure::usage(say::NO_REPORT_AS.with(&[other]), say::NO_REPORT_AS_HINT));
    }
    let is_folder = !is_markdown && report::is_folder(request.articles());
    let path = if is_folder { args.output.with_extension("") } else { args.output.clone() };
    let writer = if is_markdown { report::markdown(lang) } else { report::html(lang) };
    let at = At { path: &path, is_folder, main: "index.html" };
    let written = request.write(true, writer, &at)?;
    said(&if is_folder { path.join("index.html") } else { path })?;
    results::whole(&written)
}

fn said(path: &Path) -> Result<(), Failure> {
    output::print(&format!("{}\n", path.display()))
}
