//! Deciding: verdicts and notes on the current claim, undo and redo.

use std::sync::Arc;

use super::answer::{self, How};
use super::article;
use crate::command::Command;
use crate::core::annotation::edit::Edit;
use crate::core::annotation::{Annotation, AnnotationId, Need, Notebook, VerdictId};
use crate::core::article::Span;
use crate::core::review::{self, Item, Standing};
use crate::i18n::{Text, messages as say};
use crate::state::model::Model;
use crate::state::model::about::About;
use crate::state::model::decided::Decided;
use crate::state::model::desk::ArticleId;
use crate::state::model::history::{Part, Step};
use crate::state::model::notice::Notice;
use crate::state::model::reader::Target;
use crate::state::model::signal::Effect;
use crate::state::query::annotation::{named, no_words, own, own_id, refusal, words};
use crate::state::query::claimless;
use crate::state::query::{geometry, names};

/// Gives the current claim the verdict of this place in the list of labels.
pub(in crate::state) fn give(model: &mut Model, label: usize) -> Vec<Effect> {
    let Some(item) = model.reader.item().cloned() else { return put(model, label) };
    let claim = item.span;
    let effects = put(model, label);
    if effects.is_empty() && model.notice.is_some() {
        // Refused, and said why.
        return effects;
    }
    let decided = model.reader.items.iter().find(|item| item.span == claim).cloned();
    if let Some(about) = named(model, &decided.unwrap_or(item)) {
        model.repeat.note(label, about.article, claim);
        model.decided = Some(Decided { about, left: false });
    }
    if effects.is_empty() {
        already(model, label);
    }
    ask_for_more(model, label, claim);
    if model.settings.advance {
        next_open(model, claim);
    }
    effects
}

/// What the team asks for beside this verdict and is not there yet is asked for, and not forced.
fn ask_for_more(model: &mut Model, label: usize, claim: Span) {
    let Some(label) = model.settings.labels.get(label) else { return };
    let item = model.reader.items.iter().find(|item| item.span == claim);
    let Some(own) = item.and_then(|item| own(model, item)) else { return };
    let needs: Vec<_> = label.lacks(own).collect();
    let lang = model.settings.lang;
    let Some(notice) = model.notice.as_mut() else { return };
    for need in needs.into_iter().rev() {
        let (command, wanted) = match need {
            Need::Evidence => (Command::EvidenceLast, say::NEEDS_EVIDENCE),
            Need::Note => (Command::NoteLast, say::NEEDS_NOTE),
        };
        notice.text = format!("{} · {}", notice.text, wanted.to(lang));
        notice.next.insert(0, (command, wanted));
    }
}

/// The claim has this verdict: to give it again changes nothing.
fn already(model: &mut Model, label: usize) {
    let Some(label) = model.settings.labels.get(label) else { return };
    let name = names::verdict(model, &label.id);
    let text = say::ALREADY.fill(model.settings.lang, &[&name]);
    let (item, doc) = (model.reader.item(), model.reader.doc.as_ref());
    let words = item.zip(doc).map_or("", |(item, doc)| item.span.of(doc.text()));
    model.notice = Some(Notice::info(text).about(words));
}

/// Gives the current claim a verdict and stays there.
pub(in crate::state) fn put(model: &mut Model, label: usize) -> Vec<Effect> {
    let Some(verdict) = model.settings.labels.get(label).map(|label| label.id.clone()) else {
        return Vec::new();
    };
    let Some(item) = subject(model) else { return Vec::new() };
    if item.span.is_empty() {
        model.notice = Some(no_words(model));
        return Vec::new();
    }
    let Some((notebook, here)) = notebook(model).zip(words(model, item.span)) else {
        return Vec::new();
    };
    let (_, edit) = review::decide(&notebook, &item, here, model.stamp.now, verdict, |_| ());
    commit(model, edit, item.span.start)
}

/// Takes the verdict of the current claim back.
pub(in crate::state) fn withdraw(model: &mut Model) -> Vec<Effect> {
    let Some(item) = subject(model) else { return Vec::new() };
    let Some(id) = item.own().cloned() else {
        model.notice = Some(Notice::info(say::NO_VERDICT_YET.to(model.settings.lang)));
        return Vec::new();
    };
    let Some(notebook) = notebook(model) else { return Vec::new() };
    let own = notebook.annotations.get(&id);
    // What is said of words that are gone goes with the verdict: nothing else leads to it.
    let is_lost = matches!(item.standing(), Standing::Lost(_));
    let goes = |own: &Annotation| is_lost && own.final_verdict.is_none() || own.is_bare();
    let edit = match own.is_none_or(goes) {
        true => Edit::remove(&notebook, &id),
        false => Edit::change(&notebook, &id, model.stamp.now, |a| a.decide(None)),
    };
    if edit.is_empty() {
        model.notice = Some(Notice::info(say::NO_VERDICT_YET.to(model.settings.lang)));
    }
    commit(model, edit, item.span.start)
}

/// Sets the note of this claim.
pub(in crate::state) fn set_note(model: &mut Model, about: &About, note: String) -> Vec<Effect> {
    set(model, about, |a| a.write_note(note))
}

/// Changes one's own annotation of this claim, making it where there is none and something is
/// said: on the words that it was written about, also where these are gone.
pub(in crate::state) fn set(
    model: &mut Model,
    about: &About,
    to: impl FnOnce(&mut Annotation),
) -> Vec<Effect> {
    let own = own_id(model, about).cloned();
    let Some(notebook) = notebook(model) else { return Vec::new() };
    let here = if about.span.is_empty() { None } else { words(model, about.span) };
    let here = here.unwrap_or_else(|| about.words.clone());
    if own.is_none() {
        // Saying nothing about a claim makes no annotation, nor does what is about no words.
        let before = Annotation::new(here.clone(), model.stamp.now);
        let mut after = before.clone();
        to(&mut after);
        if after == before || here.exact.is_empty() {
            return Vec::new();
        }
        let (_, edit) = review::amend(&notebook, None, here, model.stamp.now, |a| *a = after);
        return commit(model, edit, about.span.start);
    }
    let (_, edit) = review::amend(&notebook, own.as_ref(), here, model.stamp.now, to);
    commit(model, edit, about.span.start)
}

/// Makes a claim of one's own of these words, or moves one there, with a verdict where one is given.
pub(in crate::state) fn mark(
    model: &mut Model,
    span: Span,
    id: Option<&AnnotationId>,
    verdict: Option<VerdictId>,
    in_place: bool,
) -> Vec<Effect> {
    let Some(selector) = words(model, span) else { return Vec::new() };
    change(model, span, id, |a| {
        if !in_place {
            a.selector = selector;
        }
        if verdict.is_some() {
            a.decide(verdict);
        }
    })
}

/// Takes the last step back.
pub(in crate::state) fn undo(model: &mut Model) -> Vec<Effect> {
    let Some(step) = model.history.undo() else {
        model.notice = Some(Notice::info(say::NOTHING_TO_UNDO.to(model.settings.lang)));
        return Vec::new();
    };
    if let Some(why) = is_away(model, &step) {
        model.history.redo();
        model.notice = Some(Notice::warning(say::NOT_UNDONE.fill(model.settings.lang, &[&why])));
        return Vec::new();
    }
    let answer = answer::of_step(model, &step, How::Undone);
    let (left, effects) = replay(model, &step, Edit::inverse);
    model.notice = Some(replayed(model, &step, left, answer, say::NOT_UNDONE));
    if left == step.parts.len() {
        model.history.forget_undone();
    }
    effects
}

/// Does the last undone step again.
pub(in crate::state) fn redo(model: &mut Model) -> Vec<Effect> {
    let Some(step) = model.history.redo() else {
        model.notice = Some(Notice::info(say::NOTHING_TO_REDO.to(model.settings.lang)));
        return Vec::new();
    };
    if let Some(why) = is_away(model, &step) {
        model.history.undo();
        model.notice = Some(Notice::warning(say::NOT_REDONE.fill(model.settings.lang, &[&why])));
        return Vec::new();
    }
    let answer = answer::of_step(model, &step, How::Redone);
    let (left, effects) = replay(model, &step, Edit::clone);
    model.notice = Some(replayed(model, &step, left, answer, say::NOT_REDONE));
    if left == step.parts.len() {
        model.history.forget_done();
    }
    effects
}

/// Why a step cannot be taken back or done again now: an article that it changed is not there.
fn is_away(model: &Model, step: &Step) -> Option<String> {
    let is_there = |part: &&Part| {
        let listed = model.desk.articles.get(part.article);
        listed.is_some_and(|entry| !entry.listing.gone)
            && model.desk.books.contains_key(&part.article)
    };
    let away = step.parts.iter().find(|part| !is_there(part))?;
    let name = model.desk.articles.get(away.article).map_or("", |entry| &entry.listing.name);
    Some(say::ARTICLE_AWAY.fill(model.settings.lang, &[&name]))
}

/// The answer to a step of which some parts changed nothing, since somebody else had changed the same.
fn replayed(model: &Model, step: &Step, left: usize, answer: Notice, not: Text) -> Notice {
    let lang = model.settings.lang;
    match left {
        0 => answer,
        _ if left == step.parts.len() => {
            Notice::warning(not.fill(lang, &[&say::CHANGED_ELSEWHERE.to(lang)]))
        }
        _ => {
            let some = say::SOME_CHANGED_ELSEWHERE.fill(lang, &[&left]);
            Notice { text: format!("{} · {some}", answer.text), ..answer }
        }
    }
}

/// Carries a step out again, or the other way round, and shows where; gives how many of its parts
/// changed nothing.
fn replay(model: &mut Model, step: &Step, way: fn(&Edit) -> Edit) -> (usize, Vec<Effect>) {
    let open = model.reader.article;
    let (mut left, mut effects) = (0, Vec::new());
    for part in &step.parts {
        let edit = way(&part.edit);
        let book = model.desk.books.get(&part.article);
        left += usize::from(book.is_none_or(|book| !edit.would_change(&book.now)));
        effects.extend(apply(model, part.article, &edit));
        // What is open is counted as it is shown, and so is what one step leads to.
        let elsewhere = step.parts.len() > 1 && open != Some(part.article);
        effects.extend(elsewhere.then_some(Effect::Renew(part.article)));
    }
    let here = step.parts.iter().find(|part| open == Some(part.article));
    if let Some(Part { article, edit, at }) = here.or(step.parts.first()) {
        effects.extend(show(model, *article, edit, *at));
    }
    (left, effects)
}

/// Shows the claim that an edit changed.
fn show(model: &mut Model, article: ArticleId, edit: &Edit, at: usize) -> Vec<Effect> {
    if model.reader.article == Some(article) {
        // The claim that was changed, where it still is one.
        let touched = |item: &Item| edit.changes.iter().any(|c| Some(&c.id) == item.own());
        let index = model.reader.items.iter().position(touched);
        if let Some(index) = index.or_else(|| model.reader.first_from(at)) {
            model.reader.show(index, geometry::page(model));
        }
        return Vec::new();
    }
    article::open(model, article, Some(Target::Claim(at)))
}

/// The current claim, unless nothing can be decided here; says why.
pub(in crate::state) fn subject(model: &mut Model) -> Option<Item> {
    if let Some(refusal) = refusal(model) {
        model.notice = Some(refusal);
        return None;
    }
    let item = model.reader.item().cloned();
    if item.is_none() {
        model.notice = Some(claimless::notice(model));
    }
    item
}

pub(in crate::state) fn notebook(model: &Model) -> Option<Arc<Notebook>> {
    Some(model.desk.books.get(&model.reader.article?)?.now.clone())
}

/// Changes the annotation of a claim, making it where there is none.
pub(in crate::state) fn change(
    model: &mut Model,
    span: Span,
    id: Option<&AnnotationId>,
    change: impl FnOnce(&mut Annotation),
) -> Vec<Effect> {
    let Some((notebook, here)) = notebook(model).zip(words(model, span)) else {
        return Vec::new();
    };
    let (_, edit) = review::amend(&notebook, id, here, model.stamp.now, change);
    commit(model, edit, span.start)
}

/// Carries a step out, remembers it, and asks for it to be saved.
pub(in crate::state) fn commit(model: &mut Model, edit: Edit, at: usize) -> Vec<Effect> {
    let Some(article) = model.reader.article else { return Vec::new() };
    commit_in(model, article, edit, at)
}

/// The same in any article whose notebook is at hand.
pub(in crate::state) fn commit_in(
    model: &mut Model,
    article: ArticleId,
    edit: Edit,
    at: usize,
) -> Vec<Effect> {
    if edit.is_empty() {
        return Vec::new();
    }
    let effects = apply(model, article, &edit);
    model.notice = Some(answer::of(model, article, &edit, How::Done));
    model.history.push(Step::of(article, edit, at));
    effects
}

pub(super) fn apply(model: &mut Model, article: ArticleId, edit: &Edit) -> Vec<Effect> {
    let Some(book) = model.desk.books.get_mut(&article) else { return Vec::new() };
    edit.apply(Arc::make_mut(&mut book.now));
    let mut effects = vec![Effect::Save { article, base: book.send(), now: book.now.clone() }];
    let changed: Vec<_> = edit.changes.iter().map(|change| change.id.clone()).collect();
    effects.extend(article::step(model, article, &changed));
    effects
}

/// Moves to the next open claim behind the current one, else to the first of all.
fn next_open(model: &mut Model, decided: Span) {
    // By place: a filter may have taken the decided claim out of the list.
    let place = |span: Span| (span.start, std::cmp::Reverse(span.end));
    let reader = &model.reader;
    let from = reader.items.partition_point(|item| place(item.span) <= place(decided));
    let behind = reader.open_stops().find(|index| *index >= from);
    let Some(index) = behind.or_else(|| reader.open_stops().next()) else {
        return all_decided(model);
    };
    model.reader.show(index, geometry::page(model));
    if let Some(decided) = &mut model.decided {
        decided.left = true;
    }
    if let Some(notice) = &mut model.notice {
        notice.next.insert(0, (Command::NoteLast, say::NOTE_ON_IT));
    }
}

/// The answer goes on to say that nothing is open here, or on the whole desk.
fn all_decided(model: &mut Model) {
    let lang = model.settings.lang;
    let level = usize::from(model.settings.level.number());
    let articles = model.desk.order.iter().map(|article| &model.desk.articles[*article]);
    let summaries = articles.map(|article| article.summary());
    let progress: Option<Vec<_>> = summaries.map(|s| s.map(|s| s.progress[level])).collect();
    let desk = progress.filter(|all| all.iter().all(|one| one.decided == one.all));
    let (said, next) = match desk {
        Some(all) => {
            let count: usize = all.iter().map(|one| one.all).sum();
            let said = say::DESK_DECIDED_ONE.or_many(say::DESK_DECIDED, count, lang);
            let said = said.fill(lang, &[&count]);
            (said, (Command::Overview, say::SEE_OVERVIEW))
        }
        None => (say::ALL_DECIDED.to(lang).to_owned(), (Command::NextOpen, say::GO_ON)),
    };
    if let Some(notice) = &mut model.notice {
        notice.text = format!("{} · {said}", notice.text);
        notice.next.insert(0, next);
        notice.done = next.0 == Command::Overview;
    }
}
