//! `claimdesk doctor`: what a report of a bug should say, and nothing private.

use std::fmt::Write as _;
use std::io::{IsTerminal as _, stdin, stdout};
use std::path::Path;

use super::failure::Failure;
use super::output::print;
use super::{Place, VERSION, desk, locale, read};
use crate::app::words;
use crate::config::Config;
use crate::git::{self, Repo};
use crate::i18n::{Lang, Message, Value, line as say, messages};
use crate::term::probe::{TELLING, abilities, size};

/// Print what a bug report should say: version, terminal, colours, git, paths, settings.
///
/// It holds no name of yours, of an article or of a folder, and no text: the
/// home folder is shown as `~`, the desk's as `DESK`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

pub(super) fn run(place: &Place) -> Result<(), Failure> {
    let config = desk::configuration(&place.desk);
    let mut sheet = Sheet::new(place);
    sheet.line("claimdesk", VERSION);
    sheet
        .line(say::DOC_SYSTEM, format_args!("{} {}", std::env::consts::OS, std::env::consts::ARCH));
    terminal(&mut sheet);
    the_desk(&mut sheet, place, &config);
    paths(&mut sheet, place);
    settings(&mut sheet, &config);
    print(&sheet.text)
}

/// The report, its lines with their subject in front.
struct Sheet {
    lang: Lang,
    text: String,
    /// What is not said, and what stands for it.
    hidden: Vec<(String, &'static str)>,
}

impl Sheet {
    fn new(place: &Place) -> Self {
        let root = &place.desk;
        let home = etcetera::home_dir().ok();
        let real = |path: &Path| path.canonicalize().ok();
        let folders = [
            (real(root), "DESK"),
            (root.is_absolute().then(|| root.clone()), "DESK"),
            (home.as_deref().and_then(real), "~"),
            (home, "~"),
        ];
        let hidden = folders.into_iter().filter_map(|(path, sign)| {
            let path = path?.to_string_lossy().into_owned();
            (path.len() > 1).then_some((path, sign))
        });
        Self { lang: place.lang, text: String::new(), hidden: hidden.collect() }
    }

    #[expect(clippy::needless_pass_by_value, reason = "most are made for the line, and constants")]
    fn line(&mut self, subject: impl Value, what: impl Value) {
        let (subject, mut what) = (subject.told(self.lang), what.told(self.lang));
        for (path, sign) in &self.hidden {
            what = what.replace(path, sign);
        }
        let _ = writeln!(self.text, "{subject:11}{what}");
    }
}

fn terminal(sheet: &mut Sheet) {
    let read = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let said = TELLING.iter().filter_map(|name| Some(format!("{name}={}", read(name)?)));
    // Their values name sockets and machines; that they are there is what matters.
    let inside = ["TMUX", "STY", "WT_SESSION", "SSH_CONNECTION"].into_iter();
    let inside = inside.filter(|name| read(name).is_some()).map(str::to_owned);
    let said: Vec<_> = said.chain(inside).collect();
    let said =
        if said.is_empty() { say::DOC_NOTHING_SAID.into() } else { Message::same(said.join(" ")) };
    sheet.line(say::DOC_TERMINAL, said);
    let end = |is| if is { say::DOC_IS_TERMINAL } else { say::DOC_NO_TERMINAL };
    let (input, output) = (end(stdin().is_terminal()), end(stdout().is_terminal()));
    let size = size().ok().filter(|_| stdout().is_terminal());
    let size = size.map(|(columns, rows)| format!(", {columns} × {rows}"));
    sheet.line("", say::DOC_ENDS.with(&[&input, &output, &size.unwrap_or_default()]));
    let can = abilities(|name| std::env::var(name).ok());
    let colours = match can.color_bits {
        0 => say::DOC_NO_COLOURS.into(),
        4 => Message::same(16),
        8 => Message::same(256),
        _ => say::DOC_TRUE_COLOURS.into(),
    };
    let ground = match can.light {
        Some(true) => say::DOC_LIGHT,
        Some(false) => say::DOC_DARK,
        None => say::DOC_ASKED,
    };
    let signs = if can.unicode { "Unicode" } else { "ASCII" };
    let links = if can.links { say::DOC_LINKS } else { say::DOC_NO_LINKS };
    sheet.line(say::DOC_COLOURS, say::DOC_FOUR.with(&[&colours, &ground, &signs, &links]));
    let language = |lang| messages::language(if lang == Lang::Fr { "fr" } else { "en" });
    let told = match (sheet.lang, locale()) {
        (ours, locale) if ours == locale => say::DOC_BY_LOCALE.with(&[&language(locale)]),
        (ours, _) => say::DOC_BY_SETTING.with(&[&language(ours)]),
    };
    sheet.line(say::DOC_LANGUAGE, told);
}

fn the_desk(sheet: &mut Sheet, place: &Place, config: &Config) {
    match desk::configured(&place.desk, config) {
        Err(error) => sheet.line(say::DOC_DESK, Message::of(|lang| words::desk(lang, &error))),
        Ok(found) if desk::is_large(&found) => sheet.line(say::DOC_DESK, say::DOC_MANY_FILES),
        Ok(found) => {
            let listing = found.articles();
            let kind = if found.is_flat() { say::DOC_TEXTS } else { say::DOC_A_DESK };
            let (articles, others) = (listing.entries.len(), listing.others.len());
            let (people, notebooks) = (found.annotators().len(), found.notebooks().len());
            let counts: [&dyn Value; 5] = [&kind, &articles, &others, &people, &notebooks];
            sheet.line(say::DOC_DESK, say::DOC_COUNTS.with(&counts));
        }
    }
    sheet.line("", say::DOC_NAME_FROM.with(&[&desk::who(place, config).1]));
    let version = match git::version(&place.desk) {
        Ok(version) => Message::same(version.trim_start_matches("git version ")),
        Err(error) => Message::of(|lang| words::git(lang, &error)),
    };
    sheet.line("git", version);
    match Repo::discover(&place.desk) {
        Err(_) => sheet.line("", say::DOC_NO_REPOSITORY),
        Ok(repo) => {
            let driver = repo.config("merge.claimdesk.driver").ok().flatten();
            let driver = if driver.is_some() { say::DOC_DRIVER } else { say::DOC_NO_DRIVER };
            sheet.line("", driver);
        }
    }
}

fn paths(sheet: &mut Sheet, place: &Place) {
    let program = std::env::current_exe().ok();
    let log = std::env::var_os("CLAIMDESK_LOG").map(Into::into);
    let files = [
        (say::DOC_PROGRAM, program, true),
        (say::DOC_YOURS, desk::user_file(), true),
        (say::DOC_DESKS, Some(desk::desk_file(&place.desk)), true),
        (say::DOC_STATE, read::folders().state, true),
        (say::DOC_CACHE, read::folders().cache, true),
        (say::DOC_LOG, log, false),
    ];
    for (subject, path, is_due) in files {
        match path {
            Some(path) => {
                let shown = Message::same(path.display());
                let there = path.exists();
                sheet.line(subject, if there { shown } else { say::NOT_THERE.with(&[&shown]) });
            }
            None if is_due => sheet.line(subject, say::NO_HOME),
            None => {}
        }
    }
}

fn settings(sheet: &mut Sheet, config: &Config) {
    let mut subject = say::DOC_SETTINGS.to(sheet.lang);
    for set in config.set() {
        let value = set.value.as_deref().unwrap_or(say::DOC_YOUR_WORDS.to(sheet.lang));
        sheet.line(subject, format_args!("{} = {value}  ({})", set.name, set.origin));
        subject = "";
    }
    let (labels, people, keys) =
        (config.labels.len(), config.roster.people.len(), config.keys.len());
    let counts = say::DOC_NAMED.with(&[&labels, &people, &keys]);
    let all_default = !subject.is_empty();
    sheet.line(subject, if all_default { say::DOC_DEFAULTS.with(&[&counts]) } else { counts });
    if let Some(first) = config.problems.first() {
        let all = config.problems.len();
        sheet.line(say::DOC_PROBLEMS, say::DOC_FIRST.with(&[&all, &first.place]));
    }
}
