//! Turning to an article, and joining its claims and annotations.

use super::{follow, kept, search};
use crate::command::Command;
use crate::core::annotation::AnnotationId;
use crate::core::review::team::Tallies;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::desk::{ArticleId, Book, Presence};
use crate::state::model::notice::{Notice, Weight};
use crate::state::model::reader::Target;
use crate::state::model::signal::Effect;
use crate::state::model::work::{Job, Quotes};
use crate::state::query::{claimless, geometry};

/// Turns to an article.
pub(crate) fn open(model: &mut Model, article: ArticleId, target: Option<Target>) -> Vec<Effect> {
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
    model.reader.turn_to(article, target);
    model.sharing.history.clear();
    model.sharing.asked.clear();
    kept::leave(model);
    vec![Effect::Open(article)]
}

/// The article on the screen is gone: nothing of it is shown any more, and its verdicts are kept.
pub(in crate::state) fn gone(model: &mut Model, article: ArticleId) {
    let book = model.desk.books.get(&article).map(|book| book.now.clone());
    let kept = book.map_or(model.reader.items.len(), |book| {
        book.annotations.values().filter(|a| a.verdict.is_some()).count()
    });
    (model.selection, model.notice) = (None, None);
    follow::lose(model, article, |model, article| model.reader.turn_to(article, None));
    model.reader.passed = None;
    let lang = model.settings.lang;
    let text = match kept {
        0 => say::GONE.to(lang).to_owned(),
        kept => say::GONE_KEPT.fill(lang, &[&kept]),
    };
    model.reader.problem = Some(text);
}

/// Joins claims and annotations anew, and brings the list up to date with them.
pub(in crate::state) fn rebuild(model: &mut Model, article: ArticleId) -> Vec<Effect> {
    if model.reader.article != Some(article) {
        return Vec::new();
    }
    let empty = Book::default();
    let book = model.desk.books.get(&article).unwrap_or(&empty);
    let title = model.desk.title(article);
    let summary = model.desk.articles.get(article).and_then(|entry| entry.summary());
    let source = summary.map(|summary| summary.source.clone()).unwrap_or_default();
    let filter = model.filter.as_ref().map(|active| (&*active.filter, title, &source));
    let away = model.reader.rebuild(book, model.settings.level, &model.settings.team, filter);
    let known = model.reader.analysis.is_some();
    if known {
        let unread = book.problems.clone();
        let (reader, level) = (&model.reader, usize::from(model.settings.level.number()));
        model.desk.change(article, |summary| {
            summary.progress[level] = reader.sums.progress;
            summary.own.clone_from(&reader.sums.own);
            summary.tallies = Tallies::of(&reader.team);
            summary.team.clone_from(&reader.outline);
            summary.due.clone_from(&reader.sums.due);
            summary.unread = unread;
        });
    }
    kept::recheck(model);
    if known && away.is_empty() && model.reader.renewed.take().is_some() {
        tell_of_change(model, article);
    }
    match &model.reader.doc {
        Some(doc) if !away.is_empty() && !doc.is_partial() => {
            let before = model.reader.before.clone();
            let quotes = Quotes { article, doc: doc.clone(), before, sought: away };
            vec![Effect::Work(Job::Anchor(quotes))]
        }
        _ => Vec::new(),
    }
}

/// The article on the screen has changed: what that means for one's own verdicts.
fn tell_of_change(model: &mut Model, article: ArticleId) {
    let lang = model.settings.lang;
    if model.notice.take_if(|notice| claimless::is_of_astray(lang, notice)).is_some() {
        // Its words are back, or told of anew.
        if let Some(item) = model.reader.item() {
            let span = item.span;
            model.reader.reveal(span, geometry::page(model));
        }
    }
    let name = &model.desk.articles[article].listing.name;
    let name = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let due = model.reader.sums.due.iter().filter(|due| due.is_mine()).count();
    if model.notice.as_ref().is_some_and(|notice| notice.weight == Weight::Warning) {
        return;
    }
    if let Some(mut notice) = claimless::astray_notice(model) {
        notice.next.extend((due > 0).then_some((Command::Attention, say::SEE_DUE)));
        model.notice = Some(notice);
        return;
    }
    model.notice = Some(match due {
        0 => Notice::info(say::CHANGED.fill(lang, &[&name])),
        due => {
            let next = [(Command::Attention, say::SEE_DUE)];
            Notice::warning(say::CHANGED_DUE.fill(lang, &[&name, &due])).then(&next)
        }
    });
}

/// After a step on one's own annotations: touches what it changes, or joins all anew.
pub(in crate::state) fn step(
    model: &mut Model,
    article: ArticleId,
    changed: &[AnnotationId],
) -> Vec<Effect> {
    let open = model.reader.article == Some(article) && model.filter.is_none();
    let Some(book) = model.desk.books.get(&article).filter(|_| open) else {
        return rebuild(model, article);
    };
    if !model.reader.step(book, model.settings.level, &model.settings.team, changed) {
        return rebuild(model, article);
    }
    let (reader, level) = (&model.reader, usize::from(model.settings.level.number()));
    model.desk.change(article, |summary| {
        summary.progress[level] = reader.sums.progress;
        summary.own.clone_from(&reader.sums.own);
        summary.team.clone_from(&reader.outline);
        if !(summary.due.is_empty() && reader.sums.due.is_empty()) {
            summary.due.clone_from(&reader.sums.due);
        }
    });
    Vec::new()
}

/// Makes the claim at this byte current and shows it.
pub(in crate::state) fn show_at(model: &mut Model, at: usize) -> Vec<Effect> {
    if let Some(index) = model.reader.first_from(at) {
        model.reader.show(index, geometry::page(model));
    }
    Vec::new()
}

/// Goes where the person asked to, once the claims are known.
pub(in crate::state) fn arrive(model: &mut Model) {
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
            let (top, at) = (byte(top), byte(at));
            reader.top = top;
            reader.current = reader.first_from(at);
            reader.show_whole(page);
            return;
        }
        Target::Words(span) => {
            reader.current = reader.first_from(span.start);
            reader.reveal(span, page);
            search::arrive(model, span.start);
            return;
        }
        Target::Claim(at) => reader.first_from(at),
        Target::Item(span) => reader.on(span),
        Target::First => reader.stops.first().copied(),
        Target::FirstOpen => reader.open_stops().next().or_else(|| reader.stops.first().copied()),
        Target::Last => reader.stops.last().copied(),
    };
    if let Some(index) = index {
        reader.show(index, page);
    }
}
