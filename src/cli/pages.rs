//! `claimdesk completions` and `claimdesk man`.

use clap::CommandFactory;
use clap_complete::{Generator, Shell as Known, generate};
use clap_complete_nushell::Nushell;

use super::Cli;
use super::failure::Failure;
use super::output::print_page;

/// A shell that completes.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Shell {
    Bash,
    Elvish,
    Fish,
    Nushell,
    Powershell,
    Zsh,
}

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
    print_page(&match args.shell {
        Shell::Bash => completed(Known::Bash),
        Shell::Elvish => completed(Known::Elvish),
        Shell::Fish => completed(Known::Fish),
        Shell::Nushell => completed(Nushell),
        Shell::Powershell => completed(Known::PowerShell),
        Shell::Zsh => completed(Known::Zsh),
    })
}

fn completed(shell: impl Generator) -> Vec<u8> {
    let mut out = Vec::new();
    generate(shell, &mut Cli::command(), "claimdesk", &mut out);
    out
}

pub(super) fn man() -> Result<(), Failure> {
    let mut out = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut out)?;
    print_page(&out)
}
