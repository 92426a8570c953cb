//! The command line: one file per subcommand.

mod adjudicate;
mod anchor;
mod beside;
mod check;
mod claims;
mod config;
mod crosscheck;
mod desk;
mod doctor;
mod export;
mod failure;
mod follow;
mod help;
mod import;
mod import_annotations;
mod init;
mod list;
mod mark;
mod merge_driver;
mod mv;
mod offers;
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
mod usage;

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser};

use crate::core::spelling::nearest;
use crate::i18n::{Lang, line as say};
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
    /// How to print; else as people read it, or as the subcommand's help says. None prints in all of these;
    /// asked for another, it names its own.
    #[arg(long, global = true, value_enum)]
    format: Option<Format>,
}

/// The desk where none is named: the folder that the program is run in.
const HERE: &str = ".";

/// Which desk, who is at it, and in which language they read.
#[derive(Clone, Debug, clap::Args)]
struct Place {
    /// The desk's folder.
    #[arg(long, short = 'C', global = true, value_name = "DIR", default_value = HERE)]
    desk: PathBuf,
    /// Your name; else `CLAIMDESK_ANNOTATOR`, the configuration, git's `user.name`, the login name.
    #[arg(long, global = true, value_name = "NAME")]
    annotator: Option<String>,
    /// The language that people are answered in.
    #[arg(skip)]
    lang: Lang,
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
            Self::Tutor(args) => tutor::run(&args, place),
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
            Self::MergeDriver(args) => merge_driver::run(&args, place.lang),
        }
    }
}

/// Runs the program and gives its exit code.
pub fn main() -> ExitCode {
    let line = asked(std::env::args_os().collect());
    let mut cli = match Cli::read(line.clone()) {
        Ok(cli) => cli,
        Err(error) => return unparsed(&error, &line),
    };
    let lang = cli.settle();
    match run(cli) {
        Ok(()) | Err(Failure::BrokenPipe) => ExitCode::SUCCESS,
        Err(Failure::Told(failure)) => {
            output::complain(&failure.to(lang));
            failure.code()
        }
    }
}

/// The command line, in which `help mark` is `mark --help`.
fn asked(mut line: Vec<OsString>) -> Vec<OsString> {
    if line.get(1).is_some_and(|word| word == "help") {
        line.remove(1);
        line.push("--help".into());
    }
    line
}

impl Cli {
    /// Reads the command line, whose first word is the program's.
    ///
    /// Learning all commands and options takes a tenth of a start. The reader alone, or with a path
    /// that can be no command, needs none of them.
    fn read(line: Vec<OsString>) -> Result<Self, clap::Error> {
        match line.get(1..).unwrap_or_default() {
            [] => Ok(Self::reader(None)),
            [path] if is_surely_path(path) => Ok(Self::reader(Some(path.into()))),
            _ => Self::try_parse_from(line),
        }
    }

    /// The reader, with no option.
    fn reader(path: Option<PathBuf>) -> Self {
        let place = Place { desk: HERE.into(), annotator: None, lang: Lang::default() };
        let common = Common { place, format: None };
        Self { common, read: read::Args::on(path), command: None }
    }

    /// Finds the desk that is meant, and the language: the reader's option, the configuration's,
    /// else the locale's.
    fn settle(&mut self) -> Lang {
        let place = &mut self.common.place;
        if self.command.as_ref().is_some_and(|command| !matches!(command, Command::Init(_))) {
            place.desk = desk::root_of(&place.desk);
        }
        let folder = self.read.folder().unwrap_or(&place.desk);
        place.lang = self.read.lang().unwrap_or_else(|| language(folder));
        place.lang
    }
}

/// Whether an argument has a separator in it, as no command has, and is no option.
fn is_surely_path(argument: &OsStr) -> bool {
    let bytes = argument.as_encoded_bytes();
    !bytes.starts_with(b"-") && bytes.iter().any(|byte| std::path::is_separator(char::from(*byte)))
}

/// The language that a desk's configuration or the person's own says, else the locale.
fn language(root: &Path) -> Lang {
    desk::configuration(root).values.lang.unwrap_or_else(locale)
}

/// The language of the locale.
fn locale() -> Lang {
    Lang::of_environment(|name| std::env::var(name).ok())
}

fn run(Cli { common, read, command }: Cli) -> Result<(), Failure> {
    let formats = command.as_ref().map_or(&[Format::Text][..], Command::formats);
    let format = common.format.unwrap_or(formats[0]);
    if !formats.contains(&format) {
        return Err(Failure::usage(
            say::NO_SUCH_FORMAT.with(&[&format.name()]),
            match formats {
                [only] => say::NO_SUCH_FORMAT_HINT.with(&[&only.name()]),
                all => {
                    let all: Vec<_> = all.iter().map(|format| format.name()).collect();
                    say::ONE_OF.with(&[&all.join(", ")])
                }
            },
        ));
    }
    match command {
        Some(_) if read != read::Args::default() => {
            Err(Failure::usage(say::READERS_OPTION, say::READERS_OPTION_HINT))
        }
        Some(command) => command.run(&common.place, format),
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

/// What help is asked of that is no subcommand.
fn unknown(line: &[OsString]) -> Option<Failure> {
    let [_, word, help] = line else { return None };
    let word = word.to_str().filter(|word| help == "--help" && !word.starts_with('-'))?;
    let is_known = Cli::command().find_subcommand(word).is_some() || Path::new(word).exists();
    let hint = misspelled(word.as_ref())
        .map_or(say::HELP_LISTS.into(), |meant| say::DID_YOU_MEAN.with(&[&meant]));
    (!is_known).then(|| Failure::usage(say::UNKNOWN_SUBCOMMAND.with(&[&word]), hint))
}

/// The help, the version, or what is wrong with the arguments; these may hold anything.
fn unparsed(error: &clap::Error, line: &[OsString]) -> ExitCode {
    let lang = language(&desk::root_of(Path::new(".")));
    if let Some(Failure::Told(failure)) = unknown(line) {
        output::complain(&failure.to(lang));
        return failure.code();
    }
    if !error.use_stderr() {
        let french = (lang == Lang::Fr).then(|| help::in_french(Cli::command()));
        let french = french.and_then(|program| program.try_get_matches_from(line).err());
        let text = french.as_ref().unwrap_or(error).render().to_string();
        return match output::print(&text) {
            Err(Failure::Told(failure)) => failure.code(),
            _ => ExitCode::SUCCESS,
        };
    }
    let failure = match line.get(1).and_then(|word| misspelled(word.as_ref())) {
        Some(command) => usage::failure(error)
            .map(|failure| Failure::usage(failure.what(), say::DID_YOU_MEAN.with(&[&command]))),
        None => usage::failure(error),
    };
    match failure {
        Some(Failure::Told(failure)) => {
            output::complain(&failure.to(lang));
            failure.code()
        }
        _ => {
            output::complain(&error.render().to_string());
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(u8::MAX))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_without_clap_is_what_clap_reads() {
        let lines: [&[&str]; 8] = [
            &["claimdesk"],
            &["claimdesk", "./articles"],
            &["claimdesk", "/news/a.txt"],
            &["claimdesk", "list/"],
            &["claimdesk", "list"],
            &["claimdesk", "articles"],
            &["claimdesk", "--desk=a/b"],
            &["claimdesk", "a/b", "--ascii"],
        ];
        for line in lines {
            let read = Cli::read(line.iter().map(Into::into).collect());
            let parsed = Cli::try_parse_from(line);
            assert_eq!(format!("{read:?}"), format!("{parsed:?}"));
        }
    }
}
