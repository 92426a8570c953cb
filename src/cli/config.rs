//! `claimdesk config`: what is in force, and what is wrong.

use std::fmt::Write as _;

use super::failure::Failure;
use super::output::print;
use super::{Place, desk};
use crate::config::Config;

/// Print the settings in force and where each came from, or check the files.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Print all settings as TOML, each with its origin (done when nothing else is asked).
    #[arg(long)]
    print: bool,
    /// Say what is wrong in the files; exit code 1 where something is.
    #[arg(long)]
    check: bool,
}

pub(super) fn run(args: &Args, place: &Place) -> Result<(), Failure> {
    let config = desk::configuration(&place.desk);
    if args.print || !args.check {
        print(&settings(place, &config))?;
    }
    if args.check && config.problems.is_empty() {
        print("the configuration is in order\n")?;
    }
    let mut all = config.problems.iter();
    let Some(first) = all.next() else { return Ok(()) };
    let mut text = format!("{}: {}", first.place, first.what);
    let mut hint = &first.hint;
    for problem in all {
        let _ = write!(text, "\nhint: {hint}\nerror: {}: {}", problem.place, problem.what);
        hint = &problem.hint;
    }
    Err(Failure::failed(text, hint))
}

fn settings(place: &Place, config: &Config) -> String {
    let shown = |path: &std::path::Path| {
        let there = if path.is_file() { "" } else { " (not there)" };
        format!("{}{there}", path.display())
    };
    let user = desk::user_file().map_or_else(|| "nowhere: no home folder".into(), |p| shown(&p));
    let own = shown(&desk::desk_file(&place.desk));
    let (annotator, origin) = desk::who(place, config);
    let name = toml::Value::String(annotator.name().to_owned()).to_string();
    let settings = config.print(&[("annotator", name, origin)]);
    format!("# yours: {user}\n# the desk's: {own}\n\n{settings}")
}
