//! The one dispatcher: a message in, the model changed, effects out.

use super::desk::{ArticleId, Book, Books, Presence};
use super::dialog::Dialog;
use super::model::Model;
use super::notice::Notice;
use super::reader::{Reader, Target};
use super::signal::{Done, Effect, Loaded, Msg, Search, Stamp};
use super::{
    browse, confirm, evidence, filter, find, geometry, help, mouse, note, overview, palette, panes,
    related, search, select, surveys, tags, tutor, verdict,
};
use crate::command::{Action, Key};
use crate::core::annotation::{Notebook, merge};
use crate::core::team::Tally;
use crate::i18n::{Text, messages as say};

/// Lets a message change the model and tells what the outer world should do.
pub fn update(model: &mut Model, msg: Msg, stamp: Stamp) -> Vec<Effect> {
    model.stamp = stamp;
    let before = geometry::page(model);
    let mut effects = on(model, msg);
    keep_in_sight(model, before);
    tutor::advance(model);
    confirm::ask(model);
    effects.extend(related::ask(model));
    effects
}

fn on(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => on_key(model, key),
        Msg::Paste(text) => match &mut model.dialog {
            Some(Dialog::Note(_)) => note::paste(model, &text),
            Some(Dialog::Evidence(dialog)) => dialog.paste(&text),
            Some(Dialog::Tags(dialog)) => dialog.paste(&text),
            Some(Dialog::Search(_)) => search::paste(model, &text),
            Some(Dialog::Find(_)) => find::paste(model, &text),
            Some(Dialog::Palette(_)) => palette::paste(model, &text),
            Some(Dialog::Filter(_)) => filter::paste(model, &text),
            Some(Dialog::Help(_)) => help::paste(model, &text),
            _ => Vec::new(),
        },
        Msg::Mouse(mouse) => mouse::on(model, mouse),
        Msg::Resize(width, height) => {
            model.size = (width, height);
            panes::arrange(model)
        }
        Msg::Done(done) => {
            let effects = on_done(model, done);
            overview::refresh(model);
            effects
        }
    }
}

/// When the page changes its size, a claim that showed still shows.
fn keep_in_sight(model: &mut Model, before: (usize, usize)) {
    let page = geometry::page(model);
    let current = model.reader.current.filter(|_| page != before);
    let seen = current.filter(|index| model.reader.is_visible(*index, before));
    if let Some(span) = seen.and_then(|index| Some(model.reader.items.get(index)?.span)) {
        model.reader.reveal(span, page);
    }
}

fn on_key(model: &mut Model, key: Key) -> Vec<Effect> {
    model.notice = None;
    model.leaving = false;
    match model.settings.keymap.action(model.context(), key) {
        Some(action) => act(model, action),
        None => match &mut model.dialog {
            Some(Dialog::Note(_)) => note::key(model, key),
            Some(Dialog::Evidence(dialog)) => dialog.key(key),
            Some(Dialog::Tags(dialog)) => dialog.key(key),
            Some(Dialog::Search(_)) => search::key(model, key),
            Some(Dialog::Find(_)) => find::key(model, key),
            Some(Dialog::Palette(_)) => palette::key(model, key),
            Some(Dialog::Filter(_)) => filter::key(model, key),
            Some(Dialog::Help(_)) => help::key(model, key),
            _ => Vec::new(),
        },
    }
}

/// Carries out an action in the place where the person is.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match (&model.dialog, action) {
        (None, Action::Verdict(label)) if model.selection.is_some() => {
            select::keep(model, Some(label))
        }
        (None, Action::Do(command)) if model.selection.is_some() => select::run(model, command),
        (None, Action::Verdict(label)) => verdict::give(model, label),
        (None, Action::Do(command)) => panes::run(model, command),
        (None, Action::Related(number)) => related::open(model, number),
        (Some(Dialog::Note(_)), Action::Do(command)) => note::run(model, command),
        (Some(Dialog::Evidence(_)), Action::Do(command)) => evidence::run(model, command),
        (Some(Dialog::Tags(_)), Action::Do(command)) => tags::run(model, command),
        (Some(Dialog::Search(_)), Action::Do(command)) => search::run(model, command),
        (Some(Dialog::Find(_)), Action::Do(command)) => find::run(model, command),
        (Some(Dialog::Palette(_)), Action::Do(command)) => palette::run(model, command),
        (Some(Dialog::Filter(_)), Action::Do(command)) => filter::run(model, command),
        (Some(Dialog::Help(_)), Action::Do(command)) => help::run(model, command),
        (Some(Dialog::Overview(_)), Action::Do(command)) => overview::run(model, command),
        (Some(Dialog::Browse(_)), Action::Do(command)) => browse::run(model, command),
        (Some(Dialog::Confirm(question)), Action::Do(command)) => {
            confirm::run(model, *question, command)
        }
        (_, Action::Verdict(_) | Action::Related(_)) => Vec::new(),
    }
}

fn on_done(model: &mut Model, done: Done) -> Vec<Effect> {
    match done {
        Done::Listed(listings) => return panes::listed(model, listings),
        Done::Read(article, read) => return on_read(model, article, read),
        Done::Studying(article, percent) => {
            if model.reader.article == Some(article) {
                model.reader.studied = percent;
            }
        }
        Done::Studied(article, analysis) => {
            if model.reader.article == Some(article) {
                model.reader.analysis = Some(analysis);
                let effects = rebuild(model, article);
                arrive(model);
                note::take_offer(model);
                return effects;
            }
        }
        Done::Anchored(article, found) => {
            if model.reader.article == Some(article) {
                model.reader.found.extend(found);
                return rebuild(model, article);
            }
        }
        Done::BooksRead(article, books) => {
            // What the watch tells of one's own saves is known already.
            if books_read(model, article, books) {
                return rebuild(model, article);
            }
        }
        Done::ArticleChanged(article) => {
            let open = (model.reader.article == Some(article)).then_some(Effect::Open(article));
            let filtered = filter::renew(model, article);
            return open.into_iter().chain([Effect::Renew(article)]).chain(filtered).collect();
        }
        Done::BooksChanged(article) => {
            let held = model.desk.books.contains_key(&article);
            let open = model.reader.article == Some(article);
            let reload = held.then_some(Effect::Reload(article));
            // What is open is counted as it is shown.
            let renew = (!held || !open).then_some(Effect::Renew(article));
            return reload.into_iter().chain(renew).chain(filter::renew(model, article)).collect();
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
        Done::Diverging(found) => surveys::diverging(model, found),
        Done::Indexed => {
            // What was answered before is asked anew, and shown until the answer comes.
            model.reader.asked.clear();
            model.desk.indexed = true;
            for article in &mut model.desk.articles {
                article.differs = None;
            }
            return panes::arrange(model);
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
        Done::Matched(article, query, matches) => search::found(model, article, &query, matches),
        Done::Resifted(article, line, holds) => filter::renewed(model, article, &line, holds),
        Done::Sifted { line, kept, searched } => filter::sifted(model, &line, &kept, searched),
        Done::Found(query, found) => find::found(model, &query, found),
        Done::SaveWaits(article) => {
            if let Some(book) = model.desk.books.get_mut(&article) {
                book.waits = true;
            }
        }
        Done::Gone(article) => return confirm::gone(model, article),
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
    effects.extend(rebuild(model, article));
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
    if let Some(text) = merged(&books.told) {
        model.notice = Some(Notice::warning(text.to(model.settings.lang)));
    }
    let is_new = !model.desk.books.contains_key(&article);
    let book = model.desk.books.entry(article).or_default();
    let before = (book.now.clone(), book.read_only.clone());
    let is_new = is_new || book.team != books.team;
    // What is not saved yet is kept: the file is merged into it.
    book.rebase(&book.base.clone(), books.own);
    book.read_only = books.read_only;
    book.team = books.team;
    is_new || before != (book.now.clone(), book.read_only.clone())
}

/// What a person should hear of a merge: what waits for a choice first.
fn merged(told: &[merge::Notice]) -> Option<Text> {
    let conflict = told.iter().any(|notice| matches!(notice, merge::Notice::Conflict(_)));
    let other = told.first().map(|notice| match notice {
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
    let changed = book.now != before;
    let failed_before = book.failed.take().is_some();
    if failed_before && model.desk.failure().is_none() {
        model.notice = Some(Notice::info(say::SAVED_AGAIN.to(model.settings.lang)));
    }
    let mut effects = if changed { rebuild(model, article) } else { Vec::new() };
    if model.leaving {
        effects.extend(confirm::quit(model));
    }
    effects
}

/// Turns to an article.
pub fn open(model: &mut Model, article: ArticleId, target: Option<Target>) -> Vec<Effect> {
    let visible = geometry::list_lines(model);
    model.list.select_article(article, visible);
    if model.reader.article == Some(article) {
        model.reader.target = target;
        arrive(model);
        return Vec::new();
    }
    model.selection = None;
    if let Some(book) = model.desk.books.get_mut(&article).filter(|book| book.is_gone()) {
        book.presence = Presence::Gone;
    }
    model.reader = Reader::open(article, target);
    filter::leave(model);
    vec![Effect::Open(article)]
}

/// Joins claims and annotations anew, and brings the list up to date with them.
pub(super) fn rebuild(model: &mut Model, article: ArticleId) -> Vec<Effect> {
    if model.reader.article != Some(article) {
        return Vec::new();
    }
    let empty = Book::default();
    let book = model.desk.books.get(&article).unwrap_or(&empty);
    let title = model.desk.title(article);
    let filter = model.filter.as_ref().map(|sieve| (&*sieve.filter, title));
    let away = model.reader.rebuild(book, model.settings.level, filter);
    let known = model.reader.analysis.is_some();
    let entry = model.desk.articles.get_mut(article).and_then(|article| article.summary.as_mut());
    if let Some(summary) = entry.filter(|_| known) {
        let sums = &model.reader.sums;
        summary.progress[usize::from(model.settings.level.number())] = sums.progress;
        let team = Tally::of_team(&model.reader.team);
        summary.tallies = [sums.own.clone()].into_iter().chain(team).collect();
        summary.disputes.clone_from(&sums.disputes);
    }
    filter::recheck(model);
    match &model.reader.doc {
        Some(doc) if !away.is_empty() && !doc.is_partial() => {
            let before = model.reader.before.clone();
            vec![Effect::Anchor(Search { article, doc: doc.clone(), before, quotes: away })]
        }
        _ => Vec::new(),
    }
}

/// Makes the claim at this byte current and shows it.
pub(super) fn show_at(model: &mut Model, at: usize) -> Vec<Effect> {
    if let Some(index) = model.reader.first_from(at) {
        model.reader.show(index, geometry::page(model));
    }
    Vec::new()
}

/// Goes where the person asked to, once the claims are known.
pub(super) fn arrive(model: &mut Model) {
    if model.reader.analysis.is_none() {
        return;
    }
    let Some(target) = model.reader.target.take() else { return };
    let page = geometry::page(model);
    let reader = &mut model.reader;
    let index = match target {
        Target::Points { at, top } => {
            let Some(doc) = &reader.doc else { return };
            let byte =
                |point| doc.from_points(point, point).map_or(doc.text().len(), |span| span.start);
            reader.top = byte(top);
            reader.current = reader.first_from(byte(at));
            return;
        }
        Target::Words(span) => {
            reader.current = reader.first_from(span.start);
            reader.reveal(span, page);
            search::arrive(model, span.start);
            return;
        }
        Target::Claim(at) => reader.first_from(at),
        Target::FirstOpen => reader
            .items
            .iter()
            .position(crate::core::review::Item::is_open)
            .or_else(|| reader.first_from(0)),
        Target::Last => reader.items.len().checked_sub(1),
    };
    if let Some(index) = index {
        reader.show(index, page);
    }
}
