//! The command line: one file per subcommand.

pub mod anchor;
pub mod claims;
pub mod crosscheck;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

/// A terminal reader for fact-checkers.
#[derive(Debug, Parser)]
#[command(name = "claimdesk", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Anchor(anchor::Args),
    Claims(claims::Args),
    Crosscheck(crosscheck::Args),
}

/// Runs the program and gives its exit code.
pub fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Anchor(args) => anchor::run(&args),
        Command::Claims(args) => claims::run(&args),
        Command::Crosscheck(args) => crosscheck::run(&args),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to do when even this cannot be said.
            let _ = writeln!(std::io::stderr(), "error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
