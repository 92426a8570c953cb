//! `claimdesk sync`: one's decisions to the team, and the team's here.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::json;

use super::failure::{Failure, system};
use super::output::{self, Format, on_one_line};
use super::{Place, desk, init, read};
use crate::app::words;
use crate::desk::Library;
use crate::desk::share::{Share, Shared, Unshared};
use crate::i18n::{Lang, Message, line as say};
use crate::store::session::State;

/// Share your decisions through git, and take over the others'.
///
/// Commits your folder of annotations and nothing else, fetches, merges, pushes, and tries
/// again where others were faster. It never forces, rebases, resets or stashes, and never
/// touches other people's files.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The commit's message; else how many verdicts on how many articles.
    #[arg(long, short, value_name = "M")]
    message: Option<String>,
    /// Print every git command that would change something, and run none.
    #[arg(long)]
    dry_run: bool,
    /// Also share this file or folder of the desk: new articles, `claimdesk.toml`.
    #[arg(long = "with", value_name = "PATH")]
    with: Vec<PathBuf>,
    /// Agree that git runs the programs that this clone's own settings and hooks name.
    #[arg(long)]
    trust: bool,
}

pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let (library, _) = desk::library_to_write(place)?;
    let root = library.desk().root();
    let state = read::folders().state.map(|folder| State::new(&folder, root));
    let more = named(&library, &args.with)?;
    let share = Share::of(&library, state.as_ref(), &more);
    let mut share = share.map_err(|error| Failure::git(&error, say::SHARED_DESK))?;
    agreed(&share, state.as_ref(), args.trust)?;
    let unsaved = share.look().map_err(|error| Failure::git(&error, say::SEE_GIT_STATUS))?;
    if format == Format::Text {
        let mut list = String::new();
        for path in unsaved {
            let below = path.strip_prefix(root).unwrap_or(path).display().to_string();
            list += &say::TO_SHARE.fill(place.lang, &[&on_one_line(&below)]);
        }
        output::print(&list)?;
    }
    let message = args.message.clone().unwrap_or_else(|| share.message());
    let dry = args.dry_run;
    let mut commands = Vec::new();
    let mut tell_command = |command: &str| commands.push(command.to_owned());
    let done = share.run(
        &message,
        &init::driver_command(),
        dry,
        &mut tell_command,
        &mut crate::app::sharing::wait,
    );
    if dry {
        let lines: Vec<_> = commands.iter().map(|command| on_one_line(command) + "\n").collect();
        output::print(&lines.concat())?;
    } else if let (Ok(_), Some(state)) = (&done, &state) {
        state.drop_wrote();
    }
    let is_done = done.is_ok() && !dry;
    tell(place.lang, done, format, dry)?;
    let conflicts = if is_done { conflicts(&library) } else { 0 };
    if conflicts > 0 {
        return Err(Failure::failed(
            say::CONFLICTS_SHARED.with(&[&conflicts]),
            say::CONFLICTS_SHARED_HINT,
        ));
    }
    Ok(())
}

/// How many of one's own annotations hold two values of a field, from two machines.
fn conflicts(library: &Library) -> usize {
    let desk = library.desk();
    let books = desk.notebooks_of(library.annotator().slug()).into_iter();
    let of = |found| {
        let book = desk.notebook_at(&found);
        book.notebook().annotations.values().filter(|one| !one.conflict.is_empty()).count()
    };
    books.map(of).sum()
}

/// Refuses as long as nobody has agreed to the programs that the clone itself names: a desk
/// may come from anybody, as a folder with its `.git`.
fn agreed(share: &Share, state: Option<&State>, trust: bool) -> Result<(), Failure> {
    let named = share.distrusted(state);
    if named.is_empty() {
        return Ok(());
    }
    if trust {
        if let Some(state) = state {
            let saved = state.trust(named);
            saved.map_err(|error| Failure::failed(system(&error), say::SEE_STATE_FOLDER))?;
        }
        return Ok(());
    }
    let list: Vec<_> = named.iter().map(|name| format!("  {}\n", on_one_line(name))).collect();
    Err(Failure::failed(
        say::RUNS_PROGRAMS.with(&[&list.concat().trim_end()]),
        say::RUNS_PROGRAMS_HINT,
    ))
}

/// What is named besides one's own folder; it must lie in the desk, and be nobody else's.
fn named(library: &Library, with: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let desk = library.desk();
    let mut named = Vec::new();
    for path in with {
        let here = std::fs::canonicalize(path);
        let is_outside = !here.as_ref().is_ok_and(|real| real.starts_with(desk.root()));
        // A path of the desk, wherever one stands.
        let below = std::fs::canonicalize(desk.root().join(path)).ok().filter(|_| is_outside);
        let real = below
            .map_or(here, Ok)
            .map_err(|error| Failure::unread(path, &error, say::NAME_AN_EXISTING_FILE))?;
        let is_theirs =
            real.starts_with(desk.annotations()) || desk.annotations().starts_with(&real);
        if !real.starts_with(desk.root()) || is_theirs {
            return Err(Failure::usage(
                say::NOT_YOURS.with(&[&path.display()]),
                say::NOT_YOURS_HINT,
            ));
        }
        named.push(real);
    }
    Ok(named)
}

fn tell(
    lang: Lang,
    done: Result<Shared, Unshared>,
    format: Format,
    dry: bool,
) -> Result<(), Failure> {
    let shared = done.as_ref().cloned().unwrap_or_default();
    let problem = done.as_ref().err().map(|error| words::unshared_why(Lang::En, error).0);
    let problems: Vec<_> = problem.into_iter().collect();
    // What is nobody's own has no name.
    let (for_all, people): (Vec<_>, Vec<_>) =
        shared.received.iter().partition(|(person, _)| person.is_empty());
    let for_all: usize = for_all.into_iter().map(|(_, files)| files).sum();
    let people: BTreeMap<_, _> = people.into_iter().collect();
    match format {
        Format::Text if done.is_ok() && !dry => {
            let mut text = say::COMMITTED.fill(lang, &[&shared.committed]);
            if for_all > 0 {
                text += &say::RECEIVED_SHARED.fill(lang, &[&for_all]);
            }
            for (person, files) in &people {
                text += &say::RECEIVED.fill(lang, &[&on_one_line(person), files]);
            }
            let pushed = if shared.pushed { say::PUSHED } else { say::NOTHING_TO_PUSH };
            text.push_str(pushed.to(lang));
            output::print(&text)?;
        }
        Format::Text => {}
        _ => output::print_value(&json!({
            "committed": shared.committed,
            "received": people,
            "received_shared": for_all,
            "pushed": shared.pushed,
            "tries": shared.tries,
            "problems": problems,
        }))?,
    }
    done.map(drop).map_err(|error| {
        let what = Message::of(|lang| words::unshared_why(lang, &error).0);
        let hint = Message::of(|lang| words::unshared_why(lang, &error).1);
        Failure::failed(what, hint)
    })
}
