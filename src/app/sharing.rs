//! Git behind the screen: how the clone stands, what others did, and sharing.

use std::hash::{BuildHasher as _, RandomState};
use std::path::PathBuf;
use std::time::Duration;

use super::context::Context;
use super::words;
use crate::core::annotation::AnnotationId;
use crate::core::team::change::Event;
use crate::desk::changes::{Range, events, history, visible};
use crate::desk::share::{Share, Shared};
use crate::git::place::GitDir;
use crate::git::{self, Repo};
use crate::i18n::team as say;
use crate::state::model::desk::ArticleId;
use crate::state::model::sharing::{News, Plan, Report, Standing};
use crate::store::session::State;

/// How the clone stands, and how much others did since a commit.
pub(super) fn look(context: &Context, since: Option<&str>) -> (Option<Standing>, usize) {
    let desk = context.library().desk();
    // Most desks of one person are no clone: no program is run to find that out.
    if GitDir::find(desk.root()).is_none() {
        return (None, 0);
    }
    let Ok(repo) = Repo::discover(desk.root()) else { return (None, 0) };
    let head = repo.head().ok().flatten();
    let (behind, ahead) = repo.distance().unwrap_or_default();
    let share = Share::of(context.library(), context.state(), &[]);
    let unsaved = share.and_then(|share| share.differing()).map_or(0, |files| files.len());
    let standing = Standing { ahead, behind, unsaved, head: head.clone() };
    let came = match (since, &head) {
        (Some(since), Some(head)) if since != head => {
            news(context, &format!("{since}..{head}"), None).map_or(0, |news| news.len())
        }
        _ => 0,
    };
    (Some(standing), came)
}

/// What others did in a range.
fn news(context: &Context, range: &str, since: Option<&str>) -> Result<Vec<Event>, String> {
    let (library, team) = (context.library(), context.team());
    let range = Range { revisions: range, since };
    let found = events(library.desk(), &team.roster, range).map_err(|error| error.to_string())?;
    let others: Vec<_> = found.into_iter().filter(|event| event.by != team.me()).collect();
    let blind = context.is_blind() && !(team.roster.has_editors() && team.is_editor());
    Ok(if blind { visible(library, team.rules(), others) } else { others })
}

/// What others did since the person last looked, or since yesterday.
pub(super) fn changes(context: &Context) -> Result<News, String> {
    let told = |error: git::Error| words::git(context.lang(), &error);
    let repo = Repo::discover(context.library().desk().root()).map_err(told)?;
    let head = repo.head().map_err(told)?;
    let Some(head) = head else { return Ok(News::default()) };
    let seen = context.state().and_then(State::last_seen);
    let seen = seen.filter(|id| repo.resolve(id).is_ok_and(|found| found.is_some()));
    let found = match seen {
        Some(seen) => news(context, &format!("{seen}..{head}"), None)?,
        None => news(context, &head, Some("yesterday.midnight"))?,
    };
    let events = found.into_iter().map(|event| (context.article(&event.article), event));
    Ok(News { events: events.collect(), head: Some(head) })
}

/// The person has seen what others did up to this commit.
pub(super) fn mark_seen(context: &Context, commit: &str) {
    if let Some(Err(error)) = context.state().map(|state| state.keep_seen(commit)) {
        tracing::warn!("what was seen is not kept: {error}");
    }
}

/// What was ever said of the claim of these annotations.
pub(super) fn remembered(context: &Context, article: ArticleId, keys: &[String]) -> Vec<Event> {
    let roster = &context.team().roster;
    let is_about = |by: &str, id: &AnnotationId| {
        keys.iter().any(|key| {
            let (folder, known) = key.split_once('/').unwrap_or_default();
            roster.person_of(folder) == by && known == id.0
        })
    };
    let found = history(context.library().desk(), roster, &context.name(article), is_about);
    found.unwrap_or_default()
}

/// What a sync would share.
pub(super) fn plan(context: &Context) -> Result<Plan, String> {
    let state = context.state();
    let told = |error: git::Error| words::git(context.lang(), &error);
    let share = Share::of(context.library(), state, &[]).map_err(told)?;
    let programs = share.distrusted(state).to_vec();
    let is_first = state.is_none_or(|state| !state.has_agreed());
    let root = context.library().desk().root();
    let name = |path: &PathBuf| path.strip_prefix(root).unwrap_or(path).display().to_string();
    // Nothing that the clone names is run before the person has agreed: so no `git status` yet.
    let files = share.differing().map_err(told)?;
    let mut files: Vec<_> = files.iter().map(name).collect();
    files.sort_unstable();
    Ok(Plan { files, programs, is_first })
}

/// Shares one's work.
pub(super) fn sync(context: &Context, agreed: bool, driver: &str) -> Result<Report, String> {
    let state = context.state();
    let told = |error: git::Error| words::git(context.lang(), &error);
    let mut share = Share::of(context.library(), state, &[]).map_err(told)?;
    if agreed && let Some(state) = state {
        state.trust(share.programs()).map_err(|error| error.to_string())?;
    }
    if !share.distrusted(state).is_empty() && !agreed {
        return Err(say::CLONE_CHANGED.to(context.lang()).to_owned());
    }
    share.look().map_err(told)?;
    let message = share.message();
    let mut tell = |command: &str| tracing::info!("{command}");
    let done = share.run(&message, driver, false, &mut tell, &mut wait);
    let shared = done.map_err(|error| words::unshared(context.lang(), &error))?;
    if let Some(state) = state {
        state.drop_wrote();
    }
    let Shared { committed, received, pushed, .. } = shared;
    Ok(Report { committed, received, pushed })
}

/// Waits a random while, longer with each try, so that clones that collide come apart.
pub(crate) fn wait(tries: usize) {
    let most = 100_u64 << tries.min(6);
    let chance = RandomState::new().hash_one(tries) % most;
    std::thread::sleep(Duration::from_millis(chance));
}
