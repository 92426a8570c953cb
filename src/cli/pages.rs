//! `claimdesk completions` and `claimdesk man`.

use clap::CommandFactory;
use clap_complete::Shell;

use super::Cli;
use super::failure::Failure;
use super::output::print_page;

/// Print completions for a shell.
#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// The shell.
    shell: Shell,
}

/// Print the manual page (roff): `claimdesk man | man -l -`.
#[derive(Debug, clap::Args)]
pub(super) struct ManArgs {}

pub(super) fn completions(args: &CompletionsArgs) -> Result<(), Failure> {
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "claimdesk", &mut out);
    print_page(&out)
}

pub(super) fn man() -> Result<(), Failure> {
    let mut out = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut out)?;
    print_page(&out)
}
