//! Deciding for the team: the claims on which people differ, one by one.

use super::{article, verdict};
use crate::command::Command;
use crate::core::annotation::{Final, VerdictId};
use crate::core::review;
use crate::core::team::status::Unit;
use crate::i18n::team as say;
use crate::state::model::Model;
use crate::state::model::adjudication::Adjudication;
use crate::state::model::desk::ArticleId;
use crate::state::model::notice::Notice;
use crate::state::model::reader::Target;
use crate::state::model::settings::Pane;
use crate::state::model::signal::Effect;
use crate::state::query::{annotation, geometry, team};

/// Begins to decide for the team, at the first claim that asks for it; or ends that.
pub(in crate::state) fn turn(model: &mut Model) -> Vec<Effect> {
    let lang = model.settings.lang;
    if model.adjudication.take().is_some() {
        model.notice = Some(Notice::info(say::ADJUDICATION_ENDS.to(lang)));
        return Vec::new();
    }
    if !is_editor(model) {
        return Vec::new();
    }
    model.adjudication = Some(Adjudication::default());
    look(model);
    let here = current(model).filter(|here| queue(model).contains(here));
    let place = here.or_else(|| queue(model).first().copied());
    go(model, place)
}

/// Looks at the text, or where that stands alone on the screen, at what people say.
fn look(model: &mut Model) {
    model.focus = Pane::Text;
    if geometry::screen(model).claim.is_none() {
        model.focus = Pane::Claim;
    }
}

/// Whether one decides for the team; else says that not.
fn is_editor(model: &mut Model) -> bool {
    let is_editor = model.settings.team.is_editor();
    if !is_editor {
        model.notice = Some(Notice::warning(say::NO_EDITOR.to(model.settings.lang)));
    }
    is_editor
}

/// Carries out a command where it means something else than on the desk; none where it does not.
pub(in crate::state) fn run(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::Undecidable => Some(rule(model, None)),
        Command::Withdraw => Some(withdraw(model)),
        Command::NextOpen | Command::PreviousOpen => {
            let place = step(model, command == Command::NextOpen);
            Some(go(model, place))
        }
        Command::HideNames => {
            let adjudication = model.adjudication.as_mut()?;
            adjudication.nameless = !adjudication.nameless;
            Some(Vec::new())
        }
        Command::Leave => Some(turn(model)),
        _ => None,
    }
}

/// Gives the current claim the verdict of this place in the list of labels, for the team.
pub(in crate::state) fn label(model: &mut Model, label: usize) -> Vec<Effect> {
    let verdict = model.settings.labels.get(label).map(|label| label.id.clone());
    verdict.map_or_else(Vec::new, |verdict| rule(model, Some(verdict)))
}

/// Takes what the person of this number says as final.
pub(in crate::state) fn take(model: &mut Model, number: usize) -> Vec<Effect> {
    let panel = model.reader.item().map(|item| team::panel(model, item)).unwrap_or_default();
    let voice = number.checked_sub(1).and_then(|at| panel.get(at));
    match voice.and_then(|opinion| opinion.annotation.verdict.clone()) {
        Some(verdict) => rule(model, Some(verdict)),
        None => {
            let text = say::NO_PERSON.fill(model.settings.lang, &[&number]);
            model.notice = Some(Notice::info(text));
            Vec::new()
        }
    }
}

/// Decides the current claim for the team; none: it cannot be decided.
fn rule(model: &mut Model, verdict: Option<VerdictId>) -> Vec<Effect> {
    if !is_editor(model) {
        return Vec::new();
    }
    let Some(item) = verdict::subject(model) else { return Vec::new() };
    let Some((notebook, here)) = verdict::notebook(model).zip(annotation::words(model, item.span))
    else {
        return Vec::new();
    };
    let unit = team::unit(model, &item);
    let me = model.settings.team.me();
    let before = unit.as_ref().and_then(|unit| unit.decision.clone()).filter(|d| d.person == me);
    let ruling = Final {
        verdict,
        why: before.map(|decision| decision.verdict.why).unwrap_or_default(),
        at: model.stamp.now,
        over: unit.as_ref().map(Unit::over).unwrap_or_default(),
        ..Final::default()
    };
    let (_, edit) = review::rule(&notebook, &item, here, model.stamp.now, Some(ruling));
    let effects = verdict::commit(model, edit, item.span.start);
    if effects.is_empty() || !model.settings.advance {
        return effects;
    }
    let said = model.notice.take();
    let place = step(model, true);
    let left = queue(model).len();
    let moved = go(model, place);
    model.notice = said.map(|mut notice| {
        let lang = model.settings.lang;
        notice.text = format!("{} · {}", notice.text, say::LEFT_TO_DECIDE.fill(lang, &[&left]));
        notice
    });
    effects.into_iter().chain(moved).collect()
}

/// Takes the final verdict of the current claim back.
fn withdraw(model: &mut Model) -> Vec<Effect> {
    let Some(item) = verdict::subject(model) else { return Vec::new() };
    let Some((notebook, here)) = verdict::notebook(model).zip(annotation::words(model, item.span))
    else {
        return Vec::new();
    };
    let ruled = item.own().and_then(|id| notebook.annotations.get(id));
    if ruled.is_none_or(|own| own.final_verdict.is_none()) {
        model.notice = Some(Notice::info(say::NO_FINAL_OF_YOURS.to(model.settings.lang)));
        return Vec::new();
    }
    let (_, edit) = review::rule(&notebook, &item, here, model.stamp.now, None);
    verdict::commit(model, edit, item.span.start)
}

/// The claims on which an editor is asked, by article and first byte.
fn queue(model: &Model) -> Vec<(ArticleId, usize)> {
    let articles = model.desk.order.iter().copied();
    let asked = articles.filter_map(|id| Some((id, team::outline(model, id)?)));
    asked.flat_map(|(id, outline)| outline.asked().map(move |line| (id, line.span.start))).collect()
}

/// Where one is.
fn current(model: &Model) -> Option<(ArticleId, usize)> {
    let at = model.reader.item().map_or(model.reader.top, |item| item.span.start);
    Some((model.reader.article?, at))
}

/// The next claim that asks for a decision, around to the first; or the one before.
fn step(model: &Model, forward: bool) -> Option<(ArticleId, usize)> {
    let (queue, here) = (queue(model), current(model));
    let behind = queue.iter().find(|place| Some(**place) > here);
    let before = queue.iter().rev().find(|place| Some(**place) < here);
    if forward { behind.or(queue.first()) } else { before.or(queue.last()) }.copied()
}

fn go(model: &mut Model, place: Option<(ArticleId, usize)>) -> Vec<Effect> {
    let lang = model.settings.lang;
    let Some((article, at)) = place else {
        let text = if model.desk.indexed { say::NOTHING_TO_DECIDE } else { say::STILL_READING };
        model.notice = Some(Notice::info(text.to(lang)));
        return Vec::new();
    };
    look(model);
    article::open(model, article, Some(Target::Claim(at)))
}
