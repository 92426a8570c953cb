//! The command line: one file per subcommand.

pub mod anchor;
mod check;
pub mod claims;
mod config;
pub mod crosscheck;
mod desk;
mod failure;
mod init;
mod list;
mod mark;
mod merge_driver;
mod pages;
mod read;
pub mod reference;
mod review;
mod show;
mod tutor;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

pub use failure::Failure;

/// A terminal reader for fact-checkers.
///
/// Without a command it opens the reader on a desk: a folder that holds
/// `seeds/` with the articles; decisions go into `annotations/` beside it.
#[derive(Debug, Parser)]
#[command(name = "claimdesk", version, args_conflicts_with_subcommands = true, disable_help_subcommand = true, after_help = failure::EXIT_CODES)]
struct Cli {
    #[command(flatten)]
    read: read::Args,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Which desk, and who is at it.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Place {
    /// The desk's folder.
    #[arg(long, short = 'C', value_name = "DIR", default_value = ".")]
    desk: PathBuf,
    /// Your name; else `CLAIMDESK_ANNOTATOR`, the configuration, git's `user.name`, the login name.
    #[arg(long, value_name = "NAME")]
    annotator: Option<String>,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    List(list::Args),
    Show(show::Args),
    Review(review::Args),
    Tutor(tutor::Args),
    Mark(mark::MarkArgs),
    Unmark(mark::UnmarkArgs),
    Claims(claims::Args),
    Crosscheck(crosscheck::Args),
    Anchor(anchor::Args),
    Completions(pages::CompletionsArgs),
    Man(pages::ManArgs),
    Check(check::Args),
    Config(config::Args),
    Init(init::Args),
    MergeDriver(merge_driver::Args),
}

/// Runs the program and gives its exit code.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let result = match cli.command {
        None => read::run(cli.read),
        Some(Command::List(args)) => list::run(&args),
        Some(Command::Show(args)) => show::run(&args),
        Some(Command::Tutor(args)) => tutor::run(&args),
        Some(Command::Review(args)) => review::run(&args),
        Some(Command::Mark(args)) => mark::mark(&args),
        Some(Command::Unmark(args)) => mark::unmark(&args),
        Some(Command::Claims(args)) => claims::run(&args).map_err(Failure::from),
        Some(Command::Crosscheck(args)) => crosscheck::run(&args).map_err(Failure::from),
        Some(Command::Anchor(args)) => anchor::run(&args).map_err(Failure::from),
        Some(Command::Completions(args)) => pages::completions(&args),
        Some(Command::Man(args)) => pages::man(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Config(args)) => config::run(&args),
        Some(Command::Init(args)) => init::run(&args),
        Some(Command::MergeDriver(args)) => merge_driver::run(&args).map_err(Failure::from),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            // Nothing is left to do when even this cannot be said.
            let _ = write!(io::stderr(), "{failure}");
            failure.code()
        }
    }
}

/// How a command prints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// Writes text to standard output.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|error| Failure::from(anyhow::Error::from(error)))
}

/// Writes a value as one line of JSON.
fn print_json(value: &serde_json::Value) -> Result<(), Failure> {
    print(&format!("{value}\n"))
}
