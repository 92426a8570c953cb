//! `claimdesk export`: the decisions in the formats of other tools.

use std::path::PathBuf;

use super::Place;
use super::failure::Failure;
use super::offers::{self, Offers};
use super::output::{self, print, print_json};
use super::results::{self, Request, Selection};
use crate::app::results::Place as At;
use crate::exchange::{FORMATS, Format, Piece};
use crate::i18n::{Lang, line as say};

/// Write the decisions in a format of another tool.
#[derive(Debug, clap::Args)]
#[command(after_help = formats(Lang::En))]
pub(super) struct Args {
    /// The format; see below.
    #[arg(long, value_name = "ID", value_parser = Offers(offers::formats), hide_possible_values = true)]
    to: String,
    /// The file or folder to write; else standard output, where the format is one file of text.
    #[arg(long, short, value_name = "PATH")]
    output: Option<PathBuf>,
    #[command(flatten)]
    selection: Selection,
}

/// The formats there are, for the help.
pub(super) fn formats(lang: Lang) -> String {
    let row = |format: &Format| format!("  {:<14}{}\n", format.id, format.what.to(lang));
    let rows: String = FORMATS.iter().map(row).collect();
    format!("{}\n{rows}", lang.pick("Formats:", "Formats :"))
}

pub(super) fn run(args: &Args, place: &Place) -> Result<(), Failure> {
    let format = Format::of(&args.to).ok_or_else(|| {
        let known: Vec<_> = FORMATS.iter().map(|format| format.id).collect();
        Failure::usage(say::NO_FORMAT.with(&[&args.to]), say::ONE_OF.with(&[&known.join(", ")]))
    })?;
    let Some(path) = &args.output else { return to_standard_output(args, place, format) };
    let request = Request::of(&args.selection, place)?;
    let is_folder = format.is_folder || path.is_dir();
    let at = At { path, is_folder, main: format.file };
    let written = request.write(false, (format.open)(), &at)?;
    // Of one file in a folder that is there, the file is told.
    let path = if format.is_folder || !is_folder { path.clone() } else { path.join(format.file) };
    output::print(&say::WRITTEN.fill(place.lang, &[&written.claims, &path.display()]))?;
    if written.aside > 0 {
        output::print(&say::WRITTEN_ASIDE.fill(place.lang, &[&written.aside, &args.to]))?;
    }
    results::whole(&written)
}

fn to_standard_output(args: &Args, place: &Place, format: &Format) -> Result<(), Failure> {
    if format.is_folder || format.id == "refi-qda" {
        let (what, hint) = match format.is_folder {
            true => (say::IN_SEVERAL_FILES, say::NAME_A_FOLDER_TO_WRITE),
            false => (say::IN_A_PACKED_FILE, say::NAME_A_FILE_TO_WRITE),
        };
        return Err(Failure::usage(what.with(&[&args.to]), hint));
    }
    let request = Request::of(&args.selection, place)?;
    request.pieces(false, (format.open)(), |piece| {
        let (Piece::Part(bytes) | Piece::File(_, bytes)) = piece;
        let text = String::from_utf8_lossy(&bytes);
        match format.id {
            // The byte order mark and the line ends of a table are for files.
            "csv" => print(&text.trim_start_matches('\u{feff}').replace("\r\n", "\n")),
            _ => print_json(&text),
        }
    })
}
