//! The command line: one file per subcommand.

mod adjudicate;
mod anchor;
mod check;
mod claims;
mod config;
mod crosscheck;
mod desk;
mod doctor;
mod export;
mod failure;
mod follow;
mod import;
mod import_annotations;
mod init;
mod list;
mod mark;
mod merge_driver;
mod mv;
mod output;
mod pages;
mod progress;
mod read;
pub mod reference;
mod report;
mod results;
mod review;
mod show;
mod source;
mod sync;
mod team;
mod tutor;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser};

use crate::core::spelling::nearest;
use failure::Failure;
use output::Format;

/// The version, and the commit and its day in a release build.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), env!("CLAIMDESK_BUILD"));

/// A terminal reader for fact-checkers.
///
/// Without a command it opens the reader on a desk: a folder with articles in
/// plain text, in it or in its `seeds/`; decisions go into `annotations/` beside them.
#[derive(Debug, Parser)]
#[command(name = "claimdesk", version = VERSION, subcommand_precedence_over_arg = true, disable_help_subcommand = true, after_help = failure::exit_codes())]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    read: read::Args,
    #[command(subcommand)]
    command: Option<Command>,
}

/// The options of every subcommand.
#[derive(Debug, clap::Args)]
struct Common {
    #[command(flatten)]
    place: Place,
    /// How to print; else as people read it, or as the subcommand's help says.
    #[arg(long, global = true, value_enum)]
    format: Option<Format>,
}

/// Which desk, and who is at it.
#[derive(Clone, Debug, clap::Args)]
struct Place {
    /// The desk's folder.
    #[arg(long, short = 'C', global = true, value_name = "DIR", default_value = ".")]
    desk: PathBuf,
    /// Your name; else `CLAIMDESK_ANNOTATOR`, the configuration, git's `user.name`, the login name.
    #[arg(long, global = true, value_name = "NAME")]
    annotator: Option<String>,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    List(list::Args),
    Show(show::Args),
    Status(team::status::Args),
    Verdicts(team::verdicts::Args),
    Agreement(team::agreement::Args),
    Changes(team::changes::Args),
    Log(team::changes::LogArgs),
    Todo(team::todo::Args),
    Reply(team::reply::Args),
    Take(team::work::TakeArgs),
    Done(team::work::DoneArgs),
    Publish(team::work::PublishArgs),
    Assign(team::work::AssignArgs),
    Adjudicate(adjudicate::Args),
    Sync(sync::Args),
    Review(review::Args),
    Tutor(tutor::Args),
    Mark(mark::MarkArgs),
    Unmark(mark::UnmarkArgs),
    Import(import::Args),
    ImportAnnotations(import_annotations::Args),
    Source(source::Args),
    Mv(mv::Args),
    Follow(follow::Args),
    Claims(claims::Args),
    Crosscheck(crosscheck::Args),
    Anchor(anchor::Args),
    Completions(pages::CompletionsArgs),
    Man(pages::ManArgs),
    Check(check::Args),
    Report(report::Args),
    Export(export::Args),
    Config(config::Args),
    Doctor(doctor::Args),
    Init(init::Args),
    MergeDriver(merge_driver::Args),
}

impl Command {
    /// The formats it can print; the first unless another is asked for.
    const fn formats(&self) -> &'static [Format] {
        match self {
            Self::List(_)
            | Self::Assign(_)
            | Self::Show(_)
            | Self::Mark(_)
            | Self::Unmark(_)
            | Self::Import(_)
            | Self::ImportAnnotations(_)
            | Self::Source(_)
            | Self::Claims(_)
            | Self::Crosscheck(_) => &[Format::Text, Format::Json, Format::Jsonl],
            Self::Check(_) => {
                &[Format::Text, Format::Json, Format::Jsonl, Format::Sarif, Format::Github]
            }
            Self::Status(_)
            | Self::Verdicts(_)
            | Self::Changes(_)
            | Self::Log(_)
            | Self::Todo(_) => &[Format::Text, Format::Json, Format::Jsonl, Format::Markdown],
            Self::Anchor(_) => &[Format::Jsonl],
            Self::Sync(_) | Self::Reply(_) | Self::Take(_) | Self::Done(_) | Self::Publish(_) => {
                &[Format::Text, Format::Json]
            }
            Self::Agreement(_) => {
                &[Format::Text, Format::Json, Format::Jsonl, Format::Markdown, Format::GammaCsv]
            }
            Self::Review(_)
            | Self::Adjudicate(_)
            | Self::Tutor(_)
            | Self::Report(_)
            | Self::Export(_)
            | Self::Completions(_)
            | Self::Man(_)
            | Self::Config(_)
            | Self::Doctor(_)
            | Self::Init(_)
            | Self::Mv(_)
            | Self::Follow(_)
            | Self::MergeDriver(_) => &[Format::Text],
        }
    }

    fn run(self, place: &Place, format: Format) -> Result<(), Failure> {
        match self {
            Self::List(args) => list::run(&args, place, format),
            Self::Show(args) => show::run(&args, place, format),
            Self::Status(args) => team::status::run(&args, place, format),
            Self::Verdicts(args) => team::verdicts::run(&args, place, format),
            Self::Agreement(args) => team::agreement::run(&args, place, format),
            Self::Changes(args) => team::changes::changes(&args, place, format),
            Self::Log(args) => team::changes::log(&args, place, format),
            Self::Todo(args) => team::todo::run(&args, place, format),
            Self::Reply(args) => team::reply::run(&args, place, format),
            Self::Take(args) => team::work::take(&args, place, format),
            Self::Done(args) => team::work::done(&args, place, format),
            Self::Publish(args) => team::work::publish(&args, place, format),
            Self::Assign(args) => team::work::assign(&args, place, format),
            Self::Adjudicate(args) => adjudicate::run(&args, place),
            Self::Sync(args) => sync::run(&args, place, format),
            Self::Review(args) => review::run(&args, place),
            Self::Tutor(args) => tutor::run(&args),
            Self::Mark(args) => mark::mark(&args, place, format),
            Self::Unmark(args) => mark::unmark(&args, place, format),
            Self::Import(args) => import::run(&args, place, format),
            Self::ImportAnnotations(args) => import_annotations::run(&args, place, format),
            Self::Source(args) => source::run(&args, place, format),
            Self::Mv(args) => mv::run(&args, place),
            Self::Follow(args) => follow::run(&args, place),
            Self::Claims(args) => claims::run(&args, place, format),
            Self::Crosscheck(args) => crosscheck::run(&args, place, format),
            Self::Anchor(_) => anchor::run(),
            Self::Completions(args) => pages::completions(&args),
            Self::Man(_) => pages::man(),
            Self::Check(args) => check::run(&args, place, format),
            Self::Report(args) => report::run(&args, place),
            Self::Export(args) => export::run(&args, place),
            Self::Config(args) => config::run(&args, place),
            Self::Doctor(_) => doctor::run(place),
            Self::Init(args) => init::run(&args, place),
            Self::MergeDriver(args) => merge_driver::run(&args),
        }
    }
}

/// Runs the program and gives its exit code.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return unparsed(&error),
    };
    match run(cli) {
        Ok(()) | Err(Failure::BrokenPipe) => ExitCode::SUCCESS,
        Err(Failure::Told(failure)) => {
            output::complain(&failure.to_string());
            failure.code()
        }
    }
}

fn run(Cli { mut common, read, command }: Cli) -> Result<(), Failure> {
    let formats = command.as_ref().map_or(&[Format::Text][..], Command::formats);
    let format = common.format.unwrap_or(formats[0]);
    if !formats.contains(&format) {
        return Err(Failure::usage(
            format!("this does not print {}", format.name()),
            format!("leave `--format` out: it prints {}", formats[0].name()),
        ));
    }
    match command {
        Some(_) if read != read::Args::default() => Err(Failure::usage(
            "a folder and the look belong to the reader, not to a subcommand",
            "put options after the subcommand; `--desk` names the folder",
        )),
        Some(command) => {
            if !matches!(command, Command::Init(_)) {
                common.place.desk = desk::root_of(&common.place.desk);
            }
            command.run(&common.place, format)
        }
        None => read::run(read, common.place),
    }
}

/// The subcommand that was meant by what is neither a folder nor a file.
fn misspelled(word: &Path) -> Option<String> {
    let asked = word.to_str().filter(|_| !word.exists())?;
    let program = Cli::command();
    let names: Vec<_> = program.get_subcommands().map(clap::Command::get_name).collect();
    let meant = nearest(asked, names.iter().copied())?;
    (meant != asked).then(|| meant.to_owned())
}

/// The help, the version, or what is wrong with the arguments; these may hold anything.
fn unparsed(error: &clap::Error) -> ExitCode {
    let text = error.render().to_string();
    if error.use_stderr() {
        output::complain(&text);
        let meant = std::env::args_os().nth(1).and_then(|word| misspelled(word.as_ref()));
        if let Some(command) = meant {
            output::complain(&format!("hint: did you mean `claimdesk {command}`?\n"));
        }
    } else if let Err(Failure::Told(failure)) = output::print(&text) {
        return failure.code();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(u8::MAX))
}
