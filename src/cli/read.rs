//! The reader itself.

use std::io::{IsTerminal, stdin, stdout};
use std::path::PathBuf;

use super::{Failure, Place, desk};
use crate::app::{self, Start};
use crate::i18n::Lang;
use crate::state::Settings;
use crate::state::look::{Depth, Look, Scheme};
use crate::term::ground::ask_light;
use crate::term::probe::{Abilities, abilities};

/// Open the reader.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The desk's folder.
    #[arg(value_name = "DIR", default_value = ".")]
    dir: PathBuf,
    /// Your name; else `CLAIMDESK_ANNOTATOR`, the configuration, git's `user.name`, the login name.
    #[arg(long, value_name = "NAME")]
    annotator: Option<String>,
    /// The language of the interface; else the locale's.
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
    /// The colours; else chosen from the terminal's ground.
    #[arg(long, value_enum)]
    theme: Option<ThemeArg>,
    /// Only ASCII signs.
    #[arg(long)]
    ascii: bool,
    /// Leave the mouse to the terminal.
    #[arg(long)]
    no_mouse: bool,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum LangArg {
    En,
    Fr,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum ThemeArg {
    Dark,
    Light,
    Contrast,
}

pub(super) fn run(args: Args) -> Result<(), Failure> {
    if !stdout().is_terminal() || !stdin().is_terminal() {
        return Err(Failure::usage(
            "the reader needs a terminal on standard input and output",
            "without one use `claimdesk list`, `claimdesk show ARTICLE`, `claimdesk mark ARTICLE …`, `claimdesk claims FILE…`",
        ));
    }
    let opened = desk::open(&args.dir)?;
    let look = look(&args);
    let lang = match args.lang {
        Some(LangArg::En) => Lang::En,
        Some(LangArg::Fr) => Lang::Fr,
        None => Lang::of_environment(|name| std::env::var(name).ok()),
    };
    let annotator = desk::annotator(&Place { desk: args.dir, annotator: args.annotator });
    let zone = jiff::tz::TimeZone::system();
    let settings = Settings { zone, look, ..Settings::new(annotator.name(), lang) };
    let start =
        Start { desk: opened, annotator, settings, mouse: !args.no_mouse, state: state_folder() };
    app::run(start).map_err(Failure::from)
}

/// Where the system wants programs to keep what only concerns this user here.
fn state_folder() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.state_dir().unwrap_or_else(|| base.data_dir()).join("claimdesk"))
}

/// What the environment says, else what the terminal answers; colours must matter for it.
fn is_light(abilities: Abilities) -> bool {
    let asked = || if abilities.color_bits > 4 { ask_light() } else { None };
    abilities.light.or_else(asked).unwrap_or(false)
}

fn look(args: &Args) -> Look {
    let abilities = abilities(|name| std::env::var(name).ok());
    let scheme = match args.theme {
        Some(ThemeArg::Light) => Scheme::Light,
        Some(ThemeArg::Contrast) => Scheme::Contrast,
        None if is_light(abilities) => Scheme::Light,
        Some(ThemeArg::Dark) | None => Scheme::Dark,
    };
    let depth = match abilities.color_bits {
        0 => Depth::None,
        24 => Depth::True,
        8 => Depth::Indexed,
        _ => Depth::Sixteen,
    };
    Look { scheme, depth, ascii: args.ascii || !abilities.unicode }
}
