//! `claimdesk merge-driver`: what git calls to merge a notebook.

use std::path::PathBuf;

use super::failure::Failure;
use super::output::{complain, on_one_line};
use crate::store::driver;

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
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let name = args.name.clone().unwrap_or_else(|| args.ours.display().to_string());
    let name = on_one_line(&name);
    let told = driver::merge_files(&args.base, &args.ours, &args.theirs)
        .map_err(|error| Failure::failed(format!("{name}: {error}"), HINT))?;
    for repair in told {
        complain(&format!("{name}: {repair}\n"));
    }
    Ok(())
}

const HINT: &str = "git leaves the file to you: put both sides in order, then `git add` it";
