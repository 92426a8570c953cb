//! `claimdesk config`: what is in force, and what is wrong.

use super::failure::Failure;
use super::output::{complain, print, warn};
use super::{Place, desk};
use crate::config::{Config, Problem};
use crate::i18n::line as say;

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
    let warnings = if args.check { config.taken_keys(false) } else { Vec::new() };
    if args.check && config.problems.is_empty() && warnings.is_empty() {
        print(say::CONFIG_IN_ORDER.to(place.lang))?;
    }
    for warning in &warnings {
        warn(place.lang, &say::OF.with(&[&warning.place, &warning.what]));
        complain(&say::HINT.fill(place.lang, &[&warning.hint]));
    }
    let mut all = config.problems.iter();
    let Some(first) = all.next() else { return Ok(()) };
    let told = |problem: &Problem| say::OF.with(&[&problem.place, &problem.what]);
    let (mut text, mut hint) = (told(first), &first.hint);
    for problem in all {
        text = say::AND_ERROR.with(&[&text, hint, &told(problem)]);
        hint = &problem.hint;
    }
    Err(Failure::failed(text, hint.clone()))
}

fn settings(place: &Place, config: &Config) -> String {
    let lang = place.lang;
    let shown = |path: &std::path::Path| {
        let there = path.is_file();
        let path = path.display().to_string();
        if there { path } else { say::NOT_THERE.fill(lang, &[&path]) }
    };
    let user = desk::user_file().map_or_else(|| say::NO_HOME.to(lang).to_owned(), |p| shown(&p));
    let own = shown(&desk::desk_file(&place.desk));
    let (annotator, origin) = desk::who(place, config);
    let name = toml::Value::String(annotator.name().to_owned()).to_string();
    let settings = config.print(&[("annotator", name, origin)]);
    say::CONFIG_HEAD.fill(lang, &[&user, &own]) + &settings
}
