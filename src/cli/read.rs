//! The reader itself.

use std::io::{IsTerminal, stdin, stdout};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::failure::{Failure, system};
use super::output::{complain, print};
use super::{Place, desk, misspelled};
use crate::app::{self, Folders, Person, Programs, Start, results};
use crate::config::{Config, Copies, Links, Theme, Values};
use crate::core::article::plain;
use crate::i18n::{Lang, line as say, messages};
use crate::state::Settings;
use crate::state::model::look::{self, Depth, Scheme};
use crate::state::model::settings::{Copied, Team};
use crate::store::desk::Desk;
use crate::term::probe::{Abilities, abilities};

/// Open the reader.
#[derive(Debug, Default, PartialEq, Eq, clap::Args)]
pub(super) struct Args {
    /// A folder with articles, or an article to open in its folder; else the folder that `--desk` names.
    #[arg(value_name = "PATH", conflicts_with = "desk")]
    path: Option<PathBuf>,
    /// Begin with deciding for the team (editors), as `Ctrl-T` does, once the articles are read.
    #[arg(long)]
    adjudicate: bool,
    #[command(flatten)]
    look: Look,
}

/// How the reader looks and speaks.
#[derive(Debug, Default, PartialEq, Eq, clap::Args)]
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum LangArg {
    En,
    Fr,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum ThemeArg {
    Auto,
    Dark,
    Light,
    Contrast,
}

pub(super) fn run(args: Args, mut place: Place) -> Result<(), Failure> {
    let mut article = None;
    if let Some(path) = args.path {
        if let Some(command) = misspelled(&path) {
            return Err(Failure::usage(
                say::NO_SUCH_PLACE.with(&[&path.display()]),
                say::DID_YOU_MEAN.with(&[&command]),
            ));
        }
        if !path.exists() && !super::is_surely_path(path.as_os_str()) {
            let what = say::NO_SUCH_PLACE.with(&[&path.display()]);
            return Err(Failure::usage(what, say::HELP_LISTS));
        }
        if path.is_file() {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            folder.unwrap_or(Path::new(".")).clone_into(&mut place.desk);
            article = Some(path);
        } else {
            place.desk = path;
        }
    }
    place.desk = desk::root_of(&place.desk);
    let ways = Ways { adjudicate: args.adjudicate, lesson: false };
    start(&place, &args.look, article.as_deref(), ways)
}

/// Opens the reader on a lesson, in a folder that is dropped behind it.
pub(super) fn lesson(look: &Look, lang: Lang, dir: &Path) -> Result<(), Failure> {
    start(
        &Place { desk: dir.to_owned(), annotator: None, lang },
        look,
        None,
        Ways { lesson: true, ..Ways::default() },
    )
}

/// What the reader is opened for.
#[derive(Clone, Copy, Default)]
struct Ways {
    adjudicate: bool,
    lesson: bool,
}

fn start(place: &Place, args: &Look, article: Option<&Path>, ways: Ways) -> Result<(), Failure> {
    let Ways { adjudicate, lesson } = ways;
    fits_terminal()?;
    begin_log()?;
    let config = desk::configuration(&place.desk);
    let lang = args.lang().or(config.values.lang).unwrap_or_else(super::locale);
    let opened = desk::open_as(&place.desk, &config)?;
    let article = article.map(|path| named(&opened, path)).transpose()?;
    if article.is_none() && desk::is_large(&opened) && !agrees(lang, opened.root())? {
        return Err(Failure::usage(
            say::NOT_OPENED.with(&[&opened.root().display()]),
            say::LARGE_FOLDER_HINT,
        ));
    }
    let folder = shown_folder(&opened);
    let way = match opened.name_below(opened.seeds()) {
        way if way.is_empty() => way,
        way => format!("{way}/"),
    };
    let abilities = abilities(|name| std::env::var(name).ok());
    let (look, follow_ground, ask_ground) = look(args, &config.values, abilities);
    let mouse = config.values.mouse && !args.no_mouse;
    // A lesson leaves no trace.
    let folders = if lesson { Folders::default() } else { folders() };
    let (annotator, is_asked) = desk::who_unasked(place, &config);
    let last = is_asked.then(|| app::last_annotator(&folders, opened.root())).flatten();
    let annotator = last.unwrap_or(annotator);
    let library = desk::library_for(opened.clone(), annotator, &config);
    let ask = is_asked.then(|| {
        let (place, config) = (place.clone(), config.clone());
        Box::new(move || desk::library_of(opened, &place, &config)) as _
    });
    let person = Person { library, ask };
    let settings =
        Settings { folder, way, lesson, adjudicate, ..settings(config.clone(), look, lang) };
    let programs = programs(&config.values);
    let minutes = Some(config.values.sync_minutes).filter(|minutes| *minutes > 0);
    let sync_every = minutes.map(|minutes| Duration::from_secs(60 * u64::from(minutes)));
    let start = Start {
        config,
        settings,
        mouse,
        follow_ground,
        ask_ground,
        folders,
        article,
        driver: super::init::driver_command,
        programs,
        sync_every,
    };
    let farewell = app::run(person, start).map_err(|error| {
        Failure::failed(say::TERMINAL.with(&[&system(&error)]), say::TERMINAL_HINT)
    })?;
    if let Some(farewell) = farewell {
        complain(&format!("{farewell}\n"));
    }
    Ok(())
}

/// Refuses where nothing can be drawn.
fn fits_terminal() -> Result<(), Failure> {
    if !stdout().is_terminal() || !stdin().is_terminal() {
        return Err(Failure::usage(say::NEEDS_TERMINAL, say::NEEDS_TERMINAL_HINT));
    }
    if std::env::var("TERM").is_ok_and(|term| term == "dumb") {
        return Err(Failure::usage(say::DUMB_TERMINAL, say::DUMB_TERMINAL_HINT));
    }
    Ok(())
}

/// Begins the log that the environment asks for.
fn begin_log() -> Result<(), Failure> {
    if let Some(path) = std::env::var_os("CLAIMDESK_LOG").filter(|path| !path.is_empty()) {
        app::log::start(path.as_ref()).map_err(|error| {
            let what = say::NO_LOG.with(&[&path.display(), &system(&error)]);
            Failure::failed(what, say::NO_LOG_HINT)
        })?;
    }
    Ok(())
}

/// The programs that the person wants used.
fn programs(values: &Values) -> Programs {
    let of = |name| std::env::var(name).ok().filter(|program| !program.trim().is_empty());
    let system = if cfg!(windows) { "notepad" } else { "vi" };
    let editor = of("VISUAL").or_else(|| of("EDITOR"));
    Programs { editor: editor.unwrap_or_else(|| system.to_owned()), opener: values.opener.clone() }
}

/// The name of the article that a path leads to.
fn named(desk: &Desk, path: &Path) -> Result<String, Failure> {
    let real = path.canonicalize()?;
    let name = desk.article_name(&real).filter(|name| desk.may_list(name));
    name.ok_or_else(|| {
        Failure::not_found(
            say::IS_NO_ARTICLE.with(&[&path.display(), &desk.seeds().display()]),
            say::IS_NO_ARTICLE_HINT,
        )
    })
}

/// The folder of the articles, as one calls it.
fn shown_folder(desk: &Desk) -> String {
    let name = desk.seeds().file_name().unwrap_or(desk.seeds().as_os_str());
    format!("{}/", plain(&name.to_string_lossy()))
}

/// Asks whether a large folder shall be looked through, before the screen is taken over.
fn agrees(lang: Lang, folder: &Path) -> Result<bool, Failure> {
    print(&messages::ASK_LARGE.fill(lang, &[&folder.display(), &desk::LARGE]))?;
    let mut answer = String::new();
    let read = stdin().read_line(&mut answer);
    read?;
    Ok(matches!(answer.trim(), "y" | "yes" | "o" | "oui"))
}

/// What the desk says of the team, to somebody who writes into this folder.
pub(super) fn team(config: &Config, folder: &str) -> Team {
    Team {
        folder: folder.to_owned(),
        roster: config.roster.clone(),
        per_article: usize::from(config.values.per_article),
        stalled_days: config.values.stalled_days,
    }
}

fn settings(config: Config, look: look::Look, lang: Lang) -> Settings {
    let warnings = config
        .problems
        .first()
        .map(|first| messages::CONFIG_PROBLEMS.fill(lang, &[&config.problems.len(), &first.place]));
    let taken = || config.taken_keys(true).first().map(|first| first.what.to(lang).to_owned());
    let warnings = warnings.or_else(taken);
    let keymap = config.keymap();
    let copy = match config.values.copy {
        Copies::Plain => Copied::Plain,
        Copies::Markdown => Copied::Markdown,
    };
    let publishes = config.values.publisher.page.is_some();
    let Values { column, spacing, air, level, advance, read_ahead, blind, .. } = config.values;
    let team = team(&config, "");
    Settings {
        annotator: String::new(),
        folder: String::new(),
        way: String::new(),
        keymap,
        labels: config.labels,
        lang,
        column,
        spacing,
        air,
        look,
        level,
        team,
        blind,
        advance,
        read_ahead,
        lesson: false,
        adjudicate: false,
        publishes,
        copy,
        exports: results::choices(),
        zone: jiff::tz::TimeZone::system(),
        warnings: warnings.into_iter().collect(),
    }
}

impl Args {
    /// A path and no option.
    pub(super) fn on(path: Option<PathBuf>) -> Self {
        Self { path, ..Self::default() }
    }

    /// The folder that is asked for beside `--desk`.
    pub(super) fn folder(&self) -> Option<&Path> {
        let path = self.path.as_deref()?;
        if path.is_file() { path.parent() } else { Some(path) }
    }

    /// The language that is asked for.
    pub(super) fn lang(&self) -> Option<Lang> {
        self.look.lang()
    }
}

impl Look {
    /// The language that is asked for.
    pub(super) fn lang(&self) -> Option<Lang> {
        self.lang.map(|lang| match lang {
            LangArg::En => Lang::En,
            LangArg::Fr => Lang::Fr,
        })
    }
}

/// Where the system wants programs to keep what only concerns this user here, and what can be made anew.
pub(super) fn folders() -> Folders {
    use etcetera::BaseStrategy;
    let Ok(base) = etcetera::choose_base_strategy() else { return Folders::default() };
    let state = base.state_dir().unwrap_or_else(|| base.data_dir());
    let ours = |folder: PathBuf| Some(folder.join("claimdesk"));
    let program = std::env::current_exe().unwrap_or_default();
    let stamp = program.metadata().ok().map(|meta| (meta.len(), meta.modified().ok()));
    let program = format!("{} {} {stamp:?}", env!("CARGO_PKG_VERSION"), program.display());
    Folders { state: ours(state), cache: ours(base.cache_dir()), program }
}

/// The look; whether it follows the terminal's ground; and whether that is to be asked for.
fn look(args: &Look, values: &Values, abilities: Abilities) -> (look::Look, bool, bool) {
    let asked = args.theme.map_or(values.theme, |theme| match theme {
        ThemeArg::Auto => Theme::Auto,
        ThemeArg::Dark => Theme::Dark,
        ThemeArg::Light => Theme::Light,
        ThemeArg::Contrast => Theme::Contrast,
    });
    let scheme = match asked {
        Theme::Light => Scheme::Light,
        Theme::Contrast => Scheme::Contrast.on_ground(abilities.light.unwrap_or(false)),
        Theme::Auto => Scheme::of_ground(abilities.light.unwrap_or(false)),
        Theme::Dark => Scheme::Dark,
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
    // What the environment does not say the terminal may, where colours matter for it.
    let asks = matches!(asked, Theme::Auto | Theme::Contrast);
    let follow_ground = asks && abilities.color_bits > 0;
    let ask_ground = follow_ground && abilities.light.is_none();
    (look::Look { scheme, depth, ascii, links, palette: values.palette }, follow_ground, ask_ground)
}
