//! `claimdesk export`: the decisions in the formats of other tools.

use std::path::PathBuf;

use super::Place;
use super::failure::Failure;
use super::output::{self, Format, complain, print, print_json};
use super::results::{self, Selection};
use crate::exchange::{Missing, TARGETS, Target};

/// Write the decisions in a format of another tool.
#[derive(Debug, clap::Args)]
#[command(after_help = formats())]
pub(super) struct Args {
    /// The format; see below.
    #[arg(long, value_name = "ID")]
    to: String,
    /// The file or folder to write; else standard output, where the format is one file.
    #[arg(long, short, value_name = "PATH")]
    output: Option<PathBuf>,
    #[command(flatten)]
    selection: Selection,
}

fn formats() -> String {
    let rows = TARGETS.iter().map(|(_, id, what)| format!("  {id:<14}{what}\n"));
    format!("Formats:\n{}", rows.collect::<String>())
}

pub(super) fn run(args: &Args, place: &Place, _format: Format) -> Result<(), Failure> {
    let target = Target::of(&args.to).ok_or_else(|| {
        let known: Vec<_> = TARGETS.iter().map(|row| row.1).collect();
        Failure::usage(format!("no format `{}`", args.to), format!("one of: {}", known.join(", ")))
    })?;
    if target.is_folder() && args.output.is_none() {
        return Err(Failure::usage(
            format!("`{}` is written as several files", args.to),
            "name a folder with `-o`",
        ));
    }
    let (team, results) = results::of(&args.selection, place)?;
    let outputs = target
        .write(&results, &team.config.values.publisher)
        .map_err(|missing| lacking(&missing))?;
    match &args.output {
        Some(path) => {
            results::write(&team.library, path, target.is_folder() || path.is_dir(), &outputs)?;
            let claims = results.decided().count();
            output::print(&format!("{claims} decided claims written to {}\n", path.display()))
        }
        // The byte order mark and the line ends of a table are for files.
        None if target == Target::Csv => outputs
            .iter()
            .try_for_each(|o| print(&o.text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))),
        None => outputs.iter().try_for_each(|output| print_json(&output.text)),
    }
}

/// What stands in the way of publishing, all of it at once.
fn lacking(missing: &[Missing]) -> Failure {
    for Missing { place, what } in missing {
        complain(&format!("{}: {what}\n", output::on_one_line(place)));
    }
    Failure::failed(
        "nothing was written: what is listed above is required and not known",
        "write it into claimdesk.toml and the articles' sources, or name only articles that have it",
    )
}
