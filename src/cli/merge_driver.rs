//! `claimdesk merge-driver`: what git calls to merge a notebook.

use std::io::{self, Write as _};
use std::path::PathBuf;

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
pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let name = args.name.clone().unwrap_or_else(|| args.ours.display().to_string());
    let told = driver::merge_files(&args.base, &args.ours, &args.theirs)
        .map_err(|error| anyhow::Error::new(error).context(name.clone()))?;
    for repair in told {
        writeln!(io::stderr(), "{name}: {repair}")?;
    }
    Ok(())
}
