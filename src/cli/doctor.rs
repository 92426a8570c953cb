//! `claimdesk doctor`: what a report of a bug should say, and nothing private.

use std::fmt::{self, Write as _};
use std::io::{IsTerminal as _, stdin, stdout};
use std::path::Path;

use super::failure::Failure;
use super::output::print;
use super::{Place, VERSION, desk, read};
use crate::config::Config;
use crate::git::{self, Repo};
use crate::i18n::Lang;
use crate::term::probe::{TELLING, abilities, size};

/// Print what a bug report should say: version, terminal, colours, git, paths, settings.
///
/// It holds no name of yours, of an article or of a folder, and no text: the
/// home folder is shown as `~`, the desk's as `DESK`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

pub(super) fn run(place: &Place) -> Result<(), Failure> {
    let config = desk::configuration(&place.desk);
    let mut sheet = Sheet::new(&place.desk);
    sheet.line("claimdesk", VERSION);
    sheet.line("system", format_args!("{} {}", std::env::consts::OS, std::env::consts::ARCH));
    terminal(&mut sheet);
    the_desk(&mut sheet, place, &config);
    paths(&mut sheet, place);
    settings(&mut sheet, &config);
    print(&sheet.text)
}

/// The report, its lines with their subject in front.
struct Sheet {
    text: String,
    /// What is not said, and what stands for it.
    hidden: Vec<(String, &'static str)>,
}

impl Sheet {
    fn new(root: &Path) -> Self {
        let home = etcetera::home_dir().ok();
        let real = |path: &Path| path.canonicalize().ok();
        let folders = [
            (real(root), "DESK"),
            (root.is_absolute().then(|| root.to_owned()), "DESK"),
            (home.as_deref().and_then(real), "~"),
            (home, "~"),
        ];
        let hidden = folders.into_iter().filter_map(|(path, sign)| {
            let path = path?.to_string_lossy().into_owned();
            (path.len() > 1).then_some((path, sign))
        });
        Self { text: String::new(), hidden: hidden.collect() }
    }

    fn line(&mut self, subject: &str, what: impl fmt::Display) {
        let mut what = what.to_string();
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
    sheet.line(
        "terminal",
        if said.is_empty() { "nothing is said of it".into() } else { said.join(" ") },
    );
    let ends = [("input", stdin().is_terminal()), ("output", stdout().is_terminal())];
    let ends =
        ends.map(|(end, is)| format!("{end} {}", if is { "a terminal" } else { "no terminal" }));
    let size = size().ok().filter(|_| stdout().is_terminal());
    let size = size.map(|(columns, rows)| format!(", {columns} × {rows}"));
    sheet.line("", format_args!("{}{}", ends.join(", "), size.unwrap_or_default()));
    let can = abilities(|name| std::env::var(name).ok());
    let colours = match can.color_bits {
        0 => "none",
        4 => "16",
        8 => "256",
        _ => "true colours",
    };
    let ground = match can.light {
        Some(true) => "light ground",
        Some(false) => "dark ground",
        None => "the terminal is asked for its ground",
    };
    let signs = if can.unicode { "Unicode" } else { "ASCII" };
    let links = if can.links { "opens links" } else { "not known to open links" };
    sheet.line("colours", format_args!("{colours}, {ground}, {signs}, {links}"));
    let language = match Lang::of_environment(|name| std::env::var(name).ok()) {
        Lang::En => "English",
        Lang::Fr => "French",
    };
    sheet.line("language", format_args!("{language}, by the locale"));
}

fn the_desk(sheet: &mut Sheet, place: &Place, config: &Config) {
    match desk::configured(&place.desk, config) {
        Err(error) => sheet.line("desk", error),
        Ok(found) if desk::is_large(&found) => sheet.line("desk", "none, a folder of many files"),
        Ok(found) => {
            let listing = found.articles();
            let kind = if found.is_flat() { "a folder of texts" } else { "a desk" };
            let (articles, others) = (listing.entries.len(), listing.others.len());
            let (people, notebooks) = (found.annotators().len(), found.notebooks().len());
            sheet.line("desk", format_args!(
                "{kind}: articles {articles}, other files {others}, people {people}, notebooks {notebooks}"
            ));
        }
    }
    sheet.line("", format_args!("your name comes from {}", desk::who(place, config).1));
    let version = git::version(&place.desk).unwrap_or_else(|error| error.to_string());
    sheet.line("git", version.trim_start_matches("git version "));
    match Repo::discover(&place.desk) {
        Err(_) => sheet.line("", "the desk is in no repository"),
        Ok(repo) => {
            let driver = repo.config("merge.claimdesk.driver").ok().flatten();
            let driver = if driver.is_some() { "set" } else { "not set (`claimdesk init`)" };
            sheet.line("", format_args!("the desk is in a repository, merge driver {driver}"));
        }
    }
}

fn paths(sheet: &mut Sheet, place: &Place) {
    let program = std::env::current_exe().ok();
    let log = std::env::var_os("CLAIMDESK_LOG").map(Into::into);
    let files = [
        ("program", program, true),
        ("yours", desk::user_file(), true),
        ("the desk's", Some(desk::desk_file(&place.desk)), true),
        ("state", read::folders().state, true),
        ("cache", read::folders().cache, true),
        ("log", log, false),
    ];
    for (subject, path, is_due) in files {
        match path {
            Some(path) => {
                let there = if path.exists() { "" } else { " (not there)" };
                sheet.line(subject, format_args!("{}{there}", path.display()));
            }
            None if is_due => sheet.line(subject, "nowhere: no home folder"),
            None => {}
        }
    }
}

fn settings(sheet: &mut Sheet, config: &Config) {
    let mut subject = "settings";
    for set in config.set() {
        let value = set.value.as_deref().unwrap_or("(your words)");
        sheet.line(subject, format_args!("{} = {value}  ({})", set.name, set.origin));
        subject = "";
    }
    let (labels, people, keys) =
        (config.labels.len(), config.roster.people.len(), config.keys.len());
    sheet.line(
        subject,
        format_args!(
            "{}verdicts {labels}, people named {people}, keys set {keys}",
            if subject.is_empty() { "" } else { "all plain ones are the defaults; " }
        ),
    );
    if let Some(first) = config.problems.first() {
        let all = config.problems.len();
        sheet.line(
            "problems",
            format_args!("{all}, the first at {} (`claimdesk config --check`)", first.place),
        );
    }
}
