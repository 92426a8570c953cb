//! What the outer world answers.

use std::sync::Arc;

use super::act::{article, kept, list, search, select};
use super::dialogs::confirm;
use super::dialogs::find::Find;
use super::dialogs::search::SearchLine;
use super::dialogs::{differences, note};
use crate::core::annotation::{Notebook, merge};
use crate::i18n::{Text, messages as say};
use crate::state::model::Model;
use crate::state::model::desk::{ArticleId, Books};
use crate::state::model::notice::Notice;
use crate::state::model::signal::{Done, Effect, Loaded};

pub(super) fn on_done(model: &mut Model, done: Done) -> Vec<Effect> {
    match done {
        Done::Listed(listings) => return list::listed(model, listings),
        Done::Read(article, read) => return on_read(model, article, read),
        Done::Studying(article, percent) => {
            if model.reader.article == Some(article) {
                model.reader.studied = percent;
            }
        }
        Done::Studied(article, analysis) => {
            if model.reader.article == Some(article) {
                model.reader.analysis = Some(analysis);
                let effects = article::rebuild(model, article);
                article::arrive(model);
                note::take_offer(model);
                return effects;
            }
        }
        Done::Anchored(article, found) => {
            if model.reader.article == Some(article) {
                model.reader.found.extend(found);
                return article::rebuild(model, article);
            }
        }
        Done::BooksRead(article, books) => {
            // What the watch tells of one's own saves is known already.
            if books_read(model, article, books) {
                return article::rebuild(model, article);
            }
        }
        Done::ArticleChanged(article) => {
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
            return reload.into_iter().chain(renew).chain(kept::renew(model, article)).collect();
        }
        Done::Summed(summaries) => {
            for (article, summary) in summaries {
                if let Some(entry) = model.desk.articles.get_mut(article) {
                    model.desk.read += usize::from(entry.summary.is_none());
                    entry.summary = Some(summary);
                }
            }
        }
        Done::Related(article, span, related) => {
            if model.reader.article == Some(article) {
                model.reader.related.insert(span, related);
            }
        }
        Done::ArticlesAdded => {
            model.notice = Some(Notice::info(say::ARTICLES_ADDED.to(model.settings.lang)));
        }
        Done::Diverging(found) => differences::fill(model, found),
        Done::Indexed => {
            // What was answered before is asked anew, and shown until the answer comes.
            model.reader.asked.clear();
            model.desk.indexed = true;
            for article in &mut model.desk.articles {
                article.differs = None;
            }
            return list::arrange(model);
        }
        Done::Differing(counts) => {
            for (article, count) in counts {
                if let Some(entry) = model.desk.articles.get_mut(article) {
                    entry.differs = Some(count);
                }
            }
        }
        Done::Saved { article, ours, disk, told } => {
            if let Some(text) = merged(&told) {
                model.notice = Some(Notice::warning(text.to(model.settings.lang)));
            }
            return saved(model, article, &ours, disk);
        }
        Done::Matched(article, query, matches) => {
            let found = search::found(model, article, &query, matches);
            if found && model.dialog::<SearchLine>().is_some() {
                search::approach(model);
            }
        }
        Done::Resifted(article, line, holds) => kept::renewed(model, article, &line, holds),
        Done::Sifted { line, kept, searched } => kept::sifted(model, &line, &kept, searched),
        Done::Found(query, found) => {
            if let Some(find) = model.dialog_mut::<Find>() {
                find.take(&query, found);
            }
        }
        Done::SaveFailed(article, why) => {
            if let Some(book) = model.desk.books.get_mut(&article) {
                book.failed = Some(why);
            }
            return if model.leaving { confirm::quit(model) } else { Vec::new() };
        }
    }
    Vec::new()
}

fn on_read(model: &mut Model, article: ArticleId, read: Result<Loaded, String>) -> Vec<Effect> {
    if model.reader.article != Some(article) {
        return Vec::new();
    }
    match read {
        Ok(loaded) => {
            model.reader.take(loaded);
            select::hold(model);
        }
        Err(problem) => {
            model.reader.doc = None;
            model.reader.problem = Some(problem);
        }
    }
    let mut effects = search::again(model);
    effects.extend(article::rebuild(model, article));
    effects
}

/// Takes what the files hold; tells whether the screen may show something else now.
fn books_read(model: &mut Model, article: ArticleId, books: Books) -> bool {
    if books.mended {
        model.notice = Some(Notice::warning(say::MENDED.to(model.settings.lang)));
    }
    if let Some(problem) = books.problems.first() {
        model.notice = Some(Notice::warning(problem.clone()));
    }
    let disk = Arc::new(books.own);
    let is_new = !model.desk.books.contains_key(&article);
    let book = model.desk.books.entry(article).or_default();
    let before = (book.now.clone(), book.read_only.clone());
    let is_new = is_new || book.team != books.team;
    // What is not saved yet is kept: the file is merged into it.
    book.now = match book.is_unsaved() {
        true => Arc::new(merge::merge(&book.base, &book.now, &disk).notebook),
        false => disk.clone(),
    };
    (book.base, book.sent) = (disk, None);
    book.read_only = books.read_only;
    book.team = books.team;
    is_new || before != (book.now.clone(), book.read_only.clone())
}

/// What a person should hear of a merge: what waits for a choice first.
fn merged(told: &[merge::Notice]) -> Option<Text> {
    let conflict = told.iter().any(|notice| matches!(notice, merge::Notice::Conflict(_)));
    let other = (!told.is_empty()).then_some(say::KEPT_DESPITE_REMOVAL);
    if conflict { Some(say::MERGED_IN_CONFLICT) } else { other }
}

fn saved(model: &mut Model, article: ArticleId, ours: &Notebook, disk: Notebook) -> Vec<Effect> {
    let Some(book) = model.desk.books.get_mut(&article) else { return Vec::new() };
    let before = book.now.clone();
    book.saved(ours, disk);
    let changed = book.now != before;
    let failed_before = book.failed.take().is_some();
    if failed_before && model.desk.failure().is_none() {
        model.notice = Some(Notice::info(say::SAVED_AGAIN.to(model.settings.lang)));
    }
    let mut effects = if changed { article::rebuild(model, article) } else { Vec::new() };
    if model.leaving {
        effects.extend(confirm::quit(model));
    }
    effects
}
