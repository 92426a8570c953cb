//! `claimdesk merge-driver`: what git calls to merge a notebook.

use std::path::PathBuf;

use super::failure::{Failure, system};
use super::output::{complain, on_one_line};
use crate::app::words;
use crate::i18n::{Lang, Message, line as say};
use crate::store::driver::{self, DriverError};

/// Merge two versions of a notebook (git calls this; `claimdesk init` sets it up).
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The version both sides started from (%O).
    base: PathBuf,
    /// Our version, which becomes the merged one (%A).
    ours: PathBuf,
    /// Their version (%B).
    theirs: PathBuf,
    /// The file's name in the repository, for messages (%P).
    name: Option<String>,
}

/// Merges, and says what somebody should look at.
/// Where a side is no notebook, git leaves the file to a person.
pub(super) fn run(args: &Args, lang: Lang) -> Result<(), Failure> {
    let name = args.name.clone().unwrap_or_else(|| args.ours.display().to_string());
    let name = on_one_line(&name);
    let told = driver::merge_files(&args.base, &args.ours, &args.theirs).map_err(|error| {
        Failure::failed(say::OF.with(&[&name, &unmerged(&error)]), say::LEFT_TO_YOU)
    })?;
    for repair in told {
        let told = say::OF.fill(lang, &[&name, &Message::of(|lang| words::repair(lang, &repair))]);
        complain(&format!("{told}\n"));
    }
    Ok(())
}

/// Why git has to leave a merge to a person.
fn unmerged(error: &DriverError) -> Message {
    match error {
        DriverError::File { path, source } => say::OF.with(&[path, &system(source)]),
        DriverError::Side { side, why } => {
            let side = if *side == "ours" { say::OURS } else { say::THEIRS };
            say::CANNOT_BE_MERGED.with(&[&side, why])
        }
    }
}
