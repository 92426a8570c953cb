//! Every change is answered in one line: what was done, to which words, and
//! what may come next.

use crate::command::Command;
use crate::core::annotation::edit::{Change, Edit, WorkChange};
use crate::core::annotation::{Annotation, Final, VerdictId};
use crate::i18n::{Text, messages as say, team as talk};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::history::Step;
use crate::state::model::notice::Notice;
use crate::state::query::names;

const UNDO: (Command, Text) = (Command::Undo, say::UNDO_IT);
const REDO: (Command, Text) = (Command::Redo, say::REDO_IT);

/// How a step came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    Done,
    Undone,
    Redone,
}

/// What a step did, in however many articles.
pub(super) fn of_step(model: &Model, step: &Step, how: How) -> Notice {
    all_of_step(model, step, how).of_change()
}

fn all_of_step(model: &Model, step: &Step, how: How) -> Notice {
    let [first, rest @ ..] = &step.parts[..] else { return Notice::info("") };
    if rest.is_empty() {
        return of(model, first.article, &first.edit, how);
    }
    let lang = model.settings.lang;
    let claims: usize = step.parts.iter().map(|part| part.edit.changes.len()).sum();
    let said = first.edit.changes.first().map(|change| difference(model, change));
    let articles = step.parts.len();
    let text = say::CLAIMS_CHANGED_IN.fill(lang, &[&claims, &articles, &said.unwrap_or_default()]);
    match how {
        How::Done => Notice::info(text).then(&[UNDO]),
        How::Undone => Notice::info(say::UNDONE.fill(lang, &[&text])).then(&[REDO]),
        How::Redone => Notice::info(say::REDONE.fill(lang, &[&text])).then(&[UNDO]),
    }
}

/// What a step did in one article.
pub(super) fn of(model: &Model, article: ArticleId, edit: &Edit, how: How) -> Notice {
    said(model, article, edit, how).of_change()
}

fn said(model: &Model, article: ArticleId, edit: &Edit, how: How) -> Notice {
    let lang = model.settings.lang;
    let [change, rest @ ..] = &edit.changes[..] else {
        let next = if how == How::Undone { REDO } else { UNDO };
        if let Some((before, after)) = &edit.note {
            let now = if how == How::Undone { before } else { after };
            let said = if now.is_empty() { say::NOTE_REMOVED } else { say::NOTE_SAVED };
            return Notice::info(said.to(lang)).about(model.desk.title(article)).then(&[next]);
        }
        return Notice::info(work(model, edit.work.as_deref(), how)).then(&[next]);
    };
    let mut text = difference(model, change);
    if !rest.is_empty() {
        text = say::CLAIMS_CHANGED.fill(lang, &[&(rest.len() + 1), &text]);
    }
    let elsewhere = model.reader.article != Some(article);
    let title = model.desk.title(article);
    let (text, next) = match (how, elsewhere) {
        (How::Done, _) => (text, UNDO),
        (How::Undone, false) => (say::UNDONE.fill(lang, &[&text]), REDO),
        (How::Undone, true) => (say::UNDONE_IN.fill(lang, &[&title, &text]), REDO),
        (How::Redone, false) => (say::REDONE.fill(lang, &[&text]), UNDO),
        (How::Redone, true) => (say::REDONE_IN.fill(lang, &[&title, &text]), UNDO),
    };
    Notice::info(text).about(words(change)).then(&[next])
}

fn words(change: &Change) -> &str {
    let known = change.after.as_ref().or(change.before.as_ref());
    known.map_or("", |annotation| &annotation.selector.exact)
}

/// In words, what is another between two states of an annotation.
pub(in crate::state) fn difference(model: &Model, change: &Change) -> String {
    let lang = model.settings.lang;
    let Some(known) = change.after.as_ref().or(change.before.as_ref()) else {
        return String::new();
    };
    let blank = Annotation::new(known.selector.clone(), known.created);
    let before = change.before.as_deref().unwrap_or(&blank);
    let after = change.after.as_deref().unwrap_or(&blank);
    let mut parts = Vec::new();
    parts.extend(verdict(model, before.verdict.as_ref(), after.verdict.as_ref()));
    if before.note != after.note {
        let text = if after.note.is_empty() { say::NOTE_REMOVED } else { say::NOTE_SAVED };
        parts.push(text.to(lang).to_owned());
    }
    if before.short != after.short {
        let text = if after.short.is_empty() { say::SHORT_REMOVED } else { say::SHORT_SAVED };
        parts.push(text.to(lang).to_owned());
    }
    if before.evidence != after.evidence {
        parts.push(say::EVIDENCE_NOW.fill(lang, &[&after.evidence.len()]));
    }
    if before.tags != after.tags {
        parts.push(match after.tags.is_empty() {
            true => say::TAGS_REMOVED.to(lang).to_owned(),
            false => say::TAGS_NOW.fill(lang, &[&after.tags.join(", ")]),
        });
    }
    parts.extend(ruling(model, before, after));
    if before.talk != after.talk {
        parts.push(talk::REMARK_SAVED.to(lang).to_owned());
    }
    if !parts.is_empty() {
        return parts.join(" · ");
    }
    let text = match (&change.before, &change.after) {
        (None, _) => say::CLAIM_ADDED,
        (_, None) => say::CLAIM_REMOVED,
        _ if before.selector.exact != after.selector.exact => say::CLAIM_MOVED,
        _ => say::CONFIRMED,
    };
    text.to(lang).to_owned()
}

/// What was decided for the team.
fn ruling(model: &Model, before: &Annotation, after: &Annotation) -> Option<String> {
    let lang = model.settings.lang;
    let said = |ruling: &Final| {
        ruling.verdict.as_ref().map_or_else(
            || say::UNDECIDABLE.to(lang).to_owned(),
            |verdict| names::verdict(model, verdict),
        )
    };
    match (&before.final_verdict, &after.final_verdict) {
        (before, after) if before == after => None,
        (Some(before), None) => Some(talk::FINAL_TAKEN_BACK.fill(lang, &[&said(before)])),
        (Some(before), Some(after))
            if before.verdict == after.verdict && before.why != after.why =>
        {
            Some(talk::REASON_SAVED.to(lang).to_owned())
        }
        (_, after) => after.as_ref().map(|after| talk::DECIDED_FINAL.fill(lang, &[&said(after)])),
    }
}

/// How far one is with the article now.
fn work(model: &Model, change: Option<&WorkChange>, how: How) -> String {
    let Some(change) = change else { return String::new() };
    let now = if how == How::Undone { &change.before } else { &change.after };
    names::work(now.as_ref().map(|work| work.state.as_str())).to(model.settings.lang).to_owned()
}

fn verdict(model: &Model, before: Option<&VerdictId>, after: Option<&VerdictId>) -> Option<String> {
    let lang = model.settings.lang;
    let name = |id| names::verdict(model, id);
    match (before, after) {
        _ if before == after => None,
        (None, Some(after)) => Some(name(after)),
        (Some(before), Some(after)) => Some(format!("{} → {}", name(before), name(after))),
        (Some(before), None) => Some(say::OPEN_AGAIN.fill(lang, &[&name(before)])),
        (None, None) => None,
    }
}
