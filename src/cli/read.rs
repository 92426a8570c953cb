//! The reader itself.

use std::io::{IsTerminal, stdin, stdout};
use std::path::{Path, PathBuf};

use super::{Failure, Place, desk, init, print};
use crate::app::{self, Start};
use crate::config::{Config, Links, Theme, Values};
use crate::i18n::{Lang, messages as say};
use crate::state::Settings;
use crate::state::model::look::{self, Depth, Scheme};
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
    #[command(flatten)]
    look: Look,
}

/// How the reader looks and speaks.
#[derive(Debug, clap::Args)]
pub(super) struct Look {
    /// The language of the interface; else the configuration's, else the locale's.
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
    /// The colours; else the configuration's, else chosen from the terminal's ground.
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
    Auto,
    Dark,
    Light,
    Contrast,
}

pub(super) fn run(args: Args) -> Result<(), Failure> {
    let place = Place { desk: args.dir, annotator: args.annotator };
    start(&place, &args.look, false)
}

/// Opens the reader on a lesson, in a folder that is dropped behind it.
pub(super) fn lesson(look: &Look, dir: &Path) -> Result<(), Failure> {
    start(&Place { desk: dir.to_owned(), annotator: None }, look, true)
}

fn start(place: &Place, args: &Look, lesson: bool) -> Result<(), Failure> {
    if !stdout().is_terminal() || !stdin().is_terminal() {
        return Err(Failure::usage(
            "the reader needs a terminal on standard input and output",
            "without one use `claimdesk list`, `claimdesk show ARTICLE`, `claimdesk mark ARTICLE …`, `claimdesk claims FILE…`",
        ));
    }
    if let Some(path) = std::env::var_os("CLAIMDESK_LOG").filter(|path| !path.is_empty()) {
        app::log::start(path.as_ref()).map_err(|error| {
            let path = path.display();
            Failure::failed(
                format!("cannot write the log {path}: {error}"),
                "CLAIMDESK_LOG names a file",
            )
        })?;
    }
    let config = desk::configuration(&place.desk);
    let lang = lang(args, &config.values);
    let opened = match desk::open_as(&place.desk, &config) {
        // Nothing is there yet: the one moment to offer what makes it a desk.
        Err(_) if is_bare(&place.desk, &config.values) && agrees(lang, &place.desk)? => {
            init::run(&init::Args { desk: place.desk.clone(), git_only: false })?;
            desk::open_as(&place.desk, &config)?
        }
        opened => opened?,
    };
    let look = look(args, &config.values);
    let mouse = config.values.mouse && !args.no_mouse;
    let (annotator, _) = desk::who(place, &config);
    let settings = Settings { lesson, ..settings(annotator.name(), config, look, lang) };
    // A lesson leaves no trace.
    let state = if lesson { None } else { state_folder() };
    let start = Start { desk: opened, annotator, settings, mouse, state };
    app::run(start).map_err(Failure::from)
}

/// Whether a folder could become a desk: it is no part of one.
fn is_bare(folder: &Path, values: &Values) -> bool {
    let inside = folder.canonicalize().is_ok_and(|path| path.ends_with(&values.seeds));
    folder.is_dir() && !inside && !folder.join(&values.seeds).exists()
}

/// Asks whether the folder shall be made a desk, before the screen is taken over.
fn agrees(lang: Lang, folder: &Path) -> Result<bool, Failure> {
    print(&say::OFFER_INIT.fill(lang, &[&folder.display()]))?;
    let mut answer = String::new();
    let read = stdin().read_line(&mut answer);
    read.map_err(|error| Failure::failed(error, "answer y or n"))?;
    Ok(matches!(answer.trim(), "y" | "yes" | "o" | "oui"))
}

fn settings(annotator: &str, config: Config, look: look::Look, lang: Lang) -> Settings {
    let warnings = config.problems.first().map(|first| {
        let told = [&config.problems.len() as &dyn std::fmt::Display, &first.place];
        say::CONFIG_PROBLEMS.fill(lang, &told)
    });
    let Values { column, spacing, level, read_ahead, blind, .. } = config.values;
    Settings {
        annotator: annotator.to_owned(),
        keymap: config.keymap(),
        labels: config.labels,
        lang,
        column,
        spacing,
        look,
        level,
        blind,
        read_ahead,
        lesson: false,
        zone: jiff::tz::TimeZone::system(),
        warnings: warnings.into_iter().collect(),
    }
}

fn lang(args: &Look, values: &Values) -> Lang {
    let asked = args.lang.map(|lang| match lang {
        LangArg::En => Lang::En,
        LangArg::Fr => Lang::Fr,
    });
    let locale = || Lang::of_environment(|name| std::env::var(name).ok());
    asked.or(values.lang).unwrap_or_else(locale)
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

fn look(args: &Look, values: &Values) -> look::Look {
    let abilities = abilities(|name| std::env::var(name).ok());
    let asked = args.theme.map_or(values.theme, |theme| match theme {
        ThemeArg::Auto => Theme::Auto,
        ThemeArg::Dark => Theme::Dark,
        ThemeArg::Light => Theme::Light,
        ThemeArg::Contrast => Theme::Contrast,
    });
    let scheme = match asked {
        Theme::Light => Scheme::Light,
        Theme::Contrast => Scheme::Contrast,
        Theme::Auto if is_light(abilities) => Scheme::Light,
        Theme::Dark | Theme::Auto => Scheme::Dark,
    };
    let depth = match abilities.color_bits {
        0 => Depth::None,
        24 => Depth::True,
        8 => Depth::Indexed,
        _ => Depth::Sixteen,
    };
    let links = match values.links {
        Links::Auto => abilities.links,
        Links::Always => true,
        Links::Never => false,
    };
    let ascii = args.ascii || values.ascii || !abilities.unicode;
    look::Look { scheme, depth, ascii, links }
}
