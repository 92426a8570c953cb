//! `claimdesk mv`: an article gets another name, and its verdicts follow.

use std::io;
use std::path::PathBuf;

use super::failure::{Failure, system};
use super::output::{self, on_one_line};
use super::{Place, desk};
use crate::config::{DESK_FILE, renamed_line};
use crate::git::Repo;
use crate::i18n::line as say;
use crate::store::desk::Desk;

/// Rename an article; its verdicts follow.
///
/// Moves the file (through git where git has it) and writes the former name into claimdesk.toml.
/// Nobody's notebook is written: each moves with its owner's next save, or by `check --fix`. Of an
/// article that was renamed already, only the former name is written.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The name it has, or had.
    old: String,
    /// The name it gets, or has by now; a name without an ending keeps the one it had.
    new: String,
}

pub(super) fn run(args: &Args, place: &Place) -> Result<(), Failure> {
    let (library, _) = desk::library_to_write(place)?;
    let desk = library.desk();
    let is_there = |name: &str| desk.article_path(name).is_some_and(|path| path.is_file());
    let mut new = named(desk, &args.new)?;
    let mut moved = Vec::new();
    let (old, mut said) = match named(desk, &args.old) {
        Ok(old) if !is_there(&old) && is_there(&new) => (old, String::new()),
        _ => {
            let old = desk::article(desk, &args.old)?;
            new = with_ending(new, &old);
            if is_there(&new) {
                return Err(Failure::usage(say::NAME_TAKEN.with(&[&new]), say::NAME_TAKEN_HINT));
            }
            moved = move_files(desk, &old, &new).map_err(|error| {
                Failure::failed(say::UNMOVED.with(&[&old, &system(&error)]), say::MAY_WRITE_THERE)
            })?;
            let said = say::IS_NOW.fill(place.lang, &[&on_one_line(&old), &on_one_line(&new)]);
            (old, said)
        }
    };
    let line = renamed_line(&new, &old);
    desk.note_rename(DESK_FILE, &line).map_err(|error| {
        let hint = say::WRITE_RENAMED.with(&[&line]);
        Failure::failed(say::UNCHANGED_FILE.with(&[&DESK_FILE, &system(&error)]), hint)
    })?;
    moved.push(desk.root().join(DESK_FILE));
    desk::wrote(place.lang, desk, moved);
    said += &say::OF.fill(place.lang, &[&DESK_FILE, &on_one_line(&line)]);
    said.push('\n');
    output::print(&said)
}

/// A name below the folder of the articles, from a path or the name itself.
fn named(desk: &Desk, asked: &str) -> Result<String, Failure> {
    let path = std::env::current_dir().map(|here| here.join(asked)).unwrap_or_default();
    let name = desk.article_name(&path).filter(|_| asked.contains('/') || desk.is_flat());
    let name = name.filter(|name| desk.may_list(name)).unwrap_or_else(|| asked.to_owned());
    let is_plain = !name.contains(char::is_control);
    if is_plain && desk.article_path(&name).is_some() && desk.may_list(&name) {
        return Ok(name);
    }
    Err(Failure::usage(say::NO_ARTICLE_NAME.with(&[&asked]), say::NO_ARTICLE_NAME_HINT))
}

/// A new name, with the ending of the former one where it has none: by its ending a file is known as text.
fn with_ending(new: String, old: &str) -> String {
    let file = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    match file(old).rsplit_once('.') {
        Some((_, ending)) if !file(&new).contains('.') => format!("{new}.{ending}"),
        _ => new,
    }
}

/// Moves what belongs to an article, and gives the paths that go out with the next sync.
fn move_files(desk: &Desk, old: &str, new: &str) -> io::Result<Vec<PathBuf>> {
    let repo = Repo::discover(desk.root()).ok();
    let mut moved = Vec::new();
    for (from, to) in desk.moves(old, new) {
        match repo.as_ref().filter(|_| desk.is_tracked(&from)) {
            Some(repo) => {
                desk.make_room(&to)?;
                repo.rename(&from, &to).map_err(io::Error::other)?;
            }
            None => desk.move_file(&from, &to)?,
        }
        moved.extend([from, to]);
    }
    Ok(moved)
}
