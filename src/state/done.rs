//! What the disk answers, and what changed on it.

use super::act::{article, bulk, kept, list, share};
use super::answers;
use super::dialogs::{confirm, note, palette};
use super::model::Model;
use super::model::desk::{ArticleId, Books};
use super::model::notice::{Notice, Weight};
use super::model::signal::{Done, Effect};
use super::model::work::Job;
use super::outside;
use crate::command::Command;
use crate::core::annotation::{Notebook, merge};
use crate::i18n::{Text, messages as say};

/// Takes an answer of the disk, or news from it.
pub(super) fn on_done(model: &mut Model, done: Done) -> Vec<Effect> {
    match done {
        Done::Listed(listings) => return list::listed(model, listings),
        Done::BooksRead(article, books) => {
            // What the watch tells of one's own saves is known already.
            if books_read(model, article, *books) {
                return article::rebuild(model, article);
            }
        }
        Done::ArticleChanged(article) => {
            model.previews.forget(article);
            let open = (model.reader.article == Some(article)).then_some(Effect::Open(article));
            let filtered = kept::renew(model, article);
            return open.into_iter().chain([Effect::Renew(article)]).chain(filtered).collect();
        }
        Done::BooksChanged(article) => {
            let held = model.desk.books.contains_key(&article);
            let open = model.reader.article == Some(article);
            let reload = held.then_some(Effect::Reload(article));
            // What is open is counted as it is shown.
            let renew = (!held || !open).then_some(Effect::Renew(article));
            let look = model.sharing.standing.is_some().then(|| share::look(model));
            let kept = kept::renew(model, article);
            return reload.into_iter().chain(renew).chain(kept).chain(look).collect();
        }
        Done::Decide(batches, label) => return bulk::give(model, batches, label),
        Done::Edited(text) => return note::edited(model, text),
        Done::NotSuspended => tell(model, Notice::warning, say::NO_SHELL),
        Done::FolderChanged => {
            let open = model.reader.article.zip(model.reader.blob.clone());
            return vec![Effect::Work(Job::List(open))];
        }
        Done::OrphansChanged => return vec![Effect::Work(Job::Orphans)],
        Done::Saved { article, ours, disk, notices } => {
            if let Some(text) = merged(&notices) {
                let notice = Notice::warning(text.to(model.settings.lang));
                let choice = [(Command::Attention, say::SEE_CHOICES)];
                let chosen = text == say::MERGED_IN_CONFLICT;
                model.notice = Some(if chosen { notice.then(&choice) } else { notice });
            }
            let mut effects = saved(model, article, &ours, disk);
            forget_history(model);
            effects.extend(model.sharing.standing.is_some().then(|| share::look(model)));
            return effects;
        }
        Done::SaveWaits(article) => {
            if let Some(book) = model.desk.books.get_mut(&article) {
                book.waits = true;
            }
        }
        Done::SyncIsDue => return share::due(model),
        Done::WentOn => return palette::look_on(model),
        Done::WatchLooks => warn(model, say::WATCH_LOOKS),
        Done::Unwatched => warn(model, say::UNWATCHED),
        Done::StillUnsaved => confirm::ask_to_leave(model),
        Done::Gone(article) => return confirm::gone(model, article),
        Done::KeptElsewhere(kept) => return confirm::kept(model, kept),
        Done::SaveFailed(article, why) => {
            if let Some(book) = model.desk.books.get_mut(&article) {
                book.failed = Some(why);
                // What was answered before the disk did is not so.
                model.notice.take_if(|notice| notice.weight == Weight::Info);
            }
            return if model.leaving { confirm::quit(model) } else { Vec::new() };
        }
        Done::Work(answer) => return answers::take(model, answer),
    }
    Vec::new()
}

/// What was said of claims is asked for anew.
fn forget_history(model: &mut Model) {
    model.sharing.asked.clear();
}

fn tell(model: &mut Model, notice: fn(String) -> Notice, text: Text) {
    model.notice = Some(notice(text.to(model.settings.lang).to_owned()));
}

/// Takes what the files hold; tells whether the screen may show something else now.
fn books_read(model: &mut Model, article: ArticleId, books: Books) -> bool {
    if books.mended {
        model.notice = Some(Notice::warning(say::MENDED.to(model.settings.lang)));
    }
    if let Some(problem) = books.problems.first() {
        model.notice = Some(Notice::warning(problem.clone()));
    }
    let known = model.desk.books.contains_key(&article);
    let book = model.desk.books.entry(article).or_default();
    let before = (book.now.clone(), book.read_only.clone());
    let team = book.team.clone();
    let is_new = !known || book.team != books.team || book.problems != books.problems;
    // What is not saved yet is kept: the file is merged into it.
    book.rebase(&book.base.clone(), books.own);
    book.read_only = books.read_only;
    book.team = books.team;
    book.problems = books.problems;
    let changed = is_new || before != (book.now.clone(), book.read_only.clone());
    if known {
        outside::announce(model, article, &before.0, &team);
    }
    if let Some(text) = merged(&books.notices) {
        model.notice = Some(Notice::warning(text.to(model.settings.lang)));
    }
    changed
}

/// What a person should hear of a merge: what waits for a choice first.
fn merged(notices: &[merge::Notice]) -> Option<Text> {
    let conflict = notices.iter().any(|notice| matches!(notice, merge::Notice::Conflict(_)));
    let other = notices.first().map(|notice| match notice {
        merge::Notice::KeptFromGit(_) => say::KEPT_FROM_GIT,
        merge::Notice::KeptFromSession(_) => say::KEPT_FROM_SESSION,
        _ => say::KEPT_DESPITE_REMOVAL,
    });
    if conflict { Some(say::MERGED_IN_CONFLICT) } else { other }
}

fn saved(model: &mut Model, article: ArticleId, ours: &Notebook, disk: Notebook) -> Vec<Effect> {
    let Some(book) = model.desk.books.get_mut(&article) else { return Vec::new() };
    let before = book.now.clone();
    book.rebase(ours, disk);
    let (changed, team) = (book.now != before, book.team.clone());
    let failed_before = book.failed.take().is_some();
    if failed_before && model.desk.failure().is_none() {
        model.notice = Some(Notice::info(say::SAVED_AGAIN.to(model.settings.lang)));
    }
    if changed {
        outside::announce(model, article, &before, &team);
    }
    let mut effects = if changed { article::rebuild(model, article) } else { Vec::new() };
    if model.leaving {
        effects.extend(confirm::quit(model));
    }
    effects
}

fn warn(model: &mut Model, text: Text) {
    model.notice = Some(Notice::warning(text.to(model.settings.lang)));
}
