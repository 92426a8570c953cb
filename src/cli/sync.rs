//! `claimdesk sync`: one's decisions to the team, and the team's here.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::hash::{BuildHasher as _, RandomState};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;

use super::failure::Failure;
use super::output::{self, Format, on_one_line};
use super::{Place, desk, init, read};
use crate::core::annotation::Notebook;
use crate::desk::Library;
use crate::git::Repo;
use crate::git::sync::{Sync, SyncError, Synced, programs};
use crate::store::format;
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
    let hint = "`git init`, a remote and `claimdesk init --git-only` make the desk a shared one";
    let repo = Repo::discover(root).map_err(|error| Failure::failed(error, hint))?;
    agreed(&repo, args.trust)?;
    let own = own_paths(&library, &args.with)?;
    let unsaved = repo.unsaved(&own).map_err(|error| Failure::failed(error, "see `git status`"))?;
    let message = match &args.message {
        Some(message) => message.clone(),
        None => message_of(&repo, &library, &unsaved),
    };
    if format == Format::Text {
        let mut list = String::new();
        for path in &unsaved {
            let below = path.strip_prefix(root).unwrap_or(path).display().to_string();
            let _ = writeln!(list, "to share: {}", on_one_line(&below));
        }
        output::print(&list)?;
    }
    let dry = args.dry_run;
    let mut commands = Vec::new();
    let mut sync = Sync {
        repo: &repo,
        own: &own,
        message: &message,
        driver: &init::driver_command(),
        dry,
        tell: &mut |command| commands.push(command.to_owned()),
        wait: &mut wait,
    };
    let done = sync.run();
    if dry {
        let lines: Vec<_> = commands.iter().map(|command| on_one_line(command) + "\n").collect();
        output::print(&lines.concat())?;
    }
    tell(&library, &repo, done, format, dry)
}

/// Waits a random while, longer with each try, so that clones that collide come apart.
fn wait(tries: usize) {
    let most = 100_u64 << tries.min(6);
    let chance = RandomState::new().hash_one(tries) % most;
    std::thread::sleep(Duration::from_millis(chance));
}

/// Refuses as long as nobody has agreed to the programs that the clone itself names: a desk
/// may come from anybody, as a folder with its `.git`.
fn agreed(repo: &Repo, trust: bool) -> Result<(), Failure> {
    let failed = |error| Failure::failed(error, "see `git config --local --list`");
    let named = programs(repo).map_err(failed)?;
    let state = read::state_folder().map(|folder| State::new(&folder, repo.root()));
    if named.is_empty() || state.as_ref().is_some_and(|state| state.trusts(&named)) {
        return Ok(());
    }
    if trust {
        if let Some(state) = state {
            let saved = state.trust(&named);
            saved.map_err(|error| Failure::failed(error, "see your own state folder"))?;
        }
        return Ok(());
    }
    let list: Vec<_> = named.iter().map(|name| format!("  {}\n", on_one_line(name))).collect();
    Err(Failure::failed(
        format!("this clone's own settings make git run programs:\n{}", list.concat().trim_end()),
        "where you know them, `claimdesk sync --trust` agrees, once",
    ))
}

/// One's own folder, and what else is named; it must lie in the desk, and be nobody else's.
fn own_paths(library: &Library, with: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let desk = library.desk();
    let mut own = vec![desk.annotations().join(library.annotator().slug())];
    for path in with {
        let real = std::fs::canonicalize(path)
            .map_err(|error| Failure::unread(path.display(), &error, "name a file that exists"))?;
        let is_theirs =
            real.starts_with(desk.annotations()) || desk.annotations().starts_with(&real);
        if !real.starts_with(desk.root()) || is_theirs {
            return Err(Failure::usage(
                format!("{} is not yours to share", path.display()),
                "`--with` names articles and settings of the desk, not annotations",
            ));
        }
        own.push(real);
    }
    Ok(own)
}

/// `claimdesk: 12 verdicts on 3 articles`.
fn message_of(repo: &Repo, library: &Library, unsaved: &[PathBuf]) -> String {
    let folder = library.desk().annotations();
    let (mut articles, mut verdicts) = (0, 0);
    for path in unsaved.iter().filter(|path| path.starts_with(folder)) {
        let before = repo.versions(path, &["HEAD"]).ok().and_then(|mut all| all.pop().flatten());
        let [before, now] = [before, std::fs::read(path).ok()].map(notebook);
        let ids = before.annotations.keys().chain(now.annotations.keys());
        let changed: std::collections::BTreeSet<_> =
            ids.filter(|id| before.annotations.get(id) != now.annotations.get(id)).collect();
        articles += 1;
        verdicts += changed.len();
    }
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    let others = unsaved.len() - articles;
    let files =
        if others > 0 { format!(", {others} other file{}", plural(others)) } else { String::new() };
    format!(
        "claimdesk: {verdicts} verdict{} on {articles} article{}{files}",
        plural(verdicts),
        plural(articles)
    )
}

fn notebook(bytes: Option<Vec<u8>>) -> Notebook {
    bytes.and_then(|bytes| format::parse(&bytes).ok()).map(|read| read.notebook).unwrap_or_default()
}

fn tell(
    library: &Library,
    repo: &Repo,
    done: Result<Synced, SyncError>,
    format: Format,
    dry: bool,
) -> Result<(), Failure> {
    let synced = done.as_ref().cloned().unwrap_or_default();
    let received = by_person(library.desk().annotations(), repo, &synced.received);
    let problems: Vec<_> = done.as_ref().err().map(ToString::to_string).into_iter().collect();
    match format {
        Format::Text if done.is_ok() && !dry => {
            let mut text = format!("committed: {}\n", synced.committed);
            for (person, files) in &received {
                let _ = writeln!(text, "received from {}: {files}", on_one_line(person));
            }
            text.push_str(if synced.pushed { "pushed\n" } else { "nothing to push\n" });
            output::print(&text)?;
        }
        Format::Text => {}
        _ => output::print_value(&json!({
            "committed": synced.committed,
            "received": received,
            "pushed": synced.pushed,
            "tries": synced.tries,
            "problems": problems,
        }))?,
    }
    done.map(drop).map_err(|error| Failure::failed(&error, error.hint()))
}

/// How many files came from each person; articles and the like under an empty name.
fn by_person(annotations: &Path, repo: &Repo, received: &[PathBuf]) -> BTreeMap<String, usize> {
    let mut by_person = BTreeMap::new();
    for path in received {
        let path = repo.root().join(path);
        let below = path.strip_prefix(annotations).ok();
        let folder = below.and_then(|below| below.iter().next()).map(|name| name.to_string_lossy());
        *by_person.entry(folder.unwrap_or_default().into_owned()).or_insert(0) += 1;
    }
    by_person
}
